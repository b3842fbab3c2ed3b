"""A frame: one cue with the words around it that are its source and its content."""

import msgspec

from khabar.language.lexicon import Hit
from khabar.reading.scene import Range


class Frame(msgspec.Struct, gc=False):
    """A cue with what belongs to it, in tokens of its sentence.

    Attributes:
        subject: the noun phrase of the source with all that is attached to it; None where there is none.
        content: what is said; None where it lies outside of the sentence.
        quotation: the number (from 0) of the quotation in the scene that is the content, or None.
        side: where the content lies.
        same: the speaker is that of the frame before (`adding that`).
        more: content that goes on behind an attribution between commas.
        relays: who passed it on, from the utterer outwards; `second_cue` is the relay's cue where the language counts both.
        negated: whether the verb is denied (`did not confirm`).
        apart: whether it is a clause of its own, so that no content before reaches into it.
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
    negated: bool = False
    complement: bool = False
    apart: bool = False
    more: Range | None = None
    relays: list[Range] = []
    second_cue: Range | None = None
