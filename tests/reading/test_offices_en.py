"""English offices with their place behind them, offices for disasters, and the town of a dateline."""

import pytest

from tests.reading.reading_of import whole

OFFICES: list[tuple[str, tuple[str, str | None, str | None]]] = [
    ("Police in Ghana said 12 people died.", ("office", "police", "GH")),
    ("Officials in Ghana said 12 people died.", ("office", "authorities", "GH")),
    ("Health officials in Nepal said 12 people died.", ("office", "agency.health", "NP")),
    ("The National Institute for Disaster Management in Mozambique said 12 people died.", ("office", "agency.disaster", "MZ")),
    ("Nepal's National Centre for Disaster Control reported 12 deaths.", ("office", "agency.disaster", "NP")),
    ("Authorities in Accra, Ghana, said 12 people died.", ("office", "authorities", "GH")),
    ("Police with dogs said 12 people died.", ("collective", None, None)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), OFFICES)
def test_an_office_with_its_place_behind_it(text: str, expected: tuple[str, str | None, str | None]) -> None:
    reading = whole(text, "en")
    one = reading.people[reading.statements[0].who or 0]

    assert (one.kind, one.type, one.authority) == expected


THE_TOWN = [
    ("TARAZ, Kazakhstan, May 10 (Reuters) - The mayor said 14 people died in the town.", ["Taraz"]),
    ("A blast in Kano killed 12 people. In the city, 30 more were hurt.", ["Kano", "Kano"]),
    ("A blast in Kano killed 12 people. Thirty died in the town of Zaria.", ["Kano", "Zaria"]),
    ("Officials in Peru said 12 people died. Nine died in the town.", [None, None]),
    ("A blast in Kano killed 12 people. The town hall burned, and 30 died.", ["Kano", None]),
]


@pytest.mark.parametrize(("text", "expected"), THE_TOWN)
def test_the_town_is_the_one_named_last(text: str, expected: list[str | None]) -> None:
    reading = whole(text, "en")

    assert [None if f.place is None else reading.places[f.place].name for f in reading.figures] == expected
