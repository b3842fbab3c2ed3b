"""What one reading brings to the ledger: mentions of figures and acts, flat and by themselves, before any other report is seen."""

import msgspec

from khabar.model.reading import Breakdown
from khabar.model.span import Span


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """One member of a chain as its report names it.

    Attributes:
        name: as printed there.
        kind: `SourceKind` of the reading.
        type: type of office or medium; None where unknown.
        authority: where the text itself settles it.
        country: country of the place that the report gives to it.
        place, seat: key and name of that place; `""` and None for none or a whole country.
        person: the person who speaks for the office.
        role: that person's role.
        parent: type of the office that the text sets over it.
        own: what in the name is the body's own, beside its kind and place (`relating/bodies.py`).
        apart: not empty where a ruling says that it is another one than its name tells.
    """

    name: str
    kind: str
    type: str | None = None
    authority: str | None = None
    country: str | None = None
    place: str = ""
    seat: str | None = None
    person: str | None = None
    role: str | None = None
    parent: str | None = None
    own: str = ""
    apart: str = ""


class Counted(msgspec.Struct, frozen=True, array_like=True):
    """The narrower place for which a figure was given that counts in its country's tally, and the figure that ties it there."""

    place: str
    name: str
    edition: str
    span: Span


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A figure as one report has it.

    Attributes:
        edition, number: the edition and the index of the figure in its reading.
        root: the country, or else the place, whose situations the figure can belong to.
        measure, basis, population, place: what is counted (`population` and `place` as keys).
        low, best, high: the value; `bound` and `wording` as read.
        said: days (first, last) on which the text says it was said; else None.
        window: days for which the count is said to hold, either may be None.
        named: days (first, last) named around it, by which a later report can join an earlier situation.
        chain: utterer first, then relays; empty where nobody is named.
        replaces: values of the same thing that the report calls earlier or that the statement refers to.
        whole: (measure, population, place, low, high) of the figure that this one is a part of.
        breakdowns: its parts by number, where the text says that they are all of it.
        events: the kinds of event told with it; kinds that cannot be one are never held against one another.
        spot: the place that the text gives, where the figure counts in the country's tally all the same (`relating/grain.py`).
        rulings: the rulings that acted on it; `confirmed`, `rejected` and `situation` are what they said.
        line: the line of its report, from 0.
        span, ground: the figure's span and the spans that show who says it.
    """

    edition: str
    number: int
    root: str
    measure: str
    basis: str = "unknown"
    population: str = ""
    place: str = ""
    low: float | None = None
    best: float | None = None
    high: float | None = None
    bound: str = "exact"
    wording: str = ""
    kind: str = "level"
    currency: str = "current"
    certainty: str = "stated"
    doubt: str | None = None
    act: str = "asserts"
    reason: str | None = None
    again: bool = False
    said: tuple[str, str] | None = None
    window: tuple[str | None, str | None] | None = None
    named: tuple[tuple[str, str], ...] = ()
    chain: tuple[Link, ...] = ()
    replaces: tuple[float, ...] = ()
    whole: tuple[str, str, str, float | None, float | None] | None = None
    breakdowns: tuple[Breakdown, ...] = ()
    events: tuple[str, ...] = ()
    who: str | None = None
    place_name: str | None = None
    spot: Counted | None = None
    line: int = 0
    span: Span = (0, 0)
    ground: tuple[Span, ...] = ()
    lang: str | None = None
    rulings: tuple[int, ...] = ()
    confirmed: bool = False
    rejected: bool = False
    situation: str | None = None


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """An act on an earlier statement, as one report has it.

    Attributes:
        act: `denies`, `corrects`, `withdraws`, `disowns`, `confirms`.
        chain: who acts, then relays; empty where the report itself does.
        measure, population, place, of_day, target: the statement acted on, as far as the text tells.
        values: all values that the act's statement denies or calls earlier.
        said: days on which the act was done.
        instead: the values that the same statement puts in the place of the old.
    """

    edition: str
    number: int
    root: str
    act: str
    chain: tuple[Link, ...] = ()
    measure: str | None = None
    population: str | None = None
    place: str | None = None
    values: tuple[float, ...] = ()
    instead: tuple[float, ...] = ()
    of_day: str | None = None
    target: Link | None = None
    said: tuple[str, str] | None = None
    reason: str | None = None
    again: bool = False
    named: tuple[tuple[str, str], ...] = ()
    ground: tuple[Span, ...] = ()


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """The edition a mention comes from: when, where, whose words. `at` is when it was published."""

    edition: str
    address: str
    at: str
    outlet: str | None = None
    url: str | None = None
    lang: str | None = None
    credit: tuple[str, ...] = ()


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """All that one reading brings."""

    edition: str
    mentions: tuple[Mention, ...] = ()
    acts: tuple[Act, ...] = ()
