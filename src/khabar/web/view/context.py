"""Evidence in its context: the sentence around some spans of a text, with the spans marked."""

import re
from collections.abc import Iterable

from khabar.model.span import Span
from khabar.web.view.highlight import Mark, runs

AROUND = 160
"""Characters of a text shown before and behind its evidence, at most; less where its line or sentence ends."""
FAR = 400
"""Spans further apart than this stand in pieces of their own."""
STOP = re.compile(r"[.!?…。؟]['\"”»)]*\s+")

Piece = tuple[str, bool]
"""Words, and whether they are the evidence itself."""


def context(text: str, spans: Iterable[Span]) -> list[Piece]:
    """The sentences in which the spans lie, as pieces; `…` stands between those that lie far apart."""
    pieces: list[Piece] = []
    for group in _near(sorted(s for s in spans if 0 <= s[0] < s[1] <= len(text))):
        if pieces:
            pieces.append((" … ", False))
        start, end = _begin(text, group[0][0]), _end(text, max(e for _, e in group))
        marks = [Mark(kind="found", span=s) for s in group]
        pieces += [(r.text, bool(r.marks)) for r in runs(text, marks, (start, end))]
    return pieces


def _near(spans: list[Span]) -> list[list[Span]]:
    groups: list[list[Span]] = []
    for span in spans:
        if groups and span[0] - max(e for _, e in groups[-1]) < FAR:
            groups[-1].append(span)
        else:
            groups.append([span])
    return groups


def _begin(text: str, at: int) -> int:
    """Where the sentence around a place begins, or a word not too far before it."""
    low = max(0, at - AROUND, text.rfind("\n", 0, at) + 1)
    stops = [m.end() for m in STOP.finditer(text, low, at)]
    if stops:
        return stops[-1]
    return low if low == 0 or text[low - 1] == "\n" else low + len(text[low:at].partition(" ")[0])


def _end(text: str, at: int) -> int:
    line = text.find("\n", at)
    high = min(len(text), at + AROUND, len(text) if line < 0 else line)
    stop = STOP.search(text, max(0, at - 1), high)
    if stop:
        return stop.start() + len(stop.group().rstrip())
    return high if high == len(text) or text[high] == "\n" else max(at, text.rfind(" ", at, high))
