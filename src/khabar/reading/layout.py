"""Layout: an edition's body to paragraphs, sentences and tokens, the dateline set apart.

Line breaks part paragraphs before anything else; inside a paragraph a sentence ends at a stop that is followed by a
capital, a digit or an opening mark, unless the word before is an abbreviation of the language or an initial.
"""

import functools
import operator
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, compress, pairwise

import msgspec

from khabar.language.base import language
from khabar.language.tokens import FORMS, SPACED
from khabar.model.span import Span, Spans
from khabar.reading.document import Document, Sentence, by_category
from khabar.reading.parted import rejoined

STOP = re.compile(r"[.!?…][.!?…]*+(?:[\"'”’»“)\]]*(?=\s+[\"'“”‘«„(\[—–-]*\s?[^\W_a-zа-яёәғқңөұүһі])|[”»\"](?=\s))")
"""A possible end of a sentence. The last alternative is a stop inside closing marks, whatever follows.

It begins with a plain set of characters, which the search then looks for by itself: a repetition would be tried at every character.
"""

WRAPPED_LINES = 4
WIDTHS = range(45, 100)
"""A text is taken as wrapped if at least so many lines, and seven in ten of them, are so wide and end without a stop."""

LONGEST = 1_500
"""Code points of the longest sentence: lists and tables run on, and some work grows with the square of a sentence."""


BEFORE_INITIAL = '.(«“"'
LAST_WORD = re.compile(r"[^\W\d_][\w-]*(?:\.[^\W\d_]+)*$|\d+$")
CLOSING = frozenset('”»"')
"""Marks behind a stop at which a sentence may end whatever follows; behind any other stop follows no small letter."""

AMOUNT = re.compile(r"\d\s?[^\W\d_]+$")
NAME_AFTER = re.compile(r"\s+[\"“„«(]?[^\W\d_a-zа-яё]")
"""Behind an amount with its abbreviation a sentence ends where a word with a capital follows: «свыше 7,8 тыс. В Чили — 12»."""

LOWER_AFTER = re.compile(r"\s+[\"'“”‘«„(\[—–-]*\s?[a-zа-яё]")


def lay_out(document: Document) -> None:
    """Fills `document.sentences`. Needs the edition's body; a dateline given by the edition is no part of a sentence."""
    abbreviations = _abbreviations(document.language.code)
    tokens = _tokens(document.text, document.edition.body)
    for number, paragraph in enumerate(_paragraphs(document.text, document.edition.body)):
        for span in sentence_spans(document.text, paragraph, abbreviations):
            if span[1] - span[0] <= LONGEST:
                document.sentences.append(_sentence(document, tokens, span, number))
            else:
                for piece in _bounded(document.text, span):
                    document.sentences.append(_sentence(document, _tokens(document.text, (piece,)), piece, number))


def _paragraphs(text: str, body: Spans) -> list[Span]:
    """The paragraphs of a body: each line is one, unless the text is broken into lines of a fixed width."""
    lines = [line for start, end in body for line in _lines(text, start, end)]
    if not _wrapped(text, lines):
        return lines
    spans: list[Span] = []
    for line in lines:
        if spans and text[spans[-1][1] : line[0]].strip(" \t\r") == "\n":
            spans[-1] = spans[-1][0], line[1]
        else:
            spans.append(line)
    return spans


def _wrapped(text: str, lines: list[Span]) -> bool:
    """Whether most lines that another follows at once break in mid-sentence at a like width, as wires were typed."""
    if len(lines) <= WRAPPED_LINES:
        return False
    follow = [(a, b) for a, b in pairwise(lines) if text.count("\n", a[1], b[0]) == 1]
    if len(follow) < WRAPPED_LINES:
        return False
    open_ended = sum(text[a[1] - 1] not in '.!?:…”»"' and a[1] - a[0] in WIDTHS for a, _ in follow)
    return open_ended * 10 >= len(follow) * 7


def _bounded(text: str, span: Span) -> Iterator[Span]:
    """A sentence of a length that nobody writes in pieces, cut at blanks."""
    start, end = span
    while end - start > LONGEST:
        cut = max(text.rfind(" ", start + LONGEST // 2, start + LONGEST), start + LONGEST // 2)
        yield start, cut
        start = cut + (text[cut] == " ")
    yield start, end


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


def sentence_spans(text: str, paragraph: Span, abbreviations: Mapping[str, bool]) -> list[Span]:
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


def _goes_on(text: str, start: int, stop: re.Match[str], abbreviations: Mapping[str, bool]) -> bool:
    """Whether the sentence does not end here after all."""
    mark = stop.group()
    if mark[-1] in CLOSING and LOWER_AFTER.match(text, stop.end()):
        return True
    if mark != ".":
        return False
    before = text[max(start, stop.start() - 30) : stop.start()]
    if before[-1:].isalpha() and (len(before) == 1 or before[-2].isspace() or before[-2] in BEFORE_INITIAL):
        return True
    word = LAST_WORD.search(before.rpartition(" ")[2])
    amount = None if word is None else abbreviations.get(word.group().lower())
    return amount is not None and not (amount and AMOUNT.search(before) and NAME_AFTER.match(text, stop.end()))


class _Tokens(msgspec.Struct, frozen=True, gc=False):
    """The tokens of a text in parallel lists: made in one go for all sentences, which take their slices."""

    starts: list[int]
    ends: list[int]
    words: list[str]
    low: list[str]
    digit: Sequence[bool]
    capital: Sequence[bool]


def _tokens(text: str, body: Spans) -> _Tokens:
    """The tokens between some offsets; none reaches over the end of a sentence, behind which there is a blank."""
    pieces: list[str] = []
    starts: list[int] = []
    for start, end in body:
        found = SPACED.findall(text, start, end)
        lead = text.find(found[0], start) if found else start
        starts += accumulate(map(len, found[:-1]), initial=lead) if found else ()
        pieces += found
    if not pieces:
        return _Tokens([], [], [], [], [], [])
    words, low, lengths, digit, capital = zip(*map(FORMS.__getitem__, pieces), strict=True)
    return _Tokens(starts, list(map(operator.add, starts, lengths)), list(words), list(low), digit, capital)


def _sentence(document: Document, tokens: _Tokens, span: Span, paragraph: int) -> Sentence:
    first = bisect_left(tokens.starts, span[0])
    last = bisect_left(tokens.starts, span[1], first)
    low = tokens.low[first:last]
    words = tokens.words[first:last]
    hits = document.language.lexicon.scan(low)
    if document.language.parted and document.language.parted in low:
        hits = rejoined(words, low, hits, document.language)
    return Sentence(
        start=span[0],
        end=span[1],
        paragraph=paragraph,
        starts=tokens.starts[first:last],
        ends=tokens.ends[first:last],
        words=words,
        low=low,
        hits=hits,
        digits=list(compress(range(last - first), tokens.digit[first:last])),
        capitals=list(compress(range(last - first), tokens.capital[first:last])),
        of=by_category(hits, document.language.lexicon.nothing),
    )


@functools.cache
def _abbreviations(code: str) -> Mapping[str, bool]:
    """The abbreviations of a language by its code; true where an amount may end with it, and with it a sentence."""
    facts = language(code).facts.get("abbreviations", {})
    amounts = facts.get("amounts", ())
    return {word: word in amounts for word in facts.get("words", ())}
