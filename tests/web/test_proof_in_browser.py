"""A proof by keyboard: begun with Enter, followed without reloading, said politely."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from service.accounts import Role
from service.answering.corrections.records import Synonym
from service.correcting.drafts import Drafts
from service.counter import Counter
from service.http import create_app
from service.settings import Settings
from service.wall_clock import now
from tests.service.http.review.staff_client import (
    begin_session,
    for_staff,
    make_staff,
    parts_of_app,
)
from tests.serving import served
from tests.web.staff_browser import page_of

# What the live region says, one after the other: it is emptied a second later.
LISTEN = """() => {
    window.said = []
    const place = document.querySelector('[data-proof-announcer]')
    const hear = () => place.textContent.trim() && window.said.push(place.textContent.trim())
    hear()
    new MutationObserver(hear).observe(place, { childList: true })
}"""


@pytest.fixture(scope="module")
def version(
    settings: Settings, counter: Counter, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, str, str]]:
    """Where it is served, the path of a draft's page, and the token of an approver."""
    url = f"sqlite:///{tmp_path_factory.mktemp('proof') / 'madoguchi.sqlite3'}"
    app = create_app(for_staff(settings, url), counter)
    parts = parts_of_app(app)
    author = make_staff(parts.accounts, "author", {"toride": Role.REVIEWER})
    approver = make_staff(parts.accounts, "approver", {"toride": Role.APPROVER})
    draft = Synonym(("情報化計画", "デジタル計画"))
    correction = Drafts(parts.store, now).begin(author, "toride", draft)
    token = begin_session(parts.store, parts.accounts, approver)
    with served(app) as origin:
        yield origin, f"/review/corrections/{correction}/versions/1", token


@pytest.mark.meets("U-07", "U-11", "U-12")
def test_a_proof_is_begun_and_followed_by_keyboard(
    browser: Browser, version: tuple[str, str, str]
) -> None:
    origin, path, token = version
    with page_of(browser, origin, token) as page:
        page.goto(path)
        page.get_by_role("button", name="試験を始める").focus()
        page.keyboard.press("Enter")
        page.wait_for_selector("progress")
        page.evaluate(LISTEN)
        assert page.url == f"{origin}{path}#proof"
        expect(page.locator("[data-proof-look]")).to_be_hidden()
        before = page.evaluate("document.activeElement.tagName")
        expect(page.locator("[data-state='done']")).to_be_visible(timeout=60_000)
        assert page.evaluate("document.activeElement.tagName") == before
        expect(page.locator("#proof table")).to_contain_text("誤りでした")
        said: list[str] = page.evaluate("window.said")
        assert said[-1].startswith("試験が終わりました。")
        assert len(said) <= 6  # the start, each quarter, the end
        page.get_by_role("link", name="ページを読み直して").click()
        expect(page.get_by_role("button", name="もう一度試験する")).to_be_visible()
