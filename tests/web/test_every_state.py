"""axe finds nothing, nothing is cut off, small or hard to hit: every page, state, language, theme.

Each state is looked at in each of its languages at its smallest size, in Japanese at every size and
in every theme. Languages change widths, and nothing that axe sees beyond three of them;
`--every-combination` looks at everything together. With MADOGUCHI_TEST_PICTURES set, pictures for
people to look at are written to `.report/screens`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from service.http.pages.preferences import Language, Theme
from tests.web.axe import ALL_BUT_COLOURS, COLOURS, EVERYTHING, violations
from tests.web.states import FEW, STATES, State, reach, unfold

OpenPage = Callable[..., AbstractContextManager[Page]]
SCREENS = Path(__file__).resolve().parents[2] / ".report" / "screens"
PICTURES = "MADOGUCHI_TEST_PICTURES"  # set for pictures of every state
SCREEN_HEIGHT_MAX = 4000  # pixels; the page of a plan has a hundred times as many

# Text below 14 px but for furigana, and controls below 44 px: a label is pressed as one with its
# control, and a word within a sentence may be as high as its line.
SMALL = """() => [...document.querySelectorAll('body *')].filter(e => {
    const style = getComputedStyle(e), own = [...e.childNodes].some(n => n.nodeValue?.trim())
    return own && !e.closest('rt, rp, .unseen') && parseFloat(style.fontSize) < 14
}).map(e => e.outerHTML.slice(0, 120))"""
HARD_TO_HIT = """() => [...document.querySelectorAll(
    'button, input:not([type=hidden]), select, textarea, summary'
)].filter(e => {
    if (!e.checkVisibility() || e.matches('.term')) return false
    const box = (e.closest('label') ?? e).getBoundingClientRect()
    return box.height && (box.height < 43.9 || box.width < 43.9)
}).map(e => e.outerHTML.slice(0, 120))"""


@dataclass(frozen=True, slots=True)
class Look:
    """A window, a theme and axe's rules to hold it against; None for widths and sizes alone."""

    width: int
    height: int
    theme: Theme
    rules: dict[str, Any] | None


def looks(state: State, language: Language, every: bool) -> Iterator[Look]:
    """How a state is looked at in a language; neighbours differ in one thing."""
    small, middle, large = state.sizes
    if every:
        yield from (Look(*size, theme, EVERYTHING) for theme in Theme for size in state.sizes)
    elif state.is_long:
        yield Look(*small, Theme.AUTO, EVERYTHING)
        yield Look(*large, Theme.LIGHT, None)
    elif language is Language.JAPANESE:
        yield Look(*small, Theme.AUTO, EVERYTHING)
        yield Look(*small, Theme.CONTRAST, COLOURS)
        yield Look(*middle, Theme.DARK, COLOURS)
        yield Look(*large, Theme.LIGHT, ALL_BUT_COLOURS)
    else:
        yield Look(*small, Theme.AUTO, ALL_BUT_COLOURS if language in FEW else None)


def fits(page: Page) -> bool:
    """Whether nothing scrolls sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.mark.meets("U-01", "U-02", "U-03", "U-05", "U-09", "U-14", "U-18", "U-23")
@pytest.mark.parametrize("name", STATES)
def test_nothing_is_wrong_small_or_cut_off(
    open_page: OpenPage, name: str, pytestconfig: pytest.Config
) -> None:
    state, every = STATES[name], pytestconfig.getoption("every_combination")
    with open_page("/healthz", reduced_motion="reduce") as page:
        for language in Language if every else state.languages:
            width, height = state.sizes[0]
            page.set_viewport_size({"width": width, "height": height})
            reach(page, state, language)
            unfold(page)
            for look in looks(state, language, every):
                _hold(page, f"{name}-{language}", look)
        width, height = state.sizes[0]
        page.set_viewport_size({"width": 2 * width, "height": height})
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert fits(page), "twice the text"


def _hold(page: Page, name: str, look: Look) -> None:
    where = f"{name}-{look.width}-{look.theme}"
    page.set_viewport_size({"width": look.width, "height": look.height})
    page.evaluate("theme => { document.documentElement.dataset.theme = theme }", look.theme)
    assert fits(page), where
    assert not page.evaluate(SMALL), where
    assert not page.evaluate(HARD_TO_HIT), where
    if look.rules is None:
        return
    high = page.evaluate("document.documentElement.scrollHeight")
    if page.locator("#composer").count():
        # In a window as tall as the page nothing that is fixed stands before anything else; that it
        # never hides what has the focus is tested apart (U-04).
        page.set_viewport_size({"width": look.width, "height": high})
    found = violations(page, look.rules)
    assert not found, f"{where}: {found}"
    if PICTURES in os.environ and look.rules is not COLOURS and name.endswith(("-ja", "-en")):
        shown = {"x": 0, "y": 0, "width": look.width, "height": min(high, SCREEN_HEIGHT_MAX)}
        path = SCREENS / f"{where}.jpg"
        page.screenshot(path=path, type="jpeg", quality=70, full_page=True, clip=shown)  # type: ignore[arg-type]
