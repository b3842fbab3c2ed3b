"""Which language a text is in, over the whole of it; unsure is an answer.

Cheap first: common small words, counted over the whole text, settle all but short or mixed texts. The rest goes to the statistical
identifier of py3langid, limited to our languages and their neighbours (ten times as slow as cutting the text into words).
"""

import functools
import re

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from khabar.language.base import SUPPORTED, language

CANDIDATES = frozenset(
    [
        "en",
        "id",
        "ru",
        "ms",
        "jv",
        "kk",
        "uk",
        "be",
        "bg",
        "ky",
        "tr",
        "de",
        "fr",
        "es",
        "pt",
        "nl",
        "it",
        "pl",
        "ar",
        "fa",
        "zh",
        "ja",
    ]
)
"""Ours, their near neighbours, and large languages that a feed may hold."""

NEAR = {"ms": "id", "jv": "id"}
"""A neighbour so near that a short text of ours is often taken for it."""

ENOUGH = 0.45
"""Below this probability the language stays unsaid."""

WORD = re.compile(r"[a-zа-я]++(?![^\W\d_])|[^\W\d_]++")
"""A run of letters in lower case; the first alternative only because it is faster."""

SETTLED_SHARE, SETTLED_WORDS, SETTLED_LEAD = 0.12, 40, 4.0
"""Small words settle a text of at least so many words, if theirs is this share and so many times that of any other language."""


def identify(text: str) -> tuple[str | None, float | None]:
    """The ISO 639-1 code with its probability; `(None, probability)` where unsure, `(None, None)` where there are no letters."""
    words = WORD.findall(text.lower())
    if not words:
        return None, None
    return _by_small_words(words) or _by_model(text)


def _by_small_words(words: list[str]) -> tuple[str, float] | None:
    """The language whose small words settle it, with 0.99; None where they do not."""
    if len(words) < SETTLED_WORDS:
        return None
    counts = [0] * (2 * len(SUPPORTED))
    for lists in filter(None, map(_small_words().get, words)):
        for number in lists:
            counts[number] += 1
    shares = {code: counts[number] / len(words) for number, code in enumerate(SUPPORTED)}
    if max(counts[len(SUPPORTED) :]) / len(words) > SETTLED_SHARE / SETTLED_LEAD:
        return None
    best, second = sorted(shares, key=shares.__getitem__, reverse=True)[:2]
    if shares[best] < SETTLED_SHARE or shares[best] < SETTLED_LEAD * shares[second]:
        return None
    return best, 0.99


@functools.cache
def _small_words() -> dict[str, tuple[int, ...]]:
    """Each small word with the numbers of the lists that hold it, so that a word is looked up once.

    First come the lists of our languages, then, in the same order, words of neighbours that share our small words but are other
    languages (Bulgarian, Malay …).
    """
    tables = [language(code).facts["identification"] for code in SUPPORTED]
    lists = [table["small_words"] for table in tables] + [table.get("not", ()) for table in tables]
    found: dict[str, tuple[int, ...]] = {}
    for number, words in enumerate(lists):
        for word in dict.fromkeys(words):
            found[word] = (*found.get(word, ()), number)
    return found


def _by_model(text: str) -> tuple[str | None, float]:
    code, probability = _identifier().classify(text)
    certain = round(float(probability), 3)
    return (NEAR.get(code, code) if certain >= ENOUGH else None), certain


@functools.cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(sorted(CANDIDATES))
    return identifier
