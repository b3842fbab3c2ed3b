"""Situations: the reports of one crisis, told by country and time.

Reports on a country whose days lie no further apart than `GAP` belong to one situation. A report outside of it joins if it
names a time inside of it. What is told depends on the set of reports only, never on their order of arrival.
"""

import datetime as dt
import functools
from bisect import bisect_right
from collections.abc import Iterable

import msgspec

GAP = 30
"""Days without a report after which a country's reports are about something else."""

Day = tuple[str, tuple[tuple[str, str], ...]]
"""A day on which something was reported, and the times named beside it (first and last day)."""


class Episode(msgspec.Struct, frozen=True):
    """A run of days on which a country was reported on, inclusive."""

    start: str
    end: str


class Calendar:
    """The episodes of one root.

    Args:
        days: the days reported on. A day whose report names a time in an earlier episode extends nothing.
    """

    def __init__(self, days: Iterable[Day]) -> None:
        rows = sorted(set(days))
        own = [day for day, named in rows if not older(day, named)]
        self.episodes = _runs(own)
        late = [day for day, named in rows if older(day, named) and self._named(day, named) is None]
        if late:
            self.episodes = _runs([*own, *late])
        self._starts = [e.start for e in self.episodes]

    def episode(self, day: str, named: tuple[tuple[str, str], ...] = ()) -> Episode:
        """The episode that a report of that day belongs to; one of its own where there is none."""
        return self._named(day, named) or self._within(day) or Episode(day, day)

    def _named(self, day: str, named: tuple[tuple[str, str], ...]) -> Episode | None:
        past = older(day, named)
        if not past:
            return None
        fits = {e for e in self.episodes if e.end < day and any(s <= e.end and t >= e.start for s, t in past)}
        return fits.pop() if len(fits) == 1 else None

    def _within(self, day: str) -> Episode | None:
        at = bisect_right(self._starts, day) - 1
        if at < 0:
            return None
        found = self.episodes[at]
        return found if day <= found.end else None


def older(day: str, named: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """The named times that lie further back than a situation's gap and are no longer than a season."""
    return tuple((s, t) for s, t in named if apart(t, day) > GAP and apart(s, t) <= 100)


def _runs(days: list[str]) -> list[Episode]:
    episodes: list[Episode] = []
    for day in sorted(set(days)):
        if episodes and apart(episodes[-1].end, day) <= GAP:
            episodes[-1] = Episode(episodes[-1].start, day)
        else:
            episodes.append(Episode(day, day))
    return episodes


def apart(one: str, other: str) -> int:
    """Days from one ISO date to the other; 0 where one of them is none."""
    first, second = _ordinal(one), _ordinal(other)
    return 0 if first is None or second is None else second - first


@functools.lru_cache(maxsize=65536)
def _ordinal(day: str) -> int | None:
    try:
        return dt.date.fromisoformat(day[:10]).toordinal()
    except ValueError:
        return None
