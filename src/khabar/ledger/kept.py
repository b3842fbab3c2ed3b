"""Tallies kept between questions: judged once, and again only where something came in that concerns them."""

import sqlite3
from collections.abc import Iterable, Sequence

from khabar.model.entry import View

COLUMNS = "id, cell, measure, place, who, situation, changed, stale, data"


class Kept:
    """The tables of cells, views and soiled cells of one ledger. Writing needs an open transaction of the store's."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def know(self, cells: Iterable[tuple[str, str, str]]) -> None:
        """Cells (with root and measure) in which something is filed: they are known from now on, and soiled."""
        rows = list(cells)
        self._connection.executemany("INSERT OR IGNORE INTO cells VALUES (?, ?, ?)", rows)
        self._connection.executemany(
            "INSERT OR IGNORE INTO soiled VALUES (?, ?)", [(cell, measure) for cell, _, measure in rows]
        )

    def soil(self, root: str, measure: str | None = None) -> None:
        """All cells of a root, or those of one measure, must be judged again."""
        self._connection.execute(
            "INSERT OR IGNORE INTO soiled SELECT cell, measure FROM cells WHERE root = ?1 AND (?2 IS NULL OR measure = ?2)",
            (root, measure),
        )

    def soil_of(self, edition: str) -> None:
        """The cells in which an edition's figures are filed must be judged again."""
        self._connection.execute(
            "INSERT OR IGNORE INTO soiled SELECT DISTINCT c.cell, c.measure FROM editions e JOIN entries n USING (seq) "
            "JOIN cells c USING (cell) WHERE e.edition = ?",
            (edition,),
        )

    def shake(self, edition: str) -> None:
        """All cells of an edition's roots, and those of editions linked to it, must be judged again."""
        self._connection.execute(
            "WITH own AS MATERIALIZED (SELECT seq FROM editions WHERE edition = ?), near AS MATERIALIZED ("
            "SELECT seq FROM own UNION SELECT other FROM links WHERE one IN own UNION SELECT one FROM links WHERE other IN own) "
            "INSERT OR IGNORE INTO soiled SELECT cell, measure FROM cells WHERE root IN (SELECT root FROM entries WHERE seq IN near)",
            (edition,),
        )

    def soiled(self, measure: str | None = None) -> list[str]:
        """The cells that must be judged again."""
        rows = self._connection.execute(
            "SELECT cell FROM soiled WHERE ?1 IS NULL OR measure = ?1 ORDER BY cell", (measure,)
        )
        return [cell for (cell,) in rows]

    def put(self, cell: str, views: Sequence[View]) -> None:
        """The views of a cell, in the place of those that it had."""
        for table in ("claims", "views", "soiled"):
            self._connection.execute(f"DELETE FROM {table} WHERE cell = ?", (cell,))
        self._connection.executemany(
            f"INSERT OR REPLACE INTO views ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(v.id, cell, v.measure, v.place, v.who, v.situation, v.changed, v.stale, v.data) for v in views],
        )
        self._connection.executemany(
            "INSERT OR IGNORE INTO claims VALUES (?, ?, ?)", [(claim, v.id, cell) for v in views for claim in v.claims]
        )

    def views(
        self, *, measure: str | None = None, place: Sequence[str] | None = None, who: str | None = None, situation: str | None = None,
        stale: bool = False, limit: int = -1,
    ) -> list[bytes]:  # fmt: skip
        """The tallies asked for, the last changed first."""
        asked = {"measure": measure, "who": who, "situation": situation}
        where = [f"{name} = ?" for name, value in asked.items() if value is not None] + (["stale > 0"] if stale else [])
        where += [f"place IN ({', '.join('?' * len(place))})"] if place else []
        rows = self._connection.execute(
            f"SELECT data FROM views {'WHERE ' + ' AND '.join(where) if where else ''} ORDER BY changed DESC, id DESC LIMIT ?",
            [*(v for v in asked.values() if v is not None), *(place or ()), limit],
        )
        return [data for (data,) in rows]

    def situations(self, limit: int) -> list[tuple[str, int, str]]:
        """Each situation with how many tallies it has and when one last changed, the last changed first."""
        rows = self._connection.execute(
            "SELECT situation, count(*), max(changed) FROM views GROUP BY situation ORDER BY 3 DESC, 1 LIMIT ?",
            (limit,),
        )
        return [(str(name), int(tallies), str(changed)) for name, tallies, changed in rows]

    def view(self, name: str) -> bytes | None:
        """One tally by its id."""
        found = self._connection.execute("SELECT data FROM views WHERE id = ?", (name,)).fetchone()
        return found[0] if found else None

    def cell_of(self, tally: str) -> str | None:
        """The cell that a tally is made of, as last judged."""
        found = self._connection.execute("SELECT cell FROM views WHERE id = ?", (tally,)).fetchone()
        return found[0] if found else None

    def cells_of(self, claim: str) -> list[str]:
        """The cells in which a claim is, as last judged."""
        rows = self._connection.execute("SELECT DISTINCT cell FROM claims WHERE id = ? ORDER BY cell", (claim,))
        return [cell for (cell,) in rows]

    def recent(self, until: str, limit: int) -> list[str]:
        """The cells in which something was last published by a moment, the latest first."""
        rows = self._connection.execute(
            "SELECT n.cell, max(e.published) AS at FROM entries n JOIN editions e USING (seq) "
            "WHERE n.kind = 'mention' AND e.published <= ? GROUP BY n.cell ORDER BY at DESC, n.cell LIMIT ?",
            (until, limit),
        )
        return [cell for cell, _ in rows]

    def between(self, since: str, until: str) -> list[str]:
        """The cells in which something may have changed in what was published after `since` and by `until`."""
        rows = self._connection.execute(
            "WITH new AS MATERIALIZED (SELECT seq FROM editions WHERE published > ?1 AND published <= ?2) "
            "SELECT c.cell FROM cells c WHERE c.root IN (SELECT n.root FROM entries n WHERE n.seq IN new) ORDER BY c.cell",
            (since, until),
        )
        return [cell for (cell,) in rows]

    def latest(self) -> str:
        """The last moment of publication in the ledger."""
        (at,) = self._connection.execute("SELECT max(published) FROM editions").fetchone()
        return at or ""

    def version(self) -> int:
        """Changes when another connection has written."""
        (number,) = self._connection.execute("PRAGMA data_version").fetchone()
        return int(number)
