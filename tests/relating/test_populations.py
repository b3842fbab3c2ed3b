"""Populations of three languages meet in one class; near words keep their own."""

import pytest

from khabar.relating.data import population

CLASSES = [
    ("officers", ["police officers", "police or military", "members of the security forces", "aparat", "personel", "personel kepolisian", "anggota TNI", "сотрудников", "сотрудников силовых структур", "силовиках", "полицейских", "members of the armed forces"]),
    ("attackers", ["rioters", "armed participants", "perusuh bersenjata", "вооружённых участников беспорядков", "участников беспорядков", "нападавших"]),
    ("protesters", ["demonstrators", "peserta aksi", "участников протеста"]),
    ("children", ["children", "girls", "anak perempuan", "детей"]),
    ("health workers", ["medics", "petugas kesehatan", "врачей"]),
    ("civilians", ["civilians", "warga sipil", "мирных жителей"]),
    ("crew", ["crew members", "anak buah kapal", "членов экипажа"]),
    ("", ["people", "warga", "жителей", ""]),
]  # fmt: skip


@pytest.mark.parametrize(("wanted", "words"), CLASSES)
def test_words_of_three_languages_meet(wanted: str, words: list[str]) -> None:
    assert {w: population(w) for w in words} == dict.fromkeys(words, wanted)


@pytest.mark.parametrize(
    "words", ["bank officers", "сотрудников банка", "petugas pajak", "участников съезда", "managers"]
)
def test_what_no_class_knows_keeps_its_words(words: str) -> None:
    assert population(words) == words


def test_a_text_of_two_populations_is_of_both() -> None:
    assert population("women journalists") == "journalists+women"
