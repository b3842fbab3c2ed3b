"""The README prints what the program prints."""

import re
from pathlib import Path

import pytest

from khabar.cli.app import run

README = Path(__file__).resolve().parent.parent / "README.md"


def block(name: str) -> str:
    """The text block under `<!-- output: NAME -->`."""
    found = re.search(rf"<!-- output: {name} -->\n```\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    return found.group(1) if found else ""


def test_the_check_is_the_real_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    run(["demo"])
    printed = capsys.readouterr().out

    assert block("check") in printed
    assert block("check").startswith("$ khabar check")


def test_the_picture_is_there() -> None:
    (picture,) = re.findall(r"!\[[^]]*\]\(([^)]+\.png)\)", README.read_text("utf-8"))

    assert (README.parent / picture).stat().st_size > 10_000
