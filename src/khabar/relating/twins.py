"""Twins: by what a number that was given for a town is found again where it was given for the country.

Filed beside a report's figures: each number by what it counts and its value (`Twin`), and each place that is counted in (`Spot`).
"""

from collections import defaultdict
from collections.abc import Iterator

import msgspec

from khabar.language.gazetteer import fold, gazetteer
from khabar.model.entry import Entry
from khabar.model.span import Span
from khabar.model.values import point
from khabar.relating.cells import bare_part, entries, mention_cell, own_day, root_of, wide_cell
from khabar.relating.facts import Facts, Link, Mention
from khabar.relating.names import plain
from khabar.relating.situations import older

LEAST = 2
"""One is too common a number to tell anything."""


class Twin(msgspec.Struct, frozen=True, array_like=True):
    """A number as it is looked up by its value.

    Attributes:
        cell: what it is filed under.
        value: the figure's own number.
        of: the number it is looked up by: its own, or one that the figure's source calls its earlier one.
        days: (first, last) on which it was said, else the day published.
        link: who says it, None for nobody.
        whole: nothing in its report makes it a part.
        span: of the figure.
        events: the kinds of event told with it.
    """

    cell: str
    value: float
    of: float
    days: tuple[str, str]
    link: Link | None
    whole: bool
    span: Span
    events: tuple[str, ...] = ()


class Spot(msgspec.Struct, frozen=True, array_like=True):
    """A place that is counted in, on a day with the times named beside it; `part`: as a part of something."""

    cell: str
    name: str
    part: bool
    day: str
    named: tuple[tuple[str, str], ...]
    situation: str | None


def twin_root(cell: str, value: float) -> str:
    """What all numbers of one value are filed under that count the same, wherever."""
    return f"{wide_cell(cell) or cell}={value:.12g}"


def filed(facts: Facts, published: str) -> list[Entry]:
    """All entries of a report: its facts, its numbers by their values, and the places that it counts in."""
    return [*entries(facts, published), *_twins(facts, published), *_spots(facts, published)]


def _twins(facts: Facts, published: str) -> Iterator[Entry]:
    parts = _parts(facts)
    for one in _counted(facts):
        if one.kind == "level" and not bare_part(one):
            for of in sorted({point(one), *one.replaces}):
                if of >= LEAST:
                    made = _twin(one, of, published, whole=one.number not in parts)
                    yield _entry("twin", twin_root(mention_cell(one), of), one, made)


def _spots(facts: Facts, published: str) -> Iterator[Entry]:
    """What lies inside the count of a place is that place's own matter."""
    parts = _parts(facts)
    for one in spotted(facts):
        found = Spot(mention_cell(one), one.place_name or one.place, one.number in parts, *day_of(one, published), one.situation)
        yield _entry("spot", one.root, one, found)


def spotted(facts: Facts) -> Iterator[Mention]:
    """The figures whose places are counted in."""
    for one in _counted(facts):
        inside = one.whole is not None and one.whole[2]
        if one.place and not inside:
            yield one


def day_of(one: Mention, published: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The day by which a figure finds its situation, and the times named beside it."""
    day = own_day(one, published)
    return day, older(day, one.named)


def _counted(facts: Facts) -> list[Mention]:
    return [m for m in facts.mentions if not m.rejected and "@" not in m.place and m.currency == "current"]


def _parts(facts: Facts) -> set[int]:
    """The figures that are no count of the whole: parts of others, and those of a place beside a higher number without one or another place's."""
    families: dict[str, list[Mention]] = defaultdict(list)
    for one in _counted(facts):
        families[wide_cell(mention_cell(one)) or mention_cell(one)].append(one)
    found = {m.number for m in facts.mentions if m.whole is not None}
    for cell, own in families.items():
        highest = max([point(m) for m in own if not m.place and m.kind == "level"], default=0.0)
        places = {where(m) for m in own if m.place}
        apart = {p for p in places if not all(nested(p, other, root_of(cell)) for other in places)}
        found |= {m.number for m in own if m.place and (where(m) in apart or point(m) < highest)}
    return found


def _twin(one: Mention, of: float, published: str, *, whole: bool) -> Twin:
    days = one.said or (published[:10], published[:10])
    return Twin(mention_cell(one), point(one), of, days, one.chain[0] if one.chain else None, whole, one.span, one.events)


def _entry(kind: str, root: str, one: Mention, data: Twin | Spot) -> Entry:
    """Filed under the country's cell, so that whatever soils the report's cells soils that one, too."""
    cell = mention_cell(one)
    return Entry(kind=kind, root=root, cell=wide_cell(cell) or cell, number=one.number, data=msgspec.msgpack.encode(data))


Where = tuple[str, str]
"""A place as its key and its name."""


def where(one: Mention) -> Where:
    """The place of a figure."""
    return one.place, one.place_name or one.place


def nested(one: Where, other: Where, country: str) -> bool:
    """Whether of two places one lies in the other, or both are one: by their names, or as town and region of the gazetteer."""
    first, second = (set(plain(name).split()) for _, name in (one, other))
    if one[0] == other[0] or first <= second or second <= first:
        return True
    return bool(_regions(one, country) & _within(other, country) or _regions(other, country) & _within(one, country))


def _regions(at: Where, country: str) -> set[int]:
    """The gazetteer's rows of the regions that a place is."""
    if at[0].startswith("g"):
        return set()
    name = fold(at[1])
    own = {t.number for t in gazetteer().find(name) if t.region and t.country == country}
    return own | (_within(("", name.removesuffix(" region")), country) if name.endswith(" region") else set())


def _within(at: Where, country: str) -> set[int]:
    """The rows of the regions that a town lies in."""
    number = int(at[0][1:]) if at[0].startswith("g") and at[0][1:].isdigit() else None
    found = gazetteer().find(fold(at[1]))
    return {t.within for t in found if not t.region and t.country == country and number in {None, t.geonames}}
