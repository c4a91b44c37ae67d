"""A visit to the kiosk in a browser: touched, typed, left alone, cut off, taken along."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import Page, expect

from tests.web.axe import violations

OpenPage = Callable[..., AbstractContextManager[Page]]
PORTRAIT, LANDSCAPE = (1080, 1920), (1280, 800)
IDLE_MS, WARNING_MS = 90_000, 30_000


# To touch: 56 px; words within a sentence that explain themselves are as high as their line.
SMALL_TO_TOUCH = """() => [...document.querySelectorAll(
    'button, a.tile, a[class], summary'
)].filter(e => {
    if (!e.checkVisibility() || e.matches('.skip, .term')) return false
    if (getComputedStyle(e).display === 'inline') return false
    const box = e.getBoundingClientRect()
    return box.height && (box.height < 55.9 || box.width < 55.9)
}).map(e => e.outerHTML.slice(0, 120))"""
SMALL_TO_READ = """() => [...document.querySelectorAll('main *, .bar *, .top *')].filter(
    e => e.checkVisibility() && e.innerText && !e.closest('rt, rp, .unseen, svg')
        && parseFloat(getComputedStyle(e).fontSize) < 20).map(e => e.outerHTML.slice(0, 120))"""


def ask(page: Page) -> None:
    """By touch alone: a topic, then its first question."""
    page.locator(".tile").first.tap()
    page.wait_for_url("**/topics/*")
    page.locator("form.lower .tile").first.tap()
    expect(page.locator(".turn")).to_have_count(1)


@pytest.mark.meets("K-01", "K-05", "K-06", "K-07")
@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE])
def test_a_visit_by_touch_alone(open_page: OpenPage, size: tuple[int, int]) -> None:
    width, height = size
    with open_page("/kiosk/toride", width=width, height=height, has_touch=True) as page:
        end = page.get_by_role("button", name="終わる・消す").first
        place = end.bounding_box()

        def look() -> None:
            expect(end).to_be_in_viewport()
            assert end.bounding_box() == place
            assert not page.evaluate(SMALL_TO_TOUCH)
            assert not page.evaluate(SMALL_TO_READ)
            # How it looks elsewhere is in `test_every_state`.
            assert size == LANDSCAPE or not violations(page)
            away = page.locator("a[href^='http']:not([href^='http://127.0.0.1'])")
            assert away.count() == 0
            assert page.evaluate("document.documentElement.scrollWidth") <= width

        look()
        tiles = [one.bounding_box() for one in page.locator(".tile").all()]
        assert all(box and box["height"] >= 76 for box in tiles)
        gaps = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.tiles')).gap)")
        assert gaps >= 8
        page.locator(".tile").first.tap()
        page.wait_for_url("**/topics/*")
        look()
        page.locator("form.lower .tile").first.tap()
        expect(page.locator(".turn")).to_have_count(1)
        look()
        page.locator(".source__link").first.tap()
        page.wait_for_url("**/kiosk/toride/sources/**")
        expect(page.locator("#cited")).to_be_in_viewport()
        look()
        page.locator("#find").fill("コンビニ")
        page.locator(".find__send").tap()
        expect(page.locator("#find-result")).to_be_in_viewport()
        page.get_by_role("link", name="答えにもどる").tap()
        expect(page.locator(".turn")).to_have_count(1)
        page.get_by_role("button", name="スマートフォンで持ち帰る").tap()
        page.wait_for_url("**/take/*")
        look()
        address = page.locator("[data-address]").get_attribute("data-address")
        assert address is not None
        expect(page.locator(".code svg")).to_be_visible()
        with page.context.browser.new_context() as phone_context:  # type: ignore[union-attr]
            phone = phone_context.new_page()
            phone.goto(address)
            expect(phone.locator(".answer")).to_be_visible()
            assert not violations(phone)


@pytest.mark.meets("K-03", "K-04", "K-05", "U-28")
def test_the_end_leaves_nothing(open_page: OpenPage) -> None:
    with open_page("/kiosk/toride?size=large&furigana=on", *PORTRAIT, has_touch=True) as page:
        ask(page)
        assert all(cookie["expires"] == -1 for cookie in page.context.cookies())
        assert len(page.context.cookies()) == 2
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0
        assert page.evaluate("history.length") <= 2  # the blank page of the browser, and ours
        turn = page.locator(".turn").get_attribute("id")
        assert turn is not None
        page.get_by_role("button", name="終わる・消す").first.tap()
        expect(page.locator(".welcome")).to_be_visible()
        assert page.context.cookies() == []
        root = page.locator("html")
        expect(root).to_have_attribute("data-size", "normal")
        expect(root).to_have_attribute("data-furigana", "off")
        for step in (page.go_back, page.go_forward):
            step()
            assert turn not in page.content()
        page.goto("/kiosk/toride")
        assert turn not in page.content()


@pytest.mark.meets("K-02", "K-03")
def test_left_alone_it_asks_and_then_erases(open_page: OpenPage) -> None:
    with open_page("/kiosk/toride", *PORTRAIT, has_touch=True) as page:
        page.clock.install()
        page.goto("/kiosk/toride")
        still = page.get_by_role("alertdialog")
        page.clock.run_for(IDLE_MS + 5_000)
        expect(still).to_be_hidden()  # nothing has begun
        ask(page)
        for _ in range(11):
            page.clock.run_for(IDLE_MS + 1_000)
            expect(still).to_be_visible()
            expect(page.get_by_role("button", name="続けて使う")).to_be_focused()
            expect(still).to_contain_text("30秒後に")
            page.get_by_role("button", name="続けて使う").tap()
            expect(still).to_be_hidden()
        expect(page.locator(".turn")).to_have_count(1)
        page.clock.run_for(IDLE_MS + 1_000)
        assert not violations(page)
        page.clock.run_for(WARNING_MS - 5_000)
        expect(still).to_be_visible()
        page.clock.run_for(6_000)
        expect(page.locator(".welcome")).to_be_visible()
        assert page.context.cookies() == []


@pytest.mark.meets("K-07")
def test_kana_are_typed_by_touch(open_page: OpenPage) -> None:
    with open_page("/kiosk/toride/write", *LANDSCAPE, has_touch=True) as page:
        field = page.locator("#question")
        expect(field).to_be_focused()
        expect(field).to_have_attribute("inputmode", "none")
        board = page.locator(".keys__board:visible")

        def touch(signs: str) -> None:
            for sign in signs:
                board.locator(f'[data-types="{sign}"]').tap()

        def does(what: str) -> None:
            page.locator(f'[data-does="{what}"]').tap()

        touch("こんひ")
        does("voiced")
        touch("に")
        expect(field).to_have_value("こんびに")
        does("semivoiced")
        expect(field).to_have_value("こんびに")  # には has no such form
        does("erase")
        touch("はつ")
        does("small")
        expect(field).to_have_value("こんびはっ")
        does("left")
        does("left")
        does("semivoiced")
        expect(field).to_have_value("こんぴはっ")
        does("clear")
        page.locator('[data-face="katakana"]').tap()
        touch("コンヒ")
        does("voiced")
        touch("ニ")
        page.locator('[data-face="kana"]').tap()
        touch("こうふはいつから")
        expect(field).to_be_focused()
        expect(field).to_have_value("コンビニこうふはいつから")
        assert not page.evaluate(SMALL_TO_TOUCH)
        assert not page.evaluate(SMALL_TO_READ)
        assert not violations(page)
        expect(field).to_be_in_viewport(ratio=0.9)
        page.get_by_role("button", name="質問する").tap()
        expect(page.locator(".turn__told")).to_contain_text("平成28年度")
        assert "?" not in page.url
        page.goto("/kiosk/toride/write")
        page.locator("#question").press("a")  # a keyboard is attached
        expect(page.locator(".keys")).to_be_hidden()
        page.get_by_role("button", name="画面のキーボードを出す").tap()
        expect(page.locator(".keys")).to_be_visible()
        expect(page.locator("#question")).to_have_value("a")
        page.locator("#question").fill("")
        page.get_by_role("button", name="質問する").tap()
        expect(page.locator("#question")).to_be_focused()
        expect(page.locator("#trouble")).to_contain_text("エラー")


def test_a_visit_without_script(open_page: OpenPage) -> None:
    with open_page("/kiosk/toride", *LANDSCAPE, java_script_enabled=False) as page:
        page.locator(".tile").first.click()
        page.locator("form.lower .tile").first.click()
        expect(page.locator(".turn")).to_have_count(1)
        page.get_by_role("button", name="スマートフォンで持ち帰る").click()
        expect(page.locator(".code svg")).to_be_visible()
        page.get_by_role("button", name="終わる・消す").first.click()
        expect(page.locator(".welcome")).to_be_visible()
        assert page.context.cookies() == []


@pytest.mark.parametrize("theme", ["dark", "contrast"])
def test_every_language_fits_in_every_size(open_page: OpenPage, theme: str) -> None:
    with open_page(f"/kiosk/toride?theme={theme}&size=largest", *LANDSCAPE) as page:
        for lang in ("ja-easy", "en", "pt"):
            page.goto(f"/kiosk/toride?lang={lang}")
            assert page.evaluate("document.documentElement.scrollWidth") <= LANDSCAPE[0]
            assert not violations(page)
        page.set_viewport_size({"width": 320, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
