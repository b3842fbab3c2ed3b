"""Who is the source: names, posts, ranks, offices in any order; the unnamed, the many, documents and posts."""

from typing import Any

import pytest

from tests.reading.reading_of import document, said

CASES: list[tuple[str, str, dict[str, str]]] = [
    # a named person with post and office, in any order
    ("en", "The bridge is shut, harbour ministry spokesman Jan Doe said on Friday.", {"source": "Jan Doe", "role": "spokesman", "affiliation": "harbour ministry"}),
    ("en", "Jan Doe, head of the port authority, said the bridge was shut.", {"source": "Jan Doe", "role": "head", "affiliation": "port authority"}),
    ("en", "The harbour master, Jan Doe, said the bridge was shut.", {"source": "Jan Doe", "role": "harbour master"}),
    ("en", "Col. Jan Doe said the bridge was shut.", {"source": "Jan Doe", "role": "Col."}),
    ("id", "Wakil Menteri Perhubungan Rahmat Wijaya mengatakan jembatan ditutup.", {"source": "Rahmat Wijaya", "role": "Wakil Menteri Perhubungan"}),
    ("id", "“Jembatan ditutup,” kata Rahmat Wijaya, Kepala Dinas Perhubungan Lumbir.", {"source": "Rahmat Wijaya", "role": "Kepala", "affiliation": "Dinas Perhubungan Lumbir"}),
    ("id", "Rahmat (41), penjual ikan, mengatakan jembatan ditutup.", {"source": "Rahmat"}),
    ("id", "“Jembatan ditutup,” kata Direktur Utama PT Laut Biru (LB) Siti Aminah, Senin (4/5).", {"source": "Siti Aminah", "role": "Direktur Utama", "affiliation": "PT Laut Biru (LB)"}),
    ("ru", "Глава МЧС Анна Рой сообщила, что мост закрыт.", {"source": "Анна Рой", "role": "Глава", "affiliation": "МЧС"}),
    ("ru", "Мост закрыт, сообщил мэр города Ж. Алиев.", {"source": "Ж. Алиев", "role": "мэр", "affiliation": "города"}),
    ("ru", "«Мост закрыт», — сказала пресс-секретарь порта Анна Рой.", {"source": "Анна Рой", "role": "пресс-секретарь", "affiliation": "порта"}),
    ("en", "The bridge is shut, a spokeswoman for the Royal Harbour Trust said.", {"source": "a spokeswoman for the Royal Harbour Trust", "role": "spokeswoman", "affiliation": "Royal Harbour Trust"}),
    ("en", "“The bridge is shut,” said Chief Supt Jane Roe.", {"source": "Jane Roe", "role": "Chief Supt"}),
    ("ru", "Пресс-секретарь армии бригадный генерал Иван Рой сказал, что мост закрыт.", {"source": "Иван Рой", "role": "Пресс-секретарь | бригадный генерал", "affiliation": "армии"}),
    ("ru", "Пресс-секретарь бригадный генерал Иван Рой сказал, что мост закрыт.", {"source": "Иван Рой", "role": "Пресс-секретарь бригадный генерал"}),
    # an office, also as a place («в МЧС сообщили»), a metonym
    ("en", "The Coast Guard said the bridge was shut.", {"source": "The Coast Guard"}),
    ("en", "“The bridge is shut,” said the interior ministry.", {"source": "the interior ministry"}),
    ("id", "“Jembatan ditutup,” kata kantor pelabuhan.", {"source": "kantor pelabuhan"}),
    ("id", "BPBD Lumbir mencatat jembatan ditutup.", {"source": "BPBD Lumbir"}),
    ("ru", "Мост закрыт, сообщили в МЧС.", {"source": "МЧС"}),
    ("ru", "В ведомстве уточнили, что мост закрыт.", {"source": "ведомстве"}),
    # nobody named, many, a document
    ("en", "A security source said the bridge was shut.", {"source": "A security source"}),
    ("en", "Witnesses said the bridge was shut.", {"source": "Witnesses"}),
    ("en", "A video showed the bridge was shut.", {"source": "A video"}),
    ("id", "Saksi mata mengatakan jembatan ditutup.", {"source": "Saksi mata"}),
    ("id", "Citra satelit menunjukkan jembatan itu roboh.", {"source": "Citra satelit"}),
    ("id", "Menurut lembaga itu, jembatan ditutup.", {"source": "lembaga itu"}),
    ("ru", "Источник в порту сообщил, что мост закрыт.", {"source": "Источник в порту"}),
    ("ru", "Очевидцы рассказали, что мост рухнул.", {"source": "Очевидцы"}),
    ("ru", "Спутниковые снимки показывают, что мост рухнул.", {"source": "Спутниковые снимки"}),
    # pronouns
    ("en", "He said the bridge was shut.", {"source": "He"}),
    ("en", "He’s warning that the bridge is shut.", {"source": "He"}),
    ("id", "Menurut dia, jembatan ditutup.", {"source": "dia"}),
    ("ru", "По его словам, мост закрыт.", {"source": "его"}),
    ("ru", "«Мост закрыт», — сказала она.", {"source": "она"}),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "expected"), CASES)
def test_source(lang: str, text: str, expected: dict[str, str]) -> None:
    found = said(text, lang)

    assert [{k: v for k, v in one.items() if k in expected} for one in found] == [expected]


@pytest.mark.parametrize(
    ("lang", "text", "name", "role"),
    [
        ("id", "Kepala Dinas Sosial Rahmat Wijaya datang pagi tadi. “Air sudah surut,” katanya.", "Rahmat Wijaya", "Kepala"),
        ("id", "Rahmat Wijaya mengatakan air surut. Cuaca cerah. “Warga boleh pulang,” ujarnya.", "Rahmat Wijaya", ""),
        ("id", "Rahmat Wijaya mengatakan air surut. Ia datang bersama Bupati Lumbir Siti Aminah. Hujan turun. Warga diam. “Boleh pulang,” ujarnya.", "Rahmat Wijaya", ""),
        ("id", "Rahmat Wijaya mengatakan air surut. Bupati Lumbir Siti Aminah lalu datang. Hujan turun. Warga diam. “Boleh pulang,” ujarnya.", "Siti Aminah", "Bupati Lumbir"),
        ("id", "Menurut Ketua Umum Asosiasi Nelayan Rahmat Wijaya, Lumbir harus berbenah. “Air sudah surut,” ujarnya.", "Rahmat Wijaya", "Ketua Umum"),
        ("id", "Ketangguhan warga menurut Ketua Umum Asosiasi Nelayan Rahmat Wijaya tak lepas dari tetangga. “Air surut,” ujarnya.", "Rahmat Wijaya", "Ketua Umum"),
        ("id", "Rapat itu dihadiri Rahmat Wijaya, salah satu tokoh nelayan. “Air sudah surut,” ujarnya.", "Rahmat Wijaya", "tokoh nelayan"),
        ("id", "Rahmat Wijaya, Kepala Regu dari Pos Pemadam, tiba lebih dulu. “Air sudah surut,” ujarnya.", "Rahmat Wijaya", "Kepala Regu dari Pos"),
        ("id", "“Air surut,” kata Camat Lumbir Siti Aminah. Siti menambahkan, warga boleh pulang. “Besok pagi,” tuturnya.", "Siti Aminah", "Camat Lumbir"),
    ],
)  # fmt: skip
def test_clitic_finds_its_speaker(lang: str, text: str, name: str, role: str) -> None:
    last = said(text, lang)[-1]

    assert (last["source"], last.get("role", "")) == (name, role)


@pytest.mark.parametrize(
    ("text", "post", "body"),
    [
        ("“Air surut,” ujar Rahmat Wijaya yang juga menjabat Wakil Ketua Asosiasi Nelayan seusai rapat.", "Wakil Ketua", "Asosiasi Nelayan"),
        ("“Air surut,” kata Rahmat Wijaya, yang juga Ketua Partai Nelayan.", "Ketua", "Partai Nelayan"),
        ("“Air surut,” kata Rahmat Wijaya dari Kementerian Sosial.", "", "Kementerian Sosial"),
        ("“Air surut,” kata Rahmat Wijaya yang juga korban banjir.", "", ""),
        ("“Air surut,” kata Rahmat Wijaya dari atas perahu.", "", ""),
    ],
)  # fmt: skip
def test_post_and_body_behind_the_name(text: str, post: str, body: str) -> None:
    found = said(text, "id")[0]

    assert (found["source"], found.get("role", ""), found.get("affiliation", "")) == ("Rahmat Wijaya", post, body)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Kapolda menyebut 26 orang tewas. “Korban bertambah jadi 27 orang,” ujarnya.", "Kapolda"),
        ("Wakil Gubernur Siti Aminah datang. Kapolda menyebut 26 orang tewas. “Korban 27 orang,” ujarnya.", "Kapolda"),
        ("Kapolda Rahmat Wijaya datang. Kapolda menyebut 26 orang tewas. “Korban 27 orang,” ujarnya.", "Rahmat Wijaya"),
        ("Basarnas menyebut 26 orang tewas. “Korban 27 orang,” ujarnya.", "Basarnas"),
        ("Siti melapor. Basarnas menyebut 26 orang tewas, kata Siti. “Korban 27 orang,” ujarnya.", "Siti"),
        ("Seorang saksi menyebut 26 orang tewas. “Saya lihat 27 mayat,” katanya.", "Seorang saksi"),
        ("Dokumen itu menyebut 26 orang tewas. “Saya lihat 27 mayat,” katanya.", ""),
    ],
)  # fmt: skip
def test_clitic_finds_a_post_an_office_or_a_witness_where_nobody_is_named(text: str, who: str) -> None:
    assert said(text, "id")[-1].get("source", "") == who


def test_name_begins_at_the_word_by_which_the_report_calls_the_person() -> None:
    text = "Kepala Dinas Wilayah dan Kota Dadung Sakra mengatakan jembatan ditutup. “Besok dibuka,” kata Dadung."

    assert said(text, "id")[0]["source"] == "Dadung Sakra"


def test_place_is_no_name_where_the_report_calls_nobody_by_it() -> None:
    text = "Kepala Dinas Wilayah dan Kota Bogor Siti Aminah mengatakan jembatan ditutup. “Besok dibuka,” kata Siti."

    assert said(text, "id")[0]["source"] == "Siti Aminah"


NEAR_MISSES: list[tuple[str, str]] = [
    ("en", "The United States is a country."),
    ("en", "His claims about the bridge are old."),
    ("en", "The report was long and the plan was new."),
    ("id", "Kata itu berarti jembatan."),
    ("id", "Warga diminta tenang oleh petugas."),
    ("id", "Kapal itu melanjutkan perjalanan ke timur."),
    ("ru", "Это говорит о силе ветра."),
    ("ru", "Диагноз подтвердился у троих."),
    ("ru", "По данным на пятницу, мост закрыт."),
]


@pytest.mark.parametrize(("lang", "text"), NEAR_MISSES)
def test_nobody_speaks(lang: str, text: str) -> None:
    assert said(text, lang) == []


KINDS: list[tuple[str, str, str]] = [
    ("en", "Officials said the bridge was shut.", "collective"),
    ("en", "A guard, who asked not to be named, said the bridge was shut.", "unnamed"),
    ("en", "State television said the bridge was shut.", "medium"),
    ("id", "Seorang penjaga yang enggan disebutkan namanya mengatakan jembatan ditutup.", "unnamed"),
    ("id", "Saluran TV pemerintah Kanal 5 melaporkan jembatan ditutup.", "medium"),
    ("id", "Dokumen itu menunjukkan jembatan ditutup.", "document"),
    ("ru", "Источник сообщил, что мост закрыт.", "unnamed"),
    ("ru", "Телеканал «Волна» сообщил, что мост закрыт.", "medium"),
    ("ru", "МЧС сообщило, что мост закрыт.", "office"),
]


@pytest.mark.parametrize(("lang", "text", "kind"), KINDS)
def test_kind_of_source(lang: str, text: str, kind: Any) -> None:
    assert [u.source_kind for u in document(text, lang).utterances] == [kind]
