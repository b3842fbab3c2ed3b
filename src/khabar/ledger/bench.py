"""The bench: rulings and redactions, appended with who made them, when and why."""

import sqlite3

import msgspec

from khabar.model.errors import NotThere
from khabar.model.ruling import Ruling


class Redaction(msgspec.Struct, frozen=True, kw_only=True):
    """The tombstone of an edition: `hash` of its raw bytes, who removed them, when and why; `stub` is what its claims keep."""

    hash: str
    known: str
    name: str
    reason: str
    stub: bytes


class Bench:
    """The tables of rulings and redactions of one ledger. Writing needs an open transaction of the store's."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def rule(self, ruling: Ruling, known: str) -> Ruling:
        """Appends a ruling; answers it with its number and time."""
        made = msgspec.structs.replace(ruling, known=known)
        row = self._connection.execute(
            "INSERT INTO rulings (known, name, reason, body) VALUES (?, ?, ?, ?)",
            (known, ruling.name, ruling.reason, msgspec.json.encode(made)),
        )
        return msgspec.structs.replace(made, id=row.lastrowid or 0)

    def rulings(self, *, known: str | None = None) -> list[Ruling]:
        """All rulings made by a moment, undone ones among them, in the order made."""
        rows = self._connection.execute("SELECT id, body FROM rulings WHERE known <= ? ORDER BY id", (known or "9999",))
        return [msgspec.structs.replace(msgspec.json.decode(body, type=Ruling), id=number) for number, body in rows]

    def redact(self, edition: str, made: Redaction) -> None:
        """Removes an edition's bytes, text and readings, and leaves the tombstone."""
        (seq,) = self._connection.execute("SELECT seq FROM editions WHERE edition = ?", (edition,)).fetchone()
        self._connection.execute(
            "INSERT OR IGNORE INTO redactions VALUES (?, ?, ?, ?, ?, ?)",
            (seq, made.hash, made.known, made.name, made.reason, made.stub),
        )
        self._connection.execute("DELETE FROM bodies WHERE seq = ?", (seq,))
        self._connection.execute("DELETE FROM readings WHERE seq = ?", (seq,))
        self._connection.execute("INSERT INTO found (found) VALUES ('optimize')")

    def redaction(self, edition: str) -> Redaction:
        """The tombstone of an edition. Raises NotThere."""
        found = self._connection.execute(
            "SELECT r.hash, r.known, r.name, r.reason, r.stub FROM redactions r JOIN editions e USING (seq) WHERE e.edition = ?",
            (edition,),
        ).fetchone()
        if found is None:
            raise NotThere(f"{edition} was not redacted")
        return Redaction(hash=found[0], known=found[1], name=found[2], reason=found[3], stub=found[4])

    def scrub(self) -> None:
        """Writes removed pages over in the file itself, outside of a transaction."""
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
