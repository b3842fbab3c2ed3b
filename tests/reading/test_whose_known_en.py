"""How deaths are known, what a model foresees, sentences that give the numbers before them: whose number it is in English."""

import pytest

from tests.reading.reading_of import whole

Told = list[tuple[float | None, str | None, str]]


def told(text: str) -> Told:
    """Each figure: number, who gives it, currency."""
    reading = whole(text, "en")
    out: Told = []
    for figure in reading.figures:
        statement = None if figure.statement is None else reading.statements[figure.statement]
        who = None if statement is None or statement.who is None else reading.people[statement.who].name
        out.append((figure.best if figure.best is not None else figure.low, who, figure.currency))
    return out


KNOWN: list[tuple[str, Told]] = [
    ("The number of people confirmed dead reached 74, officials said.", [(74, "officials", "current")]),
    ("Twelve miners reported missing have been found, the union said.", [(12, "union", "current")]),
    ("The police would confirm 69 arrests.", [(69, "police", "current")]),
    ("The army could confirm only 12 deaths.", [(12, "army", "current")]),
    ("The army warned that the toll could reach 40.", [(40, "army", "projected")]),
    ("A model of the ministry foresees 120 to 180 deaths.", [(120, "ministry", "projected")]),
]

QUOTED: list[tuple[str, Told]] = [
    ('"We have five dead," Ion Barbu said. Two are missing.', [(5, "Ion Barbu", "current"), (2, "Ion Barbu", "current")]),
    ("At least 71 people are dead. Those are the numbers given by Omar Saberi on Friday.", [(71, "Omar Saberi", "current")]),
    ("At least 71 people are dead. Those were days given to the town by Omar Saberi.", [(71, None, "current")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), KNOWN + QUOTED)
def test_whose_number_it_is(text: str, expected: Told) -> None:
    found = told(text)

    assert [(n, c) for n, _, c in found] == [(n, c) for n, _, c in expected]
    for (_, who, _), (_, wanted, _) in zip(found, expected, strict=True):
        assert (who is None) == (wanted is None)
        assert wanted is None or wanted.lower() in (who or "").lower()
