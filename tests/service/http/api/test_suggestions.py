"""`POST /api/suggestions`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient

from service.counter import Counter
from service.http import create_app
from service.http.assembly import SUGGESTIONS_PER_QUESTION
from service.settings import Settings

Shape = Callable[..., dict[str, object]]


def suggested(client: TestClient, **body: Any) -> list[dict[str, str]]:
    response = client.post("/api/suggestions", json=body)
    assert response.status_code == 200, response.text
    return list(response.json()["suggestions"])


def test_what_is_suggested_can_be_asked(client: TestClient) -> None:
    found = suggested(client, text="こんびにこ", city="toride")
    assert found
    assert {s["city"] for s in found} == {"toride"}
    reply = client.post(
        "/api/chat", json={"question": found[0]["question"], "city": found[0]["city"]}
    ).json()
    assert reply["status"] == "answered"


def test_without_a_site_all_cities_are_named(client: TestClient) -> None:
    found = suggested(client, text="BPR")
    assert len({s["city_name"] for s in found}) > 1


def test_foreign_questions_only_where_they_are_wanted(client: TestClient) -> None:
    assert {s["lang"] for s in suggested(client, text="when does", lang="en")} == {"en"}
    assert suggested(client, text="when does", lang="ja") == []


def test_personal_data_brings_nothing(client: TestClient) -> None:
    assert suggested(client, text="電話は090-1234-5678") == []


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "text"),
        ({"text": " "}, "text"),
        ({"text": "あ" * 101}, "text"),
        ({"text": "計画", "city": "edo"}, "city"),
        ({"text": "計画", "lang": "tlh"}, "lang"),
        ({"text": 1}, "text"),
    ],
)
def test_what_does_not_hold_is_named(
    client: TestClient, error_of: Shape, body: dict[str, object], field: str
) -> None:
    error = error_of(client.post("/api/suggestions", json=body), 422, "invalid")
    assert error["field"] == field


def test_it_takes_no_get(client: TestClient, error_of: Shape) -> None:
    error_of(client.get("/api/suggestions", params={"text": "計画"}), 405, "method_not_allowed")


def test_typing_is_counted_apart_from_asking(
    settings: Settings, counter: Counter, error_of: Shape
) -> None:
    limited = settings.model_copy(update={"requests_per_minute": 1})
    with TestClient(create_app(limited, counter)) as client:
        typed = [
            client.post("/api/suggestions", json={}).status_code
            for _ in range(SUGGESTIONS_PER_QUESTION)
        ]
        assert set(typed) == {422}
        error_of(client.post("/api/suggestions", json={}), 429, "too_many_requests")
        assert client.post("/api/chat", json={"question": "計画の期間は？"}).status_code == 200
