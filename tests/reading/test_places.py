"""Places: named in three languages, with their countries; what is no place."""

import json

import pytest

from khabar.intake.options import IntakeOptions
from khabar.intake.records import edition_of_line
from khabar.model.edition import Edition
from khabar.reading.document import Document
from khabar.reading.layout import lay_out
from khabar.reading.places import place
from khabar.reading.reader import Reader


def placed(text: str, lang: str) -> Document:
    edition = edition_of_line(json.dumps({"id": "t", "text": text, "lang": lang}).encode(), "t:1", IntakeOptions())
    assert isinstance(edition, Edition)
    document = Reader().document(edition)
    lay_out(document)
    place(document)
    return document


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Floods cut the road between Lima and Cusco, Peru said.", [("Lima", "PE"), ("Cusco", "PE"), ("Peru", "PE")]),
        ("id", "Banjir melanda Surabaya dan Lima, kata pejabat Peru.", [("Surabaya", "ID"), ("Peru", "PE")]),
        ("id", "Moskow dan Kairo belum menanggapi.", [("Moskow", "RU"), ("Kairo", "EG")]),
        ("ru", "В Алма-Ате и в Кызылорде закрыты школы Казахстана.", [("Алма-Ата", "KZ"), ("Кызылорда", "KZ"), ("Казахстан", "KZ")]),
        ("en", "Kazakhstan's army left Almaty.", [("Kazakhstan", "KZ"), ("Almaty", "KZ")]),
        ("en", "The Kazakh authorities spoke to Jordan Reed on Monday.", []),
        ("en", "In the Cusco region and in Lima roads were cut.", [("Cusco Region", "PE"), ("Lima", "PE")]),
        ("id", "Di Wilayah Kyzylorda, Zhambyl, dan Almaty sekolah tutup.", [("Kyzylorda Region", "KZ"), ("Zhambyl Region", "KZ"), ("Almaty Region", "KZ")]),
        ("ru", "В Кемеровской и Челябинской областях закрыты школы.", [("Kemerovo Region", "RU"), ("Chelyabinsk Region", "RU")]),
        ("id", "Gubernur Jawa Barat datang.", [("Jawa Barat", "ID")]),
        ("ru", "Больница «Медина» закрыта.", []),
        ("en", "In August the officer left Paris, Texas.", [("Paris", "US"), ("Texas", "US")]),
        ("id", "Dan media menulis bahwa Sultan Gamal datang.", []),
    ],
)  # fmt: skip
def test_places_are_found_with_their_country(lang: str, text: str, expected: list[tuple[str, str]]) -> None:
    document = placed(text, lang)

    assert [(p.name, p.country) for p in document.places] == expected


def test_a_possessive_is_no_part_of_the_name() -> None:
    document = placed("Kazakhstan's army left.", "en")

    assert document.text[slice(*document.places[0].span)] == "Kazakhstan"


def test_the_datelines_place_comes_first_in_title_case() -> None:
    document = placed("SURABAYA, contoh.example - Hujan turun di Jakarta.", "id")

    assert [p.name for p in document.places] == ["Surabaya", "Jakarta"]
    assert document.dateline == document.places[0].span
