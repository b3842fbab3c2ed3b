"""Two texts beside each other, line by line, with what each has that the other has not."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

import msgspec

MOST = 400
"""Lines of each text that are laid side by side; longer texts are cut there, and the page says so."""
WORDS = 2000
"""Words of a line up to which single words are compared."""


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a line; `only`: the other text does not have them."""

    words: str
    only: bool = False


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """A line of each text, either may be missing."""

    left: tuple[Piece, ...] = ()
    right: tuple[Piece, ...] = ()


def beside(left: str, right: str, *, same: bool) -> list[Pair]:
    """The lines in pairs. Texts in one language (`same`) are compared; a translation is laid beside by its order alone."""
    lines = [[line for line in text.splitlines() if line.strip()][:MOST] for text in (left, right)]
    return list(_compared(*lines)) if same else list(_in_order(*lines))


def _in_order(left: list[str], right: list[str]) -> Iterator[Pair]:
    for n in range(max(len(left), len(right))):
        yield Pair(left=_whole(left, n, only=False), right=_whole(right, n, only=False))


def _whole(lines: list[str], n: int, *, only: bool) -> tuple[Piece, ...]:
    return (Piece(words=lines[n], only=only),) if n < len(lines) else ()


def _compared(left: list[str], right: list[str]) -> Iterator[Pair]:
    for what, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        for n in range(max(b - a, d - c)):
            one, two = a + n < b, c + n < d
            if one and two and what == "replace":
                yield _words(left[a + n], right[c + n])
            else:
                yield Pair(
                    left=_whole(left, a + n, only=what != "equal") if one else (),
                    right=_whole(right, c + n, only=what != "equal") if two else (),
                )


def _words(left: str, right: str) -> Pair:
    one, two = (re.findall(r"\s*\S+|\s+", line) for line in (left, right))
    if len(one) > WORDS or len(two) > WORDS:
        return Pair(left=(Piece(words=left, only=True),), right=(Piece(words=right, only=True),))
    steps = SequenceMatcher(None, one, two, autojunk=False).get_opcodes()
    return Pair(
        left=tuple(Piece(words="".join(one[a:b]), only=w != "equal") for w, a, b, _, _ in steps if b > a),
        right=tuple(Piece(words="".join(two[c:d]), only=w != "equal") for w, _, _, c, d in steps if d > c),
    )
