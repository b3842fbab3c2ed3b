"""What programs may ask, for people to read: made from the same OpenAPI that programs get."""

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from khabar.web.rendering import Page, respond

router = APIRouter()


@router.get("/api", include_in_schema=False, response_class=Response)
async def api(request: Request) -> Response:
    """The list of questions."""
    described: dict[str, Any] = request.app.openapi()
    questions = [
        {
            "path": path,
            "method": method.upper(),
            "what": how.get("description", ""),
            "asks": [f"{p['name']}{'' if p.get('required') else '?'}" for p in how.get("parameters", [])],
        }
        for path, methods in described["paths"].items()
        for method, how in methods.items()
    ]
    return respond(request, Page(template="api.html", data={"questions": questions}), "html")
