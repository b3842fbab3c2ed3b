"""The board of a situation, and the page of one tally."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from khabar.export import wording as words
from khabar.export.order import keys, order
from khabar.model import listing
from khabar.model.claim import Tally
from khabar.pipeline import Ledger, differences
from khabar.web.asked import Asked, Filter, Filters, Moment
from khabar.web.paging import cut, part
from khabar.web.rendering import Page
from khabar.web.routes import answer, form_of, page
from khabar.web.view import board as view
from khabar.web.view import rows

router = APIRouter()
SITUATIONS = 1000
"""Situations to choose from."""
CARDS = 8
"""Key figures on the board; all tallies are in the table below them."""
ROWS, CLAIMS = 25, 100
DOWNLOADED = 10_000
"""Claims in one answer for programs; more are on its next pages."""
EVENTS, NEWS = 14, 10
"""Lines of the two lists in time on the board; each leads to all of them."""


@page(router, "/", "/board", table=True)
async def board(
    request: Request, asked: Moment, chosen: Filters, focus: Annotated[str, Query(max_length=200)] = ""
) -> Response:
    """What is counted in a situation; the situations, where there are several and none is chosen."""
    return await answer(request, lambda ledger: board_of(ledger, asked, chosen, focus))


@page(router, "/tally", table=True)
async def tally(request: Request, asked: Moment, id: str = "") -> Response:  # noqa: A002
    """One tally with its claims."""
    return await answer(request, lambda ledger: tally_of(ledger, asked, id))


@page(router, "/claims", table=True)
async def claims(request: Request, asked: Moment, chosen: Filters) -> Response:
    """Every claim, as a table."""
    size = CLAIMS if form_of(request.url.path) == "html" else DOWNLOADED
    return await answer(request, lambda ledger: claims_of(ledger, asked, chosen, size))


def board_of(ledger: Ledger, asked: Asked, chosen: Filter, wanted: str = "") -> Page:
    """The board's page. `wanted` is the tally whose ladder is drawn; else the first key figure's."""
    situations = [] if asked.situation else ledger.situations(**asked.when, limit=2)
    if len(situations) > 1:
        return _situations(ledger, asked)
    name = asked.situation or next((s[0] for s in situations), None)
    tallies = ledger.tallies(**asked.when, situation=name) if name else []
    shown = order(t for t in tallies if fits(t, chosen))
    earlier = ledger.tallies(as_of=asked.since, clock=asked.clock, situation=name) if name and asked.since else []
    before = {t.id: t for t in earlier}
    chief = keys(shown)[:CARDS]
    focus = next((t for t in shown if t.id == wanted), chief[0] if chief else None)
    head = _head(ledger, asked, tallies)
    chained = view.chief(focus) if focus else None
    recent = _recent(asked, tallies, earlier)
    data = {
        **head,
        "recent_since": recent[0],
        "recent": rows.events(recent[1]),
        "summary": rows.summary(shown),
        "cards": [view.card(t, before.get(t.id)) for t in chief],
        "focus": focus,
        "chained": chained,
        "prints": ledger.prints(focus, **asked.when).get(chained.id, ()) if focus and chained else (),
        "tallies": shown,
        "stale": rows.stale((t, c) for t in shown for c in t.claims),
    }
    extra = {
        "events": view.events(focus.claims)[:EVENTS] if focus else [],
        "news": recent[1][:NEWS],
        "slice": cut(shown, asked.page, ROWS),
        "filtered": chosen != Filter(),
    }
    return Page(template="board.html", data=data, table=[rows.counts(t) for t in shown], extra=extra)


def _recent(asked: Asked, tallies: list[Tally], earlier: list[Tally]) -> tuple[str, list[view.Event]]:
    """What changed, and since when: since the moment chosen, held against what was known then; else in the last day.

    That is told by the claims themselves: what was said and what became of it. Marks have no time, and need a moment to be
    held against.
    """
    if asked.since:
        return asked.since, view.news(differences(earlier, tallies))
    since = _day_before(asked, tallies)
    return since, [e for e in view.events((c for t in tallies for c in t.claims), named(tallies)) if e.at > since]


def named(tallies: list[Tally]) -> dict[str, str]:
    """What each claim counts, in words."""
    return {c.id: words.title(t) for t in tallies for c in t.claims}


def _day_before(asked: Asked, tallies: list[Tally]) -> str:
    """A day before the moment asked for; where none is, and something is dated later than now, a day before that."""
    latest = max((t.changed for t in tallies), default="")
    return words.spans_back(asked.now if asked.as_of else max(asked.now, latest))[0][1]


def _situations(ledger: Ledger, asked: Asked) -> Page:
    """The choice of a situation, where there are several. As of a past moment each costs: no more are asked for than are shown."""
    found = ledger.situations(**asked.when, limit=asked.page * ROWS + 1 if asked.as_of else SITUATIONS)
    table = [{"situation": name, "tallies": count, "changed": at} for name, count, at in found]
    data: dict[str, Any] = {"situations": table, "now": asked.now}
    return Page(template="situations.html", data=data, table=table, extra={"slice": cut(table, asked.page, ROWS)})


def tally_of(ledger: Ledger, asked: Asked, name: str) -> Page:
    """The page of one tally. Raises NotThere."""
    tally = ledger.tally_named(name, **asked.when)
    data = {**_head(ledger, asked, [tally]), "tally": tally}
    return Page(
        template="tally.html", data=data, table=rows.claims(tally), extra={"events": view.events(tally.claims)[:200]}
    )


def claims_of(ledger: Ledger, asked: Asked, chosen: Filter, size: int = CLAIMS) -> Page:
    """The page of all claims that a filter leaves, `size` of them."""
    offset = (asked.page - 1) * size
    total, found = ledger.claims(
        _sought(chosen), situation=asked.situation, order="shown", limit=size, offset=offset, **asked.when
    )
    table = [rows.claim(t, c) for t, c in found]
    data = {"now": asked.now, "situation": asked.situation, "total": total, "page": asked.page, "claims": table}
    return Page(template="claims.html", data=data, table=table, extra={"slice": part(table, asked.page, size, total=total)})


def _sought(chosen: Filter) -> listing.Sought:
    """The claims that a filter leaves, as the ledger is asked for them."""
    return listing.Sought(
        measure=chosen.measure, place=chosen.place, who=chosen.who, status=chosen.status, source=chosen.source,
        outlet=chosen.outlet,
    )  # fmt: skip


def fits(tally: Tally, chosen: Filter) -> bool:
    """Whether a filter leaves a tally: one of its claims must be what is asked for."""
    return any(listing.wanted(tally, c, _sought(chosen)) for c in tally.claims)


def _later(ledger: Ledger, asked: Asked, name: str | None) -> list[Tally]:
    """The tallies as of now, of the situation or, where none was there yet and there is but one, of that."""
    found = [name] if name else [s[0] for s in ledger.situations(clock=asked.clock, limit=2)]
    return ledger.tallies(clock=asked.clock, situation=found[0]) if len(found) == 1 else []


def _head(ledger: Ledger, asked: Asked, tallies: list[Tally]) -> dict[str, Any]:
    """What every page of tallies says of its moment. The moments of change are those of all times, so that one can go on."""
    name = tallies[0].situation if tallies else asked.situation
    later = _later(ledger, asked, name) if asked.as_of else tallies
    moments = view.moments(later)
    back, on = view.around(moments, asked.now)
    return {
        "situation": name,
        "now": asked.now,
        "since": asked.since,
        "clock": asked.clock,
        "moments": moments,
        "step_back": back,
        "step_on": on,
    }
