"""Signing in as a browser does it: cookies, steps, and what an attacker might try."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response
from lxml.html import HtmlElement

from service.accounts import Role, Staff
from service.http.review.access import safe_next
from service.http.review.cookies import FORM_COOKIE, SESSION_COOKIE
from tests.service.http.review.staff_client import (
    HTML,
    PASSWORD,
    SignedIn,
    csrf_in,
    make_staff,
    parts_of_app,
    sign_in,
    signed_in_as,
)

PageOf = Callable[[Response], HtmlElement]


@pytest.fixture(scope="module")
def hanako(review_app: FastAPI) -> Staff:
    return make_staff(parts_of_app(review_app).accounts, "hanako", {"toride": Role.REVIEWER})


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


def test_no_login_password_or_code_reaches_the_log(
    stranger: TestClient, hanako: Staff, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "madoguchi")
    sign_in(stranger, "nobody-at-all", password="my wrong password")
    sign_in(stranger)
    stranger.get("/review/audit?login=somebody&older_than=x", headers=HTML)
    secrets = ("nobody-at-all", "my wrong", PASSWORD, "hanako", "somebody")
    assert not [one for one in secrets if one in caplog.text]
