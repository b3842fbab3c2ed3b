"""What a text says that it corrects in its own earlier printing, and corrections that give the old number with the new one.

`notices.py` finds what the carrier corrects itself. An office that takes back a number and gives the new one (`dari 81 menjadi 73`) corrects; it does not withdraw.
"""

from itertools import pairwise

from khabar.reading.counts import read_numbers
from khabar.reading.document import Count, Document, Sentence, Utterance
from khabar.reading.notices import counts_of, own_notices
from khabar.reading.numbers import Number
from khabar.reading.words import figure_words


def correct(document: Document) -> None:
    """Sets `act` of the report's own corrections and takes their label from their source. Needs utterances, counts and what is undone."""
    for utterance in document.utterances:
        if utterance.act == "withdraws":
            _revise(document, utterance)
    for utterance in own_notices(document):
        utterance.act = "corrects"
        utterance.source, utterance.cue, utterance.voice = [], [], "narration"


def _revise(document: Document, utterance: Utterance) -> None:
    """Makes `took back the count from 81 to 73` a correction: the old number was earlier, the new one stands. Whose it is not told is only news.

    A verb of amending (`meralat`) takes nothing back where no number is told with it.
    """
    counts = counts_of(document, utterance)
    new = _new(document, utterance, counts)
    if new:
        utterance.act = "corrects" if utterance.source else "asserts"
        for count in counts:
            count.currency = "current" if count in new else "earlier"
    elif not counts and _amends(document, utterance):
        utterance.act = "corrects"


def _new(document: Document, utterance: Utterance, counts: list[Count]) -> list[Count]:
    """The numbers that stand from now on: led by `to`, told behind a colon, or beside one that is denied."""
    if not counts:
        return []
    sentence = document.sentences[utterance.sentence]
    told = {sentence.span(n.first, n.last): n for n in read_numbers(document, sentence)}
    numbers = [(c, told[c.number]) for c in counts if c.number in told]
    rejected = [c for c, n in numbers if n.revision == "old" or _behind(sentence, n) in _negations(document)]
    led = [
        c for c, n in numbers if n.revision == "new" or _behind(sentence, n) in document.language.facts["numbers"]["to"]
    ]
    plain = rejected or _behind_colon(document, utterance)
    led = led or _replacing(document, counts)
    return led or ([c for c in counts if c not in rejected] if plain else [])


def _replacing(document: Document, counts: list[Count]) -> list[Count]:
    """`withdrew its toll of 164 and replaced it with 12`: the number behind the word for giving way."""
    words = document.language.facts["corrections"].get("replacing", ())
    if not words:
        return []
    pairs = pairwise(counts)
    gaps = ((two, document.text[one.span[1] : two.span[0]].lower().split()) for one, two in pairs)
    return [two for two, gap in gaps if any(w.strip(",;") in words for w in gap)]


def _behind(sentence: Sentence, number: Number) -> str:
    """The word that the number with its bound stands behind."""
    return sentence.low[number.outer[0] - 1] if number.outer[0] else ""


def _negations(document: Document) -> frozenset[str]:
    return figure_words(document.language.code).negations


def _behind_colon(document: Document, utterance: Utterance) -> bool:
    """`Polisi meralat: …`."""
    behind = document.text[utterance.cue[0][1] : utterance.content[0][0]] if utterance.cue else ""
    return behind.strip() == ":"


def _amends(document: Document, utterance: Utterance) -> bool:
    """Whether the verb only mends what was said, with no word of taking back."""
    verbs = document.language.facts["corrections"].get("amending", ())
    return any(document.text[a:b].lower() in verbs for a, b in utterance.cue)
