"""The demonstration's ledger, as it stands and exchanged for another country's crisis."""

import json
import tomllib
from collections.abc import Iterator
from importlib.resources import as_file
from pathlib import Path

import pytest

from khabar import demo
from khabar.pipeline import Ledger, read_editions
from tests.demonstration.exchange import Exchange, exchange_file

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def reports() -> Iterator[Path]:
    with as_file(demo.reports()) as path:
        yield path


@pytest.fixture(scope="session")
def exchange() -> Exchange:
    return Exchange(tomllib.loads((HERE / "exchange.toml").read_text("utf-8")))


@pytest.fixture(scope="session")
def kazakhstan(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger(tmp_path_factory.mktemp("ledger") / "demo.db") as ledger:
        ledger.add_readings(read_editions([reports]))
        yield ledger


@pytest.fixture(scope="session")
def peru(reports: Path, exchange: Exchange, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    folder = tmp_path_factory.mktemp("exchanged")
    exchange_file(reports, folder / "reports.jsonl", exchange, None)
    with Ledger(folder / "demo.db") as ledger:
        ledger.add_readings(read_editions([folder / "reports.jsonl"]))
        yield ledger


@pytest.fixture(scope="session")
def expected(tmp_path_factory: pytest.TempPathFactory, exchange: Exchange) -> dict[str, dict[str, object]]:
    """Country to what the ledger must answer."""
    exchanged = tmp_path_factory.mktemp("expected") / "expected-ledger.json"
    exchange_file(HERE / "expected-ledger.json", exchanged, exchange, None)
    return {
        "Kazakhstan": json.loads((HERE / "expected-ledger.json").read_text("utf-8")),
        "Peru": json.loads(exchanged.read_text("utf-8")),
    }
