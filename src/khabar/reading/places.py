"""Places: countries, towns and regions named in the text, found by capitals, context and the gazetteer.

Only tokens with a capital are looked up. A name of one word counts where something speaks for a place (a preposition, a word like `city`, an office, many people
living there) and nothing speaks for a person or another word (a capitalised neighbour that is no place, a small word, quotation marks). Of namesakes the one whose
region or country stands behind it, then one of a country that the report names or whose towns it names, then the one with more people. A region is called by its town's name and
`Region`, in every language.
"""

import functools
import re
from collections.abc import Sequence
from itertools import chain
from operator import attrgetter

import msgspec

from khabar.language.base import language
from khabar.language.countries import adjective, country_at, may_begin
from khabar.language.gazetteer import Town, fold, gazetteer
from khabar.language.inflection import nominatives
from khabar.language.names import printed
from khabar.model.span import Span
from khabar.reading.document import Document, NamedPlace, Sentence
from khabar.reading.namesakes import country_hinted
from khabar.reading.region_towns import town_of_region
from khabar.reading.strange import add_strangers

LONGEST = 4
PEOPLE = attrgetter("people")
LONGEST_SIGN = 4
LEAST_ALONE = 100_000
LEAST_AT_START = 400_000
LEAST_SUPPORTED = 3_000
LEAST_BESIDE_OFFICE = 20_000
LEAST_ELSEWHERE = 50_000
LEAST_KNOWN = 250_000
"""People of a town in a country that the report does not name, if it names others."""

IN_NAMED_COUNTRY = 50
"""How much likelier a namesake is if the report names its country."""

IN_HINTED_COUNTRY = 10
"""How much likelier if the report names a place of its country that is hardly any other's: Tripoli beside Beirut is no town of Libya."""

BEHIND = 1000
"""How much likelier it is if its region or country stands directly behind it."""

SMALL_WORDS = frozenset({"de", "la", "del", "es", "of", "the", "and", "al", "el", "upon", "sur", "am", "an", "на"})
JOINS = frozenset({",", "and", "dan", "serta", "и", "&"})
SEAT = frozenset({"office_name", "office_head", "role", "organisation"})
RUSSIAN_REGION = re.compile(r"(.{2,}?)(ск|цк)(?:ая|ой|ую|ий|ого|ому|им|ом|ое|ие|их)$")
NEAR_REGION = 7


class Find(msgspec.Struct, gc=False):
    """A place found: tokens `first` to `last` of its sentence, and what it may be.

    Attributes:
        name: in the dictionary's form.
        country: for a country its code; `towns` what the gazetteer has for any other.
        region: a word for a region stands beside it; `headed`: before it, so that it counts for a list.
        likely: the words around it speak for a place.
        alone: they do not speak against one: enough for a name that is likely elsewhere in the report.
    """

    sentence: Sentence
    first: int
    last: int
    name: str
    country: str | None = None
    towns: list[Town] = []
    region: bool = False
    likely: bool = True
    headed: bool = False
    alone: bool = False


class Words(msgspec.Struct, gc=False):
    """The words of a language that stand around places."""

    before: frozenset[str]
    heads: frozenset[str]
    heads_after: frozenset[str]
    regions: frozenset[str]
    doubtful: frozenset[str]
    small: frozenset[str]
    nowhere: frozenset[str]
    """The last two together."""


def place(document: Document) -> None:
    """Fills `document.places` and `document.placed`: the dateline's first, then in order of the text. Needs sentences."""
    words = _words(document.language.code)
    finds = [f for s in document.sentences for f in _in_sentence(s, document.language.code, words)]
    sure = {f.name for f in finds if f.likely}
    surnames = _surnames(document, finds, words)
    finds = [f for f in finds if (f.likely or (f.alone and f.name in sure)) and f.name not in surnames]
    countries: set[str | None] = {f.country or _only_country(f) for f in finds} - {None}
    _dateline(document, countries)
    countries |= {p.country for p in document.places if p.nation}
    hints = {f.name: country_hinted(f.towns) for f in finds if f.likely} if any(len(f.towns) > 1 for f in finds) else {}
    if document.dateline and hints:
        name = document.text[slice(*document.dateline)]
        hints.setdefault(_titled(name), country_hinted(gazetteer().find(fold(name))))
    for number, find in enumerate(finds):
        behind = finds[number + 1] if number + 1 < len(finds) else None
        made = _named(document, find, (countries, {c for n, c in hints.items() if n != find.name}), behind)
        if made is not None:
            document.places.append(made)
    document.placed = frozenset(chain.from_iterable([range(*made.span) for made in document.places]))
    add_strangers(document, words.nowhere)


def _surnames(document: Document, finds: list[Find], words: Words) -> set[str]:
    """Names of one word that stand behind another name somewhere in the report: `Ciro Bazan` makes `Bazan` no town."""
    single = {f.name for f in finds if not f.country and f.last - f.first == 1}
    if not single:
        return set()
    found: set[str] = set()
    for sentence in document.sentences:
        for at in sentence.capitals:
            word = sentence.words[at]
            if at and word in single and _person_before(sentence, at) and _is_first_name(sentence, at - 1, words):
                found.add(word)
    return found


def _is_first_name(sentence: Sentence, at: int, words: Words) -> bool:
    """Whether a capitalised word stands behind a post, or is nothing that stands before places: no word for a kind of place, no other place."""
    low = sentence.low[at]
    if any(low in known for known in (words.before, words.heads, words.regions, words.small)) or len(low) == 1:
        return False
    titled = any(
        h.end == at and (h.entry.category in {"role", "rank"} or h.entry.attributes.get("post")) for h in sentence.hits
    )
    return titled or (low not in words.doubtful and not gazetteer().find(fold(low)))


def _only_country(find: Find) -> str | None:
    """The country of a name that stands for places of one country alone."""
    found = {t.country for t in find.towns}
    return next(iter(found)) if len(found) == 1 and find.likely else None


@functools.cache
def _words(code: str) -> Words:
    facts = language(code).facts.get("places", {})
    grammar = language(code).facts.get("grammar", {})
    small = {w for name in SMALL_LISTS for w in grammar.get(name, ())}
    doubtful = frozenset(facts.get("doubtful", ()))
    return Words(
        before=frozenset(facts.get("before", ())),
        heads=frozenset(w.split()[-1] if code != "en" else w for w in facts.get("heads_before", ())),
        heads_after=frozenset(facts.get("heads_after", ())),
        regions=frozenset(facts.get("regions", ())),
        doubtful=doubtful,
        small=frozenset(small),
        nowhere=doubtful | small,
    )


SMALL_LISTS = ("complementisers", "openers", "leads", "introductions", "modifiers", "auxiliaries", "adverbs", "pronouns", "relatives", "determiners",
               "prepositions", "times", "joins", "participles")  # fmt: skip
"""Lists of `[grammar]` whose words are no names."""


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
        document.places.append(_nation(span, name, country.code))
        return
    towns = gazetteer().find(fold(text))
    town = _best(towns, (countries, set()), region=False, behind=None)
    document.places.append(_place(span, name, None if town is None or _elsewhere(town, towns, countries) else town))


def _titled(text: str) -> str:
    return "-".join(" ".join(w.capitalize() for w in part.split(" ")) for part in text.split("-"))


def _nation(span: Span, name: str, code: str) -> NamedPlace:
    lat, lon = gazetteer().country(code) or (None, None)
    return NamedPlace(span=span, name=name, lat=lat, lon=lon, country=code, nation=True)


def _place(span: Span, name: str, town: Town | None) -> NamedPlace:
    if town is None:
        return NamedPlace(span=span, name=name)
    return NamedPlace(span=span, name=name, lat=town.lat, lon=town.lon, geonames=town.geonames, country=town.country)


# ---------------------------------------------------------------- finding


def _in_sentence(sentence: Sentence, code: str, words: Words) -> list[Find]:
    finds: list[Find] = []
    past = 0
    regional = not words.regions.isdisjoint(sentence.low)
    for at, behind in zip(sentence.capitals, [*sentence.capitals[1:], len(sentence.words) + LONGEST], strict=False):
        alone = behind - at >= LONGEST
        if at < past or (alone and not regional and _unknown(sentence.words[at], code)):
            continue
        find = _at(sentence, at, code, words, alone=alone, regional=regional)
        if find is not None:
            _inherit_region(finds, find)
            finds.append(find)
            past = find.last
    return finds


@functools.lru_cache(maxsize=65536)
def _unknown(word: str, code: str) -> bool:
    """Whether no country's name begins with a word, and it is no town's by itself."""
    return not may_begin(word, code) and _look_up(word, code) is None


def _inherit_region(finds: list[Find], find: Find) -> None:
    """`Wilayah Kyzylorda, Zhambyl, dan Almaty`: the word for a region counts for all of a list."""
    before = finds[-1] if finds else None
    if before is None or not before.region or find.country or find.sentence is not before.sentence:
        return
    between = find.sentence.low[before.last : find.first]
    if between and JOINS.issuperset(between) and before.headed:
        find.region = find.likely = find.headed = True


def _at(sentence: Sentence, at: int, code: str, words: Words, *, alone: bool, regional: bool) -> Find | None:
    """The place that begins at a capital, `alone` where no other capital is near behind it, `regional` where the sentence has a word for a region."""
    if may_begin(sentence.words[at], code):
        country = country_at(sentence.words, at, code)
        if country is not None and _is_country(sentence, at, country.length, words, code):
            return Find(sentence, at, at + country.length, country.name, country=country.code)
        if adjective(sentence.words, at, code) is not None:
            return None
    if code == "ru" and regional:
        region = _russian_region(sentence, at, words)
        if region is not None:
            return region
    for length in range(1 if alone else _longest(sentence, at), 1, -1):
        if sentence.words[at + length - 1][0].isupper():
            find = _town_at(sentence, (at, at + length), " ".join(sentence.words[at : at + length]), code, words)
            if find is not None:
                return find
    return (
        None if sentence.low[at] in words.small else _town_at(sentence, (at, at + 1), sentence.words[at], code, words)
    )


def _longest(sentence: Sentence, at: int) -> int:
    """How many words a name that begins here may have: capitalised ones with small words between them."""
    words, last = sentence.words, at
    for here in range(at + 1, min(at + LONGEST, len(words))):
        if words[here][0].isupper():
            last = here
        elif words[here] not in SMALL_WORDS:
            break
    return last + 1 - at


def _is_country(sentence: Sentence, at: int, length: int, words: Words, code: str) -> bool:
    """Whether a country's name is no person's name or common word here."""
    if not sentence.words[at][0].isupper() or sentence.low[at] not in words.doubtful:
        return True
    return not _neighbour(sentence, at + length, code)


def _russian_region(sentence: Sentence, at: int, words: Words) -> Find | None:
    """«в Кызылординской и Жамбылской областях»: an adjective of a town before the word for a region."""
    if words.regions.isdisjoint(sentence.low[at + 1 : at + NEAR_REGION]):
        return None
    match = RUSSIAN_REGION.fullmatch(sentence.words[at])
    if match is None:
        return None
    found = town_of_region(match[1], match[2])
    return None if found is None else Find(sentence, at, at + 1, found[0], towns=list(found[1]), region=True)


def _town_at(sentence: Sentence, tokens: tuple[int, int], phrase: str, code: str, words: Words) -> Find | None:
    found = _look_up(phrase, code)
    at, last = tokens
    if found is None or (last - at == 1 and _is_sign(sentence, at)):
        return None
    name, towns, inflected = found
    find = Find(sentence, at, last, name, towns=list(towns), region=_region(sentence, at, last, words))
    find.headed = find.region and at > 0 and sentence.low[at - 1] in words.regions
    find.likely = _likely(find, words, code, inflected=inflected)
    find.alone = not (_neighbour(sentence, last, code) or _person_before(sentence, at) or _quoted(sentence, at, last))
    return find if find.likely or last - at == 1 else None


def _is_sign(sentence: Sentence, at: int) -> bool:
    """An abbreviation in a sentence that is not written in capitals throughout."""
    word = sentence.words[at]
    return len(word) <= LONGEST_SIGN and word.isupper() and any(w[0].islower() for w in sentence.words)


@functools.lru_cache(maxsize=65536)
def _look_up(phrase: str, code: str) -> tuple[str, tuple[Town, ...], bool] | None:
    """The name's dictionary form, its places, and whether the form differs from the words."""
    before, _, last = phrase.rpartition(" ")
    for number, form in enumerate(nominatives(last, code)):
        name = f"{before} {form}" if before else form
        towns = gazetteer().find(fold(name))
        if towns:
            return name, tuple(towns), number > 0 and code == "ru"
    return None


# ---------------------------------------------------------------- judging


def _region(sentence: Sentence, first: int, last: int, words: Words) -> bool:
    """Whether a word for a region stands beside the name."""
    low = sentence.low
    after = last < len(low) and low[last] in words.regions
    return after or (first > 0 and low[first - 1] in words.regions)


def _likely(find: Find, words: Words, code: str, *, inflected: bool) -> bool:
    """Whether the words are a place's name here."""
    sentence, first, last = find.sentence, find.first, find.last
    people = max(map(PEOPLE, find.towns))
    after = last < len(sentence.low) and sentence.low[last] in words.heads_after
    supported = _supported(sentence, first, words, code) or find.region or after
    if last - first > 1:
        return people >= LEAST_SUPPORTED and (supported or not _person_before(sentence, first))
    doubtful = sentence.low[first] in words.doubtful and not (find.region or _country_behind(sentence, last, code))
    if doubtful or _is_word(sentence, first) or _quoted(sentence, first, last):
        return False
    if supported or (_seat_before(sentence, first, code) and people >= LEAST_BESIDE_OFFICE):
        return people >= LEAST_SUPPORTED and not (_neighbour(sentence, last, code) and people < LEAST_ALONE)
    return not (inflected or _neighbour(sentence, last, code) or _person_before(sentence, first)) and _stands_alone(
        find, code, people
    )


def _stands_alone(find: Find, code: str, people: int) -> bool:
    """Whether a name with nothing that speaks for a place is one by the number of its people; at a sentence's head only a great city's."""
    if find.first:
        return people >= LEAST_ALONE
    known = any(h.start == 0 for h in find.sentence.hits)
    return (people >= LEAST_AT_START and not known) or _country_behind(find.sentence, find.last, code)


def _is_word(sentence: Sentence, at: int) -> bool:
    """A month, a day, a rank or a post that happens to be a place's name."""
    found = sentence.of[NO_PLACES]
    return bool(found) and any(h.start <= at < h.end for h in found)


NO_PLACES = frozenset({"month", "weekday", "rank", "numeral", "medium_name", "office_again"})


def _quoted(sentence: Sentence, first: int, last: int) -> bool:
    """A name alone in quotation marks is a company's, a ship's, a clinic's."""
    words = sentence.words
    return first > 0 and last < len(words) and words[first - 1] in '«“"„' and words[last] in '»”"'


def _supported(sentence: Sentence, first: int, words: Words, code: str) -> bool:
    """Whether a word of place stands before the name, past the adjective of its country («в эквадорском Гуаякиле»)."""
    if first == 0:
        return False
    before = sentence.low[first - 1]
    if before in words.before or before in words.heads:
        return True
    if first == 1:
        return False
    led = sentence.low[first - 2] in words.before and sentence.words[first - 1][0].islower()
    led = led and adjective(sentence.words, first - 1, code) is not None
    return led or f"{sentence.low[first - 2]} {before}" in words.heads


def _seat_before(sentence: Sentence, first: int, code: str) -> bool:
    """Whether an office or post stands directly before: `Gubernur Lampung`, «полиция Алматы»."""
    return code != "en" and any(h.end == first for h in sentence.of[SEAT])


def _neighbour(sentence: Sentence, last: int, code: str) -> bool:
    """Whether a capitalised word follows directly that is no country."""
    words = sentence.words
    return last < len(words) and words[last][0].isupper() and country_at(words, last, code) is None


def _person_before(sentence: Sentence, first: int) -> bool:
    """Whether a capitalised word that no lexicon knows stands directly before."""
    if first == 0 or not sentence.words[first - 1][0].isupper():
        return False
    return not any(h.start <= first - 1 < h.end for h in sentence.hits)


def _country_behind(sentence: Sentence, last: int, code: str) -> bool:
    """Whether a country or region follows behind a comma: `Paris, Texas`."""
    words = sentence.words
    if last + 1 >= len(words) or words[last] != "," or not words[last + 1][0].isupper():
        return False
    found = _look_up(words[last + 1], code)
    return country_at(words, last + 1, code) is not None or (found is not None and found[1][0].region)


# ---------------------------------------------------------------- naming


Named = tuple[set[str | None], set[str | None]]
"""The countries that a report names, and those that only its towns hint at."""


def _named(document: Document, find: Find, named: Named, behind: Find | None) -> NamedPlace | None:
    sentence = find.sentence
    start, end = sentence.span(find.first, find.last)
    if document.text[start:end][-2:] in {"'s", "’s"}:
        end -= 2
    if find.country:
        return _nation((start, end), find.name, find.country)
    town = _best(find.towns, named, region=find.region, behind=behind if behind and _directly(find, behind) else None)
    if town is None or _elsewhere(town, find.towns, named[0]):
        return None
    name = _titled(find.name) if find.name.isupper() else find.name
    if find.region and not all(t.region for t in find.towns):
        return _place((start, end), f"{printed(name)} Region", _region_of(town))
    return _place((start, end), name, town)


def _elsewhere(town: Town, towns: Sequence[Town], countries: set[str | None]) -> bool:
    """Whether a small place, or one with namesakes abroad, lies in a country that the report does not name though it names others."""
    if not countries or town.country in countries:
        return False
    shared = len({t.country for t in towns}) > 1
    return town.people < (LEAST_KNOWN if shared else LEAST_ELSEWHERE)


def _directly(find: Find, behind: Find) -> bool:
    """Whether the next place stands behind a comma: `Paris, Texas`."""
    return behind.sentence is find.sentence and find.sentence.words[find.last : behind.first] == [","]


def _region_of(town: Town) -> Town:
    """The region that a town lies in, for words like `the Almaty region`; the town itself without its number where it is not known."""
    if town.region:
        return town
    found = gazetteer().row(town.within)
    return found or Town(town.number, None, town.lat, town.lon, town.country, town.people, town.within)


def _best(towns: list[Town], named: Named, *, region: bool, behind: Find | None) -> Town | None:
    """The likeliest of namesakes."""
    if len(towns) < 2:
        return towns[0] if towns else None
    countries, hints = named
    if any(t.country in countries for t in towns):
        hints = set()
    rows = {t.number for t in behind.towns} if behind else set()

    def weight(town: Town) -> float:
        kind = 1 if town.region == region else 0.2
        near = behind is not None and (town.country == behind.country or town.within in rows)
        return (
            max(town.people, 1)
            * kind
            * (IN_NAMED_COUNTRY if town.country in countries else IN_HINTED_COUNTRY if town.country in hints else 1)
            * (BEHIND if near else 1)
        )

    return max(towns, key=weight)
