"""What is marked in a report's text, and what stands in the margin beside it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from khabar.model.claim import Claim, Tally
from khabar.model.finding import Finding
from khabar.model.reading import Figure, Reading, Statement
from khabar.model.span import Span
from khabar.web.view.highlight import Mark, Run, paragraphs, runs

Link = Callable[..., str]
Carried = Mapping[int, tuple[Tally, Claim]]
"""Figure index to the claim that it carries."""


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """A figure in the margin: its words, what it counts, and the claim that it carries."""

    of: str
    figure: Figure
    claim: Claim | None
    tally: Tally | None


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """A statement in the margin: who says it, by which cue, how, and its figures. `statement` None: figures without one."""

    of: str
    at: int
    statement: Statement | None
    who: str | None
    through: tuple[str, ...]
    counts: tuple[Count, ...]


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the text as runs, with the notes on what begins in it."""

    runs: tuple[Run, ...]
    notes: tuple[Note, ...]
    findings: tuple[Finding, ...] = ()


def blocks(
    text: str, marks: Sequence[Mark], notes: Sequence[Note], within: Span, *, findings: Sequence[Finding] = ()
) -> list[Block]:
    """The lines of the text, each with its marks and notes."""
    return [
        Block(
            runs=tuple(runs(text, [m for m in marks if m.span[0] < end and start < m.span[1]], (start, end))),
            notes=tuple(n for n in notes if start <= n.at < end or (n.at == end == start)),
            findings=tuple(f for f in findings if start <= f.span[0] < end),
        )
        for start, end in paragraphs(text, within)
    ]


def marks(reading: Reading, carried: Carried, link: Link) -> list[Mark]:
    """Every statement's content, source, cue and caveat, and every figure, with where it leads."""
    found = [m for n, s in enumerate(reading.statements) for m in _statement(n, s)]
    return found + [_figure(n, f, carried.get(n), link) for n, f in enumerate(reading.figures)]


def _statement(number: int, statement: Statement) -> Iterator[Mark]:
    of = f"s{number}"
    sources = (*statement.source, *statement.role, *statement.affiliation)
    yield from (Mark(kind="content", span=s, of=of) for s in statement.content)
    yield from (Mark(kind="source", span=s, of=of) for s in sources)
    yield from (Mark(kind="cue", span=s, of=of) for s in statement.cue)
    if statement.doubt:
        yield Mark(kind="caveat", span=statement.doubt.span, of=of)


def _figure(number: int, figure: Figure, carried: tuple[Tally, Claim] | None, link: Link) -> Mark:
    fallen = carried is not None and carried[1].status in {"withdrawn", "disowned"}
    href = link("/claim", id=carried[1].id) if carried else f"#f{number}"
    return Mark(
        kind="figure fell" if fallen else "figure",
        span=figure.span,
        of=f"f{number}",
        href=href,
        label=_label(figure, carried),
    )


def _label(figure: Figure, carried: tuple[Tally, Claim] | None) -> str:
    what = f"{figure.wording or 'a figure'}, {figure.measure}"
    return f"{what}: {carried[1].status}" if carried else f"{what}: no claim of the ledger"


def notes(reading: Reading, carried: Carried) -> list[Note]:
    """The margin, in the order of the text. A statement of the narrator without a figure says nothing there."""
    found = [_note(reading, n, s, carried) for n, s in enumerate(reading.statements)]
    kept = [n for n in found if n.counts or (n.statement and n.statement.voice != "narration")]
    loose = [_count(n, f, carried) for n, f in enumerate(reading.figures) if not _holds(reading, f)]
    kept += [Note(of=c.of, at=c.figure.span[0], statement=None, who=None, through=(), counts=(c,)) for c in loose]
    return sorted(kept, key=lambda n: (n.at, n.of))


def _holds(reading: Reading, figure: Figure) -> bool:
    return figure.statement is not None and 0 <= figure.statement < len(reading.statements)


def _note(reading: Reading, number: int, statement: Statement, carried: Carried) -> Note:
    spans = (*statement.content, *statement.cue, *statement.source)
    names = [reading.people[i].name for i in statement.chain if 0 <= i < len(reading.people)]
    who = names[0] if names else _named(reading, statement)
    return Note(
        of=f"s{number}",
        at=min((s for s, _ in spans), default=0),
        statement=statement,
        who=who,
        through=tuple(names[1:]),
        counts=tuple(_count(n, f, carried) for n, f in enumerate(reading.figures) if f.statement == number),
    )


def _named(reading: Reading, statement: Statement) -> str | None:
    if statement.who is not None and 0 <= statement.who < len(reading.people):
        return reading.people[statement.who].name
    return " ".join(reading.text[a:b] for a, b in statement.source) or None


def _count(number: int, figure: Figure, carried: Carried) -> Count:
    tally, claim = carried.get(number, (None, None))
    return Count(of=f"f{number}", figure=figure, claim=claim, tally=tally)


def found(spans: Iterable[Span]) -> list[Mark]:
    """The span that an address asks to be shown."""
    return [Mark(kind="found", span=s) for s in spans]
