"""How sources, times and numbers are worded."""

from __future__ import annotations

from datetime import date, datetime
from random import Random

from .model import Breakdown, Claim, Entity, Extra, Figure, Place, Statement, Value
from .text import Sentence, fill, piece, tagged

DONE = {
    "killed": ("were killed", "have died", "lost their lives", "have been killed"),
    "injured": ("were injured", "were hurt", "have been injured"),
    "missing": ("were missing", "were still missing", "remained missing"),
    "detained": ("were being held in custody", "were held in detention", "remained in custody"),
    "displaced": ("were displaced", "were living in shelters after losing their homes", "remained displaced"),
}
NOUN = {"killed": "killed", "injured": "injured", "missing": "missing", "detained": "held", "displaced": "displaced"}
KINDS = {
    "earthquake": "nature",
    "flood": "nature",
    "storm": "nature",
    "landslide": "nature",
    "wildfire": "nature",
    "unrest": "violence",
    "fighting": "violence",
}
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
VAGUE = {"several": 2, "dozens": 24, "hundreds": 200, "thousands": 2000}


def exact(number: int) -> Value:
    """A plain number."""
    return Value(low=number, best=number, high=number, words=f"{number:,}")


def at_least(number: int, words: str = "at least") -> Value:
    """A lower bound."""
    return Value(low=number, best=None, high=None, bound="at_least", words=f"{words} {number:,}")


def between(low: int, high: int) -> Value:
    """A range."""
    return Value(low=low, best=None, high=high, bound="range", words=f"between {low:,} and {high:,}")


def about(low: int, best: int, high: int) -> Value:
    """A rounded number."""
    return Value(low=low, best=best, high=high, bound="about", words=f"about {best:,}")


def vague(word: str) -> Value:
    """A class word of design.md."""
    return Value(low=VAGUE[word], best=None, high=None, bound="vague", words=word)


def weekday(day: date, published: datetime, *tags: tuple[str, object]) -> Sentence:
    """A day as a report of that moment would name it."""
    near = 0 <= (published.date() - day).days < 6
    words = f"on {DAYS[day.weekday()]}" if near else f"on {day.strftime('%B')} {day.day}, {day.year}"
    return piece(words, ("time", date(day.year, day.month, day.day)), *tags)


def place_piece(place: Place) -> Sentence:
    """A place name."""
    return piece(place.name, ("place", place))


def naming(entity: Entity, rng: Random) -> Sentence:
    """An office, medium or other source with its article and its administration."""
    words = rng.choice(entity.variants) if entity.variants else entity.name
    name = tagged(_with_place(words, entity.place), ("mention", entity))
    if entity.admin:
        owner = piece(entity.admin.name, ("mention", entity.admin))
        middle = "'s state broadcaster " if entity.kind == "medium" else "'s "
        return (*piece("the "), *owner, *piece(middle), *name)
    if entity.type == "media.state":
        return (*piece("state broadcaster "), *name)
    return (*piece("the "), *name) if entity.article else name


def _with_place(words: str, place: Place | None) -> Sentence:
    if place is None or place.name not in words:
        return piece(words)
    before, _, after = words.partition(place.name)
    parts = (*piece(before), *place_piece(place), *piece(after))
    return tuple(p for p in parts if p[0])


def subject(entity: Entity, rng: Random, statement: Statement) -> Sentence:
    """Who says it, with source, role and affiliation tagged."""
    if entity.office is None:
        return tagged(naming(entity, rng), ("source", statement))
    role = piece(entity.role or "", ("role", statement))
    name = piece(entity.name, ("source", statement), ("mention", entity))
    office = tagged(naming(entity.office, rng), ("affiliation", statement))
    slots = {"role": role, "name": name, "office": office}
    return fill("{name}, {role} of {office},", slots)


def figure_piece(figure: Figure) -> Sentence:
    """The number, and "of" after a vague word."""
    made = piece(figure.value.words, ("figure", figure))
    return (*made, *piece(" of")) if figure.value.bound == "vague" and figure.value.words != "several" else made


def level(claim: Claim, statement: Statement, currency: str = "current") -> Figure:
    """The figure of a claim in a statement."""
    tally = claim.tally
    return Figure(
        statement=statement,
        measure=tally.measure,
        value=claim.value,
        place=tally.place,
        who=tally.who,
        currency=currency,
        claim=claim,
    )


def content(claim: Claim, statement: Statement, rng: Random, extras: tuple[Extra, ...] = ()) -> Sentence:
    """What is claimed: so many of them, what befell them, where, and what goes with it."""
    total = level(claim, statement)
    slots = {
        "n": figure_piece(total),
        "who": piece(claim.tally.who or "people"),
        "done": piece(rng.choice(DONE[claim.tally.measure])),
        "place": place_piece(claim.tally.place),
    }
    body = fill("{n} {who} {done} in {place}", slots)
    figures = [_figure(extra, total, statement) for extra in extras]
    whole = Breakdown(total=total, parts=tuple(figures))
    for extra, figure in zip(extras, figures, strict=True):
        body = (*body, *(_closing(extra, figure, whole) if extra.closes else _worded(extra, figure_piece(figure))))
    return tagged(lower(body), ("content", statement))


def lower(sentence: Sentence) -> Sentence:
    """The sentence with its first letter small, for the middle of another."""
    (text, tags), *rest = sentence
    return ((text[:1].lower() + text[1:], tags), *rest)


def _figure(extra: Extra, total: Figure, statement: Statement) -> Figure:
    part = None if extra.kind in ("change", "basis") else total
    day = statement.said
    return Figure(
        statement=statement,
        measure=total.measure,
        value=extra.value,
        place=extra.place or total.place,
        who=extra.who or total.who,
        kind="change" if extra.kind == "change" else "level",
        part_of=part,
        basis="identified by name" if extra.kind == "basis" else "unknown",
        window=(date.fromordinal(day.toordinal() - 1), day) if extra.kind == "change" and day else None,
    )


def _closing(extra: Extra, figure: Figure, whole: Breakdown) -> Sentence:
    """The last part of a breakdown that says that it is whole."""
    where = place_piece(extra.place) if extra.place else piece("")
    words = piece("the remaining", ("whole", whole))
    return (*piece(" and "), *words, *piece(" "), *figure_piece(figure), *piece(" in "), *where)


def _worded(extra: Extra, number: Sentence) -> Sentence:
    slots = {
        "n": number,
        "who": piece(extra.who or ""),
        "place": place_piece(extra.place) if extra.place else piece(""),
    }
    shapes = {
        "part": ", including {n} {who}",
        "place": ", {n} of them in {place}",
        "change": ", after {n} were added within 24 hours",
        "basis": ", and {n} of the bodies were identified by name",
    }
    return lower(fill(shapes[extra.kind], slots))
