"""A claim: its verdict, why, and the words of the reports that it rests on."""

from collections.abc import Sequence
from typing import Any

import msgspec
from fastapi import APIRouter, Request
from starlette.responses import Response

from khabar.model.claim import Claim, Print, Tally
from khabar.model.ruling import Anchor
from khabar.pipeline import Ledger
from khabar.web.asked import Asked, Moment
from khabar.web.rendering import Page, encode
from khabar.web.routes import answer, page
from khabar.web.view import board as view
from khabar.web.view.context import context

router = APIRouter()
ANCHORS = 200
"""Reports of a claim that one ruling reaches: more of them are ruled on from their own pages."""


@page(router, "/claim", table=True)
async def claim(request: Request, asked: Moment, id: str = "") -> Response:  # noqa: A002
    """One claim with its ground."""
    return await answer(request, lambda ledger: claim_of(ledger, asked, id))


def claim_of(ledger: Ledger, asked: Asked, name: str) -> Page:
    """The page of one claim. Raises NotThere."""
    tally, ground, prints = ledger.dossier(name, **asked.when)
    claim_ = msgspec.convert(ground, Claim)
    moments = view.moments([tally])
    back, on = view.around(moments, asked.now)
    grounds = [_shown(ledger, g) for g in ground["grounds"]]
    data: dict[str, Any] = {"now": asked.now, "claim": claim_, "tally": _head(tally), "grounds": grounds}
    data |= {"prints": prints, "anchors": _anchors(ledger, prints), "retired": name if claim_.id != name else None}
    data |= {"moments": moments, "step_back": back, "step_on": on}
    return Page(
        template="claim.html",
        data=data,
        table=[_row(p) for p in prints],
        extra={"events": view.events([claim_]), "anchors_json": encode(data["anchors"]).decode()},
    )


def _shown(ledger: Ledger, ground: dict[str, Any]) -> dict[str, Any]:
    """A ground whose evidence stands in its context: the words around it, in pieces, and which of them it is."""
    library = ledger.library()
    evidence = []
    for one in ground["evidence"]:
        text = library.text(one["edition"])
        around = [("ground removed", False)] if text is None else context(text, map(tuple, one["spans"]))
        evidence.append({**one, "lang": library.row(one["edition"]).lang, "context": around})
    return {**ground, "evidence": evidence}


def _anchors(ledger: Ledger, prints: Sequence[Print]) -> list[Anchor]:
    """Where rulings on the claim hold: its words in each report that carries it, as far as their texts are there."""
    library = ledger.library()
    texts = [(p, library.text(p.edition)) for p in prints[:ANCHORS]]
    return [
        Anchor(edition=p.edition, start=p.span[0], end=p.span[1], words=text[p.span[0] : p.span[1]])
        for p, text in texts
        if text is not None
    ]


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
        "basis": tally.basis,
        "situation": tally.situation,
    }
