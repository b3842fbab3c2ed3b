"""One answer, three forms: a page, JSON of the same data, and CSV of its table."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import jinja2
import msgspec
from markupsafe import escape
from starlette.requests import Request
from starlette.responses import Response

from khabar.export import wording as words
from khabar.model.errors import NotThere
from khabar.model.version import VERSION
from khabar.web import addresses
from khabar.web.view import drawings
from khabar.web.view.visible import marked, shown

Row = Mapping[str, Any]


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """What an address answers.

    Attributes:
        template: the page's form for people.
        data: what the template shows, and the whole of the JSON twin.
        table: the rows of the CSV twin, as the filter leaves them; None where the page has no table.
        extra: what the template needs beside the data, and no program does (tokens, marked text).
        status: of the answer.
    """

    template: str
    data: dict[str, Any]
    table: Sequence[Row] | None = None
    extra: dict[str, Any] = {}
    status: int = 200


def environment() -> jinja2.Environment:
    """The templates with all that they may call. Everything printed is escaped, and hidden characters are shown."""
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("khabar.web"),
        autoescape=True,
        finalize=shown,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {
        "words": words,
        "drawings": drawings,
        "outside": addresses.outside,
        "version": VERSION,
        "marked": marked,
        "raw": escape,
        "one": lambda value: encode(value).decode(),
    }
    return made


TEMPLATES = environment()


def respond(request: Request, page: Page, form: str) -> Response:
    """The page in the form that its address asks for: `html`, `json` or `csv`."""
    if form == "json":
        return Response(encode(page.data), media_type="application/json", status_code=page.status)
    if form == "csv":
        return Response(_csv(page), media_type="text/csv; charset=utf-8", headers={"content-disposition": "inline"})
    return Response(html(request, page), media_type="text/html; charset=utf-8", status_code=page.status)


def encode(data: object) -> bytes:
    """JSON; what is no valid text (lone surrogates of a report) is replaced, never an error."""
    try:
        return msgspec.json.encode(data)
    except UnicodeEncodeError:
        return msgspec.json.encode(_whole(msgspec.to_builtins(data, str_keys=True)))


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {_whole(k): _whole(v) for k, v in value.items()}
    return [_whole(v) for v in value] if isinstance(value, list | tuple) else value


def html(request: Request, page: Page) -> str:
    """The page as HTML."""
    asked = request.query_params.multi_items()
    kept = dict(asked)
    link: Callable[..., str] = lambda path, **more: addresses.address(path, kept, **more)  # noqa: E731
    here: Callable[..., str] = lambda **more: addresses.changed(request.url.path, asked, **more)  # noqa: E731
    twin: Callable[[str], str] = lambda form: addresses.changed(_twin(request.url.path, form), asked)  # noqa: E731
    also: Callable[[str], str] = lambda path: addresses.changed(path, asked, page=None, focus=None)  # noqa: E731
    asked_for = {"link": link, "here": here, "twin": twin, "also": also, "asked": kept, "path": request.url.path}
    context = page.data | page.extra | asked_for
    settings = request.app.state.settings
    token = request.app.state.tokens.make("rulings") if settings.rulings_by else None
    context |= {"settings": settings, "token": token, "has_table": page.table is not None}
    return TEMPLATES.get_template(page.template).render(context)


def _twin(path: str, form: str) -> str:
    return f"{'/board' if path == '/' else path}.{form}"


def _csv(page: Page) -> bytes:
    if page.table is None:
        raise NotThere("this page has no table; ask for .json")
    out = io.StringIO()
    rows = list(page.table)
    if rows:
        writer = csv.DictWriter(out, fieldnames=list(rows[0]), lineterminator="\r\n")
        writer.writeheader()
        writer.writerows({k: _cell(v) for k, v in row.items()} for row in rows)
    return out.getvalue().encode("utf-8", "replace")


def _cell(value: object) -> object:
    """A value as a cell. A text that a spreadsheet would run as a formula gets a quote before it."""
    if isinstance(value, list | tuple):
        value = "; ".join(map(str, value))
    if isinstance(value, float) and value == int(value):
        return int(value)
    if isinstance(value, str) and value[:1] in {"=", "+", "-", "@", "\t", "\r"}:
        return "'" + value
    return value
