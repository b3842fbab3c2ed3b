"""Figures have the place of their own clause, and none where none or several stand there."""

import pytest

from tests.reading.figures_of import document, value

PLACED = [
    ("en", "A storm killed 12 people in Lima on Friday.", {12: "Lima"}),
    ("en", "Of the dead, 40 people died in Lima, 21 in the Cusco region and 8 in Arequipa.", {40: "Lima", 21: "Cusco Region", 8: "Arequipa"}),
    ("en", "In Lima alone 33 people died, officials said.", {33: "Lima"}),
    ("en", "In Lima 12 people were killed and 30 injured.", {12: "Lima", 30: "Lima"}),
    ("en", "The unrest in Peru left 12 people dead, 5 of them police officers.", {12: "Peru", 5: "Peru"}),
    ("id", "Sebanyak 12 orang tewas di Surabaya, 21 orang di Kota Bandung, dan 8 orang di Medan.", {12: "Surabaya", 21: "Kota Bandung", 8: "Medan"}),
    ("id", "Kota Surabaya mencatat korban terbanyak dengan 33 orang tewas.", {33: "Kota Surabaya"}),
    ("id", "Sekitar 200 orang ditangkap di Medan, kata polisi.", {200: "Medan"}),
    ("ru", "В Казани погибли 33 человека, в Воронеже — 26, в Перми — 20.", {33: "Казань", 26: "Воронеж", 20: "Пермь"}),
    ("ru", "Больше всего жертв в Казани: там, по словам врачей, погибли 33 человека.", {33: "Казань"}),
    ("ru", "На Казань приходятся 33 погибших.", {33: "Казань"}),
    ("en", "21 people died in Lima, 16 in Lumbir and 10 in Cusco.", {21: "Lima", 16: "Lumbir", 10: "Cusco"}),
    ("id", "Korban tewas 21 orang di Medan, 16 di Lumbir, dan 10 di Surabaya.", {21: "Medan", 16: "Lumbir", 10: "Surabaya"}),
    ("ru", "Погибли 21 человек в Казани, 16 в Лумбире и 10 в Перми.", {21: "Казань", 10: "Пермь"}),
]  # fmt: skip

NOWHERE = [
    ("en", "Police in Lima said 12 people were killed."),
    ("en", "Three tourists from Lima were killed."),
    ("en", "In Lima and Cusco 12 people were killed."),
    ("en", "LIMA - A storm killed 12 people."),
    ("id", "Polisi di Surabaya mengatakan 12 orang tewas."),
    ("id", "Sebanyak 12 orang asal Medan tewas."),
    ("id", "Sebanyak 12 orang tewas di Medan dan Surabaya."),
    ("ru", "Полиция в Казани сообщила, что погибли 12 человек."),
    ("ru", "Погибли 12 туристов из Казани."),
    ("ru", "Погибли 12 человек; в Казани закрыты школы."),
]


@pytest.mark.parametrize(("lang", "text", "expected"), PLACED)
def test_a_figure_has_the_place_of_its_clause(lang: str, text: str, expected: dict[float, str]) -> None:
    made = document(text, lang)

    assert {value(c): made.places[c.place].name for c in made.counts if c.place is not None} == expected


@pytest.mark.parametrize(("lang", "text"), NOWHERE)
def test_no_place_is_guessed(lang: str, text: str) -> None:
    made = document(text, lang)

    assert [c.place for c in made.counts] == [None]
