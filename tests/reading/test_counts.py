"""Figures in sentences of our own, a phenomenon a test, with near misses that must give none."""

import pytest

from tests.reading.figures_of import figures

FRAMES = [
    ("en", "At least 12 people were killed.", [("killed", 12)]),
    ("en", "The landslide killed 12 people and injured 30.", [("killed", 12), ("injured", 30)]),
    ("en", "The death toll rose to 164.", [("killed", 164)]),
    ("en", "A bus plunged into a ravine, killing twelve and leaving 7 missing.", [("killed", 12), ("missing", 7)]),
    ("id", "Sebanyak 12 orang tewas dan 30 orang luka-luka.", [("killed", 12), ("injured", 30)]),
    ("id", "Banjir bandang menewaskan 12 orang.", [("killed", 12)]),
    ("id", "Korban tewas bertambah menjadi 164 orang.", [("killed", 164)]),
    ("ru", "Погибли 12 человек, ещё 30 ранены.", [("killed", 12), ("injured", 30)]),
    ("ru", "Число погибших достигло 164.", [("killed", 164)]),
    ("ru", "12 человек погибли при обвале.", [("killed", 12)]),
    ("ru", "Жертвами апрельских беспорядков в стране стали 27 человек.", [("killed", 27)]),
    ("en", "Cholera is back in the port. Doctors counted 125 cases.", [("infected", 125)]),
    ("id", "Kolera merebak di pelabuhan. Dinas mencatat 125 kasus.", [("infected", 125)]),
    ("ru", "В порту холера. Врачи насчитали 125 случаев.", [("infected", 125)]),
]

NONE = [
    ("en", "The country marked 30 years of independence."),
    ("en", "The home side won 3-1 on Friday."),
    ("en", "The mayor, aged 52, died on 9 January."),
    ("en", "Aid worth $12 million went to the injured."),
    ("id", "Ini kerusuhan terburuk dalam 30 tahun."),
    ("id", "Darurat militer berlaku hingga Minggu (09/01/2022)."),
    ("id", "Warga tewas itu berusia 52 tahun."),
    ("ru", "Стране исполнилось 30 лет."),
    ("ru", "Он погиб 9 января 2022 года."),
    ("ru", "Матч завершился со счётом 3:1."),
    ("en", "Police are looking into 125 cases of looting."),
    ("en", "The virus is gone. Prosecutors opened 125 criminal cases."),
    ("id", "Polisi menyelidiki 125 kasus penjarahan."),
    ("id", "Virus itu sudah hilang. Jaksa membuka 125 perkara pidana."),
    ("ru", "Полиция расследует 125 случаев мародёрства."),
    ("ru", "Вирус отступил. Прокуратура возбудила 125 уголовных дел."),
]


@pytest.mark.parametrize(("lang", "text", "expected"), FRAMES)
def test_a_number_finds_its_measure(lang: str, text: str, expected: list[tuple[str, float]]) -> None:
    assert figures(text, lang) == expected


@pytest.mark.parametrize(("lang", "text"), NONE)
def test_a_number_that_counts_nobody_is_no_figure(lang: str, text: str) -> None:
    assert figures(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("id", "Warta Selatan, Lima - Sedikitnya delapan orang tewas dalam banjir itu.", [8]),
        ("id", "Pejabat di Lima mengatakan delapan orang tewas dalam banjir.", [8]),
        ("id", "Korban Tewas Banjir Jadi Lima Orang", [5]),
        ("id", "Lima orang tewas dalam banjir.", [5]),
        ("en", "A reporter of the Seven Network said 12 people were killed there.", [12]),
        ("en", "Flood Toll Rises, Seven Killed", [7]),
    ],
)
def test_a_number_word_with_a_capital_inside_a_sentence_is_a_name(lang: str, text: str, expected: list[float]) -> None:
    assert [number for _, number in figures(text, lang)] == expected
