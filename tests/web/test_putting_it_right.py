"""The whole loop, in browsers: a resident gets no answer, staff put it right, and undo it again."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from service.accounts import Role
from service.counter import Counter
from service.http import create_app
from service.settings import Settings
from tests.service.http.review.staff_client import (
    PASSWORD,
    for_staff,
    make_staff,
    parts_of_app,
)
from tests.serving import served

QUESTION = "マイナカードで住民票とれるとこ教えて"
ANSWER = "市では、コンビニエンスストアでの証明書等の自動交付サービスを実施しています。"
ASKED_AT_MOST = 40  # times, before it is given up that something goes live


@pytest.fixture(scope="module")
def origin(
    settings: Settings, counter: Counter, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """A service whose staff are a reviewer and an approver, on a free port."""
    url = f"sqlite:///{tmp_path_factory.mktemp('loop') / 'madoguchi.sqlite3'}"
    app = create_app(for_staff(settings, url), counter)
    accounts = parts_of_app(app).accounts
    for role in (Role.REVIEWER, Role.APPROVER):
        make_staff(accounts, role.value, {"toride": role})
    with served(app) as origin:
        yield origin


def _opened(browser: Browser, origin: str) -> BrowserContext:
    return browser.new_context(base_url=origin, locale="ja-JP", reduced_motion="reduce")


def _asked(context: BrowserContext) -> Page:
    """A fresh page of the city on which the question was asked, and is answered."""
    page = context.new_page()
    page.goto("/toride")
    page.fill("#question", QUESTION)
    page.press("#question", "Enter")
    page.wait_for_selector("li.turn[data-status]")
    return page


def _status(context: BrowserContext) -> str | None:
    page = _asked(context)
    status = page.locator("li.turn").last.get_attribute("data-status")
    page.close()
    return status


def _goes_live(context: BrowserContext, status: str) -> bool:
    """Whether residents get this status, at once or a little later, without a restart."""
    return any(_status(context) == status for _ in range(ASKED_AT_MOST))


def _signed_in(browser: Browser, origin: str, login: str) -> Page:
    page = _opened(browser, origin).new_page()
    page.goto("/review")
    page.fill("[name=login]", login)
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/review")
    return page


def _judged(reviewer: Page) -> str:
    """Judge the answer from the queue, by keyboard to its page. Gives its address."""
    reviewer.goto("/review?why=unhelpful")
    reviewer.keyboard.press("j")
    reviewer.keyboard.press("Enter")
    reviewer.wait_for_url("**/review/answers/*")
    address = reviewer.url
    reviewer.check("[name=verdict][value=wrong]")
    reviewer.fill("[name=better_query]", "コンビニ交付")
    reviewer.click("[name=search][value=better]")
    reviewer.wait_for_selector("[name=better][value='toride-4/faq/0669']")
    reviewer.check("[name=better][value='toride-4/faq/0669']")
    reviewer.click("[name=then][value=stay]")
    reviewer.wait_for_url("**saved=*")
    return address


def _proposed(reviewer: Page, answer: str) -> str:
    """Draft an answer from what was asked, and propose it. Gives the version's address."""
    message_id = urlsplit(answer).path.rpartition("/")[2]
    reviewer.goto(f"/review/corrections/new?kind=answer&from={message_id}")
    assert QUESTION in reviewer.input_value("[name=forms]")
    reviewer.fill("[name=answer]", ANSWER)
    reviewer.fill("[name=passages_query]", "コンビニ交付")
    reviewer.click("[name=search][value=passages]")
    reviewer.wait_for_selector("[name=passages][value='toride-4/faq/0669']")
    reviewer.check("[name=passages][value='toride-4/faq/0669']")
    reviewer.click("[name=do][value=save]")
    reviewer.wait_for_url("**/versions/1")
    reviewer.click("form[action$='/propose'] button")
    reviewer.wait_for_selector("#decision")
    assert not reviewer.locator("form[action$='/approve']").count()  # nobody approves their own
    return reviewer.url


def _approved(approver: Page, version: str) -> None:
    """Look at the proof, then approve."""
    approver.goto(version)
    approve = "form[action$='/approve'] button:not([formaction])"
    approver.click(approve)
    assert approver.locator("[data-kind=error]").count()  # not before the proof
    approver.goto(version)
    approver.click("form[action$='/proof'] button")
    approver.wait_for_selector(".proof__state[data-state=done]", timeout=120_000)
    approver.goto(version)
    approver.click(approve)
    approver.wait_for_url("**/versions/1")


@pytest.mark.meets("U-07", "U-17")
def test_what_residents_ask_is_put_right_and_back(browser: Browser, origin: str) -> None:
    resident = _opened(browser, origin)
    asked = _asked(resident)
    assert asked.locator("li.turn").last.get_attribute("data-status") == "not_found"
    asked.click(".vote__no summary")
    asked.click("[data-vote] button[value=false]")
    asked.wait_for_selector(".vote__thanks")

    reviewer = _signed_in(browser, origin, "reviewer")
    version = _proposed(reviewer, _judged(reviewer))
    assert _status(resident) == "not_found"  # a proposal answers nobody

    approver = _signed_in(browser, origin, "approver")
    _approved(approver, version)
    assert _goes_live(resident, "answered")
    told = _asked(resident).locator("li.turn").last
    assert ANSWER in told.inner_text()
    assert "コンビニエンスストア" in told.locator("blockquote").first.inner_text()

    approver.goto(version.rpartition("/versions/")[0] + "/undo")
    approver.fill("[name=note]", "市民課に確かめるまで取り下げます。")
    approver.click("main form[action$='/undo'] button")
    approver.wait_for_url(version.rpartition("/versions/")[0] + "**")
    assert _goes_live(resident, "not_found")
