"""Support: how many independent origins give one value."""

from collections.abc import Iterable, Sequence

from khabar.relating.drafts import Draft
from khabar.relating.succession import comparable
from khabar.relating.values import within_rounding

SOFT = frozenset({"unnamed", "collective"})
"""Kinds of source that raise only the upper end."""


def support(draft: Draft, others: Iterable[Draft]) -> tuple[int, int]:
    """Independent origins of the claim's value, at least and at most. `others` are the tally's claims that have not fallen."""
    if draft.source is None:
        return 0, 0
    same = [
        draft,
        *(o for o in others if o is not draft and comparable(o, draft) and within_rounding(o.mention, draft.mention)),
    ]
    firm = {d.source.key for d in same if d.source and _firm(d)}
    soft = {d.source.key for d in same if d.source and not _firm(d)} - firm
    return len(firm), len(firm) + len(soft)


def _firm(draft: Draft) -> bool:
    return draft.source is not None and draft.source.kind not in SOFT and draft.source.resolved


def newest_first(drafts: Sequence[Draft]) -> list[Draft]:
    """Claims by the day said, newest first."""
    return sorted(drafts, key=lambda d: d.first.order, reverse=True)
