"""A desk's own note: what was learned by telephone, with who said it and when."""

import hashlib

from khabar.intake.options import IntakeOptions
from khabar.intake.text import edition_id
from khabar.language.identify import identify
from khabar.model.edition import Edition
from khabar.model.moment import as_printed, parse_moment

CLEANER = "note"
FRAMES = {"en": "{source} said: {note}", "id": "{source} mengatakan: {note}", "ru": "{source} сообщил: {note}"}
"""How a note becomes a sentence that can be read like any other: the desk's words stay as they are."""


def edition_of_note(note: str, source: str, said_at: str, *, options: IntakeOptions) -> Edition:
    """The edition of a note. The text reads `WHO said: NOTE` in the note's language.

    Raises:
        UsageError: the time is none.
    """
    moment = parse_moment(said_at, zone=options.zone)
    lang = options.lang or identify(note)[0] or "en"
    text = FRAMES.get(lang, FRAMES["en"]).format(source=source, note=note.strip())
    raw = f"{source}\0{as_printed(moment)}\0{note}".encode("utf-8", "replace")
    raw_hash = hashlib.sha256(raw).hexdigest()
    address = f"note:{raw_hash[:12]}"
    return Edition(
        id=edition_id(address, raw_hash),
        address=address,
        raw_hash=raw_hash,
        raw=raw,
        text=text,
        cleaner=CLEANER,
        body=((0, len(text)),),
        lang=lang,
        outlet=options.outlet or "our desk",
        published=as_printed(moment),
        published_precision=moment.precision,
        fetched=options.fetched,
    )
