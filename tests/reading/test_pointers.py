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


GOING_ON = [
    ("en", "The Health Ministry said five people died. Twelve were injured.", "Health Ministry"),
    ("en", "Wave Radio said 90 people drowned. It put the exact number of people injured at 92.", "Wave Radio"),
    ("ru", "По данным МВД, ранены 48 полицейских. Всего по стране задержаны 298 человек.", "МВД"),
    ("id", "Menurut Kementerian Kesehatan, lima orang tewas. Dua belas orang terluka.", "Kementerian Kesehatan"),
]


@pytest.mark.parametrize(("lang", "text", "name"), GOING_ON)
def test_a_short_sentence_of_figures_goes_on(lang: str, text: str, name: str) -> None:
    reading = whole(text, lang)

    assert [reading.people[s.chain[0]].name for s in reading.statements] == [name, name]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The Health Ministry said five people died. Twelve people were killed in the flood of June 2019."),
        ("en", "Residents said five people died. Twelve were injured."),
        ("ru", "По данным МВД, ранены 48 полицейских.\n\nВ Лиме задержаны 298 человек."),
    ],
)
def test_what_does_not_go_on(lang: str, text: str) -> None:
    assert whole(text, lang).statements[1].source == ()


POINTED = [
    ("en", "Ninety people drowned. The daily Tide reported the figure on Sunday, citing the Health Ministry.", ["Health Ministry", "Tide"]),
    ("id", "Korban tewas akibat banjir mencapai 90 orang. Harian Ombak melaporkan angka itu pada Minggu dengan mengutip Kementerian Kesehatan.", ["Kementerian Kesehatan", "Ombak"]),
    ("id", "Sebanyak 135 orang sudah ditahan, demikian data Kementerian Dalam Negeri yang dikutip media pemerintah.", ["Kementerian Dalam Negeri", "media pemerintah"]),
    ("ru", "Жертвами наводнения стали 97 человек, таковы обновлённые данные властей.", ["властей"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "expected"), POINTED)
def test_an_attribution_that_says_only_what_stood_before(lang: str, text: str, expected: list[str]) -> None:
    reading = whole(text, lang)

    assert len(reading.statements) == 1
    assert chain(reading) == expected


def test_putting_out_a_fire_puts_no_number() -> None:
    assert whole("The ministry put out a fire at nine.", "en").statements[0].voice == "narration"


@pytest.mark.parametrize(
    ("lang", "text", "act"),
    [
        ("en", "In all 164 people were killed. Police denied the figures.", "denies"),
        ("en", "In all 164 people were killed. Police withdrew that figure on Sunday.", "withdraws"),
        ("id", "Sebanyak 164 orang tewas. Polisi membantah data itu.", "denies"),
        ("ru", "Погибли 164 человека. Полиция опровергает эти данные.", "denies"),
        ("ru", "Погибли 164 человека. Полиция отозвала эти данные.", "withdraws"),
    ],
)
def test_who_denies_or_takes_back_the_number_before_has_not_told_it(lang: str, text: str, act: str) -> None:
    reading = whole(text, lang)

    assert [(s.act, bool(s.chain)) for s in reading.statements] == [("asserts", False), (act, True)]
    assert reading.statements[1].refers is not None
    assert reading.statements[1].refers.value == 164
