"""How the figures of one sentence stand to one another: parts, level or change, current, earlier or projected."""

from dataclasses import dataclass
from itertools import pairwise

from khabar.language.lexicon import Hit
from khabar.reading.document import Count
from khabar.reading.inherit import part_word
from khabar.reading.measures import Link, View
from khabar.reading.numbers import Number

CLAUSE = 8
"""How far before a figure a word such as "previously" or "could" reaches."""


@dataclass(slots=True)
class Found:
    """A figure of a sentence with the number and the measure word that it was made of."""

    number: Number
    link: Link
    count: Count


def relate(v: View, figures: list[Found]) -> None:
    """Sets `part_of`, `kind` and `currency` of a sentence's figures, as far as the sentence tells."""
    for at, one in enumerate(figures):
        _part(v, figures[:at], one)
        _kind(v, one)
        _currency(v, one)
    for one, two in pairwise(figures):
        if one.count.part_of is None and _among(v, one, two):
            one.count.part_of = two.count


def _part(v: View, before: list[Found], one: Found) -> None:
    """The nearest figure of the same measure before it is the whole, if a word of a part or a list of places says so."""
    for whole in reversed(before):
        if whole.count.measure != one.count.measure or whole.count.part_of is not None:
            continue
        said = part_word(v, whole.number.last, one.number)
        listed = one.link.how == "list" and one.count.who is None and _less(one.count, whole.count)
        if said or listed or _siblings(v, before, one, whole):
            one.count.part_of = whole.count
        return


def _siblings(v: View, before: list[Found], one: Found, whole: Found) -> bool:
    """As in "including 3 children and 2 women": the figure right before is a part of the same whole, and an "and" joins them."""
    last = before[-1]
    gap = v.sentence.low[last.number.last : one.number.outer[0]]
    joined = len(gap) <= 5 and any(w in v.words.coordinators for w in gap)
    return last.count.part_of is whole.count and joined and one.link.trigger is last.link.trigger


def _less(one: Count, two: Count) -> bool:
    part = next((x for x in (one.best, one.low, one.high) if x is not None), None)
    whole = next((x for x in (two.best, two.low, two.high) if x is not None), None)
    return part is not None and whole is not None and part < whole


def _among(v: View, one: Found, two: Found) -> bool:
    """As in "two medics were among at least 31 dead"."""
    if one.count.measure != two.count.measure or not _less(one.count, two.count):
        return False
    start, end = one.number.last, two.number.first
    return end - start <= CLAUSE and any(start <= h.start and h.end <= end for h in v.sentence.of("among"))


def _kind(v: View, one: Found) -> None:
    first = one.number.outer[0]
    low = v.sentence.low
    by = first > 1 and low[first - 1] in v.words.by and _near(v.sentence.of("rise"), first - 4, first)
    new = any(h.end in {first, one.number.first} or h.entry.attributes.get("anywhere") for h in v.sentence.of("change"))
    if by or new:
        one.count.kind = "change"


def _near(hits: list[Hit], start: int, end: int) -> bool:
    return any(start <= h.start < end for h in hits)


def _currency(v: View, one: Found) -> None:
    first = one.number.outer[0]
    if one.number.revision == "old" or _near(v.sentence.of("earlier"), first - CLAUSE, one.number.first):
        one.count.currency = "earlier"
    elif _near(v.sentence.of("projected"), min(first, one.link.trigger.start) - 4, max(first, one.link.trigger.start)):
        one.count.currency = "projected"
