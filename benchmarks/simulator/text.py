"""Sentences as tagged pieces, so that every span of the finished text is a true one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

Tag = tuple[str, object]
Piece = tuple[str, tuple[Tag, ...]]
Sentence = tuple[Piece, ...]
Spans = dict[tuple[str, int], list[list[int]]]

_SLOT = re.compile(r"\{(\w+)\}")


def piece(text: str, *tags: Tag) -> Sentence:
    """One run of text under its tags."""
    return ((text, tags),)


def tagged(sentence: Sentence, *tags: Tag) -> Sentence:
    """The sentence with more tags on every piece."""
    return tuple((text, (*old, *tags)) for text, old in sentence)


def fill(template: str, slots: Mapping[str, Sentence]) -> Sentence:
    """The template with its {slots} filled; the first letter is made a capital."""
    found: list[Piece] = []
    for index, part in enumerate(_SLOT.split(template)):
        if index % 2:
            found.extend(slots[part])
        elif part:
            found.append((part, ()))
    return capital(tuple(found))


def capital(sentence: Sentence) -> Sentence:
    """The sentence with its first letter a capital."""
    (text, tags), *rest = sentence
    return ((text[:1].upper() + text[1:], tags), *rest)


def replaced(sentence: Sentence, old: object, text: str, new: object) -> Sentence:
    """The sentence with the pieces of one tagged thing reworded and given to another."""
    return tuple(_swap(item, old, text, new) for item in sentence)


def _swap(item: Piece, old: object, text: str, new: object) -> Piece:
    if not any(thing is old for _, thing in item[1]):
        return item
    words = text[:1].upper() + text[1:] if item[0][:1].isupper() else text
    return words, tuple((kind, new if thing is old else thing) for kind, thing in item[1])


def joined(sentences: Iterable[Sentence]) -> tuple[str, Spans, dict[int, object]]:
    """The whole text, the spans of each tag, and the things tagged in the order met."""
    parts: list[str] = []
    spans: Spans = {}
    things: dict[int, object] = {}
    at = 0
    for index, sentence in enumerate(sentences):
        glue = "" if not index else ("\n\n" if index % 2 == 0 else " ")
        parts.append(glue)
        at = _walk(sentence, at + len(glue), parts, spans, things)
    return "".join(parts), spans, things


def _walk(sentence: Sentence, at: int, parts: list[str], spans: Spans, things: dict[int, object]) -> int:
    for text, tags in sentence:
        for kind, thing in tags:
            things.setdefault(id(thing), thing)
            _extend(spans.setdefault((kind, id(thing)), []), at, at + len(text))
        parts.append(text)
        at += len(text)
    return at


def _extend(spans: list[list[int]], start: int, end: int) -> None:
    if spans and spans[-1][1] == start:
        spans[-1][1] = end
    else:
        spans.append([start, end])
