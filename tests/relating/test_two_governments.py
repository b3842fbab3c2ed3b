"""Two governments of one country, told in words alone; their names are invented."""

from typing import Any

import pytest

from khabar.model.edition import Edition
from khabar.pipeline import Ledger
from khabar.reading.reader import Reader
from tests.relating.told import edition, tallies

DAY = {
    "en": "PORT MORESBY, Papua New Guinea, Feb {} - {} said that {} people had died in the cyclone in Papua New Guinea.",
    "id": "PORT MORESBY, Papua Nugini, {} Feb - {} mengatakan bahwa {} orang tewas akibat topan di Papua Nugini.",
    "ru": "ПОРТ-МОРСБИ, Папуа — Новая Гвинея, {} февраля - {} сообщил, что в Папуа — Новой Гвинее из-за циклона погибли {} человек.",
}
RIVALS = {
    "en": (
        "The Saltari-run Health Ministry",
        "The Health Ministry of the Great Accord Government",
        "The Health Ministry",
    ),
    "id": ("Kementerian Kesehatan pemerintah Saltari", "Kementerian Kesehatan junta militer", "Kementerian Kesehatan"),
    "ru": ("Подконтрольный салтарам минздрав", "Минздрав международно признанного правительства", "Минздрав"),
}
ONE = {
    "en": ("The government's Health Ministry", "The Health Ministry", "The federal government's Health Ministry"),
    "id": ("Kementerian Kesehatan", "Kementerian Kesehatan pemerintah pusat", "Kementerian Kesehatan"),
    "ru": ("Минздрав", "Минздрав федерального правительства", "Минздрав"),
}


def claims(lang: str, *said: tuple[str, int], days: int = 1) -> list[Any]:
    """What is told of each number, said on one day after the other, or all on one."""
    with Ledger(":memory:") as ledger:
        for n, (who, value) in enumerate(said):
            text = DAY[lang].format(12 + n * days, who, value)
            edition = Edition(
                id=f"e{n}", address=f"e{n}", raw_hash="", text=text, cleaner="none", body=((0, len(text)),), lang=lang,
                published=f"2024-02-{12 + n * days}T08:00:00Z", outlet=f"{n}.example",
            )  # fmt: skip
            ledger.add(Reader().read(edition))
        (found,) = ledger.tally("killed")["tallies"]
    return sorted(found["claims"], key=lambda c: c["best"])


@pytest.mark.parametrize("lang", ["en", "id", "ru"])
def test_neither_supersedes_the_other_and_a_bare_office_stays_unresolved(lang: str) -> None:
    one, other, bare = RIVALS[lang]
    found = claims(lang, (one, 40), (other, 130), (bare, 145), (one, 160))
    assert [c["status"] for c in found] == ["superseded", "standing", "standing", "standing"]
    assert any("unresolved" in n for n in found[2]["notes"])


@pytest.mark.parametrize("lang", ["en", "id", "ru"])
def test_they_contest(lang: str) -> None:
    one, other, _ = RIVALS[lang]
    found = claims(lang, (one, 40), (other, 130), days=0)
    assert all(m.startswith("contested by Health Ministry (") for c in found for m in c["marks"])
    assert [len(c["marks"]) for c in found] == [1, 1]


@pytest.mark.parametrize("lang", ["en", "id", "ru"])
def test_one_government_is_no_second_one(lang: str) -> None:
    first, second, third = ONE[lang]
    found = claims(lang, (first, 40), (second, 130), (third, 145))
    assert [c["status"] for c in found] == ["superseded", "superseded", "standing"]


def test_one_by_name_alone_is_the_country_s() -> None:
    found = claims("en", ("The Saltari-run Health Ministry", 40), ("The Health Ministry", 130))
    assert [c["status"] for c in found] == ["superseded", "standing"]


def test_taking_back_ones_own_number_disputes_nobody_else_s() -> None:
    made = (
        edition("west", "2024-03-04T08:00:00Z", "The health ministry of the Government of National Unity said on Monday that 2,300 people had been killed in floods in Derna, Libya."),
        edition("east", "2024-03-04T12:00:00Z", "The health ministry of the eastern government said on Monday that 2,300 people had been killed in floods in Derna, Libya."),
        edition("back", "2024-03-05T08:00:00Z", "The health ministry of the eastern government on Tuesday withdrew its toll of 2,300 dead in Derna, Libya, citing a clerical error."),
    )  # fmt: skip
    (found,) = tallies(*made)

    assert sorted((c["source"], c["status"], c["marks"]) for c in found["claims"]) == [
        ("Health Ministry (eastern)", "withdrawn", ()),
        ("Health Ministry (unity)", "standing", ()),
    ]
