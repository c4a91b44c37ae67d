"""The whole way of a question in a browser: with and without script, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import Page, expect

OpenPage = Callable[..., AbstractContextManager[Page]]
QUESTION = "コンビニ交付はいつから始まりましたか。"


@pytest.mark.parametrize("script", [True, False])
def test_ask_and_read_with_and_without_script(open_page: OpenPage, script: bool) -> None:
    with open_page("/", java_script_enabled=script) as page:
        page.select_option("#city", "toride")
        page.fill("#question", QUESTION)
        page.get_by_role("button", name="質問する").click()
        log = page.get_by_role("log")
        expect(log).to_contain_text(QUESTION)
        expect(log).to_contain_text("計画に書かれているところ")
        expect(page.locator("#city")).to_have_value("toride")
        page.get_by_role("link", name="計画のこの部分を読む").first.click()
        expect(page.locator("#cited")).to_be_in_viewport()


def test_everything_by_keyboard(open_page: OpenPage) -> None:
    with open_page("/toride") as page:  # U-07
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="本文へ移動")).to_be_focused()
        expect(page.get_by_role("link", name="本文へ移動")).to_be_in_viewport()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        expect(page.locator("#question")).to_be_focused()
        page.keyboard.type(QUESTION)
        with page.expect_navigation():
            page.keyboard.press("Enter")
        first = page.locator("main summary").first
        _tab_to(page, first)
        opened = page.locator("main details").first
        expect(opened).to_have_attribute("open", "")
        page.keyboard.press("Enter")
        expect(opened).not_to_have_attribute("open", "")
        page.keyboard.press("Enter")
        link = page.get_by_role("link", name="計画のこの部分を読む").first
        _tab_to(page, link)
        with page.expect_navigation():
            page.keyboard.press("Enter")
        expect(page.locator("#cited")).to_be_in_viewport()


def _tab_to(page: Page, target: object) -> None:
    for _ in range(30):
        page.keyboard.press("Tab")
        if target.evaluate("e => e === document.activeElement"):  # type: ignore[attr-defined]
            return
    raise AssertionError("thirty Tabs do not lead there")


@pytest.mark.parametrize("height", [256, 900])
def test_each_tab_stop_is_visible_and_has_a_focus_ring(open_page: OpenPage, height: int) -> None:
    with open_page("/toride", width=320, height=height) as page:  # U-04, U-06
        page.fill("#question", QUESTION)
        with page.expect_navigation():
            page.keyboard.press("Enter")
        stops = 0
        for _ in range(40):
            page.keyboard.press("Tab")
            state = page.evaluate(
                """() => {
                    const e = document.activeElement
                    if (e === document.body) return null
                    const box = e.getBoundingClientRect(), style = getComputedStyle(e)
                    const x = box.left + box.width / 2
                    const y = Math.min(Math.max(box.top, 1) + 4, innerHeight - 1)
                    const top = document.elementFromPoint(x, y)
                    return {
                        seen: e.contains(top) || top?.contains(e) || false,
                        ring: parseFloat(style.outlineWidth), name: e.outerHTML.slice(0, 80),
                    }
                }"""
            )
            if state is None:
                break
            stops += 1
            assert state["seen"], state["name"]
            assert state["ring"] >= 4, state["name"]
        assert stops > 5


def test_after_an_error_the_input_has_focus_and_its_words(open_page: OpenPage) -> None:
    with open_page("/toride") as page:
        page.fill("#question", "あ" * 301)
        with page.expect_navigation():
            page.keyboard.press("Enter")
        expect(page).to_have_title("エラー：取手市の計画について質問する｜まどぐち")
        expect(page.locator("#question")).to_be_focused()  # U-12
        expect(page.locator("#question")).to_have_value("あ" * 301)
        expect(page.locator("#error")).to_be_visible()


def test_a_city_asked_back_is_chosen_by_one_tap(open_page: OpenPage) -> None:
    with open_page("/") as page:
        page.fill("#question", "計画の期間はいつまでですか。")
        page.get_by_role("button", name="質問する").click()
        page.get_by_role("button", name="取手市").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("取手市")
        expect(page.get_by_role("log")).to_contain_text("計画の期間はいつまでですか。")


def test_nothing_is_kept_in_the_browser_and_no_question_in_an_address(
    open_page: OpenPage,
) -> None:
    with open_page("/toride") as page:
        page.fill("#question", QUESTION)
        page.get_by_role("button", name="質問する").click()
        page.wait_for_load_state()
        assert page.context.cookies() == []
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0
        assert page.url.endswith("/toride")


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_a_cited_passage_is_scrolled_to(open_page: OpenPage, width: int) -> None:
    with open_page("/sources/toride-4?from=28700&to=28760#cited", width=width) as page:
        expect(page.locator("#cited")).to_be_in_viewport()
    with open_page("/sources/otawara-1?from=40000&to=40100#cited", width=width) as page:
        expect(page.locator("#cited")).to_be_in_viewport()


def test_contents_lead_to_their_heading(open_page: OpenPage) -> None:
    with open_page("/sources/toride-4") as page:
        page.locator("nav summary").click()
        page.get_by_role("link", name="用語解説").last.click()
        expect(page.get_by_role("heading", name="用語解説").last).to_be_in_viewport()
