"""Breakdowns that claim to be whole, summed: a mark where they do not make their total, and never more than a mark."""

from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from khabar.model.claim import Claim
from khabar.model.reading import Breakdown, Reading
from khabar.pipeline import Ledger
from tests.relating.hand import report, say
from tests.relating.told import edition, tallies

HEAD = "A quake in Peru.\n\nThe Interior Ministry said "
SHORT = HEAD + "164 people were killed in Peru: 103 in Cusco, 21 in Tacna and the remaining 22 in Puno."


def marks(*texts: str, lang: str = "en") -> tuple[str, tuple[str, ...]]:
    """Status and marks of the 164 of Peru over reports, one a day."""
    made = [edition(f"r{day}", f"2024-03-{day:02}T20:00:00Z", text, lang=lang) for day, text in enumerate(texts, 4)]
    (found,) = [c for t in tallies(*made) for c in t["claims"] if 164 in {c["best"], c["low"]}]
    return found["status"], found["marks"]


def test_what_does_not_make_its_total_is_marked() -> None:
    assert marks(SHORT) == ("standing", ("parts do not sum: 146 of 164",))


@pytest.mark.parametrize(
    "told",
    [
        "164 people were killed in Peru: 103 in Cusco, 21 in Tacna and the remaining 40 in Puno.",
        "164 people were killed in Peru: 103 in Cusco, 21 in Tacna, 10 in Puno and 8 in Ica.",
        "164 people were killed in Peru: at least 103 in Cusco, 21 in Tacna and the remaining 22 in Puno.",
        "164 people were killed in Peru, 103 of them in Cusco, 21 in Tacna and another 22 in Puno.",
        "a total of 164 people were killed in Peru: 103 in Cusco, 21 in Tacna and the rest in Puno.",
    ],
)
def test_what_makes_it_or_claims_nothing_is_not(told: str) -> None:
    assert marks(HEAD + told) == ("standing", ())


@pytest.mark.parametrize(
    ("told", "mark"),
    [
        ("at least 164 people were killed in Peru: 103 in Cusco and the remaining 22 in Puno.", "125 of at least 164"),
        ("164 people were killed in Peru: at least 150 in Cusco and the remaining 22 in Puno.", "at least 172 of 164"),
        ("164 people in total were killed in Peru: 103 in Cusco, 21 in Tacna and 22 in Puno.", "146 of 164"),
    ],
)
def test_bounds_are_read(told: str, mark: str) -> None:
    assert marks(HEAD + told) == ("standing", (f"parts do not sum: {mark}",))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("id", "Kementerian Dalam Negeri menyatakan 164 orang tewas di Peru: 103 di Cusco, 21 di Tacna, dan sisanya 22 orang di Puno."),
        ("ru", "МВД Перу сообщило, что погибли 164 человека, из них 103 в Куско, 21 в Такне, остальные 22 — в Пуно."),
    ],
)
def test_in_other_languages_too(lang: str, text: str) -> None:
    assert marks(text, lang=lang)[1] == ("parts do not sum: 146 of 164",)


def test_another_report_of_the_claim_that_has_it_right_takes_the_mark_off() -> None:
    right = "Peru counts its dead.\n\nThe Interior Ministry said on 4 March that 164 people were killed: 103 in Cusco and the remaining 61 in Puno."

    assert marks(SHORT, right)[1] == ()


def test_a_part_on_somebody_else_s_word_is_no_part_of_the_sum() -> None:
    text = HEAD + "164 people were killed in Peru, 103 of them in Cusco, while the Red Cross said the remaining 22 died in Puno."

    assert marks(text)[1] == ()


def test_a_fallen_claim_keeps_its_status() -> None:
    gone = "A quake in Peru.\n\nThe Interior Ministry withdrew its figure of 164 people killed in Peru, citing a technical error."

    assert marks(SHORT, gone)[0] == "withdrawn"


def test_the_mark_rests_on_the_total_the_parts_and_the_words() -> None:
    (tally,) = [t for t in tallies(edition("r", "2024-03-04T20:00:00Z", SHORT)) if t["claims"][0]["best"] == 164]
    (ground,) = [g for g in tally["claims"][0]["grounds"] if g["rule"] == "parts-do-not-sum"]
    text = edition("r", "2024-03-04T20:00:00Z", SHORT).text

    assert [text[a:b] for a, b in ground["evidence"][0]["spans"]] == ["164", "103", "21", "the remaining", "22"]


# Laws, over breakdowns that nobody thought of.

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
TOWNS = ("Almaty", "Taraz", "Aktau")


@st.composite
def broken_down(draw: st.DrawFn) -> tuple[Reading, Reading]:
    """A report of a total with two or three parts that claims that they are all, and the same without the claim."""
    values = draw(st.lists(st.integers(2, 60), min_size=2, max_size=3))
    total = draw(st.sampled_from([sum(values), sum(values) + draw(st.integers(1, 30)), max(values) + 1]))
    loose = draw(st.sampled_from([None, *range(len(values))]))
    sayings = [say(total, "Health Ministry", bound=draw(st.sampled_from(["exact", "exact", "at_least"])))]
    for index, value in enumerate(values):
        bound = "at_least" if index == loose else "exact"
        sayings.append(say(value, "Health Ministry", place=TOWNS[index], part_of=0, bound=bound))
    at = f"2022-01-{draw(st.integers(5, 9)):02}T{draw(st.integers(0, 23)):02}:00:00Z"
    made = report(f"r{draw(st.integers(0, 10**6))}", at, *sayings)
    claim = Breakdown(total=0, parts=tuple(range(1, len(values) + 1)), span=made.figures[-1].span)
    return msgspec.structs.replace(made, breakdowns=(claim,)), made


def judged(readings: list[Reading]) -> list[Any]:
    with Ledger(":memory:") as ledger:
        ledger.add(*readings)
        return list(ledger.tallies())


def verdicts(readings: list[Reading], *, marked: bool) -> dict[str, Any]:
    """The claims by id: without the mark of this rule, else that mark alone."""
    mine = {c.id: [m for m in c.marks if m.startswith("parts do not sum")] for c in claims(readings)}
    other = {c.id: (c.status, c.best, c.low, c.high, c.support, set(c.marks) - set(mine[c.id])) for c in claims(readings)}
    return mine if marked else other


def claims(readings: list[Reading]) -> list[Claim]:
    return [c for t in judged(readings) for c in t.claims]


@settings(max_examples=40, deadline=None, suppress_health_check=SLOW)
@given(st.lists(broken_down(), min_size=1, max_size=4, unique_by=lambda p: p[0].id))
def test_the_claim_to_be_whole_changes_nothing_but_its_mark(pairs: list[tuple[Reading, Reading]]) -> None:
    claimed, silent = [p[0] for p in pairs], [p[1] for p in pairs]

    assert verdicts(claimed, marked=False) == verdicts(silent, marked=False)
    assert not any(verdicts(silent, marked=True).values())


@settings(max_examples=40, deadline=None, suppress_health_check=SLOW)
@given(st.lists(broken_down(), min_size=1, max_size=4, unique_by=lambda p: p[0].id), st.randoms(use_true_random=False))
def test_order_of_arrival_changes_nothing(pairs: list[tuple[Reading, Reading]], random: Any) -> None:
    history = [p[0] for p in pairs]
    shuffled = list(history)
    random.shuffle(shuffled)

    assert judged(history) == judged(shuffled)


@settings(max_examples=80, deadline=None, suppress_health_check=SLOW)
@given(broken_down())
def test_the_mark_is_there_where_the_intervals_do_not_meet(pair: tuple[Reading, Reading]) -> None:
    (total, *parts) = pair[0].figures
    low = sum(p.low or 0 for p in parts)
    high = float("inf") if any(p.high is None for p in parts) else sum(p.high or 0 for p in parts)
    top = float("inf") if total.high is None else total.high

    (marked,) = [verdicts([pair[0]], marked=True)[c.id] for c in claims([pair[0]]) if c.low == total.low and not c.part_of]

    assert bool(marked) == (high < (total.low or 0) or low > top)
