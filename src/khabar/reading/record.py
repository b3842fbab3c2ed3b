"""A finished document as the frozen reading record."""

from khabar.model.reading import Breakdown, Dateline, Figure, Place, ReaderVersion, Reading, Statement, TimeSpan
from khabar.model.span import Span, Spans
from khabar.reading.document import Count, Document, NamedPlace, NamedTime, Utterance, Whole


def reading_of(document: Document, reader: ReaderVersion) -> Reading:
    """The reading of a document whose components have all run. Statements and figures stand in the order of the text."""
    utterances = sorted(document.utterances, key=_first)
    new = {id(u): i for i, u in enumerate(utterances)}
    old = {i: new[id(u)] for i, u in enumerate(document.utterances)}
    counts = sorted((c for c in document.counts if c.measure), key=lambda c: c.span)
    numbers = {id(c): i for i, c in enumerate(counts)}
    edition = document.edition
    return Reading(
        id=edition.id,
        lang=document.language.code,
        lang_confidence=document.confidence,
        title=edition.title,
        url=edition.url,
        outlet=edition.outlet,
        published=edition.published,
        published_precision=edition.published_precision,
        byline=edition.byline,
        credit=edition.credit,
        dateline=_dateline(document),
        text=edition.text,
        statements=tuple(map(_statement, utterances)),
        figures=tuple([_figure(c, document, numbers, old) for c in counts]),
        people=tuple(document.sources),
        places=tuple(map(_place, document.places)),
        times=tuple(map(_time, document.times)),
        quantities=tuple(document.quantities),
        breakdowns=tuple(_breakdown(w, numbers) for w in document.wholes),
        reader=reader,
        notes=tuple(document.notes),
    )


def _place(p: NamedPlace) -> Place:
    return Place(span=p.span, name=p.name, lat=p.lat, lon=p.lon, geonames=p.geonames, country=p.country)


def _time(t: NamedTime) -> TimeSpan:
    return TimeSpan(span=t.span, start=t.start, to=t.to, precision=t.precision)


def _breakdown(w: Whole, numbers: dict[int, int]) -> Breakdown:
    return Breakdown(total=numbers[id(w.total)], parts=tuple(numbers[id(p)] for p in w.parts), span=w.span)


def _dateline(document: Document) -> Dateline | None:
    if document.dateline is None:
        return None
    place = next((i for i, p in enumerate(document.places) if p.span == document.dateline), None)
    return Dateline(place=place, date=(document.edition.published or "")[:10] or None)


def _first(utterance: Utterance) -> Span:
    return min(utterance.content or utterance.cue or [(0, 0)])


def _spans(spans: list[Span]) -> Spans:
    return tuple(sorted(set(spans))) if len(spans) > 1 else tuple(spans)


def _statement(u: Utterance) -> Statement:
    return Statement(
        content=_spans(u.content),
        cue=_spans(u.cue) if u.cue else (),
        source=_spans(u.source) if u.source else (),
        role=_spans(u.role) if u.role else (),
        affiliation=_spans(u.affiliation) if u.affiliation else (),
        voice=u.voice,
        act=u.act,
        certainty=u.certainty,
        doubt=u.doubt,
        who=u.who,
        chain=tuple(u.chain),
        addressee=u.addressed,
        said=u.said,
        refers=u.refers,
        reason=u.reason,
        again=u.again,
    )


def _figure(c: Count, document: Document, numbers: dict[int, int], old: dict[int, int]) -> Figure:
    return Figure(
        statement=None if c.statement is None else old[c.statement],
        measure=c.measure or "",
        basis=c.basis,
        low=c.low,
        best=c.best,
        high=c.high,
        bound=c.bound,
        wording=document.text[c.span[0] : c.span[1]],
        who=c.who,
        span=c.span,
        kind=c.kind,
        part_of=None if c.part_of is None else numbers.get(id(c.part_of)),
        currency=c.currency,
        place=c.place,
        window=c.window,
        events=c.events,
    )
