"""Countries by the names and adjectives of a language: from words to ISO 3166 codes.

Names come from babel, further names and adjectives from `countries.toml` of the language. Inflected forms are brought to dictionary forms by `inflection`.
"""

import functools
import itertools
import re
from collections.abc import Sequence

import msgspec
from babel import Locale

from khabar.language.base import Language
from khabar.language.inflection import nominatives

DIRECTIONS = frozenset(
    {"north", "south", "east", "new", "central", "equatorial", "papua", "sri", "costa", "sierra", "saudi", "solomon"}
)
NO_COUNTRIES = frozenset({"ZZ", "EU", "EZ", "UN", "XA", "XB", "QO"})
RUSSIAN_ADJECTIVE = re.compile(r"(.+[сц]к)(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)$")
MARKS = str.maketrans({"ё": "е", "’": "'", "‑": "-"})


class Found(msgspec.Struct, frozen=True, gc=False):
    """A country in a run of words: its code, the words it takes, and its name in the language."""

    code: str
    length: int
    name: str


class Table(msgspec.Struct, frozen=True):
    """Names of one language.

    Attributes:
        names: words of a name in lower case to (code, printed name).
        first: the words that begin a name, with the number of words of the longest.
        upper: names that count only in capitals.
        adjectives: adjectives and peoples to codes.
    """

    names: dict[tuple[str, ...], tuple[str, str]]
    first: dict[str, int]
    upper: frozenset[str]
    adjectives: dict[str, str]


def plain(word: str) -> str:
    """A word as the table has it: lower case, one form of apostrophe and hyphen, е for ё."""
    return word.lower().translate(MARKS)


@functools.cache
def table(code: str) -> Table:
    """The table of a language's code."""
    from khabar.language.base import language  # noqa: PLC0415

    return _table(language(code))


def _table(language: Language) -> Table:
    names: dict[tuple[str, ...], tuple[str, str]] = {}
    upper: set[str] = set()
    printed = _printed(language.code)
    for territory, name in printed.items():
        for variant in _variants(name):
            names.setdefault(_words(variant), (territory, variant))
    for territory, words in _facts(language, "countries"):
        for word in words:
            if word.isupper():
                upper.add(plain(word))
            names[_words(word)] = (territory, _name(language.code, word, printed.get(territory, word)))
    adjectives = {plain(w): territory for territory, words in _facts(language, "demonyms") for w in words}
    return Table(names, _first(names), frozenset(upper), adjectives)


def _first(names: dict[tuple[str, ...], tuple[str, str]]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for words in names:
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


def _printed(code: str) -> dict[str, str]:
    territories = Locale(code).territories
    return {k: v for k, v in territories.items() if len(k) == 2 and k.isalpha() and k not in NO_COUNTRIES}


def _variants(name: str) -> list[str]:
    """`Myanmar (Burma)` is Myanmar and Burma; `Bosnia & Herzegovina` is written with a word too."""
    return [v.strip() for v in re.split(r"[()]", name) if v.strip()]


def _name(code: str, word: str, official: str) -> str:
    """How a further name is printed: as in babel's list where it is an abbreviation, else itself in title case."""
    return (
        official
        if len(word) <= 4 or "." in word
        else " ".join(p.capitalize() for p in word.split())
        if code != "ru"
        else official
    )


def _facts(language: Language, name: str) -> list[tuple[str, list[str]]]:
    return [(k, v) for k, v in language.facts.get(name, {}).items() if k != "example"]


def _words(name: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W\d_]+(?:[-'’‑][^\W\d_]+)*|\S", plain(name)))


@functools.lru_cache(maxsize=65536)
def _begins(word: str, code: str) -> tuple[str, ...]:
    """The dictionary forms of a word with which names of countries begin."""
    first = table(code).first
    return tuple(n for w in nominatives(word, code) if (n := plain(w)) in first)


@functools.lru_cache(maxsize=65536)
def _forms(word: str, code: str) -> tuple[str, ...]:
    """The dictionary forms of a word as the table has them."""
    return tuple(plain(n) for n in nominatives(word, code))


def country_at(words: Sequence[str], at: int, code: str) -> Found | None:
    """The longest country name that begins at word `at`, in any case of its language; None where there is none.

    Args:
        words: tokens as they stand.
        at: index of the first word.
        code: the language.
    """
    first = _begins(words[at], code)
    if not first:
        return None
    known = table(code)
    for length in range(min(max([known.first[w] for w in first]), len(words) - at), 0, -1):
        rest = [_forms(w, code) for w in words[at + 1 : at + length]]
        for candidate in itertools.islice(itertools.product(first, *rest), 400):
            found = known.names.get(candidate)
            if found and not (length == 1 and plain(words[at]) in known.upper and not words[at].isupper()):
                return Found(found[0], length, found[1])
    return None


@functools.lru_cache(maxsize=65536)
def may_begin(word: str, code: str) -> bool:
    """Whether a country's name, adjective or people may begin with a word: asked of every capitalised word before anything else."""
    return (
        bool(_begins(word, code)) or _adjective(word, code) is not None or (code == "en" and plain(word) in DIRECTIONS)
    )


def adjective(words: Sequence[str], at: int, code: str) -> Found | None:
    """A country's adjective or people that begins at word `at`: `Kazakh`, `South Korean`, «казахстанского»."""
    if code == "en" and at + 1 < len(words) and plain(words[at]) in DIRECTIONS:
        found = _adjective(f"{words[at]} {words[at + 1]}", code)
        if found:
            return Found(found, 2, plain(f"{words[at]} {words[at + 1]}"))
    found = _adjective(words[at], code)
    return Found(found, 1, plain(words[at])) if found else None


@functools.lru_cache(maxsize=65536)
def _adjective(phrase: str, code: str) -> str | None:
    low = plain(phrase)
    return table(code).adjectives.get(_stem(low, code)) or table(code).adjectives.get(low)


def _stem(phrase: str, code: str) -> str:
    if code == "ru":
        match = RUSSIAN_ADJECTIVE.fullmatch(phrase)
        return match[1] if match else ""
    return phrase.removesuffix("'s").removesuffix("s")
