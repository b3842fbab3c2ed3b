"""A text against the ledger: a finding for every figure that is not held."""

from collections.abc import Iterator, Mapping, Sequence

from khabar.checking.judging import Judged, Matter, judge_figure
from khabar.checking.wording import explained, whose
from khabar.language.base import SUPPORTED, language
from khabar.language.labels import label
from khabar.language.tokens import token_spans
from khabar.model.alignment import line_and_column, to_raw
from khabar.model.claim import Tally
from khabar.model.finding import Checked, Finding
from khabar.model.reading import Figure, Reading
from khabar.model.span import Span, Spans, words

Surroundings = Mapping[int, tuple[Tally | None, Sequence[Tally]]]
"""Figure index to the tally it counts in and all tallies around it."""

JUDGED = frozenset({"current", "earlier"})
REACH = 6
"""So many words after a number are looked through for what is counted."""


def check_reading(
    reading: Reading, now: Surroundings, printed: Surroundings, *, path: str, raw: str, alignment: Spans, as_of: str
) -> Checked:
    """The findings of one text.

    Args:
        reading: the text, read.
        now: what the ledger knows around each figure as of the moment asked.
        printed: the same as of the text's publication; empty where that is not known.
        path: the input's name.
        raw: the input's code points, in which line and column are counted.
        alignment: from the reading's text to them.
        as_of: the moment asked, ISO.
    """
    place = _Place(path, raw, alignment)
    judged = [(i, m, judge_figure(m)) for i, m in _matters(reading, now, printed)]
    findings = [_finding(i, m, j, reading, place=place, as_of=as_of) for i, m, j in judged if j.code]
    unknown = sum(f.code == "unknown" for f in findings)
    held = len(judged) - len(findings)
    return Checked(path=path, as_of=as_of, figures=len(judged), held=held, unknown=unknown, findings=tuple(findings))


def _matters(reading: Reading, now: Surroundings, printed: Surroundings) -> Iterator[tuple[int, Matter]]:
    told = _told(reading)
    for index, figure in enumerate(reading.figures):
        if figure.currency in JUDGED:
            own, around = now.get(index, (None, ()))
            yield (
                index,
                Matter(
                    figure=figure,
                    statement=None if figure.statement is None else reading.statements[figure.statement],
                    own=own,
                    around=around,
                    printed=printed.get(index, (None, ()))[1],
                    told=told,
                    named=_named(figure, reading),
                ),
            )


def _named(figure: Figure, reading: Reading) -> frozenset[str]:
    """Whom the text names for a figure."""
    chain = () if figure.statement is None else reading.statements[figure.statement].chain
    people = [reading.people[i] for i in chain]
    people += [reading.people[p.office] for p in people if p.office is not None]
    return frozenset({p.name for p in people} | {label(p.type) for p in people if p.type})


def _told(reading: Reading) -> frozenset[float]:
    """The numbers whose fall the text tells of: those in statements that withdraw, disown or deny, and those they refer to."""
    acts = {i for i, s in enumerate(reading.statements) if s.act in {"withdraws", "disowns", "denies", "corrects"}}
    referred = {r.value for i in acts if (r := reading.statements[i].refers) and r.value is not None}
    denied = {
        n
        for f in reading.figures
        if f.currency == "denied" or f.statement in acts
        for n in (f.best, f.low)
        if n is not None
    }
    return frozenset(referred | denied)


class _Place:
    """Where in the input file a span of the reading's text stands."""

    def __init__(self, path: str, raw: str, alignment: Spans) -> None:
        self.path = path
        self._raw = raw
        self._alignment = alignment

    def of(self, offset: int) -> tuple[int, int]:
        """Line and column."""
        return line_and_column(self._raw, to_raw(self._alignment, offset))


def _finding(index: int, matter: Matter, judged: Judged, reading: Reading, *, place: _Place, as_of: str) -> Finding:
    span = _counted(matter.figure, reading)
    line, column = place.of(span[0])
    return Finding(
        figure=index,
        code=judged.code or "unknown",
        when=_when(judged, reading),
        line=line,
        column=column,
        span=span,
        words=" ".join(reading.text[span[0] : span[1]].split()),
        whose=whose(judged.claim, matter.named) if judged.code != "vague" else _printed_source(matter, reading),
        claim=judged.claim.id if judged.claim else None,
        tally=judged.tally.id if judged.tally else None,
        lines=tuple(explained(judged, matter, as_of)),
    )


def _printed_source(matter: Matter, reading: Reading) -> str | None:
    """Whom the text itself names."""
    return words(reading.text, matter.statement.source) or None if matter.statement else None


def _when(judged: Judged, reading: Reading) -> str | None:
    """`when printed` if the claim had fallen or been outdated before the text was published, `since` if only afterwards.

    On the day itself, where the text gives no hour, it counts as afterwards: the milder reading.
    """
    claim = judged.claim
    if claim is None or claim.since is None or reading.published is None or claim.status == "standing":
        return None
    printed = reading.published if len(reading.published) > 10 else reading.published[:10]
    first = claim.history[0][0] if claim.history else claim.since
    first = next((at for at, status, _ in claim.history if status != "standing"), first)
    return "when printed" if first[: len(printed)] < printed else "since"


def _counted(figure: Figure, reading: Reading) -> Span:
    """The figure's words, on to the word that says what is counted: “164 orang tewas”."""
    start, end = figure.span
    if reading.lang not in SUPPORTED:
        return start, end
    tokens: list[tuple[int, int, str]] = []
    for token in token_spans(reading.text, end, min(len(reading.text), end + 80)):
        if len(tokens) == REACH or not token[2][0].isalnum():
            break
        tokens.append(token)
    hits = language(reading.lang).lexicon.scan([t[2].lower() for t in tokens])
    last = next((h.end for h in hits if h.entry.category == "measure"), min(1, len(tokens)))
    return start, tokens[last - 1][1] if last else end
