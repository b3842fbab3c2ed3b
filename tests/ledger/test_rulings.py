"""Rulings act where they are anchored, win over the program, are shown, and leave no trace once undone."""

from pathlib import Path

import msgspec
import pytest

from khabar.model.claim import Tally
from khabar.model.errors import NotThere, UsageError
from khabar.model.reading import ReaderVersion, Reading
from khabar.model.ruling import Anchor, Ruling
from khabar.pipeline import Ledger
from tests.relating.hand import report, say

IM, HM = "Interior Ministry", "Health Ministry"


def anchor(ledger: Ledger, reading: Reading, figure: int = 0) -> Anchor:
    start, end = reading.figures[figure].span
    row = ledger._store.row(reading.id)
    return Anchor(edition=row.edition, start=start, end=end, words=reading.text[start:end])


def made(kind: str, first: Anchor | None = None, **more: object) -> Ruling:
    return Ruling(kind=kind, name="desk", reason="telephone", anchor=first, **more)  # type: ignore[arg-type]


def values(tallies: list[Tally]) -> list[tuple[str | None, float | None, str]]:
    return [(c.source, c.best, c.status) for t in tallies for c in t.claims]


A = report("a", "2024-01-01T08:00:00Z", say(12, IM))
B = report("b", "2024-01-02T08:00:00Z", say(15, HM))
C = report("c", "2024-01-02T09:00:00Z", say(90, "Vlast", certainty="unconfirmed"))


@pytest.fixture
def ledger() -> Ledger:
    ledger = Ledger(":memory:")
    ledger.add(A, B, C)
    return ledger


def dump(ledger: Ledger) -> bytes:
    return msgspec.json.encode(ledger.tallies())


def test_rejected(ledger: Ledger) -> None:
    ledger.rule(made("reject", anchor(ledger, B)))

    assert values(ledger.tallies()) == [(IM, 12, "standing"), ("Vlast", 90, "standing")]
    assert ledger.tallies()[0].rulings == (1,)


def test_corrected(ledger: Ledger) -> None:
    ledger.rule(made("correct", anchor(ledger, B), fields={"low": 13.0, "best": 13.0, "high": 13.0}))

    claim = ledger.tallies()[0].claims[1]
    assert (claim.best, claim.rulings) == (13, (1,))


@pytest.mark.parametrize(
    ("fields", "value"),
    [
        ({"best": 13.0}, (13, 13, 13, "exact")),
        ({"low": 10.0, "high": 20.0}, (10, None, 20, "range")),
        ({"low": 10.0, "high": None}, (10, None, None, "at_least")),
        ({"low": None, "high": 20.0}, (None, None, 20, "at_most")),
        ({"low": 7.0, "high": 7.0}, (7, 7, 7, "exact")),
    ],
)
def test_a_corrected_value_is_whole(ledger: Ledger, fields: dict[str, float | None], value: object) -> None:
    ledger.rule(made("correct", anchor(ledger, B), fields=fields))

    claim = next(c for c in ledger.tallies()[0].claims if c.source == HM)
    assert (claim.low, claim.best, claim.high, claim.bound) == value


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("correct", {}),
        ("correct", {"fields": {"basis": "guessed"}}),
        ("correct", {"fields": {"currency": "old"}}),
        ("correct", {"fields": {"measure": "The Dead"}}),
        ("correct", {"fields": {"low": 9.0, "high": 3.0}}),
        ("split", {"what": "copy"}),
        ("split", {}),
        ("join", {"what": "source"}),
        ("part", {}),
    ],
)
def test_what_says_nothing_is_no_ruling(ledger: Ledger, kind: str, more: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        ledger.rule(made(kind, anchor(ledger, B), **more))
    assert ledger.rulings() == []


def test_a_ruling_shows_on_both_that_it_joins_and_on_all_of_the_source() -> None:
    other = report("other", "2024-01-05T08:00:00Z", say(40, "Vlast"), say(3, "Vlast", measure="injured"))
    ledger = Ledger(":memory:")
    ledger.add(A, other)
    ledger.rule(made("join", anchor(ledger, A), other=anchor(ledger, other), what="source"))

    assert [(c.source, c.best, c.rulings) for t in ledger.tallies() for c in t.claims] == [
        (IM, 3, (1,)), (IM, 12, (1,)), (IM, 40, (1,)),
    ]  # fmt: skip


def test_a_ruling_on_a_report_that_is_redacted_still_fits_and_acts(ledger: Ledger) -> None:
    ledger.rule(made("correct", anchor(ledger, B), fields={"best": 13.0}))
    ledger.redact("b", name="desk", reason="a person at risk")

    assert [(held, fits) for _, held, fits in ledger.rulings()] == [(True, True)]
    assert [c.best for c in ledger.tallies()[0].claims if c.rulings] == [13]


def test_moved(ledger: Ledger) -> None:
    ledger.rule(made("correct", anchor(ledger, B), fields={"place": "Almaty", "who": "police"}))

    assert [(t.place, t.who) for t in ledger.tallies()] == [("Kazakhstan", None), ("Almaty", "police")] or [
        (t.place, t.who) for t in ledger.tallies()
    ] == [("Almaty", "police"), ("Kazakhstan", None)]


def test_confirmed(ledger: Ledger) -> None:
    assert ledger.tallies()[0].claims[2].marks[0] == "unconfirmed"
    ledger.rule(made("confirm", anchor(ledger, C)))

    assert "unconfirmed" not in ledger.tallies()[0].claims[2].marks


def test_sources_joined_and_split(ledger: Ledger) -> None:
    ledger.rule(made("join", anchor(ledger, A), other=anchor(ledger, C), what="source"))
    assert values(ledger.tallies()) == [(IM, 12, "superseded"), (HM, 15, "superseded"), (IM, 90, "standing")]

    ledger.rule(made("undo", of=1))
    ledger.rule(made("split", anchor(ledger, A), what="source"))
    assert values(ledger.tallies())[:2] == [(IM, 12, "standing"), (HM, 15, "standing")]


def test_situations_split(ledger: Ledger) -> None:
    ledger.rule(made("split", anchor(ledger, A), what="situation"))

    assert [t.situation for t in ledger.tallies()] == ["kz#1", "kz-2024-01-01"]


def test_situations_joined() -> None:
    late = report("late", "2024-05-01T08:00:00Z", say(20, IM))
    ledger = Ledger(":memory:")
    ledger.add(A, late)
    assert len(ledger.tallies()) == 2
    ledger.rule(made("join", anchor(ledger, late), other=anchor(ledger, A), what="situation"))

    assert values(ledger.tallies()) == [(IM, 12, "superseded"), (IM, 20, "standing")]


def test_tallies_joined() -> None:
    guards = report("guards", "2024-01-03T08:00:00Z", say(20, IM, who="wardens"))
    ledger = Ledger(":memory:")
    ledger.add(A, guards)
    ledger.rule(made("join", anchor(ledger, A), other=anchor(ledger, guards), what="tally"))

    assert values(ledger.tallies()) == [(IM, 12, "superseded"), (IM, 20, "standing")]


@pytest.mark.parametrize("kind", ["reject", "confirm", "split"])
def test_undone_leaves_no_trace(ledger: Ledger, kind: str) -> None:
    before = dump(ledger)
    ledger.rule(made(kind, anchor(ledger, B), what="source" if kind == "split" else None))
    assert kind == "confirm" or dump(ledger) != before
    ledger.rule(made("undo", of=1))

    assert dump(ledger) == before
    ledger.rule(made("undo", of=2))
    assert [held for _, held, _ in ledger.rulings()] == [True, False, True]


def test_survives_a_newer_reader_and_is_listed_where_it_fits_no_more(ledger: Ledger) -> None:
    ledger.rule(made("reject", anchor(ledger, B)))
    newer = msgspec.structs.replace(B, reader=ReaderVersion(version="9"))
    ledger.add(newer)
    assert values(ledger.tallies()) == [(IM, 12, "standing"), ("Vlast", 90, "standing")]

    ledger.add(msgspec.structs.replace(B, figures=(), reader=ReaderVersion(version="10")))
    ((_, held, fits),) = ledger.rulings()
    assert (held, fits) == (True, False)


def test_words_must_stand_there(ledger: Ledger) -> None:
    wrong = msgspec.structs.replace(anchor(ledger, B), words="nowhere")
    with pytest.raises(UsageError):
        ledger.rule(made("reject", wrong))
    with pytest.raises(UsageError):
        ledger.rule(made("undo", of=7))
    with pytest.raises(UsageError):
        ledger.rule(made("correct", anchor(ledger, B), fields={"outlet": "x"}))


def test_rebuilt_is_the_same(ledger: Ledger) -> None:
    ledger.rule(made("reject", anchor(ledger, B)))
    before = dump(ledger)

    assert ledger.rebuild() == 3
    assert dump(ledger) == before


def test_redacted(tmp_path: Path) -> None:
    path = tmp_path / "k.db"
    with Ledger(path) as ledger:
        ledger.add(A, report("d", "2024-01-03T08:00:00Z", say(31, "Asel Nurbek of Health Ministry")))
        name = ledger._store.row("d").edition
        ledger.redact("d", name="desk", reason="a person at risk")
        (claim,) = [c for t in ledger.tallies() for c in t.claims if c.best == 31]

        assert (claim.source, claim.speaker) == ("Health Ministry", None)
        assert ledger.why(claim.id)["claim"]["grounds"][0]["evidence"][0]["words"] == ["ground removed"]
        assert ledger.rebuild() == 2
        assert (claim.source, claim.best) in [(c.source, c.best) for t in ledger.tallies() for c in t.claims]
        with pytest.raises(NotThere):
            ledger.redact("nobody", name="desk", reason="x")
    raw = path.read_bytes()
    assert b"Asel" not in raw
    assert name.encode() in raw


def test_what_is_redacted_is_gone_from_the_file_at_once(tmp_path: Path) -> None:
    with Ledger(tmp_path / "k.db") as ledger:
        ledger.add(A, report("d", "2024-01-03T08:00:00Z", say(31, "Asel Nurbek of Health Ministry")))
        assert any(c.speaker == "Asel Nurbek" for t in ledger.tallies() for c in t.claims)
        ledger.redact("d", name="desk", reason="a person at risk")
        held = b"".join(p.read_bytes() for p in sorted(tmp_path.iterdir()))

    assert b"Asel" not in held


def split_and_joined(what: str, *, swapped: bool, early: bool) -> tuple[Ledger, Anchor]:
    """A ledger in which a figure was split off and then joined to another's; `early`: the joined one was published first."""
    ledger = Ledger(":memory:")
    ledger.add(A, B, report("d", "2024-01-03T08:00:00Z", say(19, HM, who="wardens")))
    one, two = anchor(ledger, A), anchor(ledger, B)
    apart = one if early else two
    ledger.rule(made("split", apart, what=what))
    ledger.rule(made("join", two if swapped else one, other=one if swapped else two, what=what))
    return ledger, apart


@pytest.mark.parametrize("early", [True, False])
@pytest.mark.parametrize("swapped", [True, False])
@pytest.mark.parametrize("what", ["source", "tally", "situation"])
def test_a_join_after_a_split_acts_and_survives_a_rebuild(what: str, swapped: bool, early: bool) -> None:
    ledger, _ = split_and_joined(what, swapped=swapped, early=early)
    before = dump(ledger)
    (tally,) = [t for t in ledger.tallies() if any(c.best == 12 for c in t.claims)]

    assert [c.best for c in tally.claims] == [12, 15]
    assert what != "source" or len({c.source for c in tally.claims}) == 1
    ledger.rebuild()
    assert dump(ledger) == before


@pytest.mark.parametrize("what", ["source", "tally", "situation"])
def test_what_comes_after_a_join_reaches_the_other_end_of_it(what: str) -> None:
    ledger, apart = split_and_joined(what, swapped=False, early=True)
    ledger.rule(made("correct", apart, fields={"who": "miners"}))
    before = dump(ledger)
    ledger.rebuild()
    assert dump(ledger) == before
    ledger.add(msgspec.structs.replace(B, reader=ReaderVersion(version="9")))
    ledger.redact("a", name="desk", reason="a person at risk")
    left = dump(ledger)
    ledger.rebuild()
    assert dump(ledger) == left


def test_three_tallies_joined_are_one(ledger: Ledger) -> None:
    third, fourth = (report(n, f"2024-01-0{d}T08:00:00Z", say(20 + d, IM, who=w)) for n, d, w in (("e", 4, "wardens"), ("f", 5, "miners")))
    ledger.add(third, fourth)
    ledger.rule(made("join", anchor(ledger, third), other=anchor(ledger, fourth), what="tally"))
    ledger.rule(made("join", anchor(ledger, A), other=anchor(ledger, third), what="tally"))

    assert [[c.best for c in t.claims] for t in ledger.tallies()] == [[12, 15, 90, 24, 25]]


def test_what_rulings_changed_is_told_without_an_end(ledger: Ledger) -> None:
    ledger.rule(made("reject", anchor(ledger, B)))

    assert {c["claim"]["best"] for c in ledger.changes("2020-01-01", clock="known")} == {12, 90}


def test_an_anchor_on_no_figure_is_told_the_figures(ledger: Ledger) -> None:
    held = anchor(ledger, B)
    off = Anchor(edition=held.edition, start=0, end=4, words=B.text[:4])

    with pytest.raises(UsageError, match=rf"no figure stands at 0-4 .* {held.start}-{held.end} '15 people'"):
        ledger.rule(made("reject", off))
    assert ledger.rulings() == []


TWICE = report("twice", "2024-01-02T10:00:00Z", say(30, IM), say(31, IM), say(32))


@pytest.mark.parametrize(
    ("kind", "what", "ends", "told"),
    [
        ("join", "copy", (0, 1), "both lie in one report"),
        ("part", None, (0, 0), "both lie in one report"),
        ("join", "source", (0, 1), "on the word of"),
        ("join", "source", (0, 2), "no source to join"),
        ("join", "tally", (0, 1), "one tally already"),
        ("join", "situation", (0, 0), "one situation|the situation kz"),
    ],
)
def test_what_would_change_nothing_is_refused(
    ledger: Ledger, kind: str, what: str | None, ends: tuple[int, int], told: str
) -> None:
    ledger.add(TWICE)
    one, two = (anchor(ledger, TWICE, at) for at in ends)

    with pytest.raises(UsageError, match=told):
        ledger.rule(made(kind, one, other=two, what=what))
    assert ledger.rulings() == []


def test_copies_joined_twice_are_refused(ledger: Ledger) -> None:
    both = {"other": anchor(ledger, B), "what": "copy"}
    ledger.rule(made("join", anchor(ledger, A), **both))

    with pytest.raises(UsageError, match="are copies already"):
        ledger.rule(made("join", anchor(ledger, A), **both))


@pytest.mark.parametrize(
    ("kind", "more", "told"),
    [
        ("confirm", {}, "is confirmed already, see 1"),
        ("reject", {}, "is rejected already, see 1"),
        ("correct", {"fields": {"best": 16.0}}, "has these values already, see 1"),
        ("split", {"what": "source"}, "is split off its source already, see 1"),
        ("split", {"what": "tally"}, "is split off its tally already"),
        ("split", {"what": "situation"}, "is split off its situation already"),
    ],
)
def test_a_ruling_that_was_made_before_is_refused(
    ledger: Ledger, kind: str, more: dict[str, object], told: str
) -> None:
    ledger.rule(made(kind, anchor(ledger, B), **more))

    with pytest.raises(UsageError, match=told):
        ledger.rule(made(kind, anchor(ledger, B), **more))
    assert len(ledger.rulings()) == 1


def test_undone_it_can_be_made_again(ledger: Ledger) -> None:
    ledger.rule(made("confirm", anchor(ledger, B)))
    ledger.rule(made("undo", of=1))

    assert ledger.rule(made("confirm", anchor(ledger, B))).id == 3


def test_a_number_of_nobody_has_no_source_to_be_split_off(ledger: Ledger) -> None:
    ledger.add(TWICE)
    with pytest.raises(UsageError, match="on nobody's word"):
        ledger.rule(made("split", anchor(ledger, TWICE, 2), what="source"))


def test_a_situation_split_off_and_joined_again_has_its_own_name(ledger: Ledger) -> None:
    (before,) = {t.situation for t in ledger.tallies()}
    ledger.rule(made("split", anchor(ledger, B), what="situation"))
    ledger.rule(made("join", anchor(ledger, A), other=anchor(ledger, B), what="situation"))

    assert {t.situation for t in ledger.tallies()} == {before}
