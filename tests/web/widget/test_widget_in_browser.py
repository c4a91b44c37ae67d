"""The widget on a city's site of another origin, with a strict policy and old style sheets."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from tests.web.axe import violations

OpenSite = Callable[..., AbstractContextManager[Page]]
LABEL = "市の計画について質問する"
QUESTION = "コンビニ交付はいつから始まりましたか。"
FOLLOW_UP = "担当はどこですか。"
FOCUSED = "document.activeElement.shadowRoot?.activeElement?.localName"
BOX = "e => { const b = e.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom] }"


def _ask(frame: FrameLocator, question: str, turns: int) -> None:
    # Put there by the script: before that, Enter is a new line.
    expect(frame.locator("#question")).to_have_attribute(
        "aria-autocomplete", "list", timeout=20_000
    )
    frame.locator("#question").fill(question)
    frame.locator("#question").press("Enter")
    expect(frame.locator("li.turn")).to_have_count(turns)


@pytest.mark.meets("E-01", "E-02", "E-03", "E-07")
def test_opened_asked_twice_closed_and_opened_again(open_site: OpenSite, sites: Any) -> None:
    with open_site(f"{sites.city.origin}/without-script") as page:
        before = page.evaluate("Object.keys(window)")
        expect(page.get_by_role("link", name=LABEL)).to_be_visible()
    with open_site(f"{sites.city.origin}/") as page:
        assert set(page.evaluate("Object.keys(window)")) - set(before) == {"Madoguchi"}
        assert page.evaluate("Object.keys(Madoguchi)") == ["open", "close"]
        button = page.get_by_role("button", name=LABEL, expanded=False)
        expect(page.get_by_role("link", name=LABEL)).to_have_count(0)
        assert page.locator("#panel").get_attribute("id") == button.get_attribute("aria-controls")
        assert page.locator("iframe").count() == 0
        assert not violations(page)

        button.focus()
        page.keyboard.press("Enter")
        frame = page.frame_locator("iframe")
        expect(frame.locator("#main")).to_be_focused(timeout=20_000)
        assert page.evaluate(FOCUSED) == "iframe"
        tag = page.locator("iframe")
        expect(tag).to_have_attribute("title", LABEL)
        expect(tag).to_have_attribute("allow", "")
        expect(tag).to_have_attribute("referrerpolicy", "no-referrer")
        allowed = (tag.get_attribute("sandbox") or "").split()
        assert not [one for one in allowed if "top-navigation" in one or "modals" in one]
        expect(page.get_by_role("button", name=LABEL, expanded=True)).to_be_visible()
        expect(frame.locator("#page-topic")).to_contain_text("コンビニ交付")
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert not violations(page)
            assert not violations(page.frames[1])

        _ask(frame, QUESTION, 1)
        _ask(frame, FOLLOW_UP, 2)
        expect(frame.locator("li.turn").last).to_contain_text("納税課")
        expect(frame.locator("#question")).to_be_focused()
        assert not violations(page.frames[1])
        page.keyboard.press("Escape")
        expect(page.locator("#panel")).to_be_hidden()
        assert page.evaluate(FOCUSED) == "button"
        page.keyboard.press("Enter")
        expect(frame.locator("li.turn")).to_have_count(2)
        expect(frame.locator("#question")).to_be_focused()
        frame.locator("#close").click()
        expect(page.locator("#panel")).to_be_hidden()
        assert page.evaluate(FOCUSED) == "button"
        # From outside it closes, too, and leaves the focus where it is.
        page.evaluate("Madoguchi.open()")
        page.locator("#search").focus()
        page.keyboard.press("Escape")
        expect(page.locator("#panel")).to_be_hidden()
        expect(page.locator("#search")).to_be_focused()


@pytest.mark.meets("E-03")
def test_tab_leads_out_of_the_panel_again(open_site: OpenSite, sites: Any) -> None:
    with open_site(f"{sites.city.origin}/") as page:
        page.get_by_role("button", name=LABEL).click()
        expect(page.frame_locator("iframe").locator("#main")).to_be_focused(timeout=20_000)
        for _ in range(5):
            page.keyboard.press("Shift+Tab")
            if page.evaluate(FOCUSED) == "button":
                break
        assert page.evaluate(FOCUSED) == "button"
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate(FOCUSED) is None:
                return
        raise AssertionError("sixty Tabs do not lead out")


@pytest.mark.meets("E-07", "U-24", "U-28")
def test_the_conversation_goes_along_inside_and_plans_open_outside(
    open_site: OpenSite, sites: Any
) -> None:
    with open_site(f"{sites.city.origin}/") as page:
        page.get_by_role("button", name=LABEL).click()
        frame = page.frame_locator("iframe")
        _ask(frame, QUESTION, 1)
        link = frame.locator(".source__link").first
        expect(link).to_contain_text("新しいタブで開きます")
        with page.context.expect_page() as opened:
            link.click()
        expect(opened.value.locator("#cited")).to_be_in_viewport()
        assert opened.value.evaluate("window.opener") is None
        opened.value.close()
        # Its button taken away, the vote tells no id any more; the page still knows it.
        frame.get_by_role("button", name="役に立った", exact=True).click()
        expect(frame.locator(".vote__thanks")).to_be_visible()
        frame.locator(".settings__open").click()
        frame.get_by_role("link", name="English").click()
        expect(frame.get_by_role("button", name="Ask", exact=True)).to_be_visible()
        expect(frame.locator("li.turn")).to_have_count(1)
        frame.locator(".settings__open").click()
        frame.get_by_role("button", name="Very large").click()
        expect(frame.locator("html")).to_have_attribute("data-size", "largest")
        expect(frame.locator("li.turn")).to_have_count(1)
        _ask(frame, FOLLOW_UP, 2)
        frame.locator(".bar__clear").click()
        frame.get_by_role("link", name="Go back without deleting").click()
        expect(frame.locator("li.turn")).to_have_count(2)
        frame.locator(".bar__clear").click()
        held = frame.locator("input[name=conversation_id]").first.input_value()
        frame.get_by_role("button", name="Delete", exact=True).click()
        expect(frame.get_by_role("status").first).to_be_visible()
        expect(frame.locator("li.turn")).to_have_count(0)
        assert all(held not in one.url for one in page.frames)
        page.keyboard.press("Escape")
        expect(page.locator("#panel")).to_be_hidden()


@pytest.mark.meets("E-03", "E-08")
def test_on_a_narrow_window_the_launcher_is_a_link_to_the_whole_page(
    open_site: OpenSite, sites: Any
) -> None:
    with open_site(f"{sites.city.origin}/", width=390, height=700) as page:
        expect(page.get_by_role("button", name=LABEL)).to_have_count(0)
        launcher = page.get_by_role("link", name=LABEL)
        box = launcher.bounding_box()
        assert box
        assert box["height"] >= 48
        assert box["x"] + box["width"] <= 390
        assert not violations(page)
        page.evaluate("Madoguchi.open()")
        page.wait_for_url(f"{sites.service}/toride")
        page.go_back()
        page.get_by_role("link", name=LABEL).click()
        page.wait_for_url(f"{sites.service}/toride")
        expect(page.locator("#question")).to_be_visible()


@pytest.mark.meets("E-01", "E-08")
def test_the_launcher_keeps_its_place_and_covers_nothing_focused(
    open_site: OpenSite, sites: Any
) -> None:
    places = []
    for path in ("/", "/without-link"):
        with open_site(f"{sites.city.origin}{path}", forced_colors="active") as page:
            launcher = page.get_by_role("button", name=LABEL)
            places.append(launcher.evaluate(BOX))
            left, top, _, bottom = places[-1]
            assert bottom - top >= 48
            # No motion at all, so none to reduce; high contrast keeps its edge.
            style = (
                "e => [getComputedStyle(e).transitionDuration, getComputedStyle(e).animationName"
            )
            assert launcher.evaluate(f"{style}]") == ["0s", "none"]
            assert launcher.evaluate("e => getComputedStyle(e).borderTopStyle") == "solid"
            page.emulate_media(media="print")
            expect(launcher).to_be_hidden()
            page.emulate_media(media="screen")
            # A search field that lies just below it.
            page.evaluate(
                "([left, top]) => { const s = document.querySelector('#search').style;"
                " s.position = 'fixed'; s.left = left + 'px'; s.top = top + 'px' }",
                places[-1],
            )
            page.locator("#search").focus()
            at = "([x, y]) => document.elementFromPoint(x, y).id"
            assert page.evaluate(at, [left + 20, top + 12]) == "search"
            assert launcher.evaluate("e => getComputedStyle(e).opacity") == "0"
            page.keyboard.press("Tab")
            expect(launcher).to_be_focused()
            assert launcher.evaluate("e => getComputedStyle(e).opacity") == "1"
            assert launcher.evaluate("e => getComputedStyle(e).outlineWidth") == "4px"
            page.evaluate("document.activeElement.blur()")
            assert launcher.evaluate("e => getComputedStyle(e).opacity") == "1"
    assert places[0] == places[1]
