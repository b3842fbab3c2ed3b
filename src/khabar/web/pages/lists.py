"""Lists across the ledger: stale carriers and changes."""

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from khabar.pipeline import Ledger
from khabar.web.asked import Asked, Filter, Filters, Moment
from khabar.web.paging import cut
from khabar.web.rendering import Page
from khabar.web.routes import answer, page

router = APIRouter()
ROWS = 100


@page(router, "/stale", table=True)
async def stale(request: Request, asked: Moment, chosen: Filters) -> Response:
    """Who still carries what has fallen: the pieces that must be corrected."""
    return await answer(request, lambda ledger: stale_of(ledger, asked, chosen))


@page(router, "/changes", table=True)
async def changes(request: Request, asked: Moment) -> Response:
    """What is new between two moments."""
    return await answer(request, lambda ledger: changes_of(ledger, asked))


def stale_of(ledger: Ledger, asked: Asked, chosen: Filter) -> Page:
    """The stale carriers, one row a piece."""
    rows = [
        {
            "outlet": s.outlet,
            "published": s.published,
            "how": s.how,
            "measure": t.measure,
            "low": c.low,
            "best": c.best,
            "high": c.high,
            "source": c.source,
            "status": c.status,
            "since": c.since,
            "by": c.by,
            "url": s.url,
            "claim": c.id,
            "edition": s.edition,
        }
        for t, c in ledger.stale(chosen.outlet, as_of=asked.as_of)
        for s in c.stale
    ]
    rows.sort(key=lambda r: (r["published"] or "", r["claim"]), reverse=True)
    data = {"now": asked.now, "outlet": chosen.outlet, "stale": rows}
    return Page(template="stale.html", data=data, table=rows, extra={"slice": cut(rows, asked.page, ROWS)})


def changes_of(ledger: Ledger, asked: Asked) -> Page:
    """The changes since a moment; an empty page that asks for one where none is given."""
    found = ledger.changes(asked.since, as_of=asked.as_of) if asked.since else []
    rows = [_row(c) for c in found]
    rows.sort(key=lambda r: (r["at"] or "", r["claim"]), reverse=True)
    data = {"now": asked.now, "since": asked.since, "changes": rows}
    return Page(template="changes.html", data=data, table=rows, extra={"slice": cut(rows, asked.page, ROWS)})


def _row(change: dict[str, Any]) -> dict[str, Any]:
    tally, claim, what = change["tally"], change["claim"], change["what"]
    return {
        "at": claim["published"] if what == "new" else claim["since"],
        "what": what,
        "measure": tally["measure"],
        "who": tally["who"],
        "place": tally["place"],
        "low": claim["low"],
        "best": claim["best"],
        "high": claim["high"],
        "source": claim["source"],
        "by": claim["by"],
        "reason": claim["reason"],
        "claim": claim["id"],
        "tally": tally["id"],
    }
