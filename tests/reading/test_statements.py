from typing import Any

import pytest

from tests.reading.reading_of import document, said

INDONESIAN = [
    (
        "“Air sudah surut sejak pagi,” kata Kepala Dinas Sosial Kabupaten Lumbir Rahmat Wijaya.",
        {
            "content": "Air sudah surut sejak pagi",
            "cue": "kata",
            "source": "Rahmat Wijaya",
            "role": "Kepala",
            "affiliation": "Dinas Sosial Kabupaten Lumbir",
        },
    ),
    (
        "Komandan satuan penyelamat Olen Markussen mengatakan regu itu tetap bertugas sampai semua warga ditemukan.",
        {
            "content": "regu itu tetap bertugas sampai semua warga ditemukan",
            "cue": "mengatakan",
            "source": "Olen Markussen",
            "role": "Komandan satuan penyelamat",
        },
    ),
    (
        "Menurut warga, jembatan itu roboh sebelum fajar.",
        {"content": "jembatan itu roboh sebelum fajar", "cue": "Menurut", "source": "warga"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), INDONESIAN)
def test_indonesian_statement(text: str, expected: Any) -> None:
    assert said(text, "id") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Kata itu berasal dari bahasa daerah.",
        "Jalan ke desa itu sudah jelas bagi semua orang.",
        "Nelayan itu melanjutkan pelayaran ke pulau seberang.",
    ],
)
def test_indonesian_near_miss(text: str) -> None:
    assert said(text, "id") == []


def test_a_caveat_reaches_back() -> None:
    made = document(
        "Radio setempat melaporkan 40 rumah hanyut. Jalan terputus sehingga sulit untuk memeriksa angka itu.", "id"
    )

    [statement] = made.utterances
    assert statement.doubt
    assert statement.certainty == "unconfirmed"
    assert made.text[slice(*statement.doubt.span)] == "sulit untuk memeriksa"
