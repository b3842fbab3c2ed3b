from typing import Any

import pytest

from tests.reading.reading_of import document, words


def inner(text: str, lang: str = "en") -> list[str]:
    made = document(text, lang)
    return [words(made, q.inner) for q in made.quotations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The road is shut,” he said.", ["The road is shut,"]),
        ('"The road is shut," he said. "We wait."', ["The road is shut,", "We wait."]),
        ("”Jalan ditutup,” kata Umar.", ["Jalan ditutup,"]),
        ("«Дорога закрыта», — сказал он.", ["Дорога закрыта"]),
        ("„Дорога закрыта“, — сказал он.", ["Дорога закрыта"]),
        ("«Пост «Север» закрыт», — сказал он.", ["Пост «Север» закрыт"]),
        ("“He told us ‘go home’ and left,” she said.", ["He told us ‘go home’ and left,"]),
        ("The workers' union can't meet.", []),
        ("“The road is shut. It stays shut.", ["The road is shut. It stays shut."]),
    ],
)
def test_quotations(text: str, expected: Any) -> None:
    assert inner(text) == expected


def test_reopened_paragraphs_are_one_quotation() -> None:
    assert inner("“The road is shut.\n“It stays shut,” he said.") == ["The road is shut. | It stays shut,"]


def test_a_term_is_no_speech() -> None:
    [quotation] = document("They call it “the wall” here.").quotations

    assert quotation.scare
