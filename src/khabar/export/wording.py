"""Numbers, times and verdicts in words, the same on every page."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from babel import Locale

from khabar.language.base import SUPPORTED
from khabar.model.claim import Claim, Tally
from khabar.model.reading import Figure, Statement

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
TERRITORIES = Locale("en").territories
LANGUAGES = tuple(sorted(SUPPORTED))
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "ckb", "ug", "yi", "dv", "sd"})
STATUSES = {
    "standing": "stands: nothing that was published takes it back or follows it",
    "superseded": "superseded: its own authority has since given another figure",
    "withdrawn": "withdrawn by whoever owns it",
    "disowned": "disowned: the office named as its origin says that it never said it",
}
"""Each status with what it means, as the legend prints it."""
CLASSES = {"standing": "", "superseded": " followed", "withdrawn": " fallen", "disowned": " fallen"}
"""How a number of each status is set: struck through only where it fell."""
RULES = {
    "said": "the first report that has it",
    "unattributed": "a number on nobody's word supports nothing",
    "made-exact": "the same authority made its rounder figure exact",
    "higher-later": "a later, higher figure of the same authority takes its place",
    "lower-refers": "a later figure of the same authority refers to it",
    "lower-with-reason": "a later, lower figure of the same authority gives a reason",
    "stock-moved": "a later count of the same authority, of what may rise and fall",
    "withdrawn-by-owner": "who said it takes it back",
    "withdrawn-by-relay": "who published it takes the publication back",
    "withdrawn-by-office-above": "the text sets the office over that publisher",
    "withdrawn-by-type": "by type: such an office is set over state media of its authority",
    "disowned": "the office named as its origin says that it never said it",
    "corrected-by-carrier": "an outlet or wire corrects its own text",
    "reinstated": "its owner says it again",
    "caveat": "a report says that it could not be checked",
    "disputed": "a third party denies it; its status stays",
    "contested": "a rival claim of another authority does not meet it",
    "part-exceeds-total": "a part is larger than its total",
    "same-count": "given for a place in which the whole total lies",
    "whole-fell": "the number that it was given as a part of has fallen",
    "altered": "a copy prints another number than its origin",
}
"""What each rule says in one line; docs/rules.md has it in full."""
MARKS = {
    "contested": "contested: a rival claim of another authority does not meet it",
    "disputed": "disputed: a third party denies it; that changes no status",
    "unconfirmed": "unconfirmed: a report says that it could not be checked",
}


def number(value: float | None) -> str:
    """A number as read: 9,900; nothing after the point where there is nothing."""
    if value is None:
        return "?"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"


def band(low: float | None, best: float | None, high: float | None) -> str:
    """A value with its bounds: `164`, `at least 8`, `11 to 19`, `at most 40`, `about 2,000`."""
    if low is not None and low == high:
        return number(low)
    if best is not None and (low is None or high is None or best not in {low, high}):
        return f"about {number(best)}"
    if low is not None and high is not None:
        return f"{number(low)} to {number(high)}"
    if low is not None:
        return f"at least {number(low)}"
    return "no number" if high is None else f"at most {number(high)}"


def moment(words: str | None) -> str:
    """`9 Jan 2022, 12:00` for a moment in UTC, `9 Jan 2022` for a day, `Jan 2022`, `2022`."""
    if not words:
        return "time unknown"
    if len(words) <= 7:
        return words if len(words) == 4 else f"{MONTHS[int(words[5:7]) - 1]} {words[:4]}"
    try:
        at = dt.datetime.fromisoformat(words)
    except ValueError:
        return words
    day = f"{at.day} {MONTHS[at.month - 1]} {at.year}"
    return day if len(words) == 10 else f"{day}, {at:%H:%M}"


def day(words: str | None) -> str:
    """The day of a time."""
    return moment(words[:10]) if words else "day unknown"


def clock(words: str | None) -> str:
    """The time of day of a moment, `12:00`; nothing for a day."""
    return moment(words).rpartition(", ")[2] if words and len(words) > 10 else ""


def support(of: Iterable[int]) -> str:
    """`1 independent source`, `1, at most 3 independent sources`, `no independent source`."""
    low, high = (*of,)[:2]
    if high == 0:
        return "no independent source"
    many = "source" if high == 1 else "sources"
    return f"{low} independent {many}" if low == high else f"{low}, at most {high} independent {many}"


def origins(of: Iterable[int]) -> str:
    """Support in a column of a table: `1`, `1 to 3`, `none`."""
    low, high = (*of,)[:2]
    return "none" if high == 0 else str(low) if low == high else f"{low} to {high}"


def counted(count: int, one: str, more: str | None = None) -> str:
    """`1 report`, `14 reports`."""
    return f"{count:,} {one if count == 1 else more or one + 's'}"


def change(now: float | None, before: float | None) -> str:
    """`+61`, `-3`, `no change`; empty where one of them is missing."""
    if now is None or before is None:
        return ""
    return "no change" if now == before else f"{now - before:+,.0f}".replace("-", "\u2212")


def country(situation_: str) -> str | None:
    """The country that a situation is about: that of `kz-2022-01-06` is `Kazakhstan`; None where it is about none."""
    root = situation_[:-11]
    return str(TERRITORIES.get(root.upper(), root.upper())) if len(root) == 2 else None


def situation(name: str | None) -> str:
    """A situation's name for people: `kz-2022-01-06` is `Kazakhstan, from 6 Jan 2022`."""
    if not name:
        return "Nothing counted yet"
    root, start = name[:-11], name[-10:]
    other = "One report" if root.startswith("report:") else root.removeprefix("place:").title()
    return f"{country(name) or other}, from {moment(start)}"


def what(measure: str, who: str | None, basis: str = "unknown") -> str:
    """What is counted: `killed`, `police officers killed`, `killed (identified)`."""
    said = " ".join(w for w in (who, measure.replace("_", " ")) if w)
    return said if basis == "unknown" else f"{said} ({basis.replace('_', ' ')})"


def tally_name(tally: Mapping[str, Any]) -> str:
    """What is counted and where, from a tally as plain data."""
    return _placed(what(tally["measure"], tally.get("who"), tally.get("basis") or "unknown"), tally.get("place"))


def _placed(said: str, place: str | None) -> str:
    return f"{said}, {place}" if place else said


def standing(tally: Tally) -> str:
    """All that stands in one cell: `225`, or `5,135 to 5,800 (2 claims)`."""
    numbers = [v for v in tally.standing if v is not None]
    if len(set(numbers)) == 1:
        return number(numbers[0])
    return f"{number(min(numbers))} to {number(max(numbers))} ({len(numbers)} claims)" if numbers else "no number"


class Figures(Protocol):
    """A key figure: its standing claims, from the lowest to the highest; `open`: one of them has no upper end."""

    @property
    def standing(self) -> tuple[Claim, ...]:
        """The claims."""

    @property
    def low(self) -> float | None:
        """The least that any says."""

    @property
    def high(self) -> float | None:
        """The most that any says."""

    @property
    def open(self) -> bool:
        """Whether one of them says `at least` of the most."""


def card_number(card: Figures) -> tuple[str, str, str]:
    """The big number of a key figure, with the words before and after it: what stands, or from the lowest to the highest of all."""
    if len(card.standing) == 1:
        only = card.standing[0]
        found = band(only.low, only.best, only.high)
    else:
        found = band(card.low, None, card.high)
    before, _, rest = found.rpartition(" ") if found.startswith(("at ", "about ")) else ("", "", found)
    return before, rest.replace(" to ", " \u2013 "), "or more" if card.open and not before else ""


def spans_back(now: str) -> list[tuple[str, str]]:
    """Moments before another to hold it against: a day, a week and a month before it."""
    at = dt.datetime.fromisoformat(now)
    back = (("a day", 1), ("a week", 7), ("a month", 30))
    return [(word, f"{at - dt.timedelta(days=days):%Y-%m-%dT%H:%M:%SZ}") for word, days in back]


def conclusion(ground: Mapping[str, Any]) -> str:
    """What a ground concludes, as a heading."""
    said: dict[str, str] = {"said": "Who said it", "unattributed": "Nobody is named for it"}
    found = str(ground["conclusion"])
    return said.get(found, found.capitalize())


def hull(spans: Iterable[tuple[int, int]]) -> str | None:
    """The stretch of text that spans cover, as the address of a report takes it: `19-74`."""
    ends = [*spans]
    return f"{min(s for s, _ in ends)}-{max(e for _, e in ends)}" if ends else None


def language(code: str | None) -> str:
    """A language's name in English."""
    if not code:
        return "unknown"
    return str(Locale("en").languages.get(code, code))


def direction(code: str | None) -> str:
    """How a language is written; `auto` leaves it to the letters where the language is unknown."""
    if not code:
        return "auto"
    return "rtl" if code.split("-", maxsplit=1)[0] in RIGHT_TO_LEFT else "ltr"


def title(tally: Tally) -> str:
    """What is counted and where: `killed, Kazakhstan`, `police officers killed, Almaty`."""
    return _placed(what(tally.measure, tally.who, tally.basis), tally.place)


def origin(claim: Claim) -> str:
    """Whose figure it is: `Health Ministry through Khabar 24`."""
    return " through ".join([claim.source or "unattributed", *claim.through])


def sentence(claim: Claim) -> str:
    """A claim in one line, as a tooltip or a screen reader gives it."""
    fell = f" since {moment(claim.since)}" if claim.since and claim.status != "standing" else ""
    by = f" by {claim.by}" if claim.by else ""
    marks = "; " + ", ".join(claim.marks) if claim.marks else ""
    number = band(claim.low, claim.best, claim.high)
    return f"{number}, {origin(claim)}, said {moment(claim.said)}: {claim.status}{by}{fell}{marks}"


TROUBLES = {
    400: "That cannot be answered",
    403: "Not from here",
    404: "Nothing there",
    413: "Too large",
    422: "That cannot be read",
    503: "No answer in time",
}


def trouble(status: int) -> str | None:
    """What a status of HTTP means to whoever looks at the page."""
    return TROUBLES.get(status)


def sentence_case(words: str) -> str:
    """The words with a capital at their head; names in them stay as they are."""
    return words[:1].upper() + words[1:]


DOUBTERS = {"outlet": "the outlet", "source": "the source itself"}
VOICES = {"quote": "quoted", "indirect": "", "narration": ""}


def manner(statement: Statement) -> str:
    """How a statement is made, where there is more to say than that somebody says something: `quoted, denies`."""
    said = [VOICES[statement.voice], "" if statement.act == "asserts" else statement.act]
    said.append("" if statement.certainty in {"stated", "reported"} else statement.certainty)
    doubter = statement.doubt.by if statement.doubt else ""
    said.append(f"doubted by {DOUBTERS.get(doubter, doubter)}" if doubter else "")
    return ", ".join(w for w in said if w)


def sort_of(figure: Figure) -> str:
    """Why a figure carries no claim of its own: `a part`, `an earlier figure`, `a change`."""
    said = {"earlier": "an earlier figure", "denied": "denied", "projected": "a forecast"}.get(figure.currency, "")
    part = "a part" if figure.part_of is not None else ""
    change_ = "a change" if figure.kind == "change" else ""
    return ", ".join(w for w in (part, change_, said) if w) or "no claim of its own"
