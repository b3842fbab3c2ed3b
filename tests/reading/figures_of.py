"""Documents read as far as their figures, for the tests of numbers, counts and times."""

from khabar.language.base import language
from khabar.model.edition import Edition
from khabar.reading.counts import count, read_numbers
from khabar.reading.document import Count, Document
from khabar.reading.layout import lay_out
from khabar.reading.numbers import Number
from khabar.reading.places import place
from khabar.reading.structure import structure
from khabar.reading.times import time


def document(text: str, lang: str = "en", published: str = "2022-01-09T12:00:00Z") -> Document:
    """A document with its figures; no statements."""
    body = ((0, len(text)),)
    edition = Edition(
        id="t", address="t", raw_hash="", text=text, cleaner="", body=body, lang=lang, published=published
    )
    made = Document(edition=edition, language=language(lang))
    for component in (lay_out, time, place, count, structure):
        component(made)
    return made


def figures(text: str, lang: str = "en") -> list[tuple[str | None, float | None]]:
    """Measure and number (best, else low, else high) of each figure."""
    return [(c.measure, value(c)) for c in document(text, lang).counts]


def value(one: Count | Number) -> float | None:
    return next((x for x in (one.best, one.low, one.high) if x is not None), None)


def read(text: str, lang: str = "en") -> list[Number]:
    """The numbers of the text, of whatever sort."""
    made = document(text, lang)
    return [n for s in made.sentences for n in read_numbers(made, s)]


def times(
    text: str, lang: str = "en", published: str = "2022-01-09T12:00:00Z"
) -> list[tuple[str, str | None, str | None]]:
    made = document(text, lang, published)
    return [(text[t.span[0] : t.span[1]], t.start, t.to) for t in made.times]
