"""Sentences and tokens of a text."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.language.base import language
from khabar.model.edition import Edition
from khabar.reading.document import Document
from khabar.reading.layout import lay_out


def sentences(text: str, lang: str = "en") -> list[str]:
    edition = Edition(id="a", address="a", raw_hash="", text=text, cleaner="", body=((0, len(text)),))
    document = Document(edition=edition, language=language(lang))
    lay_out(document)
    return [text[s.start : s.end] for s in document.sentences]


@pytest.mark.parametrize(
    ("lang", "text", "parts"),
    [
        (
            "en",
            "It rose. The U.S. Army came. Dr. Roe left at 5 p.m. on Friday.",
            ["It rose.", "The U.S. Army came.", "Dr. Roe left at 5 p.m. on Friday."],
        ),
        ("en", "“We are safe. All of us.” She left.", ["“We are safe.", "All of us.”", "She left."]),
        ("en", "“Stop!” he said. Then 2.5 million left.", ["“Stop!” he said.", "Then 2.5 million left."]),
        ("id", "“Aman.” kata dr. Budi. Kol. Pol. Adi datang.", ["“Aman.” kata dr. Budi.", "Kol. Pol. Adi datang."]),
        ("id", "Ada 1.234 orang. Mereka selamat.", ["Ada 1.234 orang.", "Mereka selamat."]),
        (
            "ru",
            "Погибли 2,3 тыс. человек. В г. Ош тихо. Об этом сообщил А. С. Иванов.",
            ["Погибли 2,3 тыс. человек.", "В г. Ош тихо.", "Об этом сообщил А. С. Иванов."],
        ),
        ("ru", "Всего погибли 7,8 тыс. В Чили погибли 40 чел. Мэрия молчит.", ["Всего погибли 7,8 тыс.", "В Чили погибли 40 чел.", "Мэрия молчит."]),
        ("ru", "Погибли 2 тыс. 450 человек. Дом на ул. Лесной цел.", ["Погибли 2 тыс. 450 человек.", "Дом на ул. Лесной цел."]),
        ("ru", "— Всё тихо, — сказал он. — Ждём.", ["— Всё тихо, — сказал он.", "— Ждём."]),
        ("en", "Toll rises\nTwelve died", ["Toll rises", "Twelve died"]),
    ],
)
def test_sentences(lang: str, text: str, parts: list[str]) -> None:
    assert sentences(text, lang) == parts


@given(st.text(alphabet=st.sampled_from("aA1 .!?…\n“”\"'—-ёЁ\t,"), max_size=80))
def test_spans_are_in_order_and_hold_all_that_is_not_blank(text: str) -> None:
    edition = Edition(id="a", address="a", raw_hash="", text=text, cleaner="", body=((0, len(text)),))
    document = Document(edition=edition, language=language("en"))
    lay_out(document)
    spans = [(s.start, s.end) for s in document.sentences]

    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
    assert "".join("".join(text[a:b] for a, b in spans).split()) == "".join(text.split())
    assert all(text[a:b] == w for s in document.sentences for a, b, w in zip(s.starts, s.ends, s.words, strict=True))


def test_lines_of_a_fixed_width_are_one_paragraph() -> None:
    wrapped = """The mayor of the port said on Friday that the bridge had been
closed since the storm, and that the ferries would not leave the
harbour before the engineers had looked at every pillar of it and
written their report. Nobody was hurt when a part of the railing
fell into the water.

A second storm was expected at the weekend."""

    assert len(sentences(wrapped)) == 3
    assert sentences(wrapped)[1].startswith("Nobody")


def test_a_sentence_of_a_length_that_nobody_writes_comes_in_pieces() -> None:
    pieces = sentences("the man of the town " * 500)

    assert len(pieces) > 1
    assert max(map(len, pieces)) <= 1_500
    assert "".join("".join(pieces).split()) == "themanofthetown" * 500
