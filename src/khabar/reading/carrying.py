"""Carrying on: a bare count right behind an attributed one rests on the same word.

"The ministry said 12 people were killed. In all, 340 were detained." The outlet names nobody anew, and readers take the second number to
be the ministry's too. The sentence stays narration; only whom it rests on is carried over.
"""

from khabar.reading.document import Document, Utterance


def carry_on(document: Document) -> None:
    """Sets `who` and `chain` of narration with a number that goes on where an attributed number stood.

    Only in the next sentence of the same paragraph, only for a number that stands now and is no vague word. Needs sources and counts.
    """
    figures = _with_figures(document)
    speaking: dict[int, Utterance] = {}
    for number, utterance in sorted(enumerate(document.utterances), key=lambda pair: pair[1].sentence):
        if utterance.who is None and utterance.voice == "narration" and not utterance.cue:
            before = speaking.get(utterance.sentence - 1)
            if before is not None and number in figures and _same_paragraph(document, utterance.sentence):
                utterance.who, utterance.chain = before.who, list(before.chain)
        if utterance.who is not None and utterance.act == "asserts" and number in figures:
            speaking[utterance.sentence] = utterance


def _with_figures(document: Document) -> set[int]:
    """Utterances with a figure that stands now and gives a number; those with another kind of figure beside it are left out."""
    plain = {c.statement for c in document.counts if c.currency == "current" and c.bound != "vague"}
    other = {c.statement for c in document.counts if c.currency != "current" or c.bound == "vague"}
    return {s for s in plain - other if s is not None}


def _same_paragraph(document: Document, sentence: int) -> bool:
    here, before = document.sentences[sentence], document.sentences[sentence - 1]
    return here.paragraph == before.paragraph and not before.title
