"""What an act is about: the earlier statement that is denied, corrected, withdrawn or disowned, as far as the report tells."""

from khabar.model.reading import Refers
from khabar.model.span import inside
from khabar.reading.document import Count, Document, Utterance
from khabar.reading.leaving import of_another

ABOUT = frozenset({"denies", "corrects", "withdraws", "disowns", "confirms"})
TAKING = frozenset({"withdraws", "disowns", "denies", "corrects"})
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
    if of_another(document, utterance, own):
        return None
    named = next((c for c in own if c.currency in GONE and utterance.act != "confirms"), None)
    if named is None and own and utterance.act != "corrects":
        named = own[0]
    bare = _bare(document, utterance) if not own and utterance.act in TAKING else None
    if bare is not None and (found := _of_number(document, utterance, counts, bare)):
        return found
    target = _earlier(document, utterance, counts, named)
    if target is None:
        return None if named is None else _about(named, None)
    place, other = target
    return _about(named or _told(counts[place]), other)


def _told(counts: list[Count]) -> Count:
    """Of the figures of a statement the one that stands no more, else the first."""
    return next((c for c in counts if c.currency in GONE), counts[0])


def _bare(document: Document, utterance: Utterance) -> float | None:
    """The only number in what is taken back, where it counts nothing by its own words: `withdrew the number 164`."""
    sentence = document.sentences[utterance.sentence]
    found = [
        n
        for n in sentence.numbers or ()
        if n.sort == "count"
        and n.best is not None
        and any(inside(sentence.span(n.first, n.last), part) for part in utterance.content)
    ]
    return found[0].best if len(found) == 1 else None


def _of_number(document: Document, utterance: Utterance, counts: dict[int, list[Count]], number: float) -> Refers | None:
    """What is told of a number that counts nothing by its own words: whose it was and what, where the report has it.

    Who denies may give a number of his own ("too high; 2,500 is more realistic"): then it must be one that the report has.
    """
    for place in _before(document, utterance, counts):
        same = next((c for c in counts[place] if c.low == number), None)
        if same is not None:
            return _about(same, document.utterances[place])
    return Refers(value=number) if utterance.act != "denies" else None


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
    for place in _before(document, utterance, counts)[:BACK]:
        if named is None or any(c.low == named.low and c.measure == named.measure for c in counts[place]):
            return place, document.utterances[place]
    return None


def _before(document: Document, utterance: Utterance, counts: dict[int, list[Count]]) -> list[int]:
    """The statements with figures before an act, the nearest first; behind a correction in its sentence those of what stands no more."""
    start = min(utterance.content, default=(0, 0))
    found = []
    for place, told in counts.items():
        other = document.utterances[place]
        if other is utterance or other.sentence > utterance.sentence:
            continue
        behind = other.sentence == utterance.sentence and min(other.content, default=(0, 0)) > start
        if not behind or (utterance.act == "corrects" and any(c.currency in GONE for c in told)):
            found.append(place)
    return sorted(found, key=lambda i: -document.utterances[i].sentence)
