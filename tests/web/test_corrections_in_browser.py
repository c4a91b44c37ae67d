"""Writing a correction by keyboard: passages found in place, lines counted, nothing lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Route, expect

from service.accounts import Role
from tests.web.staff_browser import page_of
from tests.web.test_every_review_state import Desk, desk

__all__ = ["desk"]


@pytest.mark.meets("U-07", "U-17")
def test_passages_are_picked_in_place_and_without_script_the_same(
    browser: Browser, desk: Desk
) -> None:
    with page_of(browser, desk.origin, desk.tokens[Role.REVIEWER]) as page:
        page.goto("/review/corrections/new")
        page.fill("#field-forms", "窓口はどこですか\n窓口の場所は")
        expect(page.locator('[data-lines-of="field-forms"]')).to_have_text("いま2件")
        page.evaluate("document.body.dataset.same = 'yes'")  # gone if the page is loaded anew
        page.fill("#field-passages-query", "情報セキュリティ")
        page.press("#field-passages-query", "Enter")
        status = page.locator(".picker__state")
        expect(status).to_have_text("8件見つかりました。")
        expect(page.locator("#field-passages-query")).to_be_focused()
        first = page.locator(".picker__item input").first
        chosen = first.get_attribute("value")
        first.press("Space")
        page.fill("#field-passages-query", "研修")
        page.press("#field-passages-query", "Enter")
        expect(page.locator(".picker__item input:checked")).to_have_count(1)
        assert page.locator(".picker__item input:checked").get_attribute("value") == chosen
        assert page.evaluate("document.body.dataset.same") == "yes"
        assert page.input_value("#field-forms") == "窓口はどこですか\n窓口の場所は"

        # A network that fails leaves the form to the browser.
        def fail_fetches(route: Route) -> None:
            if route.request.resource_type == "fetch":
                route.abort()
            else:
                route.continue_()

        page.route("**/review/corrections/new", fail_fetches)
        page.get_by_role("button", name="文章を探す").click()
        expect(page.locator("body[data-same]")).to_have_count(0)
        assert page.input_value("#field-forms").split() == ["窓口はどこですか", "窓口の場所は"]
        expect(page.locator(".picker__item input:checked")).to_have_count(1)
