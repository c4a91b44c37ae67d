"""Whatever goes wrong, wherever: one shape, the fitting status, a sentence that says what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from lxml.html import HtmlElement

from service.counter import Counter
from service.http import create_app
from service.http.errors import InternalError
from service.http.pages import renderer
from service.http.pages.wording import Wording, load_wording
from service.settings import Settings

Shape = Callable[..., dict[str, object]]
BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def test_unknown_addresses(client: TestClient, error_of: Shape) -> None:
    for path in ("/api/nothing", "/api", "/a/b/c", "/nowhere", "/static/none.css"):
        error_of(client.get(path), 404, "not_found")
    error_of(client.get("/api/plans/edo-1"), 404, "not_found")
    error_of(client.get("/sources/edo-1"), 404, "not_found")


def test_a_browser_gets_a_page_but_never_for_the_api(
    client: TestClient, error_of: Shape, page_of: Callable[..., HtmlElement]
) -> None:
    for path in ("/nowhere", "/sources/edo-1", "/a/b/c"):
        response = client.get(path, headers=BROWSER)
        assert response.status_code == 404
        page = page_of(response)
        assert page.findtext(".//title").startswith("エラー：")
        assert page.xpath("//main//*[@class='error']")[0].text_content().startswith("エラー：")
    error_of(client.get("/api/nothing", headers=BROWSER), 404, "not_found")


def test_method_not_allowed_names_the_allowed_one(client: TestClient, error_of: Shape) -> None:
    response = client.get("/api/chat")
    error_of(response, 405, "method_not_allowed")
    assert response.headers["allow"] == "POST"
    error_of(client.post("/api/plans"), 405, "method_not_allowed")


def test_a_large_body_is_refused_announced_or_not(client: TestClient, error_of: Shape) -> None:
    large = b'{"question": "' + b"a" * 64 * 1024 + b'"}'
    headers = {"Content-Type": "application/json"}
    error_of(client.post("/api/chat", content=large, headers=headers), 413, "too_large")

    def chunks() -> Iterator[bytes]:
        for start in range(0, len(large), 1000):
            yield large[start : start + 1000]

    error_of(client.post("/api/chat", content=chunks(), headers=headers), 413, "too_large")
    form = {"question": "あ" * 40_000}
    page = client.post("/toride", data=form, headers=BROWSER)
    assert page.status_code == 413
    assert "エラー：" in page.text


def test_a_body_just_within_the_limit_is_read(client: TestClient, error_of: Shape) -> None:
    padding = " " * (64 * 1024 - len('{"question": ""}'))
    content = f'{{"question": ""}}{padding}'
    response = client.post(
        "/api/chat", content=content, headers={"Content-Type": "application/json"}
    )
    assert error_of(response, 422, "invalid")["field"] == "question"


def test_a_client_that_asks_too_often_is_told_when_to_come_back(
    settings: Settings, counter: Counter, error_of: Shape
) -> None:
    limited = settings.model_copy(update={"requests_per_minute": 2})
    with TestClient(create_app(limited, counter)) as client:
        for _ in range(2):
            assert client.get("/api/search", params={"q": "計画"}).status_code == 200
        response = client.post("/api/chat", json={"question": "計画"})
        error_of(response, 429, "too_many_requests")
        assert 1 <= int(response.headers["retry-after"]) <= 30
        page = client.post("/", data={"question": "計画"}, headers=BROWSER)
        assert page.status_code == 429
        assert "秒ほど待ってから" in page.text
        assert client.get("/healthz").status_code == 200


@pytest.fixture
def faulty(settings: Settings, counter: Counter) -> FastAPI:
    """An app over a knowledge base one plan of which has lost its source: a fault of ours."""
    broken = Counter.__new__(Counter)
    broken.__dict__.update(counter.__dict__)
    plans, cities = counter.knowledge.plans, counter.knowledge.cities
    broken.knowledge = SimpleNamespace(plans=plans, cities=cities, sources={})
    return create_app(settings, broken)


def test_a_fault_of_ours_tells_nothing_about_itself(faulty: FastAPI, error_of: Shape) -> None:
    with TestClient(faulty, raise_server_exceptions=False) as client:
        response = client.get("/sources/toride-4")
        error_of(response, 500, "internal")
        assert "toride-4" not in response.text
        assert response.headers["x-content-type-options"] == "nosniff"
        page = client.get("/sources/toride-4", headers=BROWSER)
        assert page.status_code == 500
        assert "エラー：" in page.text


@pytest.mark.parametrize("path", ["/", "/nowhere", "/kiosk/toride", "/embed/toride", "/review"])
def test_a_page_that_not_even_an_error_can_be_worded_on(
    client: TestClient,
    path: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    (tmp_path / "errors.toml").write_text("internal = ", encoding="utf-8")

    def broken(*_: object) -> Wording:
        return load_wording(tmp_path)

    monkeypatch.setattr(renderer, "wording", broken)
    monkeypatch.setattr(renderer, "staff_wording", broken)
    response = TestClient(client.app).get(path, headers=BROWSER)  # raises what gets past the app
    assert response.status_code == 500
    assert response.headers["content-type"] == "text/plain; charset=utf-8"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.text == InternalError.sentence
    noted = [record.message for record in caplog.records if record.name == "madoguchi.faults"]
    assert len(noted) == 2  # the page, and the page for its error
    assert all(line.startswith("WordingError at ") for line in noted)
