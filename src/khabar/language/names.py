"""Names of persons across scripts and spellings: comparable keys, and whether two names may be one person's.

A name becomes Latin letters, and what spellings differ in is folded: `Токаев`, `Tokayev`, `Tokaev`, `Toqaev` all have the key
`tokaev`. The folding knows letters, no names. Two levels: the key holds the vowels; the frame holds only classes of consonants, for
`Gaddafi`, `Qadhafi`, `Каддафи`, and counts only where another name of the person agrees.
"""

import functools
import re
import unicodedata

import msgspec

LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіїєґўјљњћђџ"
SOUNDS = (
    "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh sh _ i _ e yu ya "
    "a g k n o u u h i yi ye g u i l n ch dj dj"
)
CYRILLIC = dict(zip(LETTERS, SOUNDS.split(), strict=True))
"""A transliteration near to that of news agencies; `_` stands for nothing."""

PRINTED = {**CYRILLIC, "й": "y", "ы": "y", "щ": "shch", "х": "kh", "ё": "yo"}
"""The same for printing."""

FOLDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"['’ʼʻ`´-]", ""),
        (r"ß", "ss"),
        (r"sch|sh|sj", "s"),
        (r"tch|tsh|ch", "c"),
        (r"dzh|dj|zh", "j"),
        (r"kh", "h"),
        (r"ph", "f"),
        (r"ck", "k"),
        (r"(?<=[tdgbr])h", ""),
        (r"tz", "ts"),
        (r"x", "ks"),
        (r"q", "k"),
        (r"w", "v"),
        (r"yo", "e"),
        (r"y|j(?=[aeou])(?<=[aeiou]j)", "i"),
        (r"ii+", "i"),
        (r"(?<=[aeou])i(?=[aeou])|i(?=[aeou])", ""),
        (r"(?<=[aeou])i$", "i"),
        (r"h(?![aeiou])", ""),
        (r"(.)\1+", r"\1"),
    )
)
CLASSES = str.maketrans({"g": "k", "q": "k", "d": "t", "z": "s", "b": "p", "v": "f"})
VOWELS = re.compile(r"[aeiouhj]")
ARTICLES = frozenset({"al", "el", "as", "ash", "at", "ad", "an", "ar", "bin", "ibn", "ben", "binti", "bint", "van", "von", "der", "den",
                      "de", "la", "da", "dos", "du", "oglu", "ogly", "kyzy", "аль", "эль", "бин", "ибн", "бен", "оглы", "кызы", "де", "ван", "фон"})  # fmt: skip
PATRONYMIC = re.compile(r"(?:ovich|evich|ovna|evna|ichna|uly)$")
LEAST_FRAME = 3


class Name(msgspec.Struct, frozen=True):
    """A person's name as keys: one a word, in order; `initials` tells which are one letter."""

    keys: tuple[str, ...]

    @property
    def surname(self) -> str:
        """The key by which reports call the person: the last."""
        return self.keys[-1] if self.keys else ""


@functools.lru_cache(maxsize=65536)
def latin(word: str) -> str:
    """The word in lower-case Latin letters without marks."""
    low = "".join(CYRILLIC.get(c, c) for c in word.lower()).replace("_", "")
    return "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c)).replace("ı", "i").replace("ł", "l").replace("ø", "o").replace("đ", "d")  # fmt: skip


@functools.lru_cache(maxsize=65536)
def key(word: str) -> str:
    """The key of one word of a name: equal for spellings that differ only by transliteration."""
    out = latin(word)
    for pattern, by in FOLDS:
        out = pattern.sub(by, out)
    return out


@functools.lru_cache(maxsize=65536)
def frame(word: str) -> str:
    """The classes of a key's consonants, in order."""
    bare = VOWELS.sub("", key(word)).translate(CLASSES)
    return re.sub(r"(.)\1+", r"\1", bare)


@functools.lru_cache(maxsize=16384)
def name(text: str) -> Name:
    """The keys of a name without articles and patronymics (where two other words remain)."""
    words = [w.strip('«»"“”,;:()') for w in text.replace(".", ". ").split()]
    kept = [w for w in words if w and w.rstrip(".").lower() not in ARTICLES]
    kept = [w for i, w in enumerate(kept) if not _patronymic(kept, i)]
    return Name(tuple(k for w in kept if (k := _strip_article(w))))


def _patronymic(words: list[str], at: int) -> bool:
    """Whether a word is a patronymic: never the first of a name, nor one of two."""
    return len(words) > 2 and at > 0 and bool(PATRONYMIC.search(latin(words[at])))


def _strip_article(word: str) -> str:
    head, mark, rest = word.partition("-")
    if mark and head.lower() in ARTICLES and rest:
        word = rest
    return key(word.rstrip("."))


def same_person(one: str, other: str) -> bool:
    """Whether two printed names may be one person's: neither says anything that the other contradicts.

    Precision first: a surname alone agrees with a full name that ends (or, where names have no surname, begins) with it; two full names need
    every word of the shorter one, initials agreeing with the word that they begin. `Berik Asylov` and `Serik Asylov` are two.
    """
    a, b = name(one), name(other)
    if not a.keys or not b.keys:
        return False
    short, long = (a.keys, b.keys) if len(a.keys) <= len(b.keys) else (b.keys, a.keys)
    if len(short) == 1:
        return len(short[0]) > 1 and short[0] in (long[0], long[-1])
    return _agree(short, long) or _agree(short[::-1], long) or _by_frame(one, other, a, b)


def _agree(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the words of the shorter stand in the longer in order, whole or as initials; at least one of them whole, and the longest of all."""
    at = whole = 0
    for word in short:
        while at < len(long) and not _fits(word, long[at]):
            at += 1
        if at == len(long):
            return False
        whole += len(word) > 1 and len(long[at]) > 1
        at += 1
    return whole > 0


def _fits(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return one == other


def _by_frame(one: str, other: str, a: Name, b: Name) -> bool:
    """Equal classes of consonants in the surname, with an equal first name."""
    if len(a.keys) != len(b.keys) or a.keys[0] != b.keys[0] or len(a.keys[0]) == 1:
        return False
    left, right = frame(_last(one)), frame(_last(other))
    return left == right and len(left) >= LEAST_FRAME


def _last(text: str) -> str:
    return re.sub(r"^(?:al|el|аль|эль)-", "", text.rsplit(maxsplit=1)[-1], flags=re.IGNORECASE)


@functools.lru_cache(maxsize=16384)
def printed(text: str) -> str:
    """The name as it is printed in Latin letters: as it stands where it is Latin, else transliterated."""
    if not re.search(r"[Ѐ-ӿ]", text):
        return text
    return "".join(_printed_letter(text, i) for i in range(len(text)))


def _printed_letter(text: str, at: int) -> str:
    letter = text[at]
    low = letter.lower()
    if low not in PRINTED:
        return letter
    before = text[at - 1].lower() if at else " "
    out = "ye" if low == "е" and (not before.isalpha() or before in "аеёиоуыэюяьъ") else PRINTED[low].replace("_", "")
    if low == "и" and text[at + 1 : at + 2].lower() == "й":
        out = ""
    return out.capitalize() if letter.isupper() else out
