"""Russian months as adjectives: a time, unless a capital makes a name of it."""

import pytest

from khabar.intake.options import IntakeOptions
from khabar.pipeline import read_text


def times(text: str, published: str) -> list[tuple[str | None, str | None]]:
    reading = read_text(text, options=IntakeOptions(lang="ru", published=published))
    return [(t.start, t.to) for t in reading.times]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("После мартовских паводков погибли девять человек, сообщили власти.", "2021-03-01", "2021-03-31"),
        ("Жертвами ноябрьской бури стали трое.", "2020-11-01", "2020-11-30"),
        ("О майском землетрясении напомнили жители.", "2021-05-01", "2021-05-31"),
    ],
)
def test_an_adjective_is_the_nearest_such_month(text: str, first: str, last: str) -> None:
    assert (first, last) in times(text, "2021-06-02")


def test_a_district_s_name_is_no_time() -> None:
    assert times("В Октябрьском районе сгорел склад.", "2021-06-02") == []
