"""Places of counts that stand in a list, behind "where", or right behind those who are counted."""

import pytest

from tests.reading.reading_of import whole


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "In all 45 people died in Lima, Cusco, Puno and Arequipa.", [None]),
        ("id", "Sebanyak 45 orang tewas di Kepanjen, Malang, Jawa Timur.", ["Kepanjen"]),
        ("en", "The toll stands at 12 on the border with Chile, where 34 people died.", [None, "Chile"]),
        ("ru", "Данные о погибших в Перу ТАСС приводит со ссылкой на Минздрав, который сообщил о 99 погибших.", ["Перу"]),
    ],
)
def test_where_they_were_counted(lang: str, text: str, expected: list[str | None]) -> None:
    reading = whole(text, lang)

    assert [None if f.place is None else reading.places[f.place].name for f in reading.figures] == expected
