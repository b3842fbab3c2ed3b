"""The figures of a report as a structure: parts, remainders, changes, what is earlier, denied, projected, of another event."""

import pytest

from tests.reading.figures_of import document, figures, value


def parts(text: str, lang: str) -> list[tuple[float | None, float | None]]:
    """Each figure with the number of the figure that it is a part of."""
    return [(value(c), None if c.part_of is None else value(c.part_of)) for c in document(text, lang).counts]


def currencies(text: str, lang: str) -> list[tuple[float | None, str]]:
    return [(value(c), c.currency) for c in document(text, lang).counts]


def kinds(text: str, lang: str) -> list[tuple[float | None, str]]:
    return [(value(c), c.kind) for c in document(text, lang).counts]


PARTS = [
    ("en", "The blast killed 12 people, including three children.", [(12, None), (3, 12)]),
    (
        "en",
        "The blast killed 12 people, three of them children and two of them nurses.",
        [(12, None), (3, 12), (2, 12)],
    ),
    ("en", "Two medics were among at least 31 people killed.", [(2, 31), (31, None)]),
    ("en", "The fire killed 20 people. Among the dead were three firefighters.", [(20, None), (3, 20)]),
    ("en", "Police arrested 812 people, of whom 340 have been released.", [(812, None), (340, 812)]),
    ("id", "Ledakan itu menewaskan 12 orang, termasuk tiga anak.", [(12, None), (3, 12)]),
    ("id", "Ledakan itu menewaskan 12 orang, tiga di antaranya anak-anak.", [(12, None), (3, 12)]),
    ("id", "Banjir menewaskan 20 orang. Di antaranya 3 balita.", [(20, None), (3, 20)]),
    ("ru", "При взрыве погибли 12 человек, в том числе трое детей.", [(12, None), (3, 12)]),
    ("ru", "Погибли 12 человек, из них трое — дети.", [(12, None), (3, 12)]),
    ("ru", "Погибли 20 человек. Среди погибших двое спасателей.", [(20, None), (2, 20)]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), PARTS)
def test_a_part_knows_its_whole(lang: str, text: str, expected: list[tuple[float, float | None]]) -> None:
    assert parts(text, lang) == expected


TOLD_APART = [
    ("en", "The crash killed three people: two men and a woman.", [(3, None), (2, 3), (1, 3)]),
    ("ru", "Погибли три человека – двое мужчин и женщина.", [(3, None), (2, 3), (1, 3)]),
    ("en", "Four tourists - two men, a girl and a boy - were killed.", [(4, None), (2, 4), (1, 4), (1, 4)]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), TOLD_APART)
def test_a_whole_that_is_told_apart(lang: str, text: str, expected: list[tuple[float, float | None]]) -> None:
    assert parts(text, lang) == expected


WHOLES = [
    ("en", "The blast killed 12 people and injured another 30.", [(12, None), (30, None)]),
    ("en", "Gunmen killed two policemen and a lawyer.", [(2, None), (1, None)]),
    ("id", "Ledakan itu menewaskan 12 orang dan melukai 30 lainnya.", [(12, None), (30, None)]),
    ("ru", "Погибли 12 человек, ещё 30 ранены.", [(12, None), (30, None)]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), WHOLES)
def test_a_remainder_is_no_part(lang: str, text: str, expected: list[tuple[float, float | None]]) -> None:
    assert parts(text, lang) == expected


BREAKDOWNS = [
    ("en", "The quake killed 164 people. In Port Ellin 103 died, 21 in Marrow and 10 in Castle Bay."),
    ("id", "Gempa menewaskan 164 orang. Sebanyak 103 orang tewas di Lamboya, 21 di Wera, dan 10 di Sukadamai."),
    ("ru", "Число погибших достигло 164. В Ранге погибли 103 человека, в Олмине — 21, в Тарше — 10."),
]


@pytest.mark.parametrize(("lang", "text"), BREAKDOWNS)
def test_a_breakdown_by_place_belongs_to_its_total(lang: str, text: str) -> None:
    assert parts(text, lang) == [(164, None), (103, 164), (21, 164), (10, 164)]


def test_thirteen_districts_in_one_sentence() -> None:
    names = ["Arl", "Bem", "Cor", "Dun", "Eld", "Fen", "Gor", "Hal", "Irn", "Jor", "Kel", "Lom", "Mar"]
    members = ", ".join(f"{i} in {name}" for i, name in enumerate(names, 2))
    read = parts(f"The flood killed 200 people. Of the dead, {members}.", "en")

    assert [whole for _, whole in read[1:]] == [200] * len(names)


CHANGES = [
    ("en", "The ministry reported 12 new deaths.", [(12, "change")]),
    ("en", "Rescuers found four more bodies.", [(4, "change")]),
    ("en", "Shelling killed 64 civilians in the past 24 hours.", [(64, "change")]),
    ("en", "The death toll rose by 12.", [(12, "change")]),
    ("id", "Korban tewas bertambah 12 orang.", [(12, "change")]),
    ("id", "Sebanyak 12 orang tewas dalam 24 jam terakhir.", [(12, "change")]),
    ("ru", "За сутки погибли 12 человек.", [(12, "change")]),
    ("ru", "Число погибших выросло на 12 человек.", [(12, "change")]),
]

LEVELS = [
    ("en", "The death toll rose to 12.", [(12, "level")]),
    ("en", "The death toll has reached 12 so far.", [(12, "level")]),
    ("id", "Korban tewas bertambah menjadi 12 orang.", [(12, "level")]),
    ("id", "Korban tewas mencapai 12 orang.", [(12, "level")]),
    ("ru", "Число погибших выросло до 12 человек.", [(12, "level")]),
    ("ru", "Всего погибли 12 человек.", [(12, "level")]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), CHANGES + LEVELS)
def test_level_or_change(lang: str, text: str, expected: list[tuple[float, str]]) -> None:
    assert kinds(text, lang) == expected


CURRENCIES = [
    ("en", "The toll rose from 26 to 164.", [(26, "earlier"), (164, "current")]),
    ("en", "The previous official toll was 164.", [(164, "earlier")]),
    ("en", "Police initially said 31 people had died.", [(31, "earlier")]),
    ("en", "The death toll could reach 100.", [(100, "projected")]),
    ("en", "The quake is the worst since 2011, when 15 people died.", [(15, "earlier")]),
    ("id", "Korban tewas naik dari 26 menjadi 164 orang.", [(26, "earlier"), (164, "current")]),
    ("id", "Sebelumnya polisi menyebut 174 orang tewas.", [(174, "earlier")]),
    ("id", "Korban tewas bisa mencapai 100 orang.", [(100, "projected")]),
    ("id", "Gempa pada 2011 menewaskan 15 orang.", [(15, "earlier")]),
    ("ru", "Число погибших выросло с 26 до 164.", [(26, "earlier"), (164, "current")]),
    ("ru", "Ранее сообщалось о 18 погибших.", [(18, "earlier")]),
    ("ru", "Число погибших может достигнуть 100.", [(100, "projected")]),
    ("ru", "В 2011 году при землетрясении погибли 15 человек.", [(15, "earlier")]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), CURRENCIES)
def test_what_stands_now(lang: str, text: str, expected: list[tuple[float, str]]) -> None:
    assert currencies(text, lang) == expected


def test_a_number_that_is_said_not_to_hold_is_denied() -> None:
    assert currencies("Nineteen people died, not 31 people.", "en") == [(19, "current"), (31, "denied")]
    assert currencies("Погибли 19, а не 31 человек.", "ru")[-1] == (31, "denied")


RESUMED = [
    ("en", "The death toll rose to 5. It had been 3.", [("killed", 5), ("killed", 3)]),
    ("en", "Officials said 40 people died. A hospital put the figure at 54.", [("killed", 40), ("killed", 54)]),
    ("id", "Korban tewas mencapai 20 orang. Angka itu masih 12 orang pada Kamis.", [("killed", 20), ("killed", 12)]),
    ("ru", "Погибли 19 человек. В больнице говорят о 30.", [("killed", 19), ("killed", 30)]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), RESUMED)
def test_the_measure_reaches_into_the_next_sentence(lang: str, text: str, expected: list[tuple[str, float]]) -> None:
    assert figures(text, lang) == expected


SEVERAL = [
    ("en", "Officials put the death toll at 19, but the radio put it at 30.", [("killed", 19), ("killed", 30)]),
    (
        "id",
        "Polisi menyebut 19 orang tewas, tetapi rumah sakit menyebut 30 orang tewas.",
        [("killed", 19), ("killed", 30)],
    ),
    ("ru", "В полиции сообщили о 19 погибших, в больнице — о 30 погибших.", [("killed", 19), ("killed", 30)]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), SEVERAL)
def test_rival_counts_in_one_sentence(lang: str, text: str, expected: list[tuple[str, float]]) -> None:
    assert figures(text, lang) == expected
    assert [c for _, c in currencies(text, lang)] == ["current", "current"]


SINGLES = [
    ("en", "A woman was killed.", [("killed", 1)]),
    ("en", "A court clerk and a fruit seller died.", [("killed", 1), ("killed", 1)]),
    ("en", "The storm killed a fisherman and his wife.", [("killed", 1), ("killed", 1)]),
    ("id", "Seorang balita tewas.", [("killed", 1)]),
    ("id", "Satu orang meninggal dunia.", [("killed", 1)]),
    ("ru", "Погибла женщина.", [("killed", 1)]),
    ("ru", "Пострадал один человек.", [("injured", 1)]),
    ("en", "There were no casualties.", [("casualties", 0)]),
    ("en", "Nobody was killed.", [("killed", 0)]),
    ("id", "Tidak ada korban jiwa.", [("killed", 0)]),
    ("id", "Nihil korban jiwa dalam kebakaran itu.", [("killed", 0)]),
    ("ru", "Погибших нет.", [("killed", 0)]),
    ("ru", "Обошлось без жертв.", [("killed", 0)]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), SINGLES)
def test_ones_and_noughts_without_a_number_word(lang: str, text: str, expected: list[tuple[str, float]]) -> None:
    assert figures(text, lang) == expected


NO_SINGLES = [
    ("en", "A reporter said the dead had been buried."),
    ("en", "A policeman opened fire before the killing ended."),
    ("id", "Seorang dokter mengatakan korban tewas sudah dimakamkan."),
    ("ru", "Женщина рассказала о погибших."),
]


@pytest.mark.parametrize(("lang", "text"), NO_SINGLES)
def test_a_person_beside_the_dead_is_not_counted(lang: str, text: str) -> None:
    assert figures(text, lang) == []


BASES = [
    ("en", "Divers recovered 12 bodies.", "bodies"),
    ("en", "The agency has registered 12 deaths.", "registered"),
    ("id", "Petugas menemukan 12 jenazah.", "bodies"),
    ("ru", "Спасатели извлекли 12 тел.", "bodies"),
]


@pytest.mark.parametrize(("lang", "text", "basis"), BASES)
def test_the_basis_of_a_count(lang: str, text: str, basis: str) -> None:
    assert [c.basis for c in document(text, lang).counts] == [basis]


def test_an_earlier_figure_has_its_day() -> None:
    (_, earlier) = document("The toll is 12 killed. It was 9 on Thursday.", "en").counts

    assert (earlier.currency, earlier.window and earlier.window.to) == ("earlier", "2022-01-06")


ASIDES = [
    ("en", "The blast killed, police said, 12 people.", [("killed", 12)]),
    ("en", "Five people, including a mayor, were wounded.", [("injured", 5), ("injured", 1)]),
    ("ru", "Задержаны, как сообщается, 291 человек.", [("detained", 291)]),
    ("id", "Lima orang, termasuk seorang wali kota, terluka.", [("injured", 5), ("injured", 1)]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), ASIDES)
def test_what_stands_between_commas_is_passed_over(lang: str, text: str, expected: list[tuple[str, float]]) -> None:
    assert figures(text, lang) == expected
