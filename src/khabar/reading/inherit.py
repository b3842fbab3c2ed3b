"""Numbers that borrow their measure from the figure before: "killed 12, including 3 children", "103 in Almaty and 21 in Taraz"."""

from khabar.reading.measures import Link, View, noun_of, plain_behind
from khabar.reading.numbers import Number

NEAR = 4
"""A word of a part stands at most so many tokens from its number."""

LISTED = 12
"""The members of a list stand at most so many tokens apart."""


def lent(v: View, number: Number, before: tuple[Number, Link] | None) -> Link | None:
    """The link that a number takes over from the figure before it in the sentence, or None."""
    if before is None or noun_of(v, number, v.things) is not None:
        return None
    one, link = before
    if part_word(v, one.last, number) and _someone(v, number):
        return Link(link.trigger, "part", 1.0)
    first = number.outer[0]
    if first - one.last > LISTED or any(one.last <= t.start < first for t in v.triggers if t is not link.trigger):
        return None
    gap = v.sentence.low[one.last : first]
    if not any(w in v.words.coordinators for w in gap) or any(w in v.words.hard for w in gap):
        return None
    beside = bool(gap) and gap[-1] in v.words.coordinators
    if (beside and _someone(v, number)) or _placed(v, number, gap):
        return Link(link.trigger, "list", 1.5)
    return None


def part_word(v: View, start: int, number: Number) -> bool:
    """Whether words such as "including" or "of them" tie the number to the figure that ends at token `start`."""
    for hit in v.sentence.of("part"):
        if start <= hit.start and hit.end <= number.first and number.outer[0] - hit.end <= NEAR:
            return True
        if start <= number.first and number.last <= hit.start <= number.last + 1:
            return True
    return False


def _someone(v: View, number: Number) -> bool:
    """Whether people stand behind the number, or nothing at all."""
    return noun_of(v, number, v.people) is not None or plain_behind(v, number)


def _placed(v: View, number: Number, gap: list[str]) -> bool:
    """Whether the number is a member of a list of places: "103 in Almaty", "in Almaty 103", "Almaty: 103"."""
    low, last = v.sentence.low, number.last
    after = low[last] if last < len(low) else ""
    noun = noun_of(v, number, v.people)
    if noun is not None:
        after = low[noun.end] if noun.end < len(low) else ""
    if after in v.words.outside and any(w in v.words.coordinators for w in gap[-2:]):
        return True
    leads = bool(gap) and (gap[-1] in ":—–-" or any(w in v.words.outside for w in gap[-4:]))
    return leads and (noun is not None or not after[:1].isalpha() or after in v.words.coordinators)
