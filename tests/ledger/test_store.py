import sqlite3
from pathlib import Path

import pytest

from khabar.ledger import schema
from khabar.ledger.schema import APPENDED
from khabar.model.errors import FutureLedger, NotALedger, NotARecord, NotThere, UsageError
from khabar.model.listing import Sought
from khabar.pipeline import Ledger
from tests.relating.hand import report, say

A = report("a", "2024-01-01T08:00:00Z", say(12, "Police"))
B = report("b", "2024-01-02T08:00:00Z", say(15, "Police"))


def test_a_file_that_is_something_else(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("no ledger " * 200)
    with pytest.raises(NotALedger):
        Ledger(tmp_path / "note.txt")
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE things (id)")
    other.close()
    with pytest.raises(NotALedger):
        Ledger(tmp_path / "other.db")


def test_an_empty_file_becomes_one_only_if_it_may(tmp_path: Path) -> None:
    (tmp_path / "k.db").touch()
    with pytest.raises(NotALedger):
        Ledger(tmp_path / "k.db", create=False)
    with Ledger(tmp_path / "k.db") as ledger:
        assert ledger.tallies() == []
    with pytest.raises(NotThere):
        Ledger(tmp_path / "absent.db", create=False)
    with pytest.raises(NotALedger):
        Ledger(tmp_path / "no" / "such" / "folder.db")


def test_one_of_a_newer_version(tmp_path: Path) -> None:
    Ledger(tmp_path / "k.db").close()
    with sqlite3.connect(tmp_path / "k.db") as file:
        file.execute("PRAGMA user_version = 999")
    file.close()
    with pytest.raises(FutureLedger):
        Ledger(tmp_path / "k.db")


@pytest.mark.parametrize("table", sorted(APPENDED))
def test_what_is_appended_is_never_changed(table: str) -> None:
    with Ledger(":memory:") as ledger:
        ledger.add(A)
        connection = ledger._store._connection
        guarded = connection.execute(
            "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ? AND name LIKE ?",
            (table, f"{table}_no_%"),
        ).fetchone()
        assert guarded == (2,)
        if connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]:
            column = connection.execute(f"PRAGMA table_info({table})").fetchall()[-1][1]
            with pytest.raises(sqlite3.IntegrityError):
                connection.execute(f"UPDATE {table} SET {column} = {column}")
            with pytest.raises(sqlite3.IntegrityError):
                connection.execute(f"DELETE FROM {table}")


def test_the_same_edition_twice_adds_nothing() -> None:
    with Ledger(":memory:") as ledger:
        assert [(a.new, a.new_reading) for a in ledger.add(A, B)] == [(True, True), (True, True)]
        assert [(a.new, a.new_reading) for a in ledger.add(A, B)] == [(False, False), (False, False)]
        assert ledger.library().reports()[0] == 2


def test_a_batch_that_fails_leaves_nothing_of_itself() -> None:
    with Ledger(":memory:") as ledger:
        ledger.add(A)
        with pytest.raises(NotARecord):
            ledger.add(B, {"id": "x", "text": 3})
        assert ledger.library().reports()[0] == 1
        ledger.add(B)
        assert [c.status for t in ledger.tallies() for c in t.claims] == ["superseded", "standing"]


def test_two_hands_on_one_ledger(tmp_path: Path) -> None:
    with Ledger(tmp_path / "k.db") as one, Ledger(tmp_path / "k.db") as other:
        one.add(A)
        assert [c.best for t in other.tallies() for c in t.claims] == [12]
        other.add(B)
        assert [c.best for t in one.tallies() for c in t.claims] == [12, 15]


def test_a_clock_that_is_none() -> None:
    with Ledger(":memory:") as ledger:
        ledger.add(A)
        with pytest.raises(UsageError):
            ledger.tallies(as_of="2024-01-01", clock="sundial")


def test_one_of_the_version_before_is_brought_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "old.db"
    with monkeypatch.context() as before:
        before.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:-1])
        Ledger(path).close()
    with Ledger(path) as ledger:
        ledger.add(A, B)

        assert [c.best for _, c in ledger.claims(Sought())[1]] == [12, 15]
