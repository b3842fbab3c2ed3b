"""How long the board takes on the server as the ledger grows: python benchmarks/board.py [--reports N].

Each page is asked for in the same process, without a network; the ratio is to an empty page (the API's list) of the same run.
Simulated readings come from benchmarks/simulator. `--reports 240000 --thin` holds about 100,000 claims.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
import warnings
from pathlib import Path

from growth import lines
from khabar.pipeline import Ledger
from khabar.web.app import create_app
from khabar.web.settings import Settings

ASKED = 15
SECONDS = 0.3


def main(arguments: list[str] | None = None) -> int:
    """Prints the median of each page; ends with 1 if the board of a situation takes longer than the bar."""
    parser = argparse.ArgumentParser(prog="board", description=__doc__)
    parser.add_argument("--reports", type=int, default=5_000)
    parser.add_argument("--ledger", type=Path, help="a ledger that is there, in place of a simulated one")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        ledger = given.ledger or made(Path(folder), given.reports)
        return 0 if measured(ledger) <= SECONDS else 1


def made(folder: Path, reports: int) -> Path:
    """A ledger of simulated readings."""
    from simulator.__main__ import main as simulate

    simulate(["--seed", "1", "--reports", str(reports), "--out", str(folder), "--thin", "--no-truth"])
    with Ledger(folder / "sim.db") as ledger:
        ledger.add_readings(lines(folder / "readings.jsonl"))
    return folder / "sim.db"


def measured(path: Path) -> float:
    """Prints and returns the median seconds of the board of the situation that changed last."""
    with Ledger(path) as ledger:
        situations = ledger.situations()
        claims = sum(len(t.claims) for t in ledger.tallies())
    pages = {"empty": "/api", "situations": "/board", "board": f"/board?situation={situations[0][0]}"}
    pages["as of"] = f"{pages['board']}&as_of={situations[0][2]}"
    found = {name: seconds(path, address) for name, address in pages.items()}
    sys.stdout.write(f"{claims} claims in {len(situations)} situations\n")
    for name, taken in found.items():
        sys.stdout.write(f"{name:12} {taken * 1000:8.1f} ms   {taken / found['empty']:6.1f} x empty\n")
    return found["board"]


def seconds(path: Path, address: str) -> float:
    """The median time of one address."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from starlette.testclient import TestClient

    with TestClient(create_app(Settings(ledger=path, max_seconds=600))) as client:
        return statistics.median(clock(client, address) for _ in range(ASKED))


def clock(client: object, address: str) -> float:
    """The seconds of one answer."""
    start = time.perf_counter()
    answer = client.get(address)  # type: ignore[attr-defined]
    if answer.status_code != 200:
        raise SystemExit(f"{address}: {answer.status_code}")
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
