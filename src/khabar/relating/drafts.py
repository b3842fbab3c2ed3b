"""Mentions gathered into claims: whose figure it is, which mentions carry it, through whom."""

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from khabar.model.values import interval, point, repeats_rounder
from khabar.relating.facts import Mention, Report
from khabar.relating.names import plain
from khabar.relating.situations import apart
from khabar.relating.sources import NAMELESS, Directory, Known

NEAR = 3
"""Days within which two reports of one value through one link are taken to be of one utterance."""


class Seen(msgspec.Struct, kw_only=True):
    """A mention with its report and its chain resolved.

    `deepened`: the chain's beginning is known from another report. `lent`: the report names nobody at this very place.
    """

    mention: Mention
    report: Report
    chain: tuple[Known, ...]
    deepened: bool = False
    lent: bool = False

    @property
    def day(self) -> str:
        """The day that the figure was said, else published."""
        return self.mention.said[1] if self.mention.said else self.report.at[:10]

    @property
    def order(self) -> tuple[str, str, str, int]:
        """In the order said, then published."""
        return self.day, self.report.at, self.mention.edition, self.mention.number

    @property
    def value(self) -> tuple[float | None, float | None, float | None]:
        """Low, best, high."""
        return self.mention.low, self.mention.best, self.mention.high

    @property
    def path(self) -> str:
        """The first relay after the utterer, `""` for the utterer's own word."""
        return self.chain[1].key if len(self.chain) > 1 else ""


class Draft:
    """A claim in the making: one source's value, said at one time, with all the mentions that carry it.

    Mentions come in in the order said: the first one stays the first. `kinds` are those of the event, where the tally has claims of
    kinds that cannot be one.
    """

    def __init__(self, first: Seen) -> None:
        self.source = first.chain[0] if first.chain else None
        self.first = first
        self.mention = first.mention
        self.value = first.value
        self.day = first.day
        self.point = point(first.mention)
        self.interval = interval(first.mention)
        self.published = first.report.at
        self.seen = [first]
        self.repeats: list[Seen] = []
        self.kinds: frozenset[str] = frozenset()

    def carry(self, one: Seen) -> None:
        """Takes up another mention of the same value; `published` is when any was first in print."""
        self.seen.append(one)
        self.published = min(self.published, one.report.at)

    @functools.cached_property
    def deepest(self) -> Seen:
        """The mention that shows most of the chain; the first of several. Asked once all have come in."""
        return min(self.seen, key=lambda s: (s.deepened, s.lent, -len(s.chain), s.order))

    @functools.cached_property
    def carriers(self) -> list[Seen]:
        """All mentions, repetitions included, in order of publication. Asked once all have come in."""
        return sorted([*self.seen, *self.repeats], key=lambda s: (s.report.at, s.mention.edition, s.mention.number))

    @functools.cached_property
    def places(self) -> frozenset[str]:
        """The keys of the place that is counted in, by whichever name reports give it. Asked once all have come in."""
        spots = {s.mention.spot.place for s in self.carriers if s.mention.spot}
        return frozenset({self.mention.place, *spots})

    @functools.cached_property
    def links(self) -> frozenset[str]:
        """The keys of all that the claim came through: utterer, relays, outlets and wires. Asked once all have come in."""
        chained = {link.key for one in self.carriers for link in one.chain}
        return frozenset(chained.union(*(publishers(one.report) for one in self.carriers)))


@functools.lru_cache(maxsize=4096)
def publishers(report: Report) -> frozenset[str]:
    """The outlet and the wires it credits, as keys of media."""
    names = [*report.credit, *([report.outlet] if report.outlet else [])]
    return frozenset(f"medium:{plain(n)}" for n in names)


def resolve(
    mentions: Iterable[Mention], reports: Mapping[str, Report], directory: Directory, groups: Mapping[str, str]
) -> list[Seen]:
    """Mentions with their chains resolved, in the order published. `groups` leads an edition to its copy group."""
    found = []
    for mention in mentions:
        report = reports[mention.edition]
        chain = tuple(_chain(mention, report, directory, groups))
        found.append(Seen(mention=mention, report=report, chain=chain))
    return sorted(found, key=lambda s: (s.report.at, s.mention.edition, s.mention.number))


def _chain(mention: Mention, report: Report, directory: Directory, groups: Mapping[str, str]) -> Iterator[Known]:
    known = [
        directory.known(link, root=mention.root, edition=groups.get(report.edition, report.edition))
        for link in mention.chain
    ]
    for at, link in enumerate(known):
        if at and link.key == known[at - 1].key:
            continue  # a person and the office spoken for are one link
        if link.kind == "unnamed" and at + 1 < len(known):
            yield msgspec.structs.replace(
                link, key=f"unnamed:{known[at + 1].key}", authority=f"unnamed:{known[at + 1].key}"
            )
        else:
            yield link


def deepen(seen: list[Seen]) -> None:
    """Chains that share their last known link, value and time become one: the shallower takes over what the deeper knows."""
    by_relay: dict[tuple[str, object], list[Seen]] = defaultdict(list)
    for one in seen:
        for link in one.chain[1:]:
            by_relay[link.key, one.value].append(one)
    for one in sorted(seen, key=lambda s: -len(s.chain)):
        if one.chain and (deeper := _deeper(one, by_relay.get((one.chain[0].key, one.value), ()))):
            at = next(i for i, link in enumerate(deeper.chain) if link.key == one.chain[0].key)
            one.chain = (*deeper.chain[:at], *one.chain)
            one.deepened = True


def _deeper(one: Seen, others: Sequence[Seen]) -> Seen | None:
    near = [o for o in others if o is not one and not o.deepened and abs(apart(o.day, one.day)) <= NEAR]
    origins = {o.chain[0].key for o in near}
    return min(near, key=lambda s: s.order) if len(origins) == 1 else None


def name_unnamed(seen: list[Seen]) -> None:
    """An unnamed source whom a report names on a later day: the same value, said that same day, through the same relay or outlet.

    A named source of that value who was in print by then is another one, who says the same.
    """
    named = defaultdict(list)
    for one in seen:
        if one.chain and one.chain[0].kind not in {"unnamed", "collective", "medium"}:
            named[one.value].append(one)
    for one in seen:
        if one.chain and one.chain[0].kind == "unnamed" and one.chain[0].type != NAMELESS and (named_later := _named_later(one, named[one.value])):
            one.chain, one.deepened = (named_later.chain[0], *one.chain[1:]), True


def _named_later(one: Seen, named: Sequence[Seen]) -> Seen | None:
    """The one source that a later report names for what an unnamed one said; None if there is none or there are several."""
    known = {o.chain[0].key for o in named if o.report.at[:10] <= one.report.at[:10]}
    fits = [
        o for o in named if o.mention.said and o.mention.said[0] <= one.day <= o.mention.said[1] and _shared(o, one)
    ]
    keys = {o.chain[0].key for o in fits}
    return fits[0] if len(keys) == 1 and not keys & known else None


def _shared(one: Seen, other: Seen) -> bool:
    relays = {link.key for link in one.chain[1:]} & {link.key for link in other.chain[1:]}
    return bool(relays) or (one.report.outlet is not None and one.report.outlet == other.report.outlet)


class _Said(msgspec.Struct):
    """What an authority is known to have said so far.

    All claims; the last of each source, and of each of its values; and when a value that was said on a day was first in print.
    """

    all: list[Draft] = msgspec.field(default_factory=list)
    last: dict[str, Draft] = msgspec.field(default_factory=dict)
    of_value: dict[tuple[str, object], Draft] = msgspec.field(default_factory=dict)
    first_at: dict[tuple[str, object, str], str] = msgspec.field(default_factory=dict)


def gather(seen: Iterable[Seen]) -> list[Draft]:
    """Attributed mentions as claims, in the order said: a source's value is one claim however often it is carried.

    It is a new one if the source comes back to it, on a day of its own, after its authority has said something else.
    """
    drafts: list[Draft] = []
    by_authority: dict[str, _Said] = defaultdict(_Said)
    for one in _exact_first([s for s in seen if s.chain]):
        source, mine = one.chain[0].key, by_authority[one.chain[0].authority]
        if not _join(one, source, mine):
            draft = Draft(one)
            drafts.append(draft)
            mine.all.append(draft)
            mine.last[source] = mine.of_value[source, draft.value] = draft
    return drafts


def _exact_first(seen: list[Seen]) -> list[Seen]:
    """Mentions in the order said; in one report a source's exact number before its rounder wording: `nearly 10,000 … the exact number, 9,900`."""
    exact: dict[tuple[str, str, str], list[Seen]] = defaultdict(list)
    for one in seen:
        if one.mention.bound == "exact":
            exact[one.mention.edition, one.chain[0].key, one.day].append(one)
    return sorted(seen, key=lambda s: _behind(s, exact[s.mention.edition, s.chain[0].key, s.day]))


def _behind(one: Seen, exact: Sequence[Seen]) -> tuple[tuple[str, str, str, int], int]:
    """Where a mention stands in the order: a rounder one right behind the exact number."""
    firm = next((e for e in exact if e.order > one.order and repeats_rounder(one.mention, e.mention)), None)
    return (firm.order, 1) if firm else (one.order, 0)


def _join(one: Seen, source: str, mine: _Said) -> bool:
    same = mine.of_value.get((source, one.value))
    if same is not None:
        first_at = mine.first_at.setdefault((source, one.value, one.day), one.report.at)
        if one.mention.said and _came_back(one, same, mine.all, first_at):
            return False
        same.carry(one)
        return True
    last = mine.last.get(source)
    if last is not None and repeats_rounder(one.mention, last.mention):
        last.repeats.append(one)
        return True
    return False


def _came_back(one: Seen, same: Draft, mine: Sequence[Draft], first_at: str) -> bool:
    """Whether the authority said another number between a claim and a later mention of its value.

    Of the same day that is told by when each was first in print: a copy is printed later, and must not make a return of it.
    """
    if one.day <= same.day:
        return False
    return any(
        d is not same and (same.day < d.day < one.day or (d.day == one.day and d.published < first_at)) for d in mine
    )
