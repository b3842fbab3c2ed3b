"""Stale carriers: who printed a claim after its fall."""

from collections.abc import Iterable, Mapping, Sequence

from khabar.model.claim import Stale
from khabar.model.values import point
from khabar.relating.drafts import Draft, Seen, publishers
from khabar.relating.facts import Act, Mention
from khabar.relating.falls import Fall

AS_CURRENT = "as current"
AS_PREVIOUS = "as previous, fall not mentioned"


Value = tuple[float | None, float | None]


def by_value(seen: Iterable[Seen]) -> dict[Value, list[Seen]]:
    """Mentions by their low and best."""
    found: dict[Value, list[Seen]] = {}
    for one in seen:
        found.setdefault((one.mention.low, one.mention.best), []).append(one)
    return found


def carriers(
    draft: Draft, state: Fall, echoes: Mapping[Value, Sequence[Seen]], told: Mapping[str, frozenset[float | None]]
) -> tuple[Stale, ...]:
    """The carriers printed after the fall that do not tell of it, the first of each outlet and way, in the order published.

    Args:
        draft: the fallen claim.
        state: what became of it.
        echoes: earlier figures and unattributed ones, printed anywhere, by their low and best.
        told: for each edition the values whose fall it mentions; None stands for any value.
    """
    if state.first_at is None or state.strike is None:
        return ()
    found: dict[tuple[str | None, str], Stale] = {}
    mentions = [
        *draft.seen,
        *(
            r for r in draft.repeats if point(r.mention) == draft.point
        ),  # "at least 52" prints the 52; "over 50" does not
        *echoes.get((draft.mention.low, draft.mention.best), ()),
    ]
    for one in sorted(mentions, key=lambda s: (s.report.at, s.mention.edition, s.mention.number)):
        if not _late(one, state) or _tells(one, draft, told):
            continue
        how = AS_PREVIOUS if one.mention.currency == "earlier" else AS_CURRENT
        found.setdefault((one.report.outlet or one.report.address, how), Stale(
            outlet=one.report.outlet, how=how, edition=one.mention.edition, url=one.report.url, published=one.report.at,
        ))  # fmt: skip
    return tuple(found.values())


def _late(one: Seen, state: Fall) -> bool:
    if state.first_at is not None and one.report.at > state.first_at:
        return True
    if not state.misprint or state.strike is None:
        return False
    key = state.strike.deed.actor.key
    own = one.report.outlet is not None and key in publishers(one.report) and one.report.credit == ()
    own = own or one.report.address == state.strike.deed.report.address  # that page has been mended
    return key in publishers(one.report) and not own


def _tells(one: Seen, draft: Draft, told: Mapping[str, frozenset[float | None]]) -> bool:
    values = told.get(one.mention.edition, frozenset())
    return None in values or draft.point in values


def tellings(acts: Iterable[Act], denied: Iterable[Mention]) -> dict[str, frozenset[float | None]]:
    """For each edition the values that it says are denied or gone."""
    found: dict[str, set[float | None]] = {}
    for act in acts:
        found.setdefault(act.edition, set()).update(act.values or {None})
    for mention in denied:
        found.setdefault(mention.edition, set()).update({mention.best, mention.low})
    return {edition: frozenset(values) for edition, values in found.items()}
