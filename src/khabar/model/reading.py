"""A reading: everything read from one edition by one version of the reader. The JSON form is the reading record.

Every span is a half-open pair of code points of `Reading.text`. Indices (`who`, `chain`, `statement`, `part_of`,
`place`, `office`) point into the reading's own lists. No record can be part of a cycle, so all are kept from the garbage collector
(`gc=False`), which would walk over thousands of them again and again.
"""

from typing import Literal

import msgspec

from khabar.model.span import Span, Spans

Voice = Literal["quote", "indirect", "narration"]
Act = Literal["asserts", "denies", "corrects", "withdraws", "disowns", "confirms", "declines", "orders"]
Certainty = Literal["stated", "confirmed", "reported", "unconfirmed", "possible"]
Bound = Literal["exact", "about", "at_least", "at_most", "range", "vague"]
Kind = Literal["level", "change"]
Currency = Literal["current", "earlier", "denied", "projected"]
Basis = Literal["bodies", "identified", "registered", "presumed", "estimated", "unknown"]
SourceKind = Literal["person", "office", "medium", "unnamed", "collective", "document"]


class Interval(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Days, inclusive, as ISO dates; an open end is None. `span` is where the text says so."""

    start: str | None = msgspec.field(default=None, name="from")
    to: str | None = None
    span: Span | None = None


class Doubt(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A caveat: its words, and whose doubt it is (`outlet`, `source`, or the words for who doubts)."""

    span: Span
    by: str = "outlet"


class Refers(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The earlier statement that an act is about, as far as the text tells.

    `value` is its number, `measure` its measure, `said` its day (ISO), `source` an index into `people` of whoever
    is said to have made it.
    """

    value: float | None = None
    measure: str | None = None
    said: str | None = None
    source: int | None = None


class Statement(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A content with its source, cue and voice, its act, and how certain it is and whose doubt that is.

    `who` is the utterer (index into `people`), `chain` runs from the utterer outwards over the relays.
    `reason` holds the words that give a reason for a correction or withdrawal; `again` is true where an earlier
    statement is put back by whoever made it.
    """

    content: Spans
    cue: Spans = ()
    source: Spans = ()
    role: Spans = ()
    affiliation: Spans = ()
    voice: Voice = "narration"
    act: Act = "asserts"
    certainty: Certainty = "stated"
    doubt: Doubt | None = None
    who: int | None = None
    chain: tuple[int, ...] = ()
    addressee: int | None = None
    said: Interval | None = None
    refers: Refers | None = None
    reason: str | None = None
    again: bool = False


class Figure(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A count in a statement. `best` is None where the wording gives no point; `high` is None where it is open.

    `who` is the population as the text has it (lower case), or None for everybody; `span` are the words of the number with its
    bound; `part_of` is the figure that this one is a part of; `place` is an index into `places`;
    `events` are the kinds of event told with it (`nature`, `violence`, `transport`, `illness`).
    """

    statement: int | None
    measure: str
    basis: Basis = "unknown"
    low: float | None = None
    best: float | None = None
    high: float | None = None
    bound: Bound = "exact"
    wording: str = ""
    who: str | None = None
    span: Span
    kind: Kind = "level"
    part_of: int | None = None
    currency: Currency = "current"
    place: int | None = None
    window: Interval | None = None
    events: tuple[str, ...] = ()


class Breakdown(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Figures of which the text says that they are all of another one: "21 in Kota and the remaining 40 in Desa".

    `total` and `parts` are indices of figures, `span` the words that say so.
    """

    total: int
    parts: tuple[int, ...]
    span: Span


class Quantity(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A number of any kind (people, money, percent, metres) with its bound; `span` are its words."""

    low: float | None = None
    best: float | None = None
    high: float | None = None
    bound: Bound = "exact"
    span: Span


class Source(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Somebody or something that statements rest on, one entry a report however often mentioned.

    `type` is the type of an office or medium in general office data (`ministry.health`); `office` is the index of the office for which
    a person speaks; `authority` is a country code where the text itself settles it, or `=` and the name of one of several administrations; `place` an index into `places`.
    """

    id: int
    name: str
    kind: SourceKind
    role: str | None = None
    office: int | None = None
    type: str | None = None
    authority: str | None = None
    place: int | None = None
    mentions: Spans = ()


class Place(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A place named in the text; `country` is its ISO 3166 alpha-2 code, `geonames` its number there."""

    span: Span
    name: str
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    country: str | None = None


class TimeSpan(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A time named in the text, as days inclusive."""

    span: Span
    start: str | None = msgspec.field(default=None, name="from")
    to: str | None = None
    precision: str = "day"


class Dateline(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The head of a report: an index into `places`, and an ISO date."""

    place: int | None = None
    date: str | None = None


class ReaderVersion(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Who read: the program, its version, and a digest of its rules and language data."""

    name: str = "khabar"
    version: str = "0"
    rules: str = ""


class Reading(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The reading record of one edition."""

    id: str
    lang: str | None = None
    lang_confidence: float | None = None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    published_precision: str | None = None
    byline: str | None = None
    credit: tuple[str, ...] = ()
    dateline: Dateline | None = None
    text: str
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    people: tuple[Source, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[TimeSpan, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
    reader: ReaderVersion = ReaderVersion()
    notes: tuple[str, ...] = ()
