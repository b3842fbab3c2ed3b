"""The grain of place: one total that some reports give for a town, some for its region, some for the country.

"125 dead in Kota", "in Jawa", "in the country": three wordings of one count, which must succeed, contest and fall together. A figure of a narrower
place counts in the country's tally

- where its number is the country's, too, said within `NEAR` days: by the same authority, or by anybody if the number is telling;
- where its own source ties it to the country's number by calling one of the two the earlier one;
- where such a tie shows that the whole total lay in that place: then it lay there before, too, and what was said until then counts as well;
- and later ones, as long as that place is the only one counted in, if they are no lower than what the country's tally has from the same authority;
- where the same authority gave a smaller number for the country within a `WEEK` before, that place is the only one counted in of anything, and
  nothing tells otherwise (`_series`).

A part of a breakdown, a figure beside a higher one or beside another place's, a hospital's own patients never count so. All is told
from what is filed, never from the order in which it came.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, Protocol

import msgspec

from khabar.model.entry import Found, When
from khabar.model.values import point, significant
from khabar.relating.cells import SEP, mention_cell, root_of, wide_cell
from khabar.relating.data import may_fall
from khabar.relating.drafts import NEAR
from khabar.relating.facts import Counted, Link, Mention
from khabar.relating.kinds import may_be_one
from khabar.relating.situations import GAP, apart
from khabar.relating.sources import Directory
from khabar.relating.twins import Spot, Twin, Where, nested, twin_root

TELLING = 20
"""A lower number is too common to tie one count to another's, unless only one place is counted in."""
WEEK = 7
"""Days within which a number for the only place goes on with the smaller one for the country."""
UNLIKELY = 3
"""Digits of a number that two counts do not share by chance, whoever gives it."""
MANY = 6
"""What is counted in more places than this is no event of one place."""


class Dated(NamedTuple):
    """A mention and when it was published."""

    mention: Mention
    at: str

    @property
    def day(self) -> str:
        """The day that it was said, else published."""
        return self.mention.said[1] if self.mention.said else self.at[:10]

    @property
    def key(self) -> "Key":
        """Its edition and number."""
        return self.mention.edition, self.mention.number


Key = tuple[str, int]
Known = tuple[Found, Twin]


class Shelf(Protocol):
    """Where entries are looked up."""

    def entries(
        self, kind: str, *, cell: str | None = None, root: str | None = None, when: When = ...
    ) -> Iterable[Found]:
        """The entries of a kind in a cell, or of a root."""

    def distinct(self, kind: str, root: str, when: When = ...) -> list[bytes]:
        """What the entries of a kind of a root say, each thing once."""


class Spotted(msgspec.Struct):
    """A place counted in: its names, and whether anything there is a part."""

    names: set[str] = msgspec.field(default_factory=set)
    part: bool = False


class Grain:
    """Which figures of narrower places count in a country's tally, as of a moment.

    Args:
        shelf: where to look.
        when: the moment.
        directory: who is who, for a root.
        situation: the situation of a mention published at a moment.
        spotted: that of a place's day in a root, with the times named, and what a ruling says.
    """

    def __init__(
        self, shelf: Shelf, when: When, *, directory: Callable[[str], Directory], situation: Callable[[Mention, str], str],
        spotted: Callable[[str, Spot], str],
    ) -> None:  # fmt: skip
        self._shelf = shelf
        self._when = when
        self._directory = directory
        self._situation = situation
        self._spotted = spotted
        self._twins: dict[str, list[Known]] = {}
        self._mentions: dict[str, list[Dated]] = {}
        self._moved: dict[str, dict[Key, Counted]] = {}
        self._spots: dict[str, dict[tuple[str, str], dict[str, Spotted]]] = {}
        self._singles: dict[tuple[str, str], bool] = {}
        self._hit: dict[str, dict[str, set[Where]]] = {}

    def moved(self, cell: str) -> dict[Key, Counted]:
        """The figures of a cell that count in the country's, each with the figure that ties it there."""
        if cell not in self._moved:
            wide = wide_cell(cell)
            self._moved[cell] = dict(self._find(cell, wide)) if wide else {}
        return self._moved[cell]

    def gained(self, cell: str) -> list[str]:
        """The cells of narrower places some of whose figures count in this one."""
        if not any(wide == cell for wide, _ in self._places(root_of(cell))):
            return []
        values = {of for one in self._read(cell) if _current(one.mention) for of in (point(one.mention), *one.mention.replaces)}
        near = {t.cell for of in values for _, t in self._lookup(cell, of)} - {cell}
        places = ((s, c) for (wide, s), spotted in self._places(root_of(cell)).items() if wide == cell for c in spotted)
        near |= {c for s, c in places if self._alone(c, s)}
        return sorted(c for c in near if self.moved(c))

    def _find(self, cell: str, wide: str) -> Iterator[tuple[Key, Counted]]:
        own = self._read(cell)
        tied = {one.key: tie for one in own if (tie := self._tie(one, cell, wide))}
        by_situation: dict[str, list[Dated]] = defaultdict(list)
        for one in own:
            by_situation[self._situation(one.mention, one.at)].append(one)
        found = dict(tied)
        for situation, these in by_situation.items():
            series = self._series(cell, wide, situation, these)
            found |= series | self._further(cell, wide, situation, these, tied, series)
        values = {point(one.mention): found[one.key] for one in reversed(own) if one.key in found}
        yield from found.items()
        for one in own:
            if one.mention.currency != "current" and point(one.mention) in values:
                yield one.key, values[point(one.mention)]

    def _further(
        self, cell: str, wide: str, situation: str, these: list[Dated], tied: dict[Key, Counted], series: dict[Key, Counted]
    ) -> dict[Key, Counted]:  # fmt: skip
        """What a situation's ties tell of the place's other figures there: those said before, and those that go on with the count."""
        ties = [one for one in these if one.key in tied or one.key in series]
        if not ties:
            return {}
        last = max(ties, key=lambda one: (one.key in tied, one.day, one.at, one.key))
        until = last.day if last.key in tied else ""
        known, only = self._of_country(wide, situation), self._only(cell, situation)
        return {
            one.key: tied.get(last.key) or series[last.key]
            for one in these
            if one.key not in tied and one.key not in series and _current(one.mention) and self._is_whole(one, cell)
            if one.day <= until or (only and self._goes_on(one, known))
        }

    def _of_country(self, wide: str, situation: str) -> list[Dated]:
        """The country's figures in a situation, as far as somebody gives them."""
        return [o for o in self._read(wide) if _current(o.mention) and o.mention.chain and self._situation(o.mention, o.at) == situation]

    def _series(self, cell: str, wide: str, situation: str, these: list[Dated]) -> dict[Key, Counted]:
        """The figures of the only place that go on with a smaller number of their authority for the country."""
        if may_fall(cell.split(SEP)[1]) or not self._alone(cell, situation):
            return {}
        known = self._of_country(wide, situation)
        found = ((one, self._goes_on_from(one, known, these)) for one in these if known and _current(one.mention) and self._is_whole(one, cell))
        return {
            one.key: Counted(one.mention.place, one.mention.place_name or one.mention.place, on.mention.edition, on.mention.span)
            for one, on in found
            if on
        }

    def _goes_on_from(self, one: Dated, known: list[Dated], these: list[Dated]) -> Dated | None:
        """The last number of the same authority for the country, if it is smaller and nobody then counts more in the country.

        Whoever gives more for the country by then may count the rest elsewhere; so may another authority on the next day, and the same one
        that later gives less.
        """
        plain = one.mention.chain and one.mention.bound != "vague" and not one.mention.rulings  # who moved it here knows better
        mine = self._authority(one.mention.chain[0], one) if plain else None
        if mine is None:
            return None
        known = [o for o in known if may_be_one(o.mention.events, one.mention.events)]
        value, own = point(one.mention), [o for o in known if self._authority(o.mention.chain[0], o) == mine]
        if any(point(o.mention) >= value and apart(one.day, o.day) <= (0 if o in own else 1) for o in known):
            return None
        first = self._first_said(one, mine, these)
        before = [o for o in own if (o.day, o.at) < first and apart(o.day, one.day) <= WEEK]
        if any(point(o.mention) < value and o.day > one.day and point(o.mention) not in {point(b.mention) for b in before} for o in own):
            return None
        return max(before, key=lambda o: (o.day, o.at, o.key), default=None)

    def _first_said(self, one: Dated, mine: str, these: list[Dated]) -> tuple[str, str]:
        """When the authority first gave the number here: a copy or repetition of it is no later count."""
        same = (o for o in these if point(o.mention) == point(one.mention) and _current(o.mention) and o.mention.chain)
        return min(((o.day, o.at) for o in same if self._authority(o.mention.chain[0], o) == mine), default=(one.day, one.at))

    def _goes_on(self, one: Dated, known: list[Dated]) -> bool:
        """Whether a figure is no lower than the country's: the last of the same authority, else the highest of those that were said by then."""
        before = [o for o in known if o.day <= one.day]
        mine = self._authority(one.mention.chain[0] if one.mention.chain else None, one)
        own = [o for o in before if mine and self._authority(o.mention.chain[0], o) == mine]
        if own:
            return point(one.mention) >= point(max(own, key=lambda o: (o.day, o.at, o.key)).mention)
        return bool(before) and point(one.mention) >= max(point(o.mention) for o in before)

    def _tie(self, one: Dated, cell: str, wide: str) -> Counted | None:
        """The country's figure that shows that this one is a number of the whole."""
        mention = one.mention
        if not _current(mention) or not self._is_whole(one, cell):
            return None
        for of in (point(mention), *mention.replaces):
            for found, twin in self._lookup(cell, of):
                if twin.cell == wide and self._ties(one, of, found, twin):
                    return Counted(mention.place, mention.place_name or mention.place, found.edition, twin.span)
        return None

    def _ties(self, one: Dated, of: float, found: Found, twin: Twin) -> bool:
        if not may_be_one(one.mention.events, twin.events):
            return False
        same = self._same(one, found, twin)
        own = point(one.mention)
        days = apart(twin.days[1], one.day)  # positive: this one was said later
        if of == own == twin.value:
            return abs(days) <= NEAR and twin.whole and self._tells(one, same=same)
        if not same or of < TELLING:
            return False
        if of == own:
            return -GAP <= days <= 0  # the country's later figure calls this one earlier
        return twin.value == of and 0 <= days <= GAP  # this one calls the country's earlier

    def _tells(self, one: Dated, *, same: bool) -> bool:
        """Whether a number said of both is no chance."""
        value = point(one.mention)
        if (same and value >= TELLING) or significant(value) >= UNLIKELY:
            return True
        alone = self._only(mention_cell(one.mention), self._situation(one.mention, one.at))
        return alone and (same or (value >= TELLING and significant(value) > 1))

    def _same(self, one: Dated, found: Found, twin: Twin) -> bool:
        mine = self._authority(one.mention.chain[0] if one.mention.chain else None, one)
        return mine is not None and twin.link is not None and mine == self._known(twin.link, root_of(twin.cell), found.edition)

    def _authority(self, link: Link | None, one: Dated) -> str | None:
        return self._known(link, one.mention.root, one.mention.edition) if link else None

    def _known(self, link: Link, root: str, edition: str) -> str | None:
        known = self._directory(root).known(link, root=root, edition=edition)
        return known.authority if known.resolved else None

    def _is_whole(self, one: Dated, cell: str) -> bool:
        """Whether nothing in its own report makes it a part."""
        own = (t for f, t in self._lookup(cell, point(one.mention)) if (f.edition, f.number) == one.key and t.cell == cell)
        return any(t.whole for t in own)

    def _alone(self, cell: str, situation: str) -> bool:
        """Whether nothing at all is counted in another place in a situation, and nothing in this one as a part."""
        if (cell, situation) not in self._singles:
            self._singles[cell, situation] = self._only(cell, situation) and self._lonely(cell, situation)
        return self._singles[cell, situation]

    def _lonely(self, cell: str, situation: str) -> bool:
        root, key = root_of(cell), cell.split(SEP)[3]
        if root not in self._hit:
            hit: dict[str, set[Where]] = defaultdict(set)
            self._hit[root] = hit
            for (_, s), places in self._places(root).items():
                hit[s] |= {(c.split(SEP)[3], name) for c, spotted in places.items() for name in spotted.names}
        own, hit_there = [w for w in self._hit[root][situation] if w[0] == key], self._hit[root][situation]
        return len(hit_there) <= MANY and all(nested(one, other, root) for one in own for other in hit_there)

    def _only(self, cell: str, situation: str) -> bool:
        """Whether the cell's place is the only one that is counted in in a situation, as far as places do not lie in one another."""
        wide = wide_cell(cell) or cell
        places = self._places(root_of(cell)).get((wide, situation), {})
        if not 0 < len(places) <= MANY or cell not in places or places[cell].part:
            return False
        key = cell.split("|")[3]
        return all(
            nested((key, name), (other.split("|")[3], its), root_of(cell))
            for name in places[cell].names
            for other, spotted in places.items()
            for its in spotted.names
        )

    def _places(self, root: str) -> dict[tuple[str, str], dict[str, Spotted]]:
        """The cells of the places that are counted in, by the country's cell and the situation."""
        if root not in self._spots:
            found: dict[tuple[str, str], dict[str, Spotted]] = defaultdict(lambda: defaultdict(Spotted))
            for data in self._shelf.distinct("spot", root, self._when):
                spot = msgspec.msgpack.decode(data, type=Spot)
                spotted = found[wide_cell(spot.cell) or spot.cell, self._spotted(root, spot)][spot.cell]
                spotted.names.add(spot.name)
                spotted.part |= spot.part
            self._spots[root] = found
        return self._spots[root]

    def _lookup(self, cell: str, of: float) -> list[Known]:
        root = twin_root(cell, of)
        if root not in self._twins:
            entries = self._shelf.entries("twin", root=root, when=self._when)
            known = [(f, msgspec.msgpack.decode(f.data, type=Twin)) for f in entries]
            self._twins[root] = sorted(known, key=lambda k: (k[0].at, k[0].edition, k[0].number))
        return self._twins[root]

    def _read(self, cell: str) -> list[Dated]:
        if cell not in self._mentions:
            entries = self._shelf.entries("mention", cell=cell, when=self._when)
            known = [Dated(msgspec.msgpack.decode(f.data, type=Mention), f.at) for f in entries]
            self._mentions[cell] = sorted(known, key=lambda d: (d.at, d.key))
        return self._mentions[cell]


def _current(mention: Mention) -> bool:
    return mention.currency == "current" and mention.kind == "level" and not mention.rejected


def counted(mention: Mention, tie: Counted) -> Mention:
    """The figure as one of the country's."""
    return msgspec.structs.replace(mention, place="", place_name=None, spot=tie)
