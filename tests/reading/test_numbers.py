"""Numbers: every form a language has, round trips through words and digits, and what is no count."""

from collections.abc import Callable

import pytest
from babel.numbers import format_decimal
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.figures_of import read, value
from tests.reading.spelling import english, indonesian, russian

SENTENCES = {"en": "The list has {} names.", "id": "Daftar itu memuat {} nama.", "ru": "В списке {} имён."}
SPELLERS: dict[str, Callable[[int], str]] = {"en": english, "id": indonesian, "ru": russian}


@pytest.mark.parametrize("lang", SENTENCES)
@given(number=st.integers(1, 999_999))
@settings(max_examples=150, deadline=None)
def test_a_number_in_words_is_read_back(lang: str, number: int) -> None:
    found = read(SENTENCES[lang].format(SPELLERS[lang](number)), lang)

    assert [value(n) for n in found] == [number]


@pytest.mark.parametrize("lang", SENTENCES)
@given(number=st.integers(1, 999_999_999))
@settings(max_examples=150, deadline=None)
def test_a_number_in_the_digits_of_its_locale_is_read_back(lang: str, number: int) -> None:
    found = read(SENTENCES[lang].format(format_decimal(number, locale=lang)), lang)

    assert [value(n) for n in found] == [number]


@pytest.mark.parametrize("lang", SENTENCES)
@given(number=st.integers(11, 9_999), part=st.integers(1, 9))
@settings(max_examples=50, deadline=None)
def test_a_decimal_in_the_form_of_its_locale_is_read_back(lang: str, number: int, part: int) -> None:
    written = format_decimal(number + part / 10, locale=lang)

    assert [value(n) for n in read(SENTENCES[lang].format(written), lang)] == [number + part / 10]


FORMS = [
    ("en", "two and a half million", 2_500_000),
    ("en", "half a million", 500_000),
    ("en", "a quarter of a million", 250_000),
    ("en", "two dozen", 24),
    ("en", "a couple of", 2),
    ("en", "2.3 thousand", 2_300),
    ("en", "5k", 5_000),
    ("en", "one million two hundred thousand", 1_200_000),
    ("id", "2,3 juta", 2_300_000),
    ("id", "satu setengah juta", 1_500_000),
    ("id", "setengah juta", 500_000),
    ("id", "12 ribu", 12_000),
    ("id", "dua juta tiga ratus ribu", 2_300_000),
    ("id", "selusin", 12),
    ("ru", "полторы тысячи", 1_500),
    ("ru", "2,3 тыс.", 2_300),
    ("ru", "12 345", 12_345),
    ("en", "1 000", 1_000),
    ("ru", "12\u00a0345", 12_345),
    ("ru", "два с половиной миллиона", 2_500_000),
    ("ru", "двухсот пятидесяти", 250),
    ("ru", "трое", 3),
    ("ru", "три десятка", 30),
    ("ru", "1 млн 200 тыс.", 1_200_000),
]


@pytest.mark.parametrize(("lang", "written", "number"), FORMS)
def test_forms(lang: str, written: str, number: float) -> None:
    assert value(read(SENTENCES[lang].format(written), lang)[0]) == number


VAGUE = [
    ("en", "several", 2, None),
    ("en", "dozens of", 24, None),
    ("en", "hundreds of", 200, None),
    ("en", "tens of thousands of", 20_000, None),
    ("en", "several hundred", 200, None),
    ("id", "beberapa", 2, None),
    ("id", "belasan", 11, 19),
    ("id", "puluhan", 20, None),
    ("id", "ratusan", 200, None),
    ("id", "puluhan ribu", 20_000, None),
    ("ru", "несколько", 2, None),
    ("ru", "десятки", 20, None),
    ("ru", "сотни тысяч", 200_000, None),
    ("ru", "несколько сотен", 200, None),
    ("ru", "тысячи", 2_000, None),
]


@pytest.mark.parametrize(("lang", "written", "low", "high"), VAGUE)
def test_a_vague_word_is_a_class_and_never_a_point(lang: str, written: str, low: float, high: float | None) -> None:
    (found,) = read(SENTENCES[lang].format(written), lang)

    assert (found.low, found.best, found.high, found.bound) == (low, None, high, "vague")


def test_an_ambiguous_number_follows_the_documents_others() -> None:
    english_outlet = "Gempa magnitudo 7.2 itu melukai 1,240 orang."
    own_form = "Gempa magnitudo 7,2 itu melukai 1.240 orang."

    assert [value(n) for n in read(english_outlet, "id")] == [7.2, 1240]
    assert [value(n) for n in read(own_form, "id")] == [7.2, 1240]


BOUNDS = [
    ("en", "at least 12", "at_least", (12, None, None)),
    ("en", "up to 40", "at_most", (None, None, 40)),
    ("en", "about 300", "about", (None, 300, None)),
    ("en", "5 to 7", "range", (5, None, 7)),
    ("en", "between 15,000 and 20,000", "range", (15_000, None, 20_000)),
    ("en", "three or four", "range", (3, None, 4)),
    ("en", "1 to 2 thousand", "range", (1_000, None, 2_000)),
    ("id", "sedikitnya 12", "at_least", (12, None, None)),
    ("id", "hingga 40", "at_most", (None, None, 40)),
    ("id", "100-an", "about", (None, 100, None)),
    ("id", "antara 5 dan 7", "range", (5, None, 7)),
    ("id", "5 sampai 7", "range", (5, None, 7)),
    ("ru", "не менее 12", "at_least", (12, None, None)),
    ("ru", "больше сотни", "at_least", (100, None, None)),
    ("ru", "до 40", "at_most", (None, None, 40)),
    ("ru", "около 300", "about", (None, 300, None)),
    ("ru", "от 5 до 7", "range", (5, None, 7)),
    ("ru", "пять-шесть", "range", (5, None, 6)),
]


@pytest.mark.parametrize(("lang", "written", "bound", "values"), BOUNDS)
def test_bounds(lang: str, written: str, bound: str, values: tuple[float | None, ...]) -> None:
    (found,) = read(SENTENCES[lang].format(written), lang)

    assert (found.bound, (found.low, found.best, found.high)) == (bound, values)


def test_a_noun_before_its_number_makes_it_about() -> None:
    (found,) = read("Погибли человек пять.", "ru")

    assert (found.bound, found.best) == ("about", 5)


REVISIONS = [
    ("en", "The toll rose from 26 to 164."),
    ("id", "Korban tewas naik dari 26 menjadi 164 orang."),
    ("ru", "Число погибших выросло с 26 до 164."),
]


@pytest.mark.parametrize(("lang", "text"), REVISIONS)
def test_a_revision_is_no_range(lang: str, text: str) -> None:
    old, new = read(text, lang)

    assert [(old.revision, value(old)), (new.revision, value(new))] == [("old", 26), ("new", 164)]
    assert new.bound == "exact"


OTHER_SORTS = [
    ("en", "The home side won 3-1.", "score"),
    ("en", "A 7.2-magnitude quake struck.", "attributive"),
    ("en", "Jane Roe, 52, was there.", "aged"),
    ("en", "They met at 10:30 in the hall.", "time"),
    ("en", "Prices rose 12 percent.", "percent"),
    ("en", "It cost $12 million.", "money"),
    ("en", "Highway 28 is closed.", "name"),
    ("id", "Budi (52) ada di sana.", "aged"),
    ("id", "Bantuan senilai Rp500 juta tiba.", "money"),
    ("id", "Mereka menunggu 30 tahun.", "duration"),
    ("id", "Gempa magnitudo 6,1 terjadi.", "size"),
    ("ru", "Ждали 30 лет.", "duration"),
    ("ru", "Цены выросли на 12%.", "percent"),
    ("ru", "Дом стоит 5 млн рублей.", "money"),
]


@pytest.mark.parametrize(("lang", "text", "sort"), OTHER_SORTS)
def test_a_number_that_counts_nobody_has_its_sort(lang: str, text: str, sort: str) -> None:
    assert sort in {n.sort for n in read(text, lang)}
