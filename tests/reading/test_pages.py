"""What real pages do with sources, in sentences of our own; each with a near miss."""

import pytest

from khabar.intake.options import IntakeOptions
from khabar.intake.text import edition_of_text
from khabar.model.reading import Reading
from khabar.reading.reader import Reader


def read(text: str, lang: str) -> Reading:
    return Reader().read(edition_of_text(text.encode(), "page.txt", IntakeOptions(lang=lang)))


def sources(text: str, lang: str) -> list[str]:
    reading = read(text, lang)
    return [" ".join(reading.text[a:b] for a, b in s.source) for s in reading.statements if s.source]


def speakers(text: str, lang: str) -> list[str | None]:
    reading = read(text, lang)
    return [None if s.who is None else reading.people[s.who].name for s in reading.statements if s.source]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Kepala Pusat Data, Informasi, dan Humas Badan Sungai Budi Darmawan mengatakan jalan itu sudah dibuka.",
            "Budi Darmawan",
        ),
        (
            "Kepala Bidang Air, Jalan, dan Jembatan Dinas Kota Rina Dewi menjelaskan, jalan itu sudah dibuka.",
            "Rina Dewi",
        ),
        ("“Air sudah surut,” jelas Kapolresta Padang, Kombes Pol Darmawan dikutip kabar.example, Rabu.", "Darmawan"),
        ("“Air sudah surut,” ujar Kasie Kedaruratan BPBD Kota Padang, Budi Darmawan pada Kamis.", "Budi Darmawan"),
        (
            "Kepala Polres Bandung, Jawa Barat, Kombes Pol Budi Darmawan, menyebut pelaku tewas di lokasi.",
            "Budi Darmawan",
        ),
        ("Budi Darmawan, seorang aktivis di kota itu mengatakan jembatan sudah dibuka.", "Budi Darmawan"),
    ],
)
def test_a_post_with_commas_ends_at_the_name(text: str, source: str) -> None:
    assert any(found.endswith(source) for found in sources(text, "id"))


def test_an_inserted_attribution_has_what_stands_on_both_sides() -> None:
    reading = read("Namun, setelah diperiksa kata dia, hanya ada sepuluh laporan yang benar.", "id")
    content = [reading.text[a:b] for a, b in reading.statements[0].content]

    assert content == ["Namun, setelah diperiksa", "hanya ada sepuluh laporan yang benar"]


@pytest.mark.parametrize(
    "text",
    ["Asal kata Padang, menurut buku itu, adalah lapangan.", "Kota itu disebut dalam satu kata saja, tidak lebih."],
)
def test_kata_as_a_noun_is_inserted_nowhere(text: str) -> None:
    assert "Padang" not in sources(text, "id")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Мост закрыт, рассказали РИА Новости в пресс-службе МЧС.", "пресс-службе МЧС"),
        ("Как сообщили ТАСС в пресс-службе МЧС, мост закрыт.", "пресс-службе МЧС"),
        ("Мост закрыт, сообщили ТАСС в МИД.", "МИД"),
    ],
)
def test_an_office_speaks_to_an_agency(text: str, source: str) -> None:
    assert sources(text, "ru") == [source]


def test_an_agency_that_reports_itself_stays_the_source() -> None:
    assert sources("Мост закрыт, сообщает ТАСС в четверг.", "ru") == ["ТАСС"]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Представитель МЧС подтвердил взрыв. По его словам, мост закрыт.", "ru"),
        ("A spokesman for the army confirmed the blast. He added that the bridge was shut.", "en"),
        ("Seorang pejabat BNPB membenarkan ledakan itu. Ia mengatakan jembatan ditutup.", "id"),
    ],
)
def test_a_pronoun_stands_for_whoever_spoke_without_a_name(text: str, lang: str) -> None:
    first, second = speakers(text, lang)

    assert second is not None
    assert second == first


def test_a_pronoun_stands_for_no_office_that_spoke_as_such() -> None:
    assert speakers("Мост закрыт, сообщили в МЧС. По его словам, это временно.", "ru")[1] is None


@pytest.mark.parametrize(
    ("text", "lang", "source"),
    [
        ("Kepala BNPB: Korban banjir 12 orang\nAir sudah surut.", "id", "Kepala BNPB"),
        ("Минздрав: число погибших выросло до 12\nВода спала.", "ru", "Минздрав"),
        ("Health ministry: flood toll now at 12\nThe water fell.", "en", "Health ministry"),
    ],
)
def test_a_headline_with_its_source_before_a_colon(text: str, lang: str, source: str) -> None:
    assert source in sources(text, lang)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Floods in Lima: toll now at 12\nThe water fell.", "en"),
        ("Banjir Kota Padang: 12 orang tewas\nAir sudah surut.", "id"),
        ("Наводнение в Приморье: погибли 12 человек\nВода спала.", "ru"),
    ],
)
def test_a_headline_with_its_event_before_a_colon(text: str, lang: str) -> None:
    assert sources(text, lang) == []


@pytest.mark.parametrize(
    ("text", "source", "relay"),
    [
        ("The daily Tide quoted police as saying that 60 people were gone.", "police", "Tide"),
        ("“We pray they live,” the mayor, Jane Roe, was quoted as saying by the daily Tide.", "Jane Roe", "Tide"),
        ("The bridge is shut, a nurse was quoted by the daily Tide as saying.", "a nurse", "Tide"),
        ("They were reported as saying that 26 people had died.", "They", None),
    ],
)
def test_words_at_second_hand(text: str, source: str, relay: str | None) -> None:
    reading = read(text, "en")
    (statement,) = [s for s in reading.statements if s.source]
    names = [reading.people[i].name for i in statement.chain]

    assert reading.text[slice(*statement.source[0])] == source
    assert relay is None or relay in names[-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nine are gone, according to the latest figures from the civil department.",
            ["the latest figures from the civil department"],
        ),
        (
            "The quake struck at noon, according to the United States Geological Survey.",
            ["the United States Geological Survey"],
        ),
        ("Rain fell a week ago, and officials on Monday said 102 people had died.", ["officials"]),
        ("Witnesses claim people had been crushed.", ["Witnesses"]),
        ("As per the mayor, the bridge is shut.", ["the mayor"]),
        ("Insurance claims people had filed were paid.", []),
        ("The plan was quoted in the report.", []),
        ("Sporadic fighting continued near the airport.", []),
        ("The search teams continue in the hills.", []),
        ("“The road is shut,” the mayor continued.", ["the mayor"]),
    ],
)
def test_english_sources_end_at_the_right_word(text: str, expected: list[str]) -> None:
    assert sources(text, "en") == expected


def figures(text: str, lang: str) -> list[tuple[str, float | None]]:
    return [(f.measure, f.best if f.best is not None else f.low) for f in read(text, lang).figures]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Korban Tewas Banjir Padang 39 Orang", "id", [("killed", 39)]),
        ("Korban meninggal banjir Padang 39 orang, kata wali kota.", "id", [("killed", 39)]),
        ("Prajurit Kodim 39 datang, kata wali kota.", "id", []),
        ("Korban dengan luka berat hingga ringan mencapai 1.578 orang.", "id", [("injured", 1578)]),
        ("Bangunan rumah yang mengalami kerusakan mencapai 6.355 unit.", "id", [("homes_damaged", 6355)]),
        ("Rumah rusak berat mencapai 1.273, kata wali kota.", "id", [("homes_damaged", 1273)]),
        ("Rumah rusak itu mencapai 12 meter, kata wali kota.", "id", []),
        ("В районе числятся без вести пропавшими семь жителей.", "ru", [("missing", 7)]),
        ("Число погибших увеличилось до 56, при этом 67 человек значатся как пропавшие без вести.", "ru", [("killed", 56), ("missing", 67)]),
        ("Ранения различной степени тяжести получили 27 человек.", "ru", [("injured", 27)]),
        ("Обошлось без погибших.", "ru", [("killed", 0)]),
        ("Дома остались без света.", "ru", []),
    ],
)  # fmt: skip
def test_figures_of_real_pages(text: str, lang: str, expected: list[tuple[str, float]]) -> None:
    assert figures(text, lang) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ранее пресс-служба администрации Приморья сообщала об 11 погибших.", ["пресс-служба администрации Приморья"]),
        ("Число погибших выросло до 156, 18 июля сообщает «Волна».", ["«Волна»"]),
        ("Ранее армия Перу заявила о нанесении ударов.", ["армия Перу"]),
        ("На фото видно, как 18 июля вода ушла.", []),
    ],
)
def test_russian_sources_end_at_the_right_word(text: str, expected: list[str]) -> None:
    assert [s for s in sources(text, "ru") if s != "фото"] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Погибли трое, сообщил источник «Интерфакса». По его данным, мост закрыт.",
        "Мост закрыт, уточнил собеседник агентства. Поиски, по его словам, продолжаются.",
        "Мост закрыт, сообщил мэр Вадим Рощин. Согласно его словам, это временно.",
    ],
)
def test_his_words_are_those_of_whoever_spoke_before(text: str) -> None:
    first, second = speakers(text, "ru")

    assert first is not None
    assert second == first
