"""Views: the tallies of a ledger as of a moment, put together from the entries that a shelf keeps."""

import functools
import itertools
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, Protocol, TypeVar

import msgspec
from babel import Locale

from khabar.language.names import printed
from khabar.model.claim import Tally
from khabar.model.entry import NOW, Found, Latest, When
from khabar.model.listing import listed
from khabar.model.values import point
from khabar.relating.alterations import altered, reworded
from khabar.relating.cells import SEP, mention_cell, own_day, root_of, wholes, wide_cell, with_wide
from khabar.relating.copies import Pair, groups
from khabar.relating.data import population
from khabar.relating.facts import Act, Counted, Link, Mention, Report
from khabar.relating.grain import Grain, Key, counted
from khabar.relating.judge import Material, digest, judge
from khabar.relating.names import plain
from khabar.relating.parts import held_against
from khabar.relating.places import place_ids
from khabar.relating.prints import Prints
from khabar.relating.ruled import Joint
from khabar.relating.situations import Calendar, Day
from khabar.relating.sources import Directory, Known, administrations, lead
from khabar.relating.twins import Spot

TELLING = 20
"""A number below is too common to tie one crisis's count to another's."""
T = TypeVar("T")
M = TypeVar("M", Mention, Act)


class Shelf(Protocol):
    """Where entries are kept."""

    def entries(
        self, kind: str, *, cell: str | None = None, root: str | None = None, when: When = NOW
    ) -> Sequence[Found]:
        """The entries of a kind in a cell, or of a root."""

    def distinct(self, kind: str, root: str, when: When = NOW) -> list[bytes]:
        """What the entries of a kind of a root say, each thing once."""

    def latest(self, when: When = NOW) -> Iterator[Latest]:
        """The figures and acts, those published last first."""

    def cells(self, *, measure: str | None = None, names: Sequence[str] | None = None) -> list[str]:
        """The cells in which something is filed; of places by any of these names, if they are given."""

    def links(self, cell: str, when: When = NOW) -> list[bytes]:
        """What was concluded of pairs of editions, one of which has a figure in the cell."""


class Joints(msgspec.Struct):
    """What rulings join in a country."""

    sources: dict[str, Known]
    cells: dict[str, str]
    situations: dict[str, str]


class Views:
    """Tallies as of a moment."""

    def __init__(self, shelf: Shelf, when: When = NOW) -> None:
        self.shelf = shelf
        self.when = when
        self._judged: dict[tuple[str, str | None], list[Tally]] = {}
        self._prints: dict[tuple[str, str | None], Prints] = {}
        self._acts: dict[str, tuple[dict[str, Report], dict[str, list[Act]]]] = {}
        self._calendars: dict[str, Calendar] = {}
        self._directories: dict[str, Directory] = {}
        self._joined: dict[str, Joints] = {}
        self._grain = Grain(shelf, when, directory=self._directory, situation=self.situation, spotted=self._spotted)

    def tallies(
        self, *, measure: str | None = None, place: str | None = None, who: str | None = None, situation: str | None = None,
        fallen: bool = False, limit: int = -1,
    ) -> list[Tally]:  # fmt: skip
        """The tallies that are asked for, by situation, measure, place and population; `fallen`: those where something can fall.

        With a `limit` of 0 or more only so many, those that changed last.
        """
        names = None if place is None else place_ids(place)
        cells = [c for c in self._cells(measure, names) if _fits(c, measure, who) and self._of(c, situation)]
        found = [
            t
            for cell in cells
            if not fallen or self._can_fall(cell)
            for t in self.judged(cell, only=situation)
            if situation in {None, t.situation}
            if names is None or at_place(t, cell, names)
        ]
        if limit >= 0:
            found = sorted(found, key=lambda t: (t.changed, t.id), reverse=True)[:limit]
        return sorted(found, key=listed)

    def _cells(self, measure: str | None, names: Sequence[str] | None) -> list[str]:
        """The cells of a measure and places, each led to the one that a ruling makes it a part of."""
        found = self.shelf.cells(measure=measure, names=names)
        return sorted({self._joints(root_of(c)).cells.get(c, c) for c in with_wide(found)}) if names else found

    def _can_fall(self, cell: str) -> bool:
        """Whether any act is on what the cell counts."""
        return any(self._acts_of(root_of(cell), cell.split(SEP)[1], {}).values())

    def _of(self, cell: str, situation: str | None) -> bool:
        """Whether a cell can have tallies in a situation: a situation's name begins with its root, or a ruling leads there."""
        root = root_of(cell)
        if situation is None or situation.startswith(root.lower()):
            return True
        return situation in self._joints(root).situations.values()

    def newest(self, limit: int | None) -> list[Tally]:
        """The tallies that changed last, newest first.

        Nothing changes a tally but what is published: going back in time, no cell met later has changed after what met it.
        """
        found: list[Tally] = []
        seen: set[tuple[str, str]] = set()
        for entry in self.shelf.latest(self.when):
            if limit is not None and len(found) >= limit and found[limit - 1].changed > entry.at:
                break
            new = self._concerned(entry) - seen
            if new:
                seen |= new
                more = {t.id: t for cell, situation in new for t in self.judged(cell, only=situation)}
                more |= {t.id: t for t in found}
                found = sorted(more.values(), key=lambda t: (t.changed, t.id), reverse=True)
        return found[:limit]

    def situations(self, limit: int) -> list[tuple[str, int, str]]:
        """The situations that changed last, each with how many tallies it has and when one last changed; the last one first."""
        found: list[tuple[str, int, str]] = []
        seen: set[str] = set()
        for entry in self.shelf.latest(self.when):
            if len(found) >= limit and found[limit - 1][2] > entry.at:
                break
            new = {situation for _, situation in self._concerned(entry)} - seen
            if new:
                seen |= new
                told = ((name, self.tallies(situation=name)) for name in new)
                more = ((name, len(own), max(t.changed for t in own)) for name, own in told if own)
                found = sorted((*found, *more), key=lambda t: (t[2], t[0]), reverse=True)
        return found[:limit]

    def _concerned(self, entry: Latest) -> set[tuple[str, str]]:
        """The cells and situations that an entry may have changed."""
        cell = self._joints(entry.root).cells.get(entry.cell, entry.cell)
        if entry.kind != "act":
            mention = msgspec.msgpack.decode(entry.data, type=Mention)
            situation = self.situation(mention, entry.at, root=root_of(cell))
            return {(c, situation) for c in with_wide([cell])}
        act = msgspec.msgpack.decode(entry.data, type=Act)
        situation = self.situation(act, entry.at, root=entry.root)
        return {(c, situation) for c in self._by_root.get(entry.root, ()) if act.measure in {None, c.split(SEP)[1]}}

    @functools.cached_property
    def _by_root(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for cell in self.shelf.cells():
            found[root_of(cell)].append(cell)
        return found

    def cell(self, tally: Tally) -> str | None:
        """The cell that a tally is made of."""
        cells = self.shelf.cells(measure=tally.measure)
        return next((c for c in cells if tally_id(tally.situation, c) == tally.id), None)

    def judged(self, cell: str, printed: Prints | None = None, *, only: str | None = None) -> list[Tally]:
        """The tallies of one cell, one a situation or `only` that of one (or the one that it goes on with), the parts held against their totals.

        `printed` takes up who prints each claim.
        """
        if printed is not None and only is None:
            own = self._judge(cell, only, printed)
        else:
            own = self.alone(cell, only=only)
            if printed is not None:
                printed.update(self._prints[cell, only])
        totals = [t for whole in wholes(cell) for t in self.alone(whole, only=only)] if own else []
        return [held_against(t, totals) if totals else t for t in own]

    def alone(self, cell: str, *, only: str | None = None) -> list[Tally]:
        """The tallies of one cell by themselves; those of one situation with who prints their claims, which is asked for next."""
        if (cell, only) not in self._judged:
            printed: Prints | None = None if only is None else self._prints.setdefault((cell, only), {})
            self._judged[cell, only] = self._judge(cell, only, printed)
        return self._judged[cell, only]

    def _judge(self, cell: str, only: str | None, printed: Prints | None = None) -> list[Tally]:
        root = root_of(cell)
        reports: dict[str, Report] = {}
        cells = self._joints(root).cells
        if cell in cells:
            return []
        own = [cell, *sorted(c for c, to in cells.items() if to == cell)]
        gained = [n for c in own for n in self._grain.gained(c) if n not in cells]
        filed = [m for c in (*own, *gained) for m in self._counting(c, reports, here=c in own)]
        if not filed:
            return []
        mentions = self._by_situation(root, filed, reports)
        parts = self._by_situation(root, [m for c in (*own, *gained) for m in self._within(c, reports, here=c in own)], reports)
        acts = self._acts_of(root, cell.split(SEP)[1], reports)
        for later, earlier in _continued(mentions):
            for kind in (mentions, parts, acts):
                kind[earlier] = [*kind.get(earlier, []), *kind.pop(later, [])]
            only = earlier if only == later else only
        pairs = self._pairs([*own, *gained], reports)
        found = []
        for situation, these in sorted(mentions.items()):
            if only not in {None, situation}:
                continue
            material = self._material(
                cell, situation, these, parts.get(situation, []), acts.get(situation, []), reports
            )
            tally = judge(msgspec.structs.replace(material, **pairs), printed)
            if tally.claims or tally.unattributed:
                found.append(tally)
        return found

    def counted_in(self, mention: Mention) -> str:
        """The cell of the tally that a figure counts in: its own, or its country's (`relating/grain.py`)."""
        cell = mention_cell(mention)
        moved = (mention.edition, mention.number) in self._moved(cell)
        return (wide_cell(cell) if moved else None) or cell

    def _moved(self, cell: str) -> dict[Key, Counted]:
        """The figures of a cell that count in its country's; none where a ruling says what the cell is a part of."""
        return {} if cell in self._joints(root_of(cell)).cells else self._grain.moved(cell)

    def _counting(self, cell: str, reports: dict[str, Report], *, here: bool) -> list[Mention]:
        """The figures of a cell that count there (`here`), or those that count in its country's."""
        moved = self._moved(cell)
        filed = self._read("mention", Mention, reports, cell=cell)
        if here:
            return [m for m in filed if (m.edition, m.number) not in moved]
        return [counted(m, tie) for m in filed if (tie := moved.get((m.edition, m.number)))]

    def _within(self, cell: str, reports: dict[str, Report], *, here: bool) -> list[Mention]:
        """The parts of the figures of a cell that count there, or of those that count in its country's."""
        parts = self._read("part", Mention, reports, cell=cell)
        moved = self._moved(cell)
        if not moved:
            return parts if here else []
        filed = self._read("mention", Mention, reports, cell=cell)
        gone = {(m.edition, m.low, m.high) for m in filed if (m.edition, m.number) in moved}
        return [p for p in parts if p.whole and ((p.edition, *p.whole[3:]) in gone) != here]

    def _acts_of(self, root: str, measure: str, reports: dict[str, Report]) -> dict[str, list[Act]]:
        """The acts on a measure, or on none that is told, by situation."""
        if root not in self._acts:
            own: dict[str, Report] = {}
            self._acts[root] = own, self._by_situation(root, self._read("act", Act, own, root=root), own)
        known, acts = self._acts[root]
        fitting = {s: [a for a in found if a.measure in {None, measure}] for s, found in acts.items()}
        for found in fitting.values():
            reports |= {a.edition: known[a.edition] for a in found}
        return fitting

    def _material(
        self,
        cell: str,
        situation: str,
        mentions: list[Mention],
        parts: list[Mention],
        acts: list[Act],
        reports: dict[str, Report],
    ) -> Material:
        root, measure, who, place, basis = cell.split(SEP)
        return Material(
            id=tally_id(situation, cell), situation=situation, measure=measure, population=who, place=_place_name(root, place, mentions),
            basis=basis or "unknown", mentions=mentions, parts=parts, acts=acts, reports=reports, directory=self._directory(root),
        )  # fmt: skip

    def _pairs(self, cells: Sequence[str], reports: dict[str, Report]) -> dict[str, Any]:
        """Copy groups and alterations among the reports of a cell, as of the moment."""
        pairs = [
            msgspec.msgpack.decode(data, type=Pair) for cell in cells for data in self.shelf.links(cell, self.when)
        ]
        seen = sorted(reports, key=lambda e: (reports[e].at, e))
        return {"groups": groups(pairs), "altered": altered(pairs, seen), "reworded": reworded(pairs)}

    def _read(
        self, kind: str, what: type[T], reports: dict[str, Report], *, cell: str | None = None, root: str | None = None
    ) -> list[T]:
        found = []
        for kept in self.shelf.entries(kind, cell=cell, root=root, when=self.when):
            reports.setdefault(
                kept.edition,
                Report(
                    edition=kept.edition,
                    address=kept.address,
                    at=kept.at,
                    outlet=kept.outlet,
                    url=kept.url,
                    lang=kept.lang,
                    credit=kept.credit,
                ),
            )
            found.append(msgspec.msgpack.decode(kept.data, type=what))
        return found

    def _by_situation(self, root: str, what: Iterable[M], reports: dict[str, Report]) -> dict[str, list[M]]:
        found: dict[str, list[M]] = defaultdict(list)
        for one in what:
            found[self.situation(one, reports[one.edition].at, root=root)].append(one)
        return found

    def situation(self, what: Mention | Act, published: str, *, root: str | None = None) -> str:
        """The situation that a figure or act of a report published at that moment belongs to."""
        root = root or what.root
        alone = self._unjoined(what, published, root)
        return self._joints(root).situations.get(alone, alone)

    def last_day(self, root: str) -> str | None:
        """The last day on which a country, or place, was reported on; None if it never was."""
        episodes = self._calendar(root).episodes
        return episodes[-1].end if episodes else None

    def together(self, what: str, ends: Sequence[tuple[Mention, str]]) -> str | None:
        """Why two figures (each with when it was published) cannot be joined in that respect; None if they can."""
        (one, _), (other, _) = ends
        if what == "source" and not (one.chain and other.chain):
            return "one of the two figures is on nobody's word, and has no source to join"
        if what == "source":
            first, second = (self._directory(m.root).known(m.chain[0], root=m.root, edition=m.edition) for m, _ in ends)
            return f"both are on the word of {first.label} already" if first.key == second.key else None
        if what == "tally":
            cells = {self._joints(m.root).cells.get(mention_cell(m), mention_cell(m)) for m, _ in ends}
            return "both count in one tally already" if len(cells) == 1 else None
        names = {self.situation(m, at) for m, at in ends}
        return f"both are of the situation {min(names)} already" if len(names) == 1 else None

    def _unjoined(self, what: Mention | Act, published: str, root: str) -> str:
        ruled = what.situation if isinstance(what, Mention) else None
        return self._episode(root, own_day(what, published), what.named, ruled)

    def _episode(self, root: str, day: str, named: tuple[tuple[str, str], ...], ruled: str | None) -> str:
        return f"{root.lower()}{ruled or '-' + self._calendar(root).episode(day, named).start}"

    def _spotted(self, root: str, spot: Spot) -> str:
        alone = self._episode(root, spot.day, spot.named, spot.situation)
        return self._joints(root).situations.get(alone, alone)

    def _joints(self, root: str) -> "Joints":
        """What rulings join in a country: sources, cells and situations, each led to the one that it becomes."""
        if root not in self._joined:
            self._joined[root] = found = Joints({}, {}, {})
            filed = (msgspec.msgpack.decode(d, type=Joint) for d in self.shelf.distinct("joint", root, self.when))
            for _, joint in sorted({j.ruling: j for j in filed}.items()):
                self._join(found, joint)
        return self._joined[root]

    def _join(self, found: "Joints", joint: Joint) -> None:
        one, other = joint.one, joint.other
        if joint.what == "source" and one.chain and other.chain:
            plainly = self._governed(one.root), self._governed(other.root)
            to = plainly[0].known(one.chain[0], root=one.root, edition=one.edition)
            key = plainly[1].known(other.chain[0], root=other.root, edition=other.edition).key
            to, was = found.sources.get(to.key, to), found.sources.get(key)
            lead(
                found.sources,
                was.key if was else key,
                msgspec.structs.replace(to, rulings=(*to.rulings, joint.ruling)),
                to.key,
            )
        elif joint.what == "tally":
            to_cell, cell = (found.cells.get(c, c) for c in (mention_cell(one), mention_cell(other)))
            lead(found.cells, cell, to_cell, to_cell)
        elif joint.what == "situation":
            alone = (self._unjoined(m, joint.published[at], m.root) for at, m in enumerate((one, other)))
            first, last = sorted((found.situations.get(name, name) for name in alone), key=lambda name: ("#" in name, name))
            lead(found.situations, last, first, first)

    def _calendar(self, root: str) -> Calendar:
        if root not in self._calendars:
            days = self.shelf.distinct("day", root, self.when)
            self._calendars[root] = Calendar(msgspec.msgpack.decode(data, type=Day) for data in days)
        return self._calendars[root]

    def _directory(self, root: str) -> Directory:
        joined = self._joints(root).sources
        return self._governed(root).joining(joined) if joined else self._governed(root)

    def _governed(self, root: str) -> Directory:
        if root not in self._directories:
            seats = self.shelf.distinct("seat", root, self.when)
            links = [(root, msgspec.msgpack.decode(data, type=Link)) for data in seats]
            self._directories[root] = Directory(administrations(links))
        return self._directories[root]


def _continued(mentions: dict[str, list[Mention]]) -> list[tuple[str, str]]:
    """Situations whose figures say themselves what they follow on: the later one calls a figure earlier that the one before has."""
    found: list[tuple[str, str]] = []
    names = sorted(mentions)
    for before, later in itertools.pairwise(names):
        known = {point(m) for m in mentions[before] if m.currency == "current" and m.chain}
        told = {v for m in mentions[later] for v in m.replaces if v >= TELLING}
        if known & told:
            found.append((later, next((e for x, e in found if x == before), before)))
    return found


def tally_id(situation: str, cell: str) -> str:
    """The id of what a cell counts in a situation."""
    return "t" + digest(situation, cell)


def _fits(cell: str, measure: str | None, who: str | None) -> bool:
    _, counted, group, _, _ = cell.split(SEP)
    return measure in {None, counted} and (who is None or population(who) == group)


def view_place(tally: Tally, cell: str) -> str:
    """What a tally's place is asked by: a country's code, else the plain name."""
    root, _, _, place, _ = cell.split(SEP)
    return plain(tally.place or "") if place or not tally.place or ":" in root else root


def at_place(tally: Tally, cell: str, names: Collection[str]) -> bool:
    """Whether a tally counts in a place of one of these names, or is asked for by a narrower place of which it is the count, too."""
    return view_place(tally, cell) in names or any(plain(place) in names for place in tally.also)


def place_names(mention: Mention) -> set[str]:
    """All that the place of a figure's tally may be asked by, whatever else is in it."""
    if not mention.place and ":" not in mention.root:
        return {mention.root}
    names = {printed(mention.place_name) if mention.place_name else "", _country_name(mention.root) or ""}
    return {plain(name) for name in names}


def _place_name(root: str, place: str, mentions: Sequence[Mention]) -> str | None:
    """How the place is printed: as English reports have it, else, for a country, in English, else as any report has it."""
    names = sorted({(m.lang != "en", m.place_name) for m in mentions if m.place_name})
    if names and (place or not names[0][0]):
        return printed(next((n for _, n in names if n.isascii()), names[0][1]))
    return place or _country_name(root)


@functools.cache
def territory(root: str) -> str | None:
    """The English name of a country by its code, as lists of countries print it; None for what is no country."""
    return Locale("en").territories.get(root)


@functools.cache
def _country_name(root: str) -> str | None:
    name = (territory(root) or "").split(" (")[0]
    return name or (root.removeprefix("place:").title() if root.startswith("place:") else None)
