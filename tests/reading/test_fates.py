"""Figures that sentences give without a number word, share, or take back: both and couples, wholes before their parts, later deaths, other events."""

import pytest

from tests.reading.figures_of import document, figures, value

NUMBERED = [
    ("en", "Both were killed.", [("killed", 2)]),
    ("en", "The crash killed both pilots.", [("killed", 2)]),
    ("en", "The couple drowned on Friday.", [("killed", 2)]),
    ("en", "At first 9 people were killed. The captain was among the dead.", [("killed", 9), ("killed", 1)]),
    ("en", "A farmer lost two sons in the flood.", [("killed", 2)]),
    ("en", "Both sides claimed the town.", []),
    ("en", "The firm lost 300 jobs in the fire.", []),
    ("en", "Two men drowned. Both died within minutes.", [("killed", 2)]),
    ("id", "Keduanya tewas di tempat.", [("killed", 2)]),
    ("id", "Petugas menyebut kedua pilot tewas.", [("killed", 2)]),
    ("id", "Istrinya meninggal dunia.", [("killed", 1)]),
    ("id", "Saya kehilangan dua anak.", [("killed", 2)]),
    ("id", "Pada hari kedua warga terus bekerja.", []),
    ("id", "Ia kehilangan 12 kilogram.", []),
    ("id", "Kedua pihak menolak usul itu.", []),
    ("ru", "Оба пилота погибли.", [("killed", 2)]),
    ("ru", "Обе женщины скончались.", [("killed", 2)]),
    ("ru", "Супруги погибли на месте.", [("killed", 2)]),
    ("ru", "Фермер потерял двух сыновей.", [("killed", 2)]),
    ("ru", "Обе стороны отказались от переговоров.", []),
    ("ru", "Завод потерял 12 клиентов.", []),
    ("ru", "Ни один из них не пришёл на работу после взрыва.", []),
]


@pytest.mark.parametrize(("lang", "text", "expected"), NUMBERED)
def test_who_has_no_number_word(lang: str, text: str, expected: list[tuple[str, float]]) -> None:
    assert figures(text, lang) == expected


def parts(text: str, lang: str) -> list[tuple[str | None, float | None, float | None]]:
    return [(c.measure, value(c), None if c.part_of is None else value(c.part_of)) for c in document(text, lang).counts]


PARTS = [
    ("en", "At least 40 people including 8 children and 5 women have been killed.",
     [("killed", 40, None), ("killed", 8, 40), ("killed", 5, 40)]),
    ("en", "About 30 people were killed, nine of them in Lima, and 12 in Cusco.",
     [("killed", 30, None), ("killed", 9, 30), ("killed", 12, 30)]),
    ("en", "Nine people were killed. Seven of the nine have been identified.",
     [("killed", 9, None), ("killed", 7, 9), ("killed", 9, None)]),
    ("en", "The dead included 40 evacuees, 13 of whom were women.", [("killed", 40, None), ("killed", 13, 40)]),
    ("en", "The blast injured 40 people. Six of the injured are critical.", [("injured", 40, None), ("injured", 6, 40)]),
    ("en", "Floods have killed 102 people. The office reports deaths in three districts: Almaty 58, Taraz 27 and Aral 17.",
     [("killed", 102, None), ("killed", 58, 102), ("killed", 27, 102), ("killed", 17, 102)]),
    ("en", "The fire burned 12 shops and three others were damaged.",
     [("buildings_burned", 12, None), ("buildings_damaged", 3, None)]),
    ("id", "Ledakan itu melukai 40 orang, enam di antaranya kritis.", [("injured", 40, None), ("injured", 6, 40)]),
    ("id", "Tujuh ruko ludes, sedangkan empat lainnya rusak sebagian.",
     [("buildings_burned", 7, None), ("buildings_damaged", 4, None)]),
    ("id", "Sebanyak 1.175 penumpang cedera, 793 orang di antaranya sudah dipulangkan.",
     [("injured", 1175, None), ("recovered", 793, 1175)]),
    ("ru", "За помощью обратились 43 человека, из них 12 детей, госпитализированы 18.",
     [("injured", 43, None), ("injured", 12, 43), ("hospitalised", 18, 43)]),
    ("ru", "Погибли пятеро, среди них женщины и дети.", [("killed", 5, None)]),
    ("ru", "Погибли четверо: двое взрослых и двое детей.", [("killed", 4, None), ("killed", 2, 4), ("killed", 2, 4)]),
    ("ru", "Погибли 60 человек: 19 спасателей, остальные 41 — жители.",
     [("killed", 60, None), ("killed", 19, 60), ("killed", 41, 60)]),
    ("ru", "Погибли 20 человек. Среди убитых — шестеро полицейских.", [("killed", 20, None), ("killed", 6, 20)]),
    ("ru", "Повреждены 46 тысяч домов, 1,1 тыс. из них разрушена.",
     [("homes_damaged", 46000, None), ("homes_damaged", 1100, 46000)]),
    ("ru", "Сгорели семь магазинов и 14 машин.", [("buildings_burned", 7, None), ("vehicles_burned", 14, None)]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "expected"), PARTS)
def test_wholes_and_parts(lang: str, text: str, expected: list[tuple[str, float, float | None]]) -> None:
    assert parts(text, lang) == expected


IN_THE_END = [
    ("en", "A boy was taken to hospital but died.", [("killed", 1)]),
    ("en", "Two men were pulled out alive but later died.", [("killed", 2)]),
    ("en", "Two of the wounded later died.", [("killed", 2)]),
    ("en", "All 61 people on board died.", [("killed", 61)]),
    ("en", "Sixty people were on board, and 12 died.", [("aboard", 60), ("killed", 12)]),
    ("id", "Seorang ibu sempat dibawa ke puskesmas, tetapi meninggal.", [("killed", 1)]),
    ("id", "Dua warga yang tersesat itu tewas.", [("killed", 2)]),
    ("id", "Dua warga dibawa ke puskesmas, tetapi sudah pulang.", [("hospitalised", 2)]),
    ("ru", "Из 98 пострадавших 72 уже отпустили домой.", [("injured", 98), ("recovered", 72)]),
    ("ru", "Двое из раненых скончались.", [("killed", 2)]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), IN_THE_END)
def test_what_became_of_them(lang: str, text: str, expected: list[tuple[str, float]]) -> None:
    assert figures(text, lang) == expected


OF_OTHER_EVENTS = [
    ("en", "It was the deadliest crash since a 1999 collision that killed 17 people.", "earlier"),
    ("en", "The storm is the strongest since Idris in 2011, which killed 89 people.", "earlier"),
    ("en", "Thoughts went back to 2011, when a fire in the same market killed five.", "earlier"),
    ("en", "In 2018 rules were made and 12 people died on Friday.", "current"),
    ("en", "Photographs of the 1999 quake were shown as 12 people died on Friday.", "current"),
    ("id", "Hingga kemarin, 19 orang tewas.", "current"),
    ("ru", "В 2018 году приняли правила, а в пятницу погибли 12 человек.", "current"),
]


@pytest.mark.parametrize(("lang", "text", "expected"), OF_OTHER_EVENTS)
def test_the_figure_of_another_event(lang: str, text: str, expected: str) -> None:
    assert [c.currency for c in document(text, lang).counts] == [expected]


ELSEWHERE = [("en", "Also read: 40 dead in a mine"), ("id", "Baca Juga: 40 Orang Tewas di Tambang"), ("ru", "Читайте также: 40 человек погибли на шахте")]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), ELSEWHERE)
def test_a_line_that_leads_elsewhere_gives_no_figure(lang: str, text: str) -> None:
    assert figures(text, lang) == []


def test_thousands_and_their_rest() -> None:
    assert figures("Погибли 2 тыс. 450 человек.", "ru") == [("killed", 2450)]


def test_a_reported_zero_of_those_harmed() -> None:
    assert figures("Пострадавших среди них нет.", "ru") == [("casualties", 0)]


def test_what_stands_around_a_verb() -> None:
    assert figures("Jets believed to be Russian killed 60 civilians trying to flee.", "en") == [("killed", 60)]
    assert figures("Several men wounded a watchman.", "en") == [("injured", 1)]
    assert figures("The mayor received three bullet wounds.", "en") == []
    assert figures("About 40 rebels were rounded up and executed.", "en") == [("killed", 40)]
    assert figures("Police arrested 40 people and a policeman was killed.", "en") == [("detained", 40), ("killed", 1)]
