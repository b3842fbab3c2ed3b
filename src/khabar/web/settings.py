"""How the board is served. One frozen record, so that nothing in the pages reads the environment."""

from pathlib import Path

import msgspec

MEBI = 1 << 20


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What `khabar serve` was asked for.

    Attributes:
        ledger: the file that is shown. No address of the board leads to any other file.
        rulings_by: whose name rulings are made in; None: the board is read-only.
        hosts: names under which the board may be asked for; another name is refused, so that no foreign page can
            reach a board on this machine through a name of its own (DNS rebinding).
        max_body: bytes of a request's body; more is refused with 413.
        max_seconds: time for one answer; more ends in 503.
        max_text: code points of text that one page of a report shows; the rest is on the pages after it.
        page: rows of a table on one page.
    """

    ledger: Path
    rulings_by: str | None = None
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]", "testserver")
    max_body: int = 2 * MEBI
    max_seconds: float = 20.0
    max_text: int = 100_000
    page: int = 100
