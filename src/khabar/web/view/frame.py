"""What a figure ladder draws, and where each thing of it lies."""

from collections.abc import Iterable, Sequence

import msgspec

from khabar.web.view import scale
from khabar.web.view.labels import Room

LEFT, RIGHT, TOP, BOTTOM = 54.0, 22.0, 26.0, 44.0
MOST = 60
"""Points in one drawing: more of them is a cloud. The newest are drawn, and the table below it holds all."""


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


class Frame(msgspec.Struct, frozen=True, kw_only=True):
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


def newest(points: Sequence[Point]) -> tuple[Point, ...]:
    """The points that are drawn, oldest first."""
    return tuple(sorted(points, key=lambda p: (p.at, p.id))[-MOST:])


def frame_of(drawing: Drawing, width: float, height: float) -> Frame:
    """The scales of a drawing on a canvas of that size."""
    said = [drawing.now, *(p.at for p in drawing.points), *(t.at for t in drawing.ticks)]
    ends = [p.until for p in drawing.points if p.until]
    tops = [max(v for v in (p.value, p.high, p.low) if v is not None) for p in drawing.points]
    frame = Frame(
        drawing=drawing,
        letters=letters(drawing.points),
        times=scale.times((scale.when(t) for t in (*said, *ends)), LEFT + 14, width - RIGHT - 14),
        steps=tuple(scale.round_steps(max(tops))),
        width=width,
        height=height,
    )
    return msgspec.structs.replace(frame, at=_places(frame))


def _places(frame: Frame) -> dict[str, tuple[float, float]]:
    """Where each point lies. Those of one time and value stand beside one another, so that each can be seen and clicked."""
    found: dict[str, tuple[float, float]] = {}
    for point in frame.drawing.points:
        x, y = frame.x(point.at), frame.y(point.value)
        while any(abs(x - a) < 11 and abs(y - b) < 8 for a, b in found.values()) and x < frame.width - RIGHT - 12:
            x += 12
        found[point.id] = (x, y)
    return found
