"""Which measure word takes a number: the cheapest that can, by side and distance.

`measures.py` tells what words there are and what it costs to cross what stands between.
"""

from collections.abc import Callable
from operator import attrgetter

from khabar.language.lexicon import Hit
from khabar.reading.measures import (
    ASIDE,
    QUOTES,
    SUBJECT,
    SUFFERED_EACH,
    TALLY,
    Link,
    Trigger,
    View,
    bound_at,
    noun_of,
    nouns_of,
    of_a_household,
    plain_behind,
    thing_of,
)
from khabar.reading.numbers import Number
from khabar.reading.words import COMMA, HARD, PLAIN, SOFT

LIMIT = 6.0
"""Beyond this cost a number and a measure word have nothing to do with each other."""

LONE = 3.5

BESIDE = 1.3
"""A single person is often the one who did it, or only "one" of something: nearer than a count, nearest without a noun."""

REACH = 10
"""The object of a verb stands at most so many tokens behind it."""

NEGATED = 4
"""A negation stands at most so many tokens behind the noun that it denies."""

CARED_FOR = frozenset({"injured", "hospitalised", "rescued"})

TAKEN = frozenset({"detained", "abducted", "captured"})
LONE_FILLERS = 0.5
"""What a word or two of no weight between a verb and its object cost."""

FATE = 6
"""What became of them stands at most so many tokens behind what was done for them."""


COST = attrgetter("cost")


def link(v: View, number: Number) -> Link | None:
    """The cheapest measure word for a number, or None."""
    links = [found for trigger in v.triggers for found in _links(v, number, trigger)]
    if not links:
        return None
    best = _done_to(v, number, _in_the_end(v, min(links, key=COST), links), links)
    limit = (
        LIMIT
        if number.best != 1
        else LONE
        if number.implied or noun_of(v, number, v.people) or _one_of(v, number)
        else BESIDE
    )
    return best if best.cost - best.trigger.weak <= limit else None


def _in_the_end(v: View, best: Link, links: list[Link]) -> Link:
    """As in "a boy was taken to hospital but died": what became of those who were saved or treated."""
    taken = best.trigger.measure in TAKEN
    if best.trigger.measure == "missing":
        return next((k for k in links if _bodies_of(k)), best)
    if best.trigger.measure not in CARED_FOR and not taken:
        return best
    low, after = v.sentence.low, best.trigger.end
    hurt = next((k for k in links if k.trigger.measure == "injured" and k.how == "before" and k.trigger.start == after), None)
    if hurt is not None and best.how == "before" and (best.trigger.people if hurt.trigger.state else best.trigger.either):
        return hurt  # "were pulled out hurt", "were admitted with burns"
    for other in links:
        start = other.trigger.start
        fate = other.trigger.measure == "killed" or (taken and other.trigger.measure == "released")
        if fate and other.how == "before" and 0 < start - after <= FATE:
            gap = low[after:start]
            turned = not v.words.turns.isdisjoint(gap) or (taken and gap[:1] != [","] and _and_then(v, gap))
            if turned and not any(after <= n.first < start for n in v.numbers):
                return Link(other.trigger, "before", best.cost)
    return best


def _bodies_of(one: Link) -> bool:
    """As in "found the bodies of four miners missing since Monday": they were missing."""
    return one.trigger.basis == "bodies" and one.how == "after" and one.cost <= LONE_FILLERS


def _done_to(v: View, number: Number, best: Link, links: list[Link]) -> Link:
    """«Скончались ещё двое раненых»: the verb right before tells what became of them, the participle behind only who they are."""
    if best.trigger.measure == "rescued":
        return next((k for k in links if k.trigger.measure == "killed" and k.trigger.start == number.last), best)
    trigger, ends = best.trigger, v.words.participles
    if not ends or trigger.start != number.last or trigger.measure == "killed":
        return best
    if not v.sentence.low[trigger.end - 1].endswith(ends):
        return best
    verbs = (k for k in links if k.how == "after" and k.cost <= LONE_FILLERS and k.trigger is not trigger)
    return next((k for k in verbs if not v.sentence.low[k.trigger.start].endswith(ends)), best)


def _and_then(v: View, gap: list[str]) -> bool:
    """Whether an "and" alone joins the verbs: "were rounded up and later executed"."""
    small = v.words.auxiliaries | v.words.adverbs | v.words.coordinators
    return not v.words.coordinators.isdisjoint(gap) and all(w in small or w.endswith("ly") for w in gap)


def _one_of(v: View, number: Number) -> bool:
    """As in "one of the drivers"."""
    low, at = v.sentence.low, number.last
    return at < len(low) and low[at] in v.words.of and any(at < p <= at + 2 for p in v.people)


def _links(v: View, number: Number, trigger: Trigger) -> list[Link]:
    if not _countable(v, number, trigger) or _parent_of(v, number):
        return []
    out: list[Link] = []
    if trigger.weak and number.implied and number.best == 1:
        return out
    for how in trigger.takes:
        cost = SIDES[how](v, number, trigger)
        if cost is not None:
            out.append(Link(trigger, how, cost + trigger.weak))
    return out


def _countable(v: View, number: Number, trigger: Trigger) -> bool:
    """Whether the number's noun is of the kind that the measure counts."""
    thing = None if number.implied and number.best == 1 else thing_of(v, number)
    if "reached" in trigger.takes:
        return (thing is None or not thing.entry.attributes.get("of")) and noun_of(v, number, v.people) is None
    if trigger.counts:
        if thing is None or thing.entry.attributes.get("any"):
            thing = _same_things(v, number, thing)
        return thing is not None and thing.entry.attributes.get("of") == trigger.counts
    if number.best == 1 and trigger.measure in SUFFERED_EACH and of_a_household(v, number):
        return False
    if trigger.only:
        return any(" ".join(h.entry.words) in trigger.only for h in nouns_of(v, number))
    if thing is not None:
        return thing.entry.attributes.get("of") in trigger.also
    return not trigger.people or _people(v, number, trigger)


def _same_things(v: View, number: Number, unit: Hit | None) -> Hit | None:
    """The thing of the number before it, where the second goes on without a noun: "12 shops burned and three others were damaged".

    A `unit` counts what was last named: `rumah rusak berat 12 unit, rusak sedang 30 unit`.
    """
    if unit is not None:
        named = [h for at, h in sorted(v.things.items()) if at < number.first and h.entry.attributes.get("of")]
        return named[-1] if named else None
    before = [n for n in v.numbers if n.last <= number.first and n.sort == "count"]
    while before and _goes_bare(v, number):
        number = before.pop()
        thing = thing_of(v, number)
        if thing is not None:
            return thing
    return None


def _goes_bare(v: View, number: Number) -> bool:
    """Whether a word of a part, of a remainder or a verb of damage stands right behind the number."""
    at = number.last + (v.sentence.low[number.last : number.last + 1] == ["."])
    return any(h.start == at for h in v.sentence.of["part", "remainder", "damage"])


def _people(v: View, number: Number, trigger: Trigger) -> bool:
    """Whether the number is one of people, or nothing is named that it counts: for words that are said of things too."""
    at = number.last
    if number.implied or noun_of(v, number, v.people) is not None:
        return True
    return trigger.start == at or plain_behind(v, number) or v.sentence.low[at] in v.words.auxiliaries


def _before(v: View, number: Number, trigger: Trigger) -> float | None:
    """The number first, then the word: the stretch between, and more if the number stands in a phrase of place or time."""
    if trigger.start < number.last or not trigger.passive:
        return None
    cost = v.cost(number.last, trigger.start)
    if cost > LONE:
        cost = min(cost, _past_clause(v, number, trigger))
    first = number.outer[0]
    if of_another_verb(v, number, trigger) or _of_others(v, number, trigger) or _picked_from(v, number, trigger):
        return None
    if number.best == 1 and not v.words.speech.isdisjoint(v.sentence.low[number.last : trigger.start]):
        return None
    if (trigger.end in v.things and trigger.start == number.last) or _whole_of(v, number, trigger):
        return None  # "two dead goats"
    if first and v.sentence.low[first - 1] in v.words.outside and not _of_the(v, number, trigger):
        cost += 3.0 if not _of_places(v, number, trigger) else LIMIT
    if trigger.noun:
        cost = -ASIDE if _head(v, number, trigger) else cost * 2
    if _own_subject(v, trigger.start) or _of_those(v, number, trigger):
        cost += HARD
    if not v.words.relatives.isdisjoint(v.sentence.low[max(number.last, trigger.start - 2) : trigger.start]):
        cost -= HARD - SOFT
    return cost + HARD if _has_its_own(v, number, trigger) else cost


def _of_others(v: View, number: Number, trigger: Trigger) -> bool:
    """Whether the word is said of nobody of them, or of another number."""
    none = trigger.start > number.last and _of_none(v, number, trigger)
    return none or (len(v.numbers) > 1 and _beside(v, number, trigger))


def _of_none(v: View, number: Number, trigger: Trigger) -> bool:
    """As in "none of the 12 passengers and three crew was hurt", "none of the 12 dead was named": of how many nobody was, and what nobody was not."""
    first, low = number.outer[0], v.sentence.low
    if trigger.alive or low[trigger.start] in v.words.negations:
        return False  # «никто из 61 пассажира не выжил»
    if number.best == 0 and low[number.last] in v.words.of:
        return any(number.last < n.first and n.last == trigger.start for n in v.numbers)
    for hit in v.sentence.of["zero"]:
        gap = low[hit.end : first]
        if hit.entry.attributes.get("alone") and gap and gap[0] in v.words.of and len(gap) <= REACH:
            return not any(t.start < first <= t.end or hit.end <= t.start < first for t in v.triggers)
    return False


def _past_clause(v: View, number: Number, trigger: Trigger) -> float:
    """The cost past what only says who they are: "two members of the guard, Ann Roe's escort, were hurt", "who were asleep were hurt"."""
    low, at, noun = v.sentence.low, trigger.start, noun_of(v, number, v.people)
    while at > number.last and low[at - 1] in v.words.auxiliaries:
        at -= 1
    opens = _clause_opens(v, noun.end, at) if noun is not None and noun.end < at < trigger.start else None
    if opens is None or opens - number.last > REACH or any(opens <= t.start < at for t in v.triggers):
        return LIMIT * 2
    return v.cost(number.last, opens) + ASIDE + v.cost(at, trigger.start)


def _clause_opens(v: View, first: int, last: int) -> int | None:
    """Where a stretch between two commas opens that ends at `last`, or a relative clause with an auxiliary of its own."""
    low = v.sentence.low
    if low[last - 1] == ",":
        return next((i for i in range(last - 2, first - 1, -1) if low[i] == ","), None)
    pairs = ((i, low[i + 1]) for i in range(first, last - 2) if low[i] in v.words.relatives)
    return next((i for i, word in pairs if word in v.words.auxiliaries), None)


def _beside(v: View, number: Number, trigger: Trigger) -> bool:
    """As in "the total is 317, with 1,120 wounded": the word has a number of its own, brought in as something more."""
    own = next((n for n in v.numbers if n.last == trigger.start and n.first > number.last and n.sort == "count"), None)
    low = v.sentence.low
    if own is None or own.outer[0] < SUBJECT:
        return False
    first = own.outer[0]
    if low[first - 1] == "," and v.words.denials:  # 324 anak kena gagal ginjal, 195 meninggal
        noun = noun_of(v, number, v.people)
        gap = low[number.last if noun is None else noun.end : first - 1]
        return not any(h.start < first and h.end > number.last for h in v.sentence.of["part"]) and any(map(str.isalpha, gap))
    return low[first - 1] in v.words.besides and low[first - 2] == ","


def _picked_from(v: View, number: Number, trigger: Trigger) -> bool:
    """«Из 15 детей пострадала только одна девочка»: behind «из» at the head the whole of which the verb's number is a part."""
    first, low, ends = number.outer[0], v.sentence.low, v.words.participles
    if not ends or first != 1 or trigger.start == number.last or low[0] not in v.words.of or low[trigger.end - 1].endswith(ends):
        return False
    return any(n.first >= number.last and n.sort == "count" and n.first > trigger.start for n in v.numbers)


def _of_those(v: View, number: Number, trigger: Trigger) -> bool:
    """`24 dari 66 orang yang ditahan sudah dibebaskan`: whether the word only tells who the whole are, and the verb follows."""
    words, low = v.words, v.sentence.low
    whole = next((n for n in v.numbers if number.last < n.first and n.last < trigger.start), None)
    if whole is None or words.of.isdisjoint(low[max(number.last, whole.outer[0] - 1) : whole.outer[0]]):
        return False
    later = any(t.start > trigger.end and "before" in t.takes for t in v.triggers)
    return later and not (words.relatives | words.when).isdisjoint(low[whole.last : trigger.start])


def _has_its_own(v: View, number: Number, trigger: Trigger) -> bool:
    """«43 обратились, из них 12 детей, госпитализированы 18»: behind a comma, with a number of its own right behind."""
    if v.sentence.low[trigger.start - 1] != "," or trigger.start <= number.last:
        return False
    return any(n.first == trigger.end and n.sort == "count" and not n.implied for n in v.numbers)


def _whole_of(v: View, number: Number, trigger: Trigger) -> bool:
    """As in "63 of the 4,210 patients have died": the verb is said of the part, not of the whole behind it, who are no victims by their name."""
    first, low = number.outer[0], v.sentence.low
    if first < SUBJECT or trigger.measure != "killed" or trigger.start == number.last or trigger.noun:
        return False
    helped = not v.words.auxiliaries.isdisjoint(low[number.last : trigger.end])
    noun = noun_of(v, number, v.people)
    if (trigger.either and not helped) or noun is None or noun.entry.attributes.get("neutral"):
        return False  # of the 34 people killed
    of = low[first - 1] in v.words.definite and low[first - 2] in v.words.of
    return of and any(n.last == first - 2 and n.sort == "count" for n in v.numbers)


def _of_places(v: View, number: Number, trigger: Trigger) -> bool:
    """As in "7,750 people in nine townships were displaced": behind people that are counted, a number of something that no table knows."""
    at = number.last
    if noun_of(v, number, v.people) is not None or plain_behind(v, number) or at >= trigger.start:
        return False
    if v.sentence.low[at] in v.words.stops or v.sentence.low[at] in v.words.of:
        return False
    return any(n.last < number.first and n.sort == "count" and noun_of(v, n, v.people) is not None for n in v.numbers)


def of_another_verb(v: View, number: Number, trigger: Trigger) -> bool:
    """«Посетили 90 тысяч человек, 12 задержаны»: right behind a verb of its own, with another number behind a comma before the word."""
    low, first = v.sentence.low, number.outer[0]
    if not first or not v.words.acted or not low[first - 1].endswith(v.words.acted):
        return False
    if any(t.start < first <= t.end for t in v.triggers) or "," not in low[number.last : trigger.start]:
        return False
    return any(
        number.last <= n.first and n.last <= trigger.start and n.sort == "count" and low[n.outer[0] - 1] == ","
        for n in v.numbers
    )


def _of_the(v: View, number: Number, trigger: Trigger) -> bool:
    """As in "accounted for 130 of the cases"."""
    return trigger.start - number.last <= SUBJECT and v.sentence.low[number.last] in v.words.of


def _head(v: View, number: Number, trigger: Trigger) -> bool:
    """Whether bodies are what is counted, whatever the verb: "pulled out three more bodies"."""
    if trigger.basis != "bodies" or trigger.start - number.last > 1:
        return False
    return trigger.start == number.last or (
        v.sentence.low[number.last] not in v.words.stops and v.sentence.low[number.last][0].isalpha()
    )


def _own_subject(v: View, at: int) -> bool:
    """Whether a name of its own stands before the verb, behind a word that opens a clause: "to find that Mary Roe died"."""
    words, first = v.sentence.words, at
    while first and words[first - 1][0].isupper():
        first -= 1
    return 0 < first < at and v.sentence.low[first - 1] in v.words.hard


def _after(v: View, number: Number, trigger: Trigger) -> float | None:
    """The word first, then its object: only fillers and words of bounds may stand between."""
    first = number.outer[0]
    if first < trigger.end or first - trigger.end > REACH or not trigger.active or _taken_before(v, number, trigger):
        return None
    if _denied_behind(v, number, trigger):
        return 0.0
    cost = 0.0
    for at in range(trigger.end, first):
        word = v.sentence.low[at]
        if v.asides and any(a <= at < b for a, b in v.asides):
            cost += ASIDE
        elif word in v.words.fillers or bound_at(v, at) or at in v.people:
            cost += 0.2
        else:
            cost += 2.0 + v.words.costs.get(word, PLAIN)
    return cost if cost < SOFT or _room_for(v, trigger.end, first) else cost + HARD


def _room_for(v: View, first: int, last: int) -> bool:
    """Whether a verb may have an object there: none before it, or one that goes on: not "killed 20 people in two villages"."""
    taken = [n for n in v.numbers if first <= n.first < last and n.sort == "count" and not n.implied]
    if not taken or not v.words.list_ends.isdisjoint(v.sentence.low[first:last]):
        return True
    noun = noun_of(v, taken[-1], v.people)
    return (noun is not None and noun.end == last) or any(h.end == last for h in v.sentence.of["part"])


def _parent_of(v: View, number: Number) -> bool:
    """«Погибла мать двоих детей»: the number tells of whom the person before it is one."""
    at = number.first - 1
    hit = v.people.get(at)
    return hit is not None and not number.implied and hit.entry.category == "person"


def _denied_behind(v: View, number: Number, trigger: Trigger) -> bool:
    """«Пострадавших среди них нет», `korban jiwa nihil`: whether a nought follows soon in the clause."""
    first = number.outer[0]
    if not number.implied or number.best != 0 or not 0 <= first - trigger.end <= NEGATED:
        return False
    gap = v.sentence.low[trigger.end : first]
    return "," not in gap and v.words.list_ends.isdisjoint(gap)


def _taken_before(v: View, number: Number, trigger: Trigger) -> bool:
    """Whether the word is the noun of a number right before it, and the next number goes on at once: "of 98 hurt, 72 left"."""
    return "before" in trigger.takes and number.first - trigger.end <= 1 and any(
        n.last == trigger.start and n is not number and n.sort == "count" and not n.implied for n in v.numbers
    )


def _toll(v: View, number: Number, trigger: Trigger) -> float | None:
    """A toll's number: a copula, a verb of reaching or a colon leads to it, wherever it stands in the clause."""
    first = number.outer[0]
    if _raised_to(v, number, trigger):
        return BESIDE / 2
    if _denied_behind(v, number, trigger):
        return 0.0
    if first < trigger.end or number.implied or not _bare(v, number):
        return None
    low = v.sentence.low
    before = [w for w in low[trigger.end : first] if w not in QUOTES]
    last = before[-1] if before else ""
    if last and last in trigger.led:
        return LED_ON
    cost = sum(
        COMMA if w == "," else HARD if w in v.words.hard else 0.15 for w in low[trigger.end : first] if w not in ":—–-"
    ) - _passed_over(v, trigger.end, first)
    if not last or last in v.words.links or last in ":—–-" or _rise_between(v, trigger.end, number.first):
        return cost + 0.3
    return cost + 3.5


def _raised_to(v: View, number: Number, trigger: Trigger) -> bool:
    """As in "raised to 24 the number of dead", «до 24 человек выросло число погибших»: the number leads, beside a verb of change."""
    if trigger.start < number.last:
        return False
    noun = noun_of(v, number, v.people)
    first, end = number.outer[0], number.last if noun is None else noun.end
    between = v.sentence.low[end : trigger.start]
    if not end <= trigger.start <= end + 2 or "," in between or not v.words.hard.isdisjoint(between):
        return False
    leads = first > 0 and v.sentence.low[first - 1] in v.words.links
    return leads and any(h.end in {first, first - 1} or h.start == end for h in v.sentence.of["rise"])


LED_ON = 0.3
"""What a verb right before the number that belongs to the word for a toll alone costs: «жертвами … стали 12»."""


def _passed_over(v: View, first: int, last: int) -> float:
    """What the commas of an attribution between cost: «травмы, по разным данным, получили 40»."""
    return sum(2 * COMMA for a, b in v.asides if first <= a < b <= last and v.sentence.low[a] == ",")


def _reached(v: View, number: Number, trigger: Trigger) -> float | None:
    """A number of things that a verb of reaching leads to, right behind their damage."""
    first = number.outer[0]
    between = v.sentence.low[trigger.end : first]
    reached = _rise_between(v, trigger.end, first) or not v.words.links.isdisjoint(between)
    return 0.5 if 0 < len(between) <= TALLY and reached and "," not in between else None


def _list(v: View, number: Number, trigger: Trigger) -> float | None:
    """A mark alone between, as in "deaths: 12", at most with what leads to the number of a toll: «пострадавших — до 48»."""
    first, at = number.outer[0], trigger.end + 1
    low = v.sentence.low
    if not trigger.end < first <= at + LED or low[trigger.end] not in ":—–":
        return None
    return 0.5 if all(w in v.words.links or w.isdigit() for w in low[at:first]) else None


LED = 3
"""So many words lead from the mark to the number at most, with the old number: «— с 40 до 48»."""


def _rise_between(v: View, first: int, last: int) -> bool:
    return any(first <= h.start < last for h in v.sentence.of["rise"])


def _bare(v: View, number: Number) -> bool:
    """Whether nobody in particular stands behind the number, or people."""
    low, at = v.sentence.low, number.last
    if at >= len(low) or not low[at][0].isalpha() or at in v.people or low[at] in v.words.adverbs:
        return True
    if (
        low[at] in v.words.definite
        or low[at] in v.words.auxiliaries
        or (number.first and low[number.first - 1] in v.words.of)
    ):
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


SIDES: dict[str, Callable[[View, Number, Trigger], float | None]] = {
    "before": _before,
    "after": _after,
    "toll": _toll,
    "list": _list,
    "reached": _reached,
}
"""What it costs a number to reach its measure word, by the side on which it stands."""
