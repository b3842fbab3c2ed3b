"""Parts of a breakdown whose total is withdrawn: marked, not fallen."""

import pytest

from tests.relating.told import edition, tallies

WHOLE = "A quake in Peru.\n\nThe Interior Ministry said 164 people were killed in Peru, 103 of them in Cusco."
GONE = "A quake in Peru.\n\nThe Interior Ministry withdrew its figure of 164 people killed in Peru, citing a technical error."
OTHER = "A quake in Peru.\n\nThe Red Cross said 103 people were killed in Cusco."
AGAIN = "A quake in Peru.\n\nThe Interior Ministry said on 7 March that 103 people were killed in Cusco."
MORE = "A quake in Peru.\n\nThe Interior Ministry said 225 people were killed in Peru."


def part(*texts: str, by: str = "Interior Ministry") -> tuple[str, tuple[str, ...]]:
    """Status and marks of the 103 of Cusco by somebody, as of all reports, one a day."""
    made = [edition(f"r{day}", f"2024-03-{day:02}T20:00:00Z", text) for day, text in enumerate(texts, 4)]
    (found,) = [c for t in tallies(*made) if t["place"] == "Cusco" for c in t["claims"] if c["source"] == by]
    return found["status"], found["marks"]


def test_a_part_of_a_withdrawn_number_is_marked_and_stands() -> None:
    assert part(WHOLE, GONE) == ("standing", ("whole withdrawn by Interior Ministry",))


@pytest.mark.parametrize("texts", [(WHOLE,), (WHOLE, MORE)])
def test_without_a_fall_there_is_no_mark(texts: tuple[str, ...]) -> None:
    assert part(*texts) == ("standing", ())


def test_another_source_s_number_has_no_part_in_it() -> None:
    assert part(WHOLE, OTHER, GONE, by="Red Cross") == ("standing", ())


def test_said_again_by_itself_on_a_later_day_it_is_free_of_the_mark() -> None:
    assert part(WHOLE, GONE, OTHER, AGAIN) == ("standing", ())
