"""What an office is called in a report, and what words like `the agency` refer back to."""

from khabar.language.labels import label
from khabar.reading.mentions import Seat
from khabar.reading.page import STEM, Page

MANY = frozenset({"ngo", "company", "university", "hospital", "party", "union", "armed.group", "embassy", "court", "un", "alliance", "prison", "morgue", "church",
                  "transport.authority", "agency.meteorology", "council.local", "authorities.local", "prosecutor", "ministry"})  # fmt: skip
FAMILIES = ("company.", "union.", "agency.")
"""Types, and families of types, of which one authority has many: only the name tells them apart."""

FORCES = frozenset({"police", "army", "navy", "air.force", "national.guard", "security.service", "security.forces", "border.guard", "parliament", "fire"})  # fmt: skip
"""Types whose words often name people and not an office: referred back to only after they spoke."""

SINGLE = frozenset({"agency.disaster", "agency.disaster.local", "agency.rescue", "agency.health", "agency.statistics"})
"""Types of the families of which an authority has one."""

LOOSE = frozenset({"authorities", "authorities.local", "armed.group", "party", "company", "university", "hospital", "court", "prison", "government"})  # fmt: skip
"""Types that words like `the office` do not refer back to."""

LONGEST_PART = 5
LARGE = frozenset({"national", "federal", "state", "royal", "central", "general"})
INSIDE = frozenset({"of", "for", "de", "dr", ".", "«", "»", "-", "&"})


def office_name(page: Page, seat: Seat, stop: int | None) -> tuple[str, bool]:
    """The name of an office as printed, and whether it is a name of its own (`Radio Union of Peru`) and no common noun (`the union`).

    The words around it belong to it where they are capitalised, or stand in quotation marks behind it, up to the offset `stop`.
    """
    sentence = page.document.sentences[seat.sentence]
    if not _is_many(seat.office.type):
        first = seat.first
        while (
            page.code == "en"
            and first > 1
            and sentence.low[first - 1] in LARGE
            and sentence.words[first - 1][0].isupper()
        ):
            first -= 1
        return _without_possessive(page.text(sentence.span(first, seat.last)), page.code), True
    stop = sentence.end if stop is None else stop
    first, last = seat.first, seat.last
    while page.code != "id" and first and seat.first - first < LONGEST_PART and _joins(page, seat, first - 1):
        first -= 1
    at = last
    while at < len(sentence.words) and at - seat.last < LONGEST_PART and sentence.starts[at] < stop:
        if _joins(page, seat, at):
            last = at + 1 + (sentence.words[at + 1 : at + 2] == ["»"])
        elif sentence.words[at] not in INSIDE:
            break
        at += 1
    text = page.text(sentence.span(first, last))
    proper = (first, last) != (seat.first, seat.last) or any(
        _is_proper(page, sentence.words[i], i) for i in range(first, last)
    )
    return _without_possessive(text, page.code), proper


def _is_many(type_: str | None) -> bool:
    return type_ in MANY or (type_ is not None and type_.startswith(FAMILIES) and type_ not in SINGLE)


def _joins(page: Page, seat: Seat, at: int) -> bool:
    """Whether a word beside an office is part of its name."""
    sentence = page.document.sentences[seat.sentence]
    word = sentence.words[at]
    if not word[0].isupper() or sentence.low[at] in page.grammar.determiners or word[-2:] in {"'s", "’s"}:
        return at > 0 and sentence.words[at - 1] == "«" and word[0].isalpha()
    g, low = page.grammar, sentence.low[at]
    return not (at == 0 and (page.small(low) or low in g.leads or low in g.prepositions))


def _is_proper(page: Page, word: str, at: int) -> bool:
    """An abbreviation, or a capital inside a sentence of a word that the report does not write small."""
    return (word.isupper() and len(word) > 1) or (at > 0 and word[0].isupper() and not page.small(word.lower()))


def _without_possessive(text: str, code: str) -> str:
    return text[:-2] if code == "en" and text[-2:] in {"'s", "’s"} else text


def refers_to(page: Page, seat: Seat, other: Seat, spoke: set[str | None]) -> bool:
    """Whether words like `the ministry` can refer back to an office: by family, and by the noun they share."""
    type_ = other.office.type
    if not type_:
        return False
    if seat.office.family == "ministry":
        return type_.startswith("ministry")
    if seat.office.wide:
        return type_ not in LOOSE and (type_ in spoke or type_ not in FORCES)
    noun = page.document.sentences[seat.sentence].low[seat.last - 1]
    if page.code == "id":
        noun = page.document.sentences[seat.sentence].low[seat.first]
    return (type_ in spoke or type_ not in FORCES) and _shares(page, noun, other)


def _shares(page: Page, noun: str, other: Seat) -> bool:
    """Whether an office's name has the noun, or is an abbreviation that may hide it."""
    sentence = page.document.sentences[other.sentence]
    words = [*sentence.low[max(0, other.first - 1) : other.last + 1], *label(other.office.type or "").lower().split()]
    if any(w.isupper() and len(w) > 1 for w in sentence.words[other.first : other.last]):
        return True
    return any(w[:STEM] == noun[:STEM] if page.code == "ru" else w == noun for w in words)
