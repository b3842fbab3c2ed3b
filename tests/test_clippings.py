"""The exam of clippings: what was once read right stays right, a part and language."""

import tomllib
from collections import Counter
from typing import Any

from clippings import FOLDER, LANGUAGES, marked


def test_no_floor_of_the_clippings_is_missed() -> None:
    floors: dict[str, Any] = tomllib.loads((FOLDER / "floors.toml").read_text("utf-8"))
    sums: dict[tuple[str, str], Counter[str]] = {(part, lang): Counter() for part in floors for lang in LANGUAGES}
    for one in marked():
        sums["held" if one.held else "open", one.lang].update(one.counts)

    missed = {
        (part, lang, name): (sums[part, lang][name], bound)
        for part, of in floors.items()
        for lang, bounds in of.items()
        for name, bound in bounds.items()
        if _misses(name, sums[part, lang][name], bound)
    }
    assert missed == {}


def _misses(name: str, count: int, bound: int) -> bool:
    """Of what is false, the bound is the most; of all else it is the least."""
    return count > bound if name in {"false", "wrong acts"} else count < bound
