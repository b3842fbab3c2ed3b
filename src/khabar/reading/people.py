"""Who is who within one report: one entry for each source, whoever it is called by."""

from bisect import bisect_right
from dataclasses import replace

from khabar.language.labels import label
from khabar.model.span import Span
from khabar.model.span import words as words_of
from khabar.reading.cast import Cast, Entry
from khabar.reading.document import Document, Sentence, Utterance
from khabar.reading.grammar import grammar
from khabar.reading.mentions import Seat, seats, title_authorities
from khabar.reading.parties import NO_NAMES, Page, Party, media, party
from khabar.reading.persons import Person, Persons

MOST_BETWEEN = 4
OF = frozenset({"of", "the", "republik"})
NEAR_OFFICE = 8
FAR = 4
"""A pronoun is not looked for further back than so many sentences."""


def who_is_who(document: Document) -> None:
    """Fills `document.sources`, and `who`, `chain` and `addressed` of each utterance. Needs utterances and places."""
    report = _Report(document)
    report.name_persons()
    for utterance in sorted(document.utterances, key=_position):
        report.read(utterance)
    report.settle()
    document.sources.extend(report.cast.sources())


def _position(utterance: Utterance) -> int:
    return min((s[0] for s in [*utterance.source, *utterance.cue, *utterance.content]), default=0)


class _Report:
    """The state of one pass over a report's utterances."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.code = document.language.code
        self.grammar = grammar(self.code)
        self.cast = Cast()
        inner = frozenset(w for s in document.sentences for w in s.words[1:] if w[0].isupper())
        capitals = inner | {s.words[0] for s in document.sentences if s.words}
        lower = frozenset(w for s in document.sentences for w in s.words if w[0].islower())
        self.persons = Persons(self.code, capitals, lower)
        placed = frozenset(at for p in document.places for at in range(*p.span))
        starts = [s.start for s in document.sentences]
        self.page = Page(document, seats(document), starts=starts, placed=placed, inner_capitals=inner)
        self.page.seat_starts = [s.span[0] for s in self.page.seats]
        self.page.media = media(self.page)
        self.spoken: list[tuple[int, Entry]] = []
        self.read_already: dict[tuple[int, Span, bool], Party | None] = {}
        self.titled: list[tuple[Party, Person]] = []

    # ------------------------------------------------------------ persons

    def name_persons(self) -> None:
        """Collects all names of persons, so that a surname finds its full name wherever that stands."""
        for utterance in self.document.utterances:
            for spans in (utterance.source, utterance.addressee):
                found = self._party(utterance, spans, own=spans is utterance.source)
                if found is not None and found.kind == "person":
                    self.persons.add(found.name, found.span)
        for seat in self.page.seats:
            if seat.office.post:
                self._after_post(self.document.sentences[seat.sentence], seat)
        self.persons.fill(self.document)
        self.persons.join()
        for person in self.persons.all:
            self._beside(person)

    def _beside(self, person: Person) -> None:
        """The office that stands behind a name: `Jane Roe, a spokeswoman of the ministry,`; `Jane Roe of the ministry`."""
        if any(p is person for _, p in self.titled):
            return
        for span in person.spans:
            piece = self.page.piece(span)
            if piece is None:
                continue
            sentence, at = piece.sentence, piece.last
            opened = at < len(sentence.words) and (sentence.words[at] == "," or sentence.low[at] == "of")
            found = next(
                (s for s in self.page.seats if s.sentence == piece.number and at < s.first <= at + NEAR_OFFICE), None
            )
            if opened and found is not None and "," not in sentence.words[at + 1 : found.first]:
                words = self._role_beside(sentence, at + 1, found.first)
                self.titled.append(
                    (Party("person", span, words_of(self.document.text, [span]), role=words, seat=found), person)
                )
                return

    def _role_beside(self, sentence: Sentence, first: int, last: int) -> str | None:
        """The post between a comma and the office, without small words at its edges."""
        small = self.grammar.determiners | self.grammar.prepositions | self.grammar.links
        while first < last and sentence.low[first] in small:
            first += 1
        while first < last and sentence.low[last - 1] in small:
            last -= 1
        start, end = sentence.span(first, last) if first < last else (0, 0)
        return self.document.text[start:end] or None

    def _after_post(self, sentence: Sentence, seat: Seat) -> None:
        """Persons who are only mentioned: a post, then a name."""
        first = last = self._past_country(sentence, seat.last)
        blocked = {i for h in sentence.hits if h.entry.category in NO_NAMES for i in range(h.start, h.end)}
        while last < len(sentence.words) and self._name_word(sentence, last, first, blocked):
            last += 1
        if last == first or not sentence.words[first][0].isupper():
            return
        words = tuple(sentence.words[first:last])
        span = sentence.span(first, last)
        person = self.persons.add(words, span)
        if person is not None:
            role = self.document.text[seat.span[0] : seat.span[1]]
            self.titled.append((Party("person", span, " ".join(words), name=words, role=role, seat=seat), person))

    def _past_country(self, sentence: Sentence, at: int) -> int:
        """Behind a country between post and name: `Presiden Peru Ramiro Galvan`, «прокурор республики Анна Рой»."""
        again = {i for h in sentence.hits if h.entry.category == "country_again" for i in range(h.start, h.end)}
        first = at
        while at < len(sentence.words) and at - first < MOST_BETWEEN:
            if not (self.page.place_at(sentence.starts[at]) or at in again or sentence.low[at] in OF):
                break
            at += 1
        return at

    def _name_word(self, sentence: Sentence, at: int, first: int, blocked: set[int]) -> bool:
        word = sentence.words[at]
        if self.page.place_at(sentence.starts[at]):
            return False
        return (word[0].isupper() and at not in blocked) or (at > first and word.lower() in {"bin", "al", "de", "van"})

    # ------------------------------------------------------------ utterances

    def read(self, utterance: Utterance) -> None:
        """Who speaks, through whom, to whom."""
        who = self._entry(utterance, utterance.source, own=True)
        relays = [e for r in utterance.relays if (e := self._relay(utterance, r)) is not None]
        utterance.who = None if who is None else self.cast.number(who)
        utterance.chain = [self.cast.number(e) for e in dict.fromkeys(e for e in [who, *relays] if e is not None)]
        if who is not None:
            self.spoken.append((_position(utterance), who))
        self._address(utterance)

    def _relay(self, utterance: Utterance, spans: list[Span]) -> Entry | None:
        """Whoever passes on: a name of nobody known is a medium's."""
        found = self._party(utterance, spans, own=False)
        if found is not None and found.kind == "person" and self.persons.find(found.name) is None:
            found = replace(found, kind="medium")
        return None if found is None else self._place(found, found.span[0])

    def _address(self, utterance: Utterance) -> None:
        found = self._party(utterance, utterance.addressee, own=False)
        known = found is not None and (found.kind in {"person", "medium"} or (found.kind == "office" and found.seat))
        if found is not None and known:
            entry = self._place(found, _position(utterance))
            if entry is not None:
                utterance.addressed = self.cast.number(entry)

    def _party(self, utterance: Utterance, spans: list[Span], *, own: bool) -> Party | None:
        if not spans:
            return None
        at = (id(utterance), spans[0], own)
        if at not in self.read_already:
            given = (utterance.role, utterance.affiliation, utterance.source_kind) if own else ([], [], None)
            self.read_already[at] = party(self.page, spans, *given)
        return self.read_already[at]

    def _entry(self, utterance: Utterance, spans: list[Span], *, own: bool) -> Entry | None:
        found = self._party(utterance, spans, own=own)
        return None if found is None else self._place(found, found.span[0])

    def _place(self, found: Party, at: int) -> Entry | None:
        """The entry of what a source's words name; None where they stand for somebody who cannot be told."""
        match found.kind:
            case "pronoun":
                entry = self._pronoun(found, at)
            case "person":
                entry = self._person(found)
            case "office":
                entry = self._office(found, at)
            case "medium":
                type_ = "media.state" if found.state else "media"
                entry = self.cast.medium(found.text, type_, found.authority, named=found.named)
            case "nation":
                nation = self.cast.other("office", found.text)
                nation.type, nation.authority = "government", found.authority
                return nation.mentioned(found.span)
            case _:
                entry = self.cast.other(found.kind, found.text)  # type: ignore[arg-type]
                if found.seat is not None and found.seat.office.type:
                    entry.office = self._seated(found.seat)
        return entry.mentioned(found.span) if entry is not None else None

    def _person(self, found: Party) -> Entry | None:
        person = self.persons.add(found.name, found.span)
        if person is None:
            return None
        entry = self.cast.person(person, self.persons.name(person))
        entry.role = entry.role or found.role
        entry.authority = entry.authority or found.authority
        if found.seat is not None and entry.office is None:
            seat = self._same_seat(found.seat)
            entry.office = seat if seat is not entry else None
            entry.authority = (entry.office.authority if entry.office else None) or entry.authority
        return entry

    def _same_seat(self, seat: Seat) -> Entry | None:
        return self._seated(seat) if seat.office.type else self._again(seat, seat.span[0])

    def _office(self, found: Party, at: int) -> Entry | None:
        seat = found.seat
        if seat is None:
            return self.cast.other("office", found.text)
        holder = self._holder(seat) if seat.office.post else None
        if holder is not None:
            return holder
        if seat.office.type is None:
            return self._again(seat, at) or self.cast.other("office", found.text)
        return self._seated(seat)

    def _seated(self, seat: Seat) -> Entry:
        text = self.document.text[seat.span[0] : seat.span[1]]
        name = label(seat.office.type or "") if seat.office.post else text
        return self.cast.office(seat, name).mentioned(seat.span)

    def _holder(self, seat: Seat) -> Entry | None:
        """The person who was named with this post before: `the prosecutor general said`; «по словам министра»."""
        type_, family = seat.office.type, f"{seat.office.family}."
        for entry in reversed([e for _, e in self.spoken if e.kind == "person" and e.office is not None]):
            held = entry.office.type if entry.office else None
            if held and (held == type_ or (type_ is None and held.startswith(family))):
                return entry
        return self._titled_holder(seat)

    def _titled_holder(self, seat: Seat) -> Entry | None:
        """The same among persons who were only mentioned."""
        type_, family = seat.office.type, f"{seat.office.family}."
        for found, _ in reversed(self.titled):
            held = found.seat.office.type if found.seat else None
            if found.span[0] < seat.span[0] and held and (held == type_ or (type_ is None and held.startswith(family))):
                return self._person(found)
        return None

    def _again(self, seat: Seat, at: int) -> Entry | None:
        """The office or medium that words like `the ministry` refer back to: the last one mentioned before."""
        family = seat.office.family
        if family == "medium":
            return next((e for _, e in reversed(self.spoken) if e.kind == "medium"), None)
        spoke = {e.type for _, e in self.spoken if e.kind == "office"}
        for other in reversed(self.page.seats[: bisect_right(self.page.seat_starts, at - 1)]):
            type_ = other.office.type
            fits = type_ and (type_.startswith("ministry") if family == "ministry" else type_ not in LOOSE)
            if fits and (type_ in spoke or type_ not in FORCES):
                return self._seated(other)
        return None

    def _pronoun(self, found: Party, at: int) -> Entry | None:
        """The nearest suitable speaker before; None where there is none near."""
        facts = self.document.language.facts["people"]
        low = found.text.lower()
        if low in facts["thing"]:
            return next(
                (e for p, e in reversed(self.spoken) if e.kind in {"office", "medium"} and self._near(p, at)), None
            )
        if low in facts["many"]:
            return next(
                (e for p, e in reversed(self.spoken) if e.kind in {"collective", "office"} and self._near(p, at)), None
            )
        gender = "f" if low in facts["female"] else "m" if low in facts["male"] else None
        for entry in self._persons_before(at):
            if gender is None or entry.gender in {None, gender}:
                entry.gender = entry.gender or gender
                return entry
        return None

    def _persons_before(self, at: int) -> list[Entry]:
        """Persons near before an offset: who spoke last first, then who was only mentioned."""
        spoke = [(p, e) for p, e in self.spoken if e.kind == "person" and p < at and self._near(p, at)]
        named = [(s[0], p) for p in self.persons.all for s in p.spans if s[0] < at and self._near(s[0], at)]
        entries = [e for _, e in reversed(spoke)]
        for _, person in sorted(named, key=lambda n: -n[0]):
            entries.append(self.cast.person(person, self.persons.name(person)) if not entries else entries[0])
        return list({id(e): e for e in entries}.values())

    def _near(self, position: int, at: int) -> bool:
        starts = self.page.starts
        return bisect_right(starts, at) - bisect_right(starts, position) <= FAR

    # ------------------------------------------------------------ the end

    def settle(self) -> None:
        """Persons only mentioned, fullest names, and authorities that the title alone tells."""
        for found, person in self.titled:
            entry = self.cast.person(person, self.persons.name(person))
            entry.role = entry.role or found.role
            if entry.office is None and found.seat is not None:
                seated = self._same_seat(found.seat)
                entry.office = seated if seated is not entry else None
        titles = title_authorities(self.document)
        for seat in self.page.seats:
            if seat.office.type and seat.authority and seat.place is None and not seat.office.country:
                titles.setdefault(seat.office.type, set()).add(seat.authority)
        for entry in self.cast.entries:
            if entry.person is not None:
                entry.name = self.persons.name(entry.person)
                entry.mentions = sorted({*entry.mentions, *entry.person.spans})
            countries = titles.get(entry.type or "", set())
            alike = [e for e in self.cast.entries if e.type == entry.type]
            if (
                entry.authority is None
                and len(countries) == 1
                and all(e.authority in {None, *countries} for e in alike)
            ):
                entry.authority = next(iter(countries))
        for entry in self.cast.entries:
            if entry.office is not None:
                entry.authority = entry.authority or entry.office.authority


FORCES = frozenset(
    {
        "police",
        "army",
        "navy",
        "air.force",
        "national.guard",
        "security.service",
        "security.forces",
        "border.guard",
        "parliament",
    }
)
"""Types whose words often name people and not an office: referred back to only after they spoke."""

LOOSE = frozenset({"authorities", "authorities.local", "armed.group", "party", "company", "university", "hospital"})
"""Types that words like `the office` do not refer back to."""
