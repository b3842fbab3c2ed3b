import csv
import io
from pathlib import Path
from typing import Any

import msgspec
import pytest
from starlette.testclient import TestClient

from khabar.pipeline import Ledger
from khabar.web.app import create_app
from khabar.web.settings import Settings
from tests.relating.kazakhstan import history

EVENING, NIGHT, NOON, LATER = "2022-01-09T15:00Z", "2022-01-09T23:30Z", "2022-01-10T12:00Z", "2022-01-16T12:00Z"


def get(board: TestClient, address: str, **asked: str) -> Any:
    answer = board.get(address, params=asked)
    assert answer.status_code == 200, answer.text[:300]
    return answer.json() if address.endswith(".json") else answer.text


def claim(board: TestClient, as_of: str) -> Any:
    focus = get(board, "/board.json", as_of=as_of)["focus"]
    return next(c for c in focus["claims"] if c["best"] == 164)


@pytest.mark.parametrize(
    ("as_of", "status"), [(EVENING, "standing"), (NIGHT, "disowned"), (NOON, "withdrawn"), (LATER, "withdrawn")]
)
def test_the_board_replays_the_ledger(board: TestClient, as_of: str, status: str) -> None:
    assert claim(board, as_of)["status"] == status


def test_the_board_draws_the_chain_of_the_newest_that_stands_else_of_the_last_before(board: TestClient) -> None:
    stands, fell = (get(board, "/board.json", as_of=t) for t in (LATER, NOON))

    assert (stands["chained"]["best"], fell["chained"]["best"]) == (225, 164)
    assert {p["links"][0] for p in fell["prints"]} >= {"Health Ministry"}
    assert 'class="chain"' in get(board, "/board", as_of=NOON)


def test_where_nothing_stands_the_page_says_so_and_names_the_last_before(board: TestClient) -> None:
    page = get(board, "/board", as_of=NOON)

    assert "No standing figure" in page
    assert "Information Ministry" in page
    assert "technical error" in page


def test_a_key_figure_shows_what_changed_since_a_moment(board: TestClient) -> None:
    (card, *_) = get(board, "/board.json", as_of=LATER, since=EVENING)["cards"]

    assert (card["low"], card["change"], card["before"]) == (225, "+61", 164)


def test_the_table_of_the_board_is_the_same_in_csv_as_the_filter_shows(board: TestClient) -> None:
    page = get(board, "/board", as_of=LATER, measure="killed", status="withdrawn")
    text = get(board, "/board.csv", as_of=LATER, measure="killed", status="withdrawn")
    rows = list(csv.DictReader(io.StringIO(text)))

    assert {r["measure"] for r in rows} == {"killed"}
    assert page.count('<th scope="row" data-label="Count">') == len(rows) == 1


def test_all_claims_are_a_table_that_filters_leave_in_part(board: TestClient) -> None:
    asked = {"as_of": LATER, "status": "withdrawn"}
    rows = list(csv.DictReader(io.StringIO(get(board, "/claims.csv", **asked))))

    assert "164" in {r["best"] for r in rows}
    assert {r["status"] for r in rows} == {"withdrawn"}
    assert get(board, "/claims", **asked).count('<th scope="row"') == len(rows)


def test_every_step_to_another_moment_is_a_link(board: TestClient) -> None:
    data = get(board, "/board.json", as_of=NIGHT)

    assert data["step_back"] == "2022-01-09T18:00:00Z"
    assert data["step_on"] == "2022-01-10T06:00:00Z"


def test_a_claim_says_why_with_the_words_of_the_report(board: TestClient) -> None:
    found = get(board, "/claim.json", id=claim(board, NOON)["id"], as_of=NOON)

    fell = next(g for g in found["grounds"] if g["conclusion"] == "withdrawn")
    assert "technical error" in " ".join(fell["evidence"][0]["words"])
    assert "/report?" in get(board, "/claim", id=found["claim"]["id"], as_of=NOON)


def test_tally_and_source_have_pages(board: TestClient) -> None:
    data = get(board, "/board.json", as_of=LATER)
    key = data["focus"]["claims"][0]["source_key"]

    assert "Claims in the order said" in get(board, "/tally", id=data["focus"]["id"], as_of=LATER)
    assert "What it said" in get(board, "/source", key=key, as_of=LATER)


def test_stale_carriers_and_changes_have_pages_and_tables(board: TestClient) -> None:
    assert "wahananews.co" in get(board, "/stale", as_of=LATER)
    assert "wahananews.co" in get(board, "/stale.csv", as_of=LATER)
    assert "withdrawn" in get(board, "/changes.csv", as_of=NOON, since=EVENING)


@pytest.mark.parametrize("address", ["/board", "/board.json", "/board.csv", "/stale", "/changes", "/changes.json"])
def test_before_the_first_report_there_is_nothing_and_no_error(board: TestClient, address: str) -> None:
    get(board, address, as_of="2001-01-01")


def test_a_claim_shows_its_chain_and_every_report_that_carries_it(board: TestClient) -> None:
    name = claim(board, LATER)["id"]
    page = get(board, "/claim", id=name, as_of=LATER)
    rows = list(csv.DictReader(io.StringIO(get(board, "/claim.csv", id=name, as_of=LATER))))

    assert 'class="chain"' in page
    assert "Health Ministry; Khabar 24" in {r["chain"] for r in rows}
    assert len(rows) == claim(board, LATER)["carriers"]


def test_a_report_marks_what_was_read_and_leads_to_its_claims(board: TestClient) -> None:
    page = get(board, "/report", id="irishtimes", as_of=NOON)

    assert "figure fell" in page
    assert f'href="/claim?as_of=2022-01-10T12%3A00Z&amp;id={claim(board, NOON)["id"]}"' in page
    assert 'dir="ltr"' in page


def test_a_report_shows_the_span_that_its_address_asks_for(board: TestClient) -> None:
    page = get(board, "/report", id="tass", span="3-12")

    assert page.count('id="found"') == 1
    assert board.get("/report", params={"id": "tass", "span": "12-3"}).status_code == 400


def test_reports_are_listed_and_searched_as_of_the_moment(board: TestClient) -> None:
    assert get(board, "/reports.json", as_of="2022-01-07T00:00Z")["total"] == 3
    assert "tass.example" in get(board, "/search", q="technical error")
    assert get(board, "/search.json", q="technical error", as_of=NIGHT)["reports"] == []
    assert get(board, "/search.json", q="health 164")["claims"][0]["claim"]["best"] == 164
    assert [r["best"] for r in csv.DictReader(io.StringIO(get(board, "/search.csv", q="health 164")))] == ["164"]


def test_a_report_stands_beside_another(board: TestClient) -> None:
    data = get(board, "/copies.json", id="irishtimes", **{"with": "cakra"})

    assert data["beside"]["outlet"] == "cakra.news"
    assert data["rows"]


def test_a_report_written_from_right_to_left_is_set_so(tmp_path: Path) -> None:
    reading = next(r for r in history() if r.figures)
    with Ledger(tmp_path / "rtl.db") as ledger:
        ledger.add(msgspec.structs.replace(reading, lang="ar"))
    with TestClient(create_app(Settings(ledger=tmp_path / "rtl.db"))) as client:
        page = get(client, "/report", id=reading.id)

    assert '<div class="report-text" lang="ar">' in page
    assert '<div class="words" dir="rtl">' in page
    assert '<aside class="margin" lang="en" dir="ltr"' in page


def test_the_key_figure_of_a_measure_is_the_whole_countrys(board: TestClient) -> None:
    cards = get(board, "/board.json", as_of=LATER)["cards"]

    assert {c["place"] for c in cards} == {"Kazakhstan"}
    assert len({c["measure"] for c in cards}) == len(cards)


def test_without_a_moment_chosen_the_board_tells_of_the_last_day(board: TestClient) -> None:
    data = get(board, "/board.json", as_of=NOON)

    assert data["recent_since"] == "2022-01-09T12:00:00Z"
    assert ("withdrawn", "Information Ministry") in {(e["what"], e["by"]) for e in data["recent"]}
