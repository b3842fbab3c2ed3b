"""Places: countries and towns named in the text, found by capitals, context and the gazetteer.

Only tokens with a capital are looked up. A name of one word counts where something speaks for a place (a preposition, a word like `city`, many people living
there) and nothing speaks for a person (a capitalised neighbour that is no place). Of namesakes the one whose region or country stands behind it, then one of a
country that the report names, then the one with more people.
"""

import functools
from dataclasses import dataclass

from khabar.language.base import language
from khabar.language.countries import adjective, country_at
from khabar.language.gazetteer import Town, fold, gazetteer
from khabar.language.inflection import nominatives
from khabar.reading.document import Document, NamedPlace, Sentence

LONGEST = 4
LEAST_ALONE = 100_000
LEAST_SUPPORTED = 3_000
IN_NAMED_COUNTRY = 50
"""How much likelier a namesake is if the report names its country."""

SMALL_WORDS = frozenset({"de", "la", "del", "es", "of", "the", "and", "al", "el", "upon", "sur", "am", "an", "на"})


@dataclass(slots=True)
class Find:
    """A place found: tokens `first` to `last` of its sentence, and what it may be."""

    sentence: Sentence
    first: int
    last: int
    name: str
    country: str | None = None
    towns: list[Town] | None = None
    region: bool = False


@dataclass(slots=True)
class Words:
    """The words of a language that stand around places."""

    before: frozenset[str]
    heads: frozenset[str]
    heads_after: frozenset[str]
    regions: frozenset[str]
    doubtful: frozenset[str]


def place(document: Document) -> None:
    """Fills `document.places`: the dateline's first, then in order of the text. Needs sentences."""
    words = _words(document.language.code)
    finds = [f for s in document.sentences for f in _in_sentence(s, document.language.code, words)]
    countries: set[str | None] = {f.country for f in finds if f.country}
    _dateline(document, countries)
    for find in finds:
        document.places.append(_named(document, find, countries))


@functools.cache
def _words(code: str) -> Words:
    facts = language(code).facts.get("places", {})
    return Words(
        before=frozenset(facts.get("before", ())),
        heads=frozenset(w.split()[-1] if code != "en" else w for w in facts.get("heads_before", ())),
        heads_after=frozenset(facts.get("heads_after", ())),
        regions=frozenset(facts.get("regions", ())),
        doubtful=frozenset(facts.get("doubtful", ())),
    )


def _dateline(document: Document, countries: set[str | None]) -> None:
    """The dateline's place, in title case."""
    span = document.edition.dateline
    if span is None or "." in document.text[span[0] : span[1]]:
        return
    document.dateline = span
    text = document.text[span[0] : span[1]]
    name = _titled(text) if text.isupper() else text
    country = country_at(text.split(), 0, document.language.code)
    if country and country.length == len(text.split()):
        document.places.append(NamedPlace(span=span, name=name, country=country.code))
        return
    town = _best(gazetteer().find(fold(text)), countries, region=False)
    document.places.append(_place(span, name, town))


def _titled(text: str) -> str:
    return "-".join(" ".join(w.capitalize() for w in part.split(" ")) for part in text.split("-"))


def _place(span: tuple[int, int], name: str, town: Town | None) -> NamedPlace:
    if town is None:
        return NamedPlace(span=span, name=name)
    return NamedPlace(span=span, name=name, lat=town.lat, lon=town.lon, geonames=town.geonames, country=town.country)


def _in_sentence(sentence: Sentence, code: str, words: Words) -> list[Find]:
    finds: list[Find] = []
    at = 0
    tokens = sentence.words
    while at < len(tokens):
        if tokens[at][0].isupper():
            find = _at(sentence, at, code, words)
            if find is not None:
                finds.append(find)
                at = find.last
                continue
        at += 1
    return finds


def _at(sentence: Sentence, at: int, code: str, words: Words) -> Find | None:
    country = country_at(sentence.words, at, code)
    if country is not None and _is_country(sentence, at, country.length, words, code):
        return Find(sentence, at, at + country.length, country.name, country=country.code)
    if adjective(sentence.words, at, code) is not None:
        return None
    for length in range(_longest(sentence, at), 0, -1):
        find = _town_at(sentence, at, length, code, words)
        if find is not None:
            return find
    return None


def _longest(sentence: Sentence, at: int) -> int:
    """How many words a name that begins here may have: capitalised ones with small words between them."""
    length = 1
    for number, word in enumerate(sentence.words[at + 1 : at + LONGEST], 2):
        if word[0].isupper():
            length = number
        elif word not in SMALL_WORDS:
            break
    return length


def _is_country(sentence: Sentence, at: int, length: int, words: Words, code: str) -> bool:
    """Whether a country's name is no person's name or common word here."""
    if not sentence.words[at][0].isupper() or sentence.low[at] not in words.doubtful:
        return True
    return not _neighbour(sentence, at + length, code)


def _town_at(sentence: Sentence, at: int, length: int, code: str, words: Words) -> Find | None:
    tokens = sentence.words[at : at + length]
    if not tokens[-1][0].isupper():
        return None
    found = _look_up(" ".join(tokens), code)
    if found is None:
        return None
    name, towns, inflected = found
    region = _region(sentence, at, at + length, words)
    find = Find(sentence, at, at + length, name, towns=towns, region=region)
    if region:
        return find
    return find if _likely(find, words, code, inflected=inflected) else None


@functools.lru_cache(maxsize=65536)
def _look_up(phrase: str, code: str) -> tuple[str, list[Town], bool] | None:
    """The name's dictionary form, its places, and whether the form differs from the words."""
    before, _, last = phrase.rpartition(" ")
    for number, form in enumerate(nominatives(last, code)):
        name = f"{before} {form}" if before else form
        towns = gazetteer().find(fold(name))
        if towns:
            return name, towns, number > 0 and code == "ru"
    return None


def _region(sentence: Sentence, first: int, last: int, words: Words) -> bool:
    """Whether a word for a region stands beside the name."""
    low = sentence.low
    after = last < len(low) and low[last] in words.regions
    return after or (first > 0 and low[first - 1] in words.regions)


def _likely(find: Find, words: Words, code: str, *, inflected: bool) -> bool:
    """Whether the words are a town's name here."""
    sentence, first, last = find.sentence, find.first, find.last
    people = max(t.people for t in find.towns or ())
    supported = _supported(sentence, first, words)
    if last - first > 1:
        return people >= LEAST_SUPPORTED and not (_person_before(sentence, first) and not supported)
    if sentence.low[first] in words.doubtful and not _country_behind(sentence, last):
        return False
    if supported:
        return people >= LEAST_SUPPORTED and not (_neighbour(sentence, last, code) and people < LEAST_ALONE)
    if inflected or _neighbour(sentence, last, code) or _person_before(sentence, first):
        return False
    if first == 0 and any(h.start == 0 for h in sentence.hits):
        return False
    return people >= LEAST_ALONE


def _supported(sentence: Sentence, first: int, words: Words) -> bool:
    if first == 0:
        return False
    before = sentence.low[first - 1]
    two = f"{sentence.low[first - 2]} {before}" if first > 1 else before
    return before in words.before or before in words.heads or two in words.heads


def _neighbour(sentence: Sentence, last: int, code: str) -> bool:
    """Whether a capitalised word follows directly that is no country."""
    words = sentence.words
    return last < len(words) and words[last][0].isupper() and country_at(words, last, code) is None


def _person_before(sentence: Sentence, first: int) -> bool:
    """Whether a capitalised word that no lexicon knows stands directly before."""
    if first == 0 or not sentence.words[first - 1][0].isupper():
        return False
    return not any(h.start <= first - 1 < h.end for h in sentence.hits)


def _country_behind(sentence: Sentence, last: int) -> bool:
    return last + 1 < len(sentence.words) and sentence.words[last] == "," and sentence.words[last + 1][0].isupper()


def _named(document: Document, find: Find, countries: set[str | None]) -> NamedPlace:
    sentence = find.sentence
    start, end = sentence.span(find.first, find.last)
    text = document.text[start:end]
    if text[-2:] in {"'s", "’s"}:
        end -= 2
    name = find.name if not find.name.isupper() or len(find.name) <= 4 else _titled(find.name)
    if find.towns is None:
        return NamedPlace(span=(start, end), name=name, country=find.country)
    return _place((start, end), name, _best(find.towns, countries, region=find.region))


def _best(towns: list[Town], countries: set[str | None], *, region: bool) -> Town | None:
    """The likeliest of namesakes."""
    if not towns:
        return None

    def weight(town: Town) -> float:
        kind = 1 if town.region == region else 0.2
        return max(town.people, 1) * kind * (IN_NAMED_COUNTRY if town.country in countries else 1)

    return max(towns, key=weight)
