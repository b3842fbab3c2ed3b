"""Which cells a new figure may make one count with those of other places: what must be judged again when it comes in (`grain.py`)."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Protocol

import msgspec

from khabar.model.values import point
from khabar.relating.cells import SEP, mention_cell, wide_cell
from khabar.relating.facts import Facts
from khabar.relating.grain import MANY
from khabar.relating.situations import Calendar, Day
from khabar.relating.twins import Spot, Where, day_of, spotted, twin_root, where


class Shelf(Protocol):
    """Where spots and joins of a root are kept."""

    def distinct(self, kind: str, root: str) -> list[bytes]:
        """What the entries of a kind of a root say, each thing once."""


class Grounds:
    """The places counted in in a country, by what is counted and the situation.

    Args:
        calendar: the country's situations.
        ruled: a ruling joins or parts situations there, so that the calendar does not tell them.
    """

    def __init__(self, calendar: Calendar, *, ruled: bool) -> None:
        self._ruled = ruled
        self._days: set[tuple[str, Day]] = set()
        self.calendar = calendar
        self._cells: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._spots: set[tuple[Where, Day]] = set()
        self._hit: dict[str, set[Where]] = defaultdict(set)

    def take(self, cell: str, day: Day) -> None:
        """A place's cell in which something of a day is counted."""
        if (cell, day) not in self._days:
            self._days.add((cell, day))
            self._cells[self._key(cell, day)].add(cell)

    def spot(self, place: Where, day: Day) -> set[str]:
        """A place counted in on a day; answers the cells that it concerns by being the first of its name in a situation."""
        if (place, day) in self._spots:
            return set()
        self._spots.add((place, day))
        start = self.calendar.episode(*day).start
        hit = self._hit[start]
        if place in hit or (len(hit) > MANY and not self._ruled):
            return set()
        hit.add(place)
        near = {c for (_, s), cells in self._cells.items() if s == start or self._ruled for c in cells}
        return near | {wide for c in near if (wide := wide_cell(c))}

    def anew(self) -> None:
        """Sorts the places into other situations, as the calendar has them now."""
        self._cells.clear()
        self._hit.clear()
        for cell, day in self._days:
            self._cells[self._key(cell, day)].add(cell)
        for place, day in self._spots:
            self._hit[self.calendar.episode(*day).start].add(place)

    def concerned(self, facts: Facts, published: str, root: str) -> tuple[set[str], set[str]]:
        """The cells that may be judged otherwise for a report's figures; and the measures of which all cells may be."""
        cells: set[str] = set()
        own = [(m, mention_cell(m), day_of(m, published)) for m in facts.mentions if m.root == root and "@" not in m.place]
        for _, cell, day in own:
            near = self._cells.get(self._key(cell, day), set())
            cells |= near if len(near) <= MANY else set()
            cells |= {wide} if (wide := wide_cell(cell)) else set()
        for mention, cell, day in own:
            if mention.place:
                self.take(cell, day)
        met = [(where(m), day_of(m, published)) for m in spotted(facts) if m.root == root]
        cells = cells.union(*(self.spot(place, day) for place, day in met))
        return cells, {m.measure for m, _, _ in own} if self._ruled else set()

    def _key(self, cell: str, day: Day) -> tuple[str, str]:
        return wide_cell(cell) or cell, self.calendar.episode(*day).start


def grounds(shelf: Shelf, root: str, days: Iterable[Day]) -> Grounds:
    """The places of a country as they are filed."""
    spots = [msgspec.msgpack.decode(data, type=Spot) for data in shelf.distinct("spot", root)]
    ruled = bool(shelf.distinct("joint", root)) or any(s.situation for s in spots)
    found = Grounds(Calendar(days), ruled=ruled)
    for spot in spots:
        found.take(spot.cell, (spot.day, spot.named))
        found.spot((spot.cell.split(SEP)[3], spot.name), (spot.day, spot.named))
    return found


def values_of(facts: Facts) -> set[tuple[str, str]]:
    """The values of a report's figures, each with the figure's cell, as they are looked up."""
    cells = ((m, mention_cell(m)) for m in facts.mentions if "@" not in m.place)
    return {(twin_root(cell, of), cell) for m, cell in cells for of in (point(m), *m.replaces)}


def valued(facts: Facts) -> set[str]:
    """The values of a report's figures."""
    return {value for value, _ in values_of(facts)}
