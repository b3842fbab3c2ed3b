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
