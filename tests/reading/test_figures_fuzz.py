"""Whatever words stand together, reading ends, and its figures keep what the record promises."""

import functools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khabar.language.base import SUPPORTED
from khabar.language.lexicon import load_entries
from khabar.reading.document import Count
from tests.reading.figures_of import document

CATEGORIES = (
    "numeral",
    "vague",
    "bound",
    "measure",
    "damage",
    "population",
    "person",
    "thing",
    "part",
    "among",
    "resume",
    "month",
)
MARKS = [
    ",",
    ".",
    ";",
    ":",
    "—",
    "-",
    "(",
    ")",
    "“",
    "”",
    "12",
    "1,234.5",
    "2.300",
    "12/01/2022",
    "7.2",
    "0",
    "2011",
    "«",
    "»",
]


@functools.cache
def vocabulary(lang: str) -> list[str]:
    return MARKS + [" ".join(w.rstrip("*") for w in e.words) for e in load_entries(lang) if e.category in CATEGORIES]


@pytest.mark.parametrize("lang", SUPPORTED)
@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_any_words(lang: str, data: st.DataObject) -> None:
    text = " ".join(data.draw(st.lists(st.sampled_from(vocabulary(lang)), min_size=1, max_size=25)))

    made = document(text, lang)

    assert all(_ends(count) for count in made.counts)
    for count in made.counts:
        assert 0 <= count.span[0] <= count.number[0] < count.number[1] <= len(text)
        assert count.measure
        assert count.part_of is None or any(count.part_of is c for c in made.counts if c is not count)
        assert count.low is None or count.high is None or count.low <= count.high
        assert (count.best is None) == (count.bound in {"at_least", "at_most", "range", "vague"})


def _ends(count: Count) -> bool:
    """Whether the chain of wholes ends, so that no figure is a part of itself."""
    seen: list[Count] = []
    whole: Count | None = count
    while whole is not None and not any(whole is s for s in seen):
        seen.append(whole)
        whole = whole.part_of
    return whole is None


@given(text=st.text(max_size=80))
@settings(max_examples=150, deadline=None)
def test_any_text(text: str) -> None:
    document(text, "en")
