"""Parts held against their totals: counts of a place or a population that are higher than that of the whole, or whose whole has fallen."""

from collections.abc import Iterable, Mapping

import msgspec

from khabar.model.claim import FALLEN, Claim, Ground, Tally
from khabar.relating.kinds import APART, may_be_one

MARK = "part exceeds total"
UNRESOLVED = "unresolved"
"""How the note of a claim begins of which it is not known whose of several authorities it is: such a number is no total."""


def held_against(part: Tally, totals: Iterable[Tally]) -> Tally:
    """The tally of a part with its marks.

    `part exceeds total`: its low is above the high of a total that holds for the same time. `whole withdrawn by X`: its source gave it
    as a part of a number that has fallen.
    """
    known = [c for t in totals if t.situation == part.situation for c in t.claims]
    wholes = [
        c for c in known if c.status not in FALLEN and c.high is not None and not any(n.startswith(UNRESOLVED) for n in c.notes)
    ]
    heirs = {w.id: w for w in wholes}
    claims = []
    for claim in part.claims:
        above = [w for w in wholes if _exceeds(claim, w) and not _older(claim, w, heirs)]
        gone = [w for w in known if w.status in FALLEN and _is_part(claim, w)]
        claims.append(_fallen(_marked(claim, above), gone))
    return msgspec.structs.replace(part, claims=tuple(claims))


def _exceeds(claim: Claim, whole: Claim) -> bool:
    rarer = any(note.startswith(APART) for note in whole.notes)
    if not may_be_one(claim.events, whole.events) or (rarer and set(claim.events).isdisjoint(whole.events)):
        return False
    bases = {claim.basis, whole.basis} - {"unknown"}
    at_once = claim.holds[0] <= whole.holds[1] and whole.holds[0] <= claim.holds[1]
    return len(bases) < 2 and at_once and claim.low is not None and whole.high is not None and claim.low > whole.high


def _older(claim: Claim, whole: Claim, known: Mapping[str, Claim]) -> bool:
    """Whether the total is only out of date: its authority has replaced it by another of that time."""
    heir = known.get(whole.by_claim or "")
    return whole.status == "superseded" and heir is not None and heir.holds[0] <= claim.holds[1]


def _is_part(claim: Claim, whole: Claim) -> bool:
    """Whether one source, or one that the other came through, gave a claim as a part of another number before that fell."""
    said = {v for v in (whole.low, whole.best, whole.high) if v is not None}
    same = claim.source is not None and (claim.source_key == whole.source_key or claim.source in whole.through)
    return same and not said.isdisjoint(claim.part_of) and claim.published <= (whole.since or "")


def _marked(claim: Claim, wholes: list[Claim]) -> Claim:
    if not wholes or MARK in claim.marks:
        return claim
    ground = Ground(rule="part-exceeds-total", conclusion=MARK, evidence=wholes[0].grounds[0].evidence)
    return msgspec.structs.replace(claim, marks=(*claim.marks, MARK), grounds=(*claim.grounds, ground))


def _fallen(claim: Claim, wholes: list[Claim]) -> Claim:
    """The act was on the whole; that of the part it says nothing, so that the part is marked and does not fall."""
    if not wholes or claim.status in FALLEN:
        return claim
    mark = f"whole {wholes[0].status} by {wholes[0].by or 'its source'}"
    evidence = next((g.evidence for g in wholes[0].grounds if g.conclusion == wholes[0].status), ())
    if mark in claim.marks:
        return claim
    ground = Ground(rule="whole-fell", conclusion=mark, evidence=evidence)
    return msgspec.structs.replace(claim, marks=(*claim.marks, mark), grounds=(*claim.grounds, ground))
