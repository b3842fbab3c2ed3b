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
from khabar.model.listing import Sought
from khabar.pipeline import Ledger
from khabar.web.app import create_app
from khabar.web.settings import Settings

ASKED = 15
SECONDS = 0.3
WORDS = ("ministry", "health ministry", "police killed", "164", "1,200", "nobody-of-that-name", "governor", "red cross", "injured", "army", "missing 12", "un", "mayor", "rescue", "president killed")


def main(arguments: list[str] | None = None) -> int:
    """Prints the median of each page; ends with 1 if the board of a situation, now or as of a past moment, takes longer than the bar."""
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
    """Prints the medians, and returns that of the board's processor time, now or as of a past moment, whichever is longer."""
    with Ledger(path) as ledger:
        situations = ledger.situations()
        claims, first = ledger.claims(Sought(), limit=1000)
    keys = sorted({c.source_key or "" for _, c in first} - {""})
    found = {name: seconds(path, addresses) for name, addresses in pages(situations, keys).items()}
    sys.stdout.write(f"{claims:,} claims; the board is of one of {len(situations):,} situations or more\n")
    sys.stdout.write(f"{'':24} {'median':>9} {'processor':>12} {'x empty':>8}\n")
    for name, (taken, worked) in found.items():
        ratio = worked / found["empty"][1]
        sys.stdout.write(f"{name:24} {taken * 1000:6.0f} ms {worked * 1000:9.1f} ms {ratio:8.1f}\n")
    return max(found["board"][1], found["board, as of"][1])


def pages(situations: list[tuple[str, int, str]], keys: list[str]) -> dict[str, list[str]]:
    """What is asked for: each list of addresses in turn. No board is asked for twice, so that none is answered from memory."""
    last, old = situations[:ASKED], situations[len(situations) // 2 :][:ASKED]
    return {
        "empty": ["/api"] * ASKED,
        "board": [f"/board?situation={name}" for name, _, _ in last],
        "board, as of": [f"/board?situation={name}&as_of={at[:16]}" for name, _, at in old],
        "board, as of, again": [f"/board?situation={name}&as_of={at[:16]}" for name, _, at in [old[0]] * ASKED],
        "situations": ["/board"] * ASKED,
        "claims": [f"/claims?situation={name}" for name, _, _ in last],
        "claims, all": [f"/claims?page={n}" for n in range(1, ASKED + 1)],
        "claims, all, filtered": [f"/claims?status={status}&page={n}" for n in range(1, 6) for status in ("withdrawn", "disowned", "standing")],
        "search": [f"/search?q={words}" for words in WORDS],
        "source": [f"/source?key={key}" for key in keys[:ASKED]],
        "search in a situation": [f"/search?q=ministry&situation={name}" for name, _, _ in last],
        "sitrep": [f"/sitrep?situation={name}&as_of={at[:16]}&since={at[:10]}" for name, _, at in old],
    }


def seconds(path: Path, addresses: list[str]) -> tuple[float, float]:
    """The median time of some addresses, and the median of the processor's time, which other work on the machine leaves alone."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from starlette.testclient import TestClient

    with TestClient(create_app(Settings(ledger=path, max_seconds=600))) as client:
        clock(client, "/api")
        taken, worked = zip(*(clock(client, address) for address in addresses), strict=True)
    return statistics.median(taken), statistics.median(worked)


def clock(client: object, address: str) -> tuple[float, float]:
    """The seconds of one answer, and those of the processor."""
    start, begun = time.perf_counter(), time.process_time()
    answer = client.get(address)  # type: ignore[attr-defined]
    if answer.status_code != 200:
        raise SystemExit(f"{address}: {answer.status_code}")
    return time.perf_counter() - start, time.process_time() - begun


if __name__ == "__main__":
    sys.exit(main())
