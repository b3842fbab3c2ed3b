"""Bounds: "at least", ranges against revisions, approximation; what the words around a number say of its value.

Afterwards `low`, `best` and `high` follow the record: a bound gives no point, a range both ends, "about" a point alone.
"""

from typing import Any

from khabar.language.base import Language
from khabar.language.lexicon import Hit
from khabar.reading.document import Sentence
from khabar.reading.numbers import Number, number_words

GAP = 4
"""Between the numbers of a range or revision stand at most so many words."""

CLAUSE = 8
"""How many tokens back a word such as "rose" still turns "to 12" into a new level."""


def bound(sentence: Sentence, found: list[Number], language: Language) -> list[Number]:
    """The numbers with their bounds; two numbers that are one range become one. Needs `outer` past the units."""
    facts = number_words(language.code).facts
    for number in found:
        _suffix(sentence, number, facts)
    found = _joined(sentence, found, facts)
    hits = _longest(sentence.of["bound"])
    for number in found:
        for hit in hits:
            most = hit.entry.attributes["bound"] == "at_most"
            if _beside(sentence, hit, number) and not (most and _reached(sentence, number)):
                _apply(number, hit.entry.attributes["bound"], _word(hit, number), hit.end)
        _inverted(sentence, number, facts)
    return found


def _reached(sentence: Sentence, number: Number) -> bool:
    """Whether a level was reached and none is the most: `from 9 to 12`, «до 126 человек возросло число»."""
    return number.revision == "new" or any(0 <= h.start - number.last <= 1 for h in sentence.of["rise"])


def _word(hit: Hit, number: Number) -> int:
    """Where the words of a bound begin; of «и более», where a number follows, at the last one: the "and" joins both."""
    joins = hit.entry.attributes.get("side") == "after" and hit.end in {number.first, number.outer[0]}
    return hit.end - 1 if joins else hit.start


def _longest(hits: list[Hit]) -> list[Hit]:
    """Without those that lie inside another ("over" in "not much over")."""
    if len(hits) < 2:
        return hits
    return [h for h in hits if not any(o is not h and o.start <= h.start and h.end <= o.end for o in hits)]


def _joined(sentence: Sentence, found: list[Number], facts: dict[str, Any]) -> list[Number]:
    out: list[Number] = []
    for number in found:
        one = out[-1] if out else None
        if one is not None and "date" not in {one.sort, number.sort}:
            kind = _pair(sentence, one, number, facts)
            if kind == "range":
                _merge(one, number)
                continue
            _mark(one, number, kind)
        out.append(number)
    return out


def _mark(one: Number, two: Number, kind: str) -> None:
    if kind == "revision":
        one.revision, two.revision = "old", "new"
    elif kind == "revised":  # to 12 from 30
        one.revision, two.revision = "new", "old"
    elif kind == "score":
        one.sort = two.sort = "score"


def _pair(sentence: Sentence, one: Number, two: Number, facts: dict[str, Any]) -> str:
    """What two neighbouring numbers are: "range", "revision" (old, new), "revised" (new, old), "score" or nothing."""
    low, gap = sentence.low, sentence.low[one.outer[1] : two.outer[0]]
    if not gap or len(gap) > GAP or "vague" in {one.bound, two.bound} or not _alike(one, two):
        return ""
    before = _leading(sentence, one)
    if before in facts["between"] and gap[-1] in {*facts["between_join"], *facts["range"]} and len(gap) <= 2:
        return "range"
    if before in facts.get("by", ()) and (value(two) or 0) > 2 * (value(one) or 0):
        return ""
    if before in facts.get("from", ()) and gap[-1] in facts.get("to", facts["range"]):
        ranging = one.outer[0] > 1 and low[one.outer[0] - 2] in facts.get("ranging", ())
        return "range" if ranging else "revision"
    if {before, _right_before(sentence, one)} & {*facts.get("to", ())} and gap[-1] in facts.get("from", ()):
        return "revised"
    return _beside_each_other(sentence, one, two, facts) if len(gap) == 1 else ""


def _alike(one: Number, two: Number) -> bool:
    """Whether both are of one sort, or only the second says of which ("5 to 7 km")."""
    return one.sort in {two.sort, "count"}


def _leading(sentence: Sentence, number: Number) -> str:
    """The word before a number, past the words of a bound ("from about 26")."""
    first = min([number.outer[0], *(h.start for h in sentence.of["bound"] if h.end == number.outer[0])])
    return sentence.low[first - 1] if first else ""


def _right_before(sentence: Sentence, number: Number) -> str:
    return sentence.low[number.first - 1] if number.first else ""


def _beside_each_other(sentence: Sentence, one: Number, two: Number, facts: dict[str, Any]) -> str:
    """`5-7`, `5 to 7`, `three or four` are ranges; `3-1` is a score; "rose 5 to 7" is a revision."""
    word = sentence.low[one.outer[1]]
    if word in facts["or"]:
        return "range" if 0 < (value(two) or 0) - (value(one) or 0) <= (value(one) or 0) else ""
    if word not in facts["range"] or not (word.isalpha() or one.digits == two.digits):
        return ""
    if (value(one) or 0) < (value(two) or 0):
        return "revision" if word.isalpha() and _rising(sentence, one.first) else "range"
    return "score" if word in "-–—" and one.digits else ""


def value(number: Number) -> float | None:
    """The number as a point: best, else low, else high."""
    if number.best is not None:
        return number.best
    return number.low if number.low is not None else number.high


def _rising(sentence: Sentence, at: int) -> bool:
    """Whether a verb of change stands shortly before: "rose 5 to 7"."""
    return any(at - 3 <= h.start < at for h in sentence.of["rise"])


def _merge(one: Number, two: Number) -> None:
    """Makes `one` the range; a multiplier of the second belongs to both where the first is smaller ("1 to 2 thousand")."""
    one.low, one.high = value(one), value(two)
    if one.low and one.high and one.scale == 1 < two.scale and one.low * two.scale < one.high:
        one.low *= two.scale
    one.best, one.bound, one.last = None, "range", two.last
    one.sort = one.sort if two.sort == "count" else two.sort
    one.outer = (one.outer[0], two.outer[1])


def _suffix(sentence: Sentence, number: Number, facts: dict[str, Any]) -> None:
    """`100-an`, `100-odd`, `40-plus`: a hyphen and a word glued to the digits."""
    at, low = number.last, sentence.low
    if at + 1 < len(low) and low[at] in "-–‑" and sentence.ends[at - 1] == sentence.starts[at]:
        word = low[at + 1]
        if word in facts["about_suffix"]:
            decade = number.low is not None and 1900 <= number.low < 2100 and sentence.words[number.first].isdigit()
            number.sort = "date" if decade else number.sort
            number.last = at + 2
            _apply(number, "about", at, at + 2)


def _beside(sentence: Sentence, hit: Hit, number: Number) -> bool:
    if hit.entry.attributes.get("side") == "after":
        joins = number_at(sentence, hit.end)  # «19 бойцов и более 60 жителей»: more of the second
        return hit.end in {number.first, number.outer[0]} if joins else hit.start in {number.last, number.last + 1}
    if hit.end not in {number.first, number.outer[0]} and not _inserted(sentence, hit, number):
        return False
    unless = hit.entry.attributes.get("unless")
    return not unless or not any(hit.start - CLAUSE <= h.start < hit.start for h in sentence.of[unless])


def _inserted(sentence: Sentence, hit: Hit, number: Number) -> bool:
    """Whether the words stand between two commas before the number: «погибли, по крайней мере, 9 человек»."""
    low, first = sentence.low, number.first
    return hit.end == first - 1 and low[hit.end] == "," and low[hit.start - 1 : hit.start] == [","]


def _apply(number: Number, kind: str, first: int, last: int) -> None:
    """Narrows or opens the number, and takes the words in. "At least about 20" is at least 20."""
    if first < number.first:
        number.outer = (min(first, number.outer[0]), number.outer[1])
    elif last <= number.last + 2 and first <= number.last:
        number.outer = (number.outer[0], max(last, number.outer[1]))
    if number.bound == "vague" and number.low == 2 * number.scale and kind in {"at_least", "at_most"}:
        number.best, number.bound = number.scale, "exact"
    if number.bound in {"vague", "range", "at_least", "at_most"}:
        return
    value = number.best
    low, best, high = {"at_least": (value, None, None), "at_most": (None, None, value)}.get(kind, (None, value, None))
    number.low, number.best, number.high, number.bound = low, best, high, kind


def _inverted(sentence: Sentence, number: Number, facts: dict[str, Any]) -> None:
    """«человек пять»: the noun before the number makes it about five."""
    first = number.first
    if not first or number.bound != "exact" or sentence.low[first - 1] not in facts.get("inversion", ()):
        return
    before = sentence.low[first - 2] if first > 1 else ""
    after = sentence.low[number.last] if number.last < len(sentence.low) else ""
    if not before[:1].isdigit() and after not in facts["inversion"] and not number_before(sentence, first - 1):
        _apply(number, "about", first - 1, first)


def number_at(sentence: Sentence, at: int) -> bool:
    """Whether a number begins at a token."""
    here = sentence.low[at : at + 1]
    return bool(here) and (here[0][0].isdigit() or any(h.start == at for h in sentence.of["numeral", "vague"]))


def number_before(sentence: Sentence, at: int) -> bool:
    """Whether a number word ends right before a token."""
    return any(h.end == at for h in sentence.of["numeral", "vague"])
