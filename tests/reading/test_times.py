"""Times: dates, weekdays and relative days as day intervals, told from the day of the report (Sunday, 9 January 2022)."""

import pytest

from tests.reading.figures_of import figures, times

TIMES = [
    ("en", "It fell on Friday.", [("Friday", "2022-01-07", "2022-01-07")]),
    ("en", "It fell on Sunday.", [("Sunday", "2022-01-09", "2022-01-09")]),
    ("en", "It falls next Friday.", [("next Friday", "2022-01-14", "2022-01-14")]),
    ("en", "On 9 January 2021 it fell.", [("9 January 2021", "2021-01-09", "2021-01-09")]),
    ("en", "On Jan. 5 it fell.", [("Jan. 5", "2022-01-05", "2022-01-05")]),
    ("en", "On December 30 it fell.", [("December 30", "2021-12-30", "2021-12-30")]),
    ("en", "It fell on May 3-4, 2020.", [("May 3-4, 2020", "2020-05-03", "2020-05-04")]),
    ("en", "It fell in March 2020.", [("March 2020", "2020-03-01", "2020-03-31")]),
    ("en", "It is the worst since 2011.", [("2011", "2011-01-01", "2011-12-31")]),
    ("en", "It fell two days ago.", [("two days ago", "2022-01-07", "2022-01-07")]),
    ("en", "It fell yesterday.", [("yesterday", "2022-01-08", "2022-01-08")]),
    ("en", "It fell on 2022-01-05.", [("2022-01-05", "2022-01-05", "2022-01-05")]),
    ("en", "In May Mayor Roe counted twelve dead.", [("May", "2021-05-01", "2021-05-31")]),
    ("id", "Pada Minggu (09/01/2022) jembatan runtuh.", [("Minggu (09/01/2022)", "2022-01-09", "2022-01-09")]),
    ("id", "Pada Jumat (7/1) jembatan runtuh.", [("Jumat (7/1)", "2022-01-07", "2022-01-07")]),
    ("id", "Kemarin jembatan runtuh.", [("Kemarin", "2022-01-08", "2022-01-08")]),
    ("id", "Jembatan runtuh sejak 5 Januari 2022.", [("5 Januari 2022", "2022-01-05", "2022-01-05")]),
    ("id", "Jembatan ditutup hingga Minggu.", [("Minggu", "2022-01-09", "2022-01-09")]),
    ("id", "Jembatan runtuh pada tahun 2018.", [("2018", "2018-01-01", "2018-12-31")]),
    ("ru", "9 января 2022 года рухнул мост.", [("9 января 2022 года", "2022-01-09", "2022-01-09")]),
    ("ru", "Мост рухнул в пятницу.", [("пятницу", "2022-01-07", "2022-01-07")]),
    ("ru", "Мост рухнул вчера.", [("вчера", "2022-01-08", "2022-01-08")]),
    ("ru", "Мост закрыт с 5 по 7 января.", [("5 по 7 января", "2022-01-05", "2022-01-07")]),
    ("ru", "Мост рухнул 09.01.2022.", [("09.01.2022", "2022-01-09", "2022-01-09")]),
    ("ru", "Мост построен в 2011 году.", [("2011 году", "2011-01-01", "2011-12-31")]),
    ("ru", "Мост рухнул три дня назад.", [("три дня назад", "2022-01-06", "2022-01-06")]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), TIMES)
def test_times(lang: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert times(text, lang) == expected


NO_TIMES = [
    ("en", "Four bodies were found, director Jan Roe said."),
    ("en", "April Brand counted twelve dead."),
    ("id", "Juni Wulandari menghitung dua belas korban."),
    ("en", "People may march again."),
    ("en", "He ran 2022 metres."),
    ("id", "Dua minggu cukup."),
    ("id", "Mereka menunggu 30 tahun."),
    ("ru", "Стране 30 лет."),
]


@pytest.mark.parametrize(("lang", "text"), NO_TIMES)
def test_no_times(lang: str, text: str) -> None:
    assert times(text, lang) == []


DATES = [
    ("en", "Four people died on 12 March 2021.", [("killed", 4)]),
    ("id", "Empat orang tewas pada 12 Maret 2021.", [("killed", 4)]),
    ("ru", "12 марта 2021 года погибли четыре человека.", [("killed", 4)]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), DATES)
def test_a_date_is_never_a_figure(lang: str, text: str, expected: list[tuple[str, float]]) -> None:
    assert figures(text, lang) == expected


def test_without_a_day_of_the_report_what_is_relative_stays_open() -> None:
    assert times("It fell on Friday.", published="") == [("Friday", None, None)]
