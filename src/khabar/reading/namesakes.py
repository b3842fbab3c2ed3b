"""Namesakes: which country a name hints at that towns of several share."""

from collections.abc import Sequence
from operator import attrgetter

from khabar.language.gazetteer import Town

PEOPLE = attrgetter("people")

OUTWEIGHS = 20
LEAST_HINT = 100_000
"""How many times the people of its namesakes abroad a place has that hints at its country, and how many at least."""


def country_hinted(towns: Sequence[Town]) -> str | None:
    """The country of a name that is hardly any other country's; None for one that is several's."""
    if not towns:
        return None
    first = max(towns, key=PEOPLE)
    abroad = max((t.people for t in towns if t.country != first.country), default=0)
    return first.country if first.people >= max(LEAST_HINT, OUTWEIGHS * abroad) else None
