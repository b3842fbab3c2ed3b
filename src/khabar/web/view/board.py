"""What the board shows of some tallies: key figures, the moments of change, the timeline. Picks and orders; concludes nothing."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import msgspec

from khabar.export import wording as words
from khabar.export.order import newsworthy, upright, weight
from khabar.export.wording import what
from khabar.model.claim import Claim, Tally
from khabar.model.values import number_of


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """A key figure: the tally, what stands, and what stood at the moment that it is held against; `open`: no upper end."""

    tally: str
    title: str
    measure: str
    low: float | None
    high: float | None
    standing: tuple[Claim, ...]
    last: Claim | None
    before: float | None
    change: str
    reports: int
    support: tuple[int, int]
    place: str | None = None
    open: bool = False


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a timeline: a figure said (`said`), what became of it, or a mark. `name` says what is counted, if need be."""

    at: str
    what: str
    claim: Claim
    by: str | None = None
    name: str = ""

    @property
    def day(self) -> str:
        """The day of it."""
        return self.at[:10]


def card(tally: Tally, before: Tally | None) -> Card:
    """A tally as a key figure; `before` is the same tally at the moment that it is held against."""
    up = upright(tally)
    lows = [v for c in up if (v := c.low if c.low is not None else number_of(c)) is not None]
    highs = [v for c in up if (v := c.high if c.high is not None else number_of(c)) is not None]
    fallen = [c for c in tally.claims if c.status != "standing"]
    earlier = best(before) if before else None
    return Card(
        tally=tally.id,
        title=what(tally.measure, tally.who, tally.basis),
        place=tally.place,
        measure=tally.measure,
        low=min(lows, default=None),
        high=max(highs, default=None),
        standing=tuple(up),
        last=fallen[-1] if fallen and not up else None,
        before=earlier,
        change=words.change(best(tally), earlier),
        reports=weight(tally),
        open=any(c.high is None and c.low is not None for c in up),
        support=(max((c.support[0] for c in up), default=0), max((c.support[1] for c in up), default=0)),
    )


def chief(tally: Tally) -> Claim | None:
    """The claim whose chain of sources is drawn: the newest that stands, else the last before."""
    return next(iter(upright(tally)), None) or next(reversed(tally.claims), None)


def best(tally: Tally) -> float | None:
    """The newest number that stands."""
    return tally.standing[0] if tally.standing else None


def events(claims: Iterable[Claim], names: Mapping[str, str] = MappingProxyType({})) -> list[Event]:
    """What was said and what became of it, newest first; with the names of what is counted, by claim, where there are some."""
    found = [msgspec.structs.replace(e, name=names.get(claim.id, "")) for claim in claims for e in _events(claim)]
    return sorted(found, key=lambda e: (e.at, e.what != "said", e.claim.id), reverse=True)


def _events(claim: Claim) -> Iterable[Event]:
    yield Event(at=claim.published or claim.said, what="said", claim=claim, by=claim.source)
    if claim.history:
        yield from (Event(at=at, what=what, claim=claim, by=by) for at, what, by in claim.history)
    elif claim.status != "standing" and claim.since:
        yield Event(at=claim.since, what=claim.status, claim=claim, by=claim.by)


def news(changes: Iterable[Mapping[str, Any]]) -> list[Event]:
    """Changes as `Ledger.changes` tells them as lines of a timeline, newest first. A new claim's line has its marks."""
    found = [
        _news(c, msgspec.convert(c["claim"], Claim), words.tally_name(c["tally"])) for c in newsworthy(changes)
    ]
    return sorted(found, key=lambda e: (e.at, e.what != "said", e.claim.id), reverse=True)


def _news(change: Mapping[str, Any], claim: Claim, name: str) -> Event:
    what = change["what"]
    if what == "new":
        return Event(at=claim.published or claim.said, what="said", claim=claim, name=name)
    by = change["by"] if what != "standing" else None
    return Event(at=change["at"] or claim.published, what=what, claim=claim, by=by, name=name)


def moments(tallies: Iterable[Tally]) -> list[str]:
    """The moments at which a claim was first printed or its status changed, oldest first."""
    return sorted({e.at for t in tallies for c in t.claims for e in _events(c) if len(e.at) > 10})


def around(moments_: Sequence[str], now: str) -> tuple[str | None, str | None]:
    """The last moment before, and the first one after."""
    back = [m for m in moments_ if m < now]
    on = [m for m in moments_ if m > now]
    return (back[-1] if back else None), (on[0] if on else None)
