"""The figure ladder: time said against value, one step line a source, fallen points struck through and kept.

Made on the server as SVG. Lines are told apart by a letter that the list below the drawing explains, so that long names
of offices neither overlap nor are cut, on any width and in any script.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec
from markupsafe import Markup

from khabar.export import wording as words
from khabar.web.view import scale, svg

LEFT, RIGHT, TOP, BOTTOM = 52.0, 16.0, 22.0, 46.0
MOST = 60
"""Points in one drawing: more of them is a cloud. The newest are drawn, and the table below it holds all."""


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """A claim to be drawn. `at` is when it was said, `until` when it fell or was followed (ISO); None: it stands."""

    id: str
    at: str
    value: float
    low: float | None = None
    high: float | None = None
    source: str
    status: str
    until: str | None = None
    marks: tuple[str, ...] = ()
    href: str
    title: str


class Tick(msgspec.Struct, frozen=True, kw_only=True):
    """A stale carrier: when it printed what had fallen, and what."""

    at: str
    status: str
    href: str
    title: str


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A figure that is a part of a drawn one."""

    of: str
    value: float
    href: str
    title: str


class Drawing(msgspec.Struct, frozen=True, kw_only=True):
    """What a ladder shows. `now` is the moment asked for, where lines of what stands end."""

    points: tuple[Point, ...]
    ticks: tuple[Tick, ...] = ()
    parts: tuple[Part, ...] = ()
    now: str


class _Frame(msgspec.Struct, frozen=True, kw_only=True):
    """A drawing with its scales."""

    drawing: Drawing
    letters: dict[str, str]
    times: scale.Times
    steps: tuple[float, ...]
    width: float
    height: float

    def x(self, at: str) -> float:
        return self.times.place(scale.when(at))

    def y(self, value: float) -> float:
        room = self.height - TOP - BOTTOM
        return TOP + room * (1 - min(value, self.steps[-1]) / self.steps[-1])


def letters(points: Iterable[Point]) -> dict[str, str]:
    """A letter for each source, in the order in which they first spoke."""
    names = dict.fromkeys(p.source for p in sorted(points, key=lambda p: p.at))
    return {name: _letter(n) for n, name in enumerate(names)}


def _letter(number: int) -> str:
    return chr(65 + number) if number < 26 else _letter(number // 26 - 1) + chr(65 + number % 26)


def ladder(drawing: Drawing, *, width: float = 720.0, height: float = 300.0, label: str = "Figure ladder") -> Markup:
    """The drawing as SVG; empty markup where there is nothing to draw."""
    if not drawing.points:
        return Markup("")
    frame = _frame(msgspec.structs.replace(drawing, points=newest(drawing.points)), width, height)
    inside = (_axes(frame), *_lines(frame), *_parts(frame), *_ticks(frame), *_points(frame))
    box = f"0 0 {width:g} {height:g}"
    return svg.el(
        "svg", *inside, viewBox=box, width=width, height=height, role="group", aria_label=label, class_="ladder"
    )


def newest(points: Sequence[Point]) -> tuple[Point, ...]:
    """The points that are drawn, oldest first."""
    return tuple(sorted(points, key=lambda p: (p.at, p.id))[-MOST:])


def _frame(drawing: Drawing, width: float, height: float) -> _Frame:
    said = [drawing.now, *(p.at for p in drawing.points), *(t.at for t in drawing.ticks)]
    ends = [p.until for p in drawing.points if p.until]
    tops = [max(v for v in (p.value, p.high, p.low) if v is not None) for p in drawing.points]
    return _Frame(
        drawing=drawing,
        letters=letters(drawing.points),
        times=scale.times((scale.when(t) for t in (*said, *ends)), LEFT + 14, width - RIGHT - 22),
        steps=tuple(scale.round_steps(max(tops))),
        width=width,
        height=height,
    )


def _axes(frame: _Frame) -> Markup:
    floor, right = frame.height - BOTTOM, frame.width - RIGHT
    rules = [svg.el("line", x1=LEFT, x2=right, y1=frame.y(s), y2=frame.y(s), class_="rule") for s in frame.steps]
    named = [svg.text(LEFT - 8, frame.y(s) + 4, words.number(s), text_anchor="end") for s in frame.steps]
    breaks = [
        svg.el("path", d=f"M{x - 5:.1f} {floor + 5:.1f}l4 -10m3 10l4 -10", class_="break") for x in frame.times.breaks
    ]
    return svg.el("g", *rules, *named, *breaks, *_days(frame, floor), class_="axes", aria_hidden="true")


def _days(frame: _Frame, floor: float) -> list[Markup]:
    """Names of days along the floor, as many as fit: the ends and what was said first."""
    days = sorted({p.at[:10] for p in frame.drawing.points} | {frame.drawing.now[:10]})
    order = [days[-1], days[0], *days[1:-1]] if len(days) > 1 else days
    taken: list[float] = []
    named = []
    for day in order:
        x = frame.x(day)
        x = min(max(x, LEFT + 20), frame.width - RIGHT - 26)
        if all(abs(x - other) > 54 for other in taken):
            taken.append(x)
            full = words.moment(day)
            named += [
                svg.text(x, floor + 18, full[:-5], text_anchor="middle"),
                svg.text(x, floor + 32, full[-4:], text_anchor="middle", class_="year"),
            ]
    return named


def _lines(frame: _Frame) -> list[Markup]:
    """A step line a source; after a fall it goes no further."""
    made = []
    for source in frame.letters:
        mine = [p for p in frame.drawing.points if p.source == source]
        path = "".join(_step(frame, p, following) for p, following in pairwise((*mine, None)) if p)
        made.append(svg.el("path", d=path, class_="step"))
    return made


def _step(frame: _Frame, point: Point, following: Point | None) -> str:
    x, y = frame.x(point.at), frame.y(point.value)
    fell = point.status in {"withdrawn", "disowned"}
    end = point.until if fell or not following else following.at
    path = f"M{x:.1f} {y:.1f}H{max(x, frame.x(end or frame.drawing.now)):.1f}"
    return path if fell or not following else f"{path}V{frame.y(following.value):.1f}"


def _points(frame: _Frame) -> list[Markup]:
    boxes: list[tuple[float, float, float, float]] = []
    places = [(frame.x(p.at), frame.y(p.value)) for p in frame.drawing.points]
    boxes += [(x - 8, y - 8, x + 8, y + 8) for x, y in places]
    return [_point(frame, p, x, y, boxes) for p, (x, y) in zip(frame.drawing.points, places, strict=True)]


def _point(frame: _Frame, point: Point, x: float, y: float, boxes: list[tuple[float, float, float, float]]) -> Markup:
    name = f"{frame.letters[point.source]} {words.number(point.value)}"
    at = _free(x, y, 7.2 * len(name), boxes, frame)
    fallen = {"standing": "", "superseded": " followed"}.get(point.status, " fallen")
    inside = [
        svg.el("title", point.title),
        *_whisker(frame, point, x),
        *(
            svg.mark_shape(m, x, y) if m == "unconfirmed" else svg.mark_shape(m, x + 17 + 12 * n, y)
            for n, m in enumerate(point.marks)
        ),
        svg.shape(point.status, x, y),
        *([svg.text(*at, name, text_anchor="middle", class_=f"value{fallen}")] if at else []),
    ]
    return svg.el("a", *inside, href=point.href, aria_label=point.title)


def _whisker(frame: _Frame, point: Point, x: float) -> list[Markup]:
    """From low to high; an open end is an arrow, so that `at least` looks like it."""
    low = point.low if point.low is not None else point.value
    high = point.high if point.high is not None else point.value
    made = []
    if low != high:
        a, b = frame.y(low), frame.y(high)
        made.append(
            svg.el("path", d=f"M{x - 4:.1f} {a:.1f}h8M{x:.1f} {a:.1f}V{b:.1f}M{x - 4:.1f} {b:.1f}h8", class_="whisker")
        )
    if point.high is None and point.low is not None:
        top = max(frame.y(point.value) - 16, 4)
        made.append(svg.el("path", d=f"M{x:.1f} {frame.y(point.value):.1f}V{top:.1f}m-3 4l3 -4l3 4", class_="whisker"))
    return made


def _free(
    x: float, y: float, wide: float, boxes: list[tuple[float, float, float, float]], frame: _Frame
) -> tuple[float, float] | None:
    """A place for a label near its point that no other label or point takes; None where all are taken."""
    x = min(max(x, LEFT + wide / 2), frame.width - wide / 2 - 2)
    for dy in (-12, 22, -26, 36, -40, 50, -54, 64, -68):
        for dx in (0.0, wide / 2 + 6, -wide / 2 - 6):
            place = (min(max(x + dx, LEFT + wide / 2), frame.width - wide / 2 - 2), y + dy)
            box = (place[0] - wide / 2, place[1] - 11, place[0] + wide / 2, place[1] + 3)
            if TOP - 12 <= place[1] <= frame.height - BOTTOM - 3 and not any(_meet(box, b) for b in boxes):
                boxes.append(box)
                return place
    return None


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _ticks(frame: _Frame) -> list[Markup]:
    floor = frame.height - BOTTOM
    return [
        svg.el("a", svg.el("title", t.title), _tick(frame.x(t.at), floor), href=t.href, aria_label=t.title)
        for t in frame.drawing.ticks[:MOST]
    ]


def _tick(x: float, floor: float) -> Markup:
    stem = svg.el("path", d=f"M{x:.1f} {floor:.1f}v-12", class_="tick")
    return svg.el("g", svg.el("rect", x=x - 6, y=floor - 20, width=12, height=20, class_="touch"), stem)


def _parts(frame: _Frame) -> list[Markup]:
    """Parts as small squares on a thread down from their total; their numbers stand one above another where they are close."""
    whole = {p.id: p for p in frame.drawing.points}
    above: dict[str, float] = {}
    made = []
    for part in sorted(frame.drawing.parts, key=lambda p: p.value):
        if part.of in whole:
            y = frame.y(part.value)
            above[part.of] = min(y + 4, above.get(part.of, y + 15) - 11)
            made.append(_part(frame, part, whole[part.of], above[part.of]))
    return made


def _part(frame: _Frame, part: Part, total: Point, label: float) -> Markup:
    x, y = frame.x(total.at), frame.y(part.value)
    thread = svg.el("path", d=f"M{x:.1f} {frame.y(total.value) + 7:.1f}V{y:.1f}", class_="thread")
    square = svg.el("rect", x=x - 3.5, y=y - 3.5, width=7, height=7, class_="part")
    named = svg.text(x + 8, label, words.number(part.value), class_="part-value")
    return svg.el("a", svg.el("title", part.title), thread, square, named, href=part.href, aria_label=part.title)
