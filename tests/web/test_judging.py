"""An answer judged by keyboard alone, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from service.accounts import Role
from service.counter import Counter
from service.http import create_app
from service.http.parts import Parts
from service.settings import Settings
from tests.service.http.review.answering import UNTOLD, told
from tests.service.http.review.staff_client import (
    begin_session,
    for_staff,
    make_staff,
    parts_of_app,
)
from tests.serving import served
from tests.web.staff_browser import page_of


@pytest.fixture
def desk(
    settings: Settings, counter: Counter, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Parts]]:
    """Where it is served, and its parts."""
    url = f"sqlite:///{tmp_path_factory.mktemp('judging') / 'madoguchi.sqlite3'}"
    app = create_app(for_staff(settings, url), counter)
    with served(app) as origin:
        yield origin, parts_of_app(app)


@pytest.fixture
def page(browser: Browser, desk: tuple[str, Parts]) -> Iterator[Page]:
    """A reviewer's browser."""
    origin, parts = desk
    staff = make_staff(parts.accounts, "reviewer", {"toride": Role.REVIEWER})
    token = begin_session(parts.store, parts.accounts, staff)
    with page_of(browser, origin, token) as page:
        yield page


@pytest.mark.meets("U-07")
def test_an_answer_is_judged_by_keys_alone(page: Page, desk: tuple[str, Parts]) -> None:
    _, parts = desk
    waiting = told(parts, UNTOLD)
    reply = told(parts, "取手市と大田原市の計画期間の違いは")
    page.goto(f"/review/answers/{reply.message_id}")
    judged = page.locator("[data-judgeable]")
    page.keyboard.press("j")
    expect(judged.nth(0)).to_be_focused()
    page.keyboard.press("1")
    page.keyboard.press("j")
    page.keyboard.press("3")
    page.keyboard.press("k")
    expect(judged.nth(0)).to_be_focused()
    expect(page.locator("[name=sentence-1][value=right]")).to_be_checked()
    expect(page.locator("[name=sentence-2][value=wrong]")).to_be_checked()
    # Asking again shows what changed in place, and leaves what was chosen.
    page.locator("[data-fetch=again]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#again ul.changes").first).to_be_visible()
    expect(page.locator("#again [data-status]")).to_have_text("いまの回答との違いを表示しました")
    expect(page.locator("[name=sentence-2][value=wrong]")).to_be_checked()
    judged.nth(0).focus()
    page.keyboard.press("n")
    note = page.locator("#field-note")
    expect(note).to_be_focused()
    page.keyboard.type("j1s")
    expect(note).to_have_value("j1s")
    judged.nth(0).focus()
    page.keyboard.press("s")
    page.wait_for_url(f"**/review/answers/{waiting.message_id}?saved={reply.message_id}")
    case = parts.cases.find(reply.message_id)
    assert case is not None
    (kept,) = case.judgements
    assert [one.verdict for one in kept.opinion.sentences] == ["right", "wrong"]
    assert (kept.opinion.verdict, kept.opinion.note) == ("wrong", "j1s")
