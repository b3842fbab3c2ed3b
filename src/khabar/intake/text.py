"""Plain text to an edition: furniture and stray marks out, every offset traceable to the raw input."""

import datetime as dt
import hashlib
import re
from collections.abc import Iterator
from pathlib import PurePath

from khabar.intake.dated import first_full_date
from khabar.intake.decode import decode
from khabar.intake.furniture import Page, part_lines
from khabar.intake.options import IntakeOptions
from khabar.language.identify import identify
from khabar.model.alignment import from_raw, join_pieces
from khabar.model.edition import Edition
from khabar.model.errors import NotText
from khabar.model.moment import as_printed, parse_moment
from khabar.model.span import Span, Spans

CLEANER = "khabar-text 1"
NOISE = re.compile(r"\{\{[^{}\n]*\}\}|\*{2,}|_{2,}|[\u200b\u2060\ufeff\u00ad\x00-\x08\x0b-\x1f\x7f]+|(?<=\n)\s+(?=\n)")
"""Marks that no one wrote: bold stars, zero-width and soft characters, controls."""

HEAD_LINES = 600
"""In how many code points of the head a date is taken for the day of publication."""

TITLE_LENGTH = 160


def edition_of_text(raw: bytes, address: str, options: IntakeOptions) -> Edition:
    """The edition of a plain text.

    Raises:
        NotText: empty, binary, or nothing but furniture.
    """
    whole = decode(raw, address)
    lang = options.lang or identify(whole)[0]
    page = part_lines(whole, lang)
    if not page.body:
        raise NotText(f"{address}: no text but page furniture; nothing to read")
    text, alignment = join_pieces(whole, list(_kept(whole, page.lines)))
    raw_hash = hashlib.sha256(raw).hexdigest()
    published, precision = _published(whole, page, address, options)
    return Edition(
        id=edition_id(options.url or address, raw_hash),
        address=options.url or address,
        raw_hash=raw_hash,
        raw=raw,
        text=text,
        cleaner=CLEANER,
        body=tuple((from_raw(alignment, start), from_raw(alignment, end)) for start, end in page.body),
        alignment=alignment,
        lang=options.lang,
        title=_title(whole, page),
        url=options.url,
        outlet=options.outlet or (page.head.outlet if page.head else None),
        byline=", ".join(page.bylines) or None,
        credit=tuple(dict.fromkeys(page.credits)),
        dateline=_dateline(page, alignment),
        published=published,
        published_precision=precision,
        fetched=options.fetched,
    )


def edition_id(address: str, raw_hash: str) -> str:
    """What makes an edition the same: its address and its bytes."""
    return hashlib.sha256(f"{address}\0{raw_hash}".encode()).hexdigest()[:16]


def _dateline(page: Page, alignment: Spans) -> Span | None:
    if page.head is None or page.head.place is None:
        return None
    start, end = page.head.place
    return from_raw(alignment, start), from_raw(alignment, end)


def _kept(raw: str, body: list[Span]) -> Iterator[Span]:
    """The pieces of the raw text that stay, a line break after each line."""
    for start, end in body:
        at = start
        for noise in NOISE.finditer(raw, start, end):
            if noise.start() > at:
                yield at, noise.start()
            at = noise.end()
        stop = raw.find("\n", end)
        if at < end:
            yield at, end
        if stop >= 0:
            yield stop, stop + 1


def _published(whole: str, page: Page, address: str, options: IntakeOptions) -> tuple[str | None, str | None]:
    """When it was published: as given, else in a line that tells only that, else the first full date of its head, else a date in the file's name.

    The head is the dateline, the title and the lead: a date further down is as likely that of another event.
    """
    if options.published:
        moment = parse_moment(options.published, zone=options.zone)
        return as_printed(moment), moment.precision
    start = page.body[0][0]
    lead = next((line for line in page.lines[1 if _title(whole, page) else 0 :] if line[1] > start), (start, start))
    words = whole[start : min(lead[1], start + HEAD_LINES)]
    head = "\n".join((*page.moments, page.head.words if page.head else "", words))
    day = first_full_date(head, options.lang or identify(whole)[0]) or first_full_date(PurePath(address).name)
    if day is None or day > dt.datetime.now(dt.UTC).date() + dt.timedelta(days=1):
        return None, None
    return day.isoformat(), "day"


def _title(whole: str, page: Page) -> str | None:
    """The first line, if it looks like a headline: short, without a stop, and with the report below it."""
    start, end = page.lines[0]
    line = whole[start:end]
    if len(page.lines) < 2 or len(line) > TITLE_LENGTH or line[-1] in '.!?…"”»:;,' or line[0] in "-–—":
        return None
    return None if page.head and page.head.end <= start else line
