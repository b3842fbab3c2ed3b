"""Subjects: the noun phrase before or after a cue, with what stands beside it between commas."""

from khabar.reading.scene import BREAKS, CLOSING, HARD_BREAKS, OPENING, QUOTE_MARKS, Range, Scene

LONGEST_SUBJECT = 40


def subject_left(scene: Scene, end: int) -> tuple[Range | None, Range | None, int]:
    """The subject that ends before token `end`: its range, its apposition, and where it begins with all before it."""
    if end and scene.low[end - 1] in scene.grammar.nominatives:
        return (end - 1, end), None, end - 1
    bounded = end > 0 and scene.low[end - 1] == ","
    start = max(_clause_start(scene, end), 0 if bounded else scene.barrier)
    parts = _enumerated(scene, _comma_parts(scene, start, end))
    at = len(parts) - 1
    apposition: Range | None = None
    if parts[at][0] == parts[at][1] and at:
        at, apposition = _over_apposition(scene, parts, at)
    else:
        while at and _is_modifier(scene, parts[at]):
            at -= 1
        if at and _bare_apposition(scene, parts[at - 1], parts[at]):
            apposition = parts[at]
            at -= 1
    subject = _noun_phrase(scene, parts[at])
    edge = parts[at][0]
    if (
        subject[1] <= subject[0]
        or scene.time(subject[0])
        or any(scene.low[i] in scene.grammar.finite for i in range(subject[0] + 1, subject[1]))
        or subject[1] - subject[0] > LONGEST_SUBJECT
        or (scene.speech(subject[0]) and scene.speech(subject[1] - 1))
    ):
        return None, None, edge
    return subject, apposition, edge


def _noun_phrase(scene: Scene, part: Range) -> Range:
    """The subject within a part of a clause: without what leads it in, and without a verb that is joined to the cue."""
    g = scene.grammar
    first, last = part
    if last > first and scene.low[last - 1] in g.joins:
        return _leading_phrase(scene, first, last - 1)
    while last - first > 1 and scene.low[first] in g.joins:
        first += 1
    if last - first > 1 and scene.low[first] in g.introductions and not g.clitics:
        located = scene.low[first] in g.located and _headed_by(scene, first + 1, "organisation", "medium", "collective")
        found = None if located else _last_phrase(scene, first, last)
        if found is not None:
            return found
    if g.clitics and scene.low[first:last][:1] and scene.low[first] in g.introductions:
        return _past_introduction(scene, first, last)
    return _stripped(scene, first, last)


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


SPEAKING = frozenset({"role", "organisation", "medium", "collective", "unnamed", "rank"})


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
    if at == last:
        at = last - 1 if scene.grammar.verb_first else last
    return (at, last) if first < at < last else None


def _over_apposition(scene: Scene, parts: list[Range], at: int) -> tuple[int, Range | None]:
    """`Jan Doe, head of the ministry, said`: back over what stands between the two commas."""
    back, name = at - 2, (parts[at - 1][0] if at else 0)
    while back >= 0 and (_is_modifier(scene, parts[back]) or (back and _places(scene, parts[back - 1], parts[back]))):
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


def _is_modifier(scene: Scene, part: Range) -> bool:
    """`di Jakarta`, `who leads it`, `on Friday`: no subject of its own."""
    if part[0] >= part[1]:
        return True
    first = part[0] + (scene.low[part[0]] in scene.grammar.joins and part[1] - part[0] > 1)
    word = scene.low[first]
    if word in scene.grammar.located and any(
        h.start in (part[0] + 1, part[0] + 2) and h.entry.category in LOCATED for h in scene.hits
    ):
        return False
    if all(scene.low[i] in scene.grammar.leads for i in range(*part)):
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


PLACE_WORDS = 3
"""So many words at most has the region behind a town."""


def _introduces(scene: Scene, part: Range) -> bool:
    first, last = part
    while first < last and scene.low[first] in scene.grammar.leads:
        first += 1
    return first >= last or scene.low[first] in scene.grammar.introductions


def _bare_apposition(scene: Scene, before: Range, part: Range) -> bool:
    """`Gabriel (60), penjual air menuturkan`: a name, a comma, and a lower-case post without a second comma."""
    if all(scene.low[i] in scene.grammar.leads for i in range(*before)):
        return False
    if before[1] - before[0] > 6 or before[1] <= before[0] or _introduces(scene, before):
        return False
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


def _posted(scene: Scene, at: int) -> bool:
    """`seorang aktivis`: whether a post or occupation begins at a token."""
    return any(h.entry.category == "role" and h.start == at for h in scene.sentence.hits)


def _clause_start(scene: Scene, end: int) -> int:
    """Back to the nearest hard break or word that opens a clause."""
    at = end
    depth = 0
    bounded = end > 0 and scene.low[end - 1] == ","
    while at:
        word = scene.low[at - 1]
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
            and not (1 < at < end and _joins(scene, at - 1))
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


def _comma_parts(scene: Scene, start: int, end: int) -> list[Range]:
    """The parts of a range between commas that stand in no bracket and no quotation."""
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


def _enumerated(scene: Scene, parts: list[Range]) -> list[Range]:
    """The parts, with the name of an office that counts up several things kept as one: `Pusat Data, Informasi, dan Humas`."""
    out: list[Range] = []
    for part in parts:
        if len(out) > 1 and _closes_list(scene, out[-2], out[-1], part):
            _, last = out.pop(), out.pop()
            out.append((last[0], part[1]))
        else:
            out.append(part)
    return out


LIST_MEMBER = 4
"""So many tokens at most has a member between two commas in the name of an office."""


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
    unnamed = _headed_by(scene, first, "unnamed") or _nameless(scene, first, last)
    while at < last:
        word = scene.low[at]
        depth += (word in OPENING) - (word in CLOSING)
        joined = (at + 1 < last and _joins(scene, at)) or (unnamed and _attached(scene, at, last))
        joined = joined or (word in g.post_links and _headed_by(scene, first, "role"))
        if depth <= 0 and word in g.modifiers and not scene.capital(at) and not joined and not scene.quoted[at]:
            at = min(_with_demonstrative(scene, first, at), last)
            break
        at += 1
    return scene.trim(first, at)


def subject_right(scene: Scene, at: int) -> Range | None:
    """The noun phrase that begins at a token: up to a clause's end, a modifier, a day, another mark."""
    g = scene.grammar
    low = scene.low
    at = past_occasion(scene, at)
    while at < scene.end and low[at] in g.leads and _is_lead(scene, at):
        at += 1
    if at < scene.end and low[at] in g.located:
        at += 1
    first = at
    depth = 0
    unnamed = _headed_by(scene, first, "unnamed") or _nameless(scene, first, scene.end)
    while at < scene.end and at - first < LONGEST_SUBJECT:
        word = low[at]
        depth += (word in OPENING) - (word in CLOSING)
        if depth <= 0 and word not in CLOSING:
            if (
                word in HARD_BREAKS
                or (word in "-.!?…" and not scene.glued(at) and not _initial(scene, at))
                or (scene.quoted[at] and word in QUOTE_MARKS and at > first and scene.speech(at))
            ):
                break
            if word == "," and not _goes_on(scene, at):
                break
            if at > first and at in scene.verbs and low[at - 1] not in g.noun_before:
                break
            if (
                at > first
                and not (unnamed and _attached(scene, at, scene.end))
                and not (word in g.post_links and _headed_by(scene, first, "role"))
                and not _joins(scene, at)
                and (word in g.modifiers or scene.time(at))
                and not (scene.capital(at) and not scene.time(at))
                and not (word in g.demonstratives and _named_behind(scene, at))
            ):
                break
        at += 1
    first, last = scene.trim(first, _with_demonstrative(scene, first, at))
    if last <= first or low[first] in g.complementisers or low[first] in g.prepositions:
        return None
    return first, last


def _named_behind(scene: Scene, at: int) -> bool:
    """`sekretaris serikat itu, Jane Roe`: whether a name follows the demonstrative behind a comma."""
    return at + 2 < scene.end and scene.low[at + 1] == "," and scene.capital(at + 2) and not scene.time(at + 2)


def _nameless(scene: Scene, first: int, last: int) -> bool:
    """Whether a phrase is a common noun with its article, so that what is attached to it belongs to it."""
    g = scene.grammar
    if not g.attached or first + 1 >= last or scene.capital(first + 1):
        return False
    return scene.low[first] in g.determiners or _headed_by(scene, first, "collective")


def _attached(scene: Scene, at: int, last: int) -> bool:
    """Whether a preposition hangs a place or a mark on a noun (`medics in the town`), not an occasion on the verb."""
    g = scene.grammar
    if scene.low[at - 1] in g.determiners:
        return True
    if scene.low[at] not in (g.attached or g.prepositions):
        return False
    beyond = scene.low[at + 1 : min(at + 5, last)]
    return not any(w in g.times or w in g.circumstances for w in beyond)


def _with_demonstrative(scene: Scene, first: int, at: int) -> int:
    """`lembaga itu`: the word behind a noun phrase without a name that belongs to it."""
    if at >= scene.end or at <= first or scene.low[at] not in scene.grammar.demonstratives:
        return at
    named = any(scene.capital(i) for i in range(first + (first == 0), at))
    if not named:
        return at + 1
    return at


def past_occasion(scene: Scene, at: int) -> int:
    """Behind adverbs, days and places of publication after a verb: «сообщила в четверг …», «написал в Facebook …»."""
    g, low = scene.grammar, scene.low
    while at < scene.end:
        if low[at] in g.adverbs or scene.time(at):
            at += 1
        elif low[at] in g.located and at + 1 < scene.end and (low[at + 1] in g.times or low[at + 1] in g.platforms):
            at += 2
        elif g.verb_first and scene.quoted[at] and not scene.speech(at) and _is_addressee(scene, at):
            at = _past_quotation(scene, at)
        elif g.verb_first and (told := told_medium(scene, at)):
            at = told
        else:
            return at
    return at


def _is_lead(scene: Scene, at: int) -> bool:
    """Whether a connective is no part of the noun phrase: no name, no preposition of an office, no pronoun."""
    word = scene.low[at]
    return not scene.capital(at) and word not in scene.grammar.located and word not in scene.grammar.pronouns


def _is_addressee(scene: Scene, at: int) -> bool:
    """Whether a noun phrase follows a name in quotation marks, so that the name is whoever was told."""
    end = _past_quotation(scene, at)
    if end >= scene.end or scene.low[end] in BREAKS:
        return False
    located = scene.low[end] in scene.grammar.located and end + 1 < scene.end and scene.capital(end + 1)
    return located or scene.low[end] not in scene.grammar.prepositions


def told_medium(scene: Scene, at: int) -> int:
    """Behind a medium that was told something, if whoever told it follows: «заявили ТАСС в министерстве»; else 0."""
    end = max((h.end for h in scene.sentence.hits if h.entry.category == "medium_name" and h.start == at), default=0)
    if not end or end >= scene.end:
        return 0
    follows = end + (scene.low[end] in scene.grammar.located)
    return end if _headed_by(scene, follows, "role", "rank", "organisation", "collective", "unnamed") else 0


def _past_quotation(scene: Scene, at: int) -> int:
    """Behind a name in quotation marks, if a noun phrase follows it: «рассказал «Волне» мэр»."""
    end = at
    while end < scene.end and scene.quoted[end] == scene.quoted[at]:
        end += 1
    return end


def _headed_by(scene: Scene, first: int, *categories: str) -> bool:
    """Whether a phrase begins with a word of these categories, at most behind a determiner."""
    return any(h.entry.category in categories and first <= h.start <= first + 1 for h in scene.hits)


def _joins(scene: Scene, at: int) -> bool:
    """Whether a small word joins two capitalised parts of one name (`Riset dan Teknologi`, `Institute for Peace`)."""
    low = scene.low
    if low[at] in scene.grammar.of_many and low[at - 1] in scene.grammar.determiners:
        return True
    ends = at + 2 == scene.end or (at + 2 < scene.end and low[at + 2] in BREAKS)
    if low[at] in scene.grammar.links and ends and _headed_by(scene, at - 2, "organisation"):
        return True
    links = scene.grammar.links
    if (
        low[at] in scene.grammar.post_links
        and _headed_by(scene, max(0, at - 4), "organisation")
        and scene.capital(at - 1)
    ):
        return at + 1 < scene.end and scene.capital(at + 1) and not scene.time(at + 1)
    return (
        low[at] in links
        and at + 1 < scene.end
        and scene.capital(at + 1)
        and not scene.time(at + 1)
        and scene.capital(at - 1) | (low[at - 1] in BREAKS)
    )


def _initial(scene: Scene, at: int) -> bool:
    """Whether a stop belongs to an initial, a short title or an address (`J.`, `Mr.`, `example.org`)."""
    s = scene.sentence
    if (
        scene.low[at] == "."
        and 0 < at < len(s.starts) - 1
        and s.ends[at - 1] == s.starts[at]
        and s.ends[at] == s.starts[at + 1]
    ):
        return True
    return (
        scene.low[at] == "."
        and at > 0
        and len(scene.low[at - 1]) <= 4
        and scene.sentence.ends[at - 1] == scene.sentence.starts[at]
    )


def _goes_on(scene: Scene, comma: int) -> bool:
    """Whether a noun phrase goes on after a comma: with a name or a place, not with a day or a new clause."""
    after = comma + 1
    if after >= scene.end or scene.quoted[after]:
        return False
    post = next((h for h in scene.hits if h.entry.category in ROLE_LIKE and h.start == after), None)
    if post is not None:
        return post.end >= scene.end or not (
            scene.low[post.end] in scene.grammar.auxiliaries or scene.low[post.end] in scene.grammar.finite
        )
    if scene.low[after] in scene.grammar.links and after + 1 < scene.end and scene.capital(after + 1):
        return True
    return scene.capital(after) and not scene.time(after) and scene.low[after] not in scene.grammar.prepositions


LOCATED = frozenset({"organisation", "medium", "collective"})
ROLE_LIKE = frozenset({"role", "rank"})
