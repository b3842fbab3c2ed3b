"""Frames: which words around a cue are its source, and which its content.

A frame is found per cue, from the cue outwards: what stands directly before and after it decides whether the subject is on
the left (`X said that …`, `…, X said`) or on the right (`…, said X`, «…, сообщил X»), and on which side the content is.
"""

from dataclasses import dataclass

from khabar.language.lexicon import Hit
from khabar.reading.scene import BREAKS, CLOSING, HARD_BREAKS, OPENING, QUOTE_MARKS, Range, Scene

WINDOW = 16
"""How many tokens may stand between a cue and its complementiser: an addressee, a day, an occasion."""

LONGEST_SUBJECT = 40
LEAST_CLAUSE = 2


@dataclass(slots=True)
class Frame:
    """A cue with what belongs to it, in tokens of its sentence.

    Attributes:
        subject: the noun phrase of the source with all that is attached to it; None where there is none.
        content: what is said; None where it lies outside of the sentence.
        quotation: the number (from 0) of the quotation in the scene that is the content, or None.
        side: where the content lies.
        same: the speaker is that of the frame before (`adding that`).
        edge: the token before which the attribution begins; content on its left ends there.
    """

    hit: Hit
    cue: Range
    subject: Range | None
    content: Range | None
    side: str
    edge: int
    apposition: Range | None = None
    quotation: int | None = None
    addressee: Range | None = None
    same: bool = False
    complement: bool = False


def frames(scene: Scene) -> list[Frame]:
    """All frames of a sentence, in the order of their cues."""
    found: list[Frame] = []
    for hit in scene.cues():
        frame = READERS[hit.entry.attributes.get("frame", "verb")](scene, hit)
        if frame is not None:
            found.append(frame)
    _part(scene, found)
    return [f for f in found if f.content is not None or f.quotation is not None or f.side == "out"]


def _part(scene: Scene, found: list[Frame]) -> None:
    """Contents on the right end where another attribution of the same clause begins."""
    for i, one in enumerate(found):
        if one.content is None or one.side != "right":
            continue
        for other in found[i + 1 :]:
            cut = _cut(scene, one.content, other)
            if cut is not None:
                one.content = _kept(scene, one.content[0], cut)
                break


def _kept(scene: Scene, first: int, last: int) -> Range | None:
    first, last = scene.trim(first, last)
    return (first, last) if last > first else None


def _cut(scene: Scene, content: Range, other: Frame) -> int | None:
    """Where the other frame ends a content on its left, or None where it lies within it."""
    if not content[0] < other.edge < content[1]:
        return None
    before = other.edge - 1
    if other.side == "left" or other.same:
        return other.edge
    if scene.low[before] in scene.grammar.joins and scene.low[before - 1] in BREAKS:
        return before
    return other.edge if scene.low[before] in HARD_BREAKS else None


# ------------------------------------------------------------------ verbs


def _verb(scene: Scene, hit: Hit) -> Frame | None:
    """`X said …`, `…, X said`, `…, said X`."""
    first = hit.start
    while first and scene.low[first - 1] in scene.grammar.auxiliaries:
        first -= 1
    if scene.low[hit.start] in scene.grammar.participles and (first == 0 or scene.low[first - 1] in BREAKS or scene.quoted[first - 1]):
        return _participle(scene, hit)
    if _inverted(scene, first, hit):
        return _reversed(scene, hit, first)
    subject, apposition, edge = subject_left(scene, first)
    if subject is None:
        return None
    frame = Frame(hit=hit, cue=(hit.start, hit.end), subject=subject, content=None, side="right", edge=edge, apposition=apposition)
    return _with_content(scene, frame)


def _participle(scene: Scene, hit: Hit) -> Frame | None:
    frame = Frame(hit=hit, cue=(hit.start, hit.end), subject=None, content=None, side="right", edge=hit.start, same=True)
    right_content(scene, frame)
    return frame if frame.content else None


def _inverted(scene: Scene, first: int, hit: Hit) -> bool:
    """Whether what is said stands before the cue and the source after it."""
    if first == 0:
        return False
    before = scene.low[first - 1]
    if scene.quoted[first - 1] and before in QUOTE_MARKS:
        quotation = scene.number_of(first - 1)
        return quotation is not None and not quotation.scare
    if before not in BREAKS:
        return False
    at = hit.end
    while at < scene.end and scene.low[at] in scene.grammar.adverbs:
        at += 1
    if at >= scene.end or scene.low[at] in scene.grammar.complementisers or scene.low[at] in BREAKS or scene.quoted[at]:
        return False
    if scene.quoted[max(first - 2, 0)]:
        return True
    return scene.capital(at) or _noun_phrase_to_end(scene, at)


def _noun_phrase_to_end(scene: Scene, at: int) -> bool:
    """Whether a short noun phrase follows that ends the clause: `…, said the ministry`."""
    subject = subject_right(scene, at)
    return subject is not None and subject[1] - subject[0] <= 8 and scene.grammar.complementisers.isdisjoint(scene.low[subject[1] : scene.end])


def _reversed(scene: Scene, hit: Hit, first: int) -> Frame | None:
    subject = subject_right(scene, hit.end)
    if subject is None:
        return None
    frame = Frame(hit=hit, cue=(hit.start, hit.end), subject=subject, content=None, side="left", edge=first)
    return frame if left_content(scene, frame) else None


def _with_content(scene: Scene, frame: Frame) -> Frame | None:
    """Content on the left where the attribution closes the clause, else on the right."""
    before = frame.edge - 1
    while before >= 0 and scene.low[before] in BREAKS and not scene.quoted[before]:
        before -= 1
    behind_quotation = before >= 0 and scene.quoted[before] and before < frame.edge - 0 and not scene.quotations[scene.quoted[before] - 1].scare
    if (behind_quotation or before + 1 >= LEAST_CLAUSE) and before < frame.edge - 1 + bool(behind_quotation):
        closed = closes(scene, frame.cue[1])
        if (closed or behind_quotation and not _complement_follows(scene, frame.cue[1])) and left_content(scene, frame):
            return frame
    right_content(scene, frame)
    if frame.content is None and frame.quotation is None:
        frame.side = "out"
        return frame if scene.low[scene.end :] and ":" in scene.low[scene.end :] else None
    if frame.hit.entry.attributes.get("weak") and not frame.complement and frame.quotation is None:
        return None
    return frame


def _complement_follows(scene: Scene, at: int) -> bool:
    return at < scene.end and (scene.low[at] in scene.grammar.complementisers or scene.low[at] == ":")


# ------------------------------------------------------------------ other frames


def _stem(scene: Scene, hit: Hit) -> Frame | None:
    """`"…," kata X`: a bare stem after what is said."""
    first = hit.start
    if first == 0 or not (scene.low[first - 1] in BREAKS or scene.quoted[first - 1]):
        return None
    subject = subject_right(scene, hit.end)
    if subject is None:
        return None
    frame = Frame(hit=hit, cue=(hit.start, hit.end), subject=subject, content=None, side="left", edge=first)
    if left_content(scene, frame):
        return frame
    return None


def _clitic(scene: Scene, hit: Hit) -> Frame | None:
    """`"…," katanya`; `menurutnya, …`: the speaker is somebody named before."""
    frame = Frame(hit=hit, cue=(hit.start, hit.end), subject=None, content=None, side="left", edge=hit.start)
    if hit.start and (scene.low[hit.start - 1] in BREAKS or scene.quoted[hit.start - 1]) and left_content(scene, frame):
        return frame
    if hit.end < scene.end and scene.low[hit.end] in BREAKS:
        frame.side = "right"
        right_content(scene, frame)
        return frame if frame.content or frame.quotation is not None else None
    return None


def _preposition(scene: Scene, hit: Hit) -> Frame | None:
    """`According to X, …`; `…, menurut X`; `… — по словам X — …`."""
    subject = subject_right(scene, hit.end)
    if subject is None:
        return None
    frame = Frame(hit=hit, cue=(hit.start, hit.end), subject=subject, content=None, side="left", edge=hit.start)
    at = subject[1]
    while at < scene.end and scene.low[at] not in BREAKS:
        at += 1
    leading = hit.start <= 2 or all(w in scene.grammar.leads or w in BREAKS for w in scene.low[: hit.start])
    if not leading and left_content(scene, frame):
        _resume(scene, frame, at)
        return frame
    frame.side = "right"
    start = at + 1 if at < scene.end else subject[1]
    frame.content = _kept(scene, start, scene.end) if start < scene.end else None
    _whole_quotation(scene, frame)
    return frame if frame.content else None


def _resume(scene: Scene, frame: Frame, at: int) -> None:
    """Content goes on after an attribution between commas; kept as the left part alone where the clause was whole."""


def _citing(scene: Scene, hit: Hit) -> Frame | None:
    """`dikutip dari X`, `citing X`, «со ссылкой на X»: a relay, or the utterer where there is none yet."""
    subject = subject_right(scene, hit.end)
    if subject is None:
        return None
    frame = Frame(hit=hit, cue=(hit.start, hit.end), subject=subject, content=None, side="left", edge=hit.start)
    if left_content(scene, frame):
        return frame
    frame.side = "right"
    at = subject[1]
    while at < scene.end and scene.low[at] not in BREAKS:
        at += 1
    frame.content = _kept(scene, at + 1, scene.end) if at + 1 < scene.end else None
    return frame if frame.content else None


def _passive(scene: Scene, hit: Hit) -> Frame | None:
    """`dilaporkan`, «сообщается»: nobody says it."""
    frame = Frame(hit=hit, cue=(hit.start, hit.end), subject=None, content=None, side="right", edge=hit.start)
    right_content(scene, frame)
    if frame.content is None or not frame.complement:
        first = hit.start
        while first and scene.low[first - 1] not in HARD_BREAKS:
            first -= 1
        frame.content = _kept(scene, first, scene.end)
        frame.side = "around"
    return frame if frame.content else None


def _show(scene: Scene, hit: Hit) -> Frame | None:
    """`Video … menunjukkan …`: only where the subject is a document, an image, data."""
    frame = _verb(scene, hit)
    if frame is None or frame.subject is None or frame.side != "right":
        return None
    first, last = frame.subject
    shown = any(h.entry.category == "document" and first <= h.start < last for h in scene.sentence.hits)
    return frame if shown else None


READERS = {
    "verb": _verb,
    "stem": _stem,
    "clitic": _clitic,
    "preposition": _preposition,
    "citing": _citing,
    "passive": _passive,
    "show": _show,
}


# ------------------------------------------------------------------ subjects


def subject_left(scene: Scene, end: int) -> tuple[Range | None, Range | None, int]:
    """The subject that ends before token `end`: its range, its apposition, and where it begins with all before it."""
    start = _clause_start(scene, end)
    parts = _comma_parts(scene, start, end)
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
    subject = _stripped(scene, *parts[at])
    edge = parts[at][0]
    if subject[1] <= subject[0] or subject[1] - subject[0] > LONGEST_SUBJECT or scene.quoted[subject[0]] and scene.quoted[subject[1] - 1]:
        return None, None, edge
    return subject, apposition, edge


def _over_apposition(scene: Scene, parts: list[Range], at: int) -> tuple[int, Range | None]:
    """`Jan Doe, head of the ministry, said`: back over what stands between the two commas."""
    back = at - 2
    while back >= 0 and _is_modifier(scene, parts[back]):
        back -= 1
    if back < 0 or _introduces(scene, parts[back]) or parts[back][0] == parts[back][1]:
        return at - 1, None
    return back, (parts[back + 1][0], parts[at - 1][1])


def _is_modifier(scene: Scene, part: Range) -> bool:
    """`di Jakarta`, `who leads it`, `on Friday`: no subject of its own."""
    if part[0] >= part[1]:
        return True
    word = scene.low[part[0]]
    return word in scene.grammar.modifiers or word in scene.grammar.times or word in OPENING


def _introduces(scene: Scene, part: Range) -> bool:
    return part[0] >= part[1] or scene.low[part[0]] in scene.grammar.introductions


def _bare_apposition(scene: Scene, before: Range, part: Range) -> bool:
    """`Gabriel (60), penjual air menuturkan`: a name, a comma, and a lower-case post without a second comma."""
    if before[1] - before[0] > 6 or before[1] <= before[0] or _introduces(scene, before):
        return False
    last = scene.low[before[1] - 1]
    named = all(scene.capital(i) or scene.low[i] in OPENING or scene.low[i] in CLOSING or scene.low[i].isdigit() for i in range(*before))
    first = part[0]
    return named and (last in CLOSING or scene.capital(before[1] - 1)) and not scene.capital(first) and (
        scene.low[first] not in scene.grammar.determiners and scene.low[first] not in scene.grammar.pronouns
    )


def _clause_start(scene: Scene, end: int) -> int:
    """Back to the nearest hard break or word that opens a clause."""
    at = end
    depth = 0
    while at:
        word = scene.low[at - 1]
        if word in CLOSING:
            depth += 1
        elif word in OPENING:
            depth -= 1
        if depth <= 0 and not scene.quoted[at - 1] and (word in HARD_BREAKS or word == "-"):
            return at
        if depth <= 0 and word in scene.grammar.openers and not scene.quoted[at - 1] and not scene.capital(at - 1):
            return at
        if scene.quoted[at - 1] and word in QUOTE_MARKS and not scene.number_of(at - 1).scare and (at < 2 or at - 2 < 0 or scene.quoted[at - 2]) and at != end:  # type: ignore[union-attr]
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


def _stripped(scene: Scene, first: int, last: int) -> Range:
    """A subject without leading connectives, and cut where a modifier begins."""
    g = scene.grammar
    while first < last and (scene.low[first] in g.leads or scene.low[first] in BREAKS) and not (
        scene.low[first] in g.pronouns
    ):
        first += 1
    at = min(first + 1, last)
    depth = 0
    while at < last:
        word = scene.low[at]
        depth += (word in OPENING) - (word in CLOSING)
        if depth <= 0 and word in g.modifiers and not scene.capital(at):
            break
        at += 1
    return scene.trim(first, at)


def subject_right(scene: Scene, at: int) -> Range | None:
    """The noun phrase that begins at a token: up to a clause's end, a modifier, a day, another mark."""
    g = scene.grammar
    low = scene.low
    while at < scene.end and low[at] in g.adverbs:
        at += 1
    first = at
    depth = 0
    while at < scene.end and at - first < LONGEST_SUBJECT:
        word = low[at]
        depth += (word in OPENING) - (word in CLOSING)
        if depth <= 0 and word not in CLOSING:
            if word in HARD_BREAKS or word in "-.!?…" or (scene.quoted[at] and word in QUOTE_MARKS and at > first and not scene.number_of(at).scare):  # type: ignore[union-attr]
                break
            if word == "," and not _goes_on(scene, at):
                break
            if at > first and (word in g.modifiers or word in g.times) and not (scene.capital(at) and word not in g.times):
                break
        at += 1
    first, last = scene.trim(first, at)
    if last <= first or low[first] in g.complementisers or low[first] in g.prepositions:
        return None
    return first, last


def _goes_on(scene: Scene, comma: int) -> bool:
    """Whether a noun phrase goes on after a comma: with a name or a place, not with a day or a new clause."""
    after = comma + 1
    if after >= scene.end or scene.quoted[after]:
        return False
    if any(h.entry.category in ROLE_LIKE and h.start == after for h in scene.sentence.hits):
        return True
    return scene.capital(after) and scene.low[after] not in scene.grammar.times and scene.low[after] not in scene.grammar.prepositions


ROLE_LIKE = frozenset({"role", "rank"})


# ------------------------------------------------------------------ contents


def left_content(scene: Scene, frame: Frame) -> bool:
    """Sets the content before the attribution; False where there is none."""
    last = frame.edge
    while last and scene.low[last - 1] in BREAKS and not scene.quoted[last - 1]:
        last -= 1
    if not last:
        return False
    first = 0
    for at in range(last - 1, 0, -1):
        if not scene.quoted[at] and (scene.low[at] == ";" or (scene.low[at] in "–—-" and at <= 8 and _dateline(scene, at))):
            first = at + 1
            break
    content = _kept(scene, first, last)
    if content is None:
        return False
    frame.content, frame.side = content, "left"
    _left_quotation(scene, frame, content)
    return True


def _dateline(scene: Scene, dash: int) -> bool:
    """`PORT CITY, May 4 —` at the head of a text."""
    return scene.words[0].isupper() and len(scene.words[0]) > 1 and dash > 0


def _left_quotation(scene: Scene, frame: Frame, content: Range) -> None:
    """Where the content is one quotation, all of it is meant, also what lies before the sentence."""
    last = content[1] - 1
    number = scene.quoted[last]
    if not number or scene.quotations[number - 1].scare:
        return
    first = last
    while first and scene.quoted[first - 1] == number:
        first -= 1
    before = first - 1
    while before >= content[0] and (scene.low[before] in BREAKS or scene.low[before] in scene.grammar.leads):
        before -= 1
    if before < content[0]:
        frame.quotation = number - 1


def _whole_quotation(scene: Scene, frame: Frame) -> None:
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
    while at < scene.end and at - first <= WINDOW:
        word = scene.low[at]
        if word in BREAKS:
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
    frame.content = _kept(scene, start, scene.end)
    _whole_quotation(scene, frame)


def _content_start(scene: Scene, frame: Frame) -> int | None:
    g, low = scene.grammar, scene.low
    at = frame.cue[1]
    limit = min(scene.end, at + WINDOW)
    for i in range(at, limit):
        if scene.quoted[i]:
            if low[i] in QUOTE_MARKS and not scene.quotations[scene.quoted[i] - 1].scare and (i == at or low[i - 1] in BREAKS):
                frame.complement = True
                return i
            break
        if low[i] in g.complementisers and (i == at or not (set(low[at:i]) & HARD_BREAKS)):
            frame.complement = True
            if i > at:
                frame.addressee = _addressee(scene, at, i)
            return i if keeps(scene, i) else i + 1
        if low[i] == ":":
            frame.complement = True
            return i + 1
    if at < scene.end and low[at] == ",":
        frame.complement = True
        return at + 1
    return _after_occasion(scene, frame, at, limit)


def keeps(scene: Scene, at: int) -> bool:
    """Whether a complementiser belongs to the content: `how`, `whether` do; `that` says nothing."""
    return scene.low[at] not in ("that", "bahwa", "bahwasanya", "что", "kalau") or scene.grammar.complementiser_in_content


def _after_occasion(scene: Scene, frame: Frame, at: int, limit: int) -> int:
    """Behind `on Friday`, `pada Minggu,`, `told reporters`."""
    g, low = scene.grammar, scene.low
    if at < limit and (low[at] in g.prepositions or low[at] in g.times or low[at] in g.adverbs):
        for i in range(at, limit):
            if low[i] == ",":
                frame.complement = True
                return i + 1
    if frame.hit.entry.attributes.get("addressee"):
        return _past_addressee(scene, frame, at, limit)
    return past_times(scene, at, limit)


def past_times(scene: Scene, at: int, limit: int) -> int:
    """Behind `on Friday`, `late Sunday`, «в среду»."""
    g, low = scene.grammar, scene.low
    i = at
    while i < limit and (low[i] in g.times or low[i] in g.adverbs or (low[i] in g.prepositions and i + 1 < limit and low[i + 1] in g.times)):
        i += 1
    return i


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
        while i < limit and scene.capital(i) == capital and low[i] not in g.determiners and low[i] not in g.pronouns and low[i].isalpha() and low[i] not in g.times and low[i] not in g.prepositions and capital:
            i += 1
    frame.addressee = (at, min(i, limit)) if i > at else None
    return past_times(scene, min(i, limit), limit)


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
