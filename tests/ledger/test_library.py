from collections.abc import Iterator

import pytest

from khabar.ledger.search import query
from khabar.model.errors import NotThere
from khabar.pipeline import Ledger
from tests.relating.kazakhstan import history


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with Ledger(":memory:") as made:
        made.add(*history())
        yield made


def test_reports_are_listed_newest_first_as_of_a_moment(ledger: Ledger) -> None:
    total, rows = ledger.library(as_of="2022-01-07T00:00Z").reports(limit=2)

    assert total == 3
    assert [r.report for r in rows] == ["myua", "katakini"]


def test_a_report_is_held_with_its_reading_and_its_editions(ledger: Ledger) -> None:
    held = ledger.library().held("vlast")

    assert held.reading is not None
    assert held.reading.text
    assert [r.edition for r in held.editions] == [held.row.edition]


def test_search_finds_all_words_and_shows_what_is_around(ledger: Ledger) -> None:
    (hit,) = ledger.library().search("TECHNICAL erro")

    assert hit.row.report == "tass"
    assert "\x02technical\x03" in hit.around


@pytest.mark.parametrize("words", ["", "  ", '"', "* OR -", "()", '""', "^"])
def test_a_search_for_no_word_finds_nothing(ledger: Ledger, words: str) -> None:
    assert query(words) is None or ledger.library().search(words) is not None


@pytest.mark.parametrize(
    "words", ['technical" OR "', "NEAR(a b)", "text:technical", 'a "b" "c', "technical*", "'; DROP TABLE x"]
)
def test_nothing_typed_is_an_operator(ledger: Ledger, words: str) -> None:
    ledger.library().search(words)


def test_what_came_later_is_not_found(ledger: Ledger) -> None:
    assert ledger.library(as_of="2022-01-09T00:00Z").search("technical error") == []


def test_an_unknown_report_is_told(ledger: Ledger) -> None:
    with pytest.raises(NotThere):
        ledger.library().held("nobody")


def test_a_claim_knows_who_prints_it_and_through_whom(ledger: Ledger) -> None:
    (tally,) = [t for t in ledger.tallies("killed") if t.place == "Kazakhstan" and t.who is None]
    claim = next(c for c in tally.claims if c.best == 164)

    prints = ledger.dossier(claim.id)[2]

    assert len(prints) == claim.carriers
    assert {p.links[0] for p in prints} == {"Health Ministry"}
    assert {p.links[1:] for p in prints} >= {("Khabar 24",)}
    assert [p.published for p in prints] == sorted(p.published for p in prints)
    assert any(p.deepened for p in prints)


def test_a_report_knows_the_claims_that_its_figures_carry(ledger: Ledger) -> None:
    library = ledger.library()
    held = library.held("lenta")

    found = ledger.claims_in(held.row.edition)

    assert {(claim.best, tally.place) for tally, claim in found.values()} >= {(230, "Kazakhstan"), (139, "Almaty")}
