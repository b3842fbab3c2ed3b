"""Which lines of a page are its report, and what the others tell: byline, credit, dateline.

The words are data: `furniture.toml` in the language folders.
"""

import functools
import re
import tomllib
from dataclasses import dataclass, field
from importlib.resources import files

from khabar.intake.dateline import Head, head_of
from khabar.language.base import SUPPORTED
from khabar.model.span import Span

STRAY = re.compile(r"[*_#|•\s\u200b\u2060\ufeff]+")
"""Marks that a page's software leaves at the edges of a line."""

LABEL = re.compile(r"\s*([^\W\d_][^:\n]{1,30}?)\s*:\s*(.{2,120}?)[\s.]*$")
BY = re.compile(
    r"(?:By|Oleh|Автор)\s+([A-ZА-ЯЁ][\w.'’-]+(?:\s+(?:(?:and|dan|и|de|bin|al)\s+)?[A-ZА-ЯЁ][\w.'’-]+){1,5})(?:\s*,.{0,60})?$"
)
REPORTING = re.compile(r"\(?(?:Additional )?[Rr]eporting by ([^;()\n]+)")
LONG_LINE = 200
"""A line over this is a paragraph of the report, whatever it begins with."""


@dataclass(slots=True)
class Page:
    """What the lines of a text turned out to be. Spans are of the text that was given.

    `lines` are the lines that are kept, `body` the same without the dateline.
    """

    lines: list[Span] = field(default_factory=list)
    body: list[Span] = field(default_factory=list)
    bylines: list[str] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)
    head: Head | None = None


def part_lines(text: str, lang: str | None) -> Page:
    """Parts a text into the report's lines and the rest."""
    page, words = Page(), _words(lang)
    start = 0
    for line in text.splitlines(keepends=True):
        span = _trim(text, start, start + len(line))
        start += len(line)
        if span[0] < span[1] and not _told(text[span[0] : span[1]], page, words):
            page.lines.append(span)
    _take_head(text, page)
    return page


def _take_head(text: str, page: Page) -> None:
    """The dateline stands at the head of one of the first lines; what follows it is the report."""
    page.body = list(page.lines)
    for at, (start, end) in enumerate(page.lines[:4]):
        head = head_of(text, start, end)
        if head is not None:
            page.head = head
            page.credits = [head.credit, *page.credits] if head.credit else page.credits
            page.body[at] = _trim(text, head.end, end)
            break
    page.body = [span for span in page.body if span[0] < span[1]]


def _trim(text: str, start: int, end: int) -> Span:
    """The span without stray marks at its edges."""
    head = STRAY.match(text, start, end)
    start = head.end() if head else start
    while end > start and STRAY.match(text, end - 1, end):
        end -= 1
    return start, end


@dataclass(frozen=True, slots=True)
class _Words:
    lines: tuple[str, ...]
    bylines: frozenset[str]
    credits: frozenset[str]


def _told(line: str, page: Page, words: _Words) -> bool:
    """Whether the line is no text; what it tells goes to the page."""
    if len(line) > LONG_LINE:
        return False
    low = line.lower()
    by = BY.match(line)
    if by:
        page.bylines.append(by[1])
        return True
    reporting = REPORTING.match(line)
    if reporting:
        page.bylines.append(reporting[1].strip())
    label = LABEL.match(line)
    if label and _labelled(label, page, words):
        return True
    return low.startswith(words.lines)


def _labelled(label: re.Match[str], page: Page, words: _Words) -> bool:
    name, value = label[1].lower(), label[2].strip(" *_")
    if name in words.bylines:
        page.bylines.append(value)
        return True
    if name in words.credits:
        page.credits.append(value)
        return True
    return False


@functools.cache
def _words(lang: str | None) -> _Words:
    """The words of a language with those of pages in general; of all languages where it is not known."""
    tables = [_tables(code) for code in ("general", *((lang,) if lang in SUPPORTED else SUPPORTED))]
    return _Words(
        lines=tuple(w for t in tables for w in t["furniture"]["lines"]),
        bylines=frozenset(w for t in tables for w in t["byline"]["labels"]),
        credits=frozenset(w for t in tables for w in t["credit"]["labels"]),
    )


def _tables(code: str | None) -> dict[str, dict[str, list[str]]]:
    path = files("khabar.language").joinpath(code or "general", "furniture.toml")
    return tomllib.loads(path.read_text("utf-8"))
