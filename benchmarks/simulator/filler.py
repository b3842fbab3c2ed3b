"""What a story says besides its figures: varied enough that two stories are no copies of each other."""

from __future__ import annotations

from random import Random

from .atlas import FIRST, LAST
from .model import Entity, Statement
from .text import Sentence, fill, piece

_WHO = [
    "residents",
    "shopkeepers",
    "farmers",
    "teachers",
    "soldiers",
    "nurses",
    "drivers",
    "students",
    "traders",
    "fishermen",
    "monks",
    "pensioners",
    "bakers",
    "miners",
    "porters",
    "engineers",
    "cooks",
    "mechanics",
    "neighbours",
    "families",
]
_DID = [
    "cleared",
    "carried",
    "gathered",
    "repaired",
    "abandoned",
    "searched",
    "guarded",
    "blocked",
    "crossed",
    "filled",
    "shared",
    "watched",
    "described",
    "dragged",
    "marked",
    "emptied",
    "inspected",
    "washed",
    "photographed",
    "covered",
]
_WHAT = [
    "broken tiles",
    "bottled water",
    "wet blankets",
    "sacks of rice",
    "fallen branches",
    "the market stalls",
    "a stone bridge",
    "old mattresses",
    "the school gates",
    "burnt tyres",
    "the bus station",
    "a row of kiosks",
    "muddy stairways",
    "tin roofs",
    "the parish hall",
    "cracked walls",
    "a petrol station",
    "fishing boats",
    "the railway line",
    "plastic sheets",
    "wooden carts",
    "the flour mill",
    "telephone poles",
    "a flooded cellar",
    "the clinic yard",
]
_HOW = [
    "before dawn",
    "after the rain stopped",
    "with bare hands",
    "in long lines",
    "under a grey sky",
    "while sirens sounded",
    "without any lights",
    "beside the river",
    "for a second night",
    "near the old barracks",
    "as helicopters passed",
    "in thick smoke",
    "at the edge of town",
    "along the ridge",
    "despite the curfew",
    "with borrowed shovels",
    "in silence",
    "by candlelight",
    "between two checkpoints",
    "behind the cathedral",
]
_THING = [
    "electricity",
    "the mobile network",
    "drinking water",
    "the main road",
    "the airport",
    "the port",
    "rail traffic",
    "the local radio",
    "the central market",
    "the water plant",
    "the border crossing",
    "the ring road",
    "the cable car",
    "the grain depot",
]
_STATE = [
    "was cut off again",
    "came back slowly",
    "stayed out of reach",
    "was partly restored",
    "remained under guard",
    "failed overnight",
    "reopened to lorries",
    "was closed to traffic",
    "ran on diesel generators",
    "worked only in the centre",
    "was handed to the army",
    "could be used by foot",
]
_PLACES = [
    "the hill quarters",
    "the lower town",
    "the eastern suburbs",
    "the harbour area",
    "the old town",
    "the valley villages",
    "the university district",
    "the northern wards",
    "the canal zone",
    "the factory belt",
    "the lakeside",
    "the mountain hamlets",
]
_SAID = [
    "We lost everything we had",
    "Nobody came to help us",
    "I heard a long rumble",
    "The children are still afraid",
    "We slept in the open",
    "There was nowhere to run",
    "The walls simply folded",
    "We need tents and soap",
    "My shop is gone",
    "They told us to wait",
    "The smell of smoke is everywhere",
    "We share what little is left",
    "I have never seen such a night",
    "The road vanished before our eyes",
]
_JOBS = "a baker|a bus driver|a teacher|a nurse|a market seller|a mechanic|a student|a farmer|a tailor|a fisherman"
_SHAPES = (
    "In {places}, {who} {did} {what} {how}.",
    "{who} and {who2} {did} {what} {how}, and {thing} {state}.",
    "{thing} {state} in {places}, where {who} {did} {what}.",
    "{how}, {who} from {places} {did} {what} and {did2} {what2}.",
    "Officials in {places} warned that {thing} {state} {how}.",
    "{who} {did} {what} in {places}; {thing} {state}.",
)


def filler(rng: Random) -> Sentence:
    """One sentence of colour without a figure; now and then somebody is quoted."""
    return quote(rng) if rng.random() < 0.15 else narrated(rng)


def narrated(rng: Random) -> Sentence:
    """A sentence of the outlet's own colour."""
    words = {
        "who": rng.choice(_WHO),
        "who2": rng.choice(_WHO),
        "did": rng.choice(_DID),
        "did2": rng.choice(_DID),
        "what": rng.choice(_WHAT),
        "what2": rng.choice(_WHAT),
        "how": rng.choice(_HOW),
        "thing": rng.choice(_THING),
        "state": rng.choice(_STATE),
        "places": rng.choice(_PLACES),
    }
    return fill(rng.choice(_SHAPES), {name: piece(text) for name, text in words.items()})


def quote(rng: Random) -> Sentence:
    """A bystander's words, as a statement without a figure."""
    name = f"{rng.choice(FIRST)} {rng.choice(LAST)}"
    job = rng.choice(_JOBS.split("|"))
    person = Entity(name=name, kind="person", label=name, authority=name, role=job)
    said = Statement(voice="quote", chain=(person,))
    slots = {
        "content": piece(rng.choice(_SAID), ("content", said)),
        "cue": piece("said", ("cue", said)),
        "source": piece(name, ("source", said), ("mention", person)),
        "role": piece(job, ("role", said)),
        "how": piece(rng.choice(_HOW)),
        "places": piece(rng.choice(_PLACES)),
    }
    return fill("“{content},” {cue} {source}, {role} in {places}, {how}.", slots)
