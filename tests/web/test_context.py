from hypothesis import given
from hypothesis import strategies as st

from khabar.web.view.context import context

TEXT = "The storm passed. At least 12 people were killed, the ministry said. Schools stay shut.\nMore rain is expected."


def words(spans: list[tuple[int, int]]) -> str:
    return "".join(w for w, _ in context(TEXT, spans))


def span(of: str) -> tuple[int, int]:
    start = TEXT.index(of)
    return start, start + len(of)


def test_evidence_stands_in_its_sentence() -> None:
    assert words([span("12"), span("the ministry")]) == "At least 12 people were killed, the ministry said."


def test_the_words_themselves_are_told_apart() -> None:
    assert [w for w, is_found in context(TEXT, [span("12"), span("the ministry")]) if is_found] == [
        "12",
        "the ministry",
    ]


def test_what_lies_far_apart_stands_in_pieces() -> None:
    text = "Four died. " + "Rain fell on the town. " * 40 + "The ministry said so."
    found = context(text, [(0, 4), (text.index("The ministry"), len(text) - 1)])

    assert "".join(w for w, _ in found) == "Four died. … The ministry said so."


@given(st.text(max_size=400), st.lists(st.tuples(st.integers(-5, 420), st.integers(-5, 420)), max_size=4))
def test_no_span_is_an_error_and_every_fitting_one_is_shown(text: str, spans: list[tuple[int, int]]) -> None:
    shown = "".join(w for w, is_found in context(text, spans) if is_found)

    for start, end in spans:
        if 0 <= start < end <= len(text):
            assert set(text[start:end]) <= set(shown)
