"""Real practice, told with numbers of our own: what became of each figure, by which rule."""

from typing import Any

import msgspec

from khabar.model.reading import Reading
from khabar.pipeline import Ledger
from tests.relating.hand import report, say

HM, IM, DA, PO = "Health Ministry", "Interior Ministry", "Disaster Agency", "Presidential Office"


def tally(
    *reports: Reading,
    measure: str = "killed",
    who: str | None = None,
    as_of: str | None = None,
    place: str | None = None,
) -> Any:
    with Ledger(":memory:") as ledger:
        ledger.add(*reports)
        found = ledger.tally(measure, as_of=as_of)["tallies"]
    return next(t for t in found if t["who"] == who and (place is None or t["place"] == place))


def history(found: Any) -> list[tuple[float, str]]:
    return [(c["best"] if c["best"] is not None else c["low"], c["status"]) for c in found["claims"]]


def claim(found: Any, value: float) -> Any:
    return next(c for c in found["claims"] if value in {c["best"], c["low"]})


def rules(one: Any) -> list[str]:
    return [g["rule"] for g in one["grounds"]]


def test_a_toll_withdrawn_and_put_back_within_the_day() -> None:
    first = report("a", "2013-11-13T08:00:00Z", say(2300, DA, said="2013-11-13"), country="PH")
    high = report("b", "2013-11-15T02:00:00Z", say(4400, DA, said="2013-11-15"), country="PH")
    gone = report(
        "c",
        "2013-11-15T05:00:00Z",
        say(None, DA, act="withdraws", reason="not yet checked", refers={"value": 4400, "measure": "killed"}),
        country="PH",
    )
    back = report("d", "2013-11-15T08:00:00Z", say(4400, DA, said="2013-11-15", again=True), country="PH")

    fallen = tally(first, high, gone)
    assert history(fallen) == [(2300, "superseded"), (4400, "withdrawn")]
    assert (fallen["standing"], fallen["last"]) == ((), 4400)
    again = tally(first, high, gone, back)
    assert history(again) == [(2300, "superseded"), (4400, "standing")]
    assert "reinstated" in rules(claim(again, 4400))


def test_at_least_the_fallen_number_is_stale_and_a_rounder_one_is_not() -> None:
    found = tally(
        report("a", "2020-03-01T08:00:00Z", say(44, DA)),
        report("b", "2020-03-01T12:00:00Z", say(None, DA, act="withdraws", refers={"value": 44})),
        report("c", "2020-03-02T12:00:00Z", say(44, DA, bound="at_least"), outlet="late.example"),
        report("d", "2020-03-02T13:00:00Z", say(40, DA, bound="at_least"), outlet="round.example"),
    )

    assert [s["outlet"] for s in claim(found, 44)["stale"]] == ["late.example"]


def test_a_copy_of_a_report_that_tells_of_fall_and_return_changes_nothing() -> None:
    first = report("a", "2020-03-01T08:00:00Z", say(44, DA))
    both = (say(None, DA, act="withdraws", said="2020-03-01", refers={"value": 44}), say(44, DA, said="2020-03-02"))
    told = report("b", "2020-03-02T08:00:00Z", *map(dict, both))
    copy = report("c", "2020-03-02T08:07:00Z", *map(dict, both))

    assert history(tally(first, told)) == history(tally(first, told, copy)) == [(44, "standing")]


def test_a_copy_printed_after_another_number_of_the_day_is_no_return() -> None:
    first = report("a", "2022-01-05T08:00:00Z", say(12, HM, said="2022-01-05"))
    again = report("b", "2022-01-06T08:00:00Z", say(12, HM, said="2022-01-06"), lead=STORY)
    other = report("c", "2022-01-06T08:05:00Z", say(14, IM, said="2022-01-06"))
    copy = report("d", "2022-01-06T08:07:00Z", say(12, HM, said="2022-01-06"), lead=STORY)

    assert history(tally(first, again, other)) == history(tally(first, again, other, copy))


def test_an_undated_repetition_after_the_fall_reinstates_nothing() -> None:
    found = tally(
        report("a", "2020-03-01T08:00:00Z", say(44, DA)),
        report("b", "2020-03-01T12:00:00Z", say(None, DA, act="withdraws", refers={"value": 44})),
        report("c", "2020-03-02T12:00:00Z", say(44, DA), outlet="late.example"),
    )

    assert history(found) == [(44, "withdrawn")]
    assert [(s["outlet"], s["how"]) for s in claim(found, 44)["stale"]] == [("late.example", "as current")]


def test_a_president_who_finds_it_too_high_disputes() -> None:
    found = tally(
        report("a", "2013-11-10T08:00:00Z", say(10000, "Police", bound="about")),
        report(
            "b",
            "2013-11-12T08:00:00Z",
            say(2500, PO, act="denies", refers={"value": 10000, "measure": "killed"}, bound="at_most"),
        ),
    )

    assert claim(found, 10000)["status"] == "standing"
    assert "disputed by Presidential Office" in claim(found, 10000)["marks"]


def test_a_flood_toll_printed_on_the_word_of_a_society_that_disowns_it() -> None:
    first = report("a", "2021-02-07T08:00:00Z", say(200, "Red Cross", DA), country="PE")
    wire = report(
        "b", "2021-02-07T09:00:00Z", say(200, "Ana Ruiz of Red Cross", "Reuters", said="2021-02-07"), country="PE"
    )
    never = report(
        "c",
        "2021-02-08T09:00:00Z",
        say(None, "Red Cross", act="disowns", refers={"value": 200, "measure": "killed"}),
        country="PE",
    )
    lower = report("d", "2021-02-08T10:00:00Z", say(150, IM), country="PE")

    found = tally(first, wire, never, lower)

    assert (claim(found, 200)["status"], claim(found, 200)["speaker"], claim(found, 200)["by"]) == (
        "disowned",
        "Ana Ruiz",
        "Red Cross",
    )
    assert claim(found, 150)["status"] == "standing"
    assert found["standing"] == (150,)


def test_an_earthquake_toll_grows_through_three_offices() -> None:
    found = tally(
        report("a", "2023-02-06T08:00:00Z", say(912, f"Recai Aksu of {PO}")),
        report("b", "2023-02-06T12:00:00Z", say(1014, DA)),
        report("c", "2023-02-06T16:00:00Z", say(1541, f"Fuat Demir of {HM}", earlier=1014)),
    )

    assert history(found) == [(912, "superseded"), (1014, "superseded"), (1541, "standing")]
    assert rules(claim(found, 912))[1] == "higher-later"


def test_two_governments_do_not_succeed_one_another() -> None:
    found = tally(
        report("a", "2023-09-11T08:00:00Z", say(2000, f"{HM}/LY-east"), country="LY"),
        report("b", "2023-09-12T08:00:00Z", say(2300, f"{HM}/LY-west"), country="LY"),
        report("c", "2023-09-13T08:00:00Z", say(5300, f"{IM}/LY-east"), country="LY"),
        report("d", "2023-09-14T08:00:00Z", say(6000, HM), country="LY"),
    )

    assert history(found) == [(2000, "superseded"), (2300, "standing"), (5300, "standing"), (6000, "standing")]
    assert claim(found, 6000)["notes"] == ("unresolved: several authorities have such an office (Health Ministry)",)
    assert claim(found, 6000)["support"] == (0, 1)


def test_registered_deaths_beside_an_estimate() -> None:
    with Ledger(":memory:") as ledger:
        ledger.add(
            report("a", "2018-05-29T08:00:00Z", say(64, HM, basis="registered"), country="US"),
            report(
                "b",
                "2018-05-29T09:00:00Z",
                say((793, 8498), "Harvard team", basis="estimated", bound="range"),
                country="US",
            ),
        )
        found = ledger.tally("killed")["tallies"]

    assert [(t["basis"], t["claims"][0]["marks"]) for t in sorted(found, key=lambda t: t["basis"] != "unknown")] == [
        ("unknown", ()),
        ("estimated", ()),
    ]


def test_missing_people_are_found() -> None:
    found = tally(
        report("a", "2024-01-01T08:00:00Z", say(240, DA, measure="missing", said="2024-01-01")),
        report("b", "2024-01-03T08:00:00Z", say(90, DA, measure="missing", said="2024-01-03")),
        measure="missing",
    )

    assert all(not c["marks"] for c in found["claims"])
    assert claim(found, 90)["status"] == "standing"


def test_a_wire_corrects_its_own_text_and_the_source_has_revised_nothing() -> None:
    found = tally(
        report("w1", "2024-01-01T08:00:00Z", say(40, "Police"), outlet="Reuters", url="https://wire/1"),
        report("copy", "2024-01-01T08:30:00Z", say(40, "Police"), outlet="copy.example", credit=("Reuters",)),
        report(
            "w2",
            "2024-01-01T09:00:00Z",
            say(14, "Police"),
            say(None, act="corrects", refers={"value": 40, "measure": "killed"}),
            outlet="Reuters",
            url="https://wire/1",
        ),
    )

    assert history(found) == [(40, "withdrawn"), (14, "standing")]
    assert claim(found, 40)["by"] == "Reuters"
    assert "corrected-by-carrier" in rules(claim(found, 40))
    assert [(s["outlet"], s["how"]) for s in claim(found, 40)["stale"]] == [("copy.example", "as current")]


def test_a_relay_ends_only_its_own_path() -> None:
    alone = [
        report("a", "2024-01-01T08:00:00Z", say(30, HM, "State Radio")),
        report(
            "c",
            "2024-01-02T08:00:00Z",
            say(None, "State Radio", act="withdraws", refers={"value": 30, "measure": "killed"}),
        ),
    ]
    other = report("b", "2024-01-01T09:00:00Z", say(30, HM, "TASS"))

    assert history(tally(*alone)) == [(30, "withdrawn")]
    assert history(tally(*alone, other)) == [(30, "standing")]


def test_an_anonymous_official_named_a_week_later() -> None:
    first = report("a", "2024-01-01T08:00:00Z", say(70, "?a security official", "Reuters"))
    named = report("b", "2024-01-08T08:00:00Z", say(70, "Omar Said of Interior Ministry", "Reuters", said="2024-01-01"))

    before, after = tally(first), tally(first, named)
    assert [(c["source"], c["support"]) for c in before["claims"]] == [("a security official", (0, 1))]
    assert [(c["source"], c["speaker"], c["support"], c["said"]) for c in after["claims"]] == [
        ("Interior Ministry", "Omar Said", (1, 1), "2024-01-01")
    ]


def test_an_agency_that_counts_itself_and_a_bare_number() -> None:
    found = tally(
        report("a", "2024-01-01T08:00:00Z", say(25, "medium:Agence Nord"), outlet="Agence Nord"),
        report("b", "2024-01-01T09:00:00Z", say(31)),
    )

    assert [(c["best"], c["source"], c["support"]) for c in found["claims"]] == [(25, "Agence Nord", (1, 1))]
    assert [(c["best"], c["source"], c["support"], c["marks"]) for c in found["unattributed"]] == [
        (31, None, (0, 0), ("unattributed",))
    ]


def test_rivals_contest_and_hospitals_do_not() -> None:
    found = tally(
        report("a", "2024-01-01T08:00:00Z", say(25, IM), say(11, "City Hospital"), say(9, "North Hospital")),
        report("b", "2024-01-01T09:00:00Z", say(40, "United Nations")),
        place="Kazakhstan",
    )

    assert claim(found, 25)["marks"] == ("contested by United Nations",)
    assert claim(found, 40)["marks"] == ("contested by Interior Ministry",)
    assert history(found) == [(25, "standing"), (40, "standing")]
    assert found["standing"] == (40, 25)


def test_a_lower_figure_without_a_reason_is_contested() -> None:
    found = tally(
        report("a", "2024-01-01T08:00:00Z", say(25, IM)),
        report("b", "2024-01-02T09:00:00Z", say(19, IM, said="2024-01-02")),
    )

    assert history(found) == [(25, "standing"), (19, "standing")]
    assert claim(found, 25)["marks"] == ("contested by Interior Ministry",)


def test_support_counts_origins() -> None:
    found = tally(
        report("a", "2024-01-01T08:00:00Z", say(25, IM)),
        report("b", "2024-01-01T09:00:00Z", say(25, "United Nations")),
        report("c", "2024-01-01T09:00:00Z", say(25, "?a doctor")),
        report("d", "2024-01-01T10:00:00Z", say(25, IM, "TASS")),
    )

    assert claim(found, 25)["support"] == (2, 3)


def test_a_part_above_the_total_is_marked() -> None:
    found = tally(
        report("a", "2024-01-01T08:00:00Z", say(25, IM), say(31, IM, place="Almaty", part_of=0)), place="Kazakhstan"
    )

    assert [(p["best"], p["marks"]) for p in found["below"]] == [(31, ("part exceeds total",))]


def test_a_later_count_that_names_the_one_before_goes_on_with_it() -> None:
    found = tally(
        report("a", "2022-01-15T08:00:00Z", say(225, IM)),
        report("b", "2022-03-14T08:00:00Z", say(230, IM, earlier=225)),
    )

    assert history(found) == [(225, "superseded"), (230, "standing")]


def test_a_change_is_a_step_to_the_level_that_it_leads_to_and_no_claim() -> None:
    day = report("a", "2022-01-09T08:00:00Z", say(164, IM))
    more = [
        msgspec.structs.replace(day.figures[0], kind="change", low=n, best=n, high=n, span=(at, at + 1), statement=of)
        for at, (n, of) in enumerate(((41.0, 0), (9.0, None)))
    ]
    found = tally(msgspec.structs.replace(day, figures=(*day.figures, *more)))

    assert history(found) == [(164, "standing")]
    assert [(s["of"], s["best"]) for s in found["steps"]] == [(164, 41), (None, 9)]


def test_a_part_of_nobody_in_particular_is_no_claim() -> None:
    found = tally(report("a", "2022-01-09T08:00:00Z", say(164, IM), say(21, IM, part_of=0)))

    assert history(found) == [(164, "standing")]
    assert [p["best"] for p in found["below"]] == [21]


def test_a_reason_is_told_in_latin_letters_where_a_report_has_them() -> None:
    found = tally(
        report("a", "2024-01-01T08:00:00Z", say(25, IM)),
        report("b", "2024-01-02T08:00:00Z", say(None, IM, act="withdraws", reason="опечатка", refers={"value": 25})),
        report("c", "2024-01-02T09:00:00Z", say(None, IM, act="withdraws", reason="a typo", refers={"value": 25})),
    )

    assert (claim(found, 25)["status"], claim(found, 25)["reason"]) == ("withdrawn", "a typo")


def test_who_speaks_for_an_office_in_a_report_speaks_for_it_in_all_of_it() -> None:
    found = tally(report("a", "2024-01-01T08:00:00Z", say(25, IM), say(90, f"Jan Doe of {IM}", measure="injured")))

    assert (claim(found, 25)["source"], claim(found, 25)["speaker"]) == (IM, "Jan Doe")


def test_of_two_who_speak_for_an_office_neither_said_what_it_said() -> None:
    sayings = (say(90, f"Jan Doe of {IM}", measure="injured"), say(80, f"Ann Roe of {IM}", measure="detained"))
    found = tally(report("a", "2024-01-01T08:00:00Z", say(25, IM), *sayings))

    assert claim(found, 25)["speaker"] is None


def test_an_occupied_town_with_two_mayors() -> None:
    def mayor(name: str, at: str, value: int, authority: str | None) -> Reading:
        speaker = f"Mayor/{authority}" if authority else "Mayor"
        return report(name, at, say(value, speaker, place="Almaty"))

    found = tally(
        mayor("a", "2024-01-01T08:00:00Z", 10, "KZ-council"),
        mayor("b", "2024-01-01T09:00:00Z", 30, "KZ-occupation"),
        mayor("c", "2024-01-02T09:00:00Z", 35, "KZ-council"),
    )

    assert history(found) == [(10, "superseded"), (30, "standing"), (35, "standing")]


STORY = (
    "Rescuers searched the valley through the night while families waited near the bridge that the water had taken away. "
    * 3
)


def test_a_translated_copy_that_turns_the_treated_into_the_killed() -> None:
    def text(name: str, at: str, lang: str, measure: str, **more: Any) -> Reading:
        return report(
            name, at, say(164, HM, "Khabar 24"), say(2200, f"Ana Ruiz of {HM}", measure=measure, place="Almaty"), say(31, "Jan Doe of Police", measure="injured"),
            lang=lang, credit=("Reuters",), **more,
        )  # fmt: skip

    with Ledger(":memory:") as ledger:
        ledger.add(
            text("wire", "2022-01-09T12:00:00Z", "en", "treated"), text("copy", "2022-01-09T15:00:00Z", "id", "killed")
        )
        killed = ledger.tallies("killed")
        (treated,) = ledger.tallies("treated")

    assert [c.best for t in killed for c in t.claims] == [164]
    assert treated.claims[0].marks == ("altered by a carrier",)


def test_a_cut_copy_adds_no_support_and_no_claim() -> None:
    first = report("a", "2024-01-01T08:00:00Z", say(25, "?a rescuer"), lead=STORY)
    cut = report("b", "2024-01-01T09:00:00Z", say(25, "?a rescuer"), lead=STORY[:250])
    apart = report("c", "2024-01-01T09:00:00Z", say(25, "?a rescuer"))

    assert [c["support"] for c in tally(first, cut)["claims"]] == [(0, 1)]
    assert [c["support"] for c in tally(first, apart)["claims"]] == [(0, 2), (0, 2)]


def test_changes_between_two_moments() -> None:
    with Ledger(":memory:") as ledger:
        ledger.add(
            report("a", "2024-01-01T08:00:00Z", say(25, IM)),
            report("b", "2024-01-02T08:00:00Z", say(31, IM)),
            report("c", "2024-01-03T08:00:00Z", say(None, IM, act="withdraws", refers={"value": 31})),
        )
        told = [
            (c["what"], c["claim"]["best"])
            for c in ledger.changes("2024-01-01T12:00:00Z", as_of="2024-01-02T12:00:00Z")
        ]
        later = [(c["what"], c["claim"]["best"]) for c in ledger.changes("2024-01-02T12:00:00Z")]

    assert told == [("superseded", 25), ("new", 31)]
    assert later == [("withdrawn", 31)]


def test_a_wire_named_by_credit_corrects_the_copies_that_credit_it() -> None:
    found = tally(
        report("w1", "2024-01-01T08:00:00Z", say(40, "Police"), outlet="wire.example", url="https://wire/1", credit=("Wire",)),
        report("copy", "2024-01-01T08:30:00Z", say(40, "Police"), outlet="copy.example", credit=("Wire",)),
        report(
            "w2",
            "2024-01-01T09:00:00Z",
            say(14, "Police"),
            say(None, act="corrects", refers={"value": 40, "measure": "killed"}),
            outlet="wire.example",
            url="https://wire/1",
            credit=("Wire",),
        ),
    )

    assert history(found) == [(40, "withdrawn"), (14, "standing")]
    assert claim(found, 40)["by"] == "Wire"


def test_a_rounder_figure_is_made_exact() -> None:
    found = tally(
        report("a", "2024-01-01T08:00:00Z", say(10_000, IM, bound="about")),
        report("b", "2024-01-02T08:00:00Z", say(9_900, IM)),
    )

    assert history(found) == [(10_000, "superseded"), (9_900, "standing")]
    assert rules(claim(found, 10_000))[1] == "made-exact"


def test_a_lower_figure_that_is_no_rounding_stands_beside() -> None:
    found = tally(
        report("a", "2024-01-01T08:00:00Z", say(10_000, IM, bound="about")),
        report("b", "2024-01-02T08:00:00Z", say(8_000, IM)),
    )

    assert history(found) == [(10_000, "standing"), (8_000, "standing")]


def test_a_rounder_and_an_exact_wording_of_one_report_are_one_claim() -> None:
    found = tally(report("a", "2024-01-01T08:00:00Z", say(10_000, IM, bound="about", low=None, high=None), say(9_900, IM)))

    assert history(found) == [(9_900, "standing")]
