"""Parts above their totals: the count of a place or a population held against that of the whole."""

from collections.abc import Iterable, Mapping

import msgspec

from khabar.model.claim import FALLEN, Claim, Ground, Tally

MARK = "part exceeds total"
UNRESOLVED = "unresolved"
"""How the note of a claim begins of which it is not known whose of several authorities it is: such a number is no total."""


def exceeding(part: Tally, totals: Iterable[Tally]) -> Tally:
    """The tally of a part with a mark on each claim whose low is above the high of a total that holds for the same time."""
    wholes = [
        c
        for t in totals
        if t.situation == part.situation
        for c in t.claims
        if c.status not in FALLEN and c.high is not None and not any(n.startswith(UNRESOLVED) for n in c.notes)
    ]
    known = {w.id: w for w in wholes}
    claims = tuple(_marked(claim, [w for w in wholes if _exceeds(claim, w) and not _older(claim, w, known)]) for claim in part.claims)
    return msgspec.structs.replace(part, claims=claims)


def _exceeds(claim: Claim, whole: Claim) -> bool:
    bases = {claim.basis, whole.basis} - {"unknown"}
    at_once = claim.holds[0] <= whole.holds[1] and whole.holds[0] <= claim.holds[1]
    return len(bases) < 2 and at_once and claim.low is not None and whole.high is not None and claim.low > whole.high


def _older(claim: Claim, whole: Claim, known: Mapping[str, Claim]) -> bool:
    """Whether the total is only out of date: its authority has another of that time, or it was in print before, and no day is told of both."""
    heir = known.get(whole.by_claim or "")
    if whole.status == "superseded" and heir and heir.holds[0] <= claim.holds[1]:
        return True
    return not (claim.dated and whole.dated) and whole.published < claim.published


def _marked(claim: Claim, wholes: list[Claim]) -> Claim:
    if not wholes or MARK in claim.marks:
        return claim
    ground = Ground(rule="part-exceeds-total", conclusion=MARK, evidence=wholes[0].grounds[0].evidence)
    return msgspec.structs.replace(claim, marks=(*claim.marks, MARK), grounds=(*claim.grounds, ground))
