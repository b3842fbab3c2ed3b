"""`khabar add`: reads and appends to the ledger."""

import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from khabar.cli.ends import NOTHING_DONE, Tray
from khabar.cli.options import LEDGER, LIMIT, Lang, LedgerFile, MaxBytes, OptionalPaths, Outlet, Published, Url, intake
from khabar.intake.options import IntakeOptions
from khabar.model.edition import Edition
from khabar.model.errors import UsageError
from khabar.model.reading import Reading
from khabar.pipeline import Ledger, count_reports, note_reading, read_editions

Read = tuple[Edition, Reading]


def register(app: typer.Typer) -> None:
    """Adds the command to the application."""
    app.command("add")(add)


def add(
    paths: OptionalPaths = None,
    ledger: LedgerFile = LEDGER,
    note: str | None = typer.Option(
        None, "--note", metavar="TEXT", help="A desk's own note: what was learned by telephone."
    ),
    source: str | None = typer.Option(None, "--source", metavar="WHO", help="Who said what the note says."),
    said_at: str | None = typer.Option(None, "--said-at", metavar="TIME", help="When it was said."),
    lang: Lang = None,
    max_bytes: MaxBytes = LIMIT,
    published: Published = None,
    outlet: Outlet = None,
    url: Url = None,
) -> int:
    """Read reports and append them to the ledger. The same edition twice adds nothing."""
    options = intake(lang, max_bytes, published, outlet=outlet, url=url)
    if note is not None:
        if paths:
            raise UsageError(f"a note and {paths[0]} at once; add the files by themselves, then the note")
        return _add_note(ledger, note, source, said_at=said_at, options=options)
    if source is not None or said_at is not None:
        raise UsageError("--source and --said-at are of a note; give --note TEXT with them, or leave them out")
    if not paths:
        raise UsageError("nothing to add; give files or folders, or --note TEXT --source WHO --said-at TIME")
    return add_paths(paths, ledger, options)


def add_paths(paths: list[Path], ledger: Path, options: IntakeOptions) -> int:
    """Adds what the paths hold and says what became of it."""
    tray = Tray()
    with Ledger(ledger) as kept:
        added = kept.add_readings(_watched(read_editions(paths, options, set_aside=tray), paths))
    tray.used = len(added)
    new = sum(one.new for one in added)
    known = len(added) - new
    print(f"{ledger}: {new} added, {known} known already, {len(tray.items)} set aside")
    return tray.end()


def _add_note(ledger: Path, note: str, source: str | None, *, said_at: str | None, options: IntakeOptions) -> int:
    if not note.strip():
        raise UsageError("the note is empty; give what was said: --note TEXT")
    if not source or not said_at:
        raise UsageError("a note needs --source WHO and --said-at TIME: whose word it is, and when it was given")
    with Ledger(ledger) as kept:
        pair = note_reading(note, source=source, said_at=said_at, options=options)
        (added,) = kept.add(pair)
        figures = len(pair[1].figures)
    print(f"{ledger}: note {'added' if added.new else 'known already'} ({figures} figure{'s' * (figures != 1)})")
    return 0 if figures or added.new else NOTHING_DONE


def _watched(read: Iterable[Read], paths: list[Path]) -> Iterator[Read]:
    """Shows rate and time left where a person watches; silent in a pipe."""
    if not sys.stderr.isatty():
        yield from read
        return
    with Progress(
        TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeRemainingColumn(),
        console=Console(stderr=True), transient=True,
    ) as progress:  # fmt: skip
        task = progress.add_task("", total=count_reports(paths), rate="")
        start = time.monotonic()
        for done, one in enumerate(read, 1):
            progress.update(task, advance=1, rate=f"{done / max(0.01, time.monotonic() - start):,.0f} reports/s")
            yield one
