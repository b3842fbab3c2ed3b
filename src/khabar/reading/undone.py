"""Numbers that are taken back or disowned in the words of a clause: `was retracted a day later`, `gave no such data`.

Only a word for what was said, or a number, can be taken back so: a ban that was withdrawn is none. `Never gave` disowns only a certain number or `such` data, for
whoever has not given a number yet has disowned nothing.
"""

from khabar.language.lexicon import Hit
from khabar.model.reading import Act
from khabar.model.span import inside, overlap
from khabar.reading.acts import reason, sentences
from khabar.reading.document import Document, Sentence, Utterance
from khabar.reading.leaving import refused
from khabar.reading.nounphrase import split
from khabar.reading.scene import BREAKS, scene
from khabar.reading.statements import put
from khabar.reading.subjects import subject_right

DENYING = frozenset({"withdraws", "disowns", "denies"})
OBJECTS = frozenset({"account", "document"})
NEAR = 5
"""Negation, giving and what is given stand so near each other, in tokens."""

UNDOING = frozenset({"undone", "printed", "gave"})
"""Words without one of which nothing is taken back or disowned."""

SPEAKERS = frozenset({"organisation", "office_name", "office_head", "role", "collective", "medium"})


def undo(document: Document) -> None:
    """Sets `act` and `reason` of statements, narration too, that take a number back; their figures do not stand. Needs utterances and counts."""
    if not document.has(UNDOING):
        return
    for utterance in document.utterances:
        if utterance.act in {"asserts", "denies"} and not utterance.reason:
            act = _act(document, utterance)
            if act is not None:
                utterance.act = act
                _by_whom(document, utterance)
                utterance.reason = reason(document, utterance)
                _fall(document, utterance)


def _by_whom(document: Document, utterance: Utterance) -> None:
    """`The toll of 42 was withdrawn by the ministry`: gives a passive that names nobody else the one who did it."""
    sentence = document.sentences[utterance.sentence]
    hits = [] if utterance.source else _said(sentence, utterance, "undone")
    if not hits or hits[0].end + 1 >= len(sentence.low):
        return
    view = scene(document, sentence, [])
    at = hits[0].end
    agent = subject_right(view, at + 1) if sentence.low[at] in view.grammar.agents else None
    if agent is not None and any(
        h.entry.category in SPEAKERS and agent[0] <= h.start < agent[1] for h in sentence.hits
    ):
        put(utterance, view, split(view, agent, None, frozenset()))
        utterance.cue, utterance.voice = [sentence.span(hits[0].start, at)], "indirect"


def _fall(document: Document, utterance: Utterance) -> None:
    for count in document.counts:
        told = count.statement is not None and document.utterances[count.statement] is utterance
        if told and utterance.act in DENYING:
            count.currency = "denied"


def _act(document: Document, utterance: Utterance) -> Act | None:
    for sentence in sentences(document, utterance):
        if not sentence.has(UNDOING):
            continue
        if utterance.act == "asserts" and (
            act := _undone(document, sentence, utterance) or _disowned(document, sentence, utterance)
        ):
            return act
        if _own_words(document, sentence, utterance):
            return "disowns"
        if utterance.source and _slipped(sentence, utterance):
            return "withdraws"
    return None


# ------------------------------------------------------------------ taken back


def _undone(document: Document, sentence: Sentence, utterance: Utterance) -> Act | None:
    for hit in _said(sentence, utterance, "undone"):
        act: Act = hit.entry.attributes["act"]
        if refused(document, sentence, hit) or _aside(document, sentence, utterance, hit):
            continue
        if hit.entry.attributes.get("certain") and not _counted(document, sentence, hit):
            continue
        if _object_before(sentence, hit, utterance) and (act != "corrects" or _who_corrects(sentence, hit, utterance)):
            return act
    return None


def _aside(document: Document, sentence: Sentence, utterance: Utterance, hit: Hit) -> bool:
    """`321 people had died, after duplicate names were deleted`: whether it is told behind a number, in a clause of its own, as what came before."""
    first = _begin(sentence, utterance)
    words = document.language.facts["acts"]["aside"]
    opened = next((i for i in range(hit.start - 1, first, -1) if sentence.low[i] in words), None)
    if opened is None:
        return False
    span = sentence.span(first, opened)
    return any(overlap(c.number, span) and c.best is not None for c in document.counts)


def _counted(document: Document, sentence: Sentence, hit: Hit) -> bool:
    """Whether a word for what was said stands before with a certain number: `the figure of 42 is void`, no ticket."""
    return any(h.end <= hit.start and _certain(document, sentence, h, h) for h in sentence.of["account"])


def _who_corrects(sentence: Sentence, hit: Hit, utterance: Utterance) -> bool:
    """Whether a passive correction is somebody's: `the toll was revised to 12` without a source says only what the toll is now.

    What the report itself corrects is a text, `a report of 40 dead was corrected`.
    """
    return bool(utterance.source) or any(h.end <= hit.start for h in _said(sentence, utterance, "document"))


def _object_before(sentence: Sentence, hit: Hit, utterance: Utterance) -> bool:
    """Whether the clause begins with what can be taken back: a word for it, and no later noun of another sort as the subject."""
    first = _begin(sentence, utterance)
    found = [h for h in sentence.hits if h.entry.category in OBJECTS and first <= h.start < hit.start]
    return bool(found) and not any(
        h.entry.category in SPEAKERS and h.start <= first + 1 for h in sentence.hits if h.start >= first
    )


def _begin(sentence: Sentence, utterance: Utterance) -> int:
    start = min(s for s, _ in utterance.content)
    return next((i for i, s in enumerate(sentence.starts) if s >= start), 0)


def _slipped(sentence: Sentence, utterance: Utterance) -> bool:
    """`It was published because of a technical error`, said by an office: it takes it back."""
    return (
        bool(_said(sentence, utterance, "printed"))
        and bool(_said(sentence, utterance, "reason"))
        and bool(_said(sentence, utterance, "account", "document"))
    )


# ------------------------------------------------------------------ never given


def _disowned(document: Document, sentence: Sentence, utterance: Utterance) -> Act | None:
    facts = document.language.facts["acts"]
    for hit in _said(sentence, utterance, "gave"):
        if hit.entry.attributes.get("denied"):
            continue
        around = range(max(hit.start - NEAR, 0), min(hit.end + NEAR, len(sentence.low)))
        denied = any(
            sentence.low[i] in facts["negations"] or sentence.low[i].endswith(("n't", "n’t"))
            for i in around
            if abs(i - hit.start) <= 2
        )
        given = [h for h in sentence.of["account"] if h.start in around and _joined(sentence, h, hit)]
        if denied and given and _certain(document, sentence, given[0], hit):
            return "disowns" if _own(document, sentence, utterance, hit) else "denies"
    return None


def _own_words(document: Document, sentence: Sentence, utterance: Utterance) -> bool:
    """`It had not reported 42 deaths`, said by an office; `having reported 42 deaths`, «что давал данные о 42», denied by it: the giver itself is the subject.

    Whoever denies that 42 were killed denies a fact and disowns nothing.
    """
    if not utterance.source:
        return False
    facts = document.language.facts["acts"]
    first = _begin(sentence, utterance)
    for hit in _said(sentence, utterance, "gave"):
        before = set(sentence.low[first : hit.start]) - {","}
        negated = not before.isdisjoint(facts["negations"])
        plain = before <= {*facts["negations"], *facts["own"], *facts["clause"]}
        if plain and negated == (utterance.act == "asserts") and _counts_given(document, sentence, hit):
            return True
    return False


def _counts_given(document: Document, sentence: Sentence, hit: Hit) -> bool:
    """Whether a certain number follows: behind a word for it, or, where the verb is one of telling, right behind the verb."""
    far = min(hit.end + NEAR, len(sentence.low))
    given = [h for h in sentence.of["account"] if hit.end <= h.start < far and _joined(sentence, h, hit)]
    if given:
        return _certain(document, sentence, given[0], hit)
    behind = sentence.low[hit.end :]
    if not hit.entry.attributes.get("told") or not behind or not BREAKS.isdisjoint(sentence.low[hit.end : far]):
        return False
    if not set(behind).isdisjoint(document.language.facts["acts"]["addressing"]):
        return False  # had not reported 42 deaths to the regulator
    span = sentence.span(hit.end, far)
    return any(overlap(c.number, span) and c.best is not None and c.measure for c in document.counts)


def _joined(sentence: Sentence, one: Hit, two: Hit) -> bool:
    first, last = min(one.start, two.start), max(one.end, two.end)
    return BREAKS.isdisjoint(sentence.low[first:last])


def _certain(document: Document, sentence: Sentence, given: Hit, hit: Hit) -> bool:
    """Whether a certain number is meant: `such data`, `data on 90 dead`."""
    first, last = max(min(given.start, hit.start) - 1, 0), max(given.end, hit.end)
    such = document.language.facts["acts"]["such"]
    if any(w in such for w in sentence.low[first : last + 1]):
        return True
    span = sentence.span(given.start, min(given.end + NEAR, len(sentence.low)))
    return any(overlap(c.number, span) and c.best is not None for c in document.counts)


def _own(document: Document, sentence: Sentence, utterance: Utterance, hit: Hit) -> bool:
    """Whether it is the source's own giving that is denied: a pronoun or nobody is the subject, or the source's own words are."""
    first = _begin(sentence, utterance)
    subject = {h.start for h in sentence.hits if h.entry.category in SPEAKERS and first <= h.start < hit.start}
    if (
        not utterance.source
        or not subject
        or any(w in document.language.facts["acts"]["own"] for w in sentence.low[first : hit.start])
    ):
        return True
    source = " ".join(document.text[a:b] for a, b in utterance.source).lower()
    return any(sentence.low[i][:STEM] in source for i in subject)


STEM = 3


def _said(sentence: Sentence, utterance: Utterance, *categories: str) -> list[Hit]:
    found = sentence.of[categories if len(categories) > 1 else categories[0]]
    return found and [
        h for h in found if any(inside(sentence.span(h.start, h.end), part) for part in utterance.content)
    ]
