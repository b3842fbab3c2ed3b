"""One figure against what the ledger knows: each code, and the near miss beside it."""

import msgspec
import pytest

from khabar.checking.check import check_reading
from khabar.checking.judging import TEXT, Matter, judge_figure
from khabar.checking.wording import explained, whose
from khabar.model.claim import Claim, Evidence, Ground, Tally
from khabar.model.reading import Doubt, Figure, Reading, Source, Statement

SAID = Statement(content=((0, 9),), voice="indirect", who=0, chain=(0,))


def figure(best: float | None = 164, **more: object) -> Figure:
    return Figure(statement=0, measure="killed", low=best, best=best, high=best, span=(0, 3), **more)  # type: ignore[arg-type]


def claim(best: float = 164, **more: object) -> Claim:
    given = {
        "source": "Health Ministry",
        "source_key": "health",
        "said": "2024-05-03",
        "published": "2024-05-03T10:00:00Z",
        "carriers": 2,
    }
    return Claim(id=f"c{best}", best=best, low=best, high=best, **(given | more))  # type: ignore[arg-type]


def tally(*claims: Claim, **more: object) -> Tally:
    return Tally(id="t1", measure="killed", place="Peru", situation="pe", claims=claims, **more)  # type: ignore[arg-type]


def of_the_text(best: float, source: str, key: str) -> Claim:
    """A claim that nobody but the text under check gives."""
    ground = Ground(rule="said", conclusion="said", evidence=(Evidence(edition=TEXT, spans=((0, 3),)),))
    return claim(best, source=source, source_key=key, carriers=1, grounds=(ground,))


def code(matter: Matter) -> str | None:
    return judge_figure(matter).code


def matter(own: Tally | None, fig: Figure | None = None, **more: object) -> Matter:
    around = (own,) if own else ()
    return Matter(**({"figure": fig or figure(), "statement": SAID, "own": own, "around": around} | more))  # type: ignore[arg-type]


@pytest.mark.parametrize("status", ["withdrawn", "disowned", "superseded"])
def test_what_no_longer_stands(status: str) -> None:
    assert code(matter(tally(claim(status=status)))) == status


def test_what_stands_is_held() -> None:
    assert code(matter(tally(claim()))) is None


@pytest.mark.parametrize(
    ("wording", "found"),
    [
        ({"best": 240, "bound": "about"}, None),
        ({"best": None, "low": 230, "high": None, "bound": "at_least"}, None),
        ({"best": None, "low": 220, "high": None, "bound": "at_least"}, "unknown"),
        ({"best": 240}, "unknown"),
    ],
)
def test_a_rounder_wording_of_what_stands_is_held(wording: dict[str, object], found: str | None) -> None:
    said = msgspec.structs.replace(figure(240), **wording)

    assert code(matter(tally(claim(238)), said)) == found


def test_a_rounder_wording_of_what_fell_is_unknown() -> None:
    said = msgspec.structs.replace(figure(160), bound="about")

    assert code(matter(tally(claim(164, status="withdrawn")), said)) == "unknown"


def test_the_text_is_held_against_whom_it_names() -> None:
    """Another's claim of the same number still stands: whoever is named has disowned it."""
    both = tally(
        claim(status="disowned", source="Red Cross", source_key="rc"), claim(source="United Nations", source_key="un")
    )

    assert code(matter(both, named=frozenset({"Red Crescent", "Red Cross"}))) == "disowned"
    assert code(matter(both, named=frozenset({"United Nations"}))) is None
    assert code(matter(both)) is None


def test_a_text_that_tells_of_the_fall_is_held() -> None:
    assert code(matter(tally(claim(status="withdrawn")), told=frozenset({164.0}))) is None


def test_an_earlier_number_that_fell_is_found_and_one_that_was_superseded_is_held() -> None:
    earlier = figure(currency="earlier")

    assert code(matter(tally(claim(status="withdrawn")), earlier)) == "withdrawn"
    assert code(matter(tally(claim(status="superseded")), earlier)) is None


def test_contested() -> None:
    assert code(matter(tally(claim(marks=("contested by Radio Coast",))))) == "contested"
    assert code(matter(tally(claim(marks=("disputed by Radio Coast",))))) is None


def test_unconfirmed_unless_the_text_says_so() -> None:
    careful = SAID.__class__(
        content=((0, 9),), voice="indirect", who=0, doubt=Doubt(span=(0, 3)), certainty="unconfirmed"
    )

    assert code(matter(tally(claim(marks=("unconfirmed",))))) == "unconfirmed"
    assert code(matter(tally(claim(marks=("unconfirmed",))), statement=careful)) is None


def test_vague_where_a_number_is_known() -> None:
    thousands = Figure(statement=0, measure="killed", low=2000, bound="vague", span=(0, 3))

    assert code(matter(tally(claim(5800)), thousands)) == "vague"
    assert code(matter(tally(), thousands)) == "unknown"


def test_misattributed_only_where_somebody_else_is_named() -> None:
    known = claim()
    other = of_the_text(164, "Interior Ministry", "interior")
    relay = of_the_text(164, "Khabar 24", "khabar 24")

    assert code(matter(tally(known, other))) == "misattributed"
    assert code(matter(tally(claim(through=("Khabar 24",)), relay))) is None
    assert code(matter(tally(known, other), statement=None)) is None


def test_part_as_total() -> None:
    city = Tally(id="t2", measure="killed", place="Lima", situation="pe", claims=(claim(103),))
    own = tally(claim())

    assert code(matter(own, figure(103), around=(own, city))) == "part-as-total"
    assert code(matter(own, figure(103, who="children"), around=(own, city))) == "unknown"


def test_unknown_is_never_fine() -> None:
    assert code(matter(None)) == "unknown"
    assert code(matter(tally(claim(12)))) == "unknown"


def test_what_the_text_claims_does_not_change_what_it_is_held_against() -> None:
    """The text gives the ministry a newer number: that must not supersede the number that it also prints."""
    laid = tally(claim(status="superseded"), of_the_text(200, "Health Ministry", "health"))

    assert code(matter(laid, around=(tally(claim()),))) is None


def test_whose_number_it_is() -> None:
    relayed = claim(through=("Khabar 24",))

    assert whose(relayed) == "Khabar 24, on the word of the Health Ministry"
    assert (
        whose(relayed, frozenset({"Khabar 24"}))
        == "Khabar 24, on the word of the Health Ministry (known from another report)"
    )
    assert (
        whose(relayed, frozenset({"Khabar 24", "Health Ministry"})) == "Khabar 24, on the word of the Health Ministry"
    )


def test_the_explanation_tells_the_whole_fall_and_what_stands() -> None:
    fallen = claim(
        status="withdrawn",
        by="Information Ministry",
        reason="technical error",
        history=(
            ("2024-05-03T18:00:00Z", "disowned", "Health Ministry"),
            ("2024-05-04T06:00:00Z", "withdrawn", "Information Ministry"),
        ),
    )
    about = matter(tally(fallen, claim(225, said="2024-05-10"), standing=(225,)))

    assert list(explained(judge_figure(about), about, "2024-05-16")) == [
        'disowned 3 May by the Health Ministry; withdrawn 4 May by the Information Ministry: "technical error"',
        "standing now: 225 (Health Ministry, 10 May)",
    ]


def test_a_finding_stands_where_the_figure_stands_in_the_file() -> None:
    text = "Nine.\n  164 people were killed, radio said."
    reading = Reading(
        id="a",
        lang="en",
        text=text,
        statements=(SAID,),
        people=(Source(id=0, name="radio", kind="medium"),),
        figures=(Figure(statement=0, measure="killed", low=164, best=164, high=164, span=(8, 11)),),
    )
    own = tally(claim(status="withdrawn"))
    checked = check_reading(reading, {0: (own, (own,))}, {}, path="a.txt", raw=text, alignment=(), as_of="2024-05-16")

    assert [(f.line, f.column, f.code, f.words) for f in checked.findings] == [
        (2, 3, "withdrawn", "164 people were killed")
    ]
    assert (checked.figures, checked.held, checked.unknown, checked.wrong) == (1, 0, 0, 1)
