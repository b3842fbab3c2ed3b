"""The reader: the components in order, and what each needs."""

import functools
import gc
import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec

from khabar.language.base import SUPPORTED, language
from khabar.language.identify import identify
from khabar.model.edition import Edition
from khabar.model.errors import InputError
from khabar.model.reading import ReaderVersion, Reading
from khabar.model.version import VERSION
from khabar.reading.carrying import carry_on
from khabar.reading.certainty import judge, weigh
from khabar.reading.corrections import correct
from khabar.reading.counts import count
from khabar.reading.document import Document
from khabar.reading.layout import lay_out
from khabar.reading.leaving import leave
from khabar.reading.narration import narrate
from khabar.reading.people import who_is_who
from khabar.reading.places import place
from khabar.reading.pointers import point
from khabar.reading.quantities import quantify
from khabar.reading.quotes import quote
from khabar.reading.record import reading_of
from khabar.reading.refers import refer
from khabar.reading.said import date
from khabar.reading.statements import state
from khabar.reading.structure import structure
from khabar.reading.times import time
from khabar.reading.undone import undo

Component = Callable[[Document], None]

COMPONENTS: tuple[Component, ...] = (
    lay_out,
    quote,
    time,
    place,
    state,
    weigh,
    date,
    quantify,
    count,
    structure,
    narrate,
    point,
    undo,
    correct,
    leave,
    judge,
    who_is_who,
    carry_on,
    refer,
)
"""In order; docs/house.md says what each needs and gives."""


class ReaderOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How to read.

    Attributes:
        lang: the language of all texts, or None to tell it from each.
    """

    lang: str | None = None


class Reader:
    """Reads editions. Deterministic: the same edition gives the same reading."""

    def __init__(self, options: ReaderOptions | None = None) -> None:
        self.options = options or ReaderOptions()

    def read(self, edition: Edition) -> Reading:
        """The reading of one edition.

        Raises:
            InputError: the language is none that can be read.
        """
        (reading,) = self.read_several([edition])
        if isinstance(reading, InputError):
            raise reading
        return reading

    def read_several(self, editions: Sequence[Edition]) -> list[Reading | InputError]:
        """The readings of some editions, in their order; the error in place of one whose language cannot be read.

        Each component goes over all of them before the next one starts: an eighth faster than one report after the other, for the
        processor finds the component's code and data at hand.
        """
        with _collector_at_rest():
            return _read([self._document(edition) for edition in editions])

    def _document(self, edition: Edition) -> Document | InputError:
        try:
            return self.document(edition)
        except InputError as error:
            return error

    def document(self, edition: Edition) -> Document:
        """The document before any component has seen it. Raises InputError for a language that cannot be read."""
        code, confidence = self._language(edition)
        if code not in SUPPORTED:
            read = ", ".join(f"{_name(c)} ({c})" for c in SUPPORTED)
            found = f"the text is in {_name(code)} ({code})" if code else "the text is in no language that we know"
            raise InputError(f"{edition.address}: {found}; Khabar reads {read}; if it is one of these, say so with --lang")
        return Document(edition=edition, language=language(code), confidence=confidence)

    def _language(self, edition: Edition) -> tuple[str | None, float | None]:
        given = self.options.lang or edition.lang
        if given:
            return given, 1.0
        return identify(edition.text)


def _name(code: str) -> str:
    """What a language is called in English."""
    from babel import Locale  # noqa: PLC0415 - its tables are for this message alone

    return str(Locale("en").languages.get(code, code))


def _read(documents: list[Document | InputError]) -> list[Reading | InputError]:
    """The readings of documents, which are gone when it returns: before the collector wakes and would look at them."""
    readable = [d for d in documents if isinstance(d, Document)]
    for component in COMPONENTS:
        for document in readable:
            component(document)
    return [reading_of(d, version()) if isinstance(d, Document) else d for d in documents]


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Keeps the garbage collector from looking at a document in the making.

    A document holds many small objects and no cycle: the collector's passes over them would take a fifth of the reading's time
    (measured on news of 2,500 characters) and find nothing.
    """
    awake = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if awake:
            gc.enable()


def version() -> ReaderVersion:
    """Name, version and the digest of the reader's rules and language data."""
    return ReaderVersion(name="khabar", version=VERSION, rules=_digest())


@functools.cache
def _digest() -> str:
    """The first 12 hexadecimal digits of the SHA-256 over all modules, lexicons and tables that decide what is read."""
    total = hashlib.sha256()
    for package in ("khabar.language", "khabar.reading"):
        for path in _files(files(package)):
            total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()[:12]


def _files(folder: Traversable) -> Iterator[Traversable]:
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if path.is_dir():
            yield from _files(path)
        elif path.name.endswith((".py", ".toml", ".bin")):
            yield path
