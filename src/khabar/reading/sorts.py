"""What sort of number it is: a count, or an age, a date, money, a score, a name, a size.

Only counts can become figures. The words are in units.toml; the rest is layout: a date's span, a hyphen, a glued letter.
"""

from collections.abc import Sequence

from khabar.language.lexicon import Hit
from khabar.model.span import Span
from khabar.reading.document import Sentence
from khabar.reading.numbers import Number


def sort_out(sentence: Sentence, found: list[Number], dates: Sequence[Span]) -> None:
    """Sets `sort` of each number. `dates` are the spans of the times in the sentence."""
    units = sentence.of("unit")
    for number in found:
        if number.sort == "count":
            number.sort = (
                _dated(sentence, number, dates) or _united(sentence, number, units) or _shaped(sentence, number)
            )


def _dated(sentence: Sentence, number: Number, dates: Sequence[Span]) -> str:
    start, end = sentence.span(number.first, number.last)
    return "date" if any(s < end and start < e for s, e in dates) else ""


def _united(sentence: Sentence, number: Number, units: list[Hit]) -> str:
    for hit in units:
        side = hit.entry.attributes.get("side", "after")
        glued = hit.entry.attributes.get("glued", False)
        if side == "before" and (hit.end == number.first or hit.end == number.outer[0]):
            return str(hit.entry.attributes["sort"])
        if side == "after" and hit.start == number.last and (not glued or _touches(sentence, number.last)):
            return str(hit.entry.attributes["sort"])
    return ""


def _touches(sentence: Sentence, at: int) -> bool:
    """Whether no blank parts token `at` from the one before."""
    return 0 < at < len(sentence.starts) and sentence.ends[at - 1] == sentence.starts[at]


def _shaped(sentence: Sentence, number: Number) -> str:
    """What marks and letters glued to the digits tell: `10:30`, `1/2`, `COVID-19`, `5-year`, `#5`, `B52`."""
    if not number.digits:
        return "count"
    return _glued_before(sentence, number.first) or _glued_behind(sentence, number.last) or _plain(sentence, number)


def _glued_before(sentence: Sentence, first: int) -> str:
    mark = sentence.words[first - 1] if first else ""
    if mark and mark in "#№":
        return "name"
    if mark and mark in "-/:.–" and first > 1 and _touches(sentence, first) and _touches(sentence, first - 1):
        return "time" if mark == ":" else "name"
    return ""


def _glued_behind(sentence: Sentence, last: int) -> str:
    if not _touches(sentence, last):
        return ""
    mark = sentence.words[last]
    follows = sentence.words[last + 1][0] if _touches(sentence, last + 1) else ""
    if mark in "-–‑" and follows.isalnum():
        return "attributive"
    if mark in ":/" and follows.isdigit():
        return "time"
    return "name" if mark[0].isalpha() else ""


def _plain(sentence: Sentence, number: Number) -> str:
    """A bare four-figure number that may be a year, or a number that ends a name ("Apollo 11")."""
    value = number.low if number.low is not None else number.best
    word = sentence.words[number.first]
    if value is not None and 1900 <= value < 2100 and number.last - number.first == 1 and len(word) == 4:
        return "year"
    if number.first and sentence.words[number.first - 1][0].isupper() and number.first > 1:
        return "named"
    return "count"
