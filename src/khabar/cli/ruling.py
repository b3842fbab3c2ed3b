"""`khabar rule`, `rulings`, `redact`, `rebuild`: what a person corrects of what the program concluded."""

import getpass
import os
from typing import Literal

import msgspec
import typer

from khabar.cli.asking import write
from khabar.cli.options import LEDGER, AnswerFormat, Format, LedgerFile
from khabar.model.errors import NotThere, UsageError
from khabar.model.ruling import Anchor, Ruling
from khabar.pipeline import Ledger

Kind = Literal["confirm", "reject", "correct", "split", "join", "part", "undo"]
What = Literal["source", "tally", "situation", "copy"]
Reason = typer.Option(..., "--reason", help="Why, for whoever reads the ruling later.")
Name = typer.Option(None, "--name", help="Who rules; else KHABAR_NAME, else the name of the account.")


def register(app: typer.Typer) -> None:
    """Adds the commands to the application."""
    for name, command in (("rule", rule), ("rulings", rulings), ("redact", redact), ("rebuild", rebuild)):
        app.command(name)(command)


def rule(
    kind: Kind = typer.Argument(metavar="KIND", help="confirm, reject, correct, split, join, part or undo."),
    target: str = typer.Argument(
        metavar="TARGET", help="A claim's id, or REPORT:START-END; for undo the ruling's number."
    ),
    other: str | None = typer.Argument(None, metavar="[OTHER]", help="The second one, where two are joined or parted."),
    reason: str = Reason,
    name: str | None = Name,
    what: What | None = typer.Option(None, "--what", help="What is split or joined: source, tally, situation or copy."),
    set_: list[str] = typer.Option(
        [], "--set", metavar="KEY=VALUE", help="What is corrected: best=13, who=police; an empty value for none."
    ),
    ledger: LedgerFile = LEDGER,
) -> None:
    """Confirms, rejects, corrects, splits or joins; the ruling is appended and can be undone."""
    with Ledger(ledger, create=False) as kept:
        anchor, second, of = None, None, None
        fields = dict(_field(words) for words in set_)
        if kind == "correct" and not fields:
            raise UsageError("to correct needs --set KEY=VALUE: what is corrected, and to what, as --set best=13")
        if what and kind not in {"split", "join"}:
            raise UsageError(f"--what is for split and join; leave it out to {kind}")
        if other and kind not in {"join", "part"}:
            raise UsageError(f"to {kind} takes one target, and {other!r} is a second one; leave it out")
        if kind == "undo":
            of = _number(target)
        else:
            anchor, second = _anchor(kept, target), _anchor(kept, other) if other else None
        made = kept.rule(
            Ruling(
                kind=kind, name=_name(name), reason=reason, anchor=anchor, other=second, what=what, fields=fields, of=of
            )
        )
    typer.echo(f"ruling {made.id}: {kind} {target}{f' and {other}' if other else ''}")


def rulings(ledger: LedgerFile = LEDGER, format_: Format = AnswerFormat.text) -> None:
    """All rulings: which hold, which are undone, and which find no figure any more."""
    with Ledger(ledger, create=False) as kept:
        known = kept.rulings()
    if format_ is AnswerFormat.json:
        write({"rulings": [{**msgspec.to_builtins(r), "holds": holds, "fits": fits} for r, holds, fits in known]})
        return
    for ruling, holds, fits in known:
        state = "" if holds else "  undone" if fits else "  undone, fits no more"
        words = f' "{ruling.anchor.words}"' if ruling.anchor else f" ruling {ruling.of}"
        note = state or ("" if fits else "  fits no more")
        typer.echo(f"{ruling.id:4}  {ruling.known}  {ruling.kind}{words}  {ruling.name}: {ruling.reason}{note}")


def redact(
    report: str = typer.Argument(metavar="REPORT", help="A report's id or address, or an edition's key."),
    reason: str = Reason,
    name: str | None = Name,
    ledger: LedgerFile = LEDGER,
) -> None:
    """Removes a report's bytes, text and readings for good; a tombstone stays, and what rested on it shows `ground removed`."""
    with Ledger(ledger, create=False) as kept:
        left = kept.redact(report, name=_name(name), reason=reason)
    typer.echo(f"redacted {report}; its hash stays: {left}")


def rebuild(ledger: LedgerFile = LEDGER) -> None:
    """Makes all views anew from the rows."""
    with Ledger(ledger, create=False) as kept:
        typer.echo(f"rebuilt from {kept.rebuild():,} editions")


def _name(given: str | None) -> str:
    return given or os.environ.get("KHABAR_NAME") or getpass.getuser()


def _number(words: str) -> int:
    if not words.isdecimal():
        raise UsageError(f"{words!r} is no ruling's number; `khabar rulings` lists them")
    return int(words)


def _anchor(kept: Ledger, words: str) -> Anchor:
    """The anchor of a claim (its first figure), or of `REPORT:START-END`. Raises NotThere or UsageError."""
    report, mark, place = words.rpartition(":")
    start, dash, end = place.partition("-")
    if mark and dash and start.isdecimal() and end.isdecimal():
        held = kept.library().held(report)
        text = held.reading.text if held.reading else ""
        return Anchor(edition=held.row.edition, start=int(start), end=int(end), words=text[int(start) : int(end)])
    tally, claim = kept.claim(words)
    printed = kept.prints(tally)[claim.id]
    if not printed:
        raise NotThere(f"nothing is left in print of {words}")
    first = printed[0]
    text = kept.library().text(first.edition) or ""
    return Anchor(
        edition=first.edition, start=first.span[0], end=first.span[1], words=text[first.span[0] : first.span[1]]
    )


def _field(words: str) -> tuple[str, str | float | None]:
    key, mark, value = words.partition("=")
    if not mark:
        raise UsageError(f"{words!r} corrects nothing; write KEY=VALUE, as best=13")
    if key in {"low", "best", "high"} and value:
        try:
            return key, float(value)
        except ValueError:
            raise UsageError(f"{value!r} is no number") from None
    return key, value or None
