"""Breakdowns that claim to be whole, and lists that only look so."""

import pytest

from tests.reading.figures_of import document

CLAIMED = [
    ("en", "The agency said 96 people were killed in Chile: 51 in Talca, 30 in Arica and the remaining 15 in Iquique.", 96, [51, 30, 15]),
    ("en", "Police put the toll at 96 in all: 51 in Talca, 30 in Arica, 10 in Iquique.", 96, [51, 30, 10]),
    ("en", "The quake killed 96 people, the agency said: 51 in Talca, including 12 children, and the remaining 45 in Arica.", 96, [51, 45]),
    ("en", "The agency counted 96 dead. Of them at least 51 died in Talca, 30 in Arica and the other 15 in Iquique.", 96, [None, 30, 15]),
    ("en", "Police detained 57 people in all: 40 men and 17 women.", 57, [40, 17]),
    ("id", "BNPB menyebut 96 orang tewas di Chile: 51 di Talca, 30 di Arica, dan sisanya 15 orang di Iquique.", 96, [51, 30, 15]),
    ("id", "Total korban tewas 96 orang: 51 di Talca, 30 di Arica, dan 10 di Iquique, kata polisi.", 96, [51, 30, 10]),
    ("id", "Sebanyak 57 orang ditahan, terdiri dari 40 laki-laki dan 17 perempuan, kata polisi.", 57, [40, 17]),
    ("ru", "МЧС сообщило, что погибли 96 человек, из них 51 в Тальке, 30 в Арике, остальные 15 — в Икике.", 96, [51, 30, 15]),
    ("ru", "В общей сложности погибли 96 человек: 51 в Тальке и 30 в Арике, сообщило МВД.", 96, [51, 30]),
    ("ru", "По данным МВД, погибли 96 человек. В Тальке погиб 51 человек, в Арике — 30, остальные 15 — в Икике.", 96, [51, 30, 15]),
]  # fmt: skip
"""Language, text, total, parts."""

NEAR = [
    ("en", "The agency said 96 people were killed in Chile: 51 in Talca, 30 in Arica and 10 in Iquique."),
    ("en", "The agency said 96 people were killed, 51 of them in Talca, 30 in Arica and another 15 in Iquique."),
    ("en", "A total of 96 people were killed, the agency said: 51 in Talca, 30 in Arica and the rest in Iquique."),
    ("en", "A total of 96 people were killed, the agency said: 51 in Talca and 30 in Arica. A further 15 died in hospital."),
    ("en", "The agency said 96 people were killed, 81 of them in Talca, 51 of those in the port and the remaining 30 in villages."),
    ("en", "In total 96 people were killed, 51 of them in Talca and 30 in Arica, the agency said."),
    ("en", "The remaining 40 people were evacuated from Talca; the quake killed 96, 51 of them in Arica."),
    ("id", "BNPB menyebut 96 orang tewas di Chile: 51 di Talca, 30 di Arica, dan 10 di Iquique."),
    ("id", "BNPB menyebut 96 orang tewas: 51 di Talca, 30 di Arica, dan 15 lainnya di Iquique."),
    ("id", "Total 96 orang tewas, 51 di antaranya di Talca dan 30 di Arica, kata polisi."),
    ("ru", "МЧС сообщило, что погибли 96 человек: 51 в Тальке, 30 в Арике и 10 в Икике."),
    ("ru", "МЧС сообщило, что погибли 96 человек: 51 в Тальке, 30 в Арике и ещё 15 в Икике."),
    ("ru", "Всего погибли 96 человек, из них 51 в Тальке и 30 в Арике, сообщило МВД."),
]


@pytest.mark.parametrize(("lang", "text", "total", "parts"), CLAIMED)
def test_a_breakdown_that_claims_to_be_whole(lang: str, text: str, total: float, parts: list[float | None]) -> None:
    (found,) = document(text, lang).wholes

    assert (found.total.best, [p.best for p in found.parts]) == (total, parts)
    assert found.span[0] < found.span[1] <= len(text)


@pytest.mark.parametrize(("lang", "text"), NEAR)
def test_a_list_that_does_not_claim_it(lang: str, text: str) -> None:
    assert document(text, lang).wholes == []
