"""The commands as a user types them: what they print, how they end, and that no traceback reaches anybody."""

import io
import json
import os
import sqlite3
import subprocess
import sys
from importlib.resources import as_file
from pathlib import Path

import pytest

import khabar as khabar_package
from khabar import demo
from khabar.cli.app import run

SRC = Path(khabar_package.__file__).resolve().parent.parent
REPORT = (
    "LIMA, May 3 (Reuters) - At least 12 people were killed in the flood, the health ministry of Peru said on Friday.\n"
)


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KHABAR_LEDGER", raising=False)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(REPORT, "utf-8")
    return path


def khabar(*args: object) -> int:
    return run([str(a) for a in args])


def test_read_prints_who_says_what(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert khabar("read", page) == 0

    out = capsys.readouterr().out
    assert "health ministry" in out
    assert "said" in out
    assert "≥ 12" in out


def test_read_writes_records(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert khabar("read", page, "--format", "jsonl", "--published", "2024-05-03") == 0

    record = json.loads(capsys.readouterr().out)
    assert record["figures"][0]["low"] == 12
    assert record["published"] == "2024-05-03"
    assert [record["text"][a:b] for a, b in record["statements"][0]["cue"]] == ["said"]


def test_a_record_can_be_read_anew(page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    khabar("read", page, "--format", "jsonl")
    first = json.loads(capsys.readouterr().out)
    (tmp_path / "again.jsonl").write_text(json.dumps(first), "utf-8")
    khabar("read", tmp_path / "again.jsonl", "--format", "jsonl")
    second = json.loads(capsys.readouterr().out)

    assert first["statements"] == second["statements"]
    assert first["figures"] == second["figures"]


def test_what_is_bad_is_set_aside_and_the_rest_goes_on(
    page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")

    assert khabar("read", tmp_path / "empty.txt", "absent.txt", page) == 1

    told = capsys.readouterr()
    assert "empty.txt: empty" in told.err
    assert "absent.txt: cannot be read" in told.err
    assert "≥ 12" in told.out


def test_nothing_could_be_done(capsys: pytest.CaptureFixture[str]) -> None:
    assert khabar("read", "absent.txt") == 2
    assert "Traceback" not in capsys.readouterr().err


def test_the_same_edition_twice_adds_nothing(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    khabar("add", page)
    assert khabar("add", page) == 0

    assert (
        capsys.readouterr().out
        == "khabar.db: 1 added, 0 known already, 0 set aside\nkhabar.db: 0 added, 1 known already, 0 set aside\n"
    )


def test_the_ledger_s_name_comes_from_the_environment(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KHABAR_LEDGER", str(tmp_path / "other.db"))
    khabar("add", page)

    assert (tmp_path / "other.db").exists()


def test_a_pipe_gets_no_progress(page: Path) -> None:
    command = [sys.executable, "-m", "khabar.cli", "add", str(page)]
    ended = subprocess.run(
        command, capture_output=True, text=True, check=False, env=os.environ | {"PYTHONPATH": str(SRC)}
    )

    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("board", "--ledger", "absent.db"), "there is no ledger"),
        (("board", "--ledger", "page.txt"), "no ledger"),
        (("board", "--as-of", "yesterday"), "is no time"),
        (("tally",), "Missing argument"),
        (("why", "c0"), "no claim"),
        (("check", "page.txt", "--as-of", "16/01/2022"), "is no time"),
        (("frobnicate",), "No such command"),
        (("add",), "nothing to add"),
        (("add", "--note", "Twelve people died."), "a note needs"),
        (("add", "--note", " ", "--source", "Police", "--said-at", "2024-05-03"), "the note is empty"),
        (("add", "page.txt", "--note", "Twelve died.", "--source", "Police", "--said-at", "2024-05-03"), "page.txt at once"),
        (("add", "page.txt", "--source", "Police"), "are of a note"),
        (("board", "--as-of", ""), "is no time"),
        (("changes", "--since", ""), "is no time"),
        (("rule", "correct", "c0", "--reason", "r"), "to correct needs --set"),
        (("rule", "reject", "c0", "c1", "--reason", "r"), "takes one target"),
        (("rule", "reject", "c0", "--what", "source", "--reason", "r"), "--what is for split and join"),
        (("read", "page.txt", "--published", "soon"), "is no time"),
    ],
)
def test_misuse_says_what_is_wrong(
    args: tuple[str, ...], told: str, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    khabar("add", page)
    capsys.readouterr()

    assert khabar(*args) == 2
    err = capsys.readouterr().err
    assert told in err
    assert "Traceback" not in err


def test_a_ledger_of_a_future_version_is_named(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    khabar("add", page)
    with sqlite3.connect("khabar.db") as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()

    assert khabar("board") == 2
    assert "update khabar" in capsys.readouterr().err


def test_check_ends_with_1_where_a_figure_is_unknown(
    page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    khabar("add", page, "--published", "2024-05-03T12:00Z")
    draft = tmp_path / "draft.txt"
    draft.write_text("In Peru 77 people were injured in the flood, officials said.", "utf-8")
    capsys.readouterr()

    assert khabar("check", draft, "--published", "2024-05-04", "--as-of", "2024-05-04") == 1
    assert "draft.txt:1:9  unknown" in capsys.readouterr().out
    assert khabar("check", draft, "--published", "2024-05-04", "--as-of", "2024-05-04", "--allow-unknown") == 0


def test_check_ends_with_0_where_every_figure_is_held(
    page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    khabar("add", page, "--published", "2024-05-03T12:00Z")
    draft = tmp_path / "draft.txt"
    draft.write_text("At least 12 people were killed in the flood in Peru, the health ministry said.", "utf-8")
    capsys.readouterr()

    assert khabar("check", draft, "--published", "2024-05-04", "--as-of", "2024-05-04") == 0
    assert "1 figure: 0 findings, 1 held, 0 unknown" in capsys.readouterr().out


def test_answers_as_json(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    khabar("add", page, "--published", "2024-05-03T12:00Z")
    capsys.readouterr()
    khabar("tally", "killed", "--format", "json")

    (tally,) = json.loads(capsys.readouterr().out)["tallies"]
    keys = {
        "id",
        "best",
        "low",
        "high",
        "source",
        "speaker",
        "through",
        "said",
        "status",
        "by",
        "reason",
        "marks",
        "support",
        "stale",
    }
    assert keys <= set(tally["claims"][0])
    assert {"measure", "who", "place", "claims", "standing", "below"} <= set(tally)


def test_the_demonstration_runs(capsys: pytest.CaptureFixture[str]) -> None:
    assert khabar("demo") == 0

    out = capsys.readouterr().out
    assert "36 added" in out
    assert f"$ khabar check {demo.PAGE} --ledger demo.db --as-of 2022-01-16" in out


def test_every_finding_leads_to_a_place_in_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    khabar("demo")
    capsys.readouterr()
    with as_file(demo.page()) as path:
        khabar("check", path, "--ledger", "demo.db", "--format", "json")
        lines = path.read_text("utf-8").split("\n")

    (checked,) = json.loads(capsys.readouterr().out)["checked"]
    for finding in checked["findings"]:
        line = lines[finding["line"] - 1]
        assert line[finding["column"] - 1 :].startswith(finding["words"])


def test_what_stands_is_printed_as_it_was_given(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page.write_text(
        "LIMA, May 3 (Reuters) - Between 2,000 and 2,500 people were killed, the health ministry of Peru said.\n"
    )
    khabar("add", page, "--published", "2024-05-03T12:00Z")
    capsys.readouterr()

    assert khabar("tally", "killed") == 0
    assert "stands: 2,000–2,500" in capsys.readouterr().out


def test_what_the_ledger_came_to_know_needs_no_end(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    khabar("add", page, "--published", "2024-05-03T12:00Z")
    capsys.readouterr()

    assert khabar("changes", "--clock", "known", "--since", "2020-01-01") == 0
    assert "new" in capsys.readouterr().out


def test_text_comes_through_a_pipe(page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(page.read_bytes())))

    assert khabar("read", "-", "--format", "jsonl") == 0
    assert json.loads(capsys.readouterr().out)["figures"][0]["low"] == 12


def test_records_come_through_a_pipe(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    lines = "".join(json.dumps({"id": i, "text": REPORT}) + "\n" for i in ("a", "b"))
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))

    assert khabar("add", "-", "--ledger", "l.db") == 0
    assert "2 added" in capsys.readouterr().out


def test_an_address_is_of_one_text(page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "other.txt"
    other.write_text(REPORT, "utf-8")

    assert khabar("add", page, other, "--url", "https://example.org/1", "--ledger", "l.db") == 2
    assert "--url is the address of one text, and here are 2" in capsys.readouterr().err


def test_a_language_that_is_not_read_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "de.txt"
    path.write_text("Bei dem Brand kamen nach Angaben der Behörden mindestens zwölf Menschen ums Leben, sagte der Sprecher.", "utf-8")

    assert khabar("read", path) == 2
    assert "the text is in German (de); Khabar reads" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (("tally", "kiled"), "counted are: killed"),
        (("tally", "killed", "--place", "Nowhere"), "killed is counted for: Peru"),
    ],
)
def test_what_is_counted_instead(asked: tuple[str, ...], answer: str, page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    khabar("add", page, "--ledger", "l.db")

    assert khabar(*asked, "--ledger", "l.db") == 0
    assert answer in capsys.readouterr().out


def test_an_outlet_that_printed_nothing(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    khabar("add", page, "--outlet", "example.org", "--ledger", "l.db")

    assert khabar("stale", "--outlet", "exmple.org", "--ledger", "l.db") == 2
    assert "no report is of exmple.org; of example.org there are" in capsys.readouterr().err
