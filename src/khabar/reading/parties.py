"""What the words of a source name: a person, an office, a medium, somebody named before, or somebody without a name."""

import functools
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from khabar.language.base import language
from khabar.language.lexicon import Hit
from khabar.language.offices import Office, authority
from khabar.model.reading import SourceKind
from khabar.model.span import Span, hull, overlap
from khabar.model.span import words as words_of
from khabar.reading.cast import name_key
from khabar.reading.document import Document, NamedPlace, Sentence
from khabar.reading.grammar import grammar
from khabar.reading.mentions import Seat

MEDIA = frozenset({"state_medium", "news_medium", "medium_name"})
NO_NAMES = frozenset({"role", "rank", "organisation", "state_medium", "news_medium", "medium_name", "office_name", "office_head", "office_domain", "collective", "unnamed", "document", "month", "weekday"})  # fmt: skip
SMALL = frozenset(
    {
        "bin",
        "binti",
        "al",
        "van",
        "von",
        "de",
        "da",
        "del",
        "la",
        "el",
        "ibn",
        "der",
        "dos",
        "аль",
        "эль",
        "ибн",
        "оглы",
        "де",
        "ван",
        "фон",
    }
)
SHORT = 3
PLURALS = {"en": ("s", "body", "one"), "ru": ("ы", "и")}
LONGEST_PRONOUN = 2
POSSESSIVE = 2
LONGEST_PHRASE = 160
"""Code points from a role to a name."""

RANKS = {"government": 1, "authorities": 2, "authorities.local": 2, "party": 2, "army": 1}
"""Types that give way where a phrase names another office too."""


@dataclass(slots=True)
class Party:
    """A source's words read.

    Attributes:
        kind: what they name; `pronoun` and `again` stand for somebody named before.
        span: where.
        text: the words.
        name: the words of a person's or medium's name.
        role: a person's role as printed.
        seat: the office named, or the one that a person speaks for.
        state: a state's own medium.
        authority: the country that the words give a medium.
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


@dataclass(slots=True)
class Piece:
    """A span as tokens of its sentence."""

    sentence: Sentence
    number: int
    first: int
    last: int


@dataclass(slots=True)
class Page:
    """A document with what is looked up again and again."""

    document: Document
    seats: list[Seat]
    media: dict[str, Party] = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)
    seat_starts: list[int] = field(default_factory=list)
    placed: frozenset[int] = frozenset()
    inner_capitals: frozenset[str] = frozenset()

    def piece(self, span: Span) -> Piece | None:
        """The tokens of a span, None where it lies in no sentence."""
        number = bisect_right(self.starts, span[0]) - 1
        if number < 0 or number >= len(self.document.sentences):
            return None
        sentence = self.document.sentences[number]
        first = max(bisect_right(sentence.starts, span[0]) - 1, 0)
        last = first
        while last < len(sentence.starts) and sentence.starts[last] < span[1]:
            last += 1
        return Piece(sentence, number, first, last)

    def seats_in(self, spans: list[Span]) -> list[Seat]:
        """The offices that lie in or across the spans."""
        found: list[Seat] = []
        for start, end in spans:
            at = bisect_left(self.seat_starts, start)
            at -= at > 0 and self.seats[at - 1].span[1] > start
            while at < len(self.seats) and self.seats[at].span[0] < end:
                found.append(self.seats[at])
                at += 1
        return found

    def place_at(self, at: int) -> bool:
        """Whether a place's name stands at an offset."""
        return at in self.placed


def party(
    page: Page, source: list[Span], role: list[Span], affiliation: list[Span], kind: SourceKind | None
) -> Party | None:
    """What the words of a source name; None where they lie in no sentence."""
    piece = page.piece(source[0]) if source else None
    if piece is None:
        return None
    span = (source[0][0], source[-1][1])
    text = words_of(page.document.text, source)
    pronoun = _pronoun(page, piece, text)
    if pronoun is not None:
        return Party("pronoun", span, pronoun)
    around = page.seats_in(_around(piece, source, [*role, *affiliation]))
    inside = page.seats_in(source)
    hits = [h for h in piece.sentence.hits if piece.first <= h.start and h.end <= piece.last]
    medium = page.media.get(name_key(text)) or _medium(page, piece, hits, role, kind)
    if medium is not None and (kind == "medium" or not any(s.office.type for s in inside)):
        return medium
    found = _person(page, piece, hits, kind, inside, has_role=bool(role or affiliation))
    office = _office_of_holder(piece, found, around or inside) if found is not None else None
    if office is not None:
        return Party("office", span, text, seat=office)
    if found is not None:
        printed = words_of(page.document.text, role)
        found.role = printed if printed and found.text not in printed else found.role
        found.seat = best(around) or best(inside)
        found.authority = _country_in(page, affiliation)
        return found
    return _office_or_other(page, piece, span, text, inside, kind)


def best(found: list[Seat]) -> Seat | None:
    """Of several offices in one phrase the one that speaks: an office before its holder, a special before a general one."""
    typed = [s for s in found if s.office.type]
    if not typed:
        return found[0] if found else None
    return min(typed, key=lambda s: (s.office.post, RANKS.get(s.office.type or "", 0), s.first))


def _around(piece: Piece, source: list[Span], beside: list[Span]) -> list[Span]:
    """The words from the first to the last of role, affiliation and name, where they stand in one sentence near each other."""
    if not beside:
        return []
    start, end = hull([*source, *beside])
    near = piece.sentence.start <= start and end <= piece.sentence.end and end - start <= LONGEST_PHRASE
    return [(start, end)] if near else beside


def _country_in(page: Page, spans: list[Span]) -> str | None:
    """The country of a place that stands in an affiliation: `Russia`."""
    for place in page.document.places:
        if place.lat is None and any(overlap(place.span, s) for s in spans):
            return place.country
    return None


def _office_of_holder(piece: Piece, found: Party, seats: list[Seat]) -> Seat | None:
    """The office in `the office of President Jane Roe`: its name ends in the post of the person named behind it."""
    for seat in seats:
        if not seat.office.post and seat.office.type and seat.sentence == piece.number:
            ends = piece.sentence.ends[seat.last - 1]
            posts = [
                h
                for h in piece.sentence.hits
                if h.end == seat.last and h.start > seat.first and h.entry.attributes.get("post")
            ]
            if posts and 0 <= found.span[0] - ends <= 1:
                return seat
    return None


def _pronoun(page: Page, piece: Piece, text: str) -> str | None:
    """The pronoun that a source is, in lower case: alone, or before another («они её»)."""
    known = _pronouns(page.document.language.code)
    low = piece.sentence.low[piece.first : piece.last]
    if text.lower() in known:
        return text.lower()
    return low[0] if len(low) == LONGEST_PRONOUN and known.issuperset(low) else None


@functools.cache
def _pronouns(code: str) -> frozenset[str]:
    facts = language(code).facts["people"]
    return frozenset(w for k in ("person", "thing", "many", "clitics") for w in facts[k])


def _medium(page: Page, piece: Piece, hits: list[Hit], role: list[Span], kind: SourceKind | None) -> Party | None:
    """A medium with its name; its description may stand in the role."""
    sentence, first = piece.sentence, piece.first
    if role and kind == "medium":
        before = page.piece(role[0])
        if before is not None and before.number == piece.number:
            first = min(first, before.first)
            hits = [h for h in sentence.hits if first <= h.start and h.end <= piece.last]
    if kind == "medium":
        described = [h for h in sentence.hits if h.entry.category in MEDIA and h.end == first]
        first = min([first, *(h.start for h in described)])
        hits = [*described, *hits]
    media = [h for h in hits if h.entry.category in MEDIA]
    if not media and kind != "medium":
        return None
    state = next((h for h in media if h.entry.category == "state_medium"), None)
    known = next((h for h in media if h.entry.category == "medium_name" and _fits(sentence, h)), None)
    span = sentence.span(piece.first, piece.last)
    if known is not None:
        has = known.entry.attributes
        return Party(
            "medium",
            span,
            has["name"],
            name=(has["name"],),
            state=has.get("type") == "media.state",
            authority=has.get("country"),
        )
    describes = [h for h in media if h.entry.category != "medium_name"]
    if (kind == "document" and state is None) or (not describes and kind != "medium"):
        return None
    name = _medium_name(page, sentence, first, piece.last, describes)
    country = _medium_country(page, sentence, describes)
    text = page.document.text
    if name is None and state is None and any(s.office.family == "medium" for s in page.seats_in([span])):
        return None
    if name is None:
        longest = max(describes, key=lambda h: h.end - h.start, default=None)
        words = sentence.span(longest.start, longest.end) if longest else span
        return Party(
            "medium", span, text[words[0] : words[1]], state=state is not None, authority=country, named=longest is None
        )
    printed = text[name[0] : name[1]].strip('«»"“”„ ')
    return Party("medium", span, printed, name=(printed,), state=state is not None, authority=country)


def _fits(sentence: Sentence, hit: Hit) -> bool:
    """Whether a medium's name stands in capitals; a short one whose letters are a word too, wholly so."""
    word = sentence.words[hit.start]
    short = hit.entry.attributes.get("upper") and len(word) <= SHORT
    return word.isupper() if short else word[0].isupper()


def _medium_name(page: Page, sentence: Sentence, first: int, last: int, describes: list[Hit]) -> Span | None:
    """The capitalised words (with numbers) of a medium's name, outside of what describes it and of places."""
    used = {i for h in describes for i in range(h.start, h.end)}
    best_run: tuple[int, int] | None = None
    at = first
    while at < last:
        end = at
        while end < last and end not in used and _name_word(page, sentence, end, end > at):
            end += 1
        if end > at and (best_run is None or end - at >= best_run[1] - best_run[0]):
            best_run = (at, end)
        at = max(end, at + 1)
    return sentence.span(*best_run) if best_run else None


def _name_word(page: Page, sentence: Sentence, at: int, inner: bool) -> bool:  # noqa: FBT001
    word = sentence.words[at]
    if word[0].isupper():
        small = word.lower() in grammar(page.document.language.code).determiners
        return not page.place_at(sentence.starts[at]) and not small
    return inner and (word[0].isdigit() or word in {"-", ".", "&"} or sentence.words[at - 1] == ".")


def _medium_country(page: Page, sentence: Sentence, describes: list[Hit]) -> str | None:
    if not describes:
        return None
    hit = max(describes, key=lambda h: h.end - h.start)
    found = authority(sentence.words, sentence.hits, Office(first=hit.start, last=hit.end), page.document.language.code)
    return found if found != "=" else None


def _person(
    page: Page, piece: Piece, hits: list[Hit], kind: SourceKind | None, inside: list[Seat], *, has_role: bool
) -> Party | None:
    """A person: the whole phrase where it is a name, else the run of capitals at its end or head that nothing else explains."""
    sentence = piece.sentence
    if kind == "person" and has_role and _all_name(sentence, piece.first, piece.last, frozenset()):
        return _named(page, sentence, piece.first, piece.last, None)
    if kind == "collective" and _only_name(page, piece, hits):
        kind = "person"
    if kind not in {"person", None, "office"}:
        return None
    used = frozenset(i for h in hits if h.entry.category in NO_NAMES for i in range(h.start, h.end))
    run = _run(page, sentence, piece, used)
    if run is None or (kind == "office" and not _speaks(run, piece, inside)):
        return None
    before = sentence.span(piece.first, run[0]) if run[0] > piece.first else None
    small = grammar(page.document.language.code).determiners
    told = before and run[1] == piece.last and not small.issuperset(sentence.low[piece.first : run[0]])
    return _named(page, sentence, *run, page.document.text[before[0] : before[1]] if before and told else None)


def _only_name(page: Page, piece: Piece, hits: list[Hit]) -> bool:
    """«сам Токаев»: a determiner and a name."""
    words, first = piece.sentence.words, piece.first
    small = words[first].lower() in grammar(page.document.language.code).determiners
    return small and not hits and piece.last > first + 1 and all(w[0].isupper() for w in words[first + 1 : piece.last])


def _speaks(run: tuple[int, int], piece: Piece, inside: list[Seat]) -> bool:
    """Whether a name beside an office speaks: at the head of the phrase, or behind nothing but posts."""
    return run[1] - run[0] > 1 and (run[0] == piece.first or all(s.office.post for s in inside))


def _named(page: Page, sentence: Sentence, first: int, last: int, role: str | None) -> Party:
    titles = page.document.language.facts["people"]["titles"]
    while first < last - 1 and (sentence.low[first] in titles or sentence.words[first] == "."):
        first += 1
    words = tuple(sentence.words[i] for i in range(first, last))
    return Party("person", sentence.span(first, last), " ".join(words), name=words, role=role)


def _all_name(sentence: Sentence, first: int, last: int, used: frozenset[int]) -> bool:
    return last > first and all(_person_word(sentence, i, used) for i in range(first, last))


def _person_word(sentence: Sentence, at: int, used: frozenset[int]) -> bool:
    word = sentence.words[at]
    return at not in used and (word[0].isupper() or word.lower() in SMALL or word in {".", "'", "’"})


def _run(page: Page, sentence: Sentence, piece: Piece, used: frozenset[int]) -> tuple[int, int] | None:
    """The longest run of a person's words; the last of two as long; none that is a place's name or a single lower-case word."""
    small = grammar(page.document.language.code).determiners
    found: tuple[int, int] | None = None
    at = piece.first
    while at < piece.last:
        at += sentence.low[at] in small
        end = at
        while end < piece.last and _person_word(sentence, end, used) and not page.place_at(sentence.starts[end]):
            end += 1
        if end > at and sentence.words[at][0].isupper() and (found is None or end - at >= found[1] - found[0]):
            found = (at, end)
        at = max(end, at + 1)
    if found and found[1] - found[0] == 1 and not _may_be_surname(page, sentence, found[0], piece):
        return None
    return found


def _may_be_surname(page: Page, sentence: Sentence, at: int, piece: Piece) -> bool:
    """Whether one capitalised word may name a person: no word with which a sentence begins, unless it looks like no plural."""
    if at != 0 or sentence.words[at] in page.inner_capitals:
        return True
    plural = PLURALS.get(page.document.language.code)
    low = sentence.low[at]
    if low in grammar(page.document.language.code).pronouns or (plural and low.endswith(plural)):
        return False
    return piece.last - piece.first == 1


def _office_or_other(
    page: Page, piece: Piece, span: Span, text: str, inside: list[Seat], kind: SourceKind | None
) -> Party:
    seat = best(inside)
    if (
        kind == "document"
        and (named := next((m for k, m in page.media.items() if k in name_key(text)), None)) is not None
    ):
        return named
    if seat is not None and kind in {"office", "document", "medium", None, "person"}:
        return Party("office", span, text, seat=seat)
    if seat is not None and _heads(page, piece, seat):
        return Party("office", span, text, seat=seat)
    if kind == "document" and (again := _medium(page, piece, piece.sentence.hits, [], "document")) is not None:
        return again
    return Party(kind if kind not in {None, "person"} else "collective", span, text, seat=seat)


def _nation(page: Page, piece: Piece) -> NamedPlace | None:
    """The country whose name is all that a source's words are: `Kazakhstan said`."""
    start, end = piece.sentence.span(piece.first, piece.last)
    found = (p for p in page.document.places if p.lat is None and p.country)
    return next((p for p in found if start == p.span[0] and end - p.span[1] <= POSSESSIVE), None)


def _heads(page: Page, piece: Piece, seat: Seat) -> bool:
    """Whether the office is the head of the phrase: it ends an English one, it begins an Indonesian or Russian one."""
    if seat.office.type == "hospital":
        return False
    if page.document.language.code == "en":
        return seat.last >= piece.last
    return seat.first <= piece.first + 1


def media(page: Page) -> dict[str, Party]:
    """The media that the report names beside a word for what they are, by the keys of their names."""
    found: dict[str, Party] = {}
    for number, sentence in enumerate(page.document.sentences):
        for hit in sentence.hits:
            if hit.entry.category in {"state_medium", "news_medium"}:
                last = _past_name(page, sentence, hit.end)
                if last > hit.end:
                    made = _medium(page, Piece(sentence, number, hit.start, last), sentence.hits[:], [], "medium")
                    if made is not None and made.name:
                        found.setdefault(name_key(made.text), made)
    return found


def _past_name(page: Page, sentence: Sentence, at: int) -> int:
    """Where the name ends that begins behind a word for a medium, a comma or a quotation mark between allowed."""
    first = at
    while first < len(sentence.words) and sentence.words[first] in {",", "«", '"', "“"}:
        first += 1
    last = first
    while last < len(sentence.words) and _name_word(page, sentence, last, last > first):
        last += 1
    return last if last > first else at
