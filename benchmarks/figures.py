"""Scores figures strictly against our own gold: each key by itself, and all of them together.

    python benchmarks/figures.py [FOLDER ...] [--errors KEY] [--json]

FOLDER holds gold reports (gold/README.md); the default are the open ones of the three languages. A predicted and a gold
figure are one where their number words overlap; the best overlap first. Precision and recall count over all figures of a folder.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from khabar.model.edition import Edition
from khabar.reading.reader import Reader

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import goldset  # noqa: E402 - beside this file

KEYS = ("number", "bound", "measure", "currency", "kind", "part", "who")
STRICT = ("number", "bound", "measure", "currency", "kind", "part")
NAMES = {
    "cases": "infected",
    "present": "aboard",
    "discharged": "recovered",
    "released_from_hospital": "recovered",
    "homes_destroyed": "homes_damaged",
    "homes_without_power": "without_power",
    "rescuers": "troops",
    "captured": "detained",
    "spectators": "crowd",
}
"""Kinds beyond the list of gold/README.md, which each annotator named in a way of their own, to one name."""

Figure = dict[str, Any]


def main() -> int:
    """Reads, scores, prints."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("folder", nargs="*", type=Path, default=[HERE / "gold" / code for code in ("en", "id", "ru")])
    ap.add_argument("--errors", choices=[*KEYS, "found", "strict"], help="print the figures that are wrong in this key")
    ap.add_argument("--json", action="store_true")
    options = ap.parse_args()
    rows = {str(folder.name): score(folder, options.errors) for folder in options.folder}
    print(json.dumps(rows, indent=1) if options.json else "\n".join(_table(rows)))
    return 0


def score(folder: Path, errors: str | None = None) -> dict[str, float]:
    """The scores of a folder: F of `found`, of each key and of `strict`, all over gold and predicted figures."""
    right: Counter[str] = Counter()
    gold = predicted = 0
    for report in goldset.reports(folder):
        figures = _read(report)
        pairs = _pairs(report["figures"], figures)
        gold, predicted = gold + len(report["figures"]), predicted + len(figures)
        for i, j in pairs.items():
            right.update(_right(report["figures"], figures, (i, j), pairs))
        if errors:
            _show(report, figures, pairs, errors)
    names = ("found", *KEYS, "strict")
    return {n: round(2 * right[n] / max(1, gold + predicted), 3) for n in names} | {
        "gold": gold,
        "predicted": predicted,
        "precision": round(right["found"] / max(1, predicted), 3),
        "recall": round(right["found"] / max(1, gold), 3),
    }


def _read(report: dict[str, Any]) -> list[Figure]:
    text = report["text"]
    edition = Edition(
        id=report["id"], address=report["id"], raw_hash="", text=text, cleaner="", body=((0, len(text)),),
        lang=report["lang"], title=report["title"], outlet=report["outlet"], published=str(report["published"]),
    )  # fmt: skip
    return [msgspec.to_builtins(f) for f in Reader().read(edition).figures]


def _pairs(gold: list[Figure], predicted: list[Figure]) -> dict[int, int]:
    """Gold index to predicted index, one to one: the largest share of common characters first."""
    shares = sorted(
        ((-_share(g["span"], p["span"]), i, j) for i, g in enumerate(gold) for j, p in enumerate(predicted)),
    )
    pairs: dict[int, int] = {}
    for share, i, j in shares:
        if share < 0 and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _share(one: list[int], two: list[int]) -> float:
    common = min(one[1], two[1]) - max(one[0], two[0])
    return common / (max(one[1], two[1]) - min(one[0], two[0])) if common > 0 else 0.0


def _right(gold: list[Figure], predicted: list[Figure], pair: tuple[int, int], pairs: dict[int, int]) -> Iterator[str]:
    """The keys that are right of a pair."""
    i, j = pair
    one, two = gold[i], predicted[j]
    part = one["part_of"]
    right = {
        "number": _point(one) == _point(two),
        "part": two["part_of"] == (None if part is None else pairs.get(part, -1)),
        "who": bool(one["who"]) == bool(two["who"]),
        "measure": NAMES.get(one["measure"], one["measure"]) == NAMES.get(two["measure"], two["measure"]),
    } | {k: one[k] == two[k] for k in ("bound", "currency", "kind")}
    yield "found"
    yield from (k for k in KEYS if right[k])
    if all(right[k] for k in STRICT):
        yield "strict"


def _point(figure: Figure) -> tuple[float | None, ...]:
    """What the figure's wording gives: a bound its end, a range both, a vague word its low, all else the point."""
    low, best, high = figure["low"], figure["best"], figure["high"]
    match figure["bound"]:
        case "at_least" | "vague":
            return (low,)
        case "at_most":
            return (high,)
        case "range":
            return low, high
    return (best if best is not None else low if low is not None else high,)


def _show(report: dict[str, Any], figures: list[Figure], pairs: dict[int, int], key: str) -> None:
    """Prints what is wrong in a key."""
    for i, g in enumerate(report["figures"]):
        right = set(_right(report["figures"], figures, (i, pairs[i]), pairs)) if i in pairs else set()
        if key not in right:
            print(
                "-", report["id"], _line(report["text"], g), "|", _line("", figures[pairs[i]]) if right else "not read"
            )
    for j, f in enumerate(figures):
        if j not in pairs.values() and key in {"found", "strict"}:
            print("+", report["id"], _line(report["text"], f))


def _line(text: str, f: Figure) -> str:
    start, end = f["span"]
    around = f"{text[max(0, start - 50) : start]}[{text[start:end]}]{text[end : end + 50]}".replace("\n", " ")
    marks = [f["measure"], f["low"], f["best"], f["high"], f["bound"], f["kind"], f["currency"], f["part_of"], f["who"]]
    return " ".join(str(m) for m in marks) + (f" «{around}»" if text else "")


def _table(rows: dict[str, dict[str, float]]) -> Iterator[str]:
    names = list(next(iter(rows.values())))
    yield " ".join([f"{'gold':<6}", *(f"{n:>9}" for n in names)])
    for name, row in rows.items():
        yield " ".join([f"{name:<6}", *(f"{row[n]:>9}" for n in names)])


if __name__ == "__main__":
    sys.exit(main())
