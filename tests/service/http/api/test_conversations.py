"""Several turns over HTTP and on the page; forgetting; a store that is out of reach."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from lxml.html import HtmlElement

from service.counter import Counter
from service.http import create_app
from service.settings import Settings

Shape = Callable[..., dict[str, Any]]
FIRST = {"question": "いじめ防止アプリの担当課は？", "city": "toride"}
SECOND = {"question": "それはいつから？", "city": "toride"}


def say(client: TestClient, body: dict[str, str], held: str | None = None) -> dict[str, Any]:
    response = client.post("/api/chat", json=body | {"conversation_id": held})
    assert response.status_code == 200
    return dict(response.json())


def test_a_conversation_goes_on_by_its_id(client: TestClient) -> None:
    first = say(client, FIRST)
    second = say(client, SECOND, first["conversation_id"])
    assert second["conversation_id"] == first["conversation_id"]
    assert "平成30年度" in second["answer"]
    assert any("いじめ防止" in cite["quote"] for cite in second["citations"])
    alone = say(client, SECOND)
    assert alone["conversation_id"] != first["conversation_id"]
    assert alone["answer"] != second["answer"]


def test_an_unknown_id_gets_a_new_one(client: TestClient) -> None:
    for unknown in ("f" * 32, "my-own", "F" * 64):
        reply = say(client, FIRST, unknown)
        assert reply["conversation_id"] != unknown
        assert len(reply["conversation_id"]) == 32


def test_what_was_forgotten_is_gone(client: TestClient) -> None:
    first = say(client, FIRST)
    address = f"/api/conversations/{first['conversation_id']}"
    for _ in range(2):  # and again: the same answer, so that ids cannot be probed
        response = client.delete(address)
        assert (response.status_code, response.content) == (204, b"")
    second = say(client, SECOND, first["conversation_id"])
    assert second["conversation_id"] != first["conversation_id"]
    assert not any("いじめ防止" in cite["quote"] for cite in second["citations"])


def test_an_id_that_cannot_be_one_is_named(client: TestClient, error_of: Shape) -> None:
    error = error_of(client.delete("/api/conversations/a.b"), 422, "invalid")
    assert error["field"] == "conversation_id"
    error_of(client.get(f"/api/conversations/{'0' * 32}"), 405, "method_not_allowed")


def test_the_page_carries_the_conversation(
    visitor: TestClient, page_of: Callable[[Response], HtmlElement]
) -> None:
    visitor.post("/toride", data={"question": FIRST["question"]})
    page = page_of(visitor.post("/toride", data={"question": "それはいつから？"}))
    assert "平成30年度" in page.xpath("string(//*[@data-status][2])")


@pytest.mark.parametrize("held", ['"><script>alert(1)</script>', "%00", "あ" * 500, "0" * 32])
def test_a_page_with_a_made_up_id_answers_all_the_same(visitor: TestClient, held: str) -> None:
    cookie = {"Cookie": f"madoguchi-conversation-web-toride={held}".encode()}
    response = visitor.post("/toride", data={"question": FIRST["question"]}, headers=cookie)
    assert response.status_code == 200
    assert "alert(1)" not in response.text
    assert "alert(1)" not in visitor.get("/toride", headers=cookie).text


@pytest.fixture
def stranded(
    settings: Settings, counter: Counter, tmp_path: Path
) -> Iterator[tuple[TestClient, Path]]:
    """A service whose database cannot be made: a folder stands in its place."""
    place = tmp_path / "madoguchi.sqlite3"
    place.mkdir()
    own = settings.model_copy(update={"database_url": f"sqlite:///{place}"})
    with TestClient(create_app(own, counter), raise_server_exceptions=False) as client:
        yield client, place


def test_without_a_store_questions_are_answered_and_operators_told(
    stranded: tuple[TestClient, Path], error_of: Shape, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, place = stranded
    reply = say(client, FIRST)
    assert reply["status"] == "answered"
    assert say(client, SECOND, reply["conversation_id"])["conversation_id"]
    error_of(client.get("/readyz"), 503, "not_ready")
    response = client.delete(f"/api/conversations/{reply['conversation_id']}")
    error_of(response, 503, "not_ready")
    assert int(response.headers["retry-after"]) >= 1
    assert client.get("/healthz").status_code == 200
    place.rmdir()
    monkeypatch.setattr("service.conversations.conversations.REST_S", 0.0)
    client.app.state.parts.conversations._rest_until = 0.0  # type: ignore[attr-defined]
    assert client.get("/readyz").json()["store"] == "reachable"
    first = say(client, FIRST)
    assert "平成30年度" in say(client, SECOND, first["conversation_id"])["answer"]


def test_figures_and_logs_hold_no_id(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    reply = say(client, FIRST)
    client.delete(f"/api/conversations/{reply['conversation_id']}")
    ours = "\n".join(r.getMessage() for r in caplog.records if r.name.startswith("madoguchi"))
    assert reply["conversation_id"] not in ours
    assert reply["conversation_id"] not in client.get("/metrics").text
