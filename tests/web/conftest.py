"""A ledger of the history made by hand, and the board on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.relating.kazakhstan import history

from khabar.pipeline import Ledger
from khabar.web.app import create_app
from khabar.web.settings import Settings


@pytest.fixture(scope="session")
def ledger_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("web") / "history.db"
    with Ledger(path) as ledger:
        ledger.add(*history())
    return path


@pytest.fixture(scope="session")
def board(ledger_file: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(ledger=ledger_file)), raise_server_exceptions=False) as client:
        yield client
