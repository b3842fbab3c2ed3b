"""A wire's correction of its own text: whoever prints the corrected text has altered nothing, and the number set right is the source's."""

import pytest

from khabar.model.edition import Edition
from tests.relating.told import edition, history, tallies

FIRST = (
    "BLANTYRE, Malawi (Sable Wire) - Mudslides killed 71 people in the hills outside Blantyre, police spokesman Peter Kalaya said on Tuesday. "
    "Rescuers dug with their hands for survivors in Chilobwe township as rain kept falling on the slopes above the market.\n"
)
RIGHT = FIRST.replace("71", "17")
NOTICE = "CORRECTS toll to 17, not 71."


def _editions(corrected: str) -> list[Edition]:
    return [
        edition("first", "2024-03-12T08:00:00Z", FIRST, outlet="tidepost.example"),
        edition("second", "2024-03-12T16:00:00Z", corrected, outlet="hillpost.example"),
        edition("third", "2024-03-13T08:00:00Z", FIRST, outlet="lakepost.example"),
    ]


@pytest.mark.parametrize(
    "corrected", [f"{NOTICE}\n{RIGHT}", f"({NOTICE})\n{RIGHT}", f"{RIGHT}({NOTICE})\n", f"{RIGHT}{NOTICE}\n"]
)
def test_another_client_prints_the_corrected_text(corrected: str) -> None:
    (found,) = tallies(*_editions(corrected))

    assert history(found) == [(71, "Police", "withdrawn"), (17, "Police", "standing")]
    assert [c["marks"] for c in found["claims"]] == [(), ()]
    assert {s["outlet"] for s in found["claims"][0]["stale"]} == {"tidepost.example", "lakepost.example"}


def test_a_notice_behind_the_wire_s_name() -> None:
    made = [
        edition("first", "2024-03-12T08:00:00Z", FIRST.replace("Sable Wire", "AP"), outlet="tidepost.example"),
        edition("second", "2024-03-12T16:00:00Z", f"(AP) {NOTICE}\n{RIGHT.replace('Sable Wire', 'AP')}", outlet="hillpost.example"),
    ]
    (found,) = tallies(*made)

    assert history(found) == [(71, "Police", "withdrawn"), (17, "Police", "standing")]


def test_a_client_that_corrects_nothing_has_altered_the_number() -> None:
    (found,) = tallies(*_editions(RIGHT))

    assert history(found) == [(71, "Police", "standing")]
    assert found["claims"][0]["marks"] == ("altered by a carrier",)


def test_a_notice_about_another_number_excuses_no_alteration() -> None:
    (found,) = tallies(*_editions(f"({NOTICE.replace('71', '44')})\n{RIGHT}"))

    assert history(found) == [(71, "Police", "standing")]
