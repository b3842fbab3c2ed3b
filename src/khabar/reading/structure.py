"""Structure: the figures of one report related to one another across its sentences, and to the statements that hold them."""

from bisect import bisect_left
from itertools import pairwise

from khabar.model.span import Span, inside
from khabar.reading.breakdown import break_down
from khabar.reading.document import Count, Document, by_sentence
from khabar.reading.events import earlier_days, other_events
from khabar.reading.former import former
from khabar.reading.inherit import number_of
from khabar.reading.kinds import tell_kinds
from khabar.reading.where import inherit_places, locate
from khabar.reading.whole import claim_whole
from khabar.reading.words import figure_words

AHEAD = 5
"""The total of "among those killed" is one of so many figures behind it."""

REACH = 45
"""Characters between a number and "among those killed"."""

BESIDE = 12
"""Characters between a figure and a list of its parts, of which only the last is told to be one."""

LEAD = 2
"""Words of a part lead their sentence if at most so many tokens stand before them."""

SUFFERED = frozenset({"killed", "injured", "missing", "casualties"})
"""Measures of what nobody orders."""

TENDED = frozenset({"injured", "hospitalised", "infected", "casualties"})
"""Measures of whom a hospital lets go."""

DENYING = frozenset({"denies", "withdraws", "disowns"})
"""Acts whose content does not stand."""


def structure(document: Document) -> None:
    """Sets `statement` of each count, and what a statement's act makes of it. Needs counts and utterances."""
    if not document.counts:
        return
    holders = by_sentence(document, [(s, i) for i, u in enumerate(document.utterances) for s in u.content])
    for count in document.counts:
        count.statement = _statement(document, count, holders[count.sentence])
        act = None if count.statement is None else document.utterances[count.statement].act
        if act in DENYING and not _presupposed(document, count) and not _set_right(document, count):
            count.currency = "denied"
        elif act == "orders" and count.measure not in SUFFERED:
            count.currency = "projected"
    _they_were_among(document)
    _among_those_to_come(document)
    locate(document)
    break_down(document)
    _repeats(document.counts)
    _sent_home(document.counts)
    inherit_places(document)
    _between(document.counts)
    for count in document.counts:
        if count.who is None and count.part_of is not None and number_of(count) == 1:
            count.who = count.part_of.who
    other_events(document)
    earlier_days(document)
    former(document)
    claim_whole(document)
    tell_kinds(document)


def _between(counts: list[Count]) -> None:
    """What stands between a figure and a part of it in one sentence is a part as well: "60 bodies—40 in the town, 20 in the hills"."""
    for one, two, three in zip(counts, counts[1:], counts[2:], strict=False):
        listed = (
            three.part_of is one and two.part_of is None and (one.sentence, one.measure) == (two.sentence, two.measure)
        )
        if (
            listed
            and two.span[0] - one.span[1] <= BESIDE
            and (number_of(two) or 0) + (number_of(three) or 0) <= (number_of(one) or 0)
        ):
            two.part_of = one


def _presupposed(document: Document, count: Count) -> bool:
    """Whether the figure is no part of what is denied: "denied any role in the murder of six people"."""
    sentence = document.sentences[count.sentence]
    of = figure_words(document.language.code).of
    listed = [c for c in document.counts if (c.statement, c.measure) == (count.statement, count.measure)]
    first = {bisect_left(sentence.starts, c.span[0]) for c in (*listed, count) if c.sentence == count.sentence}
    ends = {h.end for h in sentence.of["measure"] if sentence.low[h.end - 1] in of}
    return any(at in ends or at - 1 in ends for at in first)


def _set_right(document: Document, count: Count) -> bool:
    """Whether the denial tells what is so instead: `tidak ada yang gugur, hanya seorang yang terluka`, `“Tidak benar. Kami menahan tujuh orang.”`."""
    sentence = document.sentences[count.sentence]
    first = bisect_left(sentence.starts, count.span[0])
    utterance = document.utterances[count.statement or 0]
    led = {i for i in range(max(0, first - 2), first) if sentence.low[i] in figure_words(document.language.code).only_so}
    if led:
        return any(sentence.low[i] in ",:;—–" and sentence.starts[i] > utterance.content[0][0] for i in range(min(led)))
    if utterance.voice != "quote" or utterance.act != "denies":
        return False
    denied = any(h.entry.attributes["act"] in DENYING for h in sentence.of["act"])
    return not denied and sentence.start > utterance.content[0][0]


def _statement(document: Document, count: Count, holders: list[tuple[Span, int]]) -> int | None:
    """The utterance whose content holds the figure; the shortest, where one lies inside another.

    What is denied or taken back holds all that was said in it: `denied press reports that 42 died`, `deleted a post saying 42 people had died`.
    """
    fitting = {index for span, index in holders if inside(count.number, span)}
    if len(fitting) < 2:
        return next(iter(fitting), None)
    told = document.utterances
    return min(
        fitting, key=lambda i: (told[i].act not in DENYING, sum(end - start for start, end in told[i].content), i)
    )


def _sent_home(counts: list[Count]) -> None:
    """Of the hurt those who were released were let out of hospital, not of prison."""
    for count in counts:
        if count.measure == "released" and count.part_of is not None and count.part_of.measure in TENDED:
            count.measure = "recovered"


def _repeats(counts: list[Count]) -> None:
    """A figure that repeats a part, with the same population and number, is a part of the same whole."""
    parts = {_what(c): c.part_of for c in counts if c.part_of is not None and c.who}
    for count in counts:
        whole = parts.get(_what(count)) or _vaguely(count, counts)
        if count.part_of is None and whole is not None and whole is not count:
            count.part_of = whole


def _vaguely(count: Count, counts: list[Count]) -> Count | None:
    """The whole of a part that a vague figure rounds: "dozens of children" beside "126 killed, 68 of them children"."""
    if count.bound != "vague" or not count.who:
        return None
    alike = (c for c in counts if c.part_of is not None and (c.measure, c.who) == (count.measure, count.who))
    return next((c.part_of for c in alike if (number_of(c) or 0) >= (count.low or 0)), None)


def _what(count: Count) -> tuple[str | None, str | None, float | None]:
    return count.measure, count.who, number_of(count)


def _they_were_among(document: Document) -> None:
    """In "They were among 39 people who died" the figure of the sentence before is the part."""
    for before, count in pairwise(document.counts):
        sentence = document.sentences[count.sentence]
        among = sentence.of["among"]
        leads = bool(among) and any(h.start <= LEAD and sentence.ends[h.end - 1] <= count.span[0] for h in among)
        smaller = (number_of(before) or 0) < (number_of(count) or 0)
        if leads and smaller and before.sentence < count.sentence and before.measure == count.measure:
            before.part_of = before.part_of or count


def _among_those_to_come(document: Document) -> None:
    """As in "nearly 70 children were among those killed": where no total stands before, the next one is the whole."""
    counts = document.counts
    for at, count in enumerate(counts):
        if count.part_of is None and _says_among(document, count):
            later = (c for c in counts[at + 1 : at + 1 + AHEAD] if c.measure == count.measure and c.part_of is None)
            count.part_of = next((c for c in later if (number_of(c) or 0) > (number_of(count) or 0)), None)


def _says_among(document: Document, count: Count) -> bool:
    sentence = document.sentences[count.sentence]
    ends = [h.start for h in sentence.of["part"] if h.entry.attributes.get("far")]
    return bool(ends) and any(0 < sentence.starts[start] - count.span[1] <= REACH for start in ends)
