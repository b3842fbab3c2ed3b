"""How the figures of one sentence stand to one another: parts, level or change, current, earlier or projected."""

from collections.abc import Sequence
from itertools import pairwise

from khabar.language.lexicon import Hit
from khabar.reading.document import Count
from khabar.reading.inherit import Found, leads_whole, number_of, part_word
from khabar.reading.measures import View, noun_of, plain_behind

FOLLOWS = {
    "detained": ("released",),
    "injured": ("hospitalised", "recovered"),
    "infected": ("recovered", "hospitalised"),
    "aboard": ("rescued", "escaped"),
}
"""What may come of those whom a measure counts."""

RECENT = 4
"""The whole of "among the dead" is one of so many figures before."""

LEAST_TOLD_APART = 2
"""A whole and two members at least."""

OF = 5
"""As in "Of the tolls known so far, 47": the figure stands so near behind what leads the sentence."""

CLAUSE = 8
"""How far before a figure a word such as "previously" or "could" reaches."""


def relate(v: View, figures: list[Found], told: Sequence[Count]) -> None:
    """Sets `part_of`, `kind` and `currency` of a sentence's figures, as far as the sentence tells.

    `told` are the figures of the sentences before, in which the whole of "among them" may lie.
    """
    for at, one in enumerate(figures):
        _part(v, figures[:at], one, told)
        _kind(v, figures[:at], one)
        _currency(v, one)
        if one.count.currency == "earlier" and one.link.how == "list" and one.count.part_of is not None:
            one.count.part_of = None if one.count.part_of.currency == "current" else one.count.part_of
    if figures:
        _windows(v, figures)
        _of_the(v, figures)
    _inserted(v, figures)
    _stood(v, figures)
    if len(figures) > LEAST_TOLD_APART:
        _told_apart(v, figures)
    for one, two in pairwise(figures):
        if two.number.revision == "old":
            continue  # to 12 from 30
        if one.count.part_of is None and (_among(v, one, two) or _of(v, one, two)):
            one.count.part_of = two.count


def _part(v: View, before: list[Found], one: Found, told: Sequence[Count]) -> None:
    """The nearest figure before it is the whole, if a word of a part or a list of places says so."""
    at_large = _of_all_the_dead(v, one)
    for whole in reversed(before):
        if at_large and (_placed_itself(v, whole) or _beside(v, whole, one)):
            continue
        said = part_word(v, whole.number.last, one.number) and not _less(whole.count, one.count)
        said = said or _follows(v, one, whole)
        if whole.count.part_of is None and (said or _member(v, before, one, whole)):
            one.count.part_of = whole.count
            return
    if (at_large or not before) and told and part_word(v, 0, one.number):
        one.count.part_of = _whole(one.count, told)
    elif before and (_goes_on(before[-1], one) or _goes_on_among(v, before[-1], one)):
        one.count.part_of = before[-1].count.part_of


def _goes_on(last: Found, one: Found) -> bool:
    """As in "The dead included 21 children, 18 women and a nurse": the next of a list of parts whose whole stands a sentence before."""
    if one.link.trigger is not last.link.trigger:
        return False
    if one.link.how == "list":
        return one.count.who is None
    whole = last.count.part_of
    listed = one.link.how == "also" and last.link.how in {"part", "also"}
    return whole is not None and listed and whole.sentence < last.count.sentence and _less(one.count, whole)


def _goes_on_among(v: View, last: Found, one: Found) -> bool:
    """As in "Among them were a miner, a cook of 40 and two guards": the next of a list of parts of a whole told before."""
    whole = last.count.part_of
    if whole is None or whole.sentence == v.index or last.count.measure != one.count.measure:
        return False
    between = range(last.number.last, one.number.outer[0])
    if len(between) > LISTED or any(t.start in between for t in v.triggers):
        return False
    gap = [v.sentence.low[at] for at in between]
    return gap[-1:] != [] and gap[-1] in v.words.coordinators and _less(one.count, whole)


LISTED = 14
"""So many tokens at most stand between two of a list of parts."""


def _of_all_the_dead(v: View, one: Found) -> bool:
    """As in "40 died in Lima, and three children are among the dead": a part of all, not of those in one place."""
    first, last = one.number.outer[0], one.number.last
    if not v.sentence.of["part"]:
        return False
    near = (h for h in v.sentence.of["part"] if h.entry.attributes.get("far"))
    return any(0 <= first - h.end <= 1 or 0 <= h.start - last <= CLAUSE for h in near)


def _beside(v: View, one: Found, two: Found) -> bool:
    """Whether an "and" alone joins the people of both: "two cooks and three guards"."""
    noun = noun_of(v, one.number, v.people)
    return noun is not None and v.words.list_ends.issuperset(v.sentence.low[noun.end : two.number.outer[0]])


def _member(v: View, before: list[Found], one: Found, whole: Found) -> bool:
    """Whether it is one of a list of places under a total, or goes on a list of parts."""
    if whole.count.measure != one.count.measure:
        return False
    listed = one.link.how == "list" and one.count.who is None and _less(one.count, whole.count)
    return (listed and not _placed_itself(v, whole)) or _siblings(v, before, one, whole)


def _follows(v: View, one: Found, whole: Found) -> bool:
    """As in "1,104 were detained, but 380 have been released": a smaller bare number of what may come of the first."""
    later = FOLLOWS.get(whole.count.measure or "", ())
    if one.count.measure not in later:
        return False
    after = v.sentence.low[one.number.last : one.number.last + 1]
    verb = any(0 <= t.start - one.number.last <= 1 for t in v.triggers) or not v.words.auxiliaries.isdisjoint(after)
    bare = verb or plain_behind(v, one.number) or noun_of(v, one.number, v.people) is not None
    same = one.count.who in {None, whole.count.who}
    return same and bare and _less(one.count, whole.count)


def _placed_itself(v: View, whole: Found) -> bool:
    """Whether the first figure of the list is of one place too, and so no total: "103 in Almaty, 21 in Taraz"."""
    last = whole.number.last
    noun = noun_of(v, whole.number, v.people)
    after = v.sentence.low[last : last + 1] + (v.sentence.low[noun.end : noun.end + 1] if noun is not None else [])
    first = whole.number.outer[0]
    if first > 1 and v.sentence.words[first - 1][0].isupper() and whole.link.how == "list":
        return True  # "Almaty 103, Taraz 21"
    return not v.words.outside.isdisjoint(after) or _led_by_place(v, whole.number.outer[0]) or _place_behind(v, last)


def _place_behind(v: View, last: int) -> bool:
    """Whether a place follows in the figure's own clause: «40 человек погибли в Казани»."""
    words, low = v.sentence.words, v.sentence.low
    end = next((i for i in range(last, len(low)) if not low[i][0].isalnum()), len(low))
    return any(low[i] in v.words.places and words[i + 1][0].isupper() for i in range(last, min(end - 1, last + CLAUSE)))


def _led_by_place(v: View, first: int) -> bool:
    """Whether the clause begins with a place and goes on to the number: «В Алматы погибли 151, в Таразе — 17»."""
    words, low = v.sentence.words, v.sentence.low
    start = next((i for i in range(first - 1, max(-1, first - CLAUSE), -1) if i == 0 or low[i - 1] == ","), None)
    return start is not None and first - start > 1 and low[start] in v.words.places and words[start + 1][0].isupper()


def _whole(one: Count, told: Sequence[Count]) -> Count | None:
    """The largest of the last figures before that can be the whole: of the same measure, current and no part."""
    wholes = [c for c in told if c.measure == one.measure and c.part_of is None and c.currency == "current"]
    whole = max(wholes[-RECENT:], key=lambda c: number_of(c) or 0, default=None)
    return whole if whole is not None and _less(one, whole) else None


def _siblings(v: View, before: list[Found], one: Found, whole: Found) -> bool:
    """As in "including 3 children and 2 women": an "and" joins it to the part right before."""
    last = before[-1]
    gap = v.sentence.low[last.number.last : one.number.outer[0]]
    joined = len(gap) <= 5 and not v.words.coordinators.isdisjoint(gap)
    return last.count.part_of is whole.count and joined and one.link.trigger is last.link.trigger


def _of_the(v: View, figures: list[Found]) -> None:
    """As in "of the 47 in hospital, six ...": what follows is a part of the figure that leads the sentence."""
    first = figures[0].number.outer[0]
    of = first <= OF and not v.words.of.isdisjoint(v.sentence.low[: min(first, 2)])
    if of or leads_whole(v, figures[0].number):
        for one in figures[1:]:
            if one.count.part_of is None and _less(one.count, figures[0].count):
                one.count.part_of = figures[0].count


def _stood(v: View, figures: list[Found]) -> None:
    """As in "The toll, which stood at 12 on Friday, has risen to 31": the relative clause tells what it was."""
    for one, two in pairwise(figures):
        toll = one.link.how == "toll" and one.link.trigger is two.link.trigger
        inserted = toll and not v.words.relatives.isdisjoint(v.sentence.low[one.link.trigger.end : one.number.first])
        if inserted and _reaches(v, v.sentence.of["rise"], two.number.outer[0]):
            one.count.currency = "earlier"


def _inserted(v: View, figures: list[Found]) -> None:
    """As in "four tourists - two Chileans, a German and a Canadian - were killed": the parts stand in an aside."""
    for first, last in v.asides:
        inside = [f for f in figures if first <= f.number.first < last and f.count.currency != "earlier"]
        before = [f for f in figures if f.number.last <= first]
        total = sum(number_of(f.count) or 0 for f in inside)
        if inside and before and before[-1].count.measure == inside[0].count.measure:
            whole = before[-1].count
            if 0 < total <= (number_of(whole) or 0):
                for f in inside:
                    f.count.part_of = f.count.part_of or whole


def _told_apart(v: View, figures: list[Found]) -> None:
    """As in "killed three people: two men and a woman": figures behind a colon or dash that add up to the one before it."""
    for at, whole in enumerate(figures):
        members = [f for f in figures[at + 1 :] if f.count.measure == whole.count.measure and f.count.part_of is None]
        total = sum(number_of(f.count) or 0 for f in members)
        if len(members) > 1 and total == number_of(whole.count) and _marked(v, whole, members[0]):
            for member in members:
                member.count.part_of = whole.count


def _marked(v: View, whole: Found, member: Found) -> bool:
    """Whether a colon or dash stands shortly behind the whole, before the first member."""
    gap = v.sentence.low[whole.number.last : member.number.first]
    return any(w in ":–—-" for w in gap[: CLAUSE // 2]) or gap[-1:] == [":"]


def _less(one: Count, two: Count) -> bool:
    part, whole = number_of(one), number_of(two)
    return part is not None and whole is not None and part < whole


def _among(v: View, one: Found, two: Found) -> bool:
    """As in "two medics were among at least 31 dead"."""
    if one.count.measure != two.count.measure or not _less(one.count, two.count):
        return False
    start, end = one.number.last, two.number.first
    among = [h for h in v.sentence.of["among"] if start <= h.start and h.end <= end]
    return end - start <= CLAUSE and any(not _fell(v, h) for h in among)


def _fell(v: View, hit: Hit) -> bool:
    """As in "nine dead, turun dari 12": the word leads the number of before in."""
    return any(h.end == hit.start for h in v.sentence.of["rise"]) or any(
        h.start < hit.end <= h.end for h in v.sentence.of["earlier"]
    )


def _of(v: View, one: Found, two: Found) -> bool:
    """As in "six of the 34"."""
    gap = v.sentence.low[one.number.last : two.number.outer[0]]
    return 0 < len(gap) <= 3 and gap[0] in v.words.of and _less(one.count, two.count)


def _kind(v: View, before: list[Found], one: Found) -> None:
    first = one.number.outer[0]
    low = v.sentence.low
    by = first > 0 and low[first - 1] in v.words.by and (_reaches(v, v.sentence.of["rise"], first, room=16) or _rising(v, one))
    changes = v.sentence.of["change"]
    new = bool(changes) and any(
        h.end in {first, one.number.first} or _counted_anew(h, one) or _names_change(v, h, one) for h in changes
    )
    if _rose_by(v, one):
        one.count.kind, one.count.part_of = "change", None  # `naik 12 dari kemarin`
    elif by or (new and not _rest(v, before, one)) or (not before and _another(v, one)):
        one.count.kind = "change"


def _rising(v: View, one: Found) -> bool:
    """«На пять человек увеличилось число погибших»: whether the verb of change stands right behind the number or its people."""
    noun = noun_of(v, one.number, v.people)
    end = one.number.last if noun is None else noun.end
    return any(h.start == end for h in v.sentence.of["rise"])


def _rose_by(v: View, one: Found) -> bool:
    """`naik 12 dari hari sebelumnya`, `bertambah 12 orang dibanding kemarin`: a verb of change right before, what it is set against right behind."""
    first, low = one.number.outer[0], v.sentence.low
    if not v.words.compared or not first or low[first - 1] in v.words.links:
        return False
    noun = noun_of(v, one.number, v.people)
    at = one.number.last if noun is None else noun.end
    against = low[at : at + 1] != [] and low[at] in v.words.compared
    window = any(h.start == at and h.entry.attributes.get("clause") for h in v.sentence.of["change"])
    return (against or window) and any(h.end == first for h in v.sentence.of["rise"])


def _another(v: View, one: Found) -> bool:
    """`Another 30 people died overnight`: more than before, within a window of time. Without the window it may only be elsewhere."""
    if not v.sentence.of["lately"] or one.link.how in {"toll", "resume"} or one.number.revision:
        return False
    first, last = one.number.outer[0], one.number.last
    return any(h.end == first or 0 <= h.start - last <= 1 for h in v.sentence.of["another"])


def _names_change(v: View, hit: Hit, one: Found) -> bool:
    """Whether the word stands before the measure word whose number follows: "tambahan korban tewas yaitu 103"."""
    trigger = one.link.trigger
    leads = hit.entry.attributes.get("leads") and 0 <= trigger.start - hit.end <= 1 and trigger.end <= one.number.first
    return bool(leads) and not _parted(v, trigger.end, one.number.first)


def _rest(v: View, before: list[Found], one: Found) -> bool:
    """Whether it only goes on counting the same: "27 died in Lima and a further two in Cusco"."""
    if not before or before[-1].count.measure != one.count.measure or one.link.how not in {"list", "also"}:
        return False
    return not _parted(v, before[-1].number.last, one.number.outer[0])


def _counted_anew(hit: Hit, one: Found) -> bool:
    """Whether the word stands behind the number: "four more bodies", "12 new deaths" (but not "18: new toll")."""
    noun = hit.entry.attributes.get("behind") or 0 <= one.link.trigger.start - hit.end <= 1
    return hit.start == one.number.last and bool(noun)


def _windows(v: View, figures: list[Found]) -> None:
    """The figure nearest to "in the past 24 hours" is a change, unless it is a toll's new level."""
    for hit in v.sentence.of["change"]:
        if hit.entry.attributes.get("clause"):
            near = min(figures, key=lambda f: max(f.number.first - hit.end, hit.start - f.number.last))
            for one in figures:
                if one is near or _goes_with(v, one, near, hit):
                    _change(one)


def _change(one: Found) -> None:
    if one.link.how not in {"toll", "resume"} and not one.number.revision:
        one.count.kind = "change"


def _goes_with(v: View, one: Found, near: Found, hit: Hit) -> bool:
    """Whether an "and" alone joins it to the figure nearest to the window: "214 cases and nine deaths in 24 hours"."""
    before, behind = sorted((one, near), key=lambda f: f.number.first)
    gap = v.sentence.low[before.number.last : behind.number.outer[0]]
    beside = hit.end <= before.number.outer[0] or hit.start >= behind.number.last
    joined = not v.words.coordinators.isdisjoint(gap) and not any(w in ",;:" or w in v.words.hard for w in gap)
    return beside and joined and len(gap) <= CLAUSE // 2


def _reaches(v: View, hits: list[Hit], at: int, *, room: int = CLAUSE) -> bool:
    """Whether one of the words stands shortly before a token, with no other clause or number between."""
    return bool(hits) and any(
        at - room <= h.start < at and not _until(v, h) and not _parted(v, h.end, at) and not _helps(v, h) for h in hits
    )


def _helps(v: View, hit: Hit) -> bool:
    """As in "12 people had been killed, including three nurses": the words are the auxiliaries of what happened."""
    return bool(hit.entry.attributes.get("passive")) and any(hit.end <= t.start <= hit.end + 1 for t in v.triggers)


def _until(v: View, hit: Hit) -> bool:
    """As in "hingga kemarin": up to then, and so the news."""
    return hit.start > 0 and v.sentence.low[hit.start - 1] in v.words.until


def _parted(v: View, first: int, last: int) -> bool:
    if not v.words.hard.isdisjoint(v.sentence.low[first:last]):
        return True
    return _counted(v, first, last)


def _currency(v: View, one: Found) -> None:
    first = one.number.outer[0]
    if first and v.sentence.low[first - 1] in v.words.negations:
        one.count.currency = "denied"
    elif one.number.revision == "old" or (
        one.number.revision != "new"
        and (_dated(v, one) or _formerly(v, one) or _earlier(v, one) or _was_told(v, first))
    ):
        one.count.currency = "earlier"
    elif v.sentence.of["projected"]:
        projected = _small(v, v.sentence.of["projected"])
        if any(_reaches(v, projected, at, room=5) for at in (first, one.link.trigger.start)):
            one.count.currency = "projected"


def _earlier(v: View, one: Found) -> bool:
    hits = v.sentence.of["earlier"]
    if hits and v.words.compared:
        first = one.number.outer[0]
        hits = [h for h in hits if not _set_against(v, h, one) and v.words.now.isdisjoint(v.sentence.low[h.end : first])]
    return _reaches(v, hits, one.number.outer[0])


def _small(v: View, hits: list[Hit]) -> list[Hit]:
    """The hits that are no names ("The May floods" are of a month) and say no more than how it is told: "would confirm 12 deaths"."""
    told = {h.start for h in v.sentence.of["cue"] if h.entry.attributes.get("act") == "confirms"}
    return [h for h in hits if not v.sentence.named(h) and h.end not in told]


def _dated(v: View, one: Found) -> bool:
    """Whether the sentence goes back to the figure before and names a day: "It was 9 on Thursday"."""
    back = one.link.how == "resume" and any(h.start == 0 for h in v.sentence.of["resume"])
    return back and any(h.entry.attributes.get("offset", -1) < 0 for h in v.sentence.of["weekday", "day"])


def _formerly(v: View, one: Found) -> bool:
    """Whether a word such as "initially" stands anywhere before it, and it is not the new number of a revision."""
    if one.number.revision == "new":
        return False
    hits = [
        h
        for h in v.sentence.of["formerly"]
        if v.sentence.low[h.end : h.end + 1] != [h.entry.attributes.get("unless")] and not _set_against(v, h, one)
    ]
    if not hits:
        return False
    if any(
        h.start >= one.number.last and h.entry.attributes.get("behind") and not _parted(v, one.number.last, h.start)
        for h in hits
    ):
        return True
    return any(h.end <= one.number.first and not _ends(v, h.end, one.number.first) for h in hits)


def _set_against(v: View, hit: Hit, one: Found) -> bool:
    """`naik 12 dari hari sebelumnya, 281 hilang`; `sejak Oktober tahun lalu`: only what a change is set against, or a span that lasts until now."""
    before = v.sentence.low[max(0, hit.start - 2) : hit.start]
    return not v.words.compared.isdisjoint(before) and hit.end != one.number.outer[0]


def _was_told(v: View, first: int) -> bool:
    """«Ночью речь шла о 12», «вчера в полиции сообщали, что погибли 12»: a telling that lasted, with its day, before the number."""
    low, words = v.sentence.low, v.words
    if not words.then or words.used_to_tell.isdisjoint(low[:first]):
        return False
    start = next((i for i in range(first - 1, -1, -1) if low[i] in ":;" or low[i] in words.now or low[i] in words.turns), -1)
    clause = low[start + 1 : first]
    return not (words.then.isdisjoint(clause) or words.used_to_tell.isdisjoint(clause)) and not _counted(v, start + 1, first)


def _counted(v: View, first: int, last: int) -> bool:
    return any(first <= n.first and n.last <= last and n.sort == "count" for n in v.numbers)


def _ends(v: View, first: int, last: int) -> bool:
    """Whether what was so formerly ends before token `last`: at a colon, or where the main verb says something new."""
    low = v.sentence.low
    return any(
        low[i] in ":;"
        or low[i] in v.words.now
        or (low[i] in v.words.against and any(n.last <= i for n in v.numbers if n.first >= first))
        or (low[i] == "," and low[i + 1] in v.words.speech and not _told_formerly(v, first, i))
        for i in range(first, min(last, len(low) - 1))
    )


def _told_formerly(v: View, first: int, comma: int) -> bool:
    """«Ранее сообщалось, что …»: the telling itself was of before, not only the day on which somebody told it."""
    return v.sentence.low[comma + 1] in v.words.hard and not v.words.used_to_tell.isdisjoint(
        v.sentence.low[first:comma]
    )
