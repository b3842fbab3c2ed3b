"""Which lines of a page are its report, and what the others tell: byline, credit, dateline, when it appeared.

The words are data: `furniture.toml` in the language folders.
"""

import functools
import itertools
import re
import tomllib
from dataclasses import dataclass, field
from importlib.resources import files

from khabar.intake.dateline import Head, head_of
from khabar.intake.shapes import is_caption, is_label, is_loose, is_moment, is_number, is_photo, writer_of
from khabar.language.base import SUPPORTED
from khabar.model.span import Span

STRAY = re.compile(r"(?:\{\{[^{}\n]*\}\}|[*_#|•\s\u200b\u2060\ufeff])+")
"""Marks that a page's software leaves at the edges of a line."""

LABEL = re.compile(r"\s*([^\W\d_][^:\n]{1,30}?)\s*:\s*(.{2,120}?)[\s.]*$")
BY = re.compile(
    r"(?:By|Oleh|Автор)\s+([A-ZА-ЯЁ][\w.'’-]+(?:\s+(?:(?:and|dan|и|de|bin|al)\s+)?[A-ZА-ЯЁ][\w.'’-]+){1,5})(?:\s*,.{0,60})?$"
)
REPORTING = re.compile(r"\(?(?:Additional )?[Rr]eporting by ([^;()\n]+)")
DESK = re.compile(r"\s*\((?:Additional )?[Rr]eporting by (?P<names>[^;()\n]+)[^()\n]*\)\s*$")
LONG_LINE = 200
"""A line over this is a paragraph of the report, whatever it begins with."""

SENTENCE = 8
"""So many words in a last line without a stop may be a sentence that was cut off."""

TOP = 12
"""In how many of the first lines the dateline, writers and names of sections are looked for."""


@dataclass(slots=True)
class Page:
    """What the lines of a text turned out to be. Spans are of the text that was given.

    `lines` are the lines that are kept, `body` the same without the dateline; `moments` are lines that only tell when.
    """

    lines: list[Span] = field(default_factory=list)
    body: list[Span] = field(default_factory=list)
    bylines: list[str] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)
    moments: list[str] = field(default_factory=list)
    head: Head | None = None


def part_lines(text: str, lang: str | None) -> Page:
    """Parts a text into the report's lines and the rest."""
    page, words = Page(), _words(lang)
    spans = [span for span in _spans(text) if span[0] < span[1]]
    skip = False
    for at, span in enumerate(spans):
        line = text[slice(*span)]
        following = text[slice(*spans[at + 1])] if at + 1 < len(spans) else ""
        told = (
            (skip and is_loose(line))
            or _told(line, page, words)
            or (len(spans) > 2 and _shaped(line, following, at, page))
        )
        skip = told and line.lower().rstrip(" :") in words.labels
        if not told:
            page.lines.append(_without_desk(text, span, page))
    _take_head(text, page)
    _drop_loose(text, page)
    return page


def _spans(text: str) -> list[Span]:
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    return [_trim(text, start, end) for start, end in itertools.pairwise(starts)]


def _without_desk(text: str, span: Span, page: Page) -> Span:
    """The span without the bracket at its end that names reporters and editors."""
    desk = DESK.search(text, *span)
    if not desk:
        return span
    page.bylines.append(desk["names"].strip())
    return span[0], desk.start()


def _shaped(line: str, following: str, at: int, page: Page) -> bool:
    """Whether the line is no text by its shape; what it tells goes to the page."""
    if is_moment(line):
        page.moments.append(line)
        return True
    writer = writer_of(line, following) if 0 < at < TOP else None
    if writer:
        (page.credits if writer.casefold() in _words(None).wires else page.bylines).append(writer)
    return bool(writer) or is_number(line) or is_caption(line) or (0 < at < TOP and is_photo(following))


def _take_head(text: str, page: Page) -> None:
    """The dateline stands at the head of one of the first lines; what follows it is the report."""
    page.body, loose = list(page.lines), True
    for at, (start, end) in enumerate(page.lines[:TOP]):
        line = text[start:end]
        loose = loose and is_loose(line)
        head = head_of(text, start, end, title=at == 0 and loose and len(page.lines) > 1, alone=loose)
        if head is not None:
            page.head = head
            page.credits = [head.credit, *page.credits] if head.credit else page.credits
            page.body[at] = _trim(text, head.end, end)
            break
    page.body = [span for span in page.body if span[0] < span[1]]


def _drop_loose(text: str, page: Page) -> None:
    """Takes out names of sections above the report, links below it, and a headline that is printed again."""
    lines = [text[slice(*span)] for span in page.lines]
    drop = _above(lines) | _below(lines)
    seen: set[str] = set()
    for at, line in enumerate(lines):
        if is_loose(line) and line in seen:
            drop.add(at)
        seen.add(line)
    kept_head = page.head.place[0] if page.head and page.head.place else -1
    gone = {page.lines[at] for at in drop if not page.lines[at][0] <= kept_head < page.lines[at][1]}
    if len(gone) < len(page.lines):
        page.lines = [span for span in page.lines if span not in gone]
        page.body = [span for span in page.body if span not in gone] or page.body


def _above(lines: list[str]) -> set[int]:
    """Names of sections among the loose lines at the top, where a headline stands among them too."""
    top = 0
    while top < min(TOP, len(lines)) and (is_loose(lines[top]) or is_label(lines[top])):
        top += 1
    labels = {at for at in range(top) if is_label(lines[at])}
    return labels if 0 < len(labels) < top < len(lines) else set()


def _below(lines: list[str]) -> set[int]:
    """The loose lines after the last sentence; none where that sentence announces a list, nor one line that may be a sentence cut off."""
    last = next((at for at in range(len(lines) - 1, -1, -1) if not is_loose(lines[at])), -1)
    if last <= 0 or lines[last].endswith(":"):
        return set()
    cut = len(lines) == last + 2 and len(lines[-1].split()) >= SENTENCE
    return set() if cut else set(range(last + 1, len(lines)))


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
    labels: frozenset[str]
    bylines: frozenset[str]
    credits: frozenset[str]
    wires: frozenset[str]


def _told(line: str, page: Page, words: _Words) -> bool:
    """Whether the line is no text; what it tells goes to the page."""
    low = line.lower()
    if len(line) > LONG_LINE:
        return "http" in low and _begins(low, words.lines)
    by = BY.match(line)
    if by:
        names = by[1].removeprefix("The ")
        (page.credits if names.casefold() in words.wires else page.bylines).append(names)
        return True
    reporting = REPORTING.match(line)
    if reporting:
        page.bylines.append(reporting[1].strip())
    label = LABEL.match(line)
    if label and _labelled(label, page, words):
        return True
    return _begins(low, words.lines)


def _begins(low: str, words: tuple[str, ...]) -> bool:
    """Whether a line begins with one of the words, and with no longer word."""
    return low.startswith(words) and any(
        low.startswith(w) and not (w[-1].isalpha() and low[len(w) : len(w) + 1].isalpha()) for w in words
    )


def _labelled(label: re.Match[str], page: Page, words: _Words) -> bool:
    name, value = label[1].lower(), re.split(r"\s*/\s*\w+\s*:", label[2].strip(" *_"))[0]
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
        labels=frozenset(w.rstrip(" :") for t in tables for w in t["furniture"]["lines"]),
        bylines=frozenset(w for t in tables for w in t["byline"]["labels"]),
        credits=frozenset(w for t in tables for w in t["credit"]["labels"]),
        wires=frozenset(w.casefold() for w in tables[0]["wires"]["names"]),
    )


def _tables(code: str | None) -> dict[str, dict[str, list[str]]]:
    path = files("khabar.language").joinpath(code or "general", "furniture.toml")
    return tomllib.loads(path.read_text("utf-8"))
