"""Whatever a report holds is shown as text."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from starlette.testclient import TestClient

from khabar.pipeline import Ledger
from khabar.web.app import create_app
from khabar.web.settings import Settings
from khabar.web.view.visible import marked
from tests.relating.kazakhstan import history

SCRIPT = "<script>alert(1)</script>"
HOSTILE = {
    "tags": f"{SCRIPT}<img src=x onerror=alert(1)>",
    "quotes": "\"'><svg onload=alert(1)>",
    "bidi": "\u202e461\u202c \u2066x\u2069 \u200f",
    "controls": "a\x00b\x07c\x1b[31m\u2028d\ufeff",
    "template": "{{ 7 * 7 }} {% raw %} ${7*7}",
    "long": "w" * 1_000_000,
    "surrogate": "a\ud800b",
}


def spoiled(record: dict[str, Any], number: int) -> dict[str, Any]:
    """A record whose every free text is hostile; the spans still fit, for the text is only added to."""
    name, bad = list(HOSTILE.items())[number % len(HOSTILE)]
    short = bad[:300]
    people = [p | {"name": p["name"] + short} if p["kind"] == "person" else p for p in record["people"]]
    more = {
        "title": short,
        "byline": short,
        "outlet": f"{name}-{number}{short[:60]}",
        "url": f"javascript:alert({number})//{short[:40]}",
    }
    return record | more | {"id": f"{name}{number}", "text": record["text"] + "\n" + bad, "people": people}


@pytest.fixture(scope="module")
def spoiled_board(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path = tmp_path_factory.mktemp("hostile") / "l.db"
    records = [spoiled(msgspec.to_builtins(r), n) for n, r in enumerate(history())]
    kept = [r for r in records if "\ud800" not in r["text"]]  # no file in UTF-8 can hold a lone surrogate
    with Ledger(path) as ledger:
        ledger.add(*kept)
    with TestClient(create_app(Settings(ledger=path)), raise_server_exceptions=False) as client:
        yield client


def addresses(client: TestClient) -> list[str]:
    reports = client.get("/reports.json").json()["reports"]
    focus = client.get("/board.json").json()["focus"]
    return [
        "/board", "/reports", "/stale", "/changes?since=2022-01-01", "/search?q=alert", "/search?q=49", "/sitrep",
        *(f"/report?id={r['edition']}" for r in reports), *(f"/copies?id={r['edition']}" for r in reports[:3]),
        *(f"/claim?id={c['id']}" for c in focus["claims"]), f"/tally?id={focus['id']}",
    ]  # fmt: skip


def test_no_page_runs_or_obeys_what_a_report_holds(spoiled_board: TestClient) -> None:
    for address in addresses(spoiled_board):
        answer = spoiled_board.get(address)
        page = answer.text
        assert answer.status_code == 200, address
        assert SCRIPT not in page, address
        assert "<img src=x" not in page, address
        assert "<svg onload" not in page, address
        assert 'href="javascript' not in page, address
        assert not set("\x00\x07\x1b\u202e\u2066\u2028\ufeff") & set(page), address


def test_a_line_of_a_million_letters_is_shown_in_parts(spoiled_board: TestClient) -> None:
    long = next(r for r in spoiled_board.get("/reports.json").json()["reports"] if r["outlet"].startswith("long"))
    first = spoiled_board.get("/report", params={"id": long["edition"]})
    later = spoiled_board.get("/report", params={"id": long["edition"], "from": 900_000})

    assert len(first.text) < 400_000
    assert "Parts of this text" in first.text
    assert "w" * 1000 in later.text


def test_twins_are_whole_and_no_cell_is_a_formula(spoiled_board: TestClient) -> None:
    for address in ("/board", "/reports", "/stale", "/changes"):
        spoiled_board.get(f"{address}.json").json()
        cells = [cell for line in spoiled_board.get(f"{address}.csv").text.splitlines() for cell in line.split(",")]
        assert not [c for c in cells if c.startswith(("=", "@"))]


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_hidden_characters_are_shown_as_what_they_are(words: str) -> None:
    made = str(marked(words[:2000]))

    assert not set("\x00\x07\x1b\u202e\u2066\u2028\ufeff\ud800<") & set(
        made.replace('<span class="hidden-mark">', "").replace("</span>", "")
    )


@pytest.mark.parametrize("name", ["../../etc/passwd", "%2e%2e%2f", "\x00", "' OR 1=1 --", "a" * 1999, "\u202e"])
def test_no_name_leads_out_of_the_ledger(spoiled_board: TestClient, name: str) -> None:
    for path in ("/report", "/claim", "/tally", "/copies", "/source.json", "/api/v1/report", "/api/v1/why"):
        asked = {"key" if path.startswith("/source") else "id": name}
        assert spoiled_board.get(path, params=asked).status_code == 404
