"""The search lab and the viewer of passages."""

from __future__ import annotations

from playwright.sync_api import Page

from service.http.parts import Parts
from tests.web.review_states import ReviewState


def _asked(page: Page) -> None:
    page.fill("#field-question", "コンビニ交付はいつから始まりましたか。")
    page.select_option("#field-k", "5")
    page.press("#field-question", "Tab")
    page.click("form.form button.button")
    page.wait_for_selector("#found")


def _refused(page: Page) -> None:
    page.fill("#field-question", "私の電話番号は090-1234-5678です。")
    page.click("form.form button.button")
    page.wait_for_selector("#field-question-error")


def _filtered(page: Page) -> None:
    page.fill("#field-words", "コンビニ")
    page.click(".filter button.button")
    page.wait_for_selector("table")


def _entry(parts: Parts) -> str:
    return "/review/passages/toride-4/faq/0001"


STATES = {
    "search": ReviewState("/review/search", _asked),
    "search-refused": ReviewState("/review/search", _refused, is_variant=True),
    "plans": ReviewState("/review/passages", is_variant=True),
    "passages": ReviewState("/review/passages/toride-4", _filtered),
    "passage": ReviewState(_entry),
}
