"""`khabar board`, `tally`, `stale`, `why`, `changes`: what the ledger answers."""

import json
import sys
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any

import msgspec
import typer

from khabar.cli.options import CLOCK, LEDGER, AnswerFormat, AsOf, Clock, Format, LedgerFile, moment
from khabar.cli.show_answers import Ruled, show_board, show_changes, show_counted, show_stale, show_tallies, show_why
from khabar.model.claim import Tally
from khabar.model.errors import NotThere
from khabar.pipeline import Ledger

Measure = typer.Argument(help="killed, injured, missing, detained, displaced …")
Situation = typer.Option(None, "--situation", help="One crisis, by the id that `board` shows; else all are listed.")


def register(app: typer.Typer) -> None:
    """Adds the commands to the application."""
    for name, command in (("board", board), ("tally", tally), ("stale", stale), ("why", why), ("changes", changes)):
        app.command(name)(command)


def _rulings(kept: Ledger, acting: Iterable[Sequence[int]]) -> Ruled:
    """The rulings by their numbers, where any claim has one that acts on it."""
    return {r.id: r for r, _, _ in kept.rulings()} if any(acting) else {}


def _known(kept: Ledger, situation: str | None, as_of: str | None, clock: str) -> None:
    """Raises NotThere where a situation was asked for and there is none of that name."""
    if situation and not kept.tallies(situation=situation, as_of=as_of, clock=clock):
        raise NotThere(f"there is no situation {situation}" + (f" as of {as_of}" if as_of else "") + "; `khabar board` lists them")


def _printed(kept: Ledger, outlet: str, as_of: str | None, clock: str) -> None:
    """Raises NotThere where no report is of an outlet."""
    known = [name for name, _ in kept.library(as_of=as_of, clock=clock).outlets()]
    if outlet not in known:
        near = get_close_matches(outlet, known, n=3)
        raise NotThere(f"no report is of {outlet}" + (f"; of {' and '.join(near)} there are" if near else ""))


def board(
    situation: str | None = Situation,
    ledger: LedgerFile = LEDGER,
    as_of: AsOf = None,
    clock: Clock = CLOCK,
    format_: Format = AnswerFormat.text,
) -> None:
    """What is counted, and what stands."""
    with Ledger(ledger, create=False) as kept:
        tallies = (
            kept.tallies(situation=situation, as_of=moment(as_of), clock=clock.value)
            if situation
            else kept.board(as_of=moment(as_of), clock=clock.value)
        )
        if not tallies:
            _known(kept, situation, moment(as_of), clock.value)
    if format_ is AnswerFormat.json:
        write({"tallies": msgspec.to_builtins(tallies)})
    else:
        show_board(tallies, as_of)


def tally(
    measure: str = Measure,
    place: str | None = typer.Option(None, "--place", help="Only what is counted for this place."),
    who: str | None = typer.Option(None, "--who", help="Only this population."),
    situation: str | None = Situation,
    limit: int | None = typer.Option(None, "--limit", min=1, help="Only so many tallies, those that changed last."),
    ledger: LedgerFile = LEDGER,
    as_of: AsOf = None,
    clock: Clock = CLOCK,
    format_: Format = AnswerFormat.text,
) -> None:
    """The history of what is counted: every claim in the order said, and what became of it."""
    with Ledger(ledger, create=False) as kept:
        found = kept.tallies(
            measure,
            place=place,
            who=who,
            situation=situation,
            as_of=moment(as_of),
            clock=clock.value,
            limit=limit,
        )
        others: list[Tally] = []
        if not found:
            _known(kept, situation, moment(as_of), clock.value)
            others = kept.board(as_of=moment(as_of), clock=clock.value)
        rulings = _rulings(kept, (c.rulings for t in found for c in (*t.claims, *t.unattributed)))
    if format_ is AnswerFormat.json:
        write({"tallies": msgspec.to_builtins(found)})
    else:
        show_tallies(found, measure, as_of, rulings=rulings)
        if not found:
            show_counted(others, measure, place)


def stale(
    outlet: str | None = typer.Option(None, "--outlet", help="Only what this outlet carries."),
    ledger: LedgerFile = LEDGER,
    as_of: AsOf = None,
    clock: Clock = CLOCK,
    format_: Format = AnswerFormat.text,
) -> None:
    """Who still carries what has fallen: the pieces that must be corrected."""
    with Ledger(ledger, create=False) as kept:
        found = kept.stale(outlet, as_of=moment(as_of), clock=clock.value)
        if outlet and not found:
            _printed(kept, outlet, moment(as_of), clock.value)
    if format_ is AnswerFormat.json:
        write(
            {
                "stale": [
                    {
                        "tally": t.id,
                        "measure": t.measure,
                        "place": t.place,
                        "who": t.who,
                        "claim": msgspec.to_builtins(c),
                    }
                    for t, c in found
                ]
            }
        )
    else:
        show_stale(found)


def why(
    name: str = typer.Argument(metavar="ID", help="A claim's id, as `tally` shows it."),
    ledger: LedgerFile = LEDGER,
    as_of: AsOf = None,
    clock: Clock = CLOCK,
    format_: Format = AnswerFormat.text,
) -> None:
    """The ground of a claim and its verdict: each conclusion with its rule and the words it rests on."""
    with Ledger(ledger, create=False) as kept:
        ground = kept.why(name, as_of=moment(as_of), clock=clock.value)
        rulings = _rulings(kept, [ground["claim"]["rulings"]])
    if format_ is AnswerFormat.json:
        write(ground)
    else:
        show_why(ground, rulings)


def changes(
    since: str = typer.Option(..., "--since", metavar="TIME", help="The earlier of the two moments."),
    ledger: LedgerFile = LEDGER,
    as_of: AsOf = None,
    clock: Clock = CLOCK,
    format_: Format = AnswerFormat.text,
) -> None:
    """What became new, was revised, fell or was contested since a moment."""
    with Ledger(ledger, create=False) as kept:
        found = kept.changes(moment(since) or since, as_of=moment(as_of), clock=clock.value)
    if format_ is AnswerFormat.json:
        write({"changes": found})
    else:
        show_changes(found)


def write(answer: Any) -> None:
    """Writes an answer as JSON, one object, readable and in a fixed order."""
    json.dump(answer, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")
