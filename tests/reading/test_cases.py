"""Cases are people where a report tells of an illness, and cases of a court where it does not."""

import pytest

from tests.reading.figures_of import document


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Hundreds of cases have gone to court, and complaints about torture in detention are examined."),
        ("id", "Sebanyak 300 kasus masuk ke pengadilan, dan keluhan orang yang ditahan diperiksa."),
        ("ru", "В суд передано 300 случаев, жалобы задержанных рассматриваются."),
    ],
)
def test_cases_of_a_court_count_nobody(lang: str, text: str) -> None:
    assert document(text, lang).counts == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The cholera outbreak spread. The ministry reported 300 cases on Friday."),
        ("id", "Wabah kolera meluas. Kementerian mencatat 300 kasus pada Jumat."),
        ("ru", "Вспышка холеры ширится. Министерство зарегистрировало 300 случаев."),
    ],
)
def test_cases_of_an_illness_count_the_infected(lang: str, text: str) -> None:
    assert [(c.best, c.measure) for c in document(text, lang).counts] == [(300, "infected")]
