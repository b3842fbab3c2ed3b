"""Scenes of those who disagree, agree or look like it, without anything falling."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from . import sentences as say
from . import stage as desk
from .atlas import REASONS
from .coverage import SPREAD, carry, cover, once, site, tell
from .model import Carriage, Claim, Entity, Value
from .phrases import about, at_least, between, exact, vague
from .plot import Thread, act, grow
from .stage import Story


def steady(thread: Thread) -> tuple[Claim, datetime]:
    """A plain new number of the thread, and when it had been printed."""
    claim = thread.say(exact(thread.number()))
    end = cover(thread.stage, claim, prior=thread.last)
    thread.stands(claim)
    return claim, end


def rival(thread: Thread, claim: Claim, value: Value, source: Entity) -> Claim:
    """Another source's number for the same tally on the same day."""
    made = Claim(
        key=thread.stage.key("c"),
        tally=claim.tally,
        speaker=source,
        value=value,
        at=claim.at + thread.stage.hours(0.5, 3),
        counted=source in thread.stage.cast.papers,
    )
    return thread.stage.claim(made)


def contested(thread: Thread) -> None:
    """A standing rival whose number does not meet the thread's."""
    claim, end = steady(thread)
    source = _challenger(thread)
    value = exact(_above(thread, claim, source))
    end = max(end, once(thread.stage, rival(thread, claim, value, source)))
    thread.later(end)


def _challenger(thread: Thread) -> Entity:
    stage = thread.stage
    cast = stage.cast
    pool = [cast.un, cast.red_cross]
    if len(cast.sides) > 1:
        pool += list(cast.sides[1].offices.values())[:2] * 3
    if stage.rng.random() < 0.3:
        return stage.take(cast.relief, "relief") or cast.un
    return stage.rng.choice(pool)


def _above(thread: Thread, claim: Claim, source: Entity) -> int:
    """A number above the claim's and above all that the source's side gave before."""
    known = [c for c in thread.stage.made.claims if c.tally == claim.tally and c.source.authority == source.authority]
    low = max([c.value.point for c in known] + [claim.value.point]) + 5
    return thread.stage.fresh(claim.tally.measure, low, low + low // 3)


def compatible(thread: Thread) -> None:
    """Rivals whose intervals meet the thread's: a range, a vague word, a lower bound."""
    claim, end = steady(thread)
    n = claim.value.point
    values = [between(n - n // 5, n + n // 4), vague("dozens"), at_least(max(2, n - n // 6)), vague("several")]
    source = _fresh_source(thread)
    if source:
        end = max(end, once(thread.stage, rival(thread, claim, thread.stage.rng.choice(values), source)))
    thread.later(end)


def vaguely_more(thread: Thread) -> None:
    """A vague word whose low end lies above the thread's number, or meets it."""
    claim, end = steady(thread)
    source = _fresh_source(thread)
    if source:
        word = thread.stage.rng.choice(("hundreds", "thousands"))
        end = max(end, once(thread.stage, rival(thread, claim, vague(word), source)))
    thread.later(end)


def _fresh_source(thread: Thread) -> Entity | None:
    stage = thread.stage
    name = stage.rng.choice(("relief", "unnamed", "collective"))
    return stage.take(getattr(stage.cast, name), name)


def agreeing(thread: Thread) -> None:
    """The same number from others: named ones, unnamed ones, an outlet that counted itself."""
    claim, end = steady(thread)
    stage = thread.stage
    for _ in range(stage.rng.randint(1, 3)):
        name = stage.rng.choice(("relief", "unnamed", "collective", "papers"))
        source = stage.take(getattr(stage.cast, name), name)
        if source:
            end = max(end, once(stage, rival(thread, claim, claim.value, source)))
    thread.later(end)


def alone(thread: Thread) -> None:
    """A number that only an unnamed or a collective source gives, on a day of its own."""
    stage = thread.stage
    name = stage.rng.choice(("unnamed", "collective"))
    source = stage.take(getattr(stage.cast, name), name)
    if source is None:
        return grow(thread)
    claim = thread.say(exact(thread.number()), source)
    thread.later(once(stage, claim))


def too_high(thread: Thread) -> None:
    """A superior finds the number too high: a dispute, no fall."""
    claim, end = steady(thread)
    stage = thread.stage
    if claim.source.type == "presidency" or claim.source not in thread.side.offices.values():
        return thread.later(end)
    superior = thread.voice("presidency")
    end = tell(stage, act(stage, "too_high", superior, claim, end + stage.hours(1, 9)))
    stage.near("superior finds it too high", claim.key)
    thread.later(end)


def denied(thread: Thread) -> None:
    """Somebody else denies the number, at times with one of his own."""
    claim, end = steady(thread)
    stage = thread.stage
    source = _challenger(thread)
    denial = act(stage, "denies", source, claim, end + stage.hours(1, 9))
    other = None
    if stage.rng.random() < 0.4:
        other = stage.claim(
            Claim(
                key=stage.key("c"),
                tally=claim.tally,
                speaker=source,
                value=exact(_above(thread, claim, source)),
                at=denial.at,
            )
        )
    stage.near("denied by another", claim.key)
    thread.later(tell(stage, denial, other))


def colleague_denies(thread: Thread) -> None:
    """Another office of the same administration denies or "withdraws" what is not its own."""
    claim, end = steady(thread)
    stage = thread.stage
    offices = thread.side.offices
    kinds = [
        t for t in ("ministry.health", "ministry.interior", "prosecutor.general") if offices[t] is not claim.source
    ]
    kind = stage.rng.choice(("denies", "denies", "withdraws"))
    end = tell(stage, act(stage, kind, thread.voice(stage.rng.choice(kinds)), claim, end + stage.hours(1, 9)))
    stage.near("denied by another" if kind == "denies" else "withdrawn by one not entitled", claim.key)
    thread.later(end)


def two_paths(thread: Thread) -> None:
    """The relay, or the office above it, withdraws its report; another path carries the number."""
    stage = thread.stage
    claim = thread.say()
    end = max(cover(stage, claim, relay=thread.side.tv), cover(stage, claim))
    actor = stage.rng.choice((thread.side.tv, thread.voice("ministry.information")))
    end = tell(stage, act(stage, "withdraws", actor, claim, end + stage.hours(1, 9), target=thread.side.tv))
    stage.near("one path ends, another carries", claim.key)
    thread.stands(claim)
    thread.later(end)


def foreign_ministry(thread: Thread) -> None:
    """The information ministry of the other administration withdraws the report: it is not entitled."""
    stage = thread.stage
    if len(stage.cast.sides) < 2:
        return too_high(thread)
    claim = thread.say()
    end = cover(stage, claim, relay=thread.side.tv)
    ministry = stage.cast.sides[1].offices["ministry.information"]
    end = tell(stage, act(stage, "withdraws", ministry, claim, end + stage.hours(1, 9), target=thread.side.tv))
    stage.near("withdrawn by one not entitled", claim.key)
    thread.stands(claim)
    thread.later(end)


def lower_bare(thread: Thread) -> None:
    """A lower number of the same side without a reason: both stand."""
    last = _lowerable(thread)
    if last is None:
        return grow(thread)
    claim = thread.say(exact(thread.stage.fresh(last.tally.measure, last.value.point * 3 // 4, last.value.point - 1)))
    if claim.value.point < last.value.point:
        thread.stage.near("lower without a reason", claim.key)
    end = cover(thread.stage, claim)
    thread.stands(claim)
    thread.last = None
    thread.later(end)


def lower_told(thread: Thread) -> None:
    """A lower number that refers to the earlier one, or gives a reason."""
    last = _lowerable(thread)
    if last is None:
        return grow(thread)
    rng = thread.stage.rng
    number = thread.stage.fresh(last.tally.measure, last.value.point * 3 // 4, last.value.point - 1)
    refers = last if rng.random() < 0.7 else None
    reason = rng.choice(REASONS) if refers is None or rng.random() < 0.5 else None
    claim = thread.say(exact(number), last.speaker if refers else None, refers=refers, reason=reason)
    end = cover(thread.stage, claim)
    thread.floor = claim.value.point
    thread.last = claim
    thread.later(end)


def _lowerable(thread: Thread) -> Claim | None:
    """The newest claim, where a lower one would be told from it."""
    last = thread.last
    usable = last is not None and last.value.bound == "exact" and last.value.point >= 30 and not thread.tally.stock
    return last if usable else None


def rounder(thread: Thread) -> None:
    """The same source says its number again, in rounder words."""
    last = _lowerable(thread)
    if last is None or last.value.point % 10 in (0, 5):
        return grow(thread)
    n = last.value.point
    near = (n + 5) // 10 * 10
    value = thread.stage.rng.choice((about(near - 5, near, near + 5), at_least(n // 10 * 10, "more than")))
    claim = thread.say(value, last.speaker, repeats=last)
    thread.later(cover(thread.stage, claim))


def misprint(thread: Thread) -> None:
    """A wire has the number wrong, and corrects its own text at the same address."""
    stage = thread.stage
    right = thread.say(exact(thread.number()))
    slip = right.value.point + 700
    value = exact(stage.fresh(right.tally.measure, slip, slip + 200))
    wrong = stage.claim(replace(right, key=stage.key("c"), value=value, misprint_of=right, extras=()))
    wire = stage.rng.choice(stage.cast.wires)
    at = right.at + stage.hours(0.3, 1)
    story = desk.wire_story(stage, wrong, at, wire, None, caveat=False)
    first = stage.publish(story, site(wire), at, wire)
    end = max([at, *carry(stage, story, wire, at, None, 4, stage.rng.randint(1, 3))])
    end = _corrected(thread, story, (wrong, right), first.url, wire, end + stage.hours(1, 5))
    thread.stands(right)
    thread.later(end)


def _corrected(
    thread: Thread, story: Story, pair: tuple[Claim, Claim], url: str, wire: Entity, at: datetime
) -> datetime:
    """The wire's new edition, and others who print the right number."""
    stage, (wrong, right) = thread.stage, pair
    mended = desk.swapped(story, wrong, right)
    note = ("note", say.wire_note(wrong, wire))
    story = Story(parts=(mended.parts[0], note, *mended.parts[1:]), carries=(Carriage(claim=right),))
    report = stage.publish(story, site(wire), at, wire)
    stage.made.reports[-1] = replace(report, url=url, title=f"CORRECTS: {report.title}")
    stage.near("wire corrects its own text", wrong.key)
    return max([at, *carry(stage, mended, wire, at, None, SPREAD, stage.rng.randint(0, 2))])


SCENES: tuple[tuple[Callable[[Thread], None], int], ...] = (
    (grow, 10),
    (contested, 4),
    (compatible, 4),
    (vaguely_more, 2),
    (agreeing, 4),
    (alone, 2),
    (too_high, 5),
    (denied, 5),
    (colleague_denies, 3),
    (two_paths, 3),
    (foreign_ministry, 2),
    (lower_bare, 5),
    (lower_told, 4),
    (rounder, 3),
    (misprint, 2),
)
STOCK_SCENES: tuple[tuple[Callable[[Thread], None], int], ...] = ((grow, 10), (too_high, 2), (two_paths, 1))
