"""Counts that Indonesian tells in its own way: households beside people, units of houses, noughts at the end, the whole of those who were held."""

import pytest

from tests.reading.figures_of import document, figures

COUNTS: list[tuple[str, list[tuple[str, float]]]] = [
    ("Banjir itu memengaruhi 900 orang, dan 220 keluarga atau 970 orang terpaksa mengungsi.", [("affected", 900), ("displaced", 220), ("displaced", 970)]),
    ("Tercatat 12 unit rumah rusak berat, 30 unit rusak sedang, dan 45 unit rusak ringan.", [("homes_damaged", 12), ("homes_damaged", 30), ("homes_damaged", 45)]),
    ("Rumah rusak berat 12 unit, rusak sedang 30 unit.", [("homes_damaged", 12), ("homes_damaged", 30)]),
    ("Di Lumbir tercatat 50 rumah rusak berat, 83 rusak sedang, 55 rusak ringan.", [("homes_damaged", 50), ("homes_damaged", 83), ("homes_damaged", 55)]),
    ("Ledakan menewaskan 12 orang di Lumbir dan satu lagi di Tanjung.", [("killed", 12), ("killed", 1)]),
    ("Sejumlah 87 rumah, dua masjid, dan satu sekolah rusak berat.", [("homes_damaged", 87), ("buildings_damaged", 2), ("buildings_damaged", 1)]),
    ("Petugas menyebut 24 dari 66 orang yang ditahan sudah dibebaskan.", [("released", 24), ("detained", 66)]),
    ("Sebanyak 12 dari 40 orang yang hilang ditemukan tewas.", [("killed", 12), ("missing", 40)]),
    ("Setidaknya 15 penambang menjadi korban, empat di antaranya tewas.", [("casualties", 15), ("killed", 4)]),
    ("Sebanyak 40 orang masih dalam pemeriksaan polisi.", [("questioned", 40)]),
    ("Rumah rusak 12 unit, korban jiwa nihil.", [("homes_damaged", 12), ("killed", 0)]),
    ("Korban tewas dalam gempa itu tidak ada.", [("killed", 0)]),
    ("Nggak ada korban jiwa dalam gempa itu.", [("killed", 0)]),
    ("Wabah kolera meluas. Dinas mencatat 14 laporan kasus.", [("infected", 14)]),
    ("Sepeda motor yang tenggelam mencapai 40 unit. Dalam manifes tercatat 60 orang penumpang.", [("vehicles_damaged", 40)]),
    ("Korban jiwa belum ada kepastian.", []),
    ("Warga menyerahkan 14 laporan tertulis.", []),
    ("Bantuan 30 unit tiba di desa yang 12 warganya tewas.", [("killed", 12)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), COUNTS)
def test_counts(text: str, found: list[tuple[str, float]]) -> None:
    assert figures(text, "id") == found


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Angka kematian direvisi menjadi lebih rendah dari 2.836.", ["earlier"]),
        ("Sembilan orang tewas, turun dari 12 yang dilaporkan sebelumnya.", ["current", "earlier"]),
        ("Korban tewas naik dari 26 orang.", ["earlier"]),
        ("Korban tewas lebih dari 26 orang.", ["current"]),
        ("Semula angkanya 30 orang tewas, maka kini diubah menjadi 26 orang.", ["earlier", "current"]),
    ],
)
def test_what_a_toll_was_before(text: str, standing: list[str]) -> None:
    assert [c.currency for c in document(text, "id").counts] == standing
