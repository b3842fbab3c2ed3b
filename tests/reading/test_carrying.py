"""A bare count right behind an attributed one rests on the same word; anything else does not."""

import pytest

from khabar.intake.options import IntakeOptions
from khabar.model.reading import Reading
from khabar.pipeline import read_text


def read(lang: str, text: str) -> Reading:
    return read_text(text, options=IntakeOptions(lang=lang, published="2024-05-03"))


def who(reading: Reading, measure: str) -> str | None:
    """Whom the first figure of a measure rests on."""
    figure = next(f for f in reading.figures if f.measure == measure)
    statement = reading.statements[figure.statement or 0]
    return None if statement.who is None else reading.people[statement.who].name


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The harbour police said 12 people were killed. In all, 340 people were detained."),
        ("id", "Polisi pelabuhan mengatakan 12 orang tewas. Sebanyak 340 orang ditahan."),
        ("ru", "По данным портовой полиции, погибли 12 человек. Всего задержаны 340 человек."),
    ],
)
def test_the_next_count_is_carried_on(lang: str, text: str) -> None:
    reading = read(lang, text)

    assert who(reading, "killed") is not None
    assert who(reading, "detained") == who(reading, "killed")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The harbour police said 12 people were killed.\nIn all, 340 people were detained."),
        ("en", "The harbour police said 12 people were killed. Thousands of people were detained."),
        ("en", "The harbour police said the pier was closed. Another 340 people were detained."),
        ("id", "Polisi pelabuhan mengatakan 12 orang tewas.\nSebanyak 340 orang ditahan."),
        ("ru", "По данным портовой полиции, погибли 12 человек.\nВсего задержаны 340 человек."),
    ],
)
def test_a_new_paragraph_a_vague_word_or_another_matter_is_not(lang: str, text: str) -> None:
    assert who(read(lang, text), "detained") is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The landslide killed 12 people. Another 340 were detained in the riots, the harbour police said."),
        ("id", "Longsor menewaskan 12 orang. Sebanyak 340 orang ditahan dalam kerusuhan, kata polisi pelabuhan."),
        ("ru", "Оползень убил 12 человек. Ещё 340 человек задержаны, сообщила портовая полиция."),
    ],
)
def test_what_stands_before_an_attribution_stays_the_outlet_s_own(lang: str, text: str) -> None:
    reading = read(lang, text)

    assert who(reading, "detained") is not None
    assert who(reading, "killed") is None
