"""Scales: times and values to places in a drawing."""

import datetime as dt
import itertools
import math
from collections.abc import Iterable

import msgspec

BREAK_DAYS = 10
"""A gap of more days than this is shortened visibly: the axis carries a break mark."""


def when(words: str) -> float:
    """Days since 1970 of an ISO date or moment; a date stands for its noon, so that it lies among the hours of its day."""
    if len(words) == 10:
        words += "T12:00:00+00:00"
    return dt.datetime.fromisoformat(words).timestamp() / 86400


class Times(msgspec.Struct, frozen=True, kw_only=True):
    """A scale of time on which long gaps are shortened: what happens in a night and a year later fit one drawing.

    Attributes:
        at: the known times as days, rising.
        x: where each lies.
        breaks: places in the middle of gaps that were shortened.
    """

    at: tuple[float, ...]
    x: tuple[float, ...]
    breaks: tuple[float, ...]

    def place(self, time: float) -> float:
        """Where a time lies; between known ones in proportion."""
        if len(self.at) == 1 or time <= self.at[0]:
            return self.x[0]
        for (t, u), (x, y) in zip(
            zip(self.at, self.at[1:], strict=False), zip(self.x, self.x[1:], strict=False), strict=True
        ):
            if time <= u:
                return x + (y - x) * (time - t) / (u - t)
        return self.x[-1]


def times(of: Iterable[float], left: float, right: float) -> Times:
    """A scale for some times between two places. Gaps count by their logarithm."""
    at = sorted(set(of)) or [0.0]
    gaps = [math.log1p(4 * (u - t)) + 0.25 for t, u in itertools.pairwise(at)]
    if not gaps:
        return Times(at=tuple(at), x=((left + right) / 2,), breaks=())
    unit = (right - left) / sum(gaps)
    x = [left]
    for gap in gaps:
        x.append(x[-1] + gap * unit)
    breaks = [(x[i] + x[i + 1]) / 2 for i in range(len(gaps)) if at[i + 1] - at[i] > BREAK_DAYS]
    return Times(at=tuple(at), x=tuple(x), breaks=tuple(breaks))


def round_steps(top: float, count: int = 4) -> list[float]:
    """Round values from 0 to at least `top`, about `count` steps."""
    raw = max(top, 1) / count
    power = 10 ** math.floor(math.log10(raw))
    step = next(power * m for m in (1, 2, 5, 10) if power * m >= raw)
    step = max(1.0, step)
    return [step * i for i in range(math.ceil(max(top, 1) / step) + 1)]
