"""Lists of tallies and claims: in which order they stand, which claims are asked for, and the lines by which a claim is found.

What the ledger finds by an index and what is gone through as of a past moment must be the same: both are told here.
"""

from typing import Literal

import msgspec

from khabar.model.claim import Claim, Tally

FIRST = ("killed", "injured", "missing", "detained", "displaced", "hospitalised", "evacuated", "treated")
"""Measures in the order in which a desk looks for them; the others follow by name."""
RANK = {measure: rank for rank, measure in enumerate(FIRST)}
LAST = 99
SEP = "\x1f"
Order = Literal["listed", "shown"]
EVERYBODY = "everybody"


class Sought(msgspec.Struct, frozen=True, kw_only=True):
    """Which claims are asked for; None asks for all.

    Attributes:
        words: each must be in what names the claim (`Line.words`), or be one of its numbers.
        measure, place, who: of its tally, as printed; `everybody` for no population.
        status: of the claim.
        source: a part of the source's name.
        key: the source's key.
        by: who ended it, or took its place.
        outlet: a stale carrier's.
    """

    words: tuple[str, ...] = ()
    measure: str | None = None
    place: str | None = None
    who: str | None = None
    status: str | None = None
    source: str | None = None
    key: str | None = None
    by: str | None = None
    outlet: str | None = None


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """What a claim is found by: names in small letters, numbers and outlets each between bars."""

    key: str
    by: str
    status: str
    source: str
    words: str
    numbers: str
    outlets: str


def sought(words: str) -> tuple[str, ...]:
    """The words that somebody looks for, as they are compared."""
    return tuple(w.casefold() for w in words.replace('"', " ").split())


def line(tally: Tally, claim: Claim) -> Line:
    """The line of a claim."""
    said = (claim.source, claim.speaker, *claim.through, tally.measure, tally.place, tally.who)
    numbers = sorted({f"{v:g}" for v in (claim.low, claim.best, claim.high) if v is not None})
    return Line(
        key=claim.source_key or "", by=claim.by or "", status=claim.status, source=(claim.source or "").casefold(),
        words=" ".join(w for w in said if w).casefold(), numbers=_barred(numbers),
        outlets=_barred(sorted({s.outlet for s in claim.stale if s.outlet})),
    )  # fmt: skip


def _barred(words: list[str]) -> str:
    return f"|{'|'.join(words)}|"


def bar(word: str) -> str:
    """A word as it stands among numbers or outlets."""
    return f"|{word}|"


def wanted(tally: Tally, claim: Claim, asked: Sought) -> bool:
    """Whether a claim of a tally is asked for."""
    if asked.measure not in {None, tally.measure} or asked.place not in {None, tally.place}:
        return False
    return asked.who in {None, tally.who or EVERYBODY} and _has(line(tally, claim), asked)


def _has(one: Line, asked: Sought) -> bool:
    return (
        asked.status in {None, one.status}
        and asked.key in {None, one.key}
        and asked.by in {None, one.by}
        and (asked.source is None or asked.source.casefold() in one.source)
        and (asked.outlet is None or bar(asked.outlet) in one.outlets)
        and all(w in one.words or bar(w.replace(",", "")) in one.numbers for w in asked.words)
    )


def listed(tally: Tally) -> tuple[object, ...]:
    """The order in which tallies are listed: by situation and measure, everybody and everywhere first."""
    return (
        tally.situation, tally.measure, tally.place is None, tally.who is not None, tally.who or "", tally.place or "",
        tally.basis, tally.id,
    )  # fmt: skip


def shown(tally: Tally, *, whole: bool) -> tuple[object, ...]:
    """The order in which a desk is shown them: by measure, the whole population's first, of these the whole country's, then the widest carried."""
    return RANK.get(tally.measure, LAST), tally.measure, tally.who is not None, not whole, -weight(tally), tally.id


def weight(tally: Tally) -> int:
    """How often a tally's claims were carried."""
    return sum(c.carriers for c in tally.claims)


def sortable(key: tuple[object, ...]) -> str:
    """An order as a text that sorts alike: numbers from the least to the most, also below zero."""
    return SEP.join(f"{int(part) + 10**9:010}" if isinstance(part, int) else str(part) for part in key)

