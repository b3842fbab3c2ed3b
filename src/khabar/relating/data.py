"""General data of relating: types of office, kinds of measure, classes of population. All of it is in `language/general/*.toml`."""

import functools
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any, NamedTuple

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
    """The type of that name; for one that is not listed, that of its family, with a label made from its name; None for None."""
    if name is None:
        return None
    found = office_types().get(name)
    if found:
        return found
    family, _, rest = name.partition(".")
    words = f"{rest} {family}" if rest else family
    level = kind.level if rest and (kind := office_types().get(f"{family}.*")) else "national"
    return OfficeType(type=name, label=words.replace("_", " ").title(), level=level)


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


@functools.cache
def may_fall(measure: str) -> bool:
    """Whether a lower later count of the measure is nothing that needs a reason: a stock, or what is counted in either way."""
    return is_stock(measure) or measure in _table("measures")["measures"]["either"]


@functools.cache
def near(one: str, other: str) -> bool:
    """Whether two measures are names that translations use for one another."""
    return one != other and any({one, other} <= set(group) for group in _table("measures")["measures"]["near"])


@functools.cache
def kinds_of_bodies() -> tuple[str, ...]:
    """Stems of the words that say what kind of body somebody is."""
    return tuple(_table("bodies")["bodies"]["kinds"])


@functools.lru_cache(maxsize=4096)
def population(words: str | None) -> str:
    """The class of a population, `""` for everybody, several joined by `+`, else the words themselves in lower case.

    Of stems that match in one place the longest counts: "petugas kesehatan" are health workers, no officers.
    """
    low = (words or "").strip().lower()
    if not low:
        return ""
    whole = next((row.id for row in _populations() if low in row.exact), None)
    if whole is not None:
        return whole
    found = _longest([m for row in _populations() for stem in row.stems for m in _matches(low, stem, row.id)])
    classes = {identity for _, _, identity in found} - {""}
    return "+".join(sorted(classes)) if classes else "" if found else low


class _Population(NamedTuple):
    id: str
    stems: tuple[str, ...]
    exact: frozenset[str]


_Match = tuple[int, int, str]
"""Where a stem matches, and its class."""


def _matches(low: str, stem: str, identity: str) -> Iterator[_Match]:
    """Where words of the text begin with the stem."""
    at = 0 if low.startswith(stem) else low.find(f" {stem}") + 1
    if at or low.startswith(stem):
        yield at, at + len(stem), identity


def _longest(matches: list[_Match]) -> list[_Match]:
    """The matches that lie in no longer one of another class."""
    return [
        m
        for m in matches
        if not any(o[2] != m[2] and o[0] <= m[0] and m[1] <= o[1] and o[1] - o[0] > m[1] - m[0] for o in matches)
    ]


@functools.cache
def _populations() -> tuple[_Population, ...]:
    rows = _table("populations")["population"]
    return tuple(_Population(r["id"], tuple(r["stems"]), frozenset(r.get("exact", ()))) for r in rows)


@functools.cache
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files("khabar.language").joinpath("general", f"{name}.toml").read_text("utf-8"))
