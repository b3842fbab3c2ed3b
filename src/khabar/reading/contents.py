"""Contents: what is said, before or after the attribution, cut by clause."""

from khabar.reading.frame import Frame
from khabar.reading.scene import BREAKS, CLOSING, HARD_BREAKS, OPENING, QUOTE_MARKS, Range, Scene

WINDOW = 16
"""How many tokens may stand between a cue and its complementiser: an addressee, a day, an occasion."""


DATELINE = 10
"""A dash so near the head of a line may end its dateline."""


def left_content(scene: Scene, frame: Frame) -> bool:
    """Sets the content before the attribution; False where there is none."""
    last = frame.edge
    while last and scene.low[last - 1] in BREAKS and not scene.quoted[last - 1]:
        last -= 1
    if not last:
        return False
    first = max(_behind_dateline(scene, last), _behind_earlier(scene, last))
    content = kept(scene, _behind_about(scene, first), last)
    if content is None:
        return False
    frame.content, frame.side = content, "left"
    _left_quotation(scene, frame, content)
    return True


def _behind_earlier(scene: Scene, last: int) -> int:
    """Behind the semicolon, colon or dash that ends what somebody else said before in the sentence."""
    if not scene.barrier or scene.barrier >= last:
        return 0
    quotation = scene.quoted[last - 1]
    at = last - 1
    while at > scene.barrier and (scene.quoted[at] == quotation != 0 or scene.low[at] not in HARD_BREAKS):
        at -= 1
    return at + 1 if at > scene.barrier else 0


def _behind_about(scene: Scene, first: int) -> int:
    """«О том, что …, сообщил мэр»: behind the preposition that leads in what is spoken of."""
    return _behind_complementiser(scene, first) if scene.low[first] in scene.grammar.abouts else first


def _behind_dateline(scene: Scene, last: int) -> int:
    """Behind `PORT CITY, May 4 —` at the head of a text; 0 where there is none."""
    if len(scene.words[0]) < 2 or not scene.words[0].isupper():
        return 0
    for at in range(min(last - 1, DATELINE), 0, -1):
        if not scene.quoted[at] and scene.low[at] in "–—-:":
            return at + 1
    return 0


def _left_quotation(scene: Scene, frame: Frame, content: Range) -> None:
    """Where the content is one quotation, all of it is meant, also what lies before the sentence."""
    last = content[1] - 1
    if scene.speech(last) and begins_clause(scene, last, content[0]):
        frame.quotation = scene.quoted[last] - 1


def begins_clause(scene: Scene, last: int, first: int = 0) -> bool:
    """Whether the quotation that holds a token begins what stands from `first` on: only connectives are before it."""
    number = scene.quoted[last]
    before = last
    while before >= first and scene.quoted[before] == number:
        before -= 1
    while before >= first and (scene.low[before] in BREAKS or scene.low[before] in scene.grammar.leads):
        before -= 1
    return before < first


def kept(scene: Scene, first: int, last: int) -> Range | None:
    """A range without marks at its edges, or None where nothing is left."""
    first, last = scene.trim(first, last)
    return (first, last) if last > first else None


def whole_quotation(scene: Scene, frame: Frame) -> None:
    """Where a content on the right begins with a quotation that reaches its end or beyond it, the quotation is the content."""
    if frame.content is None:
        return
    first, last = frame.content
    number = scene.quoted[first]
    if not number or scene.quotations[number - 1].scare:
        return
    at = first
    while at < last and scene.quoted[at] == number:
        at += 1
    if at >= last or scene.low[at] in BREAKS or not scene.low[at].isalnum():
        frame.quotation = number - 1


def closes(scene: Scene, at: int) -> bool:
    """Whether nothing is said after a cue: the clause ends, at most with an occasion or a day."""
    g = scene.grammar
    first = at
    if at + 1 < scene.end and scene.low[at] in g.abouts and scene.low[at + 1] not in g.auxiliaries:
        return False  # another source's number: «оппозиция говорит о 40»
    while at < scene.end and at - first <= WINDOW:
        word = scene.low[at]
        if word in BREAKS:
            if at == first and word == "," and scene.grammar.comma_opens:
                return False
            after = scene.low[at + 1] if at + 1 < len(scene.low) else ""
            if after in scene.grammar.thats or (at + 1 < len(scene.low) and scene.quoted[at + 1]):
                return False
            return word != ":" and (at == first or _starts_occasion(scene, first))
        if word in g.complementisers or scene.quoted[at]:
            return False
        at += 1
    return at >= scene.end and (at == first or _starts_occasion(scene, first))


def _starts_occasion(scene: Scene, at: int) -> bool:
    word = scene.low[at]
    return word in scene.grammar.prepositions or word in scene.grammar.times or word in scene.grammar.adverbs


def right_content(scene: Scene, frame: Frame) -> None:
    """Sets the content after the cue, behind its addressee, its day, its complementiser."""
    start = _content_start(scene, frame)
    if start is None or start >= scene.end:
        return
    thing = frame.hit.entry.attributes.get("attitude") and (not frame.complement or scene.low[start - 1] in BREAKS)
    end = _object_end(scene, start, amended=_amends(frame), corrected=_act(frame) == "corrects") if thing else _contrast(scene, start)
    frame.content = kept(scene, start, end)
    whole_quotation(scene, frame)


def _contrast(scene: Scene, start: int) -> int:
    """Where the outlet sets its own words against what was said: at a comma and `but` some words on."""
    for at in range(start + LEAST_CONTENT, scene.end - 1):
        if scene.low[at] in BREAKS and scene.low[at + 1] in scene.grammar.contrasts and not scene.quoted[at]:
            return at
    return scene.end


LEAST_CONTENT = 3


def _amends(frame: Frame) -> bool:
    """Whether the verb mends a number, so that the new one may follow behind a comma."""
    return _act(frame) in AMENDING


def _act(frame: Frame) -> str | None:
    act: str | None = frame.hit.entry.attributes.get("act")
    return act


AMENDING = frozenset({"withdraws", "corrects"})


def _gives_number(scene: Scene, at: int) -> bool:
    """«уточнил данные: погибли не трое, а двое»: whether a colon leads to the number that is right."""
    if scene.low[at] != ":" or not scene.grammar.verb_first:
        return False
    return any(w[0].isdigit() for w in scene.low[at:]) or any(h.start > at for h in scene.sentence.of["numeral"])


def _object_end(scene: Scene, start: int, *, amended: bool, corrected: bool = False) -> int:
    """Where a thing spoken of ends: at the first comma or dash outside of brackets and quotations.

    Of a number that is amended the words go on to the new one: `the toll, from 42 to 38`, `the toll: 38, not 42`.
    """
    if amended and scene.low[start - 1] == ":":
        return scene.end
    depth = 0
    for at in range(start, scene.end):
        word = scene.low[at]
        depth += (word in OPENING) - (word in CLOSING)
        breaks = not depth and word in BREAKS and not scene.quoted[at] and not scene.glued(at)
        if breaks and amended and word == ":" and _number_behind(scene, at):
            return scene.end
        goes_on = _goes_on_to_number if amended else _parts_follow
        if breaks and corrected and _gives_number(scene, at):
            return scene.end
        if breaks and not goes_on(scene, at):
            return at
    return scene.end


def _number_behind(scene: Scene, colon: int) -> bool:
    """`updated its data: 38 people died`: whether a number stands in the clause behind a colon."""
    end = next((i for i in range(colon + 1, scene.end) if scene.low[i] in BREAKS), scene.end)
    return any(scene.low[i][0].isdigit() for i in range(colon + 1, end))


def _parts_follow(scene: Scene, at: int) -> bool:
    """`put the toll at 225, 19 of them police`, `put the toll higher, at 225`: what stands behind the comma belongs to the thing."""
    if scene.low[at] != ",":
        return False
    low = scene.low[at + 1 : at + 3]
    led = len(low) > 1 and low[0] in scene.grammar.prepositions and low[1][0].isdigit()
    return led or any(h.start in {at + 1, at + 2} for h in scene.sentence.of["part"])


def _goes_on_to_number(scene: Scene, at: int) -> bool:
    """Whether behind a comma or colon the old or new number follows, led by a word for it or by a contrast."""
    g, behind = scene.grammar, scene.low[at + 1 : at + 3]
    if not behind or scene.low[at] not in ",:":
        return False
    counted = len(behind) > 1 and behind[1][0].isdigit()
    return behind[0] in g.amends or (counted and behind[0] in g.contrasts)


def _content_start(scene: Scene, frame: Frame) -> int | None:
    """Where the content begins: at a quotation, behind a complementiser, a colon, a comma, or behind day and addressee."""
    at = frame.cue[1]
    limit = min(scene.end, at + WINDOW)
    thing = _thing_behind(scene, frame, at, limit)
    if thing is not None:
        return thing
    start = _led_in(scene, frame, at, limit)
    if start is None and at < scene.end and scene.low[at] == ",":
        start = at + 1
    if start is None and scene.grammar.abouts and frame.hit.entry.attributes.get("act", "asserts") == "asserts":
        start = _behind_colon(scene, at, limit)
    if start is None:
        return _after_occasion(scene, frame, at, limit)
    frame.complement = True
    return start


def _led_in(scene: Scene, frame: Frame, at: int, limit: int) -> int | None:
    """The content's start where a quotation, a complementiser or a colon leads it in."""
    g, low = scene.grammar, scene.low
    between = at < limit and _may_stand_between(scene, frame, at)
    for i in range(at, limit if between else min(at + 1, limit)):
        if scene.speech(i):
            return i if low[i] in QUOTE_MARKS and (i == at or low[i - 1] in BREAKS) else None
        plain = low[i] in g.thats or (low[i] in g.abouts and frame.hit.entry.attributes.get("act") != "declines")
        if (low[i] in g.complementisers or plain) and (i == at or (plain and not (set(low[at:i]) & HARD_BREAKS))):
            frame.addressee = _addressee(scene, at, i) if i > at else None
            return _behind_complementiser(scene, i)
        if low[i] == ":":
            return i + 1
    return None


def _behind_colon(scene: Scene, at: int, limit: int) -> int | None:
    """«настаивает на других данных: …»."""
    colon = next((i for i in range(at, limit) if scene.low[i] in BREAKS), None)
    return colon + 1 if colon is not None and scene.low[colon] == ":" else None


def _behind_complementiser(scene: Scene, at: int) -> int:
    """Where the content begins at a complementiser: with it or behind it; behind «о том, что» as behind «что»."""
    g, low = scene.grammar, scene.low
    if low[at] in g.abouts:
        for i in range(at + 1, min(at + ABOUT, scene.end)):
            if low[i] in scene.grammar.thats:
                return _behind_complementiser(scene, i)
        return at + 1
    return at if keeps(scene, at) or g.complementiser_in_content else at + 1


ABOUT = 5
"""So many tokens at most are between «о» and «что» in «о том, что»."""


def keeps(scene: Scene, at: int) -> bool:
    """Whether a complementiser says something of its own: `how`, `whether` do; `that` does not."""
    return scene.low[at] not in scene.grammar.thats


def _may_stand_between(scene: Scene, frame: Frame, at: int) -> bool:
    """Whether what follows the cue may be an addressee, a day or an occasion rather than the content itself."""
    g, word = scene.grammar, scene.low[at]
    if frame.hit.entry.attributes.get("addressee"):
        return True
    if _number_leads(scene, at):
        return False
    return word in g.prepositions or word in g.times or word in g.adverbs or word in BREAKS or bool(scene.quoted[at])


def _after_occasion(scene: Scene, frame: Frame, at: int, limit: int) -> int:
    """Behind `on Friday`, `pada Minggu,`, `told reporters`."""
    g, low = scene.grammar, scene.low
    told = _told(scene, frame, at, limit)
    if told is not None:
        return told
    if _number_leads(scene, at):
        return at
    behind = past_times(scene, at, limit)
    if behind < limit and low[behind] in g.existentials:
        return behind
    leads = at < limit and (low[at] in g.prepositions or low[at] in g.times or low[at] in g.adverbs)
    if leads and not frame.hit.entry.attributes.get("claim"):
        for i in range(at, limit):
            if low[i] == ",":
                frame.complement = not (g.verb_first and frame.hit.entry.attributes.get("weak"))
                return i + 1
    if frame.hit.entry.attributes.get("addressee"):
        return _past_addressee(scene, frame, at, limit)
    return past_times(scene, at, limit)


def _thing_behind(scene: Scene, frame: Frame, at: int, limit: int) -> int | None:
    """`withdrew on Saturday its count of 42, saying …`: what is taken back begins behind the day or the place, at its determiner."""
    g, low = scene.grammar, scene.low
    if not frame.hit.entry.attributes.get("claim") or at >= limit or low[at] not in g.prepositions | g.times:
        return None
    end = next((i for i in range(at, limit) if low[i] in BREAKS), limit)
    claims = [h.start for h in scene.sentence.of["claim"] if at < h.start < end]
    if not claims or any(low[i][0].isdigit() for i in range(at, claims[0])):
        return None
    found = (i for i in range(claims[0] - 1, at, -1) if low[i] in g.determiners | g.possessives)
    return next((i for i in found if claims[0] - i <= NEAR_CLAIM), None)


NEAR_CLAIM = 3
"""A word for what was said stands so near behind its determiner."""


def _number_leads(scene: Scene, at: int) -> bool:
    """`said at least 12 people died, but …`, `dari 62 korban, baru 57 …`: a bound or "of" and its number are no occasion."""
    g = scene.grammar
    if g.clitics and at + 1 < scene.end and scene.low[at] in g.post_links and scene.low[at + 1][0].isdigit():
        return not scene.time(at + 1)
    bounds = scene.sentence.of["bound"]
    ends = [h.end for h in bounds if h.start == at] if bounds else []
    if not ends or max(ends) >= scene.end:
        return False
    after = max(ends)
    return scene.low[after][0].isdigit() or any(h.start == after for h in scene.sentence.of["numeral", "vague"])


def _told(scene: Scene, frame: Frame, at: int, limit: int) -> int | None:
    """`mengatakan kepada Reuters timnya telah …, 14 dengan …`: what is said begins right behind whoever was told."""
    g, low = scene.grammar, scene.low
    if not g.clitics or at + 2 >= limit or low[at] not in ADDRESSING or not scene.capital(at + 1):
        return None
    end = at + 1
    while end < limit and scene.capital(end):
        end += 1
    plain = low[end : end + LEAST_CLAUSE]
    if (
        len(plain) < LEAST_CLAUSE
        or not all(w.isalpha() for w in plain)
        or low[end] in g.prepositions | g.modifiers | g.times | g.joins
    ):
        return None
    frame.addressee = (at + 1, end)
    frame.complement = True
    return end


LEAST_CLAUSE = 3
"""So many words without a mark between them begin a clause, no occasion."""


def past_times(scene: Scene, at: int, limit: int) -> int:
    """Behind `on Friday`, `late Sunday`, «в среду»."""
    g, low = scene.grammar, scene.low
    i = at
    if i < limit and low[i] in g.demonstratives:
        return i
    while i < limit and (
        low[i] in g.times
        or low[i] in g.adverbs
        or (low[i] in g.prepositions and i + 1 < limit and low[i + 1] in g.times)
    ):
        i += 1
    return i


def past_addressee(scene: Scene, frame: Frame) -> int:
    """The token behind the cue, and behind whoever is told where the cue takes one."""
    at = frame.cue[1]
    if (
        not frame.hit.entry.attributes.get("addressee")
        or at >= scene.end
        or scene.quoted[at]
        or scene.low[at] in BREAKS
    ):
        return at
    return _past_addressee(scene, frame, at, min(scene.end, at + WINDOW))


def _past_addressee(scene: Scene, frame: Frame, at: int, limit: int) -> int:
    """`told reporters the bridge …`: behind whoever was told."""
    g, low = scene.grammar, scene.low
    i = at
    if i < limit and low[i] in g.pronouns:
        i += 1
    else:
        while i < limit and (low[i] in g.determiners or (low[i] in g.links and i > at)):
            i += 1
        capital = i < limit and scene.capital(i)
        i += 1
        i = _past_occasion(scene, i, limit)
        while (
            i < limit
            and scene.capital(i) == capital
            and low[i] not in g.determiners
            and low[i] not in g.pronouns
            and low[i].isalpha()
            and low[i] not in g.times
            and low[i] not in g.prepositions
            and capital
        ):
            i += 1
    i = _past_medium(scene, at, min(i, limit), limit)
    frame.addressee = (at, i) if i > at else None
    return past_times(scene, i, limit)


def _past_occasion(scene: Scene, at: int, limit: int) -> int:
    """`told a press conference in the capital the bridge …`: behind the words of an occasion and where it was."""
    g, low = scene.grammar, scene.low
    first = at
    while at < limit and low[at] in g.circumstances:
        at += 1
    if (
        first < at
        and at + 2 < limit
        and low[at] in g.attached
        and (low[at + 1] in g.determiners or scene.capital(at + 1))
    ):
        at += 3 if low[at + 1] in g.determiners else 2
    return at


def _past_medium(scene: Scene, first: int, at: int, limit: int) -> int:
    """`the TASS news agency`, `the news site Tide`: behind the word for what a medium is, and its name."""
    words = (h for h in scene.sentence.hits if h.entry.category in MEDIA and first <= h.start <= at < h.end <= limit)
    end = max((h.end for h in words), default=at)
    while at < end < limit and scene.capital(end) and scene.low[end] not in scene.grammar.times:
        end += 1
    return end


MEDIA = frozenset({"medium", "news_medium"})


def _addressee(scene: Scene, first: int, last: int) -> Range | None:
    """`kepada Presiden X dalam sebuah pengarahan`, `told reporters on Friday`: whom it was said to."""
    g, low = scene.grammar, scene.low
    for i in range(first, last):
        if low[i] in ADDRESSING:
            first = i + 1
            break
    else:
        if low[first] in g.prepositions or low[first] in g.times or low[first] in BREAKS:
            return None
    at = first
    while at < last and low[at] not in g.prepositions and low[at] not in g.times and low[at] not in BREAKS:
        at += 1
    return (first, at) if at > first else None


ADDRESSING = frozenset({"kepada", "to"})
