"""A shelf as it was known at a moment: the present one, and laid over it the editions that were read or ruled on otherwise then."""

import datetime as dt
import heapq
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

import msgspec

from khabar.model.entry import NOW, Alike, Entry, Found, Latest, When
from khabar.relating.copies import Pair
from khabar.relating.facts import Report
from khabar.relating.views import Shelf


class Base(Shelf, Protocol):
    """What a layer lies on: `khabar.ledger.store` is one."""

    def alike(
        self, edition: str, marks: Iterable[int], *, days: int, least: int, known: str | None = None
    ) -> list[Alike]:
        """The editions known by a moment that share marks."""

    def entry(self, kind: str, edition: str) -> bytes | None:
        """The data of an edition's one entry of a kind."""


class Layer:
    """A shelf, and over it the editions of which another reading or other rulings held; nothing that came to be known later.

    It is filed into as the shelf is, and asked as the shelf is. What is filed is kept in memory only.

    Args:
        base: the shelf.
        moment: everything in the base that came to be known later is left out.
        reports: those editions.
    """

    def __init__(self, base: Base, moment: str, reports: Iterable[Report]) -> None:
        self._base = base
        self._when = When(as_of=moment, clock="known")
        self._reports = {r.edition: r for r in reports}
        self._entries: dict[str, list[Entry]] = {}
        self._marks: dict[str, frozenset[int]] = {}
        self._pairs: dict[tuple[str, str], Pair] = {}

    def index(self, edition: str, entries: Iterable[Entry]) -> None:
        """Puts entries in the place of those that the edition has."""
        self._entries[edition] = list(entries)

    def post(self, edition: str, marks: Iterable[int]) -> None:
        """Posts the edition under marks."""
        self._marks[edition] = frozenset(marks)

    def unpost(self, edition: str) -> None:
        """Forgets the edition's postings."""
        self._marks.pop(edition, None)

    def link(self, one: str, other: str, data: bytes) -> None:
        """Keeps what was concluded of two editions."""
        self._pairs[one, other] = msgspec.msgpack.decode(data, type=Pair)

    def unlink(self, one: str, other: str) -> None:
        """Forgets what was concluded of two editions; what the base has of editions that are not in the layer stays."""
        self._pairs.pop((one, other), None)

    def linked(self, one: str) -> list[bytes]:
        """What was concluded of an edition as the first of two."""
        return [msgspec.msgpack.encode(pair) for (carrier, _), pair in self._pairs.items() if carrier == one]

    def alike(self, edition: str, marks: Iterable[int], *, days: int, least: int) -> list[Alike]:
        """The editions that share marks, as they were then."""
        wanted, day = frozenset(marks), _day(self._reports[edition])
        near = [
            self._reports[name]
            for name, own in self._marks.items()
            if name != edition and len(own & wanted) >= least and abs(_day(self._reports[name]) - day) <= days
        ]
        below = self._base.alike(edition, wanted, days=days, least=least, known=self._when.as_of)
        own = [Alike(r.edition, r.at, r.outlet, r.credit) for r in near]
        return [*own, *(a for a in below if a.edition not in self._reports)]

    def entry(self, kind: str, edition: str) -> bytes | None:
        """The data of an edition's one entry of a kind."""
        if edition in self._reports:
            return next((e.data for e in self._entries.get(edition, ()) if e.kind == kind), None)
        return self._base.entry(kind, edition)

    def entries(
        self,
        kind: str,
        *,
        cell: str | None = None,
        root: str | None = None,
        when: When = NOW,  # noqa: ARG002
    ) -> Sequence[Found]:
        """The entries of that time; a layer is of one moment, whatever is asked for."""
        below = self._base.entries(kind, cell=cell, root=root, when=self._when)
        own = [
            _found(self._reports[edition], e)
            for edition, e in self._own(kind)
            if (e.cell == cell if cell is not None else e.root == root)
        ]
        return [*(f for f in below if f.edition not in self._reports), *own]

    def distinct(self, kind: str, root: str, when: When = NOW) -> list[bytes]:  # noqa: ARG002
        """What the entries of a kind of a root said, each thing once."""
        return list({f.data: None for f in self.entries(kind, root=root)})

    def latest(self, when: When = NOW) -> Iterator[Latest]:  # noqa: ARG002
        """Figures and acts, those published last first; of the present also what is not in its place any more."""
        own = [
            Latest(self._reports[edition].at, e.kind, e.root, e.cell, e.data)
            for kind in ("mention", "part", "act")
            for edition, e in self._own(kind)
        ]
        own.sort(key=lambda entry: entry.at, reverse=True)
        return heapq.merge(self._base.latest(self._when), own, key=lambda entry: entry.at, reverse=True)

    def cells(self, *, measure: str | None = None, names: Sequence[str] | None = None) -> list[str]:
        """The cells in which something is filed now or was then; of the latter all, whatever their names."""
        own = {e.cell for kind in ("mention", "part") for _, e in self._own(kind)}
        fitting = {c for c in own if measure in {None, c.split("|")[1]}}
        return sorted({*self._base.cells(measure=measure, names=names), *fitting})

    def _own(self, kind: str) -> Iterator[tuple[str, Entry]]:
        return ((edition, e) for edition, entries in self._entries.items() for e in entries if e.kind == kind)

    def around(self, editions: Iterable[str]) -> list[str]:
        """All cells of the roots that editions were about then."""
        roots = {e.root for edition in editions for e in self._entries.get(edition, ())} - {""}
        return [c for c in self.cells() if c.split("|", maxsplit=1)[0] in roots]

    def links(self, cell: str, when: When = NOW) -> list[bytes]:  # noqa: ARG002
        """The pairs of that time of which one has a figure in the cell."""
        below = [(msgspec.msgpack.decode(data, type=Pair), data) for data in self._base.links(cell, self._when)]
        kept = [data for pair, data in below if not {pair.carrier, pair.origin} & self._reports.keys()]
        inside = {f.edition for f in self.entries("mention", cell=cell)} if self._pairs else set()
        own = [msgspec.msgpack.encode(p) for p in self._pairs.values() if {p.carrier, p.origin} & inside]
        return [*kept, *own]


def _day(report: Report) -> int:
    return dt.date.fromisoformat(report.at[:10]).toordinal()


def _found(report: Report, entry: Entry) -> Found:
    return Found(
        report.edition, report.address, report.outlet, report.url, report.lang, report.credit, report.at, entry.number,
        entry.data,
    )  # fmt: skip
