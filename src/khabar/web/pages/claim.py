"""A claim: its verdict, why, and the words of the reports that it rests on."""

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from khabar.model.claim import Claim, Print, Tally
from khabar.model.errors import NotThere
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
    tally, claim_ = find(ledger, asked, name)
    grounds = ledger.why(name, as_of=asked.as_of)["claim"]["grounds"]
    moments = view.moments([tally])
    back, on = view.around(moments, asked.now)
    data: dict[str, Any] = {"now": asked.now, "claim": claim_, "tally": _head(tally), "grounds": grounds}
    prints = ledger.prints(tally, as_of=asked.as_of, clock=asked.clock).get(name, ())
    data |= {"prints": prints, "moments": moments, "step_back": back, "step_on": on}
    return Page(
        template="claim.html", data=data, table=[_row(p) for p in prints], extra={"events": view.events([claim_])}
    )


def find(ledger: Ledger, asked: Asked, name: str) -> tuple[Tally, Claim]:
    """A claim with its tally. Raises NotThere."""
    for tally in ledger.tallies(as_of=asked.as_of, clock=asked.clock):
        for claim_ in (*tally.claims, *tally.unattributed):
            if claim_.id == name:
                return tally, claim_
    raise NotThere(f"the ledger holds no claim {name!r} as of {asked.now}")


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
