"""Headers that keep pages to themselves."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from service.http.static_files import asset_url


@pytest.mark.parametrize(
    "path", ["/", "/toride", "/sources/oyama-3", "/api/plans", "/nowhere", "/static/css/tokens.css"]
)
def test_every_response_is_kept_to_this_origin(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["frame-ancestors"] == "'none'"
    assert policy["form-action"] == "'self'"
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_answers_are_not_kept_and_assets_are(client: TestClient) -> None:
    assert client.get("/").headers["cache-control"] == "no-store"
    asked = client.post("/toride", data={"question": "計画の期間は"})
    assert asked.headers["cache-control"] == "no-store"
    assert client.get("/sources/oyama-3").headers["cache-control"] == "private, no-cache"
    found = client.post("/sources/oyama-3", data={"find": "市民"})
    assert found.headers["cache-control"] == "no-store"
    assert client.get("/static/css/tokens.css").headers["cache-control"] == "no-cache"
    assert "immutable" in client.get(asset_url("css/tokens.css")).headers["cache-control"]


def test_no_cookie_is_ever_set(client: TestClient) -> None:
    for path in ("/", "/toride", "/sources", "/api/plans"):
        assert "set-cookie" not in client.get(path).headers
