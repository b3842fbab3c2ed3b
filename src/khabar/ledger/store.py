"""The store: one SQLite file in WAL mode. Rows are appended; entries are made again whenever asked."""

import contextlib
import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from khabar.ledger.bench import Bench
from khabar.ledger.kept import Kept
from khabar.ledger.rows import Row, clock_of
from khabar.ledger.schema import prepare
from khabar.model.entry import NOW, Alike, Entry, Found, Latest, When
from khabar.model.errors import NotALedger, NotThere
from khabar.model.reading import Reading

INSERT = f"INSERT OR IGNORE INTO editions ({', '.join(Row.__struct_fields__)}) VALUES ({', '.join('?' * len(Row.__struct_fields__))})"
REMEMBERED = 10_000
"""Numbers of editions that a store remembers before it forgets them all."""
NOBODY: tuple[str, ...] = ()
CACHE = 32 * 1024
"""KiB of the file's pages that a connection remembers."""
FOUND = "e.edition, e.address, e.outlet, e.url, e.lang, e.credit, e.published"


class Store:
    """A ledger's file.

    Args:
        path: the file; `:memory:` keeps nothing.
        create: make it if it is not there.

    Raises:
        NotThere: there is no such file and it was not to be made.
        NotALedger: the file is something else.
        FutureLedger: a newer version wrote it.
    """

    def __init__(self, path: str | Path, *, create: bool = True) -> None:
        self.path = str(path)
        self._seqs: dict[str, int] = {}
        if self.path != ":memory:" and not create and not Path(path).exists():
            raise NotThere(f"there is no ledger {path}; `khabar add` makes one")
        try:
            self._connection = sqlite3.connect(self.path, isolation_level=None, timeout=60)
        except sqlite3.OperationalError as e:
            raise NotALedger(f"{path} cannot be opened: {e}") from None
        try:
            prepare(self._connection, self.path, create=create)
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA foreign_keys = ON")
            self._connection.execute("PRAGMA secure_delete = ON")
            self._connection.execute(f"PRAGMA cache_size = {-CACHE}")
            self.kept = Kept(self._connection)
            self.bench = Bench(self._connection)
        except BaseException:
            self._connection.close()
            raise

    def close(self) -> None:
        """Closes the file."""
        self._connection.close()

    def interrupt(self) -> None:
        """Ends what the file is being asked, from another thread; who asked gets an error."""
        self._connection.interrupt()

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """What is appended inside is kept together, come what may; or, on an error, not at all."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            self._seqs.clear()
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    def append(self, row: Row, reading: Reading, raw: bytes = b"") -> tuple[bool, bool]:
        """Appends an edition and its reading. Answers whether the edition is new, and whether the reading is."""
        values = [
            msgspec.json.encode(v).decode() if k == "credit" else v for k, v in msgspec.structs.asdict(row).items()
        ]
        new = self._connection.execute(INSERT, values).rowcount == 1
        seq = self._seq(row.edition)
        if new:
            self._connection.execute("INSERT INTO bodies VALUES (?, ?, ?)", (seq, reading.text, raw))
        reader = msgspec.json.encode(reading.reader).decode()
        record = msgspec.json.encode(msgspec.structs.replace(reading, text=""))
        read = self._connection.execute(
            "INSERT OR IGNORE INTO readings (seq, reader, known, record) VALUES (?, ?, ?, ?)",
            (seq, reader, row.known, record),
        )
        return new, read.rowcount == 1

    def index(self, edition: str, entries: Iterable[Entry]) -> None:
        """Puts entries in the place of those that the edition had."""
        seq = self._seq(edition)
        self._connection.execute("DELETE FROM entries WHERE seq = ?", (seq,))
        self._connection.executemany(
            "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?)",
            [(seq, e.kind, e.root, e.cell, e.number, e.data) for e in entries],
        )

    def entries(self, kind: str, *, cell: str | None = None, root: str | None = None, when: When = NOW) -> list[Found]:
        """The entries of a kind in a cell, or of a root, by a moment."""
        column, value = ("n.cell", cell) if cell is not None else ("n.root", root)
        rows = self._connection.execute(
            f"SELECT {FOUND}, n.number, n.data FROM entries n JOIN editions e USING (seq) "
            f"WHERE n.kind = ? AND {column} = ? AND e.{clock_of(when.clock)} <= ?",
            (kind, value, when.as_of or "9999"),
        )
        return [_found(r) for r in rows]

    def distinct(self, kind: str, root: str, when: When = NOW) -> list[bytes]:
        """What the entries of a kind of a root say by a moment, each thing once."""
        rows = self._connection.execute(
            f"SELECT DISTINCT n.data FROM entries n JOIN editions e USING (seq) "
            f"WHERE n.kind = ? AND n.root = ? AND e.{clock_of(when.clock)} <= ?",
            (kind, root, when.as_of or "9999"),
        )
        return [data for (data,) in rows]

    def latest(self, when: When = NOW) -> Iterator[Latest]:
        """The figures and acts filed by a moment, those published last first."""
        rows = self._connection.execute(
            f"SELECT e.published, n.kind, n.root, n.cell, n.data FROM editions e CROSS JOIN entries n USING (seq) "
            f"WHERE e.{clock_of(when.clock)} <= ? AND n.kind IN ('mention', 'part', 'act') ORDER BY e.published DESC",
            (when.as_of or "9999",),
        )
        return (Latest(*row) for row in rows)

    def post(self, edition: str, marks: Iterable[int]) -> None:
        """Posts the edition under marks by which reports alike are found."""
        seq, day = self._place(edition)
        self._connection.executemany("INSERT OR IGNORE INTO postings VALUES (?, ?, ?)", [(m, day, seq) for m in marks])

    def alike(
        self, edition: str, marks: Iterable[int], *, days: int, least: int, known: str | None = None
    ) -> list[Alike]:
        """The editions published within so many days of this one that share at least so many marks with it, by a moment known."""
        seq, day = self._place(edition)
        wanted = sorted(set(marks))
        rows = self._connection.execute(
            "WITH near AS MATERIALIZED (SELECT seq FROM postings "
            f"WHERE mark IN ({', '.join('?' * len(wanted))}) AND day BETWEEN ? AND ? GROUP BY seq HAVING count(*) >= ?) "
            "SELECT edition, published, outlet, credit FROM near JOIN editions USING (seq) WHERE seq <> ? AND known <= ?",
            (*wanted, day - days, day + days, least, seq, known or "9999"),
        )
        return [Alike(str(e), str(at), outlet, NOBODY if credit == "[]" else tuple(msgspec.json.decode(credit))) for e, at, outlet, credit in rows]

    def unpost(self, edition: str) -> None:
        """Forgets the edition's postings and what was concluded of it and others."""
        seq = self._seq(edition)
        self._connection.execute("DELETE FROM postings WHERE seq = ?", (seq,))
        self._connection.execute("DELETE FROM links WHERE one = ?1 OR other = ?1", (seq,))

    def empty(self) -> None:
        """Forgets all entries, postings, links and cells, and soils all views: everything that can be made again."""
        for table in ("entries", "postings", "links", "cells", "places"):
            self._connection.execute(f"DELETE FROM {table}")
        self._connection.execute("INSERT OR IGNORE INTO soiled SELECT DISTINCT cell, measure FROM views")

    def link(self, one: str, other: str, data: bytes) -> None:
        """Keeps what was concluded of two editions."""
        self._connection.execute(
            "INSERT OR REPLACE INTO links VALUES (?, ?, ?)", (self._seq(one), self._seq(other), data)
        )

    def links(self, cell: str, when: When = NOW) -> list[bytes]:
        """What was concluded of pairs of editions, both there by a moment, one of which has a figure in the cell."""
        clock = clock_of(when.clock)
        both = (
            f"JOIN editions a ON a.seq = one JOIN editions b ON b.seq = other WHERE a.{clock} <= ?2 AND b.{clock} <= ?2"
        )
        rows = self._connection.execute(
            "WITH own AS MATERIALIZED (SELECT DISTINCT seq FROM entries WHERE kind = 'mention' AND cell = ?1) "
            f"SELECT data FROM links {both} AND one IN own UNION SELECT data FROM links {both} AND other IN own",
            (cell, when.as_of or "9999"),
        )
        return [data for (data,) in rows]

    def unlink(self, one: str, other: str) -> None:
        """Forgets what was concluded of two editions."""
        self._connection.execute("DELETE FROM links WHERE one = ? AND other = ?", (self._seq(one), self._seq(other)))

    def linked(self, one: str) -> list[bytes]:
        """What was concluded of an edition as the first of two."""
        return [d for (d,) in self._connection.execute("SELECT data FROM links WHERE one = ?", (self._seq(one),))]

    def linking(self, other: str) -> list[str]:
        """The editions of which something was concluded with this one as the second of two."""
        rows = self._connection.execute(
            "SELECT e.edition FROM links l JOIN editions e ON e.seq = l.one WHERE l.other = ? ORDER BY 1", (self._seq(other),)
        )
        return [str(edition) for (edition,) in rows]

    def originals(self, one: str) -> list[str]:
        """The editions of which something was concluded with this one as the first of two."""
        rows = self._connection.execute(
            "SELECT e.edition FROM links l JOIN editions e ON e.seq = l.other WHERE l.one = ? ORDER BY 1", (self._seq(one),)
        )
        return [str(edition) for (edition,) in rows]

    def entry(self, kind: str, edition: str) -> bytes | None:
        """The data of an edition's one entry of a kind."""
        found = self._connection.execute(
            "SELECT data FROM entries WHERE seq = ? AND kind = ?", (self._seq(edition), kind)
        ).fetchone()
        return found[0] if found else None

    def cells(self, *, measure: str | None = None, names: Sequence[str] | None = None) -> list[str]:
        """The cells in which something is filed; of places by any of these names, if they are given."""
        named = (
            f" AND cell IN (SELECT cell FROM places WHERE place IN ({', '.join('?' * len(names))}))" if names else ""
        )
        rows = self._connection.execute(
            f"SELECT cell FROM cells WHERE (?1 IS NULL OR measure = ?1){named} ORDER BY cell", (measure, *(names or ()))
        )
        return [cell for (cell,) in rows]

    def row(self, edition: str) -> Row:
        """The row of an edition by its key, or the last of a report by its id or address. Raises NotThere."""
        columns = ", ".join(Row.__struct_fields__)
        found = self._connection.execute(
            f"SELECT {columns} FROM editions WHERE edition = ?1 OR report = ?1 OR address = ?1 ORDER BY published DESC LIMIT 1",
            (edition,),
        ).fetchone()
        if found is None:
            raise NotThere(f"the ledger holds no report {edition}")
        return _row(found)

    def text(self, edition: str) -> str | None:
        """The text of an edition, None where it was redacted."""
        found = self._connection.execute("SELECT text FROM bodies WHERE seq = ?", (self._seq(edition),)).fetchone()
        return found[0] if found else None

    def reading(self, edition: str, *, known: str | None = None) -> Reading | None:
        """An edition's latest reading, of those that were known by a moment; None where it was redacted or not yet known."""
        found = self._connection.execute(
            "SELECT b.text, r.record FROM readings r JOIN bodies b USING (seq) WHERE r.seq = ? AND r.known <= ? ORDER BY r.id DESC LIMIT 1",
            (self._seq(edition), known or "9999"),
        ).fetchone()
        return msgspec.structs.replace(msgspec.json.decode(found[1], type=Reading), text=found[0]) if found else None

    def read_since(self, moment: str) -> list[str]:
        """The editions known by a moment that another reading was kept of since."""
        rows = self._connection.execute(
            "SELECT DISTINCT e.edition FROM readings r JOIN editions e USING (seq) WHERE r.known > ?1 AND e.known <= ?1 ORDER BY 1",
            (moment,),
        )
        return [str(edition) for (edition,) in rows]

    def editions(self, *, known: str | None = None) -> list[Row]:
        """The rows of all editions that were known by a moment, as published."""
        columns = ", ".join(Row.__struct_fields__)
        rows = self._connection.execute(
            f"SELECT {columns} FROM editions WHERE known <= ? ORDER BY published, edition", (known or "9999",)
        )
        return [_row(r) for r in rows]

    def state(self) -> tuple[int, int]:
        """Changes when anybody has written."""
        return self.kept.version(), self._connection.total_changes

    def ask(self, question: str, *values: object) -> Iterator[Sequence[Any]]:
        """The rows of a question in SQL that changes nothing."""
        return iter(self._connection.execute(question, values).fetchall())

    def count(self) -> int:
        """How many editions the ledger holds."""
        (number,) = self._connection.execute("SELECT count(*) FROM editions").fetchone()
        return int(number)

    def _place(self, edition: str) -> tuple[int, int]:
        """Number and day of publication (days since the year 1)."""
        seq, at = self._connection.execute(
            "SELECT seq, published FROM editions WHERE edition = ?", (edition,)
        ).fetchone()
        return seq, dt.date.fromisoformat(at[:10]).toordinal()

    def _seq(self, edition: str) -> int:
        """The number of an edition. Numbers never change, so those asked for last are remembered."""
        known = self._seqs.get(edition)
        if known is None:
            found = self._connection.execute("SELECT seq FROM editions WHERE edition = ?", (edition,)).fetchone()
            if found is None:
                raise NotThere(f"the ledger holds no edition {edition}")
            if len(self._seqs) >= REMEMBERED:
                self._seqs.clear()
            known = self._seqs[edition] = int(found[0])
        return known


def _row(values: Sequence[object]) -> Row:
    said = dict(zip(Row.__struct_fields__, values, strict=True))
    return msgspec.convert({**said, "credit": msgspec.json.decode(str(said["credit"]))}, Row)


def _found(row: Sequence[object]) -> Found:
    edition, address, outlet, url, lang, credit, at, number, data = row
    return Found(edition, address, outlet, url, lang, tuple(msgspec.json.decode(credit)), at, number, data)  # type: ignore[call-overload, arg-type]
