"""Names brought to one form, so that «Хабар 24» and "Khabar 24" meet."""

import functools
import re

from khabar.language.names import key, name
from khabar.relating.data import kinds_of_bodies


@functools.lru_cache(maxsize=65536)
def plain(words: str) -> str:
    """The keys of a name's words, parted by one blank; figures as they stand."""
    return " ".join(k for w in re.findall(r"\w+", words) if (k := w if w.isdigit() else key(w)))


@functools.lru_cache(maxsize=65536)
def person(words: str) -> str:
    """The keys of a person's name, without articles and patronymics."""
    return " ".join(name(words).keys) or plain(words)


QUOTED = re.compile(r"[«“„\"]([^«»“”„\"]+)[»”“\"]\s*$")


ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)


@functools.lru_cache(maxsize=65536)
def own_name(words: str) -> str:
    """A body's own name without the words before it that say what it is: `Helmar` of "aid group Helmar" and of «Группа помощи „Хелмар“».

    They must all be such words, in lower case but for the first one of a sentence. "Human Rights Watch" and "Save the Children" are whole names.
    """
    bare = ARTICLE.sub("", words)
    quoted = QUOTED.search(bare)
    before = bare[: quoted.start()].split() if quoted else _led(bare.split())
    own = quoted.group(1) if quoted else " ".join(bare.split()[len(before) :])
    return own if before and own and all(_is_kind(w) for w in before) else words


def _led(words: list[str]) -> list[str]:
    """The words up to the last one in lower case; none where nothing but the first word is before a name, since that may belong to it."""
    lower = [at for at, w in enumerate(words) if w[:1].islower()]
    short = [at for at, w in enumerate(words[:1]) if w.isupper() and _is_kind(w)]
    return words[: max([*lower, *short]) + 1] if lower or short else []


def _is_kind(word: str) -> bool:
    return word.lower().strip(",-–").startswith(kinds_of_bodies())
