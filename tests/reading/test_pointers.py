"""A sentence that tells the source of the one before it."""

import pytest

from khabar.model.reading import Reading
from tests.reading.reading_of import whole

POINTERS = [
    ("en", "Ninety people were killed in the flood. The figures were released by the Health Ministry on Sunday.", ["Health Ministry"]),
    ("en", "Ninety people were killed in the flood. The toll was given by the Health Ministry and carried by the daily Tide.", ["Health Ministry", "Tide"]),
    ("ru", "Восемь пожарных погибли при взрыве. Об этом в четверг, 6 мая, пишет издание «Берег» со ссылкой на Министерство обороны.", ["Министерство обороны", "Берег"]),
    ("ru", "Силовики убили 26 нападавших. Эти сведения МВД республики приводит телеканал «Волна 5».", ["МВД", "Волна 5"]),
    ("ru", "Погибли 16 рыбаков. Об этом РИА Новости сообщил исполняющий обязанности министра обороны Пётр Лесной.", ["Пётр Лесной"]),
    ("ru", "Число погибших достигло 230. Эти данные в понедельник огласил министр обороны Иван Лесной.", ["Иван Лесной"]),
    ("ru", "Мост закрыли после паводка. Об этом мэр города Анна Рой сообщила журналистам.", ["Анна Рой"]),
    ("id", "Polisi menahan 135 orang. Angka itu disampaikan Kementerian Dalam Negeri dan disiarkan media pemerintah pada Minggu.", ["Kementerian Dalam Negeri", "media pemerintah"]),
    ("id", "Banjir menewaskan 90 orang. Data Kementerian Kesehatan itu dimuat harian Ombak, Minggu.", ["Kementerian Kesehatan", "Ombak"]),
]  # fmt: skip


def chain(reading: Reading) -> list[str]:
    return [reading.people[k].name for k in reading.statements[0].chain]


@pytest.mark.parametrize(("lang", "text", "expected"), POINTERS)
def test_the_next_sentence_tells_the_source(lang: str, text: str, expected: list[str]) -> None:
    reading = whole(text, lang)

    assert len(reading.statements) == 1
    assert chain(reading) == expected


def test_a_medium_that_points_passes_on_what_has_a_source() -> None:
    reading = whole("Министерство информации отозвало данные о 90 погибших. Об этом передаёт Радио Берег.", "ru")

    assert reading.people[reading.statements[0].chain[0]].name == "Министерство информации"
    assert len(reading.statements[0].chain) == 2


NO_POINTERS = [
    ("en", "Ninety people were killed in the flood. The report was released by mistake."),
    ("en", "The bridge is closed after the flood. The number was given by the Health Ministry."),
    ("ru", "Сгорело девять домов. Так пишут в учебниках."),
    ("id", "Banjir menewaskan 90 orang. Angka itu disampaikan dengan lantang."),
]


@pytest.mark.parametrize(("lang", "text"), NO_POINTERS)
def test_no_pointer(lang: str, text: str) -> None:
    assert whole(text, lang).statements[0].source == ()
