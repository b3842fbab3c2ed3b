"""Acts, reasons, certainty and doubt: what a statement does, how sure it is, and whose doubt that is."""

from typing import Any

import pytest

from tests.reading.reading_of import document, whole

ACTS: list[tuple[str, str, str]] = [
    ("en", "The ministry denied that nine people had died.", "denies"),
    ("en", "The ministry withdrew the figure of nine dead.", "withdraws"),
    ("en", "“We never gave that number,” the ministry said.", "disowns"),
    ("en", "The ministry revised the toll to nine.", "corrects"),
    ("en", "The mayor declined to comment on the toll.", "declines"),
    ("en", "The mayor confirmed that nine people had died.", "confirms"),
    ("en", "The mayor ordered the town to be cleared.", "orders"),
    ("id", "Kementerian membantah bahwa sembilan orang tewas.", "denies"),
    ("id", "Kementerian mencabut pernyataan tentang sembilan korban.", "withdraws"),
    ("id", "“Kami tidak pernah merilis angka itu,” kata juru bicara kementerian.", "disowns"),
    ("id", "Kementerian merevisi jumlah korban menjadi sembilan.", "corrects"),
    ("id", "Wali kota enggan berkomentar soal jumlah korban.", "declines"),
    ("id", "Wali kota memerintahkan agar kota dikosongkan.", "orders"),
    ("ru", "Министерство опровергло сообщения о девяти погибших.", "denies"),
    ("ru", "Министерство отозвало сообщение о девяти погибших.", "withdraws"),
    ("ru", "«Мы такого не давали», — заявили в министерстве.", "disowns"),
    ("ru", "«Такой цифры мы никому не давали», — заявили в министерстве.", "disowns"),
    ("ru", "Министерство пересмотрело число погибших с девяти до семи.", "corrects"),
    ("ru", "Мэр отказался комментировать число погибших.", "declines"),
    ("ru", "Министерство снизило число погибших с девяти до семи.", "corrects"),
    ("ru", "Министерство признало, что данные о девяти погибших были неверными.", "corrects"),
    ("ru", "Министерство подтвердило, что сообщения о девяти погибших ложны.", "denies"),
    ("ru", "Мэр назвал ошибочными сообщения о девяти погибших.", "denies"),
    ("ru", "Слухи о девяти погибших беспочвенны, заявил мэр.", "denies"),
    ("ru", "«Мы не подтверждаем гибель девяти человек», — сказал мэр.", "declines"),
    ("ru", "Мэр признал, что погибли девять человек.", "confirms"),
    ("ru", "Газета аннулировала сообщение о девяти погибших.", "withdraws"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "act"), ACTS)
def test_act(lang: str, text: str, act: Any) -> None:
    assert [u.act for u in document(text, lang).utterances] == [act]


NO_WITHDRAWAL = [
    ("en", "The troops withdrew from the town on Monday."),
    ("id", "Pemerintah mencabut izin pabrik itu."),
    ("id", "Petugas mencabut larangan melaut."),
    ("ru", "Совет снял запрет на рыбалку."),
    ("ru", "Мэрия снизила тарифы с девяти до семи рублей."),
    ("ru", "Мэрия увеличила число автобусов до девяти."),
]


@pytest.mark.parametrize(("lang", "text"), NO_WITHDRAWAL)
def test_lifting_a_ban_withdraws_no_statement(lang: str, text: str) -> None:
    assert [u for u in document(text, lang).utterances if u.act == "withdraws"] == []


REASONS: list[tuple[str, str, str]] = [
    ("en", "The ministry withdrew the figure of nine dead, citing a technical error.", "technical error"),
    ("en", "The ministry withdrew the figure. It blamed double counting.", "double counting"),
    ("id", "Kementerian mencabut angka itu karena kesalahan teknis.", "kesalahan teknis"),
    ("id", "Polda meralat jumlah korban. Ada data ganda, katanya.", "data ganda"),
    ("ru", "Министерство отозвало сообщение о погибших: техническая ошибка.", "техническая ошибка"),
    ("ru", "Агентство удалило заметку о погибших. Причина — взлом сайта.", "взлом"),
]


@pytest.mark.parametrize(("lang", "text", "reason"), REASONS)
def test_reason(lang: str, text: str, reason: str) -> None:
    assert [u.reason for u in document(text, lang).utterances if u.act == "withdraws"] == [reason]


CERTAINTIES: list[tuple[str, str, str, str | None]] = [
    ("en", "The mayor said nine people were confirmed dead.", "confirmed", None),
    ("en", "The mayor said nine people were feared dead.", "reported", "feared"),
    ("en", "The mayor said the toll could rise.", "possible", "could rise"),
    ("en", "The mayor said nine people had died. The number could not be independently verified.", "unconfirmed", "could not be independently verified"),
    ("id", "Wali kota mengatakan sembilan orang dipastikan tewas.", "confirmed", None),
    ("id", "Wali kota mengatakan sembilan orang diduga tewas.", "reported", "diduga"),
    ("id", "Wali kota mengatakan jumlah korban bisa bertambah.", "possible", "bisa bertambah"),
    ("id", "Wali kota mengatakan sembilan orang tewas. Angka itu belum dapat diverifikasi.", "unconfirmed", "belum dapat diverifikasi"),
    ("ru", "Мэр сообщил, что погибли предположительно девять человек.", "reported", "предположительно"),
    ("ru", "Мэр сообщил, что число погибших может вырасти.", "possible", "может вырасти"),
    ("ru", "Мэр сообщил, что погибли девять человек. Независимого подтверждения нет.", "unconfirmed", "Независимого подтверждения нет"),
    ("ru", "Мэр подтвердил, что погибли девять человек.", "confirmed", None),
    ("ru", "По прогнозам мэрии, дома покинут девять семей.", "possible", None),
    ("ru", "По данным мэрии, дома покинули девять семей.", "stated", None),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "certainty", "doubt"), CERTAINTIES)
def test_certainty(lang: str, text: str, certainty: Any, doubt: str | None) -> None:
    made = document(text, lang)

    first = made.utterances[0]
    assert first.certainty == certainty
    assert (made.text[slice(*first.doubt.span)] if first.doubt else None) == doubt


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The mayor said nine people had died. The weather was fine."),
        ("id", "Wali kota mengatakan sembilan orang tewas. Cuaca cerah."),
        ("ru", "Мэр сообщил, что погибли девять человек. Погода была ясной."),
    ],
)
def test_nothing_doubted(lang: str, text: str) -> None:
    assert [u.certainty for u in document(text, lang).utterances] == ["stated"]


def test_a_doubt_that_somebody_voices_is_theirs() -> None:
    made = document("The mayor said nine people had died. The Red Cross said it could not confirm the number.")

    assert made.utterances[0].doubt is not None
    assert made.utterances[0].doubt.by == "The Red Cross"


PUT_BACK = [
    ("ru", "Комитет по чрезвычайным ситуациям Перу вновь подтвердил число: погибли 54 человека.", True),
    ("ru", "Минздрав вернул данные о 54 погибших.", True),
    ("ru", "В Минздраве подтвердили 54 смерти.", False),
    ("id", "Dinas kesehatan kembali membenarkan angka 54 korban tewas.", True),
    ("id", "Dinas kesehatan memulihkan angka 54 korban tewas yang ditarik paginya.", True),
    ("id", "Dinas kesehatan membenarkan angka 54 korban tewas.", False),
    ("en", "The ministry again confirmed 54 deaths.", True),
    ("en", "The ministry confirmed 54 deaths.", False),
]


@pytest.mark.parametrize(("lang", "text", "again"), PUT_BACK)
def test_what_is_confirmed_once_more_is_put_back(lang: str, text: str, again: bool) -> None:
    first = whole(text, lang).statements[0]

    assert (first.act, first.again) == ("confirms", again)


@pytest.mark.parametrize(
    ("lang", "text"),
    [("ru", "Мэрия вернула жителям 54 дома."), ("id", "Perusahaan itu memulihkan listrik di 54 desa.")],
)
def test_houses_and_power_are_put_back_too(lang: str, text: str) -> None:
    assert {s.act for s in whole(text, lang).statements} == {"asserts"}
