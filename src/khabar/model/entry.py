"""Entries: by what views find what they need. Relating makes them, the store keeps them, neither knows the other."""

import msgspec


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that a view looks up: by `kind` and `root`, or by `kind` and `cell`. `data` is the view's own."""

    kind: str
    root: str
    cell: str
    number: int
    data: bytes


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


class View(msgspec.Struct, frozen=True, kw_only=True):
    """A tally as it is kept between questions. `place` and `who` are keys; `stale` counts its stale carriers; `data` is the tally."""

    id: str
    measure: str
    place: str
    who: str
    situation: str
    changed: str
    stale: int
    claims: tuple[str, ...]
    data: bytes
