import datetime as dt
from typing import Any

import msgspec
import pytest

from khabar.model.edition import Edition
from khabar.model.reading import ReaderVersion, Reading
from khabar.model.ruling import Anchor, Ruling
from khabar.pipeline import Ledger
from tests.relating.hand import report, say


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Any:
    class Clock(dt.datetime):
        at = "2024-02-01T00:00:00+00:00"

        @classmethod
        def now(cls, tz: Any = None) -> Any:  # noqa: ARG003
            return dt.datetime.fromisoformat(cls.at)

    monkeypatch.setattr("khabar.ledger.rows.dt.datetime", Clock)
    return Clock


def edition(reading: Reading, fetched: str) -> Edition:
    return Edition(
        id=reading.id, address=reading.id, raw_hash="", text=reading.text, cleaner="none", body=(), fetched=fetched
    )


def best(ledger: Ledger, as_of: str, by: str) -> list[float | None]:
    return [c.best for t in ledger.tallies(as_of=as_of, clock=by) for c in t.claims]


def test_three_clocks(clock: Any) -> None:
    first = report("a", "2024-01-01T08:00:00Z", say(12, "Police"))
    late = report("b", "2024-01-02T08:00:00Z", say(15, "Police"))
    with Ledger(":memory:") as ledger:
        clock.at = "2024-02-01T00:00:00+00:00"
        ledger.add((edition(first, "2024-01-05T00:00:00Z"), first))
        clock.at = "2024-03-01T00:00:00+00:00"
        ledger.add((edition(late, "2024-01-20T00:00:00Z"), late))

        assert best(ledger, "2024-01-01T12:00:00Z", "published") == [12]
        assert best(ledger, "2024-01-03T12:00:00Z", "published") == [12, 15]
        assert best(ledger, "2024-01-03T12:00:00Z", "fetched") == []
        assert best(ledger, "2024-01-10T12:00:00Z", "fetched") == [12]
        assert best(ledger, "2024-01-31T12:00:00Z", "known") == []
        assert best(ledger, "2024-02-10T12:00:00Z", "known") == [12]
        assert best(ledger, "2024-03-10T12:00:00Z", "known") == [12, 15]


def test_known_takes_the_readings_and_rulings_of_that_time(clock: Any) -> None:
    first = report("a", "2024-01-01T08:00:00Z", say(12, "Police"))
    better = msgspec.structs.replace(
        first, figures=tuple(msgspec.structs.replace(f, low=13, best=13, high=13) for f in first.figures),
        reader=ReaderVersion(version="2"),
    )  # fmt: skip
    with Ledger(":memory:") as ledger:
        clock.at = "2024-02-01T00:00:00+00:00"
        (added,) = ledger.add(first)
        clock.at = "2024-03-01T00:00:00+00:00"
        ledger.add(better)
        start, end = first.figures[0].span
        anchor = Anchor(edition=added.edition, start=start, end=end, words=first.text[start:end])
        ledger.rule(Ruling(kind="reject", name="desk", reason="test", anchor=anchor))

        assert best(ledger, "2024-02-10T12:00:00Z", "known") == [12]
        assert best(ledger, "2024-02-10T12:00:00Z", "published") == []


def test_changes_stale_and_the_board_on_the_clock_of_what_was_known(clock: Any) -> None:
    first = report("a", "2024-01-01T08:00:00Z", say(12, "Police"))
    gone = report("b", "2024-01-02T08:00:00Z", say(None, "Police", act="withdraws", refers={"value": 12}))
    late = report("c", "2024-01-03T08:00:00Z", say(12, "Police"), outlet="late.example")
    with Ledger(":memory:") as ledger:
        for day, reading in (("01", first), ("03", late), ("05", gone)):
            clock.at = f"2024-02-{day}T00:00:00+00:00"
            ledger.add(reading)

        def told(since: str, by: str) -> list[tuple[str, float | None]]:
            return [(c["what"], c["claim"]["best"]) for c in ledger.changes(since, as_of="2024-02-09", clock=by)]

        assert told("2024-02-02", "known") == [("withdrawn", 12)]
        assert told("2024-01-01T12:00Z", "published") == [("withdrawn", 12)]
        assert told("2024-02-02", "published") == []
        assert ledger.stale(as_of="2024-02-04", clock="known") == []
        assert [c.best for _, c in ledger.stale(as_of="2024-02-06", clock="known")] == [12]
        assert [t.standing for t in ledger.board(as_of="2024-02-04", clock="known")] == [(12,)]
        assert [t.standing for t in ledger.board(as_of="2024-02-06", clock="known")] == [()]


def test_a_ruling_is_a_change_of_what_is_known(clock: Any) -> None:
    first = report("a", "2024-01-01T08:00:00Z", say(12, "Police"))
    second = report("b", "2024-01-02T08:00:00Z", say(15, "Police"), say(4, "Mayor", measure="injured", place="Almaty"))
    with Ledger(":memory:") as ledger:
        clock.at = "2024-02-01T00:00:00+00:00"
        _, added = ledger.add(first, second)
        clock.at = "2024-03-01T00:00:00+00:00"
        start, end = second.figures[0].span
        anchor = Anchor(edition=added.edition, start=start, end=end, words=second.text[start:end])
        ledger.rule(Ruling(kind="reject", name="desk", reason="test", anchor=anchor))

        assert [t.standing for t in ledger.tallies("killed")] == [(12,)]
        assert [t.standing for t in ledger.tallies("killed", as_of="2024-02-10", clock="known")] == [(15,)]
        told = ledger.changes("2024-02-10", as_of="2024-03-10", clock="known")
        assert [(c["what"], c["claim"]["best"]) for c in told] == [("standing", 12)]


def test_a_redacted_report_is_counted_without_words_as_of_any_moment(clock: Any) -> None:
    with Ledger(":memory:") as ledger:
        clock.at = "2024-02-01T00:00:00+00:00"
        ledger.add(report("a", "2024-01-01T08:00:00Z", say(12, "Ana Ruiz of Police")))
        clock.at = "2024-03-01T00:00:00+00:00"
        ledger.redact("a", name="desk", reason="a person at risk")

        (claim,) = [c for t in ledger.tallies(as_of="2024-02-10", clock="known") for c in t.claims]
        assert (claim.best, claim.speaker) == (12, None)


def test_copies_are_found_among_the_readings_of_that_time(clock: Any) -> None:
    lead = "Rescuers searched the valley through the night while families waited near the bridge. " * 3
    with Ledger(":memory:") as ledger:
        clock.at = "2024-02-01T00:00:00+00:00"
        one, two = (report(n, f"2024-01-0{d}T08:00:00Z", say(12, "?a rescuer"), lead=lead) for n, d in (("a", 1), ("b", 2)))
        ledger.add(one, two)
        clock.at = "2024-03-01T00:00:00+00:00"
        for reading in (one, two):
            ledger.add(msgspec.structs.replace(reading, reader=ReaderVersion(version="2"), figures=()))

        assert ledger.tallies() == []
        (claim,) = [c for t in ledger.tallies(as_of="2024-02-10", clock="known") for c in t.claims]
        assert (claim.support, claim.carriers) == ((0, 1), 2)
