"""Places brought to keys: which country a figure is about, and which part of it."""

import functools
from collections import Counter

from khabar.language.base import SUPPORTED
from khabar.language.countries import table
from khabar.model.reading import Place, Reading
from khabar.relating.names import plain


@functools.cache
def countries() -> dict[str, str]:
    """Country names of all our languages, plain, to ISO codes."""
    found: dict[str, str] = {}
    for code in SUPPORTED:
        for words, (territory, _) in table(code).names.items():
            found.setdefault(plain(" ".join(words)), territory)
    return found


def place_id(name: str) -> str:
    """What a place's name is asked by: a country's code by any of its names, else the plain name."""
    return countries().get(plain(name)) or plain(name)


def country_of(place: Place) -> str | None:
    """The place's country, by the reading or by its own name."""
    return place.country or countries().get(plain(place.name))


def is_country(place: Place) -> bool:
    """Whether the place is a whole country."""
    return plain(place.name) in countries() or (place.country is not None and plain(place.name) == plain(place.country))


def place_key(place: Place) -> str:
    """A key for a place below a country; `""` for a whole country."""
    if is_country(place):
        return ""
    return f"g{place.geonames}" if place.geonames else plain(place.name)


def home(reading: Reading) -> str | None:
    """The country that a report is about, as far as it tells: the one that it names most.

    What stands in the lead counts thrice; a dateline counts as one mention only, since it says no more than where the report was
    written ("MOSCOW (AP)").
    """
    named = [(i, c) for i, p in enumerate(reading.places) if (c := country_of(p))]
    votes: Counter[str] = Counter()
    for i, country in named:
        votes[country] += 3 if _in_lead(reading, i) else 1
    first = {c: i for i, c in reversed(named)}
    return max(votes, key=lambda c: (votes[c], -first[c])) if votes else None


LEAD = 300
"""The lead is the first paragraph, of so many code points at most."""


def _in_lead(reading: Reading, at: int) -> bool:
    """Whether a place is named in the lead; the dateline is none of it."""
    if reading.dateline is not None and reading.dateline.place == at:
        return False
    start = reading.places[at].span[0]
    return start < LEAD and "\n" not in reading.text[:start]
