"""How reports come in: one object, so that inner functions do not grow arguments."""

import datetime as dt

import msgspec

MAX_BYTES = 20_000_000
"""Inputs over this are set aside."""


class IntakeOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of the inputs beforehand.

    Attributes:
        lang: the language of all of them, else it is told from each.
        max_bytes: larger inputs are set aside.
        outlet, url, published: hold for an input that does not say so itself; `published` is an ISO moment or date.
        fetched: when the inputs were got, ISO; the ledger's second clock.
        zone: the zone in which dates without one are read.
    """

    lang: str | None = None
    max_bytes: int = MAX_BYTES
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    fetched: str | None = None
    zone: dt.tzinfo = dt.UTC
