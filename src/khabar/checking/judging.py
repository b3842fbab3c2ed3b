"""One figure of a text against what the ledger knows of it: which code, if any."""

from collections.abc import Iterator, Sequence

import msgspec

from khabar.model.claim import FALLEN, Claim, Tally
from khabar.model.finding import Code
from khabar.model.reading import Figure, Statement
from khabar.model.values import number_of, point, repeats_rounder

TEXT = "text under check"
"""The key under which the text's own figures are laid over the ledger."""


class Matter(msgspec.Struct, frozen=True, kw_only=True):
    """What there is to judge a figure by.

    Attributes:
        figure, statement: as read from the text.
        own: the tally it counts in as of the moment asked, the text's own figures among its claims.
        around: all tallies of the measure in the same situation, without them.
        printed: `around` as of when the text was published; empty where that is not known.
        told: numbers whose fall the text itself tells of.
        named: whom the text names for the figure, utterer and relays, as printed and by the label of their office.
    """

    figure: Figure
    statement: Statement | None
    own: Tally | None
    around: Sequence[Tally] = ()
    printed: Sequence[Tally] = ()
    told: frozenset[float] = frozenset()
    named: frozenset[str] = frozenset()

    @property
    def known(self) -> Tally | None:
        """The tally that it counts in as the ledger has it: what the text says must not change what it is held against."""
        return next((t for t in self.around if self.own is not None and t.id == self.own.id), None)


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """What was concluded: a code, or None where the figure is held; the claim and the tally it was concluded from."""

    code: Code | None
    claim: Claim | None = None
    tally: Tally | None = None


def judge_figure(matter: Matter) -> Judged:
    """Judges one figure. Where the ledger knows nothing that fits, it is `unknown`."""
    if matter.figure.bound == "vague":
        return _vague(matter)
    own = _in_ledger(matter.known, matter)
    if not any(c.status == "standing" for c in own):
        own = _rounded(matter.known, matter) or own
    if own:
        return _by_claim(own, matter)
    return _elsewhere(matter)


def same_number(figure: Figure, claim: Claim) -> bool:
    """Whether a claim gives the figure's number: the same point, or the same bound where there is none."""
    mine = (figure.best, figure.low, figure.high)
    theirs = (claim.best, claim.low, claim.high)
    if figure.best is not None and claim.best is not None:
        return figure.best == claim.best
    return mine == theirs or number_of(figure) == number_of(claim)


def from_text(claim: Claim) -> bool:
    """Whether nobody but the text under check gives the claim."""
    return claim.carriers == 1 and any(e.edition == TEXT for g in claim.grounds for e in g.evidence)


def known_number(tallies: Sequence[Tally], tally_id: str) -> Claim | None:
    """The newest standing claim of a tally that gives a number, of those that are no mere word."""
    for tally in tallies:
        if tally.id == tally_id:
            exact = [c for c in tally.claims if c.status == "standing" and c.bound != "vague" and not from_text(c)]
            return max(exact, key=lambda c: (c.said[:10], c.bound == "exact", c.published), default=None)
    return None


def _vague(matter: Matter) -> Judged:
    if matter.own is None:
        return Judged(code="unknown")
    known = known_number(matter.around, matter.own.id)
    if known is None:
        return Judged(code="unknown", tally=matter.own)
    return Judged(code="vague", claim=known, tally=matter.known)


def _in_ledger(tally: Tally | None, matter: Matter) -> list[Claim]:
    """Claims of the ledger with the figure's number, those that the text itself carries first."""
    if tally is None:
        return []
    same = [c for c in tally.claims if same_number(matter.figure, c)]
    held = [c for c in same if not from_text(c)]
    return sorted(held, key=lambda c: (c.said, c.published), reverse=True)


def _rounded(tally: Tally | None, matter: Matter) -> list[Claim]:
    """Standing claims of which the figure is a rounder wording: "about 240" of 238."""
    standing = (c for c in tally.claims if c.status == "standing" and not from_text(c)) if tally else ()
    return [c for c in standing if repeats_rounder(matter.figure, c)]


def _by_claim(same: list[Claim], matter: Matter) -> Judged:
    claim = _whose(same, matter.named)
    for code in _codes(claim, same, matter):
        return Judged(code=code, claim=claim, tally=matter.known)
    return Judged(code=None, claim=claim, tally=matter.known)


def _whose(same: list[Claim], named: frozenset[str]) -> Claim:
    """The claim that the text rests on: of those whom it names, else of any, the newest that still stands, else the newest."""
    theirs = [c for c in same if not named.isdisjoint({c.source, *c.through} - {None})] or same
    standing = [c for c in theirs if c.status == "standing"]
    return (standing or theirs)[0]


def _codes(claim: Claim, same: list[Claim], matter: Matter) -> Iterator[Code]:
    """What is wrong with the figure, the gravest first."""
    figure = matter.figure
    if claim.status in FALLEN:
        if number_of(figure) not in matter.told:
            yield "withdrawn" if claim.status == "withdrawn" else "disowned"
        return
    if figure.currency == "earlier":
        return
    if _claimed_anew(matter, same):
        yield "misattributed"
    if claim.status == "superseded":
        yield "superseded"
    if any(m.startswith("contested by") for m in claim.marks):
        yield "contested"
    if "unconfirmed" in claim.marks and not _careful(matter.statement):
        yield "unconfirmed"


def _claimed_anew(matter: Matter, same: list[Claim]) -> bool:
    """Whether the text gives the number to somebody who is not known to have given it or passed it on."""
    if matter.own is None or matter.statement is None or matter.statement.who is None:
        return False
    keys = {c.source_key for c in same}
    names = {name for c in same for name in (c.source, c.speaker, *c.through) if name}
    anew = [c for c in matter.own.claims if from_text(c) and c.source is not None and same_number(matter.figure, c)]
    return any(c.source_key not in keys and not names & {c.source, *c.through} for c in anew)


def _careful(statement: Statement | None) -> bool:
    return statement is not None and (statement.certainty in {"unconfirmed", "reported"} or statement.doubt is not None)


def _elsewhere(matter: Matter) -> Judged:
    """The number is not in its own tally: is it that of a part, or unknown?"""
    figure = matter.figure
    if figure.who is None and figure.part_of is None and matter.own is not None:
        for tally, claim in _parts(matter):
            return Judged(code="part-as-total", claim=claim, tally=tally)
    return Judged(code="unknown", tally=matter.own)


def _parts(matter: Matter) -> Iterator[tuple[Tally, Claim]]:
    """Claims of a smaller tally with the figure's number, under a total that is larger."""
    own = matter.own
    total = max((c.low or c.best or 0 for c in own.claims if not from_text(c)), default=0) if own else 0
    for tally in matter.around:
        if own is not None and tally.id != own.id and (tally.who or tally.place != own.place):
            yield from (
                (tally, c)
                for c in tally.claims
                if same_number(matter.figure, c) and point(matter.figure) < total
            )
