"""Signing in as a browser does it: cookies, steps, and what an attacker might try."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pyotp
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response
from lxml.html import HtmlElement

from service.accounts import Role, Staff
from service.counter import Counter
from service.http import create_app
from service.http.review.access import safe_next
from service.http.review.cookies import FORM_COOKIE, SESSION_COOKIE
from service.settings import Settings
from tests.service.http.review.staff_client import (
    HTML,
    PASSWORD,
    SignedIn,
    csrf_in,
    for_staff,
    make_staff,
    parts_of_app,
    signed_in_as,
)

PageOf = Callable[[Response], HtmlElement]


@pytest.fixture(scope="module")
def hanako(review_app: FastAPI) -> Staff:
    return make_staff(parts_of_app(review_app).accounts, "hanako", {"toride": Role.REVIEWER})


def sign_in(browser: TestClient, login: str = "hanako", **fields: str) -> Response:
    csrf = csrf_in(browser.get("/review/login", headers=HTML))
    given = {"login": login, "password": PASSWORD, "csrf": csrf} | fields
    return browser.post("/review/login", data=given, headers=HTML)


def plant(browser: TestClient, token: str) -> None:
    """Let a browser hold a session that nobody gave it."""
    browser.cookies.set(SESSION_COOKIE, token, domain="testserver.local", path="/review")


def cookies_of(response: Response) -> dict[str, set[str]]:
    """Each cookie that is set, with its attributes in lower case."""
    found = {}
    for line in response.headers.get_list("set-cookie"):
        pair, *attributes = line.split(";")
        found[pair.split("=")[0]] = {one.strip().lower() for one in attributes}
    return found


def test_who_signs_in_comes_to_where_they_wanted_to(
    stranger: TestClient, hanako: Staff, page_of: PageOf
) -> None:
    wanted = stranger.get("/review/account?done=session", headers=HTML)
    login = wanted.headers["location"]
    assert login == "/review/login?next=%2Freview%2Faccount%3Fdone%3Dsession"
    page = page_of(stranger.get(login, headers=HTML))
    following = page.xpath("//input[@name='next']/@value")[0]
    response = sign_in(stranger, next=following)
    assert response.status_code == 303
    assert response.headers["location"] == "/review/account?done=session"
    account = stranger.get(response.headers["location"], headers=HTML)
    assert "取手市：確認者" in account.text
    assert stranger.get("/review/login").headers["location"] == "/review"


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(
    review_app: FastAPI, hanako: Staff
) -> None:
    for scheme, secure in (("http", False), ("https", True)):
        browser = TestClient(review_app, base_url=f"{scheme}://testserver", follow_redirects=False)
        form = cookies_of(browser.get("/review/login", headers=HTML))
        session = cookies_of(sign_in(browser))
        assert set(form) == {FORM_COOKIE}
        assert set(session) == {SESSION_COOKIE}
        for attributes in (form[FORM_COOKIE], session[SESSION_COOKIE]):
            assert {"httponly", "samesite=strict", "path=/review"} <= attributes
            assert ("secure" in attributes) is secure
            assert not [one for one in attributes if one.startswith(("max-age", "expires"))]


def test_pages_of_staff_are_kept_by_nobody_and_framed_by_nobody(
    signed_in: Callable[..., SignedIn],
) -> None:
    headers = signed_in(Role.ADMIN).get("/review/account").headers
    assert headers["cache-control"] == "no-store"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]


def test_a_session_that_an_attacker_planted_is_not_taken(
    stranger: TestClient, hanako: Staff
) -> None:
    plant(stranger, "planted")
    response = sign_in(stranger)
    assert response.status_code == 303
    assert stranger.cookies.get(SESSION_COOKIE) not in (None, "planted")
    plant(stranger, "planted")
    assert stranger.get("/review/account").status_code == 303


def test_signing_in_ends_the_session_that_the_browser_had(
    review_app: FastAPI, stranger: TestClient, hanako: Staff
) -> None:
    sign_in(stranger)
    before = stranger.cookies.get(SESSION_COOKIE) or ""
    csrf = stranger.cookies.get(FORM_COOKIE) or ""
    given = {"login": "hanako", "password": PASSWORD, "csrf": csrf}
    assert stranger.post("/review/login", data=given).status_code == 303
    assert stranger.cookies.get(SESSION_COOKIE) != before
    assert parts_of_app(review_app).accounts.sessions.find(before) is None


def test_the_form_to_sign_in_is_held_to_its_browser(stranger: TestClient, hanako: Staff) -> None:
    assert sign_in(stranger, csrf="").status_code == 403
    assert sign_in(stranger, csrf="x" * 43).status_code == 403
    csrf = csrf_in(stranger.get("/review/login", headers=HTML))
    given = {"login": "hanako", "password": PASSWORD, "csrf": csrf}
    evil = {"Origin": "https://evil.example"}
    assert stranger.post("/review/login", data=given, headers=evil).status_code == 403
    own = {"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}
    assert stranger.post("/review/login", data=given, headers=own).status_code == 303


def test_what_is_wrong_is_told_with_what_was_typed_but_no_password(
    stranger: TestClient, hanako: Staff, page_of: PageOf
) -> None:
    texts = []
    for login in ("hanako", "nobody"):
        response = sign_in(stranger, login, password="my wrong password")
        assert response.status_code == 422
        page = page_of(response)
        assert page.xpath("//title")[0].text_content().startswith("エラー：")
        assert page.get_element_by_id("field-login").get("value") == login
        assert page.get_element_by_id("field-login").get("aria-invalid") == "true"
        assert "my wrong password" not in response.text
        texts.append(page.get_element_by_id("field-login-error").text_content())
    assert texts[0] == texts[1]


def test_signing_out_ends_the_session_on_the_server(
    review_app: FastAPI, signed_in: Callable[..., SignedIn], hanako: Staff
) -> None:
    browser = signed_in_as(review_app, hanako)
    token = browser.client.cookies.get(SESSION_COOKIE) or ""
    assert browser.post("/review/logout").headers["location"] == "/review/login"
    assert parts_of_app(review_app).accounts.sessions.find(token) is None
    plant(browser.client, token)
    assert browser.get("/review/account").status_code == 303


@pytest.mark.parametrize(
    "wanted",
    [
        *(
            "https://evil.example",
            "//evil.example/review",
            "/\\evil.example",
            "javascript:alert(1)",
        ),
        *("/reviewer", "/toride", "", "review", "/review/../toride", "/review\\..\\x"),
        *("/review/login", "/review/logout", "/review\n", "http:/review", "/review/\u3000"),
        "http://testserver/review",
    ],
)
def test_next_leads_nowhere_else(stranger: TestClient, hanako: Staff, wanted: str) -> None:
    assert safe_next(wanted) == "/review"
    assert sign_in(stranger, next=wanted).headers["location"] == "/review"


def test_next_leads_below_the_desk() -> None:
    for wanted in ("/review", "/review?a=b%20c", "/review/audit?subject=user%3A1&login=x"):
        assert safe_next(wanted) == wanted


def test_after_a_form_one_comes_back_to_the_page_that_it_stood_on(stranger: TestClient) -> None:
    for referrer, location in (
        ("http://testserver/review/users/1?done=role", "?next=%2Freview%2Fusers%2F1%3Fdone%3Drole"),
        ("https://evil.example/x", ""),
    ):
        response = stranger.post("/review/users/1/role", headers=HTML | {"Referer": referrer})
        assert response.headers["location"] == f"/review/login{location}"


@pytest.fixture(scope="module")
def strict_app(
    settings: Settings, counter: Counter, tmp_path_factory: pytest.TempPathFactory
) -> FastAPI:
    """An app as it comes: approvers need a second factor, few tries a minute."""
    url = f"sqlite:///{tmp_path_factory.mktemp('strict') / 'madoguchi.sqlite3'}"
    changes = {"staff_totp_required": "approver", "staff_sign_ins_per_minute": 8}
    return create_app(for_staff(settings, url, **changes), counter)


def test_the_first_start_tells_how_to_make_the_first_admin(
    strict_app: FastAPI, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "madoguchi")
    with TestClient(strict_app) as browser:
        assert "madoguchi user add LOGIN" in browser.get("/review/login", headers=HTML).text
    assert "madoguchi user add LOGIN" in caplog.text
    caplog.clear()
    make_staff(parts_of_app(strict_app).accounts, "first", {"*": Role.ADMIN})
    with TestClient(strict_app) as browser:
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


def test_no_login_password_or_code_reaches_the_log(
    stranger: TestClient, hanako: Staff, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "madoguchi")
    sign_in(stranger, "nobody-at-all", password="my wrong password")
    sign_in(stranger)
    stranger.get("/review/audit?login=somebody&older_than=x", headers=HTML)
    secrets = ("nobody-at-all", "my wrong", PASSWORD, "hanako", "somebody")
    assert not [one for one in secrets if one in caplog.text]
