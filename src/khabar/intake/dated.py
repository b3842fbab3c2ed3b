"""Full dates (with a year) in the head of a text: enough to tell when it was published."""

import datetime as dt
import functools
import re
from collections.abc import Iterator

from babel.dates import get_month_names

from khabar.language.base import SUPPORTED

ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
NUMERIC = re.compile(r"(?<!\d)(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)")


def first_full_date(text: str, lang: str | None = None) -> dt.date | None:
    """The first date in the text that has day, month and year; 3/4/2022 only where the language tells the order."""
    found = sorted(_dates(text, lang), key=lambda pair: pair[0])
    return found[0][1] if found else None


def _dates(text: str, lang: str | None) -> Iterator[tuple[int, dt.date]]:
    for match in ISO.finditer(text):
        yield from _made(match.start(), match[1], match[2], match[3])
    for match in NUMERIC.finditer(text):
        day, month = _order(int(match[1]), int(match[2]), lang)
        yield from _made(match.start(), match[3], str(month), str(day))
    for match in _named().finditer(text.lower()):
        day_, name, year = (
            (match["d1"], match["m1"], match["y1"]) if match["d1"] else (match["d2"], match["m2"], match["y2"])
        )
        yield from _made(match.start(), year, str(_months()[name.rstrip(".")]), day_)


def _order(first: int, second: int, lang: str | None) -> tuple[int, int]:
    """Day and month; American English puts the month first, and no other language of ours does. (0, 0) where unsure."""
    if lang == "en" and first <= 12 and second <= 12 and first != second:
        return 0, 0
    return (second, first) if second > 12 else (first, second)


def _made(at: int, year: str, month: str, day: str) -> Iterator[tuple[int, dt.date]]:
    try:
        yield at, dt.date(int(year), int(month), int(day))
    except ValueError:
        return


@functools.cache
def _months() -> dict[str, int]:
    """Month names of all our languages, in running text and short, to their number."""
    names: dict[str, int] = {}
    for code in SUPPORTED:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                table = get_month_names(width, context, code)
                names.update({table[n].lower().rstrip("."): n for n in range(1, 13)})
    return names


@functools.cache
def _named() -> re.Pattern[str]:
    month = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    return re.compile(
        rf"\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m1>{month})\.?,?\s+(?P<y1>\d{{4}})\b"
        rf"|\b(?P<m2>{month})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})\b"
    )
