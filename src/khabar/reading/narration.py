"""Narration: what the outlet says itself is a statement too, so that every figure has one."""

from khabar.model.span import Span
from khabar.reading.document import Count, Document, Sentence, Utterance

STOPS = ".!?…»”" + '"'


def narrate(document: Document) -> None:
    """Gives each count without a statement an utterance of the outlet's own. Needs counts and utterances."""
    made: dict[Span, int] = {}
    for count in document.counts:
        if count.statement is None:
            span = _content(document, document.sentences[count.sentence], count)
            if span not in made:
                made[span] = len(document.utterances)
                document.utterances.append(Utterance(content=[span], voice="narration", sentence=count.sentence))
            count.statement = made[span]


def _content(document: Document, sentence: Sentence, count: Count) -> Span:
    """The sentence without its final stop, less what other utterances of it have taken."""
    start, end = sentence.start, sentence.end
    while end > start and document.text[end - 1] in STOPS:
        end -= 1
    for utterance in document.utterances:
        for s, e in (*utterance.content, *utterance.cue, *utterance.source):
            if start <= s and e <= count.number[0]:
                start = e
            elif count.number[1] <= s <= end:
                end = min(end, s)
    text = document.text[start:end]
    return start + len(text) - len(text.lstrip(" ,;:–—")), start + len(text.rstrip(" ,;:–—"))
