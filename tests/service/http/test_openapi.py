"""OpenAPI is complete and true: every route, every response, against its declared schema."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.routing import APIRoute, iter_route_contexts
from fastapi.testclient import TestClient
from httpx2 import Response
from jsonschema import Draft202012Validator

from service.counter import Counter
from service.http import create_app
from service.http.assembly import SUGGESTIONS_PER_QUESTION
from service.settings import Settings
from tests.service.http.kiosk_requests import KIOSK_REQUESTS

QUESTION = {"question": "コンビニ交付はいつから始まりましたか。", "city": "toride"}
JSON = {"Content-Type": "application/json"}
HTML = {"Accept": "text/html"}
FRAGMENT = HTML | {"Madoguchi-Fragment": "turn"}
UNKNOWN = {"message_id": "0" * 32, "helpful": True}
SUGGEST = "/api/suggestions"
MEASURES = "/sources/{plan_id}/measures"
MEASURE = f"{MEASURES}/{{measure}}"
FORGET = "/api/conversations/{conversation_id}"

SERVED_WHILE_LOADING = (
    *("/healthz", "/metrics", "/accessibility", "/privacy", "/components"),
    *("/kiosk/offline", "/kiosk/worker.js", "/widget.js"),
)

# (method, path template, address, keywords of the request, expected status)
Case = tuple[str, str, str, dict[str, Any], int]
REQUESTS: list[Case] = [
    ("post", "/api/chat", "/api/chat", {"json": QUESTION}, 200),
    ("post", "/api/chat", "/api/chat", {"content": b"{", "headers": JSON}, 400),
    ("post", "/api/chat", "/api/chat", {"content": b"x" * 70_000, "headers": JSON}, 413),
    ("post", "/api/chat", "/api/chat", {"content": b"x"}, 415),
    ("post", "/api/chat", "/api/chat", {"json": {}}, 422),
    ("post", SUGGEST, SUGGEST, {"json": {"text": "こんびに"}}, 200),
    ("post", SUGGEST, SUGGEST, {"content": b"{", "headers": JSON}, 400),
    ("post", SUGGEST, SUGGEST, {"content": b"x" * 70_000, "headers": JSON}, 413),
    ("post", SUGGEST, SUGGEST, {"content": b"x"}, 415),
    ("post", SUGGEST, SUGGEST, {"json": {}}, 422),
    ("post", "/api/feedback", "/api/feedback", {"content": b"{", "headers": JSON}, 400),
    ("post", "/api/feedback", "/api/feedback", {"json": UNKNOWN}, 404),
    ("post", "/api/feedback", "/api/feedback", {"content": b"x" * 70_000, "headers": JSON}, 413),
    ("post", "/api/feedback", "/api/feedback", {"content": b"x"}, 415),
    ("post", "/api/feedback", "/api/feedback", {"json": {}}, 422),
    ("delete", FORGET, f"/api/conversations/{'0' * 32}", {}, 204),
    ("delete", FORGET, "/api/conversations/a.b", {}, 422),
    ("get", "/api/search", "/api/search", {"params": {"q": "BPR", "k": 3}}, 200),
    ("get", "/api/search", "/api/search", {"params": {"q": "BPR", "k": 0}}, 422),
    ("get", "/api/plans", "/api/plans", {}, 200),
    ("get", "/api/plans/{plan_id}", "/api/plans/toride-4", {}, 200),
    ("get", "/api/plans/{plan_id}", "/api/plans/joso-3", {}, 200),
    ("get", "/api/plans/{plan_id}", "/api/plans/edo-1", {}, 404),
    ("get", "/healthz", "/healthz", {}, 200),
    ("get", "/readyz", "/readyz", {}, 200),
    ("get", "/metrics", "/metrics", {}, 200),
    ("get", "/sources", "/sources", {}, 200),
    ("get", "/sources/{plan_id}", "/sources/oyama-3", {}, 200),
    ("get", "/sources/{plan_id}", "/sources/edo-1", {}, 404),
    ("get", "/sources/{plan_id}", "/sources/edo-1", {"headers": HTML}, 404),
    ("post", "/sources/{plan_id}", "/sources/oyama-3", {"data": {"find": "市民"}}, 200),
    ("post", "/sources/{plan_id}", "/sources/oyama-3", {"data": {"find": ""}}, 422),
    ("post", "/sources/{plan_id}", "/sources/edo-1", {"data": {"find": "市民"}}, 404),
    ("post", "/sources/{plan_id}", "/sources/oyama-3", {"data": {"find": "あ" * 30_000}}, 413),
    ("get", MEASURES, "/sources/otawara-1/measures", {}, 200),
    ("get", MEASURES, "/sources/edo-1/measures", {}, 404),
    ("get", MEASURE, "/sources/toride-4/measures/1-1-1", {}, 200),
    ("get", MEASURE, "/sources/toride-4/measures/9-9-9", {"headers": HTML}, 404),
    ("get", "/accessibility", "/accessibility", {}, 200),
    ("get", "/privacy", "/privacy", {}, 200),
    ("get", "/components", "/components", {}, 200),
    ("get", "/widget.js", "/widget.js", {}, 200),
    ("get", "/embed", "/embed", {}, 200),
    ("post", "/embed", "/embed", {"data": QUESTION}, 200),
    ("post", "/embed", "/embed", {"data": {"question": "計画", "city": "edo"}}, 422),
    ("get", "/embed/clear", "/embed/clear", {}, 200),
    ("post", "/embed/clear", "/embed/clear", {}, 200),
    ("post", "/embed/feedback", "/embed/feedback", {"data": UNKNOWN}, 404),
    ("get", "/embed/{city}", "/embed/toride", {}, 200),
    ("get", "/embed/{city}", "/embed/edo", {"headers": HTML}, 404),
    ("post", "/embed/{city}", "/embed/toride", {"data": QUESTION}, 200),
    ("post", "/embed/{city}", "/embed/toride", {"data": QUESTION, "headers": FRAGMENT}, 200),
    ("get", "/embed/{city}/clear", "/embed/toride/clear", {}, 200),
    ("post", "/embed/{city}/clear", "/embed/toride/clear", {"data": {"sure": "perhaps"}}, 422),
    ("post", "/embed/{city}/clear", "/embed/toride/clear", {"data": {"sure": "true"}}, 200),
    ("post", "/embed/{city}/feedback", "/embed/toride/feedback", {"data": UNKNOWN}, 404),
    ("get", "/", "/", {}, 200),
    ("get", "/{city}", "/toride", {}, 200),
    ("get", "/{city}", "/edo", {}, 404),
    ("get", "/", "/", {"params": {"waiting": "0" * 32}, "follow_redirects": False}, 303),
    ("post", "/", "/", {"data": QUESTION}, 200),
    ("post", "/", "/", {"data": QUESTION, "follow_redirects": False}, 303),
    ("post", "/", "/", {"data": QUESTION, "headers": FRAGMENT}, 200),
    ("get", "/clear", "/clear", {}, 200),
    ("post", "/clear", "/clear", {}, 200),
    ("post", "/feedback", "/feedback", {"data": {"helpful": "true"}}, 422),
    ("post", "/feedback", "/feedback", {"data": UNKNOWN}, 404),
    ("get", "/{city}/clear", "/toride/clear", {}, 200),
    ("get", "/{city}/clear", "/edo/clear", {}, 404),
    ("post", "/{city}/clear", "/toride/clear", {}, 200),
    ("post", "/{city}/feedback", "/toride/feedback", {"data": UNKNOWN, "headers": HTML}, 404),
    ("post", "/", "/", {"data": {"question": ""}}, 422),
    ("post", "/", "/", {"data": {"question": "計画", "city": "edo"}}, 422),
    ("post", "/", "/", {"data": {"question": "あ" * 30_000}}, 413),
    ("post", "/{city}", "/toride", {"data": QUESTION}, 200),
    ("post", "/{city}", "/toride", {"data": {"question": ""}, "headers": HTML}, 422),
    ("post", "/{city}", "/edo", {"data": QUESTION}, 404),
    *KIOSK_REQUESTS,
]


@pytest.fixture(scope="module")
def document(client: TestClient) -> dict[str, Any]:
    return dict(client.get("/openapi.json").json())


def test_every_operation_is_tried_and_none_is_hidden(
    document: dict[str, Any], settings: Settings, counter: Counter
) -> None:
    declared = {(method, path) for path, ops in document["paths"].items() for method in ops}
    assert {(method, path) for method, path, *_ in REQUESTS} == declared
    app = create_app(settings, counter)
    contexts = iter_route_contexts(app.routes)
    served = {c.path or "" for c in contexts if isinstance(c.original_route, APIRoute)}
    # Staff's pages are no interface for programs; tests/service/http/review has a table of theirs.
    public = {path for path in served if not f"{path}/".startswith("/review/")}
    assert public == {path for _, path in declared}


@pytest.mark.parametrize("case", REQUESTS, ids=[f"{c[0]} {c[2]} {c[4]}" for c in REQUESTS])
def test_real_responses_match_their_declaration(
    client: TestClient, document: dict[str, Any], case: Case
) -> None:
    method, template, address, request_, status = case
    response = client.request(method, address, **request_)
    assert response.status_code == status
    _check(response, document, template, method)


def test_a_vote_that_is_kept_matches_its_declaration(
    client: TestClient, document: dict[str, Any]
) -> None:
    message_id = client.post("/api/chat", json=QUESTION).json()["message_id"]
    for reason in (None, "outdated"):
        vote = {"message_id": message_id, "helpful": False, "reason": reason}
        response = client.post("/api/feedback", json=vote)
        assert response.status_code == 200
        _check(response, document, "/api/feedback", "post")


def test_limits_and_loading_match_their_declaration(
    settings: Settings, counter: Counter, document: dict[str, Any]
) -> None:
    limited = settings.model_copy(update={"requests_per_minute": 1})
    loading = create_app(settings)
    loading.state.parts.desk.start = lambda: None
    with TestClient(create_app(limited, counter)) as client:
        client.post("/api/chat", json=QUESTION)
        for _ in range(SUGGESTIONS_PER_QUESTION):
            client.post(SUGGEST, json={})
        for method, template, address, request_, status in REQUESTS:
            if status == 200 and (method == "post" or template == "/api/search"):
                response = client.request(method, address, **request_)
                assert response.status_code == 429
                _check(response, document, template, method)
    with TestClient(loading) as client:
        for method, template, address, request_, status in REQUESTS:
            if status == 200 and template not in SERVED_WHILE_LOADING:
                response = client.request(method, address, **request_)
                assert response.status_code == 503
                _check(response, document, template, method)


def test_operations_are_named_and_described(document: dict[str, Any]) -> None:
    operations = [op for path in document["paths"].values() for op in path.values()]
    names = [op["operationId"] for op in operations]
    assert len(set(names)) == len(names)
    assert all(op["summary"] and op["description"] and op["tags"] for op in operations)


def _check(response: Response, document: dict[str, Any], template: str, method: str) -> None:
    """The status is declared, with this media type; JSON bodies fit the schema exactly."""
    declared = document["paths"][template][method]["responses"]
    assert str(response.status_code) in declared
    of_status = declared[str(response.status_code)]
    if response.status_code in (204, 303):
        assert not response.content
        assert "content-type" not in response.headers
        assert "content" not in of_status
        return
    media_type = response.headers["content-type"].partition(";")[0]
    assert media_type in of_status["content"]
    for name in of_status.get("headers", {}):
        if response.status_code == 429:
            assert name in response.headers
    if media_type == "application/json":
        schema = of_status["content"][media_type]["schema"]
        body = response.json()
        Draft202012Validator({**schema, "components": document["components"]}).validate(body)
        _no_undeclared_fields(body, schema, document)


def _no_undeclared_fields(body: Any, schema: dict[str, Any], document: dict[str, Any]) -> None:
    while "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    if isinstance(body, list):
        for item in body:
            _no_undeclared_fields(item, schema["items"], document)
    elif isinstance(body, dict) and "properties" in schema:
        assert set(body) <= set(schema["properties"])
        for name, value in body.items():
            _no_undeclared_fields(value, schema["properties"][name], document)
