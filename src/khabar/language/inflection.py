"""Nominatives: which dictionary forms an inflected name may have.

Rules by ending, no word list: whoever asks looks the candidates up in a table of names and takes the first that is there.
"""

import functools

RUSSIAN: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("иями", ("ии",)), ("иях", ("ии",)), ("иям", ("ии",)),
    ("ами", ("ы", "и", "а")), ("ями", ("и", "я")), ("ах", ("ы", "и", "а")), ("ях", ("и", "я")), ("ам", ("ы", "и", "а")), ("ям", ("и", "я")),
    ("ого", ("ий", "ый", "ой", "ое")), ("его", ("ий", "ее")), ("ому", ("ий", "ый", "ой", "ое")), ("ему", ("ий", "ее")),
    ("ыми", ("ые",)), ("ими", ("ие",)), ("ых", ("ые",)), ("их", ("ие",)), ("ым", ("", "ый", "ое", "ые")), ("им", ("ий", "ое", "ие")), ("ую", ("ая",)),
    ("ией", ("ия",)), ("ьей", ("ья",)), ("ии", ("ия", "ий")), ("ию", ("ия", "ий")), ("ие", ("ия", "ий")),
    ("ой", ("а", "ая")), ("ей", ("я", "ь", "ея", "а")), ("ом", ("", "о", "ый", "ий", "ое")), ("ем", ("й", "ь", "", "е")), ("ём", ("ь", "й", "ё")),
    ("ью", ("ь",)), ("ья", ("ье", "ья")),
    ("та", ("ет",)), ("ту", ("ет",)), ("том", ("ет",)), ("те", ("ет",)), ("ца", ("ец",)), ("цу", ("ец",)), ("цом", ("ец",)), ("цем", ("ец",)), ("це", ("ец",)),
    ("а", ("", "о")), ("я", ("ь", "й", "е")), ("у", ("", "а", "о")), ("ю", ("я", "ь", "й", "е")),
    ("е", ("", "а", "о", "я", "ь", "й", "е")), ("ы", ("а", "")), ("и", ("я", "а", "ь", "й")),
)  # fmt: skip
LEAST_STEM = 2


@functools.lru_cache(maxsize=65536)
def nominatives(word: str, code: str) -> tuple[str, ...]:
    """The forms that a name may have in a dictionary, the word itself first; likelier ones before others.

    Args:
        word: one word of a name, in any case.
        code: the language of the text.
    """
    if code == "ru":
        return _russian(word)
    bare = word[:-2] if word[-2:].lower() in {"'s", "’s"} else word.rstrip("'’")
    return (bare, word) if bare and bare != word else (word,)


def _russian(word: str) -> tuple[str, ...]:
    low = word.lower()
    found = [word]
    for ending, replacements in RUSSIAN:
        if low.endswith(ending) and len(low) - len(ending) >= LEAST_STEM:
            stem = word[: -len(ending)]
            upper = word.isupper()
            found += [stem + (r.upper() if upper else r) for r in replacements]
    if low[-1] not in "аеёиоуыэюяьй":
        found.append(word + ("Ы" if word.isupper() else "ы"))
    return tuple(dict.fromkeys(found))
