"""What the ledger says now, kept from question to question.

A report soils the cells that it concerns: those of its figures; those of what its acts are about; those of the reports whose copy
it is; and a whole country's where it changes who governs there or where one crisis ends and another begins. Soiled cells are
judged again when somebody asks.
"""

import itertools
from collections.abc import Iterable, Sequence
from typing import Protocol

import msgspec

from khabar.model.claim import Claim, Tally
from khabar.model.entry import Footing, View
from khabar.model.listing import EVERYBODY, Order, Sought, line, listed, shown, sortable
from khabar.relating.cells import SEP, days, mention_cell, roots, seats, whole_cell, wholes
from khabar.relating.data import population
from khabar.relating.facts import Facts, Link
from khabar.relating.grounds import Grounds, grounds, valued, values_of
from khabar.relating.names import plain
from khabar.relating.parts import held_against
from khabar.relating.places import place_ids
from khabar.relating.situations import Calendar, Day, Episode
from khabar.relating.sources import administrations
from khabar.relating.views import Shelf, Views, at_place, place_names, tally_id, territory, view_place


class Keeper(Protocol):
    """Where views are kept; `khabar.ledger.kept` does it."""

    def know(self, cells: Iterable[tuple[str, str, str]], names: Iterable[tuple[str, str]]) -> None:
        """Cells in which something is filed, with root and measure; and the names of their places, each with its cell."""

    def soil(self, root: str, measure: str | None = None) -> None:
        """All cells of a root must be judged again."""

    def soil_cells(self, cells: Iterable[str]) -> None:
        """These cells must be judged again, as far as there are such."""

    def soil_of(self, edition: str) -> None:
        """The cells of an edition must be judged again."""

    def shake(self, edition: str) -> None:
        """All cells of an edition's roots, and those of editions linked to it, must be judged again."""

    def soiled(self, measure: str | None = None) -> list[str]:
        """The cells that must be judged again."""

    def put(self, cell: str, views: Sequence[View]) -> None:
        """The views of a cell."""

    def views(
        self, *, measure: str | None = None, place: Sequence[str] | None = None, who: str | None = None, situation: str | None = None,
        stale: bool = False, limit: int = -1,
    ) -> list[bytes]:  # fmt: skip
        """Views, the last changed first."""

    def view(self, name: str) -> bytes | None:
        """One view by its id."""

    def sought(self, asked: Sought, *, order: Order, limit: int, offset: int) -> tuple[int, list[tuple[str, int]]]:
        """How many claims are sought, and some of them: the id of the view, and which of its claims."""

    def version(self) -> int:
        """Changes when somebody else has written."""


class Root(msgspec.Struct):
    """What is remembered of a country while reports come in: its days, its episodes, who governs there, and where is counted."""

    days: set[Day]
    episodes: tuple[Episode, ...]
    links: set[Link]
    governs: dict[str, frozenset[str]]
    grounds: Grounds


class Current:
    """The tallies as of now."""

    def __init__(self, shelf: Shelf, keeper: Keeper) -> None:
        self.shelf = shelf
        self.keeper = keeper
        self._roots: dict[str, Root] = {}
        self._version = -1

    def prepare(self, facts: Facts) -> None:
        """Takes up what is known of the countries that a reading is about; called before it is filed."""
        version = self.keeper.version()
        if version != self._version:
            self._roots.clear()
            self._version = version
        for root in roots(facts):
            if root not in self._roots:
                self._roots[root] = self._load(root)

    def touch(self, facts: Facts, published: str, copies: Iterable[str]) -> None:
        """Soils what a new reading concerns, once it is filed. `copies`: the editions with which it makes a pair."""
        self.keeper.know(_cells(facts), _names(facts))
        for act in facts.acts:
            self.keeper.soil(act.root, act.measure)
        for edition in copies:
            self.keeper.soil_of(edition)
        for root in roots(facts):
            new_days = {day for where, day in days(facts, published) if where == root}
            self._grow(root, new_days, {link for where, link in seats(facts) if where == root})
        self._soil_grain(facts, published)

    def _soil_grain(self, facts: Facts, published: str) -> None:
        """Soils the cells with which the report's figures may be one count (`relating/grain.py`)."""
        if values := sorted(valued(facts)):
            self.keeper.soil_cells(self.shelf.cells(names=values))
        for root in roots(facts):
            cells, measures = self._roots[root].grounds.concerned(facts, published, root)
            self.keeper.soil_cells(sorted(cells))
            for measure in sorted(measures):
                self.keeper.soil(root, measure)

    def shake(self, edition: str) -> None:
        """Soils everything in the countries that an edition is about, and the reports whose copy it is."""
        self.keeper.shake(edition)

    def forget(self) -> None:
        """Forgets what is remembered of countries, as when somebody else has written or a batch has failed."""
        self._roots.clear()

    def refresh(self, measure: str | None = None, *, most: int | None = None) -> int:
        """Judges soiled cells again, at most so many; answers how many."""
        cells = self.keeper.soiled(measure)[:most]
        views = Views(self.shelf)
        for cell in cells:
            tallies = views.alone(cell)
            self.keeper.know([], {(plain(place), cell) for t in tallies for place in t.also})
            self.keeper.put(cell, [view(t, cell) for t in tallies])
        return len(cells)

    def tallies(
        self, *, measure: str | None = None, place: str | None = None, who: str | None = None, situation: str | None = None,
        stale: bool = False, limit: int = -1, newest: bool = False,
    ) -> list[Tally]:  # fmt: skip
        """The tallies asked for, by situation, measure, place and population; or `newest` first, so many."""
        names = None if place is None else place_ids(place)
        data = self.keeper.views(
            measure=measure, place=names, who=None if who is None else population(who), situation=situation, stale=stale,
            limit=limit if names is None else -1,
        )  # fmt: skip
        kept = (msgspec.msgpack.decode(d, type=Kept) for d in data)
        asked = (k for k in kept if names is None or at_place(k.tally, k.cell, names))
        found = [self._held(k) for k in itertools.islice(asked, None if limit < 0 else limit)]
        return found if newest else sorted(found, key=listed)

    def claims(self, sought: Sought, *, order: Order, limit: int, offset: int) -> tuple[int, list[tuple[Tally, Claim]]]:
        """How many claims are sought, and some of them with their tallies."""
        total, places = self.keeper.sought(sought, order=order, limit=limit, offset=offset)
        tallies: dict[str, Tally] = {}
        for name, _ in places:
            if name not in tallies and (data := self.keeper.view(name)):
                tallies[name] = self._held(msgspec.msgpack.decode(data, type=Kept))
        return total, [(tallies[name], tallies[name].claims[at]) for name, at in places if name in tallies]

    def _held(self, kept: "Kept") -> Tally:
        """The tally held against its totals."""
        names = [tally_id(kept.tally.situation, whole) for whole in wholes(kept.cell)]
        totals = [msgspec.msgpack.decode(d, type=Kept).tally for n in names if (d := self.keeper.view(n))]
        return held_against(kept.tally, totals) if totals else kept.tally

    def _grow(self, root: str, new_days: set[Day], new_links: set[Link]) -> None:
        known = self._roots[root]
        if new_days <= known.days and new_links <= known.links:
            return
        known.days |= new_days
        known.links |= new_links
        known.grounds.calendar = Calendar(known.days)
        episodes, governs = _episodes(known.days, known.grounds.calendar), administrations((root, link) for link in known.links)
        if episodes != known.episodes or governs != known.governs:
            known.episodes, known.governs = episodes, governs
            self.keeper.soil(root)
            known.grounds.anew()

    def _load(self, root: str) -> Root:
        known = {msgspec.msgpack.decode(data, type=Day) for data in self.shelf.distinct("day", root)}
        links = {msgspec.msgpack.decode(data, type=Link) for data in self.shelf.distinct("seat", root)}
        held = grounds(self.shelf, root, known)
        return Root(known, _episodes(known, held.calendar), links, administrations((root, link) for link in links), held)


class Kept(msgspec.Struct, array_like=True):
    """A tally with its cell, as it is kept."""

    cell: str
    tally: Tally


def view(tally: Tally, cell: str) -> View:
    """The tally as it is kept."""
    return View(
        id=tally.id, measure=tally.measure, place=view_place(tally, cell), who=cell.split(SEP)[2],
        situation=tally.situation, changed=tally.changed, stale=sum(len(c.stale) for c in tally.claims),
        claims=tuple(map(_footing, (*tally.claims, *tally.unattributed))), data=msgspec.msgpack.encode(Kept(cell, tally)),
        printed_place=tally.place or "", printed_who=tally.who or EVERYBODY, listed=sortable(listed(tally)),
        shown=sortable(shown(tally, whole=_is_whole(tally, cell))), lines=tuple(line(tally, c) for c in tally.claims),
    )  # fmt: skip


def _is_whole(tally: Tally, cell: str) -> bool:
    """Whether a tally is of the whole country that its situation is about."""
    return tally.place is not None and tally.place == territory(cell.split(SEP, maxsplit=1)[0]) and tally.basis == "unknown"


def _footing(claim: Claim) -> Footing:
    first = claim.grounds[0].evidence[0]
    return Footing(claim.id, first.edition, *(first.figure or (0, 0)))


def _cells(facts: Facts) -> list[tuple[str, str, str]]:
    found = {cell for m in facts.mentions for cell in (mention_cell(m), whole_cell(m)) if cell}
    return [(cell, cell.split(SEP)[0], cell.split(SEP)[1]) for cell in sorted(found)]


def _names(facts: Facts) -> set[tuple[str, str]]:
    """The names of places, and the values, by which cells are looked up."""
    return {(name, mention_cell(m)) for m in facts.mentions for name in place_names(m)} | values_of(facts)


def _episodes(days_: set[Day], calendar: Calendar) -> tuple[Episode, ...]:
    """What assigns reports to situations: where each begins; and where it ends, if any report names older times."""
    found = calendar.episodes
    return tuple(found) if any(named for _, named in days_) else tuple(Episode(e.start, e.start) for e in found)
