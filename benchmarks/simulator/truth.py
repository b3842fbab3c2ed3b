"""What is true of each claim as of a moment, by the rules of design.md alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from .model import Act, Carriage, Claim, Entity, Report, Situation, Tally, Value
from .record import moment

Row = dict[str, Any]
FALLEN = ("withdrawn", "disowned")
STANDS = ("standing", "superseded")


class View:
    """One crisis as of a moment: only what was published by then (rule 10)."""

    def __init__(self, situation: Situation, at: datetime) -> None:
        self.situation = situation
        self.at = at
        self.carried: dict[Claim, list[tuple[Report, Carriage]]] = defaultdict(list)
        self.done: dict[Claim, list[Act]] = defaultdict(list)
        self._read([r for r in situation.reports if r.counts_from <= at])
        self.by_tally: dict[Tally, list[Claim]] = defaultdict(list)
        for claim in situation.claims:
            if claim in self.carried and not self.mended(claim):
                self.by_tally[claim.tally].append(claim)
        self.fates = {c: self._fate(c) for c in self.carried}

    def _read(self, reports: list[Report]) -> None:
        for report in reports:
            for carriage in report.carries:
                self.carried[carriage.claim].append((report, carriage))
            for act in report.acts:
                if act not in self.done[act.claim]:
                    self.done[act.claim].append(act)

    def mended(self, claim: Claim) -> bool:
        """Whether a wire's own misprint was corrected by now (rule 5, last sentence)."""
        return claim.misprint_of is not None and claim.misprint_of in self.carried

    def paths(self, claim: Claim) -> set[Entity | None]:
        """The relays through which a claim was known before any fall; None is its own mouth."""
        hows = ("attributed", "shallow", "bare", "altered")
        return {c.relay for _, c in self.carried[claim] if c.how in hows and not c.late}

    def _fate(self, claim: Claim) -> tuple[str, Act | None]:
        """Standing, withdrawn or disowned, by the latest act of one entitled (rules 3 and 5)."""
        fate: tuple[str, Act | None] = ("standing", None)
        ended: set[Entity | None] = set()
        for act in sorted(self.done[claim], key=lambda a: a.at):
            found = self._effect(claim, act, ended)
            fate = (found, act) if found else fate
        return fate

    def _effect(self, claim: Claim, act: Act, ended: set[Entity | None]) -> str | None:
        own = act.actor.owner is claim.source
        if own and act.kind in ("disowns", "reinstates"):
            ended.clear()
            return "disowned" if act.kind == "disowns" else "standing"
        if act.kind != "withdraws":
            return None
        medium = _medium_ended(act)
        if own or medium is claim.source:
            return "withdrawn"
        ended.update({medium} if medium else set())
        return "withdrawn" if ended and self.paths(claim) <= ended else None

    def successor(self, claim: Claim) -> Claim | None:
        """The next claim of the same authority that succeeds it (rule 4)."""
        later = [n for n in self.by_tally[claim.tally] if n.at > claim.at and succeeds(n, claim)]
        return min(later, key=lambda n: n.at, default=None)

    def status(self, claim: Claim) -> str:
        """The claim's status; a stock's older values simply stand."""
        fate, _ = self.fates[claim]
        if fate in FALLEN or claim.tally.stock:
            return fate
        return "superseded" if self.successor(claim) else "standing"


def _medium_ended(act: Act) -> Entity | None:
    """The medium whose publication a withdrawal ends: the actor itself, or one that it is set over by type."""
    if act.actor.kind == "medium":
        return act.actor
    target, ministry = act.target or act.claim.source, act.actor.owner
    over = ministry.type == "ministry.information" and target.type == "media.state"
    return target if over and target.admin is ministry.admin else None


def succeeds(newer: Claim, older: Claim) -> bool:
    """Whether a later claim of one authority takes the place of an earlier one."""
    if newer.source.authority != older.source.authority or newer.repeats or older.repeats:
        return False
    higher = newer.value.point >= older.value.point
    return higher or newer.refers is older or newer.reason is not None


def rivals(view: View, claim: Claim) -> Iterator[Claim]:
    """The claims that the given one contests, whatever has become of them."""
    for other in view.by_tally[claim.tally]:
        usable = other is not claim and not other.repeats and not claim.repeats
        if usable and _against(view, claim, other) and not claim.value.meets(other.value):
            yield other


def _against(view: View, one: Claim, two: Claim) -> bool:
    if one.source.type == two.source.type == "hospital":
        return False  # rule 9: hospitals of one place are parts of an unstated total, no rivals
    if one.source.authority != two.source.authority:
        return one.day == two.day or _denies(view, one, two) or _denies(view, two, one)
    first, then = sorted((one, two), key=lambda c: c.at)
    return _lower(then, first)


def _lower(then: Claim, first: Claim) -> bool:
    return not then.tally.stock and then.at > first.at and not succeeds(then, first)


def _denies(view: View, denier: Claim, target: Claim) -> bool:
    """Whether one claim was given while its source said that the other is wrong."""
    acts = (a for a in view.done[target] if a.kind == "denies")
    return any(a.actor.owner is denier.source and a.at == denier.at for a in acts)


def rows(situation: Situation, at: datetime) -> Iterator[Row]:
    """The truth of one crisis as of a moment."""
    view = View(situation, at)
    for claim in situation.claims:
        if claim in view.carried:
            yield _row(view, claim)
            yield from _unattributed(view, claim)
            yield from _put_back(view, claim)
    seen = any(r.counts_from <= at for r in situation.reports)
    for measure, value, day in situation.others if seen else ():
        yield {
            "as_of": moment(at),
            "kind": "other",
            "situation": situation.id,
            "measure": measure,
            "said": str(day),
        } | {"low": value.low, "best": value.best, "high": value.high}


def _named(view: View, claim: Claim) -> Row:
    tally, value = claim.tally, claim.value
    return {
        "as_of": moment(view.at),
        "kind": "claim",
        "situation": view.situation.id,
        "key": claim.key,
        "measure": tally.measure,
        "place": tally.place.name,
        "who": tally.who,
        "source": claim.source.label,
        "low": value.low,
        "best": value.best,
        "high": value.high,
        "said": str(claim.day),
    }


def _row(view: View, claim: Claim) -> Row:
    status = view.status(claim)
    marks, unsure = marks_of(view, claim, status)
    return _named(view, claim) | {
        "status": status,
        "accept": accepted(view, claim, status),
        "marks": marks,
        "open": unsure,
        "support": support_of(view, claim),
        "by": by_of(view, claim, status),
        "relations": relations_of(view, claim, status),
        "stale": stale_of(view, claim, status),
    }


def accepted(view: View, claim: Claim, status: str) -> list[str]:
    """The statuses that design.md allows; "absent" where no claim need be shown."""
    if claim.repeats:
        return [*STANDS, "absent"]
    if view.mended(claim):
        return ["withdrawn", "absent"]
    if _back_on_another_day(view, claim):
        return ["standing", "superseded", "withdrawn"]
    mine = claim.source.authority
    newer = any(n.source.authority == mine and n.at > claim.at for n in view.by_tally[claim.tally])
    return [*STANDS] if claim.tally.stock and status == "standing" and newer else [status]


def _back_on_another_day(view: View, claim: Claim) -> bool:
    return any(a.kind == "reinstates" and a.at.date() != claim.day for a in view.done[claim])


def marks_of(view: View, claim: Claim, status: str) -> tuple[list[list[str | None]], list[str]]:
    """Marks as (kind, by whom), and the kinds that design.md leaves open here."""
    kinds = ["disputed", "contested", "unconfirmed", "part exceeds total", "parts do not sum", "altered"]
    if status in FALLEN or view.mended(claim) or claim.repeats or _back_on_another_day(view, claim):
        return [], kinds
    unsure: list[str] = []
    marks = [*_simple(view, claim), *_disputes(view, claim, unsure), *_contests(view, claim, status, unsure)]
    if _exceeds(view, claim, unsure):
        marks.append(["part exceeds total", None])
    if _falls_short(view, claim):
        marks.append(["parts do not sum", None])
    return marks, unsure


def _simple(view: View, claim: Claim) -> list[list[str | None]]:
    prints = [c for _, c in view.carried[claim]]
    marks: list[list[str | None]] = [["unconfirmed", None]] if any(c.caveat for c in prints) else []
    return marks + ([["altered", None]] if any(c.how == "altered" for c in prints) else [])


def _disputes(view: View, claim: Claim, unsure: list[str]) -> list[list[str | None]]:
    acts = view.done[claim]
    if any(a.kind == "withdraws" for a in acts):
        unsure.append("disputed")
    denials = [a for a in acts if a.kind in ("denies", "too_high") and a.actor.owner is not claim.source]
    return [["disputed", a.actor.owner.label] for a in denials]


def _contests(view: View, claim: Claim, status: str, unsure: list[str]) -> list[list[str | None]]:
    against = list(rivals(view, claim))
    both = [o for o in against if status == "standing" and view.status(o) == "standing"]
    if len(both) < len(against):
        unsure.append("contested")
    return [["contested", o.source.label] for o in both]


def _exceeds(view: View, claim: Claim, unsure: list[str]) -> bool:
    """Whether a part's low lies above the high of that day's total (rule 9)."""
    country = view.situation.country
    if claim.tally.who is None and claim.tally.place is country:
        return False
    total = Tally(measure=claim.tally.measure, place=country)
    totals = [t for t in view.by_tally[total] if t.day == claim.day and not t.repeats]
    above = [t.value.high is not None and (claim.value.low or 0) > t.value.high for t in totals]
    if any(above) and (not all(above) or any(view.status(t) in FALLEN for t in totals)):
        unsure.append("part exceeds total")
    return bool(above) and all(above)


def _falls_short(view: View, claim: Claim) -> bool:
    """Whether a breakdown that says that it is whole was printed with the claim, and does not make its number (rule 9)."""
    parts = [extra.value for extra in claim.extras if extra.kind == "place"]
    whole = any(extra.closes for extra in claim.extras)
    told = any(c.how == "attributed" for _, c in view.carried[claim])
    return whole and told and not summed(parts).meets(claim.value)


def summed(values: Iterable[Value]) -> Value:
    """The sum of some values, as low and high: open where one of them is."""
    made = list(values)
    high = None if any(v.high is None for v in made) else sum(v.high or 0 for v in made)
    return Value(low=sum(v.low or 0 for v in made), best=None, high=high, bound="range")


def support_of(view: View, claim: Claim) -> list[int] | None:
    """Independent origins of the same number (rule 6); None where it is open."""
    same = [c for c in view.by_tally[claim.tally] if c.value.triple == claim.value.triple and not c.repeats]
    fallen = any(view.status(c) in FALLEN for c in same)
    if fallen or view.mended(claim) or claim.repeats or any(c.day != claim.day for c in same):
        return None
    if _back_on_another_day(view, claim):
        return None
    named = len({c.source for c in same if c.source.named})
    return [named, named + len({c.source for c in same if not c.source.named})]


def by_of(view: View, claim: Claim, status: str) -> str | None:
    """Who made it fall."""
    act = view.fates[claim][1]
    return act.actor.owner.label if act and status in FALLEN else None


def relations_of(view: View, claim: Claim, status: str) -> list[list[str]]:
    """Relations as (kind, the other's label), told from the older or fallen claim."""
    found: list[list[str]] = []
    newer = view.successor(claim) if status == "superseded" else None
    if newer:
        found.append(["revises" if newer.source is claim.source else "succeeds", newer.source.label])
    if status in FALLEN:
        found.append(["withdraws" if status == "withdrawn" else "disowns", by_of(view, claim, status) or ""])
    if claim.repeats:
        found.append(["repeats", claim.source.label])
    return found + [["contests", o or ""] for _, o in _contests(view, claim, status, [])]


def stale_of(view: View, claim: Claim, status: str) -> list[list[str]] | None:
    """Who printed it after its fall, and how; None where it is open."""
    if status not in FALLEN:
        return None
    prints = [(r.outlet, c.how) for r, c in view.carried[claim] if c.late]
    ways = [[o, "as previous, fall not mentioned" if how == "previous" else "as current"] for o, how in prints]
    return sorted(ways)


def _unattributed(view: View, claim: Claim) -> Iterator[Row]:
    """The same number on nobody's word: it supports nothing."""
    days = {r.published.date() for r, c in view.carried[claim] if c.how == "unattributed"}
    for day in sorted(days):
        yield _named(view, claim) | {
            "key": f"{claim.key}-unattributed",
            "source": "unattributed",
            "said": str(day),
            "support": [0, 0],
            "status": "standing",
            "accept": [*STANDS, *FALLEN, "absent"],
            "marks": [],
            "relations": [],
            "by": None,
            "open": ["disputed", "contested", "unconfirmed", "part exceeds total", "parts do not sum", "altered"],
            "stale": None,
        }


def _put_back(view: View, claim: Claim) -> Iterator[Row]:
    """A reinstatement of another day, should it be shown as a claim of its own."""
    for act in view.done[claim]:
        if act.kind == "reinstates" and act.at.date() != claim.day:
            row = {k: v for k, v in _named(view, claim).items() if k not in ("place", "who", "source", "key")}
            yield row | {"kind": "other", "said": str(act.at.date())}


def truth_of(situations: Iterable[Situation], moments: list[datetime]) -> list[Row]:
    """The truth of all crises as of all moments."""
    made = list(situations)
    return [row for at in moments for situation in made for row in rows(situation, at)]
