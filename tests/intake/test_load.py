"""Paths to editions: whatever cannot be used is named with its reason, and the rest goes on."""

from pathlib import Path

import pytest

from khabar.intake.load import load
from khabar.intake.options import IntakeOptions
from khabar.model.edition import Edition, SetAside

GOOD = "At least 12 people were killed in the flood, the mayor said on Monday."


def outcome(path: Path, **options: int) -> list[str]:
    """For each item `ok`, or the reason."""
    return [i.reason if isinstance(i, SetAside) else "ok" for i in load([path], IntakeOptions(**options))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "raw", "reason"),
    [
        ("empty.txt", b"", "empty; nothing to read"),
        ("blank.txt", b" \n\t\n", "empty; nothing to read"),
        ("picture.txt", bytes(range(256)) * 4, "binary, not text; give the text or the page itself"),
        ("furniture.txt", b"Discussion about this post\n", "no text but page furniture; nothing to read"),
        ("empty.jsonl", b"\n\n", "empty; nothing to read"),
        ("page.html", b"<!doctype html><html><body></body></html>", "no article in the page; give its text"),
    ],
)
def test_bad_input_is_named_with_its_reason(tmp_path: Path, name: str, raw: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(raw)

    assert outcome(tmp_path / name) == [reason]


def test_what_is_not_there() -> None:
    assert outcome(Path("no-such-file.txt")) == ["cannot be read: No such file or directory"]


def test_too_large(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(GOOD)

    assert outcome(tmp_path / "long.txt", max_bytes=10) == ["70 bytes, over the limit of 10; raise it with --max-bytes"]


def test_one_bad_line_loses_no_other(tmp_path: Path) -> None:
    lines = [
        b'{"id": "a", "text": "Twelve people died, police said."}',
        b"{broken",
        b'{"id": "b"}',
        b'{"id": "c", "text": "  "}',
        b'{"id": "d", "text": "Fine, she said.", "published": "yesterday"}',
        b'["a list"]',
        b'{"id": "e", "text": "Nine people died, police said.", "published": "2024-03-04T10:00:00Z"}',
    ]
    (tmp_path / "reports.jsonl").write_bytes(b"\n".join(lines))
    items = list(load([tmp_path / "reports.jsonl"]))

    assert [i.id for i in items if isinstance(i, Edition)] == ["a", "e"]
    assert [i.where.rsplit(":", 1)[1] for i in items if isinstance(i, SetAside)] == ["2", "3", "4", "5", "6"]


def test_folders_go_by_name_and_leave_hidden_files_out(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden.txt"):
        (tmp_path / name).write_text(GOOD)

    assert [i.address.rsplit("/", 1)[1] for i in load([tmp_path]) if isinstance(i, Edition)] == ["a.txt", "b.txt"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    text = "Число погибших при взрыве выросло до 12, сообщили в министерстве."
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    (item,) = load([tmp_path / "a.txt"])

    assert isinstance(item, Edition)
    assert item.text.lstrip("\ufeff") == text


PAGE = """<!doctype html><html lang="en"><head><title>Flood toll</title><meta property="article:published_time" content="2024-03-04T10:00:00+02:00">
<link rel="canonical" href="https://www.post.example/flood"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Flood toll rises","author":{"name":"Ann Roe"}}</script></head>
<body><nav>Home</nav><article><h1>Flood toll rises</h1><p>At least 12 people were killed when the river &amp; its banks gave way, the mayor said on Monday.</p>
<p>Rescuers searched the valley through the night for those who were still missing, the mayor added.</p></article></body></html>"""


def test_a_page(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE)
    (item,) = load([tmp_path / "page.html"])

    assert isinstance(item, Edition)
    assert (item.outlet, item.title, item.byline, item.published) == (
        "post.example",
        "Flood toll rises",
        "Ann Roe",
        "2024-03-04T08:00:00Z",
    )
    assert "At least 12 people were killed" in item.text


def test_a_mark_before_the_first_record_and_one_record_printed_large(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(
        b'\xef\xbb\xbf{"id": "a", "text": "Ten died."}\n{"id": "b", "text": "Two died."}\n'
    )
    (tmp_path / "b.json").write_text('{\n  "id": "c",\n  "text": "Six died."\n}\n')
    (tmp_path / "c.json").write_text('[{"id": "d", "text": "One died."}]')

    found = list(load([tmp_path]))

    assert [e.text for e in found if isinstance(e, Edition)] == ["Ten died.", "Two died.", "Six died."]
    assert ["array" in s.reason for s in found if isinstance(s, SetAside)] == [True]


def test_accents_are_no_russian_letters(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("René of the Café said ten people were killed.".encode("cp1252"))
    (tmp_path / "b.txt").write_bytes("Полиция сообщила о 10 погибших.".encode("cp1251"))

    texts = [e.text for e in load([tmp_path]) if isinstance(e, Edition)]

    assert texts == ["René of the Café said ten people were killed.", "Полиция сообщила о 10 погибших."]
