"""Every component in every theme, size and mode; the statement and the privacy page beside it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import Page

OpenPage = Callable[..., AbstractContextManager[Page]]
PATHS = ("/components", "/accessibility", "/privacy")

# WCAG 1.4.12: what a reader may ask of any text.
SPACED = """* {
    line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important; }"""

# Whatever is cut off: its content is wider or higher than itself, and it does not scroll.
CUT_OFF = """() => [...document.querySelectorAll('body *')].filter(e => {
    const style = getComputedStyle(e)
    if (e.closest('.unseen, .table, .skip, svg') || style.display === 'inline') return false
    const hides = ['hidden', 'clip'].includes(style.overflowX)
    return hides && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)
}).map(e => e.outerHTML.slice(0, 120))"""

OVERFLOW = "document.documentElement.scrollWidth - innerWidth"


def unfold(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")


@pytest.mark.meets("U-02", "U-03")
@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_lost_small_large_or_spaced(open_page: OpenPage, path: str) -> None:
    with open_page(path, width=320, height=256) as page:
        unfold(page)
        for width, height in ((320, 256), (768, 900), (1280, 900)):
            page.set_viewport_size({"width": width, "height": height})
            assert page.evaluate(OVERFLOW) <= 0, width
        page.set_viewport_size({"width": 320, "height": 256})
        for size in ("large", "largest"):
            page.evaluate("size => { document.documentElement.dataset.size = size }", size)
            assert page.evaluate(OVERFLOW) <= 0, size
        page.set_viewport_size({"width": 640, "height": 512})
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate(OVERFLOW) <= 0
        page.evaluate("document.documentElement.style.fontSize = ''")
        page.evaluate(
            """css => {
                const sheet = new CSSStyleSheet()
                sheet.replaceSync(css)
                document.adoptedStyleSheets = [sheet]
            }""",
            SPACED,
        )
        page.set_viewport_size({"width": 320, "height": 512})
        assert page.evaluate(OVERFLOW) <= 0
        assert page.evaluate(CUT_OFF) == []


@pytest.mark.meets("U-05", "U-06", "U-20")
def test_targets_are_large_and_focus_is_ringed(open_page: OpenPage) -> None:
    with open_page("/components", width=320, height=640, reduced_motion="reduce") as page:
        unfold(page)
        small = page.evaluate(
            """() => [...document.querySelectorAll(
                'button, input:not([type=hidden]), select, textarea, summary, .button, .choice, '
                + '.settings__choice')]
                .map(e => e.matches('.pick__box') ? e.closest('label') : e)
                .filter(e => !e.checkVisibility || e.checkVisibility())
                .filter(e => { const box = e.getBoundingClientRect()
                               return box.width < 44 || box.height < 44 })
                .map(e => e.outerHTML.slice(0, 120))"""
        )
        assert small == []
        moving = page.evaluate("document.getAnimations().length")
        assert moving == 0
        page.focus("body")
        kinds = set()
        for _ in range(60):
            page.keyboard.press("Tab")
            ring = page.evaluate(
                """() => { const e = document.activeElement, style = getComputedStyle(e)
                    return {kind: e.tagName, width: parseFloat(style.outlineWidth),
                            offset: parseFloat(style.outlineOffset), shadow: style.boxShadow,
                            line: style.outlineStyle, name: e.outerHTML.slice(0, 80)} }"""
            )
            kinds.add(ring["kind"])
            assert ring["width"] >= 4, ring
            assert ring["offset"] >= 2, ring
            assert ring["line"] == "solid", ring
            assert "rgb(255, 212, 61)" in ring["shadow"], ring
        assert {"A", "BUTTON", "SUMMARY"} <= kinds


@pytest.mark.meets("U-21")
def test_forced_colours_keep_every_edge(open_page: OpenPage) -> None:
    with open_page("/components", forced_colors="active") as page:
        unfold(page)
        bare = page.evaluate(
            """() => [...document.querySelectorAll(
                '.button, .choice, .notice, .emergency, .tag, .field__control, .disclosure, '
                + '.settings__choice, .dialog')]
                .filter(e => parseFloat(getComputedStyle(e).borderTopWidth) < 1)
                .map(e => e.outerHTML.slice(0, 120))"""
        )
        assert bare == []


@pytest.mark.meets("R-04")
def test_furigana_has_room(open_page: OpenPage) -> None:
    with open_page("/accessibility?lang=ja-easy", width=320) as page:
        unfold(page)
        tight = page.evaluate(
            """() => [...document.querySelectorAll('ruby')].filter(e => {
                const style = getComputedStyle(e.parentElement), size = parseFloat(style.fontSize)
                const reading = parseFloat(getComputedStyle(e.querySelector('rt')).fontSize)
                return size < 20 || parseFloat(style.lineHeight) < 2 * size || reading < 10
            }).map(e => e.parentElement.outerHTML.slice(0, 120))"""
        )
        assert page.locator("ruby").count() > 20
        assert tight == []


def test_paper_is_light_and_has_nothing_to_press(open_page: OpenPage) -> None:
    with open_page("/sources?theme=dark") as page:
        page.emulate_media(media="print")
        shown = page.evaluate(
            """() => ({
                page: getComputedStyle(document.body).backgroundColor,
                text: getComputedStyle(document.body).color,
                settings: getComputedStyle(document.querySelector('.settings')).display,
                address: getComputedStyle(document.querySelector('main a'), '::after').content,
            })"""
        )
        assert shown["page"] == "rgb(255, 255, 255)"
        assert shown["text"] == "rgb(26, 26, 26)"
        assert shown["settings"] == "none"
        assert "/sources/" in shown["address"]
