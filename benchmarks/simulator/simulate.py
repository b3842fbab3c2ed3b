"""From a seed and a size to readings and truth."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from .model import Report, Situation
from .record import Record, record_of
from .truth import Row, truth_of
from .world import reports_of, world

MOMENTS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulation:
    """A simulated world in full."""

    situations: list[Situation]
    reports: list[Report]
    moments: list[datetime]

    def readings(self) -> list[Record]:
        """One reading record a report, in the order published."""
        return [record_of(r) for r in self.reports]

    def truth(self) -> list[Row]:
        """The truth as of each moment."""
        return truth_of(self.situations, self.moments)

    def falls(self) -> Counter[str]:
        """How many claims have fallen at the end, and how."""
        last = truth_of(self.situations, self.moments[-1:])
        return Counter(r["status"] for r in last if r["kind"] == "claim" and r["status"] != "standing")

    def near_misses(self) -> Counter[str]:
        """How many things look like a fall and are none."""
        found: Counter[str] = Counter()
        for situation in self.situations:
            printed = {c.claim.key for r in situation.reports for c in r.carries}
            found.update({kind: sum(k in printed for k in keys) for kind, keys in situation.near.items()})
        return found


def run(seed: int, reports: int, *, thin: bool = False) -> Simulation:
    """The world of a seed, with exactly so many reports."""
    situations = world(seed, reports, thin=thin)
    printed = reports_of(situations)
    return Simulation(situations=situations, reports=printed, moments=_moments(seed, printed))


def _moments(seed: int, reports: list[Report]) -> list[datetime]:
    """Five moments while things happen, and the end."""
    if not reports:
        return []
    rng = Random(f"{seed}/moments")
    picked = sorted(rng.sample(range(len(reports)), min(MOMENTS, len(reports))))
    inside = [reports[i].counts_from + timedelta(minutes=rng.randint(1, 20), seconds=30) for i in picked]
    return [*inside, max(r.counts_from for r in reports) + timedelta(days=30)]


def simulate(seed: int, reports: int) -> tuple[list[Record], list[Row]]:
    """Readings and truth."""
    made = run(seed, reports)
    return made.readings(), made.truth()
