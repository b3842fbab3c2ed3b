"""A source: what it said, in every tally, and what became of it."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from khabar.model.claim import Claim, Tally
from khabar.model.errors import NotThere
from khabar.model.listing import Sought
from khabar.pipeline import Ledger
from khabar.web.asked import Asked, Moment
from khabar.web.paging import part
from khabar.web.rendering import Page
from khabar.web.routes import answer, page
from khabar.web.view import rows

router = APIRouter()
ROWS = 200
"""Claims on one page."""


@page(router, "/source", table=True)
async def source(request: Request, asked: Moment, key: str = "") -> Response:
    """Everything that rests on one source."""
    return await answer(request, lambda ledger: source_of(ledger, asked, key))


def source_of(ledger: Ledger, asked: Asked, key: str) -> Page:
    """The page of one source, so many claims on it. Raises NotThere."""
    total, mine = _some(ledger, asked, Sought(key=key)) if key else (0, [])
    if not mine:
        raise NotThere(f"no claim rests on {key!r} as of {asked.now}")
    name = mine[0][1].source
    _, ended = _some(ledger, asked, Sought(by=name)) if name else (0, [])
    data = {
        "now": asked.now,
        "situation": asked.situation,
        "source": {"key": key, "name": name, "speakers": sorted({c.speaker for _, c in mine if c.speaker})},
        "total": total,
        "claims": [rows.beside(t, c) for t, c in mine],
        "ended": [rows.beside(t, c) for t, c in ended if c.source_key != key],
    }
    table = [r for t, c in mine for r in rows.claims(t, [c])]
    return Page(template="source.html", data=data, table=table, extra={"slice": part(mine, asked.page, ROWS, total=total)})


def _some(ledger: Ledger, asked: Asked, sought: Sought) -> tuple[int, list[tuple[Tally, Claim]]]:
    """How many claims there are, and those of the page."""
    offset = (asked.page - 1) * ROWS
    return ledger.claims(sought, situation=asked.situation, limit=ROWS, offset=offset, **asked.when)
