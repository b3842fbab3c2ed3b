"""Tracing: from an id to what has it now, or to the successor of what had it once.

Claims, tallies and situations are views, and so are their ids: a ruling, a newer reader or an older report that arrives late
changes them. An id that is retired leads to whatever the figure that it stood on belongs to now.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple, Protocol

from khabar.model.claim import Claim, Print, Tally
from khabar.relating.cells import with_wide
from khabar.relating.prints import Prints
from khabar.relating.views import Views


class Register(Protocol):
    """What is known of ids; `khabar.ledger.kept` keeps it."""

    def homes_of(self, claim: str) -> list[tuple[str, str]]:
        """The cells and situations in which a claim is, as last judged."""

    def home_of(self, tally: str) -> tuple[str, str] | None:
        """The cell and the situation that a tally is made of, as last judged."""

    def retired(self, name: str) -> tuple[str, int, int] | None:
        """The place (edition, start, end) of a figure of a claim, tally or situation that had this id once."""


class Traced(NamedTuple):
    """A claim with its tally and who prints it."""

    tally: Tally
    claim: Claim
    prints: tuple[Print, ...]


class Tracer:
    """Traces ids in views as of a moment.

    Args:
        views: the views asked.
        register: what is known of ids.
        filed: the cells in which an edition's figures are filed.
        all_ids: whether the register knows every id that there is as of the moment; else the others are looked for everywhere.
    """

    def __init__(
        self, views: Views, register: Register, filed: Callable[[str], list[str]], *, all_ids: bool = True
    ) -> None:
        self._views = views
        self._register = register
        self._cells_of = filed
        self._all_ids = all_ids

    def _filed(self, edition: str) -> list[str]:
        """The cells in which an edition's figures are filed, and those of the whole country, where some of them may count."""
        return with_wide(self._cells_of(edition))

    def claim(self, name: str) -> Traced | None:
        """The claim of that id; else the one that is its successor; None where there is neither."""
        for cell, situation in self._near(name, self._register.homes_of(name)):
            if found := next((t for t in self._traced(cell, situation) if t.claim.id == name), None):
                return found
        if heir := self._heir(name):
            return heir
        far = () if self._all_ids else self._views.shelf.cells()
        return next((t for cell in far for t in self._traced(cell) if t.claim.id == name), None)

    def tally(self, name: str) -> Tally | None:
        """The tally of that id; else its successor; None where there is neither."""
        home = self._register.home_of(name)
        for cell, situation in self._near(name, [home] if home else []):
            if found := next((t for t in self._views.judged(cell, only=situation) if t.id == name), None):
                return found
        if heir := self._heir(name):
            return heir.tally
        far = () if self._all_ids else self._views.shelf.cells()
        return next((t for one in far for t in self._views.judged(one) if t.id == name), None)

    def _near(self, name: str, homes: list[tuple[str, str]]) -> Iterator[tuple[str, str | None]]:
        """Where an id may be: in its home as of now; in another situation of that cell; in the cells of the figure it had."""
        yield from homes
        if not (homes and self._all_ids):
            place = self._register.retired(name)
            cells = [*(cell for cell, _ in homes), *(self._filed(place[0]) if place else ())]
            yield from ((cell, None) for cell in cells)

    def _heir(self, name: str) -> Traced | None:
        place = self._register.retired(name)
        return self._at(*place) if place else None

    def situation(self, name: str) -> str | None:
        """The situation that has the figures of one whose name is retired."""
        heir = self._heir(name)
        return heir.tally.situation if heir else None

    def carried(self, edition: str) -> Iterator[tuple[Print, Traced]]:
        """Every figure of an edition that carries a claim, with that claim."""
        for cell in self._filed(edition):
            for traced in self._traced(cell):
                yield from ((p, traced) for p in traced.prints if p.edition == edition)

    def _at(self, edition: str, start: int, end: int) -> Traced | None:
        """The claim that is carried by the figure at a place, or by the one that covers most of it."""
        found = [(min(p.span[1], end) - max(p.span[0], start), t) for p, t in self.carried(edition)]
        best = max(found, key=lambda f: f[0], default=None)
        return best[1] if best and best[0] > 0 else None

    def _traced(self, cell: str, situation: str | None = None) -> Iterator[Traced]:
        printed: Prints = {}
        for tally in self._views.judged(cell, printed, only=situation):
            for claim in (*tally.claims, *tally.unattributed):
                yield Traced(tally, claim, printed.get(claim.id, ()))
