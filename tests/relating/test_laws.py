"""The laws of the ledger, for a fixed reader and fixed rulings, over histories that nobody thought of."""

import datetime as dt
from typing import Any

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from khabar.model.claim import FALLEN, Claim, Tally
from khabar.model.errors import UsageError
from khabar.model.reading import Reading
from khabar.model.ruling import Anchor, Ruling
from khabar.pipeline import Ledger
from tests.relating.hand import report, say

OFFICES = [
    "Health Ministry",
    "Interior Ministry",
    "Information Ministry",
    "Presidential Office",
    "United Nations",
    "Mayor",
]
CHAINS = [
    *[(o,) for o in OFFICES],
    ("Health Ministry", "Khabar 24"),
    ("Interior Ministry", "TASS"),
    ("Khabar 24",),
    ("?an official", "Reuters"),
    ("Health Ministry/KZ-east",),
    (),
]
VALUES = [12, 14, 40, 164, 225]
ACTS = ["withdraws", "disowns", "denies", "corrects"]
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
START = dt.datetime(2022, 1, 5, 6, tzinfo=dt.UTC)
LATE = "2022-03-30T00:00:00Z"


@st.composite
def sayings(draw: st.DrawFn, at: dt.datetime) -> dict[str, Any]:
    said = draw(st.sampled_from([None, 0, 1]))
    more: dict[str, Any] = {"said": None if said is None else (at - dt.timedelta(days=said)).date().isoformat()}
    by = draw(st.sampled_from(CHAINS))
    if draw(st.integers(0, 3)) == 0:
        target = draw(st.sampled_from([None, "Khabar 24", "Health Ministry"]))
        refers = {"value": draw(st.sampled_from([*VALUES, None])), "measure": "killed", "source": target}
        return say(
            None,
            *by,
            act=draw(st.sampled_from(ACTS)),
            refers=refers,
            reason=draw(st.sampled_from([None, "an error"])),
            **more,
        )
    more["earlier"] = draw(st.sampled_from([None, None, None, *VALUES]))
    more["again"] = draw(st.sampled_from([False, False, True]))
    more["certainty"] = draw(st.sampled_from(["stated", "stated", "unconfirmed"]))
    if draw(st.integers(0, 4)) == 0:
        more["place"] = "Almaty"
    return say(draw(st.sampled_from(VALUES)), *by, **more)


@st.composite
def histories(draw: st.DrawFn) -> list[Reading]:
    found = []
    for number in range(draw(st.integers(1, 9))):
        at = START + dt.timedelta(hours=draw(st.integers(0, 240)), days=draw(st.sampled_from([0, 0, 0, 45])))
        spoken = [draw(sayings(at)) for _ in range(draw(st.integers(1, 2)))]
        outlet = draw(st.sampled_from(["one.example", "two.example", "three.example"]))
        found.append(report(f"r{number}", at.strftime("%Y-%m-%dT%H:%M:%SZ"), *spoken, outlet=outlet))
    return found


def answers(readings: list[Reading], as_of: str | None = None) -> list[Tally]:
    with Ledger(":memory:") as ledger:
        ledger.add(*readings)
        return ledger.tallies(as_of=as_of)


def claims(tallies: list[Tally]) -> dict[str, Claim]:
    return {c.id: c for t in tallies for c in t.claims}


@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
@given(histories(), st.randoms(use_true_random=False))
def test_order_of_arrival_changes_nothing(history: list[Reading], random: Any) -> None:
    shuffled = list(history)
    random.shuffle(shuffled)

    assert answers(history) == answers(shuffled)


@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
@given(histories(), st.integers(0, 300))
def test_what_came_later_changes_no_earlier_answer(history: list[Reading], hours: int) -> None:
    moment = (START + dt.timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M:%SZ")
    until = [r for r in history if (r.published or "") <= moment]

    assert answers(history, moment) == (answers(until) if until else [])


@settings(max_examples=40, deadline=None, suppress_health_check=SLOW)
@given(histories(), st.integers(0, 8))
def test_a_copy_changes_neither_status_nor_support(history: list[Reading], which: int) -> None:
    origin = history[which % len(history)]
    at = dt.datetime.fromisoformat(origin.published or "") + dt.timedelta(minutes=7)
    copy = msgspec.structs.replace(
        origin,
        id="copy",
        url="https://copy.example/1",
        outlet="copy.example",
        published=at.strftime("%Y-%m-%dT%H:%M:%SZ"),
    )
    before, after = claims(answers(history)), claims(answers([*history, copy]))

    assert {i: (c.status, c.support) for i, c in before.items()} == {i: (c.status, c.support) for i, c in after.items()}


@settings(max_examples=40, deadline=None, suppress_health_check=SLOW)
@given(st.lists(st.integers(0, 2), min_size=1, max_size=8), st.booleans())
def test_copies_of_a_fall_and_of_a_return_printed_in_turns_change_nothing(turns: list[int], dated: bool) -> None:
    """Whatever is printed again of what was said before the last act, in any order: the last act names the status."""
    story = "Rescuers searched the valley through the night while families waited near the bridge that the water took. " * 2
    said = "2022-01-05" if dated else None
    told = [
        say(44, "Disaster Agency", said="2022-01-05"),
        say(None, "Disaster Agency", act="withdraws", said=said, refers={"value": 44, "measure": "killed"}),
        say(44, "Disaster Agency", said="2022-01-06", again=True),
    ]
    origins = [
        report(f"o{n}", f"2022-01-0{5 + n // 2}T{8 + n:02}:00:00Z", dict(one), lead=f"{n} {story}") for n, one in enumerate(told)
    ]
    copies = [
        msgspec.structs.replace(
            origins[n], id=f"c{at}", url=f"https://c{at}.example/1", outlet=f"c{at}.example",
            published=f"2022-01-06T{12 + at:02}:00:00Z",
        )
        for at, n in enumerate(turns)
    ]  # fmt: skip
    before, after = claims(answers(origins)), claims(answers([*origins, *copies]))

    assert [c.status for c in before.values()] == ["standing"]
    assert {i: (c.status, c.support) for i, c in before.items()} == {i: (c.status, c.support) for i, c in after.items()}


@settings(max_examples=40, deadline=None, suppress_health_check=SLOW)
@given(histories(), st.sampled_from(VALUES), st.sampled_from(ACTS[:3]))
def test_a_third_party_changes_no_status(history: list[Reading], value: int, act: str) -> None:
    denial = report("third", LATE, say(None, "Red Cross", act=act, refers={"value": value, "measure": "killed"}))
    before, after = claims(answers(history)), claims(answers([*history, denial]))

    assert {i: c.status for i, c in before.items()} == {i: c.status for i, c in after.items()}


@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
@given(histories())
def test_no_fall_without_an_act_and_all_evidence_is_there(history: list[Reading]) -> None:
    acts = {r.id for r in history if any(s.act in ACTS for s in r.statements)}
    with Ledger(":memory:") as ledger:
        added = {a.edition: a.report for a in ledger.add(*history)}
        for claim in claims(ledger.tallies()).values():
            evidence = [(g, e) for g in claim.grounds for e in g.evidence]
            assert all(e.edition in added for _, e in evidence)
            for _, e in evidence:
                text = ledger.library().text(e.edition) or ""
                assert all(0 <= start < end <= len(text) for start, end in e.spans)
            if claim.status in FALLEN:
                assert {added[e.edition] for g, e in evidence if e.part == "act"} <= acts
                assert any(e.part == "act" for _, e in evidence)


@settings(max_examples=40, deadline=None, suppress_health_check=SLOW)
@given(histories())
def test_an_unattributed_number_supports_nothing(history: list[Reading]) -> None:
    bare = report("bare", LATE, *[say(v) for v in VALUES])
    before, after = claims(answers(history)), answers([*history, bare])

    assert all(c.support == (0, 0) for t in after for c in t.unattributed)
    assert {i: c.support for i, c in claims(after).items()} == {i: c.support for i, c in before.items()}


@settings(max_examples=30, deadline=None, suppress_health_check=SLOW)
@given(histories(), st.sampled_from(["reject", "confirm", "correct", "split"]), st.integers(0, 8))
def test_a_ruling_and_its_undoing_restore_the_bytes(history: list[Reading], kind: Any, which: int) -> None:
    with Ledger(":memory:") as ledger:
        added = ledger.add(*history)
        before = msgspec.json.encode(ledger.tallies())
        ruled = [(a.edition, r) for a, r in zip(added, history, strict=True) if r.figures]
        if not ruled:
            return
        edition, reading = ruled[which % len(ruled)]
        start, end = reading.figures[0].span
        anchor = Anchor(edition=edition, start=start, end=end, words=reading.text[start:end])
        fields: dict[str, str | float | None] = {"best": 7.0, "low": 7.0, "high": 7.0} if kind == "correct" else {}
        what: Any = "source" if kind == "split" else None
        try:
            made = ledger.rule(Ruling(kind=kind, name="desk", reason="test", anchor=anchor, fields=fields, what=what))
        except UsageError:  # it would change nothing
            assert msgspec.json.encode(ledger.tallies()) == before
            return
        ledger.rule(Ruling(kind="undo", name="desk", reason="test", of=made.id))

        assert msgspec.json.encode(ledger.tallies()) == before


@settings(max_examples=30, deadline=None, suppress_health_check=SLOW)
@given(histories())
def test_rebuilding_changes_nothing(history: list[Reading]) -> None:
    with Ledger(":memory:") as ledger:
        ledger.add(*history)
        before = msgspec.json.encode(ledger.tallies())
        ledger.rebuild()
        first = ledger._store.ask("SELECT * FROM views ORDER BY id")
        ledger.rebuild()

        assert msgspec.json.encode(ledger.tallies()) == before
        assert list(first) == list(ledger._store.ask("SELECT * FROM views ORDER BY id"))
