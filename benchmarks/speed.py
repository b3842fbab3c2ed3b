r"""How long reading takes, as a multiple of one pass of re.findall(r"\w+|\S", text) over the same text in the same run.

    python benchmarks/speed.py [FILE.jsonl ...] [--rounds N]

Without files, the demonstration's reports are read, bundled as `khabar read` does. Plain text only: page extraction is timed apart, in pages a second,
over pages made here. The bar is 60 times, the goal 20. Medians of rounds; both passes alternate, so that a noisy
machine hits both; processor time, so that other work on it does not count. Exit status 1 where the bar is missed.
"""

import argparse
import re
import statistics
import time
from importlib.resources import as_file, files
from pathlib import Path

from khabar.intake.load import load
from khabar.intake.options import IntakeOptions
from khabar.intake.page import edition_of_page
from khabar.model.edition import Edition
from khabar.pipeline import BUNDLE
from khabar.reading.reader import Reader

BAR, GOAL = 60, 20
PASSES = 5
"""Passes of findall in a round: a single one over a few short reports is over too soon to be timed."""

WORD = re.compile(r"\w+|\S")
PAGE = "<!doctype html><html><head><title>{title}</title></head><body><nav>Home News</nav><article><h1>{title}</h1>{body}</article><footer>All rights reserved</footer></body></html>"


def editions(paths: list[Path]) -> list[Edition]:
    """The editions of the given files, else of the demonstration."""
    if paths:
        return [e for e in load(paths) if isinstance(e, Edition)]
    with as_file(files("khabar.demo").joinpath("reports.jsonl")) as path:
        return [e for e in load([path]) if isinstance(e, Edition)]


def timed(editions: list[Edition], rounds: int) -> dict[str, float]:
    """Language to how many passes of findall one reading takes: the median over rounds, each of which does both."""
    reader = Reader()
    by_language: dict[str, list[Edition]] = {}
    for edition in editions:
        by_language.setdefault(reader.read(edition).lang or "?", []).append(edition)
    return {lang: _alternate(reader, group, rounds) for lang, group in by_language.items()}


def _alternate(reader: Reader, group: list[Edition], rounds: int) -> float:
    ratios = []
    for _ in range(rounds):
        start = time.process_time()
        for _ in range(PASSES):
            for edition in group:
                WORD.findall(edition.text)
        middle = time.process_time()
        for at in range(0, len(group), BUNDLE):
            reader.read_several(group[at : at + BUNDLE])
        ratios.append((time.process_time() - middle) / (middle - start) * PASSES)
    return statistics.median(ratios)


def pages_a_second(editions: list[Edition]) -> float:
    """Page extraction on pages made of the editions' texts."""
    pages = []
    for edition in editions:
        body = "".join(f"<p>{line}</p>" for line in edition.text.split("\n"))
        pages.append(PAGE.format(title=edition.title or "Report", body=body).encode())
    start = time.process_time()
    for page in pages:
        edition_of_page(page, "page.html", IntakeOptions())
    return len(pages) / (time.process_time() - start)


def main() -> int:
    """Prints the table; 1 where the bar is missed."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ask.add_argument("files", nargs="*", type=Path)
    ask.add_argument("--rounds", type=int, default=21)
    args = ask.parse_args()
    read = editions(args.files)
    missed = False
    print(f"{'language':<10}{'reports':>8}{'characters':>12}{'ratio':>8}   bar {BAR}, goal {GOAL}")
    for lang, ratio in sorted(timed(read, args.rounds).items()):
        own = [e for e in read if Reader().read(e).lang == lang]
        missed |= ratio > BAR
        print(f"{lang:<10}{len(own):>8}{sum(len(e.text) for e in own):>12,}{ratio:>8.1f}")
    print(f"page extraction, apart: {pages_a_second(read[:40]):.0f} pages a second")
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
