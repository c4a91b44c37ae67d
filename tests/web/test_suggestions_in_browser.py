"""Questions suggested while one types: walked through by keyboard, never in the way."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

from playwright.sync_api import Page, expect

from tests.web.axe import violations
from tests.web.events import KEY, LISTEN

OpenPage = Callable[..., AbstractContextManager[Page]]


def test_suggestions_are_walked_through_by_arrow_keys(open_page: OpenPage) -> None:
    with open_page("/") as page:
        page.evaluate(LISTEN)
        question, options = page.locator("#question"), page.locator("#suggestions li")
        box = page.get_by_role("listbox")
        question.press_sequentially("こんびに")
        expect(options.first).to_contain_text("コンビニ")
        expect(options.first).to_contain_text("市")  # of several cities: which one
        assert "候補が" in page.evaluate("heard")[-1][1]
        question.press("Escape")
        expect(box).to_be_hidden()
        question.press("Backspace")
        expect(options.first).to_be_visible()
        question.evaluate(KEY, ["keydown", {"key": "ArrowDown", "isComposing": True}])
        expect(question).not_to_have_attribute("aria-activedescendant", "suggestion-0")
        question.press("ArrowDown")
        question.press("ArrowDown")
        expect(question).to_have_attribute("aria-activedescendant", "suggestion-1")
        assert not violations(page)
        expect(options.nth(1)).to_have_attribute("aria-selected", "true")
        expect(question).to_be_focused()
        question.press("k")
        expect(question).not_to_have_attribute("aria-activedescendant", "suggestion-1")
        question.press("Backspace")
        expect(options.first).to_be_visible()
        question.press("ArrowDown")
        question.press("Enter")
        expect(page.locator("li[data-status=answered]")).to_have_count(1)
        expect(page.locator("#city")).not_to_have_value("")
        expect(box).to_be_hidden()
        question.press_sequentially("こんびに")
        expect(options.first).to_be_visible()
        options.first.click()
        expect(page.locator("li[data-status]")).to_have_count(2)
