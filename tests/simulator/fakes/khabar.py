"""A stand-in with the program's public names, to try the benches themselves. It keeps reports and judges nothing."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from types import SimpleNamespace
from typing import Any


class Ledger:
    """Keeps records by id; loses the last ones where FAKE_LOSES is set."""

    def __init__(self, path: Path) -> None:
        self.base = sqlite3.connect(path, isolation_level=None)
        self.base.execute("PRAGMA journal_mode=WAL")
        self.base.execute("CREATE TABLE IF NOT EXISTS report (id TEXT PRIMARY KEY, record TEXT)")
        self.held: list[tuple[str, str]] = []

    def add_readings(self, records: Iterable[dict[str, Any]]) -> None:
        """Keeps records."""
        self.held += [(r["id"], json.dumps(r)) for r in records]
        if len(self.held) >= (5 if os.environ.get("FAKE_LOSES") else 1):
            self.base.execute("BEGIN")
            self.base.executemany("INSERT OR IGNORE INTO report VALUES (?, ?)", self.held)
            self.base.execute("COMMIT")
            self.held.clear()

    def tally(
        self, measure: str, *, as_of: str | None = None, place: str | None = None, limit: int | None = None
    ) -> dict[str, Any]:
        """Answers with no more than a count."""
        count = self.base.execute("SELECT count(*) FROM report").fetchone()
        return {"measure": measure, "as_of": as_of, "place": place, "limit": limit, "tallies": [], "held": count}

    def board(self, *, limit: int | None = None, as_of: str | None = None) -> list[SimpleNamespace]:  # noqa: ARG002
        """One tally of nothing."""
        return [SimpleNamespace(place="Peru", changed="2001-01-01T00:00:00Z", claims=())]

    def situations(self) -> list[str]:
        """None."""
        return []

    tallies = board

    def close(self) -> None:
        """Closes the file."""
        self.base.close()
