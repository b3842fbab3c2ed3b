"""Who made a count, and how far back a caveat reaches over what is only told of the number."""

import pytest

from khabar.intake.options import IntakeOptions
from khabar.model.reading import Reading
from khabar.pipeline import read_text


def read(text: str) -> Reading:
    return read_text(text, options=IntakeOptions(lang="en"))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Nineteen people have died, according to a tally by Lumbir Press.", "a tally by Lumbir Press"),
        ("Nineteen people have died, according to a list kept by the Lumbir Observatory.", "a list kept by the Lumbir Observatory"),
        ("Nineteen people have died, according to a tally by Friday evening.", "a tally"),
        ("Nineteen people died, the mayor said by telephone.", "the mayor"),
    ],
)
def test_who_made_a_count_is_part_of_the_source(text: str, source: str) -> None:
    (said,) = [s for s in read(text).statements if s.cue]

    assert " ".join(text[a:b] for a, b in said.source) == source


def test_a_caveat_reaches_the_number_over_what_is_told_of_it() -> None:
    text = (
        "Soldiers killed 55 protesters in the port, the Movement for Renewal said. "
        "Its secretary, Jane Roe, said the number was drawn up by lawyers. It could not be independently verified."
    )

    assert [s.certainty for s in read(text).statements][:1] == ["unconfirmed"]


def test_a_caveat_reaches_no_further_than_what_is_said_of_something_else() -> None:
    text = (
        "Soldiers killed 55 protesters in the port, the ministry said. "
        "Jane Roe of the Movement for Renewal said the bridge had been blown up. It could not be independently verified."
    )

    assert [s.certainty for s in read(text).statements][:2] == ["stated", "unconfirmed"]


def test_gunmen_who_attack_say_nothing() -> None:
    text = "Gunmen attacked three villages and killed 47 people, the government said."

    assert [" ".join(text[a:b] for a, b in s.source) for s in read(text).statements if s.cue] == ["the government"]
