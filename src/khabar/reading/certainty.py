"""Certainty: how sure a statement is and whose doubt that is.

A hedge lowers what stands in the same content. A caveat doubts what its own sentence states, or, where it states nothing itself, reaches back to the
statements of the sentence before (`The figure could not be verified.`). A caveat is a phrase, or a word for checking near one for what cannot be done and
one for an account: «проверить эти сведения трудно».
"""

from bisect import bisect_right
from collections.abc import Iterator

from khabar.language.lexicon import Hit
from khabar.model.reading import Certainty, Doubt
from khabar.model.span import Span, hull, inside, overlap
from khabar.reading.acts import settle
from khabar.reading.document import Document, Sentence, Utterance
from khabar.reading.scene import BREAKS

REACH = 2
"""A caveat reaches back over so many sentences at most."""

NEAR = 6
"""A word for checking and one for what cannot be done stand so near each other, in tokens."""

HEDGE = frozenset({"hedge"})
DOUBTING = frozenset({"hedge", "caveat", "check"})

Caveat = tuple[Span, Certainty, int]
"""Where it stands, what it makes of a statement, and over how many statements it reaches."""


def weigh(document: Document) -> None:
    """Sets certainty from the hedges inside what is said, and acts from its words. Needs utterances."""
    settle(document)
    hedged = [(i, s) for i, s in enumerate(document.sentences) if s.of["hedge"]] if document.has(HEDGE) else []
    by_sentence = _by_sentence(document) if hedged else {}
    for index, sentence in hedged:
        for hit in sentence.of["hedge"]:
            _hedge(sentence, hit, by_sentence.get(index, []))


def judge(document: Document) -> None:
    """Sets doubt, also from a later sentence, of all utterances, the outlet's own too. Needs utterances and narration."""
    doubting = [(i, s) for i, s in enumerate(document.sentences) if s.has(DOUBTING)] if document.has(DOUBTING) else []
    by_sentence = _by_sentence(document) if doubting else {}
    for index, sentence in doubting:
        for caveat in caveats(sentence):
            _caveat(document, index, caveat, by_sentence)
        for hit in sentence.of["hedge"]:
            _hedge(sentence, hit, [u for u in by_sentence.get(index, []) if u.voice == "narration"])


def _by_sentence(document: Document) -> dict[int, list[Utterance]]:
    """The utterances by the sentences that their content and cue stand in."""
    by_sentence: dict[int, list[Utterance]] = {}
    starts = document.edges()[0]
    for utterance in document.utterances:
        places = {bisect_right(starts, start) - 1 for start, _ in (*utterance.content, *utterance.cue)}
        for place in {utterance.sentence} | places:
            by_sentence.setdefault(place, []).append(utterance)
    return by_sentence


def _hedge(sentence: Sentence, hit: Hit, utterances: list[Utterance]) -> None:
    if sentence.named(hit):
        return
    span = sentence.span(hit.start, hit.end)
    for utterance in utterances:
        if utterance.certainty == "stated" and any(inside(span, part) for part in utterance.content):
            utterance.certainty = hit.entry.attributes["certainty"]
            if utterance.certainty in ("reported", "possible") and utterance.doubt is None:
                utterance.doubt = Doubt(span=span, by=_own_words(utterance))


def _own_words(utterance: Utterance) -> str:
    """A hedge is whoever's words it stands in: the source's, or the outlet's."""
    return "source" if utterance.source else "outlet"


def caveats(sentence: Sentence) -> Iterator[Caveat]:
    """The caveats of a sentence, phrases first."""
    for hit in sentence.of["caveat"]:
        has = hit.entry.attributes
        yield sentence.span(hit.start, hit.end), has["certainty"], int(has.get("reach", 1))
    for check in sentence.of["check"]:
        for hard in sentence.of["hardly"]:
            first, last = min(check.start, hard.start), max(check.end, hard.end)
            if last - first <= NEAR + 2 and _about_an_account(sentence, first, last):
                yield sentence.span(first, last), "unconfirmed", 1


def _about_an_account(sentence: Sentence, first: int, last: int) -> bool:
    """Whether no mark parts the two words, and what is checked is what somebody said."""
    if not BREAKS.isdisjoint(sentence.low[first:last]):
        return False
    return any(first - 2 <= h.start < last + 2 for h in sentence.of["account"])


def _caveat(document: Document, index: int, caveat: Caveat, by_sentence: dict[int, list[Utterance]]) -> None:
    span, certainty, reach = caveat
    for utterance in _doubted(document, index, span, by_sentence, reach=reach):
        if utterance.certainty != "unconfirmed":
            utterance.certainty = certainty
            utterance.doubt = Doubt(span=span, by=_doubter(document, span, utterance, by_sentence.get(index, [])))


def _doubted(
    document: Document, index: int, caveat: Span, by_sentence: dict[int, list[Utterance]], *, reach: int
) -> list[Utterance]:
    """The statements that a caveat is about: those beside it, else those of the sentences before it."""
    here = [u for u in by_sentence.get(index, ()) if _beside(caveat, u)]
    if any(u.voice != "narration" or _counted(document, u) for u in here):
        return here
    paragraph = document.sentences[index].paragraph
    doubted: list[Utterance] = []
    for back in range(index - 1, max(index - 1 - REACH, -1), -1):
        if paragraph - document.sentences[back].paragraph > 1:
            break
        doubted += _meant(document, index, [u for u in by_sentence.get(back, ()) if u.act not in NO_NEWS])
        if len([u for u in doubted if not _about_a_number(document, u)]) >= reach:
            break
    return here + doubted


def _about_a_number(document: Document, utterance: Utterance) -> bool:
    """Whether it gives no figure and tells of one given before: `The number was drawn up by its lawyers`."""
    sentence = document.sentences[utterance.sentence]
    spoken = any(inside(sentence.span(h.start, h.end), part) for h in sentence.of["account"] for part in utterance.content)
    return spoken and not _counted(document, utterance)


def _counted(document: Document, utterance: Utterance) -> bool:
    """Whether a figure hangs on it: narration without one states nothing beside its caveat."""
    return any(c.statement is not None and document.utterances[c.statement] is utterance for c in document.counts)


NO_NEWS = frozenset({"declines", "orders"})


def _meant(document: Document, index: int, utterances: list[Utterance]) -> list[Utterance]:
    """Of several statements the one whose source the caveat names (`The volunteers' count …`), else all."""
    if len(utterances) < 2:
        return utterances
    words = {w for w in document.sentences[index].low if len(w) > SHORT}
    named = [u for u in utterances if words & set(_source(document, u).lower().split())]
    return named or utterances


SHORT = 3


def _source(document: Document, utterance: Utterance) -> str:
    return " ".join(document.text[a:b] for a, b in utterance.source)


def _beside(caveat: Span, utterance: Utterance) -> bool:
    """Whether the caveat stands in the attribution or behind the content, but is not itself what is said."""
    if not utterance.content or any(overlap(caveat, part) for part in utterance.cue):
        return False
    if any(inside(caveat, part) for part in utterance.content):
        return utterance.voice == "narration"
    whole = hull([*utterance.content, *utterance.cue, *utterance.source])
    return caveat[0] < whole[1] + 120


def _doubter(document: Document, caveat: Span, utterance: Utterance, here: list[Utterance]) -> str:
    """Whose doubt it is: of whoever says the caveat, else the outlet's."""
    for other in here:
        if other is not utterance and other.source and any(inside(caveat, part) for part in other.content):
            return _source(document, other)
    return "outlet"
