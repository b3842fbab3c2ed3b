"""Whom a verb of harm counts and whom not: those who did it, those of whom nobody suffered, lists, clauses between."""

import pytest

from tests.reading.figures_of import document, figures, value
from tests.reading.reading_of import whole

Figures = list[tuple[str | None, float | None]]

DOERS = [
    ("Three gunmen killed at least two guards near the mint.", [("killed", 2)]),
    ("Three guards killed, two of them women.", [("killed", 3), ("killed", 2)]),
    ("Three guards killed two hurt in a clash.", [("killed", 3), ("injured", 2)]),
    ("The army is accused of killing both soldiers and farmers.", []),
    ("The shells killed seven people, both soldiers and farmers.", [("killed", 7)]),
    ("Both the driver and his passenger died.", [("killed", 2), ("killed", 1)]),
    ("Both drivers were killed.", [("killed", 2)]),
    ("A photograph shows a man carrying the lifeless body of a child.", [("killed", 1)]),
    ("The wife of a guard was killed on Sunday.", [("killed", 1)]),
]

NOBODY = [
    ("None of the 12 passengers was hurt.", [("injured", 0)]),
    ("Nobody of the crew of 12 was hurt, but three firemen were wounded.", [("injured", 0), ("injured", 3)]),
    ("None of the 12 dead was named.", [("killed", 12)]),
    ("The raid killed 19 and there were no more working clinics in the east.", [("killed", 19)]),
    ("There were no more deaths in the east.", [("killed", 0)]),
    ("The flood killed 30 people out of a population of 350,000.", [("killed", 30)]),
    ("Two men were killed at 0615 and 0620.", [("killed", 2)]),
    ("Posted 18:49 UTC+3 Floods killed 1,500 people.", [("killed", 1500)]),
    ("It was unclear whether 12 miners were alive or dead.", [("missing", 12)]),
    (
        "The raid killed 19. The aim is to drive out the townspeople, some 275,000 of whom remain in the hills.",
        [("killed", 19)],
    ),
    (
        "The raid killed 12 people; an estimated 1.5 million civilians are in Lima, including some 250,000 in the hills.",
        [("killed", 12)],
    ),
]

APART = [
    ("Mortar fire kills 12 wounds 50", [("killed", 12), ("injured", 50)]),
    ("A bomber killed 30 people injured 90 on Monday.", [("killed", 30), ("injured", 90)]),
    ("A guard was killed and 25 others on a bus were wounded.", [("killed", 1), ("injured", 25)]),
    ("Shells killed 20 farmers in two parts of the valley.", [("killed", 20)]),
    ("Raids on the market kill 21, hundreds flee", [("killed", 21)]),
    (
        "More than 100 people were killed and 500 others mostly children were affected.",
        [("killed", 100), ("affected", 500)],
    ),
    ("The quake killed 31 people and 12 including nurses were hurt.", [("killed", 31), ("injured", 12)]),
    ("Police say 22 pupils 6 teachers were killed.", [("killed", 22), ("killed", 6)]),
    ("The storm killed five men of one family including a child.", [("killed", 5), ("killed", 1)]),
]

BETWEEN = [
    ("Two members of the mayor's escort, men of the river police, were wounded.", [("injured", 2)]),
    ("Nine members of the town guard who were working in the clinic were killed.", [("killed", 9)]),
    (
        "Two officers who were acting as her bodyguards and a private citizen were wounded.",
        [("injured", 2), ("injured", 1)],
    ),
    ("Two men fled the camp, officials in the town said, and a guard was wounded.", [("displaced", 2), ("injured", 1)]),
    ("On channel 2 Ann Roe, manager of the mill, was killed.", []),
]


@pytest.mark.parametrize(("text", "expected"), DOERS + NOBODY + APART + BETWEEN)
def test_who_suffered(text: str, expected: Figures) -> None:
    assert figures(text) == expected


def test_those_who_say_it_are_not_counted() -> None:
    found = whole("Shells killed four farmers, two residents said on Monday.", "en").figures

    assert [f.best for f in found] == [4]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("id", "Tidak seorang pun dari 12 penumpang terluka.", [("injured", 0)]),
        ("ru", "Никто из 12 пассажиров не пострадал.", [("injured", 0)]),
        ("ru", "Никто из 12 пассажиров не выжил.", [("killed", 12)]),
    ],
)
def test_none_of_many(lang: str, text: str, expected: Figures) -> None:
    assert [f for f in figures(text, lang) if f in expected] == expected
    assert ("injured", 12) not in figures(text, lang)


PARTS = [
    (
        "The fire killed 51 people. The victims included 21 children, 18 women, five nurses and seven drivers.",
        [0, 0, 0, 0],
    ),
    ("At least 31 people died. Twelve children and nine guards were among the dead.", [0, 0]),
    ("At least 31 people died. Nine guards and twelve children were among the dead.", [0, 0]),
    ("The fire killed 51 people. In the port a blast killed 12 people including sailors.", [None]),
    ("The fire killed 51 people. In the port a blast killed 12 people, nine of them sailors.", [None, 1]),
]


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_of_which_whole(text: str, expected: list[int | None]) -> None:
    counts = document(text).counts
    assert [None if c.part_of is None else counts.index(c.part_of) for c in counts[1:]] == expected


STANDING = [
    ("en", "Shells killed five guards in the mine. Two cooks also died and nine miners were also wounded.", []),
    ("en", "Shells killed 56 people in a raid which also wounded dozens. A monitor said 85 people were killed.", []),
    ("en", "A blast killed 30 people. It came a day after gunmen killed 12 people in the port.", [12]),
    ("en", "A day after the quake struck, rescuers counted 12 dead. They had 30 dead by noon.", []),
    ("id", "Ledakan menewaskan 30 orang. Ledakan itu terjadi sehari setelah serangan yang menewaskan 12 orang.", [12]),
    (
        "ru",
        "При взрыве погибли 30 человек. Взрыв произошёл через день после обстрела, при котором погибли 12 человек.",
        [12],
    ),
    (
        "en",
        "A fire killed 30 people. On 12 June shells from the hills above the river hit the crowded old market of the port and its yard, killing 12 people.",
        [12],
    ),
    (
        "en",
        "A fire killed 30 people. On 8 January shells from the hills above the river hit the crowded old market of the port and its yard, killing 12 people.",
        [],
    ),
]


@pytest.mark.parametrize(("lang", "text", "earlier"), STANDING)
def test_which_figures_are_of_another_event(lang: str, text: str, earlier: list[float]) -> None:
    assert [value(c) for c in document(text, lang).counts if c.currency == "earlier"] == earlier


AGAINST = [
    ("en", "The governor had earlier reported a toll of eight while the council gave a death toll of 12.", [8]),
    ("en", "The ministry had initially said 14 people died and 30 were hurt.", [14, 30]),
    ("id", "Sebelumnya gubernur menyebut 8 orang tewas, sedangkan radio melaporkan 12 orang tewas.", [8]),
    ("ru", "Ранее губернатор сообщал, что погибли 8 человек, а радио сообщает, что погибли 12 человек.", [8]),
]


@pytest.mark.parametrize(("lang", "text", "earlier"), AGAINST)
def test_a_number_set_against_a_former_one_stands(lang: str, text: str, earlier: list[float]) -> None:
    assert [value(c) for c in document(text, lang).counts if c.currency == "earlier"] == earlier
