"""Noun phrases that are sources: a person's name apart from role and affiliation.

Role and affiliation stand before the name (`Kepala Dinas Kesehatan Jane Roe`, `health ministry spokesman Jane Roe`, «глава МЧС
Анна Рой») or behind it, after a comma (`Jane Roe, head of the fire service,`). Where a run of capitals holds an office and a name, the
name begins after the last word that is known to belong to offices or places, or where a word stands that the report uses alone elsewhere.
"""

import re
from dataclasses import dataclass

from khabar.language.lexicon import Hit
from khabar.model.reading import SourceKind
from khabar.reading.scene import BREAKS, CLOSING, OPENING, Range, Scene


@dataclass(slots=True)
class Party:
    """Who speaks: token ranges of the name (or of the whole phrase), role and affiliation."""

    source: Range
    role: Range | None = None
    affiliation: Range | None = None
    kind: SourceKind = "person"
    named: bool = False


def split(scene: Scene, phrase: Range, apposition: Range | None, alone: frozenset[str]) -> Party:
    """The parts of a source.

    Args:
        scene: its sentence.
        phrase: the noun phrase.
        apposition: what stands beside it between commas, if anything.
        alone: words that the report uses alone for a person elsewhere (surnames).
    """
    first, last = phrase
    if last - first == 1 and scene.low[first] in scene.grammar.pronouns:
        return Party(source=phrase)
    hits = [h for h in scene.sentence.hits if first <= h.start and h.end <= last]
    for reader in (_name_first, _medium_first, _post_first, _name_alone):
        party = reader(scene, phrase, apposition, hits, alone)
        if party is not None:
            return party
    return Party(source=_without_brackets(scene, first, last), kind=kind(scene, hits, phrase))


def _name_first(scene: Scene, phrase: Range, _: Range | None, hits: list[Hit], __: frozenset[str]) -> Party | None:
    """`Jane Roe, head of the fire service`."""
    first, last = phrase
    comma = _comma(scene, first, last)
    if comma is None or not _is_name(scene, hits, first, comma):
        return None
    return _beside(scene, (first, comma), (comma + 1, last))


def _medium_first(scene: Scene, phrase: Range, _: Range | None, hits: list[Hit], __: frozenset[str]) -> Party | None:
    medium = _first(hits, "medium", phrase[0])
    return None if medium is None else _named_medium(scene, phrase, medium)


def _post_first(
    scene: Scene, phrase: Range, apposition: Range | None, hits: list[Hit], alone: frozenset[str]
) -> Party | None:
    """`health ministry spokesman Jane Roe`; where a headline ran into the sentence, from the post on."""
    first, last = phrase
    role = _first(hits, "role", first)
    if role is None:
        role = next((h for h in hits if h.entry.category == "role" and scene.capital(h.start)), None)
        if role is None or not scene.grammar.clitics or _first(hits, "organisation", first) is not None:
            return None
    if apposition is not None and _is_name(scene, scene.sentence.hits, *scene.trim(*apposition)):
        return _role_beside(scene, (role.start, last), role, hits, scene.trim(*apposition))
    return _role_first(scene, (role.start, last), role, hits, alone)


def _role_beside(scene: Scene, phrase: Range, role: Hit, hits: list[Hit], name: Range) -> Party:
    """`Pengajar sosiologi Universitas X (UX), Jane Roe, mengatakan`: the name as the apposition."""
    cut = _role_end(scene, role, hits, phrase[1])
    party = Party(source=_without_brackets(scene, *name), role=_without_link(scene, (phrase[0], cut)), named=True)
    if cut < phrase[1]:
        party.affiliation = scene.trim(cut, phrase[1])
    return party


def _name_alone(
    scene: Scene, phrase: Range, apposition: Range | None, hits: list[Hit], alone: frozenset[str]
) -> Party | None:
    first, last = phrase
    if _is_name(scene, hits, first, last):
        name = _without_brackets(scene, first, last)
        return _beside(scene, name, apposition) if apposition else Party(source=name, named=True)
    if not scene.grammar.clitics:
        return None
    name_behind = _last_name(scene, phrase, hits, alone)
    return None if name_behind is None else Party(source=name_behind, named=True)


def _last_name(scene: Scene, phrase: Range, hits: list[Hit], alone: frozenset[str]) -> Range | None:
    """The name at the end of a phrase that begins with no post or office: a headline or an aside ran into it."""
    first, last = phrase
    if (
        any(h.start == first and h.entry.category in NOT_NAMES for h in hits)
        or scene.low[first] in scene.grammar.determiners
    ):
        return None
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


def kind(scene: Scene, hits: list[Hit], phrase: Range) -> SourceKind:
    """What kind of source a phrase is that names no person."""
    found = {h.entry.category: h for h in hits}
    if "unnamed" in found:
        return "unnamed"
    if "document" in found:
        return "document"
    if "medium" in found:
        return "medium"
    if "organisation" in found:
        return "office"
    if "collective" in found:
        return "collective"
    return "person" if scene.capital(phrase[0]) else "collective"


def _first(hits: list[Hit], category: str, start: int) -> Hit | None:
    for hit in hits:
        if hit.entry.category == category and hit.start == start:
            return hit
    return None


def _named_medium(scene: Scene, phrase: Range, medium: Hit) -> Party:
    """`Saluran TV pemerintah Kanal 5`: the name apart from what it is."""
    at = medium.end
    while at < phrase[1] and not scene.capital(at):
        at += 1
    if at >= phrase[1] or at == medium.end:
        return Party(source=phrase, kind="medium")
    return Party(source=(at, phrase[1]), role=(phrase[0], at), kind="medium")


def _comma(scene: Scene, first: int, last: int) -> int | None:
    depth = 0
    for at in range(first, last):
        depth += (scene.low[at] in OPENING) - (scene.low[at] in CLOSING)
        if scene.low[at] == "," and not depth:
            return at
    return None


def _is_name(scene: Scene, hits: list[Hit], first: int, last: int) -> bool:
    """Capitals throughout, and no word of an office or a place at the head."""
    hits = [h for h in hits if first <= h.start and h.end <= last]
    if any(h.start == first and h.entry.category in NOT_NAMES for h in hits) or scene.low[first] in scene.grammar.times:
        return False
    if any(h.entry.category in OFFICES for h in hits) or scene.low[first] in scene.grammar.office_words:
        return False
    depth = 0
    seen = False
    for at in range(first, last):
        word = scene.low[at]
        depth += (word in OPENING) - (word in CLOSING)
        if depth or word in CLOSING or word in ".'’" or word in scene.grammar.links:
            continue
        if not scene.capital(at):
            return False
        seen = True
    return seen and scene.low[first] not in scene.grammar.determiners


NOT_NAMES = frozenset({"role", "organisation", "collective", "medium", "document", "unnamed"})


def _without_brackets(scene: Scene, first: int, last: int) -> Range:
    """A phrase without an age or a party in brackets at its end."""
    if last - first > 2 and scene.low[last - 1] in CLOSING:
        at = last - 1
        while at > first and scene.low[at] not in OPENING:
            at -= 1
        if at > first and (scene.low[at + 1].isdigit() or len(scene.words[at + 1]) <= 2):
            return first, at
    return first, last


def _beside(scene: Scene, name: Range, apposition: Range | None) -> Party:
    """A name with its role behind it."""
    party = Party(source=_without_brackets(scene, *name), named=True)
    if apposition is None:
        return party
    first, last = scene.trim(*apposition)
    while first < last and scene.low[first] in scene.grammar.determiners:
        first += 1
    for at in range(first, last):
        if scene.low[at] in scene.grammar.relatives or (scene.low[at] == "," and not _bracketed(scene, first, at)):
            last = at
            break
    hits = [h for h in scene.sentence.hits if first <= h.start and h.end <= last]
    roles = [h for h in hits if h.entry.category == "role"]
    if not roles:
        return party
    start = roles[0].start
    cut = _role_end(scene, roles[0], hits, last)
    party.role = _without_link(scene, (start, cut))
    if cut < last:
        party.affiliation = scene.trim(cut, last)
    elif start > first:
        party.affiliation = scene.trim(first, start)
    return party


def _bracketed(scene: Scene, first: int, at: int) -> bool:
    return sum((scene.low[i] in OPENING) - (scene.low[i] in CLOSING) for i in range(first, at)) > 0


def _is_office(scene: Scene, hit: Hit) -> bool:
    """Whether a hit heads an office's name: general words (team, group) only with a capital."""
    if hit.entry.category not in OFFICES:
        return False
    return scene.capital(hit.start) or not hit.entry.attributes.get("capital")


OFFICES = frozenset({"organisation", "medium"})


def _without_link(scene: Scene, role: Range) -> Range:
    first, last = role
    while last - 1 > first and (
        scene.low[last - 1] in scene.grammar.links
        or scene.low[last - 1] in BREAKS
        or scene.low[last - 1] in scene.grammar.prepositions
        or scene.low[last - 1] in scene.grammar.determiners
    ):
        last -= 1
    return first, last


def _role_first(scene: Scene, phrase: Range, role: Hit, hits: list[Hit], alone: frozenset[str]) -> Party | None:
    """`Kepala Pusat Penerangan Kementerian Dalam Negeri Bahtiar`: role, affiliation, then the name."""
    first, last = phrase
    name = _tail_name(scene, role.end, last, hits, alone)
    if name is None:
        return None
    party = Party(source=name, named=True)
    end = scene.trim(first, name[0])[1]
    cut = _role_end(scene, role, hits, end)
    party.role = _without_link(scene, (first, cut))
    if cut < end:
        party.affiliation = scene.trim(cut, end)
    return party


def _role_end(scene: Scene, role: Hit, hits: list[Hit], last: int) -> int:
    """Where a post ends and the office begins: at an office's head, or at a proper name unless the post is that of a place."""
    heads = {h.start for h in hits if _is_office(scene, h)}
    more = {i for h in hits if h.entry.category == "role" for i in range(h.start, h.end)}
    of_place = bool(role.entry.attributes.get("place"))
    at = role.end
    while at < last:
        if at in heads:
            return at
        if at in more:
            of_place = of_place or any(h.entry.attributes.get("place") for h in hits if h.start <= at < h.end)
        elif scene.capital(at) and not of_place and not _post_word(scene, at):
            return at
        at += 1
    return last


def _post_word(scene: Scene, at: int) -> bool:
    """Whether a word with a capital is a common word of posts rather than a proper name."""
    low = scene.low[at]
    return low in scene.grammar.post_words or not low.isalpha() or (len(low) <= 3 and ROMAN.fullmatch(low) is not None)


ROMAN = re.compile(r"[ivx]+")


def _tail_name(scene: Scene, first: int, last: int, hits: list[Hit], alone: frozenset[str]) -> Range | None:
    """The name at the end of a phrase, or None where the phrase ends in an office.

    Of all places where the name could begin, the one is taken that has the most words of names behind it and of offices before it.
    """
    end = _without_brackets(scene, first, last)[1]
    at = end
    while at > first and _may_be_name(scene, at - 1):
        at -= 1
    known = {i for h in hits if h.entry.category in OFFICE_LIKE for i in range(h.start, h.end)}
    rank = next((h for h in hits if h.entry.category == "rank" and h.start >= at and h.end < end), None)
    if rank is not None:
        return rank.start, end
    weights = [_weight(scene, i, known, alone) or PRIOR[min(end - i - 1, len(PRIOR) - 1)] for i in range(at, end)]
    total = -sum(weights)
    best, start = total, end
    for k in range(len(weights) - 1, -1, -1):
        total += 2 * weights[k]
        length = len(weights) - k
        score = total - max(0, length - LONG_NAME) * 1.5
        if score > best:
            best, start = score, at + k
    while start < end and scene.low[start] in scene.grammar.links and scene.low[start] not in TITLES:
        start += 1
    return (start, end) if start < end else None


OFFICE_LIKE = frozenset({"organisation", "role", "medium"})
TITLES = frozenset({"dr", "drg"})
LONG_NAME = 4
PRIOR = (0.6, 0.5, 0.1, -0.3, -0.6)
"""How much an unknown word with a capital looks like a part of a name, by its place from the end."""


def _weight(scene: Scene, at: int, known: set[int], alone: frozenset[str]) -> float:
    """How much a word of a run of capitals looks like a part of a name (more than 0) or of an office (less); 0 unknown."""
    g, low = scene.grammar, scene.low[at]
    if low in CLOSING or low in OPENING or low in "/&,":
        return -3
    named = low in g.given or low.endswith(g.name_endings)
    if at in known or low in g.office_words or (at and scene.low[at - 1] in g.place_heads):
        return 0.3 if named and at not in known else -2
    if low in alone and low not in g.office:
        return 2.5
    if named:
        return 2
    if low in g.office or (scene.words[at].isupper() and len(low) > 2):
        return -1.5
    return _weight_by_neighbours(scene, at)


def _weight_by_neighbours(scene: Scene, at: int) -> float:
    if scene.sentence.starts[at] in scene.placed:
        return -1.2
    initial = len(scene.low[at]) == 1 and at + 1 < len(scene.low) and scene.low[at + 1] in scene.grammar.given
    return 1.5 if initial else 0


def _may_be_name(scene: Scene, at: int) -> bool:
    word = scene.low[at]
    if scene.words[at][:1].isupper():
        return True
    return word in NAME_PARTS or (word == "." and at > 0 and len(scene.words[at - 1]) <= 2)


NAME_PARTS = frozenset({"bin", "binti", "'", "’", "dr", "al", "el", "de", "van", "von", "dan", "der", "ibn"})
