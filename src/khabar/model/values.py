"""Values as intervals: what meets, what contains, what is higher, and what is only a rounder wording."""

from collections.abc import Iterable
from typing import Protocol


class Numbered(Protocol):
    """What has a number: a part, and whatever has a value."""

    @property
    def low(self) -> float | None:
        """The least that it may be."""

    @property
    def best(self) -> float | None:
        """The number itself."""

    @property
    def high(self) -> float | None:
        """The most that it may be."""


class Valued(Numbered, Protocol):
    """What has a value: a mention, a claim, a figure of a text."""

    @property
    def bound(self) -> str:
        """`exact`, `about`, `at_least`, `at_most`, `range` or `vague`."""


ABOUT = 0.1
"""How far "about N" reaches to either side where the reading gives no wider bounds: a tenth."""
INFINITE = float("inf")


def interval(mention: Valued) -> tuple[float, float]:
    """Low and high with the bound applied; open ends are 0 and infinity."""
    low = mention.low if mention.low is not None else 0.0
    high = mention.high if mention.high is not None else INFINITE
    bare = {mention.low, mention.high} <= {None, mention.best}
    if mention.bound == "about" and mention.best is not None and bare:
        return mention.best * (1 - ABOUT), mention.best * (1 + ABOUT)
    if mention.bound == "exact" and mention.best is not None:
        return mention.best, mention.best
    return low, high


def summed(values: Iterable[Valued]) -> tuple[float, float]:
    """The sum of some values, as low and high with the bounds applied."""
    ends = [interval(value) for value in values]
    return sum(low for low, _ in ends), sum(high for _, high in ends)


def number_of(of: Numbered) -> float | None:
    """The one number that stands for a value where one is shown, drawn or named: the best, else the least, else the most; None for none."""
    return next((v for v in (of.best, of.low, of.high) if v is not None), None)


def point(of: Numbered) -> float:
    """The same where two are put in order: 0 for none."""
    return number_of(of) or 0.0


def meet(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether two intervals share a number."""
    return one[0] <= other[1] and other[0] <= one[1]


def significant(number: float) -> int:
    """How many digits a number has before its closing zeros: 2 for 740, 3 for 748, 1 for 10,000."""
    digits = str(round(number)).rstrip("0")
    return max(1, len(digits))


def unit(number: float) -> float:
    """The unit that a number is rounded to: 10 for 740, 1 for 748, 10,000 for 10,000."""
    whole = round(number)
    return float(10 ** (len(str(whole)) - len(str(whole).rstrip("0")))) if whole else 1.0


def repeats_rounder(later: Valued, earlier: Valued) -> bool:
    """Whether a later wording is the earlier value again, only rounder: "over 740" after 748, "thousands" after 5,800.

    A number must be what the earlier one is rounded to: "at least 280" after 315 is another figure.
    """
    if later.bound == "exact":
        return False
    low, high = interval(later)
    value, number = point(earlier), point(later)
    if not low <= value <= high:
        return False
    if later.bound == "vague":
        return earlier.bound != "vague"
    return number == value or (significant(number) < significant(value) and abs(value - number) < unit(number))


def within_rounding(one: Valued, other: Valued) -> bool:
    """Whether two values are the same, or one is the other rounded. A vague word is nobody's value."""
    if "vague" in {one.bound, other.bound}:
        return False
    if (one.low, one.best, one.high) == (other.low, other.best, other.high):
        return True
    if {one.bound, other.bound} - {"exact", "about"}:
        return False
    near = abs(point(one) - point(other)) <= ABOUT / 2 * max(point(one), point(other))
    return near and (repeats_rounder(one, other) or repeats_rounder(other, one))
