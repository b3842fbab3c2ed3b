"""Raw bytes to text."""

import codecs
import re

from khabar.model.errors import NotText

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
CONTROL = frozenset(chr(c) for c in range(32)) - set("\t\n\r\f\v")
TOO_MANY_CONTROLS = 0.01
"""A text has none or next to none of them; a picture or an archive has many."""

MIXED = re.compile(r"(?<=[A-Za-z])[а-яёА-ЯЁ]|[а-яёА-ЯЁ](?=[A-Za-z])")
"""A Russian letter that touches a Latin one."""

RUSSIAN = frozenset("абвгдежзийклмнопрстуфхцчшщъыьэюяАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯёЁ")


def decode(raw: bytes, where: str) -> str:
    """The text of the bytes, line ends as they are: UTF-8 or UTF-16, else windows-1251 or -1252, whichever makes more sense.

    Raises:
        NotText: empty, or not text at all.
    """
    if not raw.strip():
        raise NotText(f"{where}: empty; nothing to read")
    text = _by_mark(raw) or _strict(raw, "utf-8") or _by_guess(raw)
    controls = sum(map(CONTROL.__contains__, text))
    if "\0" in text or controls > TOO_MANY_CONTROLS * len(text):
        raise NotText(f"{where}: binary, not text; give the text or the page itself")
    if not text.strip("\ufeff \t\r\n"):
        raise NotText(f"{where}: empty; nothing to read")
    return text


def _by_mark(raw: bytes) -> str | None:
    """By the byte order mark, where there is one."""
    return next((_strict(raw, encoding) for mark, encoding in MARKS if raw.startswith(mark)), None)


def _strict(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeError:
        return None


def _by_guess(raw: bytes) -> str:
    """Windows-1251 if that gives mostly Russian letters outside ASCII that stand together in words, else windows-1252.

    An accent in a Latin word (`café`) stands between Latin letters, and would be a lone Russian one.
    """
    cyrillic = raw.decode("cp1251", "replace")
    foreign = [c for c in cyrillic if ord(c) > 127]
    alone = len(MIXED.findall(cyrillic))
    if sum(map(RUSSIAN.__contains__, foreign)) > 0.8 * len(foreign) and alone <= 0.2 * len(foreign):
        return cyrillic
    return raw.decode("cp1252", "replace")
