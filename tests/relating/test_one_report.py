"""Several numbers of one source in one report; parts beside totals that are only older."""

import pytest

from tests.relating.told import edition, history, tallies

LIVE = {
    "en": "A fire in Peru.\n\nPolice said 133 people were killed.\n\nPolice said 115 people were killed.\n\nPolice said 93 people were killed.",
    "id": "Kebakaran di Peru.\n\nPolisi mengatakan 133 orang tewas.\n\nPolisi mengatakan 115 orang tewas.\n\nPolisi mengatakan 93 orang tewas.",
    "ru": "Пожар в Перу.\n\nПолиция сообщила, что погибли 133 человека.\n\nПолиция сообщила, что погибли 115 человек.\n\nПолиция сообщила, что погибли 93 человека.",
}


@pytest.mark.parametrize("lang", ["en", "id", "ru"])
def test_of_one_source_s_numbers_in_a_running_report_the_highest_is_the_last(lang: str) -> None:
    (found,) = tallies(edition("live", "2024-03-04T20:00:00Z", LIVE[lang], lang=lang))

    assert {v: s for v, _, s in history(found)} == {133: "standing", 115: "superseded", 93: "superseded"}
    assert found["standing"] == (133,)


def test_headlines_of_a_running_report_take_part() -> None:
    text = (
        "Death toll in Peru rises to 133\n\nPolice said 133 people were killed in Peru.\n\nDeath toll in Peru rises to 115\n\n"
        "Police said 115 people were killed in Peru."
    )
    (found,) = tallies(edition("live", "2024-03-04T20:00:00Z", text))

    assert {v: s for v, _, s in history(found)} == {133: "standing", 115: "superseded"}


def test_numbers_of_two_sources_in_one_report_stand_side_by_side() -> None:
    text = "A fire in Peru.\n\nPolice said 133 people were killed. The Red Cross said 115 people were killed."
    (found,) = tallies(edition("a", "2024-03-04T20:00:00Z", text))

    assert {s for _, _, s in history(found)} == {"standing"}


def test_of_a_stock_no_number_of_one_report_takes_another_s_place() -> None:
    text = "A flood in Peru.\n\nPolice said 133 people were missing.\n\nPolice said 115 people were missing."
    (found,) = tallies(edition("a", "2024-03-04T20:00:00Z", text), measure="missing")

    assert {s for _, _, s in history(found)} == {"standing"}


@pytest.mark.parametrize("text", [
    "A fire in Peru.\n\nPolice said 115 people were killed. Police said 133 people were killed.",
    "A fire in Peru.\n\nPolice said 12 people were killed.\n\nPolice said 133 people were killed.",
])  # fmt: skip
def test_numbers_of_one_paragraph_or_far_apart_may_count_other_things(text: str) -> None:
    (found,) = tallies(edition("a", "2024-03-04T20:00:00Z", text))

    assert {s for _, _, s in history(found)} == {"standing"}


def _marks(*reports: tuple[int, str]) -> list[tuple[str, ...]]:
    made = [edition(f"r{hour}", f"2024-03-04T{hour:02}:00:00Z", text) for hour, text in reports]
    found = tallies(*made)
    return [c["marks"] for t in found if t["place"] == "Cusco" for c in t["claims"]]


PART = "A quake in Peru.\n\nThe Red Cross said {}203 people were killed in Cusco."
TOTAL = "A quake in Peru.\n\nPolice said {}{} people were killed in Peru."


def test_a_part_above_a_total_of_that_hour_or_later_is_marked() -> None:
    assert _marks((8, PART.format("")), (10, TOTAL.format("", 199))) == [("part exceeds total",)]


def test_a_total_that_its_authority_raised_that_day_is_no_measure() -> None:
    assert _marks((8, PART.format("")), (10, TOTAL.format("", 199)), (12, TOTAL.format("", 240))) == [()]
