"""Debian's chromium driven by playwright; where there is none, the tests that need it say so and are skipped."""

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = os.environ.get("KHABAR_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
NEEDS = pytest.mark.skipif(
    CHROMIUM is None, reason="no chromium here: apt-get install chromium, or name one in KHABAR_CHROMIUM"
)
QUIET = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]


@contextlib.contextmanager
def browsing(folder: Path) -> Iterator[Any]:
    """A browser with a fresh user data folder, that knows no network but this machine."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  absent where the browser tests are skipped

    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            folder, executable_path=CHROMIUM, args=QUIET, viewport={"width": 1280, "height": 900}
        )
        yield context
        context.close()
