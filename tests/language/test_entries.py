"""Every entry of every lexicon has an example in its table and is found in it; every type of office has a name in English."""

import pytest

from khabar.language.base import SUPPORTED, language
from khabar.language.countries import country_at, table
from khabar.language.labels import labels
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


def test_every_type_of_office_has_an_english_name() -> None:
    types = {e.attributes["type"] for _, e in ENTRIES if e.category == "office_name"}
    types |= {f"ministry.{e.attributes['domain']}" for _, e in ENTRIES if e.category == "office_domain"}

    assert types <= set(labels())
    assert len(types) >= 50


@pytest.mark.parametrize("code", SUPPORTED)
def test_every_further_name_of_a_country_is_found(code: str) -> None:
    facts = language(code).facts["countries"]
    lost = []
    for iso, names in facts.items():
        for name in names if iso != "example" else ():
            words = tokenise(facts["example"].replace("{}", name))
            at = next(i for i in range(len(words)) if country_at(words, i, code) is not None)
            found = country_at(words, at, code)
            if found is None or found.code != iso:
                lost.append((iso, name))

    assert lost == []


@pytest.mark.parametrize("code", SUPPORTED)
def test_adjectives_belong_to_countries(code: str) -> None:
    assert {len(iso) for iso in table(code).adjectives.values()} == {2}
