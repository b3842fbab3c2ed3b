"""What a line of a page is by its shape alone: a moment, a caption, a writer's name, a loose line that is no sentence.

The words are data: `furniture.toml` in the language folders.
"""

import functools
import re
import tomllib
from importlib.resources import files

from babel.dates import get_day_names, get_month_names

from khabar.language.base import SUPPORTED

LETTERS = re.compile(r"[^\W\d_]+")
CLOCK_OR_YEAR = re.compile(r"\b\d{1,2}[:.]\d{2}\b|\b(?:19|20)\d\d(?!\d{3})|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}")
DOMAIN = r"(?:[\w-]+\.)+[A-Za-z]{2,10}"
NAMES = r"[A-ZА-ЯЁ][\w.'’-]+(?:\s+(?:(?:de|bin|al)\s+)?[A-ZА-ЯЁ][\w.'’-]*){1,3}"
NAME_ONLY = re.compile(rf"({NAMES})$")
NAME_AND_OUTLET = re.compile(rf"({NAMES})\s+[-–—|]\s+[\w.]+(?: [A-Z]\w+)?$")
ENDED = re.compile(r"[.!?…:;,][\"”»’')\]]*(?:\s*[(\[][^()\[\]]{1,30}[)\]]\.?)?$|[\"”»]$")
LISTED = re.compile(r"[-–•*]\s*\S|\d{1,2}[.)]\s")
PHOTO = re.compile(r"(?:foto|photo|фото)\s*:\s*\S+\s?/", re.IGNORECASE)
INSIDE = re.compile(r"[.!?]\s+[A-ZА-ЯЁ]|\]")
CLAUSES = 2
"""So many commas are in a sentence, and hardly in a heading."""

MOMENT_LENGTH, CAPTION_LENGTH, LOOSE_LENGTH = 80, 600, 110


def is_moment(line: str) -> bool:
    """Whether a line is nothing but a day or an hour, with the words that pages put around them."""
    if len(line) > MOMENT_LENGTH or line.endswith(".") or not any(c.isdigit() for c in line):
        return False
    words = LETTERS.findall(re.sub(DOMAIN, "", line).lower())
    return (bool(words) or bool(CLOCK_OR_YEAR.search(line))) and all(w in moments() for w in words)


def is_caption(line: str) -> bool:
    """Whether a line ends as captions do: in brackets or bare, an agency and whose picture it is."""
    if len(line) > CAPTION_LENGTH:
        return False
    match = _credit().search(line)
    return match is not None and (match["who"] is None or match["who"].strip().casefold() not in wires())


def is_loose(line: str) -> bool:
    """Whether a line is short and no sentence: a heading, a link, the name of a section."""
    return _short(line) and not line[0].islower() and not INSIDE.search(line) and line.count(",") < CLAUSES


def is_label(line: str) -> bool:
    """Whether a loose line is as short as the name of a section: three words at most, none of them a number."""
    line = line.rstrip(" ,|/")
    return _short(line) and len(LETTERS.findall(line)) <= 3 and not any(c.isdigit() for c in line)


def is_photo(line: str) -> bool:
    """Whether a line names whose picture stands above it; the line before is the caption."""
    return len(line) <= LOOSE_LENGTH and bool(PHOTO.match(line))


def is_number(line: str) -> bool:
    """Whether a line is a counter that a page's software left: figures and marks without a word."""
    return len(line) <= 6 and not any(c.isalpha() for c in line)


def writer_of(line: str, following: str) -> str | None:
    """The writer's name where a line is that name with its outlet, or the name alone above a moment."""
    if len(line) > 60:
        return None
    match = NAME_AND_OUTLET.match(line) or (NAME_ONLY.match(line) if is_moment(following) else None)
    return match[1] if match else None


def _short(line: str) -> bool:
    return (
        0 < len(line) <= LOOSE_LENGTH
        and not ENDED.search(line)
        and not LISTED.match(line)
        and not _quotes(line)
        and line[0] not in "[("
    )


def _quotes(line: str) -> bool:
    return any(c in line for c in '"“”«»„')


@functools.cache
def _credit() -> re.Pattern[str]:
    """The end of a caption. A second agency after the slash is no photographer, nor are initials: a desk signs so under a report."""
    agency = "|".join(sorted(map(re.escape, wires()), key=len, reverse=True))
    who = r"(?P<who>[A-Z](?=[^/()\n]*(?:[a-z]| [A-Z]))[\w.'’-]+(?: [A-Z][\w.'’-]*){0,4})(?:/[\w.'’ -]{1,40})*"
    return re.compile(
        rf"(?:\b(?i:{agency}|{DOMAIN})(?i:\s+(?:photo|foto))?\s?/\s?{who}\s*[)\]]?\s*\.?$)"
        r"|[(\[]\s*(?i:foto|photo|image|фото)\s*:[^()\[\]]*[)\]]\s*\.?$"
        rf"|\[(?i:{agency}|al jazeera)\]$"
    )


@functools.cache
def wires() -> frozenset[str]:
    """The agencies that a list has, folded to small letters."""
    return frozenset(n.casefold() for n in _table("general")["wires"]["names"])


@functools.cache
def moments() -> frozenset[str]:
    """Names of months and days, and the words of the data that stand with them."""
    names = {w for code in ("general", *SUPPORTED) for w in _table(code).get("moment", {}).get("words", [])}
    for code in SUPPORTED:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                tables = (get_month_names(width, context, code), get_day_names(width, context, code))
                names |= {word for t in tables for n in t.values() for word in LETTERS.findall(n.lower())}
    return frozenset(names)


@functools.cache
def _table(code: str) -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("khabar.language").joinpath(code, "furniture.toml").read_text("utf-8"))
