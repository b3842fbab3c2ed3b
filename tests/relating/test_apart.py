"""Houses that belong to a country and to no government: a parliament, a court, an ombudsman."""

import pytest

from tests.relating.told import edition, history, tallies

HOUSES = {
    "en": ("The speaker of parliament, Luis Prado, said {} people had died in the flood in Peru.", "The Health Ministry said {} people had died in the flood in Peru.", "The Supreme Court said {} people had died in the flood in Peru.", "The ombudsman said {} people had died in the flood in Peru."),
    "id": ("Ketua parlemen Luis Prado mengatakan {} orang tewas akibat banjir di Peru.", "Kementerian Kesehatan mengatakan {} orang tewas akibat banjir di Peru.", "Mahkamah Agung mengatakan {} orang tewas akibat banjir di Peru.", "Ombudsman mengatakan {} orang tewas akibat banjir di Peru."),
    "ru": ("Спикер парламента Луис Прадо сообщил, что при наводнении в Перу погибли {} человек.", "Минздрав сообщил, что при наводнении в Перу погибли {} человек.", "Верховный суд сообщил, что при наводнении в Перу погибли {} человек.", "Омбудсмен сообщил, что при наводнении в Перу погибли {} человек."),
}  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "id", "ru"])
@pytest.mark.parametrize("house", [0, 2, 3])
def test_neither_takes_the_place_of_a_ministry_s_number_nor_gives_way_to_it(lang: str, house: int) -> None:
    apart, ministry = HOUSES[lang][house], HOUSES[lang][1]
    (found,) = tallies(
        edition("a", "2024-03-04T08:00:00Z", ministry.format(3000), lang=lang),
        edition("b", "2024-03-05T08:00:00Z", apart.format(7000), lang=lang),
        edition("c", "2024-03-06T08:00:00Z", ministry.format(7400), lang=lang),
    )

    assert [(value, status) for value, _, status in history(found)] == [
        (3000, "superseded"), (7000, "standing"), (7400, "standing"),
    ]  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "id", "ru"])
def test_a_parliament_goes_on_with_its_own_count_and_contests_a_ministry_s(lang: str) -> None:
    house, ministry, *_ = HOUSES[lang]
    (found,) = tallies(
        edition("a", "2024-03-04T08:00:00Z", house.format(6000), lang=lang),
        edition("b", "2024-03-05T08:00:00Z", house.format(7000), lang=lang),
        edition("c", "2024-03-05T09:00:00Z", ministry.format(3000), lang=lang),
    )

    assert [status for _, _, status in history(found)] == ["superseded", "standing", "standing"]
    assert [len(c["marks"]) for c in found["claims"]] == [0, 1, 1]
