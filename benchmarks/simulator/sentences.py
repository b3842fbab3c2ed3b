"""Whole sentences: claims on somebody's word, narration, acts on earlier claims."""

from __future__ import annotations

from datetime import datetime
from random import Random

from .model import Act, Claim, Entity, Extra, Figure, Statement
from .phrases import NOUN, content, figure_piece, level, lower, naming, place_piece, subject, weekday
from .text import Sentence, capital, fill, piece, tagged

SAYING = ("said", "reported", "announced", "stated")
ASSERTS = ("{content}, {source} {cue} {said}.", "{source} {cue} {said} that {content}.")
RELAYED = (
    "{relay} reported {said}, {cue} {source}, that {content}.",
    "{content}, {relay} reported {said}, {cue} {source}.",
)
UNDATED = ("{cue} {source}, {content}.", "{content}, {cue2} {source}.")
CORRECTS = "{content}, {source} {cue} {said}, correcting its earlier number of {old}{why}."
REASONED = "{content}, {source} {cue} {said}, explaining that the lower number followed {reason}."
TARGETS = {
    "value": "the figure of {n} {who} {noun} in {place}",
    "day": "the toll of {who} {noun} in {place} that had been given {day}",
}
ACTS = {
    "withdraws": "{source} {cue} {said} {what}{of}, saying that it had been published in error{why}.",
    "disowns": "{source} {cue} {said} that it had never given out {what}{of}{why}.",
    "denies": "{source} {cue} {said} {what}{of} as untrue.",
    "too_high": "{source} {cue} {said} that {what}{of} was too high.",
    "reinstates": "{source} {cue} {said} {what}{why}, saying that it was right after all.",
}
CUES = {
    "withdraws": ("withdrew", "retracted"),
    "disowns": ("said", "stated"),
    "denies": ("rejected", "dismissed"),
    "too_high": ("said",),
    "reinstates": ("reinstated", "put back"),
}
WORDS = {"too_high": "denies", "reinstates": "asserts"}


def chain_of(speaker: Entity, relay: Entity | None) -> tuple[Entity, ...]:
    """From the utterer outwards: person, office, relay."""
    own = (speaker, speaker.office) if speaker.office else (speaker,)
    return (*own, relay) if relay else own


def attributed(
    claim: Claim, relay: Entity | None, published: datetime, rng: Random, extras: tuple[Extra, ...]
) -> Sentence:
    """The claim on its source's word, with the day on which it was said."""
    statement = _asserting(claim, relay)
    slots = _common(claim, statement, published, rng, extras)
    if relay:
        slots |= {"relay": naming(relay, rng), "cue": piece("citing", ("cue", statement))}
        return fill(rng.choice(RELAYED), slots)
    if claim.refers or claim.reason:
        return _lowered(claim, statement, slots)
    return fill(rng.choice(ASSERTS), slots)


def _asserting(claim: Claim, relay: Entity | None) -> Statement:
    return Statement(
        act="corrects" if claim.refers else "asserts",
        chain=chain_of(claim.speaker, relay),
        said=claim.day,
        refers=claim.refers,
        reason=claim.reason,
    )


def _common(
    claim: Claim, statement: Statement, published: datetime, rng: Random, extras: tuple[Extra, ...]
) -> dict[str, Sentence]:
    return {
        "content": content(claim, statement, rng, extras),
        "source": subject(claim.speaker, rng, statement),
        "cue": piece("counted with its own reporters" if claim.counted else rng.choice(SAYING), ("cue", statement)),
        "said": weekday(claim.day, published, ("said", statement)),
    }


def _lowered(claim: Claim, statement: Statement, slots: dict[str, Sentence]) -> Sentence:
    if claim.refers is None:
        return fill(REASONED, slots | {"reason": piece(claim.reason or "")})
    old = level(claim.refers, statement, "earlier")
    why = piece(f" because of {claim.reason}" if claim.reason else "")
    return fill(CORRECTS, slots | {"old": tagged(figure_piece(old), ("content", statement)), "why": why})


def undated(claim: Claim, rng: Random) -> Sentence:
    """The claim on its source's word without a day."""
    statement = Statement(chain=chain_of(claim.source, None))
    slots = {
        "content": content(claim, statement, rng),
        "source": subject(claim.source, rng, statement),
        "cue": piece("according to data of", ("cue", statement)),
        "cue2": piece("according to", ("cue", statement)),
    }
    return fill(rng.choice(UNDATED), slots)


def shallow(claim: Claim, relay: Entity, published: datetime, rng: Random) -> Sentence:
    """The relay's report without the word on which it rests."""
    statement = Statement(chain=(relay,), said=claim.day)
    slots = {
        "content": content(claim, statement, rng),
        "source": subject(relay, rng, statement),
        "cue": piece("reported", ("cue", statement)),
        "said": weekday(claim.day, published, ("said", statement)),
    }
    return fill(rng.choice(ASSERTS), slots)


def narrated(claim: Claim, rng: Random) -> Sentence:
    """The number in the outlet's own voice, on nobody's word."""
    statement = Statement(voice="narration")
    return capital((*content(claim, statement, rng), *piece(".")))


def previous(claim: Claim, published: datetime, rng: Random) -> Sentence:
    """An earlier number, as such."""
    statement = Statement(voice="narration")
    figure = Figure(
        statement=statement,
        measure=claim.tally.measure,
        value=claim.value,
        place=claim.tally.place,
        who=claim.tally.who,
        currency="earlier",
        claim=claim,
        window=(None, claim.day),
    )
    slots = {
        "n": figure_piece(figure),
        "who": piece(claim.tally.who or "people"),
        "noun": piece(NOUN[claim.tally.measure]),
        "place": place_piece(claim.tally.place),
        "said": weekday(claim.day, published),
        "source": naming(claim.source, rng),
    }
    shape = rng.choice(
        (
            "the previous official count of {who} {noun} in {place}, given {said}, was {n}",
            "the number of {who} {noun} in {place} had stood at {n} {said}",
        )
    )
    return capital((*tagged(fill(shape, slots), ("content", statement)), *piece(".")))


def doubt(sentence: Sentence, rng: Random) -> Sentence:
    """A later sentence that doubts what the given one states."""
    statement = next(thing for _, tags in sentence for kind, thing in tags if kind == "content")
    words = rng.choice(("The figure could not be independently verified", "The number could not be confirmed"))
    return (*piece(words, ("doubt", statement)), *piece("."))


def act_sentence(act: Act, published: datetime, rng: Random) -> Sentence:
    """What somebody did to an earlier claim."""
    statement = Statement(
        act=WORDS.get(act.kind, act.kind),
        chain=chain_of(act.actor, None),
        said=act.at.date(),
        refers=act,
        reason=act.reason,
        again=act.kind == "reinstates",
    )
    slots = {
        "source": subject(act.actor, rng, statement),
        "cue": piece(rng.choice(CUES[act.kind]), ("cue", statement)),
        "said": weekday(act.at.date(), published, ("said", statement)),
        "of": _owner(act, rng),
        "what": tagged(_what(act, statement, published), ("content", statement)),
        "why": piece(f", because of {act.reason}" if act.reason else ""),
    }
    return fill(ACTS[act.kind], slots)


def _what(act: Act, statement: Statement, published: datetime) -> Sentence:
    claim = act.claim
    figure = level(claim, statement, "current" if act.kind == "reinstates" else "denied")
    slots = {
        "who": piece(claim.tally.who or "people"),
        "noun": piece(NOUN[claim.tally.measure]),
        "place": place_piece(claim.tally.place),
        "n": figure_piece(figure),
        "day": weekday(claim.day, published),
    }
    return lower(fill(TARGETS["day" if act.by_day else "value"], slots))


def _owner(act: Act, rng: Random) -> Sentence:
    if act.target is None or act.target is act.actor.owner:
        return piece("")
    return (*piece(" given by "), *naming(act.target, rng))


def wire_note(claim: Claim, wire: Entity) -> Sentence:
    """The line with which a wire corrects its own text."""
    wrong = claim.misprint_of
    if wrong is None:
        return piece("")
    act = Act(key="", kind="corrects", actor=wire, claim=claim, at=claim.at, target=claim.source)
    statement = Statement(voice="narration", act="corrects", chain=(wire,), refers=act)
    old = level(claim, statement, "denied")
    slots = {"old": figure_piece(old), "noun": piece(NOUN[claim.tally.measure]), "new": piece(wrong.value.words)}
    body = tagged(fill("CORRECTS number {noun} to {new}, not {old}", slots), ("content", statement))
    return (*body, *piece("."))
