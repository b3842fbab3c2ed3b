"""One event's total, given for the town by one report, for the region by the next, for the country by a third: one tally."""

import itertools

import pytest

from khabar.model.edition import Edition
from khabar.pipeline import Ledger
from khabar.reading.reader import Reader
from khabar.relating.twins import nested
from khabar.relating.views import Views
from tests.relating.told import edition, history, keep, tallies

IN = {
    "en": "{who} said on {day} March that {n} people were killed in the crush in {place}.",
    "id": "{who} mengatakan pada {day} Maret bahwa {n} orang tewas di {place}.",
    "ru": "{who} сообщил {day} марта, что в {place} погибли {n} человек.",
}
WHO = {"en": "The Interior Ministry", "id": "Kementerian Dalam Negeri", "ru": "Минздрав"}
WHERE = {"en": ("Cusco", "Peru"), "id": ("Cusco", "Peru"), "ru": ("Куско", "Перу")}
LEAD = {"en": "A crush in Peru.\n\n", "id": "Desak-desakan di Peru.\n\n", "ru": "Давка в Перу.\n\n"}


def said(day: int, n: int, place: int, *, lang: str = "en", who: str | None = None, hour: int = 8, more: str = "") -> Edition:
    text = LEAD[lang] + IN[lang].format(who=who or WHO[lang], day=day, n=n, place=WHERE[lang][place]) + more
    return edition(f"{day}-{n}-{place}-{hour}", f"2024-03-{day:02}T{hour:02}:00:00Z", text, lang=lang)


TOWN, COUNTRY = 0, 1


@pytest.mark.parametrize("lang", ["en", "id", "ru"])
def test_a_town_s_number_that_is_the_country_s_counts_there(lang: str) -> None:
    (found,) = tallies(
        said(4, 125, TOWN, lang=lang), said(4, 125, COUNTRY, lang=lang, hour=10), said(6, 131, COUNTRY, lang=lang)
    )

    assert [(v, s) for v, _, s in history(found)] == [(125, "superseded"), (131, "standing")]
    assert (found["claims"][0]["carriers"], len(found["also"])) == (2, 1)
    assert any(g["rule"] == "same-count" for g in found["claims"][0]["grounds"])


@pytest.mark.parametrize("lang", ["en", "id", "ru"])
def test_later_numbers_of_the_only_place_go_on_with_it(lang: str) -> None:
    reports = [said(4, 125, TOWN, lang=lang), said(4, 125, COUNTRY, lang=lang, hour=10), said(6, 131, TOWN, lang=lang)]
    (found,) = tallies(*reports)

    assert [(v, s) for v, _, s in history(found)] == [(125, "superseded"), (131, "standing")]


def test_earlier_numbers_of_the_place_were_the_whole_count_too() -> None:
    (found,) = tallies(said(3, 98, TOWN), said(4, 125, TOWN), said(4, 125, COUNTRY, hour=10))

    assert [(v, s) for v, _, s in history(found)] == [(98, "superseded"), (125, "standing")]


def test_numbers_that_are_not_tied_stay_where_they_were_given() -> None:
    found = tallies(said(4, 103, TOWN), said(4, 164, COUNTRY, hour=10))

    assert {t["place"]: [v for v, _, _ in history(t)] for t in found} == {"Peru": [164], "Cusco": [103]}


def test_a_part_of_a_breakdown_is_no_total_of_the_country() -> None:
    ministry = "A quake in Peru.\n\nThe Interior Ministry said 164 people were killed in Peru, 103 of them in Cusco."
    before = edition("a", "2024-03-03T08:00:00Z", "A quake in Peru.\n\nThe Interior Ministry said 103 people were killed in Peru.")
    found = tallies(before, edition("b", "2024-03-04T08:00:00Z", ministry))

    assert {t["place"]: [v for v, _, _ in history(t)] for t in found} == {"Peru": [103, 164], "Cusco": [103]}


def test_a_place_beside_another_is_no_whole_of_the_country() -> None:
    two = edition("b", "2024-03-04T10:00:00Z", "A quake in Peru.\n\nPolice said 41 people were killed in Cusco. Police said 125 people were killed in Tacna.")
    found = tallies(two, said(4, 125, COUNTRY, who="Police"))

    assert sorted(t["place"] for t in found) == ["Cusco", "Peru", "Tacna"]


def test_where_several_places_are_counted_in_a_later_number_of_one_stays_there() -> None:
    elsewhere = edition("c", "2024-03-05T08:00:00Z", "A crush in Peru.\n\nPolice said 12 people were killed in Tacna.")
    found = tallies(said(4, 125, TOWN), said(4, 125, COUNTRY, hour=10), elsewhere, said(6, 131, TOWN))

    assert {t["place"]: [v for v, _, _ in history(t)] for t in found} == {"Peru": [125], "Cusco": [131], "Tacna": [12]}


def test_a_lower_number_of_the_place_alone_takes_no_part_in_the_country_s() -> None:
    found = tallies(said(4, 125, TOWN), said(4, 125, COUNTRY, hour=10), said(6, 90, TOWN))

    assert {t["place"]: [v for v, _, _ in history(t)] for t in found} == {"Peru": [125], "Cusco": [90]}


def test_an_earlier_number_of_the_town_that_its_source_lowers_for_the_country() -> None:
    lower = "A flood in Peru.\n\nThe United Nations said on 8 March that 3,958 people had died in Peru. Earlier, the United Nations had said 11,300."
    first = "A flood in Peru.\n\nThe United Nations said on 4 March that 11,300 people had died in Cusco."
    (found,) = tallies(edition("a", "2024-03-04T08:00:00Z", first), edition("b", "2024-03-08T08:00:00Z", lower))

    assert [(v, s) for v, _, s in history(found)] == [(11300, "superseded"), (3958, "standing")]


def test_who_is_told_to_revise_its_toll_gives_a_reason_for_a_lower_number() -> None:
    lower = "A flood in Peru.\n\nThe United Nations has revised its earlier death toll. The United Nations said 3,958 people had died in Peru."
    first = "A flood in Peru.\n\nThe United Nations said 11,300 people had died in Peru."
    (found,) = tallies(edition("a", "2024-03-04T08:00:00Z", first), edition("b", "2024-03-08T08:00:00Z", lower))

    assert [(v, s) for v, _, s in history(found)] == [(11300, "superseded"), (3958, "standing")]


def test_an_act_on_the_number_of_the_town_reaches_the_country_s() -> None:
    gone = edition("c", "2024-03-05T08:00:00Z", "A crush in Peru.\n\nThe Interior Ministry withdrew its figure of 125 people killed in Cusco.")
    (found,) = tallies(said(4, 125, TOWN), said(4, 125, COUNTRY, hour=10), gone)

    assert [(v, s) for v, _, s in history(found)] == [(125, "withdrawn")]


def test_another_s_round_number_ties_nothing() -> None:
    found = tallies(said(4, 4000, TOWN), said(4, 4000, COUNTRY, who="The United Nations", hour=10), said(4, 12, TOWN, hour=9))

    assert {t["place"] for t in found} == {"Cusco", "Peru"}


def test_asked_by_the_town_the_country_s_tally_answers_at_any_moment() -> None:
    reports = [said(4, 125, TOWN), said(4, 125, COUNTRY, hour=10), said(6, 131, COUNTRY)]

    assert [t["place"] for t in tallies(*reports, place="Cusco")] == ["Peru"]
    assert [t["place"] for t in tallies(*reports, place="Cusco", as_of="2024-03-04T09:00:00Z")] == ["Cusco"]
    assert [t["place"] for t in tallies(*reports, place="Cusco", as_of="2024-03-04T11:00:00Z")] == ["Peru"]


def test_a_checked_text_is_held_against_the_country_s_tally() -> None:
    late = said(7, 125, TOWN)
    with Ledger(":memory:") as ledger:
        keep(ledger, said(4, 125, TOWN), said(4, 125, COUNTRY, hour=10), said(6, 131, COUNTRY))
        checked = ledger.check(late, Reader().read(late), as_of="2024-03-08")

    assert [f.code for f in checked.findings] == ["superseded"]


REPORTS = [
    said(3, 98, TOWN), said(4, 125, TOWN), said(4, 125, COUNTRY, hour=10), said(5, 127, TOWN, who="Police"), said(6, 131, TOWN),
    edition("x", "2024-03-07T08:00:00Z", "A crush in Peru.\n\nPolice said 12 people were killed in Tacna."), said(8, 135, TOWN),
]  # fmt: skip


@pytest.mark.parametrize("order", list(itertools.permutations(range(len(REPORTS))))[:: 5040 // 12])
def test_whatever_the_order_and_whenever_asked_it_is_the_same(order: tuple[int, ...]) -> None:
    with Ledger(":memory:") as ledger:
        for at in order:
            keep(ledger, REPORTS[at])
            ledger.board()
        asked = ledger.tallies()
        anew = Views(ledger._store).tallies()
    with Ledger(":memory:") as whole:
        keep(whole, *REPORTS)
        assert whole.tallies() == asked == anew
        past = whole.tallies(as_of="2024-03-06T12:00:00Z")
    with Ledger(":memory:") as then:
        keep(then, *REPORTS[:5])
        assert then.tallies() == past


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("g1636722", "Malang"), ("east java", "East Java"), True),
        (("g1636722", "Malang"), ("kota malang", "Kota Malang"), True),
        (("g1636722", "Malang"), ("g1640296", "Kepanjen"), False),
        (("g1636722", "Malang"), ("west java", "West Java"), False),
    ],
)
def test_a_town_lies_in_its_region(one: tuple[str, str], other: tuple[str, str], expected: bool) -> None:
    assert nested(one, other, "ID") is nested(other, one, "ID") is expected


def test_a_place_that_no_table_knows_is_one_of_the_country() -> None:
    text = "A storm in Peru.\n\nPolice said 31 people were killed in Peru. Police said 9 people were killed in the Karuma area."
    found = tallies(edition("a", "2024-03-04T08:00:00Z", text))

    assert {t["place"]: [v for v, _, _ in history(t)] for t in found} == {"Peru": [31], "Karuma": [9]}
    assert len({t["situation"] for t in found}) == 1
