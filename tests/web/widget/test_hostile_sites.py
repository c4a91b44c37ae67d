"""What a site that is not listed, or a page with ill intent on one that is, can do: nothing."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from playwright.sync_api import Page, expect

OpenSite = Callable[..., AbstractContextManager[Page]]
LABEL = "市の計画について質問する"
HEARD = """<!DOCTYPE html><html lang="ja"><title>%s</title><script>
  window.heard = []
  addEventListener("message", (event) => heard.push(event.data))
</script>%s"""


@pytest.mark.meets("E-04", "E-05")
def test_a_site_that_is_not_listed_gets_a_link_and_no_frame(
    open_site: OpenSite, sites: Any
) -> None:
    with open_site(f"{sites.hostile.origin}/") as page:
        expect(page.get_by_role("link", name=LABEL)).to_be_visible()
        expect(page.get_by_role("button", name=LABEL)).to_have_count(0)
        assert page.evaluate("window.Madoguchi") is None
    # It names a listed host and itself in turn: the browser refuses both, and `/` all the more.
    addresses = [
        f"{sites.service}/embed/toride?host={sites.city.origin}",
        f"{sites.service}/embed/toride?host={sites.hostile.origin}",
        f"{sites.service}/toride",
    ]
    frames = "".join(f'<iframe src="{address}"></iframe>' for address in addresses)
    sites.hostile.pages["/framing"] = HEARD % ("framing", frames)
    with open_site(f"{sites.hostile.origin}/framing", faults=True) as page:
        assert len(page.frames) == 4
        assert all(frame.locator("#main").count() == 0 for frame in page.frames[1:])
        assert page.evaluate("heard") == []


@pytest.mark.meets("E-04")
def test_forged_messages_change_nothing(open_site: OpenSite, sites: Any) -> None:
    with open_site(f"{sites.city.origin}/") as page:
        page.get_by_role("button", name=LABEL).click()
        frame = page.frame_locator("iframe")
        expect(frame.locator("#main")).to_be_focused(timeout=20_000)
        panel = page.locator("#panel")
        height = panel.evaluate("e => e.style.height")
        assert height.endswith("px")
        # The wrong source: the page itself, in a word of ours.
        for one in ({"madoguchi": "close"}, {"madoguchi": "resize", "height": 333}):
            page.evaluate("one => window.postMessage(one, '*')", one)
        # The right source, but not our shape.
        ours = page.frames[1]
        for data in (None, "close", 7, [], {"madoguchi": "grow"}, {"close": True}):
            ours.evaluate("data => parent.postMessage(data, '*')", data)
        for bad in (-1, 0, "x", None, {}):
            ours.evaluate("height => parent.postMessage({ madoguchi: 'resize', height }, '*')", bad)
        _all_heard(page)
        expect(panel).to_be_visible()
        assert panel.evaluate("e => e.style.height") == height
        # The right shape, but beyond all bounds.
        for wanted, least, most in ((1e9, 320, 900), (1, 320, 320)):
            ours.evaluate(
                "height => parent.postMessage({ madoguchi: 'resize', height }, '*')", wanted
            )
            _all_heard(page)
            box = panel.bounding_box()
            assert box
            assert box["y"] >= 0
            assert least <= box["height"] <= most


def _all_heard(page: Page) -> None:
    """What was sent before has been heard once a message sent afterwards is."""
    page.frames[1].evaluate("parent.postMessage('last', '*')")
    page.wait_for_function("true")


@pytest.mark.meets("E-04")
def test_a_frame_or_an_opener_of_another_site_is_not_believed(
    open_site: OpenSite, sites: Any
) -> None:
    """The page has our loader and a frame of another site; that one knows every word of ours."""
    hostile = (
        "<title>f</title><script>addEventListener('message', () => { %s }, {once: true})</script>"
    )
    said = ("close", "resize", "ready", "open")
    every = "for (let i = 0; i < parent.length; i++) parent[i].postMessage({madoguchi: '%s'}, '*');"
    words = "".join(
        f"parent.postMessage({{madoguchi: '{word}', height: 333}}, '*');{every % word}"
        for word in said
    )
    sites.hostile.pages["/forging"] = hostile % f"{words} parent.postMessage('sent', '*')"
    with open_site(f"{sites.city.origin}/without-policy") as page:
        page.get_by_role("button", name=LABEL).click()
        inside = page.frame_locator("iframe").last
        expect(inside.locator("#main")).to_be_focused(timeout=20_000)
        height = page.locator("#panel").evaluate("e => e.style.height")
        inside.locator("#question").focus()
        page.evaluate(
            """() => {
                addEventListener("message", ({ data }) => { window.sent ||= data === "sent" })
                document.querySelector("#forging").contentWindow.postMessage("go", "*")
            }"""
        )
        page.wait_for_function("window.sent")
        _all_heard(page)
        expect(page.locator("#panel")).to_be_visible()
        assert page.locator("#panel").evaluate("e => e.style.height") == height
        expect(inside.locator("#question")).to_be_focused()
