"""The app over the real counter, asked in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Protocol

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from lxml.html import HtmlElement, document_fromstring

from service.counter import Counter
from service.http import create_app
from service.settings import Settings


class Shape(Protocol):
    """Asserts the one error shape and gives its `error` object."""

    def __call__(self, response: Response, status: int, code: str) -> dict[str, Any]: ...


@pytest.fixture(scope="session")
def client(settings: Settings, counter: Counter) -> Iterator[TestClient]:
    with TestClient(create_app(settings, counter), raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def visitor(client: TestClient) -> TestClient:
    """Somebody without cookies, at the same app."""
    return TestClient(client.app, raise_server_exceptions=False)


@pytest.fixture(scope="session")
def error_of() -> Shape:
    def check(response: Response, status: int, code: str) -> dict[str, Any]:
        assert response.status_code == status, response.text
        assert response.headers["content-type"].startswith("application/json")
        body = response.json()
        assert set(body) == {"error"}
        assert set(body["error"]) == {"code", "message", "field"}
        assert body["error"]["code"] == code
        assert body["error"]["message"].endswith("。")
        return dict(body["error"])

    return check


@pytest.fixture(scope="session")
def page_of() -> Callable[[Response], HtmlElement]:
    """Parse a response that has to be a page."""

    def parse(response: Response) -> HtmlElement:
        assert response.headers["content-type"] == "text/html; charset=utf-8"
        return document_fromstring(response.text)

    return parse
