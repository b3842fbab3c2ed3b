"""The small words of a language's [figures] table as sets, made once a language."""

import functools
from collections.abc import Mapping

import msgspec

from khabar.language.base import language

Words = frozenset[str]


PLAIN, SOFT, COMMA, HARD, STOP = 0.4, 1.0, 1.2, 2.5, 20.0
"""What it costs a number to reach its measure word across a word, a small word, a comma, a clause that opens, a stop."""


class FigureWords(msgspec.Struct, frozen=True, gc=False):
    """See the comments in a language's figures.toml."""

    outside: Words
    fillers: Words
    auxiliaries: Words
    articles: Words
    hard: Words
    soft: Words
    links: Words
    plural: tuple[str, ...]
    objects: tuple[str, ...]
    participles: tuple[str, ...]
    many: tuple[str, ...]
    adjectives: tuple[str, ...]
    verbs: tuple[str, ...]
    doing: tuple[str, ...]
    passives: tuple[str, ...]
    suffered: Words
    acted: tuple[str, ...]
    by: Words
    besides: Words
    """Behind a comma these bring in another count: ", with 40 wounded"."""
    parenthetic: Words
    speech: Words
    adverbs: Words
    when: Words
    heads: Words
    of: Words
    places: Words
    relatives: Words
    negations: Words
    denials: Words
    compared: Words
    details: Words
    only_so: Words
    subjects: Words
    alone: Words
    possessives: Words
    definite: Words
    coordinators: Words
    where: Words
    towns: Words
    there: Words
    known_towns: Words
    """Nouns that with an article before them stand for the town named last: "in the town"."""
    joins: Words
    copulas: Words
    verbal: tuple[str, ...]
    oblique: Words
    deeds: Words
    before_now: Words
    turns: Words
    superlatives: Words
    until: Words
    now: Words
    against: Words
    """Behind a number these set another one against it: "had put it at eight, while the radio spoke of 12"."""
    groups: Words
    links_out: Words
    relative_places: Words
    list_ends: Words
    used_to_tell: Words
    then: Words
    ors: Words
    costs: Mapping[str, float]
    stops: Words
    """Words at which a search for the noun behind a number ends."""
    behind: Words
    """Words behind a bare number, which then counts what was spoken of."""
    small: Words
    """Words that begin no name, whatever their capital."""
    there_beginnings: Words
    """The first words of `there`, and those of `relative_places`."""
    ones: Words
    """What a person counted as one may stand behind: articles and possessives."""
    passed: Words
    """What may stand between an "and" and the person joined: fillers and possessives."""


@functools.cache
def figure_words(code: str) -> FigureWords:
    """The words of a language by its code; a list that its file lacks is empty."""
    table = language(code).facts.get("figures", {})
    sets = {name: frozenset(table.get(name, ())) for name in FigureWords.__struct_fields__ if name not in MADE}
    small = sets["outside"] | sets["soft"] | sets["hard"] | sets["links"]
    stops = sets["outside"] | sets["soft"] | sets["hard"] | sets["auxiliaries"]
    behind = sets["soft"] | sets["outside"] | sets["adverbs"]
    return FigureWords(
        **sets,
        behind=behind,
        objects=tuple(table.get("objects", ())),
        participles=tuple(table.get("participles", ())),
        verbal=tuple(table.get("verbal", ())),
        many=tuple(table.get("many", ())),
        plural=tuple(table.get("plural", ())),
        adjectives=tuple(table.get("adjectives", ())),
        verbs=tuple(table.get("verbs", ())),
        doing=tuple(table.get("doing", ())),
        passives=tuple(table.get("passives", ("\n",))),
        acted=tuple(table.get("acted", ())),
        costs=_costs(sets["soft"], sets["hard"]),
        small=small,
        stops=stops,
        there_beginnings=sets["relative_places"] | {w.split()[0] for w in sets["there"]},
        ones=sets["articles"] | sets["possessives"],
        passed=sets["fillers"] | sets["possessives"],
    )


MADE = frozenset({"costs", "small", "stops", "acted", "behind", "many", "plural", "adjectives", "verbs", "doing", "passives", "objects", "participles", "verbal", "there_beginnings", "ones", "passed"})
"""What is no set of words, or made of others."""


def _costs(soft: Words, hard: Words) -> dict[str, float]:
    marks = dict.fromkeys(";:!?", STOP) | dict.fromkeys("()—–-", 0.6) | {",": COMMA}
    return marks | dict.fromkeys(soft, SOFT) | dict.fromkeys(hard, HARD)
