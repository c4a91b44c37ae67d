"""What residents type stands in no log and in no figure."""

from __future__ import annotations

import logging
from types import SimpleNamespace

import pytest
from fastapi.testclient import TestClient

from service.answering.corrections.records import Corrections
from service.counter import Counter
from service.http import create_app
from service.settings import Settings

SECRET = "ひみつの質問を聞いてください"


def _ask_in_every_way(client: TestClient) -> None:
    client.post("/api/chat", json={"question": SECRET, "city": "toride"})
    client.post("/api/chat", json={"question": SECRET, "city": SECRET})
    client.post("/api/chat", json={"question": SECRET * 50})
    client.post("/api/chat", content=SECRET.encode())
    client.post("/api/suggestions", json={"text": SECRET})
    client.get("/api/search", params={"q": SECRET})
    client.post("/toride", data={"question": SECRET})
    client.get(f"/{SECRET}")
    client.get(f"/sources/{SECRET}")
    client.get(f"/api/{SECRET}", params={SECRET: SECRET})


def test_logs_and_figures_hold_no_word(
    client: TestClient,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.INFO)
    caplog.set_level(logging.DEBUG, "madoguchi")
    _ask_in_every_way(client)
    logged = [r.getMessage() for r in caplog.records if r.name == "madoguchi.access"]
    assert len(logged) == 11  # a POST to a page is answered with the way to it
    assert logged[0].startswith("POST /api/chat 200 ")
    assert logged[-1].startswith("GET unmatched 404 ")
    # The test client's own log is not the service's.
    ours = "\n".join(f"{r.name} {r.getMessage()}" for r in caplog.records if r.name != "httpx2")
    captured = capfd.readouterr()
    for text in (ours, captured.out, captured.err, client.get("/metrics").text):
        assert "ひみつ" not in text
        assert "%E3%81%B2" not in text


def test_a_fault_is_logged_by_type_and_place_only(
    settings: Settings, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    def fail(question: object) -> None:
        raise ValueError(f"cannot read {SECRET} in {question}")

    broken = SimpleNamespace(
        follow=fail,
        knowledge=SimpleNamespace(cities=(), plans=()),
        index_version="none",
        corrections=Corrections(),
        refresh=lambda: None,
    )
    app = create_app(settings, broken)  # type: ignore[arg-type]
    with TestClient(app, raise_server_exceptions=False) as client:
        assert client.post("/api/chat", json={"question": SECRET}).status_code == 500
    faults = [r.getMessage() for r in caplog.records if r.name == "madoguchi.faults"]
    assert len(faults) == 1
    assert faults[0].startswith("ValueError at ")
    assert "in fail" in faults[0]
    captured = capfd.readouterr()
    assert "ひみつ" not in caplog.text + captured.out + captured.err


def test_figures_count_outcomes(settings: Settings, counter: Counter) -> None:
    with TestClient(create_app(settings, counter)) as client:
        client.post("/api/chat", json={"question": "私の電話番号は090-1234-5678です。"})
        client.get("/nowhere-to-be-found/at/all")
        client.request("BREW", "/")
        text = client.get("/metrics").text
    assert (
        'madoguchi_answers_total{channel="api",reason="refused.personal_data",status="refused"} 1.0'
    ) in text
    assert 'madoguchi_requests_total{code="404",method="GET",route="unmatched"} 1.0' in text
    assert 'method="other"' in text
    assert "nowhere" not in text
    assert "BREW" not in text
    assert 'madoguchi_request_seconds_bucket{le="0.08",route="/api/chat"}' in text
