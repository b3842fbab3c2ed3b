"""Media as sources: a known name, or a name beside a word for what it is (`state television channel Inti 24`)."""

from khabar.language.lexicon import Hit
from khabar.language.offices import SAME, authority
from khabar.model.reading import SourceKind
from khabar.model.span import Span
from khabar.reading.cast import name_key
from khabar.reading.document import Sentence
from khabar.reading.page import Page, Party, Piece, no_office

MEDIA = frozenset({"state_medium", "news_medium", "medium_name"})
SHORT = 3
QUOTES = '«»"“”„ .,'


def medium(page: Page, piece: Piece, role: list[Span], kind: SourceKind | None) -> Party | None:
    """The medium that a source's words name, None where they name none."""
    sentence = piece.sentence
    first = _widened(page, piece, role) if kind == "medium" else piece.first
    hits = [h for h in sentence.of[MEDIA] if first <= h.start and h.end <= piece.last] if sentence.has(MEDIA) else []
    if not hits and kind != "medium":
        return None
    span = sentence.span(piece.first, piece.last)
    known = next((h for h in hits if h.entry.category == "medium_name" and _fits(sentence, h)), None)
    state = "state_medium" in [h.entry.category for h in hits]
    if known is not None:
        name = known.entry.attributes["name"]
        return Party("medium", span, name, name=(name,), state=state)
    describes = [h for h in hits if h.entry.category != "medium_name"]
    if describes and all(_of_office(page, span, h) for h in describes):
        return None
    if (kind == "document" and not state) or (not describes and kind != "medium"):
        return None
    return _described(page, piece, first, describes, state=state)


def _of_office(page: Page, span: Span, hit: Hit) -> bool:
    """Whether a word for a medium is one of the words of an office: «дорожное агентство»."""
    seats = [s for s in page.seats_in([span]) if s.office.type]
    longer = hit.end - hit.start
    return bool(seats) and any(s.first <= hit.start and hit.end <= s.last and s.last - s.first > longer for s in seats)


def _widened(page: Page, piece: Piece, role: list[Span]) -> int:
    """Where the description of a medium begins that stands before its name or in the role."""
    first = piece.first
    before = page.piece(role[0]) if role else None
    if before is not None and before.number == piece.number:
        first = min(first, before.first)
    return min([first, *(h.start for h in piece.sentence.of[MEDIA] if h.end == piece.first)])


def _described(page: Page, piece: Piece, first: int, describes: list[Hit], *, state: bool) -> Party | None:
    sentence = piece.sentence
    span = sentence.span(piece.first, piece.last)
    name = _name(page, sentence, first, piece.last, describes)
    longest = max(describes, key=lambda h: h.end - h.start, default=None)
    country = _country(page, sentence, longest)
    if name is not None:
        printed = page.text(name).strip(QUOTES)
        return Party("medium", span, printed, name=(printed,), state=state, authority=country)
    if not state and any(s.office.family == "medium" for s in page.seats_in([span])):
        return None
    if longest is None:
        return Party("medium", span, page.text(span).strip(QUOTES), state=state)
    end = longest.end
    while not state and end < piece.last and sentence.words[end][0].isupper():
        end += 1
    printed = page.text(sentence.span(longest.start, end))
    return Party("medium", span, printed, state=state, authority=country, named=end > longest.end)


def _fits(sentence: Sentence, hit: Hit) -> bool:
    """Whether a medium's name stands in capitals; a short one whose letters are a word too, wholly so."""
    word = sentence.words[hit.start]
    short = hit.entry.attributes.get("upper") and len(word) <= SHORT
    return word.isupper() if short else word[0].isupper()


def _name(page: Page, sentence: Sentence, first: int, last: int, describes: list[Hit]) -> Span | None:
    """The capitalised words (with numbers) of a medium's name, outside of what describes it and of places; words between quotation marks as they are."""
    used = {i for h in describes for i in range(h.start, h.end) if not _in_capitals(sentence, h)}
    best: tuple[int, int] | None = None
    at = first
    while at < last:
        end = at
        while end < last and end not in used and _name_word(page, sentence, end, inner=end > at):
            end += 1
        if end > at and (best is None or end - at >= best[1] - best[0]):
            best = (at, end)
        at = max(end, at + 1)
    return sentence.span(*best) if best else None


def _in_capitals(sentence: Sentence, hit: Hit) -> bool:
    """Whether a word for a medium is part of the name: `Libyan News Agency`, `Radio Altiplano`."""
    words = sentence.words[hit.start : hit.end]
    return hit.start > 0 and all(w[0].isupper() and not w.isupper() for w in words)


def _name_word(page: Page, sentence: Sentence, at: int, *, inner: bool) -> bool:
    word = sentence.words[at]
    if word[0].isupper():
        return sentence.low[at] not in page.grammar.determiners and not page.place_at(sentence.starts[at])
    return inner and (word[0].isdigit() or word in {"-", ".", "&"} or sentence.words[at - 1] == "." or _is_quoted(sentence, at))


def _is_quoted(sentence: Sentence, at: int) -> bool:
    """Whether a quotation mark that opens stands shortly before a word, and none that closes."""
    before = sentence.words[max(0, at - 3) : at + 1]
    return "«" in before[:-1] and "»" not in before


def _country(page: Page, sentence: Sentence, hit: Hit | None) -> str | None:
    if hit is None:
        return None
    found = authority(sentence.words, sentence.of["country_again"], no_office(hit.start, hit.end), page.code)
    return found if found != SAME else None


def media(page: Page) -> dict[str, Party]:
    """The media that the report names beside a word for what they are, by the keys of their names."""
    found: dict[str, Party] = {}
    for number, sentence in enumerate(page.document.sentences):
        if not sentence.of["state_medium"] and not sentence.of["news_medium"]:
            continue
        for hit in sentence.of["state_medium", "news_medium"]:
            last = _past_name(page, sentence, hit.end)
            made = medium(page, Piece(sentence, number, hit.start, last), [], "medium") if last > hit.end else None
            if made is not None and made.name:
                found.setdefault(name_key(made.text), made)
    return found


def _past_name(page: Page, sentence: Sentence, at: int) -> int:
    """Where the name ends that begins behind a word for a medium, a comma or a quotation mark between allowed."""
    first = at
    while first < len(sentence.words) and sentence.words[first] in {",", "«", '"', "“"}:
        first += 1
    last = first
    while last < len(sentence.words) and _name_word(page, sentence, last, inner=last > first):
        last += 1
    return last if last > first else at
