"""Offices wherever a report mentions them: with their type, the country and the place that the words beside them give."""

import functools

import msgspec

from khabar.language.administrations import Administration, administration, may_name, own_mark
from khabar.language.base import language
from khabar.language.lexicon import Hit, Lexicon
from khabar.language.offices import SAME, Office, authority, offices, past_abbreviation
from khabar.language.tokens import FORMS, SPACED
from khabar.model.span import Span
from khabar.reading.document import Document, Sentence

CATEGORIES = frozenset({"office_head", "office_name", "office_again", "body_head"})
PARTS = CATEGORIES | {"office_domain", "body_field"}
GOVERNED = ("ministry", "agency.disaster", "agency.rescue", "police")
"""Types of office of which each of several administrations has one."""
GOVERNMENTS = frozenset({"government", "authorities"})
NAMED = "="
"""Before the name of an administration that is told by its name alone."""
MOST_NEAR = 3
NEAR_PLACE = frozenset({"of", "in", "the", "city", "region", "province", "di", "kota", "provinsi", "kabupaten", "wilayah", "daerah", "в", "города", "городе", "области", "республики", "pusat"})  # fmt: skip


class Seat:
    """An office mentioned: tokens `first` to `last` of its sentence. What the words around it tell is looked up when asked for: most mentions are never."""

    __slots__ = ("_context", "_told", "first", "last", "of", "office", "sentence", "span")

    def __init__(self, context: "_Context", sentence: int, office: Office, of: str | None = None) -> None:
        self._context = context
        self._told: tuple[str | None, int | None] | None = None
        self.sentence = sentence
        self.office = office
        self.of = of
        self.first = office.first
        self.last = office.last
        self.span: Span = context.document.sentences[sentence].span(office.first, office.last)

    @property
    def authority(self) -> str | None:
        """The country that the words beside it give it."""
        return self._tell()[0]

    @property
    def place(self) -> int | None:
        """The number of the town or region beside it."""
        return self._tell()[1]

    def _tell(self) -> tuple[str | None, int | None]:
        if self._told is None:
            self._told = self._context.tell(self)
        return self._told


class _Context:
    """The document of some seats, and where its places stand."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._where: dict[int, int] | None = None

    def tell(self, seat: Seat) -> tuple[str | None, int | None]:
        """The country and the place of an office by the words beside it."""
        document, office = self.document, seat.office
        sentence = document.sentences[seat.sentence]
        country = authority(sentence.words, sentence.of["country_again"], office, document.language.code)
        told = country_before(document, seat.span[0]) if country == SAME else country
        if seat.of is not None:
            return f"{NAMED}{seat.of}", None
        if not office.type or not (country is None or office.local):
            return told, None
        if self._where is None:
            self._where = _where(document)
        place = _place(document, sentence, office, self._where)
        return told or (document.places[place].country if place is not None else None), place

    def administration(self, number: int, office: Office) -> Administration | None:
        """Which of several administrations the words beside an office name; None for offices of a place, media and governments themselves."""
        type_ = office.type or ""
        sentence = self.document.sentences[number]
        if type_ == "government" and not office.country:
            return own_mark(sentence.low, (office.first, office.last), self.document.language.code)
        if office.local or office.country or not type_.startswith(GOVERNED):
            return None
        if not may_name(sentence.low, self.document.language.code):
            return None
        if self._where is None:
            self._where = _where(self.document)
        where = self._where
        return administration(
            sentence.words,
            (office.first, office.last),
            self.document.language.code,
            low=sentence.low,
            placed=lambda at: sentence.starts[at] in where,
        )


def seats(document: Document) -> list[Seat]:
    """All offices that the text mentions, in its order. Needs sentences and places."""
    code = document.language.code
    context = _Context(document)
    found: list[Seat] = []
    for number, sentence in enumerate(document.sentences):
        if sentence.has(CATEGORIES):
            found += _governed(context, number, offices(sentence.words, sentence.hits, code))
    return found


def _governed(context: "_Context", number: int, found: list[Office]) -> list[Seat]:
    """The offices of a sentence, each with its administration, whose name is no office beside it."""
    of_each = [context.administration(number, office) for office in found]
    if not any(of_each):
        return [Seat(context, number, office) for office in found]
    told = list(zip(found, of_each, strict=True))
    owned = [(o, a) for o, a in told if a is not None and o.type not in GOVERNMENTS]
    made: list[Seat] = []
    for office, of in told:
        inside = any(o is not office and a.first <= office.first and office.last <= a.last for o, a in owned)
        if not inside:
            whole = msgspec.structs.replace(office, last=max(office.last, of.last)) if of else office
            made.append(Seat(context, number, whole, of.key if of else None))
    return made


def _where(document: Document) -> dict[int, int]:
    """Offsets inside names of places to the number of the place, the first of those that are the same."""
    same: dict[object, int] = {}
    found: dict[int, int] = {}
    for number, place in enumerate(document.places):
        first = same.setdefault(place.geonames or (place.name, place.country), number)
        found.update(dict.fromkeys(range(*place.span), first))
    return found


def _place(document: Document, sentence: Sentence, office: Office, where: dict[int, int]) -> int | None:
    """The town or region that stands directly beside the office: `Almaty police`, `Wali Kota Surabaya`."""
    at = past_abbreviation(sentence.words, office.last)
    for _ in range(MOST_NEAR + 1):
        if at >= len(sentence.words):
            break
        found = where.get(sentence.starts[at])
        if found is not None:
            return found if _is_town(document, found) else None
        if sentence.low[at] not in NEAR_PLACE:
            break
        at += 1
    before = where.get(sentence.starts[office.first - 1]) if office.first else None
    if before is not None and _is_town(document, before) and document.language.code == "en":
        return before
    return None


def _is_town(document: Document, number: int) -> bool:
    place = document.places[number]
    return place.lat is not None and not place.nation


def country_before(document: Document, at: int) -> str | None:
    """The country named last before an offset; else the one that any place before it lies in; else the only one of the title."""
    before = [p for p in document.places if p.span[0] < at]
    nations = [p.country for p in before if p.nation and p.country]
    if nations:
        return nations[-1]
    towns = [p.country for p in before if p.country]
    return towns[-1] if towns else None


@functools.cache
def _titles(code: str) -> Lexicon:
    """The words of offices alone, which is all that a title is asked for."""
    return Lexicon([e for e in language(code).lexicon.entries if e.category in PARTS | {"country_again"}])


def title_authorities(document: Document, types: set[str | None]) -> dict[str, set[str]]:
    """Those of some types of office that the title names, with the countries that it gives them."""
    found: dict[str, set[str]] = {}
    title = document.edition.title
    if not title:
        return found
    code = document.language.code
    forms = [FORMS[piece] for piece in SPACED.findall(title)]
    words = [form[0] for form in forms]
    hits: list[Hit] = _titles(code).scan([form[1] for form in forms])
    if not hits:
        return found
    for office in offices(words, hits, code):
        country = authority(words, hits, office, code) if office.type in types else None
        if office.type and country and country != SAME:
            found.setdefault(office.type, set()).add(country)
    return found
