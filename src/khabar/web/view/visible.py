"""Text made safe to look at: control and direction marks are shown, never obeyed.

A report may hold anything. A right-to-left override in an outlet's name would turn a number around; a null character
ends a page in some browsers. Both are shown as what they are.
"""

import re

from markupsafe import Markup, escape

HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
"""Controls, direction marks and lone surrogates; tab and line ends stay."""


def visible(text: str) -> str:
    """The text with each hidden character written as ⟨U+202E⟩."""
    return HIDDEN.sub(lambda m: f"⟨U+{ord(m.group()):04X}⟩", text)


def shown(value: object) -> object:
    """What a template prints for a value: nothing for None, strings made visible, markup as it is."""
    if value is None:
        return ""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def marked(text: str) -> Markup:
    """The text as HTML, each hidden character in a box of its own that says its code."""
    parts, last = [], 0
    for match in HIDDEN.finditer(text):
        parts += [
            escape(text[last : match.start()]),
            Markup('<span class="hidden-mark">U+{:04X}</span>').format(ord(match.group())),
        ]
        last = match.end()
    return Markup("").join([*parts, escape(text[last:])])
