"""The application put together: layers, pages, the API, and errors as people and programs want them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from khabar.model.errors import KhabarError
from khabar.model.version import VERSION
from khabar.web import api, problems
from khabar.web.desk import Desk
from khabar.web.limits import BodyLimit, TimeLimit
from khabar.web.pages import ROUTERS
from khabar.web.rendering import Page, html
from khabar.web.security import Guard, Tokens
from khabar.web.settings import Settings

STATIC = Path(__file__).parent / "static"


def create_app(settings: Settings) -> FastAPI:
    """The board of one ledger, as an ASGI application."""
    app = FastAPI(
        title="Khabar",
        version=VERSION,
        summary="Whose number it is, and whether it still stands.",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,  # they load scripts from elsewhere
        redoc_url=None,
        lifespan=_lifespan,
        middleware=_layers(settings),
    )
    app.state.settings, app.state.tokens = settings, Tokens()
    for router in ROUTERS:
        app.include_router(router)
    app.include_router(api.router)
    api.describe(app)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    _errors(app)
    return app


def _layers(settings: Settings) -> list[Middleware]:
    """From the outside inwards."""
    return [
        Middleware(Guard),
        Middleware(TrustedHostMiddleware, allowed_hosts=list(settings.hosts), www_redirect=False),
        Middleware(BodyLimit, limit=settings.max_body),
        Middleware(TimeLimit, seconds=settings.max_seconds),
    ]


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    app.state.desk = Desk(app.state.settings.ledger)
    yield
    app.state.desk.close()


def _errors(app: FastAPI) -> None:
    async def of_khabar(request: Request, error: Exception) -> Response:
        status = problems.status_of(error) if isinstance(error, KhabarError) else 500
        return _told(request, status, str(error))

    async def of_http(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        response = _told(request, status, _http_words(request, status))
        response.headers.update(getattr(error, "headers", None) or {})
        return response

    async def of_form(request: Request, error: Exception) -> Response:
        found = error.errors() if isinstance(error, RequestValidationError) else []
        words = "; ".join(f"{'.'.join(map(str, e['loc'][1:]))}: {e['msg']}" for e in found)
        return _told(request, 422, words or "the request makes no sense")

    async def of_program(request: Request, _: Exception) -> Response:
        return _told(request, 500, "the program made a mistake here; the server's own output says which")

    app.add_exception_handler(KhabarError, of_khabar)
    app.add_exception_handler(HTTPException, of_http)
    app.add_exception_handler(RequestValidationError, of_form)
    app.add_exception_handler(Exception, of_program)


def _http_words(request: Request, status: int) -> str:
    if status == HTTPStatus.FORBIDDEN:
        return "rulings are made from a page of a board that was started with --rulings-by"
    if status == HTTPStatus.NOT_FOUND:
        return f"there is no page {request.url.path}"
    return f"{HTTPStatus(status).phrase.lower()}: {request.method} {request.url.path}"


def _told(request: Request, status: int, detail: str) -> Response:
    found = problems.problem(status, detail, request.url.path)
    if not problems.wants_page(request):
        return problems.answer(found)
    page = Page(template="problem.html", data={"problem": found}, status=status)
    return Response(html(request, page), status_code=status, media_type="text/html; charset=utf-8")
