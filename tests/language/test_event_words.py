"""Every word that tells a kind of event does so in a sentence with a figure; none tells two."""

import pytest

from khabar.language.base import SUPPORTED, language
from tests.reading.figures_of import document

FRAME = {
    "en": "The ministry said 12 people were killed, and spoke of {}.",
    "id": "Kementerian itu menyebut 12 orang tewas, dan menyinggung {}.",
    "ru": "Министерство сообщило, что погибли 12 человек, и упомянуло {}.",
}


def listed(lang: str) -> list[tuple[str, str]]:
    return [(word.rstrip("*"), kind) for kind, words in language(lang).facts["events"].items() for word in words]


@pytest.mark.parametrize("lang", SUPPORTED)
def test_each_word_tells_its_kind(lang: str) -> None:
    lost = [w for w, kind in listed(lang) if [c.events for c in document(FRAME[lang].format(w), lang).counts] != [(kind,)]]

    assert lost == []


@pytest.mark.parametrize("lang", SUPPORTED)
def test_without_such_a_word_no_kind_is_told(lang: str) -> None:
    assert [c.events for c in document(FRAME[lang].format("…"), lang).counts] == [()]


@pytest.mark.parametrize("lang", SUPPORTED)
def test_no_word_is_listed_twice(lang: str) -> None:
    words = [w for w, _ in listed(lang)]

    assert len(words) == len(set(words))
