"""Numbers that borrow their measure: "killed 12, including 3 children", "103 in Almaty and 21 in Taraz", "it had been 26"."""

from collections.abc import Sequence

import msgspec

from khabar.language.lexicon import Hit
from khabar.reading.bounds import value
from khabar.reading.document import Count, Sentence
from khabar.reading.measures import Link, Trigger, View, noun_of, plain_behind, thing_of
from khabar.reading.numbers import Number

NEAR = 3
"""A word of a part stands at most so many tokens from its number."""

FAR = 8
"""Words such as "were among the dead" may follow so many tokens behind."""

LISTED = 12
"""The members of a list stand at most so many tokens apart."""

ALONE = 3.0
"""What a word of a part costs that names the measure of a whole of which nothing was told."""

LEAD = 2
"""The whole that leads a sentence begins, with its bound, at most so many tokens from its head: "Of the at least 47"."""

RECENT = 4
"""The whole of a part is one of so many figures before."""

BACK = 3
"""Words such as "the figure" speak of a figure at most so many sentences back."""


BEYOND = 10_000
"""Nobody so many is a part of fewer: the whole is another, which was not told."""

OF_THINGS = ("_damaged", "_burned")
"""How the measures of things end: no people resume their counts."""


class Found(msgspec.Struct, gc=False):
    """A figure of a sentence with the number and the measure word that it was made of."""

    number: Number
    link: Link
    count: Count


def lent(v: View, number: Number, figures: Sequence[Found], told: Sequence[Count]) -> Link | None:
    """The link that a number takes over from a figure before it, or None.

    Args:
        v: the sentence.
        number: a number that no measure word takes for sure.
        figures: the sentence's figures before it.
        told: the figures of the sentences before, in their order.
    """
    thing = thing_of(v, number)
    if thing is not None:
        return _more_things(v, number, thing, figures)
    tied = _part(v, number, figures, told)
    if tied is not None or _counts_things(v, number) or (figures and _other_whole(v, figures[-1].number, number)):
        return tied
    resuming = v.sentence.of["resume"]
    if resuming and any(h.end == number.outer[0] for h in resuming):
        resumed = _resumed(v, number, figures, told)
        if resumed is not None:
            return resumed
    return _listed(v, number, figures) or _resumed(v, number, figures, told) or roster(v, number, told)


def _more_things(v: View, number: Number, thing: Hit, figures: Sequence[Found]) -> Link | None:
    """The next of a list of things that one verb damaged: "burned seven offices, a house and 14 cars"."""
    if not figures or not figures[-1].link.trigger.counts:
        return None
    verb = figures[-1].link.trigger
    gap = v.sentence.low[figures[-1].number.last : number.outer[0]]
    if len(gap) > LISTED or v.words.coordinators.isdisjoint(gap) or not v.words.hard.isdisjoint(gap):
        return None
    if any(figures[-1].number.last <= t.start < number.outer[0] for t in v.triggers):
        return None
    kind = thing.entry.attributes.get("of")
    same = next((t for t in v.triggers if t.start == verb.start and t.counts == kind), None)
    return None if same is None else Link(same, "also", 1.5)


def _counts_things(v: View, number: Number) -> bool:
    """Whether the number before it in the sentence counts things, so that this one may too: "10 strikes, nine near the port"."""
    before = [n for n in v.numbers if number.first - LISTED <= n.last <= number.first and n.sort == "count"]
    return bool(before) and thing_of(v, before[-1]) is not None and noun_of(v, number, v.people) is None


def roster(v: View, number: Number, told: Sequence[Count]) -> Link | None:
    """A member of a bare list under a heading: "deaths by district: Almaty 103, Taraz 21", or all under the sentence before."""
    members = [n for n in v.numbers if n.sort in {"count", "named"} and _ends_item(v, n)]
    if len(members) < 2 or number not in members:
        return None
    headings = [t for t in v.triggers if t.start < members[0].first]
    if headings and len(headings) == len(v.triggers):
        return Link(headings[-1], "list", 1.5)
    if not v.triggers and told and v.index - told[-1].sentence <= 1:
        return Link(_borrow(told[-1].measure), "list", 1.5)
    return None


def _ends_item(v: View, number: Number) -> bool:
    """Whether an item of a list ends behind the number or its people."""
    noun = noun_of(v, number, v.people)
    at = number.last if noun is None else noun.end
    if noun is not None and not noun.entry.attributes.get("neutral"):
        return False
    word = v.sentence.low[at] if at < len(v.sentence.low) else "."
    return word in ",;." or word in v.words.coordinators or word in v.words.places or word in "—–"


def _borrow(measure: str | None) -> Trigger:
    return Trigger(-1, -1, measure or "", ())


def repeated(v: View, number: Number, told: Sequence[Count]) -> Link | None:
    """The 34 of "six of the 34": the same number as a figure before, so the same measure."""
    first = number.outer[0]
    before = v.sentence.low[max(0, first - 2) : first]
    if not v.words.of.isdisjoint(before) and not number.revision and thing_of(v, number) is None:
        for count in reversed(told):
            if number_of(count) == value(number):
                return Link(_borrow(count.measure), "again", 0.5)
    return None


def leads_whole(v: View, first: Number) -> bool:
    """As in "Of the 31 dead, 12 were children", "Among the 31 dead were 12 children": the whole leads the sentence."""
    low = v.sentence.low
    among = v.sentence.of["among"]
    led = low[0] in v.words.of or (bool(among) and among[0].start == 0)
    return led and 0 < first.outer[0] <= LEAD


def _part(v: View, number: Number, figures: Sequence[Found], told: Sequence[Count]) -> Link | None:
    leads = bool(figures) and leads_whole(v, figures[0].number)
    fits = leads or _someone(v, number) or _led(v, number) or _group(v, number) or _whoever(v, number, figures)
    if not fits or v.sentence.low[number.first] in v.words.oblique:
        return None
    if number.best == 1 and not v.words.speech.isdisjoint(v.sentence.low[number.last : number.last + FAR]):
        return None  # "One of them said"
    if leads and _told_of(v, number, figures[0]):
        return Link(figures[0].link.trigger, "part", 1.0)
    if figures and part_word(v, figures[-1].number.last, number) and not _other_whole(v, figures[-1].number, number):
        return Link(figures[-1].link.trigger, "part", 1.0)
    if not figures and (told or own_measure(v.sentence)) and part_word(v, 0, number):
        measure = _measure_of_whole(v, number, told)
        return Link(_borrow(measure), "part", 1.0 if told else ALONE) if measure else None
    return None


def _other_whole(v: View, figure: Number, number: Number) -> bool:
    """Whether more people stand between, who are no figure: "killed 12; of 1.5 million people, including 250,000 in camps"."""
    between = (n for n in v.numbers if figure.last <= n.first and n.last <= number.first and n.sort == "count")
    return any((value(n) or 0) > (value(number) or 0) and noun_of(v, n, v.people) is not None for n in between)


def _whoever(v: View, number: Number, figures: Sequence[Found]) -> bool:
    """«девять человек, в том числе трёх зачинщиков»: people of a sort that no list holds, between a word of a part and the clause's end."""
    if not figures or figures[-1].link.trigger.counts or not any(h.end == number.outer[0] for h in v.sentence.of["part"]):
        return False
    low, at = v.sentence.low, number.last
    end = next((i for i in range(at, min(at + WHOEVER, len(low))) if not low[i][0].isalnum()), None)
    if end is None:
        return at + WHOEVER > len(low)
    return thing_of(v, number) is None and v.words.small.isdisjoint(low[at:end])


WHOEVER = 5
"""So many words at most tell what sort of people a part is."""


def own_measure(sentence: Sentence) -> str | None:
    """What a word of a part itself says that the whole counts: "of the dead", "among the injured"."""
    said = (h.entry.attributes.get("measure") for h in sentence.of["part"])
    return next((str(measure) for measure in said if measure), None)


def _measure_of_whole(v: View, number: Number, told: Sequence[Count]) -> str | None:
    """What the whole of a part counts: what the part's own word says, else the last figure that is large enough."""
    own = own_measure(v.sentence)
    if own is not None:
        return own
    room = [c for c in told[-RECENT:] if (number_of(c) or 0) >= (value(number) or 0)]
    last = (room or told)[-1]
    return last.measure if room or (value(number) or 0) < BEYOND else None


def _listed(v: View, number: Number, figures: Sequence[Found]) -> Link | None:
    """The next member of a list: "12 soldiers and 3 civilians", "103 in Almaty, 21 in Taraz"."""
    if not figures:
        return None
    one, link = figures[-1].number, figures[-1].link
    first = number.outer[0]
    others = [t for t in v.triggers if t is not link.trigger and not (t.start == one.last and t.measure == link.trigger.measure)]
    if first - one.last > LISTED or any(one.last <= t.start < first for t in others):
        return None
    gap = _past_about(v, v.sentence.low[one.last : first])
    people = noun_of(v, one, v.people)
    side_by_side = people is not None and people.end == first and _someone(v, number)  # "22 children 6 teachers"
    led = bool(gap) and gap[-1] in ":–—" and len(gap) <= NEAR and noun_of(v, number, v.people) is not None
    rival = bool(gap) and gap[-1] in "–—" and any(one.last <= h.start < first for h in v.sentence.of[SPEAKERS])
    if led or side_by_side or rival:
        return Link(link.trigger, "also", 1.5)
    opens = bool(gap) and (gap[-1] in ":–—" or gap[-1] in v.words.details)
    gap = [w for w in gap if w not in v.words.details] if opens else gap
    if not (opens or not v.words.coordinators.isdisjoint(gap)) or not v.words.hard.isdisjoint(gap):
        return None
    if _placed(v, number, gap, opens=opens):
        return Link(link.trigger, "list", 1.5)
    denied = bool(gap) and gap[-1] in v.words.negations
    beside = denied or (_joins(v, gap) and not one.last <= link.trigger.start < first)
    someone = _someone(v, number) or (denied and v.sentence.low[number.last] in v.words.hard)
    return Link(link.trigger, "also", 1.5) if beside and someone else None


def _past_about(v: View, gap: list[str]) -> list[str]:
    """Without the preposition of «оппозиция — о 40»."""
    return gap[:-1] if len(gap) > 1 and gap[-1] in v.words.speech and gap[-2] in "—–-" else gap


SPEAKERS = ("organisation", "office_name", "office_head", "medium", "medium_name", "collective", "unnamed", "role")


def _joins(v: View, gap: list[str]) -> bool:
    """Whether an "and" ends the gap, past an article or a possessive ("and their two cooks")."""
    while gap and gap[-1] in v.words.passed and gap[-1] not in v.words.coordinators:
        gap = gap[:-1]
    return bool(gap) and gap[-1] in v.words.coordinators


def _resumed(v: View, number: Number, figures: Sequence[Found], told: Sequence[Count]) -> Link | None:
    """A bare number behind "the figure", "it had been": what the last figure counted."""
    told = [*told, *[f.count for f in figures]]
    if noun_of(v, number, v.people) is not None:
        told = [c for c in told if not (c.measure or "").endswith(OF_THINGS)]
    if not told or v.index - told[-1].sentence > BACK or number.best == 1:
        return None
    if not _bare(v, number) and not _named(v, number):
        return None
    first = number.outer[0]
    hits = [h for h in v.sentence.of["resume", "earlier"] if not h.entry.attributes.get("rival") or _rival(v, number, figures)]
    if any(0 <= first - h.end <= NEAR + 1 and not _parted(v, h.end, first) and not _lives(v, h.end, first) for h in hits):
        last = next((c for c in reversed(told) if c.part_of is None), told[-1])
        if _named(v, number):
            last = next((c for c in reversed(told) if number_of(c) == value(number)), last)
        return Link(_borrow(last.measure), "resume", 1.0)
    return None


def _rival(v: View, number: Number, figures: Sequence[Found]) -> bool:
    """`19 orang tewas, kata polisi, tetapi radio menyebut 30`: behind a figure of the sentence, at the end of its clause."""
    noun = noun_of(v, number, v.people)
    at = number.last if noun is None else noun.end
    ends = at >= len(v.sentence.low) or not v.sentence.low[at][0].isalnum()
    return ends and bool(figures) and figures[-1].count.part_of is None


def _lives(v: View, first: int, last: int) -> bool:
    """«Всего в доме проживают 40 человек»: whether another verb leads to the number, that tells what they do."""
    verbs = v.words.doing
    return bool(verbs) and any(w.endswith(verbs) and w not in v.words.fillers and w not in v.words.links for w in v.sentence.low[first:last])


def _named(v: View, number: Number) -> bool:
    """Whether a word for a number stands right before: "the figure of 59 was withdrawn"."""
    return any(h.end == number.outer[0] and h.entry.attributes.get("names") for h in v.sentence.of["resume"])


def _parted(v: View, first: int, last: int) -> bool:
    return any(w in ",;:" for w in v.sentence.low[first : last - 1])


def _bare(v: View, number: Number) -> bool:
    """Whether nothing or only people in general are counted."""
    noun = noun_of(v, number, v.people)
    if noun is not None:
        return bool(noun.entry.attributes.get("neutral"))
    return plain_behind(v, number) or v.sentence.low[number.last] in v.words.hard


def part_word(v: View, start: int, number: Number) -> bool:
    """Whether words such as "including" or "of them" tie the number to a figure that ends at token `start` or before."""
    for hit in v.sentence.of["part"]:
        if any(t.start < hit.start and hit.end <= t.end for t in v.triggers):
            continue  # "count of the dead" names a toll
        if start <= hit.start and hit.end <= number.first and number.outer[0] - hit.end <= NEAR:
            return True
        behind = hit.start == number.last or (
            hit.start == number.last + 1
            and (v.sentence.low[number.last].isalpha() or v.sentence.low[number.last] == ".")
        )
        behind = behind and not hit.entry.attributes.get("leads") and not any(n.outer[0] == hit.end and n.sort == "count" for n in v.numbers)
        far = hit.entry.attributes.get("far") and 0 < hit.start - number.last <= FAR
        if start <= number.first and (behind or (far and not _number_between(v, number, hit.start))):
            return True
    return False


def _number_between(v: View, number: Number, last: int) -> bool:
    """Whether another number stands before token `last`, if no "and" joins both: "two cooks and three guards were among the dead"."""
    between = [n for n in v.numbers if number.last <= n.first < last]
    return any(v.sentence.low[n.outer[0] - 1] not in v.words.list_ends for n in between)


def number_of(count: Count) -> float | None:
    """The figure as a point: best, else low, else high."""
    if count.best is not None:
        return count.best
    return count.low if count.low is not None else count.high


def _someone(v: View, number: Number) -> bool:
    """Whether people stand behind the number, or nothing at all."""
    return number.implied or noun_of(v, number, v.people) is not None or plain_behind(v, number)


def _told_of(v: View, number: Number, whole: Found) -> bool:
    """Whether a smaller number of people, or a bare one before its verb, follows the whole."""
    at = number.last
    bare = at < len(v.sentence.low) and v.sentence.low[at] in v.words.auxiliaries
    less = (value(number) or 0) < (number_of(whole.count) or 0)
    return less and (bare or noun_of(v, number, v.people) is not None)


def _group(v: View, number: Number) -> bool:
    """As in "of them 19 police", "19 of them police": a word for a force right behind the number or its word of a part."""
    groups = v.sentence.of["group"]
    if not groups:
        return False
    ends = {number.last, *(h.end for h in v.sentence.of["part"] if h.start == number.last)}
    return any(h.start in ends for h in (*groups, *v.people.values()))


def _led(v: View, number: Number) -> bool:
    """As in "Of the dead, 103 were counted in Almaty", "19 of them were soldiers": a part beside the number, a verb behind both."""
    parts = v.sentence.of["part"]
    at = next((h.end for h in parts if h.start == number.last), number.last)
    if at > number.last and (
        at >= len(v.sentence.low)
        or not v.sentence.low[at][0].isalnum()
        or v.sentence.low[at] in v.words.outside
        or v.sentence.low[at] in v.words.adverbs
    ):
        return True  # "nine of them in Aleppo"
    if at >= len(v.sentence.low) or v.sentence.low[at] not in v.words.auxiliaries:
        return False
    return at > number.last or any(0 <= number.outer[0] - h.end <= 1 for h in parts)


def _placed(v: View, number: Number, gap: list[str], *, opens: bool) -> bool:
    """Whether the number is a member of a list of places: "103 in Almaty", "in Almaty 103", "Almaty: 103"."""
    low, last = v.sentence.low, number.last
    after = low[last] if last < len(low) else ""
    noun = noun_of(v, number, v.people)
    end = noun.end if noun is not None else next((h.end for h in v.sentence.of["remainder"] if h.start == last), last)
    if end > last:
        after = low[end] if end < len(low) else ""
    if after in v.words.outside and (opens or _joins(v, gap) or not v.words.coordinators.isdisjoint(gap[-2:])):
        return True
    leads = bool(gap) and (gap[-1] in ":—–-" or not v.words.outside.isdisjoint(gap[-4:]))
    return leads and (noun is not None or not after[:1].isalpha() or after in v.words.coordinators)
