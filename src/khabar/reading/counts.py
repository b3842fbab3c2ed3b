"""Counts: the figures of a document, each with its measure, bound, basis, who is counted and whether it stands now.

Only a sentence with a number and something to count is looked at closely. `structure.py` then relates the figures of the
whole report to one another.
"""

from itertools import pairwise
from operator import attrgetter

import msgspec

from khabar.language.lexicon import Hit
from khabar.model.reading import Basis
from khabar.model.span import Span, inside, overlap
from khabar.reading.bounds import bound, value
from khabar.reading.document import Count, Document, Sentence
from khabar.reading.implicit import implied
from khabar.reading.inherit import Found, lent, own_measure, part_word, repeated, roster
from khabar.reading.linking import LONE, link, of_another_verb
from khabar.reading.measures import Link, View, noun_of, thing_of, view
from khabar.reading.numbers import Number, number_words, numbers
from khabar.reading.relations import FOLLOWS, relate
from khabar.reading.sorts import sort_out, unite
from khabar.reading.who import hand_on, who
from khabar.reading.words import figure_words

COUNTED = frozenset({"count", "named", "year"})
"""Sorts that may be a figure where a measure word takes them at once; "year" and "named" only from right beside it."""

PROMISING = frozenset({"measure", "damage", "part", "resume", "earlier", "basis"})
"""Words without which no figure is read."""

ILLNESS = frozenset({"illness"})

CLOSE = 1.3

FIRST, REVISION = attrgetter("first"), attrgetter("revision")

NEAR = 6
"""A word for the basis of a count stands at most so many tokens from it."""

AMONG = 8
"""A part without its people, with a word such as "among" behind it, stands at most so many tokens from its whole."""

SPEAKERS = 10
"""So many at most speak with one voice."""

SURE = 1.0
"""A measure word that costs no more than this is not overruled by a list or a part."""


FAIR = 3.0
"""A measure word that costs no more than this is not overruled by what an earlier figure counted."""


def count(document: Document) -> None:
    """Fills `document.counts`. Needs sentences and times."""
    ill = document.has(ILLNESS)
    for index, sentence in enumerate(document.sentences):
        if (_promising(sentence) or _goes_on(document, sentence, index)) and not _leads_out(document, sentence):
            found = read_numbers(document, sentence)
            document.counts += _figures(document, sentence, found, index, ill=ill)


def read_numbers(document: Document, sentence: Sentence) -> list[Number]:
    """The numbers of a sentence with bounds and sorts; read once, then remembered with the sentence."""
    if sentence.numbers is not None:
        return sentence.numbers
    found = numbers(sentence, document.language, document.text)
    sentence.numbers = found
    if not found:
        return found
    dates = [t.span for t in document.times_in(sentence)]
    unite(sentence, found, dates, joins=number_words(document.language.code).facts.get("join", ()))
    found = bound(sentence, found, document.language)
    code = document.language.code
    sort_out(
        sentence, found, small=figure_words(code).small, pronouns=number_words(code).facts.get("pronoun_after", ()), aged=number_words(code).facts.get("aged", ())
    )
    sentence.numbers = found
    return found


def _promising(sentence: Sentence) -> bool:
    return sentence.has(PROMISING)


def _leads_out(document: Document, sentence: Sentence) -> bool:
    """Whether the line only leads to another report: "Also read: 40 dead in mine"."""
    low = sentence.low
    at = 2 if low[2:3] == [":"] else 1 if low[1:2] == [":"] else 0
    return at > 0 and " ".join(low[:at]) in figure_words(document.language.code).links_out


def _goes_on(document: Document, sentence: Sentence, index: int) -> bool:
    """Whether it may be a list of numbers under the sentence before."""
    last = document.counts[-1].sentence if document.counts else -1
    return 0 <= last == index - 1 and len(sentence.digits) > 1


def _figures(document: Document, sentence: Sentence, found: list[Number], index: int, *, ill: bool) -> list[Count]:
    words = figure_words(document.language.code)
    found = implied(sentence, words, found)
    if not found:
        return []
    found = sorted(_unspoken(document, sentence, found), key=FIRST)
    if COUNTED.isdisjoint([n.sort for n in found]):
        return []
    if not document.counts and not (sentence.of["measure"] or sentence.of["damage"] or own_measure(sentence)):
        return []
    v = view(sentence, words, found, index, ill=ill)
    figures: list[Found] = []
    for number in found:
        taken = _taken(v, number, figures, document.counts)
        if taken is not None and not (number.anaphor and _told(number, taken, document.counts)):
            figures.append(Found(number, taken, _count(v, number, taken, index)))
    if not figures:
        return []
    figures = _amid(v, _revised(v, figures))
    hand_on(v, figures)
    relate(v, figures, document.counts)
    return [f.count for f in figures]


def _unspoken(document: Document, sentence: Sentence, found: list[Number]) -> list[Number]:
    """Without the persons who speak: `33 dead, a senior official said` counts no official, `two residents said` nobody."""
    if not any(_may_speak(n) for n in found):
        return found
    spoken = [
        (span, span in u.source)
        for u in document.utterances
        for span in (*u.source, *u.role, *u.affiliation)
        if inside(span, (sentence.start, sentence.end))
    ]
    return [n for n in found if not (_may_speak(n) and _speaks(sentence, n, spoken))]


def _may_speak(number: Number) -> bool:
    return not number.digits and number.sort == "count" and number.best is not None and 0 < number.best <= SPEAKERS


def _speaks(sentence: Sentence, number: Number, spoken: list[tuple[Span, bool]]) -> bool:
    """Whether the words of somebody who speaks hold the number; of several they begin with it."""
    own = sentence.span(number.first, number.last)
    return any(overlap(own, s) if number.best == 1 else source and s[0] == own[0] for s, source in spoken)


def _told(number: Number, taken: Link, told: list[Count]) -> bool:
    """Whether "both died" only says again that two died."""
    return any(c.measure == taken.trigger.measure and c.best == number.best for c in told)


def _revised(v: View, figures: list[Found]) -> list[Found]:
    """With the old number of "from 26 to 164", which takes its measure from the new one."""
    if not any(map(REVISION, v.numbers)):
        return figures
    read = {id(f.number): f for f in figures}
    for old, new in pairwise(v.numbers):
        if (old.revision, new.revision) == ("old", "new") and id(new) in read and id(old) not in read:
            link = read[id(new)].link
            figures.append(Found(old, link, _count(v, old, link, v.index)))
    return sorted(figures, key=lambda f: f.number.first)


def _amid(v: View, figures: list[Found]) -> list[Found]:
    """With the numbers that take their measure from the next one: "three children were among the 12 dead", "a clerk and a seller died"."""
    if len(v.numbers) == len(figures):
        return figures
    read = {id(f.number): f for f in figures}
    for one, two in reversed(list(pairwise(v.numbers))):
        if id(one) not in read and id(two) in read and (found := _same_verb(v, one, two, read[id(two)].link)):
            read[id(one)] = Found(one, found, _count(v, one, found, v.index))
        if (
            one.sort != "count"
            or one.best == 0
            or id(two) not in read
            or (id(one) in read and not (one.implied and read[id(one)].link.how == "after"))
            or (noun_of(v, one, v.people) is None and not one.implied and v.sentence.low[one.last] not in v.words.of)
        ):
            continue
        link = _forward(v, one, two, read[id(two)].link)
        if link is not None:
            read[id(one)] = Found(one, link, _count(v, one, link, v.index))
    return sorted(read.values(), key=lambda f: f.number.first)


def _same_verb(v: View, one: Number, two: Number, link: Link) -> Link | None:
    """The verb of damage behind a list of things: "87 rumah, dua masjid, dan satu sekolah rusak"."""
    thing = thing_of(v, one) if link.trigger.counts and link.how == "before" and one.sort == "count" else None
    if thing is None or any(one.last <= n.first < thing.start for n in v.numbers):
        return None
    if not v.words.coordinators.issuperset(v.sentence.low[thing.end : two.outer[0]]):
        return None
    kind = thing.entry.attributes.get("of")
    same = next((t for t in v.triggers if t.start == link.trigger.start and t.counts == kind), None)
    return None if same is None or thing.end == two.outer[0] else Link(same, "before", 1.5)


def _in_part(v: View, hit: Hit) -> bool:
    """Whether the word only begins a longer one of a part: `dari jumlah itu`."""
    return any(h.start == hit.start and hit.end < h.end for h in v.sentence.of["part"])


def _forward(v: View, one: Number, two: Number, link: Link) -> Link | None:
    """The link that a number takes over from the next one: by "among", "of the", "including", or an "and" before the verb."""
    if (
        link.how == "before"
        and link.trigger.start > two.last
        and part_word(v, one.last, two)
        and not any(one.last <= t.start < two.first for t in v.triggers)
    ):
        return Link(link.trigger, "before", 1.0)
    gap = v.sentence.low[one.last : two.outer[0]]
    among = (len(gap) <= AMONG or noun_of(v, one, v.people) is not None) and any(
        one.last <= h.start and h.end <= two.outer[0] and not _in_part(v, h) for h in v.sentence.of["among"]
    )
    if among or (gap and gap[0] in v.words.of and len(gap) <= NEAR // 2 and link.how == "again"):
        return Link(link.trigger, "part", 1.0)
    joined = link.how == "before" and _and(v, one, two) and not of_another_verb(v, one, link.trigger)
    return Link(link.trigger, "before", 1.0) if joined else None


def _and(v: View, one: Number, two: Number) -> bool:
    """Whether an "and" or a comma alone joins a number with its people to the next: "five women and 13 men"."""
    noun = noun_of(v, one, v.people)
    gap = v.sentence.low[one.last if noun is None else noun.end : two.outer[0]]
    return (
        bool(gap)
        and gap[0] in v.words.coordinators
        and all(w in v.words.passed or w in v.words.coordinators for w in gap[1:])
    )


def _taken(v: View, number: Number, figures: list[Found], told: list[Count]) -> Link | None:
    """The measure word that takes a number, directly or lent by a figure before; None where it counts nobody."""
    if number.sort not in COUNTED or not _whole(number):
        return None
    again = repeated(v, number, told)
    if again is not None:
        return again
    own = link(v, number)
    if _of_none(v, number) or (own is not None and not own.trigger.measure):
        return _not_alive(v, number, own)
    if number.sort != "count":
        own = own if own is not None and own.cost <= CLOSE else None
        return own or (roster(v, number, told) if number.sort == "named" else None)
    if own is not None and own.cost <= SURE and not own.trigger.condition:
        return own
    barred = (own is None or own.how == "after") and _verb_of_its_own(v, number, own)
    found = None if barred else _better(v, number, own, lent(v, number, figures, told))
    return None if number.best == 0 and found is not None and found.how == "part" else found  # "none of them seriously"


def _of_none(v: View, number: Number) -> bool:
    """As in "none of the 210 passengers was hurt": those to whom it did not happen."""
    if not v.sentence.of["zero"] and not v.sentence.of["label"]:
        return False
    before = next((n for n in v.numbers if n.last <= number.outer[0] <= n.last + OF_THE and _nobody(n)), None)
    if before is None or before is number:
        return False
    gap = v.sentence.low[before.last : number.outer[0]]
    among = any(before.last <= h.start < number.outer[0] for h in v.sentence.of["among"])
    return among or (before.last > 0 and not v.words.of.isdisjoint({*gap, v.sentence.low[before.last - 1]}))


def _nobody(number: Number) -> bool:
    return (number.best == 0 and number.implied) or number.sort == "except"


def _not_alive(v: View, number: Number, own: Link | None) -> Link | None:
    """As in "none of the 61 passengers survived", «никто из 61 не выжил»: they are dead."""
    if own is None or own.how != "before":
        return None
    beside = own.trigger.start == number.last and not own.trigger.state  # "none of the 12 dead was named"
    if beside or v.sentence.low[own.trigger.start] in v.words.negations:
        return own if own.trigger.measure else None
    return Link(msgspec.structs.replace(own.trigger, measure="killed"), own.how, own.cost) if own.trigger.alive else None


OF_THE = 3
"""So many words at most stand between "none" and the number of them all."""


def _verb_of_its_own(v: View, number: Number, own: Link | None) -> bool:
    """«187 убиты, 46 захвачены»: whether a verb right behind it tells nothing of such as it counts, so that none before it does."""
    behind = (t for t in v.triggers if t.start == number.last and not t.noun and not t.counts)
    trigger = next(behind, None)
    if trigger is None or (own is not None and own.trigger is trigger):
        return False
    return own is None or not v.sentence.low[trigger.end - 1].endswith(v.words.participles or ("",))


def _better(v: View, number: Number, own: Link | None, other: Link | None) -> Link | None:
    """Of the number's own measure word and that of a figure before it the one that fits better."""
    if own is None or other is None:
        return own or other
    if (other.how == "also" and _said_again(v, number)) or (
        other.how in {"also", "list"} and _suffered_apart(v, number, own)
    ):
        return own
    if other.how == "part":
        keeps = _died(v, number, own) or _followed(own, other) or (own.cost < other.cost and not own.trigger.condition)
        return own if keeps else other
    if own.trigger.condition or (other.how == "resume" and own.cost <= FAIR and not _of_the_next(v, number, own)):
        return own
    return min(own, other, key=lambda k: k.cost)


def _of_the_next(v: View, number: Number, own: Link) -> bool:
    """`jumlahnya menjadi 16 dan 33 luka-luka`: whether the number's measure word stands right behind the next number."""
    return own.how == "before" and any(
        number.last <= n.first and n.last == own.trigger.start and n.sort == "count" and not n.implied for n in v.numbers
    )


def _said_again(v: View, number: Number) -> bool:
    """`220 keluarga atau 970 orang`: whether the next number only tells the same in people, so that both have one verb."""
    noun = noun_of(v, number, v.people)
    after = next((n for n in v.numbers if n.first >= number.last), None)
    if noun is None or after is None:
        return False
    return v.words.ors.issuperset(v.sentence.low[noun.end : after.outer[0]]) and noun.end < after.outer[0]


def _suffered_apart(v: View, number: Number, own: Link) -> bool:
    """As in "a guard was killed and 20 others on a bus were wounded": the number leads a clause with a verb of its own."""
    low, at = v.sentence.low, own.trigger.start
    if own.how != "before" or at <= number.last or low[at - 1] not in v.words.auxiliaries:
        return False
    gap = low[number.last : at - 1]
    return v.words.hard.isdisjoint(gap) and not any(w in ",;:" for w in gap) and not _counted(v, number.last, at)


def _counted(v: View, first: int, last: int) -> bool:
    return any(first <= n.first < last and n.sort == "count" for n in v.numbers)


def _followed(own: Link, other: Link) -> bool:
    """As in "88 were detained, of whom 70 had been released": the number's own verb tells what came of them."""
    freed = own.trigger.measure == "released" and own.trigger.measure in FOLLOWS.get(other.trigger.measure, ())
    return freed and own.how == "before" and own.cost <= LONE


def _died(v: View, number: Number, own: Link) -> bool:
    """As in "two of them, both nurses, died": what a part suffered, if it is death, is more than what the whole did."""
    between = range(number.last, own.trigger.start)
    return (
        own.how == "before"
        and own.trigger.measure == "killed"
        and own.cost <= LONE
        and not any(n.first in between for n in v.numbers)
    )


def _whole(number: Number) -> bool:
    """People and houses come whole: "7.2" counts none."""
    worth = value(number) or 0
    return worth == int(worth)


def _count(v: View, number: Number, taken: Link, index: int) -> Count:
    return Count(
        span=v.sentence.span(*number.outer),
        number=v.sentence.span(number.first, number.last),
        measure=_measure(number, taken),
        low=number.low,
        best=number.best,
        high=number.high,
        bound=number.bound,  # type: ignore[arg-type]
        basis=_basis(v, number, taken),
        who=who(v, number, taken),
        sentence=index,
    )


def _measure(number: Number, taken: Link) -> str:
    """The measure of the word; with some words of harm nobody at all means neither dead nor hurt."""
    return taken.trigger.zero if number.best == 0 and taken.trigger.zero else taken.trigger.measure


def _basis(v: View, number: Number, taken: Link) -> Basis:
    """How the count was made: by the measure word itself ("bodies"), else by a word near it ("registered")."""
    words = v.sentence.of["basis"]
    if not words:
        return taken.trigger.basis
    near = [h for h in words if -NEAR <= h.start - number.last <= NEAR and _nearest(v, number, h)]
    said: list[Basis] = [h.entry.attributes["basis"] for h in near]
    if "identified" in said:
        return "identified"
    if taken.trigger.basis != "unknown":
        return taken.trigger.basis
    return said[0] if said else "unknown"


def _nearest(v: View, number: Number, hit: Hit) -> bool:
    """Whether no other count stands nearer to the word: of "139, of them identified 75" the 75 are identified."""
    return not any(
        _away(other, hit) < _away(number, hit) for other in v.numbers if other.sort == "count" and other is not number
    )


def _away(number: Number, hit: Hit) -> int:
    return max(hit.start - number.last, number.first - hit.end)
