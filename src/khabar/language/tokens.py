"""Tokens: words with inner hyphens and apostrophes, numbers with their separators, single marks.

The same in every language, so that lexicons and texts are cut alike.
"""

import re
from collections.abc import Iterator

TOKEN = re.compile(r"[a-zA-Zа-яА-Я]++(?=\s)|\d+(?:[.,]\d+)*|[^\W\d_]+(?:[-'’‑][^\W\d_]+)*|[^\W\d_]|\S")
"""`2,200`, `1.234,5`, `Kassym-Jomart`, `don't`, `“`. A space inside a number (`1 234`) parts two tokens: only the number
grammar can tell whether they belong together."""

LETTER = r"[^\W\d_]"
SPACED = re.compile(rf"[a-zA-Zа-яА-Я]++\s++|{LETTER}++(?:[-'’‑]{LETTER}++)*+\s*+|\d++(?:[.,]\d++)*+\s*+|\S\s*+")
"""A token with the blanks behind it: a text's tokens cover it without a gap, so that their lengths add up to their offsets.

Cut as `TOKEN` cuts. The first alternative is for most words of our languages: letters of a listed range are told twice as fast as any letter.
"""


def tokenise(text: str) -> list[str]:
    """The tokens of a text as they stand."""
    return TOKEN.findall(text)


def token_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """`(start, end, token)` in code points of `text`, between two offsets."""
    for match in TOKEN.finditer(text, start, end):
        yield match.start(), match.end(), match.group()
