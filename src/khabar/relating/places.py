"""Places brought to keys: which country a figure is about, and which part of it."""

import functools

from babel import Locale

from khabar.language.base import SUPPORTED
from khabar.model.reading import Place, Reading
from khabar.relating.names import plain


@functools.cache
def countries() -> dict[str, str]:
    """Country names of all our languages, plain, to ISO codes."""
    found: dict[str, str] = {}
    for code in SUPPORTED:
        for territory, name in Locale(code).territories.items():
            if len(territory) == 2 and territory.isalpha():
                found.setdefault(plain(name), territory)
    return found


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
    """The country that a report is about, as far as it tells: that of its dateline, else the one it names most, else None."""
    if reading.dateline and reading.dateline.place is not None and reading.dateline.place < len(reading.places):
        found = country_of(reading.places[reading.dateline.place])
        if found:
            return found
    named = [c for c in map(country_of, reading.places) if c]
    return max(named, key=lambda c: (named.count(c), -named.index(c))) if named else None
