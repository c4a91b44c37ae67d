"""Reading a plan in a browser: contents, words explained, search, the cited passage."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import Page, expect

from tests.web.axe import violations

OpenPage = Callable[..., AbstractContextManager[Page]]


@pytest.mark.meets("U-03")
def test_a_cited_passage_is_in_sight_and_led_to(open_page: OpenPage) -> None:
    """At every width, by the address and by the notice above."""
    with open_page("/sources/toride-4?from=28700&to=28760#cited", width=320) as page:
        for width, height in ((320, 640), (768, 900), (1280, 900)):
            page.set_viewport_size({"width": width, "height": height})
            page.goto("/sources")
            page.goto("/sources/toride-4?from=28700&to=28760#cited")
            expect(page.locator("#cited")).to_be_in_viewport()
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            page.evaluate("scrollTo(0, 0)")
            expect(page.locator("#cited")).not_to_be_in_viewport()
            page.locator(".notice a").click()
            expect(page.locator("#cited")).to_be_in_viewport()


@pytest.mark.meets("U-07")
def test_a_word_is_explained_by_keyboard_and_by_tap(open_page: OpenPage) -> None:
    with open_page("/sources/toride-5", width=320, height=640) as page:
        word = page.locator("article .term").first
        card = page.locator(f"#{word.get_attribute('popovertarget')}")
        expect(card).to_be_hidden()
        word.focus()
        page.keyboard.press("Enter")
        expect(card).to_be_visible()
        expect(card).to_be_focused()
        expect(card).to_contain_text("情報通信技術のこと")
        page.keyboard.press("Escape")
        expect(card).to_be_hidden()
        expect(word).to_be_focused()
        word.click()
        card.get_by_role("button", name="閉じる").click()
        expect(card).to_be_hidden()
        word.click()
        card.get_by_role("link").click()
        expect(card).to_be_hidden()
        expect(page.locator('[data-role="footnote"]').first).to_be_in_viewport()


def test_the_contents_mark_what_is_read_and_fold_away_on_a_phone(open_page: OpenPage) -> None:
    with open_page("/sources/otawara-1", width=1280) as page:
        contents = page.locator("[data-contents]")
        fold = contents.locator("details")
        expect(fold).to_have_attribute("open", "")
        link = contents.get_by_role("link", name="用語解説")
        link.click()
        expect(page.get_by_role("heading", name="用語解説").last).to_be_in_viewport()
        expect(link).to_have_attribute("aria-current", "location")
        expect(link).to_be_in_viewport()
        assert contents.locator("[aria-current]").count() == 1
        page.evaluate("scrollTo(0, 0)")
        expect(link).not_to_have_attribute("aria-current", "location")
        page.set_viewport_size({"width": 320, "height": 640})
        expect(fold).not_to_have_attribute("open", "")


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.meets("U-17")
def test_a_word_is_found_and_led_to(open_page: OpenPage, script: bool) -> None:
    with open_page("/sources/toride-4", width=320, java_script_enabled=script) as page:
        page.get_by_label("この計画の中をさがす").fill("ブロードバンド")
        page.get_by_role("button", name="さがす").click()
        found = page.get_by_role("region", name="「ブロードバンド」をさがした結果")
        expect(found).to_be_in_viewport()
        assert "ブロードバンド" not in page.url
        found.get_by_role("link").nth(1).click()
        expect(page.locator("#hit-2")).to_be_in_viewport()
        stepper = page.locator(".stepper")
        if not script:
            expect(stepper).to_be_hidden()
            return
        expect(stepper.get_by_role("status")).to_contain_text("2番目")
        stepper.get_by_role("button", name="次へ").click()
        expect(page.locator("#hit-3")).to_be_in_viewport()
        for _ in range(3):
            stepper.get_by_role("button", name="前へ").click()
        last = page.locator(".stepper").get_attribute("data-hits")
        expect(page.locator(f"#hit-{last}")).to_be_in_viewport()
        assert page.locator(".hit[data-current]").count() >= 1


def test_without_script_the_column_shows_the_contents_and_words_open(open_page: OpenPage) -> None:
    with open_page("/sources/toride-5", width=1280, java_script_enabled=False) as page:
        expect(page.locator("[data-contents]").get_by_role("link").first).to_be_visible()
        word = page.locator("article .term").first
        word.click()
        card = page.locator(f"#{word.get_attribute('popovertarget')}")
        expect(card).to_be_visible()
        page.keyboard.press("Escape")
        expect(card).to_be_hidden()


def test_a_measure_asks_its_question(open_page: OpenPage) -> None:
    with open_page("/sources/toride-4/measures", width=320) as page:
        page.get_by_role("link", name="情報発信力の向上").click()
        page.wait_for_url("**/measures/1-1-1")  # and its style sheets
        expect(page.get_by_role("heading", level=1)).to_have_text("情報発信力の向上")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        question = page.locator(".asks__question").first
        text = question.inner_text()
        question.click()
        expect(page.get_by_role("log")).to_contain_text(text)


def test_print_shows_the_mark_and_leaves_the_tools_away(open_page: OpenPage) -> None:
    with open_page("/sources/toride-4?from=28700&to=28760#cited") as page:
        page.emulate_media(media="print")
        expect(page.locator(".toc")).to_be_hidden()
        expect(page.locator(".find")).to_be_hidden()
        assert (
            page.locator("#cited").evaluate("e => getComputedStyle(e).borderBottomWidth") == "2px"
        )


def test_axe_finds_nothing_in_a_search_with_a_card_open(open_page: OpenPage) -> None:
    """States that no address has; those with one are in `test_every_state`."""
    with open_page("/sources/toride-5", width=320) as page:
        page.get_by_label("この計画の中をさがす").fill("情報")
        page.get_by_role("button", name="さがす").click()
        page.locator("article .term").first.click()
        assert not violations(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_contents_lead_to_their_heading(open_page: OpenPage) -> None:
    with open_page("/sources/toride-4") as page:
        page.locator("nav summary").click()
        page.get_by_role("link", name="用語解説").last.click()
        expect(page.get_by_role("heading", name="用語解説").last).to_be_in_viewport()
