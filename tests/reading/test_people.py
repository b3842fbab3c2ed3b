"""Who is who within a report: one entry a source, whoever it is called by."""

import json
from typing import Any

import pytest

from khabar.intake.options import IntakeOptions
from khabar.intake.records import edition_of_line
from khabar.model.edition import Edition
from khabar.model.reading import Reading, Source
from khabar.reading.reader import Reader
from tests.reading.reading_of import whole


def read(text: str, lang: str, title: str | None = None) -> Reading:
    line = json.dumps({"id": "t", "text": text, "lang": lang, "title": title}).encode()
    edition = edition_of_line(line, "t:1", IntakeOptions())
    assert isinstance(edition, Edition)
    return Reader().read(edition)


def speakers(text: str, lang: str, title: str | None = None) -> list[Source | None]:
    reading = read(text, lang, title)
    return [None if s.who is None else reading.people[s.who] for s in reading.statements if s.cue]


def seat(reading: Reading, name: str) -> tuple[Any, ...]:
    person = next(p for p in reading.people if p.name == name)
    office = None if person.office is None else reading.people[person.office]
    return person.kind, office.type if office else None, person.authority


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("id", "Komandan brigade Andi Marbun mengatakan jembatan aman. Marbun mengatakan jalan terbuka.", "Andi Marbun"),
        ("en", "“The bridge is safe,” said Mayor Jane Roe. Roe said the road was open.", "Jane Roe"),
        ("en", "The bridge is safe, Mayor Jane Roe said. He said the road was open.", "Jane Roe"),
        ("ru", "Губернатор Анна Рой заявила, что мост открыт. По словам Рой, дорога безопасна.", "Анна Рой"),
        ("ru", "Мэр Павел Дроздов сообщил, что мост открыт. По словам Дроздова, дорога безопасна.", "Павел Дроздов"),
        ("ru", "Мэр Павел Дроздов сообщил, что мост открыт. Он добавил, что дорога безопасна.", "Павел Дроздов"),
    ],
)  # fmt: skip
def test_a_surname_or_pronoun_is_the_person_named_in_full(lang: str, text: str, name: str) -> None:
    assert [s.name if s else None for s in speakers(text, lang)] == [name, name]


def test_a_slip_at_the_end_of_a_name_joins_the_name_that_stands_elsewhere() -> None:
    text = (
        "Para pejabat mengatakan kepada Presiden Ramiro Galvanin bahwa jalan aman. Galvan mengatakan jembatan terbuka."
    )
    reading = read(text, "id")

    assert [p.name for p in reading.people if p.kind == "person"] == ["Ramiro Galvan"]


def test_two_persons_of_one_surname_stay_two() -> None:
    text = "Mayor Jane Roe said the bridge was safe. Police chief Adam Roe said the road was open."

    assert [s.name if s else None for s in speakers(text, "en")] == ["Jane Roe", "Adam Roe"]


def test_a_pronoun_without_anybody_before_stays_open() -> None:
    assert speakers("He said the bridge was safe.", "en") == [None]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Peru's Interior Ministry said 12 people were held. The ministry said the road was open."),
        ("id", "Kementerian Dalam Negeri Peru mengatakan 12 orang ditahan. Kementerian itu mengatakan jalan terbuka."),
        ("ru", "МВД Перу сообщило, что задержаны 12 человек. В ведомстве сообщили, что дорога открыта."),
    ],
)
def test_a_bare_ministry_is_the_last_one_named(lang: str, text: str) -> None:
    found = speakers(text, lang)

    assert [(s.type, s.authority) if s else None for s in found] == [("ministry.interior", "PE")] * 2
    assert found[0] == found[1]


def test_a_person_speaks_for_the_office_of_the_post() -> None:
    reading = read("Peruvian Health Minister Jane Roe said 12 people died.", "en")

    assert seat(reading, "Jane Roe") == ("person", "ministry.health", "PE")


def test_the_title_settles_the_authority_of_a_bare_office() -> None:
    found = speakers("МВД сообщило, что задержаны 12 человек.", "ru", "МВД Перу рассказало о задержанных")

    assert [(s.type, s.authority) if s else None for s in found] == [("ministry.interior", "PE")]


def test_two_authorities_and_a_bare_office_stay_apart() -> None:
    text = "Peru's Health Ministry said 3 people died. Chile's Health Ministry said 2 people died. A Health Ministry spokesman said 5 people died."
    authorities = [s.authority if s else "?" for s in speakers(text, "en")]

    assert authorities[:2] == ["PE", "CL"]


def test_a_state_channel_is_a_medium_with_its_name() -> None:
    found = speakers(
        "State television channel Inti 24 reported that 12 people died. The channel said more were hurt.", "en"
    )

    assert [(s.kind, s.type, s.name) if s else None for s in found] == [("medium", "media.state", "Inti 24")] * 2


def test_a_person_only_mentioned_has_an_entry() -> None:
    reading = read("Hujan turun ketika Presiden Ramiro Galvan tiba di kota.", "id")

    assert [(p.name, p.role) for p in reading.people if p.kind == "person"] == [("Ramiro Galvan", "Presiden")]


@pytest.mark.parametrize(
    ("lang", "text", "kind", "type_"),
    [
        ("en", "The Sons of the Valley said they had done it.", "office", None),
        ("en", "A hospital official said 12 people died.", "unnamed", None),
        ("en", "Health Ministry officials said 12 people died.", "office", "ministry.health"),
        ("en", "Kazakhstan said 12 people died.", "office", "government"),
        ("id", "PT Labuan Lestari mengatakan 12 orang tewas.", "office", "company"),
        ("ru", "Источник в мэрии сообщил, что погибли 12 человек.", "unnamed", None),
        ("ru", "В Минздраве сообщили, что погибли 12 человек.", "office", "ministry.health"),
    ],
)
def test_the_head_of_a_phrase_decides_what_it_names(lang: str, text: str, kind: str, type_: str | None) -> None:
    found = speakers(text, lang)[0]

    assert found is not None
    assert (found.kind, found.type) == (kind, type_)


def test_two_relief_groups_are_two_offices() -> None:
    found = speakers("The aid group Northern Relief said 12 people died. Human Rights Watch said 14 people died.", "en")

    assert [s.type if s else None for s in found] == ["ngo", "ngo"]
    assert found[0] != found[1]


def test_the_minister_is_no_spokesman_of_the_ministry() -> None:
    text = "Health Ministry spokesman Adam Roe said 12 people died. The health minister said help was coming."
    names = [s.name if s else None for s in speakers(text, "en")]

    assert names == ["Adam Roe", "Health Ministry"]


def test_the_minister_is_whoever_was_named_with_the_post() -> None:
    text = "Health Minister Jane Roe said 12 people died. The health minister said help was coming."

    assert [s.name if s else None for s in speakers(text, "en")] == ["Jane Roe", "Jane Roe"]


def test_an_abbreviation_in_brackets_stands_for_the_office() -> None:
    text = "The National Disaster Office (NDO) said 12 people died. NDO said more were missing."
    found = speakers(text, "en")

    assert [s.type if s else None for s in found] == ["agency.disaster"] * 2
    assert found[0] == found[1]


def test_an_office_of_a_town_is_not_the_national_one() -> None:
    text = "The police said 12 people died. Lima police said 3 people died."
    reading = read(text, "en")
    offices = [(p.type, p.authority, p.place is not None) for p in reading.people if p.type == "police"]

    assert offices == [("police", None, False), ("police", "PE", True)]


POSTS = [
    ("Menteri Kesehatan menyebut 26 orang tewas. Jumlah itu sementara, kata dia.", "Health Ministry"),
    ("Polisi menyebut 26 orang tewas. Jumlah itu sementara, kata dia.", None),
    (
        "Menteri Kesehatan menyebut 26 orang tewas. Hujan turun. Jalan ditutup. Jumlah itu sementara, kata dia.",
        None,
    ),
]


@pytest.mark.parametrize(("text", "who"), POSTS)
def test_a_pronoun_is_whoever_holds_the_post_named_right_before(text: str, who: str | None) -> None:
    reading = whole(text, "id")
    last = reading.statements[-1].who
    assert (None if last is None else reading.people[last].name) == who


OFFICES = [
    ("Kelompok bantuan Medis Lintas Batas mengatakan 26 orang tewas.", "ngo", None),
    ("Institut Nasional Pertahanan Sipil Peru menyebut 26 orang tewas.", "agency.disaster", "PE"),
    ("Otoritas Manajemen Bencana Nasional Turki menyebut 26 orang tewas.", "agency.disaster", "TR"),
    ("Institut Nasional Kesehatan Kolombia mencatat 26 kematian.", "agency.health", "CO"),
    ("Omar Saidi dari Kementerian Dalam Negeri Peru menyebut 26 orang tewas.", "ministry.interior", "PE"),
    ("“Ada 26 korban,” kata Omar Saidi dari Kementerian Dalam Negeri.", "ministry.interior", None),
    ("Omar Saidi dari Lumbir menyebut 26 orang tewas.", None, None),
    ("Manajemen hotel menyebut 26 orang tewas.", "company", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "type_", "country"), OFFICES)
def test_the_office_of_a_source_and_its_country(text: str, type_: str | None, country: str | None) -> None:
    reading = whole(text, "id")
    one = reading.people[reading.statements[0].who or 0]
    office = one if one.office is None else reading.people[one.office]
    assert (office.type, office.authority) == (type_, country)


PARTED = [
    ("ru", "Погибли 17 человек, сообщило Национальное управление Филиппин по борьбе со стихийными бедствиями.", "PH"),
    ("ru", "Агентство Южной Кореи по управлению в чрезвычайных ситуациях сообщило о 17 погибших.", "KR"),
    ("ru", "По данным комитета Перу по чрезвычайным ситуациям (КЧС), погибли 17 человек.", "PE"),
]


@pytest.mark.parametrize(("lang", "text", "country"), PARTED)
def test_a_country_may_part_the_name_of_its_office(lang: str, text: str, country: str) -> None:
    office = whole(text, lang).people[0]

    assert (office.type, office.authority) == ("agency.disaster", country)


def test_a_country_before_another_complement_parts_no_office() -> None:
    reading = whole("Погибли 17 человек, сообщили жители Перу по телефону.", "ru")

    assert [p.type for p in reading.people] == [None]


def test_a_place_may_stand_behind_the_abbreviation_of_an_office() -> None:
    reading = whole("Badan Penanggulangan Bencana Daerah (BPBD) Kabupaten Bima mencatat 17 orang tewas, kata BPBD Bima.", "id")

    assert {(p.type, p.place is not None and reading.places[p.place].name) for p in reading.people} == {("agency.disaster.local", "Bima")}


GOVERNMENTS = [
    ("en", "The National Unity Government said 12 people were killed.", "=unity"),
    ("en", "The junta said 12 people were killed.", "=military"),
    ("en", "The government said 12 people were killed in Peru.", None),
    ("en", "Peru's northern government said 12 people were killed.", None),
    ("id", "Junta militer Peru menyatakan 12 orang tewas.", "=military"),
    ("id", "Pemerintah tandingan mencatat 12 orang tewas.", "=rival"),
    ("id", "Pemerintah pusat mencatat 12 orang tewas.", None),
    ("ru", "Правительство национального единства сообщило о 12 погибших.", "=unity"),
    ("ru", "Хунта сообщила о 12 погибших.", "=military"),
    ("ru", "Правительство сообщило о 12 погибших.", None),
]


@pytest.mark.parametrize(("lang", "text", "authority"), GOVERNMENTS)
def test_a_government_may_say_itself_which_of_several_it_is(lang: str, text: str, authority: str | None) -> None:
    told = whole(text, lang).people[0].authority

    assert told == authority or (authority is None and told in {None, "PE"})
