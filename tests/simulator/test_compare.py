"""The comparison: a perfect ledger passes, a wrong one does not."""

from __future__ import annotations

from typing import Any

import pytest

import rules
from simulator import run
from simulator.compare import Answers, Tables, compare, kind_of_mark, lines, same
from tests.simulator.oracle import answers_from


@pytest.fixture(scope="module")
def truth() -> list[dict[str, Any]]:
    return run(4, 1500).truth()


def claims_of(answers: Answers) -> list[dict[str, Any]]:
    return [c for a in answers.values() for t in a["tallies"] for c in t["claims"]]


def test_a_perfect_ledger_is_found_perfect(truth: list[dict[str, Any]]) -> None:
    tables = compare(truth, answers_from(truth))

    assert tables.wrong == []
    assert tables.missed_bars() == []
    assert any("withdrawn" in line for line in lines(tables))


def test_an_empty_ledger_misses_everything(truth: list[dict[str, Any]]) -> None:
    tables = compare(truth, {})

    assert tables.scores["status", "withdrawn"].recall == 0
    assert len(tables.missed_bars()) == 4


def test_a_ledger_that_withdraws_too_much_loses_precision(truth: list[dict[str, Any]]) -> None:
    answers = answers_from(truth)
    for claim in claims_of(answers):
        claim["status"] = "withdrawn"

    tables = compare(truth, answers)

    assert tables.scores["status", "withdrawn"].precision < 0.5
    assert tables.scores["status", "withdrawn"].recall == 1


def test_a_wrong_support_is_counted(truth: list[dict[str, Any]]) -> None:
    answers = answers_from(truth)
    for claim in claims_of(answers):
        claim["support"] = [9, 9]

    assert compare(truth, answers).shares["support"][True] == 0


def test_a_claim_that_nobody_made_is_a_false_one(truth: list[dict[str, Any]]) -> None:
    answers = answers_from(truth)
    claims_of(answers)[0]["low"] = claims_of(answers)[0]["best"] = claims_of(answers)[0]["high"] = 999_999

    tables = compare(truth, answers)

    assert any("no such claim" in line for line in tables.wrong)
    assert any("absent" in line for line in tables.wrong)


def test_a_contest_that_is_none_is_a_false_mark(truth: list[dict[str, Any]]) -> None:
    answers = answers_from(truth)
    for claim in claims_of(answers):
        claim["marks"] = ["contested by UN"]

    assert compare(truth, answers).scores["mark", "contested"].false > 0


def test_labels_and_marks_are_read_as_they_come() -> None:
    assert same("Health Ministry", "the Health Ministry (Unity Government)")
    assert not same("Health Ministry", "Interior Ministry")
    assert kind_of_mark({"kind": "disputed", "by": "X"}) == kind_of_mark("disputed by X") == "disputed"
    assert kind_of_mark("altered_by_a_carrier") == "altered"


def test_the_bench_ends_with_0_or_1(
    truth: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(rules, "answers_of", lambda made, _path: answers_from(made.truth()))
    assert rules.main(["--seeds", "4", "5", "--reports", "800"]) == 0
    monkeypatch.setattr(rules, "answers_of", lambda _made, _path: {})
    assert rules.main(["--seeds", "4", "--reports", "800"]) == 1
    assert "BAR MISSED" in capsys.readouterr().out
    assert truth


def test_a_tables_score_of_nothing_is_whole() -> None:
    tables = Tables()

    assert (tables.scores["status", "withdrawn"].precision, tables.scores["status", "withdrawn"].recall) == (1, 1)
