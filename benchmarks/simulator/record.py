"""A report as the reading record of record.md."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from .model import Act, Breakdown, Entity, Figure, Place, Report, Statement
from .text import joined

Record = dict[str, Any]
READER = {"name": "simulator", "version": "1", "rules": "simulated"}


class Assembly:
    """The text of one report with everything tagged in it, numbered."""

    def __init__(self, report: Report) -> None:
        self.text, self.spans, things = joined(report.sentences)
        self.statements = [x for x in things.values() if isinstance(x, Statement) and self.at("content", x)]
        self.figures = [x for x in things.values() if isinstance(x, Figure)]
        self.breakdowns = [x for x in things.values() if isinstance(x, Breakdown)]
        self.places = [x for x in things.values() if isinstance(x, Place)]
        self.times = [x for x in things.values() if isinstance(x, date)]
        self.people = self._people([x for x in things.values() if isinstance(x, Entity)])

    def at(self, kind: str, thing: object) -> list[list[int]]:
        """The spans of a thing under a tag."""
        return self.spans.get((kind, id(thing)), [])

    def _people(self, met: list[Entity]) -> list[Entity]:
        """Those mentioned, then those that the chains need."""
        for statement in self.statements:
            met.extend(e for e in statement.chain if e not in met)
        return met

    def index(self, thing: object) -> int | None:
        """The number of a person or place, None where the text does not have it."""
        pool: list[Any] = self.places if isinstance(thing, Place) else self.people
        return pool.index(thing) if thing in pool else None


def record_of(report: Report) -> Record:
    """The reading record of one report."""
    made = Assembly(report)
    record: Record = {"id": report.id, "lang": "en", "lang_confidence": 1.0, "title": report.title, "url": report.url}
    record |= {"outlet": report.outlet, "published": moment(report.published, report.by_day)}
    record |= {"published_precision": "day" if report.by_day else "minute", "byline": None}
    record |= {"credit": list(report.credit), "dateline": _dateline(made), "text": made.text}
    record["statements"] = [_statement(made, x) for x in made.statements]
    record["figures"] = [_figure(made, x) | {"events": list(report.events)} for x in made.figures]
    record["breakdowns"] = [_breakdown(made, x) for x in made.breakdowns]
    record["people"] = [_person(made, i, x) for i, x in enumerate(made.people)]
    record["places"] = [_place(made, x) for x in made.places]
    record["times"] = [_time(x, span) for x in made.times for span in made.at("time", x)]
    return record | {"reader": READER, "notes": []}


def moment(at: datetime, by_day: bool = False) -> str:
    """A time as the record writes it."""
    return at.strftime("%Y-%m-%d" if by_day else "%Y-%m-%dT%H:%M:%SZ")


def _dateline(made: Assembly) -> Record | None:
    for place in made.places:
        if made.at("dateline", place):
            day = next(x for x in made.times if made.at("dateline", x))
            return {"place": made.index(place), "date": day.isoformat()}
    return None


def _statement(made: Assembly, it: Statement) -> Record:
    doubt = made.at("doubt", it)
    return {
        "content": made.at("content", it),
        "cue": made.at("cue", it),
        "source": made.at("source", it),
        "role": made.at("role", it),
        "affiliation": made.at("affiliation", it),
        "voice": it.voice,
        "act": it.act,
        "certainty": "unconfirmed" if doubt else "stated",
        "doubt": {"span": doubt[0], "by": "outlet"} if doubt else None,
        "who": made.index(it.chain[0]) if it.chain else None,
        "chain": [made.index(e) for e in it.chain],
        "addressee": None,
        "said": _said(made, it),
        "refers": _refers(made, it),
        "reason": it.reason,
        "again": it.again,
    }


def _said(made: Assembly, it: Statement) -> Record | None:
    if it.said is None:
        return None
    spans = made.at("said", it)
    day = it.said.isoformat()
    return {"from": day, "to": day, "span": spans[0] if spans else None}


def _refers(made: Assembly, it: Statement) -> Record | None:
    if it.refers is None:
        return None
    act = it.refers if isinstance(it.refers, Act) else None
    claim = act.claim if act else it.refers
    if isinstance(claim, Act):
        return None
    target = act.target if act and act.target else claim.source
    by_day = act is not None and act.by_day
    return {
        "value": None if by_day else claim.value.point,
        "measure": claim.tally.measure,
        "said": claim.day.isoformat() if by_day else None,
        "source": made.index(target),
    }


def _figure(made: Assembly, it: Figure) -> Record:
    start, end = made.at("figure", it)[0]
    value = it.value
    return {
        "statement": made.statements.index(it.statement),
        "measure": it.measure,
        "basis": it.basis,
        "low": value.low,
        "best": value.best,
        "high": value.high,
        "bound": value.bound,
        "wording": made.text[start:end],
        "who": it.who,
        "span": [start, end],
        "kind": it.kind,
        "part_of": made.figures.index(it.part_of) if it.part_of in made.figures else None,
        "currency": it.currency,
        "place": made.index(it.place),
        "window": _window(it),
    }


def _breakdown(made: Assembly, it: Breakdown) -> Record:
    parts = [made.figures.index(p) for p in it.parts]
    return {"total": made.figures.index(it.total), "parts": parts, "span": made.at("whole", it)[0]}


def _window(it: Figure) -> Record | None:
    if it.window is None:
        return None
    start, end = it.window
    return ({"from": start.isoformat()} if start else {}) | {"to": end.isoformat()}


def _person(made: Assembly, number: int, it: Entity) -> Record:
    spans = made.at("mention", it)
    name = made.text[spans[0][0] : spans[0][1]] if spans else it.name
    return {
        "id": number,
        "name": name,
        "kind": it.kind,
        "role": it.role,
        "type": it.type,
        "authority": None,
        "office": made.index(it.office) if it.office else None,
        "affiliation": made.index(it.admin) if it.admin else None,
        "place": made.index(it.place) if it.place else None,
        "mentions": spans,
    }


def _place(made: Assembly, it: Place) -> Record:
    span = made.at("place", it)[0]
    return {"span": span, "name": it.name, "lat": None, "lon": None, "geonames": None, "country": it.country}


def _time(day: date, span: list[int]) -> Record:
    return {"span": span, "from": day.isoformat(), "to": day.isoformat(), "precision": "day"}
