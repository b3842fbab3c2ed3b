"""Two crises of one country at one time: a flood and a bombing, told in the same week with no place named."""

import pytest

from tests.relating.told import edition, history, tallies

FLOOD = {
    "en": "Floods in Peru.\n\nThe Interior Ministry said on {day} March that {n} people had been killed in the floods in Peru.",
    "id": "Banjir di Peru.\n\nKementerian Dalam Negeri mengatakan pada {day} Maret bahwa {n} orang tewas akibat banjir di Peru.",
    "ru": "Наводнение в Перу.\n\nМВД сообщило {day} марта, что в Перу при наводнении погибли {n} человек.",
}
BOMB = {
    "en": "Bombing in Peru.\n\nThe Interior Ministry said on {day} March that {n} people had been killed in the bombing in Peru.",
    "id": "Bom di Peru.\n\nKementerian Dalam Negeri mengatakan pada {day} Maret bahwa {n} orang tewas akibat serangan bom di Peru.",
    "ru": "Теракт в Перу.\n\nМВД сообщило {day} марта, что в Перу при теракте погибли {n} человек.",
}
BARE = {
    "en": "News from Peru.\n\nThe Interior Ministry said on {day} March that {n} people had been killed in Peru.",
    "id": "Kabar dari Peru.\n\nKementerian Dalam Negeri mengatakan pada {day} Maret bahwa {n} orang tewas di Peru.",
    "ru": "Новости из Перу.\n\nМВД сообщило {day} марта, что в Перу погибли {n} человек.",
}
LANGS = ("en", "id", "ru")


def told(lang: str, *reports: tuple[dict[str, str], int, int]) -> list[tuple[float, str, tuple[str, ...]]]:
    """Number, status and marks of each claim of the one tally that the reports make, each as text, day and number."""
    made = [edition(f"{day}-{n}", f"2024-03-{day:02}T20:00:00Z", text[lang].format(day=day, n=n), lang=lang) for text, day, n in reports]
    (found,) = tallies(*made)
    return [(c["best"], c["status"], c["marks"]) for c in found["claims"]]


@pytest.mark.parametrize("lang", LANGS)
def test_the_dead_of_a_bombing_are_no_later_count_of_a_flood_s(lang: str) -> None:
    assert told(lang, (FLOOD, 4, 31), (BOMB, 5, 57)) == [(31, "standing", ()), (57, "standing", ())]


@pytest.mark.parametrize("lang", LANGS)
def test_nor_do_they_contest_it(lang: str) -> None:
    assert told(lang, (FLOOD, 4, 57), (BOMB, 5, 31)) == [(57, "standing", ()), (31, "standing", ())]


@pytest.mark.parametrize("lang", LANGS)
def test_each_goes_on_by_itself(lang: str) -> None:
    found = told(lang, (FLOOD, 4, 31), (BOMB, 5, 57), (FLOOD, 6, 64), (BOMB, 7, 60))

    assert [(n, s) for n, s, _ in found] == [(31, "superseded"), (57, "superseded"), (64, "standing"), (60, "standing")]


@pytest.mark.parametrize("lang", LANGS)
def test_what_names_no_kind_goes_with_the_others(lang: str) -> None:
    assert [s for _, s, _ in told(lang, (FLOOD, 4, 31), (BARE, 5, 57))] == ["superseded", "standing"]


@pytest.mark.parametrize("lang", LANGS)
def test_where_there_are_two_it_goes_with_most(lang: str) -> None:
    found = told(lang, (FLOOD, 4, 31), (FLOOD, 5, 35), (BOMB, 6, 20), (BARE, 7, 57))

    assert [(n, s) for n, s, _ in found] == [(31, "superseded"), (35, "superseded"), (20, "standing"), (57, "standing")]


@pytest.mark.parametrize(
    "text",
    [
        "A landslide in Peru.\n\nThe Interior Ministry said on {day} March that {n} people had been killed in the landslide in Peru.",
        "Buildings collapse in Peru.\n\nThe Interior Ministry said on {day} March that {n} people had been killed under collapsed houses in Peru.",
        "Fires in Peru.\n\nThe Interior Ministry said on {day} March that {n} people had been killed by fires and the quake in Peru.",
    ],
)
def test_one_event_in_other_words_stays_one(text: str) -> None:
    quake = {"en": "A quake in Peru.\n\nThe Interior Ministry said on {day} March that {n} people had been killed in the earthquake in Peru."}

    assert [s for _, s, _ in told("en", (quake, 4, 31), ({"en": text}, 5, 57))] == ["superseded", "standing"]


def test_a_report_that_tells_of_both_says_nothing_of_either() -> None:
    both = "A week in Peru.\n\nThe Interior Ministry said on 6 March that 64 people had been killed in Peru in the floods and in the bombing."
    one = edition("a", "2024-03-04T20:00:00Z", FLOOD["en"].format(day=4, n=31))
    (found,) = tallies(one, edition("b", "2024-03-06T20:00:00Z", both))

    assert [s for _, _, s in history(found)] == ["superseded", "standing"]


def test_equal_numbers_of_two_kinds_support_each_other_in_nothing() -> None:
    flood = edition("a", "2024-03-04T20:00:00Z", FLOOD["en"].format(day=4, n=31))
    bomb = edition("b", "2024-03-04T21:00:00Z", BOMB["en"].format(day=4, n=31).replace("The Interior Ministry", "The Red Cross"))
    (found,) = tallies(flood, bomb)

    assert [c["support"] for c in found["claims"]] == [(1, 1), (1, 1)]
    assert [bool(c["notes"]) for c in found["claims"]].count(True) == 1


def test_a_town_s_number_is_held_against_no_total_of_the_rarer_kind() -> None:
    floods = [edition(f"f{n}", f"2024-03-04T{n - 300}:00:00Z", FLOOD["en"].format(day=4, n=n)) for n in (310, 320)]
    bomb = edition("b", "2024-03-04T21:00:00Z", BOMB["en"].format(day=4, n=31))
    town = edition("t", "2024-03-04T22:00:00Z", "News from Peru.\n\nThe Red Cross said on 4 March that 90 people had been killed in Cusco.")
    found = [t for t in tallies(*floods, bomb, town) if t["place"] == "Cusco"]

    assert [c["marks"] for t in found for c in t["claims"]] == [()]
