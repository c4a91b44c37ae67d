"""Signing in, one's own account, users, the log of changes."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.web.review_states import ReviewState


def _refused(page: Page) -> None:
    page.fill("#field-login", "nobody")
    page.fill("#field-password", "wrong")
    page.press("#field-password", "Enter")
    page.wait_for_selector("#field-login-error")


STATES = {
    "login": ReviewState("/review/login", None, None),
    "login-refused": ReviewState("/review/login", _refused, None),
    "missing": ReviewState("/review/nowhere"),
}
