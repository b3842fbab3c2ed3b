import html.parser
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from khabar.cli.app import run
from khabar.model.errors import NotThere
from khabar.pipeline import Ledger
from tests.relating.kazakhstan import history

AS_OF, SINCE = "2022-01-16T12:00Z", "2022-01-09T15:00Z"


@pytest.fixture(scope="module")
def ledger() -> Iterator[Ledger]:
    with Ledger(":memory:") as made:
        made.add(*history())
        yield made


def test_the_report_has_figures_changes_sources_method_and_version(ledger: Ledger) -> None:
    made = ledger.sitrep(as_of=AS_OF, since=SINCE)

    for words in (
        "Highlights",
        "Key figures",
        "Changes",
        "Sources",
        "225",
        "withdrawn by Information Ministry",
        "technical error",
        "digest",
    ):
        assert words in made


def test_every_reference_leads_to_a_source_with_its_hash(ledger: Ledger) -> None:
    made = ledger.sitrep(as_of=AS_OF, since=SINCE)

    named = set(re.findall(r'href="#(source-\d+)"', made))
    assert named == set(re.findall(r'id="(source-\d+)"', made))
    assert len(re.findall(r"sha256:[0-9a-f]{64}", made)) == len(named)


def test_the_same_answers_give_the_same_bytes(ledger: Ledger) -> None:
    assert ledger.sitrep(as_of=AS_OF) == ledger.sitrep(as_of=AS_OF)


def test_it_stands_by_itself(ledger: Ledger) -> None:
    made = ledger.sitrep(as_of=AS_OF)

    assert "<link" not in made
    assert "<script" not in made
    assert "src=" not in made


def test_before_the_first_report_it_says_so(ledger: Ledger) -> None:
    assert "Nothing was counted" in ledger.sitrep(as_of="2001-01-01", since="2000-01-01")


def test_an_unknown_situation_is_told(ledger: Ledger) -> None:
    with pytest.raises(NotThere):
        ledger.sitrep("xx-1999-01-01", as_of=AS_OF)


def test_hostile_words_stay_words() -> None:
    def bad(record: Any) -> Any:
        return {**record, "title": "<script>alert(1)</script>\u202e", "url": "javascript:alert(1)", "outlet": "a<b"}

    with Ledger(":memory:") as made:
        made.add(*(bad(msgspec.to_builtins(r)) for r in history()))
        page = made.sitrep(as_of=AS_OF)

    assert "<script" not in page
    assert 'href="javascript' not in page
    assert "⟨U+202E⟩" in page
    html.parser.HTMLParser().feed(page)


def test_the_command_writes_the_file(tmp_path: Path) -> None:
    file, out = tmp_path / "l.db", tmp_path / "s.html"
    with Ledger(file) as made:
        made.add(*history())

    assert run(["sitrep", "--ledger", str(file), "--as-of", AS_OF, "-o", str(out)]) == 0
    assert out.read_text("utf-8").startswith("<!doctype html>")
    assert run(["sitrep", "--ledger", str(file), "-o", str(tmp_path / "no" / "s.html")]) == 2


def test_a_count_stands_once_before_all_its_claims_and_falls_come_first_among_the_changes(ledger: Ledger) -> None:
    made = ledger.sitrep(as_of=AS_OF, since=SINCE)
    table = made.partition("<h2>Key figures</h2>")[2].partition("</section>")[0]
    changes = made.partition("<h2>Changes</h2>")[2].partition("</section>")[0]

    names = re.findall(r"<th scope=\"rowgroup\"[^>]*>([^<]*)<", table)
    assert len(names) == len(set(names))
    assert "disowned by Health Ministry" in changes.split("</li>")[0]
    assert "withdrawn by Information Ministry" in changes.split("</li>")[1]
