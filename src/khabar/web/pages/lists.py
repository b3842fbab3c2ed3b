"""Lists across the ledger: stale carriers and changes."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from khabar.pipeline import Ledger
from khabar.web.asked import Asked, Filter, Filters, Moment
from khabar.web.paging import cut
from khabar.web.rendering import Page
from khabar.web.routes import answer, page
from khabar.web.view import rows

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
    found = ledger.stale(chosen.outlet, **asked.when)
    table = rows.stale((t, c) for t, c in found if asked.situation in {None, t.situation})
    data = {"now": asked.now, "situation": asked.situation, "outlet": chosen.outlet, "stale": table}
    return Page(template="stale.html", data=data, table=table, extra={"slice": cut(table, asked.page, ROWS)})


def changes_of(ledger: Ledger, asked: Asked) -> Page:
    """The changes since a moment; an empty page that asks for one where none is given."""
    table = rows.changes(ledger.changes(asked.since, situation=asked.situation, **asked.when)) if asked.since else []
    data = {"now": asked.now, "situation": asked.situation, "since": asked.since, "changes": table}
    return Page(template="changes.html", data=data, table=table, extra={"slice": cut(table, asked.page, ROWS)})
