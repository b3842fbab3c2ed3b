"""Attributions without a word of saying, at the edge of a line: `"…" — Jane Roe`, `JANE ROE: …`, `Toll rises to 9: UN`."""

from khabar.language.lexicon import Entry, Hit
from khabar.reading.contents import kept, left_content, whole_quotation
from khabar.reading.frame import Frame
from khabar.reading.scene import QUOTE_MARKS, Range, Scene
from khabar.reading.unknown import looks_verbal

DASHES = frozenset("–—―-")
SHORT_TAIL = 4
LONGEST_TAIL = 8
LONGEST_HEAD = 6
SHORTEST_TEXT = 3
NAMED = frozenset({"organisation", "medium", "role", "rank", "collective", "unnamed", "document"})
MARK = Entry(category="cue", words=(":",), attributes={"frame": "edge", "act": "asserts"})


def at_edge(scene: Scene) -> Frame | None:
    """The frame of a line whose source stands alone before a colon, or behind a dash or colon at its end."""
    return _head(scene) or _tail(scene)


def signature(scene: Scene) -> tuple[Range, Range] | None:
    """The dash and the source of a line that holds nothing else: `― Jane Roe, 34, Port City` under a quotation."""
    if scene.end < 2 or scene.low[0] not in DASHES:
        return None
    last = next((i for i in range(1, scene.end) if scene.low[i] == ","), scene.end)
    if last > LONGEST_TAIL or not _is_source(scene, (1, last)) or (last == 2 and not scene.capital(1)):
        return None
    return (0, 1), (1, last)


def _head(scene: Scene) -> Frame | None:
    """`PENCE: Well, look …`."""
    first = 1 if scene.low[:1] and scene.low[0] in QUOTE_MARKS and not _closed(scene) else 0
    for at in range(first + 1, min(first + LONGEST_HEAD + 1, scene.end - 1)):
        if scene.low[at] == ":" and not scene.low[at - 1].isdigit():
            if not _is_source(scene, (first, at)) or _is_event(scene, (first, at)) or _is_label(scene, first, at):
                return None
            content = kept(scene, at + 1, scene.end)
            verb = at - first > 1 and scene.grammar.verb_first and looks_verbal(scene, at - 1)
            cue, subject = ((at - 1, at), (first, at - 1)) if verb else ((at, at + 1), (first, at))
            frame = _frame(cue, subject, content, "right")
            if not first:
                whole_quotation(scene, frame)
            return frame if content and content[1] - content[0] >= SHORTEST_TEXT else None
        if not (scene.capital(at) or scene.low[at].isalpha() or scene.low[at] in QUOTE_MARKS):
            return None
    return None


def _is_label(scene: Scene, first: int, last: int) -> bool:
    """`CORRECTION: …`, `Editor's note: …`: words that tell what stands behind them."""
    return scene.grammar.labels.issuperset(scene.low[first:last])


def _closed(scene: Scene) -> bool:
    """Whether the quotation that opens the line is only a name before the colon."""
    number = scene.number_of(0)
    return number is not None and number.scare


def _is_event(scene: Scene, phrase: Range) -> bool:
    """`Banjir Kota Padang: …`: a name with a place in it and without a word for a source is what the report is about."""
    first, last = phrase
    named = any(first <= h.start < last and h.entry.category in NAMED for h in scene.sentence.hits)
    return not named and last - first > 1 and any(scene.sentence.starts[i] in scene.placed for i in range(first, last))


def _tail(scene: Scene) -> Frame | None:
    """`"…" — Jane Roe`; `Toll rises to 9 — UN` where the line is a headline."""
    for at in range(scene.end - 2, max(scene.end - LONGEST_TAIL - 2, SHORTEST_TEXT - 1), -1):
        mark = scene.low[at]
        if (mark not in DASHES and mark != ":") or scene.glued(at):
            continue
        quoted = scene.speech(at - 1) or (scene.low[at - 1] in DASHES and scene.speech(at - 2))
        line = scene.end == len(scene.low)
        if not (quoted or line) or not _is_source(scene, (at + 1, scene.end)):
            return None
        start = at - (scene.low[at - 1] in DASHES)
        frame = _frame((start, at + 1), (at + 1, scene.end), None, "left")
        return frame if left_content(scene, frame) else None
    return None


def _frame(cue: Range, subject: Range, content: Range | None, side: str) -> Frame:
    return Frame(hit=Hit(*cue, MARK), cue=cue, subject=subject, content=content, side=side, edge=cue[0])


def _is_source(scene: Scene, phrase: Range) -> bool:
    """Whether a phrase is a name in capitals or is headed by a word for a source."""
    first, last = phrase
    while first < last and scene.low[first] in QUOTE_MARKS:
        first += 1
    while last > first and scene.low[last - 1] in QUOTE_MARKS:
        last -= 1
    if (
        first >= last
        or (not scene.capital(first) and last - first > SHORT_TAIL)
        or scene.low[first] in scene.grammar.objects
    ):
        return False
    if any(scene.low[i] in scene.grammar.finite or scene.low[i] in scene.grammar.times for i in range(first, last)):
        return False
    if all(
        scene.capital(i) or scene.low[i] in scene.grammar.links or scene.low[i] in ".,()" for i in range(first, last)
    ):
        return (
            last - first > 1
            or scene.words[first].isupper()
            or (last < scene.end and scene.headline())
            or (last == scene.end == len(scene.low) and first > 0)
            or any(h.start == first and h.entry.category in NAMED for h in scene.hits)
        )
    return any(first <= h.start < last and h.entry.category in NAMED for h in scene.hits)
