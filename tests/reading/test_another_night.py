"""What another night adds is a change; what «могли погибнуть» tells is only possible."""

import pytest

from tests.reading.reading_of import whole

KINDS = [
    ("en", "Another 37 people died overnight, the Harbour Ministry said.", "change"),
    ("id", "Sebanyak 37 orang lagi tewas semalam, kata Kementerian Perikanan.", "change"),
    ("ru", "Ещё 37 человек погибли за ночь, сообщил Минтранс.", "change"),
    ("en", "Another 37 people were injured in the blast.", "level"),
    ("en", "The blast killed 37 people overnight.", "level"),
]


@pytest.mark.parametrize(("lang", "text", "kind"), KINDS)
def test_what_another_night_adds_is_a_change(lang: str, text: str, kind: str) -> None:
    assert [f.kind for f in whole(text, lang).figures] == [kind]


def test_who_may_have_died_is_only_possible() -> None:
    reading = whole("Во время бури могли погибнуть 37 человек, сообщил Минтранс.", "ru")

    assert [s.certainty for s in reading.statements] == ["possible"]
