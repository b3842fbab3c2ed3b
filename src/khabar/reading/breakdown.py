"""Breakdowns by place: "103 in Almaty, 21 in Taraz" under a total told before, be it in the same sentence or not."""

from bisect import bisect_left

from khabar.reading.document import Count, Document
from khabar.reading.inherit import number_of
from khabar.reading.where import of_country
from khabar.reading.whole import remainder
from khabar.reading.words import FigureWords, figure_words

APART = 1
FAR = 4
"""Sentence ends between the members of a breakdown, and between its total and the first where there are three or more."""

MANY = 2

SHARE = 0.2
"""The members tell at least this share of their total; else they are no breakdown of it, but of other events."""

NEAR = 4
"""A word of place stands at most so many tokens from the number of a breakdown."""


def break_down(document: Document) -> None:
    """Makes the members of a breakdown parts of its total. Needs counts in the order of the text, with their places."""
    words = figure_words(document.language.code)
    for at, total in enumerate(document.counts[:-2]):
        if total.part_of is None and (of_country(document, total) or not _placed(document, total, words)):
            members = _members(document, at, words)
            whole = number_of(total) or 0
            near = len(members) > MANY or (members and members[0].sentence - total.sentence <= APART)
            if near and len(members) > 1 and _make_up(document, [number_of(m) or 0 for m in members], members[-1], whole):
                for member in members:
                    member.part_of = total


def _make_up(document: Document, told: list[float], last: Count, whole: float) -> bool:
    """Whether the members tell enough of a total, and no more than it; more only if the last one is called what is left of it."""
    if sum(told) <= whole:
        return whole * SHARE <= sum(told)
    return max(told) < whole and remainder(document.sentences[last.sentence], last) is not None


def _members(document: Document, at: int, words: FigureWords) -> list[Count]:
    """The figures of the same measure right behind a total that each have a place of their own."""
    total = document.counts[at]
    members: list[Count] = []
    last = total
    for count in document.counts[at + 1 :]:
        if count.sentence - last.sentence > (APART if members else FAR):
            break
        if count.measure != total.measure or (count.part_of is not None and count.part_of not in members):
            continue
        if count.kind != total.kind or count.currency != total.currency or not _placed(document, count, words):
            break
        members.append(count)
        last = count
    return members


def _placed(document: Document, count: Count, words: FigureWords) -> bool:
    """Whether a word of place with a name stands beside the number."""
    sentence = document.sentences[count.sentence]
    first = bisect_left(sentence.starts, count.span[0])
    last = bisect_left(sentence.starts, count.number[1])
    behind = range(last, min(last + NEAR, len(sentence.low) - 1))
    before = range(max(0, first - NEAR), first - 1)
    if first > 1 and sentence.words[first - 1][0].isupper():
        return True
    return any(
        sentence.low[i] in words.places and any(w[0].isupper() for w in sentence.words[i + 1 : i + 3])
        for i in (*before, *behind)
    )
