"""Numbers of a sentence: digits and words, with multipliers, to low, best and high. No meaning yet, no bounds.

The words and what each does come from the language's numbers.toml; this module only knows how operations add up.
A run of words is read from left to right as people say it: what is smaller than the word before is added, "hundred" and
"puluh" multiply the last addend, "thousand" and "juta" close a group.
"""

import functools
from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from khabar.language.base import Language
from khabar.language.lexicon import Hit
from khabar.reading.digits import Style, document_style, joined_by_blanks, parse_digits
from khabar.reading.document import Sentence

INFINITE = float("inf")


class Number(msgspec.Struct, gc=False):
    """A number in a sentence: tokens `first` to `last` (half-open) and what they say.

    Attributes:
        low, best, high: as in a figure; a vague word has no best.
        bound: "exact", "vague" or "range" from the number's own words; `bounds.py` widens it and moves `outer` out.
        outer: the tokens with the words of the bound.
        digits: whether it is written in digits.
        sort: "count", or what kind of number it is that counts nobody (`sorts.py`).
        revision: for "from 26 to 164" what the number is: "old" or "new".
        implied: whether no number word gives it ("a woman", "nobody").
        anaphor: whether it says how many those are who were spoken of ("both").
        scale: the multiplier that it ends with (thousand), else 1.
    """

    first: int
    last: int
    low: float | None
    best: float | None
    high: float | None
    bound: str = "exact"
    outer: tuple[int, int] = (0, 0)
    digits: bool = False
    sort: str = "count"
    revision: str = ""
    implied: bool = False
    anaphor: bool = False
    scale: float = 1


class Atom(msgspec.Struct, frozen=True, gc=False):
    """One word of a number: where it ends, what it does, its value; vague words have `high` apart from `low`."""

    end: int
    op: str
    low: float
    high: float | None = None
    scale: float = 0
    glued: bool = False
    bare: bool = False


class Words(msgspec.Struct, frozen=True, gc=False):
    """The number words of a language that stand for themselves, for words with hyphens, and the table [numbers]."""

    adds: dict[str, float]
    scales: dict[str, float]
    facts: dict[str, Any]
    style: Style


@functools.cache
def number_words(code: str) -> Words:
    """The number words of a language by its code."""
    from khabar.language.base import language  # noqa: PLC0415 - cached by code, since a Language holds tables

    tongue = language(code)
    adds = {
        e.words[0]: e.attributes["value"]
        for e in tongue.entries("numeral")
        if len(e.words) == 1 and "op" not in e.attributes
    }
    scales = {e.words[0]: e.attributes["value"] for e in tongue.entries("numeral") if e.attributes.get("op") == "scale"}
    facts = tongue.facts.get("numbers", {})
    group = facts.get("group", [","])[0]
    decimal = facts.get("decimal", ["."])[0]
    return Words(adds, scales, facts, Style("." if decimal == "," else ",", decimal, blank=group == " "))


def numbers(sentence: Sentence, language: Language, text: str) -> list[Number]:
    """The numbers of a sentence of a text in their order."""
    words = number_words(language.code)
    atoms = _atoms(sentence, words, text)
    if not atoms:
        return []
    found: list[Number] = []
    at = 0
    for start in sorted(atoms):
        if start < at:
            continue
        number = _read(sentence, atoms, start, words)
        if number is not None:
            found.append(number)
            at = number.last
    return found


def _atoms(sentence: Sentence, words: Words, text: str) -> dict[int, list[Atom]]:
    """What stands at each token that could be a word of a number; the numeral before the vague word."""
    atoms: dict[int, list[Atom]] = {}
    for hit in (*sentence.of["numeral"], *sentence.of["vague"]):
        atoms.setdefault(hit.start, []).append(_atom(hit))
    if sentence.digits:
        style = document_style(text, words.style)
        for at in sentence.digits:
            digits = _digits(sentence, at, style, text, endings=words.facts.get("endings", ()))
            if digits is not None:
                atoms[at] = [digits]
    if text.find("-", sentence.start, sentence.end) >= 0:
        for at, word in enumerate(sentence.low):
            if "-" in word and (compound := _compound(word, words)) is not None:
                atoms[at] = [Atom(at + 1, *compound)]
    return atoms


def _atom(hit: Hit) -> Atom:
    a = hit.entry.attributes
    if hit.entry.category == "vague":
        return Atom(hit.end, "vague", a["low"], a.get("high"), a.get("scale", 0))
    return Atom(
        hit.end, a.get("op", "add"), a["value"], a["value"], a["value"], a.get("glued", False), a.get("bare", False)
    )


def _digits(sentence: Sentence, at: int, style: Style, text: str, *, endings: Sequence[str]) -> Atom | None:
    """The number in digits at a token, with what follows after a blank inside it."""
    starts, ends = sentence.starts, sentence.ends
    if at and ends[at - 1] == starts[at] and sentence.words[at - 1][-1].isalpha() and not _money(sentence, at - 1):
        return None
    count = 1
    if at + 1 in sentence.digits:
        gaps = [text[ends[i] : starts[i + 1]] for i in range(at, min(at + 4, len(starts) - 1))]
        count = joined_by_blanks(sentence.words[at : at + 5], gaps, style)
    value = parse_digits("".join(sentence.words[at : at + count]), style)
    if value is None:
        return None
    return Atom(at + count + (2 if endings and _ends(sentence, at + count, endings) else 0), "digits", value, value)


def _ends(sentence: Sentence, at: int, endings: Sequence[str]) -> bool:
    """Whether the case of a number in digits is written behind it, «до 4-х человек»: an ending for any number, or one with its last digit."""
    low, starts, ends = sentence.low, sentence.starts, sentence.ends
    if low[at : at + 1] != ["-"] or at + 1 >= len(low) or not ends[at - 1] == starts[at] == starts[at + 1] - 1:
        return False
    return low[at + 1] in endings or low[at - 1][-1:] + low[at + 1] in endings


def _money(sentence: Sentence, at: int) -> bool:
    """Whether letters glued to digits are money: `Rp500`, `$US5`, `RM23`."""
    return any(h.start <= at < h.end and h.entry.attributes["sort"] == "money" for h in sentence.of["label"])


def _compound(word: str, words: Words) -> tuple[str, float, float, float] | None:
    """`twenty-five` adds up, `пять-шесть` is a range, `million-year-old` multiplies; None for `two-year-old`."""
    parts = word.split("-")
    if scale := words.scales.get(parts[0]):
        return "scale", scale, scale, scale
    values = [words.adds.get(p) for p in parts]
    if len(values) != 2:
        return None
    one, two = values
    if two is not None and parts[0] in words.facts.get("headings", ()):
        return "add", two, two, 0  # CORRECTED-Fourteen people killed
    if one is None or two is None:
        return None
    if one >= 20 and one % 10 == 0 and two < 10:
        return "add", one + two, one + two, 0
    return ("range", one, two, 0) if one < two else None


def _read(sentence: Sentence, atoms: dict[int, list[Atom]], start: int, words: Words) -> Number | None:
    """The number that starts at a token, as long as its words go on."""
    here = atoms[start]
    if len(here) == 1 and here[0].op in ALONE and not here[0].glued and here[0].end not in atoms:
        return _single(start, here[0])
    sum_ = _Sum(plural=words.facts.get("plural_scales", False))
    at = start
    first = start
    if (
        start
        and sentence.low[start - 1] in words.facts.get("articles", ())
        and atoms[start][0].op in {"times", "scale"}
    ):
        sum_.add(Atom(start, "add", 1, 1))
        first = start - 1
    while (step := _next(sentence, atoms, at, words, sum_)) is not None:
        sum_.add(step)
        at = step.end
    return sum_.number(first, at) if at > start and sum_.last_op else None


ALONE = frozenset({"digits", "add"})
"""What a word does that is a number by itself where no other word of a number follows."""


def _single(first: int, atom: Atom) -> Number:
    """The number of one word: what summing up comes to, without the sum."""
    value = float(atom.low)
    return Number(first, atom.end, value, value, value, outer=(first, atom.end), digits=atom.op == "digits")


def _next(sentence: Sentence, atoms: dict[int, list[Atom]], at: int, words: Words, sum_: "_Sum") -> Atom | None:
    """The next word of the number that fits, past an "and" between hundreds and tens or an article after "half"."""
    for atom in atoms.get(at, ()):
        if sum_.fits(atom) and (not atom.glued or (at and sentence.ends[at - 1] == sentence.starts[at])):
            return atom
    if at >= len(sentence.low) or not sum_.last_op:
        return None
    word = sentence.low[at]
    if word == "." and sum_.last_op == "scale" and sentence.low[at - 1] in words.facts.get("abbreviated", ()):
        return next(
            (a for a in atoms.get(at + 1, ()) if a.op == "digits" and a.low == int(a.low) and sum_.fits(a)), None
        )
    joins = word in words.facts.get("join", ()) and sum_.last_op in {"times", "scale"}
    half = word in words.facts.get("articles", ()) and sum_.last_op == "half"
    for atom in atoms.get(at + 1, ()) if joins or half else ():
        if atom.op == ("scale" if half else "add") and sum_.fits(atom):
            return atom
    return None


class _Sum:
    """The number so far: closed groups in `total`, the open group, its last addend, and the smallest places used."""

    def __init__(self, *, plural: bool) -> None:
        self.plural = plural
        self.total = 0.0
        self.group: float | None = None
        self.high: float | None = None
        self.last = 0.0
        self.floor = INFINITE
        self.scale_floor = INFINITE
        self.last_op = ""
        self.vague = False
        self.unit = 1.0
        self.range = False
        self.digits = False

    def fits(self, atom: Atom) -> bool:
        """Whether the word can go on from here."""
        return FITS[atom.op](self, atom, self.group is not None)

    def add(self, atom: Atom) -> None:
        """Takes the word in."""
        op = "scale" if atom.op == "vague" and self.group is not None else atom.op
        getattr(self, f"_{op}")(atom)
        self.last_op = op

    def _digits(self, atom: Atom) -> None:
        self.digits = self.digits or self.total == 0
        self._set(atom)

    def _set(self, atom: Atom) -> None:
        self.group, self.high, self.last = atom.low, atom.high, atom.low

    def _range(self, atom: Atom) -> None:
        self._set(atom)
        self.range = True

    def _vague(self, atom: Atom) -> None:
        self._set(atom)
        self.vague = True
        self.unit = atom.scale or 1

    def _half(self, atom: Atom) -> None:
        self.group = self.high = self.last = (self.group or 0) + atom.low

    def _add(self, atom: Atom) -> None:
        self.group = self.high = (self.group or 0) + atom.low
        self.last = atom.low
        self.floor = _place(atom.low)

    def _plus(self, atom: Atom) -> None:
        self.group = self.high = (self.group or 0) + atom.low
        self.floor = 1

    def _times(self, atom: Atom) -> None:
        if self.high is not None:
            self.high += self.last * (atom.low - 1)
        self.group = (self.group or 0) + self.last * (atom.low - 1)
        self.last *= atom.low
        self.floor = atom.low

    def _scale(self, atom: Atom) -> None:
        one = self.group is None
        self.total += atom.scale * (1 if one else self.group or 0)
        if self.high is not None:
            self.high *= atom.scale
        self.group, self.scale_floor, self.floor = None, atom.scale, INFINITE

    def number(self, first: int, last: int) -> Number | None:
        """The finished number; a half of nothing in particular is none."""
        if self.last_op == "half" and not self.total and (self.group or 0) < 1:
            return None
        value = self.total + (self.group or 0)
        number = Number(first, last, value, value, value, outer=(first, last), digits=self.digits)
        number.scale = self.scale_floor if self.last_op == "scale" else self.unit
        if self.vague:
            number.best, number.high, number.bound = None, self.high, "vague"
        if self.range:
            number.best, number.high, number.bound = None, self.high, "range"
        return number


FITS: dict[str, Callable[[_Sum, Atom, bool], bool]] = {
    "digits": lambda s, atom, here: not here and s.last_op in {"", "scale"} and atom.low < s.scale_floor,
    "range": lambda s, _, __: not s.last_op,
    "vague": lambda s, atom, here: (
        not s.last_op or (atom.scale > 0 and here and (s.vague or s.plural) and s.last_op != "times")
    ),
    "half": lambda s, _, here: not s.last_op or (here and not s.vague),
    "add": lambda s, atom, _: not s.vague and atom.low < min(s.floor, s.scale_floor) and s.last_op != "digits",
    "plus": lambda s, _, __: s.last_op == "add" and 1 <= s.last <= 9,
    "times": lambda s, atom, here: here and s.last_op in {"add", "digits", "vague", "half"} and s.last < atom.low,
    "scale": lambda s, atom, here: (here or atom.bare) and atom.scale < s.scale_floor,
}
"""Which word can go on from a sum so far; the last argument tells whether a group is open."""


def _place(value: float) -> float:
    """The place of an addend: what is added after it must be smaller (20 → 10, 5 → 1, 15 → 1, 300 → 100)."""
    for place in (1000, 100, 10):
        if value >= place and value % place == 0 and (place > 10 or value >= 20):
            return place
    return 1
