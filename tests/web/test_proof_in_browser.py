"""A proof by keyboard: begun with Enter, followed without reloading, said politely."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

import pytest
import uvicorn
from playwright.sync_api import Browser, expect

from service.accounts import Role
from service.answering.corrections.records import Synonym
from service.correcting.drafts import Drafts
from service.counter import Counter
from service.http import create_app
from service.http.review.cookies import SESSION_COOKIE
from service.settings import Settings
from service.wall_clock import now
from tests.service.http.review.staff_client import for_staff, make_staff, parts_of_app

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
) -> Iterator[tuple[str, str]]:
    """The address of a draft's page, and the token of an approver."""
    url = f"sqlite:///{tmp_path_factory.mktemp('proof') / 'madoguchi.sqlite3'}"
    app = create_app(for_staff(settings, url), counter)
    parts = parts_of_app(app)
    author = make_staff(parts.accounts, "author", {"toride": Role.REVIEWER})
    approver = make_staff(parts.accounts, "approver", {"toride": Role.APPROVER})
    draft = Synonym(("情報化計画", "デジタル計画"))
    correction = Drafts(parts.store, now).begin(author, "toride", draft)
    with parts.store.writing() as connection:
        token = parts.accounts.sessions.begin(connection, approver.id, is_proven=True)
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    origin = f"http://127.0.0.1:{listener.getsockname()[1]}"
    yield f"{origin}/review/corrections/{correction}/versions/1", token
    server.should_exit = True
    thread.join()
    listener.close()


@pytest.mark.meets("U-07", "U-11", "U-12")
def test_a_proof_is_begun_and_followed_by_keyboard(
    browser: Browser, version: tuple[str, str]
) -> None:
    address, token = version
    with browser.new_context(locale="ja-JP") as context:
        cookie = {"name": SESSION_COOKIE, "value": token, "path": "/review"}
        context.add_cookies([{**cookie, "domain": "127.0.0.1"}])  # type: ignore[typeddict-item]
        page = context.new_page()
        page.goto(address)
        page.get_by_role("button", name="試験を始める").focus()
        page.keyboard.press("Enter")
        page.wait_for_selector("progress")
        page.evaluate(LISTEN)
        assert page.url == f"{address}#proof"
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
