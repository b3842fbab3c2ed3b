"""The documentation under test: what is undocumented fails."""

import re
from pathlib import Path
from typing import get_args

import msgspec
import pytest
import typer
from typer.main import get_command

from khabar.cli.app import app
from khabar.model import claim, reading
from khabar.model.finding import Code

DOCS = Path(__file__).parent.parent / "docs"
COMMANDS = (DOCS / "reference" / "commands.md").read_text("utf-8")
RECORD = (DOCS / "reference" / "record.md").read_text("utf-8")
LEDGER = (DOCS / "reference" / "ledger.md").read_text("utf-8")
CLI = get_command(app)


def section(name: str) -> str:
    """The part of commands.md about one command."""
    found = re.search(rf"^## `khabar {name}\b.*?(?=^## |\Z)", COMMANDS, re.MULTILINE | re.DOTALL)
    return found.group() if found else ""


def options() -> list[tuple[str, str]]:
    assert isinstance(CLI, typer.core.TyperGroup)
    return [
        (name, option)
        for name, command in CLI.commands.items()
        for parameter in command.params
        for option in parameter.opts
        if option.startswith("--") and option != "--help"
    ]


@pytest.mark.parametrize(("command", "option"), options())
def test_every_option_is_documented(command: str, option: str) -> None:
    assert f"`{option}" in section(command)


def test_no_option_is_documented_that_is_none() -> None:
    known = {option for _, option in options()} | {"--help", "--version"}

    assert set(re.findall(r"--[a-z][a-z-]+", COMMANDS)) - known == set()


@pytest.mark.parametrize("code", get_args(Code))
def test_every_finding_has_its_page(code: str) -> None:
    page = (DOCS / "reference" / "findings" / f"{code}.md").read_text("utf-8")

    assert page.startswith(f"# `{code}`")


RECORDS = (
    reading.Reading,
    reading.Statement,
    reading.Figure,
    reading.Source,
    reading.Place,
    reading.TimeSpan,
    reading.Refers,
)


@pytest.mark.parametrize("record", RECORDS, ids=lambda r: r.__name__)
def test_every_key_of_the_record_is_documented(record: type[msgspec.Struct]) -> None:
    keys = [f.encode_name for f in msgspec.structs.fields(record)]

    assert [key for key in keys if f"`{key}`" not in RECORD] == []


@pytest.mark.parametrize(
    "record", [claim.Tally, claim.Claim, claim.Part, claim.Stale, claim.Ground], ids=lambda r: r.__name__
)
def test_every_key_of_an_answer_is_documented(record: type[msgspec.Struct]) -> None:
    keys = [f.encode_name for f in msgspec.structs.fields(record)]

    assert [key for key in keys if f"`{key}`" not in LEDGER] == []
