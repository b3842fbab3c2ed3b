"""Numbers that no number word gives: "a woman was killed", "no casualties", "both died", "the couple were hurt"."""

from collections.abc import Sequence

from khabar.language.lexicon import Hit
from khabar.reading.bare import bare_ones
from khabar.reading.document import Sentence
from khabar.reading.numbers import Number
from khabar.reading.words import FigureWords

BEHIND = 4
"""A negation stands at most so many tokens behind what it negates."""

DASHES = frozenset("–—-‑")
LISTED = 4
"""Who is only called by name stands at most so many tokens from the number that counted them."""

APPOSED = 7
"""An apposition between commas has fewer tokens than this."""

REACH = 5
"""An article and its noun have at most so many words between them."""


def implied(sentence: Sentence, words: FigureWords, found: list[Number]) -> list[Number]:
    """All numbers: those found, ones (an article with a person), noughts (a negation before a measure or a person)."""
    noughts = _noughts(sentence)
    if noughts:
        found = [n for n in found if not any(z.first < n.last and n.first < z.last for z in noughts)]
    taken = {at for n in found for at in range(n.first, n.last)}
    wholes = _wholes(sentence, words) if sentence.of["whole"] else []
    if sentence.of["part"]:
        wholes += _one_of_them(sentence)
    if wholes:
        wholes = [n for n in wholes if taken.isdisjoint(range(n.first, n.last))]
    for whole in wholes:
        taken.update(range(whole.first, whole.last))
    ones = bare_ones(sentence, words, taken) if words.plural else _ones(sentence, words, taken)
    if wholes or ones:
        ones = [n for n in (*wholes, *ones) if not _same_one(sentence, n, found)]
    if noughts:
        ones = [n for n in ones if not any(z.first < n.last and n.first < z.last for z in noughts)]
    if ones:
        found = [n for n in found if n.sort == "count" or not any(o.first <= n.first and n.last <= o.last for o in ones)]
    return [*found, *ones, *noughts]


def _same_one(sentence: Sentence, one: Number, found: list[Number]) -> bool:
    """Whether it is only called by name who was counted as one: "one of them, a rail worker, was flown out"."""
    if one.best != 1 or sentence.low[one.first - 1 : one.first] != [","]:
        return False
    return any(n.best == 1 and 0 < one.first - n.last <= LISTED and n.last < one.first - 1 for n in found)


def _wholes(sentence: Sentence, words: FigureWords) -> list[Number]:
    """Words such as "both" before people or the verb of a measure, nouns such as "the couple" before the verb."""
    out = []
    for hit in sentence.of["whole"]:
        if hit.entry.attributes.get("sole"):
            out += _sole(sentence, words, hit)
            continue
        if hit.entry.attributes.get("opens") and not _opens(sentence, words, hit.start):
            continue
        if hit.entry.attributes.get("conjoins") and _two_sorts(sentence, words, hit.end):
            continue
        if (
            _suffers(sentence, words, hit.end)
            or _follows_part(sentence, hit)
            or (not hit.entry.attributes.get("noun") and _of_people(sentence, hit.end))
        ):
            value = hit.entry.attributes["value"]
            outer = (hit.start, hit.end)
            out.append(Number(hit.start, hit.end, value, value, value, outer=outer, anaphor=True))
    return out


def _two_sorts(sentence: Sentence, words: FigureWords, at: int) -> bool:
    """Whether the word only joins two sorts of people: "killing both soldiers and civilians"."""
    ends = {h.start: h.end for h in sentence.of["population", "person"]}
    joint = next((ends[i] for i in range(at, at + LISTED) if i in ends), len(sentence.low))
    return sentence.low[joint : joint + 1] != [] and sentence.low[joint] in words.list_ends and joint + 1 in ends

def _one_of_them(sentence: Sentence) -> list[Number]:
    """`22 mayat dievakuasi, salah satunya bayi`: a person right behind words for one of them."""
    parts = [h for h in sentence.of["part"] if h.entry.attributes.get("one")]
    persons = {h.start: h.end for h in sentence.of["person"]} if parts else {}
    found = [(h.end, persons[h.end]) for h in parts if h.end in persons]
    return [Number(a, b, 1, 1, 1, implied=True, outer=(a, b)) for a, b in found]


def _sole(sentence: Sentence, words: FigureWords, hit: Hit) -> list[Number]:
    """One, where a clause begins with somebody of whom a bus or a village has but one, and goes on to what they suffered: `sopir truk tewas`."""
    low = sentence.low
    before = low[hit.start - 1] if hit.start else "."
    opens = before in words.coordinators | words.hard or any(h.end == hit.start for h in sentence.of["cue"])
    if before[0].isalnum() and not opens:
        return []
    last = at = hit.end
    while at < len(low) and at - hit.end < SOLE and _names_them(sentence, words, at):
        last = last if low[at] == "(" else at + 1
        at = low.index(")", at) + 1 if low[at] == "(" else at + 1
    fates = hit.entry.attributes["sole"]
    if not _suffers(sentence, words, at, fates) or not words.denials.isdisjoint(low[hit.end : at + 2]):
        return []
    return [Number(hit.start, last, 1, 1, 1, implied=True, outer=(hit.start, last), anaphor=True)]


SOLE = 4
"""So many words may tell which driver it was."""


def _names_them(sentence: Sentence, words: FigureWords, at: int) -> bool:
    """Whether a word, or an age in brackets, still belongs to the noun: `pengemudi berinisial SD (51)`."""
    low = sentence.low
    if low[at] == "(":
        return low[at + 2 : at + 3] == [")"]
    stops = low[at] in words.stops or low[at] in words.auxiliaries or any(h.start == at for h in sentence.of["measure"])
    return low[at][0].isalpha() and not stops


def _follows_part(sentence: Sentence, hit: Hit) -> bool:
    return any(h.end == hit.start for h in sentence.of["part"])


def _opens(sentence: Sentence, words: FigureWords, at: int) -> bool:
    """Whether a noun phrase begins here, so that the word is no ordinal: "kedua pilot", but not "hari kedua"."""
    before = sentence.low[at - 1] if at else ","
    leads = (words.hard, words.fillers, words.coordinators, words.speech)
    return not before[0].isalnum() or any(before in led for led in leads) or any(h.end == at for h in sentence.of["measure"])


def _of_people(sentence: Sentence, at: int) -> bool:
    return any(at <= h.start <= at + 1 for h in sentence.of["population", "person"])


def _past_apposition(sentence: Sentence, at: int) -> int:
    """Behind what stands between two commas ("the pilot, Jane Roe, died")."""
    if sentence.low[at : at + 1] == [","]:
        end = next((i for i in range(at + 1, min(at + APPOSED, len(sentence.low))) if sentence.low[i] == ","), None)
        return at if end is None or any(w[0].isdigit() for w in sentence.low[at:end]) else end + 1
    return at


def _suffers(sentence: Sentence, words: FigureWords, at: int, fates: Sequence[str] = ()) -> bool:
    """Whether a verb of a measure, or of one of `fates`, follows as what happened to those before it: "were killed", "died"."""
    first = at = _past_apposition(sentence, at)
    while at < len(sentence.low) and sentence.low[at] in words.auxiliaries:
        at += 1
    hits = [h.entry.attributes for h in sentence.of["measure"] if h.start == at]
    hits = [a for a in hits if not fates or a["measure"] in fates]
    return any("before" in a["takes"] and (at > first or not a.get("either")) and not a.get("noun") for a in hits)


def _ones(sentence: Sentence, words: FigureWords, taken: set[int]) -> list[Number]:
    persons = {h.start: h.end for h in sentence.of["person"] if names_somebody(sentence, words, h)}
    ages = _ages(sentence)
    starts = [i for i, w in enumerate(sentence.low) if w in words.ones] if persons or ages else []
    known = [i for i, w in enumerate(sentence.low) if w in words.definite] if persons and words.definite else []
    alone = (
        []
        if words.alone.isdisjoint(sentence.low)
        else [i for i, w in enumerate(sentence.low) if w in words.alone and _measured(sentence, i + 1)]
    )
    if not (alone or starts or known):
        return []
    return (
        [Number(at, at + 1, 1, 1, 1, implied=True, outer=(at, at + 1)) for at in alone]
        + [
            _one(*_head(sentence, words, (at, end), persons))
            for at in starts
            if (at + 1 in ages or taken.isdisjoint((at, at + 1))) and (end := _aged(sentence, words, at + 1, persons, ages))
        ]
        + [
            Number(at, end, 1, 1, 1, implied=True, outer=(at, end))
            for at in known
            if (end := _noun(sentence, words, ages.get(at + 1, at + 1), persons))
            and (_told(sentence, words, at, end) or _done_to(sentence, words, at, end, taken))
        ]
    )


def _one(first: int, last: int) -> Number:
    return Number(first, last, 1, 1, 1, implied=True, outer=(first, last))


def _head(
    sentence: Sentence, words: FigureWords, one: tuple[int, int], persons: dict[int, int]
) -> tuple[int, int]:
    """The one whom an article counts, or the one before it whose kin that only names: "the wife of a guard"."""
    at = one[0]
    if at > 1 and sentence.low[at - 1] in words.of:
        return next(((first, end) for first, end in persons.items() if end == at - 1), one)
    return one


def _ages(sentence: Sentence) -> dict[int, int]:
    """Where ages begin that may stand before a noun, and where they end: `62-year-old`."""
    found: dict[int, int] = {}
    for hit in sentence.of["unit"]:
        if hit.entry.attributes["sort"] == "age" and hit.start:
            dash = sentence.low[hit.start - 1] in DASHES
            found[max(hit.start - 1 - dash, 0)] = hit.end
    return found


def _aged(sentence: Sentence, words: FigureWords, at: int, persons: dict[int, int], ages: dict[int, int]) -> int | None:
    """Where the person behind an article ends, with an age before it or with nothing but an age: "a 10-year-old was hurt"."""
    behind = ages.get(at)
    end = _noun(sentence, words, at if behind is None else behind, persons)
    return behind if end is None and behind is not None and _phrase_ends(sentence, words, behind) else end


def names_somebody(sentence: Sentence, words: FigureWords, hit: Hit) -> bool:
    """Whether a word for a person is one here: a nation's with a capital, and some where no noun follows ("a Syrian", not "a Syrian boat")."""
    a = hit.entry.attributes
    if "nation" in a and not sentence.words[hit.start][0].isupper():
        return False
    return "alone" not in a or _phrase_ends(sentence, words, hit.end)


def _phrase_ends(sentence: Sentence, words: FigureWords, at: int) -> bool:
    """Whether no noun can follow: a mark, a small word, a verb of what happened."""
    low = sentence.low
    if at >= len(low) or not low[at][0].isalnum() or low[at] in words.stops or low[at] in words.coordinators:
        return True
    return any(h.start == at and not h.entry.attributes.get("noun") for h in sentence.of["measure"])


def _told(sentence: Sentence, words: FigureWords, first: int, last: int) -> bool:
    """Whether somebody known is told of as one of those counted: "the captain was among the dead", "among them the mayor"."""
    parts = sentence.of["part"]
    if any(h.end == first for h in parts) or _suffers(sentence, words, last):
        return True
    far = [h for h in parts if h.entry.attributes.get("far")]
    return any(last < h.start <= last + 2 and sentence.low[last] in words.auxiliaries for h in far)


def _done_to(sentence: Sentence, words: FigureWords, first: int, last: int, taken: set[int]) -> bool:
    """Whether somebody known is the object of what was done: "killed the mayor", "killed two guards and the owner's brother"."""
    low = sentence.low
    if not (_phrase_ends(sentence, words, last) or low[last] in words.of or sentence.words[last][0].isupper()):
        return False  # "killed the peasant family"
    for hit in sentence.of["measure"]:
        a = hit.entry.attributes
        if hit.end == first and "after" in a["takes"] and not a.get("noun") and low[first - 1] not in words.of:
            return True
    joined = first > 0 and low[first - 1] in words.coordinators and low[first - 1] != ","
    return joined and any(at in taken for at in range(first - LISTED, first))


def _measured(sentence: Sentence, at: int) -> bool:
    return any(h.start == at for h in sentence.of["measure"])


def _noun(sentence: Sentence, words: FigureWords, at: int, persons: dict[int, int]) -> int | None:
    """Where the person behind an article ends: the last one of a run ("a police officer")."""
    end = None
    for i in range(at, min(at + REACH, len(sentence.low))):
        word = sentence.low[i]
        if i in persons:
            end = persons[i]
        elif end is not None and word in words.groups:
            return None  # "a volunteer group"
        elif (
            end is not None
            or not word[0].isalpha()
            or (i > at and (word in words.list_ends or word in words.ones))
            or word in words.outside
            or word in words.hard
            or word in words.auxiliaries
            or word in words.coordinators
            or word in words.of
            or word in words.soft
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
    last = a.get("behind") != "last" or not _goes_on(sentence, hit.end)
    behind = a.get("behind") and last and any(0 <= hit.start - e <= BEHIND and not _no_data(sentence, hit, e) for e in ends)
    low = sentence.low
    before = (hit.end in nouns and not _of_others(sentence, hit.end, nouns)) or (hit.end + 1 in nouns and low[hit.end] not in ",;:")
    return bool(behind or a.get("alone") or before)


def _of_others(sentence: Sentence, at: int, nouns: set[int]) -> bool:
    """Whether "more" leads to something that nobody counts: "no more working clinics"."""
    more = any(h.start == at for h in sentence.of["change", "remainder"])
    return more and _goes_on(sentence, at + 1) and at + 1 not in nouns and sentence.low[at + 1].isalpha()


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Whether the clause goes on behind the negation: `korban belum ada kepastian`."""
    return at < len(sentence.low) and sentence.low[at][0].isalnum()


def _no_data(sentence: Sentence, hit: Hit, end: int) -> bool:
    """Whether it is the exact data on them that are missing: «точных данных о погибших нет» counts nobody."""
    exact = hit.entry.attributes.get("exact", ())
    return any(w in exact for w in sentence.low[max(0, end - BEHIND - 1) : end])


def _nought(hit: Hit) -> Number:
    """The negating word alone, where the phrase holds the measure too."""
    first = hit.end - 1 if hit.entry.attributes.get("last_word") else hit.start
    return Number(first, hit.end, 0, 0, 0, implied=True, outer=(first, hit.end))
