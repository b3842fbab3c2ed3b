"""A draft without a date is held against what was last reported on its country."""

from khabar.intake.options import IntakeOptions
from khabar.pipeline import Ledger, read_edition
from tests.relating.told import edition, keep

REPORTS = (
    edition("a", "2022-03-01T08:00:00Z", "LIMA - The flood in Peru killed 164 people, the Health Ministry said."),
    edition("b", "2022-03-02T08:00:00Z", "LIMA - Peru's Health Ministry withdrew its figure of 164 dead, citing a clerical error."),
)


def codes(text: str, **known: str) -> list[str]:
    with Ledger(":memory:") as ledger:
        keep(ledger, *REPORTS)
        return [f.code for f in ledger.check(*read_edition(text, options=IntakeOptions(**known))).findings]  # type: ignore[arg-type]


def test_an_undated_draft_meets_the_last_crisis_of_its_country() -> None:
    assert codes("The flood in Peru killed 164 people, the Health Ministry said.") == ["withdrawn"]


def test_a_dated_draft_of_another_year_does_not() -> None:
    assert codes("The flood in Peru killed 164 people, the Health Ministry said.", published="2025-08-01") == ["unknown"]


def test_another_country_does_not() -> None:
    assert codes("The flood in Ghana killed 164 people, the Health Ministry said.") == ["unknown"]
