"""Whose number it is: data are nobody, a paper is its author's, a post before a comma is the name's, names with particles are whole."""

import pytest

from khabar.model.reading import Reading
from tests.reading.reading_of import whole


def chains(text: str, lang: str) -> list[list[str]]:
    """The chain of each figure: names, with the type of the office behind a person."""
    reading = whole(text, lang)
    return [[_name(reading, i) for i in reading.statements[f.statement or 0].chain] for f in reading.figures]


def _name(reading: Reading, i: int) -> str:
    one = reading.people[i]
    office = None if one.office is None else reading.people[one.office]
    return f"{one.name} ({office.type})" if office is not None else one.name


NOBODY: list[tuple[str, str, list[list[str]]]] = [
    ("en", "According to the latest data, 44 people died in the fire.", [[]]),
    ("en", "The toll has risen to more than 33, according to the latest figures.", [[]]),
    ("en", "Death toll from the ferry fire rises to 29", [[]]),
    ("ru", "Данные о пожаре канал приводит, погибли 12 человек.", [[]]),
]

WHOSE = [
    ("en", "The toll has risen to 33, according to figures from the health ministry.", [["health ministry"]]),
    ("en", "The Rescue Service stated that, according to preliminary information, more than 60 people were killed.", [["Rescue Service"]]),
    ("en", "As many as 17 people died in the valley, Radio Coast reported citing the health ministry.", [["health ministry", "Radio Coast"]]),
    ("en", "At least 39 people died, WHO said.", [["WHO"]]),
    ("en", "The toll stood at 23, the National Storm Risk Reduction and Relief Council (NSRRRC) said.", [["National Storm Risk Reduction and Relief Council (NSRRRC)"]]),
    ("en", "Twelve bodies were buried, northern Peru’s health minister, Omar Said said.", [["Omar Said (ministry.health)"]]),
    ("en", "Marie el-Dana, the group's head, told the paper that 12 people were killed.", [["Marie el-Dana"]]),
    ("id", "Korban tewas mencapai 13 orang, menurut laporan yang dikeluarkan oleh Kementerian Kesehatan.", [["Kementerian Kesehatan"]]),
    ("id", "Kepala Bidang Humas Polri, Inspektur Jendral Rahmat Wijaya menyatakan korban tewas 31 orang.", [["Rahmat Wijaya (police)"]]),
    ("id", "Korban tewas menjadi 31 orang, kata Ana del Rosario, Direktur Eksekutif Badan Bencana.", [["Ana del Rosario (agency.disaster)"]]),
    ("id", "Korban jiwa akibat banjir di Peru naik menjadi 37 orang, kata polisi.", [["polisi"]]),
]  # fmt: skip



@pytest.mark.parametrize(("lang", "text", "expected"), NOBODY + WHOSE)
def test_whose_number_it_is(lang: str, text: str, expected: list[list[str]]) -> None:
    assert chains(text, lang) == expected


def test_whom_a_speaker_addresses_gives_no_post() -> None:
    assert chains("Speaking to the health minister, Omar Said said 12 people died.", "en") == [["Omar Said"]]


def test_two_offices_of_one_type_with_nothing_in_common_are_two() -> None:
    reading = whole(
        "The Disaster and Emergency Authority said 120 people died in Peru. "
        "The Chilean Civil Defense said 30 people died in Chile.",
        "en",
    )

    assert len({s.chain for s in reading.statements}) == 2


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("id", "Dilansir Reuters, juru bicara Kepolisian menyebut korban tewas menjadi 27 jiwa.", ["Kepolisian"]),
        ("id", "Dilansir Reuters, korban tewas menjadi 27 jiwa.", ["Reuters"]),
        ("en", "The ministry said 12 people died, according to The Associated Press.", ["The ministry", "AP"]),
        ("en", "At least 12 people died, according to The Associated Press.", ["AP"]),
    ],
)
def test_a_medium_passes_on_what_the_one_beside_it_said(lang: str, text: str, expected: list[str]) -> None:
    assert chains(text, lang) == [expected]


RUSSIAN = [
    ("Как передаёт ТАСС, в МЧС сообщили о 12 погибших.", [["МЧС", "TASS"]]),
    ("По данным агентства «Волна», полиция сообщила о 12 погибших.", [["полиция", "Волна"]]),
    ("Как передаёт ТАСС, погибли 12 человек, уточнил губернатор.", [["TASS"]]),
    ("Погибли 12 человек. Об этом говорится в опубликованном в четверг докладе полиции.", [["полиции"]]),
    ("Погибли 12 человек, говорится в обнародованном в среду отчёте министерства здравоохранения.", [["министерства здравоохранения"]]),
    ("В Минздраве заявили, что погибли 12 человек. Там уточнили, что ранены 30.", [["Минздраве"]] * 2),
    ("Дом рухнул. Там погибли 12 человек.", [[]]),
    ("В Минздраве заявили, что погибли 12 человек. По его данным, ранены 30.", [["Минздраве"]] * 2),
    ("Омар Саиди из министерства внутренних дел сообщил о 12 погибших.", [["Омар Саиди (ministry.interior)"]]),
    ("Погибли 12 человек, сообщил Омар Саиди из полиции города.", [["Омар Саиди (police)"]]),
    ("Национальное управление по борьбе со стихийными бедствиями сообщило о 12 погибших.", [["Национальное управление по борьбе со стихийными бедствиями"]]),
    ("Погибли 12 человек, сообщает Государственная служба Ганы по чрезвычайным ситуациям.", [["служба Ганы по чрезвычайным ситуациям"]]),
    ("Погибли 12 человек, сообщила полиция по итогам осмотра.", [["полиция"]]),
    ("3 мая в полиции сообщили о 12 погибших.", [["полиции"]]),
    ("О беде министр обороны Сергей Рой в интервью «Волне» недавно сказал, что погибли 12 человек.", [["Сергей Рой (ministry.defence)"]]),
    ("Власти говорят о 12 погибших, оппозиция говорит о 40.", [["Власти"], ["оппозиция"]]),
    ("Власти говорят о 12 погибших, а правозащитники заявили о 40.", [["Власти"], ["правозащитники"]]),
    ("Число погибших выросло до 12, губернатор сообщил об этом в эфире.", [["Governor's Office"]]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), RUSSIAN)
def test_whose_number_it_is_in_russian(text: str, expected: list[list[str]]) -> None:
    assert chains(text, "ru") == expected
