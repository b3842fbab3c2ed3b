"""How a reading gets onto the shelf: its facts with the rulings on them, its entries, its copies, and what all this soils."""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

import msgspec

from khabar.model.entry import Entry
from khabar.model.reading import Reading
from khabar.model.ruling import Anchor, Ruling
from khabar.relating.copies import ALIKE, DAYS, Pair, Sketch, pair, postings, sketch
from khabar.relating.current import Current
from khabar.relating.extract import extract
from khabar.relating.facts import Facts, Mention
from khabar.relating.ruled import Joint, apply, fitting
from khabar.relating.views import entries


class Files(Protocol):
    """Where entries, postings and links are written."""

    def index(self, edition: str, entries: Iterable[Entry]) -> None:
        """Puts entries in the place of those that the edition had."""

    def post(self, edition: str, marks: Iterable[int]) -> None:
        """Posts the edition under marks by which reports alike are found."""

    def unpost(self, edition: str) -> None:
        """Forgets the edition's postings and links."""

    def alike(self, edition: str, marks: Iterable[int], *, days: int, least: int, kind: str) -> list[tuple[str, bytes]]:
        """The editions that share marks, each with the data of its one entry of a kind."""

    def entry(self, kind: str, edition: str) -> bytes | None:
        """The data of an edition's one entry of a kind."""

    def link(self, one: str, other: str, data: bytes) -> None:
        """Keeps what was concluded of two editions."""


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
        self._files.index(edition, [*entries(facts, at), kept, *self._joints(facts, at, rulings)])
        copies = self._copies(made, rulings)
        if self._current:
            self._current.touch(facts, at, copies)

    def bare(self, facts: Facts, *, at: str) -> None:
        """Files what a redaction left of an edition."""
        if self._current:
            self._current.prepare(facts)
        self._files.unpost(facts.edition)
        self._files.index(facts.edition, entries(facts, at))
        if self._current:
            self._current.touch(facts, at, ())

    def _copies(self, made: Sketch, rulings: Sequence[Ruling]) -> list[str]:
        """Keeps the pairs that a report makes with others; answers those others."""
        marks, others = postings(made), []
        near = dict(self._files.alike(made.edition, marks, days=DAYS, least=ALIKE, kind="sketch"))
        joined, parted = _partners(made.edition, "join", rulings), _partners(made.edition, "part", rulings)
        near |= {other: data for other in joined if (data := self._files.entry("sketch", other))}
        for other in sorted(near.keys() - parted):
            known = msgspec.msgpack.decode(near[other], type=Sketch)
            found = pair(made, known) or (_joined(made, known) if other in joined else None)
            if found:
                self._files.link(found.carrier, found.origin, msgspec.msgpack.encode(found))
                others.append(other)
        self._files.post(made.edition, marks)
        return others

    def _joints(self, facts: Facts, at: str, rulings: Sequence[Ruling]) -> Iterable[Entry]:
        """The entries of rulings that join a figure of this edition to another one; filed with both roots."""
        for ruling in rulings:
            if ruling.kind != "join" or ruling.what == "copy" or not ruling.anchor or not ruling.other:
                continue
            if facts.edition not in {ruling.anchor.edition, ruling.other.edition}:
                continue
            one, other = self._at(ruling.anchor, facts, at), self._at(ruling.other, facts, at)
            if one is None or other is None:
                continue
            joint = Joint(
                what=ruling.what or "source", ruling=ruling.id, one=one[0], other=other[0], published=(one[1], other[1])
            )
            for root in sorted({one[0].root, other[0].root}):
                yield Entry(kind="joint", root=root, cell="", number=ruling.id, data=msgspec.msgpack.encode(joint))

    def _at(self, anchor: Anchor, facts: Facts, at: str) -> tuple[Mention, str] | None:
        """The figure at an anchor, and when it was published."""
        held = (facts, at) if anchor.edition == facts.edition else self._facts_of(anchor.edition)
        found = fitting(held[0], anchor) if held else []
        return (held[0].mentions[found[0]], held[1]) if held and found else None


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
    return Pair(carrier=later.edition, origin=first.edition, origin_at=first.at, same=(), against=())
