"""Addresses of the board: every link keeps the moment asked for, and the filters where it stays on its page."""

from collections.abc import Iterable, Mapping
from urllib.parse import quote, urlencode

KEPT = ("as_of", "clock", "since", "situation")
"""What goes along from page to page."""


def address(path: str, kept: Mapping[str, str], **more: object) -> str:
    """The address of a page with what is kept and what is said; an argument that is None or empty is left out."""
    said = {k: v for k, v in kept.items() if k in KEPT and k not in more} | more
    words = [(k.rstrip("_"), str(v)) for k, v in said.items() if v is not None and v != ""]
    return path + ("?" + urlencode(words, quote_via=quote) if words else "")


def changed(path: str, asked: Iterable[tuple[str, str]], **more: object) -> str:
    """The address of this page with some of what was asked changed; None takes an argument away."""
    kept = [(k, v) for k, v in asked if k not in more and v != ""]
    words = kept + [(k, str(v)) for k, v in more.items() if v is not None and v != ""]
    return path + ("?" + urlencode(words, quote_via=quote) if words else "")


def outside(url: str | None) -> str | None:
    """An address that a report gives for itself, if it is one of the web: nothing else becomes a link."""
    return url if url and url.lower().startswith(("http://", "https://")) else None
