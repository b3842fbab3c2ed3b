"""The one module that knows every stage: the path of a report, to be read from top to bottom.

load      paths → editions                 intake
Reader    edition → reading                reading
Ledger    readings → claims and verdicts   relating, kept by ledger
check     a text against the ledger        checking
"""

import datetime as dt
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypedDict, Unpack

import msgspec

from khabar.checking.check import Surroundings, check_reading
from khabar.checking.judging import TEXT
from khabar.export.gather import gather
from khabar.export.order import order as in_order
from khabar.export.sitrep import render
from khabar.intake.load import count, load, raw_text
from khabar.intake.note import edition_of_note
from khabar.intake.options import IntakeOptions
from khabar.intake.text import edition_of_text
from khabar.keeping import Added, Keeper
from khabar.ledger.library import Library
from khabar.ledger.rows import clock_of
from khabar.model.claim import FALLEN, Claim, Print, Tally
from khabar.model.edition import Edition, SetAside
from khabar.model.entry import When
from khabar.model.errors import InputError, NotThere
from khabar.model.finding import Checked
from khabar.model.listing import Order, Sought, listed, wanted
from khabar.model.moment import iso, parse_moment
from khabar.model.reading import Reading
from khabar.reading.reader import Reader, ReaderOptions
from khabar.relating.asking import ask
from khabar.relating.extract import extract
from khabar.relating.facts import Report
from khabar.relating.prints import Prints
from khabar.relating.tracing import Traced, Tracer

Told = Callable[[SetAside], None]
"""Who is told of an input that was set aside."""


class Known(TypedDict, total=False):
    """What the caller knows of the inputs: the options of the command line, under the same names (`IntakeOptions`)."""

    lang: str | None
    max_bytes: int
    published: str | None
    outlet: str | None
    url: str | None


def read(
    *paths: str | Path, options: IntakeOptions | None = None, set_aside: Told | None = None, **known: Unpack[Known]
) -> Iterator[Reading]:
    """The readings of files and folders, one a report, as `khabar read` writes them.

    Args:
        paths: text, HTML and JSON Lines files, or folders of them.
        options: language, limits, and what is known of all inputs; or give them one by one:
        known: `lang`, `max_bytes`, `published`, `outlet`, `url`.
        set_aside: is told of each input that cannot be used, with its reason; without it a warning is logged. The rest goes on.
    """
    options = options or IntakeOptions(**known)
    for _, reading in read_editions(map(Path, paths), options, set_aside=set_aside):
        yield reading


def read_text(text: str, *, options: IntakeOptions | None = None) -> Reading:
    """The reading of a text in hand. Raises InputError where it cannot be read."""
    return read_edition(text, options=options)[1]


def read_edition(text: str, *, options: IntakeOptions | None = None) -> tuple[Edition, Reading]:
    """The same with its edition, as `Ledger.check` wants it."""
    options = options or IntakeOptions()
    edition = edition_of_text(text.encode("utf-8", "replace"), "text", options)
    return edition, Reader(ReaderOptions(lang=options.lang)).read(edition)


def note_reading(
    note: str, *, source: str, said_at: str, options: IntakeOptions | None = None
) -> tuple[Edition, Reading]:
    """A desk's own note as an edition and its reading: what somebody said, on whose word, and when.

    Raises:
        InputError: the note cannot be read.
        UsageError: the time is none.
    """
    options = options or IntakeOptions()
    edition = edition_of_note(note, source, said_at, options=options)
    return edition, Reader(ReaderOptions(lang=options.lang)).read(edition)


def count_reports(paths: Iterable[Path]) -> int:
    """How many reports the paths hold, for a progress line."""
    return count(paths)


def read_editions(
    paths: Iterable[Path], options: IntakeOptions | None = None, *, set_aside: Told | None = None
) -> Iterator[tuple[Edition, Reading]]:
    """Each edition with its reading; what cannot be used is told to `set_aside`, else logged as a warning: nothing is lost in silence."""
    options = options or IntakeOptions()
    tell = set_aside or _log
    reader = Reader(ReaderOptions(lang=options.lang))
    for items in _bundles(load(paths, options)):
        readings = iter(reader.read_several([i for i in items if isinstance(i, Edition)]))
        for item in items:
            told = item if isinstance(item, SetAside) else _told(item, next(readings))
            if not isinstance(told, SetAside):
                yield told
            else:
                tell(told)


def _log(item: SetAside) -> None:
    logging.getLogger("khabar").warning("set aside %s: %s", item.where, item.reason)


def _told(edition: Edition, read: Reading | InputError) -> tuple[Edition, Reading] | SetAside:
    if isinstance(read, Reading):
        return edition, read
    return SetAside(where=edition.address, reason=str(read).removeprefix(f"{edition.address}: "))


def _bundles(items: Iterable[Edition | SetAside]) -> Iterator[list[Edition | SetAside]]:
    """Items in the bundles in which they are read: a first one alone, so that an answer begins at once, then some at a time."""
    bundle: list[Edition | SetAside] = []
    size, room = 0, 1
    for item in items:
        bundle.append(item)
        size += len(item.text) if isinstance(item, Edition) else 0
        if len(bundle) >= room or size >= BUNDLE_SIZE:
            yield bundle
            bundle, size, room = [], 0, BUNDLE
    if bundle:
        yield bundle


BUNDLE, BUNDLE_SIZE = 16, 100_000
"""Reports read together at most, and code points after which no more are taken."""


BOARD = 100
"""Tallies on the board unless more are asked for."""


class Ledger(Keeper):
    """Readings kept in one file, and what follows from them.

    Args:
        path: the file.
        create: make it where there is none.

    Raises:
        LedgerError: there is no ledger of that name, or it cannot be used.
    """

    def library(self, *, as_of: str | None = None, clock: str = "published") -> Library:
        """The reports themselves as of a moment: lists, texts with their readings, search."""
        return Library(self._store, as_of=iso(parse_moment(as_of).at) if as_of else None, clock=clock)

    def prints(self, tally: Tally, *, as_of: str | None = None, clock: str = "published") -> Prints:
        """Who prints each claim of a tally, as of a moment."""
        printed: Prints = {}
        self._refresh()
        views = self._views(as_of, clock)
        home = self._store.kept.home_of(tally.id)
        if cell := home[0] if home else views.cell(tally):
            views.judged(cell, printed, only=tally.situation)
        return printed

    def dossier(
        self, name: str, *, as_of: str | None = None, clock: str = "published"
    ) -> tuple[Tally, dict[str, Any], tuple[Print, ...]]:
        """A claim with its tally, its ground as `why` gives it, and who prints it; of a retired id the successor. Raises NotThere."""
        found = self._traced(name, as_of, clock)
        return found.tally, self._grounded(found.claim), found.prints

    def claims_in(
        self, edition: str, *, as_of: str | None = None, clock: str = "published"
    ) -> dict[int, tuple[Tally, Claim]]:
        """The claims that an edition's figures carry, by the index of the figure in its reading."""
        carried = self._tracer(as_of, clock).carried(edition)
        return {p.figure: (_head(t.tally), t.claim) for p, t in carried if t.claim.source is not None}

    def tallies(
        self, measure: str | None = None, *, place: str | None = None, who: str | None = None, situation: str | None = None,
        as_of: str | None = None, clock: str = "published", limit: int | None = None,
    ) -> list[Tally]:  # fmt: skip
        """The tallies of a measure, or of all, as of a moment; of a situation whose name is retired those of its successor.

        With a `limit` only so many, those that changed last: a ledger of many crises has thousands.
        """
        asked: dict[str, Any] = {"measure": measure, "place": place, "who": who, "limit": -1 if limit is None else limit}
        if self._now(as_of, clock):
            self._refresh(measure)
            ask: Callable[..., list[Tally]] = self._current.tallies
        else:
            ask = self._views(as_of, clock).tallies
        found = ask(**asked, situation=situation)
        heir = self._tracer(as_of, clock).situation(situation) if situation and not found else None
        return ask(**asked, situation=heir) if heir else found

    def successor(self, name: str, *, as_of: str | None = None, clock: str = "published") -> str | None:
        """The id that a retired one of a claim, tally or situation leads to; None for one that leads nowhere, or is none."""
        tracer = self._tracer(as_of, clock)
        if claim := tracer.claim(name) if name.startswith("c") else None:
            return claim.claim.id
        tally = tracer.tally(name) if name.startswith("t") else None
        return tally.id if tally else tracer.situation(name)

    def situations(
        self, *, as_of: str | None = None, clock: str = "published", limit: int = 1000
    ) -> list[tuple[str, int, str]]:
        """The situations, each with how many tallies it has and when one last changed; the last changed first.

        As of a past moment each of them is judged anew: ask for as many as are shown.
        """
        if self._now(as_of, clock):
            self._refresh()
            return self._store.kept.situations(limit)
        return self._views(as_of, clock).situations(limit)

    def tally_named(self, name: str, *, as_of: str | None = None, clock: str = "published") -> Tally:
        """One tally by its id; of a retired id the successor. Raises NotThere."""
        if found := self._tracer(as_of, clock).tally(name):
            return found
        raise NotThere(f"the ledger holds no tally {name}" + (f" as of {as_of}" if as_of else ""))

    def tally(self, measure: str, *, limit: int | None = None, **asked: str | None) -> dict[str, Any]:
        """`tallies` as plain data, in the form of `khabar tally --format json`."""
        return {"tallies": [msgspec.to_builtins(t) for t in self.tallies(measure, limit=limit, **asked)]}  # type: ignore[arg-type]

    def board(
        self, *, as_of: str | None = None, clock: str = "published", limit: int | None = BOARD
    ) -> list[Tally]:  # fmt: skip
        """What is counted: the tallies that changed last, newest first; all of them where `limit` is None."""
        if self._now(as_of, clock):
            self._refresh()
            return self._current.tallies(limit=-1 if limit is None else limit, newest=True)
        return self._views(as_of, clock).newest(limit)

    def claims(
        self, sought: Sought, *, situation: str | None = None, as_of: str | None = None, clock: str = "published",
        order: Order = "listed", limit: int | None = None, offset: int = 0,
    ) -> tuple[int, list[tuple[Tally, Claim]]]:  # fmt: skip
        """How many claims are sought, and of these `limit` from `offset` on, each with its tally, in an order of lists.

        As of now they are found by an index; as of a past moment every tally is gone through.
        """
        if situation is None and self._now(as_of, clock):
            self._refresh()
            return self._current.claims(sought, order=order, limit=-1 if limit is None else limit, offset=offset)
        tallies = self.tallies(situation=situation, as_of=as_of, clock=clock)
        inorder = tallies if order == "listed" else in_order(tallies)
        found = [(t, c) for t in inorder for c in t.claims if wanted(t, c, sought)]
        return len(found), found[offset : None if limit is None else offset + limit]

    def stale(
        self, outlet: str | None = None, *, as_of: str | None = None, clock: str = "published"
    ) -> list[tuple[Tally, Claim]]:  # fmt: skip
        """The fallen claims that are still carried, with their tallies; only those that `outlet` carries if it is given."""
        if self._now(as_of, clock):
            self._refresh()
            tallies = self._current.tallies(stale=True)
        else:
            tallies = self._views(as_of, clock).tallies(fallen=True)
        return [
            (tally, msgspec.structs.replace(claim, stale=kept))
            for tally in tallies
            for claim in tally.claims
            if claim.status in FALLEN and (kept := tuple(s for s in claim.stale if outlet in {None, s.outlet}))
        ]

    def why(self, name: str, *, as_of: str | None = None, clock: str = "published") -> dict[str, Any]:
        """The ground of a claim: each conclusion with its rule, and the words it rests on. Raises NotThere.

        `retired` is the id asked for where the claim has it no more: what is told is its successor's.
        """
        tally, claim = self.claim(name, as_of=as_of, clock=clock)
        told = {"tally": msgspec.to_builtins(_head(tally)), "claim": self._grounded(claim)}
        return told if claim.id == name else {**told, "retired": name}

    def claim(self, name: str, *, as_of: str | None = None, clock: str = "published") -> tuple[Tally, Claim]:
        """A claim by its id, with its tally; of a retired id the successor. Raises NotThere."""
        found = self._traced(name, as_of, clock)
        return found.tally, found.claim

    def changes(
        self, since: str, *, situation: str | None = None, as_of: str | None = None, clock: str = "published"
    ) -> list[dict[str, Any]]:  # fmt: skip
        """New claims, falls, successions and marks between two moments on a clock, of one situation or of all.

        On the clock `known` what readings and rulings since changed is told, too.
        """
        if situation:
            earlier = self.tallies(situation=situation, as_of=since, clock=clock)
            return differences(earlier, self.tallies(situation=situation, as_of=as_of, clock=clock))
        old, new = self._views(since, clock), self._views(as_of, clock)
        cells = self._cells_between(old, new, clock)
        return differences((t for c in cells for t in old.judged(c)), (t for c in cells for t in new.judged(c)))

    def sitrep(
        self, situation: str | None = None, *, as_of: str | None = None, since: str | None = None,
        clock: str = "published", style_href: str | None = None,
    ) -> str:  # fmt: skip
        """The situation report as HTML; of the situation that changed last where none is named. Raises NotThere.

        `since` also tells what changed since then; `style_href` is the address of a style sheet, in place of the one put in.
        """
        return render(gather(self, situation, as_of=as_of, since=since, clock=clock), style_href=style_href)

    def check(self, edition: Edition, reading: Reading, *, as_of: str | None = None) -> Checked:
        """The findings of a text that need not be in the ledger: its figures are laid over what is known, and nothing is kept.

        Args:
            edition: the text as it came in, for lines and columns.
            reading: the same, read.
            as_of: use only what was published by then; default now.
        """
        now = iso(parse_moment(as_of).at if as_of else dt.datetime.now(dt.UTC))
        printed = iso(parse_moment(reading.published).at) if reading.published else None
        return check_reading(
            reading,
            self._around(reading, now),
            self._around(reading, min(printed, now)) if printed else {},
            path=edition.address,
            raw=raw_text(edition),
            alignment=edition.alignment,
            as_of=now,
        )

    def check_file(
        self, path: str | Path, *, as_of: str | None = None, set_aside: Told | None = None, **known: Unpack[Known]
    ) -> list[Checked]:
        """The findings of each text in a file, as `khabar check PATH` prints them; options as for `read`."""
        texts = read_editions([Path(path)], IntakeOptions(**known), set_aside=set_aside)
        return [self.check(edition, reading, as_of=as_of) for edition, reading in texts]

    def add_files(self, *paths: str | Path, set_aside: Told | None = None, **known: Unpack[Known]) -> list[Added]:
        """Reads files and folders and appends them, as `khabar add PATH…` does; options as for `read`."""
        return self.add_readings(read_editions(map(Path, paths), IntakeOptions(**known), set_aside=set_aside))

    def _around(self, reading: Reading, moment: str) -> Surroundings:
        """What the ledger knows around each figure of a text as of a moment."""
        published = iso(parse_moment(reading.published).at) if reading.published else moment
        report = Report(
            edition=TEXT,
            address=reading.url or TEXT,
            at=min(published, moment),
            outlet=reading.outlet,
            lang=reading.lang,
        )
        asked = ask(
            self._store, extract(reading, TEXT), report, When(as_of=moment), dated=reading.published is not None
        )
        return {a.number: (a.own, a.around) for a in asked}

    def _now(self, as_of: str | None, clock: str = "published") -> bool:
        """Whether a moment is not before anything that was published, so that the views kept are the answer."""
        if as_of is None:
            return clock_of(clock) == clock
        return clock == "published" and iso(parse_moment(as_of).at) >= self._store.kept.latest()

    def _tracer(self, as_of: str | None, clock: str) -> Tracer:
        self._refresh()
        views = self._views(as_of, clock)
        return Tracer(views, self._store.kept, self.library().cells, all_ids=self._now(as_of, clock))

    def _traced(self, name: str, as_of: str | None, clock: str) -> Traced:
        if found := self._tracer(as_of, clock).claim(name):
            return found
        gone = ": it is retired, and its figure is no claim any more" if self._store.kept.retired(name) else ""
        raise NotThere(f"the ledger holds no claim {name}" + (f" as of {as_of}" if as_of else "") + gone)

    def _grounded(self, claim: Claim) -> dict[str, Any]:
        plain: dict[str, Any] = msgspec.to_builtins(claim)
        for ground in plain["grounds"]:
            for evidence in ground["evidence"]:
                evidence.update(self._words(evidence["edition"], evidence["spans"]))
        return plain

    def _words(self, edition: str, spans: Iterable[tuple[int, int]]) -> Mapping[str, Any]:
        row, text = self._store.row(edition), self._store.text(edition)
        words = ["ground removed"] if text is None else [text[start:end] for start, end in spans]
        return {"words": words, "outlet": row.outlet, "url": row.url, "published": row.published}


def differences(earlier: Iterable[Tally], later: Iterable[Tally]) -> list[dict[str, Any]]:
    """What is new or other in the later tallies, as `Ledger.changes` tells it."""
    before = {c.id: c for t in earlier for c in t.claims}
    return [
        {"tally": msgspec.to_builtins(_head(tally)), "what": what, "at": at, "by": by, "claim": msgspec.to_builtins(claim)}
        for tally in sorted(later, key=listed)
        for claim in tally.claims
        for what, at, by in _changed(before.get(claim.id), claim)
    ]


def _head(tally: Tally) -> Tally:
    return msgspec.structs.replace(tally, claims=(), unattributed=(), below=(), steps=())


def _changed(before: Claim | None, now: Claim) -> Iterator[tuple[str, str | None, str | None]]:
    """What became of a claim, when and by whom, every status that it had on the way included. Marks have no time."""
    if before is None:
        yield "new", now.published, None
    been = now.history[len(before.history) if before else 0 :]
    yield from ((status, at, by) for at, status, by in been)
    if (been[-1][1] if been else before.status if before else "standing") != now.status:
        yield now.status, now.since, now.by
    yield from ((mark, None, None) for mark in now.marks if before is None or mark not in before.marks)


__all__ = ["Added", "Ledger", "count_reports", "differences", "note_reading", "read", "read_edition", "read_editions", "read_text"]
