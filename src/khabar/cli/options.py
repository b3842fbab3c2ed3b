"""Options that several commands share, each said once."""

import enum
from pathlib import Path
from typing import Annotated

import typer

from khabar.intake.options import MAX_BYTES, IntakeOptions
from khabar.model.moment import iso, parse_moment


class RecordFormat(enum.StrEnum):
    """How records are written."""

    text = "text"
    jsonl = "jsonl"


class AnswerFormat(enum.StrEnum):
    """How answers are written."""

    text = "text"
    json = "json"


class ClockName(enum.StrEnum):
    """The three clocks of a question as of a moment."""

    published = "published"
    fetched = "fetched"
    known = "known"


Paths = Annotated[
    list[Path],
    typer.Argument(metavar="PATH…", help="Text, HTML or JSON Lines files, or folders of them.", show_default=False),
]
OptionalPaths = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[PATH…]", help="Text, HTML or JSON Lines files, or folders of them.", show_default=False),
]
Lang = Annotated[
    str | None,
    typer.Option("--lang", metavar="CODE", help="The language of the texts (en, id, ru); else told from each."),
]
MaxBytes = Annotated[int, typer.Option("--max-bytes", min=1, help="Inputs over this many bytes are set aside.")]
Published = Annotated[
    str | None,
    typer.Option("--published", metavar="TIME", help="When the texts were published, where they do not say so."),
]
Outlet = Annotated[str | None, typer.Option("--outlet", help="Who published the texts, where they do not say so.")]
Url = Annotated[str | None, typer.Option("--url", help="The address of the text, for one text.")]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="TIME",
        help="Use only what was published by then: 2022-01-16 or 2022-01-16T12:00Z. Default: now.",
    ),
]
Clock = Annotated[
    ClockName,
    typer.Option("--clock", help="What a time is about: when reports were published, fetched, or known to the ledger."),
]
LedgerFile = Annotated[Path, typer.Option("--ledger", envvar="KHABAR_LEDGER", help="The ledger's file.")]
Format = Annotated[AnswerFormat, typer.Option("--format", help="text for people, json for programs.")]
Records = Annotated[
    RecordFormat, typer.Option("--format", help="text for people, jsonl for reading records, one a line.")
]

LEDGER = Path("khabar.db")
CLOCK = ClockName.published
LIMIT = MAX_BYTES


def intake(
    lang: str | None, max_bytes: int, published: str | None, *, outlet: str | None, url: str | None
) -> IntakeOptions:
    """The options of the command line as the pipeline wants them."""
    return IntakeOptions(lang=lang, max_bytes=max_bytes, published=published, outlet=outlet, url=url)


def moment(words: str | None) -> str | None:
    """A time of the command line as the ledger keeps moments; None stays None. Raises UsageError where it is no time."""
    return None if words is None else iso(parse_moment(words).at)
