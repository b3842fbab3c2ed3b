"""Persons in the words of a source: which run of capitals is a name, and which belongs to an office, a place or the head of a sentence."""

import functools

from khabar.language.base import language
from khabar.language.lexicon import Hit
from khabar.model.reading import SourceKind
from khabar.reading.mentions import Seat
from khabar.reading.page import STEM, Page, Party, Piece
from khabar.reading.scene import is_capital

NO_NAMES = frozenset({"role", "rank", "organisation", "state_medium", "news_medium", "medium_name", "office_name", "office_head", "office_domain", "collective", "unnamed", "document", "month", "weekday"})  # fmt: skip
SMALL = frozenset("bin binti al van von de da del la el ibn der dos аль эль ибн оглы де ван фон".split())  # noqa: SIM905
PLURALS = {"en": ("s", "body", "one"), "ru": ("ы", "и", "ция", "ство", "ние", "служба", "центр", "ость")}
LONG = 2
"""A name of more words may begin with a post that the report also writes small."""


def person_in(page: Page, piece: Piece, kind: SourceKind | None, inside: list[Seat], *, has_role: bool) -> Party | None:
    """A person: the whole phrase where it is a name, else the run of capitals at its end or head that nothing else explains."""
    if (
        kind == "person"
        and has_role
        and all(_person_word(piece, i, frozenset()) for i in range(piece.first, piece.last))
    ):
        return _named(page, piece, piece.first, piece.last, None)
    hits = piece.hits
    used = _used(hits, inside)
    run = _run(page, piece, used)
    if run is None or not _may_speak(page, piece, run, kind, inside, hits, has_role=has_role):
        return None
    return _named(page, piece, *run, _role_before(page, piece, run))


def _used(hits: list[Hit], inside: list[Seat]) -> frozenset[int]:
    used = {i for h in hits if h.entry.category in NO_NAMES for i in range(h.start, h.end)}
    for seat in inside:
        used.update(range(seat.first, seat.last))
    return frozenset(used)


def _role_before(page: Page, piece: Piece, run: tuple[int, int]) -> str | None:
    """The words between the head of the phrase and the name, where they are a role."""
    first = piece.first
    low, g = piece.sentence.low, page.grammar
    while first < run[0] and (low[first] in g.determiners or low[first] in g.prepositions):
        first += 1
    return page.text(piece.sentence.span(first, run[0])) if first < run[0] and run[1] == piece.last else None


def _may_speak(
    page: Page,
    piece: Piece,
    run: tuple[int, int],
    kind: SourceKind | None,
    inside: list[Seat],
    hits: list[Hit],
    *,
    has_role: bool,
) -> bool:
    """Whether a run of capitals in a phrase is the person who speaks."""
    words, low = piece.sentence.words, piece.sentence.low
    head = piece.first + (low[piece.first] in page.grammar.determiners)
    long = run[1] - run[0] > 1
    at_end, at_head = run[1] == piece.last, run[0] == head
    if not (at_end or (at_head and long)) or (not at_end and words[run[1] - 1].endswith(("'s", "’s"))):
        return False
    if kind == "collective":
        return (head > piece.first and at_head and at_end and not hits) or (
            has_role and at_end and words[run[0] - 1] == ","
        )
    if kind not in {"person", None, "office"} or is_sign(words, run) or _beside_office(run, inside):
        return False
    if kind == "office":
        return (
            long
            and bool(inside)
            and (run[0] == piece.first or inside[-1].last < run[0] or all(s.office.post for s in inside))
        )
    post = any(s.office.post for s in inside) or any(h.entry.category in {"role", "rank"} for h in hits)
    return low[piece.first] != "the" or post


def is_sign(words: list[str], run: tuple[int, int]) -> bool:
    """An abbreviation (`NDO`) or a name with capitals inside (`NetPantau`): no person's."""
    word = words[run[0]]
    inner = any(c.isupper() and word[i].islower() for i, c in enumerate(word[1:]))
    camel = inner and "-" not in word and not word.startswith(("Mc", "Mac", "De", "Di", "Al", "La"))
    return run[1] - run[0] == 1 and ((word.isupper() and len(word) > 1) or camel)


def _beside_office(run: tuple[int, int], inside: list[Seat]) -> bool:
    """Whether the run belongs to an office's name: it touches it."""
    return any(s.office.type and not s.office.post and (s.last == run[0] or run[1] == s.first) for s in inside)


def _named(page: Page, piece: Piece, first: int, last: int, role: str | None) -> Party:
    """A person by the words of the name, without courtesy, rank and a post that the report also writes small."""
    sentence = piece.sentence
    titles = page.document.language.facts["people"]["titles"]
    ranks = {i for h in sentence.of["rank"] for i in range(h.start, h.end)}
    while first < last - 1 and (
        sentence.low[first] in titles
        or sentence.words[first] == "."
        or sentence.low[first] in page.grammar.branches
        or first in ranks
        or (last - first > LONG < len(sentence.low[first]) and page.small(sentence.low[first]))
    ):
        first += 1
    words = _with_stops([sentence.words[i] for i in range(first, last)])
    return Party("person", sentence.span(first, last), " ".join(words), name=words, role=role)


def _with_stops(words: list[str]) -> tuple[str, ...]:
    """Initials keep their stop: `А.`, `Нур`."""
    out: list[str] = []
    for word in words:
        if word == "." and out:
            out[-1] += "."
        elif word != ".":
            out.append(word)
    return tuple(out)


def _person_word(piece: Piece, at: int, used: frozenset[int]) -> bool:
    word = piece.sentence.words[at]
    return at not in used and (is_capital(word) or piece.sentence.low[at] in SMALL or word in {".", "'", "’"})


def _run(page: Page, piece: Piece, used: frozenset[int]) -> tuple[int, int] | None:
    """The longest run of a person's words, the last of two as long; none that is a place's name."""
    sentence = piece.sentence
    found: tuple[int, int] | None = None
    at = piece.first
    while at < piece.last:
        at += sentence.low[at] in page.grammar.determiners
        end = at
        while end < piece.last and _person_word(piece, end, used) and not _place(page, piece, at, end):
            end += 1
        if end > at and sentence.words[at][0].isupper() and (found is None or end - at >= found[1] - found[0]):
            found = (at, end)
        at = max(end, at + 1)
    if found and found[1] - found[0] == 1 and not _may_be_surname(page, piece, found[0]):
        return None
    if found and sentence.low[found[0]] in _heads_of_places(page.code):
        return None
    return found


def _place(page: Page, piece: Piece, first: int, at: int) -> bool:
    """Whether a place begins at a token, and no name goes on behind a particle: `Ann del Rosario`."""
    inner = at - first > 1 and piece.sentence.low[at - 1] in SMALL
    return not inner and bool(page.place_at(piece.sentence.starts[at]))


@functools.cache
def _heads_of_places(code: str) -> frozenset[str]:
    """Words with which the names of places begin: `Gunung`, `Kabupaten`."""
    facts = language(code).facts.get("places", {})
    return frozenset(w for k in ("heads_before", "regions") for w in facts.get(k, ()))


def _may_be_surname(page: Page, piece: Piece, at: int) -> bool:
    """Whether one capitalised word may name a person: no word with which a sentence begins, unless nothing speaks for a common noun."""
    word, low = piece.sentence.words[at], piece.sentence.low[at]
    if at != 0 or word in page.inner:
        return True
    plural = PLURALS.get(page.code)
    common = page.small(low) or (page.code == "ru" and low[:STEM] in page.stems)
    if low in page.grammar.pronouns or (plural and low.endswith(plural)) or common:
        return False
    return piece.last - piece.first == 1
