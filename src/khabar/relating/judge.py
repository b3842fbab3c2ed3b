"""One tally judged: its mentions and the acts of its situation become claims with their verdicts.

A pure function of what it is handed. Whoever asks as of a moment hands over only what was there by that moment.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from khabar.language.names import printed
from khabar.model.claim import Claim, Evidence, Ground, Part, Stale, Status, Tally
from khabar.model.values import meet, number_of, point
from khabar.relating.acts import Deed, Docket
from khabar.relating.acts import deeds as order_deeds
from khabar.relating.drafts import Draft, Seen, deepen, gather, name_unnamed, resolve
from khabar.relating.facts import Act, Mention, Report
from khabar.relating.falls import Fall, fall, undisputed
from khabar.relating.kinds import APART, kinds_of, part_by_kind
from khabar.relating.prints import Prints, print_of, prints
from khabar.relating.sources import Directory
from khabar.relating.stale import by_value, carriers, tellings
from khabar.relating.succession import Succession, comparable, contest, reference, succeed
from khabar.relating.sums import off
from khabar.relating.support import Origins, newest_first, support


class Material(msgspec.Struct, kw_only=True):
    """What a tally is judged from.

    Attributes:
        id, situation: of the tally.
        mentions: figures of this tally, those marked earlier or denied among them.
        parts: figures that are parts of this tally's.
        acts: acts in this tally's situation.
        reports: editions of all these.
        directory: who is who there.
        groups: copy groups, edition to group.
        altered: figures (edition, number) that a carrier altered, each with the figure in whose place it stands.
        reworded: figures that a translation has in other words, each with the one that it stands for.
        place: how the place is printed.
    """

    id: str
    situation: str
    measure: str
    population: str
    place: str | None
    basis: str = "unknown"
    mentions: Sequence[Mention]
    parts: Sequence[Mention] = ()
    acts: Sequence[Act] = ()
    reports: Mapping[str, Report]
    directory: Directory
    groups: Mapping[str, str] = {}
    altered: Mapping[tuple[str, int], tuple[str, int]] = {}
    reworded: Mapping[tuple[str, int], tuple[str, int]] = {}


def judge(material: Material, printed: Prints | None = None) -> Tally:
    """The tally with its claims, in the order said. `printed` takes up who prints each of them."""
    seen = resolve(_kept(material, "current"), material.reports, material.directory, material.groups)
    deepen(seen)
    name_unnamed(seen)
    bare = _attribute(seen, material.groups)
    deeds = order_deeds(material.acts, material.reports, material.directory)
    told = tellings(material.acts, _kept(material, "denied"))
    drafts = [d for d in gather(_without_retellings(seen, told)) if not any(s.mention.rejected for s in d.carriers)]
    bare = [s for s in bare if not s.mention.rejected]
    main = part_by_kind(drafts)
    last, docket = _last(drafts), Docket(deeds)
    falls = {at: fall(d, docket.about(d), latest=d in last) for at, d in enumerate(drafts)}
    undisputed(falls.values())
    echoes = resolve(_kept(material, "earlier"), material.reports, material.directory, material.groups)
    fallen_values = {d.value for at, d in enumerate(drafts) if falls[at].status}
    spare = [s for s in bare if s.value not in fallen_values]
    work = _Work(material, drafts, falls, succeed(drafts, falls), main)
    said_again = by_value([*echoes, *bare])
    claims = [work.claim(at, carriers(d, falls[at], said_again, told)) for at, d in enumerate(drafts)]
    if printed is not None:
        printed.update(prints(work.ids, drafts, material.groups))
    return work.tally(claims, _loose(spare, work, printed))


def _kept(material: Material, currency: str) -> list[Mention]:
    known = {(m.edition, m.number): m for m in material.mentions} if material.reworded else {}
    return [
        _in_its_words(m, known.get(material.reworded.get((m.edition, m.number), ("", 0))))
        for m in material.mentions
        if m.currency == currency and m.kind == "level" and (m.edition, m.number) not in material.altered
    ]


def _in_its_words(carried: Mention, origin: Mention | None) -> Mention:
    """A translation's figure with the value of the one that it translates: a copy changes nothing."""
    if origin is None:
        return carried
    return msgspec.structs.replace(carried, low=origin.low, best=origin.best, high=origin.high, bound=origin.bound)


def _without_retellings(seen: list[Seen], told: Mapping[str, frozenset[float | None]]) -> list[Seen]:
    """Without the numbers that a report repeats on nobody's word but a medium's, only to tell that they are denied or gone."""
    known = {one.value for one in seen if one.chain and point(one.mention) not in told.get(one.mention.edition, ())}
    return [one for one in seen if not (one.value in known and _retold(one, told))]


def _retold(one: Seen, told: Mapping[str, frozenset[float | None]]) -> bool:
    weak = bool(one.chain) and one.chain[0].kind in {"medium", "collective", "unnamed", "document"}
    return weak and point(one.mention) in told.get(one.mention.edition, ())


def _attribute(seen: list[Seen], groups: Mapping[str, str]) -> list[Seen]:
    """Gives an unattributed number the chain that its own report or copy group gives it elsewhere; returns those left without."""
    given: dict[tuple[str, object], Seen] = {}
    for one in seen:
        if one.chain:
            given.setdefault((one.mention.edition, one.value), one)
            given.setdefault((groups.get(one.mention.edition, one.mention.edition), one.value), one)
    left = []
    for one in seen:
        if not one.chain:
            group = groups.get(one.mention.edition, one.mention.edition)
            source = given.get((one.mention.edition, one.value)) or given.get((group, one.value))
            if source:
                one.chain, one.lent, one.deepened = source.chain, True, source.deepened
            else:
                left.append(one)
    return left


def _last(drafts: Sequence[Draft]) -> set[Draft]:
    """The claims after which their source has none in the tally."""
    found: dict[str, Draft] = {}
    for draft in drafts:
        key = draft.source.key if draft.source else ""
        if key not in found or found[key].first.order < draft.first.order:
            found[key] = draft
    return set(found.values())


def _inverse(altered: Mapping[tuple[str, int], tuple[str, int]]) -> dict[tuple[str, int], list[str]]:
    """For each figure the editions that altered it, in order."""
    found: dict[tuple[str, int], list[str]] = {}
    for (edition, _), of in sorted(altered.items()):
        found.setdefault(of, []).append(edition)
    return found


class _Work:
    """Drafts, falls and successions of one tally, on the way to claims."""

    def __init__(
        self, material: Material, drafts: list[Draft], falls: Mapping[int, Fall], taken: Mapping[int, Succession], main: str | None
    ) -> None:  # fmt: skip
        self.material = material
        self.drafts = drafts
        self.falls = falls
        self.main = main
        self.taken = taken
        self.ids = _ids(material.id, drafts)
        self.places = {id(d): at for at, d in enumerate(drafts)}
        self.upright = Origins(d for at, d in enumerate(drafts) if not falls[at].status)
        self.alterations = _inverse(material.altered)
        self.parts = {(m.edition, m.number): m for m in material.parts}
        self.standing = [d for at, d in enumerate(drafts) if not falls[at].status and at not in taken]

    def claim(self, at: int, stale: tuple[Stale, ...]) -> Claim:
        """The claim with its verdict."""
        draft, state, taken = self.drafts[at], self.falls[at], self.taken.get(at)
        shown, mention, source = draft.deepest, draft.mention, draft.source
        status: Status = state.status or ("superseded" if taken else "standing")
        deed = state.strike.deed if state.strike and state.status else None
        by = deed.actor.label if deed else (taken.by.source.label if taken and taken.by.source else None)
        marks, grounds = self._marks(draft, state, standing=status == "standing")
        return Claim(
            id=self.ids[at], best=mention.best, low=mention.low, high=mention.high, bound=mention.bound,
            wording=mention.wording, basis=mention.basis, source=source.label if source else None,
            source_key=source.key if source else None, speaker=_speaker(draft), through=_through(shown),
            said=draft.day, holds=reference(draft), published=draft.published, status=status, by=by,
            since=deed.report.at if deed else (taken.by.published if taken else draft.published),
            by_claim=self.ids[self.places[id(taken.by)]] if taken and not deed else None,
            reason=state.reason if deed else None, marks=marks, events=tuple(sorted(kinds_of(draft))), part_of=_part_of(draft), doubts=_doubts(draft),
            support=support(draft, self.upright), stale=stale, carriers=len(draft.carriers), notes=_notes(draft, self.main), rulings=_ruled(draft),
            grounds=(*self._ground(draft, state, taken), *grounds), history=tuple(state.history),
        )  # fmt: skip

    def tally(self, claims: list[Claim], loose: tuple[Claim, ...]) -> Tally:
        """The whole answer."""
        material = self.material
        standing = tuple(number_of(d.mention) for d in newest_first(self.standing))
        last = (
            None
            if standing or not claims
            else next((number_of(c) for c in reversed(claims)), None)
        )
        return Tally(
            id=material.id, measure=material.measure, who=_who(material), place=material.place,
            basis=material.basis, situation=material.situation, claims=tuple(claims), unattributed=loose,
            standing=standing, last=last, below=_below(material), steps=_steps(material), also=_also(material.mentions), rulings=_rulings(material.mentions), changed=self._changed(claims),
        )  # fmt: skip

    def _changed(self, claims: list[Claim]) -> str:
        return max([c.since or "" for c in claims] + [c.published for c in claims] + [""])

    def _ground(self, draft: Draft, state: Fall, taken: Succession | None) -> tuple[Ground, ...]:
        return (*self._verdict(draft, state, taken), *_same_count(draft))

    def _verdict(self, draft: Draft, state: Fall, taken: Succession | None) -> tuple[Ground, ...]:
        first = Ground(rule="said", conclusion="said", evidence=_figures([draft.first]))
        falls = tuple(
            Ground(rule=rule, conclusion=status, evidence=(_act(hit.deed),)) for hit, status, rule in state.fallen
        )
        if state.status:
            return first, *falls
        if taken:
            return first, *falls, Ground(
                rule=taken.rule, conclusion="superseded", evidence=_figures([taken.by.first], "successor")
            )
        if state.returned:
            back = Ground(rule="reinstated", conclusion="standing", evidence=_figures([state.returned], "act"))
            return first, *falls, back
        return (first,)

    def _marks(self, draft: Draft, state: Fall, *, standing: bool) -> tuple[tuple[str, ...], tuple[Ground, ...]]:
        marks: dict[str, Ground] = {}
        ruled = any(s.mention.confirmed for s in draft.carriers)
        caveats = [] if ruled else [s for s in draft.seen if s.mention.certainty == "unconfirmed" or s.mention.doubt]
        if caveats:
            marks["unconfirmed"] = Ground(
                rule="caveat", conclusion="unconfirmed", evidence=_figures(caveats[:1], "caveat")
            )
        for deed in state.disputes:
            mark = f"disputed by {deed.actor.label}"
            marks.setdefault(
                mark,
                Ground(rule="disputed", conclusion=mark, evidence=(_act(deed),)),
            )
        for carrier in self._alterations(draft):
            marks.setdefault(
                "altered by a carrier", Ground(rule="altered", conclusion="altered by a carrier", evidence=(carrier,))
            )
        if short := off(draft, self.parts, self.material.altered):
            marks[short.conclusion] = short
        for rival in self.standing if standing else ():
            if rival is not draft and rival.source and (contest(draft, rival) or self._say_wrong(draft, rival)):
                mark = f"contested by {rival.source.label}"
                marks.setdefault(
                    mark, Ground(rule="contested", conclusion=mark, evidence=_figures([rival.first], "rival"))
                )
        return tuple(marks), tuple(marks.values())

    def _say_wrong(self, one: Draft, other: Draft) -> bool:
        """Whether one of two claims says, with its own figure, that the other is wrong."""
        if meet(one.interval, other.interval) or not comparable(one, other):
            return False
        return self._denied_by(one, other) or self._denied_by(other, one)

    def _denied_by(self, claim: Draft, rival: Draft) -> bool:
        printed = {s.mention.edition for s in rival.seen}
        disputes = self.falls[self.places[id(claim)]].disputes
        return rival.source is not None and any(
            d.actor.key == rival.source.key and d.act.edition in printed for d in disputes
        )

    def _alterations(self, draft: Draft) -> list[Evidence]:
        own = sorted({(s.mention.edition, s.mention.number) for s in draft.seen} & self.alterations.keys())
        return [
            Evidence(edition=edition, spans=(), part="carrier")
            for edition in sorted(e for of in own for e in self.alterations[of])
        ]


def _act(deed: Deed) -> Evidence:
    return Evidence(edition=deed.act.edition, spans=deed.act.ground, part="act")


def _same_count(draft: Draft) -> tuple[Ground, ...]:
    """Why a claim of which some carriers give a narrower place counts in this tally."""
    spots = [s.mention.spot for s in draft.carriers if s.mention.spot]
    if not spots:
        return ()
    evidence = Evidence(edition=spots[0].edition, spans=(spots[0].span,), part="same count", figure=spots[0].span)
    return (Ground(rule="same-count", conclusion=f"same count as in {printed(spots[0].name)}", evidence=(evidence,)),)


def _part_of(draft: Draft) -> tuple[float, ...]:
    """The numbers that reports give a claim as a part of; none if it was said by itself on a later day, as a number of its own."""
    parts = [s for s in draft.carriers if s.mention.whole]
    alone = [s for s in draft.carriers if s.mention.whole is None and s.mention.said]
    if not parts or (alone and max(s.day for s in alone) > max(s.day for s in parts)):
        return ()
    ends = ((w[3] if w[3] is not None else w[4]) for s in parts if (w := s.mention.whole))
    return tuple(sorted({w for w in ends if w is not None}))


def _ids(tally: str, drafts: Sequence[Draft]) -> list[str]:
    count: dict[object, int] = {}
    ids = []
    for draft in drafts:
        made_of = (draft.source.key if draft.source else "", draft.value)
        count[made_of] = count.get(made_of, 0) + 1
        ids.append("c" + digest(tally, *map(str, made_of), str(count[made_of])))
    return ids


def digest(*parts: str) -> str:
    """Ten hexadecimal digits made from the parts."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:10]


def _loose(spare: list[Seen], work: _Work, printed: Prints | None) -> tuple[Claim, ...]:
    """Unattributed numbers that no claim of the tally has, one for each value."""
    known = {d.value for d in work.drafts}
    by_value: dict[object, list[Seen]] = {}
    for one in spare:
        if one.value not in known:
            by_value.setdefault(one.value, []).append(one)
    found = []
    for seen in by_value.values():
        m, report, name = seen[0].mention, seen[0].report, "c" + digest(work.material.id, "", str(seen[0].value))
        if printed is not None:
            printed[name] = tuple(print_of(one, work.material.groups) for one in seen)
        found.append(Claim(
            id=name, best=m.best, low=m.low, high=m.high, bound=m.bound,
            wording=m.wording, basis=m.basis, said=seen[0].day, published=report.at, marks=("unattributed",),
            carriers=len(seen), grounds=(Ground(rule="unattributed", conclusion="unattributed", evidence=_figures(seen[:1])),),
        ))  # fmt: skip
    return tuple(found)


def _who(material: Material) -> str | None:
    """The population in the words of its first English report, else the name of its class."""
    if not material.population:
        return None
    ordered = sorted(
        material.mentions, key=lambda m: (m.lang != "en", material.reports[m.edition].at, m.edition, m.number)
    )
    return next((m.who for m in ordered if m.who and m.lang == "en"), material.population.replace("+", " and "))


def _below(material: Material) -> tuple[Part, ...]:
    found: dict[tuple[object, ...], Part] = {}
    for part in sorted(material.parts, key=lambda m: (material.reports[m.edition].at, m.edition, m.number)):
        if part.whole is None or part.currency != "current":
            continue
        low = part.whole[3] if part.whole[3] is not None else part.whole[4]
        key = (low, part.best, part.low, part.population, part.place)
        exceeds = part.low is not None and part.whole[4] is not None and part.low > part.whole[4]
        marks = ("part exceeds total",) if exceeds else ()
        found.setdefault(
            key,
            Part(
                of=low,
                best=part.best,
                low=part.low,
                high=part.high,
                who=(part.who if part.lang == "en" else None) or part.population.replace("+", " and ") or part.who,
                place=printed(part.place_name) if part.place and part.place_name else None,
                marks=marks,
            ),
        )
    return tuple(found.values())


def _steps(material: Material) -> tuple[Part, ...]:
    """The changes that are told ("41 more"), each tied to the level that the same statement gives, where it gives one."""
    told = [m for m in material.mentions if m.currency == "current" and not m.rejected]
    levels: dict[tuple[str, object], set[float]] = {}
    for one in told:
        if one.kind == "level":
            levels.setdefault((one.edition, one.ground), set()).add(point(one))
    found: dict[tuple[object, ...], Part] = {}
    for step in sorted(told, key=lambda m: (material.reports[m.edition].at, m.edition, m.number)):
        if step.kind == "change" and (step.edition, step.number) not in material.altered:
            to = levels.get((step.edition, step.ground), set())
            level = next(iter(to)) if len(to) == 1 else None
            key = (level, step.low, step.best, step.high)
            found.setdefault(key, Part(of=level, best=step.best, low=step.low, high=step.high, who=step.who))
    return tuple(found.values())


def _also(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """The narrower places that reports give for what is counted."""
    return tuple(sorted({printed(m.spot.name) for m in mentions if m.spot}))


def _figures(seen: Sequence[Seen], part: str = "figure") -> tuple[Evidence, ...]:
    return tuple(
        Evidence(
            edition=s.mention.edition,
            spans=tuple(sorted({s.mention.span, *s.mention.ground})),
            part=part,
            figure=s.mention.span,
        )
        for s in seen
    )


def _speaker(draft: Draft) -> str | None:
    names = [s.chain[0].person for s in sorted(draft.seen, key=lambda s: s.order) if s.chain and s.chain[0].person]
    return next((n for n in names if n.isascii()), printed(names[0]) if names else None)


def _through(shown: Seen) -> tuple[str, ...]:
    return tuple(link.label for link in shown.chain[1:])


def _doubts(draft: Draft) -> tuple[str, ...]:
    return tuple(sorted({s.mention.doubt for s in draft.seen if s.mention.doubt}))


def _notes(draft: Draft, main: str | None) -> tuple[str, ...]:
    notes = []
    if main and main not in draft.kinds:
        notes.append(f"{APART} ({', '.join(sorted(draft.kinds))}) than most claims here ({main})")
    if draft.source is not None and not draft.source.resolved:
        notes.append(f"unresolved: several authorities have such an office ({draft.source.label})")
    if all(s.deepened for s in draft.seen):
        notes.append("chain known from another report")
    return tuple(notes)


def _rulings(mentions: Iterable[Mention]) -> tuple[int, ...]:
    return tuple(sorted({number for m in mentions for number in m.rulings}))


def _ruled(draft: Draft) -> tuple[int, ...]:
    """The rulings on the figures that carry the claim, and those that made its sources what they are."""
    own = {n for s in draft.carriers for link in s.chain for n in link.rulings}
    return tuple(sorted({*_rulings(s.mention for s in draft.carriers), *own}))


__all__ = ["Material", "digest", "judge"]
