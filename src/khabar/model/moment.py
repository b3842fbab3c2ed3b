"""Moments: a time in UTC with the precision with which it is known.

A date without a time counts as published at that day's end (design.md, rule 10), so that an answer as of noon never
uses what may have been printed in the evening.
"""

import datetime as dt
from typing import Literal

import msgspec

from khabar.model.errors import UsageError

Precision = Literal["second", "minute", "hour", "day", "month", "year"]


class Moment(msgspec.Struct, frozen=True, order=True):
    """A time in UTC. `at` is an aware datetime in UTC, the last instant that the precision allows for."""

    at: dt.datetime
    precision: Precision = "second"


def parse_moment(words: str, *, zone: dt.tzinfo = dt.UTC) -> Moment:
    """`2022-01-16`, `2022-01-16T12:00Z`, `2022-01-16 12:00:05+05:00`, `2022-01`, `2022`.

    A date, month or year stands for its end in `zone`; a time without an offset is read in `zone`.

    Raises:
        UsageError: the words are no such time.
    """
    words = words.strip()
    try:
        if len(words) == 4:
            return Moment(_last(dt.datetime(int(words) + 1, 1, 1, tzinfo=zone)), "year")
        if len(words) == 7:
            return Moment(_last(_next_month(dt.date.fromisoformat(words + "-01"), zone)), "month")
        if len(words) == 10:
            day = dt.datetime.combine(dt.date.fromisoformat(words), dt.time(), tzinfo=zone)
            return Moment(_last(day + dt.timedelta(days=1)), "day")
        at = dt.datetime.fromisoformat(words)
        return Moment(_utc(at, zone), "second" if at.second else "minute")
    except (ValueError, OverflowError):
        raise UsageError(f"{words!r} is no time; write 2022-01-16 or 2022-01-16T12:00:00Z") from None


def iso(moment: dt.datetime) -> str:
    """The form in which moments are kept and compared: `2022-01-09T12:00:00Z`. Sorts as text."""
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def as_printed(moment: Moment) -> str:
    """The form of a record: a time in UTC, or no more of the date than is known."""
    full = iso(moment.at)
    return {"day": full[:10], "month": full[:7], "year": full[:4]}.get(moment.precision, full)


def _utc(at: dt.datetime, zone: dt.tzinfo) -> dt.datetime:
    return (at if at.tzinfo else at.replace(tzinfo=zone)).astimezone(dt.UTC)


def _last(following: dt.datetime) -> dt.datetime:
    return following.astimezone(dt.UTC) - dt.timedelta(seconds=1)


def _next_month(first: dt.date, zone: dt.tzinfo) -> dt.datetime:
    year, month = divmod(first.year * 12 + first.month, 12)
    return dt.datetime(year, month + 1, 1, tzinfo=zone)
