"""Readings made by hand: a report is a list of sayings, its text is put together from them, and all spans fit."""

from typing import Any

from khabar.model.reading import Dateline, Doubt, Figure, Interval, Place, Reading, Refers, Source, Statement

OFFICES = {
    "Health Ministry": "ministry.health",
    "Interior Ministry": "ministry.interior",
    "Information Ministry": "ministry.information",
    "Prosecutor General's Office": "prosecutor.general",
    "Presidential Office": "presidency",
    "Disaster Agency": "agency.disaster",
    "Police": "police",
    "Mayor": "mayor",
    "Governor": "governor",
    "Red Cross": "red_cross",
    "United Nations": "un",
    "City Hospital": "hospital",
    "North Hospital": "hospital",
    "authorities": "authorities",
}
MEDIA = {
    "Khabar 24": "media.state",
    "State Radio": "media.state",
    "Reuters": "media",
    "Vlast": "media",
    "TASS": "media",
}


def say(value: Any = None, *by: str, **more: Any) -> dict[str, Any]:
    """One saying: a value (number, pair (low, high), or None), the chain from the utterer outwards, and anything else."""
    return {"value": value, "by": by, **more}


def report(
    name: str, at: str, *sayings: dict[str, Any], outlet: str | None = None, country: str | None = "KZ", **more: Any
) -> Reading:
    """A report on a country, of its sayings."""
    return _Hand(name, at, outlet or f"{name}.example", country, more).make(sayings)


class _Hand:
    def __init__(self, name: str, at: str, outlet: str, country: str | None, more: dict[str, Any]) -> None:
        self.text = more.pop("lead", "")
        self.places: list[Place] = []
        self.people: list[Source] = []
        self.statements: list[Statement] = []
        self.figures: list[Figure] = []
        self.base = {
            "id": name,
            "published": at,
            "outlet": outlet,
            "url": f"https://{outlet}/{name}",
            "lang": "en",
            **more,
        }
        self.dateline = Dateline(place=self.place(country, country)) if country else None

    def make(self, sayings: Any) -> Reading:
        for saying in sayings:
            self.saying(dict(saying))
        return Reading(
            text=self.text, statements=tuple(self.statements), figures=tuple(self.figures), people=tuple(self.people),
            places=tuple(self.places), dateline=self.dateline, **self.base,
        )  # fmt: skip

    def write(self, words: str) -> tuple[int, int]:
        start = len(self.text)
        self.text += words + " "
        return start, start + len(words)

    def place(self, name: str, country: str | None) -> int:
        full = {
            "KZ": "Kazakhstan",
            "PE": "Peru",
            "PH": "Philippines",
            "LY": "Libya",
            "ID": "Indonesia",
            "US": "United States",
        }.get(name, name)
        for at, p in enumerate(self.places):
            if p.name == full and name != country:
                return at
        self.places.append(Place(span=self.write(full), name=full, country=country))
        return len(self.places) - 1

    def source(self, name: str) -> int:
        """`Health Ministry`, `Health Ministry/LY-east` (an authority), `Jan Doe of Police` (a person), `?an official`."""
        for s in self.people:
            if s.name == name:
                return s.id
        if " of " in name and not name.startswith("?"):
            person, office = name.split(" of ", 1)
            at = self.source(office)
            return self.person(person, at)
        bare, _, authority = name.partition("/")
        kind = (
            "unnamed"
            if bare.startswith("?")
            else "medium"
            if bare in MEDIA
            else "office"
            if bare in OFFICES
            else "person"
        )
        if bare == "authorities":
            kind = "collective"
        if bare.startswith("medium:"):
            kind, bare = "medium", bare[7:]
        return self.add(bare.lstrip("?"), kind, OFFICES.get(bare) or MEDIA.get(bare), authority or None)

    def add(self, name: str, kind: Any, typ: str | None, authority: str | None) -> int:
        span = self.write(name)
        self.people.append(
            Source(id=len(self.people), name=name, kind=kind, type=typ, authority=authority, mentions=(span,))
        )
        return len(self.people) - 1

    def person(self, name: str, office: int) -> int:
        span = self.write(name)
        self.people.append(Source(id=len(self.people), name=name, kind="person", office=office, mentions=(span,)))
        return len(self.people) - 1

    def saying(self, s: dict[str, Any]) -> None:
        chain = tuple(self.source(n) for n in s.pop("by"))
        place = self.place(s.pop("place"), "KZ" if "country" not in s else s.pop("country")) if "place" in s else None
        refers = dict(s.pop("refers", {}) or {})
        if isinstance(refers.get("source"), str):
            refers["source"] = self.source(refers["source"])
        said = s.pop("said", None)
        value, wording = s.pop("value"), ""
        statement = Statement(
            content=(self.write(s.pop("words", None) or f"{value} were counted, they said."),), who=chain[0] if chain else None,
            chain=chain, voice="indirect" if chain else "narration", act=s.pop("act", "asserts"),
            certainty=s.pop("certainty", "stated"), doubt=Doubt(span=self.write("unverified")) if s.pop("doubt", False) else None,
            said=Interval(start=said, to=said) if said else None, refers=Refers(**refers) if refers else None,
            reason=s.pop("reason", None), again=s.pop("again", False),
        )  # fmt: skip
        self.statements.append(statement)
        number = len(self.statements) - 1
        earlier = s.pop("earlier", None)
        if value is not None:
            wording = f"{value} people"
            self.figure(number, value, place, wording, s)
        if earlier is not None:
            self.figure(number, earlier, place, f"earlier {earlier}", {**s, "currency": "earlier"})

    def figure(self, number: int, value: Any, place: int | None, wording: str, s: dict[str, Any]) -> None:
        low, high = value if isinstance(value, tuple) else (value, value)
        best = value if not isinstance(value, tuple) else None
        more = {
            k: v
            for k, v in s.items()
            if k in {"measure", "basis", "bound", "who", "kind", "part_of", "currency", "window"}
        }
        if more.get("bound") == "at_least":
            best, high = None, None
        if isinstance(more.get("window"), tuple):
            more["window"] = Interval(start=more["window"][0], to=more["window"][1])
        self.figures.append(
            Figure(
                statement=number,
                low=low,
                best=best,
                high=high,
                place=place,
                span=self.write(wording),
                wording=wording,
                **{"measure": "killed", **more},
            )
        )
