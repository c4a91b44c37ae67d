"""Signing in, one's own account, users, the log of changes."""

from __future__ import annotations

from collections.abc import Callable

from service.accounts import Role
from service.http.parts import Parts
from tests.service.http.review.route import Route
from tests.service.http.review.staff_client import make_staff

ACCOUNT = "/review/account"
FACTOR = f"{ACCOUNT}/second-factor"
USER = "/review/users/{user_id}"
NEW = {"login": "hanako", "name": "花子", "city": "toride", "role": "viewer"}


def user_at(below: str) -> Callable[[Parts], str]:
    """The address of a user of 取手市, made for it alone."""

    def address(parts: Parts) -> str:
        name = f"user{below.replace('/', '-')}"
        return (
            f"/review/users/{make_staff(parts.accounts, name, {'toride': Role.VIEWER}).id}{below}"
        )

    return address


ROUTES = (
    Route("GET", "/review/login", "/review/login", None, is_open=True),
    Route("POST", "/review/login", "/review/login", None, is_open=True),
    Route("GET", "/review/login/code", "/review/login/code", None),
    Route("POST", "/review/login/code", "/review/login/code", None, {"code": "000000"}),
    Route("POST", "/review/logout", "/review/logout", None),
    Route("GET", ACCOUNT, ACCOUNT, None),
    Route("POST", f"{ACCOUNT}/sessions/end", f"{ACCOUNT}/sessions/end", None),
    Route("GET", f"{ACCOUNT}/password", f"{ACCOUNT}/password", None),
    Route("POST", f"{ACCOUNT}/password", f"{ACCOUNT}/password", None, {"present": "wrong"}),
    Route("GET", FACTOR, FACTOR, None),
    Route("POST", FACTOR, FACTOR, None, {"code": "000000"}),
    Route("POST", f"{FACTOR}/codes", f"{FACTOR}/codes", None, {"code": "000000"}),
    Route("POST", f"{FACTOR}/off", f"{FACTOR}/off", None, {"off_code": "000000"}),
    Route("GET", "/review/users", "/review/users", Role.ADMIN),
    Route("GET", "/review/users/new", "/review/users/new", Role.ADMIN),
    Route("POST", "/review/users/new", "/review/users/new", Role.ADMIN, NEW, of_city=True),
    Route("GET", USER, user_at(""), Role.ADMIN, of_city=True),
    *(
        Route("POST", f"{USER}{below}", user_at(below), Role.ADMIN, fields, of_city=True)
        for below, fields in (
            ("/role", {"city": "toride", "role": "reviewer"}),
            *((one, {}) for one in ("/disable", "/enable", "/password", "/second-factor")),
        )
    ),
    Route("GET", "/review/audit", "/review/audit", Role.APPROVER),
)
