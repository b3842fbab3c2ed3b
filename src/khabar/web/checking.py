"""A text checked against the ledger, for the page and for the API: read, laid over what is known, and kept nowhere."""

from khabar.intake.options import IntakeOptions
from khabar.model.edition import Edition
from khabar.model.errors import TooLarge, UsageError
from khabar.model.finding import Checked
from khabar.model.moment import parse_moment
from khabar.model.reading import Reading
from khabar.pipeline import Ledger, read_edition

MOST = 60_000
"""Code points of a text: a long feature has a tenth of it. Longer ones are for the command line, which nobody waits for."""


def read(
    text: str, *, lang: str | None, published: str | None, outlet: str | None, url: str | None = None
) -> tuple[Edition, Reading]:
    """The text as an edition with its reading.

    Raises:
        InputError: it cannot be read.
        TooLarge: it is longer than a page can wait for.
        UsageError: the time is none.
    """
    if len(text) > MOST:
        raise TooLarge(
            f"the text has {len(text)} characters, and the page takes {MOST}; `khabar check` takes any length"
        )
    if published and "\x00" in published:
        raise UsageError("the time of publication is none")
    if published:
        parse_moment(published)
    options = IntakeOptions(lang=lang or None, published=published or None, outlet=outlet or None, url=url or None)
    return read_edition(text, options=options)


def check(ledger: Ledger, edition: Edition, reading: Reading, as_of: str | None) -> Checked:
    """The findings of the text as of a moment."""
    return ledger.check(edition, reading, as_of=as_of)
