"""Signing in, one's own account, users, the log of changes."""

from __future__ import annotations

from playwright.sync_api import Page

from service.accounts import Role
from service.answering.corrections.records import CityContact
from service.http.parts import Parts
from tests.service.correcting.written import AUTHOR, a_draft, proposed_id
from tests.service.http.review.staff_client import make_staff
from tests.web.review_states import ReviewState


def _refused(page: Page) -> None:
    page.fill("#field-login", "nobody")
    page.fill("#field-password", "wrong")
    page.press("#field-password", "Enter")
    page.wait_for_selector("#field-login-error")


def _wrong_password(page: Page) -> None:
    page.fill("#field-present", "wrong")
    page.fill("#field-new", "a password that is new")
    page.fill("#field-again", "a password that is new")
    page.press("#field-again", "Enter")
    page.wait_for_selector("#field-present-error")


def _added(page: Page) -> None:
    page.fill("#field-login", "taro")
    page.fill("#field-name", "太郎")
    page.press("#field-name", "Enter")
    page.wait_for_selector(".key")


def _malformed(page: Page) -> None:
    page.fill("#field-login", "た")
    page.press("#field-name", "Enter")
    page.wait_for_selector("#field-login-error")


def _user_elsewhere(parts: Parts) -> str:
    staff = make_staff(parts.accounts, "jiro", {"toride": Role.REVIEWER, "oyama": Role.VIEWER})
    return f"/review/users/{staff.id}"


def _user(parts: Parts) -> str:
    return f"/review/users/{make_staff(parts.accounts, 'saburo', {'toride': Role.VIEWER}).id}"


def _log(parts: Parts) -> str:
    """Entries of every shape: a body that was saved anew, an approval, a role that changed."""
    saved = a_draft(parts, CityContact("窓口へお尋ねください。"))
    parts.drafts.save(AUTHOR, saved, 1, CityContact("電話でお尋ねください。"), 0)
    proposed_id(parts, CityContact("役所へお尋ねください。"))
    staff = make_staff(parts.accounts, "shiro", {"toride": Role.VIEWER})
    parts.accounts.administration.set_role(None, staff.id, "toride", Role.REVIEWER)
    return "/review/audit"


STATES = {
    "login": ReviewState("/review/login", _refused, None),
    "missing": ReviewState("/review/nowhere", is_variant=True),
    "forbidden": ReviewState("/review/users", None, Role.VIEWER, is_variant=True),
    "account": ReviewState("/review/account"),
    "password": ReviewState("/review/account/password", _wrong_password, is_variant=True),
    "set-up": ReviewState("/review/account/second-factor"),
    "users": ReviewState("/review/users", is_variant=True),
    "new-user": ReviewState("/review/users/new", _malformed),
    "added": ReviewState("/review/users/new", _added, is_variant=True),
    "user": ReviewState(_user),
    "user-elsewhere": ReviewState(_user_elsewhere, is_variant=True),
    "audit": ReviewState(_log),
    "audit-none": ReviewState("/review/audit?login=nobody&since=yesterday", is_variant=True),
}
