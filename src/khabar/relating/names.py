"""Names brought to one form: Latin letters, lower case, no marks, so that «Хабар 24» and "Khabar 24" meet."""

import functools
import re
import unicodedata

CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "e",
            "zh",
            "z",
            "i",
            "i",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "shch",
            "_",
            "y",
            "_",
            "e",
            "yu",
            "ya",
            "a",
            "g",
            "k",
            "n",
            "o",
            "u",
            "u",
            "h",
            "i",
        ],
        strict=True,
    )
)
"""A plain transliteration; `_` stands for nothing."""


@functools.lru_cache(maxsize=65536)
def plain(name: str) -> str:
    """The name in lower-case Latin letters and digits, words parted by one blank."""
    low = "".join(CYRILLIC.get(c, c) for c in name.lower()).replace("_", "")
    bare = "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", bare))
