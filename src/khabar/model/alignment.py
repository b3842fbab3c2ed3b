"""From offsets in a cleaned text to offsets in the raw input, and to the line and column that a person sees.

An alignment is a rising list of pairs (offset in text, offset in raw code points); from a pair to the next both run in step.
"""

from bisect import bisect_right

from khabar.model.span import Span, Spans


def to_raw(alignment: Spans, offset: int) -> int:
    """The raw offset of a text offset. With no alignment both are the same."""
    if not alignment:
        return offset
    at = max(0, bisect_right(alignment, (offset, 1 << 60)) - 1)
    return alignment[at][1] + offset - alignment[at][0]


def from_raw(alignment: Spans, offset: int) -> int:
    """The text offset of a raw offset that is kept in the text; the nearest one before it for one that is not."""
    if not alignment:
        return offset
    at = max(0, bisect_right(alignment, offset, key=lambda pair: pair[1]) - 1)
    made = alignment[at][0] + max(0, offset - alignment[at][1])
    return min(made, alignment[at + 1][0]) if at + 1 < len(alignment) else made


def line_and_column(raw: str, offset: int) -> tuple[int, int]:
    """1-based line and column, in code points, of an offset in the raw input."""
    return raw.count("\n", 0, offset) + 1, offset - raw.rfind("\n", 0, offset)


def join_pieces(raw: str, pieces: list[Span]) -> tuple[str, Spans]:
    """The text that the pieces of `raw` make when put together, and its alignment."""
    parts: list[str] = []
    alignment: list[Span] = []
    length = 0
    for start, end in pieces:
        if not alignment or start - length != alignment[-1][1] - alignment[-1][0]:
            alignment.append((length, start))
        parts.append(raw[start:end])
        length += end - start
    return "".join(parts), tuple(alignment)
