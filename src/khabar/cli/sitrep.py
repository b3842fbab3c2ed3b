"""`khabar sitrep`: the situation report as a file to print or to send."""

import sys
from pathlib import Path

import typer

from khabar.cli.options import CLOCK, LEDGER, AsOf, Clock, LedgerFile, moment
from khabar.model.errors import UsageError
from khabar.pipeline import Ledger

Out = typer.Option(None, "--output", "-o", help="The file to write; else standard output.")
Situation = typer.Option(
    None, "--situation", help="One crisis, by the id that `board` shows; else the one that changed last."
)
Since = typer.Option(None, "--since", metavar="TIME", help="Also tell what changed since then.")


def register(app: typer.Typer) -> None:
    """Adds the command to the application."""
    app.command("sitrep")(sitrep)


def sitrep(
    output: Path | None = Out,
    situation: str | None = Situation,
    since: str | None = Since,
    ledger: LedgerFile = LEDGER,
    as_of: AsOf = None,
    clock: Clock = CLOCK,
) -> int:
    """Write a situation report of one or two A4 pages as HTML: figures, changes, numbered sources."""
    with Ledger(ledger, create=False) as kept:
        made = kept.sitrep(situation, as_of=moment(as_of), since=moment(since), clock=clock.value)
    if output is None:
        sys.stdout.write(made)
        return 0
    try:
        output.write_text(made, "utf-8", newline="\n")
    except OSError as e:
        raise UsageError(f"cannot write {output}: {e.strerror or e}") from None
    return 0
