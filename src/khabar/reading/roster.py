"""The persons of a report by name, before its sources are read: from its sources, its addressees and from posts with a name behind them."""

from dataclasses import dataclass, field

from khabar.model.reading import SourceKind
from khabar.model.span import Span
from khabar.reading.document import Sentence, Utterance
from khabar.reading.mentions import Seat
from khabar.reading.page import Page, Party
from khabar.reading.parties import holds, party
from khabar.reading.personal import NO_NAMES
from khabar.reading.persons import Person, Persons

MOST_BETWEEN = 4
NEAR_OFFICE = 8
OF = frozenset({"of", "the", "republik"})


@dataclass(slots=True)
class Roster:
    """Who is named.

    Attributes:
        persons: all persons, each with the forms of the name.
        titled: persons who stand beside a post or office in the text, with it.
    """

    page: Page
    persons: Persons
    titled: list[tuple[Party, Person]] = field(default_factory=list)
    _read: dict[tuple[Span, int, SourceKind | None, bool], Party | None] = field(default_factory=dict)
    _known: dict[int, Person | None] = field(default_factory=dict)
    _sources: set[int] = field(default_factory=set)
    _roles: set[str] = field(default_factory=set)

    def party(self, utterance: Utterance, spans: list[Span], *, own: bool) -> Party | None:
        """What the words of a source, relay or addressee name; `own` for the source itself."""
        if not spans:
            return None
        role, affiliation = (utterance.role, utterance.affiliation) if own else ([], [])
        kind = utterance.source_kind if own else None
        at = (spans[0], spans[-1][1], kind, bool(role or affiliation))
        if at not in self._read:
            self._read[at] = party(self.page, spans, role, affiliation, kind)
        return self._read[at]

    def person(self, found: Party) -> Person | None:
        """The person whom a source's words name."""
        if id(found) not in self._known:
            self._known[id(found)] = self.persons.add(found.name, found.span)
        return self._known[id(found)]

    def fill(self, utterances: list[Utterance]) -> None:
        """Collects the names."""
        for utterance in utterances:
            if utterance.source:
                self._add(self.party(utterance, utterance.source, own=True))
                self._remember(utterance)
            if utterance.addressee:
                self._add(self.party(utterance, utterance.addressee, own=False))
        for seat in self.page.seats:
            sentence = self.page.document.sentences[seat.sentence]
            if seat.office.post or self._head_before(sentence, seat):
                self._after_post(sentence, seat)
        self.persons.fill(self.page.document)
        if self.persons.join():
            self._known.clear()
        for person in self.persons.all:
            self._beside(person)

    def _add(self, found: Party | None) -> None:
        if found is not None and found.kind == "person":
            self.person(found)

    def _remember(self, utterance: Utterance) -> None:
        """Which words are names and which roles by the statements themselves."""
        if utterance.source_kind == "person":
            for span in utterance.source:
                self._sources.update(range(*span))
        for span in (*utterance.role, *utterance.affiliation):
            self._roles.update(self.page.text(span).split())

    def _head_before(self, sentence: Sentence, seat: Seat) -> bool:
        """Whether `head of` stands before an office: «глава МЧС Анна Рой», `Kepala BNPB Andi Marbun`."""
        first = seat.first
        while first and sentence.low[first - 1] in OF:
            first -= 1
        return first > 0 and sentence.low[first - 1] in self.page.document.language.facts["people"]["holders"]

    def _after_post(self, sentence: Sentence, seat: Seat) -> None:
        """Persons who are only mentioned: a post, then a name."""
        first = last = self._past_place(sentence, seat.last)
        blocked = {i for h in sentence.of[NO_NAMES] for i in range(h.start, h.end)}
        while last < len(sentence.words) and self._name_word(sentence, last, first, blocked):
            last += 1
        if last == first or not sentence.words[first][0].isupper():
            return
        span = sentence.span(first, last)
        if span[0] in self._sources:
            return
        words = tuple(sentence.words[first:last])
        person = self.persons.add(words, span)
        if person is not None:
            role = self._role_to(sentence, seat)
            found = Party("person", span, " ".join(words), name=words, role=role, seat=seat)
            found.holds = holds(self.page, found)
            self.titled.append((found, person))

    def _role_to(self, sentence: Sentence, seat: Seat) -> str:
        """The words of a post with what makes it a deputy's: `Wakil Menteri`, «заместитель министра»."""
        first = seat.first
        starts = {h.end: h.start for h in sentence.of["role"]}
        while first in starts and starts[first] < first:
            first = starts[first]
        return self.page.text((sentence.starts[first], seat.span[1]))

    def _past_place(self, sentence: Sentence, at: int) -> int:
        """Behind a place between post and name: `Presiden Peru Ramiro Galvan`, «прокурор республики Анна Рой»."""
        again = {i for h in sentence.of["country_again"] for i in range(h.start, h.end)}
        first = at
        while at < len(sentence.words) and at - first < MOST_BETWEEN:
            between = sentence.low[at] in OF or at in again or sentence.words[at] in self._roles
            if not (between or self.page.place_at(sentence.starts[at])):
                break
            at += 1
        return at

    def _name_word(self, sentence: Sentence, at: int, first: int, blocked: set[int]) -> bool:
        word = sentence.words[at]
        if self.page.place_at(sentence.starts[at]):
            return False
        return (word[0].isupper() and at not in blocked) or (
            at > first and sentence.low[at] in {"bin", "al", "de", "van"}
        )

    def _beside(self, person: Person) -> None:
        """The office that stands behind a name: `Jane Roe, a spokeswoman of the ministry,`; `Jane Roe of the ministry`."""
        if any(p is person for _, p in self.titled):
            return
        for span in person.spans:
            found = self._office_behind(span)
            if found is not None:
                self.titled.append((found, person))
                return

    def _office_behind(self, span: Span) -> Party | None:
        piece = self.page.piece(span)
        if piece is None or piece.last >= len(piece.sentence.words):
            return None
        sentence, at = piece.sentence, piece.last
        behind = self.page.seats_in([(sentence.ends[at], sentence.ends[min(at + NEAR_OFFICE, len(sentence.ends) - 1)])])
        if not behind or "," in sentence.words[at + 1 : behind[0].first]:
            return None
        role = any(at < h.start <= behind[0].first for h in sentence.of["role"])
        if not (sentence.low[at] == "of" or (sentence.words[at] == "," and (role or behind[0].office.post))):
            return None
        words = self._role(sentence, at + 1, behind[0].first)
        return Party("person", span, self.page.text(span), role=words, seat=behind[0])

    def _role(self, sentence: Sentence, first: int, last: int) -> str | None:
        """The post between a comma and the office, without small words at its edges."""
        small = self.page.grammar.determiners | self.page.grammar.prepositions | self.page.grammar.links
        while first < last and sentence.low[first] in small:
            first += 1
        while first < last and sentence.low[last - 1] in small:
            last -= 1
        return self.page.text(sentence.span(first, last)) if first < last else None
