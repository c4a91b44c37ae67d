"""axe finds nothing on any page in any state; nothing is cut off, hidden or too small."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

OpenPage = Callable[..., AbstractContextManager[Page]]
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
CONTROLS = "button, input:not([type=hidden]), textarea, select, summary"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# Every rule is run; what passes is not told of: on a long page that is most of the work.
AXE = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}

# name: (path, question to ask or None)
STATES: dict[str, tuple[str, str | None]] = {
    "empty": ("/", None),
    "empty-city": ("/toride", None),
    "answered": ("/toride", "コンビニ交付はいつから始まりましたか。"),
    "clarify": ("/", "計画の期間はいつまでですか。"),
    "not-found": ("/oyama", "今日の天気を教えてください。"),
    "refused": ("/toride", "私の電話番号は090-1234-5678です。"),
    "error": ("/joso", ""),
    "clear": ("/toride/clear", None),
    "sources": ("/sources", None),
    "source-toride": ("/sources/toride-4?from=3000&to=3200", None),
    "source-otawara": ("/sources/otawara-1?from=30000&to=30200", None),
    "source-joso": ("/sources/joso-3", None),
    "measures": ("/sources/toride-4/measures", None),
    "measure": ("/sources/otawara-1/measures/3-1-3-i", None),
    "404": ("/nowhere", None),
}


def reach(page: Page, question: str | None) -> None:
    """Ask the question, as a person would, and wait for the answer or the error."""
    if question is not None:
        page.fill("#question", question)
        page.press("#question", "Enter")
        page.wait_for_selector("li.turn, #error")


def unfold(page: Page) -> None:
    """Whatever is folded away is a state of the page, too."""
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(open_page: OpenPage, state: str) -> None:
    path, question = STATES[state]
    with open_page(path) as page:
        reach(page, question)
        unfold(page)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            found = Axe().run(page, options=AXE)
            assert found.violations_count == 0, f"{scheme}: {found.generate_report()}"


def test_axe_would_find_something(open_page: OpenPage) -> None:
    with open_page("/") as page:
        page.evaluate("document.querySelector('label[for=question]').remove()")
        found = Axe().run(page, options=AXE)
        assert [fault["id"] for fault in found.response["violations"]] == ["label"]


@pytest.mark.parametrize("state", STATES)
def test_nothing_is_wider_than_the_window(open_page: OpenPage, state: str) -> None:
    path, question = STATES[state]
    with open_page(path, width=320, height=256) as page:  # U-03
        reach(page, question)
        unfold(page)
        for width, height in ((320, 256), (768, 900), (1280, 900)):
            page.set_viewport_size({"width": width, "height": height})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, width


@pytest.mark.parametrize("state", ["empty", "answered", "clarify", "error", "404"])
def test_twice_the_text_size_fits(open_page: OpenPage, state: str) -> None:
    path, question = STATES[state]
    with open_page(path, width=640) as page:  # U-02
        reach(page, question)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate("document.documentElement.scrollWidth") <= 640


@pytest.mark.parametrize("state", ["empty", "answered", "clarify", "error", "404", "sources"])
def test_controls_are_large_enough_to_touch(open_page: OpenPage, state: str) -> None:
    path, question = STATES[state]
    with open_page(path, width=320) as page:
        reach(page, question)
        for control in page.query_selector_all(CONTROLS):
            if not control.is_visible():
                continue
            # A label round its control is pressed as one with it.
            box = control.evaluate(
                "e => { const { width, height } = (e.closest('label') ?? e).getBoundingClientRect()"
                "; return { width, height } }"
            )
            assert box["height"] >= 44, control.inner_text()  # U-05
            assert box["width"] >= 44, control.inner_text()


def test_text_is_never_small(open_page: OpenPage) -> None:
    with open_page("/sources/toride-4") as page:
        sizes = page.evaluate(
            "[...document.querySelectorAll('body *')].map("
            "e => parseFloat(getComputedStyle(e).fontSize))"
        )
        assert min(sizes) >= 14  # U-02


def test_high_contrast_keeps_bubbles_and_marks_visible(open_page: OpenPage) -> None:
    path, question = STATES["answered"]
    with open_page(path, forced_colors="active") as page:  # U-21
        reach(page, question)
        bubbles = page.query_selector_all(".turn__asked, .turn__told")
        assert len(bubbles) == 2
        for bubble in bubbles:
            width = bubble.evaluate("e => parseFloat(getComputedStyle(e).borderTopWidth)")
            assert width >= 1
    with open_page("/sources/toride-4?from=3000&to=3100", forced_colors="active") as page:
        outline = page.eval_on_selector("#cited", "e => getComputedStyle(e).outlineStyle")
        assert outline == "solid"
