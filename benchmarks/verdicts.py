"""The practice exam: from the texts of 60 invented crises to verdicts, in three languages.

    python benchmarks/verdicts.py [--part open|held|all] [--wrong]

Written from the design alone by someone who had not seen the program (`practice/README.md` says how, and how it is marked). A third of
the files is held: `--wrong`, which shows what is not as expected, never shows those. Exit status 0; the floors are in `tests/test_verdicts.py`.
"""

import argparse
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from khabar.intake.records import CLEANER as AS_GIVEN
from khabar.model.claim import Claim, Tally
from khabar.model.edition import Edition
from khabar.model.values import number_of
from khabar.pipeline import Ledger
from khabar.reading.reader import Reader
from khabar.relating.names import plain

FOLDER = Path(__file__).parent / "practice"
Task = dict[str, Any]


class Marked(msgspec.Struct, frozen=True):
    """One expectation: its file, language, whether the file is held, what was asked, and whether the answer is as expected."""

    file: str
    lang: str
    held: bool
    asked: str
    right: bool
    found: str = ""


def marked(folder: Path = FOLDER) -> Iterator[Marked]:
    """Every expectation of the exam with its mark."""
    reader = Reader()
    for path in sorted(folder.glob("[0-9]*.toml")):
        task = tomllib.loads(path.read_text("utf-8"))
        with Ledger(":memory:") as ledger:
            for edition in _editions(task):
                ledger.add((edition, reader.read(edition)))
            for asked, right, found in _answers(task, ledger):
                yield Marked(path.name, task["lang"], task["held"], asked, right, found)


def _editions(task: Task) -> Iterator[Edition]:
    for one in task["report"]:
        text = one["text"].strip("\n")
        yield Edition(
            id=one["id"], address=one["url"], raw_hash="", text=text, cleaner=AS_GIVEN, body=((0, len(text)),), lang=one["lang"],
            published=one["published"], outlet=one["outlet"], url=one["url"], title=one.get("title"), credit=tuple(one.get("credit", ())),
        )  # fmt: skip


def _answers(task: Task, ledger: Ledger) -> Iterator[tuple[str, bool, str]]:
    for want in task.get("expect", ()):
        tallies = ledger.tallies(want["measure"], as_of=want.get("as_of"))
        fitting = [c for t in tallies for c in t.claims if _fits(want, t, c, ledger)]
        asked = f"{want['measure']} {want['number']} {want['source'][0]} {want.get('status', '')} {want.get('as_of', '')}"
        yield asked, _as_expected(want, fitting), _shown(tallies)
    for want in task.get("absent", ()):
        tallies = ledger.tallies(want["measure"], as_of=want.get("as_of"))
        standing = {number_of(c) for t in tallies for c in t.claims if c.status == "standing"}
        yield f"absent {want['measure']} {want['number']}", want["number"] not in standing, _shown(tallies)
    for want in task.get("stale", ()):
        stale = {(s.outlet, number_of(c), s.how) for _, c in ledger.stale() for s in c.stale}
        yield f"stale {want['outlet']} {want['number']}", (want["outlet"], want["number"], want["how"]) in stale, str(stale)


def _fits(want: Task, tally: Tally, claim: Claim, ledger: Ledger) -> bool:
    """Whether number, source and place are those asked for. A source is told by its label or by its words in the text, in any language."""
    if number_of(claim) != want["number"] or claim.source is None:
        return False
    ground = ledger.why(claim.id, as_of=want.get("as_of"))["claim"]["grounds"][0]
    words = [w for e in ground["evidence"] for w in e["words"] if not any(o != w and o in w for o in e["words"])]  # what is said holds the number
    names = " ".join([claim.source, claim.speaker or "", *words]).lower()
    if not any(word in names for word in want["source"]):
        return False
    return "place" not in want or not tally.place or any(_same_place(want["place"], p) for p in (tally.place, *tally.also))


def _same_place(want: str, place: str) -> bool:
    """Whether two names are one place's, in any script; a region is printed as its town's name and `Region`."""
    return plain(place) in {plain(want), f"{plain(want)} region"}


def _as_expected(want: Task, fitting: list[Claim]) -> bool:
    if any(c.status in want.get("never_status", ()) for c in fitting):
        return False
    if any(m.startswith(tuple(want.get("never_marks", ("\0",)))) for c in fitting for m in c.marks):
        return False
    return "status" not in want or any(_meets(want, c) for c in fitting)


def _meets(want: Task, claim: Claim) -> bool:
    marks = all(any(m.startswith(w) for m in claim.marks) for w in want.get("marks", ()))
    return claim.status == want["status"] and marks and list(claim.support) == want.get("support", list(claim.support))


def _shown(tallies: Iterable[Tally]) -> str:
    told = [
        f"{t.place}{f' ({t.who})' if t.who else ''}: " + ", ".join(f"{number_of(c)} {c.source} {c.status} {list(c.marks) or ''}" for c in t.claims)
        for t in tallies
    ]
    return " | ".join(told)


def main() -> int:
    """Prints how many expectations are met, a language and part."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ask.add_argument("--part", choices=("open", "held", "all"), default="all")
    ask.add_argument("--wrong", action="store_true", help="show what is not as expected in the open part")
    args = ask.parse_args()
    marks = [m for m in marked() if args.part in {"all", "held" if m.held else "open"}]
    total, right = Counter((m.held, m.lang) for m in marks), Counter((m.held, m.lang) for m in marks if m.right)
    for held, lang in sorted(total):
        print(f"{'held' if held else 'open'} {lang}: {right[held, lang]} of {total[held, lang]}")
    for one in marks if args.wrong else ():
        if not one.right and not one.held:
            print(f"{one.file} {one.lang}: {one.asked}\n    {one.found}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
