"""What the figures are made from is prepared beside the questions, and never before them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import anyio
import pytest

from service.counter import Counter, Question
from service.http import create_app
from service.http.parts import Parts
from service.http.review.dashboard.preparing import prepare_once
from service.reporting import Period
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
