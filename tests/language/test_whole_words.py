"""Every word by which a breakdown says that it is whole does so in its own examples; without it they say nothing."""

import pytest

from khabar.language.base import SUPPORTED
from khabar.language.lexicon import Entry, load_entries
from tests.reading.figures_of import document


def claims(text: str, lang: str) -> list[tuple[float | None, list[float | None]]]:
    """Each breakdown that claims to be whole, as total and parts."""
    return [(w.total.best, [p.best for p in w.parts]) for w in document(text[0].upper() + text[1:], lang).wholes]


def filled(example: str, words: str) -> str:
    """The example with the words, capitalised where they lead a sentence."""
    return example.replace(". {}", f". {words.capitalize()}").replace("{}", words)


def entries(lang: str) -> list[Entry]:
    return [e for e in load_entries(lang) if e.category in {"closing", "complete"}]


@pytest.mark.parametrize("lang", SUPPORTED)
def test_the_breakdown_of_each_example(lang: str) -> None:
    texts = [filled(x, " ".join(e.words)) for e in entries(lang) for x in e.examples]

    assert [t for t in texts if claims(t, lang) != [(61, [21, 40])]] == []


@pytest.mark.parametrize("lang", SUPPORTED)
def test_without_the_words_nothing_is_claimed(lang: str) -> None:
    texts = [x.replace("{}, 40", "40").replace("{} ", "").replace(" {}", "") for e in entries(lang) for x in e.examples]

    assert [t for t in texts if claims(t, lang)] == []
