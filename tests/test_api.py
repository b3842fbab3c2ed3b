"""The Python surface: the commands' names and options."""

import json
from importlib.resources import as_file
from pathlib import Path

import pytest

import khabar
from khabar import demo
from khabar.cli.app import run


def test_the_surface() -> None:
    assert khabar.__all__ == sorted(khabar.__all__, key=lambda n: (not n.isupper(), n[0].islower(), n))
    assert {"Ledger", "read", "read_text"} <= set(khabar.__all__)
    assert [name for name in khabar.__all__ if not hasattr(khabar, name)] == []


def test_read_takes_the_command_s_options(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Polisi mengatakan 12 orang tewas.", "utf-8")
    (reading,) = khabar.read(
        tmp_path / "a.txt", lang="id", published="2024-05-03", outlet="kabar.example", url="https://kabar.example/a"
    )

    assert (reading.lang, reading.published, reading.outlet, reading.url) == (
        "id",
        "2024-05-03",
        "kabar.example",
        "https://kabar.example/a",
    )


def test_a_ledger_answers_as_the_commands_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (
        as_file(demo.reports()) as reports,
        as_file(demo.page()) as page,
        khabar.Ledger(tmp_path / "demo.db") as ledger,
    ):
        added = ledger.add_files(reports)
        answer = ledger.tally("killed", as_of="2022-01-16")
        (checked,) = ledger.check_file(page, as_of="2022-01-16")
        run(["tally", "killed", "--as-of", "2022-01-16", "--format", "json", "--ledger", str(tmp_path / "demo.db")])

    assert len(added) == 36
    assert json.loads(capsys.readouterr().out) == json.loads(json.dumps(answer))
    assert [f.code for f in checked.findings] == ["vague", "withdrawn"]


def test_a_limit_gives_the_tallies_that_changed_last(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with as_file(demo.reports()) as reports, khabar.Ledger(tmp_path / "demo.db") as ledger:
        ledger.add_files(reports)
        every = ledger.tallies("killed")
        last = ledger.tallies("killed", limit=2)
        past = ledger.tallies("killed", limit=2, as_of="2022-01-16")
    run(["tally", "killed", "--limit", "2", "--format", "json", "--ledger", str(tmp_path / "demo.db")])
    limited = json.loads(capsys.readouterr().out)["tallies"]

    assert {t.id for t in last} == {t.id for t in sorted(every, key=lambda t: (t.changed, t.id))[-2:]}
    assert len(past) == 2
    assert max(t.changed for t in past) < "2022-01-17"
    assert [t["id"] for t in limited] == [t.id for t in last]


def test_what_cannot_be_read_is_logged_where_nobody_listens(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert list(khabar.read(tmp_path / "absent.txt")) == []

    assert "absent.txt" in caplog.text


def test_a_full_disk_is_told_without_a_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("Police said 12 people died.", "utf-8")

    def full(_: str) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("sys.stdout.write", full)

    assert run(["read", str(tmp_path / "a.txt"), "--format", "jsonl"]) == 2
    assert "No space left on device" in capsys.readouterr().err
