"""Findings in words: short sentences that a desk reads on deadline."""

import datetime as dt
from collections.abc import Iterator, Sequence

from khabar.checking.judging import Judged, Matter, from_text, known_number
from khabar.model.claim import FALLEN, Claim, Tally
from khabar.model.reading import Figure

VERBS = {"withdrawn": "withdrawn", "disowned": "disowned", "superseded": "superseded", "standing": "put back"}


def whose(claim: Claim | None, named: frozenset[str] = frozenset()) -> str | None:
    """`Khabar 24, on the word of the Health Ministry (known from another report)`: said where the text does not name the ministry."""
    if claim is None or claim.source is None:
        return None
    if not claim.through:
        return claim.source
    known = " (known from another report)" if named and claim.source not in named else ""
    return f"{', '.join(reversed(claim.through))}, on the word of {the(claim.source)}{known}"


def the(name: str) -> str:
    """An office with its article, a person or a medium without."""
    article = name.rsplit(" ", maxsplit=1)[-1] in {
        "Ministry",
        "Office",
        "Agency",
        "Police",
        "Presidency",
        "Government",
        "Service",
    }
    return f"the {name}" if article else name


def number(claim: Claim | Figure) -> str:
    """`164`, `at least 12`, `about 300`, `5 to 7`, `over 2,000`."""
    low, best, high = (None if n is None else f"{n:,.0f}" for n in (claim.low, claim.best, claim.high))
    if claim.bound == "range" and low and high:
        return f"{low} to {high}"
    words = {"at_least": "at least ", "at_most": "at most ", "about": "about ", "vague": "over "}
    return words.get(claim.bound, "") + (best or low or high or "?")


def day(moment: str | None, *, year_of: str | None = None) -> str:
    """`9 Jan`, with the year where it is not that of the other moment."""
    if not moment:
        return "unknown day"
    try:
        date = dt.date.fromisoformat(moment[:10])
    except ValueError:
        return moment
    year = "" if year_of and moment[:4] == year_of[:4] else f" {date.year}"
    return f"{date.day} {date:%b}{year}"


def explained(judged: Judged, matter: Matter, as_of: str) -> Iterator[str]:
    """The lines below a finding."""
    claim = judged.claim
    if claim is None:
        yield _unknown(matter)
        return
    if judged.code == "vague":
        yield _vague(claim, matter, as_of)
    elif claim.status in FALLEN:
        yield _fallen(claim, matter.figure, as_of)
        yield _standing(judged.tally, as_of)
    else:
        yield from _other(judged, claim, as_of)


def _unknown(matter: Matter) -> str:
    if matter.own is None or not matter.around:
        return "the ledger holds no count of this kind here"
    known = matter.known or matter.own
    return f"the ledger holds no such number; standing: {_numbers(known, '')}"


def _fallen(claim: Claim, figure: Figure, as_of: str) -> str:
    """`since 9 Jan disowned by the Health Ministry; withdrawn 10 Jan by the Information Ministry: "technical error"`."""
    steps = [h for h in claim.history if h[1] in FALLEN or h[1] == "standing"] or [
        (claim.since or "", claim.status, claim.by)
    ]
    told = [
        f"{VERBS[status]} {day(at, year_of=as_of)} by {the(by or 'its source')}"
        for at, status, by in steps
        if status in FALLEN
    ]
    reason = f': "{claim.reason}"' if claim.reason else ""
    earlier = "; printed as the earlier toll, without a word of its fall" if figure.currency == "earlier" else ""
    return "; ".join(told) + reason + earlier


def _standing(tally: Tally | None, as_of: str) -> str:
    if tally is None or not tally.standing:
        return "no figure stands" + (f"; last before: {tally.last:,.0f}" if tally and tally.last is not None else "")
    return f"standing now: {_numbers(tally, as_of)}"


def _numbers(tally: Tally, as_of: str) -> str:
    """The standing claims of a tally, newest first, each with its source and day."""
    from_ledger = [c for c in tally.claims if c.status == "standing" and not from_text(c)]
    shown = sorted(from_ledger, key=lambda c: (c.said, c.published), reverse=True)
    return "; ".join(f"{number(c)} ({_source_and_day(c, as_of)})" for c in shown[:3]) or "none"


def _source_and_day(claim: Claim, as_of: str) -> str:
    return f"{claim.source or 'unattributed'}, {day(claim.said, year_of=as_of)}"


def _vague(known: Claim, matter: Matter, as_of: str) -> str:
    line = f"a number is known: {number(known)} ({_source_and_day(known, as_of)})"
    then = known_number(matter.printed, matter.own.id) if matter.own else None
    if then is not None and then.id != known.id:
        line += f"; when printed: {number(then)} ({_source_and_day(then, as_of)})"
    return line


def _other(judged: Judged, claim: Claim, as_of: str) -> Iterator[str]:
    if judged.code == "misattributed":
        yield f"known as {whose(claim)}'s number, said {day(claim.said, year_of=as_of)}"
    elif judged.code == "superseded":
        yield f"superseded {day(claim.since, year_of=as_of)} by {the(claim.by or 'its source')}"
        yield _standing(judged.tally, as_of)
    elif judged.code == "contested":
        yield "; ".join(m for m in claim.marks if m.startswith("contested"))
        yield _standing(judged.tally, as_of)
    elif judged.code == "unconfirmed":
        yield f"the reports that carry it say that it could not be confirmed{_whose_doubt(claim.doubts)}"
    elif judged.code == "part-as-total":
        yield f"this is the number of {_of(judged.tally)} only ({_source_and_day(claim, as_of)})"


def _whose_doubt(doubts: Sequence[str]) -> str:
    named = [d for d in doubts if d not in {"outlet", "source"}]
    return f" (doubted by {', '.join(named)})" if named else ""


def _of(tally: Tally | None) -> str:
    if tally is None:
        return "a part"
    return " in ".join(p for p in (tally.who, tally.place) if p) or "a part"
