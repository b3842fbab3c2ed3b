"""The one module that knows every stage: the path of a report, to be read from top to bottom.

load      paths → editions                 intake
Reader    edition → reading                reading
Ledger    readings → claims and verdicts   relating, kept by ledger
check     a text against the ledger        checking
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from khabar.intake.load import load
from khabar.intake.options import IntakeOptions
from khabar.intake.text import edition_of_text
from khabar.model.edition import Edition, SetAside
from khabar.model.errors import InputError
from khabar.model.reading import Reading
from khabar.reading.reader import Reader, ReaderOptions

Told = Callable[[SetAside], None]
"""Who is told of an input that was set aside."""


def read(*paths: str | Path, options: IntakeOptions | None = None, set_aside: Told | None = None) -> Iterator[Reading]:
    """The readings of files and folders, one a report, as `khabar read` writes them.

    Args:
        paths: text, HTML and JSON Lines files, or folders of them.
        options: language, limits, and what is known of all inputs.
        set_aside: is told of each input that cannot be used, with its reason; the rest goes on.
    """
    for _, reading in read_editions(map(Path, paths), options, set_aside=set_aside):
        yield reading


def read_text(text: str, *, options: IntakeOptions | None = None) -> Reading:
    """The reading of a text in hand. Raises InputError where it cannot be read."""
    options = options or IntakeOptions()
    edition = edition_of_text(text.encode("utf-8", "replace"), "text", options)
    return Reader(ReaderOptions(lang=options.lang)).read(edition)


def read_editions(
    paths: Iterable[Path], options: IntakeOptions | None = None, *, set_aside: Told | None = None
) -> Iterator[tuple[Edition, Reading]]:
    """Each edition with its reading; what cannot be used is told to `set_aside`."""
    options = options or IntakeOptions()
    reader = Reader(ReaderOptions(lang=options.lang))
    for item in load(paths, options):
        told = item if isinstance(item, SetAside) else _read_one(reader, item)
        if isinstance(told, SetAside):
            if set_aside:
                set_aside(told)
        else:
            yield told


def _read_one(reader: Reader, edition: Edition) -> tuple[Edition, Reading] | SetAside:
    try:
        return edition, reader.read(edition)
    except InputError as e:
        return SetAside(where=edition.address, reason=str(e).removeprefix(f"{edition.address}: "))
