"""The desk at which one crisis is written: its clock, its numbers, its stories and their carriers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random

from . import sentences as say
from .cast import Cast
from .filler import filler
from .model import Act, Carriage, Claim, Entity, Figure, Report, Situation
from .phrases import DONE, KINDS, exact
from .text import Sentence, piece, replaced


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A text to be printed: its parts by role, and what it carries."""

    parts: tuple[tuple[str, Sentence], ...]
    carries: tuple[Carriage, ...] = ()
    acts: tuple[Act, ...] = ()


@dataclass(slots=True, kw_only=True)
class Stage:
    """Everything at hand while one crisis is written."""

    rng: Random
    cast: Cast
    start: datetime
    made: Situation
    thin: bool = False
    used: set[tuple[str, int]] = field(default_factory=set)
    spent: dict[str, int] = field(default_factory=dict)
    recent: list[Claim] = field(default_factory=list)

    def hours(self, low: float, high: float) -> timedelta:
        """A random stretch of time, in whole minutes."""
        return timedelta(minutes=round(self.rng.uniform(low, high) * 60))

    def fresh(self, measure: str, low: int, high: int) -> int:
        """A number that nobody in this crisis has used for the measure."""
        number = self.rng.randint(low, max(low, high))
        while (measure, number) in self.used:
            number += 1
        self.used.add((measure, number))
        return number

    def take(self, pool: Sequence[Entity], name: str) -> Entity | None:
        """The next of a pool, each only once; None when it is spent."""
        at = self.spent.get(name, 0)
        self.spent[name] = at + 1
        return pool[at] if at < len(pool) else None

    def near(self, kind: str, what: str) -> None:
        """Counts a near miss: something that looks like a fall and is none."""
        self.made.near.setdefault(kind, []).append(what)

    def claim(self, claim: Claim) -> Claim:
        """Enters a claim and what goes with it."""
        self.made.claims.append(claim)
        for extra in claim.extras:
            self.made.others.append((claim.tally.measure, extra.value, claim.day))
        return claim

    def key(self, kind: str) -> str:
        """A name for a new thing."""
        pool: Sequence[object] = self.made.claims if kind == "c" else self.made.acts
        return f"{self.made.id}-{kind}{len(pool) + 1}"

    def publish(
        self, story: Story, outlet: str, at: datetime, credit: Entity | None = None, by_day: bool = False, kind: str = ""
    ) -> Report:
        """Prints a story; two of three tell the kind of the crisis, or that of another event."""
        number = len(self.made.reports) + 1
        silent = not kind and Random(f"{self.made.id}-r{number}/kind").random() < 1 / 3
        report = Report(
            id=f"{self.made.id}-r{number}",
            outlet=outlet,
            url=f"https://{outlet}/{self.made.id}/{number}",
            title=f"{self.cast.country.name} {self.cast.crisis}: what is known",
            published=at,
            by_day=by_day,
            sentences=tuple(s for _, s in story.parts),
            credit=(credit.name,) if credit else (),
            carries=story.carries,
            acts=story.acts,
            events=() if silent else (kind or KINDS[self.cast.crisis],),
        )
        self.made.reports.append(report)
        return report

    def fillers(self, low: int, high: int) -> tuple[tuple[str, Sentence], ...]:
        """Some sentences of colour."""
        return tuple(("filler", filler(self.rng)) for _ in range(self.rng.randint(low, high)))


def core(stage: Stage, claim: Claim, at: datetime, relay: Entity | None) -> Sentence:
    """The sentence that gives the claim on its source's word."""
    return say.attributed(claim, relay, at, stage.rng, claim.extras)


def own_story(stage: Stage, claim: Claim, at: datetime, relay: Entity | None = None, caveat: bool = False) -> Story:
    """An outlet's own story of a claim."""
    told = core(stage, claim, at, relay)
    parts = [("core", told)]
    if caveat:
        parts.append(("doubt", say.doubt(told, stage.rng)))
    if stage.rng.random() < 0.35 and not claim.counted:
        parts.insert(0, ("lead", say.narrated(claim, stage.rng)))
    carry = Carriage(claim=claim, relay=relay, caveat=caveat)
    return Story(parts=(*parts, *stage.fillers(4, 7)), carries=(carry,))


def wire_story(stage: Stage, claim: Claim, at: datetime, wire: Entity, relay: Entity | None, caveat: bool) -> Story:
    """A wire's story: dateline, lead, colour, the word it rests on, more colour."""
    told = core(stage, claim, at, relay)
    lead = ("lead", say.narrated(claim, stage.rng))
    doubts = (("doubt", say.doubt(told, stage.rng)),) if caveat else ()
    parts = (
        ("dateline", dateline(stage, at, wire)),
        lead,
        *stage.fillers(1, 2),
        ("core", told),
        *doubts,
        *stage.fillers(5, 7),
    )
    return Story(parts=parts, carries=(Carriage(claim=claim, relay=relay, caveat=caveat),))


def dateline(stage: Stage, at: datetime, wire: Entity) -> Sentence:
    """Place, day and wire at the head of a story."""
    place = stage.cast.cities[0]
    day = at.date().replace()
    where = piece(place.name.upper(), ("place", place), ("dateline", place))
    when = piece(f"{at.strftime('%B')} {at.day}", ("time", day), ("dateline", day))
    by = piece(wire.name, ("mention", wire))
    return (*where, *piece(", "), *when, *piece(" ("), *by, *piece(") -"))


def cut(stage: Stage, story: Story) -> Story:
    """A shortened copy: the end falls away, at times the word on which the number rests as well."""
    keep = [p for p in story.parts if p[0] != "doubt"]
    bare = stage.rng.random() < 0.5 and any(role == "lead" for role, _ in keep)
    if bare:
        keep = [p for p in keep if p[0] != "core"]
    shorter = tuple(keep[: len(keep) - stage.rng.randint(1, 2)])
    how = "bare" if bare else None
    return Story(parts=shorter, carries=_noted(story.carries, how, caveat=False), acts=story.acts)


def edited(stage: Stage, story: Story) -> Story:
    """A copy with a sentence exchanged and one of the outlet's own at the end."""
    parts = list(story.parts)
    places = [i for i, (role, _) in enumerate(parts) if role == "filler"]
    parts[stage.rng.choice(places)] = ("filler", filler(stage.rng))
    return replace(story, parts=(*parts, ("filler", filler(stage.rng))))


def altered(stage: Stage, story: Story, claim: Claim) -> Story:
    """A copy in which the carrier has another number, or calls the injured dead."""
    if claim.tally.measure == "injured" and stage.rng.random() < 0.3:
        return _deadlier(story, claim)
    value = exact(stage.fresh(claim.tally.measure, claim.value.point + 3, claim.value.point * 3 + 9))
    parts = story.parts
    for figure in _figures_of(story, claim):
        wrong = replace(figure, value=value)
        parts = tuple((role, replaced(s, figure, value.words, wrong)) for role, s in parts)
    return Story(parts=parts, carries=_noted(story.carries, "altered"))


def _deadlier(story: Story, claim: Claim) -> Story:
    parts = story.parts
    for figure in _figures_of(story, claim):
        wrong = replace(figure, measure="killed")
        parts = tuple((role, replaced(s, figure, claim.value.words, wrong)) for role, s in parts)
    told = tuple((role, tuple((_killed(t), tags) for t, tags in s)) for role, s in parts)
    return Story(parts=told, carries=_noted(story.carries, "altered"))


def _killed(text: str) -> str:
    return DONE["killed"][0] if text in DONE["injured"] else text


def _figures_of(story: Story, claim: Claim) -> list[Figure]:
    tags = (thing for _, s in story.parts for _, found in s for _, thing in found)
    figures = [t for t in tags if isinstance(t, Figure) and t.claim is claim]
    return list(dict.fromkeys(figures))


def _noted(carries: Iterable[Carriage], how: str | None, caveat: bool | None = None) -> tuple[Carriage, ...]:
    return tuple(replace(c, how=how or c.how, caveat=c.caveat if caveat is None else caveat) for c in carries)


def late(story: Story, how: str | None = None) -> Story:
    """The same story, marked as printed when its claim had fallen."""
    return replace(story, carries=tuple(replace(c, late=True, how=how or c.how) for c in story.carries))


def swapped(story: Story, wrong: Claim, right: Claim) -> Story:
    """The story with one claim's number exchanged for another's."""
    parts = story.parts
    for figure in _figures_of(story, wrong):
        new = replace(figure, value=right.value, claim=right)
        parts = tuple((role, replaced(s, figure, right.value.words, new)) for role, s in parts)
    return Story(parts=parts, carries=(Carriage(claim=right),))
