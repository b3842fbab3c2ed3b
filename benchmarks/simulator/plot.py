"""What happens in a crisis: threads of claims, each a tally, walked scene by scene."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from random import Random

from .atlas import REASONS
from .cast import HABITS, Side
from .coverage import cover, once, stale_copy, stale_previous, stale_undated, tell
from .model import Act, Claim, Entity, Extra, Tally, Value
from .phrases import at_least, exact
from .stage import Stage


@dataclass(slots=True, kw_only=True)
class Thread:
    """One tally as it goes on: who counts, when next, and above which number."""

    stage: Stage
    tally: Tally
    side: Side
    now: datetime
    floor: int
    types: tuple[str, ...] = ()
    owner: Entity | None = None
    last: Claim | None = None
    fallen: Claim | None = None

    def later(self, after: datetime) -> None:
        """Goes to the morning of a day after the given time."""
        rng = self.stage.rng
        day = after.date() + timedelta(days=1 + (rng.random() < 0.3))
        self.now = datetime.combine(day, time(rng.randint(5, 11), rng.randint(0, 59)), UTC)

    def speaker(self) -> Entity:
        """An office of the side, or one who speaks for it."""
        if self.owner:
            return self.owner
        kind = self.stage.rng.choice(self.types)
        return self.voice(kind)

    def voice(self, kind: str) -> Entity:
        """The office of a type or one of its speakers."""
        pool = [self.side.offices[kind], *self.side.speakers[kind]]
        return self.stage.rng.choice(pool)

    def number(self) -> int:
        """The next number: higher for what only grows, either way for a stock."""
        rng, measure = self.stage.rng, self.tally.measure
        if self.tally.stock:
            return self.stage.fresh(measure, max(5, self.floor // 2), self.floor * 2)
        step = max(4, self.floor // 5)
        return self.stage.fresh(measure, self.floor + 1, self.floor + rng.randint(3, step))

    def value(self) -> Value:
        """The next number as worded."""
        number = self.number()
        loose = self.stage.rng.random() < 0.15 and not self.tally.stock
        return at_least(number) if loose else exact(number)

    def say(self, value: Value | None = None, speaker: Entity | None = None, **more: object) -> Claim:
        """A new claim of the thread at its present time."""
        claim = Claim(
            key=self.stage.key("c"),
            tally=self.tally,
            speaker=speaker or self.speaker(),
            value=value or self.value(),
            at=self.now,
            **more,  # type: ignore[arg-type]
        )
        return self.stage.claim(claim)

    def stands(self, claim: Claim) -> None:
        """Takes a claim as the thread's newest that stands."""
        self.floor = claim.value.point if self.tally.stock else max(self.floor, claim.value.point)
        self.last = claim


def act(stage: Stage, kind: str, actor: Entity, claim: Claim, at: datetime, target: Entity | None = None) -> Act:
    """An act, with a reason now and then."""
    reason = stage.rng.choice(REASONS) if kind in ("withdraws", "disowns") and stage.rng.random() < 0.5 else None
    return Act(
        key=stage.key("a"),
        kind=kind,
        actor=actor,
        claim=claim,
        at=at,
        reason=reason,
        target=target or claim.source,
        by_day=kind != "reinstates" and _by_day(stage, claim, target),
    )


def _by_day(stage: Stage, claim: Claim, target: Entity | None) -> bool:
    """Whether the day alone says which claim is meant: the only such count of its source."""
    same = [c for c in stage.made.claims if c.source is claim.source and c.tally.measure == claim.tally.measure]
    alone = sum(c.day == claim.day for c in same) == 1 and target in (None, claim.source)
    return alone and claim.tally.measure != "killed" and stage.rng.random() < 0.3


def grow(thread: Thread) -> None:
    """A new number, with what goes with it."""
    stage = thread.stage
    prior = thread.last
    value = thread.value()
    claim = thread.say(value, extras=extras(thread, value))
    end = cover(stage, claim, prior=prior)
    stage.recent.append(claim)
    if thread.fallen and stage.rng.random() < 0.5:
        stale_previous(stage, thread.fallen, end + stage.hours(0.5, 6))
        thread.fallen = None
    thread.stands(claim)
    thread.later(end)


def extras(thread: Thread, value: Value) -> tuple[Extra, ...]:
    """A part, a breakdown by place, a change, or a count on another basis."""
    stage, tally = thread.stage, thread.tally
    if tally.who or tally.stock or not tally.whole or stage.rng.random() < 0.5:
        return ()
    kind = stage.rng.choice(("part", "place", "change", "basis") if tally.measure == "killed" else ("part", "place"))
    if kind == "place":
        return _breakdown(stage, tally, value)
    top = value.point // 2
    number = stage.fresh(tally.measure, 3, max(4, top // 3))
    who = stage.rng.choice(("children", "women", "foreigners")) if kind == "part" else None
    return (Extra(kind=kind, value=exact(number), who=who),) if number < top else ()


def _breakdown(stage: Stage, tally: Tally, value: Value) -> tuple[Extra, ...]:
    """Two cities under a total: half of them say that they are all of it, and of these some do not sum up."""
    first = stage.fresh(tally.measure, value.point // 3, value.point // 2)
    rest = value.point - first if stage.rng.random() < 0.5 else stage.fresh(tally.measure, 3, value.point // 4)
    if not 0 < rest < value.point > first:
        return ()
    dice = Random(f"{stage.made.id}/{value.point}/breakdown")  # its own, so that nothing else of a seed changes
    whole, words = dice.random() < 0.5, dice.choice((exact, exact, exact, at_least))
    rest += dice.choice((0, 0, 0, first)) if whole else 0
    city, town = stage.cast.cities[0], stage.cast.cities[3]
    return (
        Extra(kind="place", value=words(first), place=city),
        Extra(kind="place", value=exact(rest), place=town, closes=whole),
    )


def withdrawn_by_owner(thread: Thread) -> None:
    """Its owner takes a number back."""
    stage = thread.stage
    claim = thread.say()
    end = cover(stage, claim)
    end = tell(stage, act(stage, "withdraws", _colleague(thread, claim), claim, end + stage.hours(1, 9)))
    aftermath(thread, claim, end)


def _colleague(thread: Thread, claim: Claim) -> Entity:
    """The office of a claim, or somebody else who speaks for it."""
    office = claim.source
    pool = [office, *thread.side.speakers.get(office.type or "", [])]
    return thread.stage.rng.choice(pool) if office in thread.side.offices.values() else office


def aftermath(thread: Thread, claim: Claim, end: datetime) -> None:
    """What goes on being printed after a fall."""
    stage = thread.stage
    ways: list[Callable[[Stage, Claim, datetime], None]] = [stale_undated, stale_copy, stale_previous]
    for way in ways:
        if stage.rng.random() < 0.45:
            way(stage, claim, end + stage.hours(1, 30))
    thread.fallen = claim
    thread.later(end)


def relayed(thread: Thread) -> tuple[Claim, datetime]:
    """A number on an office's word that is known through the state broadcaster alone."""
    claim = thread.say()
    return claim, cover(thread.stage, claim, relay=thread.side.tv)


def withdrawn_by_relay(thread: Thread) -> None:
    """The only relay of a number withdraws its report."""
    claim, end = relayed(thread)
    stage, tv = thread.stage, thread.side.tv
    end = tell(stage, act(stage, "withdraws", tv, claim, end + stage.hours(1, 9), target=tv))
    aftermath(thread, claim, end)


def withdrawn_from_above(thread: Thread) -> None:
    """The information ministry withdraws what the state broadcaster aired."""
    claim, end = relayed(thread)
    aftermath(thread, claim, _above(thread, claim, end))


def _above(thread: Thread, claim: Claim, end: datetime) -> datetime:
    stage = thread.stage
    ministry = thread.voice("ministry.information")
    return tell(stage, act(stage, "withdraws", ministry, claim, end + stage.hours(1, 9), target=thread.side.tv))


def _disown(thread: Thread, claim: Claim, end: datetime) -> datetime:
    stage = thread.stage
    return tell(stage, act(stage, "disowns", _colleague(thread, claim), claim, end + stage.hours(1, 9)))


def disowned(thread: Thread) -> None:
    """The office named as its origin never gave the number; at times it is withdrawn besides."""
    claim, end = relayed(thread)
    steps = thread.stage.rng.choice(((_disown,), (_disown,), (_disown, _above), (_above, _disown)))
    for step in steps:
        end = step(thread, claim, end)
    aftermath(thread, claim, end)


def reinstated(thread: Thread) -> None:
    """A number withdrawn and put back by the same office, most often within the day."""
    stage = thread.stage
    claim = thread.say(exact(thread.number()))
    claim_end = cover(stage, claim, spread=2.5)
    office = claim.source
    end = tell(stage, act(stage, "withdraws", office, claim, claim_end + stage.hours(0.3, 1)), spread=1.5)
    back = act(stage, "reinstates", office, claim, end + stage.hours(0.3, 1))
    if stage.rng.random() < 0.2:
        back = act(stage, "reinstates", office, claim, end + stage.hours(22, 26))
    end = tell(stage, back, spread=2)
    thread.stands(claim)
    thread.later(end)


def broadcast(thread: Thread) -> None:
    """A number of the state broadcaster's own, withdrawn by it or from above; once in a tally."""
    stage, tv = thread.stage, thread.side.tv
    if any(c.source is tv and c.tally == thread.tally for c in stage.made.claims):
        return grow(thread)
    claim = thread.say(exact(thread.number()), tv)
    end = once(stage, claim) + stage.hours(1, 9)
    actor = stage.rng.choice((tv, thread.side.offices["ministry.information"]))
    aftermath(thread, claim, tell(stage, act(stage, "withdraws", actor, claim, end)))


FALLS: tuple[Callable[[Thread], None], ...] = (
    withdrawn_by_owner,
    withdrawn_by_owner,
    withdrawn_by_relay,
    withdrawn_from_above,
    disowned,
    disowned,
    reinstated,
    broadcast,
)


def types_for(measure: str) -> tuple[str, ...]:
    """Which offices count what."""
    return HABITS[measure]
