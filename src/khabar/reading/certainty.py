"""Certainty: how sure a statement is and whose doubt that is.

A hedge lowers what stands in the same content. A caveat doubts what its own sentence states, or, where it states nothing itself, reaches back to the
statements of the sentence before (`The figure could not be verified.`).
"""

from khabar.language.lexicon import Hit
from khabar.model.reading import Doubt
from khabar.model.span import Span, hull, inside
from khabar.reading.document import Document, Sentence, Utterance

REACH = 2
"""A caveat reaches back over so many sentences at most."""


def judge(document: Document) -> None:
    """Sets certainty and doubt of `document.utterances`. Needs utterances. May run again after more have been added."""
    by_sentence: dict[int, list[Utterance]] = {}
    for utterance in document.utterances:
        by_sentence.setdefault(utterance.sentence, []).append(utterance)
    for index, sentence in enumerate(document.sentences):
        for hit in sentence.hits:
            if hit.entry.category == "hedge":
                _hedge(sentence, hit, by_sentence.get(index, []))
            elif hit.entry.category == "caveat":
                _caveat(document, index, hit, by_sentence)


def _hedge(sentence: Sentence, hit: Hit, utterances: list[Utterance]) -> None:
    span = sentence.span(hit.start, hit.end)
    for utterance in utterances:
        if utterance.certainty == "stated" and any(inside(span, part) for part in utterance.content):
            utterance.certainty = hit.entry.attributes["certainty"]


def _caveat(document: Document, index: int, hit: Hit, by_sentence: dict[int, list[Utterance]]) -> None:
    sentence = document.sentences[index]
    span = sentence.span(hit.start, hit.end)
    for utterance in _doubted(document, index, span, by_sentence):
        if utterance.doubt is None:
            utterance.certainty = hit.entry.attributes["certainty"]
            utterance.doubt = Doubt(span=span, by=_doubter(document, span, utterance, by_sentence.get(index, [])))


def _doubted(document: Document, index: int, caveat: Span, by_sentence: dict[int, list[Utterance]]) -> list[Utterance]:
    """The statements that a caveat is about."""
    here = [u for u in by_sentence.get(index, ()) if _beside(caveat, u)]
    if here:
        return here
    paragraph = document.sentences[index].paragraph
    for back in range(index - 1, max(index - 1 - REACH, -1), -1):
        if paragraph - document.sentences[back].paragraph > 1:
            break
        found = by_sentence.get(back)
        if found:
            return found
    return []


def _beside(caveat: Span, utterance: Utterance) -> bool:
    """Whether the caveat stands in the attribution or behind the content, but is not itself what is said."""
    if not utterance.content:
        return False
    if any(inside(caveat, part) for part in utterance.content):
        return utterance.voice == "narration"
    whole = hull([*utterance.content, *utterance.cue, *utterance.source])
    return caveat[0] < whole[1] + 120


def _doubter(document: Document, caveat: Span, utterance: Utterance, here: list[Utterance]) -> str:
    """Whose doubt it is: of whoever says the caveat, else the outlet's."""
    for other in here:
        if other is not utterance and other.source and any(inside(caveat, part) for part in other.content):
            return " ".join(document.text[a:b] for a, b in other.source)
    return "outlet"
