"""The page of an answer: to judge, refused, searched, asked again, erased, rightly not answered."""

from __future__ import annotations

from playwright.sync_api import Page

from service.conversations import Feedback, FeedbackReason
from service.http.parts import Parts
from tests.service.http.review.answering import REFUSED, UNTOLD, told
from tests.web.review_states import ReviewState


def _answered(parts: Parts) -> str:
    first = told(parts, "いじめ防止アプリの担当課は？")
    reply = told(parts, "取手市と大田原市の計画期間の違いは", first)
    parts.conversations.rate(
        Feedback(reply.message_id, False, FeedbackReason.WRONG, "年が違うと思います")
    )
    return f"/review/answers/{reply.message_id}"


def _untold(parts: Parts) -> str:
    return f"/review/answers/{told(parts, UNTOLD).message_id}"


def _refused_question(parts: Parts) -> str:
    return f"/review/answers/{told(parts, REFUSED).message_id}"


def _erased(parts: Parts) -> str:
    reply = told(parts)
    parts.conversations.forget(reply.conversation_id)
    return f"/review/answers/{reply.message_id}"


def _saved_empty(page: Page) -> None:
    page.fill("#field-note", "あとで見ます")
    page.click("[data-save]")
    page.wait_for_selector("[role=alert]")


def _looked_at(page: Page) -> None:
    """Asked again, and a better passage searched for: both in place, on one page."""
    page.click("[data-fetch=again]")
    page.wait_for_selector("#again ul.changes")

    page.fill("#field-better-query", "計画の期間")
    page.click("#field-better button[name=search]")
    page.wait_for_selector(".picker__list")
    assert page.locator("#again ul.changes").first.is_visible(), "the page was loaded anew"


STATES = {
    "answered": ReviewState(_answered, _looked_at),
    "empty": ReviewState(_untold, _saved_empty, is_variant=True),
    "refused": ReviewState(_refused_question, is_variant=True),
    "erased": ReviewState(_erased, is_variant=True),
}
