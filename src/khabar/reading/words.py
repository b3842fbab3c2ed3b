"""The small words of a language's [figures] table as sets, made once a language."""

import functools
from typing import NamedTuple

from khabar.language.base import language

Words = frozenset[str]


class FigureWords(NamedTuple):
    """See the comments in a language's figures.toml."""

    outside: Words
    fillers: Words
    auxiliaries: Words
    articles: Words
    hard: Words
    soft: Words
    links: Words
    plural: Words
    participles: Words
    by: Words
    of: Words
    places: Words
    relatives: Words
    negations: Words
    alone: Words
    possessives: Words
    coordinators: Words
    where: Words
    towns: Words
    there: Words

    @property
    def small(self) -> Words:
        """Words that begin no name, whatever their capital."""
        return self.outside | self.soft | self.hard | self.links


@functools.cache
def figure_words(code: str) -> FigureWords:
    """The words of a language by its code; a list that its file lacks is empty."""
    table = language(code).facts.get("figures", {})
    return FigureWords(*(frozenset(table.get(name, ())) for name in FigureWords._fields))
