"""`khabar serve`: the situation board on this machine."""

import importlib.util
from pathlib import Path
from typing import Annotated

import typer

from khabar.cli.options import LEDGER, LedgerFile
from khabar.model.errors import NotThere, UsageError

EXTRA = ("fastapi", "jinja2", "uvicorn", "multipart")
Port = Annotated[int, typer.Option("--port", min=0, max=65535, help="Where the board listens; 0 takes a free port.")]
Host = Annotated[
    str, typer.Option("--host", help="The address it listens on. Others than this machine's own let others look.")
]
RulingsBy = Annotated[
    str | None, typer.Option("--rulings-by", metavar="NAME", help="Let rulings be made, in this name; else read-only.")
]


def register(app: typer.Typer) -> None:
    """Adds the command to the application."""
    app.command("serve")(serve)


def serve(
    ledger: LedgerFile = LEDGER, port: Port = 8000, host: Host = "127.0.0.1", rulings_by: RulingsBy = None
) -> int:
    """Show the ledger as a board in the browser, read-only unless --rulings-by names somebody."""
    _needs_extra()
    if not ledger.exists():
        raise NotThere(f"there is no ledger {ledger}; `khabar add` makes one")
    if rulings_by is not None and not rulings_by.strip():
        raise UsageError("--rulings-by wants a name: rulings are made in it")
    _run(ledger, host, port, rulings_by=rulings_by)
    return 0


def _needs_extra() -> None:
    missing = [name for name in EXTRA if importlib.util.find_spec(name) is None]
    if missing:
        raise UsageError(f"the board needs {', '.join(missing)}: pip install 'khabar[web]'")


def _run(ledger: Path, host: str, port: int, *, rulings_by: str | None) -> None:
    """Serves until interrupted. The address is printed once the port is known."""
    from khabar.web.server import run  # noqa: PLC0415  the extra may be absent where nobody serves

    run(
        ledger,
        host,
        port,
        rulings_by=rulings_by,
        told=lambda address: typer.echo(f"Khabar at {address} (Ctrl+C ends it)"),
    )
