"""The document under reading: what the components of the reader hand on to one another.

Each component is a callable from document to None that fills the fields it gives and needs those that it names
(`reader.py` holds the order). Nothing here leaves the reader: `record.py` turns a finished document into a frozen `Reading`.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, TypeVar

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


@dataclass(slots=True)
class Sentence:
    """A sentence with its tokens in parallel lists (faster by far than an object a token).

    Attributes:
        start, end: offsets in the text. A headline or list item without a stop is a sentence too.
        paragraph: the number of its paragraph, from 0.
        numbers: the numbers read in it, once `counts.read_numbers` has looked.
        title: whether it is the report's title printed inside the text.
        starts, ends: each token's offsets in the text.
        words: the tokens as they stand; `low` in lower case.
        hits: what the lexicon found, in order of place; several categories may share a token.
    """

    start: int
    end: int
    paragraph: int
    starts: list[int]
    ends: list[int]
    words: list[str]
    low: list[str]
    hits: list[Hit]
    title: bool = False
    numbers: list[Any] | None = None
    _by: dict[str | tuple[str, ...], list[Hit]] | None = None

    def span(self, first: int, last: int) -> Span:
        """The span of tokens `first` to `last` (half-open)."""
        return self.starts[first], self.ends[last - 1]

    def named(self, hit: Hit) -> bool:
        """Whether a capital inside the sentence makes a small word a name: "the May floods", but not "Toll May Rise"."""
        if hit.start == 0 or not self.words[hit.start][0].isupper():
            return False
        return hit.end >= len(self.words) or not self.words[hit.end][0].isupper()

    def of(self, *categories: str) -> list[Hit]:
        """The hits of these categories, in order. The list is the sentence's own: read it, do not change it."""
        by = self._by if self._by is not None else self._sorted()
        if len(categories) == 1:
            return by.get(categories[0], [])
        found = by.get(categories)
        if found is None:
            found = by[categories] = [h for c in categories for h in by.get(c, ())]
            if len(found) > 1:
                found.sort(key=START)
        return found

    def has(self, categories: frozenset[str]) -> bool:
        """Whether any of these categories has a hit."""
        by = self._by if self._by is not None else self._sorted()
        return not categories.isdisjoint(by)

    def _sorted(self) -> dict[str | tuple[str, ...], list[Hit]]:
        """The hits by category; lists of several categories join them when they are first asked for."""
        by: dict[str | tuple[str, ...], list[Hit]] = {}
        for hit in self.hits:
            category = hit.entry.category
            if category in by:
                by[category].append(hit)
            else:
                by[category] = [hit]
        self._by = by
        return by


@dataclass(slots=True)
class Quotation:
    """Quoted words: `inner` lies between the marks, `outer` includes them. Continued paragraphs are parts of one."""

    inner: list[Span]
    outer: list[Span]
    scare: bool = False


@dataclass(slots=True)
class Utterance:
    """A statement in the making: spans and what was concluded of them."""

    content: list[Span]
    cue: list[Span] = field(default_factory=list)
    source: list[Span] = field(default_factory=list)
    role: list[Span] = field(default_factory=list)
    affiliation: list[Span] = field(default_factory=list)
    voice: Voice = "narration"
    act: Act = "asserts"
    certainty: Certainty = "stated"
    doubt: Doubt | None = None
    source_kind: SourceKind | None = None
    relays: list[list[Span]] = field(default_factory=list)
    addressee: list[Span] = field(default_factory=list)
    said: Interval | None = None
    refers: Refers | None = None
    reason: str | None = None
    again: bool = False
    sentence: int = 0
    who: int | None = None
    chain: list[int] = field(default_factory=list)
    addressed: int | None = None


@dataclass(slots=True)
class Count:
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


@dataclass(slots=True)
class NamedPlace:
    """A place in the making: its span in the text and what the gazetteer knows of it; `nation` is a whole country."""

    span: Span
    name: str
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    country: str | None = None
    nation: bool = False


@dataclass(slots=True)
class NamedTime:
    """A time in the making, days inclusive as ISO dates."""

    span: Span
    start: str | None
    to: str | None
    precision: str = "day"


@dataclass(slots=True)
class Document:
    """One edition under reading."""

    edition: Edition
    language: Language
    confidence: float | None = None
    sentences: list[Sentence] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    utterances: list[Utterance] = field(default_factory=list)
    counts: list[Count] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    places: list[NamedPlace] = field(default_factory=list)
    times: list[NamedTime] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    dateline: Span | None = None
    notes: list[str] = field(default_factory=list)
    _starts: list[int] | None = None

    def times_in(self, sentence: Sentence) -> list[NamedTime]:
        """The times that begin in a sentence, in order. Ask only when all times have been read."""
        if self._starts is None:
            self.times.sort(key=lambda t: t.span)
            self._starts = [t.span[0] for t in self.times]
        return self.times[bisect_left(self._starts, sentence.start) : bisect_left(self._starts, sentence.end)]

    @property
    def text(self) -> str:
        """The cleaned text: what every span points into."""
        return self.edition.text


def by_sentence(document: Document, spans: Iterable[tuple[Span, T]]) -> defaultdict[int, list[tuple[Span, T]]]:
    """For each sentence the spans that touch it, each with what it belongs to, in the order of the text.

    One pass over both, so that a report of any length costs no more than its length.
    """
    found: defaultdict[int, list[tuple[Span, T]]] = defaultdict(list)
    sentences = document.sentences
    at = 0
    for span, what in sorted(spans, key=lambda pair: pair[0]):
        while at < len(sentences) and sentences[at].end <= span[0]:
            at += 1
        inside = at
        while inside < len(sentences) and sentences[inside].start < span[1]:
            found[inside].append((span, what))
            inside += 1
    return found
