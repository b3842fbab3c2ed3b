"""How English copy attributes its counts: names with their office behind the verb, bounds behind it, media that pass on."""

import pytest

from tests.reading.test_whose_number import chains

BEHIND_THE_VERB = [
    ("Nine people died, said Mary Roe of the Harbour Police.", [["Mary Roe (police)"]]),
    ("Nine people died, said Mary Roe, head of the rescue service.", [["Mary Roe (agency.rescue)"]]),
    ("Nine people died, said the head of the rescue service, Mary Roe.", [["Mary Roe (agency.rescue)"]]),
    ("Nine people died, said Mary Roe, a doctor at the hospital.", [["Mary Roe (hospital)"]]),
    ("Mary Roe, the mayor, said nine people died.", [["Mary Roe (mayor)"]]),
    ("The mayor, Mary Roe, said nine people drowned.", [["Mary Roe (mayor)"]]),
]

BOUNDS = [
    ("Police said at least 12 people died, but later changed the number.", [["Police"]]),
    ("Police said over 20 people had been killed, adding that the search went on.", [["Police"]]),
    ("Police said about 20 people had been killed, most of them miners.", [["Police"]]),
    ("Police said as many as 12 people were dead, but gave no details.", [["Police"]]),
    ("Police said on Friday, at a news conference, that 12 people were dead.", [["Police"]]),
    ("Police said at a briefing in the town that 12 people were dead.", [["Police"]]),
    ("The rescue service has so far confirmed 12 deaths.", [["rescue service"]]),
    ("Police originally said 12 people died.", [["Police"]]),
    ("The mayor put the toll at 20, while the hospital counted 15.", [["Mayor's Office"], ["hospital"]]),
]

PASSED_ON = [
    ("Police said 12 people died, Reuters reported.", [["Police", "Reuters"]]),
    ("The ministry reported 12 deaths, the state news agency reported.", [["The ministry", "state news agency"]]),
    ("Mary Roe, a doctor, said 12 people died, according to AFP.", [["Mary Roe", "AFP"]]),
    ("Twelve people died, Reuters reported.", [["Reuters"]]),
    ("Reuters said 12 people died, the mayor reported.", [["Reuters"]]),
]


@pytest.mark.parametrize(("text", "expected"), BEHIND_THE_VERB + BOUNDS + PASSED_ON)
def test_english_tells_whose_number_it_is(text: str, expected: list[list[str]]) -> None:
    assert chains(text, "en") == expected


RAISED = [
    ("The police raised the death toll to 24.", [["police"]]),
    ("Health Minister Mary Roe raised the toll to 31 on Friday.", [["Mary Roe (ministry.health)"]]),
    ("The council has revised to 24 the number of people killed.", [["council"]]),
    ("The storm raised the number of dead to 24.", [[]]),
    ("The council reported 12 deaths and raised the number of wounded to 60.", [["council"], ["council"]]),
    ("At least nine people died, the WHO said on Tuesday.", [["WHO"]]),
    ("In Kachin state, 24 people died.", [[]]),
]


@pytest.mark.parametrize(("text", "expected"), RAISED)
def test_who_raises_a_number_says_it(text: str, expected: list[list[str]]) -> None:
    assert chains(text, "en") == expected


EDGES = [
    ("31 dead as bus overturns - police", [["police"]]),
    ("The monitor said it had verified 57 deaths.", [["The monitor"]]),
    ("Residents put the toll far higher, at 150.", [["Residents"]]),
    ("The council counted 12 dead, a well-known number.", [["council"]]),
]


@pytest.mark.parametrize(("text", "expected"), EDGES)
def test_who_stands_at_the_edge(text: str, expected: list[list[str]]) -> None:
    assert chains(text, "en") == expected
