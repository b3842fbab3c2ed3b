"""Names brought to one form, so that «Хабар 24» and "Khabar 24" meet."""

import functools
import re

from khabar.language.names import key, name


@functools.lru_cache(maxsize=65536)
def plain(words: str) -> str:
    """The keys of a name's words, parted by one blank; figures as they stand."""
    return " ".join(k for w in re.findall(r"\w+", words) if (k := w if w.isdigit() else key(w)))


@functools.lru_cache(maxsize=65536)
def person(words: str) -> str:
    """The keys of a person's name, without articles and patronymics."""
    return " ".join(name(words).keys) or plain(words)
