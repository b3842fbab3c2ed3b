"""Khabar reads crisis news and tells whose number it is, and whether it still stands."""

from khabar.intake.options import IntakeOptions
from khabar.model.errors import KhabarError
from khabar.model.reading import Reading
from khabar.model.version import VERSION
from khabar.pipeline import Ledger, read, read_text

__all__ = ["VERSION", "IntakeOptions", "KhabarError", "Ledger", "Reading", "read", "read_text"]
