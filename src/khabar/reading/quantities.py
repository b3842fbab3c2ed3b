"""Quantities: every number of a text with its bounds, whatever it counts. For measuring the number grammar on its own."""

from typing import Any

from khabar.reading.bounds import value
from khabar.reading.counts import read_numbers
from khabar.reading.digits import document_style
from khabar.reading.document import Document
from khabar.reading.numbers import Number, number_words

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


def _row(number: Number, span: tuple[int, int], old: Number | None) -> dict[str, Any]:
    row = {"low": number.low, "best": number.best, "high": number.high, "bound": number.bound, "span": span}
    if old is not None and number.revision == "new":
        row |= {"low": value(old), "best": None, "high": value(number), "bound": "range"}
    return row
