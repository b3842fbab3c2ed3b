import pytest
from starlette.testclient import TestClient

from khabar.web.security import POLICY


def test_the_content_policy_is_strict_and_on_every_answer(board: TestClient) -> None:
    for address in ("/", "/board.json", "/static/khabar.css", "/nothing"):
        assert board.get(address).headers["content-security-policy"] == POLICY
    assert "unsafe" not in POLICY


def test_no_page_needs_an_asset_or_a_style_from_elsewhere(board: TestClient) -> None:
    page = board.get("/board").text

    assert "style=" not in page
    assert "<script>" not in page
    assert 'src="http' not in page


def test_errors_are_problems_for_programs_and_pages_for_people(board: TestClient) -> None:
    answer = board.get("/claim.json", params={"id": "c0"})

    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["title"] == "Not Found"
    page = board.get("/claim", params={"id": "<b>c0</b>"}, headers={"accept": "text/html"})
    assert page.status_code == 404
    assert "&lt;b&gt;" in page.text


@pytest.mark.parametrize("as_of", ["yesterday", "2022-13-40", "99999-01-01", "2022-01-09T99:00Z", "\x00", "9999-12-31"])
def test_a_time_that_is_none_is_told(board: TestClient, as_of: str) -> None:
    assert board.get("/board.json", params={"as_of": as_of}).status_code in {200, 400}


def test_another_host_name_is_refused(board: TestClient) -> None:
    assert board.get("/", headers={"host": "evil.example"}).status_code == 400


@pytest.mark.parametrize(
    "headers", [{"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"}]
)
def test_cross_site_posts_are_refused(board: TestClient, headers: dict[str, str]) -> None:
    assert board.post("/check", data={"text": "x"}, headers=headers).status_code == 403


def test_a_body_over_the_limit_is_refused(board: TestClient) -> None:
    assert board.post("/check", content=b"x" * (2 * 1024 * 1024 + 1)).status_code == 413


@pytest.mark.parametrize(
    "path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static//etc/passwd"]
)
def test_no_path_leaves_the_static_folder(board: TestClient, path: str) -> None:
    assert board.get(path).status_code == 404
