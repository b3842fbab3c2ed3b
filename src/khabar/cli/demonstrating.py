"""`khabar demo`: the main job on the Kazakhstan case, with nothing to install or fetch."""

from importlib.resources import as_file
from pathlib import Path

import msgspec
import typer
from rich.console import Console
from rich.text import Text

from khabar import demo
from khabar.cli.adding import add_paths
from khabar.cli.checking import check_paths, show
from khabar.cli.ends import Tray
from khabar.cli.show_answers import show_board, show_stale
from khabar.intake.options import IntakeOptions
from khabar.model.finding import Checked
from khabar.pipeline import Ledger

FILE = Path("demo.db")
MOMENT = "2022-01-16"


def register(app: typer.Typer) -> None:
    """Adds the command to the application."""
    app.command("demo")(demonstrate)


def demonstrate(
    ledger: Path = typer.Option(FILE, "--ledger", help="Where to keep the demonstration's ledger."),
) -> None:
    """Build a ledger of 36 paraphrased reports, print the board, and check a page against it."""
    out = Console(highlight=False, soft_wrap=True)
    out.print(
        Text("January 2022, Kazakhstan: 36 reports in English, Indonesian and Russian (our paraphrases).", style="bold")
    )
    with as_file(demo.reports()) as path:
        add_paths([path], ledger, IntakeOptions())
    with Ledger(ledger, create=False) as kept:
        out.print(Text(f"\n$ khabar board --ledger {ledger} --as-of {MOMENT}", style="bold"))
        show_board(kept.board(as_of=MOMENT), MOMENT)
        out.print(Text(f"$ khabar stale --ledger {ledger} --as-of {MOMENT}", style="bold"))
        show_stale(kept.stale(as_of=MOMENT))
        for moment in (MOMENT, None):
            _check(kept, moment, out, ledger)
    out.print(Text(f"\n$ khabar serve --ledger {ledger}", style="bold") + Text("   the same as a board in the browser"))


def _check(kept: Ledger, moment: str | None, out: Console, ledger: Path) -> None:
    asked = f" --as-of {moment}" if moment else ""
    out.print(Text(f"\n$ khabar check {demo.PAGE} --ledger {ledger}{asked}", style="bold"))
    with as_file(demo.page()) as path:
        for result in check_paths([path], kept, IntakeOptions(), as_of=moment, tray=Tray()):
            show(_renamed(result))


def _renamed(result: Checked) -> Checked:
    """The page by its own name, wherever the package was installed."""
    return msgspec.structs.replace(result, path=demo.PAGE)
