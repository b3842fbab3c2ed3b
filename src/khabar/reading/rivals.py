"""Attributions that leave out their verb: «власти говорят о 19 погибших, оппозиция — о 40», «полиция насчитала 19, организаторы — 40»."""

from khabar.language.lexicon import Hit
from khabar.reading.contents import kept
from khabar.reading.edges import DASHES, MARK
from khabar.reading.frame import Frame
from khabar.reading.phrases import headed_by
from khabar.reading.scene import BREAKS, Scene

SPEAKING = ("organisation", "office_name", "office_head", "medium", "medium_name", "collective", "unnamed", "role")
LONGEST = 8
"""So many tokens at most name the rival."""
NEAR = 5
"""The rival's number stands at most so many tokens behind the dash."""


def rivals(scene: Scene, found: list[Frame]) -> list[Frame]:
    """The frames with one for each rival who stands alone before a dash and a number, behind whoever said something with a verb."""
    if not scene.grammar.verb_first or DASHES.isdisjoint(scene.low):
        return found
    for at in range(found[0].cue[1] + 1, scene.end - 1):
        if scene.low[at] in DASHES and not scene.glued(at) and not scene.quoted[at] and _leads_to_number(scene, at):
            rival = _rival(scene, at, found)
            if rival is not None:
                found = sorted([*found, rival], key=lambda f: f.cue)
    return found


def _leads_to_number(scene: Scene, at: int) -> bool:
    """Whether a number follows the dash, at most behind «о» and the words of a bound."""
    last = next((i for i in range(at + 1, min(at + NEAR, scene.end)) if scene.low[i] in BREAKS), min(at + NEAR, scene.end))
    if any(scene.low[i][0].isdigit() for i in range(at + 1, last)):
        return True
    return any(at < h.start < last for h in scene.sentence.of["numeral", "vague"])


def _rival(scene: Scene, at: int, found: list[Frame]) -> Frame | None:
    first = _clause(scene, at)
    edge, begin = first, first
    while begin < at and (scene.low[begin] in scene.grammar.openers or scene.low[begin] in scene.grammar.joins or scene.low[begin] in scene.grammar.complementisers):
        begin += 1
    if begin < at and scene.low[begin] in scene.grammar.located and headed_by(scene, begin + 1, *SPEAKING):
        begin += 1
    phrase = begin, at
    if not 0 < at - begin <= LONGEST or not headed_by(scene, begin, *SPEAKING):
        return None
    if scene.low[begin] in scene.grammar.prepositions or any(f.cue[0] >= first and f.cue[0] < at for f in found):
        return None
    end = next((i for i in range(at + 1, scene.end) if scene.low[i] in BREAKS), scene.end)
    frame = Frame(hit=Hit(at, at + 1, MARK), cue=(at, at + 1), subject=phrase, content=kept(scene, at + 1, end), side="right", edge=edge)
    frame.apart = True
    return frame if frame.content else None


def _clause(scene: Scene, at: int) -> int:
    """Where the clause begins that ends at a token: behind the mark before it."""
    return next((i + 1 for i in range(at - 1, -1, -1) if scene.low[i] in BREAKS), 0)
