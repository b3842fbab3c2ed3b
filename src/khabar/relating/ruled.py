"""Rulings brought to the facts of a reading: they win over what the program read, and every figure shows which ones acted on it."""

import re
from collections.abc import Iterable
from typing import Any, get_args

import msgspec

from khabar.model.reading import Basis, Currency
from khabar.model.ruling import FIELDS, Anchor, Ruling
from khabar.relating.data import population
from khabar.relating.facts import Facts, Link, Mention
from khabar.relating.names import plain
from khabar.relating.places import countries


class Joint(msgspec.Struct, frozen=True, kw_only=True):
    """Two figures whose sources, tallies or situations a ruling makes one; both are filed with it."""

    what: str
    ruling: int
    one: Mention
    other: Mention
    published: tuple[str, str]


def apply(facts: Facts, rulings: Iterable[Ruling]) -> Facts:
    """The facts of an edition with all rulings on its figures, in the order made."""
    mentions = list(facts.mentions)
    for ruling in rulings:
        for at in fitting(facts, ruling.anchor):
            mentions[at] = _ruled(mentions[at], ruling)
        for at in fitting(facts, ruling.other):
            mentions[at] = msgspec.structs.replace(mentions[at], rulings=(*mentions[at].rulings, ruling.id))
    return msgspec.structs.replace(facts, mentions=tuple(mentions))


def fitting(facts: Facts, anchor: Anchor | None) -> list[int]:
    """The places in `facts.mentions` of the figures that stand at an anchor."""
    if anchor is None or anchor.edition != facts.edition:
        return []
    return [at for at, m in enumerate(facts.mentions) if m.span[0] < anchor.end and anchor.start < m.span[1]]


def missed(facts: Facts, anchor: Anchor) -> str | None:
    """Why an anchor holds nothing, with the figures that there are; None where it holds one."""
    if fitting(facts, anchor):
        return None
    told = [f"{m.span[0]}-{m.span[1]}" + (f" {m.wording!r}" if m.wording else "") for m in facts.mentions]
    there = f"its figures are {', '.join(told)}" if told else "the report has none"
    return f"no figure stands at {anchor.start}-{anchor.end} of {anchor.edition}; {there}"


def idle(facts: Facts, ruling: Ruling) -> str | None:
    """Why a ruling on one figure would change nothing in facts on which all other rulings have acted; None where it acts."""
    own = [facts.mentions[at] for at in fitting(facts, ruling.anchor)]
    if not own or any(_acts(mention, ruling) for mention in own):
        return None
    if ruling.what == "source" and not any(m.chain for m in own):
        return "the figure is on nobody's word, and has no source to be split off"
    told = {"reject": "is rejected", "confirm": "is confirmed", "correct": "has these values", "split": f"is split off its {ruling.what}"}
    before = [n for m in own for n in m.rulings]
    return f"the figure {told[ruling.kind]} already" + (f", see {', '.join(map(str, sorted(set(before))))}" if before else "")


def _acts(mention: Mention, ruling: Ruling) -> bool:
    if ruling.kind == "split":
        return "#" not in _parted(mention, ruling.what)
    return msgspec.structs.replace(_ruled(mention, ruling), rulings=mention.rulings) != mention


def _parted(mention: Mention, what: str | None) -> str:
    """What tells a figure from others in one respect: with the number of a ruling where one split it off."""
    if what == "source":
        return mention.chain[0].apart if mention.chain else "#"
    return (mention.situation or "") if what == "situation" else mention.population


def _ruled(mention: Mention, ruling: Ruling) -> Mention:
    changed: dict[str, Any] = {"rulings": (*mention.rulings, ruling.id)}
    if ruling.kind == "reject":
        changed["rejected"] = True
    elif ruling.kind == "confirm":
        changed |= {"certainty": "confirmed", "doubt": None, "confirmed": True}
    elif ruling.kind == "correct":
        changed |= _corrected(mention, ruling.fields)
    elif ruling.kind == "split":
        changed |= _split(mention, ruling)
    return msgspec.structs.replace(mention, **changed)


def _corrected(mention: Mention, fields: dict[str, str | float | None]) -> dict[str, Any]:
    changed: dict[str, Any] = {
        k: v for k, v in fields.items() if k in {"measure", "basis", "currency"} and v is not None
    }
    if {"low", "best", "high"} & fields.keys():
        changed |= _valued(mention, fields)
    if "who" in fields:
        changed |= {"who": fields["who"], "population": population(str(fields["who"] or ""))}
    if "place" in fields:
        changed |= _placed(fields["place"])
    return changed


def _valued(mention: Mention, fields: dict[str, str | float | None]) -> dict[str, Any]:
    """The value with its bound: a best number by itself is exact; low and high by themselves have no best between them."""
    given = {k: None if fields[k] is None else float(fields[k] or 0) for k in ("low", "best", "high") if k in fields}
    if given.keys() == {"best"}:
        given |= {"low": given["best"], "high": given["best"]}
    low, best, high = (given.get(k, None if k == "best" else getattr(mention, k)) for k in ("low", "best", "high"))
    best = low if best is None and low == high else best
    bound = "at_least" if high is None else "at_most" if low is None else "exact" if low == high else "range"
    return {"low": low, "best": best, "high": high, "bound": bound}


def _placed(name: str | float | None) -> dict[str, Any]:
    key = plain(str(name)) if name else ""
    return {"place": "" if key in countries() else key, "place_name": None if key in countries() else name}


def _split(mention: Mention, ruling: Ruling) -> dict[str, Any]:
    mark = f"#{ruling.id}"
    if ruling.what == "source" and mention.chain:
        first = msgspec.structs.replace(mention.chain[0], apart=mark)
        return {"chain": (first, *mention.chain[1:])}
    if ruling.what == "situation":
        return {"situation": mark}
    return {"population": mention.population + mark}


def stripped(facts: Facts) -> Facts:
    """What the claims of a redacted edition keep: what was counted and by which office; no words, no person."""
    return msgspec.structs.replace(
        facts,
        mentions=tuple(
            msgspec.structs.replace(m, wording="", chain=tuple(map(_nameless, m.chain)), ground=())
            for m in facts.mentions
        ),
        acts=tuple(
            msgspec.structs.replace(a, chain=tuple(map(_nameless, a.chain)), reason=None, ground=()) for a in facts.acts
        ),
    )


def _nameless(link: Link) -> Link:
    person = link.kind in {"person", "unnamed"}
    return msgspec.structs.replace(link, name="ground removed" if person else link.name, person=None, role=None)


def concerned(ruling: Ruling, known: list[Ruling]) -> list[str]:
    """The editions that a new ruling acts on; for an undoing those of what it undoes, in the end."""
    by_id = {r.id: r for r in known}
    while ruling.kind == "undo" and ruling.of in by_id:
        ruling = by_id[ruling.of]
    return sorted({a.edition for a in (ruling.anchor, ruling.other) if a})


def beside(editions: Iterable[str], rulings: Iterable[Ruling]) -> list[str]:
    """Editions with those that rulings join to them: what is filed of a join with one tells of the figure in the other."""
    named = set(editions)
    joined = [{r.anchor.edition, r.other.edition} for r in rulings if r.kind == "join" and r.anchor and r.other]
    return sorted(named.union(*(pair for pair in joined if pair & named)))


WHATS = {"join": ("source", "tally", "situation", "copy"), "split": ("source", "tally", "situation")}
"""What can be joined, and what split."""


def unfit(ruling: Ruling, known: set[int]) -> str | None:
    """Why a ruling cannot be made; None if it can."""
    if not ruling.name.strip() or not ruling.reason.strip():
        return "a ruling needs a name and a reason"
    if ruling.kind == "undo":
        return None if ruling.of in known else f"there is no ruling {ruling.of}"
    if ruling.anchor is None or (ruling.kind in {"join", "part"} and ruling.other is None):
        return f"to {ruling.kind} needs an anchor" + (" and another" if ruling.anchor else "")
    whats = WHATS.get(ruling.kind)
    if whats and ruling.what not in whats:
        return f"to {ruling.kind} needs to say what: {', '.join(whats)}"
    return _incorrect(ruling.fields) if ruling.kind == "correct" else _beyond(ruling)


def _beyond(ruling: Ruling) -> str | None:
    """What a ruling has that its kind makes no use of; None if it has nothing so."""
    if ruling.other and ruling.kind not in {"join", "part"}:
        return f"to {ruling.kind} takes one figure, not two"
    return f"to {ruling.kind} sets nothing; to correct does" if ruling.fields else None


def _incorrect(fields: dict[str, str | float | None]) -> str | None:
    """Why a correction cannot be made; None if it can."""
    if not fields or (wrong := sorted(set(fields) - FIELDS)):
        told = f"{', '.join(wrong)} cannot be corrected" if fields else "a correction must say what it corrects"
        return f"{told}; {', '.join(sorted(FIELDS))} can"
    for name, known in (("basis", get_args(Basis)), ("currency", get_args(Currency))):
        if name in fields and fields[name] not in known:
            return f"{fields[name]!r} is no {name}; there are {', '.join(known)}"
    if "measure" in fields and not re.fullmatch(r"[a-z][a-z_]*", str(fields["measure"])):
        return f"{fields['measure']!r} is no measure"
    order = [float(v) for name in ("low", "best", "high") if (v := fields.get(name)) is not None]
    return None if order == sorted(order) else "low, best and high are not in order"
