"""What the next report costs as the ledger grows, and how fast it answers: python benchmarks/growth.py.

`--keep FILE` keeps the ledger over which the questions are asked, and asks the one that is there already. `--sizes` without a
number leaves growth out, `--claims 0` the questions. All times are processor time, so that other work on the machine does not count.
"""

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
    started = time.process_time()
    for at in range(0, count, CHUNK):
        ledger.add_readings(list(islice(records, min(CHUNK, count - at))))
    taken = time.process_time() - started
    say(f"  {count:,} added in {taken:.1f} s ({count / max(taken, 1e-9):,.0f} a second)")


def clock(work: Callable[[], object]) -> float:
    """How long the work takes the processor."""
    started = time.process_time()
    work()
    return time.process_time() - started


def memory() -> float:
    """The most memory held so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def exponent(found: dict[int, float]) -> float:
    """The power of the size with which the whole cost grows: one plus the slope of a report's."""
    points = [(math.log(size), math.log(cost)) for size, cost in found.items()]
    return 1 + statistics.linear_regression(*zip(*points, strict=True)).slope


def answers(ledger: Any, countries: list[str]) -> dict[str, float]:
    """The median time of an answer, in seconds."""
    past = halfway(ledger)
    questions: dict[str, list[Callable[[], object]]] = {
        "tally of a place": [partial(ledger.tally, "killed", place=country) for country in countries],
        "tally of a place, as of": [partial(ledger.tally, "killed", place=c, as_of=past) for c in countries],
        "board": [ledger.board] * ASKED,
        "board, as of": [partial(ledger.board, as_of=past)] * ASKED,
        "situations": [ledger.situations] * ASKED,
        "tally of all, the last changed": [partial(ledger.tally, "killed", limit=CHUNK // 10)] * 9,
    }
    return {name: statistics.median(map(clock, asked)) for name, asked in questions.items()}


def halfway(ledger: Any) -> str:
    """The moment by which half of the tallies that changed last had changed: one of the busy past."""
    changed = sorted(tally.changed for tally in ledger.board(limit=2 * CHUNK))
    return str(changed[len(changed) // 2])


def grown(folder: Path, sizes: tuple[int, ...]) -> list[str]:
    """Measures growth; the bars missed."""
    records = readings(folder, sizes[-1] + BLOCK)
    found = costs(open_ledger(folder / "growth.db"), records, sizes)
    ratio, power = found[sizes[-1]] / found[sizes[0]], exponent(found)
    say(f"ratio {ratio:.2f} (at most {RATIO}), exponent {power:.3f} (at most {EXPONENT})")
    return [f"ratio {ratio:.2f}"] * (ratio > RATIO) + [f"exponent {power:.3f}"] * (power > EXPONENT)


def answered(path: Path, claims: int) -> list[str]:
    """Measures answers over so many claims; the bars missed. The ledger is made where there is none."""
    if not path.exists():
        made(path, round(claims * REPORTS_A_CLAIM))
    ledger = open_ledger(path)
    say(f"{sum(len(tally.claims) for tally in ledger.tallies()):,} claims")
    places = sorted({tally.place for tally in ledger.board(limit=CHUNK) if tally.place})
    found = answers(ledger, places[:: max(1, len(places) // ASKED)][:ASKED])
    every(f"{name}: {seconds * 1e3:.1f} ms" for name, seconds in found.items())
    say(f"memory {memory():,.0f} MiB")
    barred = ("tally of a place", "tally of all, the last changed", "board")
    return [f"{name} {found[name] * 1e3:.1f} ms" for name in barred if found[name] > SECONDS]


def made(path: Path, reports: int) -> None:
    """A ledger of so many reports that print each claim once; it gets its name once it is whole."""
    unfinished = path.with_suffix(".part")
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        ledger = open_ledger(unfinished)
        fill(ledger, readings(Path(folder), reports, "--thin"), reports)
    say(f"  judged in {clock(ledger.situations):.1f} s")
    ledger.close()
    unfinished.rename(path)


def main(arguments: list[str] | None = None) -> int:
    """Prints all; 1 where a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=list(SIZES))
    parser.add_argument("--claims", type=int, default=100_000, help="claims over which it answers; 0 leaves this out")
    parser.add_argument("--keep", type=Path, help="the ledger to ask; made where there is none")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        missed = grown(Path(folder), tuple(given.sizes)) if given.sizes else []
        asked = given.keep or Path(folder) / "answers.db"
        missed += answered(asked, given.claims) if given.claims else []
    every(f"BAR MISSED {line}" for line in missed)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
