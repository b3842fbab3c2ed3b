"""The benches of growth and crash, tried with a stand-in for the program."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def bench(name: str, *options: str, **more: str) -> subprocess.CompletedProcess[str]:
    places = os.pathsep.join(map(str, (HERE / "fakes", HERE.parent.parent / "benchmarks")))
    command = [sys.executable, str(HERE.parent.parent / "benchmarks" / f"{name}.py"), *options]
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        env=os.environ | {"PYTHONPATH": places} | more,
    )


def test_crash_finds_a_ledger_that_keeps_its_word_sound() -> None:
    done = bench("crash", "--kills", "3", "--reports", "2000")

    assert done.returncode == 0, done.stdout + done.stderr
    assert "3 kills, 0 wrong" in done.stdout


def test_crash_finds_a_ledger_that_loses_what_it_acknowledged() -> None:
    """A kill between two of its writes loses nothing, and moments are random: a few rounds of kills find it."""
    rounds = (bench("crash", "--kills", "4", "--reports", "2000", FAKE_LOSES="1") for _ in range(5))
    found = next((done for done in rounds if done.returncode == 1), None)

    assert found is not None
    assert "lost" in found.stdout


def test_growth_prints_costs_ratio_and_answers() -> None:
    done = bench("growth", "--sizes", "100", "300", "900", "--claims", "200")

    assert "ratio" in done.stdout, done.stderr
    assert "tally of a place" in done.stdout
    assert done.returncode in (0, 1)
