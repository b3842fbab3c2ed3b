"""Layout: an edition's body to paragraphs, sentences and tokens, the dateline set apart.

Line breaks part paragraphs before anything else; inside a paragraph a sentence ends at a stop that is followed by a
capital, a digit or an opening mark, unless the word before is an abbreviation of the language or an initial.
"""

import re

from khabar.language.base import Language
from khabar.language.tokens import TOKEN
from khabar.model.span import Span
from khabar.reading.document import Document, Sentence

STOP = re.compile(r"[.!?…]+[\"'”’»“)\]]*(?=\s+[\"'“”‘«„(\[—–-]*\s?[^\W_a-zа-яёәғқңөұүһі])|[.!?…]+[”»\"](?=\s)")
"""A possible end of a sentence. The last alternative is a stop inside closing marks, whatever follows."""

INITIAL = re.compile(r"(?:^|[\s.(«“\"])[^\W\d_]$")
LAST_WORD = re.compile(r"[^\W\d_][\w-]*(?:\.[^\W\d_]+)*$|\d+$")
LOWER_AFTER = re.compile(r"\s+[\"'“”‘«„(\[—–-]*\s?[a-zа-яё]")


def lay_out(document: Document) -> None:
    """Fills `document.sentences`. Needs the edition's body; a dateline given by the edition is no part of a sentence."""
    abbreviations = _abbreviations(document.language)
    number = 0
    for start, end in document.edition.body:
        for paragraph in _lines(document.text, start, end):
            for span in sentence_spans(document.text, paragraph, abbreviations):
                document.sentences.append(_sentence(document, span, number))
            number += 1


def _lines(text: str, start: int, end: int) -> list[Span]:
    """The lines between two offsets that hold anything, without their edges of blanks."""
    spans: list[Span] = []
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        line = text[start:stop]
        lead = len(line) - len(line.lstrip())
        if line.strip():
            spans.append((start + lead, start + len(line.rstrip())))
        start = stop + 1
    return spans


def sentence_spans(text: str, paragraph: Span, abbreviations: frozenset[str]) -> list[Span]:
    """The sentences of one paragraph, as spans of `text` without blanks at their edges."""
    spans: list[Span] = []
    start, end = paragraph
    for match in STOP.finditer(text, start, end):
        if match.start() < start or _goes_on(text, start, match, abbreviations):
            continue
        spans.append((start, match.end()))
        start = match.end()
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        spans.append((start, end))
    return spans


def _goes_on(text: str, start: int, stop: re.Match[str], abbreviations: frozenset[str]) -> bool:
    """Whether the sentence does not end here after all."""
    if LOWER_AFTER.match(text, stop.end()):
        return True
    if stop.group() != ".":
        return False
    before = text[max(start, stop.start() - 30) : stop.start()]
    word = LAST_WORD.search(before)
    return bool(INITIAL.search(before)) or (word is not None and word.group().lower() in abbreviations)


def _sentence(document: Document, span: Span, paragraph: int) -> Sentence:
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    for match in TOKEN.finditer(document.text, *span):
        starts.append(match.start())
        ends.append(match.end())
        words.append(match.group())
    low = [w.lower() for w in words]
    hits = document.language.lexicon.scan(low)
    return Sentence(
        start=span[0], end=span[1], paragraph=paragraph, starts=starts, ends=ends, words=words, low=low, hits=hits
    )


def _abbreviations(language: Language) -> frozenset[str]:
    return frozenset(language.facts.get("abbreviations", {}).get("words", ()))
