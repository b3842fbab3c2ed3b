"""Acts on earlier statements: which claim an act is about, and what whoever acts is entitled to."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from khabar.relating.data import set_over
from khabar.relating.drafts import Draft, Seen, publishers
from khabar.relating.facts import Act, Report
from khabar.relating.names import plain
from khabar.relating.situations import apart
from khabar.relating.sources import Directory, Known

Reach = Literal["owner", "above", "relay", "above relay", "carrier", "none"]


class Deed(msgspec.Struct, kw_only=True):
    """An act with its report and whoever acts."""

    act: Act
    report: Report
    actor: Known
    target: Known | None
    carrier: bool = False

    @property
    def day(self) -> str:
        """The day of the act."""
        return self.act.said[0] if self.act.said else self.report.at[:10]

    @property
    def name(self) -> tuple[str, str]:
        """What makes two reports of an act one act."""
        return self.actor.key, self.act.act


class Strike(msgspec.Struct, kw_only=True):
    """A deed that hits a claim, with what it can do there. `key` is the relay or carrier whose path it ends."""

    deed: Deed
    reach: Reach
    key: str = ""
    by_type: bool = False


def deeds(acts: Iterable[Act], reports: Mapping[str, Report], directory: Directory) -> list[Deed]:
    """The acts in the order published. A correction that names nobody is the report's own; any other is only told of."""
    found = [_deed(act, reports[act.edition], directory) for act in acts]
    return sorted((d for d in found if d), key=lambda d: (d.report.at, d.act.edition, d.act.number))


def _deed(act: Act, report: Report, directory: Directory) -> Deed | None:
    target = directory.known(act.target, root=act.root, edition=act.edition) if act.target else None
    if act.chain:
        actor = directory.known(act.chain[0], root=act.root, edition=act.edition)
        own = actor.key in publishers(report)
    elif act.act == "corrects" and (name := _printer(report)):
        key = f"medium:{plain(name)}"
        actor = Known(key=key, authority=key, label=name, kind="medium")
        own = True
    else:
        return None
    return Deed(act=act, report=report, actor=actor, target=target, carrier=own)


def _printer(report: Report) -> str | None:
    """Whose text a report prints and corrects: the only wire that it credits, else its outlet."""
    return report.credit[0] if len(report.credit) == 1 else report.outlet


class Docket:
    """The deeds of a tally by the numbers that they are about, so that a claim meets only those that can be about it."""

    def __init__(self, deeds: Sequence[Deed]) -> None:
        self._of: dict[float, list[int]] = {}
        self._deeds = deeds
        self._any = [at for at, d in enumerate(deeds) if not d.act.values]
        for at, deed in enumerate(deeds):
            for value in set(deed.act.values):
                self._of.setdefault(value, []).append(at)

    def about(self, draft: Draft) -> list[Deed]:
        """The deeds on the claim's number or on none, in the order published."""
        return [self._deeds[at] for at in sorted((*self._any, *self._of.get(draft.point, ())))]


def strike(deed: Deed, draft: Draft, *, latest: bool) -> Strike | None:
    """What a deed does to a claim; None if it is about something else. `latest`: the claim is its source's last until then."""
    if not _about(deed.act, deed, draft, latest=latest):
        return None
    reach, key, by_type = entitled(deed, draft)
    if deed.act.act == "corrects" and not deed.act.values and reach != "carrier":
        return None  # whoever revises without saying what has a new number, and takes nobody's word back
    if not deed.act.values and deed.target is None and reach not in {"owner", "relay"}:
        return None  # told neither by number nor by whose it is: only of their own figure can that be said
    return Strike(deed=deed, reach=reach, key=key, by_type=by_type)


def _about(act: Act, deed: Deed, draft: Draft, *, latest: bool) -> bool:
    """Whether the act is on this claim, as far as its text tells: what is counted, when it was said, its number, whose it is."""
    return (
        _counts_it(act, draft)
        and _was_said(deed, draft)
        and (draft.point in act.values if act.values else bool(act.of_day) or latest)
        and _is_theirs(deed, draft)
    )


def _counts_it(act: Act, draft: Draft) -> bool:
    """A figure that is told neither by its number nor by who or where is counted is the whole one."""
    mention = draft.mention
    if not act.values and act.population is None and (mention.population or mention.place):
        return False
    where = act.place is None or act.place in draft.places
    return where and act.measure in {None, mention.measure} and act.population in {None, mention.population}


def _was_said(deed: Deed, draft: Draft) -> bool:
    """Before the act, and on the day that the act names: by the day, or to within one where the number is given, too."""
    act, today = deed.act, deed.report.at[:10]
    if draft.day > (act.said[1] if act.said else today):
        return False
    if draft.day == today and draft.first.report.at > deed.report.at:
        return False
    return not act.of_day or abs(apart(act.of_day, draft.day)) <= (1 if act.values else 0)


def _is_theirs(deed: Deed, draft: Draft) -> bool:
    """Whether the claim is of whom the text names; what one never said, to whomever, can only be one's own."""
    target = deed.target
    if deed.act.act == "disowns" and draft.source is not None and draft.source.key == deed.actor.key:
        return True
    return target is None or target.kind not in {"office", "medium", "person"} or target.key in draft.links


def entitled(deed: Deed, draft: Draft) -> tuple[Reach, str, bool]:
    """How far the actor's word reaches over the claim, the path it reaches, and whether that is concluded from type alone."""
    actor, source = deed.actor, draft.source
    if source is not None and actor.key == source.key:
        return "owner", "", False
    if source is not None and (above := over(actor, source)):
        return "above", "", above == "type"
    relays = {link.key: link for one in draft.seen for link in one.chain[1:]}
    if actor.key in relays:
        return "relay", actor.key, False
    for key in sorted(relays):
        if above := over(actor, relays[key]):
            return "above relay", key, above == "type"
    if deed.carrier and any(_carried(one, actor.key) for one in draft.seen):
        return "carrier", actor.key, False
    return "none", "", False


def over(actor: Known, other: Known) -> str:
    """`text`, `type` or `""`: on what ground the actor is set over the other's publications."""
    if other.parent is not None and other.parent == actor.type:
        return "text"
    same = actor.authority in {other.authority, other.belongs}
    return "type" if same and actor.resolved and other.resolved and set_over(actor.type, other.type) else ""


def _carried(one: Seen, key: str) -> bool:
    return key in publishers(one.report)


def ends(strike: Strike, one: Seen) -> bool:
    """Whether a mention came by the path that the strike ends."""
    if strike.reach == "above relay":
        return any(over(strike.deed.actor, link) for link in one.chain)
    return any(link.key == strike.key for link in one.chain) or _carried(one, strike.key)
