"""The demonstration: paraphrased reports of the January 2022 unrest in Kazakhstan, and a page to check against them."""

from importlib.resources import files
from importlib.resources.abc import Traversable

PAGE = "cakra-news-2022-01-09.txt"


def reports() -> Traversable:
    """The reports, JSON Lines."""
    return files("khabar.demo").joinpath("reports.jsonl")


def page() -> Traversable:
    """The page that is checked: our paraphrase of an Indonesian page of 9 January 2022 that never changed."""
    return files("khabar.demo").joinpath(PAGE)
