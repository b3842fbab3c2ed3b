"""Names of offices that their country parts: «Управление Турции по чрезвычайным ситуациям»."""

from collections.abc import Iterator, Sequence

from khabar.language.base import Language
from khabar.language.countries import country_at, may_begin
from khabar.language.lexicon import Hit

LEAD = 2
"""A name may begin so many words before the noun that its country stands behind: «Национальное управление»."""
LONGEST = 9
"""So many words at most follow a country in a name."""
LONGEST_COUNTRY = 4


def rejoined(words: Sequence[str], low: Sequence[str], hits: list[Hit], of: Language) -> list[Hit]:
    """The hits of a sentence with those of names that a country's name parts before the small word `parted` of the language.

    A name so found reaches over the country, which is looked for inside of it when its authority is asked for.
    """
    gaps = _gaps(words, low, of.parted, of.code)
    found = [hit for gap in gaps for hit in _over(low, gap, of)]
    return sorted([*hits, *found], key=lambda h: h.start) if found else hits


def _gaps(words: Sequence[str], low: Sequence[str], link: str, code: str) -> Iterator[tuple[int, int]]:
    """Where a country's name stands between a small word of a name and the small word that leads the rest in."""
    last = 1
    while link in low[last + 1 :]:
        last = low.index(link, last + 1)
        if not words[last - 1][0].isupper():
            continue
        for first in range(last - 1, max(last - 1 - LONGEST_COUNTRY, 0), -1):
            if words[first][0].isupper() and may_begin(words[first], code):
                country = country_at(words, first, code)
                if country is not None and first + country.length == last:
                    yield first, last
                    break


def _over(low: Sequence[str], gap: tuple[int, int], of: Language) -> Iterator[Hit]:
    """The entries that stand on both sides of a gap."""
    first, last = gap
    start = max(first - 1 - LEAD, 0)
    cut = first - start
    for hit in of.lexicon.scan([*low[start:first], *low[last : last + LONGEST]]):
        if hit.start < cut < hit.end:
            yield Hit(start + hit.start, start + hit.end + last - first, hit.entry)
