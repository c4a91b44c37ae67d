"""What staff approve answers within seconds; a store out of reach changes nothing."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from pathlib import Path

import anyio
import pytest
from fastapi.testclient import TestClient

from knowledge.errors import StoreError
from service.answering.corrections.digests import digest_of
from service.answering.corrections.records import ApprovedAnswer, Corrections, RestsOn
from service.correcting.live import LiveCorrections
from service.counter import Counter
from service.http import create_app
from service.http.correcting_live import CorrectingLive, opener
from service.http.desk import Desk
from service.settings import Settings
from service.store import Store
from tests.service.correcting.written import APPROVER, Correcting, correcting

EVENT = "toride-4/timeline/2016-3"
FORM = "市民プールの入場料はいくらですか"
TOLD = "市民プールのことは、スポーツ振興課にお尋ねください。"
LONG_S = 30  # for a machine that does much else; nothing waits so long


@pytest.fixture
def own(settings: Settings, tmp_path: Path) -> Settings:
    """Settings over a database of its own, looked up every hour."""
    url = f"sqlite:///{tmp_path / 'live.sqlite3'}"
    return settings.model_copy(update={"database_url": url, "corrections_poll_s": 3600})


@pytest.fixture
def at_work(own: Settings) -> Iterator[Correcting]:
    store = Store(own.database_url)
    yield correcting(store)
    store.close()


@pytest.fixture
def body(counter: Counter) -> ApprovedAnswer:
    passage = RestsOn(EVENT, digest_of(counter.passages[EVENT]))
    return ApprovedAnswer((FORM,), TOLD, (passage,))


def answer(client: TestClient) -> str:
    found = client.post("/api/chat", json={"question": FORM, "city": "toride"})
    return str(found.json()["answer"])


def wait_until(client: TestClient, *, told: bool) -> None:
    until = time.monotonic() + LONG_S
    while (TOLD in answer(client)) is not told:
        assert time.monotonic() < until
        time.sleep(0.05)


def test_an_approval_elsewhere_is_live_and_its_end_too(
    own: Settings, counter: Counter, at_work: Correcting, body: ApprovedAnswer
) -> None:
    quick = own.model_copy(update={"corrections_poll_s": 0.05})
    with TestClient(create_app(quick, counter)) as client:
        assert TOLD not in answer(client)
        correction_id = at_work.live(body)
        wait_until(client, told=True)
        at_work.decisions.take_out(APPROVER, correction_id, 1, note="古い")
        wait_until(client, told=False)
    assert counter.corrections == Corrections()


def test_an_approval_in_the_same_process_is_looked_up_at_once(
    own: Settings, counter: Counter, at_work: Correcting, body: ApprovedAnswer
) -> None:
    with TestClient(create_app(own, counter)) as client:
        wait_until(client, told=False)
        at_work.live(body)
        parts = client.app.state.parts  # type: ignore[attr-defined]
        client.portal.call(parts.correcting_live.look_now)  # type: ignore[union-attr]
        wait_until(client, told=True)


def test_a_counter_opens_with_what_is_in_force(
    own: Settings,
    counter: Counter,
    at_work: Correcting,
    body: ApprovedAnswer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at_work.live(body)
    view = counter.corrected_by(Corrections())
    monkeypatch.setattr("service.http.correcting_live.open_default", lambda settings: view)
    opened = opener(LiveCorrections(at_work.store))(own)
    assert [one.body for one in opened.corrections.entries] == [body]


class Failing:
    """The corrections of a store that comes and goes."""

    def __init__(self, live: LiveCorrections) -> None:
        self.live = live
        self.is_away = False

    def revision(self) -> int:
        if self.is_away:
            raise StoreError("out of reach")
        return self.live.revision()

    def load(self) -> Corrections:
        if self.is_away:
            raise StoreError("out of reach")
        return self.live.load()


def test_a_store_out_of_reach_keeps_the_last_and_says_so_once(
    own: Settings,
    counter: Counter,
    at_work: Correcting,
    body: ApprovedAnswer,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO, "madoguchi.correcting")
    live, desk = Failing(LiveCorrections(at_work.store)), Desk(own, counter)
    keeping = CorrectingLive(live, desk, 1.0)
    at_work.live(body)
    keeping.look()
    held = desk.counter
    assert [one.body for one in held.corrections.entries] == [body]
    live.is_away = True
    for _ in range(3):
        keeping.look()
    assert desk.counter is held
    live.is_away = False
    keeping.look()
    said = [r.getMessage() for r in caplog.records if r.name == "madoguchi.correcting"]
    assert [line.partition(":")[0] for line in said] == [
        "corrections of revision 1 are in force",
        "the last corrections stay in force",
        "corrections can be read again",
    ]
    assert not any(word in line for line in said for word in (FORM, TOLD))


def test_a_counter_opens_without_a_store(
    own: Settings, counter: Counter, at_work: Correcting, monkeypatch: pytest.MonkeyPatch
) -> None:
    live, view = Failing(LiveCorrections(at_work.store)), counter.corrected_by(Corrections())
    monkeypatch.setattr("service.http.correcting_live.open_default", lambda settings: view)
    live.is_away = True
    assert opener(live)(own) is view


def test_nothing_is_looked_up_before_the_counter_is_open(
    own: Settings, at_work: Correcting
) -> None:
    live = Failing(LiveCorrections(at_work.store))
    live.is_away = True
    keeping = CorrectingLive(live, Desk(own), 1.0)
    keeping.look()
    assert not keeping._failed


def test_a_look_asked_for_during_a_look_is_not_lost(
    own: Settings, counter: Counter, at_work: Correcting, body: ApprovedAnswer
) -> None:
    live, desk = LiveCorrections(at_work.store), Desk(own, counter)
    keeping = CorrectingLive(live, desk, 3600)
    looks: list[int] = []
    look = keeping.look

    def slow() -> None:
        look()
        looks.append(desk.counter.corrections.revision)
        if len(looks) == 1:
            at_work.live(body)
            anyio.from_thread.run_sync(keeping.look_now)

    keeping.look = slow  # type: ignore[method-assign]

    async def until_seen() -> None:
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(keeping.run)
            with anyio.fail_after(LONG_S):
                while len(looks) < 2:
                    await anyio.sleep(0.01)
            tasks.cancel_scope.cancel()

    anyio.run(until_seen)
    assert looks == [0, 1]
