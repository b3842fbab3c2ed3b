"""The town that a Russian region is called by: «Луганская», «Кемеровская», «Алматинская»."""

import functools

from khabar.language.gazetteer import Town, fold, gazetteer
from khabar.language.names import printed

NOUN_ENDINGS = ("", "о", "ы", "а", "и", "е", "ь", "я")
LEAST_REGION = 50_000


@functools.lru_cache(maxsize=16384)
def town_of_region(stem: str, suffix: str) -> tuple[str, tuple[Town, ...]] | None:
    """The name of the town that a region's adjective is made of, and its places."""
    names = _town_of(stem, suffix)
    for forms in (names, [printed(n) for n in names]):
        known = [(n, t) for n, t in ((n, gazetteer().find(fold(n))) for n in forms) if t]
        if known:
            great = [k for k in known if k[1][0].people >= LEAST_REGION]
            name, towns = great[0] if great else max(known, key=lambda k: k[1][0].people)
            return name, tuple(towns)
    return None


def _town_of(stem: str, suffix: str) -> list[str]:
    """The towns that an adjective may be made of: `луганск-`, `кемеровск-`, `алматинск-`; likelier ones first."""
    names = [stem + suffix, *(stem + e for e in NOUN_ENDINGS)]
    if stem.endswith(("ин", "ын", "ов", "ев")):
        names += [stem[:-2] + e for e in NOUN_ENDINGS]
    return names
