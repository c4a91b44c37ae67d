"""The queue with items in it, without, and after what went wrong; how far reviewers agree."""

from __future__ import annotations

from playwright.sync_api import Page
from sqlalchemy import select

from service.http.parts import Parts
from service.outcome import Reason
from service.reviewing.states import Why
from service.store import OutcomeRow
from tests.service.http.review.queue.asked import put, vote_came
from tests.web.review_states import ReviewState


def _filled(parts: Parts) -> str:
    """A queue with one of each, made once."""
    ids = [f"{number:032x}" for number in range(1, 5)]
    with parts.store.reading() as connection:
        held = connection.scalars(select(OutcomeRow.message_id)).all()
    if ids[0] not in held:
        put(parts.store, ids[0], "いじめ防止アプリの担当課はどこですか", hours_ago=1)
        put(parts.store, ids[1], "", reason=Reason.REFUSED_ABUSE, why=Why.REFUSED, hours_ago=2)
        put(parts.store, ids[2], None, reason=Reason.NOT_FOUND_LIVE, why=Why.NOT_FOUND)
        put(parts.store, ids[3], "住民票はコンビニで取れますか", why=Why.UNHELPFUL, hours_ago=200)
    return "/review?order=due"


def _help(page: Page) -> None:
    page.keyboard.press("?")
    page.wait_for_selector("#keys[open]")


def _nothing_ticked(page: Page) -> None:
    page.click("button[name=act][value=take]")
    page.wait_for_selector(".notice[data-kind=error]")


def _conflicting(parts: Parts) -> str:
    address = _filled(parts)
    vote_came(parts.store, f"{1:032x}")
    return address


def _too_late(page: Page) -> None:
    # Whoever opened the page before the vote came has the older version in its box.
    page.evaluate("""() => {
        const box = document.querySelector('input[name=pick]')
        box.value = box.value.replace(/\\d+$/, '0')
        box.checked = true
    }""")
    page.click("button[name=act][value=take]")
    page.wait_for_selector("#table-conflicts")


STATES = {
    "filled": ReviewState(_filled),
    "keys": ReviewState(_filled, _help, is_variant=True),
    "wide": ReviewState(
        lambda parts: f"{_filled(parts)}&lang=ja&words=担当", _nothing_ticked, is_variant=True
    ),
    "empty": ReviewState("/review?city=toride&channel=kiosk", is_variant=True),
    "bad-filter": ReviewState("/review?since=2025-06-02&until=2025-06-01", is_variant=True),
    "conflict": ReviewState(_conflicting, _too_late),
    "agreement": ReviewState("/review/agreement", is_variant=True),
}
