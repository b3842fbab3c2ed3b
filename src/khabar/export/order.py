"""In which order counts are shown, and which of them are key figures. Picks and orders; concludes nothing."""

from collections.abc import Iterable

from khabar.model.claim import Claim, Tally

FIRST = ("killed", "injured", "missing", "detained", "displaced", "hospitalised", "evacuated", "treated")
"""Measures in the order in which a desk looks for them; the others follow by name."""


def order(tallies: Iterable[Tally]) -> list[Tally]:
    """Tallies by measure, the whole population and the widest carried first."""
    rank = {m: n for n, m in enumerate(FIRST)}
    return sorted(tallies, key=lambda t: (rank.get(t.measure, 99), t.measure, t.who is not None, -weight(t), t.id))


def weight(tally: Tally) -> int:
    """How often a tally's claims were carried."""
    return sum(c.carriers for c in tally.claims)


def keys(tallies: Iterable[Tally]) -> list[Tally]:
    """One tally a measure and situation: the most carried of everybody, else of anybody."""
    found: dict[tuple[str, str], Tally] = {}
    for tally in order(tallies):
        if tally.claims:
            found.setdefault((tally.situation, tally.measure), tally)
    return list(found.values())


def upright(tally: Tally) -> list[Claim]:
    """The claims that stand, newest first."""
    return sorted(
        (c for c in tally.claims if c.status == "standing"), key=lambda c: (c.said, c.published), reverse=True
    )


def value(claim: Claim) -> float | None:
    """The number at which a claim is drawn and compared."""
    return next((v for v in (claim.best, claim.low, claim.high) if v is not None), None)
