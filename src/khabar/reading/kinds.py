"""Kinds of event that a figure is told of: nature, violence, transport, illness.

Only kinds that cannot be one event are told apart, so that a quake, the landslide after it and the dam that it broke stay one, and a
report that tells of two kinds at once says nothing.
"""

import functools
from collections.abc import Iterable
from itertools import chain

from khabar.language.base import language
from khabar.language.tokens import tokenise
from khabar.reading.document import Document

LEAD = 2
"""The sentences that, with the title, tell what a report is about."""


class Words(dict[str, str]):
    """The kind of each word of a language, looked up once; `""` for none."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self._stems: list[tuple[str, str]] = []
        for kind, words in language(code).facts.get("events", {}).items():
            self.update({w: kind for w in words if not w.endswith("*")})
            self._stems += [(w[:-1], kind) for w in words if w.endswith("*")]
        self._begin = tuple(stem for stem, _ in self._stems)

    def __missing__(self, word: str) -> str:
        found = next(kind for stem, kind in self._stems if word.startswith(stem)) if word.startswith(self._begin) else ""
        if len(self) < CACHE:
            self[word] = found
        return found


CACHE = 50_000
NONE = frozenset({""})
TITLE = -1
"""In the place of a sentence's number: the title and the first sentences."""


@functools.cache
def words_of(code: str) -> Words:
    """The words of a language by kind."""
    return Words(code)


def tell_kinds(document: Document) -> None:
    """Sets `events` of each count: the kinds told in its sentence, else those of the title and the first sentences."""
    if not document.counts:
        return
    words = words_of(document.language.code)
    own: dict[int, tuple[str, ...]] = {}
    for count in document.counts:
        if count.sentence not in own:
            own[count.sentence] = _kinds(words, document.sentences[count.sentence].low) or own.get(TITLE) or ()
            if not own[count.sentence] and TITLE not in own:
                own[count.sentence] = own[TITLE] = _told_first(document, words)
        count.events = own[count.sentence]


def _kinds(words: Words, low: Iterable[str]) -> tuple[str, ...]:
    found = set(map(words.__getitem__, low))
    return tuple(sorted(found - NONE)) if len(found) > 1 or found != NONE else ()


def _told_first(document: Document, words: Words) -> tuple[str, ...]:
    """The kinds that title and first sentences tell."""
    title = tokenise((document.edition.title or "").lower())
    return _kinds(words, chain(title, *(s.low for s in document.sentences[:LEAD])))
