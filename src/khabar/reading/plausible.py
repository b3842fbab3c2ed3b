"""Whether an attribution that fits the words can be meant: `Almaty recorded nine deaths`, `the fire claimed nine lives`, `access, cut for days, returned` are none."""

from khabar.reading.frame import Frame
from khabar.reading.scene import BREAKS, Range, Scene

OF_ACCOUNTS = frozenset({"withdraws", "corrects", "disowns"})
"""Acts that are done to what somebody said, not to a ban or a wire."""

OBJECTS = frozenset({"account", "document", "measure", "numeral", "vague", "reason"})
HEADS = frozenset({"role", "rank", "organisation", "office_head", "office_name", "medium", "collective", "unnamed"})
SHORT = 2
REACH = 5
"""The object of an idiom stands so near behind its verb."""


def plausible(scene: Scene, frame: Frame) -> bool:
    """Whether a source of this sort can do this to such an object."""
    if _idiom(scene, frame) or _only_known(scene, frame) or _place_counts(scene, frame) or _mute(scene, frame) or _nowhere(scene, frame) or detached(scene, frame):
        return False
    has = frame.hit.entry.attributes
    if frame.subject is not None and scene.grammar.perfects.issuperset(scene.low[slice(*frame.subject)]):
        return False  # denied having said that
    if not has.get("attitude"):
        return True
    if frame.subject is not None and scene.low[frame.subject[0]][0].isdigit():
        return False
    if has.get("act") not in OF_ACCOUNTS or frame.quotation is not None:
        return True
    return not account_alone(scene, frame.subject) and _is_account(scene, frame.content)


def _idiom(scene: Scene, frame: Frame) -> bool:
    """`claimed nine lives`, `have sought medical treatment`."""
    objects = frame.hit.entry.attributes.get("idioms") or ()
    reach = frame.hit.entry.attributes.get("near", REACH)
    return bool(objects) and not set(objects).isdisjoint(scene.low[frame.cue[1] : frame.cue[1] + reach])


def _only_known(scene: Scene, frame: Frame) -> bool:
    """`The number of people confirmed dead`, `three people reported missing`: how it is known, behind those to whom it happened."""
    subject, end = frame.subject, frame.cue[1]
    if subject is None or subject[1] != frame.cue[0] or frame.quotation is not None:
        return False
    if not scene.grammar.verb_endings or not scene.low[end - 1].endswith(scene.grammar.verb_endings):
        return False
    happened = any(h.start == end and "before" in h.entry.attributes["takes"] for h in scene.sentence.of["measure"])
    return happened and any(subject[0] <= h.start and h.end == subject[1] for h in scene.sentence.of["population", "person"])


def _mute(scene: Scene, frame: Frame) -> bool:
    """`The fire raised the toll`: neither a pronoun, nor a word for those who speak, nor a name that is no place's."""
    if not frame.hit.entry.attributes.get("speaker") or frame.subject is None:
        return False
    first, last = frame.subject
    if scene.low[first] in scene.grammar.pronouns:
        return False
    if any(h.entry.category in HEADS and first <= h.start < last for h in scene.sentence.hits):
        return False
    placed = scene.placed
    return not any(scene.capital(i) and i > 0 and scene.sentence.starts[i] not in placed for i in range(first, last))


def _nowhere(scene: Scene, frame: Frame) -> bool:
    """«В области зафиксировали 12 случаев», «за сутки насчитали 12»: a place or a time in the place of a subject, and nobody speaks there."""
    subject, has = frame.subject, frame.hit.entry.attributes
    if subject is None or not scene.grammar.verb_first or has.get("frame", "verb") != "verb":
        return False
    first, last = subject
    if scene.low[last - 1] in scene.grammar.moments:
        return True
    if not first or scene.low[first - 1] not in scene.grammar.introductions or frame.side != "right":
        return False
    if any(h.entry.category in HEADS and first <= h.start < last for h in scene.sentence.hits):
        return False
    return bool(has.get("counted") or has.get("counts"))


def detached(scene: Scene, frame: Frame) -> bool:
    """«Взрыв в порту, сообщают о 12 погибших»: a comma parts the verb from a phrase before it that names nobody who speaks."""
    if frame.subject is None or frame.side != "right" or frame.apposition is not None or not scene.grammar.verb_first:
        return False
    first, last = frame.subject
    if frame.cue[0] <= last or "," not in scene.low[last : frame.cue[0]] or scene.low[first] in scene.grammar.pronouns:
        return False
    if any(h.entry.category in HEADS and first <= h.start < last for h in scene.sentence.hits):
        return False
    starts = scene.sentence.starts
    named = (i for i in range(first, last) if scene.capital(i) and starts[i] not in scene.placed)
    return not any(i > 0 and scene.low[i - 1] not in BREAKS for i in named)


def _place_counts(scene: Scene, frame: Frame) -> bool:
    """A town that records something: nobody says it."""
    if not frame.hit.entry.attributes.get("counts") or frame.subject is None:
        return False
    first, last = frame.subject
    if scene.low[first] in scene.grammar.place_heads:
        return True
    return all(scene.sentence.starts[i] in scene.placed for i in range(first, last))


def account_alone(scene: Scene, subject: Range | None) -> bool:
    """«Прежнее число исправили», «те же данные передал …»: the object in the subject's place, and no office, «Министерство информации»."""
    if subject is None:
        return False
    (first, last), accounts = subject, scene.sentence.of["account"]
    if not accounts or not any(h.end == last and h.start >= first for h in accounts):
        return False
    return not any(h.entry.category in HEADS and first <= h.start < last for h in scene.sentence.hits)


def _is_account(scene: Scene, content: Range | None) -> bool:
    """Whether it is a word for what was said, a number, a measure, or a pronoun alone."""
    if content is None:
        return True
    first, last = content
    if last - first <= SHORT and scene.low[first] in scene.grammar.pronouns:
        return True
    if any(w[0].isdigit() for w in scene.low[first:last]):
        return True
    return any(h.entry.category in OBJECTS and first <= h.start < last for h in scene.sentence.hits)
