"""Text for templates: what is hidden in it is made visible, everything else is left to be escaped."""

from markupsafe import Markup, escape

from khabar.model.visible import HIDDEN, visible


def shown(value: object) -> object:
    """What a template prints for a value: nothing for None, strings made visible, markup as it is."""
    if value is None:
        return ""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def marked(text: str) -> Markup:
    """The text as HTML, each hidden character in a box of its own that says its code."""
    parts, last = [], 0
    for match in HIDDEN.finditer(text):
        box = Markup('<span class="hidden-mark">U+{:04X}</span>').format(ord(match.group()))
        parts += [escape(text[last : match.start()]), box]
        last = match.end()
    return Markup("").join([*parts, escape(text[last:])])
