"""Rulings: what a person corrects of what the program concluded. Appended, never changed; undone by another ruling."""

from typing import Literal

import msgspec

RulingKind = Literal["confirm", "reject", "correct", "split", "join", "part", "undo"]
"""`confirm`, `reject` and `correct` a figure's claim (moving it is correcting what it counts); `split` a figure off its source,
tally or situation; `join` two sources, tallies, situations or copies; `part` two reports that are no copies; `undo` a ruling."""
What = Literal["source", "tally", "situation", "copy"]
FIELDS = frozenset({"measure", "basis", "who", "place", "low", "best", "high", "currency"})
"""What a ruling can correct of a figure."""


class Anchor(msgspec.Struct, frozen=True, kw_only=True):
    """Where a ruling holds: the words at an edition's offsets. Never a view's id, which may change."""

    edition: str
    start: int
    end: int
    words: str


class Ruling(msgspec.Struct, frozen=True, kw_only=True):
    """One ruling.

    Attributes:
        kind: what it does.
        anchor: the figure that it is about; None for an undoing.
        other: the second figure, where two are joined or parted.
        what: of what kind are the two that are joined, parted or split.
        fields: the corrected values by name (`FIELDS`); None empties one.
        of: the number of the ruling that is undone.
        name, reason: who rules, and why.
        id, known: its number and when it was made; given by the ledger.
    """

    kind: RulingKind
    name: str
    reason: str
    anchor: Anchor | None = None
    other: Anchor | None = None
    what: What | None = None
    fields: dict[str, str | float | None] = msgspec.field(default_factory=dict)
    of: int | None = None
    id: int = 0
    known: str = ""


def undone(rulings: list[Ruling]) -> set[int]:
    """The numbers of the rulings that are undone. An undoing may itself be undone by a later one."""
    gone: set[int] = set()
    for ruling in sorted(rulings, key=lambda r: -r.id):
        if ruling.kind == "undo" and ruling.id not in gone and ruling.of is not None:
            gone.add(ruling.of)
    return gone


def active(rulings: list[Ruling]) -> list[Ruling]:
    """The rulings that act, in the order made."""
    gone = undone(rulings)
    return [r for r in sorted(rulings, key=lambda r: r.id) if r.id not in gone and r.kind != "undo"]
