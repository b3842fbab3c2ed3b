"""Relay chains: `Reuters reported, citing the ministry`; `kata wali kota, dikutip Antara`; «передаёт ТАСС со ссылкой на МЧС».

A relay is no new source: the two attributions become one statement whose source is the utterer, and whose relays are those who passed it on.
"""

from khabar.reading.contents import left_content
from khabar.reading.frame import Frame
from khabar.reading.scene import BREAKS, Range, Scene


def chained(scene: Scene, found: list[Frame]) -> list[Frame]:
    """The frames with each citation joined to the statement that it belongs to."""
    cites = [f for f in found if f.hit.entry.attributes.get("frame") == "citing"]
    if not cites:
        return found
    others = [f for f in found if f not in cites]
    for cite in cites:
        host = _host(cite, others)
        if host is None:
            others.append(cite)
        else:
            _join(scene, host, cite)
    return sorted(others, key=lambda f: f.cue)


def _host(cite: Frame, others: list[Frame]) -> Frame | None:
    """The attribution that a citation stands beside: around it, or the last before it, or the one right behind it."""
    around = [f for f in others if f.subject is not None and f.subject[1] <= cite.cue[0] < f.cue[0]]
    if around:
        return around[0]
    before = [f for f in others if f.cue[1] <= cite.cue[0]]
    if before:
        return before[-1]
    return None


def _join(scene: Scene, host: Frame, cite: Frame) -> None:
    if cite.subject is None:
        return
    if cite.hit.entry.attributes.get("names") == "relay":
        host.relays.append(cite.subject)
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
