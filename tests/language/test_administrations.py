"""Which of several administrations the words beside an office name; names are invented."""

import pytest

from khabar.language.administrations import administration
from khabar.language.base import language
from khabar.language.offices import offices
from khabar.language.tokens import tokenise

TOLD = [
    ("en", "The junta's Health Ministry said so.", "military"),
    ("en", "The Military Council's Health Ministry said so.", "military"),
    ("en", "The Health Ministry of the National Unity Government said so.", "unity"),
    ("en", "The health ministry of the eastern government said so.", "eastern"),
    ("en", "The health ministry in the eastern administration said so.", "eastern"),
    ("en", "The internationally recognised government's health ministry said so.", "recognised"),
    ("en", "The Saltari-run health ministry said so.", "saltari"),
    ("en", "The Saltari government's health ministry said so.", "saltari"),
    ("en", "The Welport-based Health Ministry said so.", "welport"),
    ("en", "The rebel-controlled health ministry said so.", "rebel"),
    ("en", "The Health Ministry of the Great Accord Council said so.", "accord great"),
    ("id", "Kementerian Kesehatan junta militer mengatakan itu.", "military"),
    ("id", "Kementerian Kesehatan pemerintah Saltari mengatakan itu.", "saltari"),
    ("id", "Kementerian Kesehatan yang dikuasai Saltari mengatakan itu.", "saltari"),
    ("id", "Kementerian Kesehatan pemerintah yang diakui internasional mengatakan itu.", "recognised"),
    ("id", "Kementerian Kesehatan Pemerintah Persatuan Nasional mengatakan itu.", "unity"),
    ("ru", "Минздрав международно признанного правительства сообщил об этом.", "recognised"),
    ("ru", "Министерство здравоохранения правительства национального единства сообщило об этом.", "unity"),
    ("ru", "Минздрав военной хунты сообщил об этом.", "military"),
    ("ru", "Подконтрольный салтарам минздрав сообщил об этом.", "salta"),
    ("ru", "Минздрав, подконтрольный Салтару, сообщил об этом.", "salta"),
]
NONE = [
    ("en", "The health ministry said so."),
    ("en", "The government's health ministry said so."),
    ("en", "The federal government's health ministry said so."),
    ("en", "The interim government's health ministry said so."),
    ("en", "The Tanver administration's health ministry said so."),
    ("en", "The health ministry of the government said so."),
    ("en", "The Lebanese government's health ministry said so."),
    ("en", "The eastern health ministry said so."),
    ("en", "A state-run health ministry said so."),
    ("en", "The military said on Monday the Health Ministry of Peru was closed."),
    ("en", "In the eastern government districts, the health ministry said so."),
    ("en", "The health ministry told the National Unity Government so."),
    ("en", "The health ministry of President Tanver Holm's government said so."),
    ("en", "The health ministry in Western Council Bluffs said so."),
    ("id", "Kementerian Kesehatan di bawah pemerintahan Presiden Tanver mengatakan itu."),
    ("id", "Kementerian Kesehatan yang dipimpin Tanver Holm mengatakan itu."),
    ("id", "Kementerian Kesehatan mengatakan itu."),
    ("id", "Kementerian Kesehatan pemerintah pusat mengatakan itu."),
    ("id", "Kementerian Kesehatan di Jawa Timur mengatakan itu."),
    ("id", "Kementerian Kesehatan pemerintah Lebanon mengatakan itu."),
    ("ru", "Минздрав сообщил об этом."),
    ("ru", "Минздрав правительства сообщил об этом."),
    ("ru", "Минздрав федерального правительства сообщил об этом."),
    ("ru", "Минздрав в восточном городе сообщил об этом."),
]


def key(code: str, text: str) -> str | None:
    words = tokenise(text)
    hits = language(code).lexicon.scan([w.lower() for w in words])
    (office,) = [o for o in offices(words, hits, code) if (o.type or "").startswith("ministry")]
    found = administration(words, (office.first, office.last), code)
    return found.key if found else None


@pytest.mark.parametrize(("code", "text", "expected"), TOLD)
def test_told(code: str, text: str, expected: str) -> None:
    assert key(code, text) == expected


@pytest.mark.parametrize(("code", "text"), NONE)
def test_near_misses(code: str, text: str) -> None:
    assert key(code, text) is None
