"""The search lab and the viewer of passages."""

from __future__ import annotations

from service.accounts import Role
from service.http.parts import Parts
from tests.service.http.review.route import Route


def _passage(parts: Parts) -> str:
    passage = next(one for one in parts.desk.counter.searcher.passages if one.city == "toride")
    return f"/review/passages/{passage.id}"


ROUTES = (
    Route("GET", "/review/search", "/review/search", Role.VIEWER),
    Route(
        "POST",
        "/review/search",
        "/review/search",
        Role.VIEWER,
        {"question": "LGWANとは何ですか", "city": "toride"},
        of_city=True,
    ),
    Route("GET", "/review/passages", "/review/passages", Role.VIEWER),
    Route(
        "GET",
        "/review/passages/{plan_id}",
        "/review/passages/toride-4",
        Role.VIEWER,
        of_city=True,
    ),
    Route(
        "POST",
        "/review/passages/{plan_id}",
        "/review/passages/toride-4",
        Role.VIEWER,
        {"words": "交付"},
        of_city=True,
    ),
    Route("GET", "/review/passages/{plan_id}/{local:path}", _passage, Role.VIEWER, of_city=True),
)
