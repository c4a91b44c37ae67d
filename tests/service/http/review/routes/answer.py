"""The page of an answer."""

from __future__ import annotations

from service.accounts import Role
from service.http.parts import Parts
from tests.service.http.review.answering import told
from tests.service.http.review.route import Route

TEMPLATE = "/review/answers/{message_id}"


def address(parts: Parts) -> str:
    return f"/review/answers/{told(parts).message_id}"


ROUTES = (
    Route("GET", TEMPLATE, address, Role.VIEWER, of_city=True),
    Route(
        "POST",
        f"{TEMPLATE}/judgement",
        lambda parts: f"{address(parts)}/judgement",
        Role.REVIEWER,
        {"sentence-1": "right"},
        of_city=True,
    ),
    Route(
        "POST",
        f"{TEMPLATE}/judgement/withdraw",
        lambda parts: f"{address(parts)}/judgement/withdraw",
        Role.REVIEWER,
        {"version": "1"},
        of_city=True,
    ),
    Route(
        "POST",
        f"{TEMPLATE}/again",
        lambda parts: f"{address(parts)}/again",
        Role.VIEWER,
        of_city=True,
    ),
)
