"""The queue by keyboard: from answer to answer, taken and set, and the keys switched off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select

from service.accounts import Role
from service.counter import Counter
from service.http import create_app
from service.settings import Settings
from service.store import ReviewItemRow, Store
from tests.service.http.review.queue.asked import put
from tests.service.http.review.staff_client import (
    begin_session,
    for_staff,
    make_staff,
    parts_of_app,
)
from tests.serving import served
from tests.web.staff_browser import page_of

QUESTIONS = ("一つ目の質問", "二つ目の質問", "三つ目の質問")


@pytest.fixture
def desk(
    settings: Settings, counter: Counter, tmp_path: Path, browser: Browser
) -> Iterator[tuple[Page, Store]]:
    """The queue of a reviewer with three questions in it, the newest first."""
    app = create_app(for_staff(settings, f"sqlite:///{tmp_path / 'queue.sqlite3'}"), counter)
    parts = parts_of_app(app)
    staff = make_staff(parts.accounts, "reviewer", {"toride": Role.REVIEWER})
    token = begin_session(parts.store, parts.accounts, staff)
    for number, question in enumerate(QUESTIONS, start=1):
        put(parts.store, f"{number:032x}", question, hours_ago=number)
    with served(app) as origin, page_of(browser, origin, token) as page:
        page.goto("/review")
        yield page, parts.store


def states(store: Store) -> list[str]:
    with store.reading() as connection:
        return list(
            connection.scalars(select(ReviewItemRow.state).order_by(ReviewItemRow.message_id))
        )


@pytest.mark.meets("U-07")
def test_the_queue_is_worked_through_by_keyboard(desk: tuple[Page, Store]) -> None:
    page, store = desk
    keys = page.keyboard
    keys.press("j")
    expect(page.get_by_role("link", name=QUESTIONS[0])).to_be_focused()
    keys.press("j")
    expect(page.get_by_role("link", name=QUESTIONS[1])).to_be_focused()
    keys.press("k")
    keys.press("k")  # there is none before the first
    expect(page.get_by_role("link", name=QUESTIONS[0])).to_be_focused()
    keys.press("s")
    expect(page.get_by_role("status")).to_contain_text("1件")
    assert states(store) == ["in_progress", "open", "open"]
    expect(page.get_by_role("link", name=QUESTIONS[0])).to_be_focused()
    keys.press("2")
    expect(page.get_by_role("link", name=QUESTIONS[0])).to_have_count(0)
    # What comes after it stands in its place now.
    expect(page.get_by_role("link", name=QUESTIONS[1])).to_be_focused()
    assert states(store) == ["done", "open", "open"]
    keys.press("x")
    keys.press("j")
    keys.press("x")
    keys.press("3")
    expect(page.get_by_role("status")).to_contain_text("2件")
    assert states(store) == ["done", "dismissed", "dismissed"]


PRESSED_TWICE = """async () => {
    for (let time = 0; time < 2; time += 1) {
        const press = new KeyboardEvent("keydown", { key: "s", bubbles: true });
        document.activeElement.dispatchEvent(press);
        await new Promise((later) => setTimeout(later, 10));
    }
}"""


@pytest.mark.meets("U-07")
def test_a_key_pressed_twice_is_no_conflict_with_oneself(desk: tuple[Page, Store]) -> None:
    page, store = desk
    page.keyboard.press("s")  # no row is in focus yet: nothing is sent, and the key goes on working
    page.keyboard.press("j")
    page.evaluate(PRESSED_TWICE)
    expect(page.get_by_role("status")).to_contain_text("1件")
    expect(page.locator("#table-conflicts")).to_have_count(0)
    assert states(store) == ["in_progress", "open", "open"]


@pytest.mark.meets("U-07")
def test_keys_sleep_in_fields_and_where_they_are_switched_off(desk: tuple[Page, Store]) -> None:
    page, store = desk
    field = page.locator("#field-words")
    field.press_sequentially("s2j?")
    expect(field).to_have_value("s2j?")
    page.locator("#field-to").focus()
    page.keyboard.press("2")
    page.locator("body").click(position={"x": 1, "y": 1})
    page.keyboard.press("Control+s")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("j")  # nothing moves behind it
    page.get_by_role("checkbox", name="文字のキーで操作する").uncheck()
    page.keyboard.press("Escape")
    for key in ("j", "s", "?"):
        page.keyboard.press(key)
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.reload()
    page.keyboard.press("j")
    expect(page.locator("[data-open]:focus")).to_have_count(0)
    assert states(store) == ["open", "open", "open"]
    page.get_by_role("button", name="キーの一覧").click()
    expect(page.get_by_role("checkbox", name="文字のキーで操作する")).not_to_be_checked()
