"""What an act is about: the earlier statement that is denied, corrected, withdrawn or disowned, as far as the report tells."""

from khabar.model.reading import Refers
from khabar.reading.document import Count, Document, Utterance

ABOUT = frozenset({"denies", "corrects", "withdraws", "disowns", "confirms"})
GONE = frozenset({"denied", "earlier"})
BACK = 6
"""So many statements back an act may refer to."""


def refer(document: Document) -> None:
    """Sets `refers` of acts. Needs utterances, counts and who is who."""
    counts: dict[int, list[Count]] = {}
    for count in document.counts:
        if count.statement is not None and count.measure is not None:
            counts.setdefault(count.statement, []).append(count)
    for index, utterance in enumerate(document.utterances):
        if utterance.act in ABOUT:
            utterance.refers = _refers(document, index, utterance, counts)


def _refers(document: Document, index: int, utterance: Utterance, counts: dict[int, list[Count]]) -> Refers | None:
    own = counts.get(index, [])
    named = next((c for c in own if c.currency in GONE), None)
    if named is None and own and utterance.act != "corrects":
        named = own[0]
    target = _earlier(document, utterance, counts, named)
    if target is None:
        return None if named is None else _about(named, None)
    place, other = target
    return _about(named or counts[place][0], other)


def _about(count: Count, other: Utterance | None) -> Refers:
    return Refers(
        value=count.best if count.best is not None else count.low if count.low is not None else count.high,
        measure=count.measure,
        said=other.said.start if other is not None and other.said is not None else None,
        source=other.who if other is not None else None,
    )


def _earlier(
    document: Document, utterance: Utterance, counts: dict[int, list[Count]], named: Count | None
) -> tuple[int, Utterance] | None:
    """The nearest earlier statement with that number, or with any where the act names none."""
    order = sorted(
        (i for i in counts if document.utterances[i] is not utterance),
        key=lambda i: -document.utterances[i].sentence,
    )
    before = [i for i in order if document.utterances[i].sentence <= utterance.sentence][:BACK]
    for place in before:
        other = document.utterances[place]
        if named is None or any(c.low == named.low and c.measure == named.measure for c in counts[place]):
            return place, other
    return None
