"""What every state shares is in `test_every_state.py`; here is what one state each shows."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import Page

from service.http.pages.preferences import Language
from tests.web.axe import violations
from tests.web.states import STATES, reach

OpenPage = Callable[..., AbstractContextManager[Page]]


def test_axe_would_find_something(open_page: OpenPage) -> None:
    with open_page("/") as page:
        page.evaluate("document.querySelector('label[for=question]').remove()")
        assert "label" in violations(page)


@pytest.mark.meets("U-21")
def test_forced_colours_keep_bubbles_and_marks_visible(open_page: OpenPage) -> None:
    with open_page("/healthz", forced_colors="active") as page:
        reach(page, STATES["answered"], Language.JAPANESE)
        bubbles = page.query_selector_all(".turn__asked, .turn__told")
        assert len(bubbles) == 2
        for bubble in bubbles:
            width = bubble.evaluate("e => parseFloat(getComputedStyle(e).borderTopWidth)")
            assert width >= 1
        page.goto("/sources/toride-4?from=3000&to=3100")
        outline = page.eval_on_selector("#cited", "e => getComputedStyle(e).outlineStyle")
        assert outline == "solid"


@pytest.mark.meets("R-02")
def test_furigana_is_switched_by_a_button_that_says_its_state(open_page: OpenPage) -> None:
    with open_page("/toride") as page:
        assert page.locator("ruby").count() == 0  # off: none is sent, not one hidden
        switch = page.locator("button[name=furigana]")
        for pressed in ("false", "true"):
            page.locator(".settings summary").click()
            assert switch.get_attribute("aria-pressed") == pressed
            with page.expect_navigation():
                switch.click()
            assert (page.locator("ruby").count() > 0) is (pressed == "false")
