"""Reports: the list, one of them with everything read in it, its copies beside it, and search."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from khabar.model.errors import UsageError
from khabar.model.listing import Sought, sought
from khabar.model.report import Held, Hit, Row
from khabar.model.span import Span
from khabar.pipeline import Ledger
from khabar.web.addresses import address
from khabar.web.asked import Asked, Filter, Filters, Moment
from khabar.web.paging import Slice
from khabar.web.rendering import Page
from khabar.web.routes import answer, page
from khabar.web.view import evidence, rows

router = APIRouter()
ROWS = 50
"""Reports on one page of the list."""
FOUND = 50
"""Reports that a search shows."""


@page(router, "/reports", table=True)
async def reports(
    request: Request, asked: Moment, chosen: Filters, lang: Annotated[str, Query(max_length=20)] = ""
) -> Response:
    """The reports that the ledger holds, the newest first."""
    return await answer(request, lambda ledger: reports_of(ledger, asked, chosen, lang or None))


@page(router, "/search", table=True)
async def search(request: Request, asked: Moment, q: Annotated[str, Query(max_length=300)] = "") -> Response:
    """Texts, sources and figures that have some words."""
    return await answer(request, lambda ledger: search_of(ledger, asked, q))


@page(router, "/report")
async def report(
    request: Request,
    asked: Moment,
    id: Annotated[str, Query(max_length=2000)] = "",  # noqa: A002
    span: Annotated[str, Query(max_length=40)] = "",
    start: Annotated[int, Query(alias="from", ge=0, le=1 << 40)] = 0,
) -> Response:
    """One edition with everything that was read in it; `span` shows one place of its text."""
    most = request.app.state.settings.max_text
    kept = dict(request.query_params)
    view = _View(asked=asked, name=id, span=_span(span), start=start, most=most, kept=kept)
    return await answer(request, lambda ledger: report_of(ledger, view))


def reports_of(ledger: Ledger, asked: Asked, chosen: Filter, lang: str | None) -> Page:
    """The page of the list."""
    library = ledger.library(**asked.when)
    total, listed = library.reports(outlet=chosen.outlet, lang=lang, limit=ROWS, offset=(asked.page - 1) * ROWS)
    first = (asked.page - 1) * ROWS + 1 if listed else 0
    data: dict[str, Any] = {
        "now": asked.now,
        "total": total,
        "page": asked.page,
        "outlet": chosen.outlet,
        "lang": lang,
        "reports": [_plain(r) for r in listed],
    }
    slice_ = Slice(rows=listed, first=first, total=total, page=asked.page, pages=max(1, -(-total // ROWS)))
    return Page(template="reports.html", data=data, table=data["reports"], extra={"slice": slice_})


def search_of(ledger: Ledger, asked: Asked, words: str) -> Page:
    """What has the words: reports by their text, claims by their source, number or what they count."""
    hits = ledger.library(**asked.when).search(words, limit=FOUND) if words.strip() else []
    claims = _claims(ledger, asked, sought(words)) if sought(words) else []
    data: dict[str, Any] = {
        "now": asked.now,
        "q": words,
        "reports": [_plain(h.row) | {"around": h.around.replace("\x02", "").replace("\x03", "")} for h in hits],
        "claims": claims,
    }
    table = [rows.found(r["tally"], r, r["claim"]) for r in claims]
    return Page(template="search.html", data=data, table=table, extra={"hits": [(h.row, _pieces(h)) for h in hits]})


class _View:
    """What the address of a report asks for."""

    def __init__(
        self, *, asked: Asked, name: str, span: Span | None, start: int, most: int, kept: dict[str, str]
    ) -> None:
        self.asked = asked
        self.name = name
        self.span = span
        self.start = start
        self.most = most
        self.kept = kept

    def link(self, path: str, **more: object) -> str:
        """An address that keeps the moment."""
        return address(path, self.kept, **more)

    def window(self, length: int) -> Span:
        """The part of a text that the page shows: the part with the span, else the one asked for."""
        at = self.span[0] if self.span and not self.start else self.start
        first = min(at, max(length - 1, 0)) // self.most * self.most
        return first, min(length, first + self.most)


def report_of(ledger: Ledger, view: _View) -> Page:
    """The page of one edition. Raises NotThere."""
    library = ledger.library(**view.asked.when)
    held = library.held(view.name)
    carried = ledger.claims_in(held.row.edition, **view.asked.when) if held.reading else {}
    data: dict[str, Any] = {
        "now": view.asked.now,
        "report": _plain(held.row),
        "reading": held.reading,
        "editions": [_plain(r) for r in held.editions],
        "claims": {str(n): {"tally": t.id, "claim": c.id, "status": c.status} for n, (t, c) in sorted(carried.items())},
    }
    return Page(template="report.html", data=data, extra=_shown(held, view, carried))


def _shown(held: Held, view: _View, carried: evidence.Carried) -> dict[str, Any]:
    if held.reading is None:
        return {"blocks": [], "window": (0, 0), "length": 0}
    text = held.reading.text
    window = view.window(len(text))
    asked = evidence.found([view.span] if view.span else [])
    marks = [*evidence.marks(held.reading, carried, view.link), *asked]
    made = evidence.blocks(text, marks, evidence.notes(held.reading, carried), window)
    return {"blocks": made, "window": window, "length": len(text), "most": view.most}


def _claims(ledger: Ledger, asked: Asked, words: tuple[str, ...]) -> list[dict[str, Any]]:
    """Claims whose source, speaker, relay, measure, place or number has all the words."""
    _, found = ledger.claims(Sought(words=words), situation=asked.situation, limit=FOUND, **asked.when)
    return [rows.beside(tally, claim) for tally, claim in found]


def _pieces(hit: Hit) -> list[tuple[str, bool]]:
    """The words around, parted into those found and the others."""
    pieces = []
    for n, part in enumerate(hit.around.split("\x02")):
        found, mark, rest = part.partition("\x03")
        pieces += [(found, True), (rest, False)] if mark and n else [(part, False)]
    return [(words, is_found) for words, is_found in pieces if words]


def _span(words: str) -> Span | None:
    if not words:
        return None
    start, _, end = words.partition("-")
    if not (start.isascii() and start.isdigit() and end.isascii() and end.isdigit() and int(start) < int(end)):
        raise UsageError(f"{words!r} is no span; write 19-74")
    return int(start), int(end)


def _plain(row: Row) -> dict[str, Any]:
    """A row as a table prints it."""
    return {
        "edition": row.edition,
        "report": row.report,
        "title": row.title,
        "outlet": row.outlet,
        "published": row.published,
        "precision": row.precision,
        "lang": row.lang,
        "url": row.url,
        "address": row.address,
        "credit": list(row.credit),
        "text_hash": row.text_hash,
        "raw_hash": row.raw_hash,
        "cleaner": row.cleaner,
        "fetched": row.fetched,
        "known": row.known,
    }
