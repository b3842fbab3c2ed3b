"""Pointers: a sentence that tells the source of the one before it.

`The figures were released by the ministry`, `Angka itu disampaikan X dan disiarkan Y`, «Об этом пишет X со ссылкой на Y».

What the sentence before tells on nobody's word is then a statement of that source; where it has a source, a medium that is named here passed it on.
"""

from bisect import bisect_left

import msgspec

from khabar.language.lexicon import Hit
from khabar.reading.document import Document, Sentence, Utterance
from khabar.reading.grammar import grammar
from khabar.reading.nounphrase import Party, split
from khabar.reading.said import beside
from khabar.reading.scene import BREAKS, Range, Scene, scene
from khabar.reading.statements import put
from khabar.reading.subjects import subject_left, subject_right

REACH = 12
"""So many tokens at most are between the words that point back and the verb."""

HEADS = frozenset({"role", "rank", "organisation", "medium", "medium_name", "state_medium", "news_medium", "collective", "unnamed", "office_name", "office_head", "document"})  # fmt: skip
MEDIA = frozenset({"medium", "medium_name", "state_medium", "news_medium"})


GIVING = frozenset({"asserts", "confirms"})
"""Who denies or takes back the number before does not tell it."""


class Telling(msgspec.Struct, gc=False):
    """Who told what stood before: token ranges of the pointing sentence.

    Attributes:
        utterer: whose word it is; None where only media are named, of whom the first stands for it.
        media: who printed or sent it, in the order of the text.
        cues: the verbs.
        counted: whether it points at a number.
    """

    utterer: Range | None = None
    media: list[Range] = []
    cues: list[Range] = []
    counted: bool = False


def point(document: Document) -> None:
    """Gives statements without a source the one that the sentence beside them tells. Needs utterances, narration too, and counts."""
    _bare_ones(document)
    _pointing(document)
    _going_on(document)


def _bare_ones(document: Document) -> None:
    """`The figures were released by X`: sentences that are nothing but a pointer."""
    for index, sentence in enumerate(document.sentences[1:], 1):
        head = _head(document, sentence) if sentence.of["passed", "pointer"] else None
        if head is None:
            continue
        view = scene(document, sentence, [])
        telling = _telling(view, sentence, head)
        if telling is not None and _give(document, view, index, telling):
            _forget(document, index)


# ------------------------------------------------------------------ attributions of a pointer, sentences that go on


def _pointing(document: Document) -> None:
    """`X reported the figure on Sunday, citing Y`: what X says is only a word for what the sentence before says."""
    for utterance in [u for u in document.utterances if u.source and u.sentence and u.voice != "narration"]:
        if utterance.act in GIVING and _says_nothing(document, utterance):
            targets = _targets(document, utterance.sentence - 1, counted=True)
            for target in targets:
                _copy(target, utterance)
            if targets:
                _drop(document, [utterance])


def _says_nothing(document: Document, utterance: Utterance) -> bool:
    """Whether a content is a word of [[account]] with a demonstrative, and at most a day."""
    sentence = document.sentences[utterance.sentence]
    account = {i for h in (*sentence.of["account"], *sentence.of["pointer"]) for i in range(h.start, h.end)}
    if not account:
        return False
    facts = document.language.facts["pointers"]
    starts = sentence.starts
    at = sorted({i for a, b in utterance.content for i in range(bisect_left(starts, a), bisect_left(starts, b))})
    if account.isdisjoint(at):
        return False
    shown = [i for i in at if sentence.low[i] in facts["before"] or sentence.low[i] in facts["after"]]
    if not shown:
        return False
    times = [t.span for t in document.times if t.span[0] < sentence.end and sentence.start < t.span[1]]
    timed = {i for i in at if any(a <= starts[i] < b for a, b in times)}
    small = grammar(document.language.code).prepositions
    rest = [i for i in at if i not in timed | account and i not in shown and sentence.low[i] not in small]
    words = [sentence.low[i] for i in rest if sentence.low[i][0].isalpha()]
    return not words


def _going_on(document: Document) -> None:
    """`The ministry said five people died. Twelve were injured.`: a short sentence of figures goes on with an office's account."""
    told = {c.statement for c in document.counts}
    for number, utterance in enumerate(document.utterances):
        if number not in told or utterance.voice != "narration" or utterance.source or not utterance.sentence:
            continue
        sentence = document.sentences[utterance.sentence]
        currencies = {c.currency for c in document.counts if c.statement == number}
        if len(sentence.words) > LONGEST_GOING_ON or currencies != {"current"} or _timed(document, sentence):
            continue
        if _of_others(document, number, utterance.sentence - 1):
            continue
        before = [u for i, u in enumerate(document.utterances) if i in told and u.sentence == utterance.sentence - 1]
        near = document.sentences[utterance.sentence - 1].paragraph == sentence.paragraph
        if (
            near
            and len(before) == 1
            and before[0].source
            and before[0].source_kind == "office"
            and before[0].act == "asserts"
        ):
            _copy(utterance, before[0])
            utterance.cue = []


LONGEST_GOING_ON = 12


def _of_others(document: Document, number: int, before: int) -> bool:
    """Whether a figure of the statement is a part of one that stands further back: "A nurse is among the dead"."""
    wholes = [c.part_of for c in document.counts if c.statement == number and c.part_of is not None]
    return any(whole.sentence < before for whole in wholes)


def _timed(document: Document, sentence: Sentence) -> bool:
    return any(sentence.start <= t.span[0] < sentence.end for t in document.times)


def _targets(document: Document, sentence: int, *, counted: bool) -> list[Utterance]:
    """The statements of a sentence that have no source, with figures where such are asked for."""
    told = {c.statement for c in document.counts}
    return [
        u
        for i, u in enumerate(document.utterances)
        if u.sentence == sentence and u.voice == "narration" and not u.source and (i in told or not counted)
    ]


def _copy(target: Utterance, other: Utterance) -> None:
    target.source, target.role, target.affiliation = list(other.source), list(other.role), list(other.affiliation)
    target.source_kind, target.relays, target.cue = other.source_kind, [list(r) for r in other.relays], list(other.cue)
    target.voice, target.said = "indirect", other.said


# ------------------------------------------------------------------ the words that point back


def _head(document: Document, sentence: Sentence) -> Range | None:
    """The words at the head of a sentence that stand for what was said; None where it begins otherwise."""
    first = 0
    facts = document.language.facts["pointers"]
    for hit in sentence.of["pointer"]:
        if hit.start == first:
            return hit.start, hit.end
    for hit in sentence.of["account"]:
        if hit.start > first + 2 + (sentence.low[first + 1 : first + 2] in facts["being"]):
            break
        if hit.start > first and sentence.low[first] in facts["before"]:
            return first, hit.end
        if hit.start == first and sentence.low[first] in facts.get("bare", ()):
            return first, hit.end
        if hit.start == first and facts["after"]:
            end = next(
                (
                    i
                    for i in range(hit.end, min(hit.end + REACH, len(sentence.low)))
                    if sentence.low[i] in facts["after"]
                ),
                None,
            )
            if end is not None and BREAKS.isdisjoint(sentence.low[hit.end : end]):
                return first, end + 1
    return None


# ------------------------------------------------------------------ who told it


def _telling(view: Scene, sentence: Sentence, head: Range) -> Telling | None:
    telling = Telling(counted=any(head[0] <= h.start < head[1] for h in sentence.of["account"]))
    spoken: list[Range] = []
    end = head[1]
    for verb in _verbs(sentence, head):
        agent = subject_right(view, verb.end)
        if agent is None or not _speaks(view, agent):
            agent = None if spoken else _before(view, head[1], verb.start)
        if agent is None:
            continue
        telling.cues.append((verb.start, verb.end))
        spoken.append(agent)
        end = agent[1]
    if not spoken:
        spoken, telling.cues, end = _active(view, sentence, head)
    if not spoken:
        return None
    cited = _cited(view, sentence, end)
    owner = _owner(view, sentence, head, telling.cues[0][0])
    telling.utterer = cited or owner or next((s for s in spoken if not _medium(view, s)), None)
    telling.media = [s for s in spoken if s != telling.utterer]
    if telling.utterer is None:
        telling.utterer = telling.media.pop(0)
    return telling


def _active(view: Scene, sentence: Sentence, head: Range) -> tuple[list[Range], list[Range], int]:
    """`Demikian AFP melaporkan`: who stands between the words that point back and a verb of saying; nobody otherwise."""
    verb = next((h for h in sentence.of["cue"] if h.start > head[1] and h.entry.attributes.get("frame") == "verb"), None)
    if verb is None or verb.start - head[1] > REACH or not any(h.start == 0 and h.end == head[1] for h in sentence.of["pointer"]):
        return [], [], head[1]
    agent = head[1], verb.start
    if not BREAKS.isdisjoint(view.low[slice(*agent)]) or not _speaks(view, agent):
        return [], [], head[1]
    return [agent], [(verb.start, verb.end)], verb.end


def _before(view: Scene, first: int, last: int) -> Range | None:
    """«Об этом мэр города сообщила …»: the subject between the words that point back and the verb."""
    if not view.grammar.verb_first or last <= first:
        return None
    subject = subject_left(view, last)[0]
    if subject is None or subject[1] <= first:
        return None
    subject = max(subject[0], first), subject[1]
    return subject if _speaks(view, subject) else None


def _verbs(sentence: Sentence, head: Range) -> list[Hit]:
    """The verbs of telling: the first near the head, others behind it; the longer of two that overlap."""
    found: list[Hit] = []
    for hit in sentence.of["passed"]:
        if hit.start < head[1] or (found and hit.start < found[-1].end):
            continue
        if not found and not _of_the_clause(sentence, head[1], hit):
            break
        if not found and hit.start - head[1] > REACH:
            break
        found.append(hit)
    return found


def _of_the_clause(sentence: Sentence, first: int, hit: Hit) -> bool:
    """Whether the verb is no relative clause's, `Angka itu turun dari 174 yang semula diumumkan …`; a noun such as `keterangan` stands right behind."""
    if hit.entry.attributes.get("close"):
        return hit.start == first
    return "yang" not in sentence.low[first : hit.start]


def _cited(view: Scene, sentence: Sentence, end: int) -> Range | None:
    """«со ссылкой на X»; `citing X`."""
    for hit in sentence.of["cue"]:
        if hit.start >= end and hit.entry.attributes.get("names") == "source":
            return subject_right(view, hit.end)
    return None


def _owner(view: Scene, sentence: Sentence, head: Range, verb: int) -> Range | None:
    """`Data Kementerian Kesehatan itu dimuat …`, «Эти сведения МВД республики приводит …»: an office behind the word for what it gave."""
    accounts = [h for h in sentence.of["account"] if head[0] <= h.start < head[1]]
    if not accounts:
        return None
    first = accounts[-1].end
    last = min(head[1], verb) if head[1] > first else verb
    if last - first > REACH or not BREAKS.isdisjoint(view.low[first:last]):
        return None
    g = view.grammar
    while last > first and (view.low[last - 1] in g.demonstratives or view.low[last - 1] in g.auxiliaries):
        last -= 1
    office = any(h.entry.category in HEADS - MEDIA and first <= h.start <= first + 1 for h in sentence.hits)
    return (first, last) if last > first and office and view.low[first] not in g.prepositions else None


def _speaks(view: Scene, agent: Range) -> bool:
    """Whether a noun phrase names somebody: by a capital or a word for an office, a post, a medium."""
    if any(agent[0] <= h.start < agent[1] for h in view.sentence.of[HEADS]):
        return True
    return any(view.capital(i) for i in range(*agent))


def _medium(view: Scene, agent: Range) -> bool:
    return any(agent[0] <= h.start < agent[1] for h in view.sentence.of[MEDIA])


# ------------------------------------------------------------------ what it is given to


def _give(document: Document, view: Scene, index: int, telling: Telling) -> bool:
    """Gives the sentence before its source and those who passed it on. False where it holds nothing that they may have said."""
    counted = {c.statement for c in document.counts}
    given = False
    for number, utterance in enumerate(document.utterances):
        if utterance.sentence != index - 1 or (
            telling.counted and number not in counted and utterance.act == "asserts"
        ):
            continue
        if utterance.voice == "narration" and not utterance.source:
            _attribute(document, view, utterance, telling)
            given = True
        elif _medium(view, telling.utterer or (0, 0)) and not telling.media:
            utterance.relays.append([view.span(_bare(view, telling.utterer or (0, 0)))])
            given = True
    return _give_further(document, view, index, telling) or given


def _give_further(document: Document, view: Scene, index: int, telling: Telling) -> bool:
    """Gives the bare counts of the paragraph before that sentence theirs too, where the language points back so far."""
    reach = document.language.facts["pointers"].get("reach", 1)
    first = index - 1
    while first > max(index - reach, 0) and _goes_back(document, first):
        first -= 1
    current = {c.statement for c in document.counts if c.currency == "current"}
    found = [
        u
        for n, u in enumerate(document.utterances)
        if n in current and first <= u.sentence < index - 1 and u.voice == "narration" and not u.source
    ]
    for utterance in found:
        _attribute(document, view, utterance, telling)
    return bool(found)


def _goes_back(document: Document, index: int) -> bool:
    """Whether a sentence names no source and stands in the paragraph of the one before it, which is no title."""
    here, before = document.sentences[index], document.sentences[index - 1]
    if here.paragraph != before.paragraph or before.title:
        return False
    return not any(u.source for u in document.utterances if u.sentence == index - 1)


def _attribute(document: Document, view: Scene, utterance: Utterance, telling: Telling) -> None:
    if telling.utterer is None:
        return
    put(utterance, view, _party(view, telling.utterer))
    utterance.voice = "indirect"
    utterance.cue = [view.span(c) for c in telling.cues]
    utterance.relays = [[view.span(_bare(view, m))] for m in telling.media]
    utterance.said = utterance.said or beside(document, view.sentence, utterance)


def _bare(view: Scene, phrase: Range) -> Range:
    """A medium with the word for what it is, without an article."""
    first, last = phrase
    while first < last - 1 and view.low[first] in view.grammar.determiners:
        first += 1
    return first, last


def _party(view: Scene, phrase: Range) -> Party:
    return split(view, phrase, None, frozenset())


def _forget(document: Document, index: int) -> None:
    """The pointing sentence states nothing of its own."""
    told = {c.statement for c in document.counts}
    _drop(document, [u for i, u in enumerate(document.utterances) if u.sentence == index and i not in told])


def _drop(document: Document, gone: list[Utterance]) -> None:
    """Takes statements out; those that hold figures keep them."""
    dropped = set(map(id, gone))
    kept = [u for u in document.utterances if id(u) not in dropped]
    places = {id(u): i for i, u in enumerate(kept)}
    for count in document.counts:
        if count.statement is not None:
            count.statement = places.get(id(document.utterances[count.statement]))
    document.utterances[:] = kept
