"""Work that can be stopped: an answer nobody waits for any more must not go on in its thread.

Two means together: what SQLite computes is interrupted, and the thread is sent an exception that it meets at its next step of
Python. Both reach work that knows nothing of them, so that no part of the program has to look at a clock.
"""

import contextlib
import ctypes
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class StoppedError(BaseException):
    """The work was stopped. No `Exception`: nobody who catches mistakes is to catch it."""


class Work(Generic[T]):
    """A piece of work that another thread may stop.

    Args:
        do: what is to be done, once.
    """

    def __init__(self, do: Callable[[], T]) -> None:
        self._do = do
        self._lock = threading.Lock()
        self._thread: int | None = None
        self._interrupt: Callable[[], None] | None = None
        self.stopped = False

    def run(self) -> T:
        """Does it, in this thread. Raises StoppedError where it was stopped, before or meanwhile."""
        try:
            try:
                self._begin()
                return self._do()
            finally:
                self._end()
        except BaseException as e:
            if self.stopped:
                raise StoppedError from e
            raise

    def on_stop(self, interrupt: Callable[[], None]) -> None:
        """What is called, in the thread that stops it, to interrupt what is under way outside of Python."""
        with self._lock:
            self._interrupt = interrupt

    def stop(self) -> None:
        """Ends it as soon as can be; nothing where it is over."""
        with self._lock:
            if self.stopped:
                return
            self.stopped = True
            if self._thread is not None:
                _send(self._thread, StoppedError)
                if self._interrupt:
                    with contextlib.suppress(Exception):  # the connection may be closed by now
                        self._interrupt()

    def _begin(self) -> None:
        with self._lock:
            if self.stopped:
                raise StoppedError
            self._thread = threading.get_ident()

    def _end(self) -> None:
        with self._lock:
            self._thread = None
            if self.stopped:
                _send(threading.get_ident(), None)  # what is still on its way must not hit the next piece of work


def _send(thread: int, error: type[BaseException] | None) -> None:
    """Raises an error in a thread at its next step; None takes back one that was not raised yet."""
    raised = ctypes.py_object(error) if error else None
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), raised)
