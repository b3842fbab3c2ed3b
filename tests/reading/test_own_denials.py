"""Offices that say that a number was not theirs, and those that only deny the fact."""

import pytest

from tests.reading.reading_of import whole

DISOWNED = [
    ("en", "The Harbour Ministry said on Friday that it had not reported 37 deaths."),
    ("en", "The Harbour Ministry said it never gave a figure of 37 missing."),
    ("en", "The Harbour Ministry denied issuing a toll of 37 dead."),
    ("en", "The Harbour Ministry denied having said that 37 people were killed."),
    ("en", "The toll of 37 dead did not come from us, the Harbour Ministry said."),
    ("id", "Kementerian Perikanan mengatakan tidak pernah mengeluarkan angka 37 korban tewas."),
    ("id", "Kementerian Perikanan membantah pernah merilis angka 37 korban tewas."),
    ("id", "Kementerian Perikanan menyatakan tidak pernah melaporkan 37 korban tewas."),
    ("ru", "Минтранс заявил, что не сообщал о 37 погибших при пожаре."),
    ("ru", "Минтранс опроверг, что давал данные о 37 погибших."),
]


@pytest.mark.parametrize(("lang", "text"), DISOWNED)
def test_an_office_disowns_a_number(lang: str, text: str) -> None:
    reading = whole(text, lang)

    assert [s.act for s in reading.statements] == ["disowns"]
    assert [f.currency for f in reading.figures] == ["denied"]


NOT_DISOWNED = [
    ("en", "The Harbour Ministry denied that 37 people were killed.", "denies"),
    ("en", "The hospital said it had not reported 37 deaths to the ministry.", "asserts"),
    ("en", "The Harbour Ministry said it had not received reports of 37 deaths.", "asserts"),
    ("en", "The Harbour Ministry denied issuing permits to 37 boats.", "denies"),
    ("id", "Kementerian Perikanan membantah bahwa 37 orang tewas.", "denies"),
    ("ru", "Минтранс опроверг, что погибли 37 человек.", "denies"),
    ("ru", "Минтранс заявил, что губернатор не сообщал о 37 погибших.", "asserts"),
]


@pytest.mark.parametrize(("lang", "text", "act"), NOT_DISOWNED)
def test_no_number_is_disowned(lang: str, text: str, act: str) -> None:
    acts = [s.act for s in whole(text, lang).statements]

    assert "disowns" not in acts
    assert acts[0] == act


OTHERS = [
    ("en", "The mayor denied press reports that 37 people had died."),
    ("en", "The Harbour Ministry rejected an opposition claim that 37 protesters were killed."),
    ("id", "Kementerian Perikanan membantah klaim oposisi bahwa 37 orang tewas."),
]


@pytest.mark.parametrize(("lang", "text"), OTHERS)
def test_what_others_said_falls_with_its_denial(lang: str, text: str) -> None:
    reading = whole(text, lang)
    (figure,) = reading.figures

    assert figure.currency == "denied"
    assert reading.statements[figure.statement or 0].act == "denies"
