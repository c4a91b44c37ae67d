"""Figures, their files, the monthly reports."""

from __future__ import annotations

from service.accounts import Role
from tests.service.http.review.route import Route

DASHBOARD = "/review/dashboard"

ROUTES = (
    Route("GET", DASHBOARD, f"{DASHBOARD}?city=toride", Role.VIEWER, of_city=True),
    Route(
        "GET",
        f"{DASHBOARD}/{{table}}.csv",
        f"{DASHBOARD}/statuses.csv?city=toride",
        Role.VIEWER,
        of_city=True,
    ),
    Route("GET", "/review/reports", "/review/reports?city=toride", Role.VIEWER, of_city=True),
    Route(
        "GET",
        "/review/reports/{month}",
        "/review/reports/2025-06?city=toride",
        Role.VIEWER,
        of_city=True,
    ),
)
