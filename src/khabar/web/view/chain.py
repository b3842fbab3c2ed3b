"""The chain of sources: from the utterer over the relays to the outlets, as columns of boxes with worded edges.

Copies of one text are one stack with a count. The same paths are given as a list for narrow screens and for readers
who do not see.
"""

import textwrap
from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec
from markupsafe import Markup

from khabar.web.view import svg

GAP, LINE, PAD, SPACE = 104.0, 16.0, 10.0, 12.0
WIDEST = 250.0
GONE = "\x00"
"""Begins what no name has: the gaps, and what tells outlets of one name apart."""
MOST = 14
"""Outlets drawn in one column; the rest are one box with their count, and in the list."""


class Path(msgspec.Struct, frozen=True, kw_only=True):
    """How a claim reached one outlet.

    Attributes:
        links: utterer first, then relays.
        outlet: who printed it.
        copies: how many reports there are.
        one_text: they carry one text.
        how: the word on the last edge: `reported by`, `copied by`.
        deeper: the beginning of the chain is known from another report, not from this one.
        altered: the carrier prints another figure than its origin.
        href: the report.
    """

    links: tuple[str, ...]
    outlet: str
    copies: int = 1
    one_text: bool = True
    how: str = "reported by"
    deeper: bool = False
    altered: bool = False
    href: str | None = None


class Box(msgspec.Struct, kw_only=True):
    """A box in a column. `word` is on the edges that come into it. One without a name is a gap that a longer edge passes."""

    name: str
    column: int
    word: str
    href: str | None = None
    copies: int = 1
    one_text: bool = True
    kind: str = "relay"
    y: float = 0.0
    high: float = 0.0
    lines: tuple[str, ...] = ()


def chain(paths: Sequence[Path], *, width: float = 720.0) -> Markup:
    """The drawing; empty markup where there is no path."""
    if not paths:
        return Markup("")
    boxes, edges = _graph(_fewer(paths))
    columns = max(b.column for b in boxes.values()) + 1
    wide = min(WIDEST, (width - GAP * (columns - 1)) / columns)
    width = columns * wide + GAP * (columns - 1)
    height = _lay(list(boxes.values()), [(boxes[a], boxes[b]) for a, b in edges], columns, wide)
    drawn = [*(_edge(boxes[a], boxes[b], wide) for a, b in edges), *(_box(b, wide) for b in boxes.values())]
    said = f"0 0 {width:g} {height:g}"
    return svg.el(
        "svg",
        *drawn,
        viewBox=said,
        width=width,
        height=height,
        role="group",
        aria_label="Chain of sources",
        class_="chain",
    )


def _fewer(paths: Sequence[Path]) -> list[Path]:
    if len(paths) <= MOST:
        return list(paths)
    rest = paths[MOST - 1 :]
    more = Path(links=rest[0].links, outlet=f"{len(rest)} more, listed below", copies=1, how="reported by")
    return [*paths[: MOST - 1], more]


Key = tuple[int, str]


def _graph(paths: Iterable[Path]) -> tuple[dict[Key, Box], list[tuple[Key, Key]]]:
    """Boxes by column and name, and the edges between them. Paths that begin alike lie together, so that few edges cross."""
    paths = sorted(paths, key=lambda p: p.links)
    last = max(1, *(len(p.links) for p in paths))
    boxes: dict[Key, Box] = {}
    edges: dict[tuple[Key, Key], None] = {}
    for number, path in enumerate(paths):
        links = [*enumerate(path.links)]
        gaps = [(column, f"{GONE}{number}") for column in range(len(links), last)]
        keys = [*links, *gaps, (last, path.outlet + (GONE + path.href if path.href else ""))]
        for column, name in keys[:-1]:
            boxes.setdefault((column, name), _link(column, name))
        boxes.setdefault(keys[-1], _outlet(path, last))
        edges |= dict.fromkeys(pairwise(keys))
    return boxes, list(edges)


def _link(column: int, name: str) -> Box:
    gap = name.startswith(GONE)
    return Box(
        name="" if gap else name,
        column=column,
        word="" if gap else "cited by",
        kind="gap" if gap else "relay" if column else "utterer",
    )


def _outlet(path: Path, column: int) -> Box:
    kind = "altered" if path.altered else "outlet"
    return Box(
        name=path.outlet,
        column=column,
        word=path.how,
        href=path.href,
        copies=path.copies,
        one_text=path.one_text,
        kind=kind,
    )


def _lay(boxes: list[Box], edges: Sequence[tuple[Box, Box]], columns: int, wide: float) -> float:
    """Gives each box its lines, height and place; returns the height of the whole.

    Outlets stand one below another; every other box stands in the middle of those that it leads to, and a gap on the very
    line of its outlet, so that edges run as straight as they can.
    """
    for box in boxes:
        named = [*textwrap.wrap(box.name, max(8, int((wide - 2 * PAD) / 6.6)))][:4]
        count = [f"{'one text, ' if box.one_text else ''}{box.copies} reports"] if box.copies > 1 else []
        box.lines = (*named, *count)
        box.high = len(box.lines) * LINE + 2 * PAD - 2 if box.lines else 0.0
    _stack([b for b in boxes if b.column == columns - 1])
    for column in range(columns - 2, -1, -1):
        row = [b for b in boxes if b.column == column]
        for box in row:
            led = [end.y + end.high / 2 for start, end in edges if start is box]
            box.y = (min(led) + max(led)) / 2 - box.high / 2 if led else 0.0
        _part(row)
    top = min(b.y for b in boxes) - 3
    for box in boxes:
        box.y -= top
    return max(b.y + b.high for b in boxes) + 9


def _stack(row: Sequence[Box]) -> None:
    y = 0.0
    for box in row:
        box.y, y = y, y + box.high + SPACE


def _part(row: Sequence[Box]) -> None:
    """Moves boxes down that would lie on one another, then back up as far as they go, so that none strays far."""
    ordered = sorted(row, key=lambda b: b.y + b.high / 2)
    for above, below in pairwise(ordered):
        below.y = max(below.y, above.y + above.high + (SPACE if above.lines or below.lines else 0))


def _box(box: Box, wide: float) -> Markup:
    if not box.lines:
        return Markup("")
    x = box.column * (wide + GAP)
    behind = [svg.el("rect", x=x + d, y=box.y + d, width=wide - 8, height=box.high, rx=3) for d in (6, 3)]
    front = svg.el("rect", x=x, y=box.y, width=wide - 8, height=box.high, rx=3)
    lines = [
        svg.text(
            x + PAD,
            box.y + PAD + LINE * (n + 0.7),
            line,
            class_="count" if box.copies > 1 and n == len(box.lines) - 1 else None,
        )
        for n, line in enumerate(box.lines)
    ]
    made = svg.el("g", *(behind if box.copies > 1 and box.one_text else []), front, *lines, class_=f"box {box.kind}")
    return svg.el("a", made, href=box.href) if box.href else made


def _edge(start: Box, end: Box, wide: float) -> Markup:
    """A line from box to box with its word above its end; through a gap it goes straight on."""
    x = start.column * (wide + GAP) + (wide - 8)
    y, to, level = start.y + start.high / 2, end.column * (wide + GAP), end.y + end.high / 2
    ahead = "" if start.lines else f"M{x - wide + 8:.1f} {y:.1f}H{x:.1f}"
    bend = x + GAP * 0.34
    curve = f"{ahead}M{x:.1f} {y:.1f}C{bend:.1f} {y:.1f} {x:.1f} {level:.1f} {bend:.1f} {level:.1f}H{to:.1f}"
    if not end.lines:
        return svg.el("g", svg.el("path", d=curve), class_="edge")
    head = svg.el("path", d=f"M{to - 6:.1f} {level - 4:.1f}l6 4l-6 4", class_="head")
    word = svg.text(to - 9, level - 5, end.word, text_anchor="end", class_="word")
    return svg.el("g", svg.el("path", d=curve), head, word, class_="edge")
