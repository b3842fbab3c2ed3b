import re

from khabar.web.view.ladder import MOST, Drawing, Part, Point, Tick, ladder
from khabar.web.view.scale import round_steps, times, when

NOW = "2022-01-16T12:00:00Z"


def point(
    number: int,
    *,
    at: str = "2022-01-09",
    value: float = 164,
    status: str = "standing",
    source: str = "Ministry",
    until: str | None = None,
) -> Point:
    return Point(
        id=f"c{number}",
        at=at,
        value=value,
        low=value,
        high=value,
        source=source,
        status=status,
        until=until,
        href=f"/claim?id=c{number}",
        title=f"{value:g}",
    )


def test_a_fallen_point_is_kept_struck_through_and_crossed() -> None:
    made = ladder(Drawing(points=(point(1, status="withdrawn", until="2022-01-10T06:00:00Z"),), now=NOW)).drawn

    assert 'class="value fallen"' in made
    assert 'class="shape withdrawn"' in made


def test_labels_do_not_lie_on_one_another() -> None:
    points = tuple(point(n, value=100 + n % 3, source=f"Office {n}") for n in range(12))
    made = ladder(Drawing(points=points, now=NOW)).drawn
    at = [(float(x), float(y)) for x, y in re.findall(r'<text x="([\d.]+)" y="([\d.]+)"><tspan class="value">', made)]

    assert len(at) >= 6  # the others are named in the list below
    close = [(a, b) for n, a in enumerate(at) for b in at[n + 1 :] if abs(a[0] - b[0]) < 20 and abs(a[1] - b[1]) < 8]
    assert close == []


def test_few_points_say_whose_they_are_and_many_have_letters() -> None:
    few = ladder(Drawing(points=(point(1, source="Health Ministry"), point(2, value=20, source="Red Cross")), now=NOW))
    many = ladder(Drawing(points=tuple(point(n, value=n, source=f"Office {n}") for n in range(40)), now=NOW))

    assert "Red Cross</tspan>" in few.drawn
    assert few.letters == {}
    assert len(many.letters) == 40
    assert set(many.letters.values()) >= {"A", "Z", "AA"}


def test_points_of_one_time_and_value_lie_beside_one_another() -> None:
    made = ladder(Drawing(points=tuple(point(n, source=f"Office {n}") for n in range(3)), now=NOW)).drawn
    across = [float(x) for x in re.findall(r'<circle cx="([\d.]+)"', made)]

    assert len({round(x) for x in across}) == 3


def test_an_open_end_is_an_arrow_and_parts_and_ticks_are_linked() -> None:
    at_least = Point(
        id="c1",
        at="2022-01-09",
        value=8,
        low=8,
        source="Ministry",
        status="standing",
        href="/claim",
        title="at least 8",
    )
    part = Part(of="c1", value=3, href="/part", title="of them 3")
    tick = Tick(at="2022-01-12T00:00:00Z", status="withdrawn", href="/stale", title="stale")
    made = ladder(Drawing(points=(at_least,), parts=(part,), ticks=(tick,), now=NOW)).drawn

    assert 'class="whisker"' in made
    assert 'href="/part"' in made
    assert 'href="/stale"' in made


def test_a_cloud_of_claims_is_cut_to_the_newest() -> None:
    made = ladder(Drawing(points=tuple(point(n) for n in range(500)), now=NOW)).drawn

    assert made.count('class="shape') == MOST


def test_long_gaps_are_shortened_and_marked() -> None:
    scale = times([when("2022-01-09"), when("2022-01-10"), when("2023-01-05")], 0, 100)

    assert scale.x[1] > 15
    assert len(scale.breaks) == 1
    assert scale.place(when("2022-01-09")) == 0


def test_steps_are_round_and_reach_the_top() -> None:
    assert round_steps(238) == [0, 100, 200, 300]
    assert round_steps(0)[-1] >= 1
