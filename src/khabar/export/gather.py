"""What a situation report needs, asked of a ledger."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, Protocol

from khabar.export.sitrep import Sitrep
from khabar.model.claim import Tally
from khabar.model.errors import NotThere
from khabar.model.moment import iso, parse_moment
from khabar.model.report import Row


class Reports(Protocol):
    """The reports of a ledger."""

    def row(self, name: str) -> Row:
        """An edition's row."""

    def version(self) -> str:
        """What the ledger is, in words."""


class Asks(Protocol):
    """A ledger as far as a situation report asks it."""

    def tallies(
        self, *, situation: str | None = None, as_of: str | None = None, clock: str = "published"
    ) -> list[Tally]:
        """The tallies of a situation."""

    def situations(
        self, *, as_of: str | None = None, clock: str = "published", limit: int = 1000
    ) -> list[tuple[str, int, str]]:
        """The situations, the last changed first."""

    def changes(
        self, since: str, *, situation: str | None = None, as_of: str | None = None, clock: str = "published"
    ) -> list[dict[str, Any]]:
        """What changed between two moments."""

    def library(self, *, as_of: str | None = None, clock: str = "published") -> Reports:
        """The reports."""


def gather(
    ledger: Asks, situation: str | None, *, as_of: str | None, since: str | None, clock: str = "published"
) -> Sitrep:
    """What the report of a situation is made of; of the one that changed last where none is named. Raises NotThere."""
    last = [] if situation else ledger.situations(as_of=as_of, clock=clock, limit=1)
    chosen = situation or next((name for name, _, _ in last), None)
    own = ledger.tallies(situation=chosen, as_of=as_of, clock=clock) if chosen else []
    if situation and not own:
        raise NotThere(f"the ledger holds no situation {situation}")
    library = ledger.library(as_of=as_of, clock=clock)
    return Sitrep(
        situation=chosen,
        now=iso(parse_moment(as_of).at if as_of else dt.datetime.now(dt.UTC)),
        since=iso(parse_moment(since).at) if since else None,
        tallies=own,
        changes=ledger.changes(since, situation=chosen, as_of=as_of, clock=clock) if since and chosen else (),
        rows={claim: library.row(edition) for claim, edition in _first_prints(own)},
        version=library.version(),
    )


def _first_prints(tallies: Iterable[Tally]) -> list[tuple[str, str]]:
    """Each claim with the edition that it was first read in: that of the evidence of who said it."""
    return [
        (c.id, g.evidence[0].edition)
        for t in tallies
        for c in t.claims
        for g in c.grounds
        if g.rule == "said" and g.evidence
    ]
