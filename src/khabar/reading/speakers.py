"""Speakers: who was named so far, so that a clitic (`katanya`) or a quotation without a name finds its speaker."""

import msgspec

from khabar.model.reading import SourceKind
from khabar.model.span import Span
from khabar.reading.grammar import Grammar

RECENT = 40
"""So many of the last namings are looked at."""

NEAR = 3
"""Whoever spoke so few sentences ago goes before whoever was only named since."""


class Naming(msgspec.Struct, gc=False):
    """One place where somebody is named: the spans of the name, its role and affiliation, and whether words are ascribed there."""

    words: tuple[str, ...]
    source: list[Span]
    role: list[Span] = []
    affiliation: list[Span] = []
    kind: SourceKind | None = "person"
    sentence: int = 0
    spoke: bool = True
    quoted: bool = False
    aside: bool = False
    post: tuple[str, ...] = ()


class Speakers:
    """The namings of one report, in order."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._namings: list[Naming] = []
        self._nameless: tuple[Naming, str] | None = None

    def add(self, naming: Naming) -> None:
        """One more naming. Pronouns and bare posts are passed over: they name nobody anew."""
        if not self._is_pronoun(naming) and naming.words:
            self._namings.append(naming)

    def nameless(self, naming: Naming, post: str) -> None:
        """A source without a name, with the first word of its post if it is one human being. A pronoun stands for whoever spoke before."""
        if not self._is_pronoun(naming):
            self._nameless = (naming, post)

    def _spoke_nameless(self, sentence: int, recent: list[Naming]) -> Naming | None:
        """Who spoke without a name right before, where nobody is named, or nobody with that post."""
        if self._nameless is None:
            return None
        naming, post = self._nameless
        if not 0 <= sentence - naming.sentence < NEAR:
            return None
        named = any(post in n.post for n in recent) or (recent and recent[-1].sentence > naming.sentence)
        return naming if not recent or (post and not named) else None

    def last(self, sentence: int) -> Naming | None:
        """The speaker whom a clitic in a sentence stands for: the last who spoke or was named, where named most fully."""
        recent = self._namings[-RECENT:]
        nameless = self._spoke_nameless(sentence, recent)
        if nameless is not None or not recent:
            return nameless
        last = next((n for n in reversed(recent) if not n.aside), recent[-1])
        if not last.spoke:
            last = next((n for n in reversed(recent) if n.spoke and sentence - n.sentence < NEAR), last)
        return self._fullest(last, recent)

    def _fullest(self, last: Naming, recent: list[Naming]) -> Naming:
        """The last naming of the same person with more than one name, or where a quotation was ascribed."""
        for naming in reversed(recent):
            if _same(last.words, naming.words) and (len(naming.words) > 1 or naming.quoted or naming.role):
                return naming
        return last

    def _is_pronoun(self, naming: Naming) -> bool:
        return len(naming.words) == 1 and naming.words[0].lower() in self._grammar.pronouns


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the words of the shorter name are among those of the longer."""
    return set(one) <= set(other) or set(other) <= set(one)
