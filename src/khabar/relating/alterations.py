"""Alterations: the figures of a carrier held against those of the report whose text it carries.

A translation words its numbers and places in its own way, and it may be of the wire's next take: in another language a figure is the carrier's
alteration only where the number itself shows it. It is what the origin gives for something else ("2,200 killed" for "2,200 treated", the
dead for the injured), it has the same digits in another order or some noughts more or fewer, or it is lower. A higher one is news.
"""

from collections.abc import Iterator, Sequence
from typing import Protocol

import msgspec

from khabar.relating.data import near

LEAST_SLIP = 10
"""Numbers of one digit cannot be told to be slips of one another."""
Value = tuple[float | None, float | None, float | None]
Numbers = tuple[tuple[int, int], ...]
"""Pairs of numbers of figures, the carrier's first."""


class Count(msgspec.Struct, frozen=True, array_like=True):
    """A figure as a copy is held against it: its number in the reading, what it counts, its value and whose it is.

    `revised`: its text says itself that it takes another number's place.
    """

    number: int
    thing: tuple[str, str, str]
    value: Value
    source: str
    revised: bool = False

    @property
    def point(self) -> float:
        """The one number that stands for the value."""
        low, best, high = self.value
        return next((v for v in (best, low, high) if v is not None), 0.0)


class Held(msgspec.Struct, frozen=True):
    """What became of an origin's figures in a carrier: those that agree, those that it altered, and of the former those in other words."""

    same: Numbers
    against: Numbers
    reworded: Numbers = ()


def held_against(carrier: Sequence[Count], origin: Sequence[Count], *, translated: bool = False, soon: bool = True) -> Held:
    """The figures of a carrier against those of its origin; `soon`: the one was printed within hours of the other."""
    return _translated(carrier, origin, soon=soon) if translated else _carried(carrier, origin)


def _carried(carrier: Sequence[Count], origin: Sequence[Count]) -> Held:
    """In one language: any figure that stands in the place of one that is gone is altered."""
    known = {(c.thing, c.value): c.number for c in reversed(origin)}
    kept = {(c.thing, c.value) for c in carrier}
    gone = [c for c in origin if (c.thing, c.value) not in kept]
    same = tuple((c.number, known[c.thing, c.value]) for c in carrier if (c.thing, c.value) in known)
    new = [c for c in carrier if (c.thing, c.value) not in known]
    return Held(same, tuple((c.number, replaced.number) for c in new if (replaced := _replaced(c, gone))))


def _replaced(count: Count, gone: Sequence[Count]) -> Count | None:
    """The figure of the origin, gone in the carrier, that the carrier's stands in the place of.

    It counts the same by the same source, or has the same number of something else.
    """
    theirs = [g for g in gone if g.source == count.source and not _news(count, g)]
    found = [g for g in theirs if g.thing == count.thing]
    found += [g for g in theirs if g.value == count.value and g.thing[1:] == count.thing[1:]]
    return found[0] if found else None


def _news(count: Count, own: Count) -> bool:
    """Whether a carrier's text says of its number that it takes another's place, where the origin's does not."""
    return count.revised and not own.revised


def _translated(carrier: Sequence[Count], origin: Sequence[Count], *, soon: bool) -> Held:
    same = [(c, its) for c in carrier if (its := next((o for o in origin if _one_thing(c, o) and c.point == o.point), None))]
    kept = {id(c) for pair in same for c in pair}
    new, gone = ([c for c in counts if id(c) not in kept] for counts in (carrier, origin))
    against = [(c, its) for c in new if (its := _mistaken(c, gone, soon=soon))]
    reworded = [(c, its) for c, its in same if c.value != its.value]
    return Held(_numbers(same), _numbers(against), _numbers(reworded))


def _numbers(found: Sequence[tuple[Count, Count]]) -> Numbers:
    return tuple((one.number, other.number) for one, other in found)


def _one_thing(one: Count, other: Count) -> bool:
    """Whether two figures count the same, as far as two languages tell: the place may be named with one of them only."""
    (first, who, here), (second, others, there) = one.thing, other.thing
    return first == second and who == others and (here == there or not (here and there))


def _mistaken(count: Count, gone: Sequence[Count], *, soon: bool) -> Count | None:
    """The figure of the origin of which a translation's is a mistake."""
    theirs = [g for g in gone if count.source in {"", g.source} and not _news(count, g)]
    for one in theirs:
        if one.source == count.source and _one_thing(count, one) and _slip(count.point, one.point, gone, soon=soon):
            return one
    return _misnamed(count, theirs)


def _slip(number: float, own: float, gone: Sequence[Count], *, soon: bool) -> bool:
    """Whether a number shows that it is no later count: lower, another figure's, or, printed soon, the same digits in disorder."""
    return number < own or any(g.point == number for g in gone) or (soon and _misspelt(number, own))


def _misspelt(one: float, other: float) -> bool:
    first, second = (str(round(n)) for n in (one, other))
    if min(one, other) < LEAST_SLIP:
        return False
    return sorted(first) == sorted(second) or first.rstrip("0") == second.rstrip("0")


def _misnamed(count: Count, theirs: Sequence[Count]) -> Count | None:
    """The figure with the same number that the origin gives for something else; none if the two are only names of one thing."""
    same = [g for g in theirs if g.point == count.point and g.thing[0] != count.thing[0]]
    return same[0] if same and not any(near(count.thing[0], g.thing[0]) for g in same) else None


class Compared(Protocol):
    """A pair of a carrier and its origin; `relating/copies.py` makes them."""

    @property
    def carrier(self) -> str:
        """The edition that carries the other's text."""

    @property
    def origin(self) -> str:
        """That other edition."""

    @property
    def same(self) -> Numbers:
        """Figures that agree."""

    @property
    def against(self) -> Numbers:
        """Figures that the carrier altered."""

    @property
    def reworded(self) -> Numbers:
        """Of `same` those that a translation has in other words."""

    @property
    def rank(self) -> tuple[bool, str, str]:
        """The order of a carrier's origins."""


Figure = tuple[str, int]
"""An edition and the number of one of its figures."""


def reworded(pairs: Sequence[Compared]) -> dict[Figure, Figure]:
    """The figures that translations have in other words, each with the first origin's figure."""
    found: dict[Figure, Figure] = {}
    for one in sorted(pairs, key=lambda p: p.rank):
        for own, its in one.reworded:
            found.setdefault((one.carrier, own), (one.origin, its))
    return found


def altered(pairs: Sequence[Compared], order: Sequence[str]) -> dict[Figure, Figure]:
    """The figures that carriers altered, each with the origin's figure in whose place it stands.

    A figure is the source's own after all where another origin of the same carrier has it unaltered; what a copy has from an alteration alone is
    that alteration again. `order` lists the editions as published.
    """
    rank = {edition: at for at, edition in enumerate(order)}
    against: dict[Figure, Figure] = {}
    same: dict[Figure, list[Figure]] = {}
    for one in pairs:
        for key, of in _keyed(one, one.against):
            against[key] = min(against.get(key, of), of)
        for key, of in _keyed(one, one.same):
            same.setdefault(key, []).append(of)
    found: dict[Figure, Figure] = {}
    for key in sorted(against.keys() | same.keys(), key=lambda k: (rank.get(k[0], len(rank)), k)):
        origins = same.get(key, [])
        if all(origin in found for origin in origins):
            found[key] = against[key] if key in against else found[min(origins)]
    return found


def _keyed(pair: Compared, numbers: Numbers) -> Iterator[tuple[Figure, Figure]]:
    return (((pair.carrier, own), (pair.origin, its)) for own, its in numbers)
