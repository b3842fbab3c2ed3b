"""The figure ladder: time said against value, a step line a source, fallen points struck through and kept.

Made on the server as SVG. Where there is room each point says its number and whose it is; where there is none, lines are told
apart by a letter that the list below the drawing explains, so that long names neither overlap nor are cut, on any width.
"""

import msgspec
from markupsafe import Markup

from khabar.export import wording as words
from khabar.web.view import svg
from khabar.web.view.axes import axes
from khabar.web.view.frame import MOST, Drawing, Frame, Part, Point, Tick, frame_of, newest
from khabar.web.view.parts import drawn, hung

__all__ = ["MOST", "Drawing", "Made", "Part", "Point", "Tick", "ladder"]
NAMED = 14
"""Points up to which their sources may be written beside them."""


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """A ladder with the letters that its labels use; none where the labels say the names themselves."""

    drawn: Markup
    letters: dict[str, str] = {}


def ladder(drawing: Drawing, *, width: float = 720.0, height: float = 300.0, label: str = "Figure ladder") -> Made:
    """The drawing as SVG; empty markup where there is nothing to draw."""
    if not drawing.points:
        return Made(drawn=Markup(""))
    frame = frame_of(msgspec.structs.replace(drawing, points=newest(drawing.points)), width, height)
    named = _labels(frame, names=True) if len(frame.drawing.points) <= NAMED else None
    labels = named if named is not None else _labels(frame, names=False) or {}
    inside = (
        axes(frame),
        *_lines(frame),
        *(drawn(frame, h) for h in hung(frame)),
        *_ticks(frame),
        *_points(frame, labels),
    )
    box = f"0 0 {width:g} {height:g}"
    made = svg.el("svg", *inside, viewBox=box, width=width, height=height, role="group", aria_label=label, class_="ladder")  # fmt: skip
    return Made(drawn=made, letters={} if named is not None else frame.letters)


def _labels(frame: Frame, *, names: bool) -> dict[str, tuple[float, float, str]] | None:
    """Place and words of each label. With names: None where one of them finds no room."""
    room = frame.room()
    for part in hung(frame):
        room.take(part.box)
    found: dict[str, tuple[float, float, str]] = {}
    for point in sorted(frame.drawing.points, key=lambda p: (p.status != "standing", p.at)):
        whose = point.source if names else frame.letters[point.source]
        if at := room.place(*frame.at[point.id], f"{words.number(point.value)} {whose}"):
            found[point.id] = (*at, whose)
        elif names:
            return None
    return found


def _lines(frame: Frame) -> list[Markup]:
    """From each point as long as it held: on to what followed it, to its fall, or to the moment asked for."""
    return [_line(frame, p) for p in frame.drawing.points]


def _line(frame: Frame, point: Point) -> Markup:
    x, y = frame.at[point.id]
    follower = frame.at.get(point.then or "")
    if follower and follower[0] > x:
        return svg.el("path", d=f"M{x:.1f} {y:.1f}H{follower[0]:.1f}V{follower[1]:.1f}", class_="step")
    end = max(x, frame.x(point.until or frame.drawing.now))
    if point.status in {"withdrawn", "disowned"}:
        return svg.el("path", d=f"M{x:.1f} {y:.1f}H{end:.1f}m0 -5v10", class_="step fell")
    return svg.el("path", d=f"M{x:.1f} {y:.1f}H{end:.1f}", class_=f"step {point.status}")


def _points(frame: Frame, labels: dict[str, tuple[float, float, str]]) -> list[Markup]:
    return [_point(frame, p, labels.get(p.id)) for p in frame.drawing.points]


def _point(frame: Frame, point: Point, label: tuple[float, float, str] | None) -> Markup:
    x, y = frame.at[point.id]
    beside = [m for m in point.marks if m != "unconfirmed"]
    inside = [
        svg.el("title", point.title),
        *_whisker(frame, point, x),
        *(svg.mark_shape(m, x, y) for m in point.marks if m == "unconfirmed"),
        *(svg.mark_shape(m, x + 17 + 12 * n, y) for n, m in enumerate(beside)),
        svg.shape(point.status, x, y),
        *([_label(point, label)] if label else []),
    ]
    return svg.el("a", *inside, href=point.href, aria_label=point.title)


def _label(point: Point, label: tuple[float, float, str]) -> Markup:
    x, y, whose = label
    state = {"standing": "", "superseded": " followed"}.get(point.status, " fallen")
    number = svg.el("tspan", words.number(point.value), class_=f"value{state}")
    return svg.el("text", number, svg.el("tspan", f" {whose}", class_="whose"), x=x, y=y)


def _whisker(frame: Frame, point: Point, x: float) -> list[Markup]:
    """From low to high; an open end is an arrow, so that `at least` looks like it."""
    low = point.low if point.low is not None else point.value
    high = point.high if point.high is not None else point.value
    made = []
    if low != high:
        a, b = frame.y(low), frame.y(high)
        made.append(f"M{x - 4:.1f} {a:.1f}h8M{x:.1f} {a:.1f}V{b:.1f}M{x - 4:.1f} {b:.1f}h8")
    y = frame.y(point.value)
    if point.high is None and point.low is not None:
        made.append(f"M{x:.1f} {y:.1f}V{max(y - 18, 4):.1f}m-3.5 4.5l3.5 -4.5l3.5 4.5")
    if point.low is None and point.high is not None:
        made.append(f"M{x:.1f} {y:.1f}V{min(y + 18, frame.floor):.1f}m-3.5 -4.5l3.5 4.5l3.5 -4.5")
    return [svg.el("path", d=d, class_="whisker") for d in made]


def _ticks(frame: Frame) -> list[Markup]:
    return [
        svg.el("a", svg.el("title", t.title), _tick(frame.x(t.at), frame.floor), href=t.href, aria_label=t.title)
        for t in frame.drawing.ticks[:MOST]
    ]


def _tick(x: float, floor: float) -> Markup:
    stem = svg.el("path", d=f"M{x:.1f} {floor:.1f}v-14", class_="tick")
    return svg.el("g", svg.el("rect", x=x - 6, y=floor - 20, width=12, height=20, class_="touch"), stem)
