"""What an address asks for: the moment, the clock, and the filters. The same words as on the command line."""

import datetime as dt
from typing import Annotated, Literal, TypedDict

import msgspec
from fastapi import Depends, Query

from khabar.model.errors import UsageError
from khabar.model.moment import iso, parse_moment

Clock = Literal["published", "fetched", "known"]
Words = Annotated[str | None, Query(max_length=200)]
TIME = "2022-01-16 or 2022-01-16T12:00Z"
FORM = {"pattern": r"^(\d{4}(-\d{2}(-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?)?$"}
"""The form of a time, for OpenAPI; whether there is such a time is for `moment_of` to say, with a reason."""


class When(TypedDict):
    """The moment and the clock of a question, as every question of the ledger takes them."""

    as_of: str | None
    clock: str


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """The moment, clock and situation of a question. `as_of` and `since` are ISO moments in UTC or None."""

    as_of: str | None = None
    since: str | None = None
    clock: str = "published"
    situation: str | None = None
    page: int = 1

    @property
    def now(self) -> str:
        """The moment asked for, else this one."""
        return self.as_of or iso(dt.datetime.now(dt.UTC))

    @property
    def when(self) -> When:
        """The moment and the clock."""
        return When(as_of=self.as_of, clock=self.clock)


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """Which claims and tallies are shown; None shows all."""

    measure: str | None = None
    place: str | None = None
    who: str | None = None
    status: str | None = None
    source: str | None = None
    outlet: str | None = None


def asked(
    as_of: Annotated[
        str | None,
        Query(max_length=40, description=f"Use only what was there by then: {TIME}.", json_schema_extra=dict(FORM)),
    ] = None,
    since: Annotated[
        str | None, Query(max_length=40, description=f"Changes since then: {TIME}.", json_schema_extra=dict(FORM))
    ] = None,
    clock: Annotated[Clock, Query(description="Which clock `as_of` is on.")] = "published",
    situation: Words = None,
    page: Annotated[int, Query(ge=1, le=1_000_000, description="Page of the table, from 1.")] = 1,
) -> Asked:
    """The moment and situation of an address. Raises UsageError for a time that is none."""
    return Asked(as_of=moment_of(as_of), since=moment_of(since), clock=clock, situation=situation or None, page=page)


def filtered(
    measure: Words = None,
    place: Words = None,
    who: Words = None,
    status: Words = None,
    source: Words = None,
    outlet: Words = None,
) -> Filter:
    """The filters of an address; an empty one is none."""
    return Filter(
        measure=measure or None,
        place=place or None,
        who=who or None,
        status=status or None,
        source=source or None,
        outlet=outlet or None,
    )


def moment_of(words: str | None) -> str | None:
    """A time as people write it, as an ISO moment in UTC; None for nothing. Raises UsageError."""
    if not words or not words.strip():
        return None
    try:
        return iso(parse_moment(words).at)
    except UsageError:
        raise
    except (ValueError, OverflowError) as e:
        raise UsageError(f"{words!r} is no time; write {TIME}") from e


Moment = Annotated[Asked, Depends(asked)]
Filters = Annotated[Filter, Depends(filtered)]
