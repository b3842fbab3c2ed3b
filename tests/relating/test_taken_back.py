"""A number taken back, lowered, rejected or not confirmed in the words of its office: what becomes of it, and of the new one."""

import pytest

from tests.relating.told import edition, history, tallies

FIRST = "Наводнение в Гане. Погибли 42 человека, сообщило МЧС Ганы."

SECOND = [
    ("МЧС Ганы уменьшило число погибших с 42 до 38.", [(42, "superseded"), (38, "standing")]),
    ("МЧС Ганы уменьшило число погибших до 38.", [(42, "superseded"), (38, "standing")]),
    ("По уточнённым данным, погибли не 42, а 38 человек, сообщило МЧС Ганы.", [(42, "superseded"), (38, "standing")]),
    ("МЧС Ганы отозвало число 42 и сообщило о 38 погибших.", [(42, "withdrawn"), (38, "standing")]),
    ("Полиция Ганы не подтвердила информацию о 42 погибших.", [(42, "standing")]),
    ("«Мы не подтверждаем гибель 42 человек», — сказал представитель полиции Ганы.", [(42, "standing")]),
]


@pytest.mark.parametrize(("text", "expected"), SECOND)
def test_what_becomes_of_a_number(text: str, expected: list[tuple[float, str]]) -> None:
    first = edition("a", "2024-05-01T10:00:00Z", FIRST, lang="ru")
    second = edition("b", "2024-05-02T10:00:00Z", f"Наводнение в Гане. {text}", lang="ru")
    (tally,) = tallies(first, second)

    assert [(number, status) for number, _, status in history(tally)] == expected
