"""Structure: the figures of one report related to one another across its sentences, and to the statements that hold them."""

from khabar.model.span import inside
from khabar.reading.document import Count, Document
from khabar.reading.events import other_events

DENYING = frozenset({"denies", "withdraws", "disowns"})
"""Acts whose content does not stand."""


def structure(document: Document) -> None:
    """Sets `statement` of each count, and what a statement's act makes of it. Needs counts and utterances."""
    for count in document.counts:
        count.statement = _statement(document, count)
        if count.statement is not None and document.utterances[count.statement].act in DENYING:
            count.currency = "denied"
    other_events(document)


def _statement(document: Document, count: Count) -> int | None:
    """The utterance whose content holds the figure; the shortest, where one lies inside another."""
    best: tuple[int, int] | None = None
    for index, utterance in enumerate(document.utterances):
        if any(inside(count.number, span) for span in utterance.content):
            size = sum(end - start for start, end in utterance.content)
            best = min(best or (size, index), (size, index))
    return None if best is None else best[1]
