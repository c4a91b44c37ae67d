"""A browser in which a member of staff is signed in, and the app that it talks to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, cast

from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response

from service.accounts import Accounts, Role, Staff
from service.http.parts import Parts
from service.http.review.cookies import SESSION_COOKIE
from service.settings import Settings
from service.store import Store

HTML = {"Accept": "text/html"}
PASSWORD = "correct horse battery staple"
# Argon2 as cheap as it can be, nobody asked for a second factor, no limit on tries.
CHEAP: dict[str, Any] = {
    "staff_argon2_memory_kib": 8,
    "staff_argon2_passes": 1,
    "staff_totp_required": "none",
    "staff_sign_ins_per_minute": 0,
}


def for_staff(settings: Settings, url: str, **changes: object) -> Settings:
    """Settings of a test over a database of its own."""
    return settings.model_copy(update={"database_url": url} | CHEAP | changes)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A member of staff with a browser. `csrf`: what their forms carry."""

    client: TestClient
    staff: Staff
    csrf: str

    def get(self, path: str, **given: Any) -> Response:
        """A page as a browser asks for it; redirects are not followed."""
        return self.client.get(path, headers=HTML, follow_redirects=False, **given)

    def post(self, path: str, **fields: Any) -> Response:
        """A form as a browser sends it, with what it carries."""
        data = {"csrf": self.csrf} | fields
        return self.client.post(path, data=data, headers=HTML, follow_redirects=False)


def parts_of_app(app: FastAPI) -> Parts:
    return cast(Parts, app.state.parts)


def make_staff(accounts: Accounts, login: str, roles: dict[str, Role]) -> Staff:
    """A member of staff whose password is PASSWORD."""
    account, _ = accounts.administration.add(None, login, f"職員 {login}", roles, PASSWORD)
    return account.staff


def begin_session(store: Store, accounts: Accounts, staff: Staff) -> str:
    """The token of a session of theirs in which the second factor is proven."""
    with store.writing() as connection:
        return accounts.sessions.begin(connection, staff.id, is_proven=True)


def signed_in_as(app: FastAPI, staff: Staff) -> SignedIn:
    """A fresh browser, in which `staff` have signed in."""
    parts = parts_of_app(app)
    token = begin_session(parts.store, parts.accounts, staff)
    session = parts.accounts.sessions.find(token)
    assert session is not None
    client = TestClient(app, raise_server_exceptions=False)
    client.cookies.set(SESSION_COOKIE, token, path="/review")
    return SignedIn(client, staff, session.csrf)


def csrf_in(response: Response) -> str:
    """What the first form of a page carries."""
    found = re.search(r'name="csrf" value="([^"]+)"', response.text)
    assert found, response.text[:2000]
    return found[1]


def sign_in(browser: TestClient, login: str = "hanako", **fields: str) -> Response:
    """Send the form to sign in as a browser does, with PASSWORD."""
    csrf = csrf_in(browser.get("/review/login", headers=HTML))
    given = {"login": login, "password": PASSWORD, "csrf": csrf} | fields
    return browser.post("/review/login", data=given, headers=HTML)
