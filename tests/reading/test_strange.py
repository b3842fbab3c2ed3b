"""Places that no table knows are places of their own where a word for their sort or a list of places tells it."""

import pytest

from tests.reading.figures_of import document, value

COUNTED = [
    ("en", "At least 12 people were killed in Lumbir governorate on Friday.", {12: "Lumbir Region"}),
    ("en", "A fire killed 12 people in the Karuma area of Ecuador.", {12: "Karuma"}),
    ("en", "Nine people died in the village of Karuma.", {9: "Karuma"}),
    ("en", "Shells killed 9 people in Lumbir refugee camp.", {9: "Lumbir"}),
    ("en", "Gunmen killed 31 people in Karuma County on Friday.", {31: "Karuma"}),
    ("en", "21 people died in Lima, 16 in Karuma Vieja and 10 in Cusco.", {21: "Lima", 16: "Karuma Vieja", 10: "Cusco"}),
    ("id", "Sebanyak 12 orang tewas di Kecamatan Lumbir Utara.", {12: "Lumbir Utara"}),
    ("id", "Banjir menewaskan 9 orang di Desa Karuma pada Jumat.", {9: "Karuma"}),
    ("ru", "В селе Лумбир погибли 12 человек.", {12: "Лумбир"}),
    ("ru", "Погибли 19 человек в районе Карума, 12 — в районе Лумбир.", {19: "Карума", 12: "Лумбир"}),
    ("ru", "По району Карума теперь 22 погибших.", {22: "Карума"}),
    ("ru", "В российском Воронеже погибли 9 человек.", {9: "Воронеж"}),
    ("ru", "В провинции Карума погибли 9 человек.", {9: "Karuma Region"}),
]  # fmt: skip

NOWHERE = [
    ("en", "Twelve people were killed in Islamic State attacks."),
    ("en", "Twelve people were killed in Russian territory."),
    ("en", "Twelve people were killed in the Business area."),
    ("en", "Police in the Karuma district said 12 people died."),
    ("en", "The Karuma district court was told that 12 people had died."),
    ("en", "Twelve people were killed at Karuma State University."),
    ("en", "Twelve people died in Ramadan, officials said."),
    ("en", "Police in Lima said 12 people died, 8 in May."),
    ("id", "Sebanyak 12 orang tewas di kawasan industri."),
    ("ru", "В городе погибли 12 человек."),
    ("ru", "В районе Карумы задержали 12 человек."),
]


@pytest.mark.parametrize(("lang", "text", "expected"), COUNTED)
def test_a_figure_counts_in_the_unknown_place_beside_it(lang: str, text: str, expected: dict[float, str]) -> None:
    made = document(text, lang)
    assert {value(c): made.places[c.place].name for c in made.counts if c.place is not None} == expected


@pytest.mark.parametrize(("lang", "text"), NOWHERE)
def test_not_every_capital_is_a_place(lang: str, text: str) -> None:
    made = document(text, lang)
    assert [p for c in made.counts if c.place is not None and (p := made.places[c.place]).geonames is None] == []


def test_it_lies_in_the_country_behind_it_or_the_only_one() -> None:
    behind = document("A fire killed 12 people in the Karuma area, Ecuador, and nine in Peru.")
    only = document("A fire in Peru killed 12 people in the Karuma area.")
    none = document("Fires in Peru and Chile killed 12 people in the Karuma area.")

    assert [[p.country for p in d.places if p.name == "Karuma"] for d in (behind, only, none)] == [["EC"], ["PE"], [None]]


def test_places_stay_in_the_order_of_the_text() -> None:
    made = document("In the Karuma area of Peru 12 people died, and nine in Lima.")
    assert [p.name for p in made.places] == ["Karuma", "Peru", "Lima"]
