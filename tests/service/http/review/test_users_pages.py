"""Users and the log of changes as pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from fastapi import FastAPI
from httpx2 import Response
from lxml.html import HtmlElement

from service.accounts import Role, note
from tests.service.http.review.staff_client import (
    SignedIn,
    make_staff,
    parts_of_app,
    signed_in_as,
)

PageOf = Callable[[Response], HtmlElement]
SignIn = Callable[..., SignedIn]
NOW = datetime(2025, 6, 2, tzinfo=UTC)
NEW = {"login": "taro", "name": "太郎", "city": "toride", "role": "reviewer"}


def texts(page: HtmlElement, xpath: str) -> list[str]:
    return [" ".join(one.text_content().split()) for one in page.xpath(xpath)]


def test_a_user_is_added_and_signs_in_with_the_password_that_is_shown_once(
    review_app: FastAPI, signed_in: SignIn, page_of: PageOf
) -> None:
    admin = signed_in(Role.ADMIN)
    wrong = admin.post("/review/users/new", **NEW | {"login": "太郎", "role": "approver"})
    assert wrong.status_code == 422
    page = page_of(wrong)
    assert page.get_element_by_id("field-login").get("value") == "太郎"
    assert page.get_element_by_id("field-name").get("value") == "太郎"
    assert page.xpath("//option[@value='approver'][@selected]")
    added = admin.post("/review/users/new", **NEW)
    assert added.status_code == 200
    (password,) = texts(page_of(added), "//dd[@class='key']")
    assert parts_of_app(review_app).accounts.signing_in.with_password("taro", password)
    again = admin.post("/review/users/new", **NEW)
    assert again.status_code == 422
    assert "すでに使われています" in again.text
    listed = page_of(admin.get("/review/users"))
    row = next(row for row in texts(listed, "//tbody/tr") if row.startswith("taro"))
    assert "取手市：確認者" in row
    assert "初期パスワード" in row


def test_an_administrator_of_a_city_sees_nothing_of_others(
    review_app: FastAPI, signed_in: SignIn, page_of: PageOf
) -> None:
    accounts = parts_of_app(review_app).accounts
    make_staff(accounts, "elsewhere", {"otawara": Role.VIEWER})
    both = make_staff(accounts, "both", {"toride": Role.VIEWER, "otawara": Role.ADMIN})
    admin = signed_in(Role.ADMIN)
    users = page_of(admin.get("/review/users"))
    assert "elsewhere" not in users.text_content()
    assert "both" in users.text_content()
    assert "大田原市" not in users.text_content()
    page = page_of(admin.get(f"/review/users/{both.id}"))
    assert page.xpath("//select[@name='city']/option/@value") == ["toride"]
    assert "大田原市" not in page.text_content()
    assert not page.xpath("//form[contains(@action, 'disable') or contains(@action, 'password')]")
    assert admin.post(f"/review/users/{both.id}/password").status_code == 403
    everywhere = page_of(signed_in(Role.ADMIN, "*").get(f"/review/users/{both.id}"))
    assert everywhere.xpath("//select[@name='city']/option/@value")[0] == "*"
    assert everywhere.xpath("//form[contains(@action, 'disable')]")


def test_a_role_is_changed_and_taken_away(
    review_app: FastAPI, signed_in: SignIn, page_of: PageOf
) -> None:
    accounts, admin = parts_of_app(review_app).accounts, signed_in(Role.ADMIN)
    jiro = make_staff(accounts, "jiro", {"toride": Role.VIEWER})
    browser = signed_in_as(review_app, jiro)
    path = f"/review/users/{jiro.id}"
    done = admin.post(f"{path}/role", city="toride", role="approver")
    assert done.headers["location"] == f"{path}?done=role"
    assert "取手市：承認者" in admin.get(done.headers["location"]).text
    assert browser.get("/review/account").status_code == 303
    gone = admin.post(f"{path}/role", city="toride", role="")
    assert gone.headers["location"] == "/review/users"
    assert admin.get(path).status_code == 403
    assert admin.post(f"{path}/role", city="edo", role="viewer").status_code == 422
    assert admin.post(f"{path}/role", city="toride", role="emperor").status_code == 422
    assert admin.get(f"/review/users/{'0' * 32}").status_code == 404


def test_ones_own_last_role_and_account_are_kept(signed_in: SignIn, page_of: PageOf) -> None:
    admin = signed_in(Role.ADMIN, "oyama")
    path = f"/review/users/{admin.staff.id}"
    for below, fields in (
        ("role", {"city": "oyama", "role": "viewer"}),
        *((below, {}) for below in ("disable", "password", "second-factor")),
    ):
        refused = admin.post(f"{path}/{below}", **fields)
        assert refused.status_code == 422
        assert texts(page_of(refused), "//*[@role='alert']")[0].startswith("エラー：")
    page = page_of(admin.get(path))
    for below in ("disable", "password", "second-factor"):
        assert not page.xpath(f"//form[contains(@action, '{below}')]")
    assert page.xpath("//main//a[@href='/review/account']")


def test_each_sees_the_ways_that_their_role_may_go(signed_in: SignIn, page_of: PageOf) -> None:
    ways = {
        role: texts(page_of(signed_in(role).get("/review/account")), "//nav//li") for role in Role
    }
    assert ways[Role.VIEWER] == ["キュー", "訂正", "集計", "検索"]
    assert ways[Role.APPROVER] == ["キュー", "訂正", "集計", "検索", "記録"]
    assert ways[Role.ADMIN] == ["キュー", "訂正", "集計", "検索", "利用者", "記録"]
    page = page_of(signed_in(Role.ADMIN).get("/review/users/new"))
    assert texts(page, "//nav//a[@aria-current]") == ["利用者"]


def test_the_log_of_changes_is_that_of_ones_own_cities(
    review_app: FastAPI, signed_in: SignIn, page_of: PageOf
) -> None:
    parts, approver = parts_of_app(review_app), signed_in(Role.APPROVER)
    everybody = signed_in(Role.ADMIN, "*")
    with parts.store.writing() as connection:
        for city in ("toride", "otawara", None):
            subject, after = f"correction:{city}", {"state": "live", "plans": ["a", "b"]}
            note(connection, approver.staff, "other.done", subject, city, None, after, at=NOW)

    def subjects(browser: SignedIn, query: str) -> list[str]:
        page = page_of(browser.get(f"/review/audit?{query}"))
        return texts(page, "//tbody/tr/td[@class='subject']")

    assert subjects(approver, "action=other.done") == ["correction:toride"]
    assert len(subjects(everybody, "action=other.done")) == 3
    assert subjects(everybody, "subject=correction:o") == ["correction:otawara"]
    assert subjects(everybody, f"login={approver.staff.login}&until=2020-01-01") == []
    wide = approver.staff.login.upper().translate({ord("A"): "Ａ", ord("-"): "－"})
    assert subjects(approver, f"action=other.done&login={wide}") == ["correction:toride"]
    page = page_of(approver.get("/review/audit?action=other.done"))
    assert texts(page, "//tbody/tr/td[last()]//dt") == ["状態：", "plans："]
    assert texts(page, "//tbody/tr/td[last()]//dd/span") == ["live", "a", "b"]
    users = page_of(everybody.get("/review/audit?action=user.added"))
    assert approver.staff.login in texts(users, "//tbody/tr/td[@class='subject']")


def test_a_day_that_is_none_is_told(signed_in: SignIn, page_of: PageOf) -> None:
    response = signed_in(Role.APPROVER).get("/review/audit?since=yesterday&login=x")
    assert response.status_code == 422
    page = page_of(response)
    assert "日付" in page.get_element_by_id("field-since-error").text_content()
    assert page.get_element_by_id("field-login").get("value") == "x"
    assert signed_in(Role.APPROVER).get("/review/audit?older_than=0").status_code == 422


def test_addresses_keep_filters_that_are_called_like_preferences(signed_in: SignIn) -> None:
    browser = signed_in(Role.VIEWER)
    assert browser.get("/review/account?lang=en").status_code == 200
    switched = browser.get("/review/account?lang=en&size=large")
    assert switched.headers["location"] == "/review/account?lang=en"
    page = browser.get("/review/account")
    assert 'lang="ja"' in page.text
    assert 'data-size="large"' in page.text
