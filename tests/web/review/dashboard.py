"""Figures with something in them, a period that is none, the monthly report."""

from __future__ import annotations

from playwright.sync_api import Page

from service.counter import Question
from service.http.parts import Parts
from tests.web.review_states import ReviewState

QUESTIONS = (
    "計画の期間はいつからいつまでですか。",
    "きょうの天気はどうですか。",
    "宇宙船の駐車場はありますか。",
)


def _asked(parts: Parts) -> str:
    for text in QUESTIONS:
        parts.conversations.ask(parts.desk.counter, Question(text, "toride"))
    return "/review/dashboard?span=7"


def _of_this_month(parts: Parts) -> str:
    _asked(parts)
    return f"/review/reports/{parts.reports.today():%Y-%m}"


def _unfolded(page: Page) -> None:
    page.locator(".plot details").first.locator("summary").click()


STATES = {
    "figures": ReviewState(_asked, _unfolded),
    "no-period": ReviewState(
        "/review/dashboard?span=own&from=2025-06-02&to=2025-06-01", is_variant=True
    ),
    "nothing": ReviewState(
        "/review/dashboard?span=own&from=2020-01-01&to=2020-01-31", is_variant=True
    ),
    "months": ReviewState("/review/reports", is_variant=True),
    "report": ReviewState(_of_this_month),
    "report-empty": ReviewState("/review/reports/2020-01", is_variant=True),
}
