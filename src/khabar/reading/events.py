"""Which figures belong to another event: an older one, or the long war behind the day's attack.

Such a figure is no rival of the report's own toll: its currency is "earlier". A time beside it that lies long before the
report says so, and so does a word such as "civil war" beside a number of another order than all others of the report.
"""

import datetime as dt
from bisect import bisect_left

from khabar.model.reading import Interval
from khabar.reading.document import Count, Document, NamedTime, Sentence
from khabar.reading.inherit import number_of
from khabar.reading.numbers import Number
from khabar.reading.words import FigureWords, figure_words

ILLNESS = frozenset({"illness"})
LONG_AGO = 150
"""A figure that is said of a time so many days before the report is not of the report's event."""

WINDOW = 45
SHORT = 2
"""A word such as "since" begins a window so many characters before its day ("since the outbreak began on"), if it is no mere «с»."""

CUMULATIVE = frozenset({"killed", "injured", "casualties"})
"""Measures whose background toll a long war makes."""

DAYS = 4
"""A figure that is said of a time so many days before the report's own event is of another one."""

BESIDE = 90
"""A time speaks of a figure at most so many characters away."""

ALONE = 160
"""The only time of a sentence speaks of a figure so many characters away."""

WHEN = 14
"""Tokens of a clause with "when" up to its figure."""

CLAUSE = 8
"""Words between a time and the verb of the figure that it is the time of."""

ORDER = 10
"""A background toll is so many times larger than any other figure of its measure in the report."""


def other_events(document: Document) -> None:
    """Sets the currency of figures of other events to "earlier". Needs counts and times."""
    published = _day(document.edition.published)
    times = [_nearest(document, count) for count in document.counts]
    event = _event_day(document, times, published)
    news = _news(document)
    told: dict[str | None, float] = {}
    for count, time in zip(document.counts, times, strict=True):
        if (
            count.currency == "current"
            and count is not news
            and (
                _long_ago(time, published, LONG_AGO)
                or _long_ago(time, event, DAYS)
                or _of_another_year(document, count, published)
                or (published is None and time is not None and _since(document, time, count))
                or _background(document, count)
                or (_differs(told, count) and _elsewhere(document, count))
            )
        ):
            count.currency = "earlier"
        if count.part_of is None:
            told.setdefault(count.measure, _value(count))
    for count in document.counts:
        if count.part_of is not None and count.currency == "current" and count.part_of.currency == "earlier":
            count.currency = "earlier"


def _differs(told: dict[str | None, float], count: Count) -> bool:
    """Whether the report has told another number of the same, of which this one is no part."""
    return count.part_of is None and told.get(count.measure, _value(count)) != _value(count)


def earlier_days(document: Document) -> None:
    """Gives an earlier figure the day beside it as the end of its window: "it was 9 on Thursday"."""
    for count in document.counts:
        if count.currency == "earlier" and count.window is None:
            time = _nearest(document, count)
            if time is not None and time.to is not None and time.precision == "day":
                count.window = Interval(to=time.to, span=time.span)


def _news(document: Document) -> Count | None:
    """The report's first figure, if somebody says it: the news, however long ago it happened."""
    first = next((c for c in document.counts if not document.sentences[c.sentence].title), None)
    if first is None or first.statement is None or not document.utterances[first.statement].cue:
        return None
    return first


def _event_day(document: Document, times: list[NamedTime | None], published: dt.date | None) -> dt.date | None:
    """The day of the report's own event: the time beside its first figure, else the day of the report."""
    for count, time in zip(document.counts, times, strict=True):
        if count.currency == "current" and time is not None and time.to is not None:
            return min(dt.date.fromisoformat(time.to), published or dt.date.max)
    return published


def _day(published: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _long_ago(time: NamedTime | None, day: dt.date | None, days: int) -> bool:
    """Whether the time nearest to a figure ended more than so many days before."""
    return day is not None and time is not None and time.to is not None and _days(time.to, day) > days


def _days(to: str, day: dt.date) -> int:
    return (day - dt.date.fromisoformat(to)).days


def _nearest(document: Document, count: Count) -> NamedTime | None:
    times = document.times_in(document.sentences[count.sentence])
    reach = ALONE if len(times) == 1 else BESIDE
    near = [t for t in times if _apart(t, count) <= reach and not _unrelated(document, t, count)]
    return min(near, key=lambda t: _apart(t, count)) if near else None


def _follows(document: Document, time: NamedTime, count: Count) -> bool:
    """Whether a clause with "when" joins the figure to the time before it: "since 2011, when 15 died"."""
    words = document.text[time.span[1] : count.span[0]].lower().replace(",", " ").split()[:CLAUSE]
    small = figure_words(document.language.code)
    if words and words[0] in small.when:
        return True
    at = next((i for i, w in enumerate(words) if w in small.relatives), None)
    return at is not None and _kills(document, count, words[at + 1 : at + 3])


def _kills(document: Document, count: Count, words: list[str]) -> bool:
    """Whether a measure word stands right behind the relative: "a 1999 quake that killed 17", "in 2011, which killed 89"."""
    sentence = document.sentences[count.sentence]
    return any(sentence.low[h.start] in words for h in sentence.of["measure"])


def _unrelated(document: Document, time: NamedTime, count: Count) -> bool:
    """Whether the time begins a window ("since May"), or stands in a clause of its own behind the figure."""
    if _follows(document, time, count):
        return False
    since = document.language.facts.get("times", {}).get("since", ())
    before = document.text[max(0, time.span[0] - WINDOW) : time.span[0]].lower().rsplit(",", 1)[-1].split()
    window = any(w in since for w in before[-1:]) or any(w in since and len(w) > SHORT for w in before)
    return window or "," in document.text[count.span[1] : time.span[0]]


def _of_another_year(document: Document, count: Count, published: dt.date | None) -> bool:
    """Whether a year that names another event stands with the figure: "a 1999 quake that killed 17", "2021, when five died"."""
    sentence = document.sentences[count.sentence]
    first = bisect_left(sentence.starts, count.span[0])
    last = bisect_left(sentence.starts, count.span[1])
    small = figure_words(document.language.code)
    before = published.year if published else dt.MAXYEAR if _ranked(sentence, small) else dt.MINYEAR
    return any(
        _names_event(sentence, number, (first, last), small)
        for number in sentence.numbers or ()
        if number.sort == "year" and number.best and number.best < before
    )


def _ranked(sentence: Sentence, small: FigureWords) -> bool:
    """Whether the report's event is set against others: "the deadliest since". Where no day of the report is known, that tells another event."""
    return not small.superlatives.isdisjoint(sentence.low)


def _since(document: Document, time: NamedTime, count: Count) -> bool:
    """`the biggest attack since October 2020, when eight people died`."""
    ranked = _ranked(document.sentences[count.sentence], figure_words(document.language.code))
    return ranked and _follows(document, time, count)


def _names_event(sentence: Sentence, year: Number, figure: tuple[int, int], small: FigureWords) -> bool:
    low = sentence.low
    if year.last <= figure[0]:
        gap = low[year.last : figure[0]]
        if gap[:1] == [","] and len(gap) > 1 and gap[1] in small.when:
            return len(gap) <= WHEN
        tied = [w for i, w in enumerate(gap) if not (w == "," and gap[i + 1 : i + 2] and gap[i + 1] in small.relatives)]
        named = 0 < len(gap) <= CLAUSE and gap[0].isalpha() and gap[0] not in small.stops
        return named and all(w[0].isalnum() for w in tied) and not any(w in small.hard - small.relatives for w in gap)
    gap = low[figure[1] : year.first]
    behind = low[year.last] if year.last < len(low) else "."
    named = gap[-1:] != [] and gap[-1] in small.definite and behind.isalpha() and behind not in small.stops
    return named and len(gap) <= CLAUSE and all(w[0].isalnum() for w in gap) and small.hard.isdisjoint(gap)


def _elsewhere(document: Document, count: Count) -> bool:
    """Whether a word such as "elsewhere" stands before the figure in its sentence; a window of time is that of an epidemic's own count."""
    sentence = document.sentences[count.sentence]
    most = figure_words(document.language.code).superlatives
    return any(
        (h.entry.attributes.get("behind") or sentence.starts[h.start] < count.span[0])
        and not (h.entry.attributes.get("window") and _ill(document))
        and most.isdisjoint(sentence.low[max(0, h.start - CLAUSE) : h.start])
        for h in sentence.of["elsewhere"]
    )


def _ill(document: Document) -> bool:
    """Whether the report tells of an illness."""
    return document.has(ILLNESS)


def _apart(time: NamedTime, count: Count) -> int:
    return max(time.span[0] - count.span[1], count.span[0] - time.span[1], 0)


def _background(document: Document, count: Count) -> bool:
    """Whether a word of a long war stands in the sentence, and the number is of another order than the report's others."""
    sentence = document.sentences[count.sentence]
    if count.measure not in CUMULATIVE or not sentence.of["background"]:
        return False
    largest = max(
        (
            _value(c)
            for c in document.counts
            if c is not count and c.part_of is not count and c.measure == count.measure and not _same(c, count)
        ),
        default=0.0,
    )
    return 0 < largest * ORDER <= _value(count)


def _same(one: Count, two: Count) -> bool:
    return one.sentence == two.sentence or _value(one) * 2 >= _value(two)


def _value(count: Count) -> float:
    return number_of(count) or 0.0
