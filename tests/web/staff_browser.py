"""Browsers in which a member of staff is signed in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from service.http.review.cookies import SESSION_COOKIE


@contextmanager
def page_of(browser: Browser, origin: str, token: str | None, **context: Any) -> Iterator[Page]:
    """A page that knows addresses of `origin`; `token`: of a session, None for nobody's."""
    with browser.new_context(base_url=origin, locale="ja-JP", **context) as fresh:
        if token is not None:
            cookie: Any = {"name": SESSION_COOKIE, "value": token, "path": "/review"}
            fresh.add_cookies([{**cookie, "domain": urlsplit(origin).hostname}])
        yield fresh.new_page()
