"""Which measure a number counts: the nearest word that can take it, by side and distance.

A measure word takes a number before it ("12 people were killed"), after it ("killing 12") or as the number of its own name
("the toll rose to 12"). Every word between costs something, a clause that opens costs much, a stop forbids; the cheapest
pair wins. No parser: the costs stand in for one, and the words are the language's.
"""

import itertools
from collections.abc import Callable, Sequence
from itertools import pairwise

import msgspec

from khabar.language.lexicon import Hit
from khabar.model.reading import Basis
from khabar.reading.document import Sentence
from khabar.reading.numbers import Number
from khabar.reading.words import COMMA, HARD, PLAIN, SOFT, FigureWords

LIMIT = 6.0
"""Beyond this cost a number and a measure word have nothing to do with each other."""

LONE = 3.5
BESIDE = 1.3
"""A single person is often the one who did it, or only "one" of something: nearer than a count, nearest without a noun."""

WEAK = 1.5
"""What a word costs more that may mean another measure too."""

REACH = 10
"""The object of a verb stands at most so many tokens behind it."""

SAID = 6
"""Tokens of ", police said,"."""

TALLY = 4
"""Between "number of" and its participle stand at most so many words."""

ROOM = 4
"""The noun that a number counts is one of so many words behind it."""

REDUCED = 8
"""So many words may stand between a participle that says who they are and the verb of its clause."""

SUBJECT = 3
"""So many words of a noun may stand between a number and its participle."""

ASIDE = 0.1
"""What stands in brackets or between dashes is passed over."""

QUOTES = frozenset("\"“”„«»'‘’")
MARKS = frozenset("(–—-")


class Trigger(msgspec.Struct, gc=False):
    """A measure word in a sentence. `passive` and `active`: what its neighbours make of a form that may be either."""

    start: int
    end: int
    measure: str
    takes: Sequence[str]
    counts: str | None = None
    basis: Basis = "unknown"
    noun: bool = False
    only: Sequence[str] = ()
    weak: float = 0.0
    either: bool = False
    passive: bool = True
    active: bool = True


class View(msgspec.Struct, gc=False):
    """A sentence with what costs how much to cross, summed up so that any stretch is one subtraction.

    `ill`: the report tells of an illness, so that "cases" are cases of it.
    """

    sentence: Sentence
    words: FigureWords
    triggers: list[Trigger]
    numbers: list[Number]
    things: dict[int, Hit]
    people: dict[int, Hit]
    index: int = 0
    ill: bool = False
    asides: list[tuple[int, int]] = []
    nouns: dict[tuple[int, int, bool], Hit | None] = {}
    sums: list[float] = []

    def cost(self, first: int, last: int) -> float:
        """What it costs to cross tokens `first` to `last`."""
        return self.sums[last] - self.sums[first] if last > first else 0.0


class Link(msgspec.Struct, frozen=True, gc=False):
    """A number and the measure word that takes it. `how` is a side, or "part" or "list" where another figure lends its word."""

    trigger: Trigger
    how: str
    cost: float


def view(sentence: Sentence, words: FigureWords, found: list[Number], index: int, *, ill: bool = False) -> View:
    """The sentence made ready for `link`."""
    things = {h.start: h for h in sentence.of["thing"]}
    people = {h.start: h for h in sentence.of["person"]} | {h.start: h for h in sentence.of["population"]}
    made = View(sentence, words, [], found, things, people, index, ill)
    made.asides = [*asides(sentence.low), *_parenthetic(sentence.low, words)]
    made.triggers = _triggers(made)
    made.sums = _sums(made)
    return made


def link(v: View, number: Number) -> Link | None:
    """The cheapest measure word for a number, or None."""
    links = [found for trigger in v.triggers for found in _links(v, number, trigger)]
    best = min(links, key=lambda k: k.cost, default=None)
    limit = LIMIT if number.best != 1 else LONE if number.implied or noun_of(v, number, v.people) else BESIDE
    return best if best is not None and best.cost <= limit else None


def _triggers(v: View) -> list[Trigger]:
    out: list[Trigger] = []
    for hit in v.sentence.of["measure"]:
        a = hit.entry.attributes
        if a.get("illness") and not v.ill:
            continue
        trigger = Trigger(hit.start, hit.end, a["measure"], a["takes"], basis=a.get("basis", "unknown"))
        trigger.noun, trigger.only = a.get("noun", False), a.get("only", ())
        trigger.weak = WEAK if a.get("weak") else 0.0
        if _tallied(v, hit):
            trigger.takes = ["toll"]
        trigger.either = a.get("either", False)
        if trigger.either:
            _voice(v, trigger)
        out.append(trigger)
    out += [
        Trigger(hit.start, hit.end, hit.entry.attributes[kind], hit.entry.attributes["takes"], kind)
        for hit in v.sentence.of["damage"]
        for kind in ("homes", "buildings", "vehicles")
    ]
    out += [t for hit in v.sentence.of["damage"] if (t := _toll_of_things(v, hit)) is not None]
    out = [t for t in out if not any(o.start <= t.start and t.end < o.end for o in out)]
    for one, two in pairwise(out):
        _reduce(v, one, two)
    return out


def _toll_of_things(v: View, hit: Hit) -> Trigger | None:
    """`Rumah rusak berat mencapai 12`: the thing before its damage, and its number behind a verb of reaching."""
    thing = next((h for h in v.things.values() if h.end in {hit.start, hit.start - 1}), None)
    if thing is None or any(n.last == thing.start for n in v.numbers):
        return None
    measure = hit.entry.attributes.get(thing.entry.attributes.get("of", ""))
    return Trigger(hit.start, hit.end, measure, ["reached"]) if measure else None


def _tallied(v: View, hit: Hit) -> bool:
    """Whether the word closes the name of a toll: "the number of miners killed"."""
    return any(
        0 < hit.start - h.end <= TALLY
        and not any(w in v.words.stops for w in v.sentence.low[h.end : hit.start])
        and not any(h.end <= n.first < hit.start for n in v.numbers)
        for h in v.sentence.of["tally"]
    )


def _reduce(v: View, one: Trigger, two: Trigger) -> None:
    """In "12 women held at a station were freed" the first word only says who they are: the verb takes the number."""
    low = v.sentence.low
    between = low[one.end : two.start]
    if len(between) > REDUCED or any(w in ",;:" or w in v.words.coordinators for w in between):
        return
    if any(one.end <= n.first < two.start for n in v.numbers) or "before" not in two.takes or two.noun:
        return
    aux = any(w in v.words.auxiliaries for w in low[max(one.end, two.start - 3) : two.start])
    if (aux and one.either and not _auxiliary(v, one)) or _participle(v, one, two):
        one.takes = [t for t in one.takes if t != "before"]


def _auxiliary(v: View, trigger: Trigger) -> bool:
    return any(w in v.words.auxiliaries for w in v.sentence.low[max(0, trigger.start - 3) : trigger.start])


def _participle(v: View, one: Trigger, two: Trigger) -> bool:
    """Whether a participle that counts («семеро спасённых») stands before a verb («скончались»)."""
    ends = v.words.participles
    last, verb = v.sentence.low[one.end - 1], v.sentence.low[two.start]
    return any(last.endswith(e) for e in ends) and not any(verb.endswith(e) for e in ends)


def _voice(v: View, trigger: Trigger) -> None:
    """Active or passive: an auxiliary before says passive, an object right behind says active."""
    low = v.sentence.low
    before = low[max(0, trigger.start - 3) : trigger.start]
    passive = any(w in v.words.auxiliaries for w in before) or _numbered_before(v, trigger)
    at = trigger.end
    while at < len(low) and at < trigger.end + 6 and (low[at] in v.words.fillers or _bound_at(v, at)):
        at += 1
    follows = at < len(low) and (
        any(n.outer[0] <= at < n.last for n in v.numbers) or at in v.people or low[trigger.end] in v.words.articles
    )
    if (passive and not _has(before)) or (before and before[-1] in v.words.heads):
        trigger.active = False
    elif follows:
        trigger.passive = False


def _numbered_before(v: View, trigger: Trigger) -> bool:
    """Whether a number of people ends right before, who then suffer it: "15 killed", "6 civilians killed"."""
    for number in v.numbers:
        if number.sort == "count" and 0 <= trigger.start - number.last <= SUBJECT and not _object(v, number):
            gap = range(number.last, trigger.start)
            return not gap or (
                any(at in v.people for at in gap) and not any(v.sentence.low[at] in v.words.soft for at in gap)
            )
    return False


def _object(v: View, number: Number) -> bool:
    """Whether another measure word stands right before, whose object the number is: "killed 30 people injured 90"."""
    return any(h.end == number.outer[0] for h in v.sentence.of["measure"])


def _has(before: list[str]) -> bool:
    """Whether an active "has" stands right before ("has killed", not "has been killed")."""
    return bool(before) and before[-1] in {"has", "have", "had"}


def _bound_at(v: View, at: int) -> bool:
    return any(h.start <= at < h.end for h in v.sentence.of["bound"])


def _sums(v: View) -> list[float]:
    table = v.words.costs
    costs = [table.get(word, PLAIN) for word in v.sentence.low]
    for number in v.numbers:
        if number.sort == "count":
            for at in range(number.first, number.last):
                costs[at] += 1.5 / (number.last - number.first)
    for first, last in [*v.asides, *(_apposition(v, h) for h in v.sentence.of["part"])]:
        costs[first:last] = [ASIDE] * (last - first)
    return [0.0, *itertools.accumulate(costs)]


def _apposition(v: View, hit: Hit) -> tuple[int, int]:
    """The words of a part with what stands between its two commas: ", five of them children," is passed over."""
    low = v.sentence.low
    before = next((i for i in range(hit.start - 1, max(-1, hit.start - 7), -1) if low[i] == ","), None)
    after = next((i for i in range(hit.end, min(len(low), hit.end + 12)) if low[i] == ","), None)
    return (hit.start, hit.end) if before is None or after is None else (before, after + 1)


def _parenthetic(low: list[str], words: FigureWords) -> list[tuple[int, int]]:
    """Stretches between two commas in which somebody is said to say it: ", police said,"."""
    commas = [i for i, w in enumerate(low) if w == ","] if low.count(",") > 1 else ()
    return [
        (a, b + 1) for a, b in pairwise(commas) if b - a <= SAID and any(w in words.parenthetic for w in low[a + 1 : b])
    ]


def asides(low: list[str]) -> list[tuple[int, int]]:
    """Stretches in brackets, or between a pair of dashes."""
    if MARKS.isdisjoint(low):
        return []
    dashes: list[int] = []
    brackets: list[tuple[int, int]] = []
    for at, word in enumerate(low):
        if word in MARKS:
            if word == "(" and ")" in low[at:]:
                brackets.append((at, low.index(")", at) + 1))
            elif word != "(" and 0 < at < len(low) - 1 and low[at - 1] != "-":
                dashes.append(at)
    pairs = zip(dashes[::2], dashes[1::2], strict=False)
    return [*((a, b + 1) for a, b in pairs if not low[b + 1][0].isdigit()), *brackets]


def _links(v: View, number: Number, trigger: Trigger) -> list[Link]:
    if not _countable(v, number, trigger):
        return []
    out: list[Link] = []
    for how in trigger.takes:
        cost = SIDES[how](v, number, trigger)
        if cost is not None:
            out.append(Link(trigger, how, cost + trigger.weak))
    return out


def _countable(v: View, number: Number, trigger: Trigger) -> bool:
    """Whether the number's noun is of the kind that the measure counts."""
    thing = thing_of(v, number)
    if "reached" in trigger.takes:
        return (thing is None or not thing.entry.attributes.get("of")) and noun_of(v, number, v.people) is None
    if trigger.counts:
        return thing is not None and thing.entry.attributes.get("of") == trigger.counts
    if trigger.only:
        noun = noun_of(v, number, v.people)
        return noun is not None and " ".join(noun.entry.words) in trigger.only
    return thing is None


def thing_of(v: View, number: Number) -> Hit | None:
    """The thing that a number counts; None where people stand nearer ("12 foreign nationals")."""
    thing, someone = noun_of(v, number, v.things), noun_of(v, number, v.people)
    return None if thing is None or (someone is not None and someone.start < thing.start) else thing


def noun_of(v: View, number: Number, nouns: dict[int, Hit]) -> Hit | None:
    """The first noun of a table within a few words behind a number, before any mark, verb or next number."""
    if not nouns:
        return None
    key = (number.first, number.last, nouns is v.people)
    if key not in v.nouns:
        v.nouns[key] = _noun(v, number.last, nouns)
    return v.nouns[key]


def _noun(v: View, first: int, nouns: dict[int, Hit]) -> Hit | None:
    low, words = v.sentence.low, v.words
    verbs = {t.start for t in v.triggers}
    first += low[first : first + 1] == ["."]  # that of an abbreviation: «1,3 тыс. полицейских»
    for at in range(first, min(first + ROOM, len(low))):
        if at in nouns:
            return nouns[at]
        word = low[at]
        if not word[0].isalnum() or word in words.stops or at in verbs:
            return None
    return None


def _before(v: View, number: Number, trigger: Trigger) -> float | None:
    """The number first, then the word: the stretch between, and more if the number stands in a phrase of place or time."""
    if trigger.start < number.last or not trigger.passive:
        return None
    cost = v.cost(number.last, trigger.start)
    first = number.outer[0]
    if number.best == 1 and any(w in v.words.speech for w in v.sentence.low[number.last : trigger.start]):
        return None
    if first and v.sentence.low[first - 1] in v.words.outside:
        cost += 3.0
    if trigger.noun:
        cost *= 2
    if _own_subject(v, trigger.start):
        cost += HARD
    if any(w in v.words.relatives for w in v.sentence.low[max(number.last, trigger.start - 2) : trigger.start]):
        cost -= HARD - SOFT
    return cost


def _own_subject(v: View, at: int) -> bool:
    """Whether a name of its own stands before the verb, behind a word that opens a clause: "to find that Mary Roe died"."""
    words, first = v.sentence.words, at
    while first and words[first - 1][0].isupper():
        first -= 1
    return 0 < first < at and v.sentence.low[first - 1] in v.words.hard


def _after(v: View, number: Number, trigger: Trigger) -> float | None:
    """The word first, then its object: only fillers and words of bounds may stand between."""
    first = number.outer[0]
    if first < trigger.end or first - trigger.end > REACH or not trigger.active:
        return None
    cost = 0.0
    for at in range(trigger.end, first):
        word = v.sentence.low[at]
        if any(a <= at < b for a, b in v.asides):
            cost += ASIDE
        elif word in v.words.fillers or _bound_at(v, at) or at in v.people:
            cost += 0.2
        else:
            cost += 2.0 + v.words.costs.get(word, PLAIN)
    return cost


def _toll(v: View, number: Number, trigger: Trigger) -> float | None:
    """A toll's number: a copula, a verb of reaching or a colon leads to it, wherever it stands in the clause."""
    first = number.outer[0]
    if first < trigger.end or number.implied or not _bare(v, number):
        return None
    low = v.sentence.low
    before = [w for w in low[trigger.end : first] if w not in QUOTES]
    last = before[-1] if before else ""
    cost = sum(
        COMMA if w == "," else HARD if w in v.words.hard else 0.15 for w in low[trigger.end : first] if w not in ":—–-"
    )
    if not last or last in v.words.links or last in ":—–-" or _rise_between(v, trigger.end, number.first):
        return cost + 0.3
    return cost + 3.5


def _reached(v: View, number: Number, trigger: Trigger) -> float | None:
    """A number of things that a verb of reaching leads to, right behind their damage."""
    first = number.outer[0]
    between = v.sentence.low[trigger.end : first]
    reached = _rise_between(v, trigger.end, first) or any(w in v.words.links for w in between)
    return 0.5 if 0 < len(between) <= TALLY and reached and "," not in between else None


def _list(v: View, number: Number, trigger: Trigger) -> float | None:
    """A mark alone between, as in "deaths: 12"."""
    first = number.outer[0]
    low = v.sentence.low
    return 0.5 if first == trigger.end + 1 and low[trigger.end] in ":—–" else None


def _rise_between(v: View, first: int, last: int) -> bool:
    return any(first <= h.start < last for h in v.sentence.of["rise"])


def _bare(v: View, number: Number) -> bool:
    """Whether nobody in particular stands behind the number, or people."""
    low, at = v.sentence.low, number.last
    if at >= len(low) or not low[at][0].isalpha() or at in v.people or low[at] in v.words.adverbs:
        return True
    if low[at] in v.words.auxiliaries or (number.first and low[number.first - 1] in v.words.of):
        return True  # "the toll of 12 was wrong", "the toll of 12 published on Sunday"
    if any(h.start == at for h in v.sentence.of["weekday", "day", "month", "period"]):
        return True
    return (
        low[at] in v.words.soft
        or low[at] in v.words.hard
        or low[at] in v.words.outside
        or noun_of(v, number, v.people) is not None
        or any(t.start == at for t in v.triggers)
    )


def plain_behind(v: View, number: Number) -> bool:
    """Whether nothing is counted by name: a mark, the end, or a word of place or time follows."""
    low, at = v.sentence.low, number.last
    return at >= len(low) or not low[at][0].isalnum() or low[at] in v.words.behind


SIDES: dict[str, Callable[[View, Number, Trigger], float | None]] = {
    "before": _before,
    "after": _after,
    "toll": _toll,
    "list": _list,
    "reached": _reached,
}
"""What it costs a number to reach its measure word, by the side on which it stands."""
