"""Who is who within one report: one entry for each source, whoever it is called by."""

from bisect import bisect_right
from operator import itemgetter

from msgspec.structs import replace

from khabar.language.labels import label
from khabar.model.span import Span, inside
from khabar.reading.cast import Cast, Entry, strangers
from khabar.reading.document import Document, Utterance
from khabar.reading.mentions import Seat, title_authorities
from khabar.reading.naming import MANY, office_name, refers_to
from khabar.reading.outlets import media
from khabar.reading.page import Page, Party
from khabar.reading.persons import Person, Persons
from khabar.reading.roster import Roster

FAR = 4
"""A pronoun is not looked for further back than so many sentences."""

POST = 2
"""Whoever spoke by the post alone (`the minister said`) is meant by a pronoun so many sentences on."""

KNOWN = frozenset({"person", "medium"})
FIRST = itemgetter(0)


def who_is_who(document: Document) -> None:
    """Fills `document.sources`, and `who`, `chain` and `addressed` of each utterance. Needs utterances and places."""
    if not document.utterances:
        return
    made = Page(document)
    made.media = media(made)
    report = _Report(made)
    report.roster.fill(document.utterances)
    for at, utterance in sorted([(_position(u), u) for u in document.utterances], key=FIRST):
        report.read(utterance, at)
    report.settle()
    document.sources.extend(report.cast.sources())


def _position(utterance: Utterance) -> int:
    if not utterance.source and not utterance.cue:
        return utterance.content[0][0] if utterance.content else 0
    source, cue, content = utterance.source, utterance.cue, utterance.content
    first = source[0][0] if source else cue[0][0]
    first = min(first, cue[0][0]) if cue else first
    return min(first, content[0][0]) if content else first


class _Report:
    """The state of one pass over a report's utterances."""

    def __init__(self, made: Page) -> None:
        self.page = made
        self.persons = Persons(made)
        self.roster = Roster(made, self.persons)
        self.cast = Cast()
        self.spoken: list[tuple[int, Entry]] = []
        self.voiced: set[int] = set()
        self.posted: set[int] = set()

    def read(self, utterance: Utterance, at: int) -> None:
        """Who speaks, through whom, to whom, in a statement that begins at an offset."""
        if not (utterance.source or utterance.relays or utterance.addressee):
            return
        found = self.roster.party(utterance, utterance.source, own=True)
        who = None if found is None else self._entry(found, found.span[0])
        relays = self._relays(utterance) if utterance.relays else []
        if found is None and utterance.source and not relays and (outer := self._outer(utterance)) is not None:
            utterance.who, utterance.chain = outer.who, list(outer.chain)
            return
        utterance.who = None if who is None else self.cast.number(who)
        if relays:
            utterance.chain = [self.cast.number(e) for e in dict.fromkeys([who, *relays]) if e is not None]
            self.spoken += [(at, e) for e in relays]
        elif utterance.who is not None:
            utterance.chain = [utterance.who]
        if who is not None:
            self.spoken.append((at, who))
        if found is not None and found.single:
            self.voiced.add(at)
        elif found is not None and (
            _by_post(found) or (found.kind == "pronoun" and who is not None and who.kind == "office")
        ):
            self.posted.add(at)
        if utterance.addressee:
            self._address(utterance, at)

    def _outer(self, utterance: Utterance) -> Utterance | None:
        """The statement in whose words another stands that names nobody: `X stated that, according to preliminary data, ...`."""
        if not utterance.cue or utterance.cue[0][0] > utterance.source[0][0]:
            return None
        held = (
            u for u in self.page.document.utterances
            if u is not utterance and u.chain and u.sentence == utterance.sentence
            and all(any(inside(s, c) for c in u.content) or s[0] > u.source[0][0] for s in utterance.source if u.source)
        )  # fmt: skip
        return next(held, None)

    def _relays(self, utterance: Utterance) -> list[Entry]:
        return [e for r in utterance.relays if (e := self._relay(utterance, r)) is not None]

    def _relay(self, utterance: Utterance, spans: list[Span]) -> Entry | None:
        """Whoever passes on: a name of nobody known is a medium's."""
        found = self.roster.party(utterance, spans, own=False)
        if found is not None and found.kind == "person" and self.persons.find(found.name) is None:
            found = replace(found, kind="medium")
        return None if found is None else self._entry(found, found.span[0])

    def _address(self, utterance: Utterance, at: int) -> None:
        found = self.roster.party(utterance, utterance.addressee, own=False)
        if found is None or not (found.kind in KNOWN or (found.kind == "office" and found.seat)):
            return
        entry = self._entry(found, at)
        utterance.addressed = None if entry is None else self.cast.number(entry)

    # ------------------------------------------------------------ entries

    def _entry(self, found: Party, at: int) -> Entry | None:
        """The entry of what a source's words name; None where they stand for somebody who cannot be told."""
        match found.kind:
            case "pronoun":
                entry = self._pronoun(found.text, at) or self._whose_papers(found, at)
            case "person":
                entry = self._person(found)
            case "office":
                entry = self._office(found, at)
            case "medium":
                type_ = "media.state" if found.state else "media"
                entry = self.cast.medium(found.text, type_, found.authority, named=found.named)
            case "nation":
                entry = self.cast.other("office", found.text)
                entry.type, entry.authority = "government", found.authority
            case _:
                entry = self._nameless(found)
        return entry.mentioned(found.span) if entry is not None else None

    def _nameless(self, found: Party) -> Entry:
        entry = self.cast.other(found.kind, found.text)  # type: ignore[arg-type]
        entry.single = found.single
        if found.seat is not None and found.seat.office.type:
            entry.office = self._seated(found.seat)
        return entry

    def _person(self, found: Party) -> Entry | None:
        person = self.roster.person(found)
        if person is None:
            return None
        entry = self._of(person)
        entry.role = entry.role or found.role
        entry.authority = entry.authority or found.authority
        entry.holds = entry.holds or found.holds
        if found.seat is not None and entry.office is None:
            self._seat(entry, found.seat)
        return entry

    def _of(self, person: Person) -> Entry:
        return self.cast.bearer(person) or self.cast.person(person, self.persons.name(person))

    def _seat(self, entry: Entry, seat: Seat) -> None:
        """Gives a person the office for which he or she speaks."""
        stop = min((s[0] for s in entry.person.spans if s[0] >= seat.span[1]), default=None) if entry.person else None
        office = self._seated(seat, stop) if seat.office.type else self._again(seat, seat.span[0])
        if office is not None and office is not entry and office.person is None:
            entry.office = office
            entry.authority = office.authority or entry.authority

    def _office(self, found: Party, at: int) -> Entry | None:
        seat = found.seat
        if seat is None:
            return self.cast.other("office", found.text)
        holder = self._holder(seat) if seat.office.post else None
        if holder is not None:
            return holder
        if seat.office.type is None:
            return self._again(seat, at) or self.cast.other("office", found.text)
        return self._seated(seat, found.span[1])

    def _seated(self, seat: Seat, stop: int | None = None) -> Entry:
        """The entry of an office, with its name: as printed, or by its type where only the post is named."""
        type_ = seat.office.type or ""
        if seat.office.post:
            return self.cast.office(seat, label(type_)).mentioned(seat.span)
        name, proper = office_name(self.page, seat, stop)
        return self.cast.office(seat, name, proper=proper if type_ in MANY else None).mentioned(seat.span)

    def _holder(self, seat: Seat) -> Entry | None:
        """The person who was named with this post before: `the prosecutor general said`; «по словам министра»."""
        for entry in reversed([e for _, e in self.spoken if e.kind == "person" and e.holds]):
            if entry.office is not None and _holds(entry.office.type, seat):
                return entry
        for found, person in reversed(self.roster.titled):
            if (
                found.span[0] < seat.span[0]
                and found.holds
                and found.seat is not None
                and _holds(found.seat.office.type, seat)
            ):
                entry = self._of(person)
                self._seat(entry, found.seat)
                return entry
        return None

    def _again(self, seat: Seat, at: int) -> Entry | None:
        """The office or medium that words like `the ministry` refer back to: the last one mentioned before that they fit."""
        if seat.office.family == "medium":
            return next((e for _, e in reversed(self.spoken) if e.kind == "medium"), None) or self._medium_before(at)
        spoke = {e.type for _, e in self.spoken if e.kind == "office"}
        for other in reversed(self.page.seats[: bisect_right(self.page.seat_starts, at - 1)]):
            if refers_to(self.page, seat, other, spoke):
                return self._seated(other)
        return None

    def _medium_before(self, at: int) -> Entry | None:
        """The medium that was named last before an offset without being anybody's source yet."""
        named = [m for m in self.page.media.values() if m.span[0] < at]
        return self._entry(max(named, key=lambda m: m.span[0]), at) if named else None

    # ------------------------------------------------------------ pronouns

    def _pronoun(self, low: str, at: int) -> Entry | None:
        """The nearest suitable speaker before; None where there is none near."""
        facts = self.page.document.language.facts["people"]
        if low in facts["relative"]:
            return self._just_named(at)
        if low in facts["thing"]:
            return self._last_spoken(at, {"office", "medium"}) or self._just_spoken(at)
        if low in facts["many"]:
            return self._last_spoken(at, {"collective", "office"})
        gender = "f" if low in facts["female"] else "m" if low in facts["male"] else None
        entry = self._just_named(at) if low in facts["who"] else self._human_before(at, gender)
        if entry is not None:
            entry.gender = entry.gender or gender
        return entry

    def _whose_papers(self, found: Party, at: int) -> Entry | None:
        """«По его данным»: the last office that spoke, where no human being did."""
        papers = self.page.document.language.facts["people"].get("papers", ())
        behind = self.page.document.text[found.span[1] : found.span[1] + LONGEST_PAPER].split(None, 1) if papers else []
        return self._last_spoken(at, {"office"}) if behind and behind[0].strip(",") in papers else None

    def _just_named(self, at: int) -> Entry | None:
        """The person whose name ends directly before an offset, but for a comma."""
        named = [(s[1], p) for p in self.persons.all for s in p.spans if s[1] <= at <= s[1] + 2]
        return self._of(max(named, key=lambda n: n[0])[1]) if named else None

    def _last_spoken(self, at: int, kinds: set[str]) -> Entry | None:
        return next((e for p, e in reversed(self.spoken) if e.kind in kinds and p < at and self._near(p, at)), None)

    def _just_spoken(self, at: int) -> Entry | None:
        """`The monitor said it had verified …`: a group without a name that spoke right before in the same sentence."""
        return next((e for p, e in self.spoken if e.kind == "collective" and p < at and self._near(p, at, 0)), None)

    def _human_before(self, at: int, gender: str | None) -> Entry | None:
        """The last human being who spoke near before; else the last who was named."""
        for position, entry in reversed(self.spoken):
            human = entry.kind == "person" or entry.single or position in self.voiced
            posted = position in self.posted and self._near(position, at, POST)
            if (human or posted) and position < at and self._near(position, at) and entry.gender in {None, gender}:
                return entry
        named = [(s[0], p) for p in self.persons.all for s in p.spans if s[0] < at and self._near(s[0], at)]
        for _, person in sorted(named, key=lambda n: -n[0]):
            if self._of(person).gender in {None, gender}:
                return self._of(person)
        return None

    def _near(self, position: int, at: int, far: int = FAR) -> bool:
        starts = self.page.starts
        return bisect_right(starts, at) - bisect_right(starts, position) <= far

    # ------------------------------------------------------------ the end

    def settle(self) -> None:
        """Persons only mentioned, fullest names, and authorities that other mentions or the title tell."""
        for found, person in self.roster.titled:
            entry = self._of(person)
            entry.role = entry.role or found.role
            if entry.office is None and found.seat is not None:
                self._seat(entry, found.seat)
        wanting = {e.type for e in self.cast.entries if e.authority is None and e.type and e.type not in MANY}
        told = self._told(wanting) if wanting else {}
        for entry in self.cast.entries:
            if entry.person is not None:
                entry.name = self.persons.name(entry.person)
                entry.mentions = sorted({*entry.mentions, *entry.person.spans})
            countries = told.get(entry.type or "", set())
            if entry.authority is None and len(countries) == 1:
                alike = [e for e in self.cast.entries if e.type == entry.type]
                other = any(e.authority is not None and strangers(e.name, entry.name) for e in alike)
                if not other and all(e.authority in {None, *countries} for e in alike):
                    entry.authority = next(iter(countries))
        for entry in self.cast.entries:
            if entry.office is not None:
                entry.authority = entry.authority or entry.office.authority

    def _told(self, types: set[str]) -> dict[str, set[str]]:
        """Types of office to the countries that any mention in text or title gives them."""
        told = title_authorities(self.page.document, {e.type for e in self.cast.entries if e.authority is None})
        for seat in self.page.seats:
            type_ = seat.office.type
            if type_ in types and type_ and not seat.office.country and seat.place is None and seat.authority:
                told.setdefault(type_, set()).add(seat.authority)
        return told


def _by_post(found: Party) -> bool:
    """Whether an office speaks by the post of whoever holds it: the minister is a he or she, the ministry is not."""
    return found.kind == "office" and found.seat is not None and found.seat.office.post


LONGEST_PAPER = 16
"""The word for data behind a pronoun ends within so many characters."""


def _holds(type_: str | None, seat: Seat) -> bool:
    """Whether an office of a type is the one whose post is named."""
    if type_ is None:
        return False
    return type_ == seat.office.type or (seat.office.type is None and type_.startswith(f"{seat.office.family}."))
