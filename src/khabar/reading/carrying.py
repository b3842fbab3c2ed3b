"""Carrying: a bare count beside an attributed one rests on the same word.

"The ministry said 12 people were killed. In all, 340 were detained." The outlet names nobody anew, and readers take the second number to
be the ministry's too. So do they take a first one whose paragraph goes on to an attribution that closes it: "Twelve people were killed. Another
340 were hurt, the ministry said." The sentence stays narration; only whom it rests on is carried over.
"""

from operator import attrgetter

from khabar.reading.document import Document, Utterance

GIVING = frozenset({"asserts", "confirms"})
"""Whoever denies or takes back something else does not tell what stands beside it."""


def carry_on(document: Document) -> None:
    """Sets `who` and `chain` of narration with a number that goes on where an attributed number stood, or leads to an attribution.

    Only in the next sentence of the same paragraph, only for a number that stands now and is no vague word; backwards also over several
    such sentences. Needs sources and counts.
    """
    figures = _with_figures(document)
    bare = [u for n in sorted(figures) if (u := document.utterances[n]).who is None and not u.source and u.voice != "quote"]
    if bare:
        bare.sort(key=SENTENCE)
        _forwards(document, bare, [document.utterances[n] for n in figures])
        _backwards(document, [u for u in bare if u.who is None and u.act == "asserts"])


SENTENCE = attrgetter("sentence")


def _forwards(document: Document, bare: list[Utterance], told: list[Utterance]) -> None:
    speaking = {u.sentence: u for u in sorted(told, key=SENTENCE) if u.who is not None and u.act == "asserts"}
    for utterance in bare:
        before = speaking.get(utterance.sentence - 1)
        if before is None or utterance.voice != "narration" or utterance.cue:
            continue
        if _same_paragraph(document, utterance.sentence):
            _rest_on(utterance, before)
            if utterance.act == "asserts":
                speaking[utterance.sentence] = utterance


def _backwards(document: Document, bare: list[Utterance]) -> None:
    """From an attribution behind what it tells back to the bare counts before it."""
    wanted = {u.sentence + 1 for u in bare}
    closing = {u.sentence: u for u in document.utterances if u.sentence in wanted and _closes(document, u)}
    for utterance in reversed(bare) if closing else ():
        after = closing.get(utterance.sentence + 1)
        if after is not None and _same_paragraph(document, utterance.sentence + 1):
            _rest_on(utterance, after)
            closing.setdefault(utterance.sentence, utterance)


def _closes(document: Document, utterance: Utterance) -> bool:
    """Whether the attribution stands behind all that it tells: "…, the ministry said". Who adds or clarifies tells that alone."""
    if utterance.who is None or utterance.act not in GIVING or not utterance.cue or not utterance.content:
        return False
    first, last = utterance.cue[0]
    if utterance.content[-1][1] > first:
        return False
    adding = tuple(document.language.facts["pointers"]["adding"])
    return not document.text[first:last].lower().startswith(adding)


def _rest_on(utterance: Utterance, other: Utterance) -> None:
    utterance.who, utterance.chain = other.who, list(other.chain)


def _with_figures(document: Document) -> set[int]:
    """Utterances with a figure that stands now and gives a number; those with another kind of figure beside it are left out."""
    plain = {c.statement for c in document.counts if c.currency == "current" and c.bound != "vague"}
    other = {c.statement for c in document.counts if c.currency != "current" or c.bound == "vague"}
    return {s for s in plain - other if s is not None}


def _same_paragraph(document: Document, sentence: int) -> bool:
    here, before = document.sentences[sentence], document.sentences[sentence - 1]
    return here.paragraph == before.paragraph and not before.title
