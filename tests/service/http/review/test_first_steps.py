"""An app as it comes: the first user, the steps that come first, a few tries a minute."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

import pyotp
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response
from lxml.html import HtmlElement

from service.accounts import Role
from service.counter import Counter
from service.http import create_app
from service.http.review.cookies import SESSION_COOKIE
from service.settings import Settings
from tests.service.http.review.staff_client import (
    HTML,
    csrf_in,
    for_staff,
    make_staff,
    parts_of_app,
    sign_in,
)

PageOf = Callable[[Response], HtmlElement]


@pytest.fixture(scope="module")
def strict_app(
    settings: Settings, counter: Counter, tmp_path_factory: pytest.TempPathFactory
) -> FastAPI:
    """An app as it comes: approvers need a second factor, few tries a minute."""
    url = f"sqlite:///{tmp_path_factory.mktemp('strict') / 'madoguchi.sqlite3'}"
    changes = {"staff_totp_required": "approver", "staff_sign_ins_per_minute": 8}
    return create_app(for_staff(settings, url, **changes), counter)


def test_the_first_start_tells_how_to_make_the_first_admin(
    settings: Settings, counter: Counter, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "madoguchi")
    own = for_staff(settings, f"sqlite:///{tmp_path / 'madoguchi.sqlite3'}")
    with TestClient(create_app(own, counter)) as browser:
        assert "madoguchi user add LOGIN" in browser.get("/review/login", headers=HTML).text
        make_staff(parts_of_app(browser.app).accounts, "first", {"*": Role.ADMIN})
    assert "madoguchi user add LOGIN" in caplog.text
    caplog.clear()
    with TestClient(create_app(own, counter)) as browser:
        assert "madoguchi user add" not in browser.get("/review/login", headers=HTML).text
    assert "madoguchi user add" not in caplog.text


def test_every_step_comes_before_everything_else(strict_app: FastAPI, page_of: PageOf) -> None:
    accounts = parts_of_app(strict_app).accounts
    roles = {"toride": Role.APPROVER}
    _, given = accounts.administration.add(None, "taro", "太郎", roles)
    browser = TestClient(strict_app, follow_redirects=False)

    def send(path: str, page: Response, **fields: str) -> Response:
        return browser.post(path, data={"csrf": csrf_in(page)} | fields, headers=HTML)

    def get(path: str) -> Response:
        return browser.get(path, headers=HTML)

    sign_in(browser, "taro", password=given)
    for path in ("/review/account", "/review/account/second-factor", "/review/audit"):
        assert get(path).headers["location"] == "/review/account/password"
    page = get("/review/account/password")
    assert not page_of(page).xpath("//nav")
    new = {"present": given, "new": "a password of my own", "again": "a password of my own"}
    differs = send("/review/account/password", page, **new | {"again": "another"})
    assert differs.status_code == 422
    assert given not in differs.text
    before = browser.cookies.get(SESSION_COOKIE)
    assert send("/review/account/password", page, **new).status_code == 303
    assert browser.cookies.get(SESSION_COOKIE) != before

    for path in ("/review/account", "/review/account/password", "/review/audit"):
        assert get(path).headers["location"] == "/review/account/second-factor"
    page = get("/review/account/second-factor")
    key = page_of(page).xpath("//p[@class='key']")[0].text_content().replace(" ", "")
    assert page_of(page).xpath("//div[@role='img'][@aria-label]/*[local-name()='svg']")
    wrong = send("/review/account/second-factor", page, code="000000")
    assert wrong.status_code == 422
    assert key in page_of(wrong).xpath("//p[@class='key']")[0].text_content().replace(" ", "")
    before = browser.cookies.get(SESSION_COOKIE)
    codes = send("/review/account/second-factor", page, code=pyotp.TOTP(key).now())
    assert len(page_of(codes).xpath("//ul[@class='codes']/li")) == 10
    assert browser.cookies.get(SESSION_COOKIE) != before
    assert get("/review/audit").status_code == 200
    assert send("/review/logout", codes).status_code == 303  # its forms are of the new session

    response = sign_in(browser, "taro", password="a password of my own", next="/review/audit")
    assert response.headers["location"] == "/review/login/code?next=%2Freview%2Faudit"
    page = get(response.headers["location"])
    for path in ("/review/audit", "/review/account", "/review/account/second-factor"):
        assert get(path).headers["location"] == "/review/login/code"
    recovery = page_of(codes).xpath("//ul[@class='codes']/li")[0].text_content().strip()
    done = send("/review/login/code", page, code=recovery, next="/review/audit")
    assert done.headers["location"] == "/review/audit"
    assert get("/review/audit").status_code == 200


def test_one_client_may_try_a_few_times_a_minute(strict_app: FastAPI) -> None:
    browser = TestClient(strict_app, follow_redirects=False)
    responses = [sign_in(browser, f"nobody{number}") for number in range(9)]
    assert responses[-1].status_code == 429
    assert int(responses[-1].headers["retry-after"]) > 0
    assert "短い時間に何度も" in responses[-1].text


def test_without_its_store_the_desk_says_so(
    settings: Settings, counter: Counter, tmp_path: Path, page_of: PageOf
) -> None:
    (tmp_path / "no-database").mkdir()
    url = f"sqlite:///{tmp_path / 'no-database'}"
    with TestClient(create_app(for_staff(settings, url), counter)) as browser:
        browser.cookies.set(SESSION_COOKIE, "x" * 43, path="/review")
        for path in ("/review/account", "/review/login"):
            response = browser.get(path, headers=HTML)
            assert response.status_code == 503
            assert int(response.headers["retry-after"]) > 0
            page = page_of(response)
            assert page.get("data-surface") == "review"
            assert page.xpath("//*[@role='alert']")[0].text_content().startswith("エラー：")


def test_errors_stand_on_the_desk_too(stranger: TestClient, page_of: PageOf) -> None:
    for response, status in (
        (stranger.get("/review/nowhere", headers=HTML), 404),
        (stranger.put("/review/login", headers=HTML), 405),
        (stranger.post("/review/login", content=b"x" * 70_000, headers=HTML), 413),
        (stranger.post("/review/login", data={"login": "x"}, headers=HTML), 403),
    ):
        assert response.status_code == status
        page = page_of(response)
        assert page.get("data-surface") == "review"
        assert "質問" not in page.get_element_by_id("main").text_content()
