"""Signing in, one's own account, users, the log of changes."""

from __future__ import annotations

from tests.service.http.review.route import Route

ROUTES = (
    Route("GET", "/review/login", "/review/login", None, is_open=True),
    Route("POST", "/review/login", "/review/login", None, is_open=True),
    Route("GET", "/review/login/code", "/review/login/code", None),
    Route("POST", "/review/login/code", "/review/login/code", None, {"code": "000000"}),
    Route("POST", "/review/logout", "/review/logout", None),
)
