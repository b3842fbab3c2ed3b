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
