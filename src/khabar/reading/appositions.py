"""Appositions: the parts between commas before a cue, and which of them stands beside the subject."""

from khabar.reading.phrases import headed_by
from khabar.reading.scene import CLOSING, OPENING, Range, Scene

LOCATED = frozenset({"organisation", "medium", "collective"})
PLACE_WORDS = 3
"""So many words at most has the region behind a town."""

LIST_MEMBER = 4
"""So many tokens at most has a member between two commas in the name of an office."""


def over_apposition(scene: Scene, parts: list[Range], at: int) -> tuple[int, Range | None]:
    """`Jan Doe, head of the ministry, said`: back over what stands between the two commas."""
    back, name = at - 2, (parts[at - 1][0] if at else 0)
    while back >= 0 and (is_modifier(scene, parts[back]) or (back and _places(scene, parts[back - 1], parts[back]))):
        back -= 1
    if back < 0 or _introduces(scene, parts[back]) or parts[back][0] == parts[back][1]:
        return at - 1, None
    if back and _is_post(scene, parts[back]) and _is_run_of_capitals(scene, parts[back - 1]):
        return back - 1, parts[back]
    placed = back + 2 < at and _places(scene, parts[back], parts[back + 1])
    return back, (name if placed else parts[back + 1][0], parts[at - 1][1])


def _is_post(scene: Scene, part: Range) -> bool:
    return any(h.entry.category == "role" and h.start == part[0] for h in scene.hits)


def _is_run_of_capitals(scene: Scene, part: Range) -> bool:
    """`Jane Roe`, `Sementara Jane Roe`: a name, at most behind a connective."""
    first, last = part
    while first < last and scene.low[first] in scene.grammar.leads:
        first += 1
    return first < last and all(scene.capital(i) or scene.low[i] in scene.grammar.links for i in range(first, last))


def is_modifier(scene: Scene, part: Range) -> bool:
    """`di Jakarta`, `who leads it`, `on Friday`: no subject of its own."""
    if part[0] >= part[1]:
        return True
    first = part[0] + (scene.low[part[0]] in scene.grammar.joins and part[1] - part[0] > 1)
    word = scene.low[first]
    if word in scene.grammar.located and headed_by(scene, part[0] + 1, *LOCATED):
        return False
    if scene.grammar.leads.issuperset(scene.low[slice(*part)]):
        return True
    return word in scene.grammar.modifiers or scene.time(first) or word in OPENING


def _places(scene: Scene, before: Range, part: Range) -> bool:
    """`Kepala Polres Lumbir, Jawa Barat, Jane Roe,`: a place between commas behind a post tells only where the post is."""
    hits = scene.sentence.hits
    posted = any(h.entry.category == "role" and before[0] <= h.start < before[1] for h in hits)
    titled = any(h.entry.category in {"role", "rank"} and part[0] <= h.start < part[1] for h in hits)
    placed = scene.sentence.starts[before[1] - 1] in scene.placed
    return (
        posted and placed and not titled and part[1] - part[0] <= PLACE_WORDS and all(map(scene.capital, range(*part)))
    )


def _introduces(scene: Scene, part: Range) -> bool:
    first, last = part
    while first < last and scene.low[first] in scene.grammar.leads:
        first += 1
    return first >= last or scene.low[first] in scene.grammar.introductions


def bare_apposition(scene: Scene, before: Range, part: Range) -> bool:
    """`Gabriel (60), penjual air menuturkan`: a name, a comma, and a lower-case post without a second comma."""
    if scene.grammar.leads.issuperset(scene.low[slice(*before)]):
        return False
    if before[1] - before[0] > 6 or before[1] <= before[0] or _introduces(scene, before):
        return False
    if any(h.start == before[0] and h.entry.category == "cue" for h in scene.hits):
        return False  # a relay leads the sentence
    last = scene.low[before[1] - 1]
    named = all(
        scene.capital(i) or scene.low[i] in OPENING or scene.low[i] in CLOSING or scene.low[i].isdigit()
        for i in range(*before)
    )
    first = part[0]
    return (
        named
        and (last in CLOSING or scene.capital(before[1] - 1))
        and not scene.capital(first)
        and scene.low[first] not in scene.grammar.pronouns
        and (scene.low[first] not in scene.grammar.determiners or _posted(scene, first + 1))
    )


POST = 12
"""So many tokens at most has a post before a name."""


def post_before(scene: Scene, before: Range, part: Range) -> bool:
    """`…, the coast's health minister, Jane Roe said`, `Kepala Dinas Kesehatan Lima, dokter Jane Roe mengatakan`: a post, a comma, a name.

    The post must be all of its part: it ends it in English, begins it elsewhere, and no verb stands in it.
    """
    first, last = before
    while first < last and scene.low[first] in scene.grammar.leads:
        first += 1
    if scene.grammar.office_in_genitive:
        return False  # no comma there
    if not 0 < last - first <= POST or _introduces(scene, before) or any(first <= v < last for v in scene.verbs):
        return False
    roles = [h for h in scene.hits if h.entry.category == "role" and first <= h.start and h.end <= last]
    if scene.grammar.affiliation_first:
        post = any(h.end == last for h in roles) and _names_office(scene, first, roles[-1].start)
    else:
        post = any(h.start == first for h in roles)
    return post and _named_alone(scene, part)


def _names_office(scene: Scene, first: int, last: int) -> bool:
    """Whether the words before a role only say of what: `the`, `eastern Libya's health`."""
    offices = {i for h in scene.hits if h.entry.category in LOCATED for i in range(h.start, h.end)}
    return all(
        scene.low[i] in scene.grammar.determiners or scene.low[i] in {"'s", "’s", "'", "’"} or i in offices
        or (scene.capital(i) and i > 0) or scene.sentence.starts[i] in scene.placed or (i + 1 < last and scene.capital(i + 1))
        or i == last - 1
        for i in range(first, last)
    )  # fmt: skip


def _named_alone(scene: Scene, part: Range) -> bool:
    """Whether a part is a name, at most behind a rank."""
    first, last = part
    rank = next((h for h in scene.hits if h.entry.category == "rank" and h.start == first), None)
    first = rank.end if rank is not None and rank.end < last else first
    return 0 < last - first <= 5 and all(
        scene.capital(i) or scene.low[i] in scene.grammar.links for i in range(first, last)
    )


def _posted(scene: Scene, at: int) -> bool:
    """`seorang aktivis`: whether a post or occupation begins at a token."""
    return any(h.entry.category == "role" and h.start == at for h in scene.sentence.hits)


def comma_parts(scene: Scene, start: int, end: int) -> list[Range]:
    """The parts of a range between commas that stand in no bracket and no quotation."""
    if "," not in scene.low[start:end]:
        return [(start, end)]
    parts: list[Range] = []
    depth = 0
    first = start
    for at in range(start, end):
        word = scene.low[at]
        if word in OPENING:
            depth += 1
        elif word in CLOSING:
            depth -= 1
        elif word == "," and depth <= 0 and not scene.quoted[at]:
            parts.append((first, at))
            first = at + 1
    parts.append((first, end))
    return parts


def enumerated(scene: Scene, parts: list[Range]) -> list[Range]:
    """The parts, with the name of an office that counts up several things kept as one: `Pusat Data, Informasi, dan Humas`."""
    out: list[Range] = []
    for part in parts:
        if len(out) > 1 and _closes_list(scene, out[-2], out[-1], part):
            _, last = out.pop(), out.pop()
            out.append((last[0], part[1]))
        else:
            out.append(part)
    return out


def _closes_list(scene: Scene, first: Range, middle: Range, last: Range) -> bool:
    office = any(
        h.entry.category in {"role", "organisation"} and first[0] <= h.start < first[1] for h in scene.sentence.hits
    )
    if not office or not 0 < middle[1] - middle[0] <= LIST_MEMBER or last[1] - last[0] < LIST_MEMBER - 2:
        return False
    capitals = all(scene.capital(i) or scene.low[i] in scene.grammar.links for i in range(*middle))
    return (
        capitals
        and scene.capital(first[1] - 1)
        and scene.low[last[0]] in scene.grammar.links
        and scene.capital(last[0] + 1)
    )
