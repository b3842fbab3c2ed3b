"""Noun phrases: which small words belong to one, and what stands between a verb and the phrase behind it."""

from khabar.reading.scene import BREAKS, Scene


def named_behind(scene: Scene, at: int) -> bool:
    """`sekretaris serikat itu, Jane Roe`: whether a name follows the demonstrative behind a comma."""
    return at + 2 < scene.end and scene.low[at + 1] == "," and scene.capital(at + 2) and not scene.time(at + 2)


def nameless(scene: Scene, first: int, last: int) -> bool:
    """Whether a phrase is a common noun with its article, so that what is attached to it belongs to it."""
    g = scene.grammar
    if not g.attached or first + 1 >= last or scene.capital(first + 1):
        return False
    return scene.low[first] in g.determiners or headed_by(scene, first, "collective")


def attached(scene: Scene, at: int, last: int) -> bool:
    """Whether a preposition hangs a place or a mark on a noun (`medics in the town`), not an occasion on the verb."""
    g = scene.grammar
    if scene.low[at - 1] in g.determiners:
        return True
    if scene.low[at] not in (g.attached or g.prepositions):
        return False
    beyond = scene.low[at + 1 : min(at + 5, last)]
    return not any(w in g.times or w in g.circumstances for w in beyond)


OFFICES = frozenset({"office_name", "office_head", "organisation", "collective"})


def of_maker(scene: Scene, first: int, at: int) -> bool:
    """`a tally by Lumbir News`, `a list kept by the observatory`: whether a word leads to who made what the noun phrase names."""
    g, low = scene.grammar, scene.low
    if low[at] not in g.makers or g.made.isdisjoint(low[first:at]) or at + 1 >= scene.end or scene.time(at + 1):
        return False
    return any(scene.capital(i) for i in range(at + 1, min(at + 5, scene.end))) or any(
        at < h.start <= at + 2 for h in scene.sentence.of[OFFICES]
    )


def inside_post(scene: Scene, first: int, at: int, last: int) -> bool:
    """«представитель ООН в Судане Анна Рой», «глава комитета по борьбе с огнём Анна Рой»: whether a preposition stands between a post and its name."""
    g = scene.grammar
    if not g.office_in_genitive or at + 2 >= last or scene.low[at] not in g.prepositions:
        return False
    if not headed_by(scene, first, "role") or scene.time(at + 1) or scene.low[at + 1] in g.platforms:
        return False
    if scene.capital(at - 1) and not _is_of_office(scene, at - 1):
        return False
    name = at + 1
    while name < last and name - at < LONGEST_COMPLEMENT and not scene.capital(name) and scene.low[name] not in BREAKS:
        name += 1
    run = name
    while run < last and (scene.capital(run) or initial(scene, run)) and not scene.time(run):
        run += 1
    return (
        run - name > 2 if name == at + 1 else run - name > 1 and not g.post_links.isdisjoint(scene.low[first : at + 1])
    )


LONGEST_COMPLEMENT = 6
"""So many words at most stand behind a preposition inside a post before its holder's name."""


def _is_of_office(scene: Scene, at: int) -> bool:
    """Whether a word with a capital belongs to an office or a place."""
    office = any(h.start <= at < h.end for h in scene.sentence.of["organisation", "role"])
    return office or scene.low[at] in scene.grammar.office_words or scene.sentence.starts[at] in scene.placed


def with_demonstrative(scene: Scene, first: int, at: int) -> int:
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
        if low[at] in g.adverbs or (low[at] in g.times and scene.time(at)):
            at += 1
        elif low[at] in g.located and at + 1 < scene.end and (low[at + 1] in g.times or low[at + 1] in g.platforms):
            at += 2
        elif g.verb_first and scene.quoted[at] and not scene.speech(at) and _is_addressee(scene, at):
            at = _past_quotation(scene, at)
        elif g.verb_first and (told := told_medium(scene, at)):
            at = told
        elif g.verb_first and (head := _behind_place(scene, at)):
            at = head
        else:
            return at
    return at


def _behind_place(scene: Scene, at: int) -> int:
    """«заявил на брифинге в Лиме представитель полиции»: where a post begins behind prepositions and what they lead; else 0."""
    g, low = scene.grammar, scene.low
    if low[at] not in g.prepositions or headed_by(scene, at + 1, *SPEAKERS):
        return 0
    for hit in scene.sentence.of[POSTS]:
        if at + 1 < hit.start <= at + FAR_POST and BREAKS.isdisjoint(low[at : hit.start]):
            first = hit.start
            while first > at + 2 and low[first - 1].endswith(g.adjective_endings) and not scene.capital(first - 1):
                first -= 1
            return 0 if low[first - 1] in g.prepositions or low[hit.start].endswith(OBLIQUE) else first
    return 0


SPEAKERS = ("organisation", "medium", "medium_name", "collective", "unnamed", "document", "role")
POSTS = ("rank", "role")
OBLIQUE = ("ом", "ем", "ём", "ой", "ей", "ами", "ями", "у")
"""How a post ends that only stands with an occasion: «на встрече с губернатором»."""
FAR_POST = 9
"""A post stands at most so many tokens behind the preposition of an occasion."""


def is_lead(scene: Scene, at: int) -> bool:
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
    names = scene.sentence.of["medium_name"]
    end = max((h.end for h in names if h.start == at), default=0) if names else 0
    if not end or end >= scene.end:
        return 0
    follows = end + (scene.low[end] in scene.grammar.located)
    return end if headed_by(scene, follows, "role", "rank", "organisation", "collective", "unnamed") else 0


def _past_quotation(scene: Scene, at: int) -> int:
    """Behind a name in quotation marks, if a noun phrase follows it: «рассказал «Волне» мэр»."""
    end = at
    while end < scene.end and scene.quoted[end] == scene.quoted[at]:
        end += 1
    return end


def headed_by(scene: Scene, first: int, *categories: str) -> bool:
    """Whether a phrase begins with a word of these categories, at most behind a determiner and adjectives."""
    found = scene.sentence.of[categories if len(categories) > 1 else categories[0]]
    if not found:
        return False
    endings, reach = scene.grammar.adjective_endings, first + 1
    while (
        endings and first < reach < min(first + MOST_ADJECTIVES, scene.end) and scene.low[reach - 1].endswith(endings)
    ):
        reach += 1
    return any(first <= h.start <= reach for h in found)


MOST_ADJECTIVES = 4


def joins(scene: Scene, at: int) -> bool:
    """Whether a small word joins two capitalised parts of one name (`Riset dan Teknologi`, `Institute for Peace`)."""
    low = scene.low
    if low[at] in scene.grammar.of_many and low[at - 1] in scene.grammar.determiners:
        return True
    ends = at + 2 == scene.end or (at + 2 < scene.end and low[at + 2] in BREAKS)
    if low[at] in scene.grammar.links and ends and headed_by(scene, at - 2, "organisation"):
        return True
    links = scene.grammar.links
    if (
        low[at] in scene.grammar.post_links
        and headed_by(scene, max(0, at - 4), "organisation")
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


def initial(scene: Scene, at: int) -> bool:
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
