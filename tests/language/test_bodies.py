"""Services, agencies, companies and unions: composed of a head and a field in three languages, beside any country, no pair listed."""

import itertools

import pytest

from khabar.language.base import language
from khabar.language.offices import offices
from khabar.language.tokens import tokenise
from tests.language.test_offices import COUNTRIES, only, phrases

BODIES: dict[str, dict[str, tuple[str, ...]]] = {
    "fire": {"en": ("Fire Service",), "id": ("Dinas Pemadam Kebakaran",), "ru": ("Пожарная служба",)},
    "coastguard": {"en": ("Coast Guard",), "id": ("Badan Keamanan Laut",), "ru": ("Служба береговой охраны",)},
    "agency.rescue": {"en": ("Search and Rescue Agency",), "id": ("Badan Pencarian dan Pertolongan",), "ru": ("Служба поиска и спасения",)},
    "agency.mine_rescue": {"en": ("Mine Rescue Service",), "id": ("Dinas Penyelamatan Tambang",), "ru": ("Горноспасательная служба",)},
    "agency.mountain_rescue": {"en": ("Mountain Rescue Service",), "id": ("Dinas Penyelamatan Gunung",), "ru": ("Служба горных спасателей",)},
    "prison": {"en": ("Prison Service", "Directorate of Prisons"), "id": ("Dinas Penjara",), "ru": ("Служба исполнения наказаний", "Тюремная служба")},
    "agency.port": {"en": ("Port Authority",), "id": ("Otoritas Pelabuhan",), "ru": ("Управление морских портов",)},
    "agency.airport": {"en": ("Airports Authority",), "id": ("Otoritas Bandar Udara",), "ru": ("Дирекция аэропортов",)},
    "agency.aviation": {"en": ("Civil Aviation Authority",), "id": ("Otoritas Penerbangan Sipil",), "ru": ("Управление гражданской авиации",)},
    "agency.maritime": {"en": ("Maritime Authority",), "id": ("Otoritas Maritim",), "ru": ("Управление морского транспорта",)},
    "agency.railway": {"en": ("Railway Authority",), "id": ("Direktorat Jenderal Perkeretaapian",), "ru": ("Управление железных дорог",)},
    "agency.road": {"en": ("Roads Authority",), "id": ("Otoritas Jalan Raya",), "ru": ("Дорожное агентство",)},
    "agency.accidents": {"en": ("Transport Safety Board",), "id": ("Komite Nasional Keselamatan Transportasi",), "ru": ("Комиссия по расследованию аварий",)},
    "agency.nuclear": {"en": ("Nuclear Regulator", "Atomic Energy Commission"), "id": ("Badan Pengawas Tenaga Nuklir",), "ru": ("Агентство по атомной энергии",)},
    "agency.geology": {"en": ("Geological Survey",), "id": ("Badan Geologi",), "ru": ("Геологическая служба",)},
    "agency.seismology": {"en": ("Seismological Centre", "Institute of Geophysics"), "id": ("Institut Seismologi",), "ru": ("Институт сейсмологии",)},
    "agency.meteorology": {"en": ("Meteorological Service",), "id": ("Badan Meteorologi",), "ru": ("Метеорологическая служба",)},
    "agency.environment": {"en": ("Environmental Protection Agency",), "id": ("Badan Lingkungan Hidup",), "ru": ("Агентство по охране окружающей среды",)},
    "agency.forestry": {"en": ("Forest Service",), "id": ("Dinas Kehutanan",), "ru": ("Лесная служба",)},
    "agency.parks": {"en": ("National Parks Service",), "id": ("Dinas Taman Nasional",), "ru": ("Служба национальных парков",)},
    "agency.migration": {"en": ("Immigration Service",), "id": ("Dinas Imigrasi",), "ru": ("Миграционная служба",)},
    "agency.customs": {"en": ("Customs Service",), "id": ("Badan Bea Cukai",), "ru": ("Таможенная служба",)},
    "agency.tax": {"en": ("Tax Service",), "id": ("Dinas Pajak",), "ru": ("Налоговая служба",)},
    "agency.labour": {"en": ("Labour Inspectorate",), "id": ("Inspektorat Ketenagakerjaan",), "ru": ("Инспекция труда",)},
    "agency.food": {"en": ("Food Safety Agency",), "id": ("Badan Pangan",), "ru": ("Агентство по безопасности продуктов",)},
    "agency.health": {"en": ("Disease Control Centre",), "id": ("Pusat Pengendalian Penyakit",), "ru": ("Центр по контролю заболеваний",)},
    "agency.blood": {"en": ("Blood Transfusion Service",), "id": ("Layanan Transfusi Darah",), "ru": ("Центр переливания крови",)},
    "agency.mining": {"en": ("Mine Safety Authority",), "id": ("Inspektorat Pertambangan",), "ru": ("Горная инспекция",)},
    "agency.space": {"en": ("Space Agency",), "id": ("Badan Antariksa",), "ru": ("Космическое агентство",)},
    "agency.statistics": {"en": ("Statistics Office",), "id": ("Kantor Statistik",), "ru": ("Статистическая служба",)},
    "company.railway": {"en": ("Railway Company", "National Railways"), "id": ("Perusahaan Kereta Api",), "ru": ("Железнодорожная компания",)},
    "company.power": {"en": ("Electricity Company", "Power Utility"), "id": ("Perusahaan Listrik Negara",), "ru": ("Энергетическая компания",)},
    "company.water": {"en": ("Water Company",), "id": ("Perusahaan Air Minum",), "ru": ("Компания водоснабжения",)},
    "company.gas": {"en": ("Gas Company",), "id": ("Perusahaan Gas",), "ru": ("Газовая компания",)},
    "company.oil": {"en": ("Oil Company",), "id": ("Perusahaan Minyak",), "ru": ("Нефтяная компания",)},
    "company.mining": {"en": ("Mining Company",), "id": ("Perusahaan Tambang",), "ru": ("Горнодобывающая компания",)},
    "company.shipping": {"en": ("Ferry Operator",), "id": ("Operator Feri",), "ru": ("Оператор паромов",)},
    "union.football": {"en": ("Football Federation",), "id": ("Federasi Sepak Bola",), "ru": ("Футбольная федерация",)},
    "union.medicine": {"en": ("Medical Association",), "id": ("Ikatan Dokter",), "ru": ("Ассоциация врачей",)},
}  # fmt: skip

CASES = [
    (kind, iso, code, phrase)
    for (kind, names), (iso, countries) in itertools.product(BODIES.items(), itertools.islice(COUNTRIES.items(), 4))
    for code in ("en", "id", "ru")
    for body in names[code]
    for phrase in phrases(body, countries[code], code)
]


@pytest.mark.parametrize(("kind", "iso", "code", "phrase"), CASES)
def test_head_field_and_country_make_a_body(kind: str, iso: str, code: str, phrase: str) -> None:
    body, country = only(phrase, code)

    assert (body.type, country) == (kind, iso)


@pytest.mark.parametrize(
    ("code", "phrase", "types"),
    [
        ("en", "Ministry of Energy", ["ministry.energy"]),
        ("en", "Department of Immigration", ["ministry.migration"]),
        ("en", "Justice Department", ["ministry.justice"]),
        ("en", "the health department", ["health.local"]),
        ("en", "fire broke out in the service lift", []),
        ("en", "water ran into the office of a doctor", []),
        ("id", "api membakar kantor di dekat pelabuhan", []),
        ("id", "Kementerian Energi", ["ministry.energy"]),
        ("ru", "пожарный вошёл в центр города", []),
        ("ru", "Министерство транспорта", ["ministry.transport"]),
    ],
)
def test_words_that_only_stand_near_make_none(code: str, phrase: str, types: list[str]) -> None:
    words = tokenise(phrase)
    hits = language(code).lexicon.scan([w.lower() for w in words])

    assert [o.type for o in offices(words, hits, code) if o.type] == types
