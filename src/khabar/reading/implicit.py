"""Numbers that no number word gives: "a woman was killed", "no casualties"."""

from khabar.language.lexicon import Hit
from khabar.reading.document import Sentence
from khabar.reading.numbers import Number
from khabar.reading.words import FigureWords

BEHIND = 4
"""A negation stands at most so many tokens behind what it negates."""

DASHES = frozenset("–—-")
LISTED = 4
"""A person joined to a number by "and" stands at most so many tokens from it."""

REACH = 5
"""An article and its noun have at most so many words between them."""


def implied(sentence: Sentence, words: FigureWords, found: list[Number]) -> list[Number]:
    """All numbers: those found, ones (an article with a person), noughts (a negation before a measure or a person)."""
    noughts = _noughts(sentence)
    found = [n for n in found if not any(z.first < n.last and n.first < z.last for z in noughts)]
    taken = {at for n in found for at in range(n.first, n.last)}
    ones = _bare_ones(sentence, words, taken) if words.plural else _ones(sentence, words, taken)
    ones = [n for n in ones if not any(z.first < n.last and n.first < z.last for z in noughts)]
    return [*found, *ones, *noughts]


def _bare_ones(sentence: Sentence, words: FigureWords, taken: set[int]) -> list[Number]:
    """A person right beside a measure word in the singular, for languages without articles: «погибла женщина»."""
    if not sentence.of["person"]:
        return []
    singular = {
        at
        for h in sentence.of["measure"]
        if not any(sentence.low[i].endswith(e) for i in range(h.start, h.end) for e in words.plural)
        for at in (h.start - 1, h.end)
    }
    numbered = {at + 1 for at in taken} | {at + 2 for at in taken}
    return [
        Number(h.start, h.end, 1, 1, 1, implied=True, outer=(h.start, h.end))
        for h in sentence.of["person"]
        if h.start not in taken | numbered
        and (not singular.isdisjoint(range(h.start, h.end)) or _joined(sentence, words, h, taken))
    ]


def _joined(sentence: Sentence, words: FigureWords, hit: Hit, taken: set[int]) -> bool:
    """Whether an "and" joins the person to a number, or a dash to a word of a part: «двух женщин и подростка»."""
    low = sentence.low
    before = low[hit.start - 1] if hit.start else ""
    behind = low[hit.end] if hit.end < len(low) else ""
    if before in DASHES:
        return any(h.end == hit.start - 1 for h in sentence.of["part"])
    near = range(hit.start - LISTED, hit.start)
    return (before in words.coordinators and before != "," and not taken.isdisjoint(near)) or (
        behind in words.coordinators and behind != "," and hit.end + 1 in taken
    )


def _ones(sentence: Sentence, words: FigureWords, taken: set[int]) -> list[Number]:
    persons = {h.start: h.end for h in sentence.of["person"]}
    leads = words.articles | words.possessives
    starts = [i for i, w in enumerate(sentence.low) if w in leads] if persons else []
    alone = (
        []
        if words.alone.isdisjoint(sentence.low)
        else [i for i, w in enumerate(sentence.low) if w in words.alone and _measured(sentence, i + 1)]
    )
    return [Number(at, at + 1, 1, 1, 1, implied=True, outer=(at, at + 1)) for at in alone] + [
        Number(at, end, 1, 1, 1, implied=True, outer=(at, end))
        for at in starts
        if taken.isdisjoint((at, at + 1)) and (end := _noun(sentence, words, at + 1, persons))
    ]


def _measured(sentence: Sentence, at: int) -> bool:
    return any(h.start == at for h in sentence.of["measure"])


def _noun(sentence: Sentence, words: FigureWords, at: int, persons: dict[int, int]) -> int | None:
    """Where the person behind an article ends: the last one of a run ("a police officer")."""
    end = None
    for i in range(at, min(at + REACH, len(sentence.low))):
        word = sentence.low[i]
        if i in persons:
            end = persons[i]
        elif (
            end is not None
            or not word[0].isalpha()
            or word in words.outside
            or word in words.hard
            or word in words.auxiliaries
        ):
            break
    return end


def _noughts(sentence: Sentence) -> list[Number]:
    if not sentence.of["zero"]:
        return []
    nouns = {h.start for h in sentence.of["measure", "population", "person"]}
    ends = {h.end for h in sentence.of["measure"]}
    hits = [h for h in sentence.of["zero"] if _counts(sentence, h, nouns, ends) and not _bound_up(h, sentence.low)]
    inner = [h for h in hits if any(o is not h and o.start <= h.start and h.end <= o.end for o in hits)]
    return [_nought(h) for h in hits if h not in inner]


def _bound_up(hit: Hit, low: list[str]) -> bool:
    """Whether the negation belongs to a phrase of its own («без вести»)."""
    return hit.end < len(low) and low[hit.end] in hit.entry.attributes.get("unless", ())


def _counts(sentence: Sentence, hit: Hit, nouns: set[int], ends: set[int]) -> bool:
    """Whether a negation counts: before a noun, behind one («убитых нет»), or by itself ("nobody")."""
    a = hit.entry.attributes
    behind = a.get("behind") and any(0 <= hit.start - e <= BEHIND and not _no_data(sentence, hit, e) for e in ends)
    low = sentence.low
    before = hit.end in nouns or (hit.end + 1 in nouns and low[hit.end] not in ",;:")
    return bool(behind or a.get("alone") or before)


def _no_data(sentence: Sentence, hit: Hit, end: int) -> bool:
    """Whether it is the exact data on them that are missing: «точных данных о погибших нет» counts nobody."""
    exact = hit.entry.attributes.get("exact", ())
    return any(w in exact for w in sentence.low[max(0, end - BEHIND - 1) : end])


def _nought(hit: Hit) -> Number:
    """The negating word alone, where the phrase holds the measure too."""
    first = hit.end - 1 if hit.entry.attributes.get("last_word") else hit.start
    return Number(first, hit.end, 0, 0, 0, implied=True, outer=(first, hit.end))
