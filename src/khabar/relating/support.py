"""Support: how many independent origins give one value."""

from collections.abc import Iterable, Sequence

from khabar.model.values import within_rounding
from khabar.relating.drafts import Draft
from khabar.relating.succession import comparable

SOFT = frozenset({"unnamed", "collective"})
"""Kinds of source that raise only the upper end."""


class Origins:
    """Claims of a tally by their values, so that those who say the same are found without asking each.

    Two exact numbers are the same or are not; only what is not exact ("about 3,000") must be held against others.
    """

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self._of: dict[object, list[Draft]] = {}
        self._loose: list[Draft] = []
        self._all = list(drafts)
        for draft in self._all:
            self._of.setdefault(draft.value, []).append(draft)
            if draft.mention.bound != "exact":
                self._loose.append(draft)

    def near(self, draft: Draft) -> Iterable[Draft]:
        """The claims that may give the same value."""
        if draft.mention.bound != "exact":
            return self._all
        return [*(d for d in self._of.get(draft.value, ()) if d.mention.bound == "exact"), *self._loose]


def support(draft: Draft, origins: Origins) -> tuple[int, int]:
    """Independent origins of the claim's value, at least and at most. `origins` are the tally's claims that have not fallen."""
    if draft.source is None:
        return 0, 0
    others = (o for o in origins.near(draft) if o is not draft)
    same = [draft, *(o for o in others if within_rounding(o.mention, draft.mention) and comparable(o, draft))]
    firm = {d.source.key for d in same if d.source and _firm(d)}
    soft = {d.source.key for d in same if d.source and not _firm(d)} - firm
    return len(firm), len(firm) + len(soft)


def _firm(draft: Draft) -> bool:
    return draft.source is not None and draft.source.kind not in SOFT and draft.source.resolved


def newest_first(drafts: Sequence[Draft]) -> list[Draft]:
    """Claims by the day said, newest first."""
    return sorted(drafts, key=lambda d: d.first.order, reverse=True)
