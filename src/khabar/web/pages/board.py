"""The board of a situation, and the page of one tally."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from khabar.export.order import keys, order
from khabar.model.claim import Claim, Tally
from khabar.pipeline import Ledger
from khabar.web.asked import Asked, Filter, Filters, Moment
from khabar.web.paging import cut
from khabar.web.rendering import Page
from khabar.web.routes import answer, page
from khabar.web.view import board as view

router = APIRouter()
CARDS = 8
"""Key figures on the board; all tallies are in the table below them."""
ROWS = 25


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


def board_of(ledger: Ledger, asked: Asked, chosen: Filter, wanted: str = "") -> Page:
    """The board's page. `wanted` is the tally whose ladder is drawn; else the first key figure's."""
    situations = [] if asked.situation else ledger.situations(as_of=asked.as_of, clock=asked.clock)
    if len(situations) > 1:
        rows_ = [{"situation": name, "tallies": count, "changed": at} for name, count, at in situations]
        data: dict[str, Any] = {"situations": rows_, "now": asked.now}
        return Page(
            template="situations.html", data=data, table=rows_, extra={"slice": cut(rows_, asked.page, 4 * ROWS)}
        )
    name = asked.situation or next((s[0] for s in situations), None)
    tallies = ledger.tallies(as_of=asked.as_of, clock=asked.clock, situation=name)
    shown = order(t for t in tallies if fits(t, chosen))
    before = _before(ledger, asked, name)
    chief = keys(shown)[:CARDS]
    focus = next((t for t in shown if t.id == wanted), chief[0] if chief else None)
    data = {
        **_head(ledger, asked, tallies),
        "cards": [view.card(t, before.get(t.id)) for t in chief],
        "focus": focus,
        "tallies": shown,
        "stale": [{"claim": c, "tally": t.id} for t in shown for c in t.claims if c.stale],
        "changes": _changes(ledger, asked, name),
    }
    extra = {"events": view.events(focus.claims)[:ROWS] if focus else [], "slice": cut(shown, asked.page, ROWS)}
    return Page(template="board.html", data=data, table=[row for t in shown for row in rows(t)], extra=extra)


def tally_of(ledger: Ledger, asked: Asked, name: str) -> Page:
    """The page of one tally. Raises NotThere."""
    tally = ledger.tally_named(name, as_of=asked.as_of, clock=asked.clock)
    data = {**_head(ledger, asked, [tally]), "tally": tally}
    return Page(template="tally.html", data=data, table=rows(tally), extra={"events": view.events(tally.claims)[:200]})


def fits(tally: Tally, chosen: Filter) -> bool:
    """Whether a filter leaves a tally: one of its claims must have the status and the source asked for."""
    if chosen.measure not in {None, tally.measure} or chosen.place not in {None, tally.place}:
        return False
    if chosen.who not in {None, tally.who or "everybody"}:
        return False
    return any(_claim_fits(c, chosen) for c in tally.claims)


def _claim_fits(claim: Claim, chosen: Filter) -> bool:
    named = chosen.source is None or chosen.source.casefold() in (claim.source or "").casefold()
    carried = chosen.outlet is None or any(s.outlet == chosen.outlet for s in claim.stale)
    return named and carried and chosen.status in {None, claim.status}


def rows(tally: Tally) -> list[dict[str, Any]]:
    """A tally's claims as rows of a table, the columns in the order in which a desk reads them."""
    return [
        {
            "situation": tally.situation,
            "measure": tally.measure,
            "who": tally.who,
            "place": tally.place,
            "low": c.low,
            "best": c.best,
            "high": c.high,
            "source": c.source,
            "speaker": c.speaker,
            "through": list(c.through),
            "said": c.said,
            "published": c.published,
            "status": c.status,
            "since": c.since if c.status != "standing" else None,
            "by": c.by,
            "reason": c.reason,
            "marks": list(c.marks),
            "support_low": c.support[0],
            "support_high": c.support[1],
            "reports": c.carriers,
            "claim": c.id,
            "tally": tally.id,
        }
        for c in tally.claims
    ]


def _changes(ledger: Ledger, asked: Asked, situation: str | None) -> list[dict[str, Any]]:
    if not asked.since:
        return []
    return [c for c in ledger.changes(asked.since, as_of=asked.as_of) if c["tally"]["situation"] == situation]


def _before(ledger: Ledger, asked: Asked, situation: str | None) -> dict[str, Tally]:
    if not asked.since:
        return {}
    return {t.id: t for t in ledger.tallies(as_of=asked.since, clock=asked.clock, situation=situation)}


def _head(ledger: Ledger, asked: Asked, tallies: list[Tally]) -> dict[str, Any]:
    """What every page of tallies says of its moment. The moments of change are those of all times, so that one can go on."""
    name = tallies[0].situation if tallies else asked.situation
    later = ledger.tallies(clock=asked.clock, situation=name) if asked.as_of else tallies
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
