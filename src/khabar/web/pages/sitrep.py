"""The situation report as a page to print."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from khabar.export.gather import gather
from khabar.export.sitrep import style
from khabar.pipeline import Ledger
from khabar.web.asked import Moment
from khabar.web.rendering import encode
from khabar.web.routes import desk

router = APIRouter()


@router.get("/sitrep", include_in_schema=False, response_class=Response)
async def sitrep(request: Request, asked: Moment) -> Response:
    """The same report as `khabar sitrep` writes, with the style sheet beside it."""

    def ask(ledger: Ledger) -> Response:
        made = ledger.sitrep(asked.situation, since=asked.since, style_href="/sitrep.css", **asked.when)
        return Response(made.encode("utf-8", "replace"), media_type="text/html; charset=utf-8")

    return await desk(request).ask(ask)


@router.get("/sitrep.json", include_in_schema=False, response_class=Response)
async def data(request: Request, asked: Moment) -> Response:
    """What the report is made of."""

    def ask(ledger: Ledger) -> Response:
        return Response(
            encode(gather(ledger, asked.situation, since=asked.since, **asked.when)), media_type="application/json"
        )

    return await desk(request).ask(ask)


@router.get("/sitrep.css", include_in_schema=False, response_class=Response)
async def sheet() -> Response:
    """The report's style sheet."""
    return Response(style(), media_type="text/css; charset=utf-8")
