"""Relay chains: `Reuters reported, citing the ministry`; `kata wali kota, dikutip Antara`; «передаёт ТАСС со ссылкой на МЧС».

A relay is no new source: the two attributions become one statement whose source is the utterer, and whose relays are those who passed it on.
"""

from itertools import pairwise

from khabar.reading.contents import left_content, right_content
from khabar.reading.frame import Frame
from khabar.reading.scene import BREAKS, Range, Scene

MEDIA = frozenset({"medium_name", "news_medium", "state_medium", "medium"})
DONE = frozenset({"withdraws", "disowns"})
"""Acts of their subject: `the daily withdrew the number, citing the ministry` is done by the daily."""
HEAD = 2
"""A relay that leads its sentence begins at one of so many tokens."""


def chained(scene: Scene, found: list[Frame]) -> list[Frame]:
    """The frames with each citation joined to the statement that it belongs to."""
    cites = [f for f in found if f.hit.entry.attributes.get("frame") == "citing" or _told_by_medium(scene, f, found)]
    if not cites:
        return found
    others = [f for f in found if f not in cites]
    for cite in cites:
        host = _host(scene, cite, others)
        if host is not None and cite.hit.entry.attributes.get("verbal") and host.hit.entry.attributes.get("frame", "verb") != "verb":
            host = None
        if host is None:
            others.append(cite)
        else:
            _join(scene, host, cite)
    return sorted(others, key=lambda f: f.cue)


def _host(scene: Scene, cite: Frame, others: list[Frame]) -> Frame | None:
    """The attribution that a citation stands beside: around it, or the last before it, or the one right behind it."""
    around = [f for f in others if f.subject is not None and f.subject[1] <= cite.cue[0] < f.cue[0]]
    before = [f for f in others if f.cue[1] <= cite.cue[0]]
    if around and not (before and _inserted(around[0], before[-1])):
        return around[0]
    if before:
        return before[-1]
    behind = [f for f in others if f.cue[0] >= cite.cue[1] and f.subject is not None]
    return behind[0] if behind and cite.cue[0] <= HEAD and _passes_on(cite) and not _medium(scene, behind[0]) else None


def _inserted(around: Frame, before: Frame) -> bool:
    """`Radio Coast, which had reported 18 dead on the authority of X, removed the figure`: whether one stands between the other's subject and verb."""
    return (
        None not in (around.subject, before.subject) and (around.subject or (0, 0))[1] <= (before.subject or (0, 0))[0]
    )


def _passes_on(cite: Frame) -> bool:
    attributes = cite.hit.entry.attributes
    return attributes.get("names") == "relay" or attributes.get("frame") != "citing"


def _medium(scene: Scene, frame: Frame) -> bool:
    """Whether a medium's name is a frame's subject."""
    first, last = frame.subject or (0, 0)
    return any(first <= h.start < last and h.entry.category in MEDIA for h in scene.sentence.hits)


def _told_by_medium(scene: Scene, frame: Frame, found: list[Frame]) -> bool:
    """`The police said 12 people died, according to Radio Coast`: the medium at the end passes on what the one before said."""
    if frame.hit.entry.attributes.get("frame") != "preposition":
        return frame.side == "left" and _medium(scene, frame) and _reported_last(scene, frame, found)
    if not _medium(scene, frame):
        return False
    said = [f for f in found if f.subject is not None and f.cue[1] <= frame.cue[0] and f.side == "right"]
    if not said and scene.grammar.both_cues:
        return _leads(scene, frame, found)
    if not said or _medium(scene, said[-1]):
        return False
    between = scene.low[said[-1].cue[1] : frame.cue[0]]
    return not any(a == "," and b in scene.grammar.joins for a, b in pairwise(between))


def _leads(scene: Scene, frame: Frame, found: list[Frame]) -> bool:
    """«Как передаёт ТАСС, в МЧС сообщили о 12 погибших»: a medium at the head of what somebody else says right behind it."""
    behind = [f for f in found if f.cue[0] >= frame.cue[1] and f.subject is not None]
    if not behind or frame.cue[0] > HEAD or frame.subject is None:
        return False
    told, at = behind[0], frame.subject[1]
    while at < scene.end and (scene.low[at] in BREAKS or scene.low[at] in scene.grammar.located):
        at += 1
    return told.subject is not None and told.subject[0] == at and told.cue[0] == told.subject[1]


def _reported_last(scene: Scene, frame: Frame, found: list[Frame]) -> bool:
    """`Police said 12 people died, Reuters reported`: what the medium at the end reports is what the one before said."""
    if frame.hit.entry.attributes.get("act") != "asserts" or frame.content is None:
        return False
    first, last = frame.content
    said = [f for f in found if f.subject is not None and f.side == "right" and first <= f.subject[0] < f.cue[1] < last]
    return bool(said) and not any(_medium(scene, f) for f in said)


def _join(scene: Scene, host: Frame, cite: Frame) -> None:
    if cite.subject is None:
        return
    if _passes_on(cite):
        host.relays.append(cite.subject)
        if host.content is not None and host.content[0] <= cite.subject[0] < host.content[1] <= host.cue[0]:
            host.content, host.side = None, "right"  # what stood before is the relay
            right_content(scene, host)
        if host.content is not None and host.content[0] == cite.cue[0]:
            host.content = _between(scene, host.cue[1], cite.cue[0]) or host.content
        _cut(scene, host, cite)
        return
    if host.hit.entry.attributes.get("act") in DONE and host.subject is not None:
        _cut(scene, host, cite)
        return
    if host.subject is not None:
        host.relays.insert(0, host.subject)
    host.subject, host.apposition = cite.subject, None
    if scene.grammar.both_cues:
        host.second_cue = host.cue
    host.cue = cite.cue
    if host.content is not None and host.side == "right" and host.content[0] == cite.cue[0]:
        left_content(scene, host)  # 12 died, X reported citing Y
    _cut(scene, host, cite)


def _between(scene: Scene, first: int, last: int) -> Range | None:
    while last > first and scene.low[last - 1] in BREAKS:
        last -= 1
    return (first, last) if last > first + 1 else None


def _cut(scene: Scene, host: Frame, cite: Frame) -> None:
    """Content ends where the citation begins; what stood in the citation is no content."""
    content = host.content
    if content is None or host.side != "right" or not content[0] < cite.cue[0] < content[1]:
        return
    end = cite.cue[0]
    while end > content[0] and scene.low[end - 1] in BREAKS:
        end -= 1
    behind = _behind(scene, cite)
    host.content = (content[0], end) if end > content[0] + 1 else behind or content


def _behind(scene: Scene, cite: Frame) -> Range | None:
    """`Reuters reported, citing the ministry, that …`."""
    at = cite.subject[1] if cite.subject else cite.cue[1]
    while at < scene.end and (scene.low[at] in BREAKS or scene.low[at] in scene.grammar.complementisers):
        at += 1
    return (at, scene.end) if at < scene.end else None
