"""How answers are drawn: pure functions from plain values to words, marked text and SVG."""
