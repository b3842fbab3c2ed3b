import threading
import time
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from khabar.pipeline import Ledger
from khabar.web import checking
from khabar.web.app import create_app
from khabar.web.settings import Settings
from khabar.web.stopping import StoppedError, Work
from tests.relating.kazakhstan import history


def forever() -> None:
    while True:
        sum(range(50))


def test_work_that_never_ends_is_stopped_and_its_thread_goes_on() -> None:
    work, seen = Work(forever), list[type[BaseException]]()

    def run() -> None:
        try:
            work.run()
        except StoppedError as e:
            seen.append(type(e))

    thread = threading.Thread(target=run)
    thread.start()
    time.sleep(0.1)
    work.stop()
    thread.join(5)

    assert not thread.is_alive()
    assert seen == [StoppedError]


def test_work_stopped_before_it_began_is_not_done() -> None:
    done: list[int] = []
    work = Work(lambda: done.append(1))
    work.stop()

    with pytest.raises(StoppedError):
        work.run()
    assert done == []


def test_work_that_is_over_cannot_be_stopped() -> None:
    work = Work(lambda: 3)

    assert work.run() == 3
    work.stop()
    assert sum(range(10_000)) == 49_995_000


def test_an_answer_out_of_time_stops_its_thread_and_the_next_question_is_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Ledger(tmp_path / "own.db") as ledger:
        ledger.add(*history())
    running = threading.Event()

    def slow(*_: object, **__: object) -> None:
        running.set()
        try:
            forever()
        finally:
            running.clear()

    real = checking.read
    with TestClient(create_app(Settings(ledger=tmp_path / "own.db", max_seconds=0.5))) as client:
        monkeypatch.setattr(checking, "read", slow)
        late = [
            client.post("/api/v1/read", json={"text": "x"}).status_code for _ in range(6)
        ]  # more than there are threads
        monkeypatch.setattr(checking, "read", real)

        assert late == [503] * 6
        assert client.get("/board.json", params={"as_of": "2022-01-16"}).json()["focus"]["standing"] == [225]
        time.sleep(0.1)
        assert not running.is_set()
