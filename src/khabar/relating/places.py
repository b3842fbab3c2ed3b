"""Places brought to keys: which country a figure is about, and which part of it."""

import functools

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
    """The country that a report is about, as far as it tells: the one that it names most, else that of its dateline.

    A dateline only says where the report was written ("MOSCOW (AP)"): it decides where nothing else is named, or as often.
    """
    at = reading.dateline.place if reading.dateline else None
    written = country_of(reading.places[at]) if at is not None and at < len(reading.places) else None
    named = [c for i, p in enumerate(reading.places) if i != at and (c := country_of(p))]
    if not named:
        return written
    return max(named, key=lambda c: (named.count(c), c == written, -named.index(c)))
