"""Quotations: the spans between quotation marks of every style, and direct speech set off by a dash.

Marks are read a paragraph at a time with a stack, so that nested quotations lie inside one outer quotation. A paragraph that
re-opens a quotation left open by the one before continues it. What is never closed ends with its paragraph.
"""

import re
from collections.abc import Iterator

from khabar.model.span import Span
from khabar.reading.document import Document, Quotation
from khabar.reading.grammar import grammar

MARK = re.compile("[\"“”„«»‟〝〞'‘’‹›`]")
PAIRS = {"«": "»", "„": "“", "‹": "›"}
"""Marks that show their direction by themselves, with their partner."""

SINGLE = frozenset("'‘’‹›")
LED_IN = re.compile(r":\s*$")
LED_OUT = re.compile(r"\s*,\s*[—–-]\s")
"""A colon before the marks, or a comma and a dash behind them: however short, it is speech."""

SCARE_WORDS = 3
"""So many words without a stop inside are a term or title, not speech."""

WORDS = re.compile(r"\w+")
ENDS = re.compile(r"[.,!?…][\"“”»'’]*$")


DASH = re.compile(r"[—–-]\s+")
INSERTED = re.compile(r"[,!?…]\s+[—–-]\s+(?=[а-яёa-z])[^—–«»“”„]{3,160}?(?:[.,:]\s+[—–-]\s+|[.!?]?$)", re.MULTILINE)
"""An attribution between dashes: from the comma before it to the dash behind it, or to the end of the line."""


def quote(document: Document) -> None:
    """Fills `document.quotations`. Needs sentences."""
    spoken = grammar(document.language.code).dash_speech
    opened: Quotation | None = None
    for paragraph in _paragraphs(document):
        found, last_open = _scan(document.text, paragraph)
        if spoken and not found and DASH.match(document.text, *paragraph):
            found = _by_dashes(document.text, paragraph)
        if opened is not None and found and found[0].outer[0][0] == paragraph[0]:
            opened.inner += found[0].inner
            opened.outer += found[0].outer
            found = found[1:]
            if not found and last_open:
                continue
        opened = found[-1] if found and last_open else None
        document.quotations += found
    for quotation in document.quotations:
        if spoken:
            _interrupt(document.text, quotation)
        quotation.scare = _is_scare(document.text, quotation)


def _by_dashes(text: str, paragraph: Span) -> list[Quotation]:
    """«— Мы ждали, — говорит она. — Потом ушли.»: what stands between the attributions."""
    start, end = DASH.match(text, *paragraph).end(), paragraph[1]  # type: ignore[union-attr]
    quotation = Quotation(inner=[(start, end)], outer=[(paragraph[0], end)])
    _interrupt(text, quotation)
    return [quotation] if quotation.inner[-1] != (start, end) else []


def _interrupt(text: str, quotation: Quotation) -> None:
    """Takes attributions between dashes out of a quotation: «…, — сказал он. — …»."""
    inner: list[Span] = []
    outer: list[Span] = []
    for (start, end), (open_at, close_at) in zip(quotation.inner, quotation.outer, strict=True):
        first, begin = start, open_at
        for match in INSERTED.finditer(text, start, end):
            if match.start() < first:
                continue
            if match.start() > first:
                inner.append((first, match.start() + 1))
                outer.append((begin, match.start() + 1))
            first = begin = match.end()
        if first < end:
            inner.append((first, end))
            outer.append((begin, close_at))
    if inner:
        quotation.inner, quotation.outer = inner, outer


def _paragraphs(document: Document) -> Iterator[Span]:
    """The spans of the paragraphs, from the sentences."""
    sentences = document.sentences
    first = 0
    for i in range(1, len(sentences) + 1):
        if i == len(sentences) or sentences[i].paragraph != sentences[first].paragraph:
            yield sentences[first].start, sentences[i - 1].end
            first = i


def _scan(text: str, paragraph: Span) -> tuple[list[Quotation], bool]:
    """The outermost quotations of a paragraph, and whether the last is still open at its end."""
    marks = _marks(text, paragraph)
    if not marks:
        return [], False
    found, left_open = _nested(text, paragraph, marks)
    if left_open and left_open != len(marks):
        return _flat(text, paragraph, marks)
    return found, bool(left_open)


def _marks(text: str, paragraph: Span) -> list[tuple[int, int, str]]:
    """The quotation marks of a paragraph.

    `''` and ` `` ` are one mark, an apostrophe is none. Where marks are doubled, as in copied table cells, single ones are not speech.
    """
    marks: list[tuple[int, int, str]] = []
    doubled = False
    for match in MARK.finditer(text, *paragraph):
        at, mark = match.start(), match.group()
        if mark in SINGLE or mark == "`":
            if marks and marks[-1][1] > at:
                continue
            if text[at + 1 : at + 2] == mark and mark in "'`":
                marks.append((at, at + 2, mark * 2))
                continue
            before, after = text[at - 1 : at], text[at + 1 : at + 2]
            if mark == "`" or _apostrophe(before, after):
                continue
        if mark == '"' and text[at + 1 : at + 2] == '"':
            doubled = True
            mark = '""'
        elif marks and marks[-1][1] > at:
            continue
        marks.append((at, at + len(mark), mark))
    return [m for m in marks if m[2] != '"'] if doubled else marks


def _apostrophe(before: str, after: str) -> bool:
    """Whether a single mark stands inside a word, or between two blanks."""
    inside = before.isalnum() and after.isalnum()
    return inside or not (after.isalnum() or before.isalnum() or before in ".,!?…)")


def _nested(text: str, paragraph: Span, marks: list[tuple[int, int, str]]) -> tuple[list[Quotation], int]:
    """Outermost quotations, and how many marks lie in what was left open."""
    found: list[Quotation] = []
    stack: list[tuple[int, int, str, int]] = []
    for number, (start, end, mark) in enumerate(marks):
        if mark in SINGLE and stack and stack[-1][2] not in SINGLE:
            continue
        if stack and _closes(text, start, end, mark, stack[-1][2]):
            first = stack.pop()
            if not stack:
                found.append(Quotation(inner=[(first[1], start)], outer=[(first[0], end)]))
        elif _opens(text, start, end, mark, paragraph):
            stack.append((start, end, mark, number))
    if not stack:
        return found, 0
    first = stack[0]
    if first[2] in SINGLE:
        return found, 0
    found.append(Quotation(inner=[(first[1], paragraph[1])], outer=[(first[0], paragraph[1])]))
    return found, len(marks) - first[3] if len(stack) > 1 or first[3] < len(marks) - 1 else len(marks)


def _flat(text: str, paragraph: Span, marks: list[tuple[int, int, str]]) -> tuple[list[Quotation], bool]:
    """The same without nesting: a mark that opens again ends what was never closed."""
    found: list[Quotation] = []
    start_of: tuple[int, int, str] | None = None
    for start, end, mark in marks:
        if mark in SINGLE:
            continue
        if start_of and not _opens(text, start, end, mark, paragraph):
            found.append(Quotation(inner=[(start_of[1], start)], outer=[(start_of[0], end)]))
            start_of = None
        elif start_of is None and _opens(text, start, end, mark, paragraph):
            start_of = start, end, mark
    if start_of:
        found.append(Quotation(inner=[(start_of[1], paragraph[1])], outer=[(start_of[0], paragraph[1])]))
    return found, start_of is not None


def _opens(text: str, start: int, end: int, mark: str, paragraph: Span) -> bool:
    """By its context: something follows directly, and nothing that a closing mark would follow stands before."""
    if mark in "»›":
        return False
    if end >= paragraph[1] or text[end].isspace():
        return False
    before = text[start - 1] if start > paragraph[0] else " "
    return before.isspace() or before in "([{—–-\"“„«'‘/:" or mark in "«„"


def _closes(text: str, start: int, end: int, mark: str, opener: str) -> bool:
    if opener in PAIRS:
        return mark == PAIRS[opener] or (opener == "„" and mark in '”"')
    if opener in SINGLE:
        return mark in SINGLE
    if mark in "«„»":
        return False
    after = text[end] if end < len(text) else " "
    if mark == "“" and not after.isspace() and after not in ".,;:!?)—–-":
        return False
    before = text[start - 1]
    return not before.isspace() or after.isspace() or not after.isalnum()


def _is_scare(text: str, quotation: Quotation) -> bool:
    """Few words with no stop inside: a term, a title, a nickname."""
    if len(quotation.inner) > 1:
        return False
    start, end = quotation.inner[0]
    inner = text[start:end]
    if LED_IN.search(text, max(0, quotation.outer[0][0] - 3), quotation.outer[0][0]) or LED_OUT.match(
        text, quotation.outer[0][1]
    ):
        return False
    return len(WORDS.findall(inner)) <= SCARE_WORDS and not ENDS.search(inner)
