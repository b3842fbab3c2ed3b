"""The ledger's answers on a terminal. Text of reports is shown as text, never as markup."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from itertools import groupby
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from khabar.cli.show_reading import number
from khabar.export.order import upright
from khabar.model.claim import Claim, Tally
from khabar.model.ruling import Ruling

Ruled = Mapping[int, Ruling]
"""Rulings by their numbers."""
PAST = {
    "confirm": "confirmed", "reject": "rejected", "correct": "corrected", "split": "split off", "join": "joined", "part": "parted",
}  # fmt: skip

SIGNS = {"standing": "●", "superseded": "○", "withdrawn": "✕", "disowned": "✕"}
"""A shape beside every colour."""
STYLES = {"standing": "blue", "superseded": "dim", "withdrawn": "magenta", "disowned": "magenta"}


def console() -> Console:
    """Standard output; wide where nobody watches, so that a pipe gets whole lines."""
    plain = Console(highlight=False)
    return plain if plain.is_terminal else Console(highlight=False, width=200)


def show_board(tallies: Sequence[Tally], as_of: str | None) -> None:
    """One line a tally: what is counted, what stands, on whose word, and its marks."""
    out = console()
    for situation, group in groupby(sorted(tallies, key=lambda t: t.situation), key=lambda t: t.situation):
        out.print(Text(f"{situation}" + (f", as of {as_of}" if as_of else ""), style="bold"))
        table = _table(
            "what", "of whom", "where", "stands", "on whose word", "said", "support", "reports", "marks and what fell"
        )
        for tally in sorted(group, key=_weight):
            table.add_row(*(Text(cell, style=style) for cell, style in _board_row(tally)))
        out.print(table)
        out.print()
    if not tallies:
        out.print("nothing is counted" + (f" as of {as_of}" if as_of else ""))


def _weight(tally: Tally) -> tuple[int, str, int, str]:
    """Totals before parts, the much reported before the little."""
    return tally.who is not None, tally.measure, -sum(c.carriers for c in tally.claims), tally.place or ""


def _board_row(tally: Tally) -> Iterator[tuple[str, str]]:
    standing = upright(tally)
    more = f" / {len(standing) - SHOWN} more" if len(standing) > SHOWN else ""
    yield tally.measure, ""
    yield tally.who or "all", ""
    yield tally.place or "", ""
    yield (" / ".join(_number(c) for c in standing[:SHOWN]) + more) or _none(tally), "bold" if standing else "magenta"
    yield " / ".join(_source(c) for c in standing[:SHOWN]), ""
    yield " / ".join(c.said[:10] for c in standing[:SHOWN]), ""
    yield " / ".join(_support(c) for c in standing[:SHOWN]), ""
    yield str(sum(c.carriers for c in tally.claims + tally.unattributed)), "dim"
    yield (
        "; ".join([*dict.fromkeys(m for c in standing for m in c.marks), *_fallen(tally)]),
        "magenta" if _fallen(tally) else "",
    )


SHOWN = 3
"""Standing claims of a tally that a line of the board has room for."""


def _fallen(tally: Tally) -> list[str]:
    return [
        f"{_number(c)} {c.status} by {c.by or 'its source'}"
        for c in tally.claims
        if c.status in {"withdrawn", "disowned"}
    ]


def _none(tally: Tally) -> str:
    return "none" + (f"; last before: {tally.last:,.0f}" if tally.last is not None else "")


def show_tallies(tallies: Sequence[Tally], measure: str, as_of: str | None, *, rulings: Ruled) -> None:
    """Each tally with its claims in the order said, and the rulings that act on them."""
    out = console()
    for tally in tallies:
        what = " ".join(
            p
            for p in (tally.measure, f"({tally.who})" if tally.who else "", f"in {tally.place}" if tally.place else "")
            if p
        )
        basis = f", {tally.basis}" if tally.basis != "unknown" else ""
        out.print(Text(f"{what}{basis}  [{tally.situation}]", style="bold"))
        out.print(Text("  stands: " + (" / ".join(map(_number, upright(tally))) or _none(tally))))
        if tally.also:
            out.print(Text(f"  the same count is given for {', '.join(tally.also)}", style="dim"))
        table = _table("", "number", "on whose word", "through", "said", "status", "support", "marks", "id")
        for claim in (*tally.claims, *tally.unattributed):
            table.add_row(*(Text(cell, style=style) for cell, style in _claim_row(claim)))
        out.print(table)
        for claim in (*tally.claims, *tally.unattributed):
            for line in _ruled(claim.rulings, rulings):
                out.print(Text(f"  {_number(claim)} {line}"))
            for note in _remarks(claim):
                out.print(Text(f"  {_number(claim)}: {note}", style="dim"))
        _below(tally, out)
        for claim in tally.claims:
            for carrier in claim.stale:
                out.print(
                    Text(
                        f"  {carrier.outlet or carrier.url} prints {_number(claim)} {carrier.how} ({(carrier.published or '')[:10]})",
                        style="yellow",
                    )
                )
        out.print()
    if not tallies:
        out.print(f"nothing is counted as {measure}" + (f" as of {as_of}" if as_of else ""))


def show_counted(others: Iterable[Tally], measure: str, place: str | None) -> None:
    """What is counted instead: the places of a measure, or the measures where it is none of them."""
    counted = {(t.measure, t.place) for t in others}
    measures = sorted({m for m, _ in counted})
    places = sorted({p for m, p in counted if m == measure and p})
    if measure not in measures and measures:
        console().print(Text(f"counted are: {', '.join(measures)}"))
    elif place and places:
        near = get_close_matches(place, places, n=MOST_PLACES, cutoff=0) if len(places) > MOST_PLACES else places
        console().print(Text(f"{measure} is counted for: {', '.join(near)}"))


MOST_PLACES = 8
"""Places that a line names at most: those whose names are most alike."""


def _below(tally: Tally, out: Console) -> None:
    for part in tally.below:
        of = "" if part.of is None else f" of {part.of:,.0f}"
        who = ", ".join(p for p in (part.who, part.place) if p)
        out.print(Text(f"  part{of}: {number(part.low, part.best, part.high)} {who} {' '.join(part.marks)}".rstrip()))


def _remarks(claim: Claim) -> Iterator[str]:
    """What a row of a tally has no column for: the ledger's notes, and that a number stands again."""
    yield from claim.notes
    fell = [step for step in claim.history if step[1] in {"withdrawn", "disowned"}]
    if fell and claim.status == "standing":
        yield f"{fell[-1][1]} {fell[-1][0][:10]}, and put back"


def _claim_row(claim: Claim) -> Iterator[tuple[str, str]]:
    style = STYLES[claim.status]
    yield SIGNS[claim.status], style
    yield _number(claim), f"{style} strike" if claim.status in {"withdrawn", "disowned"} else style
    yield _source(claim), ""
    yield ", ".join(claim.through), ""
    yield claim.said[:10], ""
    yield _status(claim), style
    yield _support(claim), ""
    yield ", ".join(claim.marks), ""
    yield claim.id, "dim"


def _status(claim: Claim) -> str:
    by = f" by {claim.by}" if claim.by else ""
    when = f", {claim.since[:10]}" if claim.since and claim.status != "standing" else ""
    reason = f': "{claim.reason}"' if claim.reason else ""
    return f"{claim.status}{by if claim.status != 'standing' else ''}{when}{reason}"


def _source(claim: Claim) -> str:
    return (claim.source or "nobody named") + (
        f" ({claim.speaker})" if claim.speaker and claim.speaker != claim.source else ""
    )


def _support(claim: Claim) -> str:
    low, high = claim.support
    return f"{low}" if low == high else f"{low}, at most {high}"


def _number(claim: Claim) -> str:
    return number(claim.low, claim.best, claim.high, bound=claim.bound)


def show_stale(found: Sequence[tuple[Tally, Claim]]) -> None:
    """One line a carrier: who prints what has fallen, how, and what became of it."""
    out = console()
    table = _table("outlet", "prints", "how", "published", "what became of it", "address")
    for tally, claim in found:
        for carrier in claim.stale:
            what = f"{_number(claim)} {tally.measure}" + (f" ({tally.who})" if tally.who else "")
            cells = (
                carrier.outlet or "?",
                what,
                carrier.how,
                (carrier.published or "")[:10],
                _status(claim),
                carrier.url or carrier.edition,
            )
            table.add_row(*map(Text, cells))
    out.print(table if found else "nobody carries what has fallen")


def _ruled(numbers: Iterable[int], rulings: Ruled) -> Iterator[str]:
    """One line a ruling: what was ruled, by whom, when and why."""
    for ruling in (rulings[n] for n in numbers if n in rulings):
        what = f" ({ruling.what})" if ruling.what else ""
        yield f"ruled: {PAST[ruling.kind]}{what} by {ruling.name}, {ruling.known[:10]}: {ruling.reason}"


def show_why(ground: dict[str, Any], rulings: Ruled) -> None:
    """The claim, then each conclusion with its rule and the words it rests on."""
    out = console()
    claim, tally = ground["claim"], ground["tally"]
    if "retired" in ground:
        out.print(f"{ground['retired']} is retired; its figure now counts as {claim['id']}:")
    value = number(claim["low"], claim["best"], claim["high"], bound=claim["bound"])
    out.print(
        Text(
            f"{claim['id']}: {value} {tally['measure']} {tally['place'] or ''}, on the word of {claim['source'] or 'nobody named'}",
            style="bold",
        )
    )
    out.print(Text(f"  {claim['status']}" + "".join(f"; {m}" for m in claim["marks"])))
    for line in _ruled(claim["rulings"], rulings):
        out.print(Text(f"  {line}"))
    for note in claim["notes"]:
        out.print(Text(f"  {note}", style="dim"))
    for step in claim["history"]:
        out.print(Text(f"  {step[0]}  {step[1]}" + (f" by {step[2]}" if step[2] else "")))
    for one in claim["grounds"]:
        out.print(Text(f"  {one['conclusion']}  (rule: {one['rule']})", style="bold"))
        for evidence in one["evidence"]:
            where = f"{evidence['outlet'] or ''} {evidence['published'] or ''} {evidence['url'] or ''}"
            out.print(Text(f"      {evidence['part']}: “{' … '.join(evidence['words'])}”"))
            out.print(Text(f"        {where.strip()} {evidence['spans']}", style="dim"))


def show_changes(found: Sequence[dict[str, Any]]) -> None:
    """One line a change."""
    out = console()
    table = _table("when", "change", "number", "what", "on whose word", "said", "id")
    for change in found:
        claim, tally = change["claim"], change["tally"]
        value = number(claim["low"], claim["best"], claim["high"], bound=claim["bound"])
        what = " ".join(p for p in (tally["measure"], tally["who"], tally["place"]) if p)
        by = f" by {change['by']}" if change["by"] and change["what"] != "standing" else ""
        source = claim["source"] or "nobody named"
        cells = (change["at"] or "", change["what"] + by, value, what, source, claim["said"][:10], claim["id"])
        table.add_row(*map(Text, cells))
    out.print(table if found else "nothing changed")


def _table(*names: str) -> Table:
    table = Table(box=None, pad_edge=True, header_style="dim")
    for name in names:
        table.add_column(name, overflow="fold")
    return table
