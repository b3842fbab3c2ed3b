"""Who takes part in one crisis: administrations with offices and speakers, relays, relief societies, outlets."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from .atlas import COLLECTIVE, CRISES, FIRST, LAST, OFFICES, PAPERS, RELIEF, ROLES, TONES, UNNAMED, WIRES
from .model import Entity, Place

HABITS = {
    "killed": ("ministry.interior", "ministry.health", "prosecutor.general", "agency.disaster"),
    "injured": ("ministry.health", "ministry.interior"),
    "missing": ("agency.disaster", "ministry.interior"),
    "displaced": ("agency.disaster",),
    "detained": ("ministry.interior", "prosecutor.general"),
}


@dataclass(slots=True, kw_only=True)
class Side:
    """One administration: its offices by type, those who speak for each, its state broadcaster."""

    offices: dict[str, Entity]
    speakers: dict[str, list[Entity]]
    tv: Entity


@dataclass(slots=True, kw_only=True)
class Cast:
    """All who speak in one crisis."""

    country: Place
    cities: list[Place]
    crisis: str
    sides: list[Side]
    agency: Entity
    un: Entity
    red_cross: Entity
    relief: list[Entity]
    unnamed: list[Entity]
    collective: list[Entity]
    wires: list[Entity]
    outlets: list[str]
    papers: list[Entity] = field(default_factory=list)


def cast_of(rng: Random, number: int, name: str, code: str, cities: str) -> Cast:
    """The cast of one crisis in a country."""
    country = Place(name=name, country=code)
    agency = f"{name} News Agency"
    papers = [_medium(f"{name} {tone} {paper}") for tone, paper in _titles(rng)]
    return Cast(
        country=country,
        cities=[Place(name=c, country=code) for c in cities.split()],
        crisis=rng.choice(CRISES),
        sides=_sides(rng, country),
        agency=_medium(agency),
        un=_body("United Nations", "un"),
        red_cross=_body("Red Cross", "red_cross"),
        relief=[_body(n, "ngo", article=False) for n in rng.sample(RELIEF, len(RELIEF))],
        unnamed=[_voice(n, "unnamed") for n in rng.sample(UNNAMED, len(UNNAMED))],
        collective=[_voice(n, "collective") for n in rng.sample(COLLECTIVE, len(COLLECTIVE))],
        wires=[_medium(n) for n in rng.sample(WIRES, 2)],
        outlets=[f"{p.name.lower().replace(' ', '-')}{number}.example" for p in papers],
        papers=papers,
    )


def _titles(rng: Random) -> list[tuple[str, str]]:
    pairs = [(tone, paper) for tone in TONES for paper in PAPERS]
    return rng.sample(pairs, 14)


def _sides(rng: Random, country: Place) -> list[Side]:
    if rng.random() < 0.75:
        return [_side(rng, country, None)]
    names = rng.choice((("Unity Government", "Military Council"), ("National Cabinet", "Stability Cabinet")))
    admins = [_office(n, "government", n, n) for n in names]
    return [_side(rng, country, a) for a in admins]


def _office(name: str, type_: str, label: str, authority: str) -> Entity:
    return Entity(name=name, kind="office", type=type_, label=label, authority=authority, article=True)


def _side(rng: Random, country: Place, admin: Entity | None) -> Side:
    offices = {t: _ministry(t, label, names, country, admin) for t, label, names in OFFICES}
    speakers = {t: [_speaker(rng, office) for _ in range(2)] for t, office in offices.items()}
    name = f"{admin.name.split()[0]} One" if admin else f"{country.name} One"
    tv = Entity(
        name=name,
        kind="medium",
        type="media.state",
        label=name,
        authority=f"medium:{name}",
        admin=admin,
        place=country,
        role="state broadcaster",
    )
    return Side(offices=offices, speakers=speakers, tv=tv)


def _ministry(type_: str, label: str, names: tuple[str, ...], country: Place, admin: Entity | None) -> Entity:
    authority = admin.name if admin else country.name
    return Entity(
        name=names[0],
        kind="office",
        type=type_,
        label=label,
        authority=authority,
        variants=names,
        article=True,
        place=country,
        admin=admin,
    )


def _speaker(rng: Random, office: Entity) -> Entity:
    name = f"{rng.choice(FIRST)} {rng.choice(LAST)}"
    return Entity(
        name=name, kind="person", label=office.label, authority=office.authority, office=office, role=rng.choice(ROLES)
    )


def _medium(name: str) -> Entity:
    return Entity(name=name, kind="medium", type="media", label=name, authority=f"medium:{name}")


def _body(name: str, type_: str, article: bool = True) -> Entity:
    return Entity(name=name, kind="office", type=type_, label=name, authority=f"body:{name}", article=article)


def _voice(name: str, kind: str) -> Entity:
    return Entity(name=name, kind=kind, label=name, authority=f"{kind}:{name}")


def bare_ministry(country: Place) -> Entity:
    """A health ministry of which the text does not say whose it is."""
    return Entity(
        name="health ministry",
        kind="office",
        type="ministry.health",
        label="Health Ministry",
        authority="?",
        article=True,
        place=country,
    )


def governor(city: Place) -> Entity:
    """Who governs a city."""
    name = f"governor of {city.name}"
    return Entity(
        name=name,
        kind="office",
        type="governor",
        label=name,
        authority=name,
        place=city,
        article=True,
        variants=(name,),
    )


def police(city: Place) -> Entity:
    """The police of a city."""
    name = f"{city.name} police"
    return Entity(name=name, kind="office", type="police", label=name, authority=name, place=city, variants=(name,))


def hospital(city: Place, saint: str) -> Entity:
    """A hospital of a city."""
    name = f"{saint} Hospital in {city.name}"
    return Entity(name=name, kind="office", type="hospital", label=name, authority=name, place=city, variants=(name,))
