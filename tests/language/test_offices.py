"""Offices: types and authorities by composing office words and countries over three languages, no pair listed."""

import itertools

import pytest

from khabar.language.base import language
from khabar.language.offices import SAME, Office, authority, offices
from khabar.language.tokens import tokenise

COUNTRIES: dict[str, dict[str, tuple[str, ...]]] = {
    "KZ": {"en": ("Kazakhstan", "Kazakh"), "id": ("Kazakhstan",), "ru": ("Казахстана", "казахстанск")},
    "PE": {"en": ("Peru", "Peruvian"), "id": ("Peru",), "ru": ("Перу", "перуанск")},
    "PH": {"en": ("the Philippines", "Philippine"), "id": ("Filipina",), "ru": ("Филиппин", "филиппинск")},
    "EG": {"en": ("Egypt", "Egyptian"), "id": ("Mesir",), "ru": ("Египта", "египетск")},
    "NG": {"en": ("Nigeria", "Nigerian"), "id": ("Nigeria",), "ru": ("Нигерии", "нигерийск")},
    "KR": {"en": ("South Korea", "South Korean"), "id": ("Korea Selatan",), "ru": ("Южной Кореи", "южнокорейск")},
    "US": {"en": ("the United States", "American"), "id": ("Amerika Serikat",), "ru": ("США", "американск")},
    "SA": {"en": ("Saudi Arabia", "Saudi"), "id": ("Arab Saudi",), "ru": ("Саудовской Аравии", "саудовск")},
}
OFFICES: dict[str, dict[str, tuple[str, ...]]] = {
    "ministry.health": {
        "en": ("Health Ministry", "Ministry of Health", "Department of Health", "Minister of Health"),
        "id": ("Kementerian Kesehatan", "Kemenkes", "Menteri Kesehatan", "Menkes"),
        "ru": ("Министерство здравоохранения", "Министерству здравоохранения", "Минздрав", "Минздраве", "министр здравоохранения"),
    },
    "ministry.interior": {
        "en": ("Interior Ministry", "Ministry of Internal Affairs"),
        "id": ("Kementerian Dalam Negeri", "Mendagri"),
        "ru": ("МВД", "Министерство внутренних дел"),
    },
    "ministry.information": {
        "en": ("Information Ministry", "Ministry of Information"),
        "id": ("Kementerian Informasi",),
        "ru": ("Министерство информации", "Министерстве информации"),
    },
    "ministry.emergency": {
        "en": ("Emergencies Ministry",),
        "id": ("Kementerian Situasi Darurat",),
        "ru": ("МЧС", "Министерство по чрезвычайным ситуациям"),
    },
    "prosecutor.general": {
        "en": ("Prosecutor General’s Office", "Prosecutor General's Office", "Prosecutor General"),
        "id": ("Kejaksaan Agung", "Jaksa Agung"),
        "ru": ("Генпрокуратура", "Генеральной прокуратуре", "генеральный прокурор"),
    },
    "presidency": {
        "en": ("presidential office",),
        "id": ("kantor kepresidenan",),
        "ru": ("администрация президента", "пресс-служба президента"),
    },
    "national.guard": {"en": ("National Guard",), "id": ("Garda Nasional",), "ru": ("Национальная гвардия", "Нацгвардия")},
}  # fmt: skip


def only(phrase: str, code: str) -> tuple[Office, str | None]:
    words = tokenise(phrase)
    hits = language(code).lexicon.scan([w.lower() for w in words])
    found = [o for o in offices(words, hits, code) if o.type]
    assert len(found) == 1, found
    return found[0], authority(words, hits, found[0], code)


def phrases(office: str, country: tuple[str, ...], code: str) -> list[str]:
    if code == "en":
        name, adjective = country
        possessive = name.removeprefix("the ") + "'s"
        return [
            f"{possessive} {office} said",
            f"the {adjective} {office} said",
            f"{office} of {name} said",
            f"a deputy at the {office} in {name}",
        ]
    if code == "id":
        return [f"kata {office} {country[0]} pada Senin", f"{office} Republik {country[0]} menyatakan"]
    name, stem = country
    return [f"сообщили в {office} {name} вчера", f"{stem}ий {office} сообщил"]


CASES = [
    (kind, iso, code, phrase)
    for (kind, names), (iso, countries) in itertools.product(OFFICES.items(), COUNTRIES.items())
    for code in ("en", "id", "ru")
    for office in names[code]
    for phrase in phrases(office, countries[code], code)
]


@pytest.mark.parametrize(("kind", "iso", "code", "phrase"), CASES)
def test_office_and_country_make_an_authority(kind: str, iso: str, code: str, phrase: str) -> None:
    office, country = only(phrase, code)

    assert (office.type, country) == (kind, iso)


@pytest.mark.parametrize(
    ("code", "phrase", "expected"),
    [
        ("en", "the country's Health Ministry said", ("ministry.health", SAME)),
        ("id", "kata Kementerian Kesehatan negara itu", ("ministry.health", SAME)),
        ("ru", "в Министерстве внутренних дел республики", ("ministry.interior", SAME)),
        ("ru", "в Министерстве информации и общественного развития Казахстана", ("ministry.information", "KZ")),
        ("en", "Ministry of Health and Sports of Myanmar", ("ministry.health", "MM")),
        ("en", "the ministry of health said in Geneva", ("ministry.health", None)),
        ("en", "the Kremlin said", ("presidency", "RU")),
        ("id", "kata BNPB pada Senin", ("agency.disaster", "ID")),
        ("ru", "глава Минздрава Перу", ("ministry.health", "PE")),
        ("en", "Deputy Defence Minister", ("ministry.defence", None)),
        ("id", "Wakil Menteri Pertahanan", ("ministry.defence", None)),
        ("en", "the WHO said", ("un", None)),
    ],
)
def test_offices_with_other_words_around(code: str, phrase: str, expected: tuple[str, str | None]) -> None:
    office, country = only(phrase, code)

    assert (office.type, country) == expected


@pytest.mark.parametrize(
    ("code", "phrase"), [("en", "people who said so"), ("ru", "они воз увидели"), ("id", "berita itu")]
)
def test_no_office(code: str, phrase: str) -> None:
    words = tokenise(phrase)

    assert offices(words, language(code).lexicon.scan(words), code) == []


def test_a_bare_ministry_refers_back() -> None:
    words = tokenise("the ministry said")

    assert [o.family for o in offices(words, language("en").lexicon.scan(words), "en")] == ["ministry"]


def test_at_least_thirty_authorities_were_composed() -> None:
    assert len({(kind, iso) for kind, iso, *_ in CASES}) >= 30
    assert (
        len({e.attributes.get("type") for code in ("en", "id", "ru") for e in language(code).entries("office_name")})
        >= 50
    )
