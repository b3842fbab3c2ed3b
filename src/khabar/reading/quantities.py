"""Quantities: every number of a text with its bounds, whatever it counts. For measuring the number grammar on its own."""

from typing import Any

from khabar.language.base import language
from khabar.model.edition import Edition
from khabar.reading.bounds import value
from khabar.reading.counts import read_numbers
from khabar.reading.digits import document_style
from khabar.reading.document import Document
from khabar.reading.layout import lay_out
from khabar.reading.numbers import Number, number_words
from khabar.reading.times import time

NO_QUANTITY = frozenset({"date", "year", "time", "ordinal", "name", "named", "aged", "score"})
"""Sorts that measure and count nothing."""


def quantities(document: Document) -> list[dict[str, Any]]:
    """The numbers of a document in the shape of the record's figures: low, best, high, bound, span.

    Vague words are left out; "from 26 to 164" is one row with both ends. Needs sentences and times.
    """
    style = document_style(document.text, number_words(document.language.code).style)
    out: list[dict[str, Any]] = []
    for sentence in document.sentences:
        old: Number | None = None
        for number in read_numbers(document, sentence, style=style):
            if number.sort in NO_QUANTITY or number.bound == "vague":
                continue
            if number.revision == "old":
                old = number
                continue
            out.append(_row(number, sentence.span(*number.outer), old))
            old = None
    return out


def quantities_of(text: str, lang: str) -> list[dict[str, Any]]:
    """The same of a plain text in a known language. Raises KeyError for a language that is none of ours."""
    edition = Edition(id="", address="", raw_hash="", text=text, cleaner="", body=((0, len(text)),), lang=lang)
    document = Document(edition=edition, language=language(lang))
    lay_out(document)
    time(document)
    return quantities(document)


def _row(number: Number, span: tuple[int, int], old: Number | None) -> dict[str, Any]:
    row = {"low": number.low, "best": number.best, "high": number.high, "bound": number.bound, "span": span}
    if old is not None and number.revision == "new":
        row |= {"low": value(old), "best": None, "high": value(number), "bound": "range"}
    return row
