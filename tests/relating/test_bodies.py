"""Bodies without a name of their own are one source in every language; those of which a country has many are told apart."""

import pytest

from khabar.relating.bodies import nameless, own_words
from tests.relating.told import edition, tallies

TEXTS = {
    "en": "A disaster struck Quito in Ecuador on Monday.\n\nIn all 47 people were killed, {} said on Monday.",
    "id": "Bencana melanda Quito di Ekuador pada Senin.\n\nSebanyak 47 orang tewas, kata {} pada Senin.",
    "ru": "Бедствие произошло в Кито в Эквадоре в понедельник.\n\nПогибли 47 человек, сообщили в понедельник в {}.",
}
SAME = [
    ("the fire service", "dinas pemadam kebakaran Ekuador", "пожарной службе"),
    ("Ecuador's coast guard", "penjaga pantai", "береговой охране"),
    ("the search and rescue agency", "badan pencarian dan pertolongan", "поисково-спасательной службе Эквадора"),
    ("the prison service", "dinas penjara", "тюремной службе"),
    ("the mine rescue service", "dinas penyelamatan tambang", "горноспасательной службе"),
    ("the port authority of Guayaquil", "otoritas pelabuhan Guayaquil", "администрации порта Гуаякиль"),
    ("the University of Guayaquil", "Universitas Guayaquil", "университете Гуаякиля"),
    ("the state railway company", "perusahaan kereta api Ekuador", "железнодорожной компании"),
    ("the national electricity company", "perusahaan listrik nasional", "электроэнергетической компании"),
    ("the geological survey", "badan geologi", "геологической службе Эквадора"),
    ("the mining company Antara Gold", "perusahaan tambang Antara Gold", "горнодобывающей компании «Антара Голд»"),
    ("the National Roads Agency of Ecuador", "Badan Jalan Nasional Ekuador", "дорожном агентстве Эквадора"),
]


@pytest.mark.parametrize("names", SAME)
def test_one_body_in_three_languages(names: tuple[str, str, str]) -> None:
    made = [
        edition(lang, f"2025-03-04T{8 + at:02}:00:00Z", TEXTS[lang].format(name), lang=lang)
        for at, (lang, name) in enumerate(zip(TEXTS, names, strict=True))
    ]
    (found,) = tallies(*made)

    assert [(c["best"], c["support"], c["carriers"]) for c in found["claims"]] == [(47, (1, 1), 3)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the University of Guayaquil", "the University of Cuenca"),
        ("Saint Anne Hospital", "Mercy Hospital"),
        ("the electricity company", "the water company"),
        ("the port authority of Guayaquil", "the port authority of Manta"),
        ("the mining company Antara Gold", "the mining company Cerro Rico"),
        ("the railway company", "the electricity company"),
        ("Hamas", "Hezbollah"),
    ],
)
def test_two_of_a_sort_are_two_sources(one: str, other: str) -> None:
    made = [
        edition(f"r{at}", f"2025-03-04T{8 + at:02}:00:00Z", TEXTS["en"].format(name)) for at, name in enumerate((one, other))
    ]

    claims = [c for t in tallies(*made) for c in t["claims"]]
    assert len({c["source_key"] for c in claims}) == 2


@pytest.mark.parametrize(
    ("name", "lang", "place", "own"),
    [
        ("Central Hospital of Lagos", "en", "Lagos", ""),
        ("Saint Anne Hospital", "en", None, "saintane"),
        ("Гаванский университет", "ru", "Гавана", ""),
        ("Universitas San Marcos", "id", None, "sanmarcos"),
        ("пожарной службе", "ru", None, ""),
        ("National Railways of Peru", "en", None, ""),
        ("Perusahaan Kereta Api Nasional Peru", "id", None, ""),
        ("mining company Antara Gold", "en", None, "antaragold"),
    ],
)
def test_what_is_a_body_s_own(name: str, lang: str, place: str | None, own: str) -> None:
    assert own_words(name, lang, place) == own


CHANNELS = {
    "en": ("A Telegram channel said 470 people were killed in Quito.", "Social media users wrote that 470 people had been killed in Quito."),
    "id": ("Sebuah kanal Telegram menyebutkan 470 orang tewas di Quito.", "Media setempat melaporkan 470 orang tewas di Quito."),
    "ru": ("Один из телеграм-каналов сообщил, что в Кито погибли 470 человек.", "Анонимный телеграм-канал написал, что в Кито погибли 470 человек."),
}


@pytest.mark.parametrize(("lang", "words"), [(lang, words) for lang, all_ in CHANNELS.items() for words in all_])
def test_a_channel_without_a_name_is_nobody_s_rival(lang: str, words: str) -> None:
    made = [
        edition("a", "2025-03-04T08:00:00Z", TEXTS["en"].format("the Health Ministry").replace("In all", "In Quito")),
        edition("b", "2025-03-04T09:00:00Z", f"Ecuador.\n\n{words}", lang=lang),
        edition("c", "2025-03-04T10:00:00Z", f"Ecuador.\n\n{words}\n\nRain.", lang=lang),
    ]
    claims = [c for t in tallies(*made) for c in t["claims"]]

    assert [(c["best"], c["support"], c["marks"]) for c in claims if c["best"] == 47] == [(47, (1, 1), ())]
    assert {(c["support"][0], c["marks"]) for c in claims if c["best"] == 470} == {(0, ())}


@pytest.mark.parametrize(
    ("name", "lang", "no_name"),
    [
        ("Local media", "en", True),
        ("one of the Telegram channels", "en", True),
        ("Akun anonim", "id", True),
        ("Один из телеграм-каналов", "ru", True),
        ("The Post", "en", False),
        ("Telegram channel Quito Now", "en", False),
        ("Radio Altiplano", "en", False),
        ("Media Indonesia", "id", False),
        ("телеграм-канал «Тихий берег»", "ru", False),
        ("a rescuer", "en", False),
    ],
)
def test_what_has_no_name(name: str, lang: str, no_name: bool) -> None:
    assert nameless(name, lang) is no_name
