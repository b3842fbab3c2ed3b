"""Claims that are sought: what an index finds is what going through every tally finds, in the same order, a page at a time."""

from collections.abc import Iterator

import pytest

from khabar.export.order import order
from khabar.model.listing import Sought, sought, wanted
from khabar.pipeline import Ledger
from tests.relating.told import edition, keep

REPORTS = (
    ("a", "2024-03-04T08:00:00Z", "A flood in Peru.\n\nThe Health Ministry said on 4 March that 47 people were killed and 1,200 injured in Peru."),
    ("b", "2024-03-05T08:00:00Z", "A flood in Peru.\n\nPolice said on 5 March that 52 people were killed in Cusco, 12 of them children."),
    ("c", "2024-03-05T09:00:00Z", "A flood in Peru.\n\nPresident Ana Ruiz said on 5 March that 60 people were killed in Peru."),
    ("d", "2024-03-06T09:00:00Z", "A flood in Peru.\n\nThe Health Ministry withdrew its figure of 1,200 injured on 6 March."),
    ("e", "2024-06-06T09:00:00Z", "A fire in Fiji.\n\nThe fire service said on 6 June that 3 people were killed in Suva and 1,200 were displaced in Fiji."),
)


@pytest.fixture(scope="module")
def ledger() -> Iterator[Ledger]:
    with Ledger(":memory:") as made:
        keep(made, *(edition(name, at, text) for name, at, text in REPORTS))
        yield made


ASKED = (
    Sought(),
    Sought(words=sought("ministry")),
    Sought(words=sought("minis 1,200")),
    Sought(words=sought('police "killed"')),
    Sought(words=sought("120")),
    Sought(words=sought("%")),
    Sought(measure="killed"),
    Sought(place="Peru", status="standing"),
    Sought(who="everybody"),
    Sought(status="withdrawn"),
    Sought(source="HEALTH"),
    Sought(by="Presidential Office"),
    Sought(outlet="a.example"),
    Sought(key="office:PE/police"),
)


@pytest.mark.parametrize("asked", ASKED)
def test_an_index_finds_what_going_through_all_finds(ledger: Ledger, asked: Sought) -> None:
    tallies = ledger.tallies()
    for name, inorder in (("listed", tallies), ("shown", order(tallies))):
        expected = [(t.id, c.id) for t in inorder for c in t.claims if wanted(t, c, asked)]
        total, found = ledger.claims(asked, order=name)  # type: ignore[arg-type]

        assert (total, [(t.id, c.id) for t, c in found]) == (len(expected), expected)


def test_pages_follow_on_one_another(ledger: Ledger) -> None:
    total, whole = ledger.claims(Sought())
    pages = [ledger.claims(Sought(), limit=2, offset=at)[1] for at in range(0, total + 2, 2)]

    assert [c.id for page in pages for _, c in page] == [c.id for _, c in whole]


def test_as_of_a_past_moment_every_tally_is_gone_through(ledger: Ledger) -> None:
    total, found = ledger.claims(Sought(words=("injured",)), as_of="2024-03-05T00:00:00Z")

    assert (total, [(c.best, c.status) for _, c in found]) == (1, [(1200, "standing")])
    assert [c.status for _, c in ledger.claims(Sought(words=("injured",)))[1]] == ["withdrawn"]
