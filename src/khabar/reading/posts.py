"""Posts: where a role ends and the office begins."""

import re

from khabar.language.lexicon import Hit
from khabar.reading.names import OFFICES
from khabar.reading.scene import BREAKS, Range, Scene

ROMAN = re.compile(r"[ivx]+")
POSSESSIVE = re.compile(r"(?:['’]s|s['’])$", re.IGNORECASE)


def is_office(scene: Scene, hit: Hit) -> bool:
    """Whether a hit heads an office's name: general words (team, group) only with a capital."""
    if hit.entry.category not in OFFICES:
        return False
    return scene.capital(hit.start) or not hit.entry.attributes.get("capital")


def without_link(scene: Scene, role: Range) -> Range:
    """A post without the small word that leads to its office."""
    first, last = role
    while last - 1 > first and (
        scene.low[last - 1] in scene.grammar.links
        or scene.low[last - 1] in BREAKS
        or scene.low[last - 1] in scene.grammar.prepositions
        or scene.low[last - 1] in scene.grammar.determiners
    ):
        last -= 1
    return first, last


def role_end(scene: Scene, role: Hit, hits: list[Hit], last: int) -> int:
    """Where a post ends and the office begins.

    At the head of the office; a part of an office (faculty, council) belongs to the post where a whole one follows. Where no
    office is named by its head, at a proper name, unless the post is that of a place.
    """
    if scene.grammar.office_in_genitive:
        return _end_before_genitive(scene, role, hits, last)
    of_place = any(h.entry.attributes.get("place") for h in hits if h.entry.category == "role" and h.start < last)
    if of_place and "/" in scene.low[role.end : last]:
        return last
    heads = [h for h in hits if is_office(scene, h) and role.end <= h.start < last and not _in_brackets(scene, h)]
    head = _body(role, heads)
    if head is not None and head.entry.attributes.get("closed") and head.end < last and scene.capital(head.end):
        return head.end
    if head is not None:
        return _with_adjectives(scene, role.end, head.start)
    posts = {i for h in hits if h.entry.category == "role" for i in range(h.start, h.end)}
    for at in range(role.end, last):
        if at not in posts and scene.capital(at) and not of_place and not _post_word(scene, at):
            return at
    return last


def _body(role: Hit, heads: list[Hit]) -> Hit | None:
    """The office that a post belongs to: the first whole one, but the one above it where the post is at the head of a unit.

    `Kepala Badan Ketahanan Pangan | Kementerian Pertanian`, `Ketua Komisi II | DPR`; but `peneliti | Pusat Studi Kota Universitas Lumbir`.
    """
    whole = next((h for h in heads if not h.entry.attributes.get("part")), None)
    if whole is not None and role.entry.attributes.get("leads"):
        return next((h for h in heads if h.start > whole.start and h.entry.attributes.get("above")), whole)
    return whole or (heads[0] if heads else None)


def _in_brackets(scene: Scene, head: Hit) -> bool:
    """`Badan Legislasi (Baleg) DPR`: an abbreviation of what stands before."""
    return head.start > 0 and scene.low[head.start - 1] == "("


def past_adjectives(scene: Scene, first: int, hits: list[Hit]) -> int:
    """«Главный санитарный врач»: the post behind the adjectives that stand before it; `first` where there are none."""
    endings = scene.grammar.adjective_endings
    at = first
    while endings and at < first + MOST_ADJECTIVES and scene.low[at].endswith(endings):
        at += 1
        if any(h.start == at and h.entry.category == "role" for h in hits):
            return at
        if at >= len(scene.low):
            break
    return first


MOST_ADJECTIVES = 3


def _end_before_genitive(scene: Scene, role: Hit, hits: list[Hit], last: int) -> int:
    """Where a post ends that its office follows in the genitive: behind «заместитель главы», before a body («президент | компании»)."""
    end, of_place, stands_in = role.end, *_sort(role)
    posts = {h.start: h for h in hits if h.entry.category == "role"}
    while (at := past_adjectives(scene, end, hits)) in posts and (stands_in or posts[at].entry.attributes.get("rank")):
        end = posts[at].end
        of_place, stands_in = _sort(posts[at])
    if end < last and scene.low[end] in scene.grammar.post_links:
        return _before_ranks(hits, end, last)
    named = any(scene.capital(i) for i in range(end, last))
    if (
        not of_place
        or any(scene.quoted[i] for i in range(end, last))
        or (not named and any(h.end == end and h.entry.attributes.get("territory") for h in hits))
    ):
        return end
    body = min((h.start for h in hits if h.start == end and is_office(scene, h)), default=None)
    return body if body is not None else _before_ranks(hits, end, last)


def _before_ranks(hits: list[Hit], first: int, last: int) -> int:
    """The end of a post, before a rank at its end."""
    return min(
        (h.start for h in hits if h.entry.attributes.get("rank") and first <= h.start and h.end == last), default=last
    )


def _sort(role: Hit) -> tuple[bool, bool]:
    """Whether what follows a post is a part of it («министр обороны»), and whether it stands in for another («заместитель»)."""
    return bool(role.entry.attributes.get("place")), bool(role.entry.attributes.get("deputy"))


def _with_adjectives(scene: Scene, first: int, head: int) -> int:
    """The head with the capitals before it, where the language puts adjectives first («Национального института»)."""
    while not scene.grammar.clitics and head - 1 >= first and scene.capital(head - 1):
        head -= 1
    return head


def _post_word(scene: Scene, at: int) -> bool:
    """Whether a word with a capital is a common word of posts rather than a proper name."""
    low = scene.low[at]
    return low in scene.grammar.post_words or not low.isalpha() or (len(low) <= 3 and ROMAN.fullmatch(low) is not None)


def post(scene: Scene, first: int, last: int, hits: list[Hit]) -> tuple[Range | None, Range | None]:
    """Role and affiliation in a phrase without a name.

    Where the language puts the office before the post (`health ministry spokesman`) or behind a preposition (`head of the
    institute`), both are tried; else the office is what follows the post.
    """
    hits = _outermost([h for h in hits if first <= h.start and h.end <= last])
    roles = [h for h in hits if h.entry.category == "role"]
    if not roles:
        return None, None
    if scene.grammar.affiliation_first:
        return _post_with_office_before(scene, first, last, hits)
    start = roles[0].start
    cut = role_end(scene, roles[0], hits, last)
    role = without_link(scene, (start, cut))
    if cut < last:
        return role, scene.trim(cut, last)
    return role, scene.trim(first, start) if start > first else None


def _outermost(hits: list[Hit]) -> list[Hit]:
    """Hits that lie in no longer post: `army` and `chief` in `army chief` are none of their own."""
    posts = [h for h in hits if h.entry.category == "role" and h.end - h.start > 1] if len(hits) > 1 else []
    if not posts:
        return hits
    return [
        h
        for h in hits
        if not any(
            p is not h and p.start <= h.start and h.end <= p.end and p.end - p.start > h.end - h.start for p in posts
        )
    ]


def _post_with_office_before(scene: Scene, first: int, last: int, hits: list[Hit]) -> tuple[Range | None, Range | None]:
    while first < last and scene.low[first] in scene.grammar.determiners:
        first += 1
    head = _head(scene, first, last)
    roles = [h for h in hits if h.entry.category == "role" and h.start < head] or [
        h for h in hits if h.entry.category == "role"
    ]
    role = roles[-1]
    cut = max(_office_before(scene, first, role.start, hits), _capitals_before(scene, first, role.start))
    behind = _office_behind(scene, role.end, last, hits)
    begin = max(first, cut)
    ends = role.end if behind or not _lower_to(scene, role.end, last) else last
    domain = _domain_behind(scene, role.end, last, behind)
    if domain is not None:
        ends, behind = domain, None
    affiliation = behind or ((first, cut) if cut > first else None)
    return (min(begin, role.start), ends), affiliation


def _domain_behind(scene: Scene, first: int, last: int, behind: Range | None) -> int | None:
    """`Commissioner for Education`: the end of what a post is responsible for, where no office is named behind it."""
    if behind is None or any(h.entry.category in OFFICES and h.start >= first for h in scene.hits if h.end <= last):
        return None
    domains = scene.sentence.of["office_domain"]
    return next((h.end for h in domains if h.start == behind[0] and h.end == last), None)


def _head(scene: Scene, first: int, last: int) -> int:
    """Where the first preposition stands: the post is before it."""
    return next((i for i in range(first, last) if scene.low[i] in scene.grammar.office_links), last)


def _lower_to(scene: Scene, first: int, last: int) -> bool:
    return all(not scene.capital(i) for i in range(first, last))


def _office_before(scene: Scene, first: int, last: int, hits: list[Hit]) -> int:
    """The end of the office that stands before a post: behind a possessive, or behind an office's head."""
    for at in range(last - 1, first - 1, -1):
        if POSSESSIVE.search(scene.low[at]):
            return at + 1
    return max((h.end for h in hits if is_office(scene, h) and first <= h.start and h.end <= last), default=first)


WHEREABOUTS = frozenset({"in", "from"})
"""Behind these a bare name is a place."""


def office_of(scene: Scene, first: int, last: int, hits: list[Hit]) -> Range | None:
    """`a source in the rural hospital`: the office behind the first preposition of a phrase without a post."""
    link = _head(scene, first, last)
    return _office_behind(scene, link, last, hits) if link < last else None


def past_titles(scene: Scene, first: int, last: int) -> int:
    """`Superintendent of Police (SP) Jane Roe`, `advocate Jane Roe`: where the name begins behind posts and ranks."""
    titles = [h for h in scene.hits if h.entry.category in {"role", "rank"}]
    while (end := max((h.end for h in titles if h.start == first and h.end < last), default=0)) > 0:
        first = end + (scene.low[end] == ".")
        if first + 2 < last and scene.low[first] == "of" and scene.capital(first + 1):
            first += 2
        if first + 3 < last and scene.low[first] == "(" and scene.low[first + 2] == ")":
            first += 3
    return first


def _capitals_before(scene: Scene, first: int, last: int) -> int:
    """`UN humanitarian coordinator`, `Doctors Without Borders coordinator`: the end of a name in capitals before a post in small letters."""
    at = first
    while at < last and scene.capital(at) and scene.sentence.starts[at] not in scene.placed:
        at += 1
    acronym = at - first == 1 and len(scene.words[first]) > 1 and scene.words[first].isupper()
    small = at < len(scene.words) and not scene.capital(last)
    return at if small and (at - first > 1 or acronym) else first


def _office_behind(scene: Scene, first: int, last: int, hits: list[Hit]) -> Range | None:
    """`of the institute`, `for the Royal Infirmary`."""
    if first >= last or scene.low[first] not in scene.grammar.office_links:
        return None
    start = first + 1
    while start < last and scene.low[start] in scene.grammar.determiners:
        start += 1
    whereabouts = scene.low[first] in scene.grammar.located or scene.low[first] in WHEREABOUTS
    named = (
        start < last and scene.capital(start) and scene.sentence.starts[start] not in scene.placed and not whereabouts
    )
    of_place = any(h.entry.attributes.get("place") and h.end == first for h in hits)
    if any((is_office(scene, h) or h.entry.category == "collective") and start <= h.start < last for h in hits) or (
        named and not of_place
    ):
        return start, last
    return None
