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


@pytest.mark.parametrize("as_of", ["2022-01-08T12:00:00Z", "2022-01-12", "2022-02-10"])
def test_the_newest_of_a_past_moment_are_those_of_all(as_of: str) -> None:
    with Ledger(":memory:") as ledger:
        ledger.add(*reports())
        tallies = ledger.tallies(as_of=as_of)
        newest = sorted(tallies, key=lambda t: (t.changed, t.id), reverse=True)
        names = {t.situation for t in tallies}
        told = [(n, [t for t in tallies if t.situation == n]) for n in names]
        counted = sorted(((n, len(own), max(t.changed for t in own)) for n, own in told), key=lambda s: (s[2], s[0]))

        assert ledger.board(as_of=as_of, limit=None) == newest
        assert [ledger.board(as_of=as_of, limit=n) for n in (1, 3)] == [newest[:1], newest[:3]]
        assert ledger.situations(as_of=as_of) == counted[::-1]
        assert [t for p in ("Kazakhstan", "Almaty", "Libya") for t in ledger.tallies(place=p, as_of=as_of)] == [
            t for p in ("Kazakhstan", "Almaty", "Libya") for t in tallies if t.place == p
        ]


def test_what_is_held_of_a_past_moment_gives_way_to_what_is_added() -> None:
    with Ledger(":memory:") as ledger:
        ledger.add(report("ly1", "2022-01-03T08:00:00Z", say(20, "Health Ministry"), country="LY"))
        assert [c.best for t in ledger.tallies(as_of="2022-01-04") for c in t.claims] == [20]
        ledger.add(report("ly2", "2022-01-03T09:00:00Z", say(30, "Health Ministry"), country="LY"))
        ledger.add(report("ly3", "2022-01-09T09:00:00Z", say(40, "Health Ministry"), country="LY"))

        assert [c.best for t in ledger.tallies(as_of="2022-01-04") for c in t.claims] == [20, 30]
