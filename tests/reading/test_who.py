"""Who is counted: members of what, a part by its name, whose toll it is, a group that leads the clause."""

import pytest

from tests.reading.figures_of import document, value

COUNTED = [
    ("en", "The blast killed 12 members of the security forces.", [(12, "members of the security forces")]),
    ("en", "The unrest left 90 people dead, 19 of them were police or military.", [(90, None), (19, "police or military")]),
    ("en", "Police said 12 soldiers were killed and 30 wounded.", [(12, "soldiers"), (30, "soldiers")]),
    ("en", "Among the police, 12 people were killed.", [(12, "police")]),
    ("en", "Police said a court clerk was killed.", [(1, "court clerk")]),
    ("id", "Ledakan itu menewaskan 12 personel kepolisian.", [(12, "personel kepolisian")]),
    ("id", "Kerusuhan menewaskan 90 orang, 19 di antaranya adalah polisi.", [(90, None), (19, "polisi")]),
    ("id", "Di pihak tentara, 12 orang tewas.", [(12, "tentara")]),
    ("ru", "Погибли 12 сотрудников речной полиции, ещё 30 получили ранения.", [(12, "сотрудников речной полиции"), (30, "сотрудников речной полиции")]),
    ("ru", "Число погибших в городе сотрудников полиции выросло с 3 до 12.", [(3, "сотрудников полиции"), (12, "сотрудников полиции")]),
    ("ru", "Погибли 90 человек. Из них 19 — военные.", [(90, None), (19, "военные")]),
    ("ru", "Среди полицейских погибли 12 человек, свыше 30 ранены.", [(12, "полицейских"), (30, "полицейских")]),
    ("ru", "Потери силовых структур составляют 12 человек убитыми.", [(12, "силовых структур")]),
    ("ru", "Ранее сообщалось о 12 погибших гвардейцах.", [(12, "гвардейцах")]),
    ("ru", "Ранены свыше 1,3 тыс. полицейских.", [(1300, "полицейских")]),
]  # fmt: skip

EVERYBODY = [
    ("en", "Police said 12 people were killed."),
    ("en", "Among the dead, 12 people were found in the river."),
    ("id", "Polisi menyebut 12 orang tewas."),
    ("id", "Tentara melaporkan korban tewas bertambah menjadi 12 orang."),
    ("ru", "Полиция сообщила, что погибли 12 человек."),
    ("ru", "Число погибших выросло до 12, сообщили полицейские."),
]


@pytest.mark.parametrize(("lang", "text", "expected"), COUNTED)
def test_the_population_of_a_figure(lang: str, text: str, expected: list[tuple[float, str | None]]) -> None:
    assert [(value(c), c.who) for c in document(text, lang).counts] == expected


@pytest.mark.parametrize(("lang", "text"), EVERYBODY)
def test_everybody_is_no_population(lang: str, text: str) -> None:
    assert {c.who for c in document(text, lang).counts} == {None}


def test_people_and_their_neighbours_are_counted_apart() -> None:
    made = document("Police said 12 soldiers were killed and 30 people wounded.", "en")

    assert [c.who for c in made.counts] == ["soldiers", None]


def test_one_of_a_group_is_of_the_group() -> None:
    made = document("Sebanyak 12 polisi tewas. Jenazah salah seorang di antara mereka ditemukan di sungai.", "id")

    assert {c.who for c in made.counts} == {"polisi"}
