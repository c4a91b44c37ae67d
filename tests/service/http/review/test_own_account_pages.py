"""One's own account as pages: tries that are over, a session that ends under a form."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fastapi import FastAPI
from httpx2 import Response
from lxml.html import HtmlElement

from service.accounts import Role
from service.http.review.cookies import SESSION_COOKIE
from tests.service.http.review.staff_client import (
    PASSWORD,
    make_staff,
    parts_of_app,
    signed_in_as,
)

PageOf = Callable[[Response], HtmlElement]
FORM = "/review/account/password"
NEW = {"new": "a password of my own", "again": "a password of my own"}


def test_after_some_wrong_passwords_the_form_takes_none(
    review_app: FastAPI, page_of: PageOf
) -> None:
    taro = make_staff(parts_of_app(review_app).accounts, "taro", {"toride": Role.VIEWER})
    browser = signed_in_as(review_app, taro)
    told = []
    for present in (*["wrong"] * 5, PASSWORD):
        refused = browser.post(FORM, present=present, **NEW)
        assert refused.status_code == 422
        told.append(page_of(refused).get_element_by_id("field-present-error").text_content())
    assert ["正しくありません" in one for one in told] == [True] * 5 + [False]
    assert "時間をおいて" in told[-1]


def test_a_session_that_is_ended_under_a_form_leads_to_sign_in(
    review_app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    accounts = parts_of_app(review_app).accounts
    jiro = make_staff(accounts, "jiro", {"toride": Role.VIEWER})
    browser = signed_in_as(review_app, jiro)
    token = browser.client.cookies.get(SESSION_COOKIE) or ""
    monkeypatch.setattr(accounts.own._passwords, "check", lambda *_: accounts.sessions.close(token))
    response = browser.post(FORM, present=PASSWORD, **NEW)
    assert response.status_code == 303
    assert response.headers["location"].startswith("/review/login")
    assert accounts.signing_in.with_password("jiro", PASSWORD)  # nothing was changed
