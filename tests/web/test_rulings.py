import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from khabar.model.errors import UsageError
from khabar.pipeline import Ledger
from khabar.web.app import create_app
from khabar.web.pages.rulings import rulings_from
from khabar.web.settings import Settings
from tests.relating.kazakhstan import history

LATER = "2022-01-16T12:00Z"
ANCHOR = {"anchors": '[{"edition": "e0", "start": 3, "end": 6, "words": "164"}]'}


@pytest.fixture
def ruled(tmp_path: Path) -> Iterator[TestClient]:
    with Ledger(tmp_path / "own.db") as ledger:
        ledger.add(*history())
    with TestClient(
        create_app(Settings(ledger=tmp_path / "own.db", rulings_by="A. Desk")), raise_server_exceptions=False
    ) as client:
        yield client


def standing(client: TestClient) -> Any:
    return client.get("/board.json", params={"as_of": LATER}).json()["focus"]["standing"]


def form(client: TestClient, kind: str, **more: str) -> dict[str, str]:
    """What the form on the page of the claim that stands would send."""
    focus = client.get("/board.json", params={"as_of": LATER}).json()["focus"]
    name = next(c["id"] for c in focus["claims"] if c["best"] == 225)
    page = client.get("/claim", params={"id": name, "as_of": LATER}).text
    anchors = client.get("/claim.json", params={"id": name, "as_of": LATER}).json()["anchors"]
    (token,) = set(re.findall(r'name="token" value="(\w+)"', page))
    return {"anchors": json.dumps(anchors), "token": token, "kind": kind, "reason": "seen otherwise"} | more


def test_a_ruling_acts_and_its_undoing_restores(ruled: TestClient) -> None:
    ruled.post("/rulings", data=form(ruled, "reject"))
    rulings = ruled.get("/rulings.json").json()["rulings"]
    made = rulings[0]
    assert 225 not in standing(ruled)
    assert (made["name"], made["reason"], made["holds"]) == ("A. Desk", "seen otherwise", True)

    assert len({r["known"] for r in rulings}) == 1  # one decision, however many reports carry the claim
    page = ruled.get("/rulings").text
    token, every = (re.findall(rf'name="{name}" value="([\w,]+)"', page)[0] for name in ("token", "of"))
    assert page.count("<button") == 2  # to search, and to undo all of it at once
    ruled.post("/rulings", data={"token": token, "kind": "undo", "of": every, "reason": "it was right"})

    assert 225 in standing(ruled)


def test_a_correction_changes_what_is_counted(ruled: TestClient) -> None:
    answer = ruled.post("/rulings", data=form(ruled, "correct", low="250", best="250", high="250"))

    assert answer.status_code == 200
    assert 250 in standing(ruled)


def test_without_a_name_the_board_is_read_only(board: TestClient) -> None:
    assert board.post("/rulings", data={"kind": "reject"}).status_code == 403
    assert (
        "Rule on this claim"
        not in board.get("/claim", params={"id": board.get("/board.json").json()["focus"]["claims"][0]["id"]}).text
    )


@pytest.mark.parametrize("token", ["", "0" * 64, "é"])
def test_a_form_without_this_boards_token_is_refused(ruled: TestClient, token: str) -> None:
    assert ruled.post("/rulings", data=form(ruled, "reject") | {"token": token}).status_code == 403
    assert ruled.get("/rulings.json").json()["rulings"] == []


def test_another_sites_page_cannot_rule_even_with_the_token(ruled: TestClient) -> None:
    answer = ruled.post("/rulings", data=form(ruled, "reject"), headers={"sec-fetch-site": "cross-site"})

    assert answer.status_code == 403


@pytest.mark.parametrize(
    "said",
    [
        {"kind": "reject"},
        {"kind": "burn", "reason": "x"},
        {"kind": "reject", "reason": "x"},
        {"kind": "reject", "reason": "x", "anchors": "[]"},
        {"kind": "undo", "reason": "x", "of": "-1"},
        {"kind": "undo", "reason": "x", "of": "1,,2"},
        {"kind": "undo", "reason": "x", "of": "9" * 40},
        {"kind": "correct", "reason": "x", "low": "nan", **ANCHOR},
        {"kind": "join", "reason": "x", "what": "everything", "other": "{}", **ANCHOR},
        {"kind": "part", "reason": "x", "other": "[", **ANCHOR},
    ],
)
def test_a_form_that_makes_no_sense_is_told(said: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        rulings_from(said, "A. Desk")


def test_an_anchor_that_does_not_stand_is_told(ruled: TestClient) -> None:
    answer = ruled.post(
        "/rulings",
        data=form(ruled, "reject") | {"anchors": '[{"edition": "e0", "start": 3, "end": 6, "words": "164"}]'},
    )

    assert answer.status_code in {400, 404}
