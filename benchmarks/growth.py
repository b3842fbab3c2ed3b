"""What the next report costs as the ledger grows, and how fast it answers: python benchmarks/growth.py."""

from __future__ import annotations

import argparse
import json
import math
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from rules import every, open_ledger, say

SIZES = (1_000, 10_000, 100_000)
BLOCK, CHUNK, ASKED = 100, 1_000, 15
REPORTS_A_CLAIM = 2.4  # in a thin world: acts and stale carriers bring no claim
RATIO, EXPONENT, SECONDS = 3.0, 1.15, 0.05


def readings(folder: Path, reports: int, *options: str) -> Iterator[dict[str, Any]]:
    """Simulated readings, made by another process so that its memory is not counted."""
    command = [
        sys.executable,
        "-m",
        "simulator",
        "--seed",
        "1",
        "--reports",
        str(reports),
        "--out",
        str(folder),
        "--no-truth",
    ]
    subprocess.run([*command, *options], check=True, cwd=Path(__file__).parent)
    return lines(folder / "readings.jsonl")


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a file, one by one."""
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def costs(ledger: Any, records: Iterator[dict[str, Any]], sizes: tuple[int, ...]) -> dict[int, float]:
    """The median cost of one report in the block after each size, in seconds."""
    found: dict[int, float] = {}
    held = 0
    for size in sizes:
        fill(ledger, records, size - held)
        found[size] = statistics.median(
            clock(partial(ledger.add_readings, [record])) for record in islice(records, BLOCK)
        )
        held = size + BLOCK
        say(f"report {size + 1:>7,}: {found[size] * 1e3:8.3f} ms, memory {memory():,.0f} MiB")
    return found


def fill(ledger: Any, records: Iterator[dict[str, Any]], count: int) -> None:
    """Adds so many reports, in chunks."""
    started = time.perf_counter()
    for at in range(0, count, CHUNK):
        ledger.add_readings(list(islice(records, min(CHUNK, count - at))))
    taken = time.perf_counter() - started
    say(f"  {count:,} added in {taken:.1f} s ({count / max(taken, 1e-9):,.0f} a second)")


def clock(work: Callable[[], object]) -> float:
    """How long the work takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def memory() -> float:
    """The most memory held so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def exponent(found: dict[int, float]) -> float:
    """The power of the size with which the whole cost grows: one plus the slope of a report's."""
    points = [(math.log(size), math.log(cost)) for size, cost in found.items()]
    return 1 + statistics.linear_regression(*zip(*points, strict=True)).slope


def answers(ledger: Any, countries: list[str]) -> dict[str, float]:
    """The median time of an answer, in seconds."""
    one = [clock(partial(ledger.tally, "killed", place=country)) for country in countries[:ASKED]]
    board = [clock(ledger.board) for _ in range(ASKED)]
    whole = [clock(partial(ledger.tally, "killed")) for _ in range(3)]
    times = {"tally of a place": one, "board": board, "tally of everything": whole}
    return {name: statistics.median(values) for name, values in times.items()}


def grown(folder: Path, sizes: tuple[int, ...]) -> list[str]:
    """Measures growth; the bars missed."""
    records = readings(folder, sizes[-1] + BLOCK)
    found = costs(open_ledger(folder / "growth.db"), records, sizes)
    ratio, power = found[sizes[-1]] / found[sizes[0]], exponent(found)
    say(f"ratio {ratio:.2f} (at most {RATIO}), exponent {power:.3f} (at most {EXPONENT})")
    return [f"ratio {ratio:.2f}"] * (ratio > RATIO) + [f"exponent {power:.3f}"] * (power > EXPONENT)


def answered(folder: Path, claims: int) -> list[str]:
    """Measures answers over so many claims; the bars missed."""
    ledger = open_ledger(folder / "answers.db")
    reports = round(claims * REPORTS_A_CLAIM)
    fill(ledger, readings(folder, reports, "--thin"), reports)
    some = islice(lines(folder / "readings.jsonl"), 0, reports, reports // ASKED)
    found = answers(ledger, [record["places"][0]["name"] for record in some])
    every(f"{name}: {seconds * 1e3:.1f} ms" for name, seconds in found.items())
    say(f"memory {memory():,.0f} MiB")
    barred = ("tally of a place", "board")
    return [f"{name} {found[name] * 1e3:.1f} ms" for name in barred if found[name] > SECONDS]


def main(arguments: list[str] | None = None) -> int:
    """Prints all; 1 where a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--claims", type=int, default=100_000, help="claims over which it answers; 0 leaves this out")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        missed = grown(Path(folder), tuple(given.sizes))
        missed += answered(Path(folder), given.claims) if given.claims else []
    every(f"BAR MISSED {line}" for line in missed)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
