"""Frames: which words around a cue are its source, and which its content.

A frame is found per cue, from the cue outwards: what stands directly before and after it decides whether the subject is on
the left (`X said that …`, `…, X said`) or on the right (`…, said X`, «…, сообщил X»), and on which side the content is.
"""

from itertools import pairwise

from khabar.language.lexicon import Hit
from khabar.reading.contents import kept, left_content, right_content, whole_quotation
from khabar.reading.edges import DASHES, at_edge
from khabar.reading.frame import Frame
from khabar.reading.grounds import ground
from khabar.reading.plausible import detached, plausible
from khabar.reading.posts import POSSESSIVE
from khabar.reading.relays import chained
from khabar.reading.rivals import rivals
from khabar.reading.scene import BREAKS, HARD_BREAKS, Range, Scene
from khabar.reading.subjects import subject_left, subject_right
from khabar.reading.verbs import show, verb

PASSED_ON = frozenset({"noun", "citing", "inner", "impersonal", "preposition"})


def frames(scene: Scene) -> list[Frame]:
    """All frames of a sentence, in the order of their cues."""
    found: list[Frame] = []
    for hit in scene.cues():
        if found and found[-1].second_cue is not None and found[-1].second_cue[0] <= hit.start < found[-1].second_cue[1]:
            continue
        frame = _frame(scene, hit, found)
        if frame is not None:
            found.append(frame)
            if hit.entry.attributes.get("frame") not in PASSED_ON:
                scene.barrier = frame.cue[1]
    if not found or scene.speech(max(scene.end - 1, 0)):
        edge = at_edge(scene)
        if edge is not None:
            found.append(edge)
    if len(found) > 1:
        found = chained(scene, _without_hedges(found))
        _part(scene, found)
    if not found:
        return found
    if (told := rivals(scene, found)) is not found:
        found = told
        _part(scene, found)
    _same_speakers(scene, found)
    found = [f for f in found if _says_something(f) and plausible(scene, f)]
    return [f for f in found if not (f.negated and _own_denial(scene, f, found))]


def _same_speakers(scene: Scene, found: list[Frame]) -> None:
    """«Министерство сообщило о 12 погибших, через час отозвало эти данные»: no phrase between names the speaker anew."""
    for one, two in pairwise(found):
        if one.subject is not None and one.side == "right" and detached(scene, two):
            two.subject, two.same = None, True


def _says_something(frame: Frame) -> bool:
    return frame.content is not None or frame.quotation is not None or frame.side == "out"


def _own_denial(scene: Scene, frame: Frame, found: list[Frame]) -> bool:
    """`The ministry said it had not reported 42 deaths`: what somebody says of their own giving of a number is no second statement."""
    subject, content = frame.subject, frame.content
    if subject is None or content is None or subject[1] - subject[0] > 1:
        return False
    if scene.low[subject[0]] not in scene.grammar.pronouns or not _counted(scene, content):
        return False
    return any(f.side == "right" and f.content and f.content[0] <= subject[0] < f.content[1] for f in found)


def _counted(scene: Scene, content: Range) -> bool:
    digits = any(w[0].isdigit() for w in scene.low[slice(*content)])
    return digits or any(content[0] <= h.start < content[1] for h in scene.sentence.of["numeral"])


def _without_hedges(found: list[Frame]) -> list[Frame]:
    """An impersonal attribution inside what somebody says is only their hedge."""
    said = [f.content for f in found if f.side == "right" and f.content is not None and f.subject is not None]
    return [
        f
        for f in found
        if f.hit.entry.attributes.get("frame") != "impersonal" or not any(a <= f.cue[0] < b for a, b in said)
    ]


def _frame(scene: Scene, hit: Hit, found: list[Frame]) -> Frame | None:
    name = hit.entry.attributes.get("frame", "verb")
    if name in VERBAL:
        return VERBAL[name](scene, hit, found[-1] if found else None)
    return READERS[name](scene, hit)


def _part(scene: Scene, found: list[Frame]) -> None:
    """Contents on the right end where another attribution of the same clause begins."""
    for i, one in enumerate(found):
        if one.content is None or one.side != "right":
            continue
        for other in found[i + 1 :]:
            cut = _cut(scene, one.content, other)
            if cut is not None:
                one.content = kept(scene, one.content[0], cut)
                break


def _cut(scene: Scene, content: Range, other: Frame) -> int | None:
    """Where the other frame ends a content on its left, or None where it lies within it."""
    if not content[0] < other.edge < content[1]:
        return None
    before = other.edge - 1
    if other.side == "left" or other.same or other.apart:
        return other.edge
    if scene.low[before] in scene.grammar.joins and scene.low[before - 1] in BREAKS:
        return before
    return other.edge if scene.low[before] in HARD_BREAKS else None


# ------------------------------------------------------------------ other frames


def _stem(scene: Scene, hit: Hit) -> Frame | None:
    """`"…," kata X`: a bare stem after what is said."""
    first = hit.start
    subject = subject_right(scene, hit.end)
    if subject is None:
        return None
    if not first:
        return _leading_stem(scene, hit, subject)
    frame = Frame(hit=hit, cue=(hit.start, hit.end), subject=subject, content=None, side="left", edge=first)
    inserted = not (scene.low[first - 1] in BREAKS or scene.quoted[first - 1])
    if (inserted and not _is_inserted(scene, subject)) or not left_content(scene, frame):
        return None
    at = subject[1]
    if frame.quotation is None and at + 1 < scene.end and scene.low[at] == "," and not scene.quoted[at + 1]:
        frame.more = _resumed(scene, at + 1)
    return frame


def _leading_stem(scene: Scene, hit: Hit, subject: Range) -> Frame | None:
    """`Kata Siti, jembatan ditutup`; `Kata Polri: …`: the stem at the head, a name behind it, then what is said."""
    at = subject[1]
    named = scene.capital(subject[0]) or any(h.start == subject[0] for h in scene.sentence.of[OWNERS])
    if not named or at + 1 >= scene.end or scene.low[at] not in (",", ":"):
        return None
    frame = Frame(hit=hit, cue=(hit.start, hit.end), subject=subject, content=None, side="right", edge=hit.start)
    frame.content = kept(scene, at + 1, scene.end)
    whole_quotation(scene, frame)
    return frame if frame.content else None


def _is_inserted(scene: Scene, subject: Range) -> bool:
    """`Namun setelah diperiksa kata dia, jalan itu …`: a pronoun or a short name, then a comma and what goes on."""
    first, last = subject
    if last >= scene.end - 1 or scene.low[last] != ",":
        return False
    if last - first == 1 and scene.low[first] in scene.grammar.pronouns:
        return True
    return last - first <= SHORT_NAME and all(
        scene.capital(i) and scene.sentence.starts[i] not in scene.placed for i in range(first, last)
    )


SHORT_NAME = 3
"""So many words at most has a name that is inserted with its verb and without a comma before it."""


def _clitic(scene: Scene, hit: Hit) -> Frame | None:
    """`"…," katanya`; `menurutnya, …`: the speaker is somebody named before."""
    frame = Frame(hit=hit, cue=(hit.start, hit.end), subject=None, content=None, side="left", edge=hit.start)
    if hit.start and (scene.low[hit.start - 1] in BREAKS or scene.quoted[hit.start - 1]) and left_content(scene, frame):
        at = hit.end
        if frame.quotation is None and at + 1 < scene.end and scene.low[at] == "," and not scene.quoted[at + 1]:
            frame.more = _resumed(scene, at + 1)
        return frame
    if hit.end < scene.end and scene.low[hit.end] in BREAKS:
        frame.side = "right"
        right_content(scene, frame)
        return frame if frame.content or frame.quotation is not None else None
    return None


def _preposition(scene: Scene, hit: Hit) -> Frame | None:
    """`According to X, …`; `…, menurut X`; `…, по данным X, …`; `dari laporan X diketahui …`."""
    written = _written(scene, hit) if "told" in hit.entry.attributes else None
    if written is not None:
        return written
    subject = _provider(scene, hit.end) or subject_right(scene, hit.end)
    if subject is None or _as_of(scene, hit.end):
        return None
    if scene.low[subject[0]] in scene.grammar.relatives or not _may_own(scene, hit, subject):
        return None
    named = _named_part(scene, subject) if scene.grammar.clitics else subject
    frame = Frame(hit=hit, cue=(hit.start, hit.end), subject=named, content=None, side="left", edge=hit.start)
    if named != subject:
        if hit.start and left_content(scene, frame) and frame.quotation is None:
            frame.more = kept(scene, named[1], scene.end)
            return frame
        if not hit.start:
            frame.side, frame.content = "right", kept(scene, named[1], scene.end)
            return frame
    return _beside(scene, frame, named[1])


def _as_of(scene: Scene, at: int) -> bool:
    """«По данным на утро воскресенья»: what follows says when, not whose."""
    g = scene.grammar
    if not g.moments or at + 1 >= scene.end or scene.low[at] not in g.located:
        return False
    return scene.low[at + 1][0].isdigit() or scene.low[at + 1] in g.moments or scene.time(at + 1)


def _provider(scene: Scene, comma: int) -> Range | None:
    """«по данным, опубликованным полицией», «в отчёте, подготовленном мэрией»: who gave them, behind a comma and the participle for it."""
    made = scene.grammar.provided
    if not made or comma + 2 >= scene.end or scene.low[comma] != "," or not scene.low[comma + 1].startswith(made):
        return None
    at = comma + 2
    return subject_right(scene, at + (scene.low[at] in scene.grammar.givers))


def _may_own(scene: Scene, hit: Hit, subject: Range) -> bool:
    """Whether the phrase behind `based on data of` is somebody's: `berdasarkan data terbaru hingga Senin` names nobody."""
    has = hit.entry.attributes
    if has.get("opens") and hit.start and scene.low[hit.start - 1] not in BREAKS:
        return False
    return not has.get("owned") or _owned(scene, subject)


def _owned(scene: Scene, subject: Range) -> bool:
    """Whether a phrase names somebody: by a pronoun, a word for an office, a post or a medium, or a capital that is no day's."""
    if scene.low[subject[0]] in scene.grammar.pronouns:
        return True
    if any(subject[0] <= h.start < subject[1] for h in scene.sentence.of[OWNERS]):
        return True
    return any(scene.capital(i) and not scene.time(i) for i in range(*subject))


OWNERS = ("role", "organisation", "medium", "collective", "unnamed", "office_name", "office_head")


def _written(scene: Scene, hit: Hit) -> Frame | None:
    """`Dalam laporan X disebutkan bahwa …`: whose paper it is, or whoever spoke last, says what follows the passive."""
    told = hit.entry.attributes["told"]
    at = next((i for i in range(hit.end, min(hit.end + FAR_TOLD, scene.end)) if scene.low[i] in told), None)
    if at is None or (hit.start and scene.low[hit.start - 1] not in BREAKS):
        return None
    owner = _provider(scene, hit.end) or (subject_right(scene, hit.end) if at > hit.end else None)
    owner = (owner[0], min(owner[1], at)) if owner is not None and owner[0] < at else None
    if owner is not None and not _owned(scene, owner):
        owner = None
    if owner is None and hit.entry.attributes.get("owned"):
        return None
    frame = Frame(hit=hit, cue=(hit.start, hit.end), subject=owner, content=None, side="right", edge=hit.start)
    frame.second_cue = (at, at + 1)
    that = at + 1 < scene.end and scene.low[at + 1] in scene.grammar.thats
    frame.content = kept(scene, at + 1 + (that and not scene.grammar.complementiser_in_content), scene.end)
    whole_quotation(scene, frame)
    return frame if frame.content else None


FAR_TOLD = 12
"""The passive stands at most so many tokens behind the word for the paper."""


def _named_part(scene: Scene, subject: Range) -> Range:
    """`Warga menurut Ketua RT Rahmat Wijaya tak lagi …`: a source inserted without a comma ends with its name."""
    first, last = subject
    count = next((i for i in range(first + 1, last - 1) if scene.low[i][0].isdigit() and not scene.capital(i + 1)), None)
    if count is not None and scene.low[count - 1].isalpha():
        return (first, count)
    while last > first and not scene.capital(last - 1):
        last -= 1
    named = last - first >= SHORT_NAME and scene.capital(last - 2)
    return (first, last) if named and subject[1] - last >= LEAST_REST else subject


LEAST_REST = 3
"""So many small words behind a name belong to what is said."""


def _inner(scene: Scene, hit: Hit) -> Frame | None:
    """«по её словам»: the source is a pronoun inside the cue."""
    at = next((i for i in range(hit.start, hit.end) if scene.low[i] in scene.grammar.pronouns), None)
    if at is None:
        return None
    frame = Frame(hit=hit, cue=(hit.start, at), subject=(at, at + 1), content=None, side="left", edge=hit.start)
    frame.second_cue = (at + 1, hit.end)
    return _beside(scene, frame, hit.end)


def _impersonal(scene: Scene, hit: Hit) -> Frame | None:
    """«По некоторым данным, …»: nobody is named."""
    frame = Frame(hit=hit, cue=(hit.start, hit.end), subject=None, content=None, side="left", edge=hit.start)
    return _beside(scene, frame, hit.end)


def _beside(scene: Scene, frame: Frame, end: int) -> Frame | None:
    """Content around an attribution that ends before token `end`: behind it at the head of a clause, before it, or on both sides."""
    at = end
    while at < scene.end and scene.low[at] not in BREAKS:
        at += 1
    if at == end and _dash_and_number(scene, at):
        frame.side, frame.apart, frame.content = "right", True, kept(scene, at + 1, scene.end)
        return frame if frame.content else None
    first = frame.cue[0]
    start = first
    while start and scene.low[start - 1] not in HARD_BREAKS:
        start -= 1
    g = scene.grammar
    leading = all(w in g.leads or w in BREAKS or w in g.complementisers or w in g.joins for w in scene.low[start:first])
    if not leading and left_content(scene, frame):
        if at + 1 < scene.end and scene.low[at] in BREAKS and scene.low[first - 1] in BREAKS and not frame.quotation:
            frame.more = _resumed(scene, at + 1)
        return frame
    frame.side = "right"
    begin = at + 1 if at < scene.end else end
    if frame.subject is None and not (at < scene.end and scene.low[at] == "," and at == end):
        begin = end
    frame.content = kept(scene, begin, scene.end) if begin < scene.end else None
    whole_quotation(scene, frame)
    return frame if frame.content else None


def _dash_and_number(scene: Scene, at: int) -> bool:
    """«по данным врачей — 40»: whether a dash and a number stand for all that is said."""
    if not scene.grammar.verb_first or at + 1 >= scene.end or scene.low[at] not in DASHES:
        return False
    bounds = [h.end for h in scene.sentence.of["bound"] if h.start == at + 1]
    first = max(bounds, default=at + 1)
    return first < scene.end and (scene.low[first][0].isdigit() or any(h.start == first for h in scene.sentence.of["numeral"]))


def _resumed(scene: Scene, start: int) -> Range | None:
    """What goes on behind an attribution between commas, where it is no new clause of its own."""
    g = scene.grammar
    if scene.low[start] in g.joins or scene.low[start] in g.participles or scene.low[start] in g.relatives:
        return None
    return kept(scene, start, scene.end)


def _quoting(scene: Scene, hit: Hit) -> Frame | None:
    """`The daily quoted the mayor as saying …`, `the mayor was quoted by the daily as saying …`, `…, X was quoted as saying by Y`."""
    low, agents = scene.low, scene.grammar.agents
    closing = hit.entry.attributes["closes"].split()
    size = len(closing)
    reach = range(hit.end, min(hit.end + FAR_CLOSING, scene.end - size + 1))
    at = next((i for i in reach if low[i : i + size] == closing), None)
    subject, apposition, edge = subject_left(scene, hit.start)
    if at is None or subject is None:
        return None
    end = at + size
    frame = Frame(hit=hit, cue=(hit.start, hit.end), subject=subject, content=None, side="right", edge=edge)
    frame.apposition = apposition
    told = (end, scene.end) if end < scene.end and low[end] in agents else (hit.end, at)
    if hit.end - hit.start > 1:
        relay = (
            subject_right(scene, end + 1 if told[1] == scene.end else hit.end + 1)
            if not agents.isdisjoint(low[slice(*told)])
            else None
        )
        end = relay[1] if relay and relay[1] > end else end
        frame.relays = [relay] if relay else []
    elif at > hit.end:
        frame.relays, frame.subject, frame.apposition = [subject], (hit.end, at), None
    if end < scene.end and low[end] not in BREAKS:
        frame.content = kept(
            scene, end + (low[end] in scene.grammar.thats and not scene.grammar.complementiser_in_content), scene.end
        )
        whole_quotation(scene, frame)
        return frame
    return frame if left_content(scene, frame) else None


FAR_CLOSING = 14
"""So many words at most stand between `quoted` and `as saying`."""


def _citing(scene: Scene, hit: Hit) -> Frame | None:
    """`dikutip dari X`, `citing X`, «со ссылкой на X»: a relay, or the utterer where there is none yet; no reason that is cited."""
    if ground(scene.sentence, scene.grammar, hit.end) is not None:
        return None
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
    frame.content = kept(scene, at + 1, scene.end) if at + 1 < scene.end else None
    return frame if frame.content else None


def _noun(scene: Scene, hit: Hit) -> Frame | None:
    """`the mayor's claim that …`, `tuduhan oposisi bahwa …`: a noun for what is said, with its owner beside it."""
    g, low = scene.grammar, scene.low
    that = next((i for i in range(hit.end, min(hit.end + NEAR_NOUN, scene.end)) if low[i] in scene.grammar.thats), None)
    if that is None:
        return None
    owner = (hit.end, that) if that > hit.end else _owner(scene, hit.start)
    if owner is None:
        return None
    frame = Frame(hit=hit, cue=(hit.start, hit.end), subject=owner, content=None, side="right", edge=hit.start)
    start = that if g.complementiser_in_content else that + 1
    end = next((i for i in range(start, scene.end) if low[i] in BREAKS and not scene.quoted[i]), scene.end)
    frame.content = kept(scene, start, end)
    return frame if frame.content else None


NEAR_NOUN = 5


def _owner(scene: Scene, at: int) -> Range | None:
    """`his claim`, `Jane Roe's claim`: whoever stands before the noun as its owner."""
    if at == 0:
        return None
    if scene.low[at - 1] in scene.grammar.possessives:
        return at - 1, at
    if not POSSESSIVE.search(scene.low[at - 1]):
        return None
    first = at - 1
    while first and (scene.capital(first - 1) or scene.low[first - 1] in scene.grammar.determiners):
        first -= 1
    return first, at


def _agent(scene: Scene, hit: Hit) -> Frame | None:
    """`Hal itu disampaikan X`: the source behind a passive; what it is about stands before the word for it."""
    subject = subject_right(scene, hit.end)
    if subject is None:
        return None
    frame = Frame(hit=hit, cue=(hit.start, hit.end), subject=subject, content=None, side="left", edge=hit.start)
    return frame if left_content(scene, frame) else None


def _passive(scene: Scene, hit: Hit) -> Frame | None:
    """`dilaporkan`, «сообщается»: nobody says it."""
    frame = Frame(hit=hit, cue=(hit.start, hit.end), subject=None, content=None, side="right", edge=hit.start)
    right_content(scene, frame)
    if frame.content is None or not frame.complement:
        first = hit.start
        while first and scene.low[first - 1] not in HARD_BREAKS:
            first -= 1
        frame.content = kept(scene, first, scene.end)
        frame.side = "around"
    return frame if frame.content else None


READERS = {
    "stem": _stem,
    "clitic": _clitic,
    "preposition": _preposition,
    "inner": _inner,
    "impersonal": _impersonal,
    "citing": _citing,
    "quoting": _quoting,
    "passive": _passive,
    "agent": _agent,
    "written": _written,
    "noun": _noun,
}
VERBAL = {"verb": verb, "show": show}
