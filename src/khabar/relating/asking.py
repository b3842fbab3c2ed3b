"""What the ledger would say of a report that it does not hold: the report's figures are laid over the shelf, and nothing is kept.

Only its figures: an act that the report tells of changes nothing, since the report is what is being asked about.
"""

from collections.abc import Iterator, Sequence

import msgspec

from khabar.model.claim import Tally
from khabar.model.entry import NOW, Entry, Found, Latest, When
from khabar.relating.facts import Facts, Mention, Report
from khabar.relating.situations import GAP, apart
from khabar.relating.twins import filed
from khabar.relating.views import Shelf, Views

KINDS = frozenset({"mention", "part", "day", "twin", "spot"})


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """One figure's surroundings in the ledger as of a moment.

    Attributes:
        number: the figure's index in the reading.
        own: the tally that it counts in, the report's own figures among its claims; None where the ledger has no such situation.
        around: all tallies of the same measure in the same situation, without the report's own figures.
    """

    number: int
    own: Tally | None
    around: tuple[Tally, ...] = ()


class Overlay:
    """A shelf with the entries of one report laid over it."""

    def __init__(self, shelf: Shelf, report: Report, own: Sequence[Entry]) -> None:
        self._shelf = shelf
        self._own = [e for e in own if e.kind in KINDS]
        self._report = report

    def entries(
        self, kind: str, *, cell: str | None = None, root: str | None = None, when: When = NOW
    ) -> Sequence[Found]:
        """The shelf's entries, then the report's, whatever the moment asked for."""
        own = [
            self._found(e)
            for e in self._own
            if e.kind == kind and (e.cell == cell if cell is not None else e.root == root)
        ]
        return [*self._shelf.entries(kind, cell=cell, root=root, when=when), *own]

    def distinct(self, kind: str, root: str, when: When = NOW) -> list[bytes]:
        """What the shelf's entries say, and what the report's do."""
        own = [e.data for e in self._own if e.kind == kind and e.root == root]
        return [*self._shelf.distinct(kind, root, when), *own]

    def cells(self, *, measure: str | None = None, names: Sequence[str] | None = None) -> list[str]:
        """The shelf's cells: a report makes no tally by being asked about."""
        return self._shelf.cells(measure=measure, names=names)

    def links(self, cell: str, when: When = NOW) -> list[bytes]:
        """The shelf's: whether the report is a copy does not matter to what it is held against."""
        return self._shelf.links(cell, when)

    def latest(self, when: When = NOW) -> Iterator[Latest]:
        """The shelf's."""
        return self._shelf.latest(when)

    def _found(self, entry: Entry) -> Found:
        r = self._report
        return Found(r.edition, r.address, r.outlet, r.url, r.lang, r.credit, r.at, entry.number, entry.data)


def ask(shelf: Shelf, facts: Facts, report: Report, when: When, *, dated: bool = True) -> list[Asked]:
    """The surroundings of each figure of a report as of a moment, in the order of its figures.

    A report that does not tell its day, `dated` false, is held against what was last reported on its countries.
    """
    plain = Views(shelf, when)
    if not dated:
        report = msgspec.structs.replace(report, at=_last_reported(facts, report.at, plain))
    laid = Views(Overlay(shelf, report, filed(facts, report.at)), when)
    return [_asked(mention, report, plain, laid) for mention in facts.mentions]


def _last_reported(facts: Facts, now: str, views: Views) -> str:
    """The end of the day on which the countries of a report were last reported on; now where that is not long ago, or never was."""
    days = [day for root in {m.root for m in facts.mentions} if (day := views.last_day(root))]
    last = max(days, default=now)
    return now if apart(last, now) <= GAP else f"{last[:10]}T23:59:59Z"


def _asked(mention: Mention, report: Report, plain: Views, laid: Views) -> Asked:
    situation = laid.situation(mention, report.at)
    around = plain.tallies(measure=mention.measure, situation=situation)
    cell = laid.counted_in(mention)
    own = next(iter(laid.judged(cell, only=situation)), None) if around else None
    return Asked(number=mention.number, own=own, around=tuple(around))
