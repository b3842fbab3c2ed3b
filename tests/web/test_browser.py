"""The board as a person uses it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from khabar import demo
from khabar.pipeline import Ledger, read_editions
from khabar.web.settings import Settings
from tests.relating.kazakhstan import history
from tests.web.browser import NEEDS, browsing
from tests.web.conftest import serving

pytestmark = NEEDS
BEFORE, AFTER, LATER = "2022-01-09T15:00Z", "2022-01-10T12:00Z", "2022-01-16T12:00Z"


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with browsing(tmp_path_factory.mktemp("chromium")) as opened:
        yield opened


@pytest.fixture
def page(context: Any, served: str) -> Iterator[Any]:
    opened = context.new_page()
    opened.errors = []
    opened.on("pageerror", lambda e: opened.errors.append(str(e)))
    opened.on("console", lambda m: opened.errors.append(m.text) if m.type == "error" else None)
    opened.address = served
    yield opened
    opened.close()


def card(page: Any) -> str:
    return str(page.locator(".card").first.inner_text())


def test_moving_as_of_across_the_night_shows_164_fall(page: Any) -> None:
    page.goto(f"{page.address}/board?as_of={BEFORE}")
    assert "164" in page.locator(".card .big").first.inner_text()

    page.get_by_label("As of (UTC)").fill("2022-01-10T12:00")
    page.get_by_role("button", name="Show").click()

    assert "No standing figure" in card(page)
    assert "withdrawn" in card(page)
    assert page.errors == []


def test_the_slider_replays_the_ledger_without_loading_the_page_anew(page: Any) -> None:
    page.goto(f"{page.address}/board?as_of={BEFORE}")
    page.evaluate("window.same = true")
    slider = page.get_by_role("slider")

    seen = []
    for _ in range(3):
        slider.press("ArrowRight")
        page.wait_for_timeout(600)
        seen.append(card(page))
    assert any("No standing figure" in words for words in seen)
    assert page.evaluate("window.same") is True
    assert "as_of=" in page.url
    assert page.errors == []


def test_from_the_fall_to_its_why_and_to_the_span_in_the_report(page: Any) -> None:
    page.goto(f"{page.address}/board?as_of={AFTER}")
    page.locator(".card").first.get_by_role("link", name="164").click()
    assert "technical error" in page.locator("main").inner_text()

    page.locator("section.panel", has_text="Withdrawn").get_by_role("link", name="In the report").first.click()

    assert "technical error" in page.locator("#found").first.inner_text()
    assert page.locator("#found").first.is_visible()
    assert page.errors == []


def test_keys_go_from_evidence_to_evidence_and_on_to_the_claim(page: Any) -> None:
    page.goto(f"{page.address}/report?id=irishtimes&as_of={AFTER}")
    page.keyboard.press("j")
    assert page.locator(".report-text .ev.now").count() >= 1
    page.keyboard.press("Enter")
    page.wait_for_url("**/claim?**")

    assert "164" in page.locator("h1").inner_text()


def test_a_pasted_text_is_checked(page: Any) -> None:
    page.goto(f"{page.address}/check")
    page.get_by_label("Text", exact=True).fill(
        "At least 12 people were killed in Kazakhstan, the Interior Ministry said on Monday."
    )
    page.get_by_role("button", name="Check").click()

    assert "1 figure" in page.locator(".lead").inner_text()
    assert page.errors == []


def test_a_ruling_is_made_and_undone(context: Any, tmp_path: Path) -> None:
    with Ledger(tmp_path / "own.db") as ledger:
        ledger.add(*history())
    with serving(Settings(ledger=tmp_path / "own.db", rulings_by="A. Desk")) as address:
        page = context.new_page()
        page.goto(f"{address}/board?as_of={LATER}")
        page.locator(".card").first.get_by_role("link", name="225").click()
        form = page.get_by_role("form", name="reject")
        form.get_by_label("Reason").fill("not what the page says")
        form.get_by_role("button", name="Reject").click()
        assert "not what the page says" in page.locator("main").inner_text()
        page.goto(f"{address}/board?as_of={LATER}")
        assert "225" not in card(page)

        page.goto(f"{address}/rulings")
        page.locator("li", has_text="Reject").get_by_label("Reason").fill("it was, after all")
        page.get_by_role("button", name="Undo").click()
        assert "(undone)" in page.locator("main").inner_text()
        page.goto(f"{address}/board?as_of={LATER}")
        assert "225" in card(page)
        page.close()


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    with Ledger(path) as ledger:
        ledger.add(*read_editions([Path(demo.__file__).parent / "reports.jsonl"]))
    with serving(Settings(ledger=path)) as address:
        yield address


def test_from_the_fall_of_164_to_the_span_in_the_indonesian_page(context: Any, demonstration: str) -> None:
    page = context.new_page()
    page.goto(f"{demonstration}/board?as_of={BEFORE}")
    assert "164" in card(page)
    page.goto(f"{demonstration}/board?as_of={AFTER}")
    assert "withdrawn" in card(page)
    page.locator(".card").first.get_by_role("link", name="164").click()
    page.locator("table.prints tr", has_text="cakra.news").get_by_role("link", name="cakra.news").click()

    assert "164" in page.locator("#found").first.inner_text()
    assert page.locator(".report-text").get_attribute("lang") == "id"
    page.close()


def test_everything_can_be_read_without_javascript(context: Any, served: str) -> None:
    page = context.new_page()
    page.route("**/*.js", lambda route: route.abort())
    page.goto(f"{served}/board?as_of={AFTER}")
    for _ in range(2):
        page.get_by_role("link", name="before:").click()

    assert "disowned" in card(page)
    page.close()


ADDRESSES = (
    "/board",
    "/tally",
    "/claim",
    "/claims",
    "/report?id=irishtimes",
    "/source",
    "/copies?id=irishtimes&with=cakra",
    "/stale",
    "/changes?since=2022-01-09",
    "/reports",
    "/search?q=health",
    "/check",
    "/api",
    "/sitrep",
    "/rulings",
)


def full(page: Any, address: str) -> str:
    """The address with the id of something that is there."""
    found = page.request.get(f"{page.address}/board.json?as_of={LATER}").json()["focus"]
    more = {
        "/tally": f"?id={found['id']}",
        "/claim": f"?id={found['claims'][0]['id']}",
        "/source": f"?key={found['claims'][0]['source_key']}",
    }
    asked = address + more.get(address, "")
    return f"{page.address}{asked}{'&' if '?' in asked else '?'}as_of={LATER}"


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_page_has_a_serious_fault_of_access_or_is_wider_than_the_screen(page: Any, address: str) -> None:
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415  as above

    page.goto(full(page, address))
    serious = []
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        found = [v for v in Axe().run(page).response["violations"] if v["impact"] in {"serious", "critical"}]
        serious += [(theme, v["id"], [n["html"][:150] for n in v["nodes"][:3]]) for v in found]
    assert serious == []
    for width in (1280, 700, 360):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_a_page_prints(page: Any) -> None:
    page.goto(f"{page.address}/board?as_of={AFTER}")

    assert page.pdf(format="A4").startswith(b"%PDF")
