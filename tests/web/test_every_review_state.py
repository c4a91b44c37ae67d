"""axe finds nothing on any page of staff; nothing is cut off; the focus is seen; no keyboard trap.

As `test_every_state.py` does it for residents. With MADOGUCHI_TEST_PICTURES set, it writes pictures
to `.report/screens`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Error,
    FloatRect,
    Page,
    ViewportSize,
)

from service.accounts import Role
from service.counter import Counter
from service.http import create_app
from service.http.pages.preferences import Theme
from service.settings import Settings
from tests.service.http.review.staff_client import (
    begin_session,
    for_staff,
    make_staff,
    parts_of_app,
)
from tests.serving import served
from tests.web.axe import ALL_BUT_COLOURS, COLOURS, EVERYTHING, violations
from tests.web.review_states import ReviewState, review_states
from tests.web.staff_browser import page_of
from tests.web.states import unfold

SCREENS = Path(__file__).resolve().parents[2] / ".report" / "screens"
STATES = review_states()
SCREEN_HEIGHT_MAX = 4000  # pixels
STOPS_MAX = 400  # of the Tab key: more than any page has

NARROW: ViewportSize = {"width": 320, "height": 640}
WIDE: ViewportSize = {"width": 1366, "height": 768}  # most desks of a city hall
TWICE: ViewportSize = {"width": 640, "height": 640}
PICTURES = "MADOGUCHI_TEST_PICTURES"  # set for pictures of every state: some twenty seconds more
SMALL = """() => [...document.querySelectorAll('body *')].filter(e => {
    const own = [...e.childNodes].some(n => n.nodeValue?.trim())
    return own && !e.closest('.unseen, svg') && parseFloat(getComputedStyle(e).fontSize) < 14
}).map(e => e.outerHTML.slice(0, 120))"""
# Where the focus is and whether it can be seen there: an outline, inside what is shown.
FOCUS = """() => {
    const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect()
    return {
        at: e === document.body ? null : e.outerHTML.slice(0, 120),
        outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
        inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    }
}"""


@dataclass(frozen=True, slots=True)
class Desk:
    """The service with staff of its own."""

    app: FastAPI
    origin: str
    tokens: dict[Role, str]


@pytest.fixture(scope="module")
def desk(
    settings: Settings, counter: Counter, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Desk]:
    url = f"sqlite:///{tmp_path_factory.mktemp('desk') / 'madoguchi.sqlite3'}"
    app = create_app(for_staff(settings, url), counter)
    parts = parts_of_app(app)
    tokens = {}
    for role in Role:
        staff = make_staff(parts.accounts, role.value, {"toride": role})
        tokens[role] = begin_session(parts.store, parts.accounts, staff)
    with served(app) as origin:
        yield Desk(app, origin, tokens)


@pytest.fixture(scope="module")
def pages(browser: Browser, desk: Desk) -> Iterator[dict[Role | None, Page]]:
    """A page for each role, None for nobody signed in."""
    with ExitStack() as open_:
        yield {
            role: open_.enter_context(
                page_of(
                    browser,
                    desk.origin,
                    desk.tokens[role] if role else None,
                    reduced_motion="reduce",
                    viewport=NARROW,
                )
            )
            for role in (None, *Role)
        }


@pytest.mark.meets("U-01", "U-02", "U-03", "U-05", "U-06", "U-07", "U-20")
@pytest.mark.parametrize("name", STATES)
def test_nothing_is_wrong_small_cut_off_or_out_of_reach(
    desk: Desk, pages: dict[Role | None, Page], name: str
) -> None:
    state = STATES[name]
    page = pages[state.role]
    faults: list[str] = []

    def said(message: ConsoleMessage) -> None:
        faults.append(message.text)

    def failed(error: Error) -> None:
        faults.append(str(error))

    page.on("console", said)
    page.on("pageerror", failed)
    try:
        _look(page, desk, name)
        assert not [fault for fault in faults if "status of 4" not in fault]
    finally:
        page.remove_listener("console", said)
        page.remove_listener("pageerror", failed)


def _look(page: Page, desk: Desk, name: str) -> None:
    state = STATES[name]
    page.set_viewport_size(NARROW)
    _reach(page, desk, state)
    unfold(page)
    _hold(page, NARROW, Theme.AUTO, ALL_BUT_COLOURS if state.is_variant else EVERYTHING)
    _picture(page, f"review-{name}-320")
    if not state.is_variant:
        _tab_through(page)
        for theme in (Theme.CONTRAST, Theme.DARK):
            _hold(page, NARROW, theme, COLOURS)
    _hold(page, WIDE, Theme.LIGHT, None)
    _picture(page, f"review-{name}-1366")
    page.set_viewport_size(TWICE)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert _fits(page), "twice the text"


def _reach(page: Page, desk: Desk, state: ReviewState) -> None:
    path = state.path if isinstance(state.path, str) else state.path(parts_of_app(desk.app))
    page.goto(path)
    if state.act is not None:
        state.act(page)
    assert page.locator("h1").count() == 1


def _hold(page: Page, size: ViewportSize, theme: Theme, rules: dict[str, Any] | None) -> None:
    where = f"{size['width']} {theme}"
    page.set_viewport_size(size)
    page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
    assert _fits(page), where
    assert not page.evaluate(SMALL), where
    if rules is not None:
        found = violations(page, rules)
        assert not found, f"{where}: {found}"


def _picture(page: Page, name: str) -> None:
    """A picture of the page as it stands, where pictures are asked for."""
    if PICTURES not in os.environ:
        return
    box = page.evaluate(
        "[document.documentElement.clientWidth, document.documentElement.scrollHeight]"
    )
    shown: FloatRect = {"x": 0, "y": 0, "width": box[0], "height": min(box[1], SCREEN_HEIGHT_MAX)}
    path = SCREENS / f"{name}.jpg"
    page.screenshot(path=path, type="jpeg", quality=70, full_page=True, clip=shown)


def _tab_through(page: Page) -> None:
    """Go through the page by Tab to its end: each stop is seen, and none holds the focus."""
    page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0) }")
    stops = 0
    while stops < STOPS_MAX:
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus["at"] is None:
            break
        assert focus["outlined"], focus["at"]
        assert focus["inside"], focus["at"]
        stops += 1
    assert 0 < stops < STOPS_MAX


def _fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
