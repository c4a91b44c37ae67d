"""Loading in the background, and waiting in line."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import anyio
import pytest
from fastapi.testclient import TestClient

from knowledge.errors import ArtifactError
from service.counter import Counter
from service.http import create_app
from service.http.desk import Desk
from service.http.errors import NotReadyError
from service.settings import Settings

Shape = Callable[..., dict[str, object]]


def test_alive_at_once_and_ready_when_loaded(
    settings: Settings, counter: Counter, error_of: Shape
) -> None:
    may_load, has_loaded = threading.Event(), threading.Event()

    def slow(_: Settings) -> Counter:
        may_load.wait(10)
        return counter

    app = create_app(settings)
    desk = app.state.parts.desk
    desk._opener = slow
    with TestClient(app) as client:
        assert client.get("/healthz").json() == {"status": "ok"}
        for path in ("/readyz", "/api/plans", "/", "/sources/toride-4"):
            response = client.get(path)
            error_of(response, 503, "not_ready")
            assert int(response.headers["retry-after"]) >= 1
        page = client.get("/", headers={"Accept": "text/html"})
        assert page.status_code == 503
        assert "準備中" in page.text
        may_load.set()
        loader = next(t for t in threading.enumerate() if t.name == "load-counter")
        loader.join(10)
        has_loaded.set()
        ready = client.get("/readyz")
        assert ready.json() == {
            "status": "ready",
            "index_version": counter.index_version,
            "store": "reachable",
        }


def test_a_counter_that_cannot_be_opened_is_told_to_operators(
    settings: Settings, error_of: Shape, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_: Settings) -> Counter:
        raise ArtifactError("the manifest is damaged")

    app = create_app(settings)
    app.state.parts.desk._opener = broken
    with TestClient(app) as client:
        for thread in threading.enumerate():
            if thread.name == "load-counter":
                thread.join(10)
        assert client.get("/healthz").status_code == 200
        response = client.get("/readyz")
        assert "retry-after" not in response.headers
        error = error_of(response, 503, "not_ready")
        assert "manifest" not in str(error["message"])
    assert "ArtifactError: the manifest is damaged" in caplog.text


def test_more_than_may_wait_are_sent_away(settings: Settings, counter: Counter) -> None:
    narrow = settings.model_copy(update={"answers_at_once": 1, "waiting_max": 1})
    refused: list[int | None] = []
    release = threading.Event()

    async def scene() -> list[int]:
        desk = Desk(narrow, counter)
        done: list[int] = []

        def work(_: Counter) -> int:
            release.wait(10)
            return 1

        async def ask() -> None:
            done.append(await desk.turn(work))

        async with anyio.create_task_group() as group:
            group.start_soon(ask)
            group.start_soon(ask)
            await anyio.sleep(0)
            await anyio.sleep(0)
            try:
                await desk.turn(work)
            except NotReadyError as error:
                refused.append(error.retry_after_s)
            release.set()
        done.append(await desk.turn(lambda _: 2))  # the line is empty again
        return done

    with ThreadPoolExecutor(1) as apart:  # a browser of other tests may hold this thread's loop
        assert apart.submit(anyio.run, scene).result() == [1, 1, 2]
    assert refused == [2]


def test_questions_asked_at_once_are_all_answered(client: TestClient) -> None:
    replies: list[str] = []

    def ask() -> None:
        body = {"question": "コンビニ交付はいつから始まりましたか。", "city": "toride"}
        replies.append(client.post("/api/chat", json=body).json()["answer"])

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(replies) == 8
    assert len(set(replies)) == 1
