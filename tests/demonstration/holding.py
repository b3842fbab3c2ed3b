"""Holds the answers of `khabar tally killed --format json` against an expected ledger: six moments, what hangs below and beside, what must never be."""

from collections.abc import Iterator
from typing import Any

Answer = dict[str, Any]


def national(answer: Answer, country: str) -> Answer:
    """The tally of the whole population of the country. There is one, or the answer is wrong."""
    found = [t for t in answer["tallies"] if t["who"] is None and t["place"] == country]
    if len(found) != 1:
        listed = [(t["situation"], t["who"], t["place"]) for t in answer["tallies"]]
        raise AssertionError(f"{len(found)} tallies of the whole population of {country}; there are {listed}")
    tally: Answer = found[0]
    return tally


def faults(moment: Answer, tally: Answer) -> Iterator[str]:
    """What the tally gets wrong of one moment."""
    claims = tally["claims"]
    for want in moment.get("claims", ()):
        fitting = [c for c in claims if c["best"] == want["best"]]
        if len(fitting) != 1:
            yield f"{len(fitting)} claims of {want['best']}, not one"
        for claim in fitting[:1]:
            yield from _claim_faults(want, claim)
    yield from _standing_faults(moment, tally)
    yield from _stale_faults(moment.get("stale", ()), claims)
    yield from _below_faults(moment.get("below", ()), tally)


def _claim_faults(want: Answer, claim: Answer) -> Iterator[str]:
    for key in ("source", "speaker", "status", "by", "reason"):
        if key in want and want[key] != claim[key]:
            yield f"{want['best']}: {key} is {claim[key]!r}, not {want[key]!r}"
    for key in ("through", "marks", "support"):
        if key in want and want[key] != list(claim[key]):
            yield f"{want['best']}: {key} is {claim[key]}, not {want[key]}"


def _standing_faults(moment: Answer, tally: Answer) -> Iterator[str]:
    if "standing" in moment and moment["standing"] != list(tally["standing"]):
        yield f"standing is {tally['standing']}, not {moment['standing']}"
    superseded = [c["best"] for c in tally["claims"] if c["status"] == "superseded"]
    if "superseded" in moment and moment["superseded"] != superseded:
        yield f"superseded is {superseded}, not {moment['superseded']}"


def _stale_faults(wanted: list[Answer], claims: list[Answer]) -> Iterator[str]:
    shown = [{"outlet": s["outlet"], "how": s["how"]} for c in claims for s in c["stale"]]
    if wanted and sorted(shown, key=str) != sorted(wanted, key=str):
        yield f"stale carriers are {shown}, not {wanted}"


def _below_faults(wanted: list[Answer], tally: Answer) -> Iterator[str]:
    for part in wanted:
        if not any(b["of"] == part["of"] and b["best"] == part["best"] and b["who"] for b in tally["below"]):
            yield f"no {part['best']} below {part['of']}: {tally['below']}"


def never(answer: Answer, country: str, numbers: dict[int, int]) -> Iterator[str]:
    """What must never be, in any answer. `numbers` turns the numbers of the case into those of an exchanged one."""

    def n(value: int) -> int:
        return numbers.get(value, value)

    total = national(answer, country)
    for value in (103, 139, 142):
        if any(c["best"] == n(value) for c in total["claims"]):
            yield f"{n(value)} is a claim of the national total"
    for claim in total["claims"]:
        if claim["best"] == n(225) and any("contested" in m for m in claim["marks"]):
            yield f"{n(225)} is contested: {claim['marks']}"
    if n(26) in total["standing"]:
        yield f"{n(26)} stands as the national total"
