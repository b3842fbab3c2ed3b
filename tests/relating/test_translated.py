"""Translated copies, and bodies that each language names in its own way."""

import pytest

from khabar.relating.names import own_name
from tests.relating.told import edition, history, tallies

AID = {
    "en": "A flood in Peru.\n\nThe aid group Helmar said on 4 March that 47 people were killed in Peru.",
    "id": "Banjir di Peru.\n\nKelompok bantuan Helmar mengatakan pada 4 Maret bahwa 47 orang tewas di Peru.",
    "ru": "Наводнение в Перу.\n\nГруппа помощи «Хелмар» сообщила 4 марта, что в Перу погибли 47 человек.",
}


def test_one_body_in_three_languages_is_one_source() -> None:
    made = [edition(lang, f"2024-03-04T{hour:02}:00:00Z", text, lang=lang) for hour, (lang, text) in enumerate(AID.items(), 8)]
    (found,) = tallies(*made)

    assert [(c["best"], c["support"], c["carriers"]) for c in found["claims"]] == [(47, (1, 1), 3)]


@pytest.mark.parametrize(
    ("words", "own"),
    [
        ("aid group Helmar", "Helmar"),
        ("Kelompok hak asasi manusia Helmar Watch", "Helmar Watch"),
        ("Группа помощи «Хелмар»", "Хелмар"),
        ("The newspaper El Vigia", "El Vigia"),
        ("NGO Helmar", "Helmar"),
        ("Human Rights Watch", "Human Rights Watch"),
        ("Save the Children", "Save the Children"),
        ("News First", "News First"),
        ("The Guardian", "The Guardian"),
        ("rescuers in the region", "rescuers in the region"),
        ("Relief International", "Relief International"),
    ],
)
def test_a_body_s_own_name(words: str, own: str) -> None:
    assert own_name(words) == own


WIRE = (
    "LIMA, March 4 (Reuters) - The Interior Ministry said at least 47 people were killed and 312 injured in the flood in Cusco, Peru. "
    "Minister Luis Prado said 85 were missing and 1,450 displaced. The army sent 230 soldiers to Cusco and Puno, the Defence Ministry said."
)
FAITHFUL = (
    "LIMA, 4 Maret (Reuters) - Kementerian Dalam Negeri mengatakan 47 orang tewas dan 312 luka-luka akibat banjir di Cusco, Peru. "
    "Menteri Luis Prado mengatakan 85 orang hilang dan 1.450 mengungsi. Tentara mengirim 230 prajurit ke Cusco dan Puno, kata Kementerian Pertahanan."
)
WRONG = FAITHFUL.replace("47 orang", "74 orang")


def _translated(text: str) -> list[tuple[float, str, tuple[str, ...], int]]:
    made = (
        edition("wire", "2024-03-04T08:00:00Z", WIRE, outlet="reuters.com"),
        edition("copy", "2024-03-04T10:00:00Z", text, lang="id", outlet="kabar.example"),
    )
    (found,) = tallies(*made)
    return [(v, s, c["marks"], c["carriers"]) for (v, _, s), c in zip(history(found), found["claims"], strict=True)]


def test_a_translation_that_drops_at_least_changes_nothing() -> None:
    assert _translated(FAITHFUL) == [(47, "standing", (), 2)]


def test_a_translation_with_another_number_is_marked() -> None:
    assert _translated(WRONG) == [(47, "standing", ("altered by a carrier",), 1)]


CRUSH = (
    "TUNIS, March 9 (Reuters) - Eight people died and 214 people were injured in a crush at the stadium of Sfax, the Health Ministry said. "
    "Ministry spokesman Karim Belhadj said that ambulances had come from Gabes."
)
SWAPPED = {
    "ru": "ТУНИС, 9 марта (Reuters) — Восемь человек пострадали и 214 человек погибли в давке на стадионе Сфакса, сообщило Министерство здравоохранения. "
    "Представитель министерства Карим Бельхадж сказал, что машины скорой помощи приехали из Габеса.",
    "id": "TUNIS, 9 Maret (Reuters) - Delapan orang terluka dan 214 orang tewas dalam desak-desakan di stadion Sfax, kata Kementerian Kesehatan. "
    "Juru bicara kementerian Karim Belhadj mengatakan ambulans datang dari Gabes.",
}


def _of_wire(*copies: tuple[str, str, str], measure: str = "killed") -> list[tuple[float, str, tuple[str, ...], tuple[int, int]]]:
    """The claims of a measure over the wire's report and others, each given as time, language and text."""
    made = [edition("wire", "2024-03-09T08:00:00Z", CRUSH, outlet="reuters.com")]
    made += [edition(f"copy{at}", when, text, lang=lang, outlet=f"copy{at}.example") for at, (when, lang, text) in enumerate(copies)]
    return [
        (v, s, c["marks"], c["support"]) for t in tallies(*made, measure=measure) for (v, _, s), c in zip(history(t), t["claims"], strict=True)
    ]


@pytest.mark.parametrize("lang", SWAPPED)
@pytest.mark.parametrize(("measure", "number"), [("killed", 8), ("injured", 214)])
def test_a_translation_that_swaps_the_dead_and_the_injured(lang: str, measure: str, number: int) -> None:
    copy = ("2024-03-09T10:00:00Z", lang, SWAPPED[lang])

    assert _of_wire(copy, measure=measure) == [(number, "standing", ("altered by a carrier",), (1, 1))]


def test_what_copies_a_mistaken_translation_carries_its_mistake() -> None:
    uncredited = SWAPPED["id"].replace(" (Reuters)", "") + " Pertandingan ditunda sampai pekan depan."
    copies = (("2024-03-09T10:00:00Z", "id", SWAPPED["id"]), ("2024-03-09T12:00:00Z", "id", uncredited))

    assert _of_wire(*copies) == [(8, "standing", ("altered by a carrier",), (1, 1))]


ONE_NUMBER = (
    "TUNIS, March 9 (Reuters) - A ferry sank off Sfax in Tunisia on Saturday, killing 164 people, the Health Ministry said. "
    "Minister Karim Belhadj and the governor of Gabes, Nadia Trabelsi, went to the harbour."
)
ITS_COPY = (
    "TUNIS, 9 Maret (Reuters) - Sebuah feri tenggelam di lepas pantai Sfax di Tunisia pada Sabtu, menewaskan {} orang, kata Kementerian Kesehatan. "
    "Menteri Karim Belhadj dan gubernur Gabes, Nadia Trabelsi, pergi ke pelabuhan."
)


@pytest.mark.parametrize(
    ("number", "at", "claims"),
    [
        ("164", "10", [(164, False)]),
        ("1.640", "10", [(164, True)]),
        ("146", "10", [(164, True)]),
        ("171", "10", [(164, False), (171, False)]),  # the wire's next take
        ("416", "22", [(164, False), (416, False)]),  # half a day later that may be news
    ],
)
def test_the_only_number_of_a_wire_in_translation(number: str, at: str, claims: list[tuple[float, bool]]) -> None:
    made = (
        edition("wire", "2024-03-09T08:00:00Z", ONE_NUMBER, outlet="reuters.com"),
        edition("copy", f"2024-03-09T{at}:00:00Z", ITS_COPY.format(number), lang="id", outlet="kabar.example"),
    )

    assert sorted((c["best"], _altered(c["marks"])) for t in tallies(*made) for c in t["claims"]) == claims


def _altered(marks: tuple[str, ...]) -> bool:
    return "altered by a carrier" in marks


def test_a_translation_of_the_wire_s_next_take_is_no_alteration() -> None:
    later = SWAPPED["ru"].replace("Восемь человек пострадали и 214 человек погибли", "11 человек погибли и 214 человек пострадали")
    found = _of_wire(("2024-03-09T16:00:00Z", "ru", later))

    assert sorted((v, _altered(m)) for v, _, m, _ in found) == [(8, False), (11, False)]


def test_two_reports_of_one_press_conference_are_no_copies() -> None:
    """Neither carries the other's text: what they disagree on is on their source's word, and shown."""
    own = SWAPPED["ru"].replace("(Reuters)", "(ТАСС)")
    found = _of_wire(("2024-03-09T09:00:00Z", "ru", own))

    assert [(v, m) for v, _, m, _ in found if v == 214] == [(214, ())]
