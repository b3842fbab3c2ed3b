from hypothesis import given
from hypothesis import strategies as st

from khabar.model.span import Span
from khabar.web.view.highlight import Mark, paragraphs, runs

TEXT = "At least 12 people were killed, the ministry said."


def mark(kind: str, start: int, end: int, of: str = "", href: str | None = None) -> Mark:
    return Mark(kind=kind, span=(start, end), of=of, href=href)


def test_overlapping_marks_are_parted_where_either_begins_or_ends() -> None:
    found = runs(TEXT, [mark("content", 0, 30), mark("figure", 0, 11), mark("source", 25, 44)])

    assert [(r.text, r.kinds) for r in found] == [
        ("At least 12", "content figure"),
        (" people were k", "content"),
        ("illed", "content source"),
        (", the ministry", "source"),
        (" said.", ""),
    ]


def test_a_run_leads_where_its_shortest_mark_leads() -> None:
    (run, *_) = runs(TEXT, [mark("content", 0, 30, href="/long"), mark("figure", 0, 11, href="/short")])

    assert run.link is not None
    assert run.link.href == "/short"


def test_marks_outside_of_the_part_shown_are_cut_or_dropped() -> None:
    found = runs(TEXT, [mark("content", 0, 12), mark("cue", 40, 44)], (9, 20))

    assert [(r.text, r.kinds) for r in found] == [("12 ", "content"), ("people w", "")]


def test_paragraphs_are_the_lines_that_hold_something() -> None:
    assert paragraphs("one\n\n  \ntwo") == [(0, 3), (8, 11)]


SPANS = st.lists(st.tuples(st.integers(-5, 60), st.integers(-5, 60)), max_size=12)


@given(SPANS)
def test_runs_always_make_the_text_again_and_know_every_mark_over_them(spans: list[Span]) -> None:
    marks = [mark("content", *span) for span in spans]

    found = runs(TEXT, marks)

    assert "".join(r.text for r in found) == TEXT
    for run in found:
        over = {
            m.span
            for m in marks
            if m.span[0] < m.span[1] and m.span[0] < run.start + len(run.text) and run.start < m.span[1]
        }
        assert {m.span for m in run.marks} == over
