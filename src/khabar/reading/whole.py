"""Breakdowns that claim to be whole: "103 in Almaty, 21 in Taraz and the remaining 40 in Aktau", "in total 164: 103 in ...".

The ledger checks their arithmetic and marks what does not sum up, so that a figure that was not read, or a list of another total,
would accuse a source of an error that is the reader's. Nothing is concluded of a list with a number in it that is none of its own.
"""

from bisect import bisect_left
from itertools import groupby, pairwise

import msgspec

from khabar.language.lexicon import Hit
from khabar.model.span import Span
from khabar.reading.document import Count, Document, Sentence, Whole
from khabar.reading.inherit import number_of

LEAST = 2
"""A breakdown has two members at least."""

NEAR = 6
"""The words "in total" stand at most so many tokens from the total."""

HEAD = 2
"""What leads the list's sentence has at most so many tokens before it."""

APART = 1
"""Sentences between a list and its total."""

WORDS = frozenset({"closing", "complete"})


class _List(msgspec.Struct, gc=False):
    """The parts of a total in one sentence, each with its first and last token."""

    total: Count
    sentence: Sentence
    parts: list[Count]
    places: list[tuple[int, int]]


def claim_whole(document: Document) -> None:
    """Fills `document.wholes`. Needs counts with their parts and places."""
    if not any(count.part_of is not None for count in document.counts):
        return
    _take_up(document)
    counts = [c for c in document.counts if c.part_of is not None and document.sentences[c.sentence].has(WORDS)]
    for _, own in groupby(sorted(counts, key=_family), key=lambda count: _family(count)[:2]):
        found = _claimed(document, list(own))
        if found is not None:
            document.wholes.append(found)


def _take_up(document: Document) -> None:
    """Makes the remainder a part of what the figure before it is a part of: "21 of them in Lima and the rest, 40 people, in Cusco"."""
    for before, count in pairwise(document.counts):
        total = before.part_of
        if total is None or count.part_of is not None or count is total or count.sentence != before.sentence:
            continue
        sentence = document.sentences[count.sentence]
        fits = count.measure == total.measure and (number_of(count) or 0) <= (number_of(total) or 0)
        if fits and remainder(sentence, count):
            count.part_of = total


def _family(count: Count) -> tuple[int, Span, Span]:
    """Where it stands: its sentence, its total, itself."""
    return count.sentence, count.part_of.span if count.part_of else count.span, count.span


def _claimed(document: Document, parts: list[Count]) -> Whole | None:
    """The breakdown that parts of one total in one sentence make, if the text claims that it is whole."""
    total, sentence = parts[0].part_of, document.sentences[parts[0].sentence]
    own = [c for c in parts if c.who is None] if parts[-1].who is None else parts
    if total is None or len(own) < LEAST or not _alike(total, own):
        return None
    made = _List(total, sentence, own, [_tokens(sentence, c) for c in own])
    hit = remainder(sentence, own[-1]) or (_opened(document, made) if not _goes_on(document, made) else None)
    if hit is None or not _sound(document, made, parts):
        return None
    return Whole(total, own, sentence.span(hit.start, hit.end))


def _alike(total: Count, own: list[Count]) -> bool:
    """Whether all count the same now, each member other people than the next one."""
    same = all((c.measure, c.kind, c.currency) == (total.measure, "level", "current") for c in (total, *own))
    kinds = {c.who is None for c in own}
    told = [c.who for c in own] if kinds == {False} else [c.place for c in own if c.place != total.place]
    return same and len(kinds) == 1 and len(set(told)) == len(told)


def _tokens(sentence: Sentence, count: Count) -> tuple[int, int]:
    """The first token of a figure, its bound included, and the one behind its number."""
    return bisect_left(sentence.starts, count.span[0]), bisect_left(sentence.starts, count.number[1])


def remainder(sentence: Sentence, count: Count) -> Hit | None:
    """The words that make a figure all that is left: "and the remaining 40"."""
    first, end = _tokens(sentence, count)
    for hit in sentence.of["closing"]:
        before = hit.end == first or (hit.end == first - 1 and sentence.low[hit.end] in ",—–-")
        behind = hit.entry.attributes.get("behind") and 0 <= hit.start - end <= 1
        if before or behind:
            return hit
    return None


def _opened(document: Document, made: _List) -> Hit | None:
    """The words that announce that the list is all: "in total 164: 103 in ...", "consisting of 12 women and ..."."""
    first, low = made.places[0][0], made.sentence.low
    for hit in made.sentence.of["complete"]:
        if hit.entry.attributes.get("of"):
            if hit.end == first:
                return hit
        elif hit.end <= first and any(low[i] in ":—–" for i in range(hit.end, first)) and _of_total(document, made, hit):
            return hit
    return None


def _of_total(document: Document, made: _List, hit: Hit) -> bool:
    """Whether the words stand beside the total, or lead a sentence behind the total's."""
    if made.sentence is not document.sentences[made.total.sentence]:
        near = made.parts[0].sentence - made.total.sentence <= APART
        return bool(hit.entry.attributes.get("back")) and near and hit.start <= HEAD
    first, end = _tokens(made.sentence, made.total)
    if hit.entry.attributes.get("beside"):
        return hit.end == first
    return 0 <= first - hit.end <= NEAR or 0 <= hit.start - end <= NEAR


def _goes_on(document: Document, made: _List) -> bool:
    """Whether the next sentence goes on counting: "A further 40 died in hospital."."""
    whole = number_of(made.total) or 0
    after = (c for c in document.counts if c.sentence == made.parts[0].sentence + 1 and c.measure == made.total.measure)
    return any((number_of(c) or 0) < whole for c in after)


def _sound(document: Document, made: _List, parts: list[Count]) -> bool:
    """Whether all numbers of the list are its members' or lie inside of one, and nothing says that there are more."""
    sentence, total = made.sentence, made.total
    start, end = made.places[0][0], made.places[-1][1]
    known = {_tokens(sentence, c)[1] for c in document.counts if c.sentence == made.parts[0].sentence}
    unread = [n for n in sentence.numbers or () if n.sort == "count" and start <= n.first < end and n.last not in known]
    besides = [c for c in parts if c not in made.parts and start < _tokens(sentence, c)[0] < end]
    open_ended = [h for h in sentence.of["closing", "remainder"] if h.start >= start and not _beside_number(made, h)]
    between = [
        c for c in document.counts
        if total.span < c.span < made.parts[0].span and c.measure == total.measure and c.part_of is None and c is not total
    ]  # fmt: skip
    near = made.parts[0].sentence - total.sentence <= APART
    return near and not unread and not open_ended and not between and all(_inside(made, c) for c in besides) and not _nested(made)


def _beside_number(made: _List, hit: Hit) -> bool:
    return any(0 <= first - hit.end <= 1 or 0 <= hit.start - end <= 1 for first, end in made.places)


def _inside(made: _List, count: Count) -> bool:
    """Whether a figure among the members is a part of one of them: "60 in Lima, including 12 children"."""
    first, end = _tokens(made.sentence, count)
    return any(0 <= first - h.end <= 1 or 0 <= h.start - end <= 1 for h in made.sentence.of["part"])


def _nested(made: _List) -> bool:
    """Whether a member may be one of another member: "143 in Lima, 100 of them in the port"; not so where each but the last is of them."""
    of = [any(0 <= h.start - end <= 1 or 0 <= first - h.end <= 1 for h in made.sentence.of["part"]) for first, end in made.places]
    return any(of[1:]) and not all(of[:-1])
