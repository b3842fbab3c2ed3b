"""Where it was counted: the place of each figure, from its own clause.

A place counts for a figure if a word of place leads it ("in", "di", «в») and no other figure, stop or clause stands between. A
list keeps its order: "103 in Almaty, 21 in Taraz", «в Алматы 103, в Таразе 21». Where several places could be meant there
is none: a figure without a place is of everywhere that the report tells of, and a wrong one would be a tally of its own.
"""

from bisect import bisect_left, bisect_right
from itertools import pairwise

import msgspec

from khabar.reading.document import Count, Document, NamedPlace, Sentence
from khabar.reading.words import FigureWords, figure_words

LEAD = 5
"""Tokens between the word of place and the name: "in the northern city of Taraz"."""

LIMIT = 6.0
PLAIN, COMMA = 0.3, 2.0
"""What a token and a comma between figure and place cost; beyond the limit they have nothing to do with each other."""

OWN = 3
"""A place behind a comma that stands so near before the next figure is that figure's."""

MEMBERS = 2
"""More places than these, the last behind an "and", are a list: what was counted was counted in all of them."""

WALLS = frozenset(";:?!")


class Spot(msgspec.Struct, frozen=True, gc=False):
    """A place as a phrase of its sentence: tokens `start` (the word of place) to `end`, and its number in `document.places`."""

    start: int
    end: int
    index: int
    place: NamedPlace


def locate(document: Document) -> None:
    """Sets `place` of the counts as far as their own sentence tells. Needs places and counts."""
    words = figure_words(document.language.code)
    by_sentence: dict[int, list[Count]] = {}
    for count in document.counts:
        by_sentence.setdefault(count.sentence, []).append(count)
    named = _named(document)
    for index, counts in by_sentence.items():
        _in_sentence(document, index, counts, words, named.get(index, []))


def inherit_places(document: Document) -> None:
    """Gives the parts that have no place of their own that of their whole."""
    for count in document.counts:
        if count.place is None and count.part_of is not None:
            count.place = count.part_of.place


def of_country(document: Document, count: Count) -> bool:
    """Whether a figure's place is a whole country."""
    return count.place is not None and document.places[count.place].nation


def _named(document: Document) -> dict[int, list[tuple[int, NamedPlace]]]:
    """The places with their numbers by the sentences in which they begin; without the dateline."""
    found: dict[int, list[tuple[int, NamedPlace]]] = {}
    starts, ends = document.edges()
    for number, place in enumerate(document.places):
        at = bisect_right(starts, place.span[0]) - 1
        if at >= 0 and place.span[0] < ends[at] and place.span != document.dateline:
            found.setdefault(at, []).append((number, place))
    return found


def _in_sentence(
    document: Document, index: int, counts: list[Count], words: FigureWords, named: list[tuple[int, NamedPlace]]
) -> None:
    sentence = document.sentences[index]
    spots = _spots(sentence, words, named) if named else []
    ranges = [_tokens(sentence, c) for c in counts]
    for at, count in enumerate(counts):
        room = (ranges[at - 1][1] if at else 0, ranges[at + 1][0] if at + 1 < len(ranges) else len(sentence.low))
        beyond = [s for s in spots if s.start >= ranges[at][1]]
        near = beyond if _elsewhere(sentence, ranges[at][1], beyond, words) else spots
        count.place = _place(sentence, near, ranges[at], room=room, words=words)
        if count.place is None:
            count.place = _there(document, index, ranges[at], words)
        if count.place is None and not spots and not words.known_towns.isdisjoint(sentence.low):
            count.place = _the_town(document, sentence, ranges[at], room, words)
        if count.place is None and len(spots) == 1 and _of_those_in(sentence, spots[0], count):
            count.place = spots[0].index
    for one, two in [*pairwise(counts), *pairwise(counts[::-1])]:
        if (
            one.place is None
            and two.place is not None
            and _together(sentence, sorted((one, two), key=lambda c: c.span), words)
        ):
            one.place = two.place


def _elsewhere(sentence: Sentence, behind: int, spots: list[Spot], words: FigureWords) -> bool:
    """Whether a name that no table knows is the figure's place: "21 in Taraz, 16 in Lumbir" gives the 16 no place of the 21."""
    if behind + 1 >= len(sentence.low) or sentence.low[behind] not in words.where:
        return False
    dated = any(h.start == behind + 1 for h in sentence.of["month", "weekday"])
    return sentence.words[behind + 1][0].isupper() and not dated and not any(s.start == behind for s in spots)


def _the_town(
    document: Document, sentence: Sentence, number: tuple[int, int], room: tuple[int, int], words: FigureWords
) -> int | None:
    """The town named last, the dateline's too, where the figure's own clause has it as "in the town"."""
    low = sentence.low
    for at in range(max(room[0], 2), min(room[1], len(low))):
        if low[at] not in words.known_towns or low[at - 1] not in words.definite or low[at - 2] not in words.where:
            continue
        goes_on = at + 1 < len(low) and (low[at + 1] in words.of or sentence.words[at + 1][0].isupper())
        cost = _cost(sentence, *((number[1], at - 2) if at > number[0] else (at + 1, number[0])), words)
        if goes_on or cost is None or cost > LIMIT:
            continue
        start = sentence.starts[at]
        towns = [(p.span, i) for i, p in enumerate(document.places) if p.span[1] <= start and not p.nation]
        return max(towns)[1] if towns else None
    return None


def _of_those_in(sentence: Sentence, spot: Spot, count: Count) -> bool:
    """Whether the sentence's only place stands right behind a word for those who are counted: «Данные о погибших в Перу …»."""
    return any(h.end == spot.start and h.entry.attributes["measure"] == count.measure for h in sentence.of["measure"])


def _tokens(sentence: Sentence, count: Count) -> tuple[int, int]:
    return bisect_left(sentence.starts, count.span[0]), bisect_left(sentence.starts, count.span[1])


def _spots(sentence: Sentence, words: FigureWords, named: list[tuple[int, NamedPlace]]) -> list[Spot]:
    """Those of a sentence's places that a word of place leads; none of several joined by "and"."""
    inside = [(bisect_left(sentence.starts, p.span[0]), bisect_left(sentence.starts, p.span[1])) for _, p in named]
    taken = {at for first, last in inside for at in range(first, last)}
    spots = []
    for (i, p), (first, last) in zip(named, inside, strict=True):
        start = _led(sentence, first, taken, words)
        if start is not None and not _goes_on(sentence, last, taken, words):
            spots.append(Spot(start, last, i, p))
    return spots


def _led(sentence: Sentence, first: int, taken: set[int], words: FigureWords) -> int | None:
    """Where the word of place stands that leads a name; None where there is none."""
    if first == 0 and sentence.low[0] in words.towns:
        return 0
    for at in range(first - 1, max(-1, first - LEAD - 2), -1):
        low = sentence.low[at]
        if low in words.where:
            return at
        if at == 0 and low in words.towns:
            return 0
        strange = sentence.words[at][0].isupper() and at not in taken and low not in words.towns
        if (
            not low[0].isalpha()
            or strange
            or low in words.hard
            or low in words.auxiliaries
            or low in words.coordinators
        ):
            return None
    return None


def _goes_on(sentence: Sentence, last: int, taken: set[int], words: FigureWords) -> bool:
    """Whether another place follows at once or behind "and", or a name that the place is only a part of."""
    if last >= len(sentence.low):
        return False
    medium = any(h.start == last for h in sentence.of["medium_name", "medium"])
    if last in taken or (sentence.words[last][0].isupper() and sentence.low[last] not in words.towns and not medium):
        return True
    if _lists(sentence, last, taken, words):
        return True
    if sentence.low[last] not in words.coordinators or sentence.low[last] == ",":
        return False
    after = next((at for at in range(last + 1, last + 4) if at in taken), None)
    return after is not None and not _counts(sentence, last + 1, after)


def _counts(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a number stands between two tokens: "10 in Puno and 8 in Arequipa" lists no places."""
    digits = any(first <= at < last for at in sentence.digits)
    return digits or any(first <= h.start < last for h in sentence.of["numeral"])


def _lists(sentence: Sentence, last: int, taken: set[int], words: FigureWords) -> bool:
    """Whether a list of three places or more goes on behind one: "in Lima, Cusco, and Puno"; not "in Kepanjen, Malang, East Java"."""
    at, members = last, 1
    while at + 1 < len(sentence.low):
        ends = sentence.low[at] in words.list_ends or (
            sentence.low[at] == "," and sentence.low[at + 1] in words.list_ends
        )
        at += 1 + (ends and sentence.low[at] == ",")
        if at >= len(sentence.low) or not sentence.words[at][0].isupper():
            return False
        members += 1
        if ends:
            return members > MEMBERS
        while at < len(sentence.low) and (at in taken or sentence.words[at][0].isupper()):
            at += 1
        if at >= len(sentence.low) or (sentence.low[at] != "," and sentence.low[at] not in words.list_ends):
            return False
    return False


def _place(
    sentence: Sentence, spots: list[Spot], number: tuple[int, int], *, room: tuple[int, int], words: FigureWords
) -> int | None:
    """The cheapest place before or behind a number, between its neighbours."""
    found = []
    for spot in spots:
        if number[1] <= spot.start and spot.end <= room[1]:
            own = room[1] < len(sentence.low) and room[1] - spot.end <= OWN and _opens(sentence, spot.start, words)
            cost = None if own else _cost(sentence, number[1], spot.start, words)
        elif room[0] <= spot.start and spot.end <= number[0]:
            cost = _cost(sentence, spot.end, number[0], words)
        else:
            continue
        if cost is not None and cost <= LIMIT:
            found.append((cost, spot))
    return _nearest(found)


def _opens(sentence: Sentence, start: int, words: FigureWords) -> bool:
    """Whether a phrase begins behind a comma or "and"."""
    return start > 0 and (sentence.low[start - 1] in words.coordinators or sentence.low[start - 1] in ";:—–")


def _cost(sentence: Sentence, first: int, last: int, words: FigureWords) -> float | None:
    """What it costs to cross tokens `first` to `last`; None where a stop or another clause stands between."""
    between = sentence.low[first:last]
    if not (WALLS.isdisjoint(between) and words.hard.isdisjoint(between)):
        return None
    return sum(COMMA if w in ",()" else PLAIN for w in between)


def _nearest(found: list[tuple[float, Spot]]) -> int | None:
    """The cheapest spot; a town rather than the country that it lies in."""
    if not found:
        return None
    best = min(found, key=lambda f: f[0])[1]
    towns = [s for _, s in found if not s.place.nation and s.place.country == best.place.country]
    return (best if not best.place.nation or not towns else towns[0]).index


def _there(document: Document, index: int, number: tuple[int, int], words: FigureWords) -> int | None:
    """The town named last before the number, where a word such as «там» points back to it."""
    sentence = document.sentences[index]
    low, beginnings = sentence.low, words.there_beginnings
    if beginnings.isdisjoint(low):
        return None
    for at in range(number[0] - 1, -1, -1):
        if low[at] in WALLS:
            return None
        if low[at] in words.relative_places and at > 1 and low[at - 1] == ",":
            end = sentence.ends[at - 2]
            return next((i for i, p in enumerate(document.places) if p.span[1] == end), None)
        if low[at] in beginnings and (low[at] in words.there or f"{low[at]} {low[at + 1]}" in words.there):
            start = document.sentences[max(0, index - 1)].start
            before = [
                i
                for i, p in enumerate(document.places)
                if start <= p.span[0] < sentence.starts[at] and not p.nation and p.span != document.dateline
            ]
            return max(before, key=lambda i: document.places[i].span, default=None)
    return None


def _together(sentence: Sentence, pair: list[Count], words: FigureWords) -> bool:
    """Whether two figures share one place: "12 died and 30 were hurt in Taraz", "12 soldiers and 3 medics died in Taraz".

    So do the old and the new number of a revision.
    """
    one, two = pair
    if one.part_of is two or two.part_of is one:
        return False
    between = sentence.low[_tokens(sentence, one)[1] : _tokens(sentence, two)[0]]
    if not (WALLS.isdisjoint(between) and words.hard.isdisjoint(between)):
        return False
    if one.measure == two.measure and "earlier" in {one.currency, two.currency}:
        return True
    joined = any(w in words.coordinators and w != "," for w in between)
    return joined and (one.measure != two.measure or (one.who is not None and two.who is not None))
