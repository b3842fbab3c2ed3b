"""The reports themselves as a ledger keeps them: lists, texts with their readings, editions of one address, search."""

import hashlib
import itertools
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from khabar.ledger.rows import CLOCKS
from khabar.ledger.search import query
from khabar.ledger.store import Store
from khabar.model.errors import UsageError
from khabar.model.reading import Reading
from khabar.model.report import Held, Hit, Row

COLUMNS = ", ".join(f"e.{name}" for name in Row.__struct_fields__)
CANDIDATES = 2000
"""Ranking every text that has a very common word is slow: only so many, the newest, are ranked."""


class Library:
    """Reports of a ledger, as of a moment.

    Args:
        store: the ledger's file.
        as_of: ISO moment; None for all there is.
        clock: which of the three clocks the moment is on.
    """

    def __init__(self, store: Store, *, as_of: str | None = None, clock: str = "published") -> None:
        if clock not in CLOCKS:
            raise UsageError(f"{clock!r} is no clock; there are {', '.join(CLOCKS)}")
        self._store = store
        self._until = as_of or "9999"
        self._clock = clock

    def reports(
        self, *, outlet: str | None = None, lang: str | None = None, limit: int = 100, offset: int = 0
    ) -> tuple[int, list[Row]]:
        """How many editions there are, and some of them, the newest first."""
        where = f"e.{self._clock} <= ?1 AND (?2 IS NULL OR e.outlet = ?2) AND (?3 IS NULL OR e.lang = ?3)"
        values = (self._until, outlet, lang)
        (total,) = next(self._ask(f"SELECT count(*) FROM editions e WHERE {where}", *values))
        rows = self._ask(
            f"SELECT {COLUMNS} FROM editions e WHERE {where} ORDER BY e.published DESC, e.edition LIMIT ?4 OFFSET ?5",
            *values, limit, offset,
        )  # fmt: skip
        return int(total), [_row(r) for r in rows]

    def version(self) -> str:
        """What the ledger is at the moment, in words: how many editions, a digest of which they are, the last one known."""
        found = list(
            self._ask(f"SELECT e.edition, e.known FROM editions e WHERE e.{self._clock} <= ? ORDER BY 1", self._until)
        )
        digest = hashlib.sha256("\n".join(edition for edition, _ in found).encode()).hexdigest()[:16]
        return f"{len(found):,} editions, digest {digest}, the last added {max((k for _, k in found), default='never')}"

    def outlets(self) -> list[tuple[str, int]]:
        """Every outlet with the number of its editions, the most printed first."""
        rows = self._ask(
            f"SELECT e.outlet, count(*) FROM editions e WHERE e.{self._clock} <= ? AND e.outlet IS NOT NULL "
            "GROUP BY e.outlet ORDER BY 2 DESC, 1",
            self._until,
        )
        return [(str(outlet), int(count)) for outlet, count in rows]

    def row(self, name: str) -> Row:
        """An edition's row by its key, or the last of a report's id or address. Raises NotThere."""
        return self._store.row(name)

    def held(self, name: str) -> Held:
        """An edition by its key, or the last by a report's id or address. Raises NotThere."""
        row = self._store.row(name)
        text = self._store.text(row.edition)
        editions = self._ask(
            f"SELECT {COLUMNS} FROM editions e WHERE e.address = ? ORDER BY e.published, e.edition", row.address
        )
        return Held(row=row, reading=self._reading(row.edition, text), editions=tuple(_row(r) for r in editions))

    def text(self, edition: str) -> str | None:
        """The text of an edition, None where it was redacted."""
        return self._store.text(edition)

    def cells(self, edition: str) -> list[str]:
        """The cells in which the edition's figures are filed."""
        rows = self._ask(
            "SELECT DISTINCT n.cell FROM entries n JOIN editions e USING (seq) WHERE e.edition = ? AND n.kind = 'mention' ORDER BY 1",
            edition,
        )
        return [str(cell) for (cell,) in rows]

    def copies(self, edition: str) -> list[Row]:
        """The copy group of an edition, itself included, in the order published: all that are linked to it through what is known."""
        rows = self._ask(
            "WITH RECURSIVE own(seq) AS (SELECT seq FROM editions WHERE edition = ?1 UNION "
            "SELECT e.seq FROM own g JOIN links l ON l.one = g.seq JOIN editions e ON e.seq = l.other "
            f"WHERE e.{self._clock} <= ?2 UNION "
            "SELECT e.seq FROM own g JOIN links l ON l.other = g.seq JOIN editions e ON e.seq = l.one "
            f"WHERE e.{self._clock} <= ?2) "
            f"SELECT {COLUMNS} FROM own JOIN editions e USING (seq) ORDER BY e.published, e.edition",
            edition, self._until,
        )  # fmt: skip
        return [_row(r) for r in rows]

    def search(self, words: str, *, limit: int = 50) -> list[Hit]:
        """The reports that have all the words, the best first."""
        asked = query(words)
        if asked is None:
            return []
        whole = asked.removesuffix("*")
        often = self._newest(whole) if whole != asked else []
        if len(often) == CANDIDATES:
            asked, near = whole, often  # of so many texts those with its beginning alone are not wanted, and SQLite would gather all of them first
        else:
            near = self._newest(asked)
        return [self._hit(asked, seq) for seq in self._best(asked, near, limit)]

    def _newest(self, asked: str) -> list[int]:
        """The newest texts that a question finds."""
        rows = self._ask(
            "SELECT f.rowid FROM found f CROSS JOIN editions e ON e.seq = f.rowid "
            f"WHERE f.found MATCH ? AND e.{self._clock} <= ? ORDER BY f.rowid DESC LIMIT ?",
            asked, self._until, CANDIDATES,
        )  # fmt: skip
        return [seq for (seq,) in rows]

    def _best(self, asked: str, near: list[int], limit: int) -> list[int]:
        """The best of some texts; of too many the newest. Each step is asked by itself: joined, SQLite ranks every text."""
        if not near or len(near) == CANDIDATES:
            return near[:limit]  # a word of thousands of texts ranks none of them, and to weigh it SQLite would go through all
        among = set(near)
        ranked = self._ask(
            "SELECT rowid FROM found WHERE found MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rank", asked, near[-1], near[0]
        )
        return list(itertools.islice((seq for (seq,) in ranked if seq in among), limit))

    def _hit(self, asked: str, seq: int) -> Hit:
        (found,) = self._ask(
            f"SELECT {COLUMNS}, snippet(found, 0, char(2), char(3), ' … ', 24) FROM found CROSS JOIN editions e ON e.seq = found.rowid "
            "WHERE found MATCH ? AND found.rowid = ?",
            asked, seq,
        )  # fmt: skip
        return Hit(row=_row(found[:-1]), around=str(found[-1] or ""))

    def _reading(self, edition: str, text: str | None) -> Reading | None:
        found = list(
            self._ask(
                "SELECT r.record FROM readings r JOIN editions e USING (seq) WHERE e.edition = ? ORDER BY r.id DESC LIMIT 1",
                edition,
            )
        )
        if text is None or not found:
            return None
        return msgspec.structs.replace(msgspec.json.decode(found[0][0], type=Reading), text=text)

    def _ask(self, question: str, *values: object) -> Iterator[Sequence[Any]]:
        return self._store.ask(question, *values)


def _row(values: Sequence[Any]) -> Row:
    said = dict(zip(Row.__struct_fields__, values, strict=True))
    return Row(**{**said, "credit": tuple(msgspec.json.decode(said["credit"]))})
