"""Lexicons: the words of a language as data, and a scan that finds them all in one pass over a sentence.

A language folder holds TOML files; each array of tables is a category, each table an entry group:

    [[cue]]
    words = ["mengatakan", "menyatakan bahwa", "menegas*"]    # phrases; a trailing * stands for any ending
    act = "asserts"                                          # attributes: whatever the category needs
    example = "Wali kota {} jembatan sudah dibuka."          # {} takes each word in turn; or examples = [...]

Whoever knows the language but no Python adds a word to a list, or a table to a file.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from typing import Any

import msgspec

from khabar.language.tokens import tokenise

NOT_ATTRIBUTES = frozenset({"words", "example", "examples", "note"})
CACHE_LIMIT = 200_000
"""How many distinct words a lexicon remembers before it forgets them all: some 30 MB."""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One phrase of one category. `words` are lower-case tokens, the last may end in `*`."""

    category: str
    words: tuple[str, ...]
    attributes: Mapping[str, Any]
    examples: tuple[str, ...] = ()
    file: str = ""


class Hit(msgspec.Struct, frozen=True, gc=False):
    """An entry found: tokens `start` to `end` (half-open) of the sentence."""

    start: int
    end: int
    entry: Entry


class Lexicon:
    """The entries of one language, ready to scan."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = tuple(entries)
        self._whole: dict[str, list[Entry]] = {}
        self._stems: dict[str, list[Entry]] = {}
        self._known: dict[str, tuple[Entry, ...]] = {}
        for entry in entries:
            first = entry.words[0]
            stem = first.endswith("*")
            (self._stems if stem else self._whole).setdefault(first.rstrip("*"), []).append(entry)
        self._stem_lengths = sorted({len(s) for s in self._stems}, reverse=True)

    def scan(self, low: Sequence[str]) -> list[Hit]:
        """All entries in lower-case tokens: for each place and category the longest one."""
        hits: list[Hit] = []
        known, find = self._known, self._candidates
        for at, word in enumerate(low):
            candidates = known.get(word)
            if candidates is None:
                candidates = find(word)
            if candidates:
                hits.extend(_longest(candidates, low, at))
        return hits

    def category(self, name: str) -> list[Entry]:
        """The entries of one category, in the order of the files."""
        return [e for e in self.entries if e.category == name]

    def _candidates(self, word: str) -> tuple[Entry, ...]:
        if len(self._known) >= CACHE_LIMIT:
            self._known.clear()
        found = list(self._whole.get(word, ()))
        for length in self._stem_lengths:
            if length <= len(word):
                found += self._stems.get(word[:length], ())
        found.sort(key=lambda e: -len(e.words))
        return self._known.setdefault(word, tuple(found))


def _longest(candidates: tuple[Entry, ...], low: Sequence[str], at: int) -> Iterator[Hit]:
    """The first (longest) fitting entry of each category."""
    seen: set[str] = set()
    for entry in candidates:
        if entry.category not in seen and (len(entry.words) == 1 or _fits(entry.words, low, at)):
            seen.add(entry.category)
            yield Hit(at, at + len(entry.words), entry)


def _fits(phrase: tuple[str, ...], low: Sequence[str], at: int) -> bool:
    if at + len(phrase) > len(low):
        return False
    return all(
        low[at + i].startswith(word[:-1]) if word.endswith("*") else low[at + i] == word
        for i, word in enumerate(phrase)
    )


def load_entries(folder: str) -> list[Entry]:
    """The entries of a folder beside this module (`id`, `general`), file by file in the order of their names."""
    entries: list[Entry] = []
    for path in sorted(files("khabar.language").joinpath(folder).iterdir(), key=lambda p: p.name):
        if path.name.endswith(".toml"):
            entries += _entries(tomllib.loads(path.read_text("utf-8")), f"{folder}/{path.name}")
    return entries


def _entries(tables: Mapping[str, Any], file: str) -> Iterator[Entry]:
    for category, groups in tables.items():
        for group in groups if isinstance(groups, list) else ():
            attributes = {k: v for k, v in group.items() if k not in NOT_ATTRIBUTES}
            examples = tuple(group.get("examples", ())) + ((group["example"],) if "example" in group else ())
            for phrase in group.get("words", ()):
                yield Entry(
                    category=category, words=phrase_words(phrase), attributes=attributes, examples=examples, file=file
                )


def phrase_words(phrase: str) -> tuple[str, ...]:
    """A phrase of a lexicon as lower-case tokens; a `*` stays with the word it ends."""
    out: list[str] = []
    for word in tokenise(phrase.lower()):
        if word == "*" and out:
            out[-1] += "*"
        else:
            out.append(word)
    return tuple(out)
