"""What a text corrects in its own earlier printing, and an old number that is taken back for a new one."""

import pytest

from tests.reading.reading_of import whole

NOTICES = [
    ("en", "(CORRECTS toll to 9, not 30)\nNine people died in the fire, police said."),
    ("en", "(AP) CORRECTS toll to 9, not 30.\nNine people died in the fire, police said."),
    ("en", "(Tidewater Press) - Correction: the fire killed 9 people, not 30.\nNine people died in the fire, police said."),
    ("en", "Corrects death toll in 3rd paragraph to 9, not 30\nNine people died in the fire, police said."),
    ("en", "Nine people died in the fire, police said.\nCorrection: An earlier version of this article said 30 people had died."),
    ("en", "Nine people died in the fire, police said.\nCorrection, May 4: This story originally gave a toll of 30 dead."),
    ("en", "Nine people died in the fire, police said.\nAn earlier version of this story misstated the number of people killed. It is 9, not 30."),
    ("en", "Nine people died in the fire, police said.\nThis article has been amended to correct the death toll from 30 to 9."),
    ("en", "Nine people died in the fire, police said.\nEditor's note: A previous version of this report put the death toll at 30."),
    ("en", "CORRECTED-Nine people killed, not 30, in harbour fire\nNine people died in the fire, police said."),
    ("en", "CORRECTED-9 people killed, not 30, in harbour fire\nNine people died in the fire, police said."),
    ("en", "Correction: the fire killed 9 people, not 30 as stated earlier.\nNine people died in the fire, police said."),
    ("en", "In a story on May 4 about a fire, The Tidewater Press reported erroneously that 30 people had died."),
    ("id", "RALAT: korban tewas 9, bukan 30\nSembilan orang tewas dalam kebakaran, kata polisi."),
    ("ru", "ИСПРАВЛЕНО: погибших 9, а не 30\nПри пожаре погибли девять человек, сообщила полиция."),
    ("ru", "УТОЧНЕНИЕ: погибших 9, а не 30\nПри пожаре погибли девять человек, сообщила полиция."),
    ("ru", "При пожаре погибли девять человек, сообщила полиция.\nВ более ранней версии этой новости говорилось о 30 погибших."),
    ("ru", "При пожаре погибли девять человек, сообщила полиция.\nПервоначально в тексте ошибочно указывалось, что погибли 30 человек."),
    ("ru", "При пожаре погибли девять человек, сообщила полиция.\nПоправка: ранее мы сообщали о 30 погибших."),
    ("ru", "(Исправляет число погибших: 9 вместо 30)\nПри пожаре погибли девять человек, сообщила полиция."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), NOTICES)
def test_a_notice_is_the_texts_own_correction(lang: str, text: str) -> None:
    reading = whole(text, lang)
    own = [s for s in reading.statements if s.act == "corrects"]

    assert [(s.chain, s.voice, s.refers.value if s.refers else None) for s in own] == [((), "narration", 30)]


NO_NOTICE = [
    ("en", "The police corrected the toll to 9, not 30."),
    ("en", "(Police) The council corrected the toll to 9, not 30."),
    ("en", "Police said: Corrected toll is 9 dead, not 30."),
    ("en", "The correction put the toll at 9 dead, not 30."),
    ("en", "Corrects nothing: 9 people died, the council said."),
    ("en", "The mayor said an earlier version of the list had 30 dead."),
    ("en", "CORRECTION: 9 people died in the fire, police said."),
    ("en", "COVID-19 killed 9 people, not 30, the council said."),
    ("en", "An earlier version of this article misspelt the name of the harbour. Nine people died."),
    ("id", "Polisi meralat: korban tewas 9, bukan 30."),
    ("ru", "В более ранней сводке полиции говорилось о 30 погибших."),
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


@pytest.mark.parametrize("text", ["The ministry withdrew its toll of 30 dead and replaced it with 9.", "The ministry retracted its count of 30 dead in favour of 9."])  # fmt: skip
def test_a_number_that_gives_way_to_another_is_revised(text: str) -> None:
    reading = whole(text, "en")

    assert [s.act for s in reading.statements] == ["corrects"]
    assert [(f.best, f.currency) for f in reading.figures] == [(30, "earlier"), (9, "current")]


@pytest.mark.parametrize("label", ["CORRECTION", "Clarification", "Editor's note"])
def test_a_label_before_a_colon_is_nobody(label: str) -> None:
    assert [s.chain for s in whole(f"{label}: Nine people died in the fire.", "en").statements] == [()]


ABOUT = [
    ("ru", "Министерство отозвало число 164 и сообщило о 12 погибших.", "withdraws", 164),
    ("ru", "Министерство отозвало прежние данные и сообщило о 12 погибших.", "withdraws", None),
    ("ru", "Погибли 164 человека. Полиция отозвала эти данные и говорит о 12 убитых.", "withdraws", 164),
    ("ru", "Ведомство объяснило, что число 164 попало на сайт по ошибке.", "withdraws", 164),
    ("ru", "Агентство исправило сообщение: погибли 12 человек, а не 164.", "corrects", 164),
    ("ru", "Полиция скорректировала число погибших: 12 вместо 164.", "corrects", 164),
]


@pytest.mark.parametrize(("lang", "text", "act", "number"), ABOUT)
def test_an_act_is_about_the_number_taken_back_never_the_new_one(
    lang: str, text: str, act: str, number: int | None
) -> None:
    about = [s.refers.value if s.refers else None for s in whole(text, lang).statements if s.act == act]

    assert about == [number]
