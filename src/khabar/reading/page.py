"""A document with what the reading of its sources looks up again and again."""

import functools
from bisect import bisect_left, bisect_right

import msgspec

from khabar.language.lexicon import Hit
from khabar.language.offices import Office
from khabar.model.span import Span
from khabar.reading.document import Document, NamedPlace, Sentence
from khabar.reading.grammar import Grammar, grammar
from khabar.reading.mentions import Seat, seats

STEM = 5
"""So many letters of a word tell it from others, whatever its ending."""


class Party(msgspec.Struct, gc=False):
    """A source's words read.

    Attributes:
        kind: a source kind, or `pronoun`, or `nation` for a country's name alone.
        span: where.
        text: the words.
        name: the words of a person's or medium's name.
        role: a person's role as printed.
        seat: the office named, or the one that a person speaks for.
        state: a state's own medium.
        authority: the country that the words give.
        named: whether a medium or office has a name of its own.
        holds: whether a person holds the post of the office.
        single: whether the words may be one human being, for whom a pronoun stands.
    """

    kind: str
    span: Span
    text: str
    name: tuple[str, ...] = ()
    role: str | None = None
    seat: Seat | None = None
    state: bool = False
    authority: str | None = None
    named: bool = True
    single: bool = False
    holds: bool = False


class Piece(msgspec.Struct, gc=False):
    """A span as tokens of its sentence."""

    sentence: Sentence
    number: int
    first: int
    last: int
    low: list[str] = []

    def __post_init__(self) -> None:
        """Its tokens in lower case."""
        self.low = self.sentence.low[self.first : self.last]

    @property
    def hits(self) -> list[Hit]:
        """What the lexicon found inside of it."""
        first, last = self.first, self.last
        return [h for h in self.sentence.hits if first <= h.start and h.end <= last]


class Page:
    """A document, its offices and media, and the words it uses.

    Attributes:
        seats: all offices mentioned, in order.
        media: media that the report names beside a word for what they are, by the keys of their names.
        aliases: abbreviations that stand in brackets behind an office.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.code = document.language.code
        self.grammar: Grammar = grammar(self.code)
        self.seats: list[Seat] = seats(document)
        self.starts = document.edges()[0]
        self.seat_starts = [s.span[0] for s in self.seats]
        self.media: dict[str, Party] = {}
        self.aliases: dict[str, Seat] = _aliases(self)

    @functools.cached_property
    def inner(self) -> frozenset[str]:
        """The words that stand with a capital inside a sentence."""
        return frozenset([s.words[at] for s in self.document.sentences for at in s.capitals if at])

    @functools.cached_property
    def capitals(self) -> frozenset[str]:
        """All words with a capital."""
        return self.inner | {s.words[0] for s in self.document.sentences if s.words}

    @functools.cached_property
    def words(self) -> frozenset[str]:
        """All words as they stand."""
        return frozenset().union(*[s.words for s in self.document.sentences])

    def small(self, low: str) -> bool:
        """Whether the report writes a word without a capital anywhere."""
        return low in self.words and low[0].islower()

    @functools.cached_property
    def stems(self) -> frozenset[str]:
        """The beginnings of the words without a capital."""
        return frozenset([w[:STEM] for w in self.words if len(w) >= STEM and w[0].islower()])

    @functools.cached_property
    def nations(self) -> dict[int, NamedPlace]:
        """The countries that are named, by the offsets at which their names begin."""
        return {p.span[0]: p for p in self.document.places if p.nation}

    def piece(self, span: Span) -> Piece | None:
        """The tokens of a span, None where it lies in no sentence."""
        number = bisect_right(self.starts, span[0]) - 1
        if number < 0 or number >= len(self.document.sentences):
            return None
        sentence = self.document.sentences[number]
        first = max(bisect_right(sentence.starts, span[0]) - 1, 0)
        return Piece(sentence, number, first, bisect_left(sentence.starts, span[1]))

    def seats_in(self, spans: list[Span]) -> list[Seat]:
        """The offices that lie in or across the spans."""
        found: list[Seat] = []
        for start, end in spans:
            at = bisect_left(self.seat_starts, start)
            at -= at > 0 and self.seats[at - 1].span[1] > start
            found += self.seats[at : bisect_left(self.seat_starts, end)]
        return found

    def place_at(self, at: int) -> bool:
        """Whether a place's name stands at an offset."""
        return at in self.document.placed

    def text(self, span: Span) -> str:
        """The words of a span."""
        return self.document.text[span[0] : span[1]]


def _aliases(made: Page) -> dict[str, Seat]:
    """`the National Disaster Office (NDO)`: the abbreviation stands for the office."""
    found: dict[str, Seat] = {}
    for seat in made.seats:
        words, at = made.document.sentences[seat.sentence].words, seat.last
        bracketed = at + 2 < len(words) and words[at] == "(" and words[at + 2] == ")"
        if bracketed and seat.office.type and words[at + 1].isupper():
            found.setdefault(words[at + 1], seat)
    return found


def no_office(first: int, last: int) -> Office:
    """Words that stand in an office's place when a country is looked for beside them."""
    return Office(first=first, last=last)
