"""What a report tells as known before, as a change, as nobody's count, or as the doers: no total of today."""

import pytest

from tests.reading.reading_of import whole

Told = list[tuple[float, str, str]]


def told(text: str, lang: str) -> Told:
    return [(f.best or f.low or 0, f.kind, f.currency) for f in whole(text, lang).figures]


KNOWN_BEFORE = [
    ("en", "Police said the death toll had been revised to 12 from 30.", [(12, "level", "current"), (30, "level", "earlier")]),
    ("en", "The mayor put the toll at 25 dead. Earlier, the council said that at least 31 had died.", [(25, "level", "current"), (31, "level", "earlier")]),
    ("en", "The ministry said 12 people were killed, down from 30. The council later reported 30 dead in the fire.", [(12, "level", "current"), (30, "level", "earlier"), (30, "level", "earlier")]),
    ("ru", "По уточненным данным, погибли 25 человек. Ранее в мэрии сообщали, что в огне погибли 31 человек.", [(25, "level", "current"), (31, "level", "earlier")]),
    ("ru", "Погибли 25 человек. Ранее сообщалось, что при пожаре погиб 31 человек.", [(25, "level", "current"), (31, "level", "earlier")]),
    ("ru", "Число погибших снизилось до 12 с 30 человек, сообщили в мэрии.", [(12, "level", "current"), (30, "level", "earlier")]),
    ("id", "Jumlah korban tewas turun menjadi 12 orang dari 30 orang, kata polisi.", [(12, "level", "current"), (30, "level", "earlier")]),
]  # fmt: skip

NEWS = [
    ("en", "Earlier, the council said that at least 31 people had died in the fire.", [(31, "level", "current")]),
    ("ru", "Ранее в мэрии заявили, что в огне погибли более 31 человека. Местный канал пишет о 40 погибших.", [(31, "level", "current"), (40, "level", "current")]),
    ("ru", "Ранее задержанный мэр сказал, что погибли 20 человек.", [(20, "level", "current")]),
    ("en", "Twelve dead were brought to the town from 30 villages.", [(12, "level", "current")]),
]  # fmt: skip

CHANGES = [
    ("en", "The death toll was reduced by 106 after the lists were checked.", [(106, "change", "current")]),
    ("en", "The council lowered the death toll by more than 100 people on Friday.", [(100, "change", "current")]),
    ("en", "The death count rose following the recovery of 60 bodies on Friday.", [(60, "change", "current")]),
    ("id", "Petugas mengatakan tambahan korban tewas yaitu 13 orang berada di wilayah barat.", [(13, "change", "current")]),
]  # fmt: skip

NOBODY = [
    ("ru", "Спасатели говорят, что точных данных о погибших до сих пор нет.", []),
    ("id", "Angka pasti belum diketahui karena ada keluarga yang meninggal dan tidak ada yang datang melapor.", []),
    ("id", "Korban tewas menjadi 33 orang, ungkap seorang pejabat senior.", [(33, "level", "current")]),
    ("ru", "По данным канала «Сигнал 5», число погибших превысило 90 человек.", [(90, "level", "current")]),
    ("ru", "По данным канала «55», число погибших превысило 90 человек.", [(90, "level", "current")]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "expected"), KNOWN_BEFORE + NEWS + CHANGES + NOBODY)
def test_how_a_figure_stands_to_what_was_known(lang: str, text: str, expected: Told) -> None:
    assert told(text, lang) == expected


@pytest.mark.parametrize(
    ("lang", "text", "basis"),
    [
        ("en", "The death toll is 125, and 124 people have been identified.", ["unknown", "identified"]),
        ("ru", "Погибли 139 человек, из них опознано 75.", ["unknown", "identified"]),
        ("id", "Sejauh ini 62 jenazah telah teridentifikasi.", ["identified"]),
    ],
)
def test_who_is_identified_is_the_number_beside_the_word(lang: str, text: str, basis: list[str]) -> None:
    assert [f.basis for f in whole(text, lang).figures] == basis


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("id", "Jumlah korban tewas dalam serangan teroris di pasar itu naik menjadi 37 orang."),
        ("ru", "Число погибших при нападении боевиков выросло до 37."),
    ],
)
def test_those_who_did_it_are_not_those_who_are_counted(lang: str, text: str) -> None:
    assert [f.who for f in whole(text, lang).figures] == [None]


@pytest.mark.parametrize(
    ("lang", "text", "measure"),
    [
        ("en", "Twelve people did not survive the fire.", "killed"),
        ("id", "Dua belas orang tidak selamat dalam kebakaran itu.", "killed"),
        ("ru", "В огне не выжили 12 человек.", "killed"),
        ("ru", "В огне выжили 12 человек.", "rescued"),
    ],
)
def test_who_did_not_survive_is_dead(lang: str, text: str, measure: str) -> None:
    assert [f.measure for f in whole(text, lang).figures] == [measure]


def test_a_toll_that_is_revised_by_nobody_is_no_correction_of_the_report() -> None:
    reading = whole("The death toll from the fire has been revised down to 25.", "en")

    assert [s.act for s in reading.statements] == ["asserts"]


@pytest.mark.parametrize(
    ("text", "bound"),
    [("The death toll went up to 31 on Friday.", "exact"), ("Up to 31 people died on Friday.", "at_most")],
)
def test_up_to_behind_a_rise_is_a_level(text: str, bound: str) -> None:
    assert [f.bound for f in whole(text, "en").figures] == [bound]
