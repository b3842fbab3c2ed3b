from pathlib import Path

import pytest

from khabar.cli.app import run
from khabar.pipeline import Ledger
from tests.relating.hand import report, say


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Ledger(tmp_path / "k.db") as ledger:
        ledger.add(
            report("a", "2024-01-01T08:00:00Z", say(12, "Police")),
            report("b", "2024-01-02T08:00:00Z", say(15, "Police")),
        )
    return tmp_path / "k.db"


def best(path: Path) -> list[float | None]:
    with Ledger(path, create=False) as ledger:
        return [c.best for t in ledger.tallies() for c in t.claims]


def name(path: Path, value: float) -> str:
    with Ledger(path, create=False) as ledger:
        return next(c.id for t in ledger.tallies() for c in t.claims if c.best == value)


def test_a_desk_rejects_and_takes_it_back(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--reason", "a misreading", "--name", "desk", "--ledger", str(path)]

    assert run(["rule", "reject", name(path, 15), *options]) == 0
    assert best(path) == [12]
    assert run(["rule", "undo", "1", *options]) == 0
    assert best(path) == [12, 15]
    assert run(["rulings", "--ledger", str(path)]) == 0
    assert "undone" in capsys.readouterr().out


def test_a_desk_corrects_a_figure_by_its_place(path: Path) -> None:
    with Ledger(path, create=False) as ledger:
        held = ledger.library().held("b")
    assert held.reading is not None
    start, end = held.reading.figures[0].span

    asked = ["rule", "correct", f"b:{start}-{end}", "--set", "best=14", "--set", "low=14", "--set", "high=14"]
    assert run([*asked, "--reason", "telephone", "--name", "desk", "--ledger", str(path)]) == 0
    assert best(path) == [12, 14]


def test_what_cannot_be_ruled_is_named(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for asked in (["reject", "c0000000000"], ["undo", "x"], ["correct", name(path, 15), "--set", "best=many"]):
        assert run(["rule", *asked, "--reason", "r", "--ledger", str(path)]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_redacted_and_rebuilt(path: Path) -> None:
    assert run(["redact", "b", "--reason", "a person at risk", "--name", "desk", "--ledger", str(path)]) == 0
    assert run(["rebuild", "--ledger", str(path)]) == 0
    assert best(path) == [12, 15]


def test_a_ruling_is_told_below_its_claim(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["rule", "correct", name(path, 15), "--set", "best=14", "--reason", "telephone", "--name", "A. Desk"]
    assert run([*asked, "--ledger", str(path)]) == 0
    for question in (["why", name(path, 14)], ["tally", "killed"]):
        capsys.readouterr()
        assert run([*question, "--ledger", str(path)]) == 0
        assert "ruled: corrected by A. Desk, 20" in (told := capsys.readouterr().out)
        assert ": telephone" in told


def test_a_situation_that_is_none_is_named(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for question in (["board"], ["tally", "killed"]):
        assert run([*question, "--situation", "nope", "--ledger", str(path)]) == 2
        assert "there is no situation nope" in capsys.readouterr().err
    assert run(["tally", "missing", "--situation", "kz-2024-01-01", "--ledger", str(path)]) == 0
