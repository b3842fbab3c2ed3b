"""Nouns for a reason where a source may stand: `citing a clerical error`."""

import pytest

from tests.reading.reading_of import whole

GROUNDS = [
    ("en", "The Harbour Ministry on Friday withdrew its figure of 31 dead, citing a clerical error.", "withdraws", "The Harbour Ministry", "clerical error"),
    ("en", "The council retracted its toll of 31 dead, citing duplicate records.", "withdraws", "The council", "duplicate records"),
    ("en", "The council revised its toll from 31 to 28, citing double counting.", "corrects", "The council", "double counting"),
    ("en", "The council withdrew its toll of 31 dead, citing a lack of proof.", "withdraws", "The council", "lack of proof"),
    ("id", "Kementerian Perikanan menarik data 31 korban tewas, mengutip kesalahan pencatatan.", "withdraws", "Kementerian Perikanan", "kesalahan pencatatan"),
    ("id", "Kementerian Perikanan menarik data 31 korban tewas, dengan alasan pencatatan ganda.", "withdraws", "Kementerian Perikanan", "pencatatan ganda"),
    ("ru", "Минздрав отозвал данные о 31 погибшем, ссылаясь на двойной учёт.", "withdraws", "Минздрав", "двойной учёт"),
    ("ru", "Минздрав отозвал данные о 31 погибшем, сославшись на досадную неточность.", "withdraws", "Минздрав", "досадную неточность"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "act", "source", "reason"), GROUNDS)
def test_a_ground_is_the_reason_of_whoever_acts(lang: str, text: str, act: str, source: str, reason: str) -> None:
    [statement] = whole(text, lang).statements

    assert (statement.act, statement.reason) == (act, reason)
    assert [text[a:b] for a, b in statement.source] == [source]


SOURCES = [
    ("en", "Radio Coast reported that 31 people were killed, citing a security source.", "a security source"),
    ("en", "Radio Coast reported that 31 people were killed, citing security officials.", "security officials"),
    ("en", "Radio Coast reported that 31 people were killed, citing the Harbour Ministry.", "the Harbour Ministry"),
    ("id", "Warta Pesisir melaporkan 31 orang tewas, mengutip dinas keamanan pelabuhan.", "dinas keamanan pelabuhan"),
    ("ru", "Газета «Волна» сообщила, что погиб 31 человек, сославшись на мэрию.", "мэрию"),
]


@pytest.mark.parametrize(("lang", "text", "source"), SOURCES)
def test_whoever_is_cited_stays_the_source(lang: str, text: str, source: str) -> None:
    assert source in [text[a:b] for s in whole(text, lang).statements for a, b in s.source]


def test_a_withdrawal_is_its_subjects_whoever_is_cited() -> None:
    text = "The daily Tide withdrew the figure of 31 dead, citing the Harbour Ministry."

    [statement] = whole(text, "en").statements

    assert statement.act == "withdraws"
    assert "Tide" in "".join(text[a:b] for a, b in statement.source)
