"""Overlapping spans of a text as runs that do not overlap, so that a page can mark them without breaking its nesting.

Every boundary of a mark is a boundary of a run; a run knows all marks that cover it.
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from khabar.model.span import Span


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """Evidence in a text: what it is (`content`, `source`, `cue`, `figure`, `caveat`, `finding`, `found`), where, and of what.

    `of` names what the mark belongs to on its page (`s3`: the fourth statement); `href` leads on from it.
    """

    kind: str
    span: Span
    of: str = ""
    href: str | None = None
    label: str | None = None


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text with the marks that cover it; `begins` are those that start here."""

    text: str
    start: int
    marks: tuple[Mark, ...] = ()
    begins: tuple[Mark, ...] = ()

    @property
    def kinds(self) -> str:
        """The kinds of its marks as classes, each once."""
        return " ".join(dict.fromkeys(m.kind for m in self.marks))

    @property
    def owners(self) -> str:
        """What the marks belong to, each once."""
        return " ".join(dict.fromkeys(m.of for m in self.marks if m.of))

    @property
    def link(self) -> Mark | None:
        """The mark that leads on from here: the shortest of them, which is the most exact."""
        linked = [m for m in self.marks if m.href]
        return min(linked, key=lambda m: m.span[1] - m.span[0], default=None)


def runs(text: str, marks: Iterable[Mark], within: Span | None = None) -> list[Run]:
    """The text, or the part `within` it, as runs in reading order. Marks beyond its ends are cut; empty ones are dropped."""
    start, end = within or (0, len(text))
    kept = sorted(
        (m for m in marks if max(m.span[0], start) < min(m.span[1], end)), key=lambda m: (m.span[0], -m.span[1])
    )
    cuts = sorted({start, end, *(_edges(kept, start, end))})
    return list(_runs(text, kept, cuts))


def _edges(marks: Sequence[Mark], start: int, end: int) -> Iterator[int]:
    for mark in marks:
        yield max(mark.span[0], start)
        yield min(mark.span[1], end)


def _runs(text: str, marks: Sequence[Mark], cuts: Sequence[int]) -> Iterator[Run]:
    """Sweeps over the cuts with the marks that are open at each; marks come sorted by where they start."""
    waiting, open_ = list(reversed(marks)), list[Mark]()
    for start, end in itertools.pairwise(cuts):
        open_ = [m for m in open_ if m.span[1] > start]
        begins = []
        while waiting and waiting[-1].span[0] <= start:
            begins.append(waiting.pop())
        open_ += begins
        yield Run(text=text[start:end], start=start, marks=tuple(open_), begins=tuple(begins))


def paragraphs(text: str, within: Span | None = None) -> list[Span]:
    """The lines of the text that hold something, as spans."""
    start, end = within or (0, len(text))
    found = []
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if text[start:stop].strip():
            found.append((start, stop))
        start = stop + 1
    return found
