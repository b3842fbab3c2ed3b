"""What the words of a source name: a person, an office, a medium, somebody named before, or somebody without a name."""

import functools

from khabar.language.base import language
from khabar.model.reading import SourceKind
from khabar.model.span import Span, hull, overlap
from khabar.model.span import words as words_of
from khabar.reading.cast import name_key
from khabar.reading.document import NamedPlace
from khabar.reading.grammar import grammar
from khabar.reading.mentions import Seat
from khabar.reading.naming import LARGE
from khabar.reading.outlets import MEDIA, medium
from khabar.reading.page import Page, Party, Piece
from khabar.reading.personal import is_sign, person_in

NOT_SURE = frozenset({None, "document", "collective", "person"})
OWNER = 5
"""Tokens between a paper and whoever wrote it."""

LONGEST_PRONOUN = 2
POSSESSIVE = 2
LONGEST_PHRASE = 160
"""Code points from a role to a name."""

SPEAKS_FOR = frozenset({"office", "document", "medium", None, "person"})
"""Kinds of phrase that stand for the office in them."""

RANKS = {
    "government": 1,
    "authorities": 3,
    "authorities.local": 3,
    "party": 2,
    "army": 1,
    "university": 2,
    "company": 2,
}
"""Types that give way where a phrase names another office too."""


def party(
    page: Page, source: list[Span], role: list[Span], affiliation: list[Span], kind: SourceKind | None
) -> Party | None:
    """What the words of a source name; None where they lie in no sentence or name nothing."""
    piece = page.piece(source[0]) if source else None
    if piece is None or _says_nothing(page, piece):
        return None
    pronoun = _pronoun(page, piece, words_of(page.document.text, source))
    if pronoun is not None:
        return Party("pronoun", hull(source), pronoun)
    if kind in NOT_SURE:
        owner = _owner_behind(page, piece) if kind != "person" else None
        if owner is not None or _only_numbers(page, piece):
            return Party("office", owner.span, page.text(owner.span), seat=owner) if owner is not None else None
    return _named_in(page, piece, source, role, affiliation, kind)


def _named_in(
    page: Page, piece: Piece, source: list[Span], role: list[Span], affiliation: list[Span], kind: SourceKind | None
) -> Party | None:
    """What the words name, once it is known that they name somebody."""
    span, text = hull(source), words_of(page.document.text, source)
    inside = page.seats_in(source)
    if inside and piece.sentence.has(MEDIA):
        inside = [s for s in inside if not _of_medium(s, piece)]
    whole = _whole(piece, inside)
    if whole is not None:
        return Party("office", span, text, seat=whole)
    found = (page.media.get(name_key(text)) if page.media else None) or medium(page, piece, role, kind)
    if found is not None and kind != "unnamed" and (kind == "medium" or not any(s.office.type for s in inside)):
        return found
    found = person_in(page, piece, kind, inside, has_role=bool(role or affiliation))
    if found is None:
        return _office_or_other(page, piece, span, text, inside, kind, has_role=bool(role))
    around = page.seats_in(_around(piece, source, [*role, *affiliation]))
    return _speaking(page, piece, found, around or inside, role, affiliation)


def _only_numbers(page: Page, piece: Piece) -> bool:
    """`the latest figures`, `preliminary data`, `A death toll`: a number that nobody is named for, or the shell of one (`not the`)."""
    facts = page.document.language.facts["people"]
    if page.seats_in([piece.sentence.span(piece.first, piece.last)]):
        return False
    if any(w[:1].isupper() for w in piece.sentence.words[piece.first + 1 : piece.last]):
        return False
    heads = tuple(facts["numbers"])
    return any(w.startswith(heads) for w in piece.low) or _shells(page.code).issuperset(piece.low)


@functools.cache
def _shells(code: str) -> frozenset[str]:
    return grammar(code).determiners | frozenset(language(code).facts["people"]["shells"])


def _owner_behind(page: Page, piece: Piece) -> Seat | None:
    """The office that gave a number or wrote a paper: `figures from the health ministry`, `laporan yang dikeluarkan oleh X`."""
    facts = page.document.language.facts["people"]
    if page.seats_in([piece.sentence.span(piece.first, piece.last)]):
        return None
    low = piece.sentence.low
    for seat in page.seats:
        near = seat.sentence == piece.number and 0 < seat.first - piece.last <= OWNER
        if near and seat.office.type and not seat.office.post:
            between = low[piece.last : seat.first]
            return seat if between[0] in facts["owned"] and all(w[0].isalpha() for w in between) else None
    return None


def _whole(piece: Piece, inside: list[Seat]) -> Seat | None:
    """The office whose name holds all of a source's words."""
    for seat in inside:
        if seat.office.type and seat.first <= piece.first and piece.last <= seat.last:
            return seat
    return None


def _speaking(
    page: Page, piece: Piece, found: Party, offices: list[Seat], role: list[Span], affiliation: list[Span]
) -> Party:
    """A person with role and office; or the office, where the person only gives it a name."""
    office = _office_of_holder(piece, found, offices)
    if office is not None:
        return Party("office", found.span, found.text, seat=office)
    found.seat = best(offices)
    printed = _printed_role(page, found, role, affiliation)
    found.role = printed if printed and found.text not in printed else found.role
    found.authority = _country_in(page, affiliation)
    found.holds = holds(page, found)
    return found


def holds(page: Page, found: Party) -> bool:
    """Whether a person holds the office's post, and is no deputy or spokesman: whom words like `the minister` stand for."""
    if found.seat is None:
        return False
    facts = page.document.language.facts["people"]
    role = (found.role or "").lower()
    if role and any(w in role for w in facts["not_holders"]):
        return False
    return found.seat.office.post or role.startswith(tuple(facts["holders"]))


def _of_medium(seat: Seat, piece: Piece) -> bool:
    """Whether the office is a word of a medium's description: `media pemerintah`, `a government Telegram channel`."""
    media = piece.sentence.of[MEDIA] if seat.sentence == piece.number else ()
    length = seat.last - seat.first
    return bool(media) and any(h.end - h.start > length and h.start <= seat.first and seat.last <= h.end for h in media)


def _printed_role(page: Page, found: Party, role: list[Span], affiliation: list[Span]) -> str:
    """The role's words; with the affiliation's where both are one post («генеральный прокурор республики»)."""
    seat = found.seat
    if role and affiliation and seat is not None and seat.office.post and role[-1][1] < seat.span[1]:
        start, end = hull([*role, *affiliation])
        return page.text((start, end)) if end - start <= LONGEST_PHRASE else ""
    return words_of(page.document.text, role)


def best(found: list[Seat]) -> Seat | None:
    """Of several offices in one phrase the one that speaks: a special before a general one, an office before its holder."""
    typed = [s for s in found if s.office.type]
    if not typed:
        return found[0] if found else None
    return min(typed, key=lambda s: (RANKS.get(s.office.type or "", 0), s.office.post, s.first))


def _says_nothing(page: Page, piece: Piece) -> bool:
    """Numbers and small words alone, a relative pronoun that points to no person."""
    empty = _empty(page.code)
    for word in piece.low:
        if word not in empty and word[0].isalpha():
            return False
    return not _pronouns(page.code).issuperset(piece.low)


@functools.cache
def _empty(code: str) -> frozenset[str]:
    return grammar(code).determiners | frozenset(language(code).facts["people"]["empty"])


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
        if place.nation and any(overlap(place.span, s) for s in spans):
            return place.country
    return None


def _office_of_holder(piece: Piece, found: Party, seats: list[Seat]) -> Seat | None:
    """The office in `the office of President Jane Roe`: its name ends in the post of the person named behind it, and begins with no post."""
    sentence = piece.sentence
    for seat in seats:
        if seat.office.post or not seat.office.type or seat.sentence != piece.number:
            continue
        own = {h.start: h for h in sentence.hits if h.entry.category == "role" or h.entry.attributes.get("post")}
        ends = any(h.end == seat.last and h.start > seat.first for h in own.values())
        if ends and seat.first not in own and 0 <= found.span[0] - sentence.ends[seat.last - 1] <= 1:
            return seat
    return None


def _pronoun(page: Page, piece: Piece, text: str) -> str | None:
    """The pronoun that a source is, in lower case: alone, or before another («они её»)."""
    known = _pronouns(page.code)
    if text.isupper() and len(text) > 2 and piece.sentence.words[0] != text:
        return None  # the WHO
    if text.lower() in known:
        return text.lower()
    return piece.low[0] if len(piece.low) == LONGEST_PRONOUN and known.issuperset(piece.low) else None


@functools.cache
def _pronouns(code: str) -> frozenset[str]:
    facts = language(code).facts["people"]
    return frozenset(w for k in ("person", "thing", "many", "clitics", "relative") for w in facts[k])


def _office_or_other(
    page: Page,
    piece: Piece,
    span: Span,
    text: str,
    inside: list[Seat],
    kind: SourceKind | None,
    *,
    has_role: bool,
) -> Party:
    if kind == "office" and _is_somebody(page, piece):
        return Party("unnamed", span, text, seat=best(inside), single=True)
    seat = _head_office(page, piece, inside)
    nation = _nation(page, piece)
    if nation is not None and seat is None:
        return Party("nation", span, nation.name, authority=nation.country)
    if kind == "document":
        named = next((m for k, m in page.media.items() if k in name_key(text)), None)
        if named is not None:
            return named
        seat = seat or best(inside)
    if seat is not None and (kind in SPEAKS_FOR or (kind == "collective" and _heads(page, piece, seat))):
        return Party("office", span, text, seat=seat, single=_is_voice(page, piece))
    if kind in {"office", "person"} and (kind == "office" or _is_organisation(page, piece)):
        return Party("office", span, _bare(page, piece), seat=page.aliases.get(piece.sentence.words[piece.last - 1]))
    other = kind if kind not in {None, "person"} else "collective"
    single = kind in {"unnamed", "collective", "person"} and _single(page, piece, has_role=has_role)
    return Party(other, span, text, seat=best(inside), single=single)


def _is_somebody(page: Page, piece: Piece) -> bool:
    """`a hospital official`, `seorang pejabat kepolisian`: one person of an office, whose name is kept back."""
    facts = page.document.language.facts["people"]
    return piece.low[0] in facts["one"] and any(w in facts["officials"] for w in piece.low)


def _head_office(page: Page, piece: Piece, inside: list[Seat]) -> Seat | None:
    """The office that a phrase names; words that only refer back or name a post must be its head."""
    if page.code == "en":
        last = [s for s in inside if s.office.type and s.last >= piece.last and s.office.type != "authorities"]
        if last:
            return last[-1]
    seat = best(inside)
    if seat is not None and (not seat.office.type or seat.office.post):
        return seat if _heads(page, piece, seat) else None
    return seat


def _heads(page: Page, piece: Piece, seat: Seat) -> bool:
    """Whether the office is the head of the phrase: it ends an English one, it begins an Indonesian or Russian one."""
    if seat.office.type == "hospital":
        return False
    if page.code == "en":
        return seat.last >= piece.last or _only_place_behind(page, piece, seat)
    before = piece.sentence.low[piece.first : seat.first]
    spokes = page.document.language.facts["people"]["mouthpieces"]
    only = seat.office.type or seat.last >= piece.last or not page.small(piece.sentence.low[seat.last])
    return bool(only) and (len(before) <= 1 or all(w.startswith(tuple(spokes)) for w in before if spokes))


def _only_place_behind(page: Page, piece: Piece, seat: Seat) -> bool:
    """`Police in Ghana`, `the National Railways of Ghana`: the office begins the phrase, and nothing but where it is stands behind."""
    sentence, at = piece.sentence, seat.last
    if at + 1 >= piece.last or sentence.low[at] not in page.grammar.prepositions:
        return False
    if not all(w in LARGE for w in sentence.low[piece.first + 1 : seat.first]):
        return False
    return all(sentence.starts[i] in page.document.placed for i in range(at + 1, piece.last))


def _is_organisation(page: Page, piece: Piece) -> bool:
    """`NDO`, `NetPantau`, `The Sons of the Valley`: capitals throughout, and no person's name."""
    words, low = piece.sentence.words[piece.first : piece.last], piece.low
    if len(words) == 1:
        return is_sign(words, (0, 1)) or words[0] in page.aliases
    names = all(
        w[0].isupper() or lw in page.grammar.links or lw in {"of", "the"} for w, lw in zip(words, low, strict=True)
    )
    return low[0] == "the" and names and any(w[0].isupper() for w in words[1:])


def _bare(page: Page, piece: Piece) -> str:
    """The words without a leading article."""
    first = piece.first
    while first < piece.last - 1 and piece.sentence.low[first] in {"the", "a", "an"}:
        first += 1
    return page.text(piece.sentence.span(first, piece.last))


def _single(page: Page, piece: Piece, *, has_role: bool) -> bool:
    """Whether words for somebody without a name may be one human being."""
    kinds = {h.entry.category for h in piece.hits}
    human = has_role or bool(kinds & {"role", "rank", "collective", "unnamed", "person"})
    facts = page.document.language.facts["people"]
    several = piece.low[0] in facts["several"] or piece.low[-1].endswith(tuple(facts["plural_endings"]) or ("\0",))
    return human and not several


def _is_voice(page: Page, piece: Piece) -> bool:
    """`a spokesman for the ministry`: whether an office speaks through one human being whom nobody names."""
    voices = tuple(page.document.language.facts["people"]["voices"])
    end = piece.low[-1] if page.code == "en" else piece.low[0]
    return not page.grammar.determiners.issuperset(piece.low) and any(
        w.startswith(voices) and not w.endswith("s") for w in (end, *piece.low[:2])
    )


def _nation(page: Page, piece: Piece) -> NamedPlace | None:
    """The country whose name is all that a source's words are: `Kazakhstan said`."""
    start, end = piece.sentence.span(piece.first, piece.last)
    found = page.nations.get(start)
    return found if found is not None and end - found.span[1] <= POSSESSIVE else None
