"""Frames: which words around a cue are its source, and which its content.

A frame is found per cue, from the cue outwards: what stands directly before and after it decides whether the subject is on
the left (`X said that …`, `…, X said`) or on the right (`…, said X`, «…, сообщил X»), and on which side the content is.
"""

from khabar.language.lexicon import Hit
from khabar.reading.contents import closes, kept, left_content, right_content, whole_quotation
from khabar.reading.frame import Frame
from khabar.reading.scene import BREAKS, HARD_BREAKS, QUOTE_MARKS, Range, Scene
from khabar.reading.subjects import subject_left, subject_right

LEAST_CLAUSE = 2
"""So many tokens at least before an attribution are a clause."""


def frames(scene: Scene) -> list[Frame]:
    """All frames of a sentence, in the order of their cues."""
    found: list[Frame] = []
    for hit in scene.cues():
        frame = READERS[hit.entry.attributes.get("frame", "verb")](scene, hit)
        if frame is not None:
            found.append(frame)
    _part(scene, found)
    return [f for f in found if f.content is not None or f.quotation is not None or f.side == "out"]


def _part(scene: Scene, found: list[Frame]) -> None:
    """Contents on the right end where another attribution of the same clause begins."""
    for i, one in enumerate(found):
        if one.content is None or one.side != "right":
            continue
        for other in found[i + 1 :]:
            cut = _cut(scene, one.content, other)
            if cut is not None:
                one.content = kept(scene, one.content[0], cut)
                break


def _cut(scene: Scene, content: Range, other: Frame) -> int | None:
    """Where the other frame ends a content on its left, or None where it lies within it."""
    if not content[0] < other.edge < content[1]:
        return None
    before = other.edge - 1
    if other.side == "left" or other.same:
        return other.edge
    if scene.low[before] in scene.grammar.joins and scene.low[before - 1] in BREAKS:
        return before
    return other.edge if scene.low[before] in HARD_BREAKS else None


# ------------------------------------------------------------------ verbs


def _verb(scene: Scene, hit: Hit) -> Frame | None:
    """`X said …`, `…, X said`, `…, said X`."""
    first = hit.start
    while first and scene.low[first - 1] in scene.grammar.auxiliaries:
        first -= 1
    if scene.low[hit.start] in scene.grammar.participles and (
        first == 0 or scene.low[first - 1] in BREAKS or scene.quoted[first - 1]
    ):
        return _participle(scene, hit)
    if _inverted(scene, first, hit):
        return _reversed(scene, hit, first)
    subject, apposition, edge = subject_left(scene, first)
    if subject is None:
        return None
    frame = Frame(
        hit=hit, cue=(hit.start, hit.end), subject=subject, content=None, side="right", edge=edge, apposition=apposition
    )
    return _with_content(scene, frame)


def _participle(scene: Scene, hit: Hit) -> Frame | None:
    frame = Frame(
        hit=hit, cue=(hit.start, hit.end), subject=None, content=None, side="right", edge=hit.start, same=True
    )
    right_content(scene, frame)
    return frame if frame.content else None


def _inverted(scene: Scene, first: int, hit: Hit) -> bool:
    """Whether what is said stands before the cue and the source after it."""
    if first == 0:
        return False
    before = scene.low[first - 1]
    if scene.quoted[first - 1] and before in QUOTE_MARKS:
        quotation = scene.number_of(first - 1)
        return quotation is not None and not quotation.scare
    if before not in BREAKS:
        return False
    at = hit.end
    while at < scene.end and scene.low[at] in scene.grammar.adverbs:
        at += 1
    if at >= scene.end or scene.low[at] in scene.grammar.complementisers or scene.low[at] in BREAKS or scene.quoted[at]:
        return False
    if scene.quoted[max(first - 2, 0)]:
        return True
    return scene.capital(at) or _noun_phrase_to_end(scene, at)


def _noun_phrase_to_end(scene: Scene, at: int) -> bool:
    """Whether a short noun phrase follows that ends the clause: `…, said the ministry`."""
    subject = subject_right(scene, at)
    return (
        subject is not None
        and subject[1] - subject[0] <= 8
        and scene.grammar.complementisers.isdisjoint(scene.low[subject[1] : scene.end])
    )


def _reversed(scene: Scene, hit: Hit, first: int) -> Frame | None:
    subject = subject_right(scene, hit.end)
    if subject is None:
        return None
    frame = Frame(hit=hit, cue=(hit.start, hit.end), subject=subject, content=None, side="left", edge=first)
    return frame if left_content(scene, frame) else None


def _with_content(scene: Scene, frame: Frame) -> Frame | None:
    """Content on the left where the attribution closes the clause, else on the right."""
    before = frame.edge - 1
    while before >= 0 and scene.low[before] in BREAKS and not scene.quoted[before]:
        before -= 1
    behind_quotation = (
        before >= 0
        and scene.quoted[before]
        and before < frame.edge - 0
        and not scene.quotations[scene.quoted[before] - 1].scare
    )
    if (behind_quotation or before + 1 >= LEAST_CLAUSE) and before < frame.edge - 1 + bool(behind_quotation):
        closed = closes(scene, frame.cue[1])
        if (closed or (behind_quotation and not _complement_follows(scene, frame.cue[1]))) and left_content(
            scene, frame
        ):
            return frame
    right_content(scene, frame)
    if frame.content is None and frame.quotation is None:
        frame.side = "out"
        return frame if scene.low[scene.end :] and ":" in scene.low[scene.end :] else None
    if frame.hit.entry.attributes.get("weak") and not frame.complement and frame.quotation is None:
        return None
    return frame


def _complement_follows(scene: Scene, at: int) -> bool:
    return at < scene.end and (scene.low[at] in scene.grammar.complementisers or scene.low[at] == ":")


# ------------------------------------------------------------------ other frames


def _stem(scene: Scene, hit: Hit) -> Frame | None:
    """`"…," kata X`: a bare stem after what is said."""
    first = hit.start
    if first == 0 or not (scene.low[first - 1] in BREAKS or scene.quoted[first - 1]):
        return None
    subject = subject_right(scene, hit.end)
    if subject is None:
        return None
    frame = Frame(hit=hit, cue=(hit.start, hit.end), subject=subject, content=None, side="left", edge=first)
    if left_content(scene, frame):
        return frame
    return None


def _clitic(scene: Scene, hit: Hit) -> Frame | None:
    """`"…," katanya`; `menurutnya, …`: the speaker is somebody named before."""
    frame = Frame(hit=hit, cue=(hit.start, hit.end), subject=None, content=None, side="left", edge=hit.start)
    if hit.start and (scene.low[hit.start - 1] in BREAKS or scene.quoted[hit.start - 1]) and left_content(scene, frame):
        return frame
    if hit.end < scene.end and scene.low[hit.end] in BREAKS:
        frame.side = "right"
        right_content(scene, frame)
        return frame if frame.content or frame.quotation is not None else None
    return None


def _preposition(scene: Scene, hit: Hit) -> Frame | None:
    """`According to X, …`; `…, menurut X`; `… — по словам X — …`."""
    subject = subject_right(scene, hit.end)
    if subject is None:
        return None
    frame = Frame(hit=hit, cue=(hit.start, hit.end), subject=subject, content=None, side="left", edge=hit.start)
    at = subject[1]
    while at < scene.end and scene.low[at] not in BREAKS:
        at += 1
    leading = hit.start <= 2 or all(w in scene.grammar.leads or w in BREAKS for w in scene.low[: hit.start])
    if not leading and left_content(scene, frame):
        _resume(scene, frame, at)
        return frame
    frame.side = "right"
    start = at + 1 if at < scene.end else subject[1]
    frame.content = kept(scene, start, scene.end) if start < scene.end else None
    whole_quotation(scene, frame)
    return frame if frame.content else None


def _resume(scene: Scene, frame: Frame, at: int) -> None:
    """Content goes on after an attribution between commas; kept as the left part alone where the clause was whole."""


def _citing(scene: Scene, hit: Hit) -> Frame | None:
    """`dikutip dari X`, `citing X`, «со ссылкой на X»: a relay, or the utterer where there is none yet."""
    subject = subject_right(scene, hit.end)
    if subject is None:
        return None
    frame = Frame(hit=hit, cue=(hit.start, hit.end), subject=subject, content=None, side="left", edge=hit.start)
    if left_content(scene, frame):
        return frame
    frame.side = "right"
    at = subject[1]
    while at < scene.end and scene.low[at] not in BREAKS:
        at += 1
    frame.content = kept(scene, at + 1, scene.end) if at + 1 < scene.end else None
    return frame if frame.content else None


def _agent(scene: Scene, hit: Hit) -> Frame | None:
    """`Hal itu disampaikan X`: the source behind a passive; what it is about stands before the word for it."""
    subject = subject_right(scene, hit.end)
    if subject is None:
        return None
    frame = Frame(hit=hit, cue=(hit.start, hit.end), subject=subject, content=None, side="left", edge=hit.start)
    return frame if left_content(scene, frame) else None


def _passive(scene: Scene, hit: Hit) -> Frame | None:
    """`dilaporkan`, «сообщается»: nobody says it."""
    frame = Frame(hit=hit, cue=(hit.start, hit.end), subject=None, content=None, side="right", edge=hit.start)
    right_content(scene, frame)
    if frame.content is None or not frame.complement:
        first = hit.start
        while first and scene.low[first - 1] not in HARD_BREAKS:
            first -= 1
        frame.content = kept(scene, first, scene.end)
        frame.side = "around"
    return frame if frame.content else None


def _show(scene: Scene, hit: Hit) -> Frame | None:
    """`Video … menunjukkan …`: only where the subject is a document, an image, data."""
    frame = _verb(scene, hit)
    if frame is None or frame.subject is None or frame.side != "right":
        return None
    first, last = frame.subject
    shown = any(h.entry.category == "document" and first <= h.start < last for h in scene.sentence.hits)
    return frame if shown else None


READERS = {
    "verb": _verb,
    "stem": _stem,
    "clitic": _clitic,
    "preposition": _preposition,
    "citing": _citing,
    "passive": _passive,
    "agent": _agent,
    "show": _show,
}
