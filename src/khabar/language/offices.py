"""Offices in a run of words: their type, and the country that the words give them.

Names of offices are data (`offices.toml` of the language). A ministry is composed: a head (`ministry`, `menteri`, «министерство») and what it is
responsible for (`health`, `kesehatan`, «здравоохранения») make `ministry.health`, and the country beside it makes its authority. Services, agencies,
companies and unions are made in the same way (`bodies.toml`). No pair of office and country is listed anywhere.
"""

import functools
from collections.abc import Sequence
from operator import attrgetter

import msgspec

from khabar.language.base import language
from khabar.language.countries import adjective, country_at, may_begin
from khabar.language.lexicon import Hit

SAME = "="
"""The authority of an office whose words point to the country named before: `the country's health ministry`."""

MOST_BETWEEN = 3
MOST_NEAR = 3
LONGEST_ABBREVIATION = 3
LONGEST_SECOND = 4
"""How many words a second responsibility may have: `информации и общественного развития`."""


class Office(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An office in a run of words.

    Attributes:
        first, last: tokens, half-open.
        type: as in general/offices.toml; None where the words only refer back (`the ministry`).
        family: what words that refer back can refer to: `ministry`, `office` or `medium`.
        post: the words name its holder (`the governor`).
        country: the country that the name itself belongs to (`the Kremlin`).
        local: it speaks for a town or region.
        wide: words that refer back to any office before, whatever it is called («ведомство»).
    """

    first: int
    last: int
    type: str | None = None
    family: str = ""
    post: bool = False
    country: str | None = None
    local: bool = False
    wide: bool = False


class _Facts(msgspec.Struct, frozen=True):
    between: frozenset[str]
    near_left: frozenset[str]
    near_stems: tuple[str, ...]
    near_right: frozenset[str]
    before_head: bool
    in_bodies: frozenset[str]


@functools.cache
def _facts(code: str) -> _Facts:
    facts = language(code).facts["offices"]
    return _Facts(
        frozenset(facts["between"]),
        frozenset(w for w in facts["near_left"] if not w.endswith("*")),
        tuple(w[:-1] for w in facts["near_left"] if w.endswith("*")),
        frozenset(facts["near_right"]),
        facts["before_head"],
        frozenset(language(code).facts["bodies"]["between"]),
    )


FIRST = attrgetter("first")


def offices(words: Sequence[str], hits: Sequence[Hit], code: str) -> list[Office]:
    """The offices of a run of words, in order, none inside another.

    Args:
        words: tokens as they stand.
        hits: what the lexicon found in them, at least the parts of offices.
        code: the language.
    """
    found: list[Office] = []
    bodies: list[Office] = []
    for hit in hits:
        if hit.entry.category not in MAKERS:
            continue
        make = MAKERS[hit.entry.category]
        office = make(words, hit, hits, code)
        if office is not None:
            (bodies if make is _body else found).append(office)
    found += bodies
    return _apart(found) if len(found) > 1 else found


def _apart(found: list[Office]) -> list[Office]:
    """The longest where two overlap; of two as long the one with a type, and a name or a ministry before a body that is put together."""
    kept: list[Office] = []
    taken: set[int] = set()
    for office in sorted(found, key=_rank):
        tokens = range(office.first, office.last)
        if taken.isdisjoint(tokens):
            kept.append(office)
            taken.update(tokens)
    return sorted(kept, key=FIRST)


def _rank(office: Office) -> tuple[int, bool, int]:
    return office.first - office.last, office.type is None, office.first


def _composed(words: Sequence[str], head: Hit, hits: Sequence[Hit], code: str) -> Office | None:
    facts = _facts(code)
    domains = [h for h in hits if h.entry.category == "office_domain"]
    post = bool(head.entry.attributes.get("post"))
    domain = _behind(words, head, domains, facts.between)
    if domain is None and facts.before_head:
        domain = next((d for d in domains if d.end == head.start and _may_precede(words, d, head, code)), None)
    if domain is None and _of_something(words, head, code):
        return Office(first=head.start, last=head.end, type="ministry", post=post)
    if domain is None:
        family = head.entry.attributes["head"]
        return Office(first=head.start, last=head.end, family="office" if family == "department" else family, post=post)
    type_ = f"ministry.{domain.entry.attributes['domain']}"
    return Office(first=min(head.start, domain.start), last=max(head.end, domain.end), type=type_, post=post)


def _of_something(words: Sequence[str], head: Hit, code: str) -> bool:
    """Whether a ministry is named that no data knows: `ministry of sand`, `Kementerian Pasir`."""
    if head.end >= len(words) or head.entry.attributes["head"] != "ministry":
        return False
    after = words[head.end]
    if code == "id":
        return (
            after[0].isupper() and country_at(words, head.end, code) is None and not head.entry.attributes.get("post")
        )
    return (
        code == "en"
        and after.lower() == "of"
        and head.end + 1 < len(words)
        and country_at(words, head.end + 1, code) is None
    )


def _may_precede(words: Sequence[str], domain: Hit, head: Hit, code: str) -> bool:
    """In Russian only an adjective stands before the head; an English department is a ministry only in capitals (`Justice Department`)."""
    if code == "ru":
        return bool(domain.entry.attributes.get("adjective"))
    return head.entry.attributes["head"] != "department" or (
        words[domain.start][0].isupper() and words[head.start][0].isupper()
    )


def _body(words: Sequence[str], head: Hit, hits: Sequence[Hit], code: str) -> Office | None:
    """A service, agency, company or union with what it is for: `mine rescue service`, `operator tambang`, «служба исполнения наказаний»."""
    fields = [h for h in hits if h.entry.category == "body_field"]
    field = _field(words, head, fields, code) if fields else None
    if field is None:
        return None
    kind, has = head.entry.attributes["head"], field.entry.attributes
    type_ = (kind == AGENCY and has.get("type")) or f"{kind}.{has['field']}"
    return Office(first=min(head.start, field.start), last=max(head.end, field.end), type=type_)


AGENCY = "agency"


def _field(words: Sequence[str], head: Hit, fields: list[Hit], code: str) -> Hit | None:
    """What a body is for: before its head in English, and as a Russian adjective; behind it everywhere, in English with an `of` between."""
    before = next((f for f in fields if f.end == head.start), None) if code != "id" else None
    if before is not None and (code == "en" or before.entry.attributes.get("adjective")):
        return before
    behind = _behind(words, head, [f for f in fields if not f.entry.attributes.get("adjective")], _facts(code).in_bodies)
    return behind if behind is not None and (code != "en" or behind.start > head.end) else None


def _behind(words: Sequence[str], head: Hit, domains: list[Hit], between: frozenset[str]) -> Hit | None:
    at = head.end
    for _ in range(MOST_BETWEEN):
        domain = next((d for d in domains if d.start == at), None)
        if domain is not None:
            return domain
        if at >= len(words) or words[at].lower() not in between:
            return None
        at += 1
    return None


def _named(words: Sequence[str], hit: Hit, _: Sequence[Hit], __: str) -> Office | None:
    has = hit.entry.attributes
    if has.get("upper") and not _in_capitals(words[hit.start]):
        return None
    return Office(
        first=hit.start,
        last=hit.end,
        type=has["type"],
        post=bool(has.get("post")),
        country=has.get("country"),
        local=bool(has.get("local")),
    )


def _in_capitals(word: str) -> bool:
    """Short words as abbreviations, longer ones as names."""
    return word.isupper() if len(word) <= LONGEST_ABBREVIATION else word[0].isupper()


def _again(_: Sequence[str], hit: Hit, __: Sequence[Hit], ___: str) -> Office:
    has = hit.entry.attributes
    return Office(first=hit.start, last=hit.end, family=has["family"], wide=bool(has.get("wide")))


MAKERS = {"office_head": _composed, "office_name": _named, "office_again": _again, "body_head": _body}


NOWHERE: dict[int, int] = {}


def authority(words: Sequence[str], hits: Sequence[Hit], office: Office, code: str) -> str | None:
    """The country that the words around an office give it: an ISO code, `SAME` for the country named before, None where they give none.

    Args:
        words: tokens of the sentence.
        hits: what the lexicon found in them, at least words for the country named before.
        office: one of its offices.
        code: the language.
    """
    here = {h.start: h.end for h in hits if h.entry.category == "country_again"} if hits else NOWHERE
    return (
        _right(words, here, office, code)
        or _left(words, here, office, code)
        or (_within(words, office, code) if code == "ru" and office.last - office.first > MOST_BETWEEN else None)
        or office.country
    )


def _within(words: Sequence[str], office: Office, code: str) -> str | None:
    """«Управление Турции по чрезвычайным ситуациям»: the country that parts the name."""
    found = (_country(words, NOWHERE, at, code) for at in range(office.first + 1, office.last - 1))
    return next((country for country in found if country is not None), None)


def _right(words: Sequence[str], here: dict[int, int], office: Office, code: str) -> str | None:
    near = _facts(code).near_right
    at = past_abbreviation(words, office.last)
    for _ in range(MOST_NEAR + 1):
        if at >= len(words):
            return None
        found = _country(words, here, at, code)
        if found is not None:
            return found
        if words[at].lower() in JOINS and office.type:
            return _behind_second(words, here, at, code)
        if words[at].lower() not in near:
            return None
        at += 1
    return None


def past_abbreviation(words: Sequence[str], at: int) -> int:
    """`Badan Penanggulangan Bencana (BPB) Kabupaten Sambas`: behind the abbreviation in brackets, or inside the brackets behind it."""
    mark = words[at] if at < len(words) else ""
    if mark == "(" and at + 2 < len(words) and words[at + 2] == ")" and words[at + 1].isupper():
        return at + 3
    return at + 1 if mark == ")" else at


JOINS = frozenset({"and", "dan", "и", "&"})


def _behind_second(words: Sequence[str], here: dict[int, int], join: int, code: str) -> str | None:
    """The country behind a second responsibility: `Ministry of Health and Sports of Myanmar`."""
    for at in range(join + 2, min(join + 2 + LONGEST_SECOND, len(words))):
        if not words[at][0].isalpha():
            return None
        found = _country(words, here, at, code)
        if found is not None:
            linked = words[at - 1].lower() in _facts(code).near_right or code != "en"
            return found if linked else None
    return None


def _country(words: Sequence[str], here: dict[int, int], at: int, code: str) -> str | None:
    if here and (at in here or (at > 0 and here.get(at - 1, 0) > at)):
        return SAME
    if not words[at][0].isupper() or not may_begin(words[at], code):
        return None
    found = country_at(words, at, code)
    if found is None and code == "id":
        found = adjective(words, at, code)
    return found.code if found else None


def _left(words: Sequence[str], here: dict[int, int], office: Office, code: str) -> str | None:
    facts = _facts(code)
    if code == "id":
        return None
    at = office.first
    for _ in range(MOST_NEAR):
        low = words[at - 1].lower() if at else ""
        if not (low in facts.near_left or (facts.near_stems and low.startswith(facts.near_stems))):
            break
        at -= 1
    if here and any(start < at <= end for start, end in here.items() if at in {end, end + 1}):
        return SAME
    for first in range(at - 1, max(at - 5, -1), -1):
        if not may_begin(words[first], code):
            continue
        found = adjective(words, first, code)
        if found and first + found.length == at:
            return found.code
        if code == "en" and words[first][0].isupper():
            named = country_at(words, first, code)
            if named and first + named.length == at:
                return named.code
    return None
