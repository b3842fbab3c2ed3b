"""The ledger's answers held against the truth."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from .truth import Row

Answer = dict[str, Any]
Answers = dict[tuple[str, str], Answer]  # (as of, measure): what `khabar tally` gives
BARS = {"withdrawn": (0.99, 0.97), "disowned": (0.99, 0.97), "superseded": (0.99, 0.97)}
SUPPORT_BAR = 0.98
EVERYBODY = ("", "people", "whole population", "all", "none")
MARKS = ("unconfirmed", "disputed", "contested", "part exceeds total", "parts do not sum", "altered")
FALLEN = ("withdrawn", "disowned")


@dataclass(slots=True)
class Score:
    """Right, wrongly said, and missed."""

    hit: int = 0
    false: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of what was said that is right."""
        return self.hit / (self.hit + self.false) if self.hit + self.false else 1.0

    @property
    def recall(self) -> float:
        """The share of what is so that was said."""
        return self.hit / (self.hit + self.missed) if self.hit + self.missed else 1.0


@dataclass(slots=True)
class Tables:
    """All that is counted over any number of seeds."""

    scores: dict[tuple[str, str], Score] = field(default_factory=lambda: defaultdict(Score))
    shares: dict[str, Counter[bool]] = field(default_factory=lambda: defaultdict(Counter))
    wrong: list[str] = field(default_factory=list)

    def count(self, table: str, said: set[str], so: set[str], what: str) -> None:
        """Counts a set of answers against a set of truths."""
        for name in said | so:
            kind = name.split("|")[0]
            score = self.scores[table, kind]
            score.hit += name in said and name in so
            score.false += name in said - so
            score.missed += name in so - said
        if said != so:
            self.wrong.append(f"{table} {what}: said {sorted(said)}, true {sorted(so)}")

    def share(self, name: str, right: bool, what: str) -> None:
        """Counts one thing as right or wrong."""
        self.shares[name][right] += 1
        if not right:
            self.wrong.append(f"{name} {what}")

    def missed_bars(self) -> list[str]:
        """The bars that are missed, in words."""
        found = [f"{k}: {s.precision:.3f}/{s.recall:.3f}" for k, s in self._barred() if not _holds(k, s)]
        exact = self.shares["support"]
        share = exact[True] / max(1, exact.total())
        return found + ([f"support exact: {share:.3f}"] if share < SUPPORT_BAR else [])

    def _barred(self) -> Iterator[tuple[str, Score]]:
        return ((kind, self.scores["status", kind]) for kind in BARS)


def _holds(kind: str, score: Score) -> bool:
    precision, recall = BARS[kind]
    return score.precision >= precision and score.recall >= recall


def compare(truth: Iterable[Row], answers: Answers, tables: Tables | None = None) -> Tables:
    """Counts what the answers got right, each claim as of each moment."""
    counted = tables or Tables()
    grouped: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in truth:
        grouped[row["as_of"], row["measure"]].append(row)
    for key in grouped.keys() | answers.keys():
        _one(grouped[key], answers.get(key, {}), counted)
    return counted


def _one(rows: list[Row], answer: Answer, tables: Tables) -> None:
    """One measure as of one moment."""
    given = list(_flat(answer))
    ids = {str(a.get("id")): a for a in given}
    pool: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for row in rows:
        if row["kind"] == "claim":
            pool[_key(row)].append(row)
    ignored: dict[tuple[Any, ...], set[str]] = defaultdict(set)
    for row in rows:
        if row["kind"] == "other":
            ignored[_value(row)[:3]].add(row["said"])
    for claim in given:
        found = _match(pool, claim)
        _pair(found, claim, ids, tables) if found else _unknown(claim, ignored, tables)
    for row in (r for found in pool.values() for r in found):
        _absent(row, tables)


def _flat(answer: Answer) -> Iterator[Answer]:
    """All claims of all tallies, each with its tally's keys."""
    for tally in answer.get("tallies", []):
        for claim in tally["claims"]:
            yield claim | {k: tally.get(k) for k in ("measure", "place", "who", "situation") if k not in claim}


def _key(claim: Answer) -> tuple[Any, ...]:
    who = plain(claim.get("who"))
    return (plain(claim.get("place")), "" if who in EVERYBODY else who, *_value(claim))


def _value(claim: Answer) -> tuple[Any, ...]:
    return (claim.get("low"), claim.get("best"), claim.get("high"), day(claim.get("said")))


def plain(name: object) -> str:
    """A name without case, articles and marks; of a mapping, its name."""
    if isinstance(name, dict):
        name = name.get("name") or name.get("label")
    words = re.sub(r"[^\w ]+", " ", str(name or "").lower().replace("'s", "s")).split()
    return " ".join(w for w in words if w not in ("the", "a", "an"))


def day(said: object) -> str:
    """The day of a time, however it is written."""
    if isinstance(said, dict):
        said = said.get("to") or said.get("from")
    return str(said or "")[:10]


def same(one: object, two: object) -> bool:
    """Whether two labels name the same source: equal, or one within the other."""
    left, right = plain(one) or "unattributed", plain(two) or "unattributed"
    return left in right or right in left


def _match(pool: dict[tuple[Any, ...], list[Row]], claim: Answer) -> Row | None:
    """The row that the claim answers, taken out of the pool."""
    key = _key(claim)
    rows = [r for r in pool[key] if same(r["source"], claim.get("source"))]
    if not rows and same("unattributed", claim.get("source")):
        rows = [r for k, found in pool.items() if k[:5] == key[:5] for r in found if r["source"] == "unattributed"]
    if not rows:
        return None
    best = min(rows, key=lambda r: "absent" in r["accept"])
    pool[_key(best)].remove(best)
    return best


def _pair(row: Row, claim: Answer, ids: dict[str, Answer], tables: Tables) -> None:
    what = f"{row['as_of']} {row['key']} {row['measure']} {row['source']} {_value(row)}"
    said = str(claim.get("status"))
    right = said in row["accept"]
    if right and len(row["accept"]) > 1:
        said = row["status"]
    if not (right and row["status"] == "standing" and len(row["accept"]) > 1):
        tables.count("status", {said}, {row["status"]}, what)
    _marks(row, claim, tables, what)
    if "absent" not in row["accept"]:
        _relations(row, claim, ids, tables, what)
    _exact(row, claim, tables, what)


def _marks(row: Row, claim: Answer, tables: Tables, what: str) -> None:
    said = {m for m in map(kind_of_mark, claim.get("marks") or []) if m in MARKS}
    so = {kind for kind, _ in row["marks"]}
    tables.count("mark", said - set(row["open"]), so - set(row["open"]), what)


def kind_of_mark(mark: object) -> str:
    """The kind of a mark, however it is written."""
    if isinstance(mark, dict):
        mark = mark.get("mark") or mark.get("kind") or mark.get("name")
    words = str(mark).lower().replace("_", " ").replace("-", " ")
    return next((k for k in MARKS if words.startswith(k)), words)


def who_of_mark(mark: object) -> str:
    """By whom a mark is."""
    if isinstance(mark, dict):
        return plain(mark.get("by"))
    return plain(str(mark).partition(" by ")[2])


def _relations(row: Row, claim: Answer, ids: dict[str, Answer], tables: Tables, what: str) -> None:
    said = set(_said(claim, ids, with_repeats="relations" in claim))
    open_kinds = {"contests"} if "contested" in row["open"] else set()
    open_kinds |= set() if "relations" in claim else {"repeats"}
    wanted = [(k, o) for k, o in row["relations"] if k not in open_kinds]
    named = {_settled(k, o, wanted) for k, o in said if k not in open_kinds}
    if len(row["accept"]) == 1:
        tables.count("relation", named, {f"{k}|{plain(o)}" for k, o in wanted}, what)


def _settled(kind: str, other: str, wanted: list[tuple[str, str]]) -> str:
    """The relation, under the truth's own label where it names the same source."""
    return next((f"{k}|{plain(o)}" for k, o in wanted if k == kind and same(o, other)), f"{kind}|{other}")


def _said(claim: Answer, ids: dict[str, Answer], with_repeats: bool) -> Iterator[tuple[str, str]]:
    """Relations told by status, marks and, where given, relations."""
    by, status = plain(claim.get("by")), claim.get("status")
    if status == "superseded":
        yield ("revises" if same(by, claim.get("source")) else "succeeds"), by
    if status in FALLEN:
        yield ("withdraws" if status == "withdrawn" else "disowns"), by
    for mark in claim.get("marks") or []:
        if kind_of_mark(mark) == "contested":
            yield "contests", who_of_mark(mark)
    for relation in (claim.get("relations") or []) if with_repeats else []:
        if relation.get("kind") == "repeats":
            yield "repeats", plain(ids.get(str(relation.get("to")), claim).get("source"))


def _exact(row: Row, claim: Answer, tables: Tables, what: str) -> None:
    if row["support"] is not None:
        said = claim.get("support")
        tables.share(
            "support", said is not None and list(said) == row["support"], f"{what}: {said}, true {row['support']}"
        )
    if row["by"] and claim.get("status") == row["status"]:
        tables.share("by", same(row["by"], claim.get("by")), f"{what}: {claim.get('by')}, true {row['by']}")
    if row["stale"] is not None and claim.get("status") in FALLEN:
        said_stale = {f"stale {s.get('how')}|{s.get('outlet')}" for s in claim.get("stale") or []}
        tables.count("stale", said_stale, {f"stale {how}|{outlet}" for outlet, how in row["stale"]}, what)


def _unknown(claim: Answer, ignored: dict[tuple[Any, ...], set[str]], tables: Tables) -> None:
    """An answer that no claim of the truth fits."""
    altered = "altered" in map(kind_of_mark, claim.get("marks") or [])
    if altered or _beside(claim, ignored) or claim.get("status") == "unresolved":
        return
    tables.count("status", {str(claim.get("status"))}, set(), f"no such claim: {claim}")


def _beside(claim: Answer, ignored: dict[tuple[Any, ...], set[str]]) -> bool:
    """Whether it is a part, a change, another event: of its day, of no day, or of another year."""
    *triple, said = _value(claim)
    days = ignored.get(tuple(triple), set())
    return bool(days) and (said in days or said[:4] not in {d[:4] for d in days})


def _absent(row: Row, tables: Tables) -> None:
    """A claim of the truth that no answer fits."""
    if "absent" in row["accept"]:
        return
    what = f"absent: {row['as_of']} {row['key']} {row['measure']} {row['source']} {_value(row)}"
    if len(row["accept"]) == 1:
        tables.count("status", set(), {row["status"]}, what)
        tables.count("relation", set(), {f"{k}|{plain(o)}" for k, o in row["relations"]}, what)
    if row["support"] is not None:
        tables.share("support", False, what)


def lines(tables: Tables) -> Iterator[str]:
    """The table to be printed."""
    yield f"{'':10}{'':36}{'precision':>10}{'recall':>8}{'right':>8}{'false':>7}{'missed':>7}"
    for (table, kind), s in sorted(tables.scores.items()):
        yield f"{table:10}{kind:36}{s.precision:10.4f}{s.recall:8.4f}{s.hit:8}{s.false:7}{s.missed:7}"
    for name, counts in sorted(tables.shares.items()):
        yield f"{'exact':10}{name:36}{counts[True] / max(1, counts.total()):10.4f}{'':8}{counts[True]:8}{counts[False]:7}"
