"""An edition: what one address held at one time, its raw bytes hashed and its text cleaned."""

import msgspec

from khabar.model.span import Span, Spans


class Edition(msgspec.Struct, frozen=True, kw_only=True):
    """One published text of a report, ready to be read.

    Attributes:
        id: the report's own id where the input gives one, else made from address and hash.
        address: URL or path; editions with the same address are editions of one report.
        raw_hash: SHA-256 of the raw bytes, hexadecimal.
        raw: the raw bytes; empty where they are kept elsewhere.
        text: the cleaned text, the one that all spans point into.
        cleaner: which cleaner made the text, with its version.
        body: the parts of `text` that are the report's own words, in order; furniture lies outside of them.
        alignment: pairs (offset in text, offset in the raw input's code points), rising; between two pairs both run in step.
            Empty where text and raw input are the same.
        lang: the language if it was given, else None: the reader tells it.
        dateline: the place of the dateline, as a span of `text`; the dateline lies outside of `body`.
        published: ISO moment in UTC, or a date where no more is known, with `published_precision`; None where unknown.
    """

    id: str
    address: str
    raw_hash: str
    raw: bytes = b""
    text: str
    cleaner: str
    body: Spans
    alignment: tuple[Span, ...] = ()
    lang: str | None = None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    byline: str | None = None
    credit: tuple[str, ...] = ()
    dateline: Span | None = None
    published: str | None = None
    published_precision: str | None = None
    fetched: str | None = None


class SetAside(msgspec.Struct, frozen=True, kw_only=True):
    """An input that could not be used: where it is, and why."""

    where: str
    reason: str
