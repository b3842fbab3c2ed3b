"""The desk: asks the ledger in threads that each keep it open, so that no page waits for another and none waits for ever."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from khabar.pipeline import Ledger

T = TypeVar("T")
THREADS = 4


class Desk:
    """A ledger's file, asked by several threads.

    Args:
        path: the ledger; it is opened when first asked, in each thread.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="khabar-desk")
        self._local = threading.local()
        self._open: list[Ledger] = []

    async def ask(self, question: Callable[[Ledger], T]) -> T:
        """What the question answers, asked in one of the threads."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, lambda: question(self._ledger()))

    def _ledger(self) -> Ledger:
        if not hasattr(self._local, "ledger"):
            self._local.ledger = Ledger(self._path, create=False)
            self._open.append(self._local.ledger)
        found: Ledger = self._local.ledger
        return found

    def close(self) -> None:
        """Ends the threads. Each one's connection goes with it."""
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._open.clear()
