"""Plain text to editions: furniture out, offsets kept."""

from hypothesis import given
from hypothesis import strategies as st

from khabar.intake.options import IntakeOptions
from khabar.intake.text import edition_of_text
from khabar.model.alignment import from_raw, join_pieces, to_raw
from khabar.model.edition import Edition

PAGE = """\
Korban banjir bertambah
Baca Juga: Jadwal kereta hari ini
PADANG, kabarpantai.example – Sedikitnya **12 orang** meninggal akibat banjir, kata wali kota pada Senin (04/03/2024).
Warga\u200b diminta mengungsi.**
Pewarta : Rina Dewi
Sumber : AFP
Discussion about this post
"""


def read(page: str, **options: str) -> Edition:
    return edition_of_text(page.encode(), "page.txt", IntakeOptions(**options))  # type: ignore[arg-type]


def test_furniture_is_no_text() -> None:
    text = read(PAGE).text

    assert [w for w in ("Baca Juga", "Pewarta", "Sumber", "Discussion", "*", "\u200b") if w in text] == []
    assert "Sedikitnya 12 orang meninggal" in text
    assert "Warga diminta" in text


def test_what_the_page_says_of_itself() -> None:
    edition = read(PAGE)

    assert edition.outlet == "kabarpantai.example"
    assert edition.byline == "Rina Dewi"
    assert edition.credit == ("AFP",)
    assert edition.title == "Korban banjir bertambah"
    assert (edition.published, edition.published_precision) == ("2024-03-04", "day")
    assert edition.dateline is not None
    assert edition.text[slice(*edition.dateline)] == "PADANG"


def test_the_dateline_stays_in_the_text_and_out_of_the_body() -> None:
    edition = read(PAGE)
    body = [edition.text[a:b] for a, b in edition.body]

    assert "PADANG, kabarpantai.example" in edition.text
    assert body[1].startswith("Sedikitnya 12 orang")


def test_every_offset_leads_back_to_the_raw_page() -> None:
    edition = read(PAGE)
    at = edition.text.index("orang meninggal")
    raw = to_raw(edition.alignment, at)

    assert PAGE[raw : raw + 5] == "orang"
    assert from_raw(edition.alignment, raw) == at


def test_a_day_month_order_is_told_by_the_language() -> None:
    assert read("Жители города сообщили, что вода ушла 05.03.2024 утром.", lang="ru").published == "2024-03-05"
    assert read("Officials said on 05/03/2024 that the water had gone.", lang="en").published is None
    assert read("Officials said on 25/03/2024 that the water had gone.", lang="en").published == "2024-03-25"
    assert read("Officials said on March 5, 2024 that the water had gone.", lang="en").published == "2024-03-05"


def test_what_is_said_by_the_caller_comes_first() -> None:
    edition = read(PAGE, published="2024-03-05T08:00+07:00", outlet="other.example")

    assert (edition.published, edition.outlet) == ("2024-03-05T01:00:00Z", "other.example")


def test_a_sentence_that_begins_like_furniture_is_kept() -> None:
    page = "Sumber air di desa itu tercemar setelah banjir, kata warga.\nEditorial itu ditulis tergesa-gesa."

    assert read(page, lang="id").text == page


@given(st.text(min_size=1), st.data())
def test_pieces_run_in_step(raw: str, data: st.DataObject) -> None:
    cuts = sorted(
        data.draw(st.sets(st.integers(0, len(raw)), min_size=2, max_size=8).filter(lambda s: len(s) % 2 == 0))
    )
    pieces = list(zip(cuts[::2], cuts[1::2], strict=True))
    text, alignment = join_pieces(raw, pieces)

    assert [raw[to_raw(alignment, i)] for i in range(len(text))] == list(text)
    assert [from_raw(alignment, to_raw(alignment, i)) for i in range(len(text))] == list(range(len(text)))


def test_a_date_further_down_is_another_event_s() -> None:
    report = """MORVA, Saturday - At least 40 people died when the dam burst, the ministry said.
Rescue teams are still searching the valley.
A flood on 12 June 1998 killed 17 people in the same valley."""

    assert read(report, lang="en").published is None
    assert read(report.replace("Saturday", "14 March 2024"), lang="en").published == "2024-03-14"
