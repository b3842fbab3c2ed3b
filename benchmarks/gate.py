"""The gate: our own gold through the reader, with the scorer, against pinned floors.

    python benchmarks/gate.py [--pin]

Prints one table: the open reports and, apart, the held ones that nobody tunes on, a language a row. Exit status 1 where a number has fallen
below its floor in gold/floors.toml. `--pin` raises the floors to what is read now and never lowers one: a floor is lowered by hand, with the
reason in the changelog.
"""

import argparse
import importlib
import json
import math
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

import figures
import goldset
from khabar.pipeline import read
from reading import as_own_gold

score: Any = importlib.import_module("score")
"""The scorer, kept as it is: it has no types."""

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "gold" / "floors.toml"
PARTS = {"open": HERE / "gold", "held": HERE / "gold" / "held"}
LANGUAGES = ("en", "id", "ru")
ATTRIBUTION = {
    "triple": ("triple_exact",),
    "found": ("statement_found",),
    "cover": ("content_cover",),
    "source": ("exact", "source"),
    "cue": ("exact", "cue"),
    "role": ("exact", "role"),
    "affiliation": ("exact", "affiliation"),
}
FIGURES = {"figure": "found", "figure strict": "strict", "measure": "measure", "currency": "currency", "who": "who"}
SLACK = 0.0005
"""Floors are pinned to three digits."""

Row = dict[str, float]


def measured() -> dict[str, Row]:
    """`open en`, `held ru` … to the numbers of that part."""
    return {f"{part} {lang}": _row(folder / lang) for part, folder in PARTS.items() for lang in LANGUAGES}


def _row(folder: Path) -> Row:
    with tempfile.TemporaryDirectory() as place:
        gold, predicted = Path(place, "gold.jsonl"), Path(place, "predicted.jsonl")
        reports = [goldset.as_attribution(r) for r in goldset.reports(folder)]
        gold.write_text("".join(json.dumps(r) + "\n" for r in reports), "utf-8")
        records = (as_own_gold(msgspec.to_builtins(r)) for r in read(gold))
        predicted.write_bytes(b"".join(msgspec.json.encode(r) + b"\n" for r in records))
        answer = score.score("attribution", str(gold), str(predicted))
    row = {name: _f(answer, path) for name, path in ATTRIBUTION.items()}
    strict = figures.score(folder)
    return row | {name: strict[key] for name, key in FIGURES.items()}


def _f(answer: Any, path: tuple[str, ...]) -> float:
    for key in path:
        answer = answer[key]
    return float(answer["f"])


def floors() -> dict[str, Row]:
    """The pinned numbers; none before the first pinning."""
    return tomllib.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}


def fallen(now: dict[str, Row], pinned: dict[str, Row]) -> Iterator[str]:
    """A line for each number below its floor."""
    for part, row in pinned.items():
        for name, floor in row.items():
            if now[part][name] < floor - SLACK:
                yield f"{part}: {name} is {now[part][name]:.3f}, below its floor of {floor:.3f}"


def pin(now: dict[str, Row], pinned: dict[str, Row]) -> None:
    """Writes the floors, each the higher of what is pinned and what is measured."""
    lines = [
        "# Floors of the gate: raised only (python benchmarks/gate.py --pin); lowered by hand, with the reason in the changelog."
    ]
    for part, row in now.items():
        lines.append(f'\n["{part}"]')
        old = pinned.get(part, {})
        lines += [
            f'"{name}" = {max(old.get(name, 0.0), math.floor(value * 1000) / 1000):.3f}' for name, value in row.items()
        ]
    FLOORS.write_text("\n".join(lines) + "\n", "utf-8")


def table(now: dict[str, Row]) -> str:
    """The numbers, a part and language a row."""
    names = list(next(iter(now.values())))
    head = f"{'':<9}" + "".join(f"{name:>15}" for name in names)
    return "\n".join([head, *(f"{part:<9}" + "".join(f"{row[n]:>15.3f}" for n in names) for part, row in now.items())])


def main() -> int:
    """Prints the table; 1 where a floor is broken."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ask.add_argument("--pin", action="store_true")
    now, pinned = measured(), floors()
    print(table(now))
    below = list(fallen(now, pinned))
    print("\n".join(below) or "every floor holds")
    if ask.parse_args().pin:
        pin(now, pinned)
    return 1 if below else 0


if __name__ == "__main__":
    raise SystemExit(main())
