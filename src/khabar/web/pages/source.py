"""A source: what it said, in every tally, and what became of it."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from khabar.model.errors import NotThere
from khabar.pipeline import Ledger
from khabar.web.asked import Asked, Moment
from khabar.web.rendering import Page
from khabar.web.routes import answer, page
from khabar.web.view import rows

router = APIRouter()


@page(router, "/source", table=True)
async def source(request: Request, asked: Moment, key: str = "") -> Response:
    """Everything that rests on one source."""
    return await answer(request, lambda ledger: source_of(ledger, asked, key))


def source_of(ledger: Ledger, asked: Asked, key: str) -> Page:
    """The page of one source. Raises NotThere."""
    tallies = ledger.tallies(situation=asked.situation, **asked.when)
    mine = [(t, c) for t in tallies for c in t.claims if key and c.source_key == key]
    if not mine:
        raise NotThere(f"no claim rests on {key!r} as of {asked.now}")
    ids = {c.id for _, c in mine}
    ended = [(t, c) for t in tallies for c in t.claims if c.by == mine[0][1].source and c.id not in ids]
    data = {
        "now": asked.now,
        "situation": asked.situation,
        "source": {
            "key": key,
            "name": mine[0][1].source,
            "speakers": sorted({c.speaker for _, c in mine if c.speaker}),
        },
        "claims": [
            {"tally": t.id, "measure": t.measure, "who": t.who, "place": t.place, "basis": t.basis, "claim": c}
            for t, c in mine
        ],
        "ended": [
            {"tally": t.id, "measure": t.measure, "who": t.who, "place": t.place, "basis": t.basis, "claim": c}
            for t, c in ended
        ],
    }
    return Page(template="source.html", data=data, table=[r for t, c in mine for r in rows.claims(t, [c])])
