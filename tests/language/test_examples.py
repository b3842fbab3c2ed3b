"""Every entry of every lexicon has an example in its table, and is found in it."""

import pytest

from khabar.language.base import SUPPORTED, language
from khabar.language.lexicon import Entry, load_entries
from khabar.language.tokens import tokenise

FOLDERS = (*SUPPORTED, "general")
ENTRIES = [(folder, entry) for folder in FOLDERS for entry in load_entries(folder)]


def filled(entry: Entry) -> list[str]:
    words = " ".join(w.rstrip("*") for w in entry.words)
    return [example.replace("{}", words) for example in entry.examples]


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_entry_has_an_example(folder: str) -> None:
    bare = [(e.file, e.words) for f, e in ENTRIES if f == folder and not any("{}" in x for x in e.examples)]

    assert bare == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_entry_is_found_in_its_example(folder: str) -> None:
    lost = []
    lexicon = language(folder if folder in SUPPORTED else "en").lexicon
    for entry in (e for f, e in ENTRIES if f == folder):
        texts = [tokenise(t.lower()) for t in filled(entry)]
        if not any(h.entry.category == entry.category for t in texts for h in lexicon.scan(t)):
            lost.append((entry.file, entry.category, entry.words))

    assert lost == []
