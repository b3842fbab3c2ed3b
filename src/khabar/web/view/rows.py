"""Rows of tables: plain values in the order in which a desk reads them, the same on a page, in JSON and in CSV."""

from collections.abc import Iterable, Mapping
from typing import Any

from khabar.export.order import weight
from khabar.model.claim import Claim, Stale, Tally
from khabar.model.values import number_of
from khabar.web.view.board import Event


def counts(tally: Tally) -> dict[str, Any]:
    """A tally as a row of the board's table."""
    newest = tally.claims[-1] if tally.claims else None
    numbers = [v for v in tally.standing if v is not None]
    return {
        "situation": tally.situation,
        **_counted(tally),
        "low": min(numbers, default=None),
        "high": max(numbers, default=None),
        "standing": len(tally.standing),
        "last": tally.last,
        "newest_source": newest.source if newest else None,
        "claims": len(tally.claims),
        "reports": weight(tally),
        "changed": tally.changed,
        "tally": tally.id,
    }


def _counted(tally: Tally) -> dict[str, Any]:
    return {"measure": tally.measure, "who": tally.who, "place": tally.place, "basis": tally.basis}


def _number(claim: Claim) -> dict[str, Any]:
    return {"low": claim.low, "best": claim.best, "high": claim.high}


def beside(tally: Tally, claim: Claim) -> dict[str, Any]:
    """A whole claim with what its tally counts."""
    return {"tally": tally.id, **_counted(tally), "claim": claim}


def claims(tally: Tally, chosen: Iterable[Claim] | None = None) -> list[dict[str, Any]]:
    """A tally's claims, or some of them, as rows."""
    return [claim(tally, c) for c in (tally.claims if chosen is None else chosen)]


def claim(tally: Tally, claim: Claim) -> dict[str, Any]:
    """A claim as a row."""
    return {
        "situation": tally.situation,
        **_counted(tally),
        **_number(claim),
        "source": claim.source,
        "speaker": claim.speaker,
        "through": list(claim.through),
        "said": claim.said,
        "published": claim.published,
        "status": claim.status,
        "since": claim.since if claim.status != "standing" else None,
        "by": claim.by,
        "reason": claim.reason,
        "marks": list(claim.marks),
        "support_low": claim.support[0],
        "support_high": claim.support[1],
        "reports": claim.carriers,
        "claim": claim.id,
        "tally": tally.id,
    }


def found(tally: str, counted: Mapping[str, Any], claim: Claim) -> dict[str, Any]:
    """A claim that a search found as a row; `counted` says what its tally counts."""
    return {
        **{k: counted[k] for k in ("measure", "who", "place", "basis")},
        **_number(claim),
        "source": claim.source,
        "said": claim.said,
        "status": claim.status,
        "claim": claim.id,
        "tally": tally,
    }


def stale(found: Iterable[tuple[Tally, Claim]]) -> list[dict[str, Any]]:
    """Stale carriers, one row a piece, the newest first."""
    rows = [_stale(t, c, s) for t, c in found for s in c.stale]
    return sorted(rows, key=lambda r: (r["published"] or "", r["claim"]), reverse=True)


def _stale(tally: Tally, claim: Claim, piece: Stale) -> dict[str, Any]:
    return {
        "outlet": piece.outlet,
        "published": piece.published,
        "how": piece.how,
        **_counted(tally),
        **_number(claim),
        "source": claim.source,
        "status": claim.status,
        "since": claim.since,
        "by": claim.by,
        "url": piece.url,
        "claim": claim.id,
        "tally": tally.id,
        "edition": piece.edition,
    }


def changes(found: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Changes as the ledger tells them, one row each, the newest first."""
    rows = [_change(c["tally"], c["claim"], c) for c in found]
    return sorted(rows, key=lambda r: (r["at"] or "", r["claim"], r["what"] != "new"), reverse=True)


def _change(tally: Mapping[str, Any], claim: Mapping[str, Any], change: Mapping[str, Any]) -> dict[str, Any]:
    kept = ("low", "best", "high", "source", "source_key", "speaker", "status", "reason")
    return {
        "at": change["at"] or claim["published"],
        "what": change["what"],
        **{k: tally[k] for k in ("measure", "who", "place", "basis")},
        **{k: claim[k] for k in kept},
        "by": change["by"],
        "claim": claim["id"],
        "tally": tally["id"],
    }


def events(found: Iterable[Event]) -> list[dict[str, Any]]:
    """Lines of a timeline as rows."""
    return [
        {
            "at": e.at,
            "what": e.what,
            "of": e.name,
            **_number(e.claim),
            "source": e.claim.source,
            "by": e.by,
            "claim": e.claim.id,
        }
        for e in found
    ]


def summary(tallies: Iterable[Tally]) -> dict[str, Any]:
    """How many claims there are, and how many of each status."""
    found = [c.status for t in tallies for c in t.claims if number_of(c) is not None]
    many = [(name, found.count(name)) for name in ("standing", "superseded", "withdrawn", "disowned")]
    return {"claims": len(found), "statuses": [(name, count) for name, count in many if count]}
