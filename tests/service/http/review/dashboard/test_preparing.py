"""What the figures are made from is prepared beside the questions, and never before them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import anyio
import pytest

from service.counter import Counter, Question
from service.http import create_app
from service.http.desk import Desk as FrontDesk
from service.http.parts import Parts
from service.http.review.dashboard import preparing
from service.http.review.dashboard.preparing import prepare_figures, prepare_once
from service.reporting import Period, Reports
from service.reporting.grouping import read_groups
from service.settings import Settings
from tests.service.http.review.staff_client import for_staff, parts_of_app
from tests.service.reporting.conftest import Desk

QUESTION = "宇宙船の駐車場はありますか。"


@pytest.fixture
def parts(settings: Settings, counter: Counter, tmp_path: Path) -> Iterator[Parts]:
    """With a question that no plan answers, and one of the day before."""
    url = f"sqlite:///{tmp_path / 'madoguchi.sqlite3'}"
    parts = parts_of_app(create_app(for_staff(settings, url), counter))
    parts.conversations.ask(counter, Question(QUESTION, "toride"))
    Desk(parts.store).ask(parts.reports.today() - timedelta(days=1))
    yield parts
    parts.store.close()


def waiting(parts: Parts) -> list[str]:
    model = parts.desk.counter.matcher.identity
    return [each.text for each in parts.question_vectors.waiting(model, 10)]


def test_questions_come_into_groups(parts: Parts) -> None:
    assert waiting(parts) == [QUESTION]
    anyio.run(prepare_once, parts)
    assert waiting(parts) == []
    period = Period.until(datetime.now(UTC).date() + timedelta(days=1), 3)
    with parts.store.reading() as connection:
        found = read_groups(connection, period, None, str)
    assert [each.name for each in found.groups] == [QUESTION]
    assert parts.reports.summaries.prepare() == 0  # the day before has its row already


def test_residents_go_first(parts: Parts) -> None:
    answered, seen = threading.Event(), []

    def answer(counter: Counter) -> None:
        answered.wait(30)

    async def both() -> None:
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(parts.desk.turn, answer)
            await anyio.sleep(0)
            assert not parts.desk.is_idle
            tasks.start_soon(prepare_once, parts)
            await anyio.sleep(0.3)
            seen.extend(waiting(parts))
            answered.set()

    anyio.run(both)
    assert seen == [QUESTION]  # while somebody was answered
    assert waiting(parts) == []


def run_until(parts: Parts, done: Callable[[], bool]) -> None:
    async def some_time() -> None:
        with anyio.fail_after(30):
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(prepare_figures, parts)
                while not done():
                    await anyio.sleep(0.01)
                tasks.cancel_scope.cancel()

    anyio.run(some_time)


def told(caplog: pytest.LogCaptureFixture) -> int:
    return sum(each.name == preparing.log.name for each in caplog.records)


@pytest.fixture
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preparing, "FIRST_AFTER_S", 0.01)
    monkeypatch.setattr(preparing, "EVERY_S", 0.01)


@pytest.mark.usefixtures("often")
def test_nothing_is_said_while_the_counter_is_loading(
    settings: Settings, counter: Counter, parts: Parts, caplog: pytest.LogCaptureFixture
) -> None:
    may_load = threading.Event()

    def loaded(_: Settings) -> Counter:
        may_load.wait(30)
        return counter

    desk = FrontDesk(settings, opener=loaded)
    desk.start()
    looks = iter(range(10))
    own = replace(parts, desk=desk)
    run_until(own, lambda: next(looks, None) is None)
    assert waiting(parts) == [QUESTION]
    may_load.set()
    run_until(own, lambda: not waiting(parts))
    assert told(caplog) == 0


@pytest.mark.usefixtures("often")
def test_a_store_out_of_reach_is_told_once_and_not_at_once(
    settings: Settings, counter: Counter, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").touch()
    url = f"sqlite:///{tmp_path / 'file' / 'madoguchi.sqlite3'}"  # a file is no folder
    app = create_app(for_staff(settings, url), counter)
    tries: list[datetime] = []

    def clock() -> datetime:
        tries.append(datetime.now(UTC))
        return tries[-1]

    parts = parts_of_app(app)
    parts = replace(parts, reports=Reports.over(parts.store, clock))
    run_until(parts, lambda: len(tries) >= 1)
    assert told(caplog) == 0
    run_until(parts, lambda: len(tries) >= 6)
    assert told(caplog) == 1
