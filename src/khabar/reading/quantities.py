"""Quantities: every number of a text with its bounds, whatever it counts. Also measures the number grammar on its own."""

from typing import cast

from khabar.model.reading import Bound, Quantity
from khabar.model.span import Span
from khabar.reading.bounds import value
from khabar.reading.counts import read_numbers
from khabar.reading.document import Document, Sentence
from khabar.reading.numbers import Number

NO_QUANTITY = frozenset({"date", "year", "time", "ordinal", "name", "named", "aged", "score"})
"""Sorts that measure and count nothing."""


def quantify(document: Document) -> None:
    """Fills `document.quantities`. Needs sentences and times.

    Vague words are left out; "from 26 to 164" is one quantity with both ends.
    """
    for sentence in document.sentences:
        numbers = read_numbers(document, sentence)
        if numbers:
            document.quantities += _of(sentence, numbers)


def _of(sentence: Sentence, numbers: list[Number]) -> list[Quantity]:
    out: list[Quantity] = []
    old: Number | None = None
    for number in numbers:
        if number.sort in NO_QUANTITY or number.bound == "vague":
            continue
        if number.revision == "old":
            old = number
            continue
        out.append(_quantity(number, sentence.span(*number.outer), old))
        old = None
    return out


def _quantity(number: Number, span: Span, old: Number | None) -> Quantity:
    if old is not None and number.revision == "new":
        return Quantity(low=value(old), high=value(number), bound="range", span=span)
    return Quantity(low=number.low, best=number.best, high=number.high, bound=cast("Bound", number.bound), span=span)
