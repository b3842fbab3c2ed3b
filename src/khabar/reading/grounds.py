"""Grounds: nouns for a reason where a source may stand: `citing a clerical error`, «сославшись на технический сбой», `dengan alasan data ganda`.

Nobody says a ground. It is the reason of whoever acts, and told by its head: the last word of the phrase in English (`security concerns`, not `a security source`),
the first noun elsewhere.
"""

from khabar.reading.document import Sentence
from khabar.reading.grammar import Grammar
from khabar.reading.scene import BREAKS, Range

SOMEBODY = frozenset({"role", "rank", "organisation", "office_head", "office_name", "medium", "document", "unnamed"})
ROOM = 3
"""So many words at most stand before the noun in its phrase."""
BEHIND = 2
"""So many words at most that describe the noun are told with it."""


def ground(sentence: Sentence, grammar: Grammar, at: int) -> Range | None:
    """The phrase for a reason that begins at a token, without its article; None where a source stands there or nothing of the sort."""
    first = at
    while first < len(sentence.low) - 1 and sentence.low[first] in grammar.determiners:
        first += 1
    for hit in sentence.of["ground"]:
        if 0 <= hit.start - first <= ROOM and _one_phrase(sentence, grammar, first, hit.start):
            if any(h.entry.category in SOMEBODY and first <= h.start < hit.start for h in sentence.hits):
                return None
            if hit.entry.attributes.get("open") or _ends(sentence, grammar, hit.end):
                return first, _last(sentence, grammar, hit.end)
    return None


def _one_phrase(sentence: Sentence, grammar: Grammar, first: int, last: int) -> bool:
    """Whether only plain words stand before the noun; in a language that begins with its noun, none but adjectives do."""
    words = sentence.low[first:last]
    return not any(w in grammar.prepositions or w in grammar.joins or w in BREAKS or not w[0].isalpha() for w in words)


def _last(sentence: Sentence, grammar: Grammar, end: int) -> int:
    """Where the phrase ends: what describes the noun may follow it, `kesalahan input`, `lack of proof`."""
    far = min(end + BEHIND, len(sentence.low))
    return next((i for i in range(end, far) if _stops(sentence.words[i], grammar)), far)


def _ends(sentence: Sentence, grammar: Grammar, end: int) -> bool:
    """Whether the noun is the head: in English nothing follows that it would only describe."""
    return not grammar.affiliation_first or end >= len(sentence.low) or _stops(sentence.words[end], grammar)


def _stops(word: str, grammar: Grammar) -> bool:
    low = word.lower()
    small = (grammar.prepositions, grammar.joins, grammar.relatives, grammar.auxiliaries, grammar.complementisers)
    return not low[0].isalpha() or low in grammar.times or any(low in words for words in small)
