"""What `tally` and `why` print below a claim: that nobody can tell which authority spoke, and that a number stands again."""

import json
from pathlib import Path

import pytest

from khabar.cli.app import run

TWO_GOVERNMENTS = [
    ("04", "At least 23 people were killed in floods in Ica, the health ministry of the Government of National Unity said on Monday."),
    ("05", "The health ministry of the eastern government said on Tuesday that 53 people had been killed in Ica."),
    ("06", "ICA - The health ministry said on Wednesday that 40 people had been killed in Ica."),
]
PUT_BACK = [
    ("04", "The health ministry of Peru said on Monday that 135 people had been killed in floods in Ica."),
    ("05", "The health ministry of Peru on Tuesday withdrew its toll of 135 dead in Ica, citing a clerical error."),
    ("07", "The health ministry of Peru on Thursday put back its figure of 135 people killed in Ica, saying the list had been checked."),
]


def _tally(reports: list[tuple[str, str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    path, ledger = tmp_path / "in.jsonl", tmp_path / "l.db"
    given = [
        {"id": day, "url": f"https://{day}.example/1", "outlet": f"{day}.example", "published": f"2024-03-{day}T10:00:00Z", "lang": "en", "text": text}
        for day, text in reports
    ]  # fmt: skip
    path.write_text("\n".join(map(json.dumps, given)), "utf-8")
    run(["add", str(path), "--ledger", str(ledger)])
    capsys.readouterr()
    assert run(["tally", "killed", "--ledger", str(ledger)]) == 0
    return capsys.readouterr().out


def test_a_bare_office_of_two_governments_is_said_to_be_unresolved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = _tally(TWO_GOVERNMENTS, tmp_path, capsys)

    assert "40: unresolved: several authorities have such an office" in out
    assert out.count("unresolved") == 1


def test_a_number_that_stands_again_is_said_to_be_put_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "135: withdrawn 2024-03-05, and put back" in _tally(PUT_BACK, tmp_path, capsys)
    assert "put back" not in _tally(PUT_BACK[:2], _made(tmp_path / "x"), capsys)


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder
