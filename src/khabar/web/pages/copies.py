"""A text beside others that carry it: its copies, and earlier or later editions of its address, with their differences."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from khabar.model.report import Row
from khabar.pipeline import Ledger
from khabar.web.asked import Asked, Moment
from khabar.web.rendering import Page
from khabar.web.routes import answer, page
from khabar.web.view.beside import beside

router = APIRouter()
Name = Annotated[str, Query(max_length=2000)]


@page(router, "/copies", table=True)
async def copies(
    request: Request,
    asked: Moment,
    id: Name = "",  # noqa: A002
    with_: Annotated[str, Query(alias="with", max_length=2000)] = "",
) -> Response:
    """The copy group of a report, and one of its texts beside another."""
    return await answer(request, lambda ledger: copies_of(ledger, asked, id, with_))


def copies_of(ledger: Ledger, asked: Asked, name: str, other: str) -> Page:
    """The page of a copy group. Raises NotThere."""
    library = ledger.library(**asked.when)
    held = library.held(name)
    group = [r for r in library.copies(held.row.edition) if r.edition != held.row.edition]
    editions = [r for r in held.editions if r.edition != held.row.edition]
    against = other or next((r.edition for r in (*group, *editions)), "")
    data: dict[str, Any] = {
        "now": asked.now,
        "report": _row(held.row),
        "copies": [_row(r) for r in group],
        "editions": [_row(r) for r in editions],
        "beside": None,
        "rows": [],
    }
    if against:
        second = library.held(against)
        data["beside"] = _row(second.row)
        data["rows"] = beside(
            library.text(held.row.edition) or "",
            library.text(second.row.edition) or "",
            same=held.row.lang == second.row.lang,
        )
    return Page(template="copies.html", data=data, table=[_row(held.row), *data["copies"]])


def _row(row: Row) -> dict[str, Any]:
    return {
        "edition": row.edition,
        "outlet": row.outlet,
        "published": row.published,
        "lang": row.lang,
        "title": row.title,
        "credit": list(row.credit),
        "url": row.url,
    }
