"""Digits: which mark parts groups and which the decimals, by the document's other numbers and the language's habit.

An ambiguous `1.234` is decided by the numbers of the same document that are not ambiguous (`12,345,678`, `7.2`): an
English outlet in Indonesia keeps the English form. Only where the document tells nothing does the language decide.
"""

import functools
import re
from collections.abc import Iterable
from typing import NamedTuple

NARROW = "\u00a0\u202f\u2009\u2007"
"""Blanks that do not break a line: inside a number they part groups in every language."""

_PARTED = re.compile(r"\d\d*+(?:[.,]\d+)+")
_STOPPED, _COMMAED = re.compile(r"\.\d"), re.compile(r",\d")
"""What a parted number holds: found at once or not at all, since a search for one character is fast."""


class Style(NamedTuple):
    """The mark between groups of three, the decimal mark, and whether a plain blank parts groups too."""

    group: str
    decimal: str
    blank: bool


ENGLISH = Style(",", ".", blank=False)
CONTINENTAL = Style(".", ",", blank=False)


@functools.lru_cache(maxsize=4)
def document_style(text: str, habit: Style) -> Style:
    """The style of a text: what its unambiguous numbers vote for, else the language's own habit."""
    votes = 0
    for match in _PARTED.finditer(text) if _STOPPED.search(text) or _COMMAED.search(text) else ():
        votes += _vote(match.group())
    if not votes:
        return habit
    style = ENGLISH if votes > 0 else CONTINENTAL
    return Style(style.group, style.decimal, habit.blank)


def _vote(word: str) -> int:
    """1 for `1,234.5`, `1,234,567` and `7.2`, -1 for their continental forms, 0 where it may be either, a date or a time."""
    marks = [c for c in word if c in ".,"]
    if len(set(marks)) == 2 and marks.count(marks[-1]) == 1:
        return 1 if marks[-1] == "." else -1
    groups = re.split(r"[.,]", word)
    if len(set(marks)) == 1 and len(marks) > 1:
        grouped = all(len(g) == 3 for g in groups[1:])
        return 0 if not grouped else 1 if marks[0] == "," else -1
    if len(groups) == 2 and len(groups[1]) == 1:
        return 1 if marks[0] == "." else -1
    return 0


def parse_digits(word: str, style: Style) -> float | None:
    """The value of a token of digits with its marks, or None where it is no number (`1.2.3`, a date, a version)."""
    if word.isdigit():
        return float(word)
    marks = [c for c in word if not c.isdigit()]
    head, *rest = re.split(r"[.,]", word)
    if len(marks) > 1 and (value := _mixed(marks, head, rest)) is not None:
        return value
    if len(marks) != 1:
        return None
    if len(rest[0]) == 3 and len(head) <= 3 and head != "0" and (marks[0] == style.group or style.blank is None):
        return float(head + rest[0])
    if len(rest[0]) == 3 and marks[0] == style.group:
        return None
    return float(f"{head}.{rest[0]}")


def _mixed(marks: list[str], head: str, rest: list[str]) -> float | None:
    """`1.234.567`, `1,234.5`; None where the groups are not of three."""
    decimals = ""
    if marks[-1] != marks[0]:
        decimals, rest, marks = rest[-1], rest[:-1], marks[:-1]
    if len(set(marks)) != 1 or any(len(g) != 3 for g in rest) or len(head) > 3:
        return None
    return float(head + "".join(rest) + ("." + decimals if decimals else ""))


def joined_by_blanks(words: list[str], gaps: Iterable[str], style: Style) -> int:
    """How many tokens from the first on are one number parted by blanks (`12 345`); `gaps` are what lies between them."""
    if not words or not words[0].isdigit() or len(words[0]) > 3:
        return 1
    count = 1
    for word, gap in zip(words[1:], gaps, strict=False):
        blank = gap in NARROW if gap else False
        head = re.split(r"[.,]", word)[0]
        blank = blank or (gap == " " and (style.blank or head[:1] == "0"))
        if not blank or len(head) != 3 or not head.isdigit():
            break
        count += 1
    return count
