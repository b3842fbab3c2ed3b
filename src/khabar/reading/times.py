"""Times: the dates, weekdays and relative days of a text as days inclusive, told from the day of the report.

The words come from times.toml. A date without a year is the one nearest to the report; a weekday is the last one before it
unless a word says "next". Where the day of the report is unknown, what is relative to it stays open.
"""

import datetime as dt
import re
from typing import Any

import msgspec

from khabar.language.lexicon import Hit
from khabar.reading.document import Document, NamedTime, Sentence

DATE = re.compile(r"^(\d{1,2})\.(\d{1,2})(?:\.(\d{4}|\d{2}))?$")
YEARS = range(1900, 2100)
SHORT_YEARS = range(32, 100)
"""`5 Dec 89`: two figures behind a month that can be no day."""

AHEAD = 60
"""A date without a year lies at most so many days after the report, else it was a year before."""

NUMERIC = 5
"""Tokens of `09/01/2022`."""

FIGURES = 4
"""Of a year."""

UNIT_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}


class Found(msgspec.Struct, frozen=True, gc=False):
    """A time in a sentence: tokens `first` to `last` (half-open) and its days."""

    first: int
    last: int
    start: dt.date | None
    to: dt.date | None
    precision: str = "day"


def time(document: Document) -> None:
    """Fills `document.times`. Needs sentences; uses the day on which the edition was published."""
    day = _day(document.edition.published)
    facts = document.language.facts.get("times", {})
    for sentence in document.sentences:
        if not sentence.digits and not sentence.has(CATEGORIES):
            continue
        for found in _kept(_found(sentence, facts, day)):
            span = sentence.span(found.first, found.last)
            start = found.start.isoformat() if found.start else None
            to = found.to.isoformat() if found.to else None
            document.times.append(NamedTime(span, start, to, found.precision))


def _day(published: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _kept(found: list[Found]) -> list[Found]:
    """Without what lies inside a longer time; a weekday and the date right behind it are one."""
    if not found:
        return found
    out: list[Found] = []
    for one in sorted(found, key=lambda f: (f.first, -f.last)):
        if out and one.first < out[-1].last:
            continue
        joined = out and one.precision == "day" and out[-1].precision == "weekday" and one.first - out[-1].last <= 1
        out.append(Found(out.pop().first, one.last, one.start, one.to) if joined else one)
    return [Found(f.first, f.last, f.start, f.to, "day") if f.precision == "weekday" else f for f in out]


def _found(sentence: Sentence, facts: dict[str, Any], day: dt.date | None) -> list[Found]:
    hits = sentence.hits if sentence.has(CATEGORIES) else []
    out = [READERS[h.entry.category](sentence, h, facts, day) for h in hits if h.entry.category in READERS]
    out += [
        _numeric(sentence, at, facts, day) or _year(sentence, at, facts)
        for at in sentence.digits
        if len(sentence.words[at]) == FIGURES or _marked(sentence, at)
    ]
    return [f for f in out if f is not None]


def _month(sentence: Sentence, hit: Hit, facts: dict[str, Any], day: dt.date | None) -> Found | None:
    """`9 January 2022`, `January 9, 2022`, `January 2022`, `9-10 January`; a month alone needs its capital."""
    month = hit.entry.attributes["number"]
    if hit.entry.attributes.get("adjective") and not sentence.words[hit.start][0].islower():
        return None
    dotted = _at(sentence, hit.end) == "." and _at(sentence, hit.end + 1).isdigit()
    last = hit.end + 1 if dotted else hit.end
    first, days = _days_before(sentence, hit.start, facts)
    if not days:
        last, days = _days_behind(sentence, last)
    last, year = _year_behind(sentence, last, facts, short=first < hit.start)
    if not days and not year and (_small(sentence, hit, facts) or _is_name(sentence, hit, facts)):
        return None
    return _dated(first, last, (year, month, days), day)


def _small(sentence: Sentence, hit: Hit, facts: dict[str, Any]) -> bool:
    """Whether a month lacks the capital that it has where the month comes before the day."""
    return sentence.words[hit.start].islower() and not facts.get("day_first")


def _is_name(sentence: Sentence, hit: Hit, facts: dict[str, Any]) -> bool:
    """Whether a month alone is somebody's first name: `director Jan Roe`, `April Brand said`."""
    after = facts.get("month_after")
    if after is None or not _at(sentence, hit.end)[:1].isalpha() or not sentence.words[hit.end][0].isupper():
        return False
    return _at(sentence, hit.start - 1) not in after


def _days_before(sentence: Sentence, at: int, facts: dict[str, Any]) -> tuple[int, list[int]]:
    """The day or two days before a month: `9`, `9-10`, `9th`, `the 9th of`."""
    first = at
    if _at(sentence, first - 1) in facts.get("of", ()):
        first -= 1
    if _at(sentence, first - 1) in {"st", "nd", "rd", "th"}:
        first -= 1
    number = _number(sentence, first - 1, 31)
    if not number:
        return at, []
    first -= 1
    other = _number(sentence, first - 2, 31)
    if _at(sentence, first - 1) in {"-", "–", "—", *facts.get("through", ())} and other and other < number:
        return first - 2, [other, number]
    return first, [number]


def _days_behind(sentence: Sentence, at: int) -> tuple[int, list[int]]:
    """The day or two days behind a month: `January 9`, `January 9-10`."""
    number = _number(sentence, at, 31)
    if not number or _at(sentence, at + 1) in {"%", ":"}:
        return at, []
    other = _number(sentence, at + 2, 31)
    if _at(sentence, at + 1) in {"-", "–", "—"} and other and number < other:
        return at + 3, [number, other]
    return (at + 2 if _at(sentence, at + 1) in {"st", "nd", "rd", "th"} else at + 1), [number]


def _year_behind(sentence: Sentence, last: int, facts: dict[str, Any], *, short: bool) -> tuple[int, int | None]:
    at = last + 1 if _at(sentence, last) == "," else last
    year = _number(sentence, at, 2099)
    if year is not None and year in SHORT_YEARS and short and at == last and facts.get("short_years"):
        return at + 1, 1900 + year
    if year not in YEARS:
        return last, None
    return (at + 2 if _at(sentence, at + 1) in facts.get("year_word", ()) else at + 1), year


def _dated(first: int, last: int, parts: tuple[int | None, int, list[int]], day: dt.date | None) -> Found | None:
    """Year, month and days to a time; without a year it is the nearest to the report."""
    year, month, days = parts
    try:
        if not days:
            return _whole_month(first, last, (year, month), day)
        if year is None and day is None:
            return Found(first, last, None, None)
        spans = [_nearest(month, d, day) if year is None and day else dt.date(year or 0, month, d) for d in days]
    except ValueError:
        return None
    return Found(first, last, spans[0], spans[-1])


def _nearest(month: int, number: int, day: dt.date) -> dt.date:
    this = dt.date(day.year, month, number)
    return dt.date(day.year - 1, month, number) if (this - day).days > AHEAD else this


def _whole_month(first: int, last: int, parts: tuple[int | None, int], day: dt.date | None) -> Found:
    year, month = parts
    if year is None:
        if day is None:
            return Found(first, last, None, None, "month")
        year = _nearest(month, 1, day).year
    end = dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)
    return Found(first, last, dt.date(year, month, 1), end, "month")


def _weekday(sentence: Sentence, hit: Hit, facts: dict[str, Any], day: dt.date | None) -> Found | None:
    """The last such day up to the report, or the next one where the text says so; a name in lower case is none in English."""
    word = sentence.words[hit.start]
    short = len(word) <= 3 or word.lower() == "minggu"
    if word.islower() and short:
        return None
    if day is None:
        return Found(hit.start, hit.end, None, None, "weekday")
    before, after = _at(sentence, hit.start - 1), _at(sentence, hit.end)
    back = (day.isoweekday() - hit.entry.attributes["number"]) % 7
    if before in facts.get("next", ()) or after in facts.get("next_after", ()):
        back -= 7
    first = hit.start - 1 if before in {*facts.get("next", ()), *facts.get("last", ())} else hit.start
    that = day - dt.timedelta(days=back)
    return Found(first, hit.end, that, that, "weekday")


def _relative(_: Sentence, hit: Hit, __: dict[str, Any], day: dt.date | None) -> Found | None:
    that = None if day is None else day + dt.timedelta(days=hit.entry.attributes["offset"])
    return Found(hit.start, hit.end, that, that)


def _period(_: Sentence, hit: Hit, __: dict[str, Any], day: dt.date | None) -> Found | None:
    unit, offset = hit.entry.attributes["unit"], hit.entry.attributes["offset"]
    if day is None:
        return Found(hit.start, hit.end, None, None, unit)
    if unit == "week":
        start = day - dt.timedelta(days=day.weekday() - 7 * offset)
        return Found(hit.start, hit.end, start, start + dt.timedelta(days=6), unit)
    if unit == "month":
        months = day.year * 12 + day.month - 1 + offset
        return _whole_month(hit.start, hit.end, (months // 12, months % 12 + 1), day)
    return Found(hit.start, hit.end, dt.date(day.year + offset, 1, 1), dt.date(day.year + offset, 12, 31), unit)


def _ago(sentence: Sentence, hit: Hit, _: dict[str, Any], day: dt.date | None) -> Found | None:
    """`two days ago`: the number before counts back; for more than days the interval is as wide as the unit."""
    first, number = hit.start - 1, _number(sentence, hit.start - 1, 200)
    if number is None:
        words = [h for h in sentence.of["numeral"] if h.end == hit.start]
        number = int(words[0].entry.attributes["value"]) if words else 1
        first = words[0].start if words else hit.start
    unit = hit.entry.attributes["unit"]
    if day is None:
        return Found(first, hit.end, None, None, unit)
    try:
        that = day - dt.timedelta(days=number * UNIT_DAYS[unit])
    except OverflowError:
        return None
    half = dt.timedelta(days=UNIT_DAYS[unit] // 2)
    return Found(first, hit.end, that - half, that + half, unit)


READERS = {"month": _month, "weekday": _weekday, "day": _relative, "period": _period, "ago": _ago}
CATEGORIES = frozenset(READERS)


def _marked(sentence: Sentence, at: int) -> bool:
    """Whether a mark of a date stands in digits or behind them; a year has its four figures alone."""
    return "." in sentence.words[at] or _at(sentence, at + 1) in {"-", "/", "."}


def _numeric(sentence: Sentence, at: int, facts: dict[str, Any], day: dt.date | None) -> Found | None:
    """`09/01/2022`, `9/1`, `2022-01-09`, `09.01.2022`, with the brackets that often stand around them in Indonesian."""
    words = sentence.words[at : at + 5]
    first, last = at, at + 5
    if len(words) == NUMERIC and words[1] == words[3] and words[1] in "-/." and all(w.isdigit() for w in words[::2]):
        parts = [int(w) for w in words[::2]]
    elif "." in words[0] and (dotted := DATE.match(words[0])):
        parts, last = [int(g) for g in dotted.groups() if g], at + 1
    elif (
        len(words) > 3
        and words[1] == "/"
        and words[3] == ")"
        and _at(sentence, at - 1) == "("
        and words[0].isdigit()
        and words[2].isdigit()
    ):
        parts, last = [int(words[0]), int(words[2])], at + 3
    else:
        return None
    if len(parts) == 2 and (last == at + 1):
        return None
    that = _calendar(parts, facts, day)
    if _at(sentence, first - 1) == "(" and _at(sentence, last) == ")":
        first, last = first - 1, last + 1
    return Found(first, last, that, that) if that else None


def _calendar(parts: list[int], facts: dict[str, Any], day: dt.date | None) -> dt.date | None:
    """Day, month, year in whichever order fits; of two that fit the language's order, and the one nearer to the report."""
    if parts[0] > 31:
        if len(parts) < 3:
            return None
        orders = [(parts[0], parts[1], parts[2])]
    else:
        year = parts[2] if len(parts) > 2 else (day.year if day else 0)
        year += 2000 if year < 100 else 0
        orders = [(year, parts[1], parts[0]), (year, parts[0], parts[1])]
        if not facts.get("day_first"):
            orders.reverse()
    dates = [d for d in (_date(*o) for o in orders) if d is not None]
    if day is not None and not facts.get("day_first"):
        dates.sort(key=lambda d: abs((d - day).days) > AHEAD)
    return dates[0] if dates else None


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _year(sentence: Sentence, at: int, facts: dict[str, Any]) -> Found | None:
    """A bare year beside a word that stands with years."""
    year = _number(sentence, at, 2099)
    if year not in YEARS or len(sentence.words[at]) != FIGURES or year is None:
        return None
    before, after = _at(sentence, at - 1), _at(sentence, at + 1)
    if before not in facts.get("year_before", ()) and after not in facts.get("year_after", ()):
        return None
    if before in facts.get("year_before", ()) and facts.get("year_word") and after not in facts["year_word"]:
        return None
    if after and after[0].isalpha() and any(h.start == at + 1 for h in sentence.of["population", "person", "thing"]):
        return None
    last = at + 2 if after in facts.get("year_after", ()) else at + 1
    if not {_at(sentence, last), _at(sentence, last + 1)}.isdisjoint(facts.get("year_made", ())):
        return None
    return Found(at, last, dt.date(year, 1, 1), dt.date(year, 12, 31), "year")


def _number(sentence: Sentence, at: int, most: int) -> int | None:
    """The whole number in digits at a token, up to a limit; None for anything else."""
    word = _at(sentence, at)
    return int(word) if word.isascii() and word.isdigit() and len(word) <= 4 and 0 < int(word) <= most else None


def _at(sentence: Sentence, at: int) -> str:
    return sentence.low[at] if 0 <= at < len(sentence.low) else ""
