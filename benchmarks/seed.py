"""Holds the reading of the real seed page against what must be read from it, field by field.

    python benchmarks/seed.py [--shared ../shared]

The page and what is expected of it are not part of the project. A statement is found if a statement of the reading holds the words given, with
the expected clause overlapping its content by a Dice over words of .6 or more. Exit status 1 where anything is wrong.
"""

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from khabar.model.reading import Figure, Reading, Statement
from khabar.model.span import words
from khabar.pipeline import read

Wanted = dict[str, Any]
WORD = re.compile(r"\w+")


def faults(reading: Reading, wanted: Wanted) -> Iterator[str]:
    """Everything that the reading gets wrong."""
    yield from _report(reading, wanted["report"])
    for statement in wanted["statements"]:
        yield from _statement(reading, statement)
    for figure in wanted["figures"]:
        yield from _figure(reading, figure)
    for words_ in wanted["not_figures"]:
        at = reading.text.find(words_)
        if any(at <= f.span[0] < at + len(words_) for f in reading.figures if at >= 0):
            yield f"a figure from {words_!r}"
    yield from _names(reading, wanted)


def _report(reading: Reading, wanted: Wanted) -> Iterator[str]:
    place = reading.dateline.place if reading.dateline else None
    got = {
        "language": reading.lang,
        "outlet": reading.outlet,
        "dateline_place": reading.places[place].name if place is not None else None,
        "published": (reading.published or "")[:10],
        "byline": reading.byline,
        "credit": ", ".join(reading.credit),
    }
    for key, value in got.items():
        if value != wanted[key]:
            yield f"report: {key} is {value!r}, not {wanted[key]!r}"
    for words_ in wanted["not_text"]:
        if words_ in reading.text:
            yield f"report: {words_!r} stands in the text"


def _statement(reading: Reading, wanted: Wanted) -> Iterator[str]:
    found = [s for s in reading.statements if _holds(reading, s, wanted)]
    if not found:
        if not wanted.get("optional"):
            yield f"no statement holds {wanted['holds']!r}"
        return
    if wanted.get("optional"):
        return
    if not any(not list(_fields(reading, s, wanted)) for s in found):
        yield f"{wanted['holds']!r}: {next(_fields(reading, found[0], wanted))}"


def _holds(reading: Reading, statement: Statement, wanted: Wanted) -> bool:
    content = words(reading.text, statement.content)
    return wanted["holds"] in content and dice(content, wanted["content"]) >= 0.6


def _fields(reading: Reading, statement: Statement, wanted: Wanted) -> Iterator[str]:
    text = reading.text
    role = words(text, sorted([*statement.role, *statement.affiliation]))
    if statement.voice != wanted["voice"]:
        yield f"voice {statement.voice}"
    if words(text, statement.cue).lower() != (wanted.get("cue") or ""):
        yield f"cue {words(text, statement.cue)!r}"
    if (words(text, statement.source) or None) != wanted["source"]:
        yield f"source {words(text, statement.source)!r}"
    missing = [w for w in WORD.findall(wanted.get("role", "")) if w not in WORD.findall(role)]
    if missing:
        yield f"role {role!r}"
    if statement.certainty != wanted.get("certainty", statement.certainty):
        yield f"certainty {statement.certainty}"
    same = wanted.get("same_person_as")
    if same and (statement.who is None or reading.people[statement.who].name != same):
        yield f"not the same person as {same}"


def _figure(reading: Reading, wanted: Wanted) -> Iterator[str]:
    fitting = [
        f
        for f in reading.figures
        if all(getattr(f, k) == wanted[k] for k in ("measure", "low", "best", "high", "bound"))
    ]
    if not any(_source(reading, f) == wanted["source"] for f in fitting):
        got = [(f.measure, f.low, f.best, _source(reading, f)) for f in reading.figures]
        yield f"no figure {wanted['measure']} {wanted['low']} of {wanted['source']}: {got}"


def _source(reading: Reading, figure: Figure) -> str | None:
    if figure.statement is None:
        return None
    return words(reading.text, reading.statements[figure.statement].source) or None


def _names(reading: Reading, wanted: Wanted) -> Iterator[str]:
    places = {p.name for p in reading.places} | {reading.text[slice(*p.span)] for p in reading.places}
    people = {p.name for p in reading.people if p.kind == "person"}
    yield from (f"no place {name}" for name in wanted["places"] if name not in places)
    yield from (f"no person {name}" for name in wanted["people"] if name not in people)


def dice(one: str, other: str) -> float:
    """Dice over words."""
    mine, theirs = WORD.findall(one.lower()), WORD.findall(other.lower())
    shared = sum(min(mine.count(w), theirs.count(w)) for w in set(mine))
    return 2 * shared / (len(mine) + len(theirs) or 1)


def main() -> int:
    """Prints the faults; 1 where there are any."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ask.add_argument("--shared", type=Path, default=Path("../shared"))
    case = ask.parse_args().shared / "cases" / "kazakhstan-2022"
    (reading,) = read(case / "cakra-news-2022-01-09.txt")
    found = list(faults(reading, json.loads((case / "expected-seed.json").read_text("utf-8"))))
    print("\n".join(found) or "all as expected")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
