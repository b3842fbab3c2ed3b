"""Who is counted: the population behind a number, or named before it, or told by what the sentence says of the number.

`None` where it is everybody. The words are the text's own in lower case ("members of the security forces"); which of them mean
one population is for those to say who compare figures.
"""

from itertools import pairwise

from khabar.language.lexicon import Hit
from khabar.reading.inherit import Found
from khabar.reading.measures import Link, View, noun_of
from khabar.reading.numbers import Number

COMPLEMENT = 4
"""Words that may follow a noun such as "members" and say of what."""

PREDICATE = 4
"""Words in which a part is called by name: "19 of them were police or military"."""

GROUP = 8
"""A group that leads the clause stands at most so many tokens from the word that brings it in."""

DASHES = frozenset("—–-")


def who(v: View, number: Number, taken: Link) -> str | None:
    """The population behind a number, in lower case; None where it is everybody.

    Args:
        v: the sentence.
        number: a number that counts somebody.
        taken: the measure word that takes it.
    """
    if number.implied:
        return _words(v, _inside(v, number))
    hit = noun_of(v, number, v.people)
    if hit is not None:
        own = _words(v, hit)
        return own or _words(v, _behind(v, number)) or _led(v, number)
    return _words(
        v, _called(v, number, part=taken.how == "part") or _behind(v, number) or _of_toll(v, number, taken)
    ) or _led(v, number)


def hand_on(v: View, figures: list[Found]) -> None:
    """Gives a bare number that goes on with another measure those whom the number before counted: "12 soldiers died, 30 were hurt"."""
    for one, two in pairwise(figures):
        between = v.sentence.low[one.number.last : two.number.outer[0]]
        goes_on = two.count.measure != one.count.measure and not any(w in v.words.hard or w in ";:" for w in between)
        several = not one.number.implied and not two.number.implied
        if goes_on and two.count.who is None and several and _bare(v, two.number):
            two.count.who = one.count.who


def _bare(v: View, number: Number) -> bool:
    """Whether a measure word or its auxiliary stands right behind the number."""
    at = number.last
    return any(t.start == at and not t.noun for t in v.triggers) or (
        at < len(v.sentence.low) and v.sentence.low[at] in v.words.auxiliaries
    )


def _words(v: View, hit: Hit | None) -> str | None:
    """The words of a population with what says of what; None for people in general."""
    if hit is None or hit.entry.attributes.get("neutral"):
        return None
    end = hit.end
    if hit.entry.attributes.get("complement"):
        end = _complement(v, hit.end)
    return " ".join(v.sentence.low[hit.start : end])


def _complement(v: View, first: int) -> int:
    """Where the words end that say of what somebody is a member."""
    low, end = v.sentence.low, first
    verbs = {t.start for t in v.triggers} | {h.start for h in v.sentence.of["rise"]}
    for at in range(first, min(first + COMPLEMENT, len(low))):
        word = low[at]
        joins = word in v.words.joins
        verbal = word.endswith(v.words.verbal)
        if not word[0].isalpha() or at in verbs or verbal or (word in v.words.stops and not joins) or _neutral(v, at):
            break
        end = end if joins else at + 1
    return end


def _neutral(v: View, at: int) -> bool:
    return at in v.people and bool(v.people[at].entry.attributes.get("neutral"))


def _inside(v: View, number: Number) -> Hit | None:
    """The last noun of a person in "a court clerk"."""
    found = [v.people[at] for at in range(number.first, number.last) if at in v.people]
    return max(found, key=lambda h: (h.end, h.end - h.start), default=None)


def _called(v: View, number: Number, *, part: bool) -> Hit | None:
    """As in "19 of them were police or military", «из них 19 — военные»: what a part is called behind it."""
    at = end = number.last
    for hit in v.sentence.of["part"]:
        at = hit.end if hit.start == end else at
    part = part or at > end or any(0 <= number.outer[0] - h.end <= 1 for h in v.sentence.of["part"])
    low = v.sentence.low
    while at < len(low) and (low[at] in v.words.auxiliaries or low[at] in DASHES or low[at] in v.words.copulas):
        at += 1
    return _next(v, at, PREDICATE) if part else None


def _next(v: View, first: int, room: int) -> Hit | None:
    """The first population or group in a stretch of words, with only describing words before it."""
    low = v.sentence.low
    groups = {h.start: h for h in v.sentence.of["group"]}
    verbs = {t.start for t in v.triggers}
    for at in range(first, min(first + room, len(low))):
        hits = [table[at] for table in (v.people, groups) if at in table]
        if hits:
            return max(hits, key=lambda h: h.end)
        if not low[at][0].isalpha() or low[at] in v.words.stops or at in verbs:
            return None
    return None


def _behind(v: View, number: Number) -> Hit | None:
    """As in «18 погибших силовиков», "12 dead soldiers": the noun behind the measure word."""
    return next((v.people[t.end] for t in v.triggers if t.start == number.last and t.end in v.people), None)


def _of_toll(v: View, number: Number, taken: Link) -> Hit | None:
    """As in «число погибших сотрудников полиции выросло до 18»: whose toll it is. "The official toll" is nobody's."""
    if taken.how != "toll" or taken.trigger.start < 0:
        return None
    rises = {h.start for h in v.sentence.of["rise"]}
    for at in range(taken.trigger.start, number.outer[0]):
        if at in rises or v.sentence.low[at] in ",;:":
            return None
        one = at in v.people and v.people[at].entry.category == "person"
        if at in v.people and not one and not _neutral(v, at) and v.sentence.low[at - 1] not in v.words.deeds:
            return v.people[at]
    return None


def _led(v: View, number: Number) -> str | None:
    """As in "Among the police, 18 were killed", «Потери силовых структур составляют 18 человек»: a group that leads the clause."""
    low = v.sentence.low
    for hit in v.sentence.of["side"]:
        opens = hit.start == 0 or low[hit.start - 1] in v.words.coordinators or low[hit.start - 1] in ";—–"
        if (
            opens
            and hit.end < number.first
            and not any(w in ";:" or w in v.words.hard for w in low[hit.end : number.first])
        ):
            found = _next(v, hit.end, GROUP)
            if found is not None and found.start < number.first:
                return _words(v, found)
    return None
