"""What a check says of a text: one finding a figure that is not held."""

from typing import Literal

import msgspec

from khabar.model.span import Span

Code = Literal[
    "withdrawn",
    "disowned",
    "superseded",
    "contested",
    "unconfirmed",
    "vague",
    "misattributed",
    "part-as-total",
    "unknown",
]
"""Each has its page in docs/reference/findings."""


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One figure of the checked text that is not held.

    Attributes:
        figure: its index in the reading.
        code: what is wrong.
        when: `when printed` if it was so when the text was published, else `since`; None where that makes no difference.
        line, column: 1-based code points of the input file.
        span: half-open code points of the reading's text.
        words: the figure with the words around it that tell what is counted.
        whose: on whose word the ledger has it, or the text if the ledger does not know it.
        claim, tally: ids for `khabar why`.
        lines: the explanation, a sentence a line.
    """

    figure: int
    code: Code
    when: str | None = None
    line: int
    column: int
    span: Span
    words: str
    whose: str | None = None
    claim: str | None = None
    tally: str | None = None
    lines: tuple[str, ...] = ()


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """The outcome of a check: how many figures were judged, and what was found."""

    path: str
    as_of: str | None
    figures: int
    held: int
    unknown: int
    findings: tuple[Finding, ...]

    @property
    def wrong(self) -> int:
        """Findings other than `unknown`."""
        return len(self.findings) - self.unknown
