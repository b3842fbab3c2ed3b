"""The cast of a report: one entry for each person, office, medium and other source, however often mentioned."""

import functools

import msgspec

from khabar.language.names import latin
from khabar.model.reading import Source, SourceKind
from khabar.model.span import Span
from khabar.reading.mentions import Seat
from khabar.reading.persons import Person


class Entry(msgspec.Struct, eq=False, gc=False):
    """A source in the making."""

    name: str
    kind: SourceKind
    role: str | None = None
    office: "Entry | None" = None
    type: str | None = None
    authority: str | None = None
    place: int | None = None
    mentions: list[Span] = []
    person: Person | None = None
    gender: str | None = None
    named: bool = True
    single: bool = False
    holds: bool = False

    def mentioned(self, span: Span) -> "Entry":
        """Itself, with one more mention."""
        self.mentions.append(span)
        return self


class Cast:
    """The entries of one report, in the order in which they were first needed."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._numbers: dict[int, int] = {}
        self._by_key: dict[object, Entry] = {}

    def add(self, entry: Entry) -> Entry:
        """A new entry."""
        self._numbers[id(entry)] = len(self.entries)
        self.entries.append(entry)
        return entry

    def bearer(self, person: Person) -> Entry | None:
        """The entry of a person, None where there is none yet."""
        return self._by_key.get(id(person))

    def person(self, person: Person, name: str) -> Entry:
        """A new entry of a person."""
        found = self._by_key[id(person)] = self.add(Entry(name=name, kind="person", person=person))
        return found

    def office(self, seat: Seat, name: str, *, proper: bool | None = None) -> Entry:
        """The entry of an office: the one of its type whose authority and place do not contradict it.

        Where several fit and the words say nothing that tells them apart, none is taken: an office of its own without an authority.

        Args:
            seat: the office as mentioned.
            name: how the report calls it.
            proper: for a type of which there are many: whether the name is its own; None for other types.
        """
        type_ = seat.office.type
        fit = [e for e in self.entries if e.kind == "office" and e.type == type_ and _agree(e, seat)]
        fit = [e for e in fit if not ((e.authority is None) != (seat.authority is None) and strangers(e.name, name))]
        found = _by_place(fit, seat) if proper is None else _by_name(fit, name, proper=proper)
        if found is None:
            found = self.add(Entry(name=name, kind="office", type=type_, authority=seat.authority, place=seat.place))
            found.named = proper is not False
        if proper and not found.named:
            found.name, found.named = name, True
        found.authority = found.authority or seat.authority
        if found.place is None:
            found.place = seat.place
        return found

    def medium(self, name: str, type_: str, authority: str | None, *, named: bool) -> Entry:
        """The entry of a medium: by its name; a state medium without a name is the only named one."""
        media = [e for e in self.entries if e.kind == "medium"]
        found = next((e for e in media if name_key(e.name) == name_key(name)), None)
        if found is None and type_ == "media.state" and not _is_channel(name):
            alike = [e for e in media if e.type == type_ and not (e.named and named) and not _is_channel(e.name)]
            found = alike[0] if len(alike) == 1 and not _against(alike[0].authority, authority) else None
        if found is None:
            return self.add(Entry(name=name, kind="medium", type=type_, authority=authority, named=named))
        if named and not found.named:
            found.name, found.named = name, True
        found.type = type_ if found.type in {None, "media"} else found.type
        found.authority = found.authority or authority
        return found

    def other(self, kind: SourceKind, name: str) -> Entry:
        """The entry of an unnamed or collective source or a document: by its words."""
        key = (kind, name.lower())
        if key not in self._by_key:
            self._by_key[key] = self.add(Entry(name=name, kind=kind))
        return self._by_key[key]

    def number(self, entry: Entry) -> int:
        """The number of an entry."""
        return self._numbers[id(entry)]

    def sources(self) -> list[Source]:
        """The frozen entries."""
        return [
            Source(
                id=n,
                name=e.name,
                kind=e.kind,
                role=e.role,
                office=None if e.office is None else self.number(e.office),
                type=e.type,
                authority=e.authority,
                place=e.place,
                mentions=tuple(sorted(set(e.mentions))),
            )
            for n, e in enumerate(self.entries)
        ]


def _is_channel(name: str) -> bool:
    """A channel of a messenger, which is never the television station named beside it."""
    low = name.lower()
    return "telegram" in low or "телеграм" in low


def strangers(one: str, other: str) -> bool:
    """Whether two names of offices have no word in common, both written out: `Emergency Management Authority`, `Civil Defense`."""
    first, second = ({w[:STEM].lower() for w in name.split() if w[0].isupper()} for name in (one, other))
    return len(first) > 1 and len(second) > 1 and not first & second


STEM = 4
"""So many letters of a word tell it from others."""


def _by_place(fit: list[Entry], seat: Seat) -> Entry | None:
    exact = [e for e in fit if e.authority == seat.authority and e.place == seat.place]
    return exact[0] if exact else fit[0] if len(fit) == 1 else None


def _by_name(fit: list[Entry], name: str, *, proper: bool) -> Entry | None:
    """The entry of that name; for a common noun (`the hospital`) the last; for a name the last that has none of its own yet."""
    if not proper:
        return fit[-1] if fit else None
    mine = name_key(name)
    alike = [e for e in fit if e.named and (mine in name_key(e.name) or name_key(e.name) in mine)]
    return alike[-1] if alike else None


def _agree(entry: Entry, seat: Seat) -> bool:
    """Whether neither says what the other contradicts; a name that belongs to one country (the Kremlin) joins only that country's."""
    if seat.office.country is not None and entry.authority != seat.office.country:
        return False
    if seat.place is not None and entry.place != seat.place:
        return False
    return not _against(entry.authority, seat.authority)


def _against(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other


@functools.lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """A name without case, script, blanks and punctuation: `Khabar-24`, «Хабар 24»."""
    return "".join(c for c in latin(name) if c.isalnum())
