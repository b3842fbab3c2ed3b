"""Rulings: what persons corrected of what the program concluded. Made here only where `--rulings-by` names somebody."""

import itertools
from typing import Annotated, Any, TypeVar, get_args

import msgspec
from fastapi import APIRouter, Form, Request
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from khabar.model.errors import UsageError
from khabar.model.ruling import FIELDS, Anchor, Ruling, RulingKind, What
from khabar.pipeline import Ledger
from khabar.web.asked import Asked, Moment
from khabar.web.paging import cut
from khabar.web.rendering import Page
from khabar.web.routes import answer, desk, page

router = APIRouter()
T = TypeVar("T")
PURPOSE = "rulings"
"""What tokens of these forms are made for."""
ROWS = 100
NUMBERS = frozenset({"low", "best", "high"})


@page(router, "/rulings", table=True)
async def rulings(request: Request, asked: Moment) -> Response:
    """All rulings, the newest first."""
    return await answer(request, lambda ledger: rulings_of(ledger, asked))


@router.post("/rulings", include_in_schema=False, response_class=Response)
async def rule(request: Request, token: Annotated[str, Form()] = "") -> Response:
    """Appends a ruling in the name that the board was started with, and shows the list with it."""
    name = request.app.state.settings.rulings_by
    if name is None:
        raise HTTPException(403)
    if not request.app.state.tokens.fits(PURPOSE, token):
        raise HTTPException(403)
    form = {k: v for k, v in (await request.form()).items() if isinstance(v, str)}
    wanted = rulings_from(form, name)
    made = await desk(request).ask(lambda ledger: ledger.rule_all(wanted))
    return RedirectResponse(f"/rulings?made={made[0].id}#ruling-{made[0].id}", status_code=303)


def rulings_of(ledger: Ledger, asked: Asked) -> Page:
    """The page of the list."""
    rows = [_row(*known) for known in reversed(ledger.rulings())]
    data: dict[str, Any] = {"now": asked.now, "rulings": rows}
    return Page(template="rulings.html", data=data, table=rows, extra={"slice": cut(decisions(rows), asked.page, ROWS)})


def decisions(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rulings that are one decision together: made at one time, of one kind and for one reason, at several places."""
    alike = ("known", "name", "kind", "what", "fields", "reason")
    grouped = itertools.groupby(rows, key=lambda r: tuple(r[k] for k in alike))
    return [
        {**own[-1], "all": own[::-1], "held": [r for r in own[::-1] if r["holds"]]}
        for own in (list(g) for _, g in grouped)
    ]


def rulings_from(form: dict[str, str], name: str) -> list[Ruling]:
    """The rulings that a form says: one for each place it is anchored to. Raises UsageError where it makes no sense."""
    kind, reason = form.get("kind", ""), form.get("reason", "").strip()
    if kind not in get_args(RulingKind):
        raise UsageError(f"{kind!r} is no ruling; there are {', '.join(get_args(RulingKind))}")
    if not reason:
        raise UsageError("a ruling wants a reason")
    made: dict[str, Any] = {"kind": kind, "name": name, "reason": reason}
    if kind == "undo":
        return [Ruling(**made, of=_whole(number)) for number in form.get("of", "").split(",")]
    if kind in {"join", "part"}:
        made["other"] = _decoded(form.get("other", ""), Anchor)
    if kind in {"join", "split"}:
        made["what"] = _what(form.get("what", ""))
    if kind == "correct":
        made["fields"] = _fields(form)
    anchors = _decoded(form.get("anchors", ""), list[Anchor])
    if not anchors:
        raise UsageError("the ruling names no figure")
    return [Ruling(**made, anchor=anchor) for anchor in anchors]


def _decoded(words: str, kind: type[T]) -> T:
    """Anchors as a claim's page gives them, in JSON."""
    try:
        return msgspec.json.decode(words, type=kind)
    except (msgspec.DecodeError, UnicodeEncodeError) as e:
        raise UsageError(f"the anchor cannot be read: {e}; copy it from its claim's page") from None


def _whole(words: str) -> int:
    if not (words.isascii() and words.isdigit() and len(words) < 16):
        raise UsageError(f"{words!r} is no number")
    return int(words)


def _what(words: str) -> str:
    if words not in get_args(What):
        raise UsageError(f"{words!r} cannot be joined or split; there are {', '.join(get_args(What))}")
    return words


def _fields(form: dict[str, str]) -> dict[str, str | float | None]:
    """The corrected values: a field left empty is left as it is, `-` empties it."""
    said = {k: v.strip() for k, v in form.items() if k in FIELDS and v.strip()}
    return {k: None if v == "-" else _number(v) if k in NUMBERS else v for k, v in said.items()}


def _number(words: str) -> float:
    try:
        found = float(words.replace(",", ""))
    except ValueError:
        raise UsageError(f"{words!r} is no number") from None
    if not 0 <= found < 1e15:
        raise UsageError(f"{words!r} is no count")
    return found


def _row(ruling: Ruling, holds: bool, fits: bool) -> dict[str, Any]:  # noqa: FBT001
    anchor = ruling.anchor
    return {
        "id": ruling.id,
        "known": ruling.known,
        "name": ruling.name,
        "kind": ruling.kind,
        "what": ruling.what,
        "edition": anchor.edition if anchor else None,
        "start": anchor.start if anchor else None,
        "end": anchor.end if anchor else None,
        "words": anchor.words if anchor else None,
        "other": ruling.other.words if ruling.other else None,
        "fields": "; ".join(f"{k}: {v}" for k, v in sorted(ruling.fields.items())),
        "of": ruling.of,
        "reason": ruling.reason,
        "holds": holds,
        "fits": fits,
    }
