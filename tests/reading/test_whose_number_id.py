"""How Indonesian copy tells whose number it is: papers and data of an office, what an office receives, sentences that point back, second clauses, updates."""

import pytest

from khabar.intake.records import CLEANER
from khabar.model.edition import Edition
from khabar.model.reading import Reading
from khabar.reading.reader import Reader

PAPERS = [
    ("Berdasarkan rekapitulasi BPBD Lumbir, 632 orang meninggal dan 20 hilang.", ["bpbd", "bpbd"]),
    ("Secara akumulatif, berdasarkan data BPBD yang diakses Senin pagi, 632 orang meninggal.", ["bpbd"]),
    ("Merujuk laporan Palang Merah, 632 orang meninggal.", ["palang merah"]),
    ("Mengacu pada pendataan BPBD, 632 orang meninggal.", ["bpbd"]),
    ("Dari catatan Komnas HAM, 632 orang meninggal.", ["komnas ham"]),
    ("Dari laporan BPBD Lumbir diketahui 632 orang meninggal.", ["bpbd"]),
    ("Dalam laporan BPBD disebutkan 632 orang meninggal.", ["bpbd"]),
    ("Dalam keterangan tertulis BPBD disebutkan bahwa 632 orang meninggal.", ["bpbd"]),
    ("Kantor jaksa merilis temuan awal. Dalam keterangannya disebutkan delapan orang tewas.", ["jaksa"]),
    ("Dalam siaran pers, BPBD menyebutkan 12 orang tewas.", ["bpbd"]),
    ("Berdasarkan data terbaru hingga Senin, 632 orang meninggal.", [""]),
    ("Jumlah korban diperoleh dari data. Sebanyak 12 orang tewas.", [""]),
    ("Dalam laporan cuaca tidak ada yang baru. Sebanyak 12 orang tewas.", [""]),
]

RECEIVED = [
    ("Komnas HAM menerima laporan 10 orang meninggal.", ["komnas ham"]),
    ("Basarnas baru menerima laporan satu orang hilang.", ["basarnas"]),
    ("Komnas HAM mendokumentasikan 10 kematian.", ["komnas ham"]),
    ("Pemerintah mematok angka sementara 47 orang tewas.", ["pemerintah"]),
    ("Dewan Nelayan, lembaga yang berkantor di Lumbir, punya catatan lain: 131 orang tewas.", ["dewan nelayan"]),
    ("Sudah 24 orang tewas, lapor televisi pemerintah Iran.", ["televisi"]),
    ("Sebanyak 10 orang tewas, sebut Plt. Kepala BPBD Lumbir Rahmat Wijaya.", ["rahmat wijaya"]),
    ("Kata polisi, 12 orang tewas.", ["polisi"]),
    ("Rumah sakit menerima 12 korban tewas.", [""]),
    ("Pemerintah menerima bantuan untuk 12 korban luka.", [""]),
]

POINTING_BACK = [
    ("Korban tewas mencapai 47 orang. Demikian AFP melaporkan dengan mengutip sumber medis.", ["sumber medis"]),
    ("Korban tewas mencapai 47 orang. Data tersebut berdasarkan rekapitulasi BPBD per Jumat.", ["bpbd"]),
    ("Korban tewas mencapai 47 orang. Data itu bersumber dari BPBD Lumbir.", ["bpbd"]),
    ("Korban tewas mencapai 47 orang. Angka itu merupakan hasil pendataan BPBD Lumbir.", ["bpbd"]),
    ("Korban tewas mencapai 47 orang. Hal itu dibenarkan Kapolres Lumbir AKBP Rahmat Wijaya.", ["rahmat wijaya"]),
    ("Korban tewas mencapai 47 orang. Demikian keterangan Kapolres Lumbir.", ["kapolres"]),
    ("Korban tewas mencapai 47 orang. Begitu kata Kapolres Lumbir.", ["kapolres"]),
    ("Korban luka 323 orang. Angka itu turun dari 374 yang semula diumumkan karena ada data ganda.", ["", ""]),
    ("Korban tewas mencapai 47 orang. Demikian pula di kota Lumbir.", [""]),
    ("Korban tewas mencapai 47 orang. Data itu dibantah Kapolres Lumbir.", [""]),
]

SECOND_CLAUSES = [
    ("Gubernur Rahmat Wijaya mengatakan 11 orang tewas, sedangkan 52 pekerja masih hilang.", ["rahmat", "rahmat"]),
    ("Camat Rahmat Wijaya memastikan tidak ada korban jiwa, namun tiga warga terluka.", ["rahmat", "rahmat"]),
    ("Polisi mengatakan 12 orang tewas, namun 30 jenazah terlihat di kamar mayat.", ["polisi", ""]),
    ("Polisi mengatakan 12 orang tewas, sedangkan rumah sakit mencatat 30 orang luka.", ["polisi", "rumah sakit"]),
]

UPDATES = [
    ("Polres Lumbir menyampaikan perkembangan kecelakaan itu. Korban meninggal 11 orang.", ["polres"]),
    ("Kemenkes merilis data korban. Sebanyak 12 orang tewas.", ["kemenkes"]),
    ("BPBD memperbarui datanya pada Jumat: korban tewas kini 437, dan 281 orang hilang.", ["bpbd", "bpbd"]),
    ("Polisi merilis foto pelaku. Sebanyak 12 orang tewas.", [""]),
    ("Polisi menolak permintaan itu. Sebanyak 12 orang tewas.", [""]),
]


def told(reading: Reading) -> list[str]:
    """For each figure the words and the name of whoever it rests on, in small letters; empty for the outlet."""
    out = []
    for figure in reading.figures:
        statement = reading.statements[figure.statement or 0]
        spans = (*statement.affiliation, *statement.role, *statement.source)
        words = [reading.text[s:e] for s, e in spans]
        out.append(" ".join([*words, reading.people[statement.who].name if statement.who is not None else ""]).lower())
    return out


@pytest.mark.parametrize(("text", "expected"), PAPERS + RECEIVED + POINTING_BACK + SECOND_CLAUSES + UPDATES)
def test_indonesian_tells_whose_number_it_is(text: str, expected: list[str]) -> None:
    edition = Edition(
        id="t", address="t", raw_hash="", text=text, cleaner=CLEANER, body=((0, len(text)),), lang="id",
        published="2024-05-03T10:00:00Z", outlet="warta.example",
    )  # fmt: skip
    found = told(Reader().read(edition))
    fits = [(want in name) if want else not name.strip() for want, name in zip(expected, found, strict=True)]
    assert fits == [True] * len(expected), found
