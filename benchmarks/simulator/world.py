"""The world: as many crises as are wanted, each with its threads, until the reports suffice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from random import Random

from . import rivals
from .atlas import COUNTRIES
from .cast import Side, bare_ministry, cast_of, governor, hospital, police
from .coverage import cover, once, outlet_of
from .filler import filler
from .model import Claim, Figure, Place, Report, Situation, Statement, Tally
from .phrases import KINDS, exact, figure_piece, place_piece, subject, weekday
from .plot import FALLS, Thread, grow, types_for
from .stage import Stage, Story
from .text import fill, piece, tagged

EPOCH = datetime(2001, 1, 1, tzinfo=UTC)
LAST_DAY = 32


def world(seed: int, reports: int, *, thin: bool = False) -> list[Situation]:
    """Crises with exactly so many reports, in a world that the seed alone decides; thin: each claim is printed once."""
    return [situation for batch in batches(seed, reports, thin=thin) for situation in batch]


def batches(seed: int, reports: int, *, thin: bool = False) -> Iterator[list[Situation]]:
    """The same, in batches of which each is over before the next begins."""
    left, made = reports, _situations(seed, thin)
    while left > 0:
        batch: list[Situation] = []
        for situation in islice(made, len(COUNTRIES)):
            if left <= 0:
                break
            situation.reports = sorted(situation.reports, key=lambda r: (r.counts_from, r.id))[:left]
            left -= len(situation.reports)
            batch.append(situation)
        yield batch


def _situations(seed: int, thin: bool) -> Iterator[Situation]:
    """One crisis after another; a country has its next one two years later."""
    number = 0
    while True:
        rng = Random(f"{seed}/{number // len(COUNTRIES)}")
        for name, code, cities in rng.sample(COUNTRIES, len(COUNTRIES)):
            start = EPOCH + timedelta(days=730 * (number // len(COUNTRIES)) + rng.randint(0, 130))
            yield situation(Random(f"{seed}/{number}/{code}"), number + 1, (name, code, cities), start, thin=thin)
            number += 1


def situation(
    rng: Random, number: int, country: tuple[str, str, str], start: datetime, *, thin: bool = False
) -> Situation:
    """One crisis from its first report to its last."""
    cast = cast_of(rng, number, *country)
    made = Situation(id=f"s{number}", country=cast.country, crisis=cast.crisis)
    stage = Stage(rng=rng, cast=cast, start=start, made=made, thin=thin)
    for thread in threads(stage):
        walk(thread)
    _hospitals(stage)
    _noise(stage)
    _another_crisis(stage)
    return made


def threads(stage: Stage) -> list[Thread]:
    """The tallies of a crisis."""
    rng, cast = stage.rng, stage.cast
    stocks = ("missing", "displaced", "detained") if cast.crisis in ("unrest", "fighting") else ("missing", "displaced")
    stock = rng.choice(stocks)
    who = rng.choice(("police officers", "soldiers", "aid workers"))
    return [
        _national(stage, "killed", rng.randint(90, 400)),
        _national(stage, "injured", rng.randint(120, 900)),
        _national(stage, stock, rng.randint(60, 300)),
        _national(stage, "killed", rng.randint(30, 40), who),
        _local(stage, "killed", rng.randint(20, 40)),
    ]


def _national(stage: Stage, measure: str, floor: int, who: str | None = None) -> Thread:
    tally = Tally(measure=measure, place=stage.cast.country, who=who, whole=who is None)
    return Thread(
        stage=stage,
        tally=tally,
        side=stage.cast.sides[0],
        now=_morning(stage, 2),
        floor=floor,
        types=types_for(measure),
    )


def _local(stage: Stage, measure: str, floor: int) -> Thread:
    city = stage.cast.cities[1]
    tally = Tally(measure=measure, place=city, whole=False)
    side: Side = stage.cast.sides[0]
    return Thread(stage=stage, tally=tally, side=side, now=_morning(stage, 3), floor=floor, owner=governor(city))


def _morning(stage: Stage, days: int) -> datetime:
    return stage.start + timedelta(days=stage.rng.randint(0, days), hours=stage.rng.randint(5, 10))


def walk(thread: Thread) -> None:
    """Goes through a thread, scene by scene, until it is spent."""
    steps = 9 if thread.tally.whole and not thread.tally.stock else 5
    grow(thread)
    for _ in range(steps):
        if (thread.now - thread.stage.start).days > LAST_DAY:
            return
        _scene(thread)


def _scene(thread: Thread) -> None:
    rng = thread.stage.rng
    if thread.owner:
        return _local_scene(thread)
    if rng.random() < 0.32:
        return rng.choice(FALLS)(thread)
    pool = rivals.STOCK_SCENES if thread.tally.stock else rivals.SCENES
    return rng.choices([s for s, _ in pool], [w for _, w in pool])[0](thread)


def _local_scene(thread: Thread) -> None:
    """A governor's next number; now and then above the whole country's of that day."""
    national = [c for c in thread.stage.recent if c.tally.whole and c.tally.measure == "killed" and c.at > thread.now]
    if not national or thread.stage.rng.random() < 0.75 or any(c.value.bound != "exact" for c in national[:1]):
        return grow(thread)
    top = national[0]
    thread.now = top.at.replace(minute=0)
    low = max(top.value.point, thread.floor) + 3
    claim = thread.say(exact(thread.stage.fresh("killed", low, low + 9)))
    end = cover(thread.stage, claim)
    thread.stands(claim)
    thread.later(end)


def _hospitals(stage: Stage) -> None:
    """Two hospitals of one city count their own, on the same days."""
    city = stage.cast.cities[2]
    tally = Tally(measure="killed", place=city, whole=False)
    houses = [hospital(city, saint) for saint in ("Santa Clara", "Northgate")]
    for day in range(stage.rng.randint(1, 2)):
        at = stage.start + timedelta(days=4 * day + 1, hours=stage.rng.randint(6, 11))
        for house in houses:
            value = exact(stage.fresh("killed", 4 + 20 * day, 14 + 20 * day))
            claim = Claim(key=stage.key("c"), tally=tally, speaker=house, value=value, at=at)
            once(stage, stage.claim(claim))


def _noise(stage: Stage) -> None:
    """Counts of other events, of elsewhere, and of nobody in particular."""
    for _ in range(stage.rng.randint(2, 4)):
        at = stage.start + timedelta(days=stage.rng.randint(1, 20), minutes=stage.rng.randint(300, 1200))
        stage.rng.choice((_accident, _memory, _nameless))(stage, at)


def _another_crisis(stage: Stage) -> None:
    """Another crisis of the country at the same time, of another kind: an office of the same side counts the whole country's dead of it."""
    rng, cast = stage.rng, stage.cast
    kind, words = ("violence", "a bombing") if KINDS[cast.crisis] == "nature" else ("nature", "floods")
    office = cast.sides[0].offices["ministry.interior"]
    at = stage.start + timedelta(days=rng.randint(4, 14), minutes=rng.randint(300, 1200))
    for number in sorted(rng.sample(range(3, 900), rng.randint(1, 2))):
        at += timedelta(days=1)
        value = exact(stage.fresh("killed", number, number))
        statement = Statement(chain=(office,), said=at.date())
        figure = Figure(statement=statement, measure="killed", value=value, place=cast.country)
        slots = {"place": place_piece(cast.country), "n": figure_piece(figure), "what": piece(words)}
        told = tagged(fill("{n} people were killed in {what} in {place}", slots), ("content", statement))
        cue = fill(", {source} {cue} {said}.", {
            "source": subject(office, rng, statement), "cue": piece("said", ("cue", statement)), "said": weekday(at.date(), at, ("said", statement)),
        })  # fmt: skip
        stage.made.others.append(("killed", value, at.date()))
        _print(stage, (*told, *cue), at, kind)


def _accident(stage: Stage, at: datetime) -> None:
    """A bus crash in the capital: another event."""
    city = stage.cast.cities[0]
    office = police(city)
    statement = Statement(chain=(office,), said=at.date())
    number = _other(stage, statement, city, at)
    body = fill("a bus crash outside {place} killed {n} passengers", {"place": place_piece(city), "n": number})
    told = (*tagged(body, ("content", statement)), *piece(", "))
    source = piece(office.name, ("source", statement), ("mention", office))
    _print(stage, (*told, *source, *piece(" "), *piece("said", ("cue", statement)), *piece(".")), at, "transport")


def _memory(stage: Stage, at: datetime) -> None:
    """A disaster of years ago in another country."""
    name, code, _ = stage.rng.choice([c for c in COUNTRIES if c[0] != stage.cast.country.name])
    elsewhere = Place(name=name, country=code)
    statement = Statement(voice="narration")
    number = _other(stage, statement, elsewhere, at, years=stage.rng.randint(3, 9))
    slots = {"place": place_piece(elsewhere), "n": number}
    body = fill("{n} people were killed in a similar disaster in {place} years ago", slots)
    _print(stage, (*tagged(body, ("content", statement)), *piece(".")), at)


def _nameless(stage: Stage, at: datetime) -> None:
    """A bare "health ministry" where there are two: unresolved."""
    if len(stage.cast.sides) < 2:
        return _memory(stage, at)
    office = bare_ministry(stage.cast.country)
    statement = Statement(chain=(office,), said=at.date())
    number = _other(stage, statement, stage.cast.country, at)
    slots = {"place": place_piece(stage.cast.country), "n": number}
    body = tagged(fill("{n} people were killed in {place}", slots), ("content", statement))
    source = piece(office.name, ("source", statement), ("mention", office))
    said = piece("said", ("cue", statement))
    _print(stage, (*body, *piece(", the "), *source, *piece(" "), *said, *piece(".")), at)
    return None


def _other(
    stage: Stage, statement: Statement, place: Place, at: datetime, years: int = 0
) -> tuple[tuple[str, tuple[tuple[str, object], ...]], ...]:
    value = exact(stage.fresh("killed", 41, 70))
    stage.made.others.append(("killed", value, at.date()))
    day = (at - timedelta(days=365 * years)).date()
    figure = Figure(
        statement=statement,
        measure="killed",
        value=value,
        place=place,
        currency="earlier" if years else "current",
        window=(day, day) if years else None,
    )
    return figure_piece(figure)


def _print(stage: Stage, told: tuple[tuple[str, tuple[tuple[str, object], ...]], ...], at: datetime, kind: str = "") -> None:
    parts = (("other", told), *(("filler", filler(stage.rng)) for _ in range(5)))
    stage.publish(Story(parts=parts), outlet_of(stage), at, kind=kind)


def reports_of(made: list[Situation]) -> list[Report]:
    """All reports in the order in which they count."""
    return sorted((r for s in made for r in s.reports), key=lambda r: (r.counts_from, r.id))
