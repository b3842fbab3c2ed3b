"""Khabar reads crisis news and tells whose number it is, and whether it still stands."""
