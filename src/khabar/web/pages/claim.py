"""A claim: its verdict, why, and the words of the reports that it rests on."""

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from khabar.model.claim import Print, Tally
from khabar.pipeline import Ledger
from khabar.web.asked import Asked, Moment
from khabar.web.rendering import Page
from khabar.web.routes import answer, page
from khabar.web.view import board as view

router = APIRouter()


@page(router, "/claim", table=True)
async def claim(request: Request, asked: Moment, id: str = "") -> Response:  # noqa: A002
    """One claim with its ground."""
    return await answer(request, lambda ledger: claim_of(ledger, asked, id))


def claim_of(ledger: Ledger, asked: Asked, name: str) -> Page:
    """The page of one claim. Raises NotThere."""
    tally, claim_ = ledger.claim(name, as_of=asked.as_of, clock=asked.clock)
    grounds = ledger.why(name, as_of=asked.as_of)["claim"]["grounds"]
    moments = view.moments([tally])
    back, on = view.around(moments, asked.now)
    data: dict[str, Any] = {"now": asked.now, "claim": claim_, "tally": _head(tally), "grounds": grounds}
    prints = ledger.prints(tally, as_of=asked.as_of, clock=asked.clock).get(name, ())
    data |= {"prints": prints, "moments": moments, "step_back": back, "step_on": on}
    return Page(
        template="claim.html", data=data, table=[_row(p) for p in prints], extra={"events": view.events([claim_])}
    )


def _row(one: Print) -> dict[str, Any]:
    return {
        "published": one.published,
        "outlet": one.outlet,
        "wording": one.wording,
        "chain": list(one.links),
        "chain_from_another_report": one.deepened,
        "copy_group": one.group,
        "lang": one.lang,
        "url": one.url,
        "edition": one.edition,
    }


def _head(tally: Tally) -> dict[str, Any]:
    return {
        "id": tally.id,
        "measure": tally.measure,
        "who": tally.who,
        "place": tally.place,
        "situation": tally.situation,
    }
