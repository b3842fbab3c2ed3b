"""Counts of two countries at once: `33,000 dead in Turkey and Syria` is a total of neither.

A figure without a place of its own is of both where its sentence joins two countries with an "and", or where it is the sum of what the report
counts in each. It belongs to a root of its own (`SY+TR`), so that neither country's toll is succeeded or contested by it.
"""

import re
from itertools import combinations, pairwise

from khabar.model.reading import Figure, Place, Reading
from khabar.relating.places import country_of, is_country

AND = re.compile(r"\s*(?:,|and|dan|serta|maupun|и|&|[-–—])\s*(?:[^\W\d_]+\s+){0,2}", re.IGNORECASE)
"""Between two countries that are named together: ` and `, ` dan negara tetangganya `."""
LED = re.compile(r"\b(?:in|across|both|hit|di|в|во|на)\s+(?:[^\W\d_]+\s+){0,2}$", re.IGNORECASE)
"""Before countries in which something was counted."""
ENDS = re.compile(r"[.!?](?=\s)|\n")
BREAK = re.compile(r"[,;:]")


def joint(reading: Reading, figure: Figure, home: str | None) -> str | None:
    """The two countries of a figure as `SY+TR`; None where it is of one place or nobody can tell."""
    if figure.part_of is not None:
        return None
    return _summed(reading, figure, home) or _named(reading, figure)


def _named(reading: Reading, figure: Figure) -> str | None:
    start, end = _sentence(reading.text, figure.span[0])
    nations = [p for p in reading.places if start <= p.span[0] < end and is_country(p, reading.lang)]
    for one, two in pairwise(nations):
        first, second = country_of(one, reading.lang), country_of(two, reading.lang)
        between = reading.text[one.span[1] : two.span[0]]
        here = reading.places[figure.place] if figure.place is not None and figure.place < len(reading.places) else None
        if here is not None and here not in {one, two}:
            return None
        if (
            first
            and second
            and first != second
            and AND.fullmatch(between)
            and _near(reading.text, start, one, two, figure)
        ):
            return "+".join(sorted((first, second)))
    return None


def _sentence(text: str, at: int) -> tuple[int, int]:
    starts = [m.end() for m in ENDS.finditer(text, 0, at)]
    end = ENDS.search(text, at)
    return (starts[-1] if starts else 0), (end.start() if end else len(text))


def _near(text: str, start: int, one: Place, two: Place, figure: Figure) -> bool:
    """Whether the two countries belong to the count: no clause parts them, or they say where, or they lead a headline."""
    first, last = (two.span[1], figure.span[0]) if two.span[1] <= figure.span[0] else (figure.span[1], one.span[0])
    apart = BREAK.search(text, first, last)
    leads = text[start : one.span[0]].strip() == ""
    return apart is None or (leads and apart.group() == ":") or LED.search(text[start : one.span[0]]) is not None


def _summed(reading: Reading, figure: Figure, home: str | None) -> str | None:
    """The countries of two other figures of the report of which it is the sum, to the last one."""
    if figure.best is None:
        return None
    counted: dict[str, set[float]] = {}
    for other in reading.figures:
        if (
            other is not figure
            and other.measure == figure.measure
            and other.best is not None
            and other.who == figure.who
        ):
            place = (
                reading.places[other.place] if other.place is not None and other.place < len(reading.places) else None
            )
            country = home if place is None else country_of(place, reading.lang)
            if country:
                counted.setdefault(country, set()).add(other.best)
    for one, two in combinations(sorted(counted), 2):
        if any(a + b == figure.best and min(a, b) > LEAST for a in counted[one] for b in counted[two]):
            return f"{one}+{two}"
    return None


LEAST = 20
"""Sums of smaller numbers are a matter of chance."""
