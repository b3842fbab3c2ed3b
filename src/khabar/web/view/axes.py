"""The axes of a figure ladder: values, days, breaks, and the moment asked for."""

from markupsafe import Markup

from khabar.export import wording as words
from khabar.web.view import svg
from khabar.web.view.frame import LEFT, RIGHT, TOP, Frame


def axes(frame: Frame) -> Markup:
    """The axes as a group."""
    floor, right = frame.floor, frame.width - RIGHT
    rules = [svg.el("line", x1=LEFT, x2=right, y1=frame.y(s), y2=frame.y(s), class_="rule" if s else "rule zero") for s in frame.steps]  # fmt: skip
    named = [svg.text(LEFT - 10, frame.y(s) + 4, words.number(s), text_anchor="end") for s in frame.steps]
    breaks = [
        svg.el("path", d=f"M{x - 5:.1f} {floor + 5:.1f}l4 -10m3 10l4 -10", class_="break") for x in frame.times.breaks
    ]
    x = frame.x(frame.drawing.now)
    now = svg.el("path", d=f"M{x:.1f} {TOP - 8:.1f}V{floor:.1f}", class_="now")
    told = svg.text(x, TOP - 13, "as of", text_anchor="middle")
    return svg.el("g", *rules, *named, *breaks, now, told, *_days(frame, floor), class_="axes", aria_hidden="true")


def _days(frame: Frame, floor: float) -> list[Markup]:
    """Names of days along the floor, as many as fit: the ends first. The year stands where it begins."""
    days = sorted({p.at[:10] for p in frame.drawing.points} | {frame.drawing.now[:10]})
    order = [days[-1], days[0], *days[1:-1]] if len(days) > 1 else days
    taken: dict[str, float] = {}
    for day in order:
        x = min(max(frame.x(day), LEFT + 20), frame.width - RIGHT - 20)
        if all(abs(x - other) > 54 for other in taken.values()):
            taken[day] = x
    years: dict[str, str] = {}
    for day in sorted(taken):
        years.setdefault(day[:4], day)
    named = [svg.text(x, floor + 19, words.moment(d).removesuffix(f" {d[:4]}"), text_anchor="middle") for d, x in taken.items()]  # fmt: skip
    return named + [svg.text(taken[d], floor + 34, y, text_anchor="middle", class_="year") for y, d in years.items()]
