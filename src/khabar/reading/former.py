"""Figures that a report tells as what was known before: `Earlier, officials had put the toll at 31`, behind the new number.

An attribution that begins with such a word is news by itself where nothing newer is told (`Earlier the ministry said that 31 died`), so the report as a whole decides.
"""

from khabar.reading.document import Count, Document
from khabar.reading.inherit import number_of
from khabar.reading.words import figure_words

LEAD = 2
"""The word stands among so many tokens of its sentence."""

GONE = frozenset({"withdraws", "disowns", "denies"})


def former(document: Document) -> None:
    """Sets `currency` of what was said before a newer figure of the report. Needs the figures related to one another."""
    for at, count in enumerate(document.counts):
        if _stands(count) and _opens_earlier(document, count) and _other(document.counts[:at], count):
            count.currency = "earlier"
    if GONE.isdisjoint([u.act for u in document.utterances]):
        _told_again(document.counts)


def _told_again(counts: list[Count]) -> None:
    """A number that the report has called earlier is no news further down, where another one stands for it."""
    if "earlier" not in [c.currency for c in counts]:
        return
    for at, count in enumerate(counts):
        before = any(
            c.currency == "earlier" and _alike(c, count) and number_of(c) == number_of(count) for c in counts[:at]
        )
        if before and _stands(count) and _other(counts, count):
            count.currency = "earlier"


def _stands(count: Count) -> bool:
    return count.currency == "current" and count.kind == "level" and count.part_of is None


def _alike(one: Count, other: Count) -> bool:
    return (one.measure, one.who) == (other.measure, other.who)


def _other(counts: list[Count], count: Count) -> bool:
    """Whether another number of the same stands among the figures."""
    return any(_stands(c) and _alike(c, count) and number_of(c) != number_of(count) for c in counts)


def _opens_earlier(document: Document, count: Count) -> bool:
    """Whether an attribution that begins its sentence with "earlier" holds the figure."""
    sentence = document.sentences[count.sentence]
    told = count.statement is not None and document.utterances[count.statement].source
    leads = figure_words(document.language.code).before_now
    return bool(told) and not leads.isdisjoint(sentence.low[:LEAD])
