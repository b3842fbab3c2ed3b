"""Half-open spans of code points: how every derived thing points into a text."""

from collections.abc import Sequence

Span = tuple[int, int]
"""`(start, end)`, half-open, in code points of the text that the record names."""

Spans = tuple[Span, ...]
"""Spans in reading order that do not overlap."""


def words(text: str, spans: Sequence[Span]) -> str:
    """The text of the spans, joined by one blank each."""
    if len(spans) == 1:
        return text[slice(*spans[0])]
    return " ".join([text[start:end] for start, end in spans])


def hull(spans: Sequence[Span]) -> Span:
    """The smallest span that holds all of them. Raises ValueError where there are none."""
    if len(spans) == 1:
        return spans[0]
    starts, ends = zip(*spans, strict=True)
    return min(starts), max(ends)


def overlap(one: Span, other: Span) -> int:
    """How many code points the two share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def inside(inner: Span, outer: Span) -> bool:
    """Whether the whole of `inner` lies in `outer`."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]
