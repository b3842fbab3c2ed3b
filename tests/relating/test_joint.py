"""A count of two countries at once is the toll of neither."""

import pytest

from khabar.relating.extract import extract
from tests.reading.reading_of import whole


def roots(text: str, lang: str = "en") -> list[str]:
    return [m.root for m in extract(whole(text, lang)).mentions]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "More than 240 people were killed in Peru and Chile.", ["CL+PE"]),
        ("en", "The death toll from the quake that hit Peru and Chile has risen to 240.", ["CL+PE"]),
        ("id", "Sedikitnya 240 orang tewas di Peru dan Kolombia.", ["CO+PE"]),
        ("ru", "Число погибших в Перу и Чили превысило 240, сообщает агентство.", ["CL+PE"]),
        ("en", "The quake killed 189 people in Peru and 51 in Chile. The total is 240 dead.", ["PE", "CL", "CL+PE"]),
        ("en", "The quake killed 189 people in Peru.", ["PE"]),
        ("en", "After talks between Peru and Chile, 12 people were killed in Lima.", ["PE"]),
    ],
)
def test_a_count_of_two_countries_has_a_root_of_its_own(lang: str, text: str, expected: list[str]) -> None:
    assert roots(text, lang) == expected


def test_an_office_that_tells_of_two_countries_is_of_one() -> None:
    reading = whole("The disaster agency said 120 people died in Peru and that 30 people died in Chile.", "en")
    countries = {m.chain[0].country for m in extract(reading).mentions}

    assert len(countries) == 1
