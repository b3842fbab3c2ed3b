"""The head of a wire report: place, date, agency or outlet, in the forms of our languages.

ALMATY, cakra.news –          JAKARTA, KOMPAS.com —      Jakarta (ANTARA) -
PORT CITY, May 3 (Reuters) -  KYIV, Ukraine (AP) —       НУР-СУЛТАН, 10 января. /ТАСС/.
МОСКВА, 9 янв — РИА Новости.  KABAR.example, JAKARTA --        kabar.example - (an outlet alone)
Jakarta - Polisi (a town of the gazetteer)  Manila: Police       Jakarta, Kabar Kota (a line of its own)
"""

import re

import msgspec

from khabar.intake.shapes import moments, wires
from khabar.language.base import SUPPORTED
from khabar.language.countries import country_at
from khabar.language.gazetteer import fold, gazetteer
from khabar.model.span import Span

CAPITALS = r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІÀ-Þ]"
PLACE = rf"(?P<place>{CAPITALS}[\w'’.-]*(?: {CAPITALS}[\w'’.-]*){{0,3}})"
UPPER_PLACE = rf"(?P<place>{CAPITALS}{{2}}[{CAPITALS[1:-1]}'’./-]*(?: [{CAPITALS[1:-1]}'’./-]{{2,}}){{0,3}})"
DASH = r"\s*(?:--|[–—-])\s+"
LATIN = re.compile(
    rf"(?:{UPPER_PLACE}(?P<more>(?:,\s*[^,()\n–—]{{2,40}}){{0,3}})?\s*(?:\((?P<agency>[^)\n]{{2,40}})\))?|{PLACE.replace('place', 'town')}\s*(?:\((?P<agency2>[^)\n]{{2,40}})\)|,\s*(?P<outlet2>[\w. ]{{2,30}})))(?P<dash>{DASH})"
)
RUSSIAN = re.compile(
    rf"{PLACE}[.,]\s*(?P<more>\d{{1,2}}\s+[а-яё]+\.?)[.,]?\s*(?:/(?P<agency>[^/\n]{{2,40}})/\.?|(?:[–—-]\s*)?(?P<agency2>{CAPITALS}[^.–—\n]{{1,30}})(?:\.|\s*[–—-]))\s*"
)
BARE = re.compile(r"/(?P<agency>[^/\n]{2,40})/\.?\s*(?:[–—-]\s*)?")
OUTLET_FIRST = re.compile(
    rf"(?P<outlet>(?:[\w-]+\.)+[A-Za-z]{{2,10}})(?:,\s*(?P<place>{CAPITALS}[\w'’/. -]{{1,40}}?))?{DASH}"
)
TOWN = re.compile(rf"{PLACE}(?:{DASH}|(?P<colon>:\s+))(?={CAPITALS}|[\"“«\d])")
ALONE = re.compile(rf"{PLACE},\s+(?P<more>{CAPITALS}[\w. ]{{1,30}})$")
LONG_ENOUGH, COLON_LENGTH, ALONE_LENGTH = 60, 120, 45
"""A town with a bare dash heads a paragraph, with a colon a long one: in a headline a colon follows a speaker ("Moscow: no talks")."""

CITY = 50_000
"""How many people make a name a town's in a head that has neither agency nor outlet."""

NAMED = re.compile(rf"{CAPITALS}[\w'’&-]*(?: {CAPITALS}[\w'’&-]*){{0,3}}")
"""One to four words with a capital each, as an agency has them; `Reuters Photo` is one, `2 pm` and `by phone` are not."""

DOMAIN = re.compile(r"^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,10}$", re.IGNORECASE)


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """A dateline: it ends at `end`; `place` is the span of the place's name; credit and outlet where it names them."""

    end: int
    place: Span | None = None
    credit: str | None = None
    outlet: str | None = None
    words: str = ""


def head_of(text: str, start: int, end: int, *, title: bool = False, alone: bool = True) -> Head | None:
    """The dateline with which the line from `start` to `end` begins, or None.

    Nothing but a full one heads a `title`; a line of its own is one only where `alone` allows it, above the report.
    """
    outlet = _outlet_first(text, start, end)
    if outlet:
        return outlet
    for form in (RUSSIAN, LATIN, BARE):
        match = form.match(text, start, min(end, start + 140))
        if match:
            head = _head(match)
            if head:
                return head
    return None if title else _town(text, start, end, alone=alone)


def _outlet_first(text: str, start: int, end: int) -> Head | None:
    """An outlet's address before the place, or without one."""
    match = OUTLET_FIRST.match(text, start, min(end, start + 140))
    if not match or end - start < LONG_ENOUGH:
        return None
    place = match.span("place") if match["place"] else None
    return Head(end=match.end(), place=place, outlet=match["outlet"], words=match.group())


def _town(text: str, start: int, end: int, *, alone: bool) -> Head | None:
    """A town before a dash or a colon, or with an outlet on a line of its own; the gazetteer says whether it is one."""
    length = end - start
    match = TOWN.match(text, start, end) or (
        ALONE.match(text, start, end) if alone and length <= ALONE_LENGTH else None
    )
    if not match or not _is_city(match["place"]):
        return None
    if match.re is TOWN and length < (COLON_LENGTH if match["colon"] else LONG_ENOUGH):
        return None
    return Head(end=match.end(), place=match.span("place"), words=match.group())


def _is_city(name: str) -> bool:
    found = gazetteer().find(fold(name))
    return bool(found) and found[0].people >= CITY


def _head(match: re.Match[str]) -> Head | None:
    groups = match.groupdict()
    place = next((match.span(n) for n in ("place", "town") if groups.get(n)), None)
    names = [p.strip() for p in (groups.get("more") or "").split(",") if p.strip()]
    names += [v.strip() for k in ("agency", "agency2", "outlet2") if (v := groups.get(k))]
    credit = next((n for n in names if _is_wire(n)), None) or _unlisted(match)
    outlet = next((n for n in names if DOMAIN.match(n)), None)
    if groups.get("town") and not (credit or outlet or (groups.get("agency2") or "").isupper()):
        return None
    return Head(end=match.end(), place=place, credit=credit, outlet=outlet, words=match.group())


def _unlisted(match: re.Match[str]) -> str | None:
    """An agency that no list has, by its form alone: a name in brackets between a place in capitals and the dash, which is no place or day."""
    name = (match.groupdict().get("agency") or "").strip()
    if match.re is not LATIN or not NAMED.fullmatch(name) or not moments().isdisjoint(name.lower().split()):
        return None
    return None if DOMAIN.match(name) or gazetteer().find(fold(name)) or _is_country(name) else name


def _is_country(name: str) -> bool:
    words = name.split()
    return any(country_at(words, 0, code) is not None for code in SUPPORTED)


def _is_wire(name: str) -> bool:
    return name.casefold() in wires()
