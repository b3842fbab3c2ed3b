"""`khabar check`: a text against the ledger, as a linter checks code."""

from pathlib import Path

import msgspec
import typer
from rich.console import Console
from rich.text import Text

from khabar.cli.asking import write
from khabar.cli.ends import DONE, FINDINGS, NOTHING_DONE, Tray
from khabar.cli.options import (
    LEDGER,
    LIMIT,
    AnswerFormat,
    AsOf,
    Format,
    Lang,
    LedgerFile,
    MaxBytes,
    Outlet,
    Published,
    intake,
    moment,
)
from khabar.intake.options import IntakeOptions
from khabar.model.finding import Checked, Finding
from khabar.pipeline import Ledger, read_editions

STYLES = {"withdrawn": "magenta", "disowned": "magenta", "superseded": "yellow", "contested": "red", "unknown": "dim"}
WIDTH = 14


def register(app: typer.Typer) -> None:
    """Adds the command to the application."""
    app.command("check")(check)


def check(
    path: Path = typer.Argument(metavar="PATH", help="The text to check.", show_default=False),
    ledger: LedgerFile = LEDGER,
    as_of: AsOf = None,
    allow_unknown: bool = typer.Option(
        False, "--allow-unknown", help="Figures that the ledger cannot judge do not count as findings."
    ),
    format_: Format = AnswerFormat.text,
    lang: Lang = None,
    max_bytes: MaxBytes = LIMIT,
    published: Published = None,
    outlet: Outlet = None,
) -> int:
    """Check a text's figures against the ledger. 0 if every figure is held, 1 if there are findings or unknown figures."""
    options = intake(lang, max_bytes, published, outlet=outlet, url=None)
    tray = Tray()
    with Ledger(ledger, create=False) as kept:
        results = check_paths([path], kept, options, as_of=moment(as_of), tray=tray)
    if format_ is AnswerFormat.json:
        write({"checked": msgspec.to_builtins(results)})
    else:
        for result in results:
            show(result)
    return _end(results, tray, allow_unknown=allow_unknown)


def check_paths(
    paths: list[Path], kept: Ledger, options: IntakeOptions, *, as_of: str | None, tray: Tray
) -> list[Checked]:
    """The outcome for each text that could be read."""
    results = []
    for edition, reading in read_editions(paths, options, set_aside=tray):
        tray.used += 1
        results.append(kept.check(edition, reading, as_of=as_of))
    return results


def _end(results: list[Checked], tray: Tray, *, allow_unknown: bool) -> int:
    if not results:
        return NOTHING_DONE
    bad = any(r.wrong or (r.unknown and not allow_unknown) for r in results)
    return FINDINGS if bad or tray.items else DONE


def show(result: Checked) -> None:
    """Prints the findings, then the count."""
    out = Console(highlight=False, soft_wrap=True)
    for finding in result.findings:
        out.print(_head(finding, result.path))
        for line in finding.lines:
            out.print(Text("    " + line))
    figures = f"{result.figures} figure{'s' * (result.figures != 1)}"
    findings = f"{result.wrong} finding{'s' * (result.wrong != 1)}"
    out.print(Text(f"{figures}: {findings}, {result.held} held, {result.unknown} unknown"))


def _head(finding: Finding, path: str) -> Text:
    line = Text(f"{path}:{finding.line}:{finding.column}  ")
    line.append(f"{finding.code:<{WIDTH}}", style=STYLES.get(finding.code, "yellow"))
    line.append(f'"{finding.words}"')
    line.append(f"  {finding.whose}" if finding.whose else "")
    line.append(f"  ({finding.when})" if finding.when else "", style="dim")
    return line
