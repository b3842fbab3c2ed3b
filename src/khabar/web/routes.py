"""How a page gets its addresses: the page itself and its twins for programs."""

from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from khabar.pipeline import Ledger
from khabar.web.desk import Desk
from khabar.web.rendering import Page, respond

Ask = Callable[[Ledger], Page]


def desk(request: Request) -> Desk:
    """The desk of the application that a request came to."""
    found: Desk = request.app.state.desk
    return found


async def answer(request: Request, ask: Ask) -> Response:
    """Asks the ledger and answers in the form of the address, all of it in the ledger's thread."""
    form = form_of(request.url.path)
    return await desk(request).ask(lambda ledger: respond(request, ask(ledger), form))


def form_of(path: str) -> str:
    """`html`, `json` or `csv`, by how the path ends."""
    ending = path.rpartition(".")[2]
    return ending if ending in {"json", "csv"} else "html"


def page(
    router: APIRouter, *paths: str, table: bool = False
) -> Callable[[Callable[..., Awaitable[Any]]], Callable[..., Awaitable[Any]]]:
    """Registers a page under its paths, its `.json` twin and, for one with a table, its `.csv` twin."""

    def register(endpoint: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
        twins = [p + e for p in paths if p != "/" for e in (".json", *((".csv",) if table else ()))]
        for path in (*paths, *twins):
            router.add_api_route(path, endpoint, methods=["GET"], include_in_schema=False, response_class=Response)
        return endpoint

    return register
