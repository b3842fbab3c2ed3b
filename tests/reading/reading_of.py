"""Documents built by hand for the tests of the reader's components."""

from khabar.language.base import language
from khabar.model.edition import Edition
from khabar.model.reading import Figure, Reading
from khabar.reading.certainty import judge, weigh
from khabar.reading.document import Document, Utterance
from khabar.reading.layout import lay_out
from khabar.reading.quotes import quote
from khabar.reading.reader import Reader
from khabar.reading.statements import state


def document(text: str, lang: str = "en") -> Document:
    """A document read as far as certainty."""
    edition = Edition(id="t", address="t", raw_hash="", text=text, cleaner="none", body=((0, len(text)),), lang=lang)
    made = Document(edition=edition, language=language(lang))
    for component in (lay_out, quote, state, weigh, judge):
        component(made)
    return made


def words(made: Document, spans: list[tuple[int, int]]) -> str:
    return " | ".join(made.text[a:b] for a, b in spans)


def parts(made: Document, utterance: Utterance) -> dict[str, str]:
    return {
        name: words(made, getattr(utterance, name))
        for name in ("source", "cue", "role", "affiliation")
        if getattr(utterance, name)
    } | {"content": words(made, utterance.content).strip('“”"«»,. ')}


def said(text: str, lang: str = "en") -> list[dict[str, str]]:
    """What the statements of a text are, as words."""
    made = document(text, lang)
    return [parts(made, u) for u in sorted(made.utterances, key=lambda u: min(u.content))]


def whole(text: str, lang: str) -> Reading:
    """The whole reading of a text."""
    edition = Edition(id="t", address="t", raw_hash="", text=text, cleaner="none", body=((0, len(text)),), lang=lang)
    return Reader().read(edition)


def noted(text: str, lang: str) -> list[str]:
    """Each figure in a few words: measure and number, whether a change, a part (and of what), its currency, on whose word."""
    reading = whole(text, lang)
    return [_noted(reading, figure) for figure in reading.figures]


def _noted(reading: Reading, figure: Figure) -> str:
    chain = () if figure.statement is None else reading.statements[figure.statement].chain
    words = [
        f"{figure.measure} {_number(figure)}",
        "change" if figure.kind == "change" else "",
        "" if figure.part_of is None else f"of {_number(reading.figures[figure.part_of])}",
        "" if figure.currency == "current" else figure.currency,
        "by " + " < ".join(reading.people[i].name for i in chain) if chain else "",
    ]
    return " ".join(filter(None, words))


def _number(figure: Figure) -> str:
    shown = {
        "exact": "{best:.0f}",
        "about": "~{best:.0f}",
        "at_least": ">={low:.0f}",
        "at_most": "<={high:.0f}",
        "range": "{low:.0f}..{high:.0f}",
        "vague": "{low:.0f}..",
    }
    return shown[figure.bound].format(low=figure.low, best=figure.best, high=figure.high)
