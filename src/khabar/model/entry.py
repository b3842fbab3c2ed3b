"""Entries: by what views find what they need. Relating makes them, the store keeps them, neither knows the other."""

import msgspec

from khabar.model.listing import Line


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that a view looks up: by `kind` and `root`, or by `kind` and `cell`. `data` is the view's own."""

    kind: str
    root: str
    cell: str
    number: int
    data: bytes


class When(msgspec.Struct, frozen=True, kw_only=True):
    """The moment of a question and the clock it is on; None asks for all there is."""

    as_of: str | None = None
    clock: str = "published"


NOW = When()


class Latest(msgspec.Struct, frozen=True):
    """An entry with the moment at which its edition was published, for going back in time."""

    at: str
    kind: str
    root: str
    cell: str
    data: bytes


class Alike(msgspec.Struct, frozen=True):
    """An edition that shares marks with another; `at` is when it was published."""

    edition: str
    at: str
    outlet: str | None
    credit: tuple[str, ...]


class Found(msgspec.Struct, frozen=True):
    """An entry with what its edition says of itself; `at` is when it was published."""

    edition: str
    address: str
    outlet: str | None
    url: str | None
    lang: str | None
    credit: tuple[str, ...]
    at: str
    number: int
    data: bytes


class Footing(msgspec.Struct, frozen=True):
    """A claim's id and the place of its first figure: by that place the claim is found when its id is no more."""

    claim: str
    edition: str
    start: int
    end: int


class View(msgspec.Struct, frozen=True, kw_only=True):
    """A tally as it is kept between questions. `place` and `who` are keys; `stale` counts its stale carriers; `data` is the tally.

    `listed` and `shown` are its places in the two orders of lists; `lines` are those of its claims, in their order.
    """

    id: str
    measure: str
    place: str
    who: str
    situation: str
    changed: str
    stale: int
    claims: tuple[Footing, ...]
    data: bytes
    printed_place: str = ""
    printed_who: str = ""
    listed: str = ""
    shown: str = ""
    lines: tuple[Line, ...] = ()
