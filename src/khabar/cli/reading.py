"""`khabar read`: reads, prints or writes records; keeps nothing."""

import sys

import msgspec
import typer

from khabar import pipeline
from khabar.cli.ends import Tray
from khabar.cli.options import LIMIT, Lang, MaxBytes, Outlet, Paths, Published, RecordFormat, Records, Url, intake
from khabar.cli.show_reading import show
from khabar.model.reading import Reading


def register(app: typer.Typer) -> None:
    """Adds the command to the application."""
    app.command("read")(read)


def read(
    paths: Paths,
    lang: Lang = None,
    format_: Records = RecordFormat.text,
    max_bytes: MaxBytes = LIMIT,
    published: Published = None,
    outlet: Outlet = None,
    url: Url = None,
) -> int:
    """Read reports and print who says what in them, and the figures. Keeps nothing."""
    tray = Tray()
    options = intake(lang, max_bytes, published, outlet=outlet, url=url)
    for reading in pipeline.read(*paths, options=options, set_aside=tray):
        tray.used += 1
        _write(reading, format_)
    return tray.end()


def _write(reading: Reading, format_: RecordFormat) -> None:
    if format_ is RecordFormat.jsonl:
        sys.stdout.write(msgspec.json.encode(reading).decode("utf-8", "replace") + "\n")
    else:
        show(reading)
