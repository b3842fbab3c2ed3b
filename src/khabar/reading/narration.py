"""Narration: what the outlet says itself is a statement too, so that every figure has one."""

from collections import defaultdict

from khabar.model.span import Span
from khabar.reading.document import Count, Document, Sentence, Utterance, by_sentence

STOPS = ".!?…»”" + '"'


def narrate(document: Document) -> None:
    """Gives each count without a statement, and each sentence without one, an utterance of the outlet's own.

    Needs counts and utterances.
    """
    taken = _taken(document)
    made: dict[Span, int] = {}
    for count in document.counts:
        if count.statement is None:
            span = _content(document, document.sentences[count.sentence], count, taken[count.sentence])
            if span not in made:
                made[span] = _append(document, span, count.sentence)
            count.statement = made[span]
    told = {c.sentence for c in document.counts}
    for at, sentence in enumerate(document.sentences):
        if at not in told and not taken[at]:
            _append(document, _bare(document.text, sentence.start, sentence.end), at)


def _append(document: Document, span: Span, sentence: int) -> int:
    document.utterances.append(Utterance(content=[span], voice="narration", sentence=sentence))
    return len(document.utterances) - 1


def _taken(document: Document) -> defaultdict[int, list[tuple[Span, None]]]:
    """For each sentence the spans in it that utterances have taken."""
    return by_sentence(document, [(s, None) for u in document.utterances for s in (*u.content, *u.cue, *u.source)])


def _content(document: Document, sentence: Sentence, count: Count, taken: list[tuple[Span, None]]) -> Span:
    """The sentence without its final stop, less what other utterances of it have taken."""
    start, end = sentence.start, sentence.end
    for (s, e), _ in taken:
        if start <= s and e <= count.number[0]:
            start = e
        elif count.number[1] <= s <= end:
            end = min(end, s)
    return _bare(document.text, start, end)


def _bare(text: str, start: int, end: int) -> Span:
    """The span without a final stop and without marks and blanks at its edges; never empty."""
    inner = text[start:end].rstrip(STOPS + " ,;:–—")
    left = len(inner) - len(inner.lstrip(" ,;:–—"))
    return (start + left, start + len(inner)) if left < len(inner) else (start, end)
