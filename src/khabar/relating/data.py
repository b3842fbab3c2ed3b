"""General data of relating: types of office, kinds of measure, classes of population. All of it is in `language/general/*.toml`."""

import functools
import tomllib
from importlib.resources import files
from typing import Any

import msgspec


class OfficeType(msgspec.Struct, frozen=True, kw_only=True):
    """A type of office: its printed label, the types it is set over, and its level (`offices.toml` tells the words)."""

    type: str
    label: str
    over: tuple[str, ...] = ()
    level: str = "national"


@functools.cache
def office_types() -> dict[str, OfficeType]:
    """All types of office by name."""
    rows = _table("offices")["office"]
    keys = ("type", "label", "over", "level")
    return {r["type"]: msgspec.convert({k: r[k] for k in keys if k in r}, OfficeType) for r in rows if "label" in r}


def office_type(name: str | None) -> OfficeType | None:
    """The type of that name; for one that is not listed, one with a label made from its name; None for None."""
    if name is None:
        return None
    found = office_types().get(name)
    if found:
        return found
    family, _, rest = name.partition(".")
    words = f"{rest} {family}" if rest else family
    return OfficeType(type=name, label=words.replace("_", " ").title())


def set_over(upper: str | None, lower: str | None) -> bool:
    """Whether general data sets offices of the type `upper` over publishers of the type `lower`."""
    kind = office_type(upper)
    if kind is None or lower is None:
        return False
    return any(lower == o or (o.endswith("*") and lower.startswith(o[:-1])) for o in kind.over)


@functools.cache
def is_stock(measure: str) -> bool:
    """Whether the measure is a stock (missing) and not cumulative (killed)."""
    return measure in _table("measures")["measures"]["stock"]


@functools.lru_cache(maxsize=4096)
def population(words: str | None) -> str:
    """The class of a population, `""` for everybody, else the words themselves in lower case.

    The longest stem wins where several classes have one; a class is only taken if every content word of a short
    phrase leads to no other class.
    """
    low = (words or "").strip().lower()
    if not low:
        return ""
    found = {identity for identity, stems in _stems() if any(_begins(low, stem) for stem in stems)} - {""}
    if len(found) == 1:
        return found.pop()
    if not found and any(_begins(low, stem) for identity, stems in _stems() if not identity for stem in stems):
        return ""
    return "+".join(sorted(found)) or low


def _begins(low: str, stem: str) -> bool:
    return low.startswith(stem) or f" {stem}" in low


@functools.cache
def _stems() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((row["id"], tuple(row["stems"])) for row in _table("populations")["population"])


@functools.cache
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files("khabar.language").joinpath("general", f"{name}.toml").read_text("utf-8"))
