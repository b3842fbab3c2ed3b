"""Cells: what a figure counts, before situations part it; and the entries by which views find a report's facts again."""

from collections.abc import Iterable

import msgspec

from khabar.model.entry import Entry
from khabar.relating.facts import Act, Facts, Link, Mention
from khabar.relating.situations import Day, older

BASES = {"bodies": "", "registered": "", "unknown": ""}
"""Bases that are counted in one tally, the plain count; every other basis has a tally of its own."""
SEP = "|"


def root_of(cell: str) -> str:
    """The country, or place, of a cell."""
    return cell.split(SEP, maxsplit=1)[0]


def cell_of(root: str, measure: str, population_key: str, place: str, basis: str = "unknown") -> str:
    """The cell of a figure: what is counted, before situations part it."""
    return SEP.join((root, measure, population_key, place, BASES.get(basis, basis)))


def mention_cell(mention: Mention) -> str:
    """The cell that a figure is filed in."""
    return cell_of(mention.root, mention.measure, mention.population, mention.place, mention.basis)


def whole_cell(mention: Mention) -> str | None:
    """The cell of the figure that this one is a part of."""
    return cell_of(mention.root, *mention.whole[:3], mention.basis) if mention.whole else None


def bare_part(mention: Mention) -> bool:
    """Whether a figure is a part, and the text does not say of whom or where: no claim on what the whole counts."""
    return whole_cell(mention) == mention_cell(mention)


def roots(facts: Facts) -> list[str]:
    """The countries, or places, that a report is about."""
    return sorted({x.root for x in _all(facts)})


def wholes(cell: str) -> list[str]:
    """The cells whose count is the total of this one's: everybody of the place, and the population of the whole country."""
    root, measure, who, place, basis = cell.split(SEP)
    if "@" in place:  # a hospital, whose total nobody states
        return []
    found = [SEP.join((root, measure, "", place, basis))] if who else []
    return found + ([SEP.join((root, measure, who, "", basis))] if place else [])


def wide_cell(cell: str) -> str | None:
    """The cell that counts the same without the place; None where there is none narrower: no place, or one hospital's."""
    root, measure, who, place, basis = cell.split(SEP)
    return SEP.join((root, measure, who, "", basis)) if place and "@" not in place else None


def with_wide(cells: Iterable[str]) -> list[str]:
    """Cells, and those that count the same without the place."""
    own = list(cells)
    return [*own, *sorted({w for c in own if (w := wide_cell(c))} - set(own))]


def entries(facts: Facts, published: str) -> list[Entry]:
    """The entries by which a reading's facts are found again."""
    filed: list[Entry] = []
    filed += [_filed("mention", m.root, mention_cell(m), m.number, m) for m in facts.mentions if not bare_part(m)]
    filed += [_filed("part", m.root, cell, m.number, m) for m in facts.mentions if (cell := whole_cell(m))]
    filed += [_filed("act", a.root, "", a.number, a) for a in facts.acts]
    for at, (root, link) in enumerate(sorted(seats(facts), key=repr)):
        filed.append(_filed("seat", root, "", at, link))
    filed += [_filed("day", root, "", at, day) for at, (root, day) in enumerate(sorted(days(facts, published)))]
    return filed


def days(facts: Facts, published: str) -> set[tuple[str, Day]]:
    """The days that a report adds to the calendars of its roots."""
    return {(x.root, (day, older(day, x.named))) for x in _all(facts) for day in [own_day(x, published)]}


def _filed(kind: str, root: str, cell: str, number: int, data: object) -> Entry:
    return Entry(kind=kind, root=root, cell=cell, number=number, data=msgspec.msgpack.encode(data))


def seats(facts: Facts) -> set[tuple[str, Link]]:
    """The links whose authority the report settles, each with its root."""
    return {(x.root, link) for x in _all(facts) for link in x.chain if link.authority}


def _all(facts: Facts) -> list[Mention | Act]:
    return [*facts.mentions, *facts.acts]


def own_day(what: Mention | Act, published: str) -> str:
    """The day that a figure or act belongs to: that of its window's end, else the day published."""
    window = what.window if isinstance(what, Mention) else None
    return (window[1] if window and window[1] and _past(window[1], published) else None) or published[:10]


def _past(day: str, published: str) -> bool:
    """Whether a day lies before the day of publication."""
    return day < published[:10]
