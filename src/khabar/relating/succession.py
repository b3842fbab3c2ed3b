"""Successors and rivals among the claims of one tally."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import islice

import msgspec

from khabar.model.values import meet, repeats_rounder
from khabar.relating.data import is_stock, may_fall
from khabar.relating.drafts import Draft
from khabar.relating.falls import Fall
from khabar.relating.sources import NAMELESS


class Succession(msgspec.Struct, frozen=True, kw_only=True):
    """Which claim took another's place, and by what rule."""

    by: Draft
    rule: str


def succeed(drafts: Sequence[Draft], falls: Mapping[int, Fall]) -> dict[int, Succession]:
    """For each claim (by its place in `drafts`) the first one that took its place."""
    found: dict[int, Succession] = {}
    able = _able(drafts, falls)
    for at, earlier in enumerate(drafts):
        own = able.get(earlier.source.authority, []) if earlier.source else []
        for later in islice(own, bisect_left(own, earlier.day, key=lambda d: d.day), None):
            if later is not earlier and _successive(earlier, later) and (rule := _rule(earlier, later)):
                found[at] = Succession(by=later, rule=rule)
                break
    return found


def _able(drafts: Sequence[Draft], falls: Mapping[int, Fall]) -> dict[str, list[Draft]]:
    """The claims that can succeed others, by authority, in the order said."""
    found: dict[str, list[Draft]] = {}
    for at, later in enumerate(drafts):
        if not falls[at].misprint and later.source is not None and later.source.resolved:
            found.setdefault(later.source.authority, []).append(later)
    return {authority: sorted(own, key=lambda d: d.first.order) for authority, own in found.items()}


def _successive(earlier: Draft, later: Draft) -> bool:
    """Whether both are of one authority and count the same, and the later was said later.

    Of several numbers of a cumulative count that one source has in one running report the highest is the last.
    """
    if earlier.source is None or later.source is None or earlier.source.authority != later.source.authority:
        return False
    if not comparable(earlier, later):
        return False
    return (
        ((earlier.day, earlier.published) < (later.day, later.published) and earlier.published <= later.published)
        or earlier.day < later.day
        or _in_one_report(earlier, later)
    )


def _in_one_report(earlier: Draft, later: Draft) -> bool:
    """Whether one report brought both, in paragraphs of their own, as numbers of one source and one day, and the later is the higher one.

    What is in one paragraph, or more than doubles, may as well be another thing that was counted.
    """
    one, other = earlier.first, later.first
    same = one.mention.edition == other.mention.edition and earlier.day == later.day and one.mention.line != other.mention.line
    return same and one.chain[0].key == other.chain[0].key and earlier.point < later.point <= TWICE * earlier.point


TWICE = 2


def _rule(earlier: Draft, later: Draft) -> str:
    if is_stock(later.mention.measure):
        return "stock-moved" if earlier.day < later.day else ""
    if later.mention.bound == "vague" or repeats_rounder(later.mention, earlier.mention):
        return (
            ""  # "hundreds", or "about 250" by another office after 253: how a number is spoken of, and no later count
        )
    if later.point > earlier.point:
        return "higher-later"
    if later.mention.bound == "exact" and repeats_rounder(earlier.mention, later.mention):
        return "made-exact"
    return _lower(earlier, later) if later.point < earlier.point else ""


def _lower(earlier: Draft, later: Draft) -> str:
    """By what rule a lower figure takes the place of a higher one, if by any."""
    if any(earlier.point in s.mention.replaces for s in later.seen):
        return "lower-refers"
    return "lower-with-reason" if any(s.mention.reason or s.mention.act == "corrects" for s in later.seen) else ""


def lower_without_reason(earlier: Draft, later: Draft) -> bool:
    """Whether the later of one authority is lower and says neither why nor instead of what."""
    return _successive(earlier, later) and later.point < earlier.point and not _rule(earlier, later)


def comparable(one: Draft, other: Draft) -> bool:
    """Whether basis, window and kind of event of two claims of one tally match; an unknown basis matches any."""
    if one.kinds and one.kinds.isdisjoint(other.kinds):
        return False
    bases = {one.mention.basis, other.mention.basis} - {"unknown"}
    if len(bases) > 1:
        return False
    windows = {(m.window or (None, None))[0] for m in (one.mention, other.mention)}
    return len(windows) == 1


def reference(draft: Draft) -> tuple[str, str]:
    """The days for which the count is said to hold, else those on which it was said."""
    mention = draft.mention
    if mention.window and mention.window[1]:
        return mention.window[0] or mention.window[1], mention.window[1]
    return mention.said or (draft.day, draft.day)


def _loose(draft: Draft) -> tuple[float, float]:
    """The interval; that of a vague word from half its number on: "hundreds" is said of 131, too, and contests nobody who says so."""
    low, high = draft.interval
    return (low / 2, high) if draft.mention.bound == "vague" else (low, high)


def contest(one: Draft, other: Draft) -> bool:
    """Whether two standing claims contest each other: comparable, of overlapping times, and their intervals do not meet.

    Where it is not known whose a number is, it is not known either whether it is a rival's.
    """
    if one.source is None or other.source is None or meet(_loose(one), _loose(other)) or not comparable(one, other):
        return False
    if not (one.source.resolved and other.source.resolved) or NAMELESS in {one.source.type, other.source.type}:
        return False
    if one.source.authority == other.source.authority:
        return not may_fall(one.mention.measure) and (
            lower_without_reason(one, other) or lower_without_reason(other, one)
        )
    (a, b), (c, d) = reference(one), reference(other)
    return a <= d and c <= b
