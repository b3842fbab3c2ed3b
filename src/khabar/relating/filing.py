"""How a reading gets onto the shelf: its facts with the rulings on them, its entries, its copies, and what all this soils."""

import itertools
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

import msgspec

from khabar.model.entry import Alike, Entry
from khabar.model.reading import Reading
from khabar.model.ruling import Anchor, Ruling
from khabar.relating.copies import ALIKE, DAYS, ORIGINS, Pair, Sketch, pair, postings, sides, sketch
from khabar.relating.current import Current
from khabar.relating.extract import extract
from khabar.relating.facts import Facts, Mention
from khabar.relating.ruled import Joint, apply, fitting
from khabar.relating.twins import filed


class Files(Protocol):
    """Where entries, postings and links are written."""

    def index(self, edition: str, entries: Iterable[Entry]) -> None:
        """Puts entries in the place of those that the edition had."""

    def post(self, edition: str, marks: Iterable[int]) -> None:
        """Posts the edition under marks by which reports alike are found."""

    def unpost(self, edition: str) -> None:
        """Forgets the edition's postings and links."""

    def alike(self, edition: str, marks: Iterable[int], *, days: int, least: int) -> list[Alike]:
        """The editions that share marks."""

    def entry(self, kind: str, edition: str) -> bytes | None:
        """The data of an edition's one entry of a kind."""

    def link(self, one: str, other: str, data: bytes) -> None:
        """Keeps what was concluded of two editions."""

    def unlink(self, one: str, other: str) -> None:
        """Forgets what was concluded of two editions."""

    def linked(self, one: str) -> list[bytes]:
        """What was concluded of an edition as the first of two."""


class Filing:
    """Files readings.

    Args:
        files: where.
        current: the views that are kept, to be soiled; None where none are.
        facts_of: the facts of an edition that is kept, and when it was published; for rulings that join two.
    """

    def __init__(
        self, files: Files, current: Current | None, facts_of: Callable[[str], tuple[Facts, str] | None]
    ) -> None:
        self._files = files
        self._current = current
        self._facts_of = facts_of

    def file(self, reading: Reading, *, edition: str, address: str, at: str, rulings: Sequence[Ruling] = ()) -> None:
        """Files one reading under its edition. `rulings` are all that hold, in whatever edition."""
        facts = apply(extract(reading, edition), rulings)
        if self._current:
            self._current.prepare(facts)
        made = sketch(reading, facts, address=address, at=at)
        kept = Entry(kind="sketch", root="", cell="", number=0, data=msgspec.msgpack.encode(made))
        self._files.index(edition, [*filed(facts, at), kept, *self._joints(facts, at, rulings)])
        copies = self._copies(made, rulings)
        if self._current:
            self._current.touch(facts, at, copies)

    def bare(self, facts: Facts, *, at: str, rulings: Sequence[Ruling] = ()) -> None:
        """Files what a redaction left of an edition."""
        facts = apply(facts, rulings)
        if self._current:
            self._current.prepare(facts)
        self._files.unpost(facts.edition)
        self._files.index(facts.edition, [*filed(facts, at), *self._joints(facts, at, rulings)])
        if self._current:
            self._current.touch(facts, at, ())

    def relink(self, edition: str, rulings: Sequence[Ruling]) -> None:
        """Finds the origins of an edition again that has lost one."""
        if data := self._files.entry("sketch", edition):
            made = msgspec.msgpack.decode(data, type=Sketch)
            self._origins(made, self._near(made, rulings)[0])

    def _copies(self, made: Sketch, rulings: Sequence[Ruling]) -> list[str]:
        """Keeps the pairs that a report makes with others, as carrier and as origin; answers all whose pairs changed."""
        earlier, later = self._near(made, rulings)
        others = self._origins(made, earlier)
        for name in later:
            if found := self._pair(made, name):
                others += [name, *self._link(found)]
        for name in sorted(_partners(made.edition, "join", rulings)):
            known = self._files.entry("sketch", name)
            if known and name not in others:
                others += [name, *self._link(_joined(made, msgspec.msgpack.decode(known, type=Sketch)))]
        self._files.post(made.edition, postings(made))
        return others

    def _origins(self, made: Sketch, earlier: Iterable[str]) -> list[str]:
        """Keeps the pairs of a carrier with its first origins; answers those."""
        pairs = (found for name in earlier if (found := self._pair(made, name)))
        kept = list(itertools.islice(pairs, ORIGINS))
        for one in kept:
            self._link(one)
        return [one.origin for one in kept]

    def _near(self, made: Sketch, rulings: Sequence[Ruling]) -> tuple[list[str], list[str]]:
        """The reports that may be origins of one and those that may carry it, in order, without those that rulings say are no copies."""
        alike = self._files.alike(made.edition, postings(made), days=DAYS, least=ALIKE)
        parted = _partners(made.edition, "part", rulings)
        return sides(made, (a for a in alike if a.edition not in parted))

    def _pair(self, made: Sketch, other: str) -> Pair | None:
        data = self._files.entry("sketch", other)
        return pair(made, msgspec.msgpack.decode(data, type=Sketch)) if data else None

    def _link(self, found: Pair) -> list[str]:
        """Keeps a pair; of a carrier that has too many origins the last one goes, which is answered."""
        self._files.link(found.carrier, found.origin, msgspec.msgpack.encode(found))
        linked = self._files.linked(found.carrier)
        if len(linked) <= ORIGINS:
            return []
        known = [p for data in linked if not (p := msgspec.msgpack.decode(data, type=Pair)).ruled]
        gone = sorted(known, key=lambda p: p.rank)[ORIGINS:]
        for last in gone:
            self._files.unlink(last.carrier, last.origin)
        return [last.origin for last in gone]

    def _joints(self, facts: Facts, at: str, rulings: Sequence[Ruling]) -> Iterable[Entry]:
        """The entries of rulings that join a figure of this edition to another one; filed with both roots."""
        for ruling in rulings:
            if ruling.kind != "join" or ruling.what == "copy" or not ruling.anchor or not ruling.other:
                continue
            if facts.edition not in {ruling.anchor.edition, ruling.other.edition}:
                continue
            one, other = (self._at(anchor, facts, at, rulings=rulings) for anchor in (ruling.anchor, ruling.other))
            if one is None or other is None:
                continue
            joint = Joint(
                what=ruling.what or "source", ruling=ruling.id, one=one[0], other=other[0], published=(one[1], other[1])
            )
            for root in sorted({one[0].root, other[0].root}):
                yield Entry(kind="joint", root=root, cell="", number=ruling.id, data=msgspec.msgpack.encode(joint))

    def _at(self, anchor: Anchor, facts: Facts, at: str, *, rulings: Sequence[Ruling]) -> tuple[Mention, str] | None:
        """The figure at an anchor with all rulings on it, whichever edition is filed; and when it was published."""
        held = (facts, at)
        if anchor.edition != facts.edition:
            other = self._facts_of(anchor.edition)
            if other is None:
                return None
            held = apply(other[0], rulings), other[1]
        found = fitting(held[0], anchor)
        return (held[0].mentions[found[0]], held[1]) if found else None


def _partners(edition: str, kind: str, rulings: Sequence[Ruling]) -> set[str]:
    """The editions that rulings make copies of this one (`join`), or say are none (`part`)."""
    pairs = [
        (r.anchor.edition, r.other.edition)
        for r in rulings
        if r.kind == kind and r.anchor and r.other and (kind == "part" or r.what == "copy")
    ]
    return {b if a == edition else a for a, b in pairs if edition in {a, b}}


def _joined(one: Sketch, other: Sketch) -> Pair:
    first, later = sorted((one, other), key=lambda s: (s.at, s.edition))
    return Pair(carrier=later.edition, origin=first.edition, origin_at=first.at, same=(), against=(), ruled=True)
