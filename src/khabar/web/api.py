"""The API under /api/v1: the questions of the Python API under the same names, as JSON; errors are RFC 9457 problems.

Responses are described in OpenAPI from the very records that are sent, so that description and answer cannot drift apart.
"""

from typing import Annotated, Any

import msgspec
import pydantic
from fastapi import APIRouter, Body, FastAPI, Query, Request
from fastapi.openapi.utils import get_openapi
from starlette.responses import Response

from khabar.model.claim import Claim, Print, Tally
from khabar.model.finding import Checked
from khabar.model.reading import Reading
from khabar.model.report import Held, Hit, Row
from khabar.pipeline import Ledger
from khabar.web import checking
from khabar.web.asked import FORM, Filters, Moment, moment_of
from khabar.web.problems import TYPE, Problem
from khabar.web.rendering import encode
from khabar.web.routes import desk

router = APIRouter(prefix="/api/v1", tags=["ledger"])
Name = Annotated[str, Query(max_length=2000)]


class Tallies(msgspec.Struct):
    """Tallies with their claims and verdicts, as `khabar tally --format json` writes them."""

    tallies: list[Tally]


class SituationRow(msgspec.Struct):
    """A situation: its id, how many tallies it has, and when one last changed."""

    situation: str
    tallies: int
    changed: str


class Situations(msgspec.Struct):
    """Situations, the last changed first."""

    situations: list[SituationRow]


class StaleClaim(msgspec.Struct):
    """A fallen claim that is still carried."""

    tally: str
    measure: str
    place: str | None
    who: str | None
    claim: Claim


class StaleClaims(msgspec.Struct):
    """Fallen claims that are still carried."""

    stale: list[StaleClaim]


class Change(msgspec.Struct):
    """One change: `what` is `new`, a status or a mark; `at` when and `by` whom, null for marks, which have no time."""

    tally: Tally
    what: str
    at: str | None
    by: str | None
    claim: Claim


class Changes(msgspec.Struct):
    """What changed between two moments."""

    changes: list[Change]


class Why(msgspec.Struct):
    """A claim with its grounds; each piece of evidence carries its words, outlet, address and time of publication."""

    tally: Tally
    claim: dict[str, Any]


class Prints(msgspec.Struct):
    """Who prints a claim, in the order published."""

    prints: tuple[Print, ...]


class Reports(msgspec.Struct):
    """Editions, the newest first; `total` counts all that the filter leaves."""

    total: int
    reports: list[Row]


class Hits(msgspec.Struct):
    """What a search found."""

    found: list[Hit]


class TextIn(pydantic.BaseModel):
    """A text in hand. What is not said is told from the text, or stays unknown."""

    model_config = pydantic.ConfigDict(extra="forbid")
    text: str = pydantic.Field(min_length=1, max_length=checking.MOST)
    lang: str | None = pydantic.Field(default=None, max_length=12)
    published: str | None = pydantic.Field(default=None, max_length=40, json_schema_extra=dict(FORM))
    outlet: str | None = pydantic.Field(default=None, max_length=300)
    as_of: str | None = pydantic.Field(default=None, max_length=40, json_schema_extra=dict(FORM))


ANSWERS = (Tallies, Situations, StaleClaims, Changes, Why, Prints, Reports, Hits, Held, Checked, Reading, Problem)
REF = "#/components/schemas/{name}"


def told(record: type, *errors: int) -> dict[int | str, dict[str, Any]]:
    """How OpenAPI describes an answer and the problems that may come in its stead."""
    wrong = {"description": "A problem", "content": {TYPE: {"schema": {"$ref": REF.format(name="Problem")}}}}
    right = {
        "description": (record.__doc__ or "").split("\n")[0],
        "content": {"application/json": {"schema": {"$ref": REF.format(name=record.__name__)}}},
    }
    return {200: right, **dict.fromkeys((400, 403, 413, 422, 500, 503, *errors), wrong)}


def _json(answer: object) -> Response:
    return Response(encode(answer), media_type="application/json")


@router.get("/board", responses=told(Tallies), response_class=Response)
async def board(request: Request, asked: Moment, limit: Annotated[int, Query(ge=1, le=10_000)] = 1000) -> Response:
    """What is counted: every tally, the last changed first."""

    def ask(ledger: Ledger) -> Response:
        if not asked.situation:
            return _json(Tallies(ledger.board(limit=limit, **asked.when)))
        own = ledger.tallies(situation=asked.situation, **asked.when)
        return _json(Tallies(sorted(own, key=lambda t: (t.changed, t.id), reverse=True)[:limit]))

    return await desk(request).ask(ask)


@router.get("/situations", responses=told(Situations), response_class=Response)
async def situations(request: Request, asked: Moment, limit: Annotated[int, Query(ge=1, le=10_000)] = 100) -> Response:
    """The situations, the last changed first."""

    def ask(ledger: Ledger) -> Response:
        found = ledger.situations(**asked.when, limit=limit)
        return _json(Situations([SituationRow(*one) for one in found]))

    return await desk(request).ask(ask)


@router.get("/tally", responses=told(Tallies), response_class=Response)
async def tally(
    request: Request, asked: Moment, chosen: Filters, limit: Annotated[int, Query(ge=1, le=10_000)] = 1000
) -> Response:
    """The tallies of a measure with their claims in the order said: those that changed last."""

    def ask(ledger: Ledger) -> Response:
        found = ledger.tallies(
            chosen.measure,
            place=chosen.place,
            who=chosen.who,
            situation=asked.situation,
            limit=limit,
            **asked.when,
        )
        return _json(Tallies(found))

    return await desk(request).ask(ask)


@router.get("/stale", responses=told(StaleClaims), response_class=Response)
async def stale(
    request: Request, asked: Moment, outlet: Annotated[str | None, Query(max_length=300)] = None
) -> Response:
    """The fallen claims that are still carried."""

    def ask(ledger: Ledger) -> Response:
        found = ledger.stale(outlet, **asked.when)
        kept = [(t, c) for t, c in found if asked.situation in {None, t.situation}]
        return _json(StaleClaims([StaleClaim(t.id, t.measure, t.place, t.who, c) for t, c in kept]))

    return await desk(request).ask(ask)


@router.get("/why", responses=told(Why, 404), response_class=Response)
async def why(request: Request, asked: Moment, id: Name) -> Response:  # noqa: A002
    """The ground of a claim: each conclusion with its rule and the words it rests on."""
    return await desk(request).ask(lambda ledger: _json(ledger.why(id, **asked.when)))


@router.get("/prints", responses=told(Prints, 404), response_class=Response)
async def prints(request: Request, asked: Moment, id: Name) -> Response:  # noqa: A002
    """Who prints a claim, through whom, and in which copy group."""

    def ask(ledger: Ledger) -> Response:
        return _json(Prints(ledger.dossier(id, **asked.when)[2]))

    return await desk(request).ask(ask)


@router.get("/changes", responses=told(Changes), response_class=Response)
async def changes(
    request: Request,
    asked: Moment,
    since: Annotated[str, Query(max_length=40, min_length=1, json_schema_extra=dict(FORM))],
) -> Response:
    """New claims, falls, successions and marks since a moment."""
    from_ = moment_of(since) or since
    return await desk(request).ask(
        lambda ledger: _json({"changes": ledger.changes(from_, situation=asked.situation, **asked.when)})
    )


@router.get("/reports", responses=told(Reports), response_class=Response)
async def reports(
    request: Request,
    asked: Moment,
    outlet: Annotated[str | None, Query(max_length=300)] = None,
    lang: Annotated[str | None, Query(max_length=20)] = None,
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
) -> Response:
    """The editions that the ledger holds, the newest first, a page at a time."""

    def ask(ledger: Ledger) -> Response:
        library = ledger.library(**asked.when)
        return _json(Reports(*library.reports(outlet=outlet, lang=lang, limit=limit, offset=(asked.page - 1) * limit)))

    return await desk(request).ask(ask)


@router.get("/report", responses=told(Held, 404), response_class=Response)
async def report(request: Request, asked: Moment, id: Name) -> Response:  # noqa: A002
    """One edition by its key, or the last by a report's id or address: row, reading record, and all editions of its address."""
    return await desk(request).ask(lambda ledger: _json(ledger.library(**asked.when).held(id)))


@router.get("/search", responses=told(Hits), response_class=Response)
async def search(request: Request, asked: Moment, q: Annotated[str, Query(max_length=300)]) -> Response:
    """The reports that have all the words, the best first; the characters 2 and 3 stand around what was found."""

    def ask(ledger: Ledger) -> Response:
        return _json(Hits(ledger.library(**asked.when).search(q)))

    return await desk(request).ask(ask)


@router.post("/check", responses=told(Checked), response_class=Response)
async def check(request: Request, text: Annotated[TextIn, Body()]) -> Response:
    """The findings of a text: every figure of it is held against the ledger. Nothing of it is kept."""
    as_of = moment_of(text.as_of)

    def ask(ledger: Ledger) -> Response:
        edition, reading = checking.read(text.text, lang=text.lang, published=text.published, outlet=text.outlet)
        return _json(checking.check(ledger, edition, reading, as_of))

    return await desk(request).ask(ask)


@router.post("/read", responses=told(Reading), response_class=Response)
async def read(request: Request, text: Annotated[TextIn, Body()]) -> Response:
    """The reading record of a text. Nothing of it is kept."""

    def ask(_: Ledger) -> Response:
        return _json(checking.read(text.text, lang=text.lang, published=text.published, outlet=text.outlet)[1])

    return await desk(request).ask(ask)


def describe(app: FastAPI) -> None:
    """Puts the schemas of the answers into the application's OpenAPI."""

    def openapi() -> dict[str, Any]:
        if not app.openapi_schema:
            made = get_openapi(title=app.title, version=app.version, summary=app.summary, routes=app.routes)
            _, schemas = msgspec.json.schema_components(ANSWERS, ref_template=REF)
            kept = {k: v for k, v in made.get("components", {}).get("schemas", {}).items() if "Validation" not in k}
            made["components"] = {"schemas": kept | schemas}
            app.openapi_schema = made
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]
