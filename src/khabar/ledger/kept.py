"""Tallies kept between questions: judged once, and again only where something came in that concerns them."""

import sqlite3
from collections.abc import Iterable, Sequence

from khabar.ledger.rows import clock_of
from khabar.model.entry import View
from khabar.model.listing import Order, Sought, bar

COLUMNS = "id, cell, measure, place, who, situation, changed, stale, data, printed_place, printed_who, listed, shown"
FEW = 5000
"""Claims that are found first and then put in order."""
LINE = ("key", "by", "status", "source", "words", "numbers", "outlets")


class Kept:
    """The tables of cells, views and soiled cells of one ledger. Writing needs an open transaction of the store's."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def know(self, cells: Iterable[tuple[str, str, str]], names: Iterable[tuple[str, str]]) -> None:
        """Cells (with root and measure) in which something is filed, known from now on, and soiled; and the names of their places."""
        rows = list(cells)
        self._connection.executemany("INSERT OR IGNORE INTO places VALUES (?, ?)", list(names))
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

    def soil_cells(self, cells: Iterable[str]) -> None:
        """These cells must be judged again, as far as there are such."""
        self._connection.executemany(
            "INSERT OR IGNORE INTO soiled SELECT cell, measure FROM cells WHERE cell = ?", [(cell,) for cell in cells]
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
        """The views of a cell, in the place of those that it had. Ids that are gone with those are retired."""
        self._retire(cell, views)
        self._connection.execute("DELETE FROM lines WHERE view IN (SELECT id FROM views WHERE cell = ?)", (cell,))
        for table in ("claims", "views", "soiled"):
            self._connection.execute(f"DELETE FROM {table} WHERE cell = ?", (cell,))
        self._connection.executemany(
            f"INSERT OR REPLACE INTO views ({COLUMNS}) VALUES (?{', ?' * COLUMNS.count(',')})",
            [
                (v.id, cell, v.measure, v.place, v.who, v.situation, v.changed, v.stale, v.data, v.printed_place, v.printed_who, v.listed, v.shown)
                for v in views
            ],
        )
        self._connection.executemany(
            f"INSERT OR REPLACE INTO lines (view, n, {', '.join(LINE)}) VALUES (?, ?{', ?' * len(LINE)})",
            [(v.id, n, *(getattr(one, name) for name in LINE)) for v in views for n, one in enumerate(v.lines)],
        )
        self._connection.executemany(
            "INSERT OR IGNORE INTO claims VALUES (?, ?, ?, ?, ?, ?)",
            [(c.claim, v.id, cell, c.edition, c.start, c.end) for v in views for c in v.claims],
        )

    def _retire(self, cell: str, views: Sequence[View]) -> None:
        """Appends the ids of claims, tallies and situations that the cell had and has no more, each with the place of a figure."""
        had = self._connection.execute(
            "SELECT c.id, c.view, v.situation, c.edition, c.start, c.stop FROM claims c JOIN views v ON v.id = c.view "
            "WHERE c.cell = ? AND c.edition IS NOT NULL ORDER BY c.edition, c.start",
            (cell,),
        ).fetchall()
        live = {n for v in views for n in (v.id, v.situation, *(c.claim for c in v.claims))}
        gone = {name: row[3:] for row in reversed(had) for name in row[:3] if name not in live}
        self._connection.executemany(
            "INSERT OR IGNORE INTO retired (id, edition, start, stop) VALUES (?, ?, ?, ?)",
            [(name, *place) for name, place in sorted(gone.items())],
        )

    def retired(self, name: str) -> tuple[str, int, int] | None:
        """The place (edition, start, end) of a figure of a claim, tally or situation that had this id once; the last known."""
        found = self._connection.execute(
            "SELECT edition, start, stop FROM retired WHERE id = ? ORDER BY n DESC LIMIT 1", (name,)
        ).fetchone()
        return (str(found[0]), int(found[1]), int(found[2])) if found else None

    def views(
        self, *, measure: str | None = None, place: Sequence[str] | None = None, who: str | None = None, situation: str | None = None,
        stale: bool = False, limit: int = -1,
    ) -> list[bytes]:  # fmt: skip
        """The tallies asked for, the last changed first; of a place all of the cells that know its name."""
        asked = {"measure": measure, "who": who, "situation": situation}
        by = "+" if place else ""  # of a place there are few: SQLite must not go through all of a measure
        where = [f"{by}{name} = ?" for name, value in asked.items() if value is not None] + (["stale > 0"] if stale else [])
        marks = ", ".join("?" * len(place or ()))
        where += [f"cell IN (SELECT cell FROM places WHERE place IN ({marks}))"] if place else []
        rows = self._connection.execute(
            f"SELECT data FROM views {'WHERE ' + ' AND '.join(where) if where else ''} ORDER BY changed DESC, id DESC LIMIT ?",
            [*(v for v in asked.values() if v is not None), *(place or ()), limit],
        )
        return [data for (data,) in rows]

    def sought(self, asked: Sought, *, order: Order, limit: int, offset: int) -> tuple[int, list[tuple[str, int]]]:
        """How many claims are sought, and some of them in an order: the id of the view, and which of its claims."""
        where, values = _conditions(asked)
        by_view = "JOIN views v ON v.id = l.view" if "v." in where else ""
        (total,) = self._connection.execute(f"SELECT count(*) FROM lines l {by_view} {where}", values).fetchone()
        sort = total < FEW  # of many, going through all in order ends sooner
        joined = "lines l CROSS JOIN views v ON v.id = l.view" if sort else "views v CROSS JOIN lines l ON l.view = v.id"
        rows = self._connection.execute(
            f"SELECT v.id, l.n FROM {joined} {where} ORDER BY v.{order}, l.n LIMIT ? OFFSET ?", (*values, limit, offset)
        )
        return int(total), [(str(name), int(at)) for name, at in rows]

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

    def home_of(self, tally: str) -> tuple[str, str] | None:
        """The cell and the situation that a tally is made of, as last judged."""
        found = self._connection.execute("SELECT cell, situation FROM views WHERE id = ?", (tally,)).fetchone()
        return (str(found[0]), str(found[1])) if found else None

    def homes_of(self, claim: str) -> list[tuple[str, str]]:
        """The cells and situations in which a claim is, as last judged."""
        rows = self._connection.execute(
            "SELECT v.cell, v.situation FROM claims c JOIN views v ON v.id = c.view WHERE c.id = ? ORDER BY 1, 2", (claim,)
        )
        return [(str(cell), str(situation)) for cell, situation in rows]

    def between(self, since: str, until: str, *, clock: str = "published") -> list[str]:
        """The cells in which something may have changed by editions that came after `since` and by `until`, on a clock."""
        rows = self._connection.execute(
            f"WITH new AS MATERIALIZED (SELECT seq FROM editions WHERE {clock_of(clock)} > ?1 AND {clock} <= ?2) "
            "SELECT c.cell FROM cells c WHERE c.root IN (SELECT n.root FROM entries n WHERE n.seq IN new) ORDER BY c.cell",
            (since, until),
        )
        return [cell for (cell,) in rows]

    def around(self, editions: Iterable[str]) -> list[str]:
        """All cells of the roots that editions are about."""
        found: set[str] = set()
        for edition in editions:
            rows = self._connection.execute(
                "SELECT c.cell FROM cells c WHERE c.root IN "
                "(SELECT n.root FROM entries n JOIN editions e USING (seq) WHERE e.edition = ?)",
                (edition,),
            )
            found.update(cell for (cell,) in rows)
        return sorted(found)

    def latest(self) -> str:
        """The last moment of publication in the ledger."""
        (at,) = self._connection.execute("SELECT max(published) FROM editions").fetchone()
        return at or ""

    def version(self) -> int:
        """Changes when another connection has written."""
        (number,) = self._connection.execute("PRAGMA data_version").fetchone()
        return int(number)


def _conditions(asked: Sought) -> tuple[str, list[str]]:
    """What is asked for in SQL, as `khabar.model.listing.wanted` has it."""
    exact = {
        "v.measure": asked.measure, "v.printed_place": asked.place, "v.printed_who": asked.who, "l.status": asked.status,
        "l.key": asked.key, "l.by": asked.by,
    }  # fmt: skip
    found = [(f"{name} = ?", [value]) for name, value in exact.items() if value is not None]
    if asked.source is not None:
        found.append(("instr(l.source, ?)", [asked.source.casefold()]))
    if asked.outlet is not None:
        found.append(("instr(l.outlets, ?)", [bar(asked.outlet)]))
    found += [("(instr(l.words, ?) OR instr(l.numbers, ?))", [w, bar(w.replace(",", ""))]) for w in asked.words]
    where = f"WHERE {' AND '.join(clause for clause, _ in found)}" if found else ""
    return where, [value for _, values in found for value in values]
