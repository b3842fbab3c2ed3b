"""Noun phrases that are sources: a person's name apart from role and affiliation.

Role and affiliation stand before the name (`Kepala Dinas Kesehatan Jane Roe`, `health ministry spokesman Jane Roe`, «глава МЧС
Анна Рой») or behind it, after a comma (`Jane Roe, head of the fire service,`). Where a run of capitals holds an office and a name, the
name begins after the last word that is known to belong to offices or places, or where a word stands that the report uses alone elsewhere.
"""

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
    comma = _comma(scene, first, last)
    if comma is not None and _is_name(scene, hits, first, comma):
        return _beside(scene, (first, comma), (comma + 1, last))
    medium = _first(hits, "medium", first)
    if medium is not None:
        return _named_medium(scene, phrase, medium)
    role = _first(hits, "role", first)
    if role is not None:
        party = _role_first(scene, phrase, role, hits, alone)
        if party is not None:
            return party
    if _is_name(scene, hits, first, last):
        name = _without_brackets(scene, first, last)
        return _beside(scene, name, apposition) if apposition else Party(source=name)
    return Party(source=_without_brackets(scene, first, last), kind=kind(scene, hits, phrase))


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
    if any(h.start == first and h.entry.category in NOT_NAMES for h in hits):
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
    party = Party(source=_without_brackets(scene, *name))
    if apposition is None:
        return party
    first, last = scene.trim(*apposition)
    while first < last and scene.low[first] in scene.grammar.determiners:
        first += 1
    hits = [h for h in scene.sentence.hits if first <= h.start and h.end <= last]
    roles = [h for h in hits if h.entry.category == "role"]
    if not roles:
        return party
    start = roles[0].start
    office = _office_behind(scene, hits, start, last)
    party.role = scene.trim(start, office[0] if office else last)
    if office:
        party.affiliation = scene.trim(*office)
        party.role = _without_link(scene, party.role)
    elif start > first:
        party.affiliation = scene.trim(first, start)
    return party


def _office_behind(scene: Scene, hits: list[Hit], start: int, last: int) -> Range | None:
    for hit in hits:
        if _is_office(scene, hit) and hit.start > start:
            first = hit.start
            while first - 1 > start and (scene.capital(first - 1) and scene.low[first - 1] not in scene.grammar.links):
                first -= 1
            return first, last
    return None


def _is_office(scene: Scene, hit: Hit) -> bool:
    """Whether a hit heads an office's name: general words (team, group) only with a capital."""
    if hit.entry.category not in OFFICES:
        return False
    return not hit.entry.attributes.get("capital") or scene.capital(hit.start)


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
    office = next((h.start for h in hits if _is_office(scene, h) and role.end <= h.start < name[0]), None)
    party = Party(source=name)
    before = scene.trim(first, name[0])
    if office is None:
        party.role = before
    else:
        party.role = _without_link(scene, scene.trim(first, office))
        party.affiliation = scene.trim(office, name[0])
    return party


def _tail_name(scene: Scene, first: int, last: int, hits: list[Hit], alone: frozenset[str]) -> Range | None:
    """The name at the end of a phrase, or None where the phrase ends in an office."""
    name = _without_brackets(scene, first, last)
    end = name[1]
    at = end
    while at > first and _may_be_name(scene, at - 1):
        at -= 1
    known = {
        i
        for h in hits
        if h.entry.category in ("organisation", "role", "medium", "rank", "place_word")
        for i in range(h.start, h.end)
    }
    start = at
    for i in range(at, end):
        if (
            i in known
            or scene.low[i] in scene.grammar.office_words
            or (scene.words[i].isupper() and len(scene.words[i]) > 2)
        ) or (i and scene.low[i - 1] in scene.grammar.place_heads):
            start = i + 1
        elif scene.low[i] in alone and start < i < end - 1:
            start = i
            break
    while start < end and scene.low[start] in scene.grammar.links and scene.low[start] not in ("dr", "drg"):
        start += 1
    return (start, end) if start < end else None


def _may_be_name(scene: Scene, at: int) -> bool:
    word = scene.low[at]
    return (
        (scene.capital(at) and word.isalpha())
        or ("-" in word and scene.capital(at))
        or word in ("bin", "binti", "'", "’", "dr", "al")
        or (word == "." and at > 0 and len(scene.words[at - 1]) <= 2)
        or ("’" in word and scene.capital(at))
        or ("'" in word and scene.capital(at))
    )
