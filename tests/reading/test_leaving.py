"""What leaves a number as it is: no withdrawal, no denial of it, no data of one's own."""

import pytest

from tests.reading.reading_of import whole as reading_of

KEPT = [
    ("en", "The Flood Board has not withdrawn its toll of 31 dead in Marsa, officials said."),
    ("en", "Norland's army never withdrew its figure of 31 dead in Marsa."),
    ("en", "The Flood Board on Monday did not deny that 31 people had been killed in Marsa."),
    ("en", "The Flood Board has still not retracted the figure of 31 dead."),
    ("id", "BPBD Kutai belum mencabut data 31 korban tewas banjir."),
    ("id", "BPBD Kutai tidak pernah mencabut angka 31 korban tewas."),
    ("id", "Polda Riau menolak mencabut data 31 korban tewas."),
    ("id", "Polda Riau tidak membantah 31 orang tewas dalam kerusuhan."),
    ("ru", "МЧС Молдавии не отозвало данные о 31 погибшем."),
    ("ru", "Полиция Нарвы не опровергла, что 31 человек погиб."),
    ("ru", "Минздрав Армении пока не отзывал данные о 31 погибшем."),
]
TAKEN = [
    ("en", "The Flood Board on Monday withdrew its toll of 31 dead in Marsa.", "withdraws"),
    ("en", "The Flood Board denied that 31 people had been killed in Marsa.", "denies"),
    ("id", "BPBD Kutai mencabut data 31 korban tewas banjir.", "withdraws"),
    ("id", "Polda Riau membantah 31 orang tewas dalam kerusuhan.", "denies"),
    ("ru", "МЧС Молдавии отозвало данные о 31 погибшем.", "withdraws"),
    ("ru", "Полиция Нарвы опровергла, что 31 человек погиб.", "denies"),
]


@pytest.mark.parametrize(("lang", "text"), KEPT)
def test_who_does_not_take_it_back_lets_it_stand(lang: str, text: str) -> None:
    reading = reading_of(text, lang)
    assert {s.act for s in reading.statements} <= {"declines", "asserts"}
    assert not [f for f in reading.figures if f.currency == "denied"]


@pytest.mark.parametrize(("lang", "text", "act"), TAKEN)
def test_who_takes_it_back_does(lang: str, text: str, act: str) -> None:
    reading = reading_of(text, lang)
    taken = [s for s in reading.statements if s.act == act]
    assert taken
    assert taken[0].refers is not None
    assert taken[0].refers.value == 31


APART = [
    ("en", "The Flood Board denied reports that more than 31 people had been killed in Marsa."),
    ("en", "The Flood Board denied that any of the 31 people killed in Marsa were miners."),
    ("en", "The army denied responsibility for the deaths of 31 people in Marsa."),
    ("en", "The Flood Board rejected claims that its toll of 31 dead was too low."),
    ("en", "The Flood Board denied that 31 people had been killed because of a late warning."),
    ("en", "The Flood Board dismissed a report that 310 people, not 31, had been killed in Marsa."),
    ("id", "BPBD Kutai membantah jumlah korban tewas melampaui 31 orang."),
    ("id", "Polda Riau membantah 31 orang tewas akibat kelalaian petugas."),
    ("id", "BPBD Kutai membantah menutupi data setelah 31 orang tewas."),
    ("ru", "Полиция Нарвы опровергла, что 31 человек погиб из-за халатности."),
    ("ru", "МЧС Молдавии опровергло сообщения, что число погибших превысило 31."),
    ("ru", "МЧС Молдавии отрицает ответственность за гибель 31 человека."),
]


@pytest.mark.parametrize(("lang", "text"), APART)
def test_a_denial_of_something_else_is_about_no_number(lang: str, text: str) -> None:
    reading = reading_of(text, lang)
    assert all(s.refers is None for s in reading.statements if s.act == "denies")


NONE = [
    ("en", "Governor Anna Dorsey said she had no information about 31 deaths in Marsa."),
    ("en", "The Red Crescent said it was aware of reports that 31 people had been killed in Marsa."),
    ("id", "Bupati Rahmat Halim mengatakan tidak memiliki data tentang 31 orang tewas di Kutai."),
    ("ru", "В мэрии Нарвы заявили, что сведениями о 31 погибшем не располагают."),
]
GIVEN = [
    ("en", "Governor Anna Dorsey said there was no information about survivors, but 31 people were killed in Marsa."),
    ("id", "Bupati Rahmat Halim mengatakan 31 orang tewas di Kutai, tetapi penyebabnya belum diketahui."),
    ("ru", "В мэрии Нарвы заявили, что 31 человек погиб, о причинах сведений нет."),
]


@pytest.mark.parametrize(("lang", "text"), NONE)
def test_who_has_no_data_gives_no_number(lang: str, text: str) -> None:
    reading = reading_of(text, lang)
    assert not [f for f in reading.figures if f.currency == "current"]


@pytest.mark.parametrize(("lang", "text"), GIVEN)
def test_what_is_not_known_beside_a_number_leaves_it(lang: str, text: str) -> None:
    reading = reading_of(text, lang)
    told = [f for f in reading.figures if f.best == 31 and f.currency == "current"]
    assert told
    assert told[0].statement is not None
    assert reading.statements[told[0].statement].act == "asserts"


OTHER = [
    ("en", "The Interior Ministry withdrew 31 officers from Marsa after the unrest."),
    ("en", "The trade board has retracted 31 licences in Marsa."),
    ("ru", "МВД Молдавии отозвало 31 сотрудника из Бендер."),
    ("ru", "Минтранс Армении отозвал лицензии у 31 компании."),
]


@pytest.mark.parametrize(("lang", "text"), OTHER)
def test_people_and_licences_are_no_figures_taken_back(lang: str, text: str) -> None:
    assert "withdraws" not in {s.act for s in reading_of(text, lang).statements}


LOWER = [
    (
        "en",
        "The Flood Board said 31 people had been killed in Marsa, after duplicate names were deleted from its list.",
    ),
    ("id", "BPBD Kutai menyebut jumlah korban tewas kini 31 orang, setelah nama ganda dihapus."),
    ("ru", "МЧС Молдавии сообщило, что погиб 31 человек: из списка удалили имена, внесённые дважды."),
]


@pytest.mark.parametrize(("lang", "text"), LOWER)
def test_deleted_doubles_are_a_reason_for_the_new_number(lang: str, text: str) -> None:
    reading = reading_of(text, lang)
    told = [f for f in reading.figures if f.best == 31]
    assert told[0].currency == "current"
    assert told[0].statement is not None
    assert reading.statements[told[0].statement].act == "asserts"
    assert reading.statements[told[0].statement].reason


def test_a_corrected_number_of_cars_is_no_corrected_toll() -> None:
    text = "In Marsa 31 people drowned, police said.\nCorrection: The ferry carried 64 cars, not 31."
    assert "corrects" not in {s.act for s in reading_of(text, "en").statements}
