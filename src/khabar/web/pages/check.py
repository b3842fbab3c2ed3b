"""Check: paste or drop a text, see the findings in it as in an editor. Nothing of it is kept."""

from typing import Annotated, Any

from fastapi import APIRouter, File, Form, Request, UploadFile
from starlette.responses import Response

from khabar.model.errors import InputError
from khabar.model.finding import Checked
from khabar.model.reading import Reading
from khabar.pipeline import Ledger
from khabar.web import checking
from khabar.web.addresses import address
from khabar.web.asked import Asked, Moment, moment_of
from khabar.web.rendering import Page
from khabar.web.routes import answer, page
from khabar.web.view import evidence
from khabar.web.view.highlight import Mark

router = APIRouter()
Field = Annotated[str, Form(max_length=300)]


@page(router, "/check")
async def empty(request: Request, asked: Moment) -> Response:
    """The form."""
    return await answer(request, lambda _: Page(template="check.html", data=_data(asked, {})))


@router.post("/check", include_in_schema=False, response_class=Response)
async def check(
    request: Request,
    text: Annotated[str, Form()] = "",
    published: Field = "",
    lang: Field = "",
    outlet: Field = "",
    as_of: Field = "",
    file: Annotated[UploadFile | None, File()] = None,
) -> Response:
    """The findings of a text. A file counts where no text was pasted."""
    if not text.strip() and file is not None:
        text = (await file.read()).decode("utf-8", "replace")
    said = {"text": text, "published": published, "lang": lang, "outlet": outlet}
    asked = Asked(as_of=moment_of(as_of))
    return await answer(request, lambda ledger: check_of(ledger, asked, said))


def check_of(ledger: Ledger, asked: Asked, said: dict[str, str]) -> Page:
    """The page with the findings; the form again, with the reason, for a text that cannot be read."""
    data = _data(asked, said)
    try:
        edition, reading = checking.read(
            said["text"], lang=said["lang"], published=said["published"], outlet=said["outlet"]
        )
    except InputError as e:
        return Page(template="check.html", data=data | {"wrong": str(e).removeprefix("text: ")}, status=422)
    checked = checking.check(ledger, edition, reading, asked.as_of)
    data |= {"checked": checked, "reading": reading}
    return Page(template="check.html", data=data, extra={"blocks": _blocks(reading, checked, asked)})


def _data(asked: Asked, said: dict[str, str]) -> dict[str, Any]:
    return {"now": asked.now, "as_of": asked.as_of, "said": said, "checked": None, "reading": None, "wrong": None}


def _blocks(reading: Reading, checked: Checked, asked: Asked) -> list[evidence.Block]:
    kept = {"as_of": asked.as_of or ""}
    marks = [m for m in evidence.marks(reading, {}, address) if m.kind == "caveat"]
    for number, found in enumerate(checked.findings):
        href = address("/claim", kept, id=found.claim) if found.claim else f"#finding{number}"
        marks.append(Mark(kind="finding", span=found.span, of=f"w{number}", href=href, label=found.code))
    held = {f.figure for f in checked.findings}
    marks += [Mark(kind="figure", span=f.span) for n, f in enumerate(reading.figures) if n not in held]
    return evidence.blocks(reading.text, marks, [], (0, len(reading.text)), findings=checked.findings)
