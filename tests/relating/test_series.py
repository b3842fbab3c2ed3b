"""A count that begins for the country and goes on for the only town that was hit: one history, unless something tells otherwise."""

from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from khabar.model.edition import Edition
from khabar.model.reading import Reading
from khabar.pipeline import Ledger
from khabar.relating.views import Views
from tests.relating.hand import report, say
from tests.relating.told import edition, history, tallies

SAID = {
    "en": "A dam burst in Peru.\n\n{who} said on {day} March that {n} people had been {what} in {place}.",
    "id": "Tanggul jebol di Peru.\n\n{who} mengatakan pada {day} Maret bahwa {n} orang {what} di {place}.",
    "ru": "Прорыв дамбы в Перу.\n\n{who} сообщила {day} марта, что в {place} {what} {n} человек.",
}
WHO = {"en": "The fire brigade of Cusco", "id": "Dinas Pemadam Kebakaran Cusco", "ru": "Пожарная служба Куско"}
PLACES = {"en": ("Cusco", "Peru"), "id": ("Cusco", "Peru"), "ru": ("Куско", "Перу")}
WHAT = {"en": "killed", "id": "tewas", "ru": "погибли"}
TOWN, COUNTRY = 0, 1


def said(day: int, n: int, place: int | str, *, lang: str = "en", who: str | None = None, what: str | None = None, hour: int = 8) -> Edition:
    where = place if isinstance(place, str) else PLACES[lang][place]
    text = SAID[lang].format(who=who or WHO[lang], day=day, n=n, place=where, what=what or WHAT[lang])
    return edition(f"{day}-{n}-{where}-{hour}", f"2024-03-{day:02}T{hour:02}:00:00Z", text, lang=lang)


def places(*reports: Edition, measure: str = "killed") -> dict[str, list[float]]:
    return {t["place"]: [n for n, _, _ in history(t)] for t in tallies(*reports, measure=measure)}


@pytest.mark.parametrize("lang", ["en", "id", "ru"])
def test_a_larger_number_for_the_only_town_goes_on_with_the_country_s(lang: str) -> None:
    (found,) = tallies(said(4, 11, COUNTRY, lang=lang), said(6, 29, TOWN, lang=lang), said(9, 52, TOWN, lang=lang))

    assert [(n, s) for n, _, s in history(found)] == [(11, "superseded"), (29, "superseded"), (52, "standing")]
    assert found["also"]
    assert any(g["rule"] == "same-count" for g in found["claims"][1]["grounds"])


def test_the_country_s_next_larger_number_goes_on_with_it() -> None:
    (found,) = tallies(said(4, 11, COUNTRY), said(6, 29, TOWN), said(8, 40, COUNTRY))

    assert [(n, s) for n, _, s in history(found)] == [(11, "superseded"), (29, "superseded"), (40, "standing")]


NEAR = {
    "two towns hit": [said(4, 11, COUNTRY), said(6, 29, TOWN), said(6, 4, "Tacna", hour=9)],
    "people hurt in another town": [said(4, 11, COUNTRY), said(6, 29, TOWN), said(6, 40, "Tacna", hour=9, what="injured")],
    "another authority": [said(4, 11, COUNTRY, who="The Red Cross"), said(6, 29, TOWN)],
    "more in the country on that day": [said(4, 11, COUNTRY), said(6, 29, TOWN), said(6, 45, COUNTRY, hour=12)],
    "more in the country, says another": [said(4, 45, COUNTRY, who="The Red Cross"), said(4, 11, COUNTRY), said(6, 29, TOWN)],
    "both at once, and printed again later": [said(4, 11, COUNTRY), said(4, 29, TOWN), said(5, 29, TOWN, hour=9)],
    "less in the country later": [said(4, 11, COUNTRY), said(6, 29, TOWN), said(8, 14, COUNTRY)],
    "a smaller number": [said(4, 29, COUNTRY), said(6, 11, TOWN)],
    "weeks later": [said(4, 11, COUNTRY), said(20, 29, TOWN)],
    "said to be a part": [
        said(4, 11, COUNTRY),
        edition("p", "2024-03-06T08:00:00Z", "A dam burst in Peru.\n\nThe fire brigade of Cusco said on 6 March that 45 people had been killed in Peru, 29 of them in Cusco."),
    ],
}  # fmt: skip


@pytest.mark.parametrize("why", NEAR)
def test_where_something_tells_otherwise_they_are_two(why: str) -> None:
    found = places(*NEAR[why])

    assert 29 not in found["Peru"] or why == "a smaller number"
    assert found.get("Cusco") == [11] if why == "a smaller number" else 29 in found["Cusco"]


def test_another_kind_of_event_is_another_count() -> None:
    flood = edition("a", "2024-03-04T08:00:00Z", "Floods in Peru.\n\nThe Interior Ministry said on 4 March that 11 people had been killed in floods in Peru.")
    bomb = edition("b", "2024-03-06T08:00:00Z", "Bombing in Peru.\n\nThe Interior Ministry said on 6 March that 29 people had been killed by a bomb in Cusco.")

    assert places(flood, bomb) == {"Peru": [11], "Cusco": [29]}


def test_a_stock_s_number_for_the_town_stays_there() -> None:
    found = places(said(4, 11, COUNTRY, what="missing"), said(6, 29, TOWN, what="missing"), measure="missing")

    assert found == {"Peru": [11], "Cusco": [29]}


# Laws: whatever the order, and however often it was asked in between.

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
SPOTS = ["Almaty", "Taraz"]


@st.composite
def crises(draw: st.DrawFn) -> list[Reading]:
    found = []
    spots = draw(st.sampled_from([SPOTS[:1], SPOTS[:1], SPOTS]))
    for number in range(draw(st.integers(2, 8))):
        more: dict[str, Any] = {}
        if draw(st.booleans()):
            more["place"] = draw(st.sampled_from(spots))
        if draw(st.integers(0, 5)) == 0:
            more["measure"] = draw(st.sampled_from(["injured", "missing"]))
        by = draw(st.sampled_from(["Disaster Agency", "Disaster Agency", "Health Ministry", "Red Cross"]))
        saying = say(draw(st.sampled_from([11, 14, 29, 52, 60])), by, **more)
        at = f"2022-01-{draw(st.integers(5, 20)):02}T{draw(st.integers(0, 23)):02}:00:00Z"
        found.append(report(f"r{number}", at, saying, outlet=f"o{number}.example"))
    return found


@settings(max_examples=150, deadline=None, suppress_health_check=SLOW)
@given(crises(), st.randoms(use_true_random=False))
def test_adding_one_by_one_gives_what_all_at_once_gives(history: list[Reading], random: Any) -> None:
    shuffled = list(history)
    random.shuffle(shuffled)
    with Ledger(":memory:") as ledger:
        for one in shuffled:
            ledger.add(one)
            kept = msgspec.json.encode(ledger.tallies())
        anew = msgspec.json.encode(Views(ledger._store).tallies())
    with Ledger(":memory:") as whole:
        whole.add(*history)
        assert kept == anew == msgspec.json.encode(whole.tallies())
