"""What ships is guarded by our own gold: no number falls below its pinned floor, on open reports or held ones."""

import pytest

from gate import LANGUAGES, PARTS, fallen, floors, measured


@pytest.fixture(scope="module")
def now() -> dict[str, dict[str, float]]:
    return measured()


def test_every_part_and_language_is_pinned() -> None:
    assert {f"{part} {lang}" for part in PARTS for lang in LANGUAGES} == set(floors())


def test_no_number_falls_below_its_floor(now: dict[str, dict[str, float]]) -> None:
    assert list(fallen(now, floors())) == []
