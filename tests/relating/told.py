"""Reports in words of our own, read and kept: what the ledger says of them."""

from typing import Any

import msgspec

from khabar.intake.options import IntakeOptions
from khabar.intake.text import edition_of_text
from khabar.model.edition import Edition
from khabar.pipeline import Ledger
from khabar.reading.reader import Reader


def edition(name: str, at: str, text: str, *, lang: str = "en", outlet: str | None = None) -> Edition:
    """A report in plain text, as it comes in."""
    outlet = outlet or f"{name}.example"
    options = IntakeOptions(lang=lang, published=at, outlet=outlet, url=f"https://{outlet}/{name}")
    return edition_of_text(text.encode(), name, options)


def keep(ledger: Ledger, *reports: Edition) -> None:
    """Reads the reports and keeps them."""
    for one in reports:
        ledger.add((one, Reader().read(one)))


def tallies(*reports: Edition, measure: str = "killed", as_of: str | None = None, place: str | None = None) -> list[Any]:
    """The tallies of a measure over these reports, as plain data."""
    with Ledger(":memory:") as ledger:
        keep(ledger, *reports)
        return [msgspec.to_builtins(t) for t in ledger.tallies(measure, as_of=as_of, place=place)]


def history(tally: Any) -> list[tuple[float, str, str]]:
    """Each claim of a tally as number, source and status, in the order said."""
    return [(c["best"] if c["best"] is not None else c["low"], c["source"], c["status"]) for c in tally["claims"]]
