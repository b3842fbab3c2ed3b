"""Views that are kept say what views made anew say, in whatever order reports came in and whenever somebody asked between."""

import random

import pytest

from khabar.model.reading import Reading
from khabar.pipeline import Ledger
from khabar.relating.views import Views
from tests.relating.hand import report, say
from tests.relating.kazakhstan import history


def reports() -> list[Reading]:
    two = [
        report("ly1", "2022-01-03T08:00:00Z", say(20, "Health Ministry/LY-east"), country="LY"),
        report("ly2", "2022-01-04T08:00:00Z", say(30, "Health Ministry"), country="LY"),
        report("ly3", "2022-01-05T08:00:00Z", say(25, "Interior Ministry/LY-west"), country="LY"),
        report("ly4", "2022-03-05T08:00:00Z", say(9, "Interior Ministry/LY-west"), country="LY"),
        report("ly5", "2022-02-02T08:00:00Z", say(31, "Interior Ministry/LY-west"), country="LY"),
    ]
    return [*history(), *two]


@pytest.mark.parametrize("seed", range(6))
def test_kept_is_anew(seed: int) -> None:
    shuffled = reports()
    random.Random(seed).shuffle(shuffled)
    with Ledger(":memory:") as ledger:
        for at, one in enumerate(shuffled):
            ledger.add(one)
            if at % (seed + 2) == 0:
                ledger.tallies("killed")
                ledger.board()
        kept = ledger.tallies()
        anew = Views(ledger._store).tallies()

    assert kept == anew
    with Ledger(":memory:") as whole:
        whole.add(*reports())
        assert whole.tallies() == kept
