"""In which order counts are shown, and which of them are key figures. Picks and orders; concludes nothing."""

from collections.abc import Iterable, Mapping
from typing import Any

from khabar.export import wording
from khabar.model.claim import Claim, Tally
from khabar.model.listing import shown, weight

__all__ = ["keys", "newsworthy", "order", "upright", "weight", "whole"]

def order(tallies: Iterable[Tally]) -> list[Tally]:
    """Tallies by measure: the whole population's first, of these the whole country's, then the widest carried."""
    return sorted(tallies, key=lambda t: shown(t, whole=whole(t)))


def whole(tally: Tally) -> bool:
    """Whether a tally is of the whole country that its situation is about, on any basis."""
    return tally.place is not None and tally.place == wording.country(tally.situation) and tally.basis == "unknown"


def keys(tallies: Iterable[Tally]) -> list[Tally]:
    """One tally a measure and situation: the whole country's of everybody, else the most carried."""
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


def newsworthy(changes: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Changes as `Ledger.changes` tells them, without the marks of claims that are new: the claim itself shows them."""
    told = [*changes]
    fresh = {c["claim"]["id"] for c in told if c["what"] == "new"}
    return [c for c in told if c["what"] in {"new", *wording.STATUSES} or c["claim"]["id"] not in fresh]
