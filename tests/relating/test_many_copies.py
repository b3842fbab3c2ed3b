"""A text that many print: only its first origins are kept of each carrier, in whatever order the reports arrive."""

import random

import pytest

from khabar.model.reading import Reading
from khabar.model.ruling import Anchor, Ruling
from khabar.pipeline import Ledger
from khabar.relating.copies import ORIGINS
from tests.relating.hand import report, say

LEAD = "Rescuers searched the valley through the night while families waited near the bridge that the water took. " * 3


def carriers(count: int) -> list[Reading]:
    found = [
        report(f"r{n:02}", f"2024-01-01T{8 + n // 60:02}:{n % 60:02}:00Z", say(25, "?a rescuer"), lead=LEAD, credit=("Reuters",))
        for n in range(count)
    ]
    wire = report("wire", "2024-01-01T09:10:00Z", say(25, "?a rescuer"), lead=LEAD, outlet="Reuters")
    altered = report("alter", "2024-01-01T09:20:00Z", say(52, "?a rescuer"), lead=LEAD)
    return [*found, wire, altered]


def links(ledger: Ledger) -> list[tuple[object, ...]]:
    asked = (
        "SELECT a.edition, b.edition, data FROM links JOIN editions a ON a.seq = one JOIN editions b ON b.seq = other ORDER BY 1, 2"
    )
    return [tuple(row) for row in ledger._store.ask(asked)]


@pytest.mark.parametrize("seed", range(4))
def test_order_of_arrival_changes_nothing(seed: int) -> None:
    reports = carriers(ORIGINS + 8)
    shuffled = list(reports)
    random.Random(seed).shuffle(shuffled)
    with Ledger(":memory:") as one, Ledger(":memory:") as other:
        one.add(*reports)
        other.add(*shuffled)
        assert links(one) == links(other)
        assert one.tallies() == other.tallies()
        (claim,) = one.tallies()[0].claims

    assert (claim.support, claim.carriers, claim.marks) == ((0, 1), ORIGINS + 9, ("altered by a carrier",))


def test_what_a_ruling_parts_is_made_up_for_and_comes_back() -> None:
    with Ledger(":memory:") as ledger:
        added = {a.report: a.edition for a in ledger.add(*carriers(ORIGINS + 8))}
        before = links(ledger)

        def at(name: str) -> Anchor:
            text = ledger.library().text(added[name]) or ""
            return Anchor(edition=added[name], start=0, end=5, words=text[:5])

        ledger.rule(Ruling(kind="part", name="desk", reason="r", anchor=at("r05"), other=at("r39")))
        own = [origin for carrier, origin, _ in links(ledger) if carrier == added["r39"]]
        assert (len(own), added["r05"] in own) == (ORIGINS, False)
        ledger.rule(Ruling(kind="undo", name="desk", reason="r", of=1))
        assert links(ledger) == before
