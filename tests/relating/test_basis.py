"""Registered deaths beside an estimate of excess deaths: two tallies; and a town that only the dateline names."""

import pytest

from tests.relating.told import edition, tallies

BOTH = {
    "en": ("A storm in Peru.\n\nThe Health Ministry put the toll in Peru by death certificates at 64 dead.",
           "A storm in Peru.\n\nThe university counted 2,975 excess deaths in Peru."),
    "id": ("Badai di Peru.\n\nKementerian Kesehatan menyebut 64 orang tewas di Peru menurut akta kematian.",
           "Badai di Peru.\n\nUniversitas itu menghitung 2.975 kematian berlebih di Peru."),
    "ru": ("Ураган в Перу.\n\nВ минздраве насчитали по свидетельствам о смерти 64 погибших в Перу.",
           "Ураган в Перу.\n\nВ университете насчитали 2975 избыточных смертей в Перу."),
}  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "id", "ru"])
def test_two_tallies(lang: str) -> None:
    made = [edition(f"r{n}", f"2024-03-04T{8 + n:02}:00:00Z", text, lang=lang) for n, text in enumerate(BOTH[lang])]
    found = tallies(*made)

    assert [(t["basis"], [c["best"] for c in (*t["claims"], *t["unattributed"])]) for t in sorted(found, key=lambda t: t["basis"])] == [
        ("estimated", [2975]), ("unknown", [64]),
    ]  # fmt: skip
    assert [m for t in found for c in t["claims"] for m in c["marks"]] == []


@pytest.mark.parametrize(("where", "place"), [("town", "Cusco"), ("flood", "Peru")])
def test_the_town_of_the_dateline_counts_where_the_figure_points_back_to_it(where: str, place: str) -> None:
    (found,) = tallies(edition("a", "2024-03-04T08:00:00Z", f"CUSCO, Peru (Reuters) - Police said 12 people were killed in the {where}."))

    assert found["place"] == place
