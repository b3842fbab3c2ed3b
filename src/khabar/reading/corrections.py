"""What a text says that it corrects in its own earlier printing, and corrections that give the old number with the new one.

A notice stands at the head of its sentence: `(CORRECTS toll to 14, not 40)`, `Ralat: 14, bukan 40`. It is nobody's word but the carrier's. An office that takes
back a number and gives the new one (`dari 81 menjadi 73`) corrects; it does not withdraw.
"""

from khabar.reading.counts import read_numbers
from khabar.reading.document import Count, Document, Sentence, Utterance

MARKS = "([*– —-"
GONE = frozenset({"denied", "earlier"})


def correct(document: Document) -> None:
    """Sets `act` of the report's own corrections and takes their label from their source. Needs utterances, counts and what is undone."""
    for utterance in document.utterances:
        if utterance.act == "withdraws":
            _revise(document, utterance)
        elif utterance.act == "asserts" and _notice(document, utterance):
            utterance.act = "corrects"
            utterance.source, utterance.cue, utterance.voice = [], [], "narration"


# ------------------------------------------------------------------ the report's own


def _notice(document: Document, utterance: Utterance) -> bool:
    """Whether the carrier itself names a number that it printed and the one in its place."""
    sentence = document.sentences[utterance.sentence]
    head = _head(document, sentence)
    if not head or any(end > sentence.start + head for _, end in utterance.source):
        return False
    counts = _counts(document, utterance)
    return any(c.currency in GONE for c in counts) and any(c.currency == "current" for c in counts)


def _head(document: Document, sentence: Sentence) -> int:
    """How many characters of the sentence are the notice's own label; 0 where it has none."""
    text = document.text[sentence.start : sentence.end].lower()
    skipped = len(text) - len(text.lstrip(MARKS))
    facts = document.language.facts["corrections"]
    for words, stops in ((facts["verbs"], " "), (facts["labels"], ":-–—")):
        for word in words:
            end = skipped + len(word)
            if text.startswith(word, skipped) and text[end:].lstrip(" " if stops != " " else "")[:1] in tuple(stops):
                return end
    return 0


# ------------------------------------------------------------------ an old number with its new one


def _revise(document: Document, utterance: Utterance) -> None:
    """Makes `took back the count from 81 to 73` a correction: the old number was earlier, the new one stands."""
    sentence = document.sentences[utterance.sentence]
    told = {sentence.span(n.first, n.last): n.revision for n in read_numbers(document, sentence) if n.revision}
    pairs = [(c, told[c.number]) for c in _counts(document, utterance) if c.number in told]
    if {"old", "new"} <= {revision for _, revision in pairs}:
        utterance.act = "corrects"
        for count, revision in pairs:
            count.currency = "current" if revision == "new" else "earlier"


def _counts(document: Document, utterance: Utterance) -> list[Count]:
    return [c for c in document.counts if c.statement is not None and document.utterances[c.statement] is utterance]
