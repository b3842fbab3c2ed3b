from pathlib import Path
from typing import Any

import pytest

from khabar.model.claim import FALLEN
from khabar.pipeline import Ledger
from tests.relating.kazakhstan import history


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    ledger = Ledger(":memory:")
    ledger.add(*history())
    return ledger


def toll(ledger: Ledger, as_of: str) -> Any:
    (found,) = [
        t for t in ledger.tally("killed", as_of=as_of)["tallies"] if t["who"] is None and t["place"] == "Kazakhstan"
    ]
    return found


def of(tally: dict[str, Any], value: int) -> Any:
    (found,) = [c for c in tally["claims"] if c["best"] == value]
    return found


def test_on_the_evening_of_the_first_report(ledger: Ledger) -> None:
    (claim,) = toll(ledger, "2022-01-09T15:00:00Z")["claims"]

    assert (claim["best"], claim["source"], claim["through"], claim["status"]) == (
        164,
        "Health Ministry",
        ("Khabar 24",),
        "standing",
    )
    assert claim["marks"] == ("unconfirmed",)
    assert claim["support"] == (1, 1)


def test_disowned_the_same_night(ledger: Ledger) -> None:
    tally = toll(ledger, "2022-01-09T23:30:00Z")

    assert (of(tally, 164)["status"], of(tally, 164)["by"]) == ("disowned", "Health Ministry")
    assert tally["standing"] == ()


def test_withdrawn_the_next_day(ledger: Ledger) -> None:
    tally = toll(ledger, "2022-01-10T12:00:00Z")

    claim = of(tally, 164)
    assert (claim["status"], claim["by"], claim["reason"]) == ("withdrawn", "Information Ministry", "technical error")
    assert tally["standing"] == ()


def test_the_first_figure_that_stood(ledger: Ledger) -> None:
    tally = toll(ledger, "2022-01-16T12:00:00Z")

    assert [c["best"] for c in tally["claims"]] == [164, 225]
    assert of(tally, 225)["speaker"] == "Serik Shalabayev"
    assert of(tally, 225)["source"] == "Prosecutor General's Office"
    assert tally["standing"] == (225,)
    assert [(s["outlet"], s["how"]) for s in of(tally, 164)["stale"]] == [
        ("wahananews.co", "as current"),
        ("click2houston.com", "as previous, fall not mentioned"),
    ]
    assert [(p["of"], p["best"], p["who"]) for p in tally["below"] if p["of"] == 225] == [
        (225, 19, "police and military")
    ]


@pytest.mark.parametrize(
    ("as_of", "standing", "superseded"),
    [("2022-03-20T12:00:00Z", (230,), [225, 227]), ("2023-01-06T12:00:00Z", (238,), [225, 227, 230])],
)
def test_the_later_history(ledger: Ledger, as_of: str, standing: tuple[int, ...], superseded: list[int]) -> None:
    tally = toll(ledger, as_of)

    assert tally["standing"] == standing
    assert [c["best"] for c in tally["claims"] if c["status"] == "superseded"] == superseded


def test_officers_beside(ledger: Ledger) -> None:
    (tally,) = [
        t for t in ledger.tally("killed", who="officers", as_of="2022-01-12")["tallies"] if t["place"] == "Kazakhstan"
    ]

    assert [(c["best"], c["status"]) for c in tally["claims"]] == [
        (8, "superseded"),
        (18, "superseded"),
        (16, "standing"),
    ]


def test_over_740_repeats_748(ledger: Ledger) -> None:
    (tally,) = ledger.tally("injured", who="officers")["tallies"]

    assert [c["low"] for c in tally["claims"]] == [317, 748, 1300]


def test_why_shows_words(ledger: Ledger) -> None:
    claim = of(toll(ledger, "2022-01-10T12:00:00Z"), 164)
    told = ledger.why(claim["id"], as_of="2022-01-10T12:00:00Z")["claim"]

    assert [g["rule"] for g in told["grounds"]][:3] == ["said", "disowned", "withdrawn-by-type"]
    assert all(" ".join(g["evidence"][0]["words"]) for g in told["grounds"][:3])
    assert "technical error" in " ".join(told["grounds"][2]["evidence"][0]["words"])
    assert told["grounds"][2]["evidence"][0]["outlet"] == "tass.example"


def test_changes_tell_every_status_on_the_way(ledger: Ledger) -> None:
    told = ledger.changes("2022-01-09T12:00:00Z", as_of="2022-01-10T12:00:00Z")

    fell = [(c["what"], c["by"]) for c in told if c["claim"]["best"] == 164 and c["what"] in FALLEN]
    assert fell == [("disowned", "Health Ministry"), ("withdrawn", "Information Ministry")]


def test_kept_on_disk(tmp_path: Path) -> None:
    with Ledger(tmp_path / "k.db") as ledger:
        assert all(a.new for a in ledger.add(*history()))
        assert not any(a.new for a in ledger.add(*history()))
        before = ledger.tally("killed")

    with Ledger(tmp_path / "k.db", create=False) as ledger:
        assert ledger.tally("killed") == before
