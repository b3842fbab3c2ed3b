"""Subjects: the noun phrase before or after a cue, with what stands beside it between commas."""

from khabar.reading.appositions import (
    bare_apposition,
    comma_parts,
    enumerated,
    is_modifier,
    over_apposition,
    post_before,
)
from khabar.reading.phrases import (
    attached,
    headed_by,
    initial,
    inside_post,
    is_lead,
    joins,
    named_behind,
    nameless,
    of_maker,
    past_occasion,
    with_demonstrative,
)
from khabar.reading.scene import BREAKS, CLOSING, HARD_BREAKS, OPENING, QUOTE_MARKS, Range, Scene

LONGEST_SUBJECT = 40
SHORT = 2
"""Longer words in capitals only are no pronouns."""

SPEAKING = frozenset({"role", "organisation", "medium", "collective", "unnamed", "rank"})
LEAST_NAME = 2
ROLE_LIKE = frozenset({"role", "rank"})


def subject_left(scene: Scene, end: int) -> tuple[Range | None, Range | None, int]:
    """The subject that ends before token `end`: its range, its apposition, and where it begins with all before it."""
    if end and scene.low[end - 1] in scene.grammar.nominatives and not _acronym(scene, end - 1):
        return (end - 1, end), None, end - 1
    bounded = end > 0 and scene.low[end - 1] == ","
    start = max(_clause_start(scene, end), 0 if bounded else scene.barrier)
    parts = enumerated(scene, comma_parts(scene, start, end))
    at = len(parts) - 1
    apposition: Range | None = None
    if parts[at][0] == parts[at][1] and at:
        at, apposition = over_apposition(scene, parts, at)
    else:
        while at and is_modifier(scene, parts[at]):
            at -= 1
        if at and bare_apposition(scene, parts[at - 1], parts[at]):
            apposition = parts[at]
            at -= 1
        elif at and post_before(scene, parts[at - 1], parts[at]):
            apposition = parts[at - 1]
    subject = _noun_phrase(scene, parts[at])
    edge = parts[at][0]
    if (
        subject[1] <= subject[0]
        or scene.time(subject[0])
        or not scene.grammar.finite.isdisjoint(scene.low[subject[0] + 1 : subject[1]])
        or subject[1] - subject[0] > LONGEST_SUBJECT
        or (scene.speech(subject[0]) and scene.speech(subject[1] - 1))
    ):
        return None, None, edge
    return subject, apposition, edge


def _acronym(scene: Scene, at: int) -> bool:
    """`the WHO said on Tuesday`: an office in capitals, no pronoun."""
    capitals = len(scene.words[at]) > SHORT and scene.words[at].isupper()
    return capitals and at > 0 and scene.low[at - 1] in scene.grammar.determiners


def _noun_phrase(scene: Scene, part: Range) -> Range:
    """The subject within a part of a clause: without what leads it in, and without a verb that is joined to the cue."""
    g = scene.grammar
    first, last = part
    if g.addressees:
        last = _before_object(scene, first, _before_addressee(scene, first, last))
    if last > first and scene.low[last - 1] in g.joins:
        return _leading_phrase(scene, first, last - 1)
    while last - first > 1 and (
        scene.low[first] in g.joins or (g.verb_first and (scene.low[first] in g.adverbs or _of_a_day(scene, first)))
    ):
        first += 1
    if last - first > 1 and scene.low[first] in g.introductions and not g.clitics:
        located = scene.low[first] in g.located and headed_by(scene, first + 1, "organisation", "medium", "collective")
        found = None if located else _last_phrase(scene, first, last)
        if found is not None:
            return _stripped(scene, *found) if g.verb_first else found
    if g.clitics and scene.low[first:last][:1] and scene.low[first] in g.introductions:
        return _past_introduction(scene, first, last)
    return _stripped(scene, first, last)


def _before_addressee(scene: Scene, first: int, last: int) -> int:
    """«В полиции корреспонденту «Волны» сообщили»: where whoever was told begins, with the name behind the word for them."""
    for at in range(last - 1, max(first, last - FAR_ADDRESSEE), -1):
        if scene.low[at] in scene.grammar.addressees:
            named = all(scene.quoted[i] or scene.capital(i) or scene.low[i] in QUOTE_MARKS for i in range(at + 1, last))
            return at if named else last
    return last


def _before_object(scene: Scene, first: int, last: int) -> int:
    """«В МЧС эти данные опровергли»: where the object with its demonstrative begins behind the subject."""
    if last - first <= LEAST_NAME or scene.low[last - 2] not in scene.grammar.objects:
        return last
    return last - 2 if any(h.end == last and h.start == last - 1 for h in scene.sentence.of["account"]) else last


FAR_ADDRESSEE = 6
"""The word for whoever was told stands at most so many tokens before the verb."""


def _of_a_day(scene: Scene, at: int) -> bool:
    """«3 мая в МЧС сообщили»: a day, a month or a year before the subject."""
    return scene.time(at) or (scene.low[at].isdigit() and scene.time(at + 1))


def last_noun_phrase(scene: Scene, end: int) -> Range | None:
    """`… as they left school activists said.`: where no comma parts it off, the name, post or office right before the cue."""
    g = scene.grammar
    heads = {i for h in scene.hits if h.entry.category in SPEAKING for i in range(h.start, h.end)}
    at = end
    while at and (at - 1 in heads or (scene.capital(at - 1) and at > 1)) and not scene.time(at - 1):
        at -= 1
    if at == end:
        return None
    if at and scene.low[at - 1] in g.determiners:
        at -= 1
    return at, end


def _past_introduction(scene: Scene, first: int, last: int) -> Range:
    """`Pada hari yang sama Kementerian Kesehatan menyebut`: the office or post that begins behind the introduction."""
    heads = (h.start for h in scene.sentence.hits if h.entry.category in SPEAKING and first + 1 < h.start < last)
    start = next(
        (at for at in heads if scene.capital(at) and scene.low[at - 1] not in scene.grammar.introductions), first
    )
    return _stripped(scene, start, last)


def _leading_phrase(scene: Scene, first: int, last: int) -> Range:
    """`Trump thanked his hosts and vowed`: the name or post that the part begins with."""
    g = scene.grammar
    while first < last and scene.low[first] in g.leads:
        first += 1
    heads = {i for h in scene.hits if h.entry.category in SPEAKING for i in range(h.start, h.end)}
    at = first
    while at < last and (
        scene.capital(at) or at in heads or scene.low[at] in g.determiners or (at > first and scene.low[at] in g.links)
    ):
        at += 1
    return first, max(at, min(first + 1, last))


def _last_phrase(scene: Scene, first: int, last: int) -> Range | None:
    """`In Iowa Jane Roe said`: the name at the end, with the post before it."""
    g = scene.grammar
    at = last
    while at > first and (scene.capital(at - 1) or (scene.low[at - 1] in g.links and at < last)):
        if scene.time(at - 1) or scene.low[at - 1] in g.introductions:
            break
        at -= 1
    while at < last and scene.low[at] in scene.grammar.links:
        at += 1
    role = next((h for h in scene.hits if h.entry.category == "role" and first < h.start and h.end <= last), None)
    if role is not None and role.start < at:
        at = role.start
    many = _many_who_speak(scene, first, at)
    if many is not None:
        at = many
    if at == last:
        at = last - 1 if scene.grammar.verb_first else last
    return (at, last) if first < at < last else None


def _many_who_speak(scene: Scene, first: int, last: int) -> int | None:
    """«К девяти вечера правозащитники из «Дозора» насчитали»: where a word for several who speak begins, in the case of a subject."""
    g = scene.grammar
    if not g.verb_first:
        return None
    found = (h.start for h in scene.sentence.of["collective"] if first + 1 < h.start < last)
    heads = (at for at in found if scene.low[at - 1] not in g.prepositions and scene.low[at].endswith(SEVERAL))
    return next(heads, None)


SEVERAL = ("ы", "и", "е")


def _clause_start(scene: Scene, end: int) -> int:
    """Back to the nearest hard break or word that opens a clause."""
    at = end
    depth = 0
    bounded = end > 0 and scene.low[end - 1] == ","
    turns = scene.grammar.turns
    while at:
        word = scene.low[at - 1]
        if word not in turns:
            at -= 1
            continue
        if word in CLOSING:
            depth += 1
        elif word in OPENING:
            depth -= 1
        if (
            depth <= 0
            and not scene.quoted[at - 1]
            and (word in HARD_BREAKS or (word == "-" and not scene.glued(at - 1)))
        ):
            return at
        if (
            depth <= 0
            and not bounded
            and word in scene.grammar.openers
            and not scene.quoted[at - 1]
            and not scene.capital(at - 1)
            and not (1 < at < end and joins(scene, at - 1))
        ):
            return at
        if (
            scene.quoted[at - 1]
            and word in QUOTE_MARKS
            and scene.speech(at - 1)
            and (at < 2 or at - 2 < 0 or scene.quoted[at - 2])
            and at != end
        ):
            return at
        at -= 1
    return 0


def _stripped(scene: Scene, first: int, last: int) -> Range:
    """A subject without leading connectives, and cut where a modifier begins."""
    g = scene.grammar
    while (
        first < last
        and (scene.low[first] in g.leads or scene.low[first] in BREAKS)
        and scene.low[first] not in g.pronouns
    ):
        first += 1
    at = min(first + 1, last)
    depth = 0
    unnamed = headed_by(scene, first, "unnamed") or nameless(scene, first, last)
    while at < last:
        word = scene.low[at]
        if word not in g.halts:
            at += 1
            continue
        depth += (word in OPENING) - (word in CLOSING)
        if depth <= 0 and word in g.modifiers and not scene.capital(at) and not scene.quoted[at]:
            joined = (at + 1 < last and joins(scene, at)) or (unnamed and attached(scene, at, last))
            if not (joined or _belongs(scene, first, at, last)):
                at = min(with_demonstrative(scene, first, at), last)
                break
        at += 1
    return scene.trim(first, at)


def _belongs(scene: Scene, first: int, at: int, last: int) -> bool:
    """Whether a preposition stands inside a post or the name of an office."""
    if scene.low[at] in scene.grammar.post_links:
        office = at + 1 < last and scene.low[at + 1] in scene.grammar.topics
        if headed_by(scene, first, "role", "organisation") if office else headed_by(scene, first, "role"):
            return True
    names = scene.sentence.of["office_name"]
    if names and any(h.start < at < h.end for h in names):
        return True
    return inside_post(scene, first, at, last) or _from_office(scene, first, at)


def _from_office(scene: Scene, first: int, at: int) -> bool:
    """«Омар Саиди из министерства»: a name before the preposition, the word for an office right behind it."""
    g = scene.grammar
    if scene.low[at] not in g.belonging or g.affiliation_first or at - first < LEAST_NAME or not scene.capital(at - 1):
        return False
    return scene.capital(at - 2) and headed_by(scene, at + 1, "organisation")


def subject_right(scene: Scene, at: int) -> Range | None:
    """The noun phrase that begins at a token: up to a clause's end, a modifier, a day, another mark."""
    g = scene.grammar
    low = scene.low
    at = past_occasion(scene, at)
    while at < scene.end and low[at] in g.leads and is_lead(scene, at):
        at += 1
    if at < scene.end and low[at] in g.located:
        at += 1
    at = _past_participle(scene, at)
    first = at
    depth = 0
    unnamed = headed_by(scene, first, "unnamed") or nameless(scene, first, scene.end)
    while at < scene.end and at - first < LONGEST_SUBJECT:
        word = low[at]
        if word in g.halts or at in scene.verbs:
            depth += (word in OPENING) - (word in CLOSING)
            if depth <= 0 and word not in CLOSING and _halts(scene, first, at, unnamed=unnamed):
                break
        at += 1
    first, last = scene.trim(first, with_demonstrative(scene, first, at))
    if last <= first or low[first] in g.complementisers or low[first] in g.prepositions:
        return None
    return first, last


def _past_participle(scene: Scene, at: int) -> int:
    """«в опубликованном в четверг докладе полиции»: behind a participle and its circumstances, at the paper itself."""
    g = scene.grammar
    if at + 2 >= scene.end or not g.adjective_endings or not scene.low[at].endswith(g.adjective_endings):
        return at
    if scene.low[at + 1] not in g.prepositions and not scene.time(at + 1):
        return at
    papers = (h.start for h in scene.hits if h.entry.category == "document" and at < h.start <= at + FAR_PAPER)
    paper = next(papers, at)
    return paper if BREAKS.isdisjoint(scene.low[at:paper]) else at


FAR_PAPER = 6
"""The paper stands at most so many tokens behind the participle that says where it was published."""


def _halts(scene: Scene, first: int, at: int, *, unnamed: bool) -> bool:
    """Whether a noun phrase ends before a token: a mark, another verb, a modifier or a time that does not belong to it."""
    g, low, word = scene.grammar, scene.low, scene.low[at]
    if (
        word in HARD_BREAKS
        or (word in "-.!?…" and not scene.glued(at) and not initial(scene, at))
        or (scene.quoted[at] and word in QUOTE_MARKS and at > first and scene.speech(at))
    ):
        return True
    if word == "," and not _goes_on(scene, at):
        return True
    if at == first:
        return False
    if at in scene.verbs and low[at - 1] not in g.noun_before:
        return True
    timed = scene.time(at)
    return (
        (word in g.modifiers or timed)
        and not (unnamed and attached(scene, at, scene.end))
        and not _belongs(scene, first, at, scene.end)
        and not joins(scene, at)
        and not of_maker(scene, first, at)
        and not (scene.capital(at) and not timed)
        and not (word in g.demonstratives and named_behind(scene, at))
    )


def _goes_on(scene: Scene, comma: int) -> bool:
    """Whether a noun phrase goes on after a comma: with a name or a place, not with a day or a new clause."""
    after = comma + 1
    if after >= scene.end or scene.quoted[after]:
        return False
    post = next((h for h in scene.hits if h.entry.category in ROLE_LIKE and h.start == after), None)
    if post is None and _described(scene, after):
        return True
    if post is not None:
        return post.end >= scene.end or not (
            scene.low[post.end] in scene.grammar.auxiliaries or scene.low[post.end] in scene.grammar.finite
        )
    if scene.low[after] in scene.grammar.links and after + 1 < scene.end and scene.capital(after + 1):
        return True
    if scene.grammar.clitics and _does_something(scene, after):
        return False
    return scene.capital(after) and not scene.time(after) and scene.low[after] not in scene.grammar.prepositions


def _does_something(scene: Scene, at: int) -> bool:
    """`Menurut Rahmat Wijaya, Lumbir harus …`: whether a run of capitals has its own verb, as a new clause has."""
    end = at
    while end < scene.end and (scene.capital(end) or scene.low[end].isdigit()):
        end += 1
    if end == at or end >= scene.end or not scene.low[end].isalpha():
        return False
    g, word = scene.grammar, scene.low[end]
    return end not in scene.verbs and not any(
        word in words for words in (g.modifiers - g.auxiliaries, g.prepositions, g.links, g.times, g.demonstratives)
    )


def _described(scene: Scene, at: int) -> bool:
    """`Jane Roe, the mayor of the port`, `Jane Roe, 41, a fisherman`: whether a post with its article follows a comma, at most behind an age."""
    g, low = scene.grammar, scene.low
    if not g.affiliation_first:
        return False
    aged = at + 2 < scene.end and low[at].isdigit() and low[at + 1] == ","
    at += 2 * aged
    if at >= scene.end or (low[at] not in g.determiners and not aged):
        return False
    return any(h.entry.category == "role" and at <= h.start <= at + 2 for h in scene.hits)
