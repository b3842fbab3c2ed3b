"""What is a body's own in its name: the words that neither say what kind of body it is nor where it is.

"Hospital of Lagos", «больница Лагоса», "rumah sakit Lagos" have none, and are the one of their town; "Saint Anne Hospital" has its own.
"A Telegram channel", "local media" have no name at all.
"""

import functools
import re

from khabar.language.base import SUPPORTED, language
from khabar.language.countries import adjective, country_at
from khabar.language.offices import offices
from khabar.language.tokens import tokenise
from khabar.relating.names import plain

ALIKE = 4
"""Letters in which a town and its adjective agree."""


@functools.lru_cache(maxsize=16384)
def own_words(name: str, lang: str | None, place: str | None = None) -> str:
    """The key of the words that are a body's own, `""` where there are none.

    Args:
        name: as printed.
        lang: the language of the report.
        place: the name of the town or region that the body is known to belong to.
    """
    if lang not in SUPPORTED:
        return plain(name)
    words = tokenise(name)
    low = [w.lower() for w in words]
    kinds = {at for o in offices(words, language(lang).lexicon.scan(low), lang) for at in range(o.first, o.last)}
    nations = _nations(words, lang)
    kept = [w for at, w in enumerate(words) if at not in kinds and at not in nations and w[0].isalnum()]
    common = _words(lang, "common")
    kept = [w for w in kept if not common.match(w.lower())]
    return "".join(k for w in kept if (k := plain(w)) and not _of_town(k, place)).replace(" ", "")


def _nations(words: list[str], lang: str) -> set[int]:
    """The words that name a country or say of which one somebody is."""
    found: set[int] = set()
    for at in range(len(words)):
        nation = country_at(words, at, lang) or adjective(words, at, lang)
        found |= set(range(at, at + nation.length)) if nation else set()
    return found


@functools.lru_cache(maxsize=16384)
def nameless(name: str, lang: str | None) -> bool:
    """Whether a channel, post or outlet is told by no name: by words for what it is, in lower case but for the first one and a platform's name."""
    words = re.findall(r"\w+", name)
    if lang not in SUPPORTED or not words:
        return False
    low = [w.lower() for w in words]
    platforms, sorts = _words(lang, "platforms"), _words(lang, "nameless")
    small = all(w == words[0] or w.islower() or w.isupper() or platforms.match(w.lower()) for w in words)
    return small and all(platforms.match(w) or sorts.match(w) for w in low)


@functools.cache
def _words(lang: str, table: str) -> re.Pattern[str]:
    """The words of a table of `bodies.toml`, whole; a `*` stands for any ending."""
    words = language(lang).facts["bodies"][table]
    return re.compile(rf"(?:{'|'.join(re.escape(w).replace(chr(92) + '*', chr(92) + 'w*') for w in words)})$")


def _of_town(key: str, place: str | None) -> bool:
    return place is not None and any(key[:ALIKE] == word[:ALIKE] for word in plain(place).split())
