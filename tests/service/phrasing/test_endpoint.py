"""The client against real servers that hang, fail and write nonsense."""

from __future__ import annotations

import json
import logging
import socket
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from threading import Event

import pytest

from service.phrasing.endpoint import Endpoint, Messages, Reply
from service.phrasing.outcome import NotPhrased, PhrasingOutcome
from service.phrasing.settings import EndpointSettings

Respond = Callable[[BaseHTTPRequestHandler], None]
Serve = Callable[[Respond], str]
ASKED = Messages("決まり", "ひみつの質問")


def send(body: str, status: int = 200, kind: str = "application/json", **headers: str) -> Respond:
    def respond(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        request.send_header("Content-Type", kind)
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        request.send_header("Content-Length", str(len(body.encode())))
        request.end_headers()
        request.wfile.write(body.encode())

    return respond


def completion(content: object, finish: str = "stop") -> str:
    message = {"role": "assistant", "content": content}
    return json.dumps({"choices": [{"index": 0, "finish_reason": finish, "message": message}]})


def outcome_of(url: str, timeout_s: float = 5.0, retries: int = 0) -> PhrasingOutcome:
    endpoint = Endpoint(EndpointSettings(url, "any", timeout_s=timeout_s, retries=retries))
    try:
        with pytest.raises(NotPhrased) as caught:
            endpoint(ASKED)
    finally:
        endpoint.close()
    assert "ひみつ" not in str(caught.value)
    return caught.value.outcome


def reply_of(url: str) -> Reply:
    endpoint = Endpoint(EndpointSettings(url, "any", retries=1))
    try:
        return endpoint(ASKED)
    finally:
        endpoint.close()


def test_a_reply_is_given_and_says_whether_it_was_finished(serve: Serve) -> None:
    assert reply_of(serve(send(completion("はい。")))) == Reply("はい。")
    assert reply_of(serve(send(completion("は", "length")))) == Reply("は", finished=False)
    assert reply_of(serve(send(completion(None)))) == Reply("")


def test_a_server_that_hangs(serve: Serve) -> None:
    over = Event()
    url = serve(lambda _: over.wait(30) and None)
    try:
        assert outcome_of(url, timeout_s=0.2) is PhrasingOutcome.TIMEOUT
    finally:
        over.set()


def test_no_server() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert outcome_of(f"http://127.0.0.1:{port}/v1") is PhrasingOutcome.UNREACHABLE


@pytest.mark.parametrize("status", [401, 404, 500, 503])
def test_a_server_that_refuses_or_fails(serve: Serve, status: int) -> None:
    assert outcome_of(serve(send("{}", status))) is PhrasingOutcome.ENDPOINT_ERROR


@pytest.mark.parametrize(
    "body",
    ["", "not json", "[]", "null", "{}", '{"choices": []}', '{"choices": [{}]}', '{"choices": 3}',
     completion(["a"]), completion({"text": "a"})],
)  # fmt: skip
def test_a_body_that_is_no_completion(serve: Serve, body: str) -> None:
    assert outcome_of(serve(send(body))) is PhrasingOutcome.MALFORMED
    assert outcome_of(serve(send(body, kind="text/html"))) is PhrasingOutcome.MALFORMED


def test_a_failure_is_tried_again(serve: Serve) -> None:
    asked: list[str] = []

    def respond(request: BaseHTTPRequestHandler) -> None:
        asked.append(request.path)
        # Waiting as long as it asks would keep a resident waiting for a minute.
        answer = send(completion("はい。")) if len(asked) > 1 else send("{}", 429, Retry_After="59")
        answer(request)

    assert reply_of(serve(respond)) == Reply("はい。")
    assert asked == ["/v1/chat/completions"] * 2


def test_a_redirect_is_not_followed(serve: Serve) -> None:
    asked: list[str] = []
    elsewhere = serve(lambda request: (asked.append(request.path), send("{}")(request))[1])
    url = serve(send("", 307, Location=f"{elsewhere}/chat/completions"))
    assert outcome_of(url) is PhrasingOutcome.ENDPOINT_ERROR
    assert asked == []


def test_it_asks_for_what_can_be_repeated(serve: Serve) -> None:
    got: dict[str, object] = {}

    def respond(request: BaseHTTPRequestHandler) -> None:
        got.update(json.loads(request.body), key=request.headers["Authorization"])
        send(completion("はい。"))(request)

    settings = EndpointSettings(serve(respond), "any", key="k-123")
    endpoint = Endpoint(settings)
    endpoint(ASKED)
    endpoint.close()
    assert got["key"] == "Bearer k-123"
    assert (got["temperature"], got["seed"], got["max_tokens"]) == (0.0, 1, 512)
    assert [message["content"] for message in got["messages"]] == [ASKED.system, ASKED.user]
    assert "k-123" not in repr(settings)


def test_no_word_reaches_a_log(serve: Serve, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    reply_of(serve(send(completion("ひみつの返事"))))
    outcome_of(serve(send('{"error": "ひみつの返事"}', 500)))
    assert "ひみつ" not in caplog.text
    assert "ひみつ" not in repr(ASKED)
