"""Arithmetic, checked and never forced: whether a breakdown that claims to be whole makes its total.

It is the text that claims it, never the program: "103 of them in Almaty" claims nothing, however little is told of the rest. What
does not sum up is marked; no status, no number and no support changes by it.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from khabar.model.claim import Evidence, Ground
from khabar.model.values import INFINITE, interval, meet, summed
from khabar.relating.drafts import Draft
from khabar.relating.facts import Mention

MARK = "parts do not sum"
"""How the mark begins; the sum and the total follow."""

Key = tuple[str, int]
"""A figure: its edition and its number there."""


class Sum(NamedTuple):
    """A breakdown as one report has it: the total, its parts, and whether they make it."""

    total: Mention
    parts: tuple[Mention, ...]
    words: tuple[int, int]

    @property
    def right(self) -> bool:
        """Whether the sum of the parts and the total meet, read with their bounds."""
        return meet(summed(self.parts), interval(self.total))


def off(draft: Draft, parts: Mapping[Key, Mention], altered: Collection[Key]) -> Ground | None:
    """The mark of a claim whose parts do not make it, as a ground; None where they do, or nothing claims that they should.

    Where one report's parts make it, another's that do not are that report's own slip.

    Args:
        draft: the claim with its carriers.
        parts: figures that are parts of the tally's.
        altered: figures that a carrier altered, which are no numbers of the source.
    """
    found = [one for seen in draft.carriers if seen.mention.chain for one in _sums(seen.mention, parts, altered)]
    if not found or any(one.right for one in found):
        return None
    first = found[0]
    spans = (first.total.span, *(part.span for part in first.parts), first.words)
    evidence = Evidence(
        edition=first.total.edition, spans=tuple(sorted(set(spans))), part="breakdown", figure=first.total.span
    )
    mark = f"{MARK}: {told(summed(first.parts))} of {told(interval(first.total))}"
    return Ground(rule="parts-do-not-sum", conclusion=mark, evidence=(evidence,))


def _sums(total: Mention, parts: Mapping[Key, Mention], altered: Collection[Key]) -> Iterable[Sum]:
    """The breakdowns of a figure of which every number is known, and the source's own."""
    for breakdown in total.breakdowns:
        keys = [(total.edition, number) for number in breakdown.parts]
        own = tuple(parts[key] for key in keys if key in parts and key not in altered and _usable(parts[key]))
        if len(own) == len(keys) > 1 and (total.edition, total.number) not in altered:
            yield Sum(total, own, breakdown.span)


def _usable(part: Mention) -> bool:
    return part.currency == "current" and part.kind == "level" and not part.rejected


def told(ends: tuple[float, float]) -> str:
    """An interval in words: `146`, `at least 146`, `at most 146`, `140 to 150`."""
    low, high = ends
    if low == high:
        return f"{low:,.0f}"
    if high == INFINITE:
        return f"at least {low:,.0f}"
    return f"at most {high:,.0f}" if low == 0 else f"{low:,.0f} to {high:,.0f}"
