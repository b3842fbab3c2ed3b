"""A reading on a terminal: the report's head, who says what, and the figures."""

from collections.abc import Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from khabar.model.reading import Figure, Reading, Statement
from khabar.model.span import words


def show(reading: Reading, console: Console | None = None) -> None:
    """Prints one reading. Text of the report is shown as text, never as markup."""
    console = console or Console(highlight=False, soft_wrap=True)
    console.print(Text(_title(reading), style="bold"))
    for name, value in _head(reading):
        console.print(Text(f"  {name:<10}{value}"))
    console.print(Text("Who says what", style="bold"))
    for number, statement in enumerate(reading.statements):
        for line in _statement(number, statement, reading):
            console.print(line)
    console.print(Text("Figures", style="bold"))
    console.print(_figures(reading) if reading.figures else Text("  none"))
    console.print()


def _title(reading: Reading) -> str:
    return reading.title or words(reading.text, [(0, min(70, len(reading.text)))]).split("\n")[0] + " …"


def _head(reading: Reading) -> Iterator[tuple[str, str]]:
    """What is known of the report; what is not known is left out."""
    yield (
        "language",
        f"{reading.lang} ({reading.lang_confidence:.2f})" if reading.lang_confidence else str(reading.lang),
    )
    facts = {
        "outlet": reading.outlet,
        "dateline": _dateline(reading),
        "published": reading.published,
        "byline": reading.byline,
        "credit": ", ".join(reading.credit),
        "address": reading.url,
    }
    yield from ((name, value) for name, value in facts.items() if value)


def _dateline(reading: Reading) -> str | None:
    if reading.dateline is None or reading.dateline.place is None:
        return None
    return reading.places[reading.dateline.place].name


def _statement(number: int, statement: Statement, reading: Reading) -> Iterator[Text]:
    who = _who(statement, reading)
    cue = words(reading.text, statement.cue)
    facts: list[str] = [statement.voice, statement.act]
    facts += [statement.certainty] if statement.certainty != "stated" else []
    line = Text(f"{number:>3}  ")
    line.append(who, style="bold")
    line.append(f" “{cue}”" if cue else "")
    line.append(f"  [{', '.join(facts)}]", style="dim")
    yield line
    yield Text("       " + words(reading.text, statement.content))
    if statement.doubt:
        yield Text(
            f"       doubt ({statement.doubt.by}): {words(reading.text, [statement.doubt.span])}", style="yellow"
        )


def _who(statement: Statement, reading: Reading) -> str:
    """Source with role and affiliation as printed, and the relays."""
    if statement.voice == "narration" and not statement.source:
        return "(the outlet)"
    parts = [words(reading.text, spans) for spans in (statement.role, statement.affiliation) if spans]
    named = words(reading.text, statement.source) or "(unnamed)"
    if statement.who is not None and reading.people[statement.who].name not in named:
        named += f" = {reading.people[statement.who].name}"
    through = [reading.people[i].name for i in statement.chain[1:]]
    return " ".join([named, *(f"({', '.join(parts)})" for _ in parts[:1]), *(f"through {name}" for name in through)])


def _figures(reading: Reading) -> Table:
    table = Table(box=None, pad_edge=True, header_style="dim")
    for name in ("measure", "number", "who", "wording", "statement", "notes"):
        table.add_column(name, justify="right" if name == "number" else "left")
    for figure in reading.figures:
        table.add_row(*(Text(cell) for cell in _row(figure, reading)))
    return table


def _row(figure: Figure, reading: Reading) -> Iterator[str]:
    yield figure.measure
    yield number(figure.low, figure.best, figure.high, bound=figure.bound)
    yield figure.who or ""
    yield figure.wording
    yield "" if figure.statement is None else str(figure.statement)
    place = [] if figure.place is None else [reading.places[figure.place].name]
    notes = [figure.kind] * (figure.kind != "level") + [figure.currency] * (figure.currency != "current")
    yield ", ".join(notes + [f"part of {figure.part_of}"] * (figure.part_of is not None) + place)


def number(low: float | None, best: float | None, high: float | None, *, bound: str = "exact") -> str:
    """`164`, `≥ 12`, `≤ 40`, `~ 300`, `5–7`, `2,000+` for a vague one."""
    if bound == "range" or (low is not None and high is not None and low != high):
        return f"{_n(low)}–{_n(high)}"
    signs = {"at_least": "≥ ", "at_most": "≤ ", "about": "~ ", "exact": "", "vague": ""}
    point = next((v for v in (best, low, high) if v is not None), None)
    return signs[bound] + _n(point) + ("+" if bound == "vague" and high is None else "")


def _n(value: float | None) -> str:
    return "?" if value is None else f"{value:,.0f}" if float(value).is_integer() else f"{value:,}"
