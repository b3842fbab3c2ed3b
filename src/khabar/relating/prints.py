"""Who prints a claim: every report that carries it, with the chain as far as that report or another one tells it."""

from collections.abc import Mapping, Sequence

from khabar.model.claim import Print
from khabar.relating.drafts import Draft, Seen

Prints = dict[str, tuple[Print, ...]]
"""Claim id to its prints, in the order published."""


def prints(ids: Sequence[str], drafts: Sequence[Draft], groups: Mapping[str, str]) -> Prints:
    """The prints of the claims of one tally."""
    found: Prints = {}
    for name, draft in zip(ids, drafts, strict=True):
        repeats = set(map(id, draft.repeats))
        found[name] = tuple(print_of(one, groups, repeat=id(one) in repeats) for one in draft.carriers)
    return found


def print_of(one: Seen, groups: Mapping[str, str], *, repeat: bool = False) -> Print:
    """A mention as a print of the claim that it carries."""
    edition = one.mention.edition
    return Print(
        edition=edition,
        figure=one.mention.number,
        span=one.mention.span,
        wording=one.mention.wording,
        outlet=one.report.outlet,
        url=one.report.url,
        lang=one.report.lang,
        published=one.report.at,
        links=tuple(link.label for link in one.chain),
        deepened=one.deepened,
        repeat=repeat,
        group=groups.get(edition),
    )
