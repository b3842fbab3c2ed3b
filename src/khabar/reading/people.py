"""Who is who within one report."""

from khabar.model.reading import Source
from khabar.model.span import words
from khabar.reading.document import Document, Utterance


def who_is_who(document: Document) -> None:
    """Fills `document.sources`, and `who` and `chain` of each utterance. Needs utterances."""
    for utterance in document.utterances:
        if utterance.source:
            utterance.who = _entry(document, utterance)
            utterance.chain = [utterance.who]


def _entry(document: Document, utterance: Utterance) -> int:
    name = words(document.text, utterance.source)
    for source in document.sources:
        if source.name == name:
            return source.id
    made = Source(
        id=len(document.sources), name=name, kind=utterance.source_kind or "person", mentions=tuple(utterance.source)
    )
    document.sources.append(made)
    return made.id
