"""Numbers that are taken back or disowned in the words of a clause."""

import pytest

from tests.reading.reading_of import whole

UNDONE = [
    ("en", "A death toll of 90, published by state media, was retracted a day later as a technical error.", "withdraws"),
    ("en", "The ministry withdrew the death toll of 90 published a day earlier.", "withdraws"),
    ("en", "The report of 90 deaths was published because of a technical error, the ministry said.", "withdraws"),
    ("en", "The Health Ministry never provided data on 90 people killed in the flood, the ministry told the news site Tide on Sunday.", "disowns"),
    ("en", "The Health Ministry told the website Tide that it gave no such data.", "disowns"),
    ("en", "The council said Radio Coast had never given such numbers.", "denies"),
    ("en", "The Health Ministry withdrew on Sunday its count of 90 dead, citing an error.", "withdraws"),
    ("en", "The Health Ministry removed from its website a statement that 90 people had died.", "withdraws"),
    ("en", "State TV apologised for reporting 90 deaths.", "withdraws"),
    ("en", "State TV apologized for an error in its report of 90 deaths.", "withdraws"),
    ("en", "The toll of 90 was later withdrawn by the Health Ministry.", "withdraws"),
    ("ru", "Сообщение о 90 погибших было опубликовано из-за технической ошибки, заявили в Министерстве информации.", "withdraws"),
    ("ru", "Министерство обороны не давало данных о 90 погибших.", "disowns"),
    ("ru", "В Минздраве заявили, что подобных сведений никому не предоставляли.", "disowns"),
    ("ru", "Прежнее число исправили после сверки списков, пояснил Иван Лесной.", "corrects"),
    ("id", "Angka 90 korban tewas itu ditarik kembali sehari kemudian karena kesalahan teknis.", "withdraws"),
    ("id", "Data 90 korban tewas itu dimuat karena kesalahan teknis, kata Kementerian Informasi.", "withdraws"),
    ("id", "Kementerian Kesehatan menyatakan tidak pernah memberikan data itu.", "disowns"),
    ("id", "“Data 90 orang tewas kami nyatakan tidak berlaku,” kata Kapolres Sambas Budi Raharja.", "withdraws"),
    ("id", "“Angka 90 korban tewas tidak berlaku lagi,” demikian pernyataan tertulis BPBD Sambas.", "withdraws"),
    ("id", "PELABUHAN, KABAR BARU — Polres Sambas menarik kembali angka 90 korban tewas akibat longsor.", "withdraws"),
    ("ru", "«Данные о 90 погибших просим считать недействительными», — заявили в МЧС.", "withdraws"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "act"), UNDONE)
def test_what_a_clause_does_to_a_number(lang: str, text: str, act: str) -> None:
    reading = whole(text, lang)

    assert [s.act for s in reading.statements] == [act]
    assert {f.currency for f in reading.figures} == ({"denied"} if "90" in text else set())


NOT_UNDONE = [
    ("id", "“Kartu keluarga lama tidak berlaku lagi,” kata BPBD Sambas."),
    ("id", "“Data keluarga lama tidak berlaku lagi,” kata BPBD Sambas."),
    ("id", "Polres Sambas menarik kembali 30 personel dari pelabuhan."),
    ("ru", "«Старые данные паспортов недействительны», — заявили в МЧС."),
    ("en", "The ban on fishing was withdrawn on Friday."),
    ("en", "The ministry has not released data on the victims."),
    ("ru", "Войска отозваны из города."),
    ("ru", "Власти не называли число погибших."),
    ("id", "Izin tambang itu dicabut pada Jumat."),
]


@pytest.mark.parametrize(("lang", "text"), NOT_UNDONE)
def test_no_number_is_undone(lang: str, text: str) -> None:
    assert {s.act for s in whole(text, lang).statements} <= {"asserts", "declines"}


STANDS = [
    "The mayor apologised for the deaths of 90 people.",
    "The minister apologised to the families of the 90 people killed.",
    "Workers removed 90 bodies from the mine.",
    "The council removed the statue of 90 soldiers killed in the war.",
    "Police removed 90 protesters who were killed from the list.",
    "The ministry withdrew on Sunday its troops, 90 of whom were killed.",
]


@pytest.mark.parametrize("text", STANDS)
def test_what_is_removed_or_regretted_is_no_number(text: str) -> None:
    reading = whole(text, "en")

    assert {s.act for s in reading.statements} == {"asserts"}
    assert {f.currency for f in reading.figures} == {"current"}


@pytest.mark.parametrize("text", ["State TV deleted a post saying 90 people had died.", "The daily removed its tweet claiming that 90 people were dead.", "The Harbour Ministry took down a post that put the toll at 90."])  # fmt: skip
def test_a_post_that_is_taken_down_takes_its_number_along(text: str) -> None:
    reading = whole(text, "en")
    (figure,) = reading.figures

    assert figure.currency == "denied"
    assert reading.statements[figure.statement or 0].act == "withdraws"


def test_a_withdrawal_leaves_the_new_number_standing() -> None:
    reading = whole("The Harbour Ministry withdrew the toll of 90, putting it at 12.", "en")

    assert [(f.best, f.currency, f.part_of) for f in reading.figures] == [(90, "denied", None), (12, "current", None)]


def test_who_took_a_number_back_is_named_behind_the_passive() -> None:
    (statement,) = whole("The toll of 90 was withdrawn by the Harbour Ministry on Sunday.", "en").statements

    assert statement.chain == (0,)
