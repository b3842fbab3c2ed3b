"""Which country a report is about, where it names towns of several."""

import pytest

from khabar.reading.reader import Reader
from khabar.relating.places import home
from tests.relating.told import edition


@pytest.mark.parametrize(
    ("lang", "text", "country"),
    [
        ("en", "The army said 12 people were killed.\n\nA crane from Kisumu lifted the hull. Buses to Mwanza run again.", "TZ"),
        ("id", "Tentara menyatakan 12 orang tewas.\n\nDerek dari Kisumu mengangkat lambung kapal. Bus ke Mwanza beroperasi lagi.", "TZ"),
        ("ru", "Армия сообщила о гибели 12 человек.\n\nКран из Кисуму поднял корпус. Автобусы в Мванзу снова ходят.", "TZ"),
        ("en", "A bus fell into a river in Kisumu, police said.\n\nRescuers from Mwanza and a plane from Dodoma came to help.", "KE"),
        ("en", "BEIRUT, May 6 - A crush at a concert killed seven people, police said.\n\nAmbulances had come from as far as Tripoli.", "LB"),
        ("en", "MOSCOW, May 6 - Shelling killed seven people in Tripoli, the port of Libya.\n\nShips left Tripoli.", "LY"),
    ],
)
def test_home(lang: str, text: str, country: str) -> None:
    assert home(Reader().read(edition("r", "2025-05-06T08:00:00Z", text, lang=lang))) == country


def places(text: str, lang: str) -> list[tuple[str, str | None]]:
    return [(p.name, p.country) for p in Reader().read(edition("r", "2025-05-06T08:00:00Z", text, lang=lang)).places]


@pytest.mark.parametrize(
    ("lang", "text", "name", "country"),
    [
        ("en", "KARACHI, May 6 - A fire broke out in a market in Hyderabad, police in Karachi said.", "Hyderabad", "PK"),
        ("en", "Police in Bengaluru said a fire broke out in a market in Hyderabad.", "Hyderabad", "IN"),
        ("en", "Ambulances drove from Beirut to Tripoli, and from Sidon to Beirut.", "Tripoli", "LB"),
        ("en", "A ship left the port of Tripoli on Monday.", "Tripoli", "LY"),
        ("ru", "Машины скорой помощи приехали в Бейрут из Триполи.", "Триполи", "LB"),
    ],
)
def test_of_namesakes_the_one_beside_towns_of_its_country(lang: str, text: str, name: str, country: str) -> None:
    assert (name, country) in places(text, lang)
