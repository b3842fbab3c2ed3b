"""When a statement was said: the day that stands beside the attribution rather than in what is said."""

from khabar.model.reading import Interval
from khabar.reading.document import Document, NamedTime, Sentence, Utterance

NEAR = 60
"""So many code points at most lie between an attribution and its day."""


def date(document: Document) -> None:
    """Sets `said` of utterances. Needs utterances and times."""
    for utterance in document.utterances:
        if utterance.cue:
            utterance.said = beside(document, document.sentences[utterance.sentence], utterance)


def beside(document: Document, sentence: Sentence, utterance: Utterance) -> Interval | None:
    """The nearest time in the sentence of the cue that lies in no content."""
    time = _nearest(document, sentence, utterance)
    return None if time is None else Interval(start=time.start, to=time.to, span=time.span)


def _nearest(document: Document, sentence: Sentence, utterance: Utterance) -> NamedTime | None:
    start, end = utterance.cue[0][0], utterance.cue[-1][1]
    best: tuple[int, NamedTime] | None = None
    for time in document.times_in(sentence):
        if any(a <= time.span[0] < b for a, b in utterance.content):
            continue
        distance = max(time.span[0] - end, start - time.span[1], 0)
        if distance <= NEAR and (best is None or distance < best[0]):
            best = distance, time
    return None if best is None else best[1]
