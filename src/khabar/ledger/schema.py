"""The ledger's tables, their guards and their migrations.

Rows are appended and never changed: editions, bodies, readings, rulings, redactions. A body and a reading can be deleted
only once a redaction says so. Entries are a view: they can be made again from the readings at any time; so are postings (for finding reports that are alike) and
links (what relating concluded of two reports), cells (what is counted), places (the names that cells are asked for by), views (tallies with their claims as last judged)
and soiled (cells whose views must be judged again). Retired ids are appended, too: an id that was shown once and is no more keeps
the place of its figure.
"""

import sqlite3

from khabar.ledger.search import SEARCH
from khabar.model.errors import FutureLedger, NotALedger

APPLICATION_ID = 0x4B484252
"""`KHBR`: what marks an SQLite file as a ledger."""

FIRST = """
CREATE TABLE editions (
  seq INTEGER PRIMARY KEY, edition TEXT NOT NULL UNIQUE, address TEXT NOT NULL, report TEXT NOT NULL,
  text_hash TEXT NOT NULL, raw_hash TEXT NOT NULL, cleaner TEXT NOT NULL, lang TEXT, title TEXT, url TEXT, outlet TEXT,
  credit TEXT NOT NULL, published TEXT NOT NULL, precision TEXT, fetched TEXT NOT NULL, known TEXT NOT NULL
) STRICT;
CREATE INDEX editions_address ON editions (address);
CREATE INDEX editions_report ON editions (report);
CREATE INDEX editions_published ON editions (published);
CREATE TABLE bodies (seq INTEGER PRIMARY KEY REFERENCES editions, text TEXT NOT NULL, raw BLOB NOT NULL) STRICT;
CREATE TABLE readings (
  id INTEGER PRIMARY KEY, seq INTEGER NOT NULL REFERENCES editions, reader TEXT NOT NULL, known TEXT NOT NULL, record BLOB NOT NULL,
  UNIQUE (seq, reader)
) STRICT;
CREATE TABLE rulings (id INTEGER PRIMARY KEY AUTOINCREMENT, known TEXT NOT NULL, name TEXT NOT NULL, reason TEXT NOT NULL, body BLOB NOT NULL) STRICT;
CREATE TABLE redactions (
  seq INTEGER PRIMARY KEY REFERENCES editions, hash TEXT NOT NULL, known TEXT NOT NULL, name TEXT NOT NULL, reason TEXT NOT NULL,
  stub BLOB NOT NULL
) STRICT;
CREATE TABLE entries (
  seq INTEGER NOT NULL, kind TEXT NOT NULL, root TEXT NOT NULL, cell TEXT NOT NULL, number INTEGER NOT NULL, data BLOB NOT NULL
) STRICT;
CREATE INDEX entries_cell ON entries (kind, cell);
CREATE INDEX entries_root ON entries (kind, root);
CREATE INDEX entries_seq ON entries (seq);
CREATE TABLE postings (mark INTEGER NOT NULL, day INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (mark, day, seq)) STRICT, WITHOUT ROWID;
CREATE TABLE links (one INTEGER NOT NULL, other INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (one, other)) STRICT, WITHOUT ROWID;
CREATE INDEX links_other ON links (other);
CREATE TABLE cells (cell TEXT PRIMARY KEY, root TEXT NOT NULL, measure TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX cells_root ON cells (root, measure);
CREATE INDEX cells_measure ON cells (measure);
CREATE TABLE soiled (cell TEXT PRIMARY KEY, measure TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE views (
  id TEXT PRIMARY KEY, cell TEXT NOT NULL, measure TEXT NOT NULL, place TEXT NOT NULL, who TEXT NOT NULL, situation TEXT NOT NULL,
  changed TEXT NOT NULL, stale INTEGER NOT NULL, data BLOB NOT NULL
) STRICT;
CREATE INDEX views_cell ON views (cell);
CREATE INDEX views_measure ON views (measure, place);
CREATE INDEX views_situation ON views (situation);
CREATE INDEX views_changed ON views (changed DESC, id DESC);
CREATE INDEX views_stale ON views (stale) WHERE stale > 0;
CREATE TABLE claims (id TEXT NOT NULL, view TEXT NOT NULL, cell TEXT NOT NULL, PRIMARY KEY (id, view)) STRICT, WITHOUT ROWID;
CREATE INDEX claims_cell ON claims (cell);
"""

APPENDED = ("editions", "bodies", "readings", "rulings", "redactions")
REDACTABLE = {"bodies", "readings"}


def _guards() -> str:
    lines = []
    for table in APPENDED:
        lines.append(
            f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} are appended, never changed'); END;"
        )
        unless = "WHEN NOT EXISTS (SELECT 1 FROM redactions WHERE seq = OLD.seq) " if table in REDACTABLE else ""
        lines.append(
            f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {unless}"
            f"BEGIN SELECT RAISE(ABORT, '{table} are appended, never deleted'); END;"
        )
    return "\n".join(lines)


RETIRED = """
CREATE TABLE retired (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL, edition TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL,
  UNIQUE (id, edition, start, stop)
) STRICT;
CREATE TRIGGER retired_no_update BEFORE UPDATE ON retired BEGIN SELECT RAISE(ABORT, 'retired ids are appended, never changed'); END;
CREATE TRIGGER retired_no_delete BEFORE DELETE ON retired BEGIN SELECT RAISE(ABORT, 'retired ids are appended, never deleted'); END;
ALTER TABLE claims ADD COLUMN edition TEXT;
ALTER TABLE claims ADD COLUMN start INTEGER;
ALTER TABLE claims ADD COLUMN stop INTEGER;
CREATE TABLE places (place TEXT NOT NULL, cell TEXT NOT NULL, PRIMARY KEY (place, cell)) STRICT, WITHOUT ROWID;
INSERT INTO places SELECT DISTINCT place, cell FROM views;
CREATE INDEX readings_known ON readings (known);
CREATE INDEX editions_known ON editions (known);
CREATE INDEX editions_fetched ON editions (fetched);
INSERT OR IGNORE INTO soiled SELECT cell, measure FROM cells;
"""
"""Ids of claims, tallies and situations that are no more, with the place of a figure that they had; claims keep that of theirs."""

JUDGED_ANEW = "INSERT OR IGNORE INTO soiled SELECT cell, measure FROM cells;"
"""The migration of a version whose rules of verdicts are others: what older ones judged is judged again."""

LINES = """
ALTER TABLE views ADD COLUMN printed_place TEXT NOT NULL DEFAULT '';
ALTER TABLE views ADD COLUMN printed_who TEXT NOT NULL DEFAULT '';
ALTER TABLE views ADD COLUMN listed TEXT NOT NULL DEFAULT '';
ALTER TABLE views ADD COLUMN shown TEXT NOT NULL DEFAULT '';
CREATE INDEX views_listed ON views (listed);
CREATE INDEX views_shown ON views (shown);
CREATE TABLE lines (
  view TEXT NOT NULL, n INTEGER NOT NULL, key TEXT NOT NULL, by TEXT NOT NULL, status TEXT NOT NULL, source TEXT NOT NULL, words TEXT NOT NULL,
  numbers TEXT NOT NULL, outlets TEXT NOT NULL, PRIMARY KEY (view, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX lines_key ON lines (key);
CREATE INDEX lines_by ON lines (by) WHERE by <> '';
INSERT OR IGNORE INTO soiled SELECT cell, measure FROM cells;
"""
"""The lines by which claims are found, and the orders of lists; views know neither before they are judged again."""

MIGRATIONS = (FIRST + _guards(), SEARCH, RETIRED, JUDGED_ANEW, LINES)
"""From each version to the next. A released one is never changed; a new one is appended."""


def prepare(connection: sqlite3.Connection, path: str, *, create: bool) -> None:
    """Brings the file to this version.

    Raises:
        NotALedger: the file is something else.
        FutureLedger: a newer version wrote it.
    """
    version = _version(connection, path, create=create)
    if version > len(MIGRATIONS):
        raise FutureLedger(f"{path} has version {version}; this program knows up to {len(MIGRATIONS)}: update khabar")
    for at in range(version, len(MIGRATIONS)):
        connection.executescript(
            f"BEGIN IMMEDIATE; {MIGRATIONS[at]} PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {at + 1}; COMMIT;"
        )


def _version(connection: sqlite3.Connection, path: str, *, create: bool) -> int:
    try:
        (mark,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError as e:
        raise NotALedger(f"{path} is no ledger: {e}") from None
    if mark == APPLICATION_ID:
        return int(version)
    if tables or not create:
        raise NotALedger(f"{path} is no ledger")
    return 0
