"""What a situation report needs, asked of a ledger."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
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

    def changes(self, since: str, *, as_of: str | None = None, clock: str = "published") -> list[dict[str, Any]]:
        """What changed between two moments."""

    def library(self, *, as_of: str | None = None, clock: str = "published") -> Reports:
        """The reports."""


def gather(
    ledger: Asks, situation: str | None, *, as_of: str | None, since: str | None, clock: str = "published"
) -> Sitrep:
    """What the report of a situation is made of; of the one that changed last where none is named. Raises NotThere."""
    tallies = ledger.tallies(situation=situation, as_of=as_of, clock=clock)
    if situation and not tallies:
        raise NotThere(f"the ledger holds no situation {situation}")
    chosen = max(tallies, key=lambda t: (t.changed, t.situation)).situation if tallies else None
    own = [t for t in tallies if t.situation == chosen]
    changed = ledger.changes(since, as_of=as_of, clock=clock) if since else []
    library = ledger.library(as_of=as_of, clock=clock)
    return Sitrep(
        situation=chosen,
        now=iso(parse_moment(as_of).at if as_of else dt.datetime.now(dt.UTC)),
        since=iso(parse_moment(since).at) if since else None,
        tallies=own,
        changes=_of(changed, chosen),
        rows={claim: library.row(edition) for claim, edition in _first_prints(own)},
        version=library.version(),
    )


def _of(changes: Sequence[Mapping[str, Any]], situation: str | None) -> list[Mapping[str, Any]]:
    return [c for c in changes if c["tally"]["situation"] == situation]


def _first_prints(tallies: Iterable[Tally]) -> list[tuple[str, str]]:
    """Each claim with the edition that it was first read in: that of the evidence of who said it."""
    return [
        (c.id, g.evidence[0].edition)
        for t in tallies
        for c in t.claims
        for g in c.grounds
        if g.rule == "said" and g.evidence
    ]
