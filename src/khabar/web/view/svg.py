"""SVG elements as markup. Presentation comes from the style sheet by class: the content policy forbids style attributes."""

from markupsafe import Markup, escape

from khabar.model.visible import visible


def el(name: str, *inside: str | Markup, **attributes: object) -> Markup:
    """An element. `class_` is `class`, `text_anchor` is `text-anchor`; an attribute that is None is left out."""
    said = Markup("").join(
        Markup(' {}="{}"').format(key.rstrip("_").replace("_", "-"), _value(value))
        for key, value in attributes.items()
        if value is not None
    )
    within = Markup("").join(escape(visible(i)) if not isinstance(i, Markup) else i for i in inside)
    return Markup("<{0}{1}>{2}</{0}>").format(name, said, within)


def _value(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0")
    return visible(str(value))


def text(x: float, y: float, words: str, **attributes: object) -> Markup:
    """A line of text at a point."""
    return el("text", words, x=x, y=y, **attributes)


def shape(status: str, x: float, y: float, size: float = 6.0) -> Markup:
    """A status as a shape: filled circle, hollow circle, crossed circle; never by colour alone."""
    circle = el("circle", cx=x, cy=y, r=size)
    if status in {"withdrawn", "disowned"}:
        far = size * 1.25
        stroke = el(
            "path",
            d=f"M{x - far:.1f} {y - far:.1f}L{x + far:.1f} {y + far:.1f}M{x - far:.1f} {y + far:.1f}L{x + far:.1f} {y - far:.1f}",
        )
        return el("g", circle, stroke, class_=f"shape {status}")
    return el("g", circle, class_=f"shape {status}")


def mark_shape(mark: str, x: float, y: float, size: float = 5.0) -> Markup:
    """A mark as a shape: half diamond (contested), hollow diamond (disputed), dotted ring (unconfirmed), square (any other)."""
    if mark == "unconfirmed":
        return el("circle", cx=x, cy=y, r=size * 1.9, class_="mark-shape unconfirmed")
    diamond = f"M{x:.1f} {y - size:.1f}l{size:.1f} {size:.1f}l{-size:.1f} {size:.1f}l{-size:.1f} {-size:.1f}z"
    if mark == "contested":
        half = el("path", d=f"M{x:.1f} {y - size:.1f}l{-size:.1f} {size:.1f}l{size:.1f} {size:.1f}z", class_="half")
        return el("g", el("path", d=diamond), half, class_="mark-shape contested")
    if mark == "disputed":
        return el("path", d=diamond, class_="mark-shape disputed")
    square = el("rect", x=x - size * 0.8, y=y - size * 0.8, width=size * 1.6, height=size * 1.6)
    return el("g", square, class_="mark-shape other")
