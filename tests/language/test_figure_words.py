"""Every word that reads a figure does so in its own example: the figure has the measure, bound or standing of its table."""

from collections.abc import Callable

import pytest

from khabar.language.base import SUPPORTED
from khabar.language.lexicon import Entry, load_entries
from khabar.reading.document import Count
from tests.reading.figures_of import document, read, value

Check = Callable[[Entry, list[Count]], bool]


def filled(entry: Entry, example: str) -> str:
    return example.replace("{}", " ".join(w.rstrip("*") for w in entry.words)).replace(" .", ".")


def any_of(test: Callable[[Entry, Count], bool]) -> Check:
    return lambda entry, counts: any(test(entry, c) for c in counts)


def measured(entry: Entry, count: Count) -> bool:
    return count.measure in {entry.attributes.get(k) for k in ("measure", "homes", "buildings", "vehicles")}


CHECKS: dict[str, Check] = {
    "numeral": any_of(lambda _, c: bool(value(c))),
    "vague": any_of(lambda _, c: c.bound == "vague"),
    "bound": any_of(lambda e, c: c.bound == e.attributes["bound"]),
    "measure": any_of(measured),
    "damage": any_of(measured),
    "population": any_of(lambda e, c: bool(e.attributes.get("neutral")) == (c.who is None)),
    "person": any_of(lambda _, c: value(c) == 1),
    "part": any_of(lambda _, c: c.part_of is not None),
    "among": any_of(lambda _, c: c.part_of is not None),
    "change": any_of(lambda _, c: c.kind == "change"),
    "earlier": any_of(lambda _, c: c.currency == "earlier"),
    "formerly": any_of(lambda _, c: c.currency == "earlier"),
    "projected": any_of(lambda _, c: c.currency == "projected"),
    "elsewhere": any_of(lambda _, c: c.currency == "earlier"),
    "resume": lambda _, counts: [value(c) for c in counts] == [20, 12],
    "rise": any_of(lambda _, c: value(c) == 12),
    "zero": any_of(lambda _, c: value(c) == 0),
    "basis": any_of(lambda e, c: c.basis == e.attributes["basis"]),
    "unit": lambda _, counts: not counts,
    "label": lambda _, counts: not counts,
    "twice": lambda _, counts: not counts,
}


def entries(lang: str, category: str) -> list[Entry]:
    return [e for e in load_entries(lang) if e.category == category]


@pytest.mark.parametrize("lang", SUPPORTED)
@pytest.mark.parametrize("category", sorted(CHECKS))
def test_the_figure_of_each_example(lang: str, category: str) -> None:
    lost = [
        (e.words, filled(e, e.examples[0]))
        for e in entries(lang, category)
        if not any(CHECKS[category](e, document(filled(e, x), lang).counts) for x in e.examples)
    ]

    assert lost == []


@pytest.mark.parametrize("lang", SUPPORTED)
def test_units_tell_what_sort_of_number_it_is(lang: str) -> None:
    lost = [
        (e.words, filled(e, x), [(n.sort, value(n)) for n in read(filled(e, x), lang)])
        for category in ("unit", "label")
        for e in entries(lang, category)
        for x in e.examples
        if not any(n.sort == e.attributes["sort"] for n in read(filled(e, x), lang))
    ]

    assert lost == []
