"""Rows a page at a time, with the address of the next and the one before."""

from collections.abc import Sequence
from typing import Any

import msgspec


class Slice(msgspec.Struct, frozen=True, kw_only=True):
    """Some rows of all that a filter leaves: `first` is 1-based, `total` counts all of them."""

    rows: Sequence[Any]
    first: int
    total: int
    page: int
    pages: int


def part(rows: Sequence[Any], page: int, size: int, *, total: int) -> Slice:
    """The rows of a page that were asked for by themselves."""
    pages = max(1, -(-total // size))
    return Slice(rows=rows, first=(page - 1) * size + 1 if rows else 0, total=total, page=page, pages=pages)


def cut(rows: Sequence[Any], page: int, size: int) -> Slice:
    """The rows of a page, counted from 1; a page beyond the end is the last one."""
    pages = max(1, -(-len(rows) // size))
    page = min(max(page, 1), pages)
    start = (page - 1) * size
    return Slice(
        rows=rows[start : start + size], first=start + 1 if rows else 0, total=len(rows), page=page, pages=pages
    )
