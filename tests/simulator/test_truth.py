"""The truth of hand-built worlds, rule by rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from simulator.model import Extra, Tally, Value
from simulator.phrases import about, at_least, between, exact, vague
from tests.simulator.tiny import (
    CROWD,
    CUSCO,
    HEALTH,
    INFORMATION,
    INTERIOR,
    NOBODY,
    PAPER,
    PERU,
    PRESIDENT,
    TV,
    UN,
    Tiny,
    office,
)


def test_a_later_higher_number_of_another_office_of_the_authority_succeeds() -> None:
    world = Tiny()
    old = world.claim(INTERIOR, 20)
    world.days()
    new = world.claim(HEALTH, 30)

    assert (world.status(old), world.status(new)) == ("superseded", "standing")
    assert world.truth()[old.key]["relations"] == [["succeeds", "Health Ministry"]]


def test_a_later_number_of_the_same_office_revises() -> None:
    world = Tiny()
    old = world.claim(INTERIOR, 20)
    world.days()
    world.claim(INTERIOR, 30)

    assert world.truth()[old.key]["relations"] == [["revises", "Interior Ministry"]]


def test_a_later_number_of_another_authority_changes_no_status() -> None:
    world = Tiny()
    old = world.claim(INTERIOR, 20)
    world.days()
    new = world.claim(UN, 30)

    assert (world.status(old), world.status(new), world.marks(old)) == ("standing", "standing", [])


def test_a_lower_number_without_reason_stands_beside_contested() -> None:
    world = Tiny()
    old = world.claim(INTERIOR, 40)
    world.days()
    new = world.claim(INTERIOR, 35)

    assert (world.status(old), world.status(new)) == ("standing", "standing")
    assert world.marks(old) == world.marks(new) == [["contested", "Interior Ministry"]]


def test_a_lower_number_with_a_reason_or_a_reference_succeeds() -> None:
    for more in ("reason", "refers"):
        world = Tiny()
        old = world.claim(INTERIOR, 40)
        world.days()
        new = world.claim(HEALTH, 35, **({"reason": "double counting"} if more == "reason" else {"refers": old}))

        assert (world.status(old), world.status(new)) == ("superseded", "standing")
        assert world.marks(old) == world.marks(new) == []


def test_a_rounder_repeat_supersedes_nothing() -> None:
    world = Tiny()
    old = world.claim(INTERIOR, 748)
    world.days()
    world.claim(INTERIOR, about(745, 750, 755), repeats=old)

    assert world.status(old) == "standing"
    assert world.marks(old) == []


def test_a_stock_falls_without_contest() -> None:
    world = Tiny()
    tally = Tally(measure="missing", place=PERU)
    old = world.claim(INTERIOR, 40, tally=tally)
    world.days()
    new = world.claim(INTERIOR, 20, tally=tally)

    assert world.marks(old) == world.marks(new) == []
    assert world.truth()[old.key]["accept"] == ["standing", "superseded"]


def test_rivals_of_one_day_that_do_not_meet_contest() -> None:
    world = Tiny()
    one = world.claim(INTERIOR, 40)
    two = world.claim(UN, 60)

    assert (world.marks(one), world.marks(two)) == (
        [["contested", "United Nations"]],
        [["contested", "Interior Ministry"]],
    )


def test_rivals_that_meet_do_not_contest() -> None:
    for value in (between(35, 45), vague("dozens"), at_least(30)):
        world = Tiny()
        one = world.claim(INTERIOR, 40)
        world.claim(UN, value)

        assert world.marks(one) == []


def test_vague_hundreds_contest_forty() -> None:
    world = Tiny()
    one = world.claim(INTERIOR, 40)
    world.claim(CROWD, vague("hundreds"))

    assert world.marks(one) == [["contested", "witnesses"]]


def test_its_owner_withdraws() -> None:
    world = Tiny()
    claim = world.claim(INTERIOR, 40)
    before = world.now
    world.act("withdraws", INTERIOR, claim)

    assert (world.status(claim, before), world.status(claim)) == ("standing", "withdrawn")
    assert world.truth()[claim.key]["by"] == "Interior Ministry"


def test_a_fall_revives_no_predecessor() -> None:
    world = Tiny()
    old = world.claim(INTERIOR, 20)
    world.days()
    new = world.claim(INTERIOR, 40)
    world.act("withdraws", INTERIOR, new)

    assert (world.status(old), world.status(new)) == ("superseded", "withdrawn")


def test_another_office_does_not_withdraw() -> None:
    world = Tiny()
    claim = world.claim(INTERIOR, 40)
    world.act("withdraws", HEALTH, claim)

    assert world.status(claim) == "standing"


def test_a_superior_disputes() -> None:
    world = Tiny()
    claim = world.claim(INTERIOR, 40)
    world.act("too_high", PRESIDENT, claim)

    assert world.status(claim) == "standing"
    assert world.marks(claim) == [["disputed", "Presidential Office"]]


def test_a_denier_with_a_number_of_his_own_contests_on_a_later_day_too() -> None:
    world = Tiny()
    claim = world.claim(INTERIOR, 40)
    world.days()
    at = world.now
    world.claim(UN, 60)
    world.now = at
    world.act("denies", UN, claim)

    assert sorted(map(str, world.marks(claim))) == ["['contested', 'United Nations']", "['disputed', 'United Nations']"]


def test_the_only_relay_withdraws() -> None:
    world = Tiny()
    claim = world.claim(HEALTH, 164, relay=TV)
    world.act("withdraws", TV, claim, target=TV)

    assert (world.status(claim), world.truth()[claim.key]["by"]) == ("withdrawn", "Peru One")


def test_a_relay_ends_only_its_own_path() -> None:
    world = Tiny()
    claim = world.claim(HEALTH, 164, relay=TV)
    world.print(claim)
    world.act("withdraws", TV, claim, target=TV)

    assert world.status(claim) == "standing"


def test_the_information_ministry_withdraws_by_type() -> None:
    world = Tiny()
    claim = world.claim(HEALTH, 164, relay=TV)
    world.act("withdraws", INFORMATION, claim, target=TV)

    assert (world.status(claim), world.truth()[claim.key]["by"]) == ("withdrawn", "Information Ministry")


def test_the_information_ministry_of_another_administration_does_not() -> None:
    world = Tiny()
    junta = office("government", "Council", "Council")
    other = office("ministry.information", "Information Ministry", "Council", junta)
    claim = world.claim(HEALTH, 164, relay=TV)
    world.act("withdraws", other, claim, target=TV)

    assert world.status(claim) == "standing"


def test_the_latest_entitled_act_names_the_status() -> None:
    world = Tiny()
    claim = world.claim(HEALTH, 164, relay=TV)
    world.act("disowns", HEALTH, claim)
    between_acts = world.now
    world.act("withdraws", INFORMATION, claim, target=TV)

    assert (world.status(claim, between_acts), world.status(claim)) == ("disowned", "withdrawn")


def test_only_the_owner_reinstates_and_repetition_does_not() -> None:
    world = Tiny()
    claim = world.claim(HEALTH, 164)
    world.act("withdraws", HEALTH, claim)
    world.print(claim, how="undated", late=True)
    fallen = world.now
    world.act("reinstates", HEALTH, claim)

    assert (world.status(claim, fallen), world.status(claim)) == ("withdrawn", "standing")
    assert world.truth(fallen)[claim.key]["stale"] == [["o2", "as current"]]


def test_a_wire_correction_revises_nothing() -> None:
    world = Tiny()
    old = world.claim(HEALTH, 10)
    world.days()
    wrong = world.claim(HEALTH, 40)
    before = world.now
    right = world.claim(HEALTH, 14)
    index = world.situation.claims.index(wrong)
    mended = replace(wrong, misprint_of=right)
    world.situation.claims[index] = mended
    world.situation.reports[1] = replace(
        world.situation.reports[1], carries=(replace(world.situation.reports[1].carries[0], claim=mended),)
    )

    assert (world.status(mended, before), world.status(right), world.status(old)) == (
        "standing",
        "standing",
        "superseded",
    )
    assert world.truth()[mended.key]["accept"] == ["withdrawn", "absent"]


def test_support_counts_origins() -> None:
    world = Tiny()
    claim = world.claim(INTERIOR, 40)
    world.print(claim)
    world.claim(UN, 40)
    world.claim(PAPER, 40, counted=True)
    world.claim(NOBODY, 40)
    world.claim(CROWD, 40)
    world.print(claim, how="unattributed")

    assert world.truth()[claim.key]["support"] == [3, 5]
    assert world.truth()[f"{claim.key}-unattributed"]["support"] == [0, 0]


def test_an_unnamed_source_alone_raises_only_the_upper_end() -> None:
    world = Tiny()
    claim = world.claim(NOBODY, 40)

    assert world.truth()[claim.key]["support"] == [0, 1]


def test_an_altered_copy_marks_the_claim() -> None:
    world = Tiny()
    claim = world.claim(INTERIOR, 40)
    world.print(claim, how="altered")

    assert world.marks(claim) == [["altered", None]]


def test_a_caveat_marks_the_claim() -> None:
    world = Tiny()
    claim = world.claim(INTERIOR, 40)
    world.print(claim, caveat=True)

    assert world.marks(claim) == [["unconfirmed", None]]


def test_a_part_above_the_total_is_marked_and_a_smaller_one_is_not() -> None:
    world = Tiny()
    world.claim(INTERIOR, 40)
    city = Tally(measure="killed", place=CUSCO)
    part = world.claim(office("governor", "governor of Cusco", "Cusco"), 50, tally=city)
    small = world.claim(UN, 9, tally=Tally(measure="killed", place=PERU, who="soldiers"))

    assert (world.marks(part), world.marks(small)) == ([["part exceeds total", None]], [])


def test_an_earlier_number_quoted_is_no_new_claim_and_stale_after_its_fall() -> None:
    world = Tiny()
    claim = world.claim(INTERIOR, 40)
    world.act("withdraws", INTERIOR, claim)
    world.print(claim, how="previous", late=True)

    assert list(world.truth()) == [claim.key]
    assert world.truth()[claim.key]["stale"] == [["o2", "as previous, fall not mentioned"]]


def test_a_bare_date_counts_at_the_end_of_its_day() -> None:
    world = Tiny()
    claim = world.claim(INTERIOR, 40)
    world.situation.reports[0] = replace(world.situation.reports[0], by_day=True)
    noon = world.now.replace(hour=12)

    assert (list(world.truth(noon)), list(world.truth(noon + timedelta(hours=12)))) == ([], [claim.key])


def broken_down(total: Value, first: Value, rest: Value, *, closes: bool) -> list[list[str | None]]:
    """The marks of a total whose breakdown by two towns was printed."""
    world = Tiny()
    parts = [(first, PERU, False), (rest, CUSCO, closes)]
    extras = tuple(Extra(kind="place", value=v, place=p, closes=c) for v, p, c in parts)
    return world.marks(world.claim(HEALTH, total, extras=extras))


def test_a_whole_breakdown_that_does_not_make_its_total_is_marked() -> None:
    assert broken_down(exact(90), exact(40), exact(30), closes=True) == [["parts do not sum", None]]


def test_a_breakdown_that_makes_it_or_does_not_claim_to_be_whole_is_not() -> None:
    assert broken_down(exact(90), exact(40), exact(50), closes=True) == []
    assert broken_down(exact(90), at_least(40), exact(30), closes=True) == []
    assert broken_down(exact(90), exact(40), exact(30), closes=False) == []
