"""`POST /api/chat` keeps its contract."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from service.counter import Counter
from service.outcome import Reason

ANSWERED = {"question": "コンビニ交付はいつから始まりましたか。", "city": "toride"}
FIELDS = {
    "message_id",
    "conversation_id",
    "status",
    "reason",
    "answer",
    "citations",
    "choices",
    "confidence",
    "generator",
    "index_version",
}


def test_an_answer_has_every_field_of_the_contract(client: TestClient, counter: Counter) -> None:
    reply = client.post("/api/chat", json=ANSWERED).json()
    assert set(reply) == FIELDS
    assert reply["status"] == "answered"
    assert reply["answer"]
    assert 0 <= reply["confidence"] <= 1
    assert reply["index_version"] == counter.index_version
    assert reply["citations"]
    first = reply["citations"][0]
    assert set(first) == {
        "n",
        "plan_id",
        "plan_title",
        "city",
        "section",
        "page",
        "quote",
        "url",
    }
    assert [cite["n"] for cite in reply["citations"]] == list(range(1, len(reply["citations"]) + 1))


def test_quotes_stand_in_their_plans(client: TestClient, counter: Counter) -> None:
    for cite in client.post("/api/chat", json=ANSWERED).json()["citations"]:
        source = "".join(counter.knowledge.sources[cite["plan_id"]].text.split())
        assert "".join(cite["quote"].split()) in source
        assert len(cite["quote"]) <= 300


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (ANSWERED, "answered"),
        ({"question": "私の電話番号は090-1234-5678です。", "city": "toride"}, "refused"),
        ({"question": "今日の天気を教えてください。", "city": "oyama"}, "not_found"),
    ],
)
def test_status_is_the_family_of_the_reason(
    client: TestClient, body: dict[str, str], status: str
) -> None:
    reply = client.post("/api/chat", json=body).json()
    assert reply["status"] == status
    assert Reason(reply["reason"]).status == status


def test_ids_are_new_and_a_conversation_keeps_its_own(client: TestClient) -> None:
    first = client.post("/api/chat", json=ANSWERED).json()
    second = client.post(
        "/api/chat", json=ANSWERED | {"conversation_id": first["conversation_id"]}
    ).json()
    assert first["conversation_id"] == second["conversation_id"]
    assert first["message_id"] != second["message_id"]
    assert len(first["message_id"]) == 32
    int(first["message_id"], 16)


def test_the_same_question_gets_the_same_answer(client: TestClient) -> None:
    replies = [client.post("/api/chat", json=ANSWERED).json() for _ in range(2)]
    for reply in replies:
        del reply["message_id"], reply["conversation_id"]
    assert replies[0] == replies[1]


@pytest.mark.parametrize("lang", ["ja", "ja-easy", "en", "zh", "ko", "pt", "es"])
def test_every_language_of_the_contract_is_taken(client: TestClient, lang: str) -> None:
    assert client.post("/api/chat", json=ANSWERED | {"lang": lang}).status_code == 200


@pytest.mark.parametrize("channel", ["web", "widget", "kiosk", "api"])
def test_every_channel_of_the_contract_is_taken(client: TestClient, channel: str) -> None:
    assert client.post("/api/chat", json=ANSWERED | {"channel": channel}).status_code == 200


def test_unknown_fields_and_nulls_are_taken(client: TestClient) -> None:
    body = ANSWERED | {"city": None, "conversation_id": None, "mood": "curious"}
    assert client.post("/api/chat", json=body).status_code == 200


def test_length_counts_after_normalising_and_trimming(client: TestClient) -> None:
    # Half-width ｶﾞ is two characters and becomes one; blanks around do not count.
    body = {"question": "  " + "ｶﾞ" * 300 + "\n\u200b", "city": "toride"}
    assert client.post("/api/chat", json=body).status_code == 200


MALFORMED = [
    (b"{", "application/json", (400, "malformed")),
    (b'{"question": "\xff"}', "application/json", (400, "malformed")),
    (b"[" * 5000, "application/json", (400, "malformed")),
    (b"[]", "application/json", (400, "malformed")),
    (b'"question"', "application/json", (400, "malformed")),
    (b"null", "application/json", (400, "malformed")),
    (b"question=a", "application/x-www-form-urlencoded", (415, "unsupported_media_type")),
    (b'{"question": "a"}', "text/plain", (415, "unsupported_media_type")),
    (b"", "text/plain", (415, "unsupported_media_type")),
]


@pytest.mark.parametrize(("content", "media_type", "told"), MALFORMED)
def test_a_body_that_is_no_json_object(
    client: TestClient,
    error_of: Callable[..., dict[str, object]],
    content: bytes,
    media_type: str,
    told: tuple[int, str],
) -> None:
    response = client.post("/api/chat", content=content, headers={"Content-Type": media_type})
    error_of(response, *told)


INVALID = [
    ({}, "question"),
    ({"question": None}, "question"),
    ({"question": 5}, "question"),
    ({"question": ""}, "question"),
    ({"question": " \n\t　"}, "question"),
    ({"question": "\u200b\u0000\u202e"}, "question"),
    ({"question": "あ" * 301}, "question"),
    ({"question": "㍿" * 76}, "question"),  # one character that becomes four
    ({"question": "\ud800"}, "question"),
    ({"question": "計画", "city": "tokyo"}, "city"),
    ({"question": "計画", "city": ""}, "city"),
    ({"question": "計画", "city": 1}, "city"),
    ({"question": "計画", "lang": "fr"}, "lang"),
    ({"question": "計画", "channel": "fax"}, "channel"),
    ({"question": "計画", "conversation_id": "a b"}, "conversation_id"),
    ({"question": "計画", "conversation_id": "a" * 65}, "conversation_id"),
]


@pytest.mark.parametrize(("body", "field"), INVALID)
def test_a_field_that_does_not_hold_is_named(
    client: TestClient,
    error_of: Callable[..., dict[str, object]],
    body: dict[str, object],
    field: str,
) -> None:
    # json.dumps writes ASCII: half a surrogate pair is legal JSON, though no legal text.
    response = client.post(
        "/api/chat", content=json.dumps(body), headers={"Content-Type": "application/json"}
    )
    assert error_of(response, 422, "invalid")["field"] == field


def test_what_to_do_is_said(client: TestClient, error_of: Callable[..., dict[str, object]]) -> None:
    long = error_of(client.post("/api/chat", json={"question": "あ" * 312}), 422, "invalid")
    assert "300文字まで" in str(long["message"])
    assert "312文字" in str(long["message"])
    city = error_of(
        client.post("/api/chat", json={"question": "計画", "city": "edo"}), 422, "invalid"
    )
    assert "toride" in str(city["message"])
