"""The document under reading: what the components of the reader hand on to one another.

Each component is a callable from document to None that fills the fields it gives and needs those that it names
(`reader.py` holds the order). Nothing here leaves the reader: `record.py` turns a finished document into a frozen `Reading`.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from operator import attrgetter, itemgetter
from typing import Any, TypeVar

import msgspec

from khabar.language.base import Language
from khabar.language.lexicon import Hit
from khabar.model.edition import Edition
from khabar.model.reading import (
    Act,
    Basis,
    Bound,
    Certainty,
    Currency,
    Doubt,
    Interval,
    Kind,
    Quantity,
    Refers,
    Source,
    SourceKind,
    Voice,
)
from khabar.model.span import Span

T = TypeVar("T")

START = attrgetter("start")
SPAN = itemgetter(0)
NOTHING: list[Hit] = []


class Hits(dict[str | tuple[str, ...] | frozenset[str], list[Hit]]):
    """The hits of a sentence by category: `of["cue"]`, or of several at once, in order of place: `of["cue", "act"]`.

    A look-up is the reader's most frequent act, so that it is a dictionary's; lists of several categories are made when they are first
    asked for: a set's in the order of all hits, a tuple's by place and then in the tuple's order. The lists are the sentence's own: read them, do not
    change them.
    """

    __slots__ = ("all", "kinds")

    all: list[Hit]
    kinds: frozenset[str]

    def __missing__(self, asked: str | tuple[str, ...] | frozenset[str]) -> list[Hit]:
        if isinstance(asked, str) or self.kinds.isdisjoint(asked):
            found = NOTHING
        elif isinstance(asked, frozenset):
            found = [h for h in self.all if h.entry.category in asked]
        else:
            found = [h for c in asked if c in self.kinds for h in self[c]]
            found.sort(key=START)
        self[asked] = found
        return found


def by_category(hits: list[Hit], nothing: dict[Any, list[Hit]]) -> Hits:
    """The hits of a sentence, sorted. Needs an empty list for every category there may be, shared by all sentences: most look-ups find nothing."""
    own: dict[Any, list[Hit]] = {}
    for hit in hits:
        category = hit.entry.category
        if category in own:
            own[category].append(hit)
        else:
            own[category] = [hit]
    made = Hits(nothing)
    made.all, made.kinds = hits, frozenset(own)
    made.update(own)
    return made


class Sentence(msgspec.Struct, eq=False, gc=False):
    """A sentence with its tokens in parallel lists (faster by far than an object a token).

    Attributes:
        start, end: offsets in the text. A headline or list item without a stop is a sentence too.
        paragraph: the number of its paragraph, from 0.
        starts, ends: each token's offsets in the text.
        words: the tokens as they stand; `low` in lower case.
        hits: what the lexicon found, in order of place; several categories may share a token.
        of: the same by category.
        digits: the tokens that begin with a digit.
        capitals: the tokens that begin with a capital.
        title: whether it is the report's title printed inside the text.
        numbers: the numbers read in it, once `counts.read_numbers` has looked.
    """

    start: int
    end: int
    paragraph: int
    starts: list[int]
    ends: list[int]
    words: list[str]
    low: list[str]
    hits: list[Hit]
    of: Hits
    digits: list[int]
    capitals: list[int]
    title: bool = False
    numbers: list[Any] | None = None

    def span(self, first: int, last: int) -> Span:
        """The span of tokens `first` to `last` (half-open)."""
        return self.starts[first], self.ends[last - 1]

    def named(self, hit: Hit) -> bool:
        """Whether a capital inside the sentence makes a small word a name: "the May floods", but not "Toll May Rise"."""
        if hit.start == 0 or not self.words[hit.start][0].isupper():
            return False
        return hit.end >= len(self.words) or not self.words[hit.end][0].isupper()

    def has(self, categories: frozenset[str]) -> bool:
        """Whether any of these categories has a hit."""
        return not categories.isdisjoint(self.of.kinds)


class Quotation(msgspec.Struct, gc=False):
    """Quoted words: `inner` lies between the marks, `outer` includes them. Continued paragraphs are parts of one."""

    inner: list[Span]
    outer: list[Span]
    scare: bool = False


class Utterance(msgspec.Struct, gc=False):
    """A statement in the making: spans and what was concluded of them."""

    content: list[Span]
    cue: list[Span] = []
    source: list[Span] = []
    role: list[Span] = []
    affiliation: list[Span] = []
    voice: Voice = "narration"
    act: Act = "asserts"
    certainty: Certainty = "stated"
    doubt: Doubt | None = None
    source_kind: SourceKind | None = None
    relays: list[list[Span]] = []
    addressee: list[Span] = []
    said: Interval | None = None
    refers: Refers | None = None
    reason: str | None = None
    again: bool = False
    sentence: int = 0
    who: int | None = None
    chain: list[int] = []
    addressed: int | None = None


class Count(msgspec.Struct, gc=False):
    """A figure in the making. `number` are the words of the number alone, `span` those with the bound."""

    span: Span
    number: Span
    measure: str | None = None
    low: float | None = None
    best: float | None = None
    high: float | None = None
    bound: Bound = "exact"
    basis: Basis = "unknown"
    who: str | None = None
    kind: Kind = "level"
    currency: Currency = "current"
    part_of: "Count | None" = None
    place: int | None = None
    window: Interval | None = None
    statement: int | None = None
    sentence: int = 0
    events: tuple[str, ...] = ()


class Whole(msgspec.Struct, gc=False):
    """A breakdown in the making: its total, its members, and the words that say that they are all of it."""

    total: Count
    parts: list[Count]
    span: Span


class NamedPlace(msgspec.Struct, gc=False):
    """A place in the making: its span in the text and what the gazetteer knows of it; `nation` is a whole country."""

    span: Span
    name: str
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    country: str | None = None
    nation: bool = False


class NamedTime(msgspec.Struct, gc=False):
    """A time in the making, days inclusive as ISO dates."""

    span: Span
    start: str | None
    to: str | None
    precision: str = "day"


class Document(msgspec.Struct, gc=False):
    """One edition under reading.

    Attributes:
        text: the edition's cleaned text: what every span points into.
        placed: the offsets that names of places cover.
    """

    edition: Edition
    language: Language
    confidence: float | None = None
    sentences: list[Sentence] = []
    quotations: list[Quotation] = []
    utterances: list[Utterance] = []
    counts: list[Count] = []
    wholes: list[Whole] = []
    sources: list[Source] = []
    places: list[NamedPlace] = []
    times: list[NamedTime] = []
    quantities: list[Quantity] = []
    dateline: Span | None = None
    notes: list[str] = []
    text: str = ""
    placed: frozenset[int] = frozenset()
    _starts: list[int] | None = None
    _edges: tuple[list[int], list[int]] | None = None
    _kinds: frozenset[str] | None = None

    def __post_init__(self) -> None:
        """The text at hand: it is asked for often."""
        self.text = self.edition.text

    def edges(self) -> tuple[list[int], list[int]]:
        """Where the sentences start and where they end. Ask only when all have been laid out."""
        if self._edges is None:
            self._edges = [s.start for s in self.sentences], [s.end for s in self.sentences]
        return self._edges

    def has(self, categories: frozenset[str]) -> bool:
        """Whether any of these categories has a hit in any sentence. Ask only when all have been laid out."""
        if self._kinds is None:
            self._kinds = frozenset().union(*[s.of.kinds for s in self.sentences])
        return not categories.isdisjoint(self._kinds)

    def times_in(self, sentence: Sentence) -> list[NamedTime]:
        """The times that begin in a sentence, in order. Ask only when all times have been read."""
        if not self.times:
            return []
        if self._starts is None:
            self.times.sort(key=lambda t: t.span)
            self._starts = [t.span[0] for t in self.times]
        return self.times[bisect_left(self._starts, sentence.start) : bisect_left(self._starts, sentence.end)]


def by_sentence(document: Document, spans: Iterable[tuple[Span, T]]) -> defaultdict[int, list[tuple[Span, T]]]:
    """For each sentence the spans that touch it, each with what it belongs to, in the order of the text.

    Looked up by halves, so that a report of any length costs little more than its length.
    """
    found: defaultdict[int, list[tuple[Span, T]]] = defaultdict(list)
    starts, ends = document.edges()
    for pair in sorted(spans, key=SPAN):
        start, end = pair[0]
        for inside in range(bisect_right(ends, start), bisect_left(starts, end)):
            found[inside].append(pair)
    return found
