"""Who denies, takes back or never gave a number: what the ledger makes of it."""

import pytest

from tests.relating.told import edition, history, tallies

SAID = "A flood in Peru.\n\nThe Red Cross said 42 people were killed in Peru."


def fate(text: str, by: str = "Red Cross") -> tuple[str, str]:
    """Status and rule of the 42 by somebody, after a second report."""
    (found,) = tallies(edition("a", "2024-03-04T08:00:00Z", SAID), edition("b", "2024-03-05T08:00:00Z", text))
    (claim,) = [c for c in found["claims"] if c["best"] == 42 and c["source"] == by]
    return claim["status"], claim["grounds"][-1]["rule"]


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        ("The Red Cross denied that 42 people were killed in Peru.", ("withdrawn", "withdrawn-by-owner")),
        ("The Red Cross withdrew its figure of 42 people killed in Peru.", ("withdrawn", "withdrawn-by-owner")),
        ("The Red Cross denied having said that 42 people were killed in Peru.", ("disowned", "disowned")),
        ("The Red Cross said it had never given a figure of 42 people killed in Peru.", ("disowned", "disowned")),
    ],
)
def test_an_owner_s_word(act: str, expected: tuple[str, str]) -> None:
    assert fate(f"A flood in Peru.\n\n{act}") == expected


def test_another_s_denial_changes_no_status() -> None:
    assert fate("A flood in Peru.\n\nThe Interior Ministry denied that 42 people were killed in Peru.")[0] == "standing"


def test_what_one_never_gave_to_somebody_is_one_s_own() -> None:
    told = (
        "A flood in Peru.\n\nThe United Nations said 42 people were killed in Peru. The United Nations cited the Red Cross. "
        "The Red Cross said that it never released the high death toll to the United Nations."
    )
    assert fate(told) == ("disowned", "disowned")


def test_who_finds_a_number_too_high_and_gives_an_own_one_takes_back_nothing() -> None:
    own = "A flood in Peru.\n\nPresident Luis Prado said 25 people were killed in Peru."
    later = (
        "A flood in Peru.\n\nPolice chief Juan Soria said 100 people may have died in Peru. "
        "President Luis Prado said that Soria's estimate was too high, and that 25 was a more realistic figure."
    )
    (found,) = tallies(edition("a", "2024-03-04T08:00:00Z", own), edition("b", "2024-03-05T08:00:00Z", later))
    assert (25, "Presidential Office", "standing") in history(found)
