"""An id that is no more leads to whatever its figure belongs to now."""

from pathlib import Path

import msgspec
import pytest

from khabar.cli.app import run
from khabar.model.claim import Claim
from khabar.model.errors import NotThere
from khabar.model.reading import ReaderVersion, Reading
from khabar.model.ruling import Anchor, Ruling
from khabar.pipeline import Ledger
from tests.relating.hand import report, say

A = report("a", "2024-01-03T08:00:00Z", say(12, "Police"))
B = report("b", "2024-01-04T08:00:00Z", say(15, "Police"))


def anchor(ledger: Ledger, reading: Reading) -> Anchor:
    start, end = reading.figures[0].span
    edition = ledger.library().row(reading.id).edition
    return Anchor(edition=edition, start=start, end=end, words=reading.text[start:end])


def claim(ledger: Ledger, value: float) -> Claim:
    return next(c for t in ledger.tallies() for c in (*t.claims, *t.unattributed) if c.best == value)


def corrected(value: float) -> Reading:
    figures = tuple(msgspec.structs.replace(f, low=value, best=value, high=value) for f in B.figures)
    return msgspec.structs.replace(B, figures=figures, reader=ReaderVersion(version="99"))


def test_a_ruling_retires_an_id_and_its_undoing_brings_it_back() -> None:
    with Ledger(":memory:") as ledger:
        ledger.add(A, B)
        old = claim(ledger, 15).id
        fields: dict[str, str | float | None] = {"low": 14.0, "best": 14.0, "high": 14.0}
        ledger.rule(Ruling(kind="correct", name="desk", reason="telephone", anchor=anchor(ledger, B), fields=fields))
        told = ledger.why(old)
        assert (told["retired"], told["claim"]["best"], told["claim"]["rulings"]) == (old, 14, (1,))
        new = told["claim"]["id"]

        ledger.rule(Ruling(kind="undo", name="desk", reason="wrong number", of=1))
        assert "retired" not in ledger.why(old)
        assert ledger.why(new)["claim"]["id"] == old


def test_a_claim_that_is_moved_leads_to_its_new_tally() -> None:
    with Ledger(":memory:") as ledger:
        ledger.add(A, B)
        old = claim(ledger, 15).id
        ledger.rule(Ruling(kind="correct", name="desk", reason="r", anchor=anchor(ledger, B), fields={"place": "Almaty"}))

        tally, now = ledger.claim(old)
        assert (tally.place, now.best, now.id != old) == ("Almaty", 15, True)


def test_a_newer_reader_and_a_rebuild() -> None:
    with Ledger(":memory:") as ledger:
        ledger.add(A, B)
        old = claim(ledger, 15).id
        ledger.add(corrected(16.0))
        ledger.rebuild()
        assert ledger.why(old)["claim"]["best"] == 16

        ledger.add(msgspec.structs.replace(B, figures=(), reader=ReaderVersion(version="100")))
        with pytest.raises(NotThere, match="retired"):
            ledger.why(old)


def test_an_older_report_that_arrives_late_moves_a_whole_situation() -> None:
    with Ledger(":memory:") as ledger:
        ledger.add(A, B)
        (tally,) = ledger.tallies()
        ledger.add(report("early", "2024-01-01T08:00:00Z", say(3, "Police")))
        (now,) = ledger.tallies()

        assert (tally.situation, now.situation) == ("kz-2024-01-03", "kz-2024-01-01")
        assert [ledger.claim(c.id)[1].best for c in tally.claims] == [12, 15]
        assert ledger.successor(tally.id) == ledger.tally_named(tally.id).id == now.id
        assert ledger.successor("kz-2024-01-03") == "kz-2024-01-01"
        assert [t.id for t in ledger.tallies(situation="kz-2024-01-03")] == [now.id]


def test_an_unattributed_number_has_a_successor_too() -> None:
    bare = report("bare", "2024-01-04T08:00:00Z", say(31))
    with Ledger(":memory:") as ledger:
        ledger.add(A, bare)
        old = claim(ledger, 31).id
        ledger.rule(Ruling(kind="correct", name="desk", reason="r", anchor=anchor(ledger, bare), fields={"who": "police"}))

        assert (ledger.claim(old)[1].best, ledger.claim(old)[0].who) == (31, "police")


def test_an_id_that_never_was() -> None:
    with Ledger(":memory:") as ledger:
        ledger.add(A)
        for asked in (ledger.why, ledger.tally_named):
            with pytest.raises(NotThere):
                asked("c0000000000")
        assert ledger.successor("kz-1999-01-01") is None


def test_the_command_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(tmp_path / "k.db")
    with Ledger(path) as ledger:
        ledger.add(A, B)
        old = claim(ledger, 15).id
    asked = ["rule", "correct", old, "--set", "best=14", "--set", "low=14", "--set", "high=14", "--reason", "r"]
    assert run([*asked, "--ledger", path]) == 0
    assert run(["why", old, "--ledger", path]) == 0

    assert f"{old} is retired" in capsys.readouterr().out
