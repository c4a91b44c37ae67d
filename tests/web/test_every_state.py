"""axe finds nothing, and nothing is cut off: every page, state, language, size and theme.

Each state is looked at in each of its languages at 320 px, and in Japanese at every size and in
every theme; `--every-combination` looks at all of them together. Pictures for people to look at are
written to `.report/screens`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from service.http.pages.preferences import Language, Theme
from tests.web.states import STATES, reach, unfold

OpenPage = Callable[..., AbstractContextManager[Page]]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
SIZES = ((320, 640), (768, 1024), (1280, 900))
SCREENS = Path(__file__).resolve().parents[2] / ".report" / "screens"
Look = tuple[int, int, Theme]


def looks(language: Language, every: bool) -> Iterator[Look]:
    """The window sizes and themes to look at a state in; neighbours differ in little."""
    if every:
        yield from ((*size, theme) for theme in Theme for size in SIZES)
        return
    yield (*SIZES[0], Theme.AUTO)
    if language is Language.JAPANESE:
        yield (*SIZES[1], Theme.DARK)
        yield (*SIZES[2], Theme.LIGHT)
        yield (*SIZES[0], Theme.CONTRAST)


def violations(page: Page) -> str:
    """What axe finds, as text; empty for nothing."""
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options)
    return found.generate_report() if found.violations_count else ""


@pytest.mark.meets("U-01", "U-03", "U-05", "U-09", "U-14", "U-18", "U-23")
@pytest.mark.parametrize("name", STATES)
def test_axe_finds_nothing_and_nothing_is_cut_off(
    open_page: OpenPage, name: str, pytestconfig: pytest.Config
) -> None:
    state, every = STATES[name], pytestconfig.getoption("every_combination")
    with open_page("/healthz", width=320, height=640) as page:
        for language in state.languages:
            reach(page, state, language)
            unfold(page)
            for width, height, theme in looks(language, every):
                page.set_viewport_size({"width": width, "height": height})
                page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
                where = f"{name} {language} {width} {theme}"
                assert not violations(page), f"{where}: {violations(page)}"
                assert page.evaluate("document.documentElement.scrollWidth") <= width, where
                if language in (Language.JAPANESE, Language.ENGLISH):
                    path = SCREENS / f"{name}-{language}-{width}-{theme}.png"
                    page.screenshot(path=path, full_page=True)


def test_axe_would_find_something(open_page: OpenPage) -> None:
    with open_page("/") as page:
        page.evaluate("document.querySelector('label[for=question]').remove()")
        assert "label" in violations(page)
