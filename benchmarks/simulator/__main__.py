"""python -m simulator --seed N --reports M --out DIR."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from .record import Record, record_of
from .simulate import run
from .world import batches, reports_of


def main(arguments: list[str] | None = None) -> int:
    """Writes readings.jsonl and truth.jsonl and tells what they hold."""
    parser = argparse.ArgumentParser(prog="simulator", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--thin", action="store_true", help="print each claim once: as many claims as can be")
    parser.add_argument("--no-truth", action="store_true", help="write readings only")
    given = parser.parse_args(arguments)
    given.out.mkdir(parents=True, exist_ok=True)
    _write(given.out / "readings.jsonl", _readings(given))
    if given.no_truth:
        return 0
    made = run(given.seed, given.reports, thin=given.thin)
    _write(given.out / "truth.jsonl", made.truth())
    sys.stdout.write(f"{len(made.reports)} reports of {len(made.situations)} crises\n")
    sys.stdout.write(f"falls: {dict(made.falls())}\nnear misses: {dict(made.near_misses())}\n")
    return 0


def _readings(given: argparse.Namespace) -> Iterator[Record]:
    """The readings in the order published, a batch of crises in memory at a time."""
    for batch in batches(given.seed, given.reports, thin=given.thin):
        yield from map(record_of, reports_of(batch))


def _write(path: Path, items: Iterable[object]) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(item, ensure_ascii=False, sort_keys=True) + "\n" for item in items)


if __name__ == "__main__":
    sys.exit(main())
