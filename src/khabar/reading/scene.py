"""One sentence as the frames see it: its tokens, the language's small words, and which tokens stand in quotation marks."""

import re
from bisect import bisect_left

import msgspec

from khabar.language.lexicon import Hit
from khabar.model.span import Span
from khabar.reading.document import Document, Quotation, Sentence
from khabar.reading.grammar import Grammar, grammar

BREAKS = frozenset(",;:–—-|")
HARD_BREAKS = frozenset(";:–—|")
OPENING = frozenset("([")
CLOSING = frozenset(")]")
STOPS = frozenset(".!?…,;:–—-|*/")
NO_BEGINNING = STOPS | CLOSING
NO_END = STOPS | OPENING
QUOTE_MARKS = frozenset("\"“”„«»‟‘’‹›'`")

MOST_QUOTATIONS = 254
SPOKEN = frozenset(
    ("cue", "role", "rank", "organisation", "medium", "document", "unnamed", "collective", "anonymity", "claim")
)
VERBAL = frozenset({"verb", "show"})
LONG_WORD = 3
HEADLINE_SHARE = 0.75

Range = tuple[int, int]
"""Tokens `first` to `last` of a sentence, half-open."""


ARTICLE = re.compile(r"(?:a[ldnrstzh]|el|ash|ul|бен|аль|эль|ад|ас|аш|ат|ан|ар|аз|ль|оглы|кызы)-\w", re.IGNORECASE)
"""The article or particle that begins a name: `el-Drese`, «аль-Гаити»."""


def is_capital(word: str) -> bool:
    """Whether a word begins as names do: with a capital, or with an article before one."""
    if "-" not in word:
        return word[:1].isupper()
    return word[:1].isupper() or (ARTICLE.match(word) is not None and word[word.index("-") + 1].isupper())


class Scene(msgspec.Struct, gc=False):
    """A sentence made ready.

    Attributes:
        hits: those of the categories that tell who speaks.
        quoted: for each token the number of its quotation in `quotations` plus one, or 0.
        quotations: the document's quotations that touch the sentence.
        placed: offsets of the words that stand in the name of a place.
        verbs: where cues stand that are verbs; no noun phrase reaches across them.
        barrier: the end of the last cue read; no later subject reaches across it.
        end: the number of tokens without final stops and marks.
    """

    sentence: Sentence
    grammar: Grammar
    words: list[str]
    low: list[str]
    quoted: bytearray
    hits: list[Hit]
    quotations: list[Quotation] = []
    end: int = 0
    placed: frozenset[int] = frozenset()
    barrier: int = 0
    verbs: frozenset[int] = frozenset()

    def cues(self) -> list[Hit]:
        """Hits of cues that do not stand in quotation marks, longest first where they overlap."""
        found: list[Hit] = []
        verbs: set[int] = set()
        masked = self.sentence.of["anonymity"]
        for hit in self.sentence.of["cue"]:
            if masked and any(m.start <= hit.start < m.end for m in masked):
                continue
            if not self.quoted[hit.start] and not (found and found[-1].end > hit.start):
                cue = _cut(hit)
                found.append(cue)
                if cue.entry.attributes.get("frame", "verb") in VERBAL and not self._named(cue):
                    verbs.add(cue.start)
        if self.grammar.verb_first:
            verbs.update([h.start for h in self.sentence.of["passed"]])
        for hit in self.sentence.of["role"] if verbs else ():
            if hit.end - hit.start > 1:
                verbs.difference_update(range(hit.start + 1, hit.end))
        self.verbs = frozenset(verbs)
        return found

    def _named(self, hit: Hit) -> bool:
        """Whether the word of a cue is a noun here, or part of a name: `the latest figures from`, `the United States Survey`."""
        at, after = hit.start, hit.end
        if at and self.capital(at) and self.capital(at - 1) and not self.headline():
            return True
        if self.low[at] not in self.grammar.homographs or after >= self.end:
            return False
        g, low = self.grammar, self.low
        verb = low[after] in g.complementisers or low[after] in g.determiners or low[after] in g.pronouns
        return not (verb or low[after] in BREAKS or self.capital(after) or self.quoted[after])

    def capital(self, at: int) -> bool:
        """Whether a token begins with a capital."""
        word = self.words[at]
        return word[0].isupper() or ("-" in word and is_capital(word))

    def span(self, tokens: Range) -> Span:
        """The span of a range of tokens that is not empty."""
        return self.sentence.starts[tokens[0]], self.sentence.ends[tokens[1] - 1]

    def number_of(self, at: int) -> Quotation | None:
        """The quotation that a token stands in."""
        number = self.quoted[at]
        return self.quotations[number - 1] if number else None

    def time(self, at: int) -> bool:
        """Whether a token is a word for a day or month, not a name that is spelt alike (`Jan Doe`, `April Roe`)."""
        if self.low[at] not in self.grammar.times:
            return False
        named = self.capital(at) and at + 1 < len(self.low) and self.capital(at + 1)
        return not named or self.low[at + 1] in self.grammar.times

    def headline(self) -> bool:
        """Whether nearly all longer words begin with a capital."""
        long = [w for w in self.words if len(w) > LONG_WORD]
        return bool(long) and sum(w[0].isupper() for w in long) >= HEADLINE_SHARE * len(long)

    def glued(self, at: int) -> bool:
        """Whether a hyphen joins the tokens beside it (`Covid-19`) rather than parting clauses."""
        s = self.sentence
        return (
            self.low[at] == "-"
            and 0 < at < len(self.low) - 1
            and s.ends[at - 1] == s.starts[at]
            and s.ends[at] == s.starts[at + 1]
        )

    def speech(self, at: int) -> bool:
        """Whether a token stands in a quotation that is speech, not a term or title."""
        number = self.quoted[at]
        return bool(number) and not self.quotations[number - 1].scare

    def trim(self, first: int, last: int) -> Range:
        """A range without marks at its edges; closing brackets and quotation marks stay where they close something."""
        low = self.low
        while first < last and low[first] in NO_BEGINNING:
            first += 1
        while last > first and low[last - 1] in NO_END:
            last -= 1
        return first, last


def _cut(hit: Hit) -> Hit:
    """A cue that is only part of its phrase: `skip` words at its start are none, and it is `length` words long."""
    has = hit.entry.attributes
    if "skip" not in has and "length" not in has:
        return hit
    skip, length = has.get("skip", 0), has.get("length")
    return Hit(hit.start + skip, hit.start + skip + length if length else hit.end, hit.entry)


def scene(document: Document, sentence: Sentence, quotations: list[Quotation]) -> Scene:
    """A sentence with the quotations that touch it."""
    quoted = bytearray(len(sentence.words))
    for number, quotation in enumerate(quotations[:MOST_QUOTATIONS], 1):
        for start, end in quotation.outer:
            first, last = bisect_left(sentence.starts, start), bisect_left(sentence.starts, end)
            quoted[first:last] = bytes([number]) * (last - first)
    end = len(sentence.words)
    while end and sentence.low[end - 1] in STOPS:
        end -= 1
    low = _hours(sentence) if sentence.digits and ":" in sentence.low else sentence.low
    made = Scene(sentence, grammar(document.language.code), sentence.words, low, quoted, sentence.of[SPOKEN])
    made.quotations, made.end, made.placed = quotations, end, document.placed
    return made


def _hours(sentence: Sentence) -> list[str]:
    """The tokens with no mark of a clause in the middle of an hour: `by 21:00 activists counted`."""
    low, starts, ends = list(sentence.low), sentence.starts, sentence.ends
    for at in sentence.digits:
        if at > 1 and low[at - 1] == ":" and low[at - 2][0].isdigit() and ends[at - 2] + 1 == starts[at] == ends[at - 1]:
            low[at - 1] = HOUR
    return low


HOUR = "h"
"""What stands for the mark between hours and minutes."""
