"""Every lexicon entry does its work in its own example: a cue is read as a cue, a post as a role, a caveat as a doubt."""

import functools
from collections.abc import Callable

import pytest

from khabar.language.base import SUPPORTED, language
from khabar.language.lexicon import Entry
from khabar.model.span import Span
from khabar.reading.document import Document, Utterance
from tests.reading.reading_of import document


@functools.cache
def read(text: str, lang: str) -> Document:
    return document(text, lang)


def phrase(entry: Entry) -> str:
    return " ".join(w.rstrip("*") for w in entry.words).replace(" .", ".").replace(" - ", "-")


def examples(entry: Entry) -> list[str]:
    """The entry's examples with its words in them, capitalised at the start of the text."""
    words = phrase(entry).title() if entry.category == "rank" else phrase(entry)
    texts = [e.replace("{}", words) for e in entry.examples]
    return [t[0].upper() + t[1:] for t in texts]


def squeezed(text: str) -> str:
    return "".join(text.lower().split())


def spans_say(made: Document, spans: list[Span], words: str) -> bool:
    return squeezed(words) in squeezed(" ".join(made.text[a:b] for a, b in spans))


def is_cue(made: Document, entry: Entry, utterance: Utterance) -> bool:
    first = entry.attributes.get("skip", 0)
    last = first + entry.attributes["length"] if "length" in entry.attributes else None
    words = "".join(w.rstrip("*") for w in entry.words[first:last])
    if entry.attributes.get("frame") == "inner":
        words = entry.words[0].rstrip("*")
    if entry.attributes.get("names") == "relay":
        return bool(utterance.relays)
    return spans_say(made, utterance.cue, words) and (
        utterance.act == entry.attributes["act"] or entry.attributes["act"] == "asserts"
    )


def is_part(made: Document, entry: Entry, utterance: Utterance) -> bool:
    parts = utterance.role + utterance.affiliation + utterance.source
    return any(spans_say(made, [span], phrase(entry)) for span in parts)


def has_certainty(_: Document, entry: Entry, utterance: Utterance) -> bool:
    return bool(utterance.certainty == entry.attributes["certainty"])


def has_act(_: Document, entry: Entry, utterance: Utterance) -> bool:
    return bool(utterance.act == entry.attributes["act"])


def has_reason(_: Document, entry: Entry, utterance: Utterance) -> bool:
    return utterance.reason is not None and squeezed(phrase(entry)) in squeezed(utterance.reason)


def is_unnamed(_: Document, __: Entry, utterance: Utterance) -> bool:
    return utterance.source_kind == "unnamed"


CHECKS: dict[str, Callable[[Document, Entry, Utterance], bool]] = {
    "cue": is_cue,
    "role": is_part,
    "rank": is_part,
    "organisation": is_part,
    "medium": is_part,
    "document": is_part,
    "unnamed": is_part,
    "anonymity": is_unnamed,
    "collective": is_part,
    "caveat": has_certainty,
    "hedge": has_certainty,
    "act": has_act,
    "reason": has_reason,
}


def failures(lang: str, category: str) -> list[str]:
    check = CHECKS[category]
    failed = []
    for entry in language(lang).entries(category):
        if entry.file.startswith("general"):
            continue
        for text in examples(entry):
            made = read(text, lang)
            if not any(check(made, entry, u) for u in made.utterances):
                failed.append(f"{entry.file}: {phrase(entry)!r} in {text!r}")
    return failed


@pytest.mark.parametrize("lang", SUPPORTED)
@pytest.mark.parametrize("category", CHECKS)
def test_entry_does_its_work(lang: str, category: str) -> None:
    assert failures(lang, category) == []


@pytest.mark.parametrize("lang", SUPPORTED)
def test_every_entry_is_found_in_its_example(lang: str) -> None:
    missing = []
    for entry in language(lang).lexicon.entries:
        if entry.category in CHECKS or not entry.examples:
            continue
        for text in examples(entry):
            found = [
                squeezed(" ".join(s.low[h.start : h.end]))
                for s in read(text, lang).sentences
                for h in s.hits
                if h.entry.category == entry.category
            ]
            if not any(squeezed(phrase(entry)) in f for f in found):
                missing.append(f"{entry.file} {entry.category}: {phrase(entry)!r} in {text!r}")

    assert missing == []


@pytest.mark.parametrize("lang", SUPPORTED)
def test_every_entry_of_these_categories_has_an_example(lang: str) -> None:
    bare = [
        f"{e.file}: {phrase(e)!r}"
        for e in language(lang).lexicon.entries
        if e.category in CHECKS and not e.file.startswith("general") and not any("{}" in x for x in e.examples)
    ]

    assert bare == []
