"""Debian's Chromium before the real service: real pages, real style sheets, real answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from service.counter import Counter
from service.http import create_app
from service.settings import Settings
from tests.serving import served

# The shell renders as the browser does and starts no windows of its own: a quarter less to compute.
SHELL, CHROMIUM = Path("/usr/bin/chromium-headless-shell"), Path("/usr/bin/chromium")

OpenPage = Callable[..., AbstractContextManager[Page]]


@pytest.fixture(scope="session")
def origin(settings: Settings, counter: Counter) -> Iterator[str]:
    """The service on a free port of this machine."""
    with served(create_app(settings, counter)) as origin:
        yield origin


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = SHELL if SHELL.exists() else CHROMIUM
    if not chromium.exists():
        pytest.fail(
            f"{SHELL} is missing: apt-get install chromium-headless-shell fonts-noto-cjk",
            pytrace=False,
        )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium,
            args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def open_page(browser: Browser, origin: str) -> OpenPage:
    """A page in a fresh context; at its end no request may have left the origin."""

    @contextmanager
    def open_(
        path: str = "/", width: int = 768, height: int = 900, **context: Any
    ) -> Iterator[Page]:
        with browser.new_context(
            viewport={"width": width, "height": height}, base_url=origin, locale="ja-JP", **context
        ) as fresh:
            page = fresh.new_page()
            requested: list[str] = []
            faults: list[str] = []
            page.on("request", lambda request: requested.append(request.url))
            page.on("console", lambda said: faults.append(said.text))
            page.on("pageerror", lambda error: faults.append(str(error)))
            page.goto(path)
            yield page
            assert all(url.startswith(origin) for url in requested), requested
            # A 4xx page is reported on the console, too, and so is a network that a test cut off;
            # whatever else is said there is a fault.
            meant = ("status of 4", "net::ERR_FAILED", "net::ERR_INTERNET_DISCONNECTED")
            assert not [fault for fault in faults if not any(one in fault for one in meant)]

    return open_
