"""The exam of clippings: short pieces of invented crisis copy, and which figures and acts a reader must find in them.

    python benchmarks/clippings.py [--part open|held|all] [--lang en|id|ru] [--wrong]

Written by people who had not seen the program (`clippings/README.md` tells the format and how it is marked). A third is held: `--wrong`, which
shows what is not as marked, never shows those. Exit status 0; the floors are in `tests/test_clippings.py`.
"""

import argparse
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from khabar.intake.records import CLEANER as AS_GIVEN
from khabar.model.edition import Edition
from khabar.model.reading import Figure, Reading, Source, Statement
from khabar.model.values import number_of
from khabar.reading.reader import Reader

FOLDER = Path(__file__).parent / "clippings"
LANGUAGES = ("en", "id", "ru")
STRICT = ("killed", "injured", "missing", "detained")
"""The measures that a clipping marks completely: a figure of one of them that is not marked is false."""
COUNTS = ("clippings", "whole", "figures", "found", "standing", "source", "right", "false", "acts", "told", "wrong acts")
NAMED = {"homes": "homes_damaged", "hospitalized": "hospitalised"}
"""The reader's names of measures where the exam's marks have others."""
Marks = dict[str, Any]


class Marked(msgspec.Struct, frozen=True):
    """One clipping's marks: its counts by name (see `COUNTS`), and the faults in words."""

    id: str
    lang: str
    held: bool
    phenomenon: str
    text: str
    counts: Counter[str]
    faults: tuple[str, ...]


def marked(folder: Path = FOLDER, langs: tuple[str, ...] = LANGUAGES) -> Iterator[Marked]:
    """Every clipping of the exam with its marks."""
    reader = Reader()
    for lang in langs:
        for part in ("open", "held"):
            for one in tomllib.loads((folder / lang / f"{part}.toml").read_text("utf-8"))["clipping"]:
                reading = reader.read(_edition(one, lang))
                counts, faults = _mark(one, reading)
                counts.update(clippings=1, whole=int(not faults))
                yield Marked(one["id"], lang, part == "held", one["phenomenon"], one["text"], counts, tuple(faults))


def _edition(one: Marks, lang: str) -> Edition:
    text = one["text"].strip("\n")
    return Edition(
        id=one["id"], address=one["id"], raw_hash="", text=text, cleaner=AS_GIVEN, body=((0, len(text)),), lang=lang,
        published=one["published"], outlet=one["outlet"], title=one.get("title"),
    )  # fmt: skip


def _mark(one: Marks, reading: Reading) -> tuple[Counter[str], list[str]]:
    counts, faults = Counter[str](), list[str]()
    read = list(reading.figures)
    for want in one.get("figure", ()):
        _mark_figure(want, read, reading, counts, faults)
    for figure in read:
        if _is_false(one, figure):
            counts["false"] += 1
            faults.append(f"false: {figure.measure} {figure.wording!r} {figure.currency}")
    _mark_acts(one, reading, counts, faults)
    return counts, faults


def _mark_figure(want: Marks, read: list[Figure], reading: Reading, counts: Counter[str], faults: list[str]) -> None:
    """Counts one expected figure and takes its answer out of `read`. The best of the answers is taken: same standing, same source."""
    fitting = sorted((f for f in read if _fits(want, f)), key=lambda f: (-_standing(want, f), -_sourced(want, f, reading)))
    for one in fitting[:1]:
        read.remove(one)
    if want.get("optional"):
        return
    found = bool(fitting)
    standing, sourced = found and _standing(want, fitting[0]), found and _sourced(want, fitting[0], reading)
    counts.update(figures=1, found=found, standing=standing, source=sourced, right=standing and sourced)
    shown = f"{want['measure']} {want.get('low')}-{want.get('high')} {want.get('source')}"
    if not found:
        faults.append(f"missed: {shown}")
    elif not standing:
        faults.append(f"standing: {shown} {want.get('currency')} {want.get('kind')} part={want.get('part', False)}: {_told(fitting[0])}")
    elif not sourced:
        faults.append(f"source: {shown}: {_named(fitting[0], reading)!r}")


def _fits(want: Marks, figure: Figure) -> bool:
    if figure.measure != NAMED.get(want["measure"], want["measure"]):
        return False
    low, high = want.get("low"), want.get("high")
    if want.get("vague"):
        return figure.best is None and low in {figure.low, None}
    number = number_of(figure)
    return (figure.low, figure.high) == (low, high) if None not in {low, high} and low != high else number == (low if low is not None else high)


def _standing(want: Marks, figure: Figure) -> bool:
    """Whether it stands in the text as marked: bound, current or not, level or change, part or whole."""
    bounded = want.get("vague") or want.get("approx") or (_open(figure.low, figure.high) == _open(want.get("low"), want.get("high")))
    currency = figure.currency == want.get("currency", "current")
    part = (figure.part_of is not None) == want.get("part", False)
    return bool(bounded) and currency and part and figure.kind == want.get("kind", "level")


def _open(low: float | None, high: float | None) -> tuple[bool, bool]:
    return low is None, high is None


def _sourced(want: Marks, figure: Figure, reading: Reading) -> bool:
    named = _named(figure, reading)
    return any(word.lower() in named for word in want["source"]) if want.get("source") else not named


def _named(figure: Figure, reading: Reading) -> str:
    """On whose word the figure is given: the words in the text and the names they stand for, lower case; empty for the outlet's own."""
    return "" if figure.statement is None else _speaker(reading.statements[figure.statement], reading)


def _speaker(statement: Statement, reading: Reading) -> str:
    spans = (*statement.affiliation, *statement.role, *statement.source)
    words = [reading.text[s:e] for s, e in spans] + [n for w in _behind(statement, reading) for n in (w.name, w.role) if n]
    return " ".join(words).lower() if statement.voice != "narration" or statement.who is not None else ""


def _behind(statement: Statement, reading: Reading) -> Iterator[Source]:
    if statement.who is not None:
        who = reading.people[statement.who]
        yield who
        if who.office is not None:
            yield reading.people[who.office]


def _told(figure: Figure) -> str:
    return f"{figure.low}-{figure.high} {figure.bound} {figure.currency} {figure.kind} part={figure.part_of is not None}"


def _is_false(one: Marks, figure: Figure) -> bool:
    """Whether nobody states it. A marked figure told twice is marked once, so its repetition is not false."""
    if any(_fits(want, figure) for want in one.get("figure", ())):
        return False
    numbers = {v for v in (figure.best, figure.low, figure.high) if v is not None}
    return figure.measure in STRICT or (not numbers.isdisjoint(one.get("absent", ())) and figure.measure == "displaced")


def _mark_acts(one: Marks, reading: Reading, counts: Counter[str], faults: list[str]) -> None:
    done = [(ALIKE.get(s.act, s.act), _speaker(s, reading)) for s in reading.statements]
    for want in one.get("act", ()):
        told = any(act == want["act"] and (not want.get("source") or any(w.lower() in who for w in want["source"])) for act, who in done)
        counts.update(acts=1, told=told)
        if not told:
            faults.append(f"act: {want['act']} {want.get('source')}: {[d for d in done if d[0] != 'asserts']}")
    for act, who in done:
        if act in one.get("no_acts", ()):
            counts["wrong acts"] += 1
            faults.append(f"wrong act: {act} {who!r}")


ALIKE = {"corrects": "revises"}


def main() -> int:
    """Prints one row of counts a part and language."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ask.add_argument("--part", choices=("open", "held", "all"), default="all")
    ask.add_argument("--lang", choices=LANGUAGES)
    ask.add_argument("--folder", type=Path, default=FOLDER)
    ask.add_argument("--wrong", action="store_true", help="show what is not as marked in the open part")
    args = ask.parse_args()
    marks = [m for m in marked(args.folder, (args.lang,) if args.lang else LANGUAGES) if args.part in {"all", "held" if m.held else "open"}]
    for one in marks if args.wrong else ():
        if one.faults and not one.held:
            print(f"{one.id} ({one.phenomenon})\n{one.text.strip()}\n    " + "\n    ".join(one.faults) + "\n")
    sums: dict[tuple[str, str], Counter[str]] = {}
    for one in marks:
        sums.setdefault(("held" if one.held else "open", one.lang), Counter()).update(one.counts)
    print("part lang " + " ".join(f"{c:>10}" for c in COUNTS))
    for (part, lang), counts in sorted(sums.items()):
        print(f"{part} {lang:>4} " + " ".join(f"{counts[c]:>10}" for c in COUNTS))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
