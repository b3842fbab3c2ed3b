"""Carrying on: a bare count right behind an attributed one rests on the same word.

"The ministry said 12 people were killed. In all, 340 were detained." The outlet names nobody anew, and readers take the second number to
be the ministry's too. The sentence stays narration; only whom it rests on is carried over.
"""

from khabar.reading.document import Document, Utterance
from khabar.reading.grammar import grammar
from khabar.reading.notices import is_notice

ANNOUNCED = frozenset({"account", "claim"})
SHORT = 80
"""So many code points at most has what is said of data without giving any: `the police released an update on the crash`."""


def carry_on(document: Document) -> None:
    """Sets `who` and `chain` of narration with a number that goes on where an attributed number stood.

    Only in the next sentence of the same paragraph, only for a number that stands now and is no vague word. Needs sources and counts.
    """
    figures = _with_figures(document)
    _contrasted(document, figures)
    speaking: dict[int, Utterance] = {}
    sentences = [u.sentence for u in document.utterances]
    for number in sorted(range(len(sentences)), key=sentences.__getitem__):
        utterance = document.utterances[number]
        if utterance.who is None and utterance.voice == "narration" and not utterance.cue:
            before = speaking.get(utterance.sentence - 1)
            if before is not None and number in figures and _same_paragraph(document, utterance.sentence):
                utterance.who, utterance.chain = before.who, list(before.chain)
        if utterance.who is not None and utterance.act == "asserts" and (
            number in figures or _announces(document, utterance)
        ):
            speaking[utterance.sentence] = utterance


def _with_figures(document: Document) -> set[int]:
    """Utterances with a figure that stands now and gives a number; those with another kind of figure beside it are left out."""
    plain = {c.statement for c in document.counts if c.currency == "current" and c.bound != "vague"}
    other = {c.statement for c in document.counts if c.currency != "current" or c.bound == "vague"}
    return {s for s in plain - other if s is not None}


def _same_paragraph(document: Document, sentence: int) -> bool:
    here, before = document.sentences[sentence], document.sentences[sentence - 1]
    return here.paragraph == before.paragraph and not before.title


def _announces(document: Document, utterance: Utterance) -> bool:
    """`Polres menyampaikan perkembangan kecelakaan itu.`: whether somebody is said to give data that the next sentence holds."""
    if utterance.voice != "indirect" or sum(e - s for s, e in utterance.content) > SHORT:
        return False
    sentence = document.sentences[utterance.sentence]
    return not is_notice(document, sentence) and any(
        s <= sentence.starts[h.start] < e for h in sentence.of[ANNOUNCED] for s, e in utterance.content
    ) and not any(s <= c.span[0] < e for c in document.counts for s, e in utterance.content)


def _contrasted(document: Document, figures: set[int]) -> None:
    """`Gubernur mengatakan 11 orang tewas, sedangkan 52 masih hilang`: the second number rests on the same word, unless it tells the same measure."""
    contrasts = grammar(document.language.code).contrasts
    if not contrasts:
        return
    for number in figures:
        rest = document.utterances[number]
        if rest.who is not None or rest.voice != "narration" or not _begins_with(document, rest, contrasts):
            continue
        told = {c.measure for c in document.counts if c.statement == number}
        for at, before in enumerate(document.utterances):
            if before.sentence == rest.sentence and before.who is not None and before.act in {"asserts", "confirms"}:
                ends = before.content[-1][1] <= rest.content[0][0] and before.voice == "indirect"
                other = {c.measure for c in document.counts if c.statement == at}
                if ends and other and other.isdisjoint(told):
                    rest.who, rest.chain = before.who, list(before.chain)


def _begins_with(document: Document, utterance: Utterance, words: frozenset[str]) -> bool:
    start, end = utterance.content[0]
    return document.text[start:end].split(maxsplit=1)[0].lower().strip(",") in words
