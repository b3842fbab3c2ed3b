"""Kinds of event: in one country and week, a flood's dead and a bombing's are not one count, though no text says so.

Only what is told of kinds that cannot be one event is kept apart. Whatever names none, or several, goes with all.
"""

from collections import Counter
from collections.abc import Collection, Sequence

from khabar.relating.drafts import Draft

APART = "told of another kind of event"
"""How the note begins of a claim that is not of the kind that most of its tally are."""


def may_be_one(one: Collection[str], other: Collection[str]) -> bool:
    """Whether kinds told with two figures may be those of one event: they share one, or one of the two tells none."""
    return not one or not other or not set(one).isdisjoint(other)


def kinds_of(draft: Draft) -> frozenset[str]:
    """The kinds of event that the reports which carry a claim tell with it."""
    return frozenset(kind for seen in draft.carriers for kind in seen.mention.events)


def part_by_kind(drafts: Sequence[Draft]) -> str | None:
    """Gives the claims of a tally their kinds where there are some that cannot be one; the kind that most are told of.

    Claims that tell none go with those. None, and nothing given, where all may be one.
    """
    told = [kinds_of(draft) for draft in drafts]
    known = {kinds for kinds in told if kinds}
    if all(may_be_one(one, other) for one in known for other in known):
        return None
    often = Counter(kind for kinds in told for kind in sorted(kinds))
    main = max(sorted(often), key=lambda kind: often[kind])
    for draft, kinds in zip(drafts, told, strict=True):
        draft.kinds = kinds or frozenset({main})
    return main
