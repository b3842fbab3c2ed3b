"""The rules of the ledger, examined: python benchmarks/rules.py --seeds 1 2 3 4 5 --reports 10000."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from simulator import Simulation, run
from simulator.compare import Answers, Tables, compare, lines
from simulator.record import moment

MEASURES = ("killed", "injured", "missing", "detained", "displaced")
LEAST = 200
FULL = 10_000


def open_ledger(path: Path) -> Any:
    """The program under examination, by its public API; the only place that knows it."""
    import khabar  # type: ignore[import-not-found,import-untyped,unused-ignore]

    return khabar.Ledger(path)


def answers_of(made: Simulation, path: Path) -> Answers:
    """What the ledger answers of each measure as of each moment."""
    ledger = open_ledger(path)
    ledger.add_readings(made.readings())
    moments = [moment(at) for at in made.moments]
    return {(at, measure): ledger.tally(measure, as_of=at) for at in moments for measure in MEASURES}


def examine(seed: int, reports: int, tables: Tables) -> bool:
    """One seed: prints what it holds, counts the answers, tells whether it held enough."""
    made = run(seed, reports)
    falls, near = made.falls(), made.near_misses()
    say(f"seed {seed}: {len(made.reports)} reports of {len(made.situations)} crises")
    say(f"  falls {falls['withdrawn'] + falls['disowned']} (superseded besides: {falls['superseded']})")
    say(f"  near misses {near.total()}: " + ", ".join(f"{k} {n}" for k, n in sorted(near.items())))
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        compare(made.truth(), answers_of(made, Path(folder) / "exam.db"), tables)
    say(f"  answered in {time.perf_counter() - started:.1f} s")
    return reports < FULL or min(falls["withdrawn"] + falls["disowned"], near.total()) >= LEAST


def main(arguments: list[str] | None = None) -> int:
    """Examines all seeds; 1 where a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3, 4, 5])
    parser.add_argument("--reports", type=int, default=FULL)
    parser.add_argument("--show", type=int, default=0, help="print so many wrong answers")
    given = parser.parse_args(arguments)
    tables = Tables()
    held = [examine(seed, given.reports, tables) for seed in given.seeds]
    return report(tables, given.show, all(held))


def report(tables: Tables, show: int, full: bool) -> int:
    """Prints tables and bars."""
    every(lines(tables))
    every(f"- {line}" for line in tables.wrong[:show])
    missed = tables.missed_bars() + ([] if full else ["a seed holds too few falls or near misses"])
    every(f"BAR MISSED {line}" for line in missed)
    say("all bars held" if not missed else f"{len(missed)} bars missed")
    return 1 if missed else 0


def every(texts: Iterable[str]) -> None:
    """Prints lines."""
    for text in texts:
        say(text)


def say(text: str) -> None:
    """Prints a line at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
