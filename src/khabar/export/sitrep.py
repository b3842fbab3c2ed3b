"""The situation report: one or two A4 pages of HTML that stand by themselves, for print and for mail.

Every number carries the number of its source; the sources are listed with address and hash, so that each can be found
again and shown to be the text that was read. The same answers give the same bytes.
"""

import itertools
from collections.abc import Mapping, Sequence
from html import escape
from importlib import resources
from typing import Any

import msgspec

from khabar.export import wording
from khabar.export.order import keys, newsworthy, order, upright
from khabar.model.claim import FALLEN, Claim, Tally
from khabar.model.report import Row
from khabar.model.version import VERSION
from khabar.model.visible import visible

ROWS, CLAIMS, CHANGES = 16, 4, 9
"""Rows of the table, claims of one count, changes: more would run over the second page. What is left out is said."""
SHAPES = {"standing": "●", "superseded": "○", "withdrawn": "⊗", "disowned": "⊗"}
METHOD = (
    "Each figure is shown with whoever it rests on; reports that copy one another, or rest on the same utterer, count once. "
    "A figure is withdrawn only by its owner, disowned only by the office named as its origin, superseded only by a later "
    "figure of the same authority; a third party's doubt is a mark and changes no status. Where several figures stand, all "
    "are shown and none is chosen. Only what was published by the moment above is used. Read by a program: check what you use "
    "in the sources listed."
)


class Sitrep(msgspec.Struct, frozen=True, kw_only=True):
    """What a situation report is made of.

    Attributes:
        situation: the situation's id; None where the ledger holds nothing.
        now: the moment it is as of, ISO.
        since: the moment that changes are counted from; None leaves them out.
        tallies: the situation's tallies as of `now`.
        changes: `Ledger.changes`, those of the situation.
        rows: the edition behind each claim, by claim id: where it was first printed.
        version: what the ledger was at that moment: editions, and when the last was added.
    """

    situation: str | None
    now: str
    since: str | None
    tallies: Sequence[Tally]
    changes: Sequence[Mapping[str, Any]]
    rows: Mapping[str, Row]
    version: str


def style() -> str:
    """The style sheet, for print first."""
    return resources.files("khabar.export").joinpath("sitrep.css").read_text("utf-8")


def render(made_of: Sitrep, *, style_href: str | None = None) -> str:
    """The report as HTML. The style sheet is put in, unless the address of one is given (a page under a strict policy)."""
    sources = _Sources(made_of.rows)
    body = (
        _head(made_of),
        _highlights(made_of, sources),
        _figures(made_of, sources),
        _changes(made_of, sources),
        sources.listed(),
        _method(made_of),
    )
    look = f'<link rel="stylesheet" href="{escape(style_href)}">' if style_href else f"<style>\n{style()}</style>"
    name = _text(f"{wording.situation(made_of.situation)}: situation report")
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{name}</title>\n{look}\n</head>\n<body>\n<main>\n"
        + "\n".join(b for b in body if b)
        + "\n</main>\n</body>\n</html>\n"
    )


class _Sources:
    """Numbers the sources in the order in which they are first named."""

    def __init__(self, rows: Mapping[str, Row]) -> None:
        self._rows = rows
        self._numbers: dict[str, int] = {}

    def of(self, claim: str) -> str:
        """The reference to a claim's source, as HTML."""
        row = self._rows.get(claim)
        if row is None:
            return ""
        number = self._numbers.setdefault(row.edition, len(self._numbers) + 1)
        return f'<a class="ref" href="#source-{number}">[{number}]</a>'

    def listed(self) -> str:
        """The numbered list, each with its address and hash."""
        by_edition = {row.edition: row for row in self._rows.values()}
        items = "\n".join(_source(number, by_edition[edition]) for edition, number in self._numbers.items())
        return f'<section><h2>Sources</h2>\n<ol class="sources">\n{items}\n</ol></section>' if items else ""


def _source(number: int, row: Row) -> str:
    named = ", ".join(_text(w) for w in (row.outlet, row.title) if w)
    at = _text(row.url or row.address)
    link = f'<a href="{escape(row.url)}">{at}</a>' if row.url and row.url.startswith(("http://", "https://")) else at
    said = _text(wording.moment(row.published))
    return f'<li id="source-{number}"><bdi>{named}</bdi>, {said} UTC. {link} <code>sha256:{row.text_hash}</code></li>'


def _head(made_of: Sitrep) -> str:
    since = f", changes since {_text(wording.moment(made_of.since))} UTC" if made_of.since else ""
    return (
        f"<header><p>Situation report</p><h1>{_text(wording.situation(made_of.situation))}</h1>"
        f"<p>As of <strong>{_text(wording.moment(made_of.now))} UTC</strong>{since}</p></header>"
    )


def _highlights(made_of: Sitrep, sources: _Sources) -> str:
    lines = [_highlight(t, sources) for t in keys(made_of.tallies)[:5]]
    fallen = [c for t in order(made_of.tallies) for c in t.claims if c.status in FALLEN]
    lines += [_fallen(c, sources) for c in fallen[:3]]
    items = "".join(f"<li>{line}</li>" for line in lines)
    return f"<section><h2>Highlights</h2><ul>{items}</ul></section>" if items else "<p>Nothing was counted by then.</p>"


def _highlight(tally: Tally, sources: _Sources) -> str:
    up = upright(tally)
    name = _text(wording.sentence_case(wording.title(tally)))
    if not up:
        last = next((c for c in reversed(tally.claims)), None)
        return f"<b>{name}:</b> no standing figure" + (f"; last before {_claim(last, sources)}" if last else "")
    return f"<b>{name}:</b> " + "; ".join(_claim(c, sources) for c in up[:CLAIMS])


def _claim(claim: Claim, sources: _Sources) -> str:
    number = wording.band(claim.low, claim.best, claim.high)
    return f"{_text(number)} ({_text(wording.origin(claim))}, {_text(wording.day(claim.said))}) {sources.of(claim.id)}"


def _fallen(claim: Claim, sources: _Sources) -> str:
    number = wording.band(claim.low, claim.best, claim.high)
    why = f": “{_text(claim.reason)}”" if claim.reason else ""
    carried = f"; {wording.counted(len(claim.stale), 'outlet')} still printed it" if claim.stale else ""
    by = f" by {_text(claim.by)}" if claim.by else ""
    return f"<s>{_text(number)}</s> ({_text(wording.origin(claim))}): {claim.status}{by}, {_text(wording.day(claim.since))}{why}{carried} {sources.of(claim.id)}"


def _figures(made_of: Sitrep, sources: _Sources) -> str:
    counts = [(t, _chosen(t)) for t in order(t for t in made_of.tallies if t.claims)]
    ends = [*itertools.accumulate(len(own) for _, own in counts)]
    shown = counts[: sum(end <= ROWS for end in ends)]
    rows = [_row(t, c, first=n == 0, of=len(own), sources=sources) for t, own in shown for n, c in enumerate(own)]
    left = len(counts) - len(shown)
    more = f"<p>{wording.counted(left, 'more count')} in the ledger.</p>" if left > 0 else ""
    heads = (
        ("", "Count"),
        ("n", "Low"),
        ("n", "Best"),
        ("n", "High"),
        ("", "Source"),
        ("", "Status"),
        ("", "Said"),
        ("", "Ref."),
    )
    head = "".join(f'<th scope="col"{f" class={k!r}" if k else ""}>{w}</th>' for k, w in heads)
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    return f"<section><h2>Key figures</h2>{table}{more}</section>" if rows else ""


def _chosen(tally: Tally) -> list[Claim]:
    """What stands, newest first; where nothing does, the last before."""
    return [*(upright(tally)[:CLAIMS] or tally.claims[-1:])]


def _row(tally: Tally, claim: Claim, *, first: bool, of: int, sources: _Sources) -> str:
    """A claim's row; the count stands once, before the first of its claims."""
    name = _text(wording.sentence_case(wording.title(tally)))
    count = f'<th scope="rowgroup" rowspan="{of}">{name}</th>' if first else ""
    numbers = (claim.low, claim.best, claim.high)
    cells = "".join(f'<td class="n">{"" if n is None else wording.number(n)}</td>' for n in numbers)
    marks = "".join(f"; {_text(m)}" for m in claim.marks)
    by = f" by {_text(claim.by)}" if claim.by and claim.status != "standing" else ""
    fell = ' class="fallen"' if claim.status in FALLEN else ""
    return (
        f"<tr{fell}>{count}{cells}<td>{_text(wording.origin(claim))}</td>"
        f'<td>{SHAPES[claim.status]} {claim.status}{by}{marks}</td><td class="day">{_text(wording.day(claim.said))}</td><td>{sources.of(claim.id)}</td></tr>'
    )


def _changes(made_of: Sitrep, sources: _Sources) -> str:
    if not made_of.since:
        return ""
    places = {t.id: n for n, t in enumerate(order(made_of.tallies))}
    shown = sorted(newsworthy(made_of.changes), key=lambda c: (_rank(c["what"]), places.get(c["tally"]["id"], 0)))
    items = "".join(f"<li>{_change(c, sources)}</li>" for c in shown[:CHANGES])
    left = len(shown) - CHANGES
    more = f"<p>{wording.counted(left, 'more change')} in the ledger.</p>" if left > 0 else ""
    return f"<section><h2>Changes</h2><ul>{items or '<li>None.</li>'}</ul>{more}</section>"


def _rank(what: str) -> int:
    """Falls first, then what is new, what was followed, and marks."""
    return 0 if what in FALLEN else {"new": 1, "standing": 1, "superseded": 2}.get(what, 3)


def _change(change: Mapping[str, Any], sources: _Sources) -> str:
    claim = change["claim"]
    number = wording.band(claim["low"], claim["best"], claim["high"])
    by = f" by {_text(change['by'])}" if change["by"] and change["what"] in FALLEN | {"superseded"} else ""
    name = _text(wording.sentence_case(wording.tally_name(change["tally"])))
    return f"<b>{name}:</b> {_text(number)} ({_text(claim['source'] or 'unattributed')}): {_text(change['what'])}{by} {sources.of(claim['id'])}"


def _method(made_of: Sitrep) -> str:
    return f"<footer><p>{METHOD}</p><p>Khabar {VERSION}; ledger: {_text(made_of.version)}.</p></footer>"


def _text(words: str) -> str:
    return escape(visible(words))
