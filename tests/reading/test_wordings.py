"""How news words what happened to people and houses: `wordings/LANGUAGE.txt`, a line a sentence of ours, with its measure and number.

`none` stands before near misses: sentences with a number, and often a measure word, that count nobody.
"""

from pathlib import Path

import pytest

from khabar.language.base import SUPPORTED
from tests.reading.figures_of import figures

FOLDER = Path(__file__).parent / "wordings"


def lines(lang: str) -> list[tuple[str, str]]:
    text = (FOLDER / f"{lang}.txt").read_text("utf-8")
    return [(wanted, sentence) for wanted, sentence in (line.split(" | ", 1) for line in text.splitlines() if line)]


@pytest.mark.parametrize("lang", SUPPORTED)
def test_each_wording_gives_its_figure(lang: str) -> None:
    lost = []
    for wanted, sentence in lines(lang):
        measure, _, number = wanted.partition(" ")
        found = figures(sentence, lang)
        if (measure == "none" and found) or (measure != "none" and (measure, float(number)) not in found):
            lost.append((wanted, sentence, found))

    assert lost == []
