"""Bounds: "at least", ranges against revisions, approximation; what the words around a number say of its value.

Afterwards `low`, `best` and `high` follow the record: a bound gives no point, a range both ends, "about" a point alone.
"""

from typing import Any

from khabar.language.base import Language
from khabar.reading.document import Sentence
from khabar.reading.numbers import Number, number_words

CLAUSE = 8
"""How many tokens back a word such as "rose" still turns "to 12" into a new level."""


def bound(sentence: Sentence, found: list[Number], language: Language) -> list[Number]:
    """The numbers with their bounds; two numbers that are one range become one."""
    facts = number_words(language.code).facts
    found = _joined(sentence, found, facts)
    hits = sentence.of("bound")
    for number in found:
        _suffix(sentence, number, facts)
        for hit in hits:
            if _beside(sentence, hit, number):
                _apply(number, hit.entry.attributes["bound"], hit.start, hit.end)
        _inverted(sentence, number, facts)
    return found


def _joined(sentence: Sentence, found: list[Number], facts: dict[str, Any]) -> list[Number]:
    out: list[Number] = []
    for number in found:
        one = out[-1] if out else None
        if one is not None and (kind := _pair(sentence, one, number, facts)):
            if kind == "range":
                _merge(one, number)
                continue
            one.revision, number.revision = ("old", "new") if kind == "revision" else ("", "")
            if kind == "score":
                one.sort = number.sort = "score"
        out.append(number)
    return out


def _pair(sentence: Sentence, one: Number, two: Number, facts: dict[str, Any]) -> str:
    """What two neighbouring numbers are: "range", "revision", "score" or nothing."""
    low, gap = sentence.low, sentence.low[one.last : two.first]
    before = low[one.first - 1] if one.first else ""
    if before in facts.get("from", ()) and _leads(gap, facts.get("to", facts["range"]), room=3):
        return "revision"
    if before in facts["between"] and gap and gap[-1] in facts["between_join"] and len(gap) <= 2:
        return "range"
    if one.digits != two.digits or " ".join(gap) not in facts["range"] or "vague" in {one.bound, two.bound}:
        return ""
    if (one.best or 0) < (two.best or 0):
        return "revision" if gap[0].isalpha() and _rising(sentence, one.first) else "range"
    return "score" if gap[0] in "-–—" else ""


def _rising(sentence: Sentence, at: int) -> bool:
    """Whether a verb of change stands shortly before: "rose 5 to 7"."""
    return any(at - 3 <= h.start < at for h in sentence.of("rise"))


def _leads(gap: list[str], to: list[str], *, room: int) -> bool:
    return bool(gap) and len(gap) <= room and gap[-1] in to


def _merge(one: Number, two: Number) -> None:
    one.high = two.high if two.high is not None else two.low
    one.best, one.bound, one.last = None, "range", two.last
    one.outer = (one.outer[0], two.last)


def _suffix(sentence: Sentence, number: Number, facts: dict[str, Any]) -> None:
    """`100-an`, `100-odd`, `40-plus`: a hyphen and a word glued to the digits."""
    at, low = number.last, sentence.low
    if at + 1 < len(low) and low[at] in "-–‑" and sentence.ends[at - 1] == sentence.starts[at]:
        word = low[at + 1]
        if word in facts["about_suffix"]:
            decade = number.low is not None and 1900 <= number.low < 2100
            number.sort = "date" if decade else number.sort
            number.last = at + 2
            _apply(number, "about", at, at + 2)


def _beside(sentence: Sentence, hit: Any, number: Number) -> bool:
    if hit.entry.attributes.get("side") == "after":
        return bool(hit.start in (number.last, number.last + 1))
    if hit.end not in (number.first, number.outer[0]):
        return False
    unless = hit.entry.attributes.get("unless")
    return not unless or not any(hit.start - CLAUSE <= h.start <= hit.start for h in sentence.of(unless))


def _apply(number: Number, kind: str, first: int, last: int) -> None:
    """Narrows or opens the number, and takes the words in. "At least about 20" is at least 20."""
    if first < number.first:
        number.outer = (min(first, number.outer[0]), number.outer[1])
    elif last <= number.last + 2 and first <= number.last:
        number.outer = (number.outer[0], max(last, number.outer[1]))
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


def number_before(sentence: Sentence, at: int) -> bool:
    """Whether a number word ends right before a token."""
    return any(h.end == at for h in sentence.of("numeral", "vague"))
