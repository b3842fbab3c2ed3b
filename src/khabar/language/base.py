"""A language: its code, its lexicon, and the few facts of grammar that are not words."""

import functools
import tomllib
from importlib.resources import files
from typing import Any

import msgspec

from khabar.language.lexicon import Entry, Lexicon, load_entries

SUPPORTED = ("en", "id", "ru")
"""Languages with a folder of their own."""


class Language(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that is known of one language.

    Attributes:
        code: ISO 639-1.
        lexicon: all its words by category, those of the folder `general` among them.
        facts: the tables of the folder's TOML files that are no word lists (`[numbers]`, `[order]`), merged by table name.
        parted: the small word before which a country's name may stand inside the name of an office; empty where none does.
    """

    code: str
    lexicon: Lexicon
    facts: dict[str, Any]
    parted: str = ""

    def entries(self, category: str) -> list[Entry]:
        """The entries of a category."""
        return self.lexicon.category(category)


@functools.cache
def language(code: str) -> Language:
    """The language of a code in `SUPPORTED`; loaded once. Raises KeyError for any other."""
    if code not in SUPPORTED:
        raise KeyError(code)
    facts = _facts(code)
    return Language(
        code=code,
        lexicon=Lexicon(load_entries(code) + load_entries("general")),
        facts=facts,
        parted=facts["offices"].get("parted", ""),
    )


def _facts(folder: str) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    for path in sorted(files("khabar.language").joinpath(folder).iterdir(), key=lambda p: p.name):
        if path.name.endswith(".toml"):
            tables = tomllib.loads(path.read_text("utf-8"))
            facts.update({name: table for name, table in tables.items() if isinstance(table, dict)})
    return facts
