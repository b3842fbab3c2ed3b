"""Quotations whose verb no lexicon has: the word beside them is read as a verb of saying only where somebody speaks there."""

import pytest

from tests.reading.reading_of import said


@pytest.mark.parametrize(
    ("lang", "text", "source", "cue"),
    [
        ("en", "“The bridge is shut for good,” Jane Darman thundered.", "Jane Darman", "thundered"),
        ("en", "“The bridge is shut for good,” chirruped Jane Darman.", "Jane Darman", "chirruped"),
        ("en", "“The bridge is shut for good,” she growled.", "she", "growled"),
        ("id", "“Jembatan ditutup selamanya,” gumam Rahmat Wijaya.", "Rahmat Wijaya", "gumam"),
        ("id", "“Jembatan ditutup selamanya,” omel Siti.", "Siti", "omel"),
        ("id", "Siti Aminah mengatakan air surut. “Jembatan ditutup selamanya,” gumamnya.", "Siti Aminah", "gumamnya"),
        ("ru", "«Мост закрыт навсегда», — буркнул Пётр Лавин.", "Пётр Лавин", "буркнул"),
        ("ru", "«Мост закрыт навсегда», — вскинулась она.", "она", "вскинулась"),
        ("ru", "Пётр Лавин ухмыльнулся: «Мост закрыт навсегда».", "Пётр Лавин", "ухмыльнулся"),
    ],
)
def test_unknown_verb(lang: str, text: str, source: str, cue: str) -> None:
    last = said(text, lang)[-1]

    assert (last["source"], last["cue"]) == (source, cue)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "“The bridge is shut for good,” as printed on Friday."),
        ("en", "“The bridge is shut for good” hoisted banners."),
        ("id", "“Jembatan ditutup selamanya”, akhirnya."),
        ("id", "“Jembatan ditutup selamanya” di spanduk merah."),
        ("ru", "«Мост закрыт навсегда», — с плаката."),
        ("ru", "«Мост закрыт навсегда» — висел плакат."),
    ],
)
def test_no_verb_of_saying(lang: str, text: str) -> None:
    assert all("cue" not in one for one in said(text, lang))
