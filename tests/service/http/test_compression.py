"""Plans and static files are sent compressed; what holds a conversation is not."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from service.http.static_files import asset_url


@pytest.mark.parametrize(
    ("path", "encoding"),
    [
        ("/sources/toride-4", "gzip"),
        (asset_url("css/base.css"), "gzip"),
        ("/toride", None),
        ("/api/plans", None),
    ],
)
def test_who_is_compressed(client: TestClient, path: str, encoding: str | None) -> None:
    response = client.get(path, headers={"Accept-Encoding": "gzip"})
    assert response.status_code == 200
    assert response.headers.get("content-encoding") == encoding
    assert (
        "content-encoding" not in client.get(path, headers={"Accept-Encoding": "identity"}).headers
    )
