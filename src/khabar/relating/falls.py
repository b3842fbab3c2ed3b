"""Falls and returns: what acts make of a claim, replayed in the order published."""

from collections.abc import Collection, Sequence

import msgspec

from khabar.model.claim import Status
from khabar.relating.acts import Deed, Strike, ends, strike
from khabar.relating.drafts import Draft, Seen


class Fall(msgspec.Struct, kw_only=True):
    """The state of a claim after all acts: `status` None while it stands; `fallen` are all its falls with their rules, the last one too."""

    status: Status | None = None
    strike: Strike | None = None
    rule: str = ""
    returned: Seen | None = None
    misprint: bool = False
    first_at: str | None = None
    reason: str | None = None
    reason_rank: int = 0
    history: list[tuple[str, str, str | None]] = msgspec.field(default_factory=list)
    fallen: list[tuple[Strike, Status, str]] = msgspec.field(default_factory=list)
    disputes: list[Deed] = msgspec.field(default_factory=list)
    ended: list[Strike] = msgspec.field(default_factory=list)


WHOLE: dict[str, tuple[Status, str]] = {
    "withdraws": ("withdrawn", "withdrawn-by-owner"),
    "disowns": ("disowned", "disowned"),
    "denies": ("withdrawn", "withdrawn-by-owner"),
}


def fall(draft: Draft, deeds: Sequence[Deed], *, latest: bool) -> Fall:
    """Replays the deeds that hit the claim. An act that is reported again is still one act."""
    state = Fall()
    known: dict[tuple[str, str], str] = {}
    for deed in deeds:
        hit = strike(deed, draft, latest=latest)
        if hit is None:
            continue
        _return(state, draft, deed.report.at)
        done = known.get(deed.name)
        _explain(state, deed)
        if done is not None and not (state.returned and deed.act.said and deed.day >= state.returned.day):
            continue
        known[deed.name] = deed.day
        _apply(state, draft, hit)
        _explain(state, deed)
    _return(state, draft, "9999")
    return state


def undisputed(falls: Collection[Fall]) -> None:
    """Takes from the disputes of a tally whatever was its actor's taking back of its own number: that says nothing of another's same number."""
    own = {_told(hit.deed) for one in falls for hit, _, rule in one.fallen if rule == "withdrawn-by-owner"}
    for one in falls:
        one.disputes = [d for d in one.disputes if d.act.act != "withdraws" or _told(d) not in own]


def _told(deed: Deed) -> tuple[str, str, tuple[float, ...]]:
    return (*deed.name, deed.act.values)


def _explain(state: Fall, deed: Deed) -> None:
    """Takes up the reason of the act that fell the claim from whichever report of it gives one: English before Latin letters before any."""
    reason = deed.act.reason
    if reason is None or state.strike is None or state.strike.deed.name != deed.name:
        return
    rank = (not reason.isascii()) + (deed.report.lang != "en")
    if state.reason is None or rank < state.reason_rank:
        state.reason, state.reason_rank = reason, rank


def _apply(state: Fall, draft: Draft, hit: Strike) -> None:
    act = hit.deed.act
    if act.act == "corrects" and hit.reach in {"owner", "above"}:
        return
    if hit.reach == "owner" and act.act in WHOLE:
        status, rule = WHOLE[act.act]
        _fell(state, hit, status, rule)
    elif hit.reach == "above" and act.act == "withdraws":
        _fell(state, hit, "withdrawn", "withdrawn-by-type" if hit.by_type else "withdrawn-by-office-above")
    elif hit.reach in {"relay", "above relay", "carrier"} and act.act in {"withdraws", "disowns", "corrects"}:
        state.ended.append(hit)
        live = [s for s in draft.seen if not any(ends(e, s) for e in state.ended) and s.report.at <= hit.deed.report.at]
        if state.status or not live:
            state.misprint = act.act == "corrects"
            _fell(state, hit, "withdrawn", "corrected-by-carrier" if state.misprint else _path_rule(hit))
    elif act.act != "corrects":
        state.disputes.append(hit.deed)


def _path_rule(hit: Strike) -> str:
    if hit.reach == "above relay":
        return "withdrawn-by-type" if hit.by_type else "withdrawn-by-office-above"
    return "withdrawn-by-relay"


def _fell(state: Fall, hit: Strike, status: Status, rule: str) -> None:
    at = hit.deed.report.at
    state.first_at = state.first_at or at
    state.status, state.strike, state.rule, state.returned = status, hit, rule, None
    state.reason = None
    state.fallen.append((hit, status, rule))
    state.history.append((at, status, hit.deed.actor.label))


def _return(state: Fall, draft: Draft, until: str) -> None:
    """Only a new utterance of the owner, dated after the deed and not printed before it, reinstates.

    The report that tells of the fall may tell of it too: a copy of that report is printed later and must change nothing.
    """
    if state.status is None or state.strike is None or draft.source is None:
        return
    deed = state.strike.deed
    back = next((one for one in draft.seen if deed.report.at <= one.report.at <= until and _anew(one, deed)), None)
    if back:
        state.status, state.strike, state.rule, state.first_at = None, None, "reinstated", None
        state.returned, state.ended = back, []
        state.history.append((back.report.at, "standing", draft.source.label))


def _anew(one: Seen, deed: Deed) -> bool:
    """Whether a mention is an utterance of its own day after the deed; on the same day it must say that it is put back."""
    said = one.mention.said
    if not said or one.deepened or one.lent or one.mention.currency != "current":
        return False
    return said[0] > deed.day or (one.mention.again and said[1] >= deed.day)
