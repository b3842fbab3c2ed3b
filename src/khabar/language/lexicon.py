"""Lexicons: the words of a language as data, and a scan that finds them all in one pass over a sentence.

A language folder holds TOML files; each array of tables is a category, each table an entry group:

    [[cue]]
    words = ["mengatakan", "menyatakan bahwa", "menegas*"]    # phrases; a trailing * stands for any ending
    act = "asserts"                                          # attributes: whatever the category needs
    example = "Wali kota {} jembatan sudah dibuka."          # {} takes each word in turn; or examples = [...]
    endings = ["", "а", "у"]                                 # where words are inflected: each stands for the "~" of a word in turn

Whoever knows the language but no Python adds a word to a list, or a table to a file.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.resources import files
from itertools import compress
from typing import Any

import msgspec

from khabar.language.tokens import CACHE_LIMIT, tokenise

NOT_ATTRIBUTES = frozenset({"words", "example", "examples", "note", "endings"})


class Entry(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One phrase of one category. `words` are lower-case tokens, the last may end in `*`.

    Entries are never part of a cycle: kept out of the garbage collector, which would walk over thousands of them again and again.
    """

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


class _Followers(msgspec.Struct, frozen=True, gc=False):
    """Longer entries with one second word, longest first: those that may stand before each third word, and before any other."""

    thirds: dict[str, tuple[Entry, ...]]
    others: tuple[Entry, ...]


class _Candidates(msgspec.Struct, frozen=True, gc=False):
    """The entries that may begin at a word, prepared once a word.

    Attributes:
        singles: the first entry of each category that is this word alone.
        goes_on: whether there are longer ones.
        seconds: longer entries by their second word, longest first; those of `stems` that it begins like among them.
        stems: longer entries whose second word ends in `*`.
        beginnings: the second words of `stems`, without the `*`.
    """

    singles: tuple[Entry, ...]
    goes_on: bool
    seconds: dict[str, _Followers]
    stems: _Followers
    beginnings: tuple[str, ...]


def _by_length(entry: Entry) -> int:
    return -len(entry.words)


def _prepared(entries: Sequence[Entry]) -> _Candidates:
    firsts: dict[str, Entry] = {}
    seconds: dict[str, tuple[Entry, ...]] = {}
    stems: tuple[Entry, ...] = ()
    for entry in sorted(entries, key=_by_length):
        if len(entry.words) == 1:
            firsts.setdefault(entry.category, entry)
        elif entry.words[1].endswith("*"):
            stems += (entry,)
        else:
            seconds[entry.words[1]] = (*seconds.get(entry.words[1], ()), entry)
    for second, whole in seconds.items():
        also = tuple(e for e in stems if second.startswith(e.words[1][:-1]))
        seconds[second] = tuple(sorted(whole + also, key=_by_length))
    beginnings = tuple(e.words[1][:-1] for e in stems)
    by_second = {second: _followers(whole) for second, whole in seconds.items()}
    return _Candidates(tuple(firsts.values()), bool(seconds or stems), by_second, _followers(stems), beginnings)


def _followers(entries: tuple[Entry, ...]) -> _Followers:
    """The entries by the third words that they ask for, each list with those that ask for none."""
    wanted = [e.words[2] if len(e.words) > 2 and e.words[2][-1] != "*" else "" for e in entries]
    fitting = {
        third: tuple(e for e, w in zip(entries, wanted, strict=True) if w in {"", third}) for third in {*wanted, ""}
    }
    return _Followers(fitting, fitting[""])


class _Known(dict[str, Any]):
    """The candidates of each word met so far, False for a word that begins no entry; looked for when a word is first asked for."""

    def __init__(self, look: Callable[[str], Any]) -> None:
        self._look = look

    def __missing__(self, word: str) -> Any:
        if len(self) >= CACHE_LIMIT:
            self.clear()
        self[word] = found = self._look(word)
        return found


class Lexicon:
    """The entries of one language, ready to scan.

    Attributes:
        entries: all of them, in the order of the files.
        nothing: an empty list for each category, for whoever sorts hits.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = tuple(entries)
        self._whole: dict[str, tuple[Entry, ...]] = {}
        self._stems: dict[str, tuple[Entry, ...]] = {}
        self._known = _Known(self._candidates)
        for entry in entries:
            first = entry.words[0]
            stem = first.endswith("*")
            table = self._stems if stem else self._whole
            table[first.rstrip("*")] = (*table.get(first.rstrip("*"), ()), entry)
        self.nothing: dict[Any, list[Hit]] = {(): []}  # a first key that is no word: copies then take keys of any kind without being made anew
        self.nothing.update((e.category, []) for e in entries)
        self._stem_lengths = sorted({len(s) for s in self._stems}, reverse=True)

    def scan(self, low: Sequence[str]) -> list[Hit]:
        """All entries in lower-case tokens: for each place and category the longest one."""
        hits: list[Hit] = []
        known = list(map(self._known.__getitem__, low))
        seconds = [*low[1:], ""]
        for at in compress(range(len(known)), known):
            candidates = known[at]
            singles = candidates.singles
            if candidates.goes_on and (
                seconds[at] in candidates.seconds
                or (candidates.beginnings and seconds[at].startswith(candidates.beginnings))
            ):
                longer = _longer(candidates, low, at)
                hits += longer.values()
                if singles and longer:
                    singles = [entry for entry in singles if entry.category not in longer]
            for entry in singles:
                hits.append(Hit(at, at + 1, entry))
        return hits

    def category(self, name: str) -> list[Entry]:
        """The entries of one category, in the order of the files."""
        return [e for e in self.entries if e.category == name]

    def _candidates(self, word: str) -> Any:
        found = list(self._whole.get(word, ()))
        for length in self._stem_lengths:
            if length <= len(word):
                found += self._stems.get(word[:length], ())
        return _prepared(found) if found else False


def _longer(candidates: _Candidates, low: Sequence[str], at: int) -> dict[str, Hit]:
    """The longest fitting entry of each category among those of two words and more."""
    second, third = low[at + 1], low[at + 2] if at + 2 < len(low) else ""
    found: dict[str, Hit] = {}
    followers = candidates.seconds.get(second, candidates.stems)
    for entry in followers.thirds.get(third, followers.others):
        words = entry.words
        if entry.category not in found and ((len(words) == 2 and words[1] == second) or _fits(words, low, at)):
            found[entry.category] = Hit(at, at + len(words), entry)
    return found


def _fits(phrase: tuple[str, ...], low: Sequence[str], at: int) -> bool:
    """Whether the phrase stands here; its first word is known to."""
    if at + len(phrase) > len(low):
        return False
    for word, here in zip(phrase[1:], low[at + 1 : at + len(phrase)], strict=True):
        if word != here and not (word[-1] == "*" and here.startswith(word[:-1])):
            return False
    return True


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
            attributes = {k: _still(v) for k, v in group.items() if k not in NOT_ATTRIBUTES}
            examples = tuple(group.get("examples", ())) + ((group["example"],) if "example" in group else ())
            for phrase in _inflected(group):
                yield Entry(
                    category=category, words=phrase_words(phrase), attributes=attributes, examples=examples, file=file
                )


def _inflected(group: Mapping[str, Any]) -> Iterator[str]:
    """The words of a table, those with a `~` once with each of its endings."""
    for phrase in group.get("words", ()):
        if "~" in phrase and "endings" in group:
            yield from (phrase.replace("~", ending) for ending in group["endings"])
        else:
            yield phrase


def _still(value: Any) -> Any:
    """Lists as tuples, which the garbage collector need not look at."""
    return tuple(map(_still, value)) if isinstance(value, list) else value


def phrase_words(phrase: str) -> tuple[str, ...]:
    """A phrase of a lexicon as lower-case tokens; a `*` stays with the word it ends."""
    out: list[str] = []
    for word in tokenise(phrase.lower()):
        if word == "*" and out:
            out[-1] += "*"
        else:
            out.append(word)
    return tuple(out)
