"""The queue, what is done with its items, and how far reviewers agree."""

from __future__ import annotations

from service.accounts import Role
from service.http.parts import Parts
from service.reviewing.states import Why
from tests.service.http.review.queue.asked import put
from tests.service.http.review.route import Route

_ID = "e" * 32


def _acting(parts: Parts) -> str:
    put(parts.store, _ID, why=Why.NOT_FOUND)
    return "/review"


ROUTES = (
    Route("GET", "/review", "/review", Role.VIEWER),
    Route(
        "POST",
        "/review",
        _acting,
        Role.REVIEWER,
        {"act": "take", "pick": f"{_ID}.1"},
        of_city=True,
    ),
    Route("GET", "/review/agreement", "/review/agreement", Role.REVIEWER),
)
