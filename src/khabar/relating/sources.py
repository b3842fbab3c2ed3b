"""Who is who across reports: an office of an authority, a medium, a person. What cannot be told stays unresolved."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

import msgspec

from khabar.language.names import printed
from khabar.relating.data import office_type
from khabar.relating.facts import Link
from khabar.relating.names import own_name, person, plain

T = TypeVar("T")


NAMELESS = "nameless"
"""The type of a channel, post or outlet without a name: of whom nobody can tell whether it is a rival of anybody."""
BY_THEMSELVES = frozenset({"site", "many", "named"})
"""Levels of office that are an authority by themselves, and have a name of their own."""


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """A source brought to one form.

    Attributes:
        key: the same for the same source in every report and language.
        authority: what its figures succeed one another within; its own key where it is an authority by itself.
        label: how it is printed.
        type, kind: as in the link.
        person: who spoke.
        parent: type of the office that the text sets over it.
        belongs: the administration that a medium is of, where it is a state's.
        rulings: the numbers of those that made it of another one.
        resolved: False where several authorities have such an office and the report does not say which.
    """

    key: str
    authority: str
    label: str
    kind: str
    type: str | None = None
    person: str | None = None
    resolved: bool = True
    parent: str | None = None
    belongs: str | None = None
    rulings: tuple[int, ...] = ()


class Directory:
    """The administrations that the reports of a situation name, so that an office without a place finds its own.

    Args:
        authorities: for each country (root) the authorities that are named there.
        joined: keys that a ruling joins, each with the source it becomes.
    """

    def __init__(
        self, authorities: Mapping[str, frozenset[str]] | None = None, joined: Mapping[str, Known] | None = None
    ) -> None:
        self._authorities = authorities or {}
        self._joined = joined or {}

    def known(self, link: Link, *, root: str, edition: str) -> Known:
        """The source that a link of a report on `root` names."""
        found = self._find(link, root, edition)
        if link.apart:
            found = msgspec.structs.replace(found, key=found.key + link.apart, authority=found.key + link.apart)
        to = self._joined.get(found.key)
        return msgspec.structs.replace(to, person=found.person or to.person) if to else found

    def joining(self, joined: Mapping[str, Known]) -> "Directory":
        """The same with sources joined."""
        return Directory(self._authorities, joined)

    def _find(self, link: Link, root: str, edition: str) -> Known:
        if link.kind == "unnamed":
            return self._plain(link, f"unnamed:{edition}:{plain(link.name)}")
        if link.type and not link.type.startswith("media") and link.kind in {"office", "collective", "person"}:
            return self._office(link, root)
        if link.person and link.kind == "person":
            return self._plain(link, f"person:{person(link.person)}")
        if link.kind == "medium" or (link.type or "").startswith("media"):
            return self._medium(link, root)
        if link.kind in {"office", "collective"} and (own := own_name(link.name)) != link.name:
            return self._plain(msgspec.structs.replace(link, kind="office"), f"office:ngo:{plain(own)}")
        return self._plain(link, f"{link.kind}:{plain(link.name)}")

    def _office(self, link: Link, root: str) -> Known:
        kind = office_type(link.type)
        level = kind.level if kind else "national"
        label = kind.label if kind else link.name
        if level == "own":
            return self._plain(link, f"office:{link.type}", label=label)
        if level in BY_THEMSELVES:
            return self._plain(link, f"office:{link.type}:{_told_by(link, level, root)}", label=link.name)
        if level == "local":
            return self._local(link, root)
        authority, resolved = self._authority(link, link.country or root, root)
        named = f"{label} ({authority[1:]})" if authority.startswith("=") else label
        within = f"{authority}/{(link.type or '').split('.')[0]}" if level == "apart" else authority
        return Known(
            key=f"office:{authority}/{link.type}", authority=within, label=named, kind="office", type=link.type,
            person=link.person, resolved=resolved, parent=link.parent,
        )  # fmt: skip

    def _local(self, link: Link, root: str) -> Known:
        place = link.place or link.own
        if not place and (seat := _bare_country(link, root)):
            authority, resolved = f"{seat}@", True
        else:
            authority, resolved = self._authority(link, f"{link.type}@{place}", f"{root}@{place}")
        return Known(
            key=f"office:{authority}/{link.type}@{place}", authority=authority, label=printed(link.name), kind="office",
            type=link.type, person=link.person, resolved=resolved, parent=link.parent,
        )  # fmt: skip

    def _authority(self, link: Link, where: str, otherwise: str) -> tuple[str, bool]:
        """The administration of an office and whether that is sure: its own, else the only one known there."""
        found = self._authorities.get(where, frozenset())
        by_name = [name for name in found if name.startswith("=")]
        if link.authority and not (link.authority.startswith("=") and len(by_name) < 2):
            return link.authority, True
        settled = found - set(by_name) if len(by_name) < 2 else found
        if len(settled) == 1:
            return next(iter(settled)), True
        return (otherwise, True) if not settled else (f"?{otherwise}", False)

    def _medium(self, link: Link, root: str) -> Known:
        state = link.type == "media.state" or link.authority
        belongs = self._authority(link, link.country or root, root)[0] if state else None
        return msgspec.structs.replace(self._plain(link, f"medium:{plain(own_name(link.name))}"), belongs=belongs)

    def _plain(self, link: Link, key: str, *, label: str | None = None) -> Known:
        return Known(
            key=key, authority=key, label=label or printed(link.person or link.name), kind=link.kind, type=link.type,
            person=link.person, parent=link.parent,
        )  # fmt: skip


def _told_by(link: Link, level: str, root: str) -> str:
    """What tells a body from others of its sort: its whole name; or its own words, else its town, else its country."""
    return plain(own_name(link.name)) if level == "named" else link.own or link.place or link.country or root


def _bare_country(link: Link, root: str) -> str | None:
    """The country of a link whose words give it no more than that, the report's where they do not even that; None for an administration's."""
    code = country_code(link.authority) if link.authority else link.country or root
    return code if link.authority in {None, code} else None


def country_code(authority: str) -> str | None:
    """The country that an authority's name begins with (`LY`, `LY-east`); None for one told by its own name."""
    code = authority[:2]
    return code if code.isascii() and code.isalpha() and code.isupper() and not authority[2:3].isalpha() else None


def administrations(links: Iterable[tuple[str, Link]]) -> dict[str, frozenset[str]]:
    """The authorities of each country as links settle theirs, and for each local office those of its place.

    A government told by its name alone (`=military council`) is an administration of its own only where there are two;
    offices that are an authority by themselves do not count.
    """
    found: dict[str, set[str]] = {}
    for root, link in links:
        kind = office_type(link.type)
        if (
            not link.authority
            or kind is None
            or link.type is None
            or (kind.level in {"own", *BY_THEMSELVES} and not link.type.startswith("media"))
        ):
            continue
        seat = country_code(link.authority) or link.country or root
        where = seat if kind.level != "local" else f"{link.type}@{link.place}"
        found.setdefault(where, set()).add(link.authority)
    return {where: frozenset(names) for where, names in found.items()}


def lead(led: dict[str, T], name: str, to: T, to_name: str) -> None:
    """Leads a name, and all that are led to it, to what it becomes by a ruling."""
    if name == to_name:
        return
    own = led.get(name)
    for other in [n for n, at in led.items() if _key(at) == name or at is own]:
        led[other] = to
    led[name] = to


def _key(led: object) -> object:
    return led.key if isinstance(led, Known) else led
