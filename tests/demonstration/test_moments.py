"""The demonstration answers at its six moments as the case expects, and so does the same crisis in another country.

A rule that only fits Kazakhstan in January 2022 fails the second half.
"""

from typing import Any

import pytest

from khabar.pipeline import Ledger
from tests.demonstration.exchange import Exchange
from tests.demonstration.holding import faults, national, never

COUNTRIES = ("Kazakhstan", "Peru")


@pytest.fixture
def ledgers(kazakhstan: Ledger, peru: Ledger) -> dict[str, Ledger]:
    return {"Kazakhstan": kazakhstan, "Peru": peru}


@pytest.mark.parametrize("at", range(6))
@pytest.mark.parametrize("country", COUNTRIES)
def test_moment(country: str, at: int, ledgers: dict[str, Ledger], expected: dict[str, Any]) -> None:
    moment = expected[country]["moments"][at]
    answer = ledgers[country].tally("killed", as_of=moment["as_of"])

    assert list(faults(moment, national(answer, country))) == []


@pytest.mark.parametrize("country", COUNTRIES)
def test_never(country: str, ledgers: dict[str, Ledger], expected: dict[str, Any], exchange: Exchange) -> None:
    numbers = exchange.numbers if country == "Peru" else {}
    found = [
        fault
        for moment in expected[country]["moments"]
        for fault in never(ledgers[country].tally("killed", as_of=moment["as_of"]), country, numbers)
    ]

    assert found == []


@pytest.mark.parametrize("country", COUNTRIES)
def test_beside(country: str, ledgers: dict[str, Ledger], expected: dict[str, Any]) -> None:
    officers, detained = expected[country]["beside"]
    last = ledgers[country].tally("killed", as_of=expected[country]["moments"][3]["as_of"])
    counted = {c["best"] or c["low"] for t in last["tallies"] if t["who"] for c in t["claims"]}
    held = {c["best"] or c["low"] for t in ledgers[country].tally("detained")["tallies"] for c in t["claims"]}

    assert set(officers["history"]) - counted == set()
    assert set(detained["values"]) - held == set()
