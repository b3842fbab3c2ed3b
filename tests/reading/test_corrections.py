"""What a text corrects in its own earlier printing, and an old number that is taken back for a new one."""

import pytest

from tests.reading.reading_of import whole

NOTICES = [
    ("en", "(CORRECTS toll to 9, not 30)\nNine people died in the fire, police said."),
    ("en", "Corrects death toll in 3rd paragraph to 9, not 30\nNine people died in the fire, police said."),
    ("id", "RALAT: korban tewas 9, bukan 30\nSembilan orang tewas dalam kebakaran, kata polisi."),
    ("ru", "ИСПРАВЛЕНО: погибших 9, а не 30\nПри пожаре погибли девять человек, сообщила полиция."),
    ("ru", "(Исправляет число погибших: 9 вместо 30)\nПри пожаре погибли девять человек, сообщила полиция."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), NOTICES)
def test_a_notice_is_the_texts_own_correction(lang: str, text: str) -> None:
    reading = whole(text, lang)
    own = [s for s in reading.statements if s.act == "corrects"]

    assert [(s.chain, s.voice, s.refers.value if s.refers else None) for s in own] == [((), "narration", 30)]


NO_NOTICE = [
    ("en", "The police corrected the toll to 9, not 30."),
    ("en", "Police said: Corrected toll is 9 dead, not 30."),
    ("en", "The correction put the toll at 9 dead, not 30."),
    ("en", "Corrects nothing: 9 people died, the council said."),
    ("id", "Polisi meralat: korban tewas 9, bukan 30."),
    ("ru", "Полиция исправляет число погибших: 9, а не 30."),
]


@pytest.mark.parametrize(("lang", "text"), NO_NOTICE)
def test_what_is_no_notice(lang: str, text: str) -> None:
    assert not [s for s in whole(text, lang).statements if s.act == "corrects" and not s.chain]


def test_an_old_number_taken_back_for_a_new_one_is_a_revision() -> None:
    reading = whole("BPBD meralat jumlah korban tewas dari 26 menjadi 21 karena ada data ganda.", "id")
    gone = whole("BPBD mencabut data 26 korban tewas.", "id")

    assert [s.act for s in reading.statements] == ["corrects"]
    assert [(f.best, f.currency) for f in reading.figures] == [(26, "earlier"), (21, "current")]
    assert [s.act for s in gone.statements] == ["withdraws"]


AMENDED = [
    "Dinas Kesehatan meralat jumlah korban tewas dari 26 menjadi 21 orang.",
    "Dinas Kesehatan meralat jumlah korban tewas, dari 26 orang jadi 21 orang.",
    "Dinas Kesehatan meralat data korban tewas yang sebelumnya 26 orang menjadi 21 orang.",
    "Dinas Kesehatan mengoreksi jumlah korban tewas menjadi 21 orang, dari sebelumnya 26 orang.",
    "Dinas Kesehatan mengoreksi jumlah korban tewas menjadi 21 dari semula 26.",
    "Dinas Kesehatan meralat data korban: bukan 26, melainkan 21 orang yang tewas.",
    "Dinas Kesehatan meralat: korban tewas 21 orang, bukan 26 orang.",
    "Dinas Kesehatan menurunkan jumlah korban tewas dari 26 menjadi 21 orang.",
    "Dinas Kesehatan merevisi jumlah korban tewas dari 26 orang jadi 21 orang.",
]


@pytest.mark.parametrize("text", AMENDED)
def test_an_amended_number_is_revised_and_not_withdrawn(text: str) -> None:
    reading = whole(text, "id")
    made = reading.statements[0]

    assert [s.act for s in reading.statements] == ["corrects"]
    assert (made.who is not None, made.refers.value if made.refers else None) == (True, 26)
    assert sorted((f.best, f.currency) for f in reading.figures) == [(21, "current"), (26, "earlier")]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Polda mencabut angka 26 korban tewas.", "withdraws"),
        ("Polda menarik pernyataannya bahwa 26 orang tewas.", "withdraws"),
        ("Wakil bupati meralat ucapannya soal 26 korban tewas.", "withdraws"),
        ("Korban tewas 21 orang. Polda meralat jumlah korban.", "corrects"),
        ("Polda menurunkan 200 personel setelah 26 orang tewas.", "asserts"),
        ("Polda mencabut larangan melaut, dari 26 Mei menjadi 21 Mei.", "asserts"),
        ("Jumlah korban tewas diralat dari 26 menjadi 21 orang.", "asserts"),
    ],
)
def test_what_amending_does_with_one_number_or_none(text: str, act: str) -> None:
    acts = [s.act for s in whole(text, "id").statements]
    assert acts[-1] == act
