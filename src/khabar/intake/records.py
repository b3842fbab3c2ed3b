"""JSON Lines to editions: one object a report, with at least `id` and `text`, whose text is used exactly as given."""

import hashlib
from typing import Any

import msgspec

from khabar.intake.furniture import part_lines
from khabar.intake.options import IntakeOptions
from khabar.language.identify import identify
from khabar.model.edition import Edition
from khabar.model.errors import NotARecord, UsageError
from khabar.model.moment import as_printed, parse_moment

CLEANER = "as given"


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """A record as it comes in; unknown keys are ignored, so that a reading record can be read anew."""

    id: str
    text: str
    lang: str | None = None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    fetched: str | None = None
    byline: str | None = None
    credit: str | list[str] | None = None


def edition_of_line(line: bytes, where: str, options: IntakeOptions) -> Edition:
    """The edition of one line.

    Raises:
        NotARecord: the line is no JSON object with text in `id` and `text`, or has a time that is none.
    """
    try:
        given = msgspec.json.decode(line, type=Given)
    except (msgspec.DecodeError, UnicodeDecodeError) as e:
        raise NotARecord(f'{where}: no record: {e}; a line is one JSON object with at least "id" and "text"') from None
    if not given.text.strip():
        raise NotARecord(f'{where}: the text of record "{given.id}" is empty')
    return _edition(given, line, where, options)


def _edition(given: Given, line: bytes, where: str, options: IntakeOptions) -> Edition:
    lang = given.lang or options.lang
    page = part_lines(given.text, lang or identify(given.text)[0])
    raw_hash = hashlib.sha256(given.text.encode("utf-8", "surrogatepass")).hexdigest()
    head_credit = [given.credit] if isinstance(given.credit, str) else list(given.credit or ())
    about: dict[str, Any] = {
        "url": given.url or options.url,
        "outlet": given.outlet or options.outlet or (page.head.outlet if page.head else None),
        "byline": given.byline or ", ".join(page.bylines) or None,
        "credit": tuple(dict.fromkeys(head_credit + page.credits)),
    }
    published, precision = _moment(given.published or options.published, where, options)
    fetched, _ = _moment(given.fetched or options.fetched, where, options)
    return Edition(
        id=given.id,
        address=about["url"] or given.id,
        raw_hash=raw_hash,
        raw=line,
        text=given.text,
        cleaner=CLEANER,
        body=tuple(page.body),
        lang=lang,
        title=given.title,
        dateline=page.head.place if page.head else None,
        published=published,
        published_precision=precision,
        fetched=fetched,
        **about,
    )


def _moment(words: str | None, where: str, options: IntakeOptions) -> tuple[str | None, str | None]:
    if not words:
        return None, None
    try:
        moment = parse_moment(words, zone=options.zone)
    except UsageError as e:
        raise NotARecord(f"{where}: {e}") from None
    return as_printed(moment), moment.precision
