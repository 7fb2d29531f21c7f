"""What tests of several folders need."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest

FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="module")  # while it lasts, no other test may run an event loop
def chromium() -> Iterator[Any]:
    """A headless Chromium, driven by Playwright."""
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("there is no Chromium: install the package 'chromium'")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()
