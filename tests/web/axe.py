"""What axe finds on a page, by the rules of WCAG 2.2 A and AA."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# Telling what passed as well takes three times as long on the page of a plan. Frames are looked at
# apart: axe does not see into those of other origins, but speaks to them.
VIOLATIONS: dict[str, Any] = {"resultTypes": ["violations"], "iframes": False}
EVERYTHING: dict[str, Any] = {"runOnly": {"type": "tag", "values": TAGS}} | VIOLATIONS
COLOURS: dict[str, Any] = {"runOnly": {"type": "rule", "values": ["color-contrast"]}} | VIOLATIONS
# Half of the time goes into contrast, which no language changes.
ALL_BUT_COLOURS: dict[str, Any] = EVERYTHING | {"rules": {"color-contrast": {"enabled": False}}}


def violations(page: Page, options: dict[str, Any] = EVERYTHING) -> str:
    """What axe finds, as text; empty for nothing."""
    # Its script is half a megabyte: once a page is enough, however often it is asked.
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    # Half faded, a text has not the contrast that is read.
    page.evaluate("Promise.allSettled(document.getAnimations().map(each => each.finished))")
    found = AxeResults(page.evaluate("options => axe.run(options)", options))
    return f"{page.url}: {found.generate_report()}" if found.violations_count else ""
