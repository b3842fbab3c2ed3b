"""An edition as a ledger lists it, holds it and finds it."""

import msgspec

from khabar.model.reading import Reading


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """An edition as the store has it. `edition` is a key made from address, time and text; `known` is when it was added."""

    edition: str
    address: str
    report: str
    text_hash: str
    raw_hash: str
    cleaner: str
    lang: str | None
    title: str | None
    url: str | None
    outlet: str | None
    credit: tuple[str, ...]
    published: str
    precision: str | None
    fetched: str
    known: str


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A report that a search found, with the words around what was found; the characters 2 and 3 stand around each."""

    row: Row
    around: str


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """One edition: its row, its reading (None after a redaction), and all editions of the same address, oldest first."""

    row: Row
    reading: Reading | None
    editions: tuple[Row, ...]
