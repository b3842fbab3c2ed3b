"""Names of persons in capitals, told apart from names of offices and places."""

import re

from khabar.language.lexicon import Hit
from khabar.reading.scene import CLOSING, OPENING, Range, Scene

NOT_NAMES = frozenset({"role", "organisation", "collective", "medium", "document", "unnamed"})
OFFICES = frozenset({"organisation", "medium"})
OFFICE_LIKE = frozenset({"organisation", "role", "medium"})
OFFICE_BY_WORDS = -1
"""A run of capitals whose words weigh less is an office without a head (`Lion Air`)."""

LONGEST_USUAL = 3
INITIAL = 2
LONG_NAME = 4
PRIOR = (0.6, 0.5, -0.05, -0.3, -0.6)
"""How much an unknown word with a capital looks like a part of a name, by its place from the end."""

ROMAN = re.compile(r"[IVX]{2,}")


def is_name(scene: Scene, hits: list[Hit], first: int, last: int) -> bool:
    """Capitals throughout, and no word of an office or a place at the head."""
    if scene.low[first] in scene.grammar.office_words or scene.time(first) or _has_office(hits, first, last):
        return False
    if scene.grammar.clitics and last - first == 1 and _owned(scene.low[first]):
        return False
    depth = 0
    weight = 0.0
    seen = False
    for at in range(first, last):
        word = scene.low[at]
        depth += (word in OPENING) - (word in CLOSING)
        if depth or word in CLOSING:
            continue
        if scene.grammar.clitics:
            weight += _weight(scene, at, set(), frozenset())
        if word in ".'’" or word in scene.grammar.links:
            continue
        if not scene.capital(at):
            return False
        seen = True
    if weight < OFFICE_BY_WORDS:
        return False
    led_in = scene.low[first] in scene.grammar.office_links and not scene.capital(first)
    return seen and not led_in and scene.low[first] not in scene.grammar.determiners


def _owned(word: str) -> bool:
    """`Matanya`, `Sayangnya`: a noun with what it belongs to glued on, or an adverb made so."""
    return word.endswith("nya") and len(word) > LONGEST_NAME_IN_NYA


LONGEST_NAME_IN_NYA = 6


def _has_office(hits: list[Hit], first: int, last: int) -> bool:
    """Whether a word of an office stands in a range, or any word that begins no name at its head."""
    for hit in hits:
        if first <= hit.start and hit.end <= last:
            category = hit.entry.category
            if category in OFFICES or (hit.start == first and category in NOT_NAMES):
                return True
    return False


def without_brackets(scene: Scene, first: int, last: int) -> Range:
    """A phrase without an age or a party in brackets at its end."""
    if last - first > 2 and scene.low[last - 1] in CLOSING:
        at = last - 1
        while at > first and scene.low[at] not in OPENING:
            at -= 1
        inside = scene.low[at + 1 : last - 1]
        if at > first and (any(w[:1].isdigit() for w in inside) or (inside and len(inside[0]) <= INITIAL)):
            return first, at
    return first, last


def last_name(scene: Scene, phrase: Range, hits: list[Hit], alone: frozenset[str]) -> Range | None:
    """The name at the head of a phrase, or at its end where a headline or an aside ran into it."""
    first, last = phrase
    if (
        any(h.start == first and h.entry.category in NOT_NAMES for h in hits)
        or scene.low[first] in scene.grammar.determiners
    ):
        return None
    run = first
    while run < last and _may_be_name(scene, run) and scene.low[run] not in scene.grammar.joins:
        run += 1
    if first < run < last and (scene.low[first] in alone or scene.low[first] in scene.grammar.given):
        return first, run
    at = last
    while at > first and _may_be_name(scene, at - 1):
        at -= 1
    if at in (first, last) or not all(_weight(scene, i, set(), alone) >= 0 for i in range(at, last)):
        return None
    return (
        (at, last)
        if any(scene.low[i] in alone or scene.low[i] in scene.grammar.given for i in range(at, last))
        else None
    )


def tail_name(scene: Scene, first: int, last: int, hits: list[Hit], alone: frozenset[str]) -> Range | None:
    """The name at the end of a phrase, or None where the phrase ends in an office.

    Of all places where the name could begin, the one is taken that has the most words of names behind it and of offices before it.
    """
    end = without_brackets(scene, first, last)[1]
    at = end
    while at > first and _may_be_name(scene, at - 1):
        at -= 1
    known = {i for h in hits if h.entry.category in OFFICE_LIKE for i in range(h.start, h.end)} | _namesake(
        scene, first, end
    )
    offices = known | {i for i in range(at, end) if scene.low[i] in scene.grammar.office_words}
    ranked = _ranked(scene, hits, (first, end), offices)
    if ranked is not None:
        return ranked, end
    weights = [_weight(scene, i, known, alone) or _prior(scene, at, i, end) for i in range(at, end)]
    total = -sum(weights)
    best, start = total, end
    for k in range(len(weights) - 1, -1, -1):
        total += 2 * weights[k]
        length = len(weights) - k - weights[k:].count(0.2)
        score = total - max(0, length - LONG_NAME) * 1.5
        if score > best:
            best, start = score, at + k
    if (
        at < start < end - 1
        and len(scene.low[start]) == 1
        and scene.low[start + 1] != "."
        and weights[start - at - 1] > PRIOR[-1] - 1
    ):
        start -= 1  # `Panji W Ruky`: an initial begins no name
    while start < end and scene.low[start] in scene.grammar.links and scene.low[start] not in scene.grammar.name_titles:
        start += 1
    return (start, end) if start < end else None


def _ranked(scene: Scene, hits: list[Hit], phrase: Range, offices: set[int]) -> int | None:
    """Where a name begins that has its rank before it: `Kolonel Laut (P) Rahmat Wijaya`, `Komisaris Imam Wijaya`."""
    g = scene.grammar
    for hit in hits:
        if hit.entry.category != "rank" or not phrase[0] <= hit.start < hit.end < phrase[1]:
            continue
        at = behind_rank(scene, hit.end, phrase[1])
        rest = range(at, phrase[1])
        if rest and all(_may_be_name(scene, i) and (i not in offices or scene.low[i] in g.given) for i in rest):
            return hit.start
    return None


def behind_rank(scene: Scene, at: int, last: int) -> int:
    """Past the branch of service behind a rank: `Inf`, `TNI`, `(P)`, `Laut (K)`."""
    while at < last and (scene.low[at] in scene.grammar.branches or scene.low[at] == "."):
        at += 1
    if at + 2 < last and scene.low[at] == "(" and scene.low[at + 2] == ")":
        at += 3
    return at


def _namesake(scene: Scene, first: int, end: int) -> set[int]:
    """«больницы имени Н. В. Склифосовского»: the name after which an office is called, up to its first word that is no initial."""
    at = next((i + 1 for i in range(first, end) if scene.low[i] in scene.grammar.named_after), end)
    last = at
    while last < end and (len(scene.low[last]) == 1):
        last += 1
    return set(range(at, min(last + 1, end)))


def _prior(scene: Scene, first: int, at: int, end: int) -> float:
    """The weight of an unknown word by its place: all of a run behind a bracket is a name."""
    if first and scene.low[first - 1] in CLOSING and end - first <= LONG_NAME:
        return 0.5
    if first < at and end - at <= LONGEST_USUAL and scene.low[at - 1] in scene.grammar.office_words:
        return 0.3
    return PRIOR[min(end - at - 1, len(PRIOR) - 1)]


def _weight(scene: Scene, at: int, known: set[int], alone: frozenset[str]) -> float:
    """How much a word of a run of capitals looks like a part of a name (more than 0) or of an office (less); 0 unknown."""
    g, low = scene.grammar, scene.low[at]
    if low in CLOSING or low in OPENING or low in "/&,":
        return -3
    named = low in g.given or low.endswith(g.name_endings)
    called = low in alone and low not in g.office and at not in known
    placed = at > 0 and scene.low[at - 1] in g.place_heads and (not called or scene.sentence.starts[at] in scene.placed)
    if at in known or low in g.office_words or placed:
        return 0.3 if named and at not in known else -2
    if called or named:
        return 2.5 if called else 2
    if low in g.office or low in g.post_words or (scene.words[at].isupper() and len(low) > 2):
        return -1.5
    return _weight_by_neighbours(scene, at)


def _weight_by_neighbours(scene: Scene, at: int) -> float:
    if scene.sentence.starts[at] in scene.placed or ROMAN.fullmatch(scene.words[at]):
        return -1.2
    if scene.low[at] == ".":
        return 0.2
    after = scene.low[at + 1] if at + 1 < len(scene.low) else ""
    initial = len(scene.low[at]) <= INITIAL and (after in scene.grammar.given or after == ".")
    return 1.5 if initial else 0


def _may_be_name(scene: Scene, at: int) -> bool:
    word = scene.low[at]
    if scene.capital(at):
        return True
    return word in scene.grammar.name_parts or (word == "." and at > 0 and len(scene.words[at - 1]) <= 2)
