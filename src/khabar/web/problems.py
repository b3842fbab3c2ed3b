"""Errors as RFC 9457 problems for programs, and as a page for people."""

import http

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from khabar.model.errors import InputError, KhabarError, NotThere, TooLarge, UsageError

TYPE = "application/problem+json"


class Problem(msgspec.Struct, kw_only=True, omit_defaults=True):
    """An RFC 9457 problem. `type` stays `about:blank`: the status says what kind it is, `detail` what to do."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    instance: str | None = None


def problem(status: int, detail: str, instance: str | None = None) -> Problem:
    """The problem of a status; its title is the status's own phrase."""
    return Problem(
        type="about:blank", title=http.HTTPStatus(status).phrase, status=status, detail=detail, instance=instance
    )


def answer(found: Problem) -> Response:
    """The problem as a response for programs."""
    body = msgspec.json.encode(msgspec.to_builtins(found) | {"type": found.type})
    return Response(body, status_code=found.status, media_type=TYPE)


def status_of(error: KhabarError) -> int:
    """The status that says what an error of the program means to whoever asked."""
    if isinstance(error, NotThere):
        return 404
    if isinstance(error, TooLarge):
        return 413
    return 400 if isinstance(error, UsageError) else 422 if isinstance(error, InputError) else 500


def wants_page(request: Request) -> bool:
    """Whether a person asked: not the API, not a twin, and a browser that takes HTML."""
    path = request.url.path
    twin = path.startswith("/api/") or path.endswith((".json", ".csv", ".txt"))
    return not twin and "text/html" in request.headers.get("accept", "")
