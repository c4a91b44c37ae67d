"""`POST /api/feedback` keeps its contract."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from service.conversations import FeedbackReason
from service.counter import Counter
from service.http import create_app
from service.settings import Settings

Shape = Callable[..., dict[str, Any]]
QUESTION = {"question": "コンビニ交付はいつから始まりましたか。", "city": "toride"}
SECRET = "ひみつのつくし"


@pytest.fixture
def alone(settings: Settings, counter: Counter, tmp_path: Path) -> Iterator[TestClient]:
    """A service with figures and a database of its own."""
    url = f"sqlite:///{tmp_path / 'madoguchi.sqlite3'}"
    own = settings.model_copy(update={"database_url": url})
    with TestClient(create_app(own, counter), raise_server_exceptions=False) as client:
        yield client


def asked(client: TestClient) -> str:
    return str(client.post("/api/chat", json=QUESTION).json()["message_id"])


def test_a_vote_is_kept_and_counted_once(alone: TestClient) -> None:
    message_id = asked(alone)
    vote = {"message_id": message_id, "helpful": False, "reason": "outdated", "comment": SECRET}
    for _ in range(2):
        response = alone.post("/api/feedback", json=vote)
        assert response.status_code == 200
        assert response.json() == {
            "message_id": message_id,
            "helpful": False,
            "reason": "outdated",
        }
    changed = alone.post("/api/feedback", json={"message_id": message_id, "helpful": True})
    assert changed.json() == {"message_id": message_id, "helpful": True, "reason": None}
    figures = alone.get("/metrics").text
    assert 'madoguchi_feedback_total{helpful="no",reason="outdated"} 1.0' in figures
    assert 'madoguchi_feedback_total{helpful="yes",reason="none"} 1.0' in figures
    assert message_id not in figures


@pytest.mark.parametrize("reason", list(FeedbackReason))
def test_every_reason_is_taken(client: TestClient, reason: FeedbackReason) -> None:
    vote = {"message_id": asked(client), "helpful": False, "reason": reason.value}
    assert client.post("/api/feedback", json=vote).json()["reason"] == reason.value


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"message_id": None}, "message_id"),
        ({"message_id": "a b"}, "message_id"),
        ({"helpful": None}, "helpful"),
        ({"helpful": "はい"}, "helpful"),
        ({"helpful": 1}, "helpful"),
        ({"reason": "boring"}, "reason"),
        ({"comment": 5}, "comment"),
        ({"comment": "あ" * 501}, "comment"),
    ],
)
def test_what_does_not_hold_is_named(
    client: TestClient, error_of: Shape, change: dict[str, Any], field: str
) -> None:
    body = {"message_id": "0" * 32, "helpful": False} | change
    error = error_of(client.post("/api/feedback", json=body), 422, "invalid")
    assert error["field"] == field


def test_missing_fields_are_named(client: TestClient, error_of: Shape) -> None:
    for field in ("message_id", "helpful"):
        body = {"message_id": "0" * 32, "helpful": True}
        del body[field]
        assert error_of(client.post("/api/feedback", json=body), 422, "invalid")["field"] == field


def test_a_message_that_is_unknown_or_forgotten(client: TestClient, error_of: Shape) -> None:
    body = {"message_id": "0" * 32, "helpful": True}
    assert error_of(client.post("/api/feedback", json=body), 404, "not_found")["field"]
    reply = client.post("/api/chat", json=QUESTION).json()
    client.delete(f"/api/conversations/{reply['conversation_id']}")
    body["message_id"] = reply["message_id"]
    error_of(client.post("/api/feedback", json=body), 404, "not_found")


def test_a_comment_with_personal_data_is_refused_and_never_logged(
    client: TestClient,
    error_of: Shape,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    vote = {"message_id": asked(client), "helpful": False}
    personal = vote | {"comment": f"{SECRET}。電話は090-1234-5678です。"}
    response = client.post("/api/feedback", json=personal)
    error = error_of(response, 422, "invalid")
    assert error["field"] == "comment"
    assert "個人情報" in error["message"]
    assert client.post("/api/feedback", json=vote | {"comment": SECRET}).status_code == 200
    client.post("/api/feedback", json=vote | {"comment": SECRET * 100})
    client.post("/api/feedback", json={"message_id": "0" * 32, "helpful": True, "comment": SECRET})
    client.post("/api/feedback", json=vote | {"reason": SECRET})
    logged = "\n".join(
        f"{r.name} {r.getMessage()} {r.args} {vars(r)}"
        for r in caplog.records
        if not r.name.startswith(("httpx", "httpcore", "asyncio"))
    )
    captured = capfd.readouterr()
    figures = client.get("/metrics").text
    for place in (logged, captured.out, captured.err, figures, response.text):
        assert SECRET not in place
        assert "090-1234" not in place


def test_too_many_votes_have_to_wait(settings: Settings, counter: Counter, error_of: Shape) -> None:
    limited = settings.model_copy(update={"requests_per_minute": 1})
    with TestClient(create_app(limited, counter)) as client:
        vote = {"message_id": asked(client), "helpful": True}
        error_of(client.post("/api/feedback", json=vote), 429, "too_many_requests")


def test_without_a_store_the_vote_is_asked_for_later(
    settings: Settings, counter: Counter, tmp_path: Path, error_of: Shape
) -> None:
    own = settings.model_copy(update={"database_url": f"sqlite:///{tmp_path}"})  # a folder
    with TestClient(create_app(own, counter), raise_server_exceptions=False) as client:
        vote = {"message_id": asked(client), "helpful": True}
        response = client.post("/api/feedback", json=vote)
        error_of(response, 503, "not_ready")
        assert int(response.headers["retry-after"]) >= 1
