"""Places for labels in a drawing: near their point, on no other label and on no point; or none, where all are taken."""

from collections.abc import Iterator

LETTER, HIGH = 7.0, 13.0
"""About how wide a letter and how high a line of a label are."""
Box = tuple[float, float, float, float]


def wide(words: str) -> float:
    """About how wide words are."""
    return LETTER * len(words) + 2


class Room:
    """The room of a drawing and what of it is taken.

    Args:
        within: left, top, right and bottom between which labels may lie.
    """

    def __init__(self, within: Box) -> None:
        self._within = within
        self._taken: list[Box] = []

    def take(self, box: Box) -> None:
        """Says that something lies there."""
        self._taken.append(box)

    def point(self, x: float, y: float, size: float = 8) -> None:
        """Says that a point lies there."""
        self.take((x - size, y - size, x + size, y + size))

    def free(self, box: Box) -> bool:
        """Whether a box lies within the room and on nothing else."""
        left, top, right, bottom = self._within
        inside = left <= box[0] and top <= box[1] and box[2] <= right and box[3] <= bottom
        return inside and not any(_meet(box, other) for other in self._taken)

    def place(self, x: float, y: float, words: str) -> tuple[float, float] | None:
        """Where the label of a point begins (left end of its base line); it is taken from then on. None where there is no room."""
        width = wide(words)
        for left, base in _around(x, y, width):
            box = (left - 1, base - HIGH + 2, left + width, base + 3)
            if self.free(box):
                self.take(box)
                return left, base
        return None


def _around(x: float, y: float, width: float) -> Iterator[tuple[float, float]]:
    """Places around a point, the best first: above its line, below it, then further off."""
    for far in (0, 14, 28, 42):
        for base in (y - 12 - far, y + 20 + far):
            for left in (x - 5, x - width / 2, x + 5 - width):
                yield left, base


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
