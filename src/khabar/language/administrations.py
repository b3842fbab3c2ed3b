"""Which of several administrations of a country an office belongs to, by the words beside it.

The words are data (`administrations.toml` of the language): what an administration is called, what tells one of several, who holds an
office. Names are taken as they stand; no administration of any country is listed. A level of the only one (`the federal government's`)
or its bare name (`the government's`) tells none.
"""

import functools
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from khabar.language.base import language
from khabar.language.countries import adjective, country_at
from khabar.language.names import latin
from khabar.language.tokens import CACHE_LIMIT

LONGEST = 6
"""So many words at most name an administration."""
NAME = 2
"""So many capitals are a name by themselves."""
STEM = 5
"""So many letters tell a holder in an inflected language."""
NEAR = 3
"""The longest phrase that marks one of several has so many words."""
QUARTERS = frozenset({"eastern", "western", "northern", "southern"})
POSSESSIVE = ("'s", "’s", "'", "’")
ENDINGS = frozenset(POSSESSIVE[:2])

Where = Callable[[int], bool]
"""Whether a place's name stands at a token."""


class Administration(msgspec.Struct, frozen=True):
    """An administration beside an office: its key (`military`, `saltar`) and the tokens that name it, half-open."""

    key: str
    first: int
    last: int


def administration(
    words: Sequence[str],
    office: tuple[int, int],
    code: str,
    *,
    low: Sequence[str] | None = None,
    placed: Where = lambda _: False,
) -> Administration | None:
    """The administration that the words before or behind an office name.

    Args:
        words: tokens of the sentence.
        office: its first token and the one behind its last.
        code: the language.
        low: the tokens in lower case, where they are at hand.
        placed: whether a place is named at a token: a town's government is none of several.
    """
    facts = _facts(code)
    if facts is None:
        return None
    read = _Run(words, _bare(list(map(str.lower, words)) if low is None else low, code), code, facts, placed)
    return read.behind(office[1]) or read.before(office[0])


def own_mark(low: Sequence[str], office: tuple[int, int], code: str) -> Administration | None:
    """The administration that a government's own words name: `the National Unity Government`, `junta militer`, `pemerintah tandingan`.

    Only words that mark one of several tell it, never a name or a quarter of the sky.

    Args:
        low: the tokens of the sentence in lower case.
        office: the government's first token and the one behind its last.
        code: the language.
    """
    facts = _facts(code)
    first, last = office
    if facts is None or facts["marked"].isdisjoint(low[max(first - NEAR, 0) : last + NEAR]):
        return None
    for key, phrase in facts["marks"]:
        size = len(phrase)
        if key not in QUARTERS:
            for start in (first - size, first, last - size, last):
                if start >= 0 and low[start : start + size] == phrase:
                    return Administration(key, min(start, first), max(start + size, last))
    return None


@functools.cache
def _facts(code: str) -> Mapping[str, Any] | None:
    """The table of a language with its words as sets, phrases split."""
    table = language(code).facts.get("administrations")
    if table is None:
        return None
    made: dict[str, Any] = {k: frozenset(v) for k, v in table.items() if k not in {"marks", "behind"}}
    made["marks"] = [(key, p.split()) for key, phrases in table["marks"].items() for p in phrases]
    made["marked"] = frozenset(w for _, phrase in made["marks"] for w in phrase)
    made["behind"] = [p.split() for p in table["behind"]]
    firsts = [phrase[0] for phrase in made["behind"]]
    made["leads"] = frozenset(w for w in firsts if not w.endswith("*"))
    made["stems"] = tuple(w[:-1] for w in firsts if w.endswith("*"))
    made["hints"] = made["leads"] | made["nouns"]
    return made


class _Hints(dict[str, bool]):
    """Whether a word, in lower case, can lead in or name an administration; told once a word."""

    def __init__(self, code: str) -> None:
        self._code = code

    def __missing__(self, low: str) -> bool:
        if len(self) >= CACHE_LIMIT:
            self.clear()
        (word,), facts = _bare([low], self._code), _facts(self._code) or {}
        self[low] = hints = "-" in word or word in facts["hints"] or word.startswith(facts["stems"])
        return hints


_hints = functools.cache(_Hints)


def may_name(low: Sequence[str], code: str) -> bool:
    """Whether a sentence has a word without which no `administration` is named in it: asked once for all offices of the sentence."""
    return _facts(code) is not None and any(map(_hints(code).__getitem__, low))


class _Run:
    """One sentence in which a run of words may name an administration."""

    def __init__(
        self, words: Sequence[str], low: Sequence[str], code: str, facts: Mapping[str, Any], placed: Where
    ) -> None:
        self.words = words
        self.low = low
        self.code = code
        self.facts = facts
        self.placed = placed

    def behind(self, at: int) -> Administration | None:
        """As in `ministry of the eastern government`, `yang dikuasai Saltar`."""
        held = self._held_by(at)
        if held is not None:
            return held
        first = at
        while at < len(self.low) and at - first < NAME and self.low[at] in self.facts["links"]:
            at += 1
        if self.code == "en" and at == first:
            return None
        last = self._end(at)
        run = self.low[at:last]
        if self.code == "en" and run and run[-1] not in self.facts["nouns"] and not self.facts["inner"] & set(run):
            return None  # a name that only begins so: Council Bluffs
        return self._told(at, last, first) if last > at else None

    def before(self, at: int) -> Administration | None:
        """As in `the junta's ministry`, `Saltar-run ministry`, «подконтрольный Салтару минздрав»."""
        if self.code == "ru":
            for first in range(max(at - 3, 0), at):
                held = self._held_by(first)
                if held is not None and held.last == at:
                    return held
            return None
        if self.code != "en" or at == 0:
            return None
        last = at - (self.words[at - 1] in POSSESSIVE)
        first = last
        while first > 0 and last - first < LONGEST and self._fits(first - 1):
            first -= 1
        owned = last < at or (last > 0 and self.low[last - 1] != self.words[last - 1].lower())
        telling = last > first and (self.low[last - 1] in self.facts["own"] | {"rebel"} or self._holder(last - 1))
        return self._told(first, last, first) if last > first and (owned or telling) else None

    def _fits(self, at: int) -> bool:
        """Whether a word can belong to the name of an administration."""
        low = self.low[at]
        known = low in self.facts["nouns"] or low in self.facts["plain"] or low in self.facts["marked"]
        return known or self._capital(at) or self._holder(at) is not None

    def _end(self, at: int) -> int:
        """Where a run of such words ends."""
        first, end = at, at
        while at < len(self.low) and at - first < LONGEST:
            inner = self.low[at] in self.facts["inner"] and at > first and self.low[at - 1] in self.facts["nouns"]
            if self._fits(at):
                end = at + 1
            elif not inner and self.low[at] not in self.facts["skip"]:
                break
            at += 1
        return end

    def _told(self, first: int, last: int, begin: int) -> Administration | None:
        """The administration of a run: by what marks it, else by who holds it, else by its name."""
        low = self.low[first:last]
        noun = next((w for w in low if w in self.facts["nouns"]), None)
        holder = next((h for at in range(first, last) if (h := self._holder(at))), None)
        if (noun is None and holder is None) or any(w in self.facts["plain"] for w in low if not self._part(w, low)):
            return None
        name = self._mark(low) or (self._name(first, last, noun) if noun else None) or holder
        return Administration(name, begin, last) if name else None

    def _part(self, word: str, low: Sequence[str]) -> bool:
        """Whether a plain word is a part of what marks one: `national` in `national unity`."""
        return any(word in phrase and _inside(phrase, low) for _, phrase in self.facts["marks"])

    def _mark(self, low: Sequence[str]) -> str | None:
        found = [(len(phrase), key) for key, phrase in self.facts["marks"] if _inside(phrase, low)]
        return max(found, key=lambda f: f[0])[1] if found else None

    def _name(self, first: int, last: int, noun: str) -> str | None:
        """The name in capitals: of several words, or of one where the noun takes one; none with a place or a country in it."""
        at = [n for n in range(first, last) if self._capital(n) and self.low[n] not in self.facts["nouns"]]
        if not at or any(self._somewhere(n) for n in at):
            return None
        enough = len(at) >= NAME or noun in self.facts["single"]
        return " ".join(sorted(self.low[n] for n in at)) if enough else None

    def _somewhere(self, at: int) -> bool:
        return (
            self.placed(at)
            or country_at(self.words, at, self.code) is not None
            or adjective(self.words, at, self.code) is not None
        )

    def _capital(self, at: int) -> bool:
        word = self.words[at]
        return word[0].isupper() and self.low[at] not in self.facts["skip"] and "-" not in word

    def _holder(self, at: int) -> str | None:
        """Who holds an office by one word: `Saltar` in `Saltar-run`."""
        if "-" not in self.low[at]:
            return None
        head, _, tail = self.low[at].rpartition("-")
        seated = tail in self.facts["seats"]
        if not head or not (seated or tail in self.facts["held"]) or head in self.facts["plain"]:
            return None
        mark = self._mark(head.split("-"))
        return mark or (_short(head, self.code) if self.words[at][0].isupper() else None)

    def _held_by(self, at: int) -> Administration | None:
        """Who holds an office by the words behind such as `yang dikuasai`, with a comma before them or none."""
        begin = at
        at += at < len(self.low) and self.low[at] == ","
        if at == len(self.low) or not self._leads(self.low[at]):
            return None
        for phrase in self.facts["behind"]:
            name = at + len(phrase)
            if name < len(self.low) and _inside(phrase, self.low[at:name]):
                name += self.low[name] in {"oleh", "kelompok", "gerakan"}
                told = name < len(self.low) and (
                    self.words[name][0].isupper() or self.low[name] in self.facts["marked"]
                )
                if told or (self.code == "ru" and name < len(self.low) and self.low[name].endswith(("ам", "ям"))):
                    return Administration(
                        self._mark([self.low[name]]) or _short(self.low[name], self.code), begin, name + 1
                    )
        return None

    def _leads(self, low: str) -> bool:
        """Whether one of the phrases behind which a holder is named begins with a word."""
        return low in self.facts["leads"] or low.startswith(self.facts["stems"])


def _short(name: str, code: str) -> str:
    """A holder's name, without its endings in an inflected language."""
    return latin(name)[:STEM] if code == "ru" else name


def _bare(low: Sequence[str], code: str) -> Sequence[str]:
    """Words without the endings of possessives, which English alone has."""
    if code != "en":
        return low
    return [w[:-2] if w[-2:] in ENDINGS and len(w) > NAME else w for w in low]


def _inside(phrase: Sequence[str], low: Sequence[str]) -> bool:
    """Whether the words of a phrase stand one after the other."""
    size = len(phrase)
    return size <= len(low) and any(
        all(
            h == w or (w.endswith("*") and h.startswith(w[:-1]))
            for w, h in zip(phrase, low[at : at + size], strict=True)
        )
        for at in range(len(low) - size + 1)
    )
