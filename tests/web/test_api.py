from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from starlette.testclient import TestClient

from khabar.web.app import create_app
from khabar.web.settings import Settings

PATHS = (
    "board",
    "situations",
    "tally",
    "stale",
    "why",
    "prints",
    "changes",
    "reports",
    "report",
    "search",
    "check",
    "read",
)


@pytest.fixture(scope="module")
def described(served: str) -> Any:
    return schemathesis.openapi.from_url(f"{served}/api/v1/openapi.json")


def operations(described: Any) -> dict[str, Any]:
    found = [o.ok() for o in described.get_all_operations()]
    return {o.path.removeprefix("/api/v1/"): o for o in found}


def test_every_question_is_asked_here(described: Any) -> None:
    assert sorted(operations(described)) == sorted(PATHS)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_every_answer_is_as_described(described: Any, path: str, mode: GenerationMode) -> None:
    @given(case=operations(described)[path].as_strategy(generation_mode=mode))
    @settings(max_examples=6, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None)
    def ask(case: Any) -> None:
        # 31 February is no time, and a line of digits is in no language: a schema cannot say so, a problem does
        case.call_and_validate(excluded_checks=[schemathesis.checks.positive_data_acceptance])

    ask()


def test_the_api_answers_as_the_command_line(board: TestClient) -> None:
    found = board.get(
        "/api/v1/tally", params={"measure": "killed", "as_of": "2022-01-16", "place": "Kazakhstan"}
    ).json()

    (toll,) = [t for t in found["tallies"] if t["who"] is None]
    assert [(c["best"], c["status"]) for c in toll["claims"]] == [(164, "withdrawn"), (225, "standing")]


def test_a_text_is_checked_and_the_finding_says_why(board: TestClient) -> None:
    text = (
        "The Health Ministry of Kazakhstan said on Sunday, 9 January 2022, that 164 people were killed in Kazakhstan."
    )
    answer = board.post("/api/v1/check", json={"text": text, "as_of": "2022-01-16", "published": "2022-01-09"})

    assert answer.status_code == 200
    assert answer.json()["figures"] >= 1


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"text": "x", "published": "soon"}, 400),
        ({"text": ""}, 422),
        ({"text": "12 people were killed.", "lang": "xx"}, 422),
        ({"txt": "x"}, 422),
        ({"text": "y" * 60_001}, 422),
    ],
)
def test_what_cannot_be_checked_is_a_problem(board: TestClient, body: dict[str, str], status: int) -> None:
    answer = board.post("/api/v1/check", json=body)

    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"]


def test_an_answer_that_takes_too_long_ends_in_a_problem(ledger_file: Path) -> None:
    with TestClient(create_app(Settings(ledger=ledger_file, max_seconds=0.0001))) as slow:
        answer = slow.get("/api/v1/board")

    assert answer.status_code == 503
    assert answer.json()["status"] == 503


def test_the_questions_are_listed_for_people(board: TestClient) -> None:
    assert "/api/v1/changes" in board.get("/api").text
