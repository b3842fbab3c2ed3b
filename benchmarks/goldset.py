"""Turns the gold's TOML files into the scorer's JSON Lines; gold/README.md tells the format.

    python benchmarks/goldset.py benchmarks/gold/en [--task attribution|victims|all] > gold.jsonl

Exit status 2 with a line a fault where a mark does not fit its text.
"""

import argparse
import json
import pathlib
import sys
import tomllib
from collections.abc import Callable, Iterator
from typing import Any

Marks = dict[str, Any]
ROLES = ("content", "cue", "source", "role", "affiliation")
ABOUT = ("id", "lang", "title", "outlet", "published", "text")


class Fault(Exception):
    """A mark that does not fit its text; the message names the file and the mark."""


def span(words: str, text: str, where: str) -> list[int]:
    """The one place of `words` in `text`; braces mark the span inside its surroundings. Raises Fault."""
    left, inner, right = _braces(words)
    at = text.find(left + inner + right)
    if at < 0:
        raise Fault(f"{where}: {words!r} is not in the text")
    if text.find(left + inner + right, at + 1) >= 0:
        raise Fault(f"{where}: {words!r} is in the text more than once; add surroundings with braces")
    return [at + len(left), at + len(left) + len(inner)]


def _braces(words: str) -> tuple[str, str, str]:
    if "{" not in words:
        return "", words, ""
    left, rest = words.split("{", 1)
    inner, right = rest.split("}", 1)
    return left, inner, right


def _statement(marks: Marks, text: str, where: str) -> Marks:
    made: Marks = {r: [span(w, text, f"{where} {r}") for w in marks.get(r, [])] for r in ROLES}
    made |= {"voice": marks["voice"], "act": marks.get("act", "asserts"), "certainty": marks.get("certainty", "stated")}
    doubt = marks.get("doubt")
    return made | {"doubt": span(doubt, text, f"{where} doubt") if doubt else None, "chain": marks.get("chain", [])}


def _figure(marks: Marks, text: str, where: str) -> Marks:
    made = {k: marks.get(k) for k in ("measure", "low", "best", "high", "who", "part_of", "statement")}
    at = span(marks["span"], text, where)
    made |= {"span": at, "number": span(marks["number"], text, where) if "number" in marks else at}
    kept = {"bound": "exact", "kind": "level", "currency": "current"}
    return made | {k: marks.get(k, default) for k, default in kept.items()}


def report(path: pathlib.Path) -> Marks:
    """One report with its marks as offsets. Raises Fault."""
    try:
        raw = tomllib.loads(path.read_text("utf-8"))
        text = raw["text"]
        statements = [_statement(s, text, f"{path} statement {i}") for i, s in enumerate(raw.get("statement", []))]
        figures = [_figure(f, text, f"{path} figure {i}") for i, f in enumerate(raw.get("figure", []))]
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError) as e:
        raise Fault(f"{path}: {e!r}") from None
    _check(figures, len(statements), str(path))
    about: Marks = {k: raw.get(k) for k in ABOUT}
    return about | {"quoted_only": False, "statements": statements, "figures": figures}


def _check(figures: list[Marks], statements: int, where: str) -> None:
    for i, f in enumerate(figures):
        if f["statement"] is None or not 0 <= f["statement"] < statements:
            raise Fault(f"{where} figure {i}: statement {f['statement']} does not exist")
        if f["part_of"] is not None and not 0 <= f["part_of"] < len(figures):
            raise Fault(f"{where} figure {i}: part_of {f['part_of']} does not exist")


def as_victims(made: Marks) -> Marks:
    """The report as the victims task wants it: current levels only."""
    now = [f for f in made["figures"] if f["currency"] == "current" and f["kind"] == "level"]
    return {k: made[k] for k in ("id", "lang", "text", "published", "outlet")} | {"victims": [_victims(f) for f in now]}


def _victims(f: Marks) -> Marks:
    """The scorer compares `low` everywhere: a point is its own low, an upper bound alone starts at nought."""
    low = next((f[k] for k in ("low", "best") if f[k] is not None), 0)
    high = f["best"] if f["bound"] == "about" else f["high"]
    return {
        "measure": f["measure"],
        "low": low,
        "high": high,
        "bound": f["bound"],
        "who": f["who"],
        "target": None,
        "total": f["part_of"] is None,
    }


def as_attribution(made: Marks) -> Marks:
    """The report as the attribution task wants it: what the outlet says itself attributes nothing."""
    return made | {"statements": [s for s in made["statements"] if s["voice"] != "narration"]}


SHAPES: dict[str, Callable[[Marks], Marks]] = {
    "attribution": as_attribution,
    "victims": as_victims,
    "all": lambda made: made,
}


def reports(folder: pathlib.Path) -> Iterator[Marks]:
    """All reports of a folder by name. Raises Fault."""
    for path in sorted(folder.glob("*.toml")):
        yield report(path)


def main() -> int:
    """Writes the folder's gold to standard output."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ask.add_argument("folder", type=pathlib.Path)
    ask.add_argument("--task", choices=sorted(SHAPES), default="all")
    args = ask.parse_args()
    faults = 0
    for path in sorted(args.folder.glob("*.toml")):
        try:
            print(json.dumps(SHAPES[args.task](report(path)), ensure_ascii=False))
        except Fault as e:
            print(e, file=sys.stderr)
            faults += 1
    return 2 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
