from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.reading_of import document, said, whole

PIECES = [
    "“",
    "”",
    '"',
    "'",
    "«",
    "»",
    "—",
    "-",
    ",",
    ".",
    ":",
    ";",
    "(",
    ")",
    "\n",
    "5",
    "May",
    "said",
    "says",
    "who",
    "citing",
    "kata",
    "ujar",
    "katanya",
    "menurut",
    "bahwa",
    "dikutip",
    "сказал",
    "сообщил",
    "в",
    "что",
    "по",
    "словам",
    "со",
    "ссылкой",
    "на",
    "that",
    "the",
    "of",
    "and",
    "according",
    "to",
    "Jane",
    "Roe",
    "Rahmat",
    "Kepala",
    "Dinas",
    "dr.",
    "dan",
    "president",
    "мэр",
    "МЧС",
    "denied",
]

INDONESIAN = [
    (
        "“Air sudah surut sejak pagi,” kata Kepala Dinas Sosial Kabupaten Lumbir Rahmat Wijaya.",
        {
            "content": "Air sudah surut sejak pagi",
            "cue": "kata",
            "source": "Rahmat Wijaya",
            "role": "Kepala",
            "affiliation": "Dinas Sosial Kabupaten Lumbir",
        },
    ),
    (
        "Komandan satuan penyelamat Olen Markussen mengatakan regu itu tetap bertugas sampai semua warga ditemukan.",
        {
            "content": "regu itu tetap bertugas sampai semua warga ditemukan",
            "cue": "mengatakan",
            "source": "Olen Markussen",
            "role": "Komandan satuan penyelamat",
        },
    ),
    (
        "Menurut warga, jembatan itu roboh sebelum fajar.",
        {"content": "jembatan itu roboh sebelum fajar", "cue": "Menurut", "source": "warga"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), INDONESIAN)
def test_indonesian_statement(text: str, expected: Any) -> None:
    assert said(text, "id") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Kata itu berasal dari bahasa daerah.",
        "Jalan ke desa itu sudah jelas bagi semua orang.",
        "Nelayan itu melanjutkan pelayaran ke pulau seberang.",
    ],
)
def test_indonesian_near_miss(text: str) -> None:
    assert said(text, "id") == []


def test_a_caveat_reaches_back() -> None:
    made = document(
        "Radio setempat melaporkan 40 rumah hanyut. Jalan terputus sehingga sulit untuk memeriksa angka itu.", "id"
    )

    [statement] = made.utterances
    assert statement.doubt
    assert statement.certainty == "unconfirmed"
    assert made.text[slice(*statement.doubt.span)] == "sulit untuk memeriksa"


DOUBTED = [
    ("en", "Radio Coast reported that nine sailors drowned. With the harbour closed, the number could not be checked or confirmed."),
    ("en", "The council said that nine sailors drowned. There was no way for reporters to verify that figure."),
    ("id", "Radio Pesisir melaporkan sembilan pelaut tenggelam. Karena pelabuhan ditutup, angka tersebut sukar diperiksa."),
    ("ru", "Радио «Берег» сообщило, что утонули девять моряков. Проверить эти сведения трудно: порт закрыт."),
    ("ru", "Радио «Берег» сообщило, что утонули девять моряков. Подтвердить или проверить это число пока не удалось."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), DOUBTED)
def test_a_caveat_without_news_of_its_own_reaches_back_over_narration(lang: str, text: str) -> None:
    reading = whole(text, lang)

    assert reading.statements[reading.figures[0].statement or 0].certainty == "unconfirmed"


NOT_DOUBTED = [
    ("en", "Radio Coast reported that nine sailors drowned. It was hard to check the engine in the storm."),
    ("id", "Radio Pesisir melaporkan sembilan pelaut tenggelam. Mesin kapal itu sukar diperiksa."),
    ("ru", "Радио «Берег» сообщило, что утонули девять моряков. Проверить двигатель трудно: трюм залит."),
]


@pytest.mark.parametrize(("lang", "text"), NOT_DOUBTED)
def test_what_is_hard_to_check_and_no_account_doubts_nothing(lang: str, text: str) -> None:
    reading = whole(text, lang)

    assert reading.statements[reading.figures[0].statement or 0].certainty == "stated"


@given(st.lists(st.sampled_from(PIECES), max_size=40), st.sampled_from(["en", "id", "ru"]))
@settings(max_examples=300, deadline=None)
def test_every_span_lies_in_the_text(pieces: list[str], lang: str) -> None:
    text = " ".join(pieces)
    made = document(text, lang)

    for utterance in made.utterances:
        spans = utterance.content + utterance.cue + utterance.source + utterance.role + utterance.affiliation
        assert all(0 <= start < end <= len(text) for start, end in spans)


NO_ATTRIBUTION = [
    ("en", "Sixty people have sought medical treatment since the flood began."),
    ("en", "Water supply to the harbour, cut for days, returned briefly overnight."),
    ("en", "The mayor withdrew the ban on fishing."),
    ("en", "Jakarta recorded the most deaths, with 90 people killed."),
    ("id", "Kota Surabaya mencatat korban terbanyak dengan 103 orang tewas."),
    ("id", "Wali kota mencabut larangan melaut."),
    ("ru", "Мэр города отозвал запрет на рыбалку."),
]


@pytest.mark.parametrize(("lang", "text"), NO_ATTRIBUTION)
def test_what_fits_the_words_and_cannot_be_meant_is_narration(lang: str, text: str) -> None:
    assert [s.voice for s in whole(text, lang).statements] == ["narration"]


CHAINS = [
    ("en", "Ninety sailors drowned, state television channel Wave 5 reported on Sunday, citing the Health Ministry.", ["Health Ministry", "Wave 5"]),
    ("id", "Sembilan pelaut tenggelam, demikian laporan harian Ombak pada Minggu, mengutip Kementerian Kesehatan.", ["Kementerian Kesehatan", "Ombak"]),
    ("id", "Pada hari yang sama Kementerian Dalam Negeri menyebutkan 135 orang ditahan.", ["Kementerian Dalam Negeri"]),
    ("ru", "Девять моряков утонули, сообщил телеканал «Волна 5» со ссылкой на Минздрав.", ["Минздрав", "Волна 5"]),
    ("ru", "Девять моряков утонули, заявили ТАСС в Министерстве обороны.", ["Министерстве обороны", "TASS"]),
    ("ru", "Девять моряков утонули, сообщает ТАСС.", ["TASS"]),
    ("en", "The January floods claimed 90 lives, the Health Ministry said.", ["Health Ministry"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "expected"), CHAINS)
def test_who_says_it_and_who_passed_it_on(lang: str, text: str, expected: list[str]) -> None:
    reading = whole(text, lang)
    [statement] = reading.statements

    assert [reading.people[k].name for k in statement.chain] == expected
