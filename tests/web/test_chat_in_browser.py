"""The whole way of a question in a browser: with and without script, by mouse and by keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import Locator, Page, expect

OpenPage = Callable[..., AbstractContextManager[Page]]
QUESTION = "コンビニ交付はいつから始まりましたか。"
CITY_NEEDED = "計画の期間はいつまでですか。"


@pytest.mark.meets("U-17")
@pytest.mark.parametrize("script", [True, False])
def test_ask_and_read_with_and_without_script(open_page: OpenPage, script: bool) -> None:
    with open_page("/", java_script_enabled=script) as page:
        page.select_option("#city", "toride")
        page.fill("#question", QUESTION)
        page.click("#send")
        log = page.get_by_role("log")
        expect(log).to_contain_text(QUESTION)
        expect(log).to_contain_text("計画に書かれているところ")
        expect(page.locator("#city")).to_have_value("toride")
        page.reload()
        expect(log.locator("li[data-status]")).to_have_count(1)
        expect(page.locator("#city")).to_have_value("toride")
        page.get_by_role("link", name="計画のこの部分を読む").first.click()
        expect(page.locator("#cited")).to_be_in_viewport(timeout=20_000)
        page.go_back()
        expect(log.locator("li[data-status]")).to_have_count(1)  # Back sends nothing again


@pytest.mark.meets("U-17")
def test_without_its_script_the_form_is_sent_by_the_browser(open_page: OpenPage) -> None:
    with open_page("/clear") as page:
        page.context.route("**/js/chat/sending.js", lambda route: route.fulfill(status=404))
        page.goto("/toride")
        page.fill("#question", QUESTION)
        with page.expect_navigation():
            page.click("#send")
        expect(page.locator("li[data-status=answered]")).to_be_visible()
    with open_page("/toride") as page:  # something else answers in our place
        strange = {"status": 200, "content_type": "text/html", "body": "<p>proxy</p>"}
        page.route(
            "**/toride",
            lambda route: (
                route.fulfill(**strange)
                if "madoguchi-fragment" in route.request.headers
                else route.continue_()
            ),
        )
        page.fill("#question", QUESTION)
        with page.expect_navigation():
            page.click("#send")
        expect(page.locator("li[data-status=answered]")).to_be_visible()


@pytest.mark.meets("U-07", "U-12")
def test_everything_by_keyboard(open_page: OpenPage) -> None:
    with open_page("/toride") as page:
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="本文へ移動")).to_be_focused()
        expect(page.get_by_role("link", name="本文へ移動")).to_be_in_viewport()
        page.keyboard.press("Enter")
        question = page.locator("#question")
        _tab_to(page, question)
        page.keyboard.type("コンビニ交付は")
        page.keyboard.press("Shift+Enter")
        page.keyboard.type("いつからですか。")
        expect(question).to_have_value("コンビニ交付は\nいつからですか。")
        page.keyboard.press("Enter")
        turn = page.locator("li[data-status]")
        expect(turn).to_have_count(1)
        expect(question).to_be_focused()
        expect(question).to_have_value("")
        for _ in range(3):  # a tap that takes its own button away leaves the focus in the log
            page.keyboard.press("Shift+Tab")
        summary = turn.locator(".source summary").first
        _tab_to(page, summary, back=True)
        opened = turn.locator(".source").first
        expect(opened).to_have_attribute("open", "")
        page.keyboard.press("Enter")
        expect(opened).not_to_have_attribute("open", "")
        no = turn.locator(".vote__no > summary")
        _tab_to(page, no)
        page.keyboard.press("Enter")
        _tab_to(page, turn.get_by_role("radio").first)
        page.keyboard.press("ArrowDown")
        _tab_to(page, turn.locator("[name=comment]"))
        page.keyboard.type("090-1234-5678")
        _tab_to(page, turn.get_by_role("button", name="意見を送る"))
        page.keyboard.press("Enter")
        expect(turn.locator("[name=comment]")).to_be_focused()
        expect(turn.locator(".vote__trouble")).to_contain_text("個人情報")
        page.keyboard.press("Control+a")
        page.keyboard.type("短くてよい")
        _tab_to(page, turn.get_by_role("button", name="意見を送る"))
        page.keyboard.press("Enter")
        expect(turn.locator(".vote__thanks")).to_be_focused()
        _tab_to(page, page.get_by_role("link", name="会話を消す"))
        page.keyboard.press("Enter")
        page.wait_for_url("**/toride/clear")
        _tab_to(page, page.get_by_role("button", name="消す", exact=True))
        page.keyboard.press("Enter")
        expect(page.get_by_text("会話を消しました。")).to_be_visible()
        expect(turn).to_have_count(0)


def _tab_to(page: Page, target: Locator, back: bool = False) -> None:
    for _ in range(40):
        if target.evaluate("e => e === document.activeElement"):
            return
        page.keyboard.press("Shift+Tab" if back else "Tab")
    raise AssertionError("forty Tabs do not lead there")


@pytest.mark.meets("U-04", "U-06")
@pytest.mark.parametrize("height", [256, 900])
def test_each_tab_stop_is_visible_and_has_a_focus_ring(open_page: OpenPage, height: int) -> None:
    with open_page("/toride", width=320, height=height) as page:
        _ask(page, QUESTION)
        position = page.locator("#composer").evaluate("e => getComputedStyle(e).position")
        assert (position == "sticky") == (height == 900)
        page.evaluate("document.querySelector('#main').focus()")
        stops = 0
        for _ in range(60):
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
        assert stops > 8


def _ask(page: Page, question: str) -> None:
    page.fill("#question", question)
    page.press("#question", "Enter")
    page.wait_for_selector("li[data-status]")


@pytest.mark.meets("U-12", "U-16")
@pytest.mark.parametrize("script", [True, False])
def test_after_an_error_the_input_has_focus_and_its_words(
    open_page: OpenPage, script: bool
) -> None:
    with open_page("/toride", java_script_enabled=script) as page:
        page.fill("#question", "あ" * 301)
        page.click("#send")
        error = page.locator("#error")
        expect(error).to_have_text(re.compile("^エラー：.*301"))
        question = page.locator("#question")
        expect(question).to_be_focused()
        expect(question).to_have_value("あ" * 301)
        expect(question).to_have_attribute("aria-describedby", "error hint")
        if not script:
            expect(page).to_have_title("エラー：取手市の計画について質問する｜まどぐち")
            return
        _ask(page, QUESTION)
        expect(error).to_have_count(0)
        expect(question).not_to_have_attribute("aria-invalid", "true")


def test_taps_ask_and_a_city_asked_back_is_chosen_by_one(open_page: OpenPage) -> None:
    with open_page("/") as page:
        _ask(page, CITY_NEEDED)
        page.get_by_role("button", name="取手市").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("取手市")
        turns = page.locator("li[data-status]")
        expect(turns).to_have_count(2)  # the conversation came along
        page.locator(".choices button").first.click()
        expect(turns).to_have_count(3)
        expect(page.locator(".choices")).to_have_count(turns.last.locator(".choices").count())
        assert page.evaluate("document.activeElement.closest('#log') !== null")
    with open_page("/toride") as page:
        page.locator(".topic summary").first.click()
        page.locator(".topic button").first.click()
        expect(page.locator("li[data-status=answered]")).to_have_count(1)
        expect(page.locator("[data-before]")).to_have_count(0)


def test_only_a_session_cookie_is_kept_and_no_question_in_an_address(open_page: OpenPage) -> None:
    with open_page("/toride") as page:
        _ask(page, QUESTION)
        (cookie,) = page.context.cookies()
        assert cookie["httpOnly"]
        assert cookie["expires"] == -1
        assert cookie["sameSite"] == "Lax"
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0
        assert page.url.endswith("/toride")


def test_a_draft_survives_a_change_of_language_and_is_kept_nowhere(open_page: OpenPage) -> None:
    with open_page("/toride") as page:
        page.fill("#question", "書きかけの質問")
        page.locator(".settings summary").click()
        page.get_by_role("link", name="English").click()
        expect(page.locator("html")).to_have_attribute("lang", "en")
        expect(page.locator("#question")).to_have_value("書きかけの質問")
        assert page.evaluate("sessionStorage.length") == 0
        page.locator(".settings summary").click()
        page.get_by_role("button", name="Dark").click()
        expect(page.locator("html")).to_have_attribute("data-theme", "dark")
        expect(page.locator("#question")).to_have_value("書きかけの質問")


@pytest.mark.parametrize("path", ["/", "/toride"])
def test_the_page_is_light_and_is_painted_before_any_script(open_page: OpenPage, path: str) -> None:
    with open_page("/clear") as page:
        sizes: dict[str, int] = {}
        page.on("requestfinished", lambda r: sizes.update({r.url: r.sizes()["responseBodySize"]}))
        page.goto(path, wait_until="networkidle")
        assert len(sizes) > 10
        assert sum(sizes.values()) <= 120 * 1024
        # Modules wait for the page to be read; whatever else were there would hold it up.
        assert page.locator("script:not([type=module])").count() == 0
    with open_page(path, java_script_enabled=False) as page:
        expect(page.locator("#question")).to_be_in_viewport()
