"""Datelines of our languages, and sentences that only look like one."""

import pytest

from khabar.intake.dateline import head_of


@pytest.mark.parametrize(
    ("line", "place", "credit", "outlet"),
    [
        ("AREQUIPA, berita.example – Pihak berwenang", "AREQUIPA", None, "berita.example"),
        ("JAKARTA, KABAR.example — Sebanyak", "JAKARTA", None, "KABAR.example"),
        ("Jakarta (ANTARA) - Badan", "Jakarta", "ANTARA", None),
        ("Jakarta, CNN Indonesia -- Polisi", "Jakarta", "CNN Indonesia", None),
        ("PORT CITY, May 3 (Reuters) - At least", "PORT CITY", "Reuters", None),
        ("PORT CITY, May 3 - At least", "PORT CITY", None, None),
        ("KYIV, Ukraine (AP) — The", "KYIV", "AP", None),
        ("ARUSHA, Tanzania, July 9 (Savannah Wire) - Monsoon", "ARUSHA", "Savannah Wire", None),
        ("ICA (CNP) — The", "ICA", "CNP", None),
        ("ICA, Peru (Monday) - The", "ICA", None, None),
        ("GEORGETOWN (Guyana) - The", "GEORGETOWN", None, None),
        ("ICA (by telephone) - The", "ICA", None, None),
        ("БИШКЕК, 10 января. /ТАСС/. Власти", "БИШКЕК", "ТАСС", None),
        ("МОСКВА, 9 янв — РИА Новости. Число", "МОСКВА", "РИА Новости", None),
        ("LIMA/QUITO (Reuters) – Police", "LIMA/QUITO", "Reuters", None),
        ("KABAR.example, JAKARTA -- Polisi menahan sedikitnya dua belas orang.", "JAKARTA", None, "KABAR.example"),
        ("Kabar6.example, Jakarta - Polisi menahan sedikitnya dua belas orang.", "Jakarta", None, "Kabar6.example"),
        ("Jakarta - Badan itu mencatat sedikitnya dua belas orang meninggal dunia.", "Jakarta", None, None),
        ("Jakarta, Kabar Kota", "Jakarta", None, None),
        ("Алма-Ата. 6 января. ИНТЕРФАКС - В городе", "Алма-Ата", "ИНТЕРФАКС", None),
    ],
)
def test_heads(line: str, place: str, credit: str | None, outlet: str | None) -> None:
    head = head_of(line, 0, len(line))

    assert head is not None
    assert head.place is not None
    assert (line[slice(*head.place)], head.credit, head.outlet) == (place, credit, outlet)


@pytest.mark.parametrize(
    "line",
    [
        "In Lima (the largest city) - people gathered.",
        "The U.N. said - and repeated - that it was so.",
        "Presiden Kota itu — yang baru — datang.",
        "Власти города — и жители тоже — ждут.",
        "Manila: no talks before the storm has passed",
        "Moscow: we shall not sign it, whatever the others may say of us",
        "Banjir - Polisi kota itu menahan dua belas orang pada hari Senin.",
        "Budi, Kepala Desa",
    ],
)
def test_sentences_that_only_look_like_one(line: str) -> None:
    assert head_of(line, 0, len(line)) is None


def test_a_colon_heads_a_long_paragraph_only() -> None:
    line = "Manila: Police said on Monday that at least twelve people were held after the storm, most of them in the north, and that more would follow."
    head = head_of(line, 0, len(line))

    assert head is not None
    assert line[head.end :].startswith("Police said")


def test_an_outlet_may_stand_alone() -> None:
    line = "kabarpantai.example - Dua belas orang ditahan setelah badai itu, kata polisi."
    head = head_of(line, 0, len(line))

    assert head is not None
    assert (head.place, head.outlet, line[head.end :][:4]) == (None, "kabarpantai.example", "Dua ")
