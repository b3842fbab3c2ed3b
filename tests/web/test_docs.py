"""The board's addresses are documented, and no other."""

import re
from pathlib import Path

from starlette.testclient import TestClient

from khabar.web.app import create_app
from khabar.web.settings import Settings

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "board.md").read_text("utf-8")


def test_every_address_and_every_question_is_documented() -> None:
    app = create_app(Settings(ledger=Path("none.db")))
    described = app.openapi()["paths"]

    assert [p for p in described if f"`{p.removeprefix('/api/v1/')}`" not in PAGE] == []


def test_every_documented_page_answers(board: TestClient) -> None:
    pages = re.findall(r"^\| `(/[a-z]+)`", PAGE, re.MULTILINE)

    assert len(pages) >= 12
    assert {
        p: s for p in pages if (s := board.get(p, headers={"accept": "text/html"}).status_code) not in {200, 404}
    } == {}
    assert "there is no page" not in "".join(board.get(p, headers={"accept": "text/html"}).text for p in pages)
