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


CACHE_LIMIT = 200_000
"""How many distinct words a table remembers before it forgets them all: some 30 MB."""


class _Forms(dict[str, tuple[str, str, int, bool, bool]]):
    """What a token tells by itself, by the token with the blanks behind it; told once a form, for words come again and again.

    That is: its word, the word in lower case, its length, whether it begins with a digit, whether with a capital.
    """

    def __missing__(self, piece: str) -> tuple[str, str, int, bool, bool]:
        if len(self) >= CACHE_LIMIT:
            self.clear()
        word = piece.rstrip()
        self[piece] = found = word, word.lower(), len(word), word[0] in DIGITS, word[0].isupper()
        return found


FORMS = _Forms()
DIGITS = frozenset("0123456789")


def tokenise(text: str) -> list[str]:
    """The tokens of a text as they stand."""
    return TOKEN.findall(text)


def token_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """`(start, end, token)` in code points of `text`, between two offsets."""
    for match in TOKEN.finditer(text, start, end):
        yield match.start(), match.end(), match.group()
