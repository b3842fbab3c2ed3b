"""Statements that leave a number as it is: `has not withdrawn its toll of 58`, `denied that more than 58 had died`, `had no data on 58 dead`.

Who does not take a number back lets it stand; who denies something else of those whom it counts has not denied it; who has no data of his own gives none.
"""

import functools
import re
from collections.abc import Sequence

from khabar.language.base import language
from khabar.language.lexicon import Hit
from khabar.model.span import inside, overlap
from khabar.reading.document import Count, Document, Sentence, Utterance
from khabar.reading.grammar import grammar
from khabar.reading.scene import BREAKS

TAKING = frozenset({"withdraws", "denies", "disowns"})
BETWEEN = 7
"""Between `no data` and the number of which there are none stand so many words at most."""


def leave(document: Document) -> None:
    """Sets acts that take nothing back, and gives no number to who has none, to `declines`. Needs utterances, counts and what is undone."""
    for utterance in document.utterances:
        if utterance.act in TAKING and utterance.cue and _refused(document, utterance):
            _decline(document, utterance)
    if document.has(UNGIVEN):
        for index, utterance in enumerate(document.utterances):
            if utterance.act in {"asserts", "confirms"} and utterance.source:
                _without(document, index, utterance)


UNGIVEN = frozenset({"ungiven"})


def _decline(document: Document, utterance: Utterance) -> None:
    utterance.act, utterance.reason = "declines", None
    for count in document.counts:
        if count.statement is not None and document.utterances[count.statement] is utterance:
            count.currency = "earlier"


def _refused(document: Document, utterance: Utterance) -> bool:
    """Whether the verb itself is denied or refused: `did not deny`, «не отозвало», `menolak mencabut`."""
    sentence = document.sentences[utterance.sentence]
    cues = [
        h
        for h in sentence.of["cue"]
        if h.entry.attributes.get("act") in TAKING
        and any(overlap(sentence.span(h.start, h.end), part) for part in utterance.cue)
    ]
    negations = grammar(document.language.code).negations
    return any(sentence.low[h.start] in negations or refused(document, sentence, h) for h in cues)


def refused(document: Document, sentence: Sentence, hit: Hit) -> bool:
    """Whether a verb of taking back is denied or refused by the words before it, auxiliaries and adverbs between them."""
    small, facts = grammar(document.language.code), document.language.facts["acts"]
    against = {*small.negations, *facts["negations"], *facts["refusals"]}
    at = hit.start - 1
    while at >= 0 and sentence.low[at] not in against:
        if not any(sentence.low[at] in words for words in (small.auxiliaries, small.adverbs, small.infinitives)):
            break
        at -= 1
    return at >= 0 and sentence.low[at] in against


# ------------------------------------------------------------------ nothing given


def _without(document: Document, index: int, utterance: Utterance) -> None:
    """Makes it no statement of its own where all numbers of what somebody says are those of which he has no data."""
    counts = [c for c in document.counts if c.statement == index]
    if counts and all(_ungiven(document, c) for c in counts):
        _decline(document, utterance)


def _ungiven(document: Document, count: Count) -> bool:
    sentence = document.sentences[count.sentence]
    first = next((i for i, s in enumerate(sentence.starts) if s >= count.span[0]), 0)
    last = next((i for i, e in enumerate(sentence.ends) if e >= count.span[1]), first) + 1
    after = document.language.facts["acts"]["ungiven_after"]
    return any(
        _together(document, sentence, hit.end, first) or (after and _together(document, sentence, last, hit.start))
        for hit in sentence.of["ungiven"]
    )


def _together(document: Document, sentence: Sentence, first: int, last: int) -> bool:
    """Whether what stands from one token to another is one clause, and short."""
    between = sentence.low[first:last]
    if not 0 <= last - first <= BETWEEN or not BREAKS.isdisjoint(between):
        return False
    return set(document.language.facts["acts"]["contrasts"]).isdisjoint(between)


# ------------------------------------------------------------------ something else denied


def of_another(document: Document, utterance: Utterance, counts: Sequence[Count]) -> bool:
    """Whether something else is denied than the number in it: more than that, a cause, who they were, that it is too low; or a rival number.

    Only a verb of denying is looked at: whoever says that a number is too high denies it.
    """
    if utterance.act != "denies" or not counts or not _by_verb(document, utterance):
        return False
    if any(c.bound not in {"exact", "about"} for c in counts) or len({c.best for c in counts}) > 1:
        return True
    return any(_apart(document.language.code).search(document.text[a:b].lower()) for a, b in utterance.content)


def _by_verb(document: Document, utterance: Utterance) -> bool:
    sentence = document.sentences[utterance.sentence]
    return any(
        h.entry.attributes.get("act") == "denies"
        and any(inside(sentence.span(h.start, h.end), p) for p in utterance.cue)
        for h in sentence.of["cue"]
    )


@functools.cache
def _apart(code: str) -> re.Pattern[str]:
    """The words of a language that make what is denied something else than a number; `*` stands for any ending."""
    words = (re.escape(w).replace(r"\*", r"\w*") for w in language(code).facts["acts"]["apart"])
    return re.compile(rf"\b(?:{'|'.join(words)})\b")
