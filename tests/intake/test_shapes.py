"""Lines that are no text by their shape, with lines that only look like one."""

import pytest

from khabar.intake.options import IntakeOptions
from khabar.intake.shapes import is_caption, is_label, is_loose, is_moment, is_number, writer_of
from khabar.intake.text import edition_of_text
from khabar.model.edition import Edition


@pytest.mark.parametrize(
    "line",
    [
        "Kamis, 04 Apr 2024 09:15 WIB",
        "Kamis, 4 April 2024 | 09:15 WIB",
        "04/4/2024 09:15",
        "kabarpantai.example - 04/04/2024, 09:15 WIB",
        "oleh kabarpantai.example diperbarui 04 Apr 2024, 09:15 WIB",
        "Thursday 4 April 2024",
        "Last Updated: April 4, 2024 at 9:15 am GMT",
        "3 Min Read",
        "4 апреля 2024, 09:15",
        "4 апреля 20244 апр 2024",
    ],
)
def test_moments(line: str) -> None:
    assert is_moment(line)


@pytest.mark.parametrize(
    "line",
    [
        "On Thursday 12 people died",
        "Kamis malam 12 orang tewas",
        "4 апреля погибли 12 человек",
        "Toll at 12",
        "Thursday",
    ],
)
def test_sentences_with_a_day_are_no_moments(line: str) -> None:
    assert not is_moment(line)


@pytest.mark.parametrize(
    "line",
    [
        "A woman wades through a street in Lima on May 3, 2024. REUTERS/Ana Prueba",
        "Warga memeriksa rumah yang retak (4/4/2024). ANTARA FOTO/Budi Contoh/foc/15",
        "Kapal terbalik di pelabuhan (AFP/BUDI CONTOH )",
        "Perahu di pantai. (kabarpantai.example/Budi Contoh)",
        "Ilustrasi perahu (Foto: dok. Basarnas)",
        "Boats in the harbour [Reuters]",
    ],
)
def test_captions(line: str) -> None:
    assert is_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "Polisi menahan 12 orang, kata juru bicara. (Reuters/AFP)",
        "Air sungai sudah surut. (AFP/bc)",
        "The water had gone, he told Reuters/Ipsos pollsters in May.",
        "The AP and a local paper/radio group counted 12.",
    ],
)
def test_desk_signs_are_no_captions(line: str) -> None:
    assert not is_caption(line)


def test_writers() -> None:
    assert writer_of("Budi Contoh - kabarNews", "") == "Budi Contoh"
    assert writer_of("Budi Contoh Purnama", "04/4/2024 09:15") == "Budi Contoh Purnama"
    assert writer_of("Ратна Девина", "4 апреля 2024, 09:15") == "Ратна Девина"
    assert writer_of("Budi Contoh Purnama", "Seorang warga tewas.") is None
    assert writer_of("Rivers rise - again", "") is None


def test_loose_lines() -> None:
    assert is_loose("Ten things to know about dams")
    assert is_label("South & West")
    assert is_number("–17")
    assert not is_loose("The dam held.")
    assert not is_loose("“We saw it fall”")
    assert not is_loose("- Kota Padang 12 orang")
    assert not is_label("12 dead")
    assert not is_loose("to the hospital by the river")
    assert not is_loose("He was taken there. Nobody else was hurt on")
    assert not is_loose("Rivers rose by 2%, dams by 3%, and lakes by")
    assert not is_loose("[end of recording]")


def read(page: str) -> Edition:
    return edition_of_text(page.encode(), "page.txt", IntakeOptions())


PAGE = """\
World
Asia & Pacific

Thursday 4 April 2024

Dam fails above river town, killing 12

A man carries a child in Rivertown. REUTERS/Ana Prueba
RIVERTOWN (Reuters) - At least 12 people were killed when a dam failed, police said.
Dam fails above river town, killing 12

Read also:
Five old dams to visit this summer

{{#if ad}} {{/if}}
The toll may rise, the mayor said. (Reporting by Ana Prueba; editing by Juan Ejemplo)
Most Viewed
Cat rescued from tree by 3 firemen in Bogor
Stars at the festival
"""


def test_a_page_with_all_of_it() -> None:
    edition = read(PAGE)

    assert edition.title == "Dam fails above river town, killing 12"
    assert edition.byline == "Ana Prueba"
    assert edition.credit == ("Reuters",)
    assert edition.published == "2024-04-04"
    assert [line for line in edition.text.splitlines() if line.strip()] == [
        "Dam fails above river town, killing 12",
        "RIVERTOWN (Reuters) - At least 12 people were killed when a dam failed, police said.",
        "The toll may rise, the mayor said.",
    ]


@pytest.mark.parametrize(
    "page",
    [
        "Banjir surut\nRincian korban menurut wali kota:\nKota Padang 12 orang\nKota Solok 3 orang",
        "The water fell overnight.\nPolice said that the bridge would stay closed until the end of the",
        "The mayor spoke.\n“We lost twelve neighbours”",
        "World\nThe mayor said that the water fell overnight.",
        "The camp was\nshared by the workers of the mill\nuntil the water came.",
    ],
)
def test_lines_that_may_be_the_report_are_kept(page: str) -> None:
    assert read(page).text.strip() == page
