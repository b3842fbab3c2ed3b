"""Places that no table knows: named by their sort ("the Pasquales area", `Kecamatan Lumbir`, «в селе Лумбир»), or one of a list with places.

They have no coordinates. Their country is the one that stands behind them or the only one that the report names; they keep what was
counted there from falling to the whole country.
"""

import functools
from collections.abc import Iterator
from itertools import chain

import msgspec

from khabar.language.base import language
from khabar.language.countries import adjective, country_at
from khabar.language.names import printed
from khabar.reading.document import Document, NamedPlace, Sentence
from khabar.reading.words import figure_words

LONGEST = 3
"""Words of a name."""

MEMBERS = 2
"""A list has so many members at least."""

NEAR = 3
"""A number stands at most so many tokens before the word of place of a member of a list."""

LONGEST_SIGN = 4
INSIDE = frozenset({"al", "el", "de", "la", "del", "bin"})
ARTICLES = frozenset({"the"})
NO_NAMES = frozenset({"month", "weekday", "rank", "numeral", "medium_name", "office_name", "office_head", "role", "organisation", "collective", "population", "person"})  # fmt: skip


class Sorts(msgspec.Struct, frozen=True, gc=False):
    """Words for a place's sort: behind a name, before it, and those of them that mean a region; what may stand around.

    Without one of `marks` in a sentence there is no such place in it.
    `counted`: only behind a number of their own, for «в районе» is "near" as well.
    """

    after: frozenset[str]
    before: frozenset[str]
    regions: frozenset[str]
    opens: frozenset[str]
    counted: frozenset[str]
    leads: frozenset[str]
    between: frozenset[str]
    joint: frozenset[str]
    tails: frozenset[str]
    nowhere: frozenset[str]
    where: frozenset[str]
    listed: bool
    marks: frozenset[str]


def add_strangers(document: Document, nowhere: frozenset[str]) -> None:
    """Puts unknown places among the known ones, in order of the text; the dateline's stays first."""
    unknown = strangers(document, nowhere)
    if not unknown:
        return
    head = [p for p in document.places[:1] if p.span == document.dateline]
    document.places = head + sorted([*document.places[len(head) :], *unknown], key=lambda p: p.span)
    document.placed |= set(chain.from_iterable([range(*p.span) for p in unknown]))


def strangers(document: Document, nowhere: frozenset[str]) -> list[NamedPlace]:
    """Unknown places, in order of the text. Needs the known ones; `nowhere` are words that are no names of places."""
    sorts = _sorts(document.language.code, nowhere)
    found: list[NamedPlace] = []
    for sentence in document.sentences:
        if (len(sentence.capitals) > 1 or sentence.capitals[:1] != [0]) and not sorts.marks.isdisjoint(sentence.low):
            found += [_place(document, sentence, f, sorts) for f in _in_sentence(document, sentence, sorts)]
    countries = {p.country for p in document.places if p.country} if found else set()
    if len(countries) == 1:
        (only,) = countries
        found = [msgspec.structs.replace(p, country=p.country or only) for p in found]
    return found


def _place(document: Document, sentence: Sentence, found: tuple[int, int, bool], sorts: Sorts) -> NamedPlace:
    """The place of some tokens; a sort that is written with a capital belongs to the name."""
    first, last, region = found
    span = sentence.span(first, last)
    name = document.text[slice(*span)]
    if last < len(sentence.words) and sentence.low[last] in sorts.after and sentence.words[last][0].isupper():
        span = sentence.span(first, last + 1)
    country = _country_behind(sentence, last, document.language.code)
    return NamedPlace(span=span, name=f"{printed(name)} Region" if region else name, country=country)


@functools.lru_cache(maxsize=16)
def _sorts(code: str, nowhere: frozenset[str]) -> Sorts:
    facts = language(code).facts.get("places", {})
    words = {k: frozenset(facts.get(k, ())) for k in ("sorts_after", "sorts_before", "region_sorts", "counted_sorts", "between_sorts", "no_strangers")}
    opens = frozenset(facts.get("joint_sorts", words["sorts_before"] | words["counted_sorts"]))
    listed = bool(facts.get("listed_strangers"))
    return Sorts(
        after=words["sorts_after"],
        before=words["sorts_before"],
        regions=words["region_sorts"],
        opens=opens,
        counted=words["counted_sorts"],
        leads=frozenset(facts.get("before", ())),
        between=words["between_sorts"],
        joint=frozenset(facts.get("joint_sorts", ())),
        tails=frozenset(facts.get("name_tails", ())),
        nowhere=nowhere | words["no_strangers"],
        where=figure_words(code).where,
        listed=listed,
        marks=words["sorts_after"] | opens | (figure_words(code).where if listed else frozenset()),
    )


def _in_sentence(document: Document, sentence: Sentence, sorts: Sorts) -> list[tuple[int, int, bool]]:
    """Tokens of each name, and whether it is a region's."""
    low, spots = [*sentence.low, ""], []
    found: list[tuple[int, int, bool]] = []
    for at in sentence.capitals:
        before, behind = low[at - 1] if at else "", low[at + 1]
        if behind in sorts.after:
            found += _before_sort(document, sentence, at + 1, sorts)
        elif behind in sorts.between and low[at + 2] in sorts.after:
            found += _before_sort(document, sentence, at + 2, sorts)
        if before in sorts.opens:
            found += _behind_sort(document, sentence, at, sorts)
        if sorts.listed and before in sorts.where:
            spots.append(at)
    if len(spots) >= MEMBERS:
        found += [m for m in _listed(document, sentence, spots, sorts) if all(m[0] != f[0] for f in found)]
    return sorted(found)


def _before_sort(document: Document, sentence: Sentence, at: int, sorts: Sorts) -> Iterator[tuple[int, int, bool]]:
    """"the Karuma district": the name before a word of a sort, if a word of place leads it."""
    last = at - 1 if sentence.low[at - 1] in sorts.between else at
    first = _back(sentence, last, sorts)
    named = first < last and _led(sentence, first, sorts) and not _of_a_body(sentence, at)
    if named and not _known(document, sentence, first, last):
        yield first, last, sentence.low[at] in sorts.regions


def _of_a_body(sentence: Sentence, at: int) -> bool:
    """Whether the word of the sort goes on in capitals: "Karuma State University"."""
    words = sentence.words
    return words[at][0].isupper() and at + 1 < len(words) and words[at + 1][0].isupper()


def _behind_sort(document: Document, sentence: Sentence, first: int, sorts: Sorts) -> Iterator[tuple[int, int, bool]]:
    """"the village of Karuma", `di Kecamatan Lumbir`: the name behind a word of a sort."""
    at = first - 2 if sorts.joint else first - 1
    counted = at > 0 and sentence.low[at] in sorts.counted and _numbered(sentence, at - 1)
    if at < 0 or not (counted or sentence.low[at] in sorts.before):
        return
    last = _on(sentence, first, sorts)
    led = bool(sorts.joint) or (at > 0 and sentence.low[at - 1] in sorts.leads)
    if led and first < last and not _known(document, sentence, first, last):
        yield first, last, sentence.low[at] in sorts.regions


def _listed(document: Document, sentence: Sentence, spots: list[int], sorts: Sorts) -> Iterator[tuple[int, int, bool]]:
    """Members of a list of counts by place beside a known one: "21 in Lima, 16 in Lumbir and 10 in Barra Seca"."""
    spots = [at for at in spots if _numbered(sentence, at - 1)]
    known = [at for at in spots if sentence.starts[at] in document.placed]
    for at in spots if known else ():
        last = _on(sentence, at, sorts)
        if at < last and not _known(document, sentence, at, last):
            yield at, last, False


def _numbered(sentence: Sentence, at: int) -> bool:
    """Whether a number stands shortly before a token, with nothing but what it counts between."""
    ends = [*sentence.digits, *(h.end - 1 for h in sentence.of["numeral"])]
    last = max((i for i in ends if at - NEAR <= i < at), default=None)
    return last is not None and all(w[0].isalpha() or w in "–—" for w in sentence.low[last + 1 : at])


def _back(sentence: Sentence, last: int, sorts: Sorts) -> int:
    """Where the capitalised words before token `last` begin."""
    first = last
    while first and last - first < LONGEST and _is_name(sentence, first - 1, sorts):
        first -= 1
        if first > 1 and sentence.low[first - 1] in INSIDE and _is_name(sentence, first - 2, sorts):
            first -= 1
    return first


def _on(sentence: Sentence, first: int, sorts: Sorts) -> int:
    """Where the capitalised words from token `first` on end."""
    last = first
    while last < len(sentence.words) and last - first < LONGEST and _is_name(sentence, last, sorts):
        last += 1
    tail = first < last < len(sentence.words) and sentence.words[last][0].isupper()
    return last + 1 if tail and sentence.low[last] in sorts.tails else last


def _is_name(sentence: Sentence, at: int, sorts: Sorts) -> bool:
    """Whether a token is a capitalised word that nothing else is known by."""
    word = sentence.words[at]
    if not word[0].isupper() or (word.isupper() and len(word) <= LONGEST_SIGN) or sentence.low[at] in sorts.nowhere:
        return False
    return not any(h.start <= at < h.end for h in sentence.of[NO_NAMES])


def _led(sentence: Sentence, first: int, sorts: Sorts) -> bool:
    """Whether a word of place leads the name, past an article."""
    at = first - 1
    if at > 0 and sentence.low[at] in ARTICLES:
        at -= 1
    return at >= 0 and sentence.low[at] in sorts.leads


def _known(document: Document, sentence: Sentence, first: int, last: int) -> bool:
    """Whether a table knows any of the words here, or they are of a country."""
    code = document.language.code
    if any(at in document.placed for at in range(*sentence.span(first, last))):
        return True
    return adjective(sentence.words, first, code) is not None or country_at(sentence.words, first, code) is not None


def _country_behind(sentence: Sentence, last: int, code: str) -> str | None:
    """The country that stands behind the name and its sort: "in the Pasquales area, Ecuador"."""
    for at in range(last + 1, min(last + NEAR + 1, len(sentence.words))):
        found = country_at(sentence.words, at, code) if sentence.words[at][0].isupper() else None
        if found is not None:
            return found.code
    return None
