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
    ("ru", "Сообщение о 90 погибших было опубликовано из-за технической ошибки, заявили в Министерстве информации.", "withdraws"),
    ("ru", "Министерство обороны не давало данных о 90 погибших.", "disowns"),
    ("ru", "В Минздраве заявили, что подобных сведений никому не предоставляли.", "disowns"),
    ("ru", "Прежнее число исправили после сверки списков, пояснил Иван Лесной.", "corrects"),
    ("id", "Angka 90 korban tewas itu ditarik kembali sehari kemudian karena kesalahan teknis.", "withdraws"),
    ("id", "Data 90 korban tewas itu dimuat karena kesalahan teknis, kata Kementerian Informasi.", "withdraws"),
    ("id", "Kementerian Kesehatan menyatakan tidak pernah memberikan data itu.", "disowns"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "act"), UNDONE)
def test_what_a_clause_does_to_a_number(lang: str, text: str, act: str) -> None:
    reading = whole(text, lang)

    assert [s.act for s in reading.statements] == [act]
    assert {f.currency for f in reading.figures} == ({"denied"} if "90" in text else set())


NOT_UNDONE = [
    ("en", "The ban on fishing was withdrawn on Friday."),
    ("en", "The ministry has not released data on the victims."),
    ("ru", "Войска отозваны из города."),
    ("ru", "Власти не называли число погибших."),
    ("id", "Izin tambang itu dicabut pada Jumat."),
]


@pytest.mark.parametrize(("lang", "text"), NOT_UNDONE)
def test_no_number_is_undone(lang: str, text: str) -> None:
    assert {s.act for s in whole(text, lang).statements} <= {"asserts", "declines"}
