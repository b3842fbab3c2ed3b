"""Moments: a date without a time stands for its end."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.model.errors import UsageError
from khabar.model.moment import as_printed, iso, parse_moment


@pytest.mark.parametrize(
    ("words", "at", "precision"),
    [
        ("2022-01-16", "2022-01-16T23:59:59Z", "day"),
        ("2022-02", "2022-02-28T23:59:59Z", "month"),
        ("2022", "2022-12-31T23:59:59Z", "year"),
        ("2022-01-16T12:00Z", "2022-01-16T12:00:00Z", "minute"),
        ("2022-01-16 12:00:05+05:00", "2022-01-16T07:00:05Z", "second"),
        ("2022-01-16T12:00", "2022-01-16T12:00:00Z", "minute"),
    ],
)
def test_forms(words: str, at: str, precision: str) -> None:
    moment = parse_moment(words)

    assert (iso(moment.at), moment.precision) == (at, precision)


def test_a_day_ends_in_the_outlet_s_zone() -> None:
    assert iso(parse_moment("2022-01-16", zone=dt.timezone(dt.timedelta(hours=6))).at) == "2022-01-16T17:59:59Z"


@pytest.mark.parametrize("words", ["", "yesterday", "2022-13", "2022-02-30", "16/01/2022", "2022-01-16T25:00", "9999"])
def test_what_is_no_time(words: str) -> None:
    with pytest.raises(UsageError, match="is no time"):
        parse_moment(words)


@given(st.datetimes(dt.datetime(1900, 1, 1), dt.datetime(2100, 1, 1), timezones=st.just(dt.UTC)))  # noqa: DTZ001
def test_round_trip(at: dt.datetime) -> None:
    assert iso(parse_moment(iso(at)).at) == iso(at)


def test_no_more_is_printed_than_is_known() -> None:
    assert as_printed(parse_moment("2022-01-16")) == "2022-01-16"
    assert as_printed(parse_moment("2022-01-16T12:00Z")) == "2022-01-16T12:00:00Z"
