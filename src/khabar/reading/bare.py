"""Single people whom nothing counts, in languages without articles: «погибла женщина», «водитель фуры скончался», «ранен 14-летний подросток»."""

from khabar.language.lexicon import Hit
from khabar.reading.document import Sentence
from khabar.reading.numbers import Number
from khabar.reading.words import FigureWords

DASHES = frozenset("–—-")

LISTED = 4
"""A person joined to a number by "and" stands at most so many tokens from it."""

ROOM = 6
"""So many words may stand between a person and the verb that tells what happened to them."""

DESCRIBED = 6
"""So many words may describe a person behind the verb: «погибла 19-летняя местная жительница»."""


def bare_ones(sentence: Sentence, words: FigureWords, taken: set[int]) -> list[Number]:
    """A one for each person whom a verb in the singular, an object's ending, a number beside them or a word of a part gives."""
    people, posts = sentence.of["person"], sentence.of["role"]
    verbs = _singular(sentence, words) if people or posts else []
    described = _described(sentence, words, verbs, taken) if verbs else {}
    ones = _people(sentence, words, taken, verbs, described) if people else []
    return ones + _officials(sentence, described, ones) if described else ones


def _people(
    sentence: Sentence, words: FigureWords, taken: set[int], verbs: list[Hit], described: dict[int, int]
) -> list[Number]:
    beside = {at for h in verbs for at in (-1 if _acts(sentence, words, h) else h.start - 1, h.end)}
    beside |= _objects(sentence, words) | _pairs(sentence, words)
    anybody = {h.start for h in sentence.of["population"] if h.entry.attributes.get("neutral")}
    numbered = {at + 1 for at in taken} | {at + 2 for at in taken}
    found = []
    for hit in sentence.of["person"]:
        if hit.start in taken or (hit.end in taken and hit.start in anybody):
            continue
        if hit.start in described or (
            hit.start not in numbered
            and (
                not beside.isdisjoint(range(hit.start, hit.end))
                or _joined(sentence, words, hit, taken)
                or _suffers(sentence, words, hit, verbs)
            )
        ):
            found.append(_one(hit, described.get(hit.start, hit.start)))
    return found


def _one(hit: Hit, first: int) -> Number:
    return Number(hit.start, hit.end, 1, 1, 1, implied=True, outer=(first, hit.end))


def _singular(sentence: Sentence, words: FigureWords) -> list[Hit]:
    """The measure words in no form of many."""
    low = sentence.low
    return [h for h in sentence.of["measure"] if not any(w.endswith(words.plural) for w in low[h.start : h.end])]


def _described(sentence: Sentence, words: FigureWords, verbs: list[Hit], taken: set[int]) -> dict[int, int]:
    """Where a person or a post begins that follows a verb behind adjectives or an age, and where those begin."""
    found: dict[int, int] = {}
    starts = {h.start for h in sentence.of["person", "role"]}
    for hit in verbs:
        if "after" in hit.entry.attributes["takes"]:
            first = at = _past_fillers(sentence, words, hit.end)
            last = min(first + DESCRIBED, len(sentence.low))
            while at < last and at not in starts and _describes(sentence, words, at, taken):
                at += 1
            if at in starts:
                found[at] = first
    return found


def _past_fillers(sentence: Sentence, words: FigureWords, at: int) -> int:
    while at < len(sentence.low) and sentence.low[at] in words.fillers:
        at += 1
    return at


def _describes(sentence: Sentence, words: FigureWords, at: int, taken: set[int]) -> bool:
    """Whether a word is an adjective of one person and no number, or a piece of an age («19-летняя»)."""
    word = sentence.low[at]
    if word[0].isdigit() or word in DASHES:
        return sentence.low[at + 1 : at + 2] != [word] and _aged(sentence, words, at)
    return word.endswith(words.adjectives) and at not in taken


def _aged(sentence: Sentence, words: FigureWords, at: int) -> bool:
    """Whether digits or their hyphen lead to an adjective that is glued to them."""
    last = at + 2 if sentence.low[at][0].isdigit() else at + 1
    glued = all(sentence.ends[i] == sentence.starts[i + 1] for i in range(at, min(last, len(sentence.low) - 1)))
    return glued and last < len(sentence.low) and sentence.low[last].endswith(words.adjectives)


def _suffers(sentence: Sentence, words: FigureWords, hit: Hit, verbs: list[Hit]) -> bool:
    """«водитель фуры погиб на месте»: what says whose or where the person is, then the verb of what happened to them."""
    starts = {h.start for h in verbs if "before" in h.entry.attributes["takes"] and not _acts(sentence, words, h)}
    if not starts or (hit.start and sentence.low[hit.start - 1] in words.outside):
        return False
    people = {h.start for h in sentence.of["person", "population"]}
    ages = {at for h in sentence.of["unit"] for at in (h.start - 1, h.start)}
    for at in range(hit.end, min(hit.end + ROOM, len(sentence.low))):
        word = sentence.low[at]
        if at in starts:
            return True
        if at in ages:
            continue
        if not word[0].isalpha() or at in people or word in words.hard or word in words.speech or word.endswith(words.verbs):
            return False
    return False


def _acts(sentence: Sentence, words: FigureWords, hit: Hit) -> bool:
    """Whether the verb is what somebody does to others: «полицейский ранил двоих»."""
    verb = sentence.low[hit.start]
    return verb.endswith(words.verbs) and verb not in words.suffered


def _officials(sentence: Sentence, described: dict[int, int], ones: list[Number]) -> list[Number]:
    """«погиб мэр города»: a post right behind the verb, where no person was counted."""
    taken = {at for n in ones for at in range(*n.outer)}
    return [
        _one(h, described[h.start])
        for h in sentence.of["role"]
        if h.start in described and taken.isdisjoint(range(h.start, h.end)) and not sentence.low[h.start].endswith(DOERS)
    ]


DOERS = ("ом", "ем", "ём", "ой", "ей", "ым", "им")
"""How a post ends that did it: «задержан полицейским»."""


def _objects(sentence: Sentence, words: FigureWords) -> set[int]:
    """Where a person stands as the object of a verb of many, past a small word: «вынесли девочку», «достали ещё мужчину»."""
    found = set()
    for hit in sentence.of["measure"]:
        at = _past_fillers(sentence, words, hit.end)
        if (
            "after" in hit.entry.attributes["takes"]
            and at < len(sentence.low)
            and sentence.low[at].endswith(words.objects)
        ):
            found.add(at)
    return found


def _pairs(sentence: Sentence, words: FigureWords) -> set[int]:
    """Where two single people begin whom an "and" joins beside a verb of many: «погибли водитель и пассажир», «водитель и пассажир погибли»."""
    low, starts = sentence.low, {h.start: h.end for h in sentence.of["person"]}
    if len(starts) < PAIR:
        return set()
    verbs = [h for h in sentence.of["measure"] if low[h.end - 1].endswith(words.acted) or low[h.start].endswith(words.passives)]
    ends, begins = {h.end for h in verbs if "after" in h.entry.attributes["takes"]}, {h.start for h in verbs}
    found: set[int] = set()
    for one, end in starts.items():
        two = end + 1
        joined = low[end : end + 1] == ["и"] and two in starts and (one in ends or starts[two] in begins)
        if joined and not any(low[at].endswith(words.many) for at in (one, two)):
            found |= {one, two}
    return found


PAIR = 2


def _joined(sentence: Sentence, words: FigureWords, hit: Hit, taken: set[int]) -> bool:
    """Whether an "and" joins the person to a number, or a dash or nothing to a word of a part: «двух женщин и подростка», «в том числе ребёнок»."""
    low = sentence.low
    before = low[hit.start - 1] if hit.start else ""
    behind = low[hit.end] if hit.end < len(low) else ""
    if before in DASHES:
        return any(h.end == hit.start - 1 for h in sentence.of["part"])
    if not low[hit.end - 1].endswith(words.many) and any(h.end == hit.start for h in sentence.of["part"]):
        return True
    near = range(hit.start - LISTED, hit.start)
    return (before in words.coordinators and before != "," and not taken.isdisjoint(near)) or (
        behind in words.coordinators and behind != "," and hit.end + 1 in taken
    )
