"""Keeping: how readings, rulings and redactions come into a ledger. What it answers is in `pipeline.py`."""

import datetime as dt
import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec

from khabar.ledger.bench import Redaction
from khabar.ledger.rows import row_of
from khabar.ledger.store import Store
from khabar.model.edition import Edition
from khabar.model.entry import When
from khabar.model.errors import NotARecord, UsageError
from khabar.model.moment import iso, parse_moment
from khabar.model.reading import Reading
from khabar.model.report import Row
from khabar.model.ruling import Anchor, Ruling, active, undone
from khabar.relating.copies import ORIGINS
from khabar.relating.current import Current
from khabar.relating.extract import extract
from khabar.relating.facts import Facts, Report
from khabar.relating.filing import Filing
from khabar.relating.layer import Layer
from khabar.relating.ruled import apply, beside, concerned, fitting, idle, missed, stripped, unfit
from khabar.relating.views import Views

Item = Reading | Mapping[str, Any] | tuple[Edition, Reading]
"""What a ledger takes: a reading, its record as plain data, or an edition with its reading."""


BASIS_NAMES = {"identified by name": "identified"}
"""Names of a basis in the design's prose, by which other programs' records may have it."""


REFRESHED = 500
"""Cells judged again in one go, so that nobody waits long who wants to write."""


HELD = 4
"""Moments asked for last whose views are held."""


class Added(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a reading handed to the ledger: its edition's key, and whether edition and reading are new there."""

    report: str
    edition: str
    new: bool
    new_reading: bool


class Keeper:
    """The side of a ledger that takes things in: readings, rulings, redactions.

    Args:
        path: the file.
        create: make it where there is none.

    Raises:
        LedgerError: there is no ledger of that name, or it cannot be used.
    """

    def __init__(self, path: str | Path, *, create: bool = True) -> None:
        self._store = Store(path, create=create)
        self._current = Current(self._store, self._store.kept)
        self._held: dict[tuple[str | None, str], Views] = {}
        self._state: tuple[int, int] | None = None
        self._filing = Filing(self._store, self._current, self._facts)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file."""
        self._store.close()

    def interrupt(self) -> None:
        """Ends what the ledger is being asked, from another thread; who asked gets an error, and what was begun is not kept."""
        self._store.interrupt()

    def add(self, *items: Item) -> list[Added]:
        """Appends readings, with their editions where there are some; all of them or, on an error, none."""
        return self.add_readings(items, batch=len(items) + 1)

    def add_readings(
        self, items: Iterable[Item], *, batch: int = 500, told: Callable[[Added], None] | None = None
    ) -> list[Added]:  # fmt: skip
        """Appends readings, `batch` at a time. The same edition twice adds nothing.

        Args:
            items: readings or reading records as plain data, with their editions where there are some.
            batch: how many are kept together.
            told: is told of each once it is kept for good.
        """
        added: list[Added] = []
        source = iter(items)
        while chunk := list(itertools.islice(source, batch)):
            try:
                with self._store.writing():
                    kept = [self._append(item) for item in chunk]
            except BaseException:
                self._current.forget()
                raise
            added += kept
            if told:
                for one in kept:
                    told(one)
        return added

    def rule(self, ruling: Ruling) -> Ruling:
        """Appends a ruling and lets it act; answers it with its number.

        Raises:
            UsageError: its anchor's words do not stand at its offsets, it corrects what cannot be, or it is not whole.
            NotThere: there is no such edition, or no ruling of the number to be undone.
        """
        return self.rule_all([ruling])[0]

    def rule_all(self, rulings: Sequence[Ruling]) -> list[Ruling]:
        """Appends rulings that are one decision, each at a place of its own: all of them, at one time, or none. Raises as `rule`."""
        for ruling in rulings:
            self._examine(ruling)
        idle = [self._idle(ruling) for ruling in rulings]
        if idle and all(idle):
            raise UsageError(f"{idle[0]}: the ruling would change nothing")
        with self._store.writing():
            known = iso(dt.datetime.now(dt.UTC))
            made = [self._store.bench.rule(ruling, known) for ruling in rulings]
            told = self._store.bench.rulings()
            self._refile(edition for ruling in made for edition in concerned(ruling, told))
        return made

    def _examine(self, ruling: Ruling) -> None:
        for anchor in (ruling.anchor, ruling.other):
            if anchor and (self._store.text(anchor.edition) or "")[anchor.start : anchor.end] != anchor.words:
                raise UsageError(
                    f"{anchor.words!r} does not stand at {anchor.start} to {anchor.end} of {anchor.edition}"
                )
            whole = ruling.kind == "part" or ruling.what == "copy"
            if anchor and not whole and (problem := missed(self._facts(anchor.edition)[0], anchor)):
                raise UsageError(problem)
        if problem := unfit(ruling, {r.id for r in self._store.bench.rulings()}):
            raise UsageError(problem)

    def _idle(self, ruling: Ruling) -> str | None:
        """Why a ruling would change nothing; None where it acts."""
        one, other = ruling.anchor, ruling.other
        if one is None:
            return None
        if other is None:
            return idle(apply(self._facts(one.edition)[0], self._active()), ruling)
        if ruling.kind == "part" or ruling.what == "copy":
            linked = {*self._store.linking(one.edition), *self._store.originals(one.edition)}
            if one.edition == other.edition:
                return f"both lie in one report, {one.edition}; name a figure of another report"
            known = ruling.kind == "join" and other.edition in linked
            return f"{one.edition} and {other.edition} are copies already" if known else None
        first, second = ((apply(f, self._active()), at) for f, at in (self._facts(a.edition) for a in (one, other)))
        ends = [(facts.mentions[fitting(facts, a)[0]], at) for (facts, at), a in ((first, one), (second, other))]
        return self._views(None).together(ruling.what or "source", ends)

    def rulings(self) -> list[tuple[Ruling, bool, bool]]:
        """All rulings in the order made: whether each holds, and whether it still finds a figure at its anchors."""
        known = self._store.bench.rulings()
        gone = undone(known)
        return [(r, r.id not in gone, self._fits(r.anchor) and self._fits(r.other)) for r in known]

    def redact(self, report: str, *, name: str, reason: str) -> str:
        """Removes the bytes, text and readings of a report's edition for good; answers the hash that is left. Raises NotThere."""
        row = self._store.row(report)
        stub = stripped(self._facts(row.edition)[0])
        with self._store.writing():
            self._store.bench.redact(row.edition, Redaction(
                hash=row.raw_hash, known=iso(dt.datetime.now(dt.UTC)), name=name, reason=reason, stub=msgspec.msgpack.encode(stub),
            ))  # fmt: skip
            self._refile([row.edition])
        self._held = {}
        self._refresh()
        self._store.bench.scrub()
        return row.raw_hash

    def rebuild(self) -> int:
        """Makes all views anew from the rows; answers how many editions they are made of."""
        with self._store.writing():
            self._store.empty()
            self._current.forget()
            editions = [row.edition for row in self._store.editions()]
            self._file_all(editions)
        self._refresh()
        return len(editions)

    def _append(self, item: Item) -> Added:
        edition, given = item if isinstance(item, tuple) else (None, item)
        reading = given if isinstance(given, Reading) else _record(given)
        row = row_of(reading, edition=edition)
        new, read = self._store.append(row, reading, edition.raw if edition else b"")
        if read and not new:
            self._refile([row.edition])
        elif read:
            self._filing.file(
                reading, edition=row.edition, address=row.address, at=row.published, rulings=self._active()
            )
        return Added(report=reading.id, edition=row.edition, new=new, new_reading=read)

    def _refile(self, editions: Iterable[str]) -> None:
        """Files editions again, after a newer reading, a ruling or a redaction. Whatever their countries hold is judged again."""
        named = beside(editions, self._active())
        carriers = {carrier for edition in named for carrier in self._store.linking(edition)} - set(named)
        for edition in named:
            self._current.shake(edition)
            self._store.unpost(edition)
        self._current.forget()
        self._file_all(named)
        for carrier in sorted(carriers):
            if len(self._store.linked(carrier)) == ORIGINS - 1:
                self._filing.relink(carrier, self._active())
        for edition in named:
            self._current.shake(edition)

    def _file_all(self, editions: Iterable[str]) -> None:
        rulings = self._active()
        for edition in editions:
            self._file(self._filing, self._store.row(edition), rulings)

    def _file(self, filing: Filing, row: Row, rulings: list[Ruling], *, known: str | None = None) -> None:
        """Files an edition with its latest reading of those known by a moment, or with what a redaction left of it."""
        reading = self._store.reading(row.edition, known=known)
        if reading is None:
            stub = msgspec.msgpack.decode(self._store.bench.redaction(row.edition).stub, type=Facts)
            filing.bare(stub, at=row.published, rulings=rulings)
        else:
            filing.file(reading, edition=row.edition, address=row.address, at=row.published, rulings=rulings)

    def _active(self) -> list[Ruling]:
        return active(self._store.bench.rulings())

    def _facts(self, edition: str, *, known: str | None = None) -> tuple[Facts, str]:
        """An edition's facts as read, by a moment, or what a redaction left of them; and when it was published."""
        reading = self._store.reading(edition, known=known)
        stub = None if reading else self._store.bench.redaction(edition).stub
        facts = extract(reading, edition) if reading else msgspec.msgpack.decode(stub or b"", type=Facts)
        return facts, self._store.row(edition).published

    def _fits(self, anchor: Anchor | None) -> bool:
        return anchor is None or bool(fitting(self._facts(anchor.edition)[0], anchor))

    def _refresh(self, measure: str | None = None) -> None:
        """Judges again what came in since somebody last asked, a few cells at a time."""
        while self._store.kept.soiled(measure):
            with self._store.writing():
                self._current.refresh(measure, most=REFRESHED)

    def _views(self, as_of: str | None, clock: str = "published") -> Views:
        """The views as of a moment: what they have judged is held for the next question, until something is written."""
        moment = iso(parse_moment(as_of).at) if as_of else None
        state = self._store.state()
        if state != self._state:
            self._held, self._state = {}, state
        if (moment, clock) not in self._held:
            layer = self._known(moment) if clock == "known" and moment else None
            held = list(self._held.items())[1 - HELD :]
            self._held = {**dict(held), (moment, clock): Views(layer or self._store, When(as_of=moment, clock=clock))}
        return self._held[moment, clock]

    def _known(self, moment: str) -> Layer | None:
        """The shelf as it was known, where readings or rulings came since."""
        others = self._otherwise(moment)
        return self._layer(moment, others) if others else None

    def _otherwise(self, moment: str) -> list[str]:
        """The editions known by a moment of which another reading or other rulings held then."""
        then, now = active(self._store.bench.rulings(known=moment)), self._active()
        made = {r.id: r for r in (*then, *now)}
        turned = {r.id for r in then} ^ {r.id for r in now}
        ruled = {a.edition for n in turned for a in (made[n].anchor, made[n].other) if a}
        return beside(ruled | set(self._store.read_since(moment)), [*then, *now])

    def _cells_between(self, old: Views, new: Views, clock: str) -> list[str]:
        """The cells in which something may have changed between the moments of two views on a clock."""
        since = old.when.as_of or ""
        cells = set(self._store.kept.between(since, new.when.as_of or "9999", clock=clock))
        if clock != "known":
            return sorted(cells)
        others = self._otherwise(since)
        moved = [v.shelf.around(others) for v in (old, new) if isinstance(v.shelf, Layer)]
        return sorted(cells.union(self._store.kept.around(others), *moved))

    def _layer(self, moment: str, editions: list[str]) -> Layer:
        rulings = active(self._store.bench.rulings(known=moment))
        rows = [row for row in map(self._store.row, editions) if row.known <= moment]
        made = Layer(self._store, moment, [_report(row) for row in rows])
        filing = Filing(made, None, lambda edition: self._facts(edition, known=moment))
        for row in rows:
            self._file(filing, row, rulings, known=moment)
        return made


def _report(row: Row) -> Report:
    return Report(
        edition=row.edition, address=row.address, at=row.published, outlet=row.outlet, url=row.url, lang=row.lang,
        credit=row.credit,
    )  # fmt: skip


def _record(given: Mapping[str, Any]) -> Reading:
    """The reading of a record in plain data. Raises NotARecord."""
    figures = [
        {**f, "basis": BASIS_NAMES.get(f.get("basis"), f.get("basis", "unknown"))} for f in given.get("figures", ())
    ]
    try:
        return msgspec.convert({**given, "figures": figures}, Reading)
    except msgspec.ValidationError as e:
        raise NotARecord(f"{given.get('id', 'a record')}: {e}") from None
