"""A world written by hand: one country, a few offices, reports without text."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from simulator.model import Act, Carriage, Claim, Entity, Place, Report, Situation, Tally, Value
from simulator.phrases import exact
from simulator.truth import Row, rows

PERU = Place(name="Peru", country="PE")
CUSCO = Place(name="Cusco", country="PE")
START = datetime(2020, 3, 2, 8, tzinfo=UTC)
TALLY = Tally(measure="killed", place=PERU)


def office(type_: str, label: str, authority: str = "Peru", admin: Entity | None = None) -> Entity:
    return Entity(
        name=label.lower(), kind="office", type=type_, label=label, authority=authority, place=PERU, admin=admin
    )


HEALTH = office("ministry.health", "Health Ministry")
INTERIOR = office("ministry.interior", "Interior Ministry")
INFORMATION = office("ministry.information", "Information Ministry")
PRESIDENT = office("presidency", "Presidential Office")
UN = Entity(name="United Nations", kind="office", type="un", label="United Nations", authority="body:un")
TV = Entity(name="Peru One", kind="medium", type="media.state", label="Peru One", authority="medium:one", place=PERU)
NOBODY = Entity(name="an official", kind="unnamed", label="an official", authority="unnamed:1")
CROWD = Entity(name="witnesses", kind="collective", label="witnesses", authority="collective:1")
PAPER = Entity(name="Herald", kind="medium", type="media", label="Herald", authority="medium:herald")


class Tiny:
    """Writes a situation claim by claim, an hour or a day at a time."""

    def __init__(self) -> None:
        self.situation = Situation(id="t", country=PERU, crisis="flood")
        self.now = START

    def days(self, count: int = 1) -> None:
        self.now += timedelta(days=count)

    def claim(self, source: Entity, number: int | Value, relay: Entity | None = None, **more: Any) -> Claim:
        value = exact(number) if isinstance(number, int) else number
        options = {"tally": TALLY} | more
        claim = Claim(key=f"c{len(self.situation.claims)}", speaker=source, value=value, at=self.now, **options)
        self.situation.claims.append(claim)
        self.print(claim, relay=relay)
        return claim

    def print(self, claim: Claim, **how: Any) -> None:
        self.report(carries=(Carriage(claim=claim, **how),))

    def act(self, kind: str, actor: Entity, claim: Claim, **more: Any) -> Act:
        act = Act(key=f"a{len(self.situation.acts)}", kind=kind, actor=actor, claim=claim, at=self.now, **more)
        self.situation.acts.append(act)
        self.report(acts=(act,))
        return act

    def report(self, by_day: bool = False, **what: Any) -> None:
        self.now += timedelta(minutes=10)
        number = len(self.situation.reports)
        made = Report(
            id=f"r{number}",
            outlet=f"o{number}",
            url=f"u{number}",
            title="",
            published=self.now,
            sentences=(),
            by_day=by_day,
            **what,
        )
        self.situation.reports.append(made)

    def truth(self, at: datetime | None = None) -> dict[str, Row]:
        found = rows(self.situation, at or self.now + timedelta(days=9))
        return {r["key"]: r for r in found if r["kind"] == "claim"}

    def status(self, claim: Claim, at: datetime | None = None) -> str:
        return str(self.truth(at)[claim.key]["status"])

    def marks(self, claim: Claim) -> list[Any]:
        return list(self.truth()[claim.key]["marks"])
