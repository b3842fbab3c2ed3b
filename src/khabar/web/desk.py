"""The desk: asks the ledger in threads that each keep it open, so that no page waits for another and none waits for ever."""

import asyncio
import contextlib
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from khabar.pipeline import Ledger
from khabar.web.stopping import StoppedError, Work

T = TypeVar("T")
THREADS = 4
PATIENCE = 5.0
"""Seconds that an end waits for answers that are still being made."""


class Desk:
    """A ledger's file, asked by several threads.

    Args:
        path: the ledger; it is opened when first asked, in each thread.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="khabar-desk")
        self._local = threading.local()

    async def ask(self, question: Callable[[Ledger], T]) -> T:
        """What the question answers, asked in one of the threads. Who stops waiting stops the thread's work on it, too."""
        work: Work[T] = Work(lambda: self._answer(question, work))
        try:
            return await asyncio.get_running_loop().run_in_executor(self._pool, self._run, work)
        except asyncio.CancelledError:
            work.stop()
            raise

    def _answer(self, question: Callable[[Ledger], T], work: Work[T]) -> T:
        ledger = self._ledger()
        work.on_stop(ledger.interrupt)
        return question(ledger)

    def _run(self, work: Work[T]) -> T:
        try:
            return work.run()
        except StoppedError as e:
            self._drop()  # whatever it remembered may be half made
            raise TimeoutError("stopped: nobody waits for the answer any more") from e

    def _ledger(self) -> Ledger:
        if not hasattr(self._local, "ledger"):
            self._local.ledger = Ledger(self._path, create=False)
        found: Ledger = self._local.ledger
        return found

    def _drop(self) -> None:
        if hasattr(self._local, "ledger"):
            self._local.ledger.close()
            del self._local.ledger

    def close(self) -> None:
        """Closes the ledger in each thread that has it open, and ends the threads."""
        everyone = threading.Barrier(THREADS)
        for _ in range(THREADS):
            self._pool.submit(self._leave, everyone)
        self._pool.shutdown(wait=True)

    def _leave(self, everyone: threading.Barrier) -> None:
        with contextlib.suppress(threading.BrokenBarrierError):
            everyone.wait(PATIENCE)  # so that each of these comes to a thread of its own
        self._drop()
