"""Kills a process that adds reports, again and again: python benchmarks/crash.py --kills 200.

After each kill the ledger must open, be sound, hold every report that the process had acknowledged, and take more.
"""

from __future__ import annotations

import argparse
import json
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from rules import MEASURES, every, open_ledger, say
from simulator import run

ID = re.compile(r"\bs\d+-r\d+\b")
LONGEST = 1.2


def child(path: Path, readings: Path, start: int) -> None:
    """Adds reports one by one and acknowledges each."""
    ledger = open_ledger(path)
    say("ready")
    with readings.open(encoding="utf-8") as file:
        for number, line in enumerate(file):
            if number >= start:
                ledger.add_readings([json.loads(line)])
                say(f"ack {number + 1}")


def killed(path: Path, readings: Path, start: int, rng: Random) -> int:
    """Lets a child work for a random while and kills it; how many reports are acknowledged by then."""
    command = [sys.executable, __file__, "--child", str(path), str(readings), str(start)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        out = process.stdout
        if out is None or not out.readline():
            return start
        time.sleep(rng.uniform(0, LONGEST))
        process.send_signal(signal.SIGKILL)
        acks = [line for line in out.read().split("\n")[:-1] if line.startswith("ack ")]
    return int(acks[-1].split()[1]) if acks else start


def texts(path: Path) -> Iterator[str]:
    """Everything that the database holds, as text."""
    with sqlite3.connect(path) as base:
        tables = [n for (n,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            for row in base.execute(f'SELECT * FROM "{table}"'):
                yield from (_text(cell) for cell in row if isinstance(cell, str | bytes))
    base.close()


def _text(cell: str | bytes) -> str:
    if isinstance(cell, str):
        return cell
    try:
        return zlib.decompress(cell).decode("utf-8", "replace")
    except zlib.error:
        return cell.decode("utf-8", "replace")


def sound(path: Path) -> bool:
    """Whether SQLite itself finds nothing wrong."""
    base = sqlite3.connect(path)
    found = base.execute("PRAGMA integrity_check").fetchone()
    base.close()
    return bool(found == ("ok",))


def lost(path: Path, ids: list[str]) -> list[str]:
    """The reports that the ledger does not hold."""
    held = {found for text in texts(path) for found in ID.findall(text)}
    return [i for i in ids if i not in held]


def answers(path: Path) -> list[Any]:
    """All that the ledger answers."""
    ledger = open_ledger(path)
    return [ledger.tally(measure) for measure in MEASURES]


def checked(path: Path, ids: list[str], acked: int) -> list[str]:
    """What is wrong after a kill."""
    try:
        answers(path)
    except Exception as error:
        return [f"does not open after {acked}: {error!r}"]
    wrong = [] if sound(path) else [f"not sound after {acked}"]
    return wrong + [f"lost {i}, acknowledged" for i in lost(path, ids[:acked])]


def one_life(folder: Path, records: list[dict[str, Any]], kills: int, rng: Random) -> tuple[int, list[str]]:
    """A ledger from its first report on, killed until all reports are in or kills are spent."""
    path, readings = folder / f"crash-{kills}.db", folder / "readings.jsonl"
    ids, acked, done, wrong = [str(r["id"]) for r in records], 0, 0, list[str]()
    while done < kills and acked < len(records):
        acked = killed(path, readings, acked, rng)
        done += 1
        wrong += checked(path, ids, acked)
        say(f"kill {done}: {acked} acknowledged, {len(wrong)} wrong")
    return done, wrong + finished(path, folder / f"whole-{kills}.db", records, acked)


def finished(path: Path, other: Path, records: list[dict[str, Any]], acked: int) -> list[str]:
    """Goes on to the end, and holds the answers against those of a ledger that was never killed."""
    open_ledger(path).add_readings(records[acked:])
    open_ledger(other).add_readings(records)
    return [] if answers(path) == answers(other) else [f"after {acked} and the rest: other answers than without a kill"]


def main(arguments: list[str] | None = None) -> int:
    """Kills as often as asked; 1 where anything is wrong."""
    if "--child" in (arguments or sys.argv):
        path, readings, start = (arguments or sys.argv)[-3:]
        child(Path(path), Path(readings), int(start))
        return 0
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--reports", type=int, default=3_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    wrong = lives(given.kills, given.reports, Random(given.seed))
    every(f"WRONG {line}" for line in wrong)
    say(f"{given.kills} kills, {len(wrong)} wrong")
    return 1 if wrong else 0


def lives(kills: int, reports: int, rng: Random) -> list[str]:
    """One ledger after another until the kills are spent."""
    wrong: list[str] = []
    records = run(1, reports).readings()
    with tempfile.TemporaryDirectory() as folder:
        lines = "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records)
        (Path(folder) / "readings.jsonl").write_text(lines, encoding="utf-8")
        while kills > 0:
            done, found = one_life(Path(folder), records, kills, rng)
            kills, wrong = kills - done, wrong + found
    return wrong


if __name__ == "__main__":
    sys.exit(main())
