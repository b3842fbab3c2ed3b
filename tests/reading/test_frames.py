"""Which words are what is said: forward, reversed, quoted, interrupted, by a colon or a dash, cut by clause."""

import pytest

from tests.reading.reading_of import document, said, words

CASES: list[tuple[str, str, list[str]]] = [
    # indirect speech with a complementiser, a comma, nothing
    ("en", "The mayor said on Friday that the bridge was shut.", ["that the bridge was shut"]),
    ("en", "The mayor said the bridge was shut.", ["the bridge was shut"]),
    ("en", "The mayor told reporters the bridge was shut.", ["the bridge was shut"]),
    ("id", "Wali kota mengatakan pada Senin (4/5/2020) bahwa jembatan ditutup.", ["jembatan ditutup"]),
    ("id", "Wali kota mengatakan, jembatan ditutup.", ["jembatan ditutup"]),
    ("id", "Dinas mencatat saat ini ada 40 orang yang ditahan, dengan 12 di antaranya anak-anak.", ["ada 40 orang yang ditahan, dengan 12 di antaranya anak-anak"]),
    ("id", "Wali kota mengatakan kepada wartawan bahwa jembatan ditutup.", ["jembatan ditutup"]),
    ("ru", "Мэр заявил о том, что мост закрыт.", ["что мост закрыт"]),
    ("ru", "Мэр сообщил о закрытии моста.", ["закрытии моста"]),
    ("ru", "Мэр сообщил в пятницу: мост закрыт.", ["мост закрыт"]),
    # reversed order
    ("en", "The bridge is shut, the mayor said on Friday.", ["The bridge is shut"]),
    ("en", "The bridge is shut, said the mayor.", ["The bridge is shut"]),
    ("en", "The bridge is shut, according to the mayor.", ["The bridge is shut"]),
    ("id", "Jembatan ditutup, kata wali kota.", ["Jembatan ditutup"]),
    ("id", "Jembatan ditutup, menurut dinas perhubungan.", ["Jembatan ditutup"]),
    ("id", "“Jembatan ditutup,” kata wali kota.", ["Jembatan ditutup"]),
    ("id", "“Jembatan ditutup,” demikian siaran pers dinas perhubungan.", ["Jembatan ditutup"]),
    ("id", "Jembatan ditutup, demikian unggahan resmi dinas perhubungan di Facebook.", ["Jembatan ditutup"]),
    ("id", "Jembatan ditutup, demikian bunyi pengumuman dinas perhubungan tanpa penjelasan.", ["Jembatan ditutup"]),
    ("ru", "Мост закрыт, сообщил мэр.", ["Мост закрыт"]),
    ("ru", "«Мост закрыт», — сообщил мэр.", ["Мост закрыт"]),
    ("ru", "Мост закрыт, по словам мэра.", ["Мост закрыт"]),
    # according-to frames at the head
    ("en", "According to the mayor, the bridge is shut.", ["the bridge is shut"]),
    ("id", "Menurut wali kota, jembatan ditutup.", ["jembatan ditutup"]),
    ("ru", "По данным мэрии, мост закрыт.", ["мост закрыт"]),
    # an attribution in the middle
    ("id", "Meski hujan, lanjut Siti, warga tetap datang.", ["Meski hujan | warga tetap datang"]),
    ("ru", "Мост, по данным мэрии, закрыт до утра.", ["Мост | закрыт до утра"]),
    ("en", "“The bridge,” she said, “is shut.”", ["The bridge, | is shut"]),
    ("id", "“Jembatan itu,” kata Siti Aminah, “ditutup sampai Senin.”", ["Jembatan itu, | ditutup sampai Senin"]),
    # a title behind the attribution is no second half
    ("id", "“Jembatan ditutup,” kata Siti Aminah dalam webinar bertema “Jembatan Kita”.", ["Jembatan ditutup"]),
    # colon and dash
    ("en", "Mayor Jane Roe: the bridge is shut until Monday", ["the bridge is shut until Monday"]),
    ("en", "“The bridge is shut until Monday.” ― Jane Roe", ["The bridge is shut until Monday"]),
    ("ru", "Мост закрыт до понедельника — МЧС", ["Мост закрыт до понедельника"]),
    ("id", "Jembatan Ditutup sampai Senin: Polri", ["Jembatan Ditutup sampai Senin"]),
    # another clause of the outlet's is no part of it
    ("id", "Polisi melaporkan 21 rumah hanyut, tetapi laporan itu diralat kemudian.", ["21 rumah hanyut"]),
    ("ru", "Полиция сообщила, что снесено 20 домов, однако жители с этим не согласны.", ["что снесено 20 домов"]),
    ("en", "The mayor said the bridge was shut, adding that it would open on Monday.", ["the bridge was shut", "that it would open on Monday"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "expected"), CASES)
def test_content(lang: str, text: str, expected: list[str]) -> None:
    assert [one["content"] for one in said(text, lang)] == expected


QUOTED: list[tuple[str, str, str, list[str]]] = [
    ("en", "“The bridge is shut,” Jane Roe said. “It stays shut until Monday.”", "Jane Roe", ["The bridge is shut,", "It stays shut until Monday."]),
    ("en", "Jane Roe said:\n\n“The bridge is shut and it stays shut.”", "Jane Roe", ["The bridge is shut and it stays shut."]),
    ("en", "“The bridge is shut.\n“It stays shut,” Jane Roe said.", "Jane Roe", ["The bridge is shut.", "It stays shut,"]),
    ("id", "“Jembatan ditutup,” kata Siti Aminah. “Besok dibuka lagi.”", "Siti Aminah", ["Jembatan ditutup,", "Besok dibuka lagi."]),
    ("id", "”Jembatan ditutup. Warga diminta sabar,” ujar Siti Aminah.", "Siti Aminah", ["Jembatan ditutup. Warga diminta sabar,"]),
    ("id", "Siti Aminah mengatakan, “Jembatan ditutup.”", "Siti Aminah", ["Jembatan ditutup."]),
    ("ru", "«Мост закрыт, — сказала Анна Рой. — Откроют его утром».", "Анна Рой", ["Мост закрыт,", "Откроют его утром"]),
    ("ru", "— Мост закрыт, — сказала Анна Рой. — Откроют его утром.", "Анна Рой", ["Мост закрыт,", "Откроют его утром."]),
    ("ru", "Анна Рой сказала: «Мост закрыт».", "Анна Рой", ["Мост закрыт"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "source", "content"), QUOTED)
def test_quotation(lang: str, text: str, source: str, content: list[str]) -> None:
    made = document(text, lang)

    [statement] = made.utterances
    assert statement.voice == "quote"
    assert words(made, statement.source) == source
    assert [text[a:b] for a, b in statement.content] == content


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "They call the bridge “the long wait” in town."),
        ("id", "Jembatan itu dijuluki “si panjang” oleh warga."),
        ("ru", "Мост называют в городе «длинным», это старый мост."),
    ],
)
def test_a_term_in_marks_is_no_statement(lang: str, text: str) -> None:
    assert [u for u in document(text, lang).utterances if u.voice == "quote"] == []


RELAYS: list[tuple[str, str, str, list[str]]] = [
    ("en", "The daily Tide reported that the bridge was shut, citing the mayor.", "the mayor", ["daily Tide"]),
    ("en", "Radio Coast, citing the harbour master, said the bridge was shut.", "the harbour master", ["Radio Coast"]),
    ("en", "The bridge is shut, the mayor told Radio Coast.", "the mayor", ["Radio Coast"]),
    ("id", "“Jembatan ditutup,” kata Siti Aminah, dikutip Warta Pesisir.", "Siti Aminah", ["Warta Pesisir"]),
    ("id", "Warta Pesisir melaporkan jembatan ditutup, mengutip dinas perhubungan.", "dinas perhubungan", ["Warta Pesisir"]),
    ("id", "Komisi Pelabuhan, dikutip dari Warta Pesisir, menyebut jembatan ditutup.", "Komisi Pelabuhan", ["Warta Pesisir"]),
    ("ru", "Агентство «Волна» передаёт со ссылкой на мэрию, что мост закрыт.", "мэрию", ["«Волна»"]),
    ("ru", "Мост закрыт, сообщает «Волна» со ссылкой на мэрию.", "мэрию", ["«Волна»"]),
    ("ru", "«Волна» со ссылкой на полицию сообщала, что мост закрыт.", "полицию", ["«Волна»"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "source", "relays"), RELAYS)
def test_relay_chain(lang: str, text: str, source: str, relays: list[str]) -> None:
    made = document(text, lang)

    [statement] = made.utterances
    assert (words(made, statement.source), [words(made, r) for r in statement.relays]) == (source, relays)


NO_SAYING = [
    "Hasil verifikasi itu akan disampaikan ke dinas agar bantuan tersalur.",
    "Hal itu termasuk meminta anggota dewan menjalani pemeriksaan.",
    "Bepergian masih diperbolehkan dalam keadaan mendesak dan perlu.",
    "Hal ini memunculkan keraguan tentang pihak yang akan menilai izin.",
]


@pytest.mark.parametrize("text", NO_SAYING)
def test_what_is_no_saying_in_indonesian(text: str) -> None:
    assert said(text, "id") == []


def test_an_adverb_with_an_ending_is_nobody() -> None:
    found = said("Matanya memandang sungai. “Jembatan ini memang keren sekali,” ujarnya.", "id")
    assert "source" not in found[-1]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Menurut polisi 12 orang tewas.", "polisi", "12 orang tewas"),
        ("Korban tewas versi pemerintah 58 orang.", "pemerintah", "Korban tewas | 58 orang"),
        ("Korban tewas 58 orang, menurut Kodim 0718.", "Kodim 0718", "Korban tewas 58 orang"),
    ],
)
def test_a_source_without_a_comma_ends_before_the_number(text: str, source: str, content: str) -> None:
    found = said(text, "id")[0]
    assert (found["source"], found["content"]) == (source, content)
