"""One crisis as large as wanted, for pages to be looked at: python benchmarks/crisis.py --reports 5000 LEDGER.

The simulator's world has many crises of some hundred reports each. This one has the same scenes, in one country over a month:
the whole country's count of each measure, and the count of each of its cities, printed again and again by the same outlets.
"""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from khabar.pipeline import Ledger
from simulator.cast import HABITS, cast_of, governor
from simulator.coverage import cover
from simulator.model import Report, Situation, Tally
from simulator.plot import Thread, types_for
from simulator.record import record_of
from simulator.stage import Stage
from simulator.world import LAST_DAY, walk

COUNTRY = ("Kenya", "KE", "Nairobi Mombasa Kisumu Nakuru Eldoret Thika Malindi Garissa")
START = datetime(2024, 3, 4, 6, tzinfo=UTC)
FLOORS = {"killed": 140, "injured": 600, "missing": 90, "detained": 300, "displaced": 9_000}
SMALL = 40
"""A city's count begins at this part of the country's."""


def crisis(reports: int, *, seed: int = 1) -> list[Report]:
    """The reports of one crisis, in the order published."""
    rng = Random(seed)
    cast = cast_of(rng, 1, *COUNTRY)
    stage = Stage(rng=rng, cast=cast, start=START, made=Situation(id="s1", country=cast.country, crisis=cast.crisis))
    for thread in threads(stage):
        while (thread.now - START).days <= LAST_DAY:
            walk(thread)
    while len(stage.made.reports) < reports:
        cover(stage, rng.choice(stage.made.claims))
    return sorted(stage.made.reports, key=lambda r: (r.counts_from, r.id))[:reports]


def threads(stage: Stage) -> list[Thread]:
    """The whole country's counts, and those of each city on its governor's word."""
    return [
        *(_thread(stage, Tally(measure=m, place=stage.cast.country), FLOORS[m]) for m in HABITS),
        *(_local(stage, m, n) for n in range(len(stage.cast.cities)) for m in ("killed", "injured", "displaced")),
    ]


def _thread(stage: Stage, tally: Tally, floor: int) -> Thread:
    return Thread(
        stage=stage, tally=tally, side=stage.cast.sides[0], now=stage.start, floor=floor, types=types_for(tally.measure)
    )


def _local(stage: Stage, measure: str, number: int) -> Thread:
    city = stage.cast.cities[number]
    thread = _thread(stage, Tally(measure=measure, place=city, whole=False), max(1, FLOORS[measure] // SMALL))
    thread.owner = governor(city)
    return thread


def main(arguments: list[str] | None = None) -> int:
    """Writes a ledger of one crisis."""
    parser = argparse.ArgumentParser(prog="crisis", description=__doc__)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--reports", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    made = crisis(given.reports, seed=given.seed)
    with Ledger(given.ledger) as ledger:
        ledger.add_readings(record_of(r) for r in made)
        told = ledger.situations()
    sys.stdout.write(f"{len(made)} reports over {LAST_DAY} days: {told}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
