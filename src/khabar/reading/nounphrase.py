"""Noun phrases that are sources: a person's name apart from role and affiliation.

Role and affiliation stand before the name (`Kepala Dinas Kesehatan Jane Roe`, `health ministry spokesman Jane Roe`, «глава МЧС
Анна Рой») or behind it, after a comma (`Jane Roe, head of the fire service,`). Where a run of capitals holds an office and a name, the
name begins after the last word that is known to belong to offices or places, or where a word stands that the report uses alone elsewhere.
"""

import msgspec

from khabar.language.lexicon import Hit
from khabar.model.reading import SourceKind
from khabar.reading.names import is_name, last_name, tail_name, without_brackets
from khabar.reading.posts import is_office, office_of, past_adjectives, past_titles, post, role_end, without_link
from khabar.reading.scene import BREAKS, CLOSING, OPENING, Range, Scene


class Party(msgspec.Struct, gc=False):
    """Who speaks: token ranges of the name (or of the whole phrase), role and affiliation; a rank that stands behind the affiliation."""

    source: Range
    role: Range | None = None
    affiliation: Range | None = None
    rank: Range | None = None
    kind: SourceKind = "person"
    named: bool = False


class Phrase(msgspec.Struct, gc=False):
    """A noun phrase under analysis.

    Attributes:
        span: its tokens.
        beside: what stands beside it between commas, if anything.
        hits: what the lexicon found in it.
        alone: words that the report uses alone for a person elsewhere (surnames).
    """

    span: Range
    beside: Range | None
    hits: list[Hit]
    alone: frozenset[str]


def split(scene: Scene, phrase: Range, apposition: Range | None, alone: frozenset[str]) -> Party:
    """The parts of a source: name, role, affiliation, and what kind of source it is."""
    first, last = phrase
    if last - first == 1 and scene.low[first] in scene.grammar.pronouns:
        return Party(source=phrase)
    hits = [h for h in scene.hits if first <= h.start and h.end <= last]
    comma = _comma(scene, first, last)
    if (
        apposition is None
        and comma is not None
        and first < comma
        and is_name(scene, hits, comma + 1, last)
        and not is_name(scene, hits, first, comma)
    ):
        phrase, apposition = (first, comma), (comma + 1, last)
        hits = [h for h in hits if h.end <= comma]
    belongs = _belongs(scene, phrase, hits) if apposition is None else None
    if belongs is not None:
        phrase = (first, belongs)
    within = hits if belongs is None else [h for h in hits if h.end <= belongs]
    whole = Phrase(span=phrase, beside=apposition, hits=within, alone=alone)
    for reader in (_name_first, _office_first, _medium_first, _post_first, _calling_first, _name_alone):
        party = reader(scene, whole)
        if party is not None and party.source[0] < party.source[1]:
            if belongs is not None and party.affiliation is None:
                party.affiliation = office_of(scene, belongs, last, hits)
            return _without_rank(scene, party)
    return _nameless(scene, whole)


def _belongs(scene: Scene, phrase: Range, hits: list[Hit]) -> int | None:
    """`Captain Jane Roe of the harbour police`: the preposition between a name and the office that it belongs to."""
    first, last = phrase
    words = scene.grammar.belonging
    if not words or words.isdisjoint(scene.low[first + LEAST_NAME : last]):
        return None
    link = next((i for i in range(first + LEAST_NAME, last) if scene.low[i] in words), None)
    if link is None:
        return None
    name = past_titles(scene, first, link)
    if link - name < LEAST_NAME or not is_name(scene, hits, name, link) or not scene.capital(link - 1):
        return None
    return link if office_of(scene, link, last, hits) is not None else None


LEAST_NAME = 2


def _without_rank(scene: Scene, party: Party) -> Party:
    """A rank before the name belongs to the role where the language says so."""
    if not party.named or not scene.grammar.rank_is_role:
        return party
    first, last = party.source
    rank = next((h for h in scene.hits if h.entry.category == "rank" and h.start == first and h.end < last), None)
    if rank is not None:
        end = rank.end + (scene.low[rank.end] == ".")
        party.source = (end, last)
        if party.role is None:
            party.role = (rank.start, rank.end)
        else:
            party.rank = party.rank or (rank.start, rank.end)
    return party


def _name_first(scene: Scene, phrase: Phrase) -> Party | None:
    """`Jane Roe, head of the fire service`."""
    first, last = phrase.span
    comma = _comma(scene, first, last)
    if comma is None or not is_name(scene, phrase.hits, first, comma):
        return None
    return _beside(scene, (first, comma), (comma + 1, last))


def _medium_first(scene: Scene, phrase: Phrase) -> Party | None:
    """`Saluran TV pemerintah Kanal 5`, «телеканал «Волна»»: the name without the word for what it is."""
    first, last = phrase.span
    medium = _first(phrase.hits, "medium", first) or _generic(phrase.hits, first)
    if medium is None:
        return None
    meaning: SourceKind = "medium" if medium.entry.category == "medium" else "office"
    at = medium.end
    while at < last and not scene.capital(at) and not scene.quoted[at]:
        at += 1
    placed = all(scene.sentence.starts[i] in scene.placed for i in range(at, last))  # televisi pemerintah Iran
    if at >= last or placed or (at == medium.end and scene.capital(first) and not scene.quoted[at]):
        return Party(source=phrase.span, kind=meaning)
    return Party(source=(at, last), kind=meaning)


def _generic(hits: list[Hit], at: int) -> Hit | None:
    for hit in hits:
        if hit.start == at and hit.entry.attributes.get("generic"):
            return hit
    return None


def _office_first(scene: Scene, phrase: Phrase) -> Party | None:
    """`residents’ association secretary Pat Lowe`, `The regional commander, Jane Roe,`."""
    if not scene.grammar.affiliation_first:
        return None
    first, last = phrase.span
    roles = [h for h in phrase.hits if h.entry.category == "role"]
    beside = scene.trim(*phrase.beside) if phrase.beside is not None else None
    name = (past_titles(scene, *beside), beside[1]) if beside is not None else None
    named = beside is not None and name is not None and is_name(scene, scene.hits, *name) and not _is_place(scene, name)
    if beside and name and named and not is_name(scene, phrase.hits, first, last):
        party = _titled(scene, phrase, name)
        party.rank = (beside[0], name[0]) if name[0] > beside[0] else None
        return party
    if not roles:
        return None
    role = next((h for h in reversed(roles) if h.end < last and is_name(scene, phrase.hits, h.end, last)), None)
    if role is None:
        return None
    party = Party(source=without_brackets(scene, role.end, last), named=True)
    party.role, party.affiliation = post(scene, first, role.end, phrase.hits)
    return party


def _is_place(scene: Scene, name: Range) -> bool:
    """`Authorities in Accra, Ghana, said`: what stands between the commas only tells where that is."""
    return all(scene.sentence.starts[i] in scene.placed for i in range(*name))


def _titled(scene: Scene, phrase: Phrase, name: Range) -> Party:
    """`The magistrate, Jane Roe,`: what stands before the name is the post, whatever it is."""
    first, last = phrase.span
    party = Party(source=without_brackets(scene, *name), named=True)
    party.role, party.affiliation = post(scene, first, last, phrase.hits)
    if party.role is None:
        while first < last and scene.low[first] in scene.grammar.determiners:
            first += 1
        party.role = (first, last) if first < last else None
    return party


def _post_first(scene: Scene, phrase: Phrase) -> Party | None:
    """`Kepala Dinas Kesehatan Jane Roe`; where a headline ran into the sentence, from the post on."""
    first, last = phrase.span
    while first < last and scene.low[first] in scene.grammar.determiners:
        first += 1
    role = _first(phrase.hits, "role", past_adjectives(scene, first, phrase.hits))
    start = first
    if role is None:
        role = _later_role(scene, phrase.hits)
        if role is None or _first(phrase.hits, "organisation", first) is not None:
            return None
        start = role.start
    if phrase.beside is not None and is_name(scene, scene.hits, *scene.trim(*phrase.beside)):
        return _role_beside(scene, (start, last), role, phrase)
    return _role_first(scene, (start, last), role, phrase)


def _later_role(scene: Scene, hits: list[Hit]) -> Hit | None:
    """The post that stands anywhere in a phrase, where the language lets other words run in before it."""
    if scene.grammar.clitics:
        return next((h for h in hits if h.entry.category == "role" and scene.capital(h.start)), None)
    return next((h for h in hits if h.entry.category == "role"), None) if scene.grammar.verb_first else None


def _role_beside(scene: Scene, span: Range, role: Hit, phrase: Phrase) -> Party:
    """`Pengajar sosiologi Universitas X (UX), Jane Roe, mengatakan`: the name as the apposition."""
    name = scene.trim(*(phrase.beside or span))
    cut = role_end(scene, role, phrase.hits, span[1])
    party = Party(source=without_brackets(scene, *name), role=without_link(scene, (span[0], cut)), named=True)
    if cut < span[1]:
        party.affiliation = scene.trim(cut, span[1])
    return party


def _role_first(scene: Scene, span: Range, role: Hit, phrase: Phrase) -> Party | None:
    """`Kepala Pusat Penerangan Kementerian Dalam Negeri Bahtiar`: role, affiliation, then the name."""
    first, last = span
    if role.end < last and first > phrase.span[0] and scene.low[role.end] in scene.grammar.office_links:
        return None
    name = tail_name(scene, role.end, last, phrase.hits, phrase.alone)
    if name is None or _is_governed_place(scene, role, name, phrase.alone):
        return None
    if name[0] - 1 > role.end and scene.low[name[0] - 1] in scene.grammar.name_titles:
        name = (name[0] - 1, name[1])
    if scene.grammar.title_with_name and role.entry.attributes.get("place") and name == (role.end, role.end + 1):
        return Party(source=(first, name[1]), named=True)
    party = Party(source=name, named=True)
    end = scene.trim(first, name[0])[1]
    cut = role_end(scene, role, phrase.hits, end)
    party.role = without_link(scene, (first, cut))
    before = _before_rank(scene, cut, end, phrase.hits)
    if cut < before:
        party.affiliation = scene.trim(cut, before)
    if before < end and before >= cut:
        party.rank = (before, end)
    return party


def _before_rank(scene: Scene, first: int, last: int, hits: list[Hit]) -> int:
    """«пресс-секретарь армии бригадный генерал Анна Рой»: the end of the office, before a second post."""
    if not scene.grammar.office_in_genitive:
        return last
    ranks = (h for h in hits if h.entry.attributes.get("rank"))
    return min((h.start for h in ranks if first <= h.start and h.end == last), default=last)


def _calling_first(scene: Scene, phrase: Phrase) -> Party | None:
    """`tukang becak Rahmat Wijaya`, «продавец льда Иван Рой»: small words that no lexicon has, right before a name, are a calling."""
    first, last = phrase.span
    g, low = scene.grammar, scene.low
    while first < last and low[first] in g.determiners:
        first += 1
    name = first
    while name < last and low[name].isalpha() and not scene.capital(name) and low[name] not in g.small:
        name += 1
    if not first < name <= min(last - 1, first + LONGEST_CALLING) or not scene.capital(name):
        return None
    if any(h.start < last and h.end > first and h.entry.category in NO_CALLING for h in phrase.hits):
        return None
    if any(h.start < name and h.end > first and h.entry.category == "cue" for h in scene.sentence.hits):
        return None
    if g.calling_endings and not low[name - 1].endswith(g.calling_endings):
        return None
    alone = last - name == 1 and low[name] not in phrase.alone and low[name] not in g.given
    if (
        alone
        or not is_name(scene, phrase.hits, name, last)
        or any(scene.sentence.starts[i] in scene.placed for i in range(name, last))
    ):
        return None
    post_start = min((h.start for h in phrase.hits if h.entry.category == "role" and h.end == name), default=first)
    return Party(source=without_brackets(scene, name, last), role=(post_start, name), named=True)


LONGEST_CALLING = 3
NO_CALLING = frozenset({"organisation", "medium", "medium_name", "document", "unnamed", "state_medium", "news_medium"})


def _is_governed_place(scene: Scene, role: Hit, name: Range, alone: frozenset[str]) -> bool:
    """«губернатор Синда»: one unknown capital right behind the post of a place is the place, not a name."""
    g, low = scene.grammar, scene.low[name[0]]
    if not g.office_in_genitive or not role.entry.attributes.get("place") or name != (role.end, role.end + 1):
        return False
    return low not in alone and low not in g.given and not low.endswith(g.name_endings)


def _name_alone(scene: Scene, phrase: Phrase) -> Party | None:
    first, last = phrase.span
    beside = scene.trim(*phrase.beside) if phrase.beside is not None else None
    if (
        beside is not None
        and scene.grammar.clitics
        and _is_common(scene, phrase)
        and is_name(scene, scene.hits, *beside)
    ):
        return Party(source=without_brackets(scene, *beside), named=True)
    if is_name(scene, phrase.hits, first, last):
        return _beside(scene, without_brackets(scene, first, last), phrase.beside)
    if not scene.grammar.clitics:
        return None
    behind = last_name(scene, phrase.span, phrase.hits, phrase.alone)
    return None if behind is None else Party(source=behind, named=True)


def _is_common(scene: Scene, phrase: Phrase) -> bool:
    """`anaknya`: a noun without a name and an article, of nobody that speaks for others."""
    first, last = phrase.span
    headed = any(h.start <= first + 1 and h.entry.category in NO_CALLING for h in phrase.hits)
    return (
        not headed
        and scene.low[first] not in scene.grammar.determiners
        and not any(scene.capital(i) for i in range(first + (first == 0), last))
    )


def _nameless(scene: Scene, phrase: Phrase) -> Party:
    """`a spokeswoman for the hospital`: the whole phrase, with post and office marked inside where the language wants it."""
    first, last = phrase.span
    party = Party(source=without_brackets(scene, first, last), kind=kind(scene, phrase.hits, phrase.span))
    if scene.grammar.affiliation_first:
        if party.kind == "document":
            return party
        party.role, party.affiliation = post(scene, first, last, phrase.hits)
        heads = [
            h
            for h in phrase.hits
            if h.entry.category == "role" and party.role and party.role[0] <= h.start and h.end <= party.role[1]
        ]
        if heads:
            party.role = max(((h.start, h.end) for h in heads), key=lambda r: (r[1], r[1] - r[0]))
        if party.role is None and party.kind in BELONGING:
            party.affiliation = office_of(scene, first, last, phrase.hits)
    return party


BELONGING = frozenset({"unnamed"})


def _beside(scene: Scene, name: Range, apposition: Range | None) -> Party:
    """A name with its role behind it."""
    party = Party(source=without_brackets(scene, *name), named=True)
    if apposition is None:
        return party
    first, last = scene.trim(*apposition)
    if first + 1 < last and scene.low[first].isdigit() and scene.low[first + 1] == ",":
        first += 2
    if first < last and scene.low[first] in scene.grammar.relatives:
        party.affiliation = _headed(scene, first + 1, last)
    while first < last and scene.low[first] in scene.grammar.determiners:
        first += 1
    for at in range(first, last):
        if (
            scene.low[at] in scene.grammar.relatives
            or scene.low[at] in scene.grammar.ages
            or (scene.low[at] == "," and not _bracketed(scene, first, at))
        ):
            last = at
            break
    party.role, behind = post(scene, first, last, scene.hits)
    party.affiliation = behind or party.affiliation
    if party.role is None and party.affiliation is None and scene.grammar.affiliation_first:
        party.affiliation = (
            office_of(scene, first, last, scene.hits) if scene.low[first : first + 1] == ["of"] else None
        )
    return party


def _headed(scene: Scene, at: int, last: int) -> Range | None:
    """`who heads the rescue service`: the office that somebody is said to lead."""
    if at + 1 >= last or scene.low[at] not in scene.grammar.heading:
        return None
    first = at + 1
    while first < last and scene.low[first] in scene.grammar.determiners:
        first += 1
    end = next((i for i in range(first, last) if scene.low[i] in BREAKS or scene.low[i] in scene.grammar.joins), last)
    inner = office_of(scene, first, end, scene.hits)
    if inner is not None:
        return inner
    found = any(is_office(scene, h) and first <= h.start < end for h in scene.hits)
    return (first, end) if found else None


def kind(scene: Scene, hits: list[Hit], phrase: Range) -> SourceKind:
    """What kind of source a phrase is that names no person."""
    found = {h.entry.category for h in hits}
    for category, meaning in KINDS:
        if category in found:
            return meaning
    return "person" if scene.capital(phrase[0]) else "collective"


KINDS: tuple[tuple[str, SourceKind], ...] = (
    ("unnamed", "unnamed"),
    ("document", "document"),
    ("medium", "medium"),
    ("organisation", "office"),
    ("collective", "collective"),
)


def _first(hits: list[Hit], category: str, start: int) -> Hit | None:
    for hit in hits:
        if hit.start == start and hit.entry.category == category:
            return hit
    return None


def _comma(scene: Scene, first: int, last: int) -> int | None:
    if "," not in scene.low[first:last]:
        return None
    return next((i for i in range(first, last) if scene.low[i] == "," and not _bracketed(scene, first, i)), None)


def _bracketed(scene: Scene, first: int, at: int) -> bool:
    return sum((scene.low[i] in OPENING) - (scene.low[i] in CLOSING) for i in range(first, at)) > 0
