"""Paths to editions. Whatever cannot be used is set aside with its reason, and the rest goes on."""

import re
import sys
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from pathlib import Path

from khabar.intake.decode import decode
from khabar.intake.options import IntakeOptions
from khabar.intake.records import CLEANER as AS_GIVEN
from khabar.intake.records import edition_of_line
from khabar.intake.text import edition_of_text
from khabar.model.edition import Edition, SetAside
from khabar.model.errors import InputError, TooLarge, UsageError

LINES = (".jsonl", ".ndjson")
RECORD = ".json"
"""A file that is one record, however it is printed."""

STANDARD_INPUT, PIPED = "-", "standard input"
"""The path that stands for it, and how messages call it."""

PAGES = (".html", ".htm", ".xhtml")
HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype html|html|head)\b", re.IGNORECASE | re.DOTALL
)


def load(paths: Iterable[Path], options: IntakeOptions | None = None) -> Iterator[Edition | SetAside]:
    """The editions in files and folders, in the order of the paths; folders by name, hidden files left out; `-` is standard input.

    Raises:
        UsageError: an address is given for more than one text.
    """
    options = options or IntakeOptions()
    paths = list(paths)
    if options.url and (many := count(paths)) > 1:
        raise UsageError(f"--url is the address of one text, and here are {many}; give them one by one")
    for path in paths:
        for file in _files(path):
            yield from _load_file(file, options)


def count(paths: Iterable[Path]) -> int:
    """How many reports files and folders hold, without reading them: lines of JSON Lines, one for any other file and for a pipe."""
    return sum(_lines(file) if file.suffix.lower() in LINES else 1 for path in paths for file in _files(path))


def _lines(path: Path) -> int:
    try:
        with path.open("rb") as lines:
            return sum(1 for line in lines if line.strip())
    except OSError:
        return 1


def raw_text(edition: Edition) -> str:
    """The input in which lines and columns are counted: the file's own text, or the record's where the text came in one."""
    return edition.text if edition.cleaner == AS_GIVEN else decode(edition.raw, edition.address)


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        for inner in sorted(path.rglob("*")):
            if inner.is_file() and not any(part.startswith(".") for part in inner.relative_to(path).parts):
                yield inner
    else:
        yield path


def _load_file(path: Path, options: IntakeOptions) -> Iterator[Edition | SetAside]:
    try:
        if str(path) == STANDARD_INPUT:
            yield from _load_piped(sys.stdin.buffer.read(options.max_bytes + 1), options)
        elif path.suffix.lower() in LINES:
            yield from _load_lines(path, options)
        elif path.suffix.lower() == RECORD:
            yield _load_line(path.read_bytes().removeprefix(BOM_UTF8), str(path), options)
        else:
            yield _load_whole(path, options)
    except (InputError, UsageError) as e:
        yield SetAside(where=str(path), reason=_reason(e, str(path)))
    except OSError as e:
        yield SetAside(where=str(path), reason=f"cannot be read: {e.strerror or e}")


def _load_piped(raw: bytes, options: IntakeOptions) -> Iterator[Edition | SetAside]:
    """What comes through a pipe: records, one a line, where it begins as one; else a page or a text."""
    if len(raw) > options.max_bytes:
        raise TooLarge(f"{PIPED}: over the limit of {options.max_bytes:,} bytes; raise it with --max-bytes")
    if not raw.lstrip().startswith(b"{"):
        yield _edition(raw, PIPED, options, page=False)
        return
    for number, line in enumerate(raw.splitlines(), 1):
        if line.strip():
            yield _load_line(line, f"{PIPED}:{number}", options)


def _load_whole(path: Path, options: IntakeOptions) -> Edition:
    size = path.stat().st_size
    if size > options.max_bytes:
        raise TooLarge(f"{path}: {size:,} bytes, over the limit of {options.max_bytes:,}; raise it with --max-bytes")
    return _edition(path.read_bytes(), str(path), options, page=path.suffix.lower() in PAGES)


def _edition(raw: bytes, where: str, options: IntakeOptions, *, page: bool) -> Edition:
    """A page where it is named so or begins so, else a plain text."""
    if page or HTML.match(raw[:2000]):
        from khabar.intake.page import edition_of_page  # noqa: PLC0415 - half a second to import, seldom needed

        return edition_of_page(raw, where, options)
    return edition_of_text(raw, where, options)


def _load_lines(path: Path, options: IntakeOptions) -> Iterator[Edition | SetAside]:
    """Line by line, so that a file of any size needs little memory."""
    empty = True
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            where = f"{path}:{number}"
            if not line.strip():
                continue
            empty = False
            yield _load_line(line.removeprefix(BOM_UTF8), where, options)
    if empty:
        yield SetAside(where=str(path), reason="empty; nothing to read")


def _load_line(line: bytes, where: str, options: IntakeOptions) -> Edition | SetAside:
    try:
        if len(line) > options.max_bytes:
            raise TooLarge(
                f"{where}: {len(line):,} bytes, over the limit of {options.max_bytes:,}; raise it with --max-bytes"
            )
        return edition_of_line(line, where, options)
    except InputError as e:
        return SetAside(where=where, reason=_reason(e, where))


def _reason(error: Exception, where: str) -> str:
    return str(error).removeprefix(f"{where}: ")
