"""Control and direction marks of a text, shown and never obeyed.

A report may hold anything. A right-to-left override in an outlet's name would turn a number around; a null character
ends a page in some browsers. Both are shown as what they are.
"""

import re

HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
"""Controls, direction marks and lone surrogates; tab and line ends stay."""


def visible(text: str) -> str:
    """The text with each hidden character written as ⟨U+202E⟩."""
    return HIDDEN.sub(lambda m: f"⟨U+{ord(m.group()):04X}⟩", text)
