"""English figures as pages word them: parts called by a force, numbers before their toll, ages in a row, counts of places, what stands and what is former."""

import pytest

from tests.reading.reading_of import whole

Told = list[tuple[float | None, str, str, bool]]


def told(text: str) -> Told:
    """Each figure: number, measure, currency, whether it is a part."""
    return [
        (f.best if f.best is not None else f.low, f.measure, f.currency, f.part_of is not None)
        for f in whole(text, "en").figures
    ]


def now(*numbers: int, measure: str = "killed", parts: int = 0) -> Told:
    """Figures that stand, of which so many at the end are parts."""
    first = len(numbers) - parts
    return [(n, measure, "current", i >= first) for i, n in enumerate(numbers)]


PARTS: list[tuple[str, Told]] = [
    ("The court said 80 people died, of them 12 police.", now(80, 12, parts=1)),
    ("Judges put the toll at 80, of them 12 police.", now(80, 12, parts=1)),
    ("The toll stood at 80, including 12 police and 4 children.", now(80, 12, 4, parts=2)),
    ("The court said 80 were killed, 12 of them police.", now(80, 12, parts=1)),
    ("Eighty people died, among them 12 soldiers and police.", now(80, 12, parts=1)),
    ("Twelve children are among the deceased, the mayor said.", now(12)),
    ("Eighty people died. Police fired 12 shots.", now(80)),
]

LED: list[tuple[str, Told]] = [
    ("The council has revised to 24 the number of people killed.", now(24)),
    ("The storm brought to 24 the number of dead.", now(24)),
    ("From 12 to 24 the number of visitors rose.", []),
    ("Shelters currently host around 6,650 people.", now(6650, measure="displaced")),
]

NOBODY: list[tuple[str, Told]] = [
    ("The monitor counted 208 deaths, including two boys aged 15 and 17.", now(208, 2, parts=1)),
    ("The fire killed a boy aged 15 and 17 others.", now(1, 17)),
    ("In the valley, 7,750 people in nine townships were displaced.", now(7750, measure="displaced")),
    ("Some 1.3 million people across 25 of the 33 districts have been affected.", now(1300000, measure="affected")),
    ("One of the strongest storms ever to hit the coast, it has killed 20 people in the hills.", now(20)),
]

FORMER: list[tuple[str, Told]] = [
    ("It is the worst fire since a 1970 blaze killed 38.", [(38, "killed", "earlier", False)]),
    ("It is the deadliest fire since 2011, when 15 people died.", [(15, "killed", "earlier", False)]),
    ("It is the worst attack since October 2020, when eight people were killed.", [(8, "killed", "earlier", False)]),
    ("The council said 12 people had been killed, including three nurses.", now(12, 3, parts=1)),
    ("The council said 12 had been killed and 30 injured.", [*now(12), *now(30, measure="injured")]),
    ("It was 30 on Monday; it had been 26.", []),
]


@pytest.mark.parametrize(("text", "expected"), PARTS + LED + NOBODY + FORMER)
def test_english_figures(text: str, expected: Told) -> None:
    assert told(text) == expected


def test_a_window_of_time_is_an_epidemics_own() -> None:
    ill = "The outbreak of cholera has killed 25 people. The ministry reported two deaths in the past week."
    other = "The bomb killed 25 people. The ministry reported two deaths in other attacks in the past week."

    assert [c for _, _, c, _ in told(ill)] == ["current", "current"]
    assert [c for _, _, c, _ in told(other)] == ["current", "earlier"]


WHOLES: list[tuple[str, Told]] = [
    ("Of the 31 dead, 12 were children.", now(31, 12, parts=1)),
    ("Among the 31 dead were 12 children.", now(31, 12, parts=1)),
    ("Of those 31 people killed, 12 were miners.", now(31, 12, parts=1)),
    ("Six of the 34 people killed were children.", [(6, "killed", "current", True), (34, "killed", "current", False)]),
    ("Sixty-three of the 4,210 patients have died.", now(63)),
    ("The council put the number of wounded at 340, 40 of them seriously.", now(340, 40, measure="injured", parts=1)),
    ("Police said 88 people had been detained, of whom 70 had since been released.", [(88, "detained", "current", False), (70, "released", "current", True)]),
    ("The toll, which stood at 12 on Friday, has risen to 31.", [(12, "killed", "earlier", False), (31, "killed", "current", False)]),
    ("Among the fighters there are 655 dead and 491 wounded.", [*now(655), *now(491, measure="injured")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WHOLES)
def test_wholes_and_their_parts(text: str, expected: Told) -> None:
    assert told(text) == expected
