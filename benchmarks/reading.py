"""Reads the development sets and our own gold, scores them, and prints one table with floors, bars and goals beside.

    python benchmarks/reading.py [--set NAME ...] [--shared ../shared] [--gold tests/gold] [--save FOLDER] [--json]

The sets and the scorer lie in ../shared (see README.md there). Texts are read exactly as given, as `khabar read FILE.jsonl` reads them.
Exit status 1 where a number lies under its bar.
"""

import argparse
import functools
import importlib.util
import json
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import msgspec

from khabar.language.base import language
from khabar.pipeline import read
from khabar.reading.grammar import grammar

HERE = Path(__file__).resolve().parent


class Number(NamedTuple):
    """One number of a set: its path in the scorer's answer, and what it is held against."""

    name: str
    path: str
    floor: float | None = None
    bar: float | None = None
    goal: float | None = None


class Set(NamedTuple):
    """One set: its task, its file, its numbers."""

    task: str
    file: str
    numbers: tuple[Number, ...]


SETS = {
    "pfsa": Set(
        "attribution",
        "attribution-pfsa.dev40.jsonl",
        (
            Number("triple", "triple_exact.f", 0.523, 0.75, 0.85),
            Number("source", "exact.source.f", 0.657, 0.85),
            Number("cue", "exact.cue.f", 0.899, 0.93),
            Number("content", "exact.content.f", 0.900, 0.93),
            Number("role", "exact.role.f", None, 0.75, 0.85),
            Number("affiliation", "exact.affiliation.f", None, 0.70),
        ),
    ),
    "polnear": Set(
        "attribution",
        "attribution-polnear.dev.jsonl",
        (
            Number("triple", "triple_exact.f", 0.105, 0.25, 0.33),
            Number("found", "statement_found.f", 0.489, 0.63, 0.72),
            Number("content cover", "content_cover.f", 0.632, 0.76, 0.82),
            Number("source", "exact.source.f", 0.242, 0.45, 0.52),
            Number("cue", "exact.cue.f", 0.378, 0.55, 0.62),
            Number("content", "exact.content.f", 0.225),
        ),
    ),
    "adaq": Set(
        "attribution",
        "attribution-adaq-ru.even.jsonl",
        (
            Number("source", "exact.source.f", 0.412, None, 0.65),
            Number("content cover", "content_cover.f", 0.812, None, 0.90),
            Number("cue", "exact.cue.f", 0.697),
            Number("content", "exact.content.f", 0.463),
            Number("triple", "triple_exact.f", 0.111),
            Number("found", "statement_found.f", 0.722),
        ),
    ),
    "fakes": Set(
        "victims",
        "victims-fakes.dev.jsonl",
        (
            Number("killed first", "killed.first_exact", 0.694, 0.80, 0.88),
            Number("killed set", "killed.set.f", 0.445, 0.60, 0.70),
        ),
    ),
    "muc": Set(
        "victims",
        "victims-muc-cased.dev.jsonl",
        (
            Number("killed set, two or more", "killed.set_two_or_more.f", 0.253, 0.45, 0.55),
            Number("injured set, two or more", "injured.set_two_or_more.f", 0.330, 0.45, 0.55),
        ),
    ),
    "newsquant": Set(
        "quantities",
        "quantities-newsquant.even.jsonl",
        (
            Number("value", "value.f", 0.716, 0.88, 0.93),
            Number("value and bound", "value_bound.f", 0.692, 0.85, 0.91),
        ),
    ),
}
OWN = (
    Number("triple", "triple_exact.f"),
    Number("found", "statement_found.f"),
    Number("source", "exact.source.f"),
    Number("cue", "exact.cue.f"),
    Number("content", "exact.content.f"),
    Number("role", "exact.role.f"),
    Number("affiliation", "exact.affiliation.f"),
)
OWN_FIGURES = (
    Number("killed set", "killed.set.f"),
    Number("injured set", "injured.set.f"),
    Number("missing set", "missing.set.f"),
)


def main() -> int:
    """Reads, scores, prints."""
    options = _options()
    scorer = _scorer(options.shared / "score" / "score.py")
    rows: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory() as folder:
        for name, chosen in _chosen(options).items():
            rows += _rows(scorer, name, chosen, Path(options.save or folder))
    print(json.dumps(rows, indent=1) if options.json else "\n".join(_table(rows)))
    return int(any(row["bar"] and (row["value"] or 0) < row["bar"] for row in rows))


def _options() -> argparse.Namespace:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--set", action="append", help=f"one of {', '.join(SETS)}, own; all if left out")
    ap.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    ap.add_argument(
        "--gold", type=Path, help="folder of own gold as JSON Lines: NAME.attribution.jsonl, NAME.victims.jsonl"
    )
    ap.add_argument("--save", type=Path, help="keep the predictions in this folder")
    ap.add_argument("--json", action="store_true")
    return ap.parse_args()


def _chosen(options: argparse.Namespace) -> dict[str, Set]:
    """The sets asked for, with the paths of their files."""
    wanted = options.set or [*SETS, "own"]
    chosen = {n: s._replace(file=str(options.shared / "data" / s.file)) for n, s in SETS.items() if n in wanted}
    if "own" in wanted and options.gold:
        for path in sorted(options.gold.glob("*.jsonl")):
            task = path.name.split(".")[-2]
            chosen[path.name.removesuffix(".jsonl")] = Set(
                task, str(path), OWN if task == "attribution" else OWN_FIGURES
            )
    return chosen


def _scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"reading.py: no scorer at {path}; --shared says where")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _rows(scorer: ModuleType, name: str, chosen: Set, folder: Path) -> Iterator[dict[str, Any]]:
    started = time.perf_counter()
    predictions = folder / f"{name}.predictions.jsonl"
    folder.mkdir(parents=True, exist_ok=True)
    own = chosen.numbers is OWN
    with predictions.open("wb") as out:
        for reading in read(chosen.file):
            record = msgspec.to_builtins(reading)
            out.write(msgspec.json.encode(as_own_gold(record) if own else record) + b"\n")
    seconds = time.perf_counter() - started
    answer = scorer.score(chosen.task, chosen.file, str(predictions))
    for number in chosen.numbers:
        yield {
            "set": name,
            "number": number.name,
            "value": _value(answer, number.path),
            "floor": number.floor,
            "bar": number.bar,
            "goal": number.goal,
            "seconds": round(seconds, 1),
        }


LEADING = re.compile(r"(?:that|bahwa|что)\s+", re.IGNORECASE)
ARTICLE = re.compile(
    r"(?:(?:the|an?|seorang)\s+)?(?:(?:Mr|Mrs|Ms|Dr|Prof|Hajiya|Alhaji)\b\.?\s+)?(?=\S)", re.IGNORECASE
)
SHORT_FORM = re.compile(r"\s*\([^()]*\)$")
AUXILIARY = re.compile(
    r"(?:(?:has|have|had|is|was|now|later|also|initially|already|then|earlier|first)\s+)+", re.IGNORECASE
)
CLITIC = re.compile(r"\w{3,}nya$", re.IGNORECASE)


def as_own_gold(record: dict[str, Any]) -> dict[str, Any]:
    """A record in the marking of our own gold, where that parts from the sets of others, which the reader follows.

    Our gold leaves the leading `that`, `bahwa`, «что» out of the content and article and courtesy title out of the source, and marks the
    clitic itself as the source of `katanya`; the cue is the verb without its auxiliaries; in Indonesian it has a rank beside the name, not in it.
    """
    for statement in record["statements"]:
        text = record["text"]
        if statement["voice"] == "indirect":
            statement["content"] = [_behind(LEADING, text, span) for span in statement["content"]]
        if record["lang"] == "en":
            statement["cue"] = [_behind(AUXILIARY, text, span) for span in statement["cue"]]
        statement["source"] = [_without_short_form(text, _behind(ARTICLE, text, span)) for span in statement["source"]]
        if record["lang"] == "id":
            _move_rank(statement, text)
            _move_title(statement, text)
        cue = statement["cue"]
        if record["lang"] == "id" and len(cue) == 1 and CLITIC.match(text[cue[0][0] : cue[0][1]]):
            start, end = cue[0]
            statement["cue"], statement["source"] = [(start, end - 3)], [(end - 3, end)]
            statement["role"], statement["affiliation"] = [], []
    return record


def _without_short_form(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """`Badan Geologi (BG)`: the name without the abbreviation in brackets."""
    found = SHORT_FORM.search(text[span[0] : span[1]])
    return (span[0], span[0] + found.start()) if found and found.start() else span


def _move_rank(statement: dict[str, Any], text: str) -> None:
    """`Brigjen Jane Roe`: the rank to the role, where our gold has it and the Indonesian set has it in the name."""
    moved = [_behind(_ranks(), text, span) for span in statement["source"]]
    if moved != list(statement["source"]):
        start, end = statement["source"][0][0], moved[0][0]
        statement["source"] = moved
        statement["role"] = [*statement["role"], (start, end)]


def _move_title(statement: dict[str, Any], text: str) -> None:
    """`Presiden Jokowi`: the title to the role, where our gold has it and the Indonesian set has one name of both."""
    if statement["role"] or len(statement["source"]) != 1:
        return
    start, end = statement["source"][0]
    found = _titles().match(text, start, end)
    if found and found.end() < end and text[found.end()].isupper():
        statement["role"], statement["source"] = [(start, found.end(1))], [(found.end(), end)]


@functools.cache
def _titles() -> re.Pattern[str]:
    words = [" ".join(e.words) for e in language("id").entries("role") if e.attributes.get("place")]
    return re.compile(f"({'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})\\s+", re.IGNORECASE)


@functools.cache
def _ranks() -> re.Pattern[str]:
    words = sorted((" ".join(e.words) for e in language("id").entries("rank")), key=len, reverse=True)
    branch = "|".join(sorted(grammar("id").branches, key=len, reverse=True))
    rank = "|".join(map(re.escape, words))
    return re.compile(rf"(?:(?:{rank})\b\.?(?:\s+(?:{branch})\b)*(?:\s*\(\w+\))?\s+)+", re.IGNORECASE)


def _behind(lead: re.Pattern[str], text: str, span: tuple[int, int]) -> tuple[int, int]:
    """The span without a lead at its start."""
    found = lead.match(text, *span)
    return (found.end(), span[1]) if found and found.end() < span[1] else span


def _value(answer: Any, path: str) -> float | None:
    """The number at a dotted path of the scorer's answer; None where it is not there."""
    for key in path.split("."):
        answer = answer.get(key) if isinstance(answer, dict) else None
    return None if answer is None else round(float(answer), 3)


def _table(rows: list[dict[str, Any]]) -> Iterator[str]:
    yield f"{'set':<22} {'number':<26} {'value':>6} {'floor':>6} {'bar':>5} {'goal':>5}  seconds"
    for row in rows:
        marks = "under the bar" if row["bar"] and (row["value"] or 0) < row["bar"] else ""
        cells = " ".join(f"{'' if row[k] is None else format(row[k], '.3f'):>{w}}" for k, w in COLUMNS)
        yield f"{row['set']:<22} {row['number']:<26} {cells} {row['seconds']:>7} {marks}".rstrip()


COLUMNS = (("value", 6), ("floor", 6), ("bar", 5), ("goal", 5))

if __name__ == "__main__":
    sys.exit(main())
