"""A ledger of the history made by hand, and the board on it."""

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from starlette.testclient import TestClient

from khabar.pipeline import Ledger
from khabar.web.app import create_app
from khabar.web.server import bound
from khabar.web.settings import Settings
from tests.relating.kazakhstan import history


@contextlib.contextmanager
def serving(settings: Settings) -> Iterator[str]:
    """A board on a free port of this machine, in a thread of its own."""
    listener = bound("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(create_app(settings), log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(20)


@pytest.fixture(scope="session")
def ledger_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("web") / "history.db"
    with Ledger(path) as ledger:
        ledger.add(*history())
    return path


@pytest.fixture(scope="session")
def served(ledger_file: Path) -> Iterator[str]:
    with serving(Settings(ledger=ledger_file)) as address:
        yield address


@pytest.fixture(scope="session")
def board(ledger_file: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(ledger=ledger_file)), raise_server_exceptions=False) as client:
        yield client
