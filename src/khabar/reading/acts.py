"""Acts: what a statement does to an earlier one, told by its own words, and the reason that it gives.

A verb of its own (`withdrew`, `membantah`, «опроверг») has set the act already. A plain `said` is looked into: `We never gave that
number` disowns, `it was counted twice` corrects.
"""

from bisect import bisect_left

from khabar.language.lexicon import Hit
from khabar.model.span import Span, hull, inside
from khabar.reading.document import Document, Sentence, Utterance
from khabar.reading.grammar import grammar
from khabar.reading.grounds import ground
from khabar.reading.leaving import refused

GIVES_REASON = frozenset({"withdraws", "corrects", "disowns", "denies"})
ACT = frozenset({"act"})
REASON = frozenset({"reason"})
TAKING = frozenset({"withdraws", "denies"})
NEAR = 2
"""A reason may stand so many sentences behind the act."""


def settle(document: Document) -> None:
    """Sets `act`, `again` and `reason` of utterances from their words. Needs utterances."""
    if document.has(ACT):
        for utterance in document.utterances:
            for sentence in sentences(document, utterance):
                for hit in sentence.of["act"]:
                    _apply(document, sentence, hit, utterance)
    for utterance in document.utterances:
        if utterance.act == "confirms" and not utterance.again:
            utterance.again = _anew(document, utterance)
        if utterance.act in GIVES_REASON and utterance.reason is None:
            utterance.reason = reason(document, utterance)
    if document.has(REASON):
        _explain(document)


def _explain(document: Document) -> None:
    for utterance in document.utterances:
        if utterance.act == "asserts" and utterance.reason is None:
            utterance.reason = _twice(document, utterance)


def _twice(document: Document, utterance: Utterance) -> str | None:
    """`321 people had died, after duplicate names were deleted`: why a count is lower now, in the words of the one who gives it."""
    for sentence in sentences(document, utterance):
        for hit in sentence.of["reason"]:
            span = sentence.span(hit.start, hit.end)
            if hit.entry.attributes.get("twice") and any(inside(span, part) for part in utterance.content):
                return document.text[span[0] : span[1]]
    return None


def _anew(document: Document, utterance: Utterance) -> bool:
    """`confirmed again`, «вновь подтвердил», `kembali membenarkan`: whether a word for once more stands beside the cue."""
    if not utterance.cue:
        return False
    sentence = document.sentences[utterance.sentence]
    at = bisect_left(sentence.starts, utterance.cue[0][0])
    return not set(document.language.facts["acts"]["anew"]).isdisjoint(sentence.low[max(at - 1, 0) : at + 2])


def sentences(document: Document, utterance: Utterance) -> list[Sentence]:
    """The sentences that a statement reaches over."""
    if not utterance.content:
        return []
    start, end = hull(utterance.content)
    first = utterance.sentence
    while first and document.sentences[first - 1].end > start:
        first -= 1
    found = []
    for sentence in document.sentences[first:]:
        if sentence.start >= end:
            break
        found.append(sentence)
    return found


def _apply(document: Document, sentence: Sentence, hit: Hit, utterance: Utterance) -> None:
    span = sentence.span(hit.start, hit.end)
    act = hit.entry.attributes["act"]
    if not any(inside(span, part) for part in utterance.content) or (
        act in TAKING and refused(document, sentence, hit)
    ):
        return
    if utterance.act != "asserts" and (utterance.act != "confirms" or act not in GIVES_REASON):
        return  # who confirms that a number was wrong corrects it
    if utterance.act == "confirms":
        utterance.certainty = "stated"
    utterance.act = act
    utterance.again = bool(hit.entry.attributes.get("again"))
    if utterance.act == "confirms" and utterance.certainty == "stated":
        utterance.certainty = "confirmed"


def reason(document: Document, utterance: Utterance) -> str | None:
    """The words that give a reason, in the act's own sentence or soon behind it."""
    paragraph = document.sentences[utterance.sentence].paragraph
    for sentence in document.sentences[utterance.sentence : utterance.sentence + NEAR]:
        if sentence.paragraph - paragraph > 1:
            break
        span = _reason_span(sentence) or _ground_span(document, sentence)
        if span is not None:
            return document.text[span[0] : span[1]]
    return None


def _reason_span(sentence: Sentence) -> Span | None:
    hits = sentence.of["reason"]
    return sentence.span(hits[0].start, hits[0].end) if hits else None


def _ground_span(document: Document, sentence: Sentence) -> Span | None:
    """`…, citing duplicate records`: a noun for a reason behind a word that makes it one."""
    if not sentence.of["ground"]:
        return None
    small = grammar(document.language.code)
    found = (ground(sentence, small, hit.end) for hit in sentence.of["because"])
    first = next((one for one in found if one is not None), None)
    return sentence.span(*first) if first is not None else None
