"""The commands put together, and the one place where errors become exit codes."""

import os
import sys

import typer
from typer.exceptions import TyperException

from khabar.cli import adding, asking, checking, demonstrating, reading, ruling, serve, sitrep
from khabar.cli.ends import INTERRUPTED, NOTHING_DONE
from khabar.model.errors import KhabarError
from khabar.model.version import VERSION

app = typer.Typer(
    name="khabar",
    help="Reads crisis news and tells whose number it is, and whether it still stands.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.callback(invoke_without_command=True)
def khabar(version: bool = typer.Option(False, "--version", help="Print the version and end.")) -> None:
    """Reads crisis news and tells whose number it is, and whether it still stands."""
    if version:
        typer.echo(f"khabar {VERSION}")
        raise typer.Exit


for group in (reading, adding, asking, checking, demonstrating, serve, sitrep, ruling):
    group.register(app)


def main() -> None:
    """Runs the command line and ends the process with the exit code that docs/reference/commands.md lists."""
    sys.exit(run(sys.argv[1:]))


def run(args: list[str]) -> int:
    """Runs one command and returns its exit code; never lets a traceback reach the user for what can go wrong on purpose."""
    try:
        done = app(args, prog_name="khabar", standalone_mode=False)
    except TyperException as e:
        print(f"khabar: {e.format_message()}; khabar --help tells what there is", file=sys.stderr)
        return NOTHING_DONE
    except (KeyboardInterrupt, typer.Abort):
        print("khabar: interrupted", file=sys.stderr)
        return INTERRUPTED
    except KhabarError as e:
        print(f"khabar: {e}", file=sys.stderr)
        return NOTHING_DONE
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOTHING_DONE
    except OSError as e:
        print(f"khabar: cannot write or read {e.filename or 'the output'}: {e.strerror or e}", file=sys.stderr)
        return NOTHING_DONE
    return done if isinstance(done, int) else 0
