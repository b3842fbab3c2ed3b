"""From the ledger's answers to drawings: which claim becomes which point, line, tick and box."""

from collections.abc import Callable, Sequence

from markupsafe import Markup

from khabar.export import wording as words
from khabar.export.order import weight
from khabar.export.wording import sentence
from khabar.model.claim import Claim, Part, Stale, Tally
from khabar.model.values import number_of, point
from khabar.web.view import chain as chains
from khabar.web.view import ladder as ladders
from khabar.web.view import paths as ways
from khabar.web.view import svg

__all__ = ["weight"]
Link = Callable[..., str]
SIZES = (("wide", (1160.0, 380.0)), ("narrow", (350.0, 300.0)))


def figure_ladder(tally: Tally, link: Link, now: str) -> Markup:
    """The tally's ladder twice, each with its letters: for wide and for narrow screens. The style sheet shows one of them."""
    drawing = drawing_of(tally, link, now)
    name = f"Figure ladder: {words.title(tally)}"
    made = [(size, ladders.ladder(drawing, width=w, height=h, label=name)) for size, (w, h) in SIZES]
    forms = [svg.el("div", one.drawn, _key(one.letters), class_=f"drawing {size}") for size, one in made]
    return Markup("").join(forms) if drawing.points else Markup("")


def _key(letters: dict[str, str]) -> Markup:
    """Whose each letter is; nothing where the drawing says it itself."""
    named = [svg.el("li", svg.el("b", letter), svg.el("bdi", name)) for name, letter in letters.items()]
    return svg.el("ul", *named, class_="letters") if named else Markup("")


def drawing_of(tally: Tally, link: Link, now: str) -> ladders.Drawing:
    """The tally as points, ticks and parts."""
    drawn = [c for c in tally.claims if number_of(c) is not None]
    return ladders.Drawing(
        points=tuple(_point(c, link) for c in drawn),
        ticks=tuple(_tick(c, s, link) for c in drawn for s in c.stale if s.published),
        parts=tuple(p for p in (_part(part, drawn, link) for part in tally.below) if p),
        now=now,
    )


def kinds(tally: Tally) -> tuple[list[str], list[str]]:
    """The statuses and the marks that the ladder of a tally shows, for its legend."""
    drawn = sorted(tally.claims, key=lambda c: (c.said or c.published, c.id))[-ladders.MOST :]
    marks = {m.split(" ")[0] for c in drawn for m in c.marks}
    statuses = {c.status for c in drawn}
    return [s for s in words.STATUSES if s in statuses], [m for m in words.MARKS if m in marks]


def left_out(tally: Tally) -> int:
    """How many claims the ladder does not draw."""
    return max(0, len(tally.claims) - ladders.MOST)


def _point(claim: Claim, link: Link) -> ladders.Point:
    marks = tuple(dict.fromkeys(m.split(" ")[0] for m in claim.marks))
    return ladders.Point(
        id=claim.id,
        at=claim.said or claim.published,
        value=point(claim),
        low=claim.low,
        high=claim.high,
        source=claim.source or "unattributed",
        status=claim.status,
        until=claim.since if claim.status != "standing" else None,
        then=claim.by_claim if claim.status == "superseded" else None,
        marks=marks,
        href=link("/claim", id=claim.id),
        title=sentence(claim),
    )


def _tick(claim: Claim, stale: Stale, link: Link) -> ladders.Tick:
    printed = words.band(claim.low, claim.best, claim.high)
    title_ = f"{stale.outlet or 'an outlet'} printed {printed} {stale.how}, {words.moment(stale.published)}"
    return ladders.Tick(
        at=stale.published or "", status=claim.status, href=link("/report", id=stale.edition), title=title_
    )


def _part(part: Part, claims: Sequence[Claim], link: Link) -> ladders.Part | None:
    """A part hangs below the newest claim whose number it names."""
    whole = next((c for c in reversed(claims) if part.of is not None and part.of in {c.best, c.low}), None)
    counted = number_of(part)
    if whole is None or counted is None:
        return None
    what = part_name(part)
    return ladders.Part(
        of=whole.id,
        value=counted,
        name=what,
        href=link("/claim", id=whole.id),
        title=f"of them {words.number(counted)}: {what}",
    )


def part_name(part: Part) -> str:
    """Who and where a part is."""
    return ", ".join(w for w in (part.who, part.place) if w) or "a part"


paths = ways.paths


def source_chain(paths: Sequence[chains.Path]) -> Markup:
    """The chain of sources as a drawing for wide screens; the page gives the list beside it."""
    return svg.el("div", chains.chain(paths, width=SIZES[0][1][0]), class_="drawing wide") if paths else Markup("")


def shape(status: str, size: int = 16) -> Markup:
    """A status as a small shape beside its word."""
    half = size / 2
    return svg.el(
        "svg",
        svg.shape(status, half, half, size * 0.32),
        viewBox=f"0 0 {size} {size}",
        width=size,
        height=size,
        class_="icon",
        aria_hidden="true",
    )


def mark(name: str, size: int = 16) -> Markup:
    """A mark as a small shape beside its words."""
    half = size / 2
    kind = name.split(" ", maxsplit=1)[0]
    drawn = svg.mark_shape(kind, half, half, size * (0.2 if kind == "unconfirmed" else 0.34))
    return svg.el(
        "svg", drawn, viewBox=f"0 0 {size} {size}", width=size, height=size, class_="icon", aria_hidden="true"
    )


def tick_icon(size: int = 16) -> Markup:
    """A stale carrier's tick as a small shape."""
    return svg.el(
        "svg",
        svg.el("path", d=f"M{size / 2} 2v{size - 4}", class_="tick"),
        viewBox=f"0 0 {size} {size}",
        width=size,
        height=size,
        class_="icon",
        aria_hidden="true",
    )


def bar(claims: Sequence[Claim]) -> Markup:
    """What stands, from the lowest to the highest, as a bar from 0; nothing where all say the same."""
    lows = [v for c in claims if (v := c.low if c.low is not None else number_of(c)) is not None]
    highs = [v for c in claims if (v := c.high if c.high is not None else number_of(c)) is not None]
    if not lows or not highs or max(highs) <= 0:
        return Markup("")
    if min(lows) == max(highs):
        return Markup("")
    top = max(highs) * 1.15
    a, b = 200 * min(lows) / top, 200 * max(highs) / top
    inside = (
        svg.el("path", d="M0 6H200", class_="base"),
        svg.el("rect", x=a, y=2, width=max(3.0, b - a), height=8, class_="range"),
    )
    return svg.el(
        "svg",
        *inside,
        viewBox="0 0 200 12",
        width=200,
        height=12,
        preserveAspectRatio="xMinYMid",
        class_="bar",
        aria_hidden="true",
    )
