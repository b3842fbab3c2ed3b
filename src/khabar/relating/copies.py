"""Copies: reports that carry another's text, cut, edited or translated.

Same language: containment of word shingles, which holds where a copy is cut or added to (compare Broder, "On the
resemblance and containment of documents", 1997). Across languages: the same wire credited, and the same numbers, names
and places. Each pair is told by its two reports alone, so that the order of arrival changes nothing.
"""

import datetime as dt
import functools
import re
import zlib
from collections.abc import Iterable, Sequence

import msgspec

from khabar.language.names import frame
from khabar.model.entry import Alike
from khabar.model.reading import Reading
from khabar.model.values import point
from khabar.relating.alterations import Count, Held, Numbers, held_against
from khabar.relating.facts import Facts, Link, Mention
from khabar.relating.names import own_name, plain
from khabar.relating.situations import apart

WIDTH = 5
"""Words in a shingle."""
SAMPLE = 4
"""One shingle in so many is posted, for finding candidates."""
ALIKE = 3
"""Posted shingles, or names and numbers, that two reports share before they are compared at all."""
LONG = 400
"""Texts of more shingles keep only each fourth one."""
CONTAINED = 0.6
"""Share of the shorter text's shingles that must be in the longer one."""
LEAST = 12
"""Shingles without which nothing is concluded from words."""
DAYS = 7
"""Days within which a copy is printed."""
TRANSLATED_DAYS = 3
SHARED = 4
"""Names and numbers that a translation must share, a number among them; one less where both count the same numbers throughout."""
SHARED_PART = 0.6
"""Share of what the shorter of two has that the longer must have, too."""
NAMES_PART = 0.8
"""Share of the names alone, where the only number is mistaken."""
SOON = 12 * 3600
"""Seconds within which a number in disorder is taken for a slip."""
ORIGINS = 32
"""Origins that a carrier is held against, the first of all that it has: a text that thousands print is no work for each pair of them."""


class Sketch(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """What a report is compared by.

    `spelt`: places by what their names leave in any script, each with its token: two reports may take one name for two towns.
    `amended`: the numbers that a notice of its own takes out of an earlier printing ("CORRECTS toll to 17, not 71").
    """

    edition: str
    address: str
    outlet: str
    credit: tuple[str, ...]
    lang: str | None
    at: str
    shingles: tuple[int, ...]
    sparse: bool
    tokens: tuple[str, ...]
    counts: tuple[Count, ...]
    spelt: tuple[tuple[str, str], ...] = ()
    amended: tuple[float, ...] = ()


class Pair(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """A carrier and the origin whose text it carries.

    `same` and `against` pair numbers of figures, the carrier's first: those that agree and those that the carrier altered.
    `wire`: the origin is the wire that one of them credits. `ruled`: a ruling says so. `reworded`: of `same` those that the carrier has in
    another language and in other words ("40" for "at least 40").
    """

    carrier: str
    origin: str
    origin_at: str
    same: Numbers
    against: Numbers
    wire: bool = False
    ruled: bool = False
    reworded: Numbers = ()

    @property
    def rank(self) -> tuple[bool, str, str]:
        """The order of a carrier's origins: the wire itself first, then whoever printed first."""
        return not self.wire, self.origin_at, self.origin


@functools.lru_cache(maxsize=65536)
def _keys(outlet: str | None, credit: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Outlet and credit as a sketch has them."""
    return plain(outlet or "").replace(" ", ""), tuple(sorted({plain(c).replace(" ", "") for c in credit}))


def sides(made: Sketch, others: Iterable[Alike]) -> tuple[list[str], list[str]]:
    """The editions whose text a report may carry, and those that may carry its own; each in the order of their rank."""
    before: list[tuple[bool, str, str]] = []
    after: list[tuple[bool, str, str]] = []
    for other in others:
        outlet, credit = _keys(other.outlet, other.credit)
        wires = (*made.credit, *credit)
        own = _rank(made.outlet, wires), made.at, made.edition
        its = _rank(outlet, wires), other.at, other.edition
        (before if its < own else after).append(its)
    return [name for *_, name in sorted(before)], [name for *_, name in sorted(after)]


def sketch(reading: Reading, facts: Facts, *, address: str, at: str) -> Sketch:
    """The sketch of a reading."""
    shingles = _shingles(reading.text)
    sparse = len(shingles) > LONG
    outlet, credit = _keys(reading.outlet, reading.credit)
    return Sketch(
        edition=facts.edition, address=address, outlet=outlet, credit=credit,
        lang=reading.lang, at=at, shingles=tuple(sorted(s for s in shingles if not sparse or s % 4 == 0)), sparse=sparse,
        tokens=tuple(sorted(_tokens(reading, facts))), counts=tuple(_count(m) for m in facts.mentions),
        spelt=tuple(sorted((skeleton(p.name), f"g:{p.geonames}") for p in reading.places if p.geonames)),
        amended=tuple(sorted({v for a in facts.acts if a.act == "corrects" and not a.chain for v in a.values})),
    )  # fmt: skip


def postings(made: Sketch) -> list[int]:
    """The numbers under which a sketch is looked up: a sample of its shingles, and its names and numbers with its wire."""
    words = [s for s in made.shingles if s % SAMPLE == 0]
    return words + [_crc(f"{wire}\x1f{token}") for wire in made.credit for token in made.tokens]


def pair(one: Sketch, other: Sketch) -> Pair | None:
    """The two as carrier and origin, None if neither carries the other's text."""
    if one.address == other.address or (one.outlet and one.outlet == other.outlet):
        return None
    days = abs(apart(one.at[:10], other.at[:10]))
    if not (_contained(one, other) and days <= DAYS) and not (_translated(one, other) and days <= TRANSLATED_DAYS):
        return None
    wires = (*one.credit, *other.credit)
    origin, carrier = sorted((one, other), key=lambda s: (_rank(s.outlet, wires), s.at, s.edition))
    held = _held(carrier, origin)
    return Pair(
        carrier=carrier.edition, origin=origin.edition, origin_at=origin.at, same=held.same, against=_altered(held, carrier, origin),
        wire=not _rank(origin.outlet, wires), reworded=held.reworded,
    )  # fmt: skip


def _held(carrier: Sketch, origin: Sketch) -> Held:
    return held_against(carrier.counts, origin.counts, translated=carrier.lang != origin.lang, soon=_soon(carrier, origin))


def _altered(held: Held, carrier: Sketch, origin: Sketch) -> Numbers:
    """What the carrier altered. Where one of the two prints the other's mistake set right, and says so, nobody altered anything."""
    return tuple(
        (own, its)
        for own, its in held.against
        if _point(origin, its) not in carrier.amended and _point(carrier, own) not in origin.amended
    )


def _point(one: Sketch, number: int) -> float:
    return next(c.point for c in one.counts if c.number == number)


def _soon(one: Sketch, other: Sketch) -> bool:
    first, second = (dt.datetime.fromisoformat(s.at) for s in (one, other))
    return abs((first - second).total_seconds()) <= SOON


def _rank(outlet: str, wires: tuple[str, ...]) -> bool:
    """The lesser is the origin, before whoever printed first: False for a wire that one of two credits."""
    return all(not wire or wire not in outlet for wire in wires)


def _contained(one: Sketch, other: Sketch) -> bool:
    if one.lang != other.lang:
        return False
    first, second = set(one.shingles), set(other.shingles)
    if one.sparse != other.sparse:
        first, second = {s for s in first if s % 4 == 0}, {s for s in second if s % 4 == 0}
    least = min(len(first), len(second))
    return least >= LEAST and len(first & second) >= CONTAINED * least


def _translated(one: Sketch, other: Sketch) -> bool:
    if one.lang == other.lang or not set(one.credit) & set(other.credit):
        return False
    shared = set(one.tokens) & set(other.tokens)
    many = len(shared) + _spelt_alike(one, other, shared)
    if any(t.startswith("n:") for t in shared) and many >= SHARED_PART * min(len(one.tokens), len(other.tokens)):
        return many >= SHARED or (many == SHARED - 1 and _same_numbers(one, other))
    return many >= SHARED and many >= NAMES_PART * min(_names(one), _names(other)) and _only_mistaken(one, other)


def _spelt_alike(one: Sketch, other: Sketch, shared: set[str]) -> int:
    """The names that two reports share of which each makes another town."""
    own, its = ({name for name, token in s.spelt if token not in shared} for s in (one, other))
    return len(own & its)


def _same_numbers(one: Sketch, other: Sketch) -> bool:
    """Whether both count several things and have all their numbers in common, small ones too."""
    own, its = (sorted(c.point for c in s.counts) for s in (one, other))
    return own == its and len(own) > 1


def _names(one: Sketch) -> int:
    return sum(not t.startswith("n:") for t in one.tokens)


def _only_mistaken(one: Sketch, other: Sketch) -> bool:
    """Whether two reports printed soon after one another differ in a number that is seen to be a slip."""
    return _soon(one, other) and bool(_held(*sorted((one, other), key=lambda s: (s.at, s.edition), reverse=True)).against)


def _count(mention: Mention) -> Count:
    source = mention.chain[0] if mention.chain else None
    return Count(
        mention.number, (mention.measure, mention.population, mention.place), (mention.low, mention.best, mention.high),
        _said_by(source) if source else "", bool(mention.replaces or mention.reason or mention.act == "corrects"),
    )  # fmt: skip


def _said_by(source: Link) -> str:
    own = own_name(source.name)
    return plain(own) if (source.type or "ngo") == "ngo" and own != source.name else source.type or plain(source.name)


def _tokens(reading: Reading, facts: Facts) -> set[str]:
    tokens = {f"n:{point(m):g}" for m in facts.mentions if point(m) >= 10}
    tokens |= {f"p:{skeleton(s.name)}" for s in reading.people if s.kind == "person" and s.name}
    return tokens | {f"g:{p.geonames or skeleton(p.name)}" for p in reading.places}


def skeleton(name: str) -> str:
    """The consonants of a name's last word: what most transliterations leave the same."""
    words = name.split()
    return frame(words[-1]) if words else ""


def _shingles(text: str) -> set[int]:
    words = re.findall(r"\w+", text.lower())
    return {_crc(" ".join(words[at : at + WIDTH])) for at in range(len(words) - WIDTH + 1)}


def _crc(words: str) -> int:
    return zlib.crc32(words.encode("utf-8", "surrogatepass"))


def groups(pairs: Sequence[Pair]) -> dict[str, str]:
    """Each edition of a copy group with the group's name: that of its first edition by key."""
    above: dict[str, str] = {}

    def top(edition: str) -> str:
        while (up := above.get(edition, edition)) != edition:
            edition = up
        return edition

    for one in pairs:
        first, second = sorted((top(one.carrier), top(one.origin)))
        above[second] = above[first] = first
    return {edition: top(edition) for edition in above}
