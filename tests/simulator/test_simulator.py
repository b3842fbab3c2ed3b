"""What the simulator emits: true spans, the same bytes for the same seed, falls and near misses enough."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from simulator import run, simulate
from simulator.__main__ import main
from simulator.record import record_of

Record = dict[str, Any]
SPANS = ("content", "cue", "source", "role", "affiliation")
seeds = given(seed=st.integers(0, 10_000), reports=st.integers(1, 400))
few = settings(max_examples=12, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))


def spans(record: Record) -> Iterator[list[int]]:
    for statement in record["statements"]:
        for key in SPANS:
            yield from statement[key]
        yield from [statement["doubt"]["span"]] if statement["doubt"] else []
        yield from [statement["said"]["span"]] if (statement["said"] or {}).get("span") else []
    yield from (f["span"] for f in record["figures"] + record["places"] + record["times"])
    yield from (m for p in record["people"] for m in p["mentions"])


@few
@seeds
def test_every_span_is_a_true_one(seed: int, reports: int) -> None:
    for record in run(seed, reports).readings():
        text = record["text"]
        for start, end in spans(record):
            assert 0 <= start < end <= len(text)
            assert text[start:end] == text[start:end].strip()


@few
@seeds
def test_figures_places_and_people_say_what_their_spans_say(seed: int, reports: int) -> None:
    for record in run(seed, reports).readings():
        text = record["text"]
        for figure in record["figures"]:
            start, end = figure["span"]
            numbers = {figure["low"], figure["best"], figure["high"]} - {None}
            digits = {int("".join(c for c in w if c.isdigit())) for w in text[start:end].split() if w[0].isdigit()}
            assert figure["wording"] == text[start:end]
            assert digits <= numbers
        for place in record["places"]:
            assert text[slice(*place["span"])].lower() == place["name"].lower()
        for person in record["people"]:
            assert all(text[slice(*m)] for m in person["mentions"])
            assert not person["mentions"] or text[slice(*person["mentions"][0])] == person["name"]


@few
@seeds
def test_indices_point_into_the_records_own_lists(seed: int, reports: int) -> None:
    for record in run(seed, reports).readings():
        people, places = range(len(record["people"])), range(len(record["places"]))
        for statement in record["statements"]:
            assert all(link in people for link in statement["chain"])
            assert statement["who"] == (statement["chain"][0] if statement["chain"] else None)
            assert statement["refers"] is None or statement["refers"]["source"] in people
        for figure in record["figures"]:
            assert figure["place"] in places
            assert figure["statement"] in range(len(record["statements"]))
            assert figure["part_of"] is None or figure["part_of"] in range(len(record["figures"]))
            assert figure["part_of"] is None or record["figures"][figure["part_of"]]["statement"] == figure["statement"]


@few
@seeds
def test_reasons_and_what_is_referred_to_stand_in_the_text(seed: int, reports: int) -> None:
    for record in run(seed, reports).readings():
        for statement in record["statements"]:
            assert (statement["reason"] or "") in record["text"]
            value = (statement["refers"] or {}).get("value")
            assert value is None or f"{value:,}" in record["text"]


@few
@seeds
def test_figures_lie_in_their_statements(seed: int, reports: int) -> None:
    for record in run(seed, reports).readings():
        for figure in record["figures"]:
            start, end = figure["span"]
            content = record["statements"][figure["statement"]]["content"]
            assert any(s <= start and end <= e for s, e in content)


@few
@seeds
def test_the_size_is_exact_and_ids_are_unique(seed: int, reports: int) -> None:
    made = run(seed, reports)
    assert len({r.id for r in made.reports}) == len(made.reports) == reports
    assert [r.counts_from for r in made.reports] == sorted(r.counts_from for r in made.reports)


@settings(max_examples=5, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@seeds
def test_the_same_seed_gives_the_same_bytes(seed: int, reports: int) -> None:
    assert json.dumps(simulate(seed, reports)) == json.dumps(simulate(seed, reports))


def test_every_report_says_where_it_happened(full: Any) -> None:
    assert all(record["places"] for record in full.readings())


def test_another_seed_gives_another_world() -> None:
    assert simulate(1, 50)[0] != simulate(2, 50)[0]


@pytest.fixture(scope="module")
def full() -> Any:
    return run(1, 10_000)


def test_a_full_seed_holds_falls_and_near_misses_enough(full: Any) -> None:
    falls, near = full.falls(), full.near_misses()
    kinds = (
        "superior finds it too high",
        "denied by another",
        "undated repetition after the fall",
        "lower without a reason",
    )

    assert falls["withdrawn"] + falls["disowned"] >= 200
    assert sum(near[k] for k in kinds) >= 200
    assert min(near[k] for k in kinds) >= 20


def test_every_mark_status_and_carrier_occurs(full: Any) -> None:
    rows = [r for r in full.truth() if r["kind"] == "claim"]

    assert {r["status"] for r in rows} == {"standing", "superseded", "withdrawn", "disowned"}
    assert {m[0] for r in rows for m in r["marks"]} == {
        "disputed",
        "contested",
        "unconfirmed",
        "part exceeds total",
        "parts do not sum",
        "altered",
    }
    assert {x[0] for r in rows for x in r["relations"]} == {
        "revises",
        "succeeds",
        "repeats",
        "withdraws",
        "disowns",
        "contests",
    }
    assert {how for r in rows for _, how in r["stale"] or []} == {"as current", "as previous, fall not mentioned"}


def test_what_an_act_refers_to_can_be_found_by_a_reader(full: Any) -> None:
    """Value (or day), measure and source lead to one number that was printed before the act, in one tally."""
    printed: dict[tuple[Any, ...], set[tuple[Any, ...]]] = defaultdict(set)
    sound = [r for r in full.reports if all(c.how != "altered" for c in r.carries)]
    for record in map(record_of, sound):
        for statement in record["statements"]:
            if statement["refers"] and statement["act"] != "corrects":
                assert len(printed[_referred(record, statement)]) == 1, (record["text"], statement["refers"])
        for key, value in _printed(record):
            printed[key].add(value)


def _referred(record: Record, statement: Record) -> tuple[Any, ...]:
    refers = statement["refers"]
    who = _who(record, refers["source"])
    return (record["places"][0]["country"], refers["measure"], who, refers["value"] or refers["said"])


def _who(record: Record, index: int) -> str:
    person = record["people"][index]
    admin = person["affiliation"]
    kind = person["type"] if person["kind"] == "office" and "." in (person["type"] or "") else person["name"]
    return f"{kind}/{record['people'][admin]['name'] if admin is not None else ''}"


def _printed(record: Record) -> Iterator[tuple[tuple[Any, ...], tuple[Any, ...]]]:
    for figure in record["figures"]:
        statement = record["statements"][figure["statement"]]
        point = figure["best"] if figure["best"] is not None else figure["low"]
        if not statement["said"] or figure["currency"] != "current" or figure["part_of"] is not None:
            continue
        tally = (point, figure["who"], record["places"][figure["place"]]["name"])
        country = record["places"][figure["place"]]["country"]
        for link in statement["chain"]:
            yield (country, figure["measure"], _who(record, link), point), tally
            yield (country, figure["measure"], _who(record, link), statement["said"]["to"]), tally


def test_a_corrected_wire_has_two_editions_at_one_address(full: Any) -> None:
    editions = defaultdict(list)
    for report in full.reports:
        editions[report.url].append(report)
    twice = [e for e in editions.values() if len(e) > 1]

    assert twice
    assert all("CORRECTS" in e[1].title and e[0].published < e[1].published for e in twice)


def test_the_command_writes_both_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--seed", "3", "--reports", "120", "--out", str(tmp_path)]) == 0

    records = [json.loads(line) for line in (tmp_path / "readings.jsonl").read_text("utf-8").splitlines()]
    assert [r["id"] for r in records] == [r.id for r in run(3, 120).reports]
    assert (tmp_path / "truth.jsonl").stat().st_size > 0
    assert "near misses" in capsys.readouterr().out
