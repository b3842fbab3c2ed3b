"""Attributions of a quotation by a verb that no lexicon has: `“…,” cuitnya`, `“…,” she sobbed`, «…», — съязвил он».

Only where a quotation stands alone otherwise, and only where the word has the shape of a verb and somebody who may speak stands beside it.
"""

from khabar.language.lexicon import Entry, Hit
from khabar.reading.document import Quotation
from khabar.reading.frame import Frame
from khabar.reading.scene import BREAKS, QUOTE_MARKS, Range, Scene
from khabar.reading.subjects import subject_left, subject_right

LEAST_VERB = 4
LONGEST_TAIL = 14
LEAST_WORDS = 3
SPEAKERS = frozenset({"role", "rank", "collective", "unnamed", "organisation"})
UNKNOWN = Entry(category="cue", words=("…",), attributes={"frame": "verb", "act": "asserts"})


def looks_verbal(scene: Scene, at: int) -> bool:
    """Whether a word has the shape of a verb of the language and is none of its small words."""
    g, low = scene.grammar, scene.low[at]
    if len(low) < LEAST_VERB or not low.isalpha() or scene.capital(at):
        return False
    small = low in g.leads or low in g.adverbs or low in g.modifiers or low in g.auxiliaries or low in g.prepositions
    return not small and (low.endswith(g.verb_endings) or low.startswith(g.verb_beginnings))


def attributed(scene: Scene, quotation: Quotation) -> Frame | None:
    """The frame of a quotation that no known cue takes, or None where nobody is named beside it."""
    number = next((n for n, q in enumerate(scene.quotations, 1) if q is quotation), 0)
    inside = [i for i in range(len(scene.quoted)) if scene.quoted[i] == number]
    if not inside or len(inside) < LEAST_WORDS + 2:
        return None
    frame = _behind(scene, inside[-1] + 1) or _before(scene, inside[0])
    if frame is not None:
        frame.quotation = number - 1
    return frame


def _behind(scene: Scene, at: int) -> Frame | None:
    """`“…,” cuitnya`, `“…,” cuit Rahmat`, `“…,” she sobbed`."""
    while at < scene.end and not scene.quoted[at] and (scene.low[at] in BREAKS or scene.low[at] in QUOTE_MARKS):
        at += 1
    end = next((i for i in range(at, scene.end) if scene.low[i] in BREAKS or scene.quoted[i]), scene.end)
    if not 0 < end - at <= LONGEST_TAIL:
        return None
    if scene.grammar.clitics and end - at == 1 and _with_clitic(scene, at):
        return _frame((at, end), None, "left")
    if looks_verbal(scene, at) or (scene.grammar.clitics and _bare(scene, at)):
        subject = subject_right(scene, at + 1) if at + 1 < end else None
        return _frame((at, at + 1), subject, "left") if subject and _may_speak(scene, subject[0]) else None
    if scene.grammar.affiliation_first and looks_verbal(scene, end - 1) and end - at > 1:
        subject = subject_left(scene, end - 1)[0]
        whole = subject is not None and subject[0] == at
        return _frame((end - 1, end), subject, "left") if subject and whole and _may_speak(scene, at) else None
    return None


def _before(scene: Scene, first: int) -> Frame | None:
    """«Иван Рой усмехнулся: «…»»: a verb right before a colon."""
    if first < LEAST_WORDS or scene.low[first - 1] != ":" or not looks_verbal(scene, first - 2):
        return None
    subject, apposition, _ = subject_left(scene, first - 2)
    if subject is None or not _may_speak(scene, subject[0]):
        return None
    frame = _frame((first - 2, first - 1), subject, "right")
    frame.apposition = apposition
    return frame


def _frame(cue: Range, subject: Range | None, side: str) -> Frame:
    return Frame(hit=Hit(*cue, UNKNOWN), cue=cue, subject=subject, content=None, side=side, edge=cue[0])


def _with_clitic(scene: Scene, at: int) -> bool:
    low = scene.low[at]
    small = low in scene.grammar.leads or low in scene.grammar.adverbs or low in scene.grammar.modifiers
    return low.endswith("nya") and len(low) > LEAST_VERB + 2 and not small and not scene.capital(at)


def _bare(scene: Scene, at: int) -> bool:
    """A bare stem before a name: `cuit Rahmat`; before a pronoun or post any other word might stand."""
    low = scene.low[at]
    small = low in scene.grammar.leads or low in scene.grammar.modifiers or low in scene.grammar.prepositions
    return low.isalpha() and not scene.capital(at) and not small and at + 1 < scene.end and scene.capital(at + 1)


def _may_speak(scene: Scene, at: int) -> bool:
    """A name, a pronoun, or a noun for those who speak."""
    if scene.low[at] in scene.grammar.pronouns or (scene.capital(at) and scene.sentence.starts[at] not in scene.placed):
        return True
    return any(at <= h.start <= at + 1 and h.entry.category in SPEAKERS for h in scene.hits)
