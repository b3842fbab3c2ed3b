"""Places brought to keys: which country a figure is about, and which part of it."""

import functools
from collections import defaultdict

from khabar.language.base import SUPPORTED, language
from khabar.language.countries import table
from khabar.model.reading import Place, Reading
from khabar.relating.names import plain


@functools.cache
def countries(lang: str | None = None) -> dict[str, str]:
    """Country names, plain, to ISO codes: those of English and of one language, or of all of ours for None.

    «Тунис» is a country in Russian and a town in English: what a report's place is, its own language tells.
    """
    found: dict[str, str] = {}
    for code in ("en", *(c for c in SUPPORTED if lang in {None, c})):
        for words, (territory, _) in table(code).names.items():
            found.setdefault(plain(" ".join(words)), territory)
    return found


@functools.cache
def towns(lang: str | None) -> frozenset[str]:
    """The words by which a language goes on to speak of a town that it has named: "the town"."""
    known = language(lang).facts.get("figures", {}) if lang in SUPPORTED else {}
    return frozenset(known.get("known_towns", ()))


def place_ids(name: str) -> tuple[str, ...]:
    """What a place is asked by: its plain name, and a country's code by any of its names."""
    code = countries().get(plain(name))
    return (plain(name), code) if code else (plain(name),)


def country_of(place: Place, lang: str | None = None) -> str | None:
    """The place's country, by the reading or by its own name."""
    return place.country or countries(lang or "en").get(plain(place.name))


def is_country(place: Place, lang: str | None = None) -> bool:
    """Whether the place is a whole country; what has a number as a town is none."""
    return place.geonames is None and (
        plain(place.name) in countries(lang or "en")
        or (place.country is not None and plain(place.name) == plain(place.country))
    )


def place_key(place: Place, lang: str | None = None) -> str:
    """A key for a place below a country; `""` for a whole country."""
    if is_country(place, lang):
        return ""
    return f"g{place.geonames}" if place.geonames else plain(place.name)


def home(reading: Reading) -> str | None:
    """The country that a report is about, as far as it tells: the one that it names most.

    What stands in the lead counts thrice; a dateline counts as one mention only, since it says no more than where the report was
    written ("MOSCOW (AP)"), and where somebody or something came from ("a crane from Kisumu") as half of one.
    """
    named = [(i, c) for i, p in enumerate(reading.places) if (c := country_of(p, reading.lang))]
    votes: dict[str, float] = defaultdict(float)
    for i, country in named:
        votes[country] += _vote(reading, i)
    first = {c: i for i, c in reversed(named)}
    return max(votes, key=lambda c: (votes[c], -first[c])) if votes else None


def _vote(reading: Reading, at: int) -> float:
    """How much one mention of a place says of what its report is about."""
    if _before(reading, at) in origins(reading.lang):
        return 0.5
    return 3 if _in_lead(reading, at) else 1


def _before(reading: Reading, at: int) -> str:
    """The word before a place, in small letters."""
    start = reading.places[at].span[0]
    words = reading.text[max(0, start - LONGEST_WORD) : start].split()
    return words[-1].lower() if words else ""


@functools.cache
def origins(lang: str | None) -> frozenset[str]:
    """The words of a language that stand before the place that something came from."""
    return frozenset(language(lang).facts.get("places", {}).get("origins", ())) if lang in SUPPORTED else frozenset()


LONGEST_WORD = 20
LEAD = 300
"""The lead is the first paragraph, of so many code points at most."""


def _in_lead(reading: Reading, at: int) -> bool:
    """Whether a place is named in the lead; the dateline is none of it."""
    if reading.dateline is not None and reading.dateline.place == at:
        return False
    start = reading.places[at].span[0]
    return start < LEAD and "\n" not in reading.text[:start]
