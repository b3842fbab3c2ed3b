"""What sort of number it is: a count, or an age, a date, money, a score, a name, a size.

Only counts can become figures. The words are in units.toml; the rest is layout: a date's span, a hyphen, a glued letter.
"""

from collections.abc import Container, Sequence
from itertools import pairwise

from khabar.language.lexicon import Hit
from khabar.model.span import Span
from khabar.reading.document import Sentence
from khabar.reading.numbers import Number

LONG = 3
"""Longer words begin with a capital in a headline."""


def unite(sentence: Sentence, found: list[Number], dates: Sequence[Span], *, joins: Sequence[str] = ()) -> None:
    """Sets the sort of numbers that are dates or have a unit, and takes the unit's words into `outer`. Ages go on behind the words of `joins`."""
    units = sentence.of["unit", "label"] if sentence.of["unit"] or sentence.of["label"] else []
    for number in found:
        start, end = sentence.span(number.first, number.last) if dates else (0, 0)
        if dates and any(s < end and start < e for s, e in dates):
            number.sort = "date"
        elif units:
            _united(sentence, number, units)
    if units:
        _more_ages(sentence, found, joins)
        _same_units(sentence, found)


def _more_ages(sentence: Sentence, found: list[Number], joins: Sequence[str]) -> None:
    """`two boys aged 15 and 17`: what goes on behind an age, where nobody is counted."""
    for one, two in pairwise(found):
        between = sentence.low[one.last : two.first]
        if one.sort == "age" and two.sort == "count" and 0 < len(between) <= JOINED:
            plain = not any(h.start == two.last for h in sentence.of["population", "person", "remainder"])
            if plain and all(w == "," or w in joins for w in between):
                two.sort = "age"


def _same_units(sentence: Sentence, found: list[Number]) -> None:
    """«5, 11 и 13 лет»: bare numbers that only commas and an "and" join to one with its unit have that unit too."""
    for one, two in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        between = sentence.low[one.last : two.first]
        plain = one.sort == "count" and one.outer[1] == one.last and two.sort in UNITS and 0 < len(between) <= JOINED
        if plain and all(w in LISTING for w in between):
            one.sort = two.sort


UNITS = frozenset({"duration", "age", "percent", "size"})
LISTING = frozenset({",", "и", "and", "dan", "или", "or", "atau"})
JOINED = 2


def sort_out(
    sentence: Sentence, found: list[Number], *, small: Container[str], pronouns: Sequence[str], aged: Sequence[str] = ()
) -> None:
    """Sets the sort of the rest by layout.

    After the words of `pronouns` "one" is a pronoun; the words of `small` begin no name; behind those of `aged` an age may follow people.
    """
    for number in found:
        if number.sort == "count":
            age = number.outer[0] < number.first and _of_age(sentence, number, found, aged, small)
            number.sort = "age" if age else _shaped(sentence, number, small=small, pronouns=pronouns)


def _of_age(sentence: Sentence, number: Number, found: list[Number], aged: Sequence[str], small: Container[str]) -> bool:
    """`41 of them under 18`, `two over 70`: a bare number behind people told of by their age."""
    at = number.outer[0]
    after = sentence.low[number.last] if number.last < len(sentence.low) else "."
    if sentence.low[at] not in aged or (after[0].isalnum() and after not in small):
        return False
    return any(h.end == at for h in sentence.of["part"]) or any(n.last == at and n.sort == "count" for n in found)


def _united(sentence: Sentence, number: Number, units: list[Hit]) -> None:
    for hit in units:
        sort = hit.entry.attributes["sort"]
        if hit.entry.category == "label" and hit.end == number.outer[0]:
            number.sort = sort
            number.outer = (hit.start if sort == "money" else number.outer[0], number.outer[1])
        elif hit.entry.category == "unit" and hit.start == number.last and _fits(sentence, hit):
            number.sort = sort if number.sort in {"count", "name"} else number.sort
            number.outer = (number.outer[0], max(hit.end, number.outer[1]))


def _fits(sentence: Sentence, hit: Hit) -> bool:
    return not hit.entry.attributes.get("glued") or _touches(sentence, hit.start)


def _touches(sentence: Sentence, at: int) -> bool:
    """Whether no blank parts token `at` from the one before."""
    return 0 < at < len(sentence.starts) and sentence.ends[at - 1] == sentence.starts[at]


def _shaped(sentence: Sentence, number: Number, *, small: Container[str], pronouns: Sequence[str]) -> str:
    """What marks and letters glued to the digits tell: `10:30`, `1/2`, `COVID-19`, `5-year`, `#5`, `B52`."""
    if not number.digits:
        pronoun = number.best == 1 and _pronoun(sentence, number, pronouns)
        return "name" if pronoun or _capital(sentence, number.first) else "count"
    return (
        _glued_before(sentence, number.first) or _glued_behind(sentence, number.last) or _plain(sentence, number, small)
    )


def _capital(sentence: Sentence, first: int) -> bool:
    """Whether a number word stands with a capital where none begins: "pejabat di Lima", "the Seven Network"."""
    word, before = sentence.words[first], sentence.words[first - 1] if first else ""
    if first and len(word) > 1 and word.isupper() and not before.isupper():
        return False  # "among EIGHT dead"
    inside = before[:1].isalpha() or (before in {",", "("})
    if not (word[0].isupper() and inside) and not (first == 0 and len(word) > 1 and word.isupper()):
        return False
    long = [w for i, w in enumerate(sentence.words) if len(w) > LONG and w[0].isalpha() and i not in {0, first}]
    small = sum(w[0].islower() for w in long)
    return small > 1 and 2 * small >= len(long)


def _glued_before(sentence: Sentence, first: int) -> str:
    mark = sentence.words[first - 1] if first else ""
    if mark and mark in "#№":
        return "name"
    if mark and mark in "«“„" and first > 1 and sentence.words[first + 1 : first + 2] in (["»"], ["”"], ["“"]):
        return "name"
    if mark == "/" and any(h.end == first - 1 for h in sentence.of["population"]):
        return ""  # 52 KK/172 jiwa
    if mark and mark in "-/:.–+" and first > 1 and _touches(sentence, first) and _touches(sentence, first - 1):
        headed = (
            first == HEADED
            and mark in "-–"
            and len(sentence.words[0]) > LONGEST_ACRONYM
            and sentence.words[0].isupper()
        )
        return "" if headed else "time" if mark == ":" else "name"
    return ""


HEADED, LONGEST_ACRONYM = 2, 5
"""`CORRECTED-14 killed` heads a line with a word too long for `COVID-19`."""


def _glued_behind(sentence: Sentence, last: int) -> str:
    if not _touches(sentence, last):
        return ""
    mark = sentence.words[last]
    follows = sentence.words[last + 1][0] if _touches(sentence, last + 1) else ""
    if mark in "-–‑" and follows.isalnum():
        return "attributive"
    if mark in ":/" and follows.isdigit():
        return "time"
    return ("ordinal" if "-" in mark else "unit") if mark[0].isalpha() else ""


def _pronoun(sentence: Sentence, number: Number, pronouns: Sequence[str]) -> bool:
    before = sentence.words[number.first - 1] if number.first else ""
    if any(h.start == number.last for h in sentence.of["person", "population"]):
        return False
    return before.lower() in pronouns or (before[:1].isupper() and sentence.words[number.first][0].isupper())


CLOCK = 4
"""Figures of an hour without a mark: `at 0615`."""


def _plain(sentence: Sentence, number: Number, small: Container[str]) -> str:
    """A bare four-figure number that may be a year, or a number that ends a name ("Apollo 11")."""
    value = number.low if number.low is not None else number.best
    word = sentence.words[number.first]
    if value is not None and 1900 <= value < 2100 and number.last - number.first == 1 and len(word) == 4:
        return "year"
    if len(word) == CLOCK and word[0] == "0":
        return "time"
    before = sentence.words[number.first - 1] if number.first else ""
    after = sentence.words[number.last] if number.last < len(sentence.words) else ""
    if (
        (before, after) in {(",", ","), ("(", ")"), (",", ";")}
        and number.first > 1
        and sentence.words[number.first - 2][0].isalpha()
    ):
        return "aged"
    if number.first < 2 or before == before.lower() or before.lower() in small:
        return "count"
    if any(h.start == number.last for h in sentence.of["population"]):
        return "count"
    return "count" if any(h.end == number.first for h in sentence.of["resume"]) else "named"
