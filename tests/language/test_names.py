"""Names across scripts and spellings."""

import pytest

from khabar.language.names import key, printed, same_person

SPELLINGS = [
    ["Tokayev", "Tokaev", "Токаев", "Toqaev", "Toqayev", "Tokaýev"],
    ["Shalabayev", "Shalabaev", "Шалабаев", "Şalabaev", "Šalabaev"],
    ["Serdyukov", "Serdiukov", "Сердюков"],
    ["Zelensky", "Zelenskyy", "Зеленский", "Zelenskiy"],
    ["Kassym-Jomart", "Qasym-Jomart", "Касым-Жомарт", "Kasym-Zhomart"],
    ["Turgumbayev", "Тургумбаев"],
    ["Yerlan", "Erlan", "Ерлан"],
    ["Gorbachev", "Горбачёв", "Gorbachyov"],
    ["Netanyahu", "Нетаньяху"],
    ["Galvan", "Galván", "Гальван"],
]


@pytest.mark.parametrize("spellings", SPELLINGS, ids=lambda s: s[0])
def test_spellings_of_one_name_have_one_key(spellings: list[str]) -> None:
    assert {key(s) for s in spellings} == {key(spellings[0])}


def test_different_names_have_different_keys() -> None:
    assert len({key(s[0]) for s in SPELLINGS}) == len(SPELLINGS)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tokayev", "Касым-Жомарт Токаев"),
        ("K. Tokayev", "Kassym-Jomart Tokayev"),
        ("Токаев Касым-Жомарт Кемелевич", "Kassym-Jomart Tokayev"),
        ("Muammar Gaddafi", "Muammar al-Qadhafi"),
        ("Muammar Gaddafi", "Муаммар Каддафи"),
        ("Joko Widodo", "Widodo"),
    ],
)
def test_may_be_one_person(one: str, other: str) -> None:
    assert same_person(one, other)
    assert same_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Berik Asylov", "Serik Asylov"),
        ("Jane Roe", "Jane Doe"),
        ("B. Asylov", "Serik Asylov"),
        ("Tokayev", "Turgumbayev"),
        ("", "Jane Roe"),
    ],
)
def test_are_two_persons(one: str, other: str) -> None:
    assert not same_person(one, other)


def test_names_are_printed_in_latin_letters() -> None:
    assert printed("Ерлан Тургумбаев") == "Yerlan Turgumbayev"
    assert printed("Jane Roe") == "Jane Roe"
