"""The gazetteer: towns and first-level regions of the world by their names in Latin and Cyrillic letters.

The table is `gazetteer.bin`, derived from GeoNames (geonames.org, CC BY 4.0) by `benchmarks/gazetteer.py`. It is read on first use, and a bucket
of names is unpacked when the first name that falls into it is asked for: a short report touches a few of them.
"""

import functools
import struct
import unicodedata
import zlib
from importlib.resources import files

import msgspec

MAGIC = b"khbrgaz1"
HEAD = struct.Struct("<8sI")
RECORD = struct.Struct("<Iii2sIH")
REGION, NO_REGION = 65535, 65534
BUCKETS = 2048
LATIN_END = 0x250
DROPPED = str.maketrans({"’": "", "'": "", "ʼ": "", "‘": "", "`": "", ".": "", "-": " ", "‑": " ", "ё": "е", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae"})  # fmt: skip


class Town(msgspec.Struct, frozen=True, gc=False):
    """A place of the table.

    Attributes:
        number: its row.
        geonames: its number at GeoNames; None for a region.
        lat, lon: degrees.
        country: ISO 3166 alpha-2.
        people: how many live there.
        within: the row of the region that a town lies in; `REGION` for a region itself, `NO_REGION` where it is not known.
    """

    number: int
    geonames: int | None
    lat: float
    lon: float
    country: str
    people: int
    within: int

    @property
    def region(self) -> bool:
        """Whether it is a first-level region."""
        return self.within == REGION


@functools.lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """A name as the table has it: lower case, Latin letters without marks, a blank for a hyphen."""
    low = name.lower().translate(DROPPED)
    if low.isascii():
        return " ".join(low.split())
    bare = "".join(
        c if ord(c) > LATIN_END else unicodedata.normalize("NFKD", c)[0] for c in low if not unicodedata.combining(c)
    )
    return " ".join(bare.split())


def bucket_of(name: str) -> int:
    """The bucket of a folded name."""
    return zlib.crc32(name.encode()) % BUCKETS


class Gazetteer:
    """The table, unpacked piece by piece."""

    def __init__(self, data: bytes) -> None:
        magic, size = HEAD.unpack_from(data)
        if magic != MAGIC:
            raise ValueError("gazetteer.bin: made by another version of benchmarks/gazetteer.py")
        start = HEAD.size + (BUCKETS + 1) * 4
        self._offsets = struct.unpack_from(f"<{BUCKETS + 1}I", data, HEAD.size)
        self._packed = memoryview(data)[start + size :]
        self._records = zlib.decompress(data[start : start + size])
        self._buckets: dict[int, bytes] = {}
        self._middles: dict[str, tuple[float, float] | None] = {}

    def find(self, name: str) -> list[Town]:
        """The places of a folded name, the likeliest (by people, and whether it is the place's own name) first."""
        number = bucket_of(name)
        bucket = self._buckets.get(number) or self._unpack(number)
        at = bucket.find(b"\n" + name.encode() + b"\t")
        if at < 0:
            return []
        numbers = bucket[bucket.index(b"\t", at) + 1 : bucket.index(b"\n", at + 1)]
        return [self._town(int(n, 16)) for n in numbers.split()]

    def country(self, code: str) -> tuple[float, float] | None:
        """The middle of a country by its ISO code, as latitude and longitude."""
        if code not in self._middles:
            found = self.find(f"={code.lower()}")
            self._middles[code] = (found[0].lat, found[0].lon) if found else None
        return self._middles[code]

    def row(self, number: int) -> Town | None:
        """The place of a row; None for `NO_REGION` and `REGION`."""
        return self._town(number) if number < NO_REGION else None

    def _unpack(self, number: int) -> bytes:
        """A bucket as lines of a name, a tab and the rows of its places; looked through as it is, since most names asked for are none."""
        block = self._packed[self._offsets[number] : self._offsets[number + 1]]
        return self._buckets.setdefault(number, b"\n" + zlib.decompress(block) + b"\n")

    def _town(self, number: int) -> Town:
        geonames, lat, lon, country, people, within = RECORD.unpack_from(self._records, number * RECORD.size)
        return Town(number, geonames or None, lat / 10000, lon / 10000, country.decode(), people, within)


@functools.cache
def gazetteer() -> Gazetteer:
    """The table of the package, read once."""
    return Gazetteer(files("khabar.language").joinpath("gazetteer.bin").read_bytes())
