"""Claims, verdicts and tallies as the ledger answers them."""

from typing import Literal

import msgspec

from khabar.model.span import Span, Spans

Status = Literal["standing", "superseded", "withdrawn", "disowned"]
FALLEN = frozenset({"withdrawn", "disowned"})
"""Statuses of a claim that has fallen. A superseded one has not: it was right in its time."""


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """Spans of one edition that a verdict rests on. `part` says as what: `figure`, `act`, `successor`, `rival`, `caveat`, `same count`.

    `figure` is the one of them that is the number itself, where there is one.
    """

    edition: str
    spans: Spans
    part: str = "figure"
    figure: Span | None = None


class Ground(msgspec.Struct, frozen=True, kw_only=True):
    """One conclusion of a verdict: the rule's name in docs/rules.md, what it concluded, and the evidence."""

    rule: str
    conclusion: str
    evidence: tuple[Evidence, ...] = ()


class Stale(msgspec.Struct, frozen=True, kw_only=True):
    """A carrier that printed a claim after its fall. `how`: `as current` or `as previous, fall not mentioned`."""

    outlet: str | None
    how: str
    edition: str
    url: str | None = None
    published: str | None = None


class Print(msgspec.Struct, frozen=True, kw_only=True):
    """One report that carries a claim.

    Attributes:
        edition, figure: where it is read: the edition and the index of the figure in its reading; `span` are its words there.
        links: the utterer, then the relays.
        deepened: the beginning of the chain is known from another report.
        repeat: a rounder wording of the claim's value.
        group: the copy group of the edition, None where its text is its own.
    """

    edition: str
    figure: int
    span: Span
    wording: str = ""
    outlet: str | None = None
    url: str | None = None
    lang: str | None = None
    published: str = ""
    links: tuple[str, ...] = ()
    deepened: bool = False
    repeat: bool = False
    group: str | None = None


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One source's figure for one tally, said at one time, with its verdict.

    Attributes:
        id: made from the tally, the source and the value.
        source: who it rests on, as printed; None for an unattributed number.
        speaker: the person who said it for the source.
        through: the relays between utterer and outlet.
        said: the day said, else the moment first published.
        holds: the days for which the count is said to hold, else those on which it was said.
        by, reason: who or what ended the claim, and why by their own words.
        marks: `unconfirmed`, `disputed by X`, `contested by Y`, `part exceeds total`, `whole withdrawn by X`,
            `whole disowned by X`, `parts do not sum: N of M`, `altered by a carrier`.
        events: the kinds of event that reports tell with it (`nature`, `violence`, `transport`, `illness`).
        part_of: the numbers that reports give it as a part of, unless its source said it by itself on a later day.
        support: how many independent origins give this value, at least and at most.
        rulings: numbers of the rulings that acted on it.
        grounds: one for each conclusion.
        history: the statuses it had, oldest first, as (moment, status, by).
    """

    id: str
    best: float | None
    low: float | None
    high: float | None
    bound: str = "exact"
    wording: str = ""
    basis: str = "unknown"
    source: str | None = None
    source_key: str | None = None
    speaker: str | None = None
    through: tuple[str, ...] = ()
    said: str = ""
    holds: tuple[str, str] = ("", "")
    published: str = ""
    status: Status = "standing"
    since: str | None = None
    by: str | None = None
    by_claim: str | None = None
    reason: str | None = None
    marks: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    part_of: tuple[float, ...] = ()
    doubts: tuple[str, ...] = ()
    support: tuple[int, int] = (0, 0)
    stale: tuple[Stale, ...] = ()
    carriers: int = 0
    notes: tuple[str, ...] = ()
    rulings: tuple[int, ...] = ()
    grounds: tuple[Ground, ...] = ()
    history: tuple[tuple[str, str, str | None], ...] = ()


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A figure printed as a part of a claim of the tally: `of` is that claim's number."""

    of: float | None
    best: float | None
    low: float | None
    high: float | None
    who: str | None = None
    place: str | None = None
    source: str | None = None
    marks: tuple[str, ...] = ()


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is being counted, with its history, as of a moment.

    `below` are parts of its claims; `steps` are changes, each `of` the level that its statement says it leads to (None: it says none).
    `also` are narrower places that reports give for the same count. `standing` are the numbers of the claims that stand, newest first; `last` is the last before where none stands.
    """

    id: str
    measure: str
    who: str | None = None
    place: str | None = None
    basis: str = "unknown"
    situation: str = ""
    claims: tuple[Claim, ...] = ()
    unattributed: tuple[Claim, ...] = ()
    standing: tuple[float | None, ...] = ()
    last: float | None = None
    below: tuple[Part, ...] = ()
    steps: tuple[Part, ...] = ()
    also: tuple[str, ...] = ()
    rulings: tuple[int, ...] = ()
    changed: str = ""
