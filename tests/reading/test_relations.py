"""How figures stand to one another: parts of a whole told before, news of old events, a measure of its own clause."""

import pytest

from khabar.language.base import language
from khabar.model.edition import Edition
from khabar.reading.document import Document
from khabar.reading.reader import COMPONENTS
from tests.reading.figures_of import document, figures, value

BREAKDOWNS = [
    ("en", "The storm killed 90 people. Of the dead, 40 were counted in the city of Lima, 21 in the Cusco region, 10 in Puno and 8 in Arequipa."),
    ("en", "The storm killed 90 people in Peru. Forty people died in Lima, 21 in Cusco and 10 in Arequipa."),
    ("id", "Badai menewaskan 90 orang. Sebanyak 40 orang di antaranya tewas di Medan, 21 orang di Surabaya, dan 10 orang di Padang."),
    ("ru", "Погибли 90 человек. В Казани погибли 40 человек, в Воронеже — 21, в Перми — 10."),
    ("ru", "В России погибли 90 человек. В Казани погибли 40 человек, в Воронеже — 21, в Перми — 10."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), BREAKDOWNS)
def test_every_member_of_a_breakdown_is_a_part_of_the_total(lang: str, text: str) -> None:
    total, *members = document(text, lang).counts

    assert value(total) == 90
    assert len(members) >= 3
    assert all(m.part_of is total and m.place is not None for m in members)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "In Lima 40 people died, in Cusco 21 and in Arequipa 10."),
        ("ru", "В Казани погибли 40 человек, в Воронеже — 21, в Перми — 10."),
    ],
)
def test_without_a_total_no_town_is_a_part_of_another(lang: str, text: str) -> None:
    assert [c.part_of for c in document(text, lang).counts] == [None] * 3


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "Thousands of people were detained. The channel reported that 64 people had been killed in the fighting.",
        ),
        ("id", "Ribuan orang ditahan. Saluran itu melaporkan bahwa 64 orang tewas dalam bentrokan."),
        ("ru", "Тысячи человек задержаны. Телеканал сообщил, что в столкновениях погибли 64 человека."),
    ],
)
def test_the_measure_of_its_own_clause_comes_first(lang: str, text: str) -> None:
    assert figures(text, lang)[-1] == ("killed", 64)


def whole_document(text: str, lang: str, published: str = "2023-05-04T12:00:00Z") -> Document:
    """A document that all components have read."""
    body = ((0, len(text)),)
    edition = Edition(
        id="t", address="t", raw_hash="", text=text, cleaner="", body=body, lang=lang, published=published
    )
    made = Document(edition=edition, language=language(lang))
    for component in COMPONENTS:
        component(made)
    return made


def currencies(made: Document) -> list[str]:
    return [c.currency for c in made.counts]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The unrest left 225 people dead, the governor said. The dead include 19 soldiers."),
        ("en", "In January 2019, 238 people died in the unrest, the governor said on Thursday."),
        ("id", "Pada Januari 2019, konflik itu menewaskan 238 orang, kata gubernur pada Kamis."),
        ("ru", "В январе 2019 года в ходе конфликта погибли 238 человек, сообщил в четверг губернатор."),
    ],
)
def test_what_somebody_says_first_is_the_news(lang: str, text: str) -> None:
    assert set(currencies(whole_document(text, lang))) == {"current"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "A bomb killed 12 people, police said. In January 2019, 238 people died in an attack on the same market.",
        ),
        ("id", "Bom menewaskan 12 orang, kata polisi. Pada Januari 2019, 238 orang tewas di pasar yang sama."),
        (
            "ru",
            "При взрыве погибли 12 человек, сообщила полиция. В январе 2019 года на том же рынке погибли 238 человек.",
        ),
    ],
)
def test_what_is_told_later_of_an_old_event_is_earlier(lang: str, text: str) -> None:
    assert currencies(whole_document(text, lang)) == ["current", "earlier"]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "The storm killed 20 people. The previous official count of the dead had been 12.", "earlier"),
        ("en", "The storm killed 20 people. The last count before that gave 12 dead.", "earlier"),
        ("en", "The storm killed 20 people. Of the dead, 12 were found in Cusco.", "current"),
        ("id", "Badai menewaskan 20 orang. Hitungan resmi sebelum itu mencatat 12 kematian.", "earlier"),
        ("id", "Badai menewaskan 20 orang. Dinas mencatat 12 kematian di Medan.", "current"),
        ("ru", "Шторм убил 20 человек. Ранее сообщалось о 12 погибших матросах.", "earlier"),
        ("ru", "Шторм убил 20 человек. Сообщается о 12 погибших матросах.", "current"),
    ],
)
def test_the_count_before_is_earlier(lang: str, text: str, expected: str) -> None:
    last = document(text, lang).counts[-1]

    assert (value(last), last.currency) == (12, expected)
    assert expected == "current" or last.part_of is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Polisi menahan 5.135 orang terkait kerusuhan sepekan terakhir.", "level"),
        ("Polisi menahan 5.135 orang dalam sepekan terakhir.", "change"),
    ],
)
def test_a_window_of_the_event_is_none_of_the_count(text: str, kind: str) -> None:
    assert [c.kind for c in document(text, "id").counts] == [kind]


@pytest.mark.parametrize(
    ("text", "currency"),
    [("The May floods claimed 355 lives, the governor said on Monday.", "current"), ("The floods may claim 355 lives, the governor said.", "projected")],
)  # fmt: skip
def test_may_with_a_capital_is_a_month(text: str, currency: str) -> None:
    assert currencies(whole_document(text, "en", "2023-05-30T12:00:00Z")) == [currency]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The storm killed 90 people. In Lima 40 people died, and 3 children were among the dead."),
        ("ru", "Шторм убил 90 человек. 40 человек погибли в Казани, остальные в Перми, среди погибших 3 ребёнка."),
    ],
)
def test_among_the_dead_is_of_all_of_them(lang: str, text: str) -> None:
    total, _, children = document(text, lang).counts

    assert (value(children), children.part_of) == (3, total)


def test_one_of_them_in_another_case_is_nobody_counted() -> None:
    text = "Погибли 19 сотрудников охраны. Бывшему главе одной из них предъявлено обвинение."

    assert [value(c) for c in document(text, "ru").counts] == [19]


def test_one_of_them_is_a_part() -> None:
    made = document("Погибли 19 сотрудников охраны. Один из них погиб в больнице.", "ru")

    assert [value(c) for c in made.counts] == [19, 1]


@pytest.mark.parametrize(
    ("text", "certainty"),
    [("The May floods claimed 355 lives.", "stated"), ("The floods may claim 355 lives.", "possible")],
)
def test_may_with_a_capital_doubts_nothing(text: str, certainty: str) -> None:
    made = whole_document(f"{text[:-1]}, the governor said on Monday.", "en", "2023-05-30T12:00:00Z")

    assert [u.certainty for u in made.utterances] == [certainty]
