"""What a text says that it corrects in its own earlier printing: `(CORRECTS toll to 14, not 40)`, `Ralat: 14, bukan 40`, `An earlier version of this article said 40`.

A notice stands at the head of its sentence. It is nobody's word but the carrier's.
"""

import functools
import re

from khabar.language.base import language
from khabar.reading.document import Count, Document, Sentence, Utterance

MARKS = "([*– —-"
GONE = frozenset({"denied", "earlier"})

CREDIT = re.compile(r"\([^()\n]{2,30}\)\s*(?:[–—-]+\s*)?")
CREDITED = 8
"""The wire may stand in brackets before its notice, in so many tokens, the brackets with them."""

DATED = 24
"""A label may have its day behind it, `Correction, May 4:`, so many characters."""


def own_notices(document: Document) -> list[Utterance]:
    """The statements in which the text corrects what it printed itself. Needs utterances and counts."""
    if GONE.isdisjoint([c.currency for c in document.counts]) and "right" not in document.language.facts["corrections"]:
        return []
    heads = _promising(document)
    found: list[Utterance] = []
    before: Utterance | None = None
    for utterance in sorted(document.utterances, key=lambda u: u.sentence) if heads else ():
        notice = utterance.sentence in heads and _notice(document, utterance)
        if utterance.act == "asserts" and (notice or (before is not None and _goes_on(document, utterance, before))):
            found.append(utterance)
        before = utterance if utterance.sentence in heads else None
    return found


def _promising(document: Document) -> frozenset[int]:
    """The sentences that begin as a notice may, by their first word."""
    words = _first_words(document.language.code)
    found = set()
    for index, sentence in enumerate(document.sentences):
        if any(first in words or ("-" in first and first.split("-")[0] in words) for first in _beginnings(sentence)):
            found.add(index)
    return frozenset(found)


def _beginnings(sentence: Sentence) -> list[str]:
    """The words with which a sentence may be said to begin: its first, and that behind the wire's name in brackets, `(AP) CORRECTS toll`."""
    low = sentence.low
    if low[0] not in MARKS:
        return [low[0]]
    closed = low.index(")") if low[0] == "(" and ")" in low[:CREDITED] else 0
    firsts = (next((w for w in low[at:] if w not in (*MARKS, ")")), "") for at in {0, closed})
    return list(firsts)


@functools.cache
def _first_words(code: str) -> frozenset[str]:
    """The first words of notices in a language, by its code; a label may have one behind it, which is looked at later."""
    facts = language(code).facts["corrections"]
    return frozenset(w.split()[0] for k in ("verbs", "labels", "printed") for w in facts.get(k, ()))


def _notice(document: Document, utterance: Utterance) -> bool:
    """Whether the carrier itself names a number that it printed, and the one in its place or that it has printed it."""
    sentence = document.sentences[utterance.sentence]
    head = _head(document, sentence)
    if _printed(document, sentence, head):
        return _own(document, utterance)
    if not head or any(end > sentence.start + head for _, end in utterance.source):
        return False
    return _both(document, utterance)


def _both(document: Document, utterance: Utterance) -> bool:
    """Whether a number that fell and one that stands are told."""
    counts = _measured(document, utterance)
    return any(c.currency in GONE for c in counts) and any(c.currency == "current" for c in counts)


def _own(document: Document, utterance: Utterance) -> bool:
    """Whether an earlier number is told, by nobody but the text: `An earlier version of this article said 40 people died`."""
    told = [other for other in document.utterances if other.sentence == utterance.sentence and other.source]
    return any(c.currency in GONE for c in counts_of(document, utterance)) and (not told or told == [utterance])


def _goes_on(document: Document, utterance: Utterance, before: Utterance) -> bool:
    """`An earlier version of this article misstated the toll. It is 14, not 40.`: the numbers in the sentence behind the notice."""
    if utterance.source or utterance.sentence != before.sentence + 1 or counts_of(document, before):
        return False
    sentence = document.sentences[before.sentence]
    notice = _printed(document, sentence, _head(document, sentence))
    return (
        notice
        and document.sentences[utterance.sentence].paragraph == sentence.paragraph
        and (_both(document, utterance) or _right(document, utterance))
    )


def _right(document: Document, utterance: Utterance) -> bool:
    """`Yang benar, 2 orang tewas.`: whether the sentence begins with a word for what is right, and a number stands in it."""
    sentence = document.sentences[utterance.sentence]
    words = tuple(document.language.facts["corrections"].get("right", ()))
    begins = bool(words) and document.text[sentence.start : sentence.end].lower().startswith(words)
    return begins and any(c.currency == "current" for c in counts_of(document, utterance))


def is_notice(document: Document, sentence: Sentence) -> bool:
    """Whether the carrier speaks of its own printing in the sentence."""
    head = _head(document, sentence)
    return bool(head) or _printed(document, sentence, head)


def _printed(document: Document, sentence: Sentence, head: int) -> bool:
    """Whether the sentence begins, at most behind a label, with what the same text said before."""
    words = document.language.facts["corrections"].get("printed", ())
    if not words:
        return False
    text = document.text[sentence.start + head : sentence.end].lower().lstrip(MARKS + ":")
    return text.startswith(tuple(words))


def _head(document: Document, sentence: Sentence) -> int:
    """How many characters of the sentence are the notice's own label; 0 where it has none."""
    text = document.text[sentence.start : sentence.end].lower()
    facts = document.language.facts["corrections"]
    credit = CREDIT.match(text)
    skipped = credit.end() if credit and text.startswith((*facts["verbs"], *facts["labels"]), credit.end()) else 0
    skipped = skipped or len(text) - len(text.lstrip(MARKS))
    if not text.startswith((*facts["verbs"], *facts["labels"]), skipped):
        return 0
    for word in facts["verbs"]:
        if text.startswith(word, skipped) and text[skipped + len(word) :][:1] == " ":
            return skipped + len(word)
    for word in facts["labels"]:
        end = skipped + len(word)
        if text.startswith(word, skipped):
            dated = text.find(":", end, end + DATED) if text[end : end + 1] in (",", " ") else -1
            if dated > 0 and any(t.span[0] < sentence.start + dated for t in document.times_in(sentence)):
                return dated
            if text[end:].lstrip()[:1] in tuple(":-–—"):
                return end
    return 0


def counts_of(document: Document, utterance: Utterance) -> list[Count]:
    """The figures that a statement holds."""
    return [c for c in document.counts if c.statement is not None and document.utterances[c.statement] is utterance]


def _measured(document: Document, utterance: Utterance) -> list[Count]:
    """The figures of people or damage: a corrected number of cars on a ferry touches no toll."""
    return [c for c in counts_of(document, utterance) if c.measure is not None]
