"""A ledger that knows the truth, to try the comparison."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from simulator.compare import Answers
from simulator.truth import Row


def answers_from(rows: Iterable[Row]) -> Answers:
    """What a perfect ledger would answer."""
    found: Answers = {}
    tallies: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        if row["kind"] == "claim" and "absent" not in row["accept"]:
            tallies[row["as_of"], row["measure"], row["place"], row["who"] or ""].append(claim_from(row))
    for (at, measure, place, who), claims in tallies.items():
        answer = found.setdefault((at, measure), {"tallies": []})
        answer["tallies"].append({"measure": measure, "place": place, "who": who or None, "claims": claims})
    return found


def claim_from(row: Row) -> dict[str, Any]:
    """One claim in the shape of `khabar tally --format json`."""
    newer = [other for kind, other in row["relations"] if kind in ("revises", "succeeds")]
    marks = [kind + (f" by {by}" if by else "") for kind, by in row["marks"]]
    same = {k: row[k] for k in ("low", "best", "high", "said", "source", "status", "support")}
    stale = [{"outlet": outlet, "how": how} for outlet, how in row["stale"] or []]
    return same | {"id": row["key"], "by": newer[0] if newer else row["by"], "marks": marks, "stale": stale}
