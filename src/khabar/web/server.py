"""The board behind uvicorn, on a socket opened beforehand so that its port is known when it is told."""

import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from khabar.model.errors import UsageError
from khabar.pipeline import Ledger
from khabar.web.app import create_app
from khabar.web.settings import Settings

LOCAL = ("127.0.0.1", "localhost", "[::1]")


def run(ledger: Path, host: str, port: int, *, rulings_by: str | None, told: Callable[[str], None]) -> None:
    """Serves a ledger until interrupted; `told` hears the address. Raises LedgerError before anything is served."""
    Ledger(ledger, create=False).close()
    listener = bound(host, port)
    app = create_app(Settings(ledger=ledger, rulings_by=rulings_by, hosts=hosts(host)))
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=2
    )
    shown = f"[{host}]" if ":" in host else host
    told(f"http://{shown}:{listener.getsockname()[1]}/")
    uvicorn.Server(config).run(sockets=[listener])


def bound(host: str, port: int) -> socket.socket:
    """A listening socket. Raises UsageError where the port is taken or the address is none of this machine's."""
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as e:
        raise UsageError(f"cannot listen on {host} port {port}: {e.strerror or e}; --port 0 takes a free one") from None


def hosts(host: str) -> tuple[str, ...]:
    """The names under which the board may be asked for. One open to every address takes every name."""
    return ("*",) if host in {"0.0.0.0", "::"} else (*LOCAL, f"[{host}]" if ":" in host else host)  # noqa: S104
