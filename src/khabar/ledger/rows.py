"""What the store keeps of an edition."""

import datetime as dt
import hashlib

from khabar.model.edition import Edition
from khabar.model.errors import UsageError
from khabar.model.moment import iso, parse_moment
from khabar.model.reading import Reading
from khabar.model.report import Row

__all__ = ["CLOCKS", "Row", "clock_of", "row_of"]
CLOCKS = ("published", "fetched", "known")
"""The three clocks of an as-of question."""


def clock_of(name: str) -> str:
    """The name of a clock, which is that of its column. Raises UsageError."""
    if name not in CLOCKS:
        raise UsageError(f"{name!r} is no clock; there are {', '.join(CLOCKS)}")
    return name


def row_of(reading: Reading, *, edition: Edition | None = None, now: dt.datetime | None = None) -> Row:
    """The row of a reading. Without an edition the reading's own text stands for the raw bytes.

    What has no time of publication counts as published when fetched, else when added.
    """
    known = iso(now or dt.datetime.now(dt.UTC))
    fetched = _moment(edition.fetched if edition else None) or known
    published = _moment(reading.published) or fetched
    address = reading.url or (edition.url if edition else None) or reading.id
    text_hash = _hash(reading.text)
    return Row(
        edition="e" + _hash(f"{address}\x1f{reading.published or ''}\x1f{text_hash}")[:12], address=address, report=reading.id,
        text_hash=text_hash, raw_hash=edition.raw_hash if edition else text_hash,
        cleaner=edition.cleaner if edition else "none", lang=reading.lang, title=reading.title, url=reading.url,
        outlet=reading.outlet, credit=reading.credit, published=published, precision=reading.published_precision,
        fetched=fetched, known=known,
    )  # fmt: skip


def _moment(words: str | None) -> str | None:
    return iso(parse_moment(words).at) if words else None


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
