"""A kiosk that loses its network: nothing is lost, it says so, and goes on by itself."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import Page, expect

from tests.web.axe import violations

OpenPage = Callable[..., AbstractContextManager[Page]]
PORTRAIT = (1080, 1920)


def test_a_lost_connection_loses_no_question(open_page: OpenPage) -> None:
    with open_page("/kiosk/toride/write", *PORTRAIT, has_touch=True) as page:
        page.evaluate("navigator.serviceWorker.ready.then(() => null)")
        page.locator("#question").fill("コンビニ交付はいつから")
        gone = "**/kiosk/toride"
        page.route("**/healthz", lambda route: route.abort())
        page.route(gone, lambda route: route.abort())
        page.get_by_role("button", name="質問する").tap()
        expect(page.locator("[data-lost]")).to_be_visible()
        assert not violations(page)
        expect(page.locator("#question")).to_have_value("コンビニ交付はいつから")
        page.unroute("**/healthz")
        page.unroute(gone)
        page.evaluate("dispatchEvent(new Event('online'))")
        expect(page.locator(".turn__told")).to_contain_text("平成28年度")


def test_without_a_network_a_page_says_so_and_goes_on(open_page: OpenPage) -> None:
    with open_page("/kiosk/toride/topics", *PORTRAIT, has_touch=True) as page:
        page.evaluate("navigator.serviceWorker.ready.then(() => null)")
        page.context.set_offline(True)
        page.goto("/kiosk/toride/topics")
        expect(page.locator(".gone")).to_contain_text("Out of connection")
        assert page.locator("section[lang]").count() == 7
        assert not violations(page)
        page.context.set_offline(False)
        expect(page.locator(".welcome")).to_be_visible()
        kept = page.evaluate(
            "caches.keys().then(async names => (await Promise.all(names.map(async name =>"
            " (await (await caches.open(name)).keys()).map(kept => new URL(kept.url).pathname)"
            "))).flat())"
        )
        assert "/kiosk/offline" in kept
        assert all(path == "/kiosk/offline" or path.startswith("/static/") for path in kept)


@pytest.mark.meets("K-03")
def test_an_end_without_a_network_clears_at_once_and_is_told_later(open_page: OpenPage) -> None:
    with open_page("/kiosk/toride", *PORTRAIT, has_touch=True) as page:
        page.locator(".tile").first.tap()
        page.wait_for_url("**/topics/*")
        page.locator("form.lower .tile").first.tap()
        expect(page.locator(".turn")).to_have_count(1)
        page.route("**/kiosk/toride/end", lambda route: route.abort())
        page.get_by_role("button", name="終わる・消す").first.tap()
        expect(page.locator(".cleared")).to_be_visible()
        expect(page.locator(".turn")).to_have_count(0)
        assert not violations(page)
        page.unroute("**/kiosk/toride/end")
        page.evaluate("dispatchEvent(new Event('online'))")
        expect(page.locator(".welcome")).to_be_visible()
        assert page.context.cookies() == []
