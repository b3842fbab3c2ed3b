"""The simulated world as records: who speaks, what is said, which report prints it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

STOCKS = frozenset({"missing", "detained", "displaced"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Place:
    """A country or a city in it."""

    name: str
    country: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Entity:
    """Somebody who can be a source: person, office, medium, unnamed or collective."""

    name: str
    kind: str
    label: str
    authority: str
    type: str | None = None
    variants: tuple[str, ...] = ()
    article: bool = False
    place: Place | None = None
    admin: Entity | None = None
    office: Entity | None = None
    role: str | None = None

    @property
    def owner(self) -> Entity:
        """The office on whose behalf a person speaks, else the entity itself."""
        return self.office or self

    @property
    def named(self) -> bool:
        """Whether the source counts in the lower end of support."""
        return self.kind not in ("unnamed", "collective")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """One thing that is counted in one situation."""

    measure: str
    place: Place
    who: str | None = None
    whole: bool = True

    @property
    def stock(self) -> bool:
        """Whether the measure may fall without anybody being wrong."""
        return self.measure in STOCKS


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A number as worded: low, best, high (None is open) and its bound."""

    low: int | None
    best: int | None
    high: int | None
    bound: str = "exact"
    words: str = ""

    @property
    def triple(self) -> tuple[int | None, int | None, int | None]:
        """Low, best, high."""
        return (self.low, self.best, self.high)

    @property
    def point(self) -> int:
        """The number by which "lower" and "higher" are told."""
        numbers = [n for n in (self.best, self.low, self.high) if n is not None]
        return numbers[0]

    def meets(self, other: Value) -> bool:
        """Whether the two intervals, read with their bounds, share a number."""
        return _floor(self) <= _ceiling(other) and _floor(other) <= _ceiling(self)


def _floor(value: Value) -> float:
    return 0 if value.low is None else value.low


def _ceiling(value: Value) -> float:
    return float("inf") if value.high is None else value.high


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Extra:
    """A figure that goes with a claim and is no rival of it: part, breakdown, change, other basis."""

    kind: str
    value: Value
    who: str | None = None
    place: Place | None = None
    closes: bool = False  # the words before it say that with it all are told


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Claim:
    """One source's figure for one tally, said at one time."""

    key: str
    tally: Tally
    speaker: Entity
    value: Value
    at: datetime
    reason: str | None = None
    refers: Claim | None = None
    repeats: Claim | None = None
    misprint_of: Claim | None = None
    extras: tuple[Extra, ...] = ()
    counted: bool = False

    @property
    def source(self) -> Entity:
        """The office or other source whose claim it is."""
        return self.speaker.owner

    @property
    def day(self) -> date:
        """The day on which it was said."""
        return self.at.date()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Act:
    """What somebody does to a claim: withdraws, disowns, denies, reinstates, corrects."""

    key: str
    kind: str
    actor: Entity
    claim: Claim
    at: datetime
    reason: str | None = None
    words: str = ""
    target: Entity | None = None
    by_day: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Carriage:
    """That a report prints a claim, and how."""

    claim: Claim
    relay: Entity | None = None
    how: str = "attributed"  # attributed, shallow, bare, unattributed, altered, previous, undated
    caveat: bool = False
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Statement:
    """What a sentence states, before it has offsets."""

    voice: str = "indirect"
    act: str = "asserts"
    chain: tuple[Entity, ...] = ()
    said: date | None = None
    refers: Act | Claim | None = None
    reason: str | None = None
    again: bool = False
    doubted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Figure:
    """A count in a statement, before it has offsets."""

    statement: Statement
    measure: str
    value: Value
    place: Place
    who: str | None = None
    kind: str = "level"
    basis: str = "unknown"
    part_of: Figure | None = None
    currency: str = "current"
    window: tuple[date | None, date] | None = None
    claim: Claim | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Breakdown:
    """Figures of which the text says that they are all of another one, before it has offsets."""

    total: Figure
    parts: tuple[Figure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One edition as published."""

    id: str
    outlet: str
    url: str
    title: str
    published: datetime
    sentences: tuple[tuple[tuple[str, tuple[tuple[str, object], ...]], ...], ...]
    credit: tuple[str, ...] = ()
    by_day: bool = False
    carries: tuple[Carriage, ...] = ()
    acts: tuple[Act, ...] = ()
    events: tuple[str, ...] = ()

    @property
    def counts_from(self) -> datetime:
        """The moment from which it counts: a bare date counts at that day's end (rule 10)."""
        if not self.by_day:
            return self.published
        return self.published.replace(hour=0, minute=0, second=0) + timedelta(days=1, seconds=-1)


@dataclass(slots=True, kw_only=True)
class Situation:
    """One crisis: all that was said and printed of it."""

    id: str
    country: Place
    crisis: str
    reports: list[Report] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)
    others: list[tuple[str, Value, date]] = field(default_factory=list)
    near: dict[str, list[str]] = field(default_factory=dict)
