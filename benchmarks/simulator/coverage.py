"""Who prints a claim or an act, how, and when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from . import sentences as say
from . import stage as desk
from .model import Act, Carriage, Claim, Entity, Report
from .stage import Stage, Story

SPREAD = 7.0


def cover(
    stage: Stage, claim: Claim, *, relay: Entity | None = None, prior: Claim | None = None, spread: float = SPREAD
) -> datetime:
    """Prints a claim: by a wire and its carriers, by outlets themselves. Returns when the last was out."""
    if stage.thin:
        return _own(stage, claim, relay, claim.at, min(spread, 2))
    times = [claim.at]
    if stage.rng.random() < 0.6:
        times += _wired(stage, claim, relay, spread)
    else:
        times += [_own(stage, claim, relay, claim.at + stage.hours(0.3, 1), spread=0)]
    times += [_own(stage, claim, relay, claim.at, spread, prior) for _ in range(stage.rng.randint(1, 2))]
    first = times[1]
    if relay and stage.rng.random() < 0.5:
        times.append(_shallow(stage, claim, relay, first, spread))
    if not relay and stage.rng.random() < 0.25:
        times.append(_unattributed(stage, claim, first, spread))
    return max(times)


def once(stage: Stage, claim: Claim) -> datetime:
    """Prints a claim that only one desk has: a single story, at times carried."""
    if claim.counted:
        return _own(stage, claim, None, claim.at, SPREAD, outlet=_home(stage, claim.source))
    if stage.rng.random() < 0.4:
        return max(_wired(stage, claim, None, SPREAD))
    return _own(stage, claim, None, claim.at, SPREAD)


def _home(stage: Stage, paper: Entity) -> str:
    return stage.cast.outlets[stage.cast.papers.index(paper)]


def outlet_of(stage: Stage) -> str:
    """Any outlet."""
    return stage.rng.choice(stage.cast.outlets)


def _own(
    stage: Stage,
    claim: Claim,
    relay: Entity | None,
    at: datetime,
    spread: float,
    prior: Claim | None = None,
    outlet: str = "",
) -> datetime:
    at = at + stage.hours(0.5, spread) if spread else at
    told = claim.counted or claim.refers or claim.reason
    plain = relay is None and not told and claim.source.kind == "office"
    via = stage.cast.agency if plain and stage.rng.random() < 0.25 else relay
    story = desk.own_story(stage, claim, at, via, caveat=stage.rng.random() < 0.08)
    story = _companion(stage, _recalling(stage, story, prior, at), claim, at)
    by_day = spread == SPREAD and prior is not None and stage.rng.random() < 0.15
    stage.publish(story, outlet or outlet_of(stage), at, by_day=by_day)
    return at


def _recalling(stage: Stage, story: Story, prior: Claim | None, at: datetime) -> Story:
    """Adds what the number was before."""
    if prior is None or stage.rng.random() > 0.35:
        return story
    return with_previous(stage, story, prior, at)


def with_previous(stage: Stage, story: Story, claim: Claim, at: datetime, fallen: bool = False) -> Story:
    """The story with a sentence that gives an earlier number as such."""
    part = ("previous", say.previous(claim, at, stage.rng))
    carry = Carriage(claim=claim, how="previous", late=fallen)
    return replace(story, parts=(*story.parts[:3], part, *story.parts[3:]), carries=(*story.carries, carry))


def _companion(stage: Stage, story: Story, claim: Claim, at: datetime) -> Story:
    """Adds another count of the same day, on its own source's word."""
    near = [c for c in stage.recent if c.tally != claim.tally and timedelta(hours=2) < at - c.at < timedelta(hours=18)]
    if not near or stage.rng.random() > 0.3:
        return story
    other = stage.rng.choice(near)
    part = ("companion", desk.core(stage, other, at, None))
    return replace(story, parts=(*story.parts, part), carries=(*story.carries, Carriage(claim=other)))


def _shallow(stage: Stage, claim: Claim, relay: Entity, first: datetime, spread: float) -> datetime:
    at = first + stage.hours(0.3, spread)
    told = say.shallow(claim, relay, at, stage.rng)
    carry = Carriage(claim=claim, relay=relay, how="shallow")
    stage.publish(Story(parts=(("core", told), *stage.fillers(4, 6)), carries=(carry,)), outlet_of(stage), at)
    return at


def _unattributed(stage: Stage, claim: Claim, first: datetime, spread: float) -> datetime:
    at = first + stage.hours(0.3, spread)
    told = say.narrated(claim, stage.rng)
    carry = Carriage(claim=claim, how="unattributed")
    stage.publish(Story(parts=(("lead", told), *stage.fillers(4, 6)), carries=(carry,)), outlet_of(stage), at)
    return at


def _wired(stage: Stage, claim: Claim, relay: Entity | None, spread: float) -> list[datetime]:
    wire = stage.rng.choice(stage.cast.wires)
    at = claim.at + stage.hours(0.3, 1.2)
    story = desk.wire_story(stage, claim, at, wire, relay, caveat=stage.rng.random() < 0.1)
    stage.publish(story, site(wire), at, wire)
    return [at, *carry(stage, story, wire, at, claim, spread, stage.rng.randint(0, 3))]


def site(wire: Entity) -> str:
    """Where a wire prints itself."""
    return wire.name.lower().replace(" ", "-") + ".example"


def carry(
    stage: Stage, story: Story, wire: Entity, at: datetime, claim: Claim | None, spread: float, count: int
) -> list[datetime]:
    """Prints copies of a wire's story: identical, cut, edited, altered."""
    times: list[datetime] = []
    for name in stage.rng.sample(stage.cast.outlets, count):
        times.append(at + stage.hours(0.3, max(0.6, spread - 1.5)))
        stage.publish(_copied(stage, story, claim), name, times[-1], wire)
    return times


def _copied(stage: Stage, story: Story, claim: Claim | None) -> Story:
    ways: list[Callable[[], Story]] = [lambda: story, lambda: desk.cut(stage, story), lambda: desk.edited(stage, story)]
    weights = [35, 30, 25]
    if claim and _alterable(claim):
        ways.append(lambda: desk.altered(stage, story, claim))
        weights.append(10)
    return stage.rng.choices(ways, weights)[0]()


def _alterable(claim: Claim) -> bool:
    return claim.value.bound == "exact" and not claim.extras and not claim.refers


def tell(stage: Stage, act: Act, also: Claim | None = None, spread: float = 5.0) -> datetime:
    """Prints an act: a wire with carriers or outlets themselves."""
    stage.made.acts.append(act)
    at = act.at + stage.hours(0.2, 0.8)
    wire = stage.rng.choice(stage.cast.wires)
    story = act_story(stage, act, at, also)
    stage.publish(story, site(wire), at, wire)
    times = [at, *carry_whole(stage, story, wire, at, spread)]
    for _ in range(stage.rng.randint(0, 1)):
        times.append(act.at + stage.hours(1, spread))
        stage.publish(act_story(stage, act, times[-1], also), outlet_of(stage), times[-1])
    return max(times)


def carry_whole(stage: Stage, story: Story, wire: Entity, at: datetime, spread: float) -> list[datetime]:
    """Copies of a story about an act: identical or edited."""
    times: list[datetime] = []
    for name in stage.rng.sample(stage.cast.outlets, stage.rng.randint(0, 2)):
        times.append(at + stage.hours(0.3, max(0.6, spread - 1)))
        copy = story if stage.rng.random() < 0.5 else desk.edited(stage, story)
        stage.publish(copy, name, times[-1], wire)
    return times


def act_story(stage: Stage, act: Act, at: datetime, also: Claim | None = None) -> Story:
    """The story of an act, with the number that the actor gives instead, if any."""
    parts = [("act", say.act_sentence(act, at, stage.rng))]
    if also:
        parts.append(("core", desk.core(stage, also, at, None)))
    carries = (Carriage(claim=also),) if also else ()
    return Story(parts=(*parts, *stage.fillers(6, 9)), carries=carries, acts=(act,))


def stale_undated(stage: Stage, claim: Claim, at: datetime) -> None:
    """Prints a fallen claim on its owner's word, without a day."""
    told = say.undated(claim, stage.rng)
    carry = Carriage(claim=claim, how="undated", late=True)
    stage.publish(Story(parts=(("core", told), *stage.fillers(4, 6)), carries=(carry,)), outlet_of(stage), at)
    stage.near("undated repetition after the fall", claim.key)


def stale_previous(stage: Stage, claim: Claim, at: datetime) -> None:
    """Prints a fallen claim as the previous number, its fall not mentioned."""
    story = with_previous(stage, Story(parts=stage.fillers(5, 7)), claim, at, fallen=True)
    stage.publish(story, outlet_of(stage), at)


def stale_copy(stage: Stage, claim: Claim, at: datetime) -> None:
    """Prints a wire's old story of a claim once more, after its fall."""
    old = next((r for r in stage.made.reports if r.credit and _tells(r, claim)), None)
    if old is None:
        return stale_undated(stage, claim, at)
    carries = tuple(replace(c, late=True) for c in old.carries)
    parts = tuple(("", s) for s in old.sentences)
    wire = next(w for w in stage.cast.wires if w.name == old.credit[0])
    stage.publish(Story(parts=parts, carries=carries), outlet_of(stage), at, wire)


def _tells(report: Report, claim: Claim) -> bool:
    return any(c.claim is claim and c.how == "attributed" for c in report.carries) and not report.acts
