"""The practice exam, from texts to verdicts: what was once right stays right, a part and language."""

import tomllib
from collections import Counter

from verdicts import FOLDER, marked


def test_no_floor_of_the_practice_exam_is_missed() -> None:
    floors = tomllib.loads((FOLDER / "floors.toml").read_text("utf-8"))
    right = Counter(("held" if m.held else "open", m.lang) for m in marked() if m.right)

    missed = {(p, lang): (right[p, lang], least) for p, of in floors.items() for lang, least in of.items() if right[p, lang] < least}
    assert missed == {}
