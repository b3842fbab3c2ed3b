"""Which measure a number counts: the nearest word that can take it, by side and distance.

A measure word takes a number before it ("12 people were killed"), after it ("killing 12") or as the number of its own name
("the toll rose to 12"). Every word between costs something, a clause that opens costs much, a stop forbids; the cheapest
pair wins. No parser: the costs stand in for one, and the words are the language's.
"""

import itertools
from collections.abc import Sequence
from copy import copy
from itertools import pairwise
from typing import Any

import msgspec

from khabar.language.lexicon import Entry, Hit
from khabar.model.reading import Basis
from khabar.reading.document import Sentence
from khabar.reading.implicit import names_somebody
from khabar.reading.numbers import Number
from khabar.reading.words import PLAIN, FigureWords

WEAK = 2.0
"""What a word costs more that may mean another measure too."""

SAID = 6
"""Tokens of ", police said,"."""

TALLY = 5
"""Between "number of" and its participle stand at most so many words."""

ROOM = 4
"""The noun that a number counts is one of so many words behind it."""

REDUCED = 8
"""So many words may stand between a participle that says who they are and the verb of its clause."""

CLOSELY = 4
"""The same for a word that says where they are or what was done to them, without a relative before it."""

SUBJECT = 3
"""So many words of a noun may stand between a number and its participle."""

ASIDE = 0.1
"""What stands in brackets or between dashes is passed over."""

QUOTES = frozenset("\"“”„«»'‘’")
MARKS = frozenset("(–—-")


UNREAD: Any = object()
"""For what was not looked up yet, where None is an answer."""


class Trigger(msgspec.Struct, gc=False):
    """A measure word in a sentence, with the keys of its table in measures.toml.

    `passive` and `active`: what its neighbours make of a form that may be either.
    """

    start: int
    end: int
    measure: str
    takes: Sequence[str]
    counts: str | None = None
    basis: Basis = "unknown"
    noun: bool = False
    only: Sequence[str] = ()
    also: Sequence[str] = ()
    people: bool = False
    state: bool = False
    condition: bool = False
    alive: bool = False
    led: Sequence[str] = ()
    zero: str = ""
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
    people = {h.start: h for h in sentence.of["person"] if names_somebody(sentence, words, h)}
    people |= {h.start: h for h in sentence.of["population"]}
    if not ill:  # cases of the police or of a court
        measures = sentence.of["measure"]
        things |= {h.start: h for h in measures if h.entry.attributes.get("illness") and h.start not in people}
    made = View(sentence, words, [], found, things, people, index, ill)
    made.asides = [*asides(sentence.low), *_parenthetic(sentence.low, words)]
    made.triggers = _triggers(made)
    made.sums = _sums(made)
    return made


def _triggers(v: View) -> list[Trigger]:
    out: list[Trigger] = []
    for hit in v.sentence.of["measure"]:
        if not v.ill and hit.entry.attributes.get("illness"):
            continue
        trigger = copy(_trigger_of(hit.entry))
        trigger.start, trigger.end = hit.start, hit.end
        if v.ill:
            trigger.measure = hit.entry.attributes.get("in_illness", trigger.measure)
        if _tallied(v, hit):
            trigger.takes = ["toll"]
        elif "before" in trigger.takes and hit.start and v.sentence.low[hit.start - 1] in v.words.subjects:
            trigger.takes = [*trigger.takes, "toll"]  # warga yang meninggal karena kolera menjadi 12 orang
        if trigger.either:
            _voice(v, trigger)
        out.append(trigger)
    if v.sentence.of["damage"] or v.sentence.of["twice"]:
        out += _of_things(v)
    if len(out) > 1:
        out = [t for t in out if not any(o.start <= t.start and t.end < o.end for o in out)]
        _name_tolls(v, out)
    for one, two in pairwise(out):
        _reduce(v, one, two)
    return out


MADE: dict[int, Trigger] = {}
"""The trigger of each entry of a lexicon, by its identity: lexicons are read once and kept."""


def _trigger_of(entry: Entry) -> Trigger:
    """What an entry's table says, without its place; made once."""
    made = MADE.get(id(entry))
    if made is None:
        a = entry.attributes
        made = MADE[id(entry)] = Trigger(
            0, 0, a["measure"], a["takes"], basis=a.get("basis", "unknown"), noun=a.get("noun", False), only=a.get("only", ()),
            also=a.get("also", ()), people=a.get("people", False), state=a.get("state", False), led=a.get("led", ()),
            condition=a.get("condition", False), zero=a.get("zero", ""), alive=a.get("alive", False),
            weak=WEAK if a.get("weak") else 0.0, either=a.get("either", False),
        )  # fmt: skip
    return made


def _of_things(v: View) -> list[Trigger]:
    """The words of damage, each for every kind of thing that it may strike, and what was counted wrongly."""
    damage = v.sentence.of["damage"]
    out = [
        Trigger(hit.start, hit.end, hit.entry.attributes[kind], hit.entry.attributes["takes"], kind)
        for hit in damage
        for kind in ("homes", "buildings", "vehicles")
    ]
    out += [Trigger(hit.start, hit.end, "", ["before", "after"]) for hit in v.sentence.of["twice"]]
    return out + [t for hit in damage if (t := _toll_of_things(v, hit)) is not None]


def _name_tolls(v: View, found: list[Trigger]) -> None:
    """In «число пострадавших» the last word counts none before it: the number before belongs to another toll."""
    for hit in v.sentence.of["tally"]:
        end = next((t.end for t in found if t.start == hit.start and "before" not in t.takes), None)
        for one in found:
            if one.end == end and one.start > hit.start:
                one.takes = [t for t in one.takes if t != "before"]


def _toll_of_things(v: View, hit: Hit) -> Trigger | None:
    """`Rumah rusak berat mencapai 12`: the thing before its damage, and its number behind a verb of reaching."""
    thing = next((h for h in v.things.values() if h.end in {hit.start, hit.start - 1}), None)
    if thing is None or any(n.last == thing.start for n in v.numbers):
        return None
    measure = hit.entry.attributes.get(thing.entry.attributes.get("of", ""))
    return Trigger(hit.start, hit.end, measure, ["reached"]) if measure else None


def _tallied(v: View, hit: Hit) -> bool:
    """Whether the word closes the name of a toll: "the number of miners killed"."""
    return bool(v.sentence.of["tally"]) and any(
        0 < hit.start - h.end <= TALLY
        and not any(w in v.words.hard or w in ";:" for w in v.sentence.low[h.end : hit.start])
        and not any(h.end <= n.first < hit.start for n in v.numbers)
        and not any(a.start < h.end <= a.end for a in v.sentence.of["vague"])
        for h in v.sentence.of["tally"]
    )


def _reduce(v: View, one: Trigger, two: Trigger) -> None:
    """In "12 women held at a station were freed" the first word only says who they are: the verb takes the number."""
    low = v.sentence.low
    between = low[one.end : two.start]
    state = one.state and not _auxiliary(v, one)
    clause = low[one.start].endswith(v.words.participles) if v.words.participles else False
    inside = (state or clause) and "," in low[max(0, one.start - 3) : one.start]
    if len(between) > (REDUCED if not state or _relative(v, one) else CLOSELY) or any(
        w in ";:" or (w in v.words.coordinators and not (inside and w == ",")) for w in between
    ):
        return
    if (
        any(one.end <= n.first < two.start and n.sort == "count" for n in v.numbers)
        or "before" not in two.takes
        or two.noun
        or two.counts
        or two.condition
    ):
        return
    aux = not v.words.auxiliaries.isdisjoint(low[max(one.end, two.start - 3) : two.start])
    of = not v.words.of.isdisjoint(low[max(0, one.start - 2) : one.start])
    if state or of or (aux and one.either and not _auxiliary(v, one)) or _participle(v, one, two) or _overtaken(v, one, two):
        one.takes = [t for t in one.takes if t != "before"]


OVERTAKES = {
    "detained": ("released",),
    "abducted": ("released", "rescued", "killed"),
    "captured": ("released", "killed"),
    "missing": ("rescued", "killed"),
    "trapped": ("rescued", "killed"),
    "injured": ("killed",),
    "hospitalised": ("killed", "recovered"),
}
"""What became of those whom a relative clause only tells apart."""


def _overtaken(v: View, one: Trigger, two: Trigger) -> bool:
    """`61 pelajar yang ditahan sudah dibebaskan`: whether the first word stands in a relative clause and the verb tells what became of them."""
    if two.measure not in OVERTAKES.get(one.measure, ()) or _of_more(v, one):
        return False
    at = one.start
    while at and v.sentence.low[at - 1] in v.words.auxiliaries - v.words.when:
        at -= 1
    return at > 0 and v.sentence.low[at - 1] in v.words.relatives | v.words.when


def _of_more(v: View, trigger: Trigger) -> bool:
    """Whether the number before the word is the whole of a smaller one, whose verb it is: `24 dari 66 orang yang ditahan sudah dibebaskan`."""
    before = [n for n in v.numbers if n.last <= trigger.start]
    return bool(before) and before[-1].outer[0] > 0 and v.sentence.low[before[-1].outer[0] - 1] in v.words.of


def _relative(v: View, trigger: Trigger) -> bool:
    """Whether the word stands in a clause of its own: "12 orang yang terjebak di tambang diselamatkan"."""
    before = v.sentence.low[max(0, trigger.start - 2) : trigger.start]
    return any(w in v.words.relatives or w == "," for w in before)


def _auxiliary(v: View, trigger: Trigger) -> bool:
    return not v.words.auxiliaries.isdisjoint(v.sentence.low[max(0, trigger.start - 3) : trigger.start])


def _participle(v: View, one: Trigger, two: Trigger) -> bool:
    """Whether a participle that counts («семеро спасённых») stands before a verb («скончались»)."""
    ends = v.words.participles
    return v.sentence.low[one.end - 1].endswith(ends) and not v.sentence.low[two.start].endswith(ends)


def _voice(v: View, trigger: Trigger) -> None:
    """Active or passive: an auxiliary before says passive, an object right behind says active."""
    low = v.sentence.low
    before = [w for w in low[max(0, trigger.start - 3) : trigger.start] if w not in QUOTES]
    at = trigger.end
    while at < len(low) and at < trigger.end + 6 and (low[at] in v.words.fillers or bound_at(v, at)):
        at += 1
    passive = _helped(v, trigger) or (_numbered_before(v, trigger) and not _done_to_others(v, trigger, at))
    follows = at < len(low) and (
        any(n.outer[0] <= at < n.last for n in v.numbers) or at in v.people or low[trigger.end] in v.words.articles
    )
    acts = trigger.end + 1 in v.people and low[trigger.end] in v.words.articles
    if acts and v.words.auxiliaries.isdisjoint(before):
        passive = False  # "several men wounded a watchman"
    headed = before and before[-1] in v.words.heads and not any(
        n.last == trigger.start - 1 and _object(v, n) for n in v.numbers
    )
    if (passive and not _has(before)) or headed:
        trigger.active = False
    elif follows:
        trigger.passive = False


def _helped(v: View, trigger: Trigger) -> bool:
    """Whether an auxiliary stands shortly before, with no name between ("jets believed to be Russian killed 60")."""
    for at in range(trigger.start - 1, max(-1, trigger.start - 4), -1):
        if v.sentence.low[at] in v.words.auxiliaries:
            return True
        if at and v.sentence.words[at].istitle() and not v.sentence.words[trigger.start].istitle():
            return False
    return False


def _numbered_before(v: View, trigger: Trigger) -> bool:
    """Whether a number of people ends right before, who then suffer it: "15 killed", "6 civilians killed"."""
    for number in v.numbers:
        if number.sort == "count" and 0 <= trigger.start - number.last <= SUBJECT and not _object(v, number):
            gap = range(number.last, trigger.start)
            return not gap or (
                any(at in v.people for at in gap) and not any(v.sentence.low[at] in v.words.soft for at in gap)
            )
    return False


def _done_to_others(v: View, trigger: Trigger, at: int) -> bool:
    """Whether those before the verb did it to others: "three gunmen killed two guards", but not "three guards killed, two hurt"."""
    if trigger.start - 1 not in v.people or any(trigger.end <= h.start < at for h in v.sentence.of["part"]):
        return False
    counted = next((n for n in v.numbers if n.first <= at < n.last and n.sort == "count"), None)
    noun = None if counted is None else v.people.get(counted.last)
    return noun is not None and not any(0 <= h.start - noun.end <= 1 for h in v.sentence.of["measure", "part"])


def _object(v: View, number: Number) -> bool:
    """Whether another measure word stands right before, whose object the number is: "killed 30 people injured 90"."""
    return any(h.end == number.outer[0] for h in v.sentence.of["measure"])


def _has(before: list[str]) -> bool:
    """Whether an active "has" stands right before ("has killed", not "has been killed")."""
    return bool(before) and before[-1] in {"has", "have", "had"}


def bound_at(v: View, at: int) -> bool:
    """Whether a word of a bound covers a token."""
    words = v.sentence.of["bound"]
    return bool(words) and any(h.start <= at < h.end for h in words)


def _sums(v: View) -> list[float]:
    costs = list(map(v.words.costs.get, v.sentence.low, itertools.repeat(PLAIN)))
    for number in v.numbers:
        if number.sort == "count":
            led = number.first and v.sentence.low[number.first - 1] in v.words.outside
            led = led and number.bound == "exact" and noun_of(v, number, v.people) is None  # across 25 of the districts
            for at in range(number.first, number.last):
                costs[at] += (0.3 if led else 1.5) / (number.last - number.first)
    for first, last in [*v.asides, *[_apposition(v, h) for h in v.sentence.of["part"]]]:
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
    if low.count(",") < 2:
        return []
    commas = [i for i, w in enumerate(low) if w == ","]
    return [
        (a, b + 1) for a, b in pairwise(commas) if b - a <= SAID and not words.parenthetic.isdisjoint(low[a + 1 : b])
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


def thing_of(v: View, number: Number) -> Hit | None:
    """The thing that a number counts; None where people stand nearer ("12 foreign nationals")."""
    thing = noun_of(v, number, v.things) if v.things else None
    if thing is None:
        return None
    someone = noun_of(v, number, v.people)
    return None if someone is not None and someone.start < thing.start else thing


def noun_of(v: View, number: Number, nouns: dict[int, Hit]) -> Hit | None:
    """The first noun of a table within a few words behind a number, before any mark, verb or next number."""
    if not nouns:
        return None
    key = (number.first, number.last, nouns is v.people)
    found: Hit | None = v.nouns.get(key, UNREAD)
    if found is UNREAD:
        found = v.nouns[key] = _noun(v, number.last, nouns)
    return found


def _noun(v: View, first: int, nouns: dict[int, Hit]) -> Hit | None:
    low, words = v.sentence.low, v.words
    verbs = {t.start for t in v.triggers if not t.counts}
    verbs.update([h.start for h in v.sentence.of["part"] if h.entry.attributes.get("leads")])
    first += low[first : first + 1] == ["."]  # that of an abbreviation: «1,3 тыс. полицейских»
    for at in range(first, min(first + ROOM, len(low))):
        if at in nouns:
            return nouns[at]
        word = low[at]
        if not word[0].isalnum() or word in words.stops or at in verbs:
            return None
    return None


def plain_behind(v: View, number: Number) -> bool:
    """Whether nothing is counted by name: a mark, the end, or a word of place or time follows."""
    low, at = v.sentence.low, number.last
    return at >= len(low) or not low[at][0].isalnum() or low[at] in v.words.behind


def nouns_of(v: View, number: Number) -> list[Hit]:
    """The people that a number counts: the noun behind it, or those inside "his wife"."""
    if number.implied:
        return [h for at, h in v.people.items() if number.first <= at < number.last]
    noun = noun_of(v, number, v.people)
    return [] if noun is None else [noun]


SUFFERED_EACH = frozenset({"killed", "injured", "missing", "casualties"})
"""What happens to people, not to a household."""


def of_a_household(v: View, number: Number) -> bool:
    """Whether a household is counted: `satu keluarga tewas` is no single victim."""
    return any(h.entry.attributes.get("household") for h in nouns_of(v, number))
