"""Requests to a kiosk that OpenAPI is tested with: method, template, address, keywords, status."""

from __future__ import annotations

from typing import Any

_ASK = {"question": "コンビニ交付はいつから"}
_HTML = {"Accept": "text/html"}
_PLAN = "/kiosk/{city}/sources/{plan_id}"
_MEASURES = f"{_PLAN}/measures"
_NONE = {"message_id": "0" * 32}

KIOSK_REQUESTS: list[tuple[str, str, str, dict[str, Any], int]] = [
    ("get", "/kiosk", "/kiosk", {}, 200),
    ("get", "/kiosk/offline", "/kiosk/offline", {}, 200),
    ("get", "/kiosk/worker.js", "/kiosk/worker.js", {}, 200),
    ("get", "/kiosk/{city}", "/kiosk/toride", {}, 200),
    ("get", "/kiosk/{city}", "/kiosk/edo", {"headers": _HTML}, 404),
    ("post", "/kiosk/{city}", "/kiosk/toride", {"data": _ASK}, 200),
    ("post", "/kiosk/{city}", "/kiosk/toride", {"data": _ASK, "follow_redirects": False}, 303),
    ("post", "/kiosk/{city}", "/kiosk/toride", {"data": {"question": ""}}, 422),
    ("get", "/kiosk/{city}/topics", "/kiosk/toride/topics", {}, 200),
    ("get", "/kiosk/{city}/topics/{topic_id}", "/kiosk/toride/topics/toride-online", {}, 200),
    ("get", "/kiosk/{city}/topics/{topic_id}", "/kiosk/toride/topics/none", {}, 404),
    ("get", "/kiosk/{city}/write", "/kiosk/toride/write", {}, 200),
    ("post", "/kiosk/{city}/feedback", "/kiosk/toride/feedback", {"data": {}}, 422),
    ("post", "/kiosk/{city}/take", "/kiosk/toride/take", {"data": _NONE}, 404),
    ("post", "/kiosk/{city}/take", "/kiosk/toride/take", {"data": {}}, 422),
    (
        "get",
        "/kiosk/{city}/take/{token}",
        "/kiosk/toride/take/none",
        {"follow_redirects": False},
        303,
    ),
    ("get", "/kiosk/{city}/sources", "/kiosk/toride/sources", {}, 200),
    ("get", _PLAN, "/kiosk/toride/sources/oyama-3", {}, 200),
    ("get", _PLAN, "/kiosk/toride/sources/edo-1", {}, 404),
    ("post", _PLAN, "/kiosk/toride/sources/oyama-3", {"data": {"find": "市民"}}, 200),
    ("post", _PLAN, "/kiosk/toride/sources/oyama-3", {"data": {"find": ""}}, 422),
    ("get", _MEASURES, "/kiosk/toride/sources/toride-4/measures", {}, 200),
    ("get", f"{_MEASURES}/{{measure}}", "/kiosk/toride/sources/toride-4/measures/1-1-1", {}, 200),
    ("get", f"{_MEASURES}/{{measure}}", "/kiosk/toride/sources/toride-4/measures/9-9-9", {}, 404),
    ("post", "/kiosk/{city}/end", "/kiosk/toride/end", {"follow_redirects": False}, 303),
    ("get", "/take/{token}", "/take/none", {"headers": _HTML}, 404),
]
