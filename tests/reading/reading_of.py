"""Documents built by hand for the tests of the reader's components."""

from khabar.language.base import language
from khabar.model.edition import Edition
from khabar.model.reading import Reading
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
