"""The figure ladder: time said against value, a step line a source, fallen points struck through and kept.

Made on the server as SVG. Where there is room each point says its number and whose it is; where there is none, lines are told
apart by a letter that the list below the drawing explains, so that long names neither overlap nor are cut, on any width.
"""

from collections.abc import Iterable, Sequence

import msgspec
from markupsafe import Markup

from khabar.export import wording as words
from khabar.web.view import scale, svg
from khabar.web.view.labels import Room, wide

LEFT, RIGHT, TOP, BOTTOM = 54.0, 22.0, 26.0, 44.0
MOST = 60
"""Points in one drawing: more of them is a cloud. The newest are drawn, and the table below it holds all."""
NAMED = 14
"""Points up to which their sources may be written beside them."""


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """A claim to be drawn.

    Attributes:
        at: when it was said (ISO).
        until: when it fell or was followed; None: it stands.
        then: the claim that followed it.
    """

    id: str
    at: str
    value: float
    low: float | None = None
    high: float | None = None
    source: str
    status: str
    until: str | None = None
    then: str | None = None
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
    """A figure that is a part of a drawn one; `name` says of whom or where."""

    of: str
    value: float
    name: str = ""
    href: str
    title: str


class Drawing(msgspec.Struct, frozen=True, kw_only=True):
    """What a ladder shows. `now` is the moment asked for, where lines of what stands end."""

    points: tuple[Point, ...]
    ticks: tuple[Tick, ...] = ()
    parts: tuple[Part, ...] = ()
    now: str


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """A ladder with the letters that its labels use; none where the labels say the names themselves."""

    drawn: Markup
    letters: dict[str, str] = {}


class _Frame(msgspec.Struct, frozen=True, kw_only=True):
    """A drawing with its scales, where each point lies, and what room is left."""

    drawing: Drawing
    letters: dict[str, str]
    times: scale.Times
    steps: tuple[float, ...]
    width: float
    height: float
    at: dict[str, tuple[float, float]] = {}

    @property
    def floor(self) -> float:
        """Where the axis of time lies."""
        return self.height - BOTTOM

    def x(self, at: str) -> float:
        """Where a time lies."""
        return self.times.place(scale.when(at))

    def y(self, value: float) -> float:
        """Where a value lies."""
        return TOP + (self.floor - TOP) * (1 - min(value, self.steps[-1]) / self.steps[-1])

    def room(self) -> Room:
        """The room for labels, with all points and their marks in it."""
        room = Room((LEFT, 2, self.width - 2, self.floor - 2))
        for point in self.drawing.points:
            x, y = self.at[point.id]
            room.point(x, y)
            for n in range(len([m for m in point.marks if m != "unconfirmed"])):
                room.point(x + 17 + 12 * n, y, 6)
        return room


def letters(points: Iterable[Point]) -> dict[str, str]:
    """A letter for each source, in the order in which they first spoke."""
    names = dict.fromkeys(p.source for p in sorted(points, key=lambda p: p.at))
    return {name: _letter(n) for n, name in enumerate(names)}


def _letter(number: int) -> str:
    return chr(65 + number) if number < 26 else _letter(number // 26 - 1) + chr(65 + number % 26)


def ladder(drawing: Drawing, *, width: float = 720.0, height: float = 300.0, label: str = "Figure ladder") -> Made:
    """The drawing as SVG; empty markup where there is nothing to draw."""
    if not drawing.points:
        return Made(drawn=Markup(""))
    frame = _frame(msgspec.structs.replace(drawing, points=newest(drawing.points)), width, height)
    named = _labels(frame, names=True) if len(frame.drawing.points) <= NAMED else None
    labels = named if named is not None else _labels(frame, names=False) or {}
    inside = (_axes(frame), *_lines(frame), *_parts(frame)[0], *_ticks(frame), *_points(frame, labels))
    box = f"0 0 {width:g} {height:g}"
    drawn = svg.el("svg", *inside, viewBox=box, width=width, height=height, role="group", aria_label=label, class_="ladder")  # fmt: skip
    return Made(drawn=drawn, letters={} if named is not None else frame.letters)


def newest(points: Sequence[Point]) -> tuple[Point, ...]:
    """The points that are drawn, oldest first."""
    return tuple(sorted(points, key=lambda p: (p.at, p.id))[-MOST:])


def _frame(drawing: Drawing, width: float, height: float) -> _Frame:
    said = [drawing.now, *(p.at for p in drawing.points), *(t.at for t in drawing.ticks)]
    ends = [p.until for p in drawing.points if p.until]
    tops = [max(v for v in (p.value, p.high, p.low) if v is not None) for p in drawing.points]
    frame = _Frame(
        drawing=drawing,
        letters=letters(drawing.points),
        times=scale.times((scale.when(t) for t in (*said, *ends)), LEFT + 14, width - RIGHT - 14),
        steps=tuple(scale.round_steps(max(tops))),
        width=width,
        height=height,
    )
    return msgspec.structs.replace(frame, at=_places(frame))


def _places(frame: _Frame) -> dict[str, tuple[float, float]]:
    """Where each point lies. Those of one time and value stand beside one another, so that each can be seen and clicked."""
    found: dict[str, tuple[float, float]] = {}
    for point in frame.drawing.points:
        x, y = frame.x(point.at), frame.y(point.value)
        while any(abs(x - a) < 11 and abs(y - b) < 8 for a, b in found.values()) and x < frame.width - RIGHT - 12:
            x += 12
        found[point.id] = (x, y)
    return found


def _labels(frame: _Frame, *, names: bool) -> dict[str, tuple[float, float, str]] | None:
    """Place and words of each label. With names: None where one of them finds no room."""
    room = frame.room()
    for box in _parts(frame)[1]:
        room.take(box)
    found: dict[str, tuple[float, float, str]] = {}
    for point in sorted(frame.drawing.points, key=lambda p: (p.status != "standing", p.at)):
        whose = point.source if names else frame.letters[point.source]
        if at := room.place(*frame.at[point.id], f"{words.number(point.value)} {whose}"):
            found[point.id] = (*at, whose)
        elif names:
            return None
    return found


def _axes(frame: _Frame) -> Markup:
    floor, right = frame.floor, frame.width - RIGHT
    rules = [svg.el("line", x1=LEFT, x2=right, y1=frame.y(s), y2=frame.y(s), class_="rule" if s else "rule zero") for s in frame.steps]  # fmt: skip
    named = [svg.text(LEFT - 10, frame.y(s) + 4, words.number(s), text_anchor="end") for s in frame.steps]
    breaks = [
        svg.el("path", d=f"M{x - 5:.1f} {floor + 5:.1f}l4 -10m3 10l4 -10", class_="break") for x in frame.times.breaks
    ]
    x = frame.x(frame.drawing.now)
    now = svg.el("path", d=f"M{x:.1f} {TOP - 8:.1f}V{floor:.1f}", class_="now")
    told = svg.text(x, TOP - 13, "as of", text_anchor="middle")
    return svg.el("g", *rules, *named, *breaks, now, told, *_days(frame, floor), class_="axes", aria_hidden="true")


def _days(frame: _Frame, floor: float) -> list[Markup]:
    """Names of days along the floor, as many as fit: the ends first. The year stands where it begins."""
    days = sorted({p.at[:10] for p in frame.drawing.points} | {frame.drawing.now[:10]})
    order = [days[-1], days[0], *days[1:-1]] if len(days) > 1 else days
    taken: dict[str, float] = {}
    for day in order:
        x = min(max(frame.x(day), LEFT + 20), frame.width - RIGHT - 20)
        if all(abs(x - other) > 54 for other in taken.values()):
            taken[day] = x
    years: dict[str, str] = {}
    for day in sorted(taken):
        years.setdefault(day[:4], day)
    named = [svg.text(x, floor + 19, words.moment(d).removesuffix(f" {d[:4]}"), text_anchor="middle") for d, x in taken.items()]  # fmt: skip
    return named + [svg.text(taken[d], floor + 34, y, text_anchor="middle", class_="year") for y, d in years.items()]


def _lines(frame: _Frame) -> list[Markup]:
    """From each point as long as it held: on to what followed it, to its fall, or to the moment asked for."""
    return [_line(frame, p) for p in frame.drawing.points]


def _line(frame: _Frame, point: Point) -> Markup:
    x, y = frame.at[point.id]
    follower = frame.at.get(point.then or "")
    if follower and follower[0] > x:
        return svg.el("path", d=f"M{x:.1f} {y:.1f}H{follower[0]:.1f}V{follower[1]:.1f}", class_="step")
    end = max(x, frame.x(point.until or frame.drawing.now))
    if point.status in {"withdrawn", "disowned"}:
        return svg.el("path", d=f"M{x:.1f} {y:.1f}H{end:.1f}m0 -5v10", class_="step fell")
    return svg.el("path", d=f"M{x:.1f} {y:.1f}H{end:.1f}", class_=f"step {point.status}")


def _points(frame: _Frame, labels: dict[str, tuple[float, float, str]]) -> list[Markup]:
    return [_point(frame, p, labels.get(p.id)) for p in frame.drawing.points]


def _point(frame: _Frame, point: Point, label: tuple[float, float, str] | None) -> Markup:
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


def _whisker(frame: _Frame, point: Point, x: float) -> list[Markup]:
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


def _ticks(frame: _Frame) -> list[Markup]:
    return [
        svg.el("a", svg.el("title", t.title), _tick(frame.x(t.at), frame.floor), href=t.href, aria_label=t.title)
        for t in frame.drawing.ticks[:MOST]
    ]


def _tick(x: float, floor: float) -> Markup:
    stem = svg.el("path", d=f"M{x:.1f} {floor:.1f}v-14", class_="tick")
    return svg.el("g", svg.el("rect", x=x - 6, y=floor - 20, width=12, height=20, class_="touch"), stem)


def _parts(frame: _Frame) -> tuple[list[Markup], list[tuple[float, float, float, float]]]:
    """Parts as small squares on a thread down from their total, and the room of their labels, one above another."""
    above: dict[str, float] = {}
    made, boxes = [], []
    for part in sorted(frame.drawing.parts, key=lambda p: p.value):
        if part.of in frame.at:
            x, y = frame.at[part.of][0], frame.y(part.value)
            named = f"{words.number(part.value)} {part.name}" if frame.width > 500 else words.number(part.value)
            lowest = frame.floor - (20 if _ticked(frame, x, x + 20 + wide(named)) else 3)
            above[part.of] = base = min(y + 4, lowest, above.get(part.of, frame.height) - 13)
            made.append(_part(frame, part, base, named))
            boxes.append((x - 4, base - 11, x + 20 + wide(named), base + 3))
    return made, boxes


def _ticked(frame: _Frame, left: float, right: float) -> bool:
    """Whether a stale carrier's tick stands between two places."""
    return any(left < frame.x(t.at) < right for t in frame.drawing.ticks[:MOST])


def _part(frame: _Frame, part: Part, base: float, named: str) -> Markup:
    (x, top), y = frame.at[part.of], frame.y(part.value)
    thread = svg.el("path", d=f"M{x:.1f} {top + 7:.1f}V{y:.1f}", class_="thread")
    lead = svg.el("path", d=f"M{x + 4:.1f} {y:.1f}L{x + 15:.1f} {base - 4:.1f}", class_="lead")
    square = svg.el("rect", x=x - 3.5, y=y - 3.5, width=7, height=7, class_="part")
    told = svg.text(x + 18, base, named, class_="part-value")
    return svg.el("a", svg.el("title", part.title), thread, lead, square, told, href=part.href, aria_label=part.title)
