"""From a reading to its facts: every figure with its chain, every act with what it is about. Looks at one report only."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from khabar.model.reading import Breakdown, Figure, Interval, Place, Reading, Refers, Source, Statement
from khabar.model.span import Span, hull
from khabar.model.values import number_of, point
from khabar.relating.bodies import nameless, own_words
from khabar.relating.data import office_type, population
from khabar.relating.facts import Act, Facts, Link, Mention
from khabar.relating.joint import joint
from khabar.relating.names import plain
from khabar.relating.places import countries, country_of, home, is_country, place_key, towns
from khabar.relating.sources import NAMELESS

GOVERNMENTS = frozenset({"government", "authorities"})
"""Types under which a whole administration is named."""
OWNED = re.compile(r"['’]s?(?:\s+\w+){0,3}\s+")
"""Between the name of a government and what belongs to it: "'s state broadcaster "."""
OWNING = re.compile(r"\s+(?:of\s+(?:the\s+)?|dari\s+)?")
"""Between an office and the government that it belongs to."""
ACTS = frozenset({"denies", "corrects", "withdraws", "disowns"})
"""Acts on an earlier statement. A confirmation is a statement of its own and counts as one."""


def extract(reading: Reading, edition: str | None = None) -> Facts:
    """The facts of one reading, under the edition's key (else the reading's own id).

    Indices that point outside of the record's lists are read as if they were absent.
    """
    context = _Context(reading, edition or reading.id)
    mentions = tuple(
        context.mention(n, f) for n, f in enumerate(reading.figures) if _counts(f) and not context.only_noticed(f)
    )
    acts = tuple(context.acts())
    return Facts(edition=context.edition, mentions=mentions, acts=acts)


def _counts(figure: Figure) -> bool:
    return figure.currency != "projected" and not (figure.low is None and figure.high is None and figure.best is None)


class _Context:
    """One reading with what is looked up again and again."""

    def __init__(self, reading: Reading, edition: str) -> None:
        self.reading = reading
        self.edition = edition
        self.home = home(reading)
        self.links = [self._link(s) for s in reading.people]
        self._settle()
        self.revising = {self._office_key(s) for s in reading.statements if s.act == "corrects"} - {None}
        self.named = tuple(sorted({(t.start, t.to or t.start) for t in reading.times if t.start}))

    def _settle(self) -> None:
        """Gives one country to an office without one that counts in several: that of the report, else the first that it counts in.

        A disaster agency that tells of two countries is no agency of both.
        """
        counted: dict[int, list[str]] = {}
        for figure in self.reading.figures:
            statement = self._statement(figure)
            at = statement.chain[0] if statement and statement.chain else None
            place = figure.place
            if at is None or not 0 <= at < len(self.links):
                continue
            named = place is not None and 0 <= place < len(self.reading.places)
            country = (
                country_of(self.reading.places[place], self.reading.lang) if named and place is not None else self.home
            )
            if country and country not in counted.setdefault(at, []):
                counted[at].append(country)
        for at, found in counted.items():
            link = self.links[at]
            if link.country is None and link.authority is None and len(found) > 1 and link.type:
                own = self.home if self.home in found else found[0]
                self.links[at] = msgspec.structs.replace(link, country=own)

    def mention(self, number: int, figure: Figure) -> Mention:
        """The figure as a mention. Whoever declines to confirm a number, or demands something about it, has not given it."""
        statement = self._statement(figure)
        chain = () if statement and statement.act in {"declines", "orders"} else self.chain(statement)
        place, place_name, country = self._scope(figure, chain)
        return Mention(
            edition=self.edition, number=number, root=self._root(country, place, chain), measure=figure.measure,
            basis=figure.basis, population=population(figure.who), place=place, low=_low(figure), best=figure.best,
            high=figure.high, bound=figure.bound, wording=figure.wording, kind=self._kind(figure), currency=figure.currency,
            certainty=statement.certainty if statement else "stated",
            doubt=statement.doubt.by if statement and statement.doubt else None,
            act=self._act_of(statement), reason=statement.reason if statement else None,
            again=bool(statement and statement.again), said=_days(statement.said) if statement else None,
            window=(figure.window.start, figure.window.to) if figure.window else None, named=self.named, chain=chain,
            replaces=self._replaces(figure, statement), whole=self._whole(figure),
            breakdowns=self._breakdowns(number), events=figure.events, who=figure.who,
            place_name=place_name, line=self.reading.text.count("\n", 0, figure.span[0]), span=figure.span, ground=_ground(statement), lang=self.reading.lang,
        )  # fmt: skip

    def only_noticed(self, figure: Figure) -> bool:
        """Whether a notice of the carrier's own tells the number that its text goes on to give on somebody's word: `CORRECTS toll to 17, not 71`."""
        statement = self._statement(figure)
        if statement is None or statement.act != "corrects" or figure.currency != "current" or not self._nobody(statement):
            return False
        told = (figure.measure, point(figure))
        return any(
            other.statement != figure.statement and other.currency == "current" and (other.measure, point(other)) == told
            for other in self.reading.figures
        )

    def _nobody(self, statement: Statement) -> bool:
        """Whether a statement is no more than a medium's."""
        chain = self.chain(statement)
        return not chain or chain[0].kind == "medium"

    def _act_of(self, statement: Statement | None) -> str:
        """The act by which a figure is given: whoever is told to revise its count corrects it with the number that it gives in the same report."""
        act = statement.act if statement else "asserts"
        return "corrects" if act == "asserts" and self._office_key(statement) in self.revising else act

    def _office_key(self, statement: Statement | None) -> tuple[str | None, ...] | None:
        """What two statements of one office of a report have in common."""
        chain = self.chain(statement)
        return (chain[0].type or plain(chain[0].name), chain[0].authority, chain[0].place) if chain else None

    def acts(self) -> Iterator[Act]:
        """The acts of the reading's statements, with those that a denied figure is in."""
        for number, statement in enumerate(self.reading.statements):
            if statement.act in ACTS and not self._of_another(number, statement):
                yield self._act(number, statement)

    def _of_another(self, number: int, statement: Statement) -> bool:
        """Whether a denial holds a number and is about something else: more than that, a cause."""
        own = any(f.statement == number for f in self.reading.figures)
        return statement.act == "denies" and statement.refers is None and own

    def chain(self, statement: Statement | None) -> tuple[Link, ...]:
        """The links of a statement, utterer first."""
        if statement is None:
            return ()
        indices = list(statement.chain)
        if statement.who is not None and statement.who not in indices:
            indices.insert(0, statement.who)
        return tuple(self.links[i] for i in indices if 0 <= i < len(self.links))

    def _act(self, number: int, statement: Statement) -> Act:
        chain = self.chain(statement)
        refers = statement.refers
        figures = [f for f in self.reading.figures if f.statement == number]
        former = [f for f in figures if f.currency in {"denied", "earlier"}]
        old = [number_of(f) for f in former]
        if refers and refers.value is not None:
            old.insert(0, refers.value)
        if not old and not (refers and refers.said):
            old = self._only_value(measure_of(refers, figures))
        measure = measure_of(refers, figures)
        target = (
            self.links[refers.source]
            if refers and refers.source is not None and refers.source < len(self.links)
            else None
        )
        return Act(
            edition=self.edition, number=number, root=self._root(None, "", chain or ((target,) if target else ())),
            act=statement.act, chain=chain, measure=measure,
            population=population(former[0].who) if former else None,
            place=self._place(former[0], chain)[0] if former and former[0].place is not None else None, values=tuple(dict.fromkeys(v for v in old if v is not None)),
            instead=tuple(p for f in figures if f.currency == "current" and (p := number_of(f)) is not None),
            of_day=refers.said if refers else None, target=target, said=_days(statement.said), reason=statement.reason,
            again=statement.again, named=self.named, ground=_ground(statement),
        )  # fmt: skip

    def _only_value(self, measure: str | None) -> list[float | None]:
        """The number that an act is about which gives none: the only one of the report, those called earlier or denied first."""
        counted = [f for f in self.reading.figures if measure in {None, f.measure} and f.part_of is None and not f.who]
        for kind in ({"denied", "earlier"}, {"current"}):
            values = {number_of(f) for f in counted if f.currency in kind}
            if len(values) == 1:
                return list(values)
        return []

    def _statement(self, figure: Figure) -> Statement | None:
        at = figure.statement
        return self.reading.statements[at] if at is not None and 0 <= at < len(self.reading.statements) else None

    def _place(self, figure: Figure, chain: tuple[Link, ...]) -> tuple[str, str | None, str | None]:
        """Key, name and country of the place that is counted for.

        A dateline says where the report was written, not what is counted: its place counts only where a local office speaks.
        """
        places = self.reading.places
        if both := joint(self.reading, figure, self.home):
            return "", None, both
        if figure.place is None or not 0 <= figure.place < len(places):
            return "", None, None
        place = places[figure.place]
        if self._only_dateline(figure, place) and not (chain and chain[0].place):
            return "", None, country_of(place, self.reading.lang)
        country = country_of(place, self.reading.lang)
        if country is None and place.geonames is None:
            country = self.home  # a place that no table knows lies where the report does
        return place_key(place, self.reading.lang), place.name, country

    def _only_dateline(self, figure: Figure, place: Place) -> bool:
        """Whether the place stands in the dateline and is not named with the figure again, if only as "the town"."""
        dateline = self.reading.dateline
        if not dateline or dateline.place != figure.place or figure.part_of is not None:
            return False
        statement = self._statement(figure)
        around = hull([figure.span, *(statement.content if statement else ())])
        said = self.reading.text[max(around[0], place.span[1]) : around[1] + 40].lower()
        return place.name[:5].lower() not in said and towns(self.reading.lang).isdisjoint(re.findall(r"\w+", said))

    def _scope(self, figure: Figure, chain: tuple[Link, ...]) -> tuple[str, str | None, str | None]:
        """What `_place` says; for a hospital its own house, whose count is a part of a total that nobody states."""
        place, name, country = self._place(figure, chain)
        kind = office_type(chain[0].type) if chain else None
        if kind and kind.level == "site":
            return (
                f"{place or chain[0].place}@{plain(chain[0].name)}",
                name or chain[0].seat,
                country or chain[0].country,
            )
        return place, name, country

    def _root(self, country: str | None, place: str, chain: tuple[Link, ...]) -> str:
        """The country; else the place; else the report itself, so that nothing is joined on no ground.

        A relay or an outlet tells nothing of it: an agency of one country reports on another.
        """
        utterer = [link for link in chain[:1] if link.kind != "medium"]
        spoken = next((link.country for link in utterer if link.country), None)
        settled = next((a[:2] for x in utterer if (a := x.authority) and a[:2].isalpha() and a[:2].isupper()), None)
        return (
            country
            or (f"place:{place.split('@', maxsplit=1)[0]}" if place.split("@", maxsplit=1)[0] else None)
            or settled
            or spoken
            or self.home
            or self._nowhere()
        )

    def _nowhere(self) -> str:
        names = [plain(p.name) for p in self.reading.places]
        return f"place:{names[0]}" if names else f"report:{self.edition}"

    def _replaces(self, figure: Figure, statement: Statement | None) -> tuple[float, ...]:
        values = [
            number_of(f)
            for f in self.reading.figures
            if _former(f, figure) and f.measure == figure.measure and population(f.who) == population(figure.who)
        ]
        if statement and statement.act == "denies":
            return ()  # who finds another's figure wrong disputes it; that is no revision
        if statement and statement.refers and statement.refers.measure in {None, figure.measure}:
            values.append(statement.refers.value)
        return tuple(sorted({v for v in values if v is not None}))

    def _whole(self, figure: Figure) -> tuple[str, str, str, float | None, float | None] | None:
        if figure.part_of is None or not 0 <= figure.part_of < len(self.reading.figures):
            return None
        whole = self.reading.figures[figure.part_of]
        place = self._place(whole, self.chain(self._statement(whole)))[0]
        return whole.measure, population(whole.who), place, _low(whole), whole.high

    def _breakdowns(self, number: int) -> tuple[Breakdown, ...]:
        """The breakdowns of a figure by its own source; parts that somebody else gives are no part of his sum."""
        figures, source = self.reading.figures, self._office_key(self._statement(self.reading.figures[number]))
        return tuple(
            b
            for b in self.reading.breakdowns
            if b.total == number and all(0 <= p < len(figures) and figures[p].part_of == number for p in b.parts)
            if {self._office_key(self._statement(figures[p])) for p in b.parts} <= {source, None}
        )

    def _kind(self, figure: Figure) -> str:
        """A part of a change is a change: of "60 more, 40 of them in the town" the 40 are no town's toll."""
        at = figure.part_of
        whole = self.reading.figures[at] if at is not None and 0 <= at < len(self.reading.figures) else figure
        return whole.kind if whole.kind == "change" else figure.kind

    def _link(self, source: Source) -> Link:
        office = self._office(source) if source.kind == "person" else None
        seat = office or source
        place = seat.place if seat.place is not None else source.place
        where = self.reading.places[place] if place is not None and 0 <= place < len(self.reading.places) else None
        if seat.type in {None, "media"} and nameless(seat.name, self.reading.lang):
            return Link(name=seat.name, kind="unnamed", type=NAMELESS)
        person = source.name if source.kind == "person" else self._voice(source)
        return Link(
            name=seat.name, kind=seat.kind, type=seat.type or source.type, authority=seat.authority or source.authority or self._administration(seat),
            country=country_of(where, self.reading.lang) if where else None,
            place=place_key(where, self.reading.lang) if where else "",
            seat=None if where is None or is_country(where, self.reading.lang) else where.name, person=person,
            role=source.role, parent=self._parent(source), own=own_words(seat.name, self.reading.lang, where.name if where else None) if seat.type else "",
        )  # fmt: skip

    def _voice(self, office: Source) -> str | None:
        """The only person who speaks for an office in the report: what the office is said to say, that person said."""
        spoke = {s.chain[0] for s in self.reading.statements if s.chain}
        voices = [p for p in self.reading.people if p.id in spoke and p.kind == "person" and p.office == office.id]
        return voices[0].name if office.kind == "office" and len(voices) == 1 else None

    def _administration(self, seat: Source) -> str | None:
        """The administration whose name stands right beside the office's: "the Military Council's ministry", as `=military council`."""
        if not seat.type or seat.type in GOVERNMENTS:
            return None
        for other in self.reading.people:
            named = other.type in GOVERNMENTS and (other.authority or _own_name(other.name))
            if named and any(self._beside(office, name) for office in seat.mentions for name in other.mentions):
                return other.authority or f"={plain(other.name)}"
        return None

    def _beside(self, office: Span, name: Span) -> bool:
        if name[1] <= office[0]:
            return bool(OWNED.fullmatch(self.reading.text[name[1] : office[0]]))
        return bool(OWNING.fullmatch(self.reading.text[office[1] : name[0]]))

    def _office(self, source: Source) -> Source | None:
        at = source.office
        return self.reading.people[at] if at is not None and 0 <= at < len(self.reading.people) else None

    def _parent(self, source: Source) -> str | None:
        above = None if source.kind == "person" else self._office(source)
        return above.type if above else None


def measure_of(refers: Refers | None, figures: Sequence[Figure]) -> str | None:
    """What the figure counts that an act is about."""
    return refers.measure if refers and refers.measure else next((f.measure for f in figures), None)


def _own_name(name: str) -> bool:
    """Whether a government is told by a name ("Military Council") and not as the one of a country, or just as the government."""
    words = name.split()
    return len(words) > 1 and words[-1][:1].isupper() and not any(plain(w) in countries() for w in words)


def _low(figure: Figure) -> float | None:
    return figure.low if figure.low is not None else (figure.best if figure.high is None else None)


def _former(one: Figure, new: Figure) -> bool:
    """Whether a figure is told as the one before: called earlier, or rejected in the new one's own words, `38, not 42`."""
    return one.currency == "earlier" or (one.currency == "denied" and one.statement == new.statement)


def _days(interval: Interval | None) -> tuple[str, str] | None:
    if interval is None or not (interval.start or interval.to):
        return None
    return (interval.start or interval.to or ""), (interval.to or interval.start or "")


def _ground(statement: Statement | None) -> tuple[tuple[int, int], ...]:
    if statement is None:
        return ()
    return tuple(sorted({*statement.content, *statement.cue, *statement.source}))
