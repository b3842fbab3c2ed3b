"""Statements: who says what, by frames around cues and by quotations.

Sentence by sentence, the frames of `frames.py` become utterances. A quotation whose cue is in the sentence before (`X said:`) or that goes on after
an attribution (`"…," X said. "…"`) is joined to its speaker; a speaker named by a clitic or left out is looked up among those who spoke before.
"""

import re
from bisect import bisect_left

from khabar.language.lexicon import Hit
from khabar.model.reading import SourceKind
from khabar.model.span import Span
from khabar.reading.document import Document, Quotation, Sentence, Utterance
from khabar.reading.edges import DASHES, signature
from khabar.reading.frame import Frame
from khabar.reading.frames import frames
from khabar.reading.grammar import grammar
from khabar.reading.names import is_name
from khabar.reading.nounphrase import Party, split
from khabar.reading.posts import POSSESSIVE, role_end
from khabar.reading.scene import BREAKS, Range, Scene, scene
from khabar.reading.speakers import Naming, Speakers
from khabar.reading.subjects import subject_right
from khabar.reading.unknown import attributed

LEAST_QUOTED_WORDS = 5
SIGNED = 12
"""A quotation under which a name stands may be so many sentences long."""

RESUMED = 40
"""So many code points at most lie between an attribution and the second half of its quotation."""

EDGE_MARKS = frozenset(":–—―-")
SILENT_IF_NOT = frozenset({"asserts", "confirms"})
NOBODY = frozenset({"passive", "impersonal"})
SPEAKING = frozenset({"person", "unnamed", "collective", "office"})


def state(document: Document) -> None:
    """Fills `document.utterances`. Needs sentences and quotations."""
    report = Report(document)
    for index, sentence in enumerate(document.sentences):
        report.read(index, sentence)
    report.left_over()


class Report:
    """The state of one pass over a report: what was said so far, and by whom."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.alone = _alone(document)
        self.used: dict[int, Utterance] = {}
        self.grammar = grammar(document.language.code)
        self.speakers = Speakers(self.grammar)
        self.waiting: Utterance | None = None
        self.begun: dict[int, int] = {}
        self.written: frozenset[str] | None = None
        self.next_quotation = 0

    def read(self, index: int, sentence: Sentence) -> None:
        """The utterances of one sentence."""
        quotations = self._touching(sentence)
        if self.grammar.clitics:
            self._named(index, sentence, quotations)
        if not quotations and not sentence.of["cue"] and EDGE_MARKS.isdisjoint(sentence.low):
            return
        view = scene(self.document, sentence, quotations)
        if sentence.low[0] in DASHES and self._signed(view, index):
            return
        found = frames(view)
        before: Utterance | None = None
        for frame in found:
            before = self._utter(view, frame, index, before) or before
        self._quotations_without_cue(view, index, cued=bool(found))

    def _touching(self, sentence: Sentence) -> list[Quotation]:
        quotations = self.document.quotations
        if self.next_quotation == len(quotations):
            return []
        while self.next_quotation < len(quotations) and quotations[self.next_quotation].outer[-1][1] <= sentence.start:
            self.next_quotation += 1
        found = []
        for quotation in quotations[self.next_quotation :]:
            if quotation.outer[0][0] >= sentence.end:
                break
            if quotation.outer[-1][1] > sentence.start:
                found.append(quotation)
        return found

    def _utter(self, view: Scene, frame: Frame, index: int, before: Utterance | None) -> Utterance | None:
        attributes = frame.hit.entry.attributes
        utterance = Utterance(
            content=[],
            cue=[view.span(frame.cue)],
            voice="indirect",
            act=attributes.get("act", "asserts"),
            sentence=index,
        )
        utterance.again = bool(attributes.get("again"))
        if frame.negated and utterance.act in SILENT_IF_NOT:
            utterance.act = "declines"
        utterance.certainty = attributes.get("certainty", "confirmed" if utterance.act == "confirms" else "stated")
        if frame.quotation is not None:
            quotation = view.quotations[frame.quotation]
            held = self.used.get(id(quotation))
            if held is not None and held.source:
                return None
            if held is not None:
                self.document.utterances.remove(held)
            self.used[id(quotation)] = utterance
            utterance.content = list(quotation.inner)
            utterance.voice = "quote"
        elif frame.content is not None:
            utterance.content = [view.span(part) for part in (frame.content, frame.more) if part is not None]
        if frame.second_cue is not None:
            utterance.cue.append(view.span(frame.second_cue))
        if frame.relays:
            utterance.relays = [[view.span(_relay(view, r))] for r in frame.relays]
        if frame.addressee is not None:
            utterance.addressee = [view.span(frame.addressee)]
            if any(h.entry.category == "medium" for h in _within(view, frame.addressee)):
                utterance.relays.append(list(utterance.addressee))
        self._source(view, frame, utterance, before)
        self.document.utterances.append(utterance)
        self.waiting = None if utterance.content else utterance
        return utterance

    def _source(self, view: Scene, frame: Frame, utterance: Utterance, before: Utterance | None) -> None:
        if frame.subject is not None:
            party = split(view, frame.subject, frame.apposition, self.alone)
            if self.grammar.clitics and party.named and party.role is None and party.affiliation is None:
                party.affiliation = _from_office(view, party.source[1])
                _styled(view, party)
            put(utterance, view, party)
            _with_contraction(view, frame, utterance)
            short = not party.named or party.source[1] - party.source[0] == 1
            if short and view.sentence.of["anonymity"]:
                utterance.source_kind = "unnamed"
            if party.kind == "person" and party.named and not self._is_common(view, party):
                self.speakers.add(_naming(utterance, view, party))
            elif self.grammar.clitics:
                self._nameless(view, utterance, party)
        elif frame.same and before is not None:
            _copy(utterance, before.source, before.role, before.affiliation, before.source_kind)
        elif frame.hit.entry.attributes.get("frame") not in NOBODY:
            speaker = self.speakers.last(utterance.sentence)
            if speaker is not None:
                _copy(utterance, speaker.source, speaker.role, speaker.affiliation, speaker.kind)

    def _nameless(self, view: Scene, utterance: Utterance, party: Party) -> None:
        """Remembers an office, a post or a witness for the clitic of a quotation right behind."""
        post = _post_of(view, party)
        if post or party.kind in SPEAKING_FOR or view.low[party.source[0]] in view.grammar.singulars:
            self.speakers.nameless(_naming(utterance, view, party), post)

    def _is_naming(self, view: Scene, hit: Hit, party: Party) -> bool:
        """Whether a post names somebody; one in small letters only where the name is known as one."""
        if party.role is None or not party.named or party.kind != "person":
            return False
        known = self.grammar.given
        return view.capital(hit.start) or any(
            view.low[i] in known or view.low[i] in self.alone for i in range(*party.source)
        )

    def _is_common(self, view: Scene, party: Party) -> bool:
        """Whether the only word of a name at the head of a sentence is a common word of the report (`Vaksinasi`)."""
        first, last = party.source
        if last - first != 1 or first > 1 or view.low[first] in self.alone & self.grammar.given:
            return False
        if self.written is None:
            self.written = frozenset().union(*[s.words for s in self.document.sentences])
        return view.low[first] in self.written and view.low[first].islower()

    def _signed(self, view: Scene, index: int) -> bool:
        """`“…” ― Jane Roe` where the name stands in a sentence of its own."""
        last = self.document.utterances[-1] if self.document.utterances else None
        if last is None or last.cue or last.voice != "quote" or index - last.sentence > SIGNED:
            return False
        found = signature(view)
        if found is None or view.sentence.start - last.content[-1][1] > RESUMED:
            return False
        last.cue = [view.span(found[0])]
        last.sentence = index
        put(last, view, split(view, found[1], None, self.alone))
        return True

    def _named(self, index: int, sentence: Sentence, quotations: list[Quotation]) -> None:
        """Persons named with their post, whether or not they say anything; needed where a clitic stands for a name."""
        view: Scene | None = None
        end = 0
        for hit in sentence.of["role"]:
            if hit.start < end:
                continue
            start = sentence.starts[hit.start]
            if any(a <= start < b for q in quotations for a, b in q.outer):
                continue
            view = view or scene(self.document, sentence, quotations)
            party = _described(view, hit, self.alone)
            if party is None:
                phrase = _to_name(view, subject_right(view, hit.start))
                party = split(view, phrase, None, self.alone) if phrase else None
            if party is not None and self._is_naming(view, hit, party):
                end = max(r[1] for r in (party.source, party.role, party.affiliation) if r is not None)
                utterance = Utterance(content=[], sentence=index)
                put(utterance, view, party)
                naming = _naming(utterance, view, party)
                naming.spoke = False
                naming.aside = _accompanies(view, hit.start)
                self.speakers.add(naming)

    def _quotations_without_cue(self, view: Scene, index: int, *, cued: bool) -> None:
        """Quotations that no frame took and that end here: they go on with a speaker, or wait for a colon's."""
        for quotation in view.quotations:
            if id(quotation) in self.used or quotation.scare:
                continue
            begun = self.begun.setdefault(id(quotation), index)
            if quotation.outer[-1][1] > view.sentence.end:
                continue
            frame = None if cued else attributed(view, quotation)
            if frame is not None:
                self._utter(view, frame, index, None)
                continue
            if not self._begins_a_sentence(quotation, begun):
                self._resume(quotation, index)
                continue
            if self.waiting is not None and self.waiting.sentence == begun - 1:
                self._give(quotation, self.waiting)
                self.waiting.voice = "quote"
            elif not (cued and begun == index):
                self._without_cue(quotation, begun)

    def _without_cue(self, quotation: Quotation, begun: int) -> None:
        start, end = quotation.outer[0]
        before = self._goes_on_from(quotation, begun)
        if before is not None:
            self._give(quotation, before)
        elif len(self.document.text[start:end].split()) >= LEAST_QUOTED_WORDS:
            utterance = Utterance(content=[], voice="quote", sentence=begun)
            self._give(quotation, utterance)
            self.document.utterances.append(utterance)

    def _resume(self, quotation: Quotation, index: int) -> None:
        """`“The bridge,” she said, “is shut.”`: the second half of a sentence whose cue stands between."""
        last = next((u for u in reversed(self.document.utterances[-2:]) if u.voice == "quote"), None)
        if last is None or last.sentence != index or not last.cue or last.cue[-1][0] < last.content[-1][1]:
            return
        start = quotation.outer[0][0]
        end = max(last.cue[-1][1], last.source[-1][1] if last.source else 0)
        between = self.document.text[end:start].strip()
        parted = not between.strip(",;:.–—-― ") or between.endswith(",")
        if parted and last.content[-1][1] < last.cue[0][0] and end < start <= end + RESUMED:
            self._give(quotation, last)

    def _give(self, quotation: Quotation, utterance: Utterance) -> None:
        utterance.content += quotation.inner
        self.used[id(quotation)] = utterance

    def _begins_a_sentence(self, quotation: Quotation, begun: int) -> bool:
        return quotation.outer[0][0] == self.document.sentences[begun].start

    def _goes_on_from(self, quotation: Quotation, index: int) -> Utterance | None:
        """The last utterance of the sentence before, in the same paragraph: an uncued quotation carries it on."""
        recent = [
            u for u in self.document.utterances[-3:] if u.sentence >= index - 1 and u.content and u.cue and u.source
        ]
        recent.sort(key=lambda u: (u.voice == "quote", u.sentence))
        for last in reversed(recent):
            between = self.document.text[max(last.content[-1][1], last.cue[-1][1]) : quotation.outer[0][0]]
            if "\n" in between or (last.voice != "quote" and last.source_kind not in SPEAKING):
                continue
            if last.voice == "quote" or index - last.sentence == 1:
                return last
        return None

    def left_over(self) -> None:
        """Drops what waited for a quotation that never came."""
        self.document.utterances[:] = [u for u in self.document.utterances if u.content]


def _from_office(view: Scene, at: int) -> Range | None:
    """`Omar Saidi dari Kementerian Dalam Negeri`: the office that a name says it is from."""
    if at + 1 >= view.end or view.low[at] not in view.grammar.post_links:
        return None
    if not any(h.start == at + 1 and h.entry.category == "organisation" for h in view.hits):
        return None
    return subject_right(view, at + 1)


def _styled(view: Scene, party: Party) -> None:
    """`Rahmat Wijaya yang juga menjabat Wakil Ketua Asosiasi Nelayan`: the post that a relative clause gives somebody."""
    g, at = view.grammar, party.source[1]
    at += at < view.end and view.low[at] == ","
    if at >= view.end or view.low[at] not in g.relatives:
        return
    first = at + 1
    while first < view.end and view.low[first] in g.styling:
        first += 1
    role = next((h for h in view.hits if h.start == first > at + 1 and h.entry.category == "role"), None)
    phrase = subject_right(view, first) if role is not None else None
    if role is None or phrase is None:
        return
    hits = [h for h in view.hits if first <= h.start and h.end <= phrase[1]]
    end = role_end(view, role, hits, phrase[1])
    party.role = (first, end)
    party.affiliation = view.trim(end, phrase[1]) if end < phrase[1] else None


def _described(view: Scene, role: Hit, alone: frozenset[str]) -> Party | None:
    """`Rahmat Wijaya, Kepala Regu B dari Pos Pemadam, tiba …`: who is named before a comma, with the post behind it."""
    g, comma = view.grammar, role.start - 1
    while comma > 0 and not g.determiners.isdisjoint(view.low[comma - 1 : comma + 1]):
        comma -= 1
    first = comma
    while first > 0 and view.capital(first - 1):
        first -= 1
    if comma - first < LEAST_NAME or view.low[comma] != "," or not is_name(view, view.hits, first, comma):
        return None
    if any(view.sentence.starts[i] in view.placed for i in range(first, comma)):
        return None
    end = next((i for i in range(role.end, view.end) if view.low[i] in BREAKS), view.end)
    return split(view, (first, comma), (role.start, end), alone)


LEAST_NAME = 2
"""So many words at least has a name that only a post behind it tells."""


def _post_of(view: Scene, party: Party) -> str:
    """The first word of the post by which a nameless source is called, where that is one human being's; else nothing."""
    first, last = party.source
    hits = [h for h in view.hits if h.start == first]
    posts = [h for h in hits if h.entry.category == "role" and h.entry.attributes.get("place")]
    again = not view.grammar.demonstratives.isdisjoint(view.low[last - 1 : last + 1])
    if not posts or again or last - first > LONGEST_POST or any(h.entry.category == "collective" for h in hits):
        return ""
    return view.low[first]


LONGEST_POST = 5
SPEAKING_FOR = frozenset({"office", "unnamed"})
"""What a clitic may stand for where nobody is named."""


def _accompanies(view: Scene, at: int) -> bool:
    """Whether a phrase tells only in whose company or presence something was (`bersama Bupati …`, `saat Gubernur …`)."""
    return at > 0 and view.low[at - 1] in view.grammar.companions


def _with_contraction(view: Scene, frame: Frame, utterance: Utterance) -> None:
    """`he’s claiming`: the ending of the pronoun belongs to the cue where auxiliaries do."""
    if frame.subject is None or not view.grammar.auxiliaries_in_cue or frame.subject[1] != frame.cue[0]:
        return
    end = utterance.source[0][1]
    if end < view.sentence.ends[frame.subject[1] - 1] and not utterance.role and len(utterance.cue) == 1:
        utterance.cue = [(end, utterance.cue[0][1])]


def put(utterance: Utterance, view: Scene, party: Party) -> None:
    """Makes a party of a sentence the source of an utterance."""
    utterance.source = [_without_contraction(view, view.span(party.source))]
    utterance.source_kind = party.kind
    if party.role is not None and party.role[1] > party.role[0]:
        utterance.role = [view.span(party.role)]
    if party.rank is not None:
        utterance.role = sorted([*utterance.role, view.span(party.rank)])
    if party.affiliation is not None and party.affiliation[1] > party.affiliation[0]:
        utterance.affiliation = [_without_contraction(view, view.span(party.affiliation))]


def _to_name(view: Scene, phrase: Range | None) -> Range | None:
    """A phrase up to the end of its last run of capitals: `Kepala Dinas Sosial Rahmat Wijaya | datang pagi tadi`."""
    if phrase is None:
        return None
    first, last = phrase
    while last > first and not view.capital(last - 1) and view.low[last - 1] != ")":
        last -= 1
    return (first, last) if last > first else None


CONTRACTION = re.compile(r"['’](?:s|ve|re|d|ll|m)$", re.IGNORECASE)


def _without_contraction(view: Scene, span: Span) -> Span:
    """`he’s claiming`: the pronoun alone."""
    token = view.words[bisect_left(view.sentence.ends, span[1])]
    if "'" not in token and "’" not in token:
        return span
    owned = POSSESSIVE.search(token) and span[1] < view.sentence.end
    found = CONTRACTION.search(token) if token.lower() in view.grammar.nominatives or owned else None
    return (span[0], span[1] - len(found.group())) if found else span


def _within(view: Scene, tokens: Range) -> list[Hit]:
    return [h for h in view.hits if tokens[0] <= h.start and h.end <= tokens[1]]


def _relay(view: Scene, tokens: Range) -> Range:
    """A relay's name without what it is and without an article."""
    party = split(view, tokens, None, frozenset())
    first, last = party.source
    while first < last - 1 and view.low[first] in view.grammar.determiners:
        first += 1
    return first, last


def _naming(utterance: Utterance, view: Scene, party: Party) -> Naming:
    names = tuple(view.words[i] for i in range(*party.source) if view.words[i][:1].isupper())
    return Naming(
        words=names or tuple(view.words[slice(*party.source)]),
        source=utterance.source,
        role=utterance.role,
        affiliation=utterance.affiliation,
        kind=utterance.source_kind,
        sentence=utterance.sentence,
        quoted=utterance.voice == "quote",
        post=tuple(view.low[slice(*party.role)]) if party.role is not None else (),
    )


def _copy(
    utterance: Utterance, source: list[Span], role: list[Span], affiliation: list[Span], kind: SourceKind | None
) -> None:
    utterance.source, utterance.role, utterance.affiliation = list(source), list(role), list(affiliation)
    utterance.source_kind = kind


def _alone(document: Document) -> frozenset[str]:
    """Capitalised words that stand alone beside a cue: names by which the report calls somebody."""
    found: set[str] = set()
    for sentence in document.sentences:
        cues = sentence.of["cue"]
        capitals = frozenset(sentence.capitals) if cues else frozenset()
        for hit in cues if capitals else ():
            after = hit.end
            if after in capitals and after + 1 not in capitals:
                found.add(sentence.low[after])
            before = hit.start - 1
            if (
                before in capitals
                and before - 1 not in capitals
                and not any(h.end == before and h.entry.attributes.get("territory") for h in sentence.of["role"])
            ):
                found.add(sentence.low[before])
    return frozenset(found)
