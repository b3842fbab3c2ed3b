"""Parts of what a figure ladder draws: squares on a thread down from their total, with their names beside them."""

import msgspec
from markupsafe import Markup

from khabar.export import wording as words
from khabar.web.view import svg
from khabar.web.view.frame import MOST, Frame, Part
from khabar.web.view.labels import Box, wide

NAMED = 500.0
"""Width of a drawing from which parts are named; on narrower ones their numbers stand alone."""


class Hung(msgspec.Struct, frozen=True, kw_only=True):
    """A part with the words of its label, where that begins, and its base line."""

    part: Part
    words: str
    left: float
    base: float

    @property
    def box(self) -> Box:
        """What the label takes."""
        return self.left - 22, self.base - 11, self.left + wide(self.words) + 4, self.base + 3


def hung(frame: Frame) -> list[Hung]:
    """The parts of the points that are drawn, their labels one above another. One that finds no room to the right stands left."""
    above: dict[str, float] = {}
    made = []
    for part in sorted(frame.drawing.parts, key=lambda p: p.value):
        if part.of in frame.at:
            x, y = frame.at[part.of][0], frame.y(part.value)
            named = f"{words.number(part.value)} {part.name}" if frame.width > NAMED else words.number(part.value)
            left = x + 18 if x + 18 + wide(named) < frame.width else x - 14 - wide(named)
            lowest = frame.floor - (20 if _ticked(frame, left, left + wide(named)) else 3)
            above[part.of] = base = min(y + 4, lowest, above.get(part.of, frame.height) - 13)
            made.append(Hung(part=part, words=named, left=left, base=base))
    return made


def _ticked(frame: Frame, left: float, right: float) -> bool:
    """Whether a stale carrier's tick stands between two places."""
    return any(left < frame.x(t.at) < right for t in frame.drawing.ticks[:MOST])


def drawn(frame: Frame, one: Hung) -> Markup:
    """A part with its thread, its square and its label."""
    part, (x, top), y = one.part, frame.at[one.part.of], frame.y(one.part.value)
    beside, towards = (x + 15, 4) if one.left > x else (x - 11, -4)
    thread = svg.el("path", d=f"M{x:.1f} {top + 7:.1f}V{y:.1f}", class_="thread")
    lead = svg.el("path", d=f"M{x + towards:.1f} {y:.1f}L{beside:.1f} {one.base - 4:.1f}", class_="lead")
    square = svg.el("rect", x=x - 3.5, y=y - 3.5, width=7, height=7, class_="part")
    at, anchor = (one.left, None) if one.left > x else (x - 14, "end")
    told = svg.text(at, one.base, one.words, text_anchor=anchor, class_="part-value")
    return svg.el("a", svg.el("title", part.title), thread, lead, square, told, href=part.href, aria_label=part.title)
