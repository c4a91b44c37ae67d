"""A proof beside residents: who is in line goes first, and it still ends on a busy day."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import anyio
import pytest

from service.answering.turn import Question, Turn
from service.counter import Counter
from service.evaluation import EvaluationQuestion
from service.http import proving
from service.http.desk import Desk
from service.proving import Trial
from service.settings import Settings

QUESTION = EvaluationQuestion.model_validate({"id": "1", "q": "LGWANとは何ですか"})


class Noting:
    """The counter, which notes that a proof asked it."""

    def __init__(self, counter: Counter, order: list[str]) -> None:
        self._counter = counter
        self._order = order

    def follow(self, question: Question) -> Turn:
        self._order.append("proof")
        return self._counter.follow(question)


def scene(counter: Counter, settings: Settings, order: list[str]) -> bool:
    """A resident is answered, another waits, a proof wants its turn; then the first is done."""
    desk, release = Desk(settings, counter), threading.Event()
    asked = Noting(counter, order)
    trial = Trial((QUESTION,), asked, asked, {})

    def first(_: Counter) -> None:
        release.wait(10)
        order.append("first")

    async def run() -> bool:
        async with anyio.create_task_group() as group:
            group.start_soon(desk.turn, first)
            await anyio.sleep(0)
            assert desk.is_busy
            stepped: list[bool] = []

            async def step() -> None:
                stepped.append(await proving._step(desk, trial))

            group.start_soon(step)
            await anyio.sleep(proving.STAND_BACK_S * 3)
            group.start_soon(desk.turn, lambda _: order.append("second"))
            await anyio.sleep(0)
            release.set()
        return stepped[0]

    with ThreadPoolExecutor(1) as apart:  # a browser of other tests may hold this thread's loop
        return apart.submit(anyio.run, run).result()


def test_residents_who_came_later_go_first(counter: Counter, settings: Settings) -> None:
    order: list[str] = []
    assert scene(counter, settings, order)
    assert order == ["first", "second", "proof"]


def test_a_proof_takes_its_place_in_line_after_a_while(
    counter: Counter, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proving, "STAND_BACK_TIMES", 1)
    order: list[str] = []
    assert scene(counter, settings, order)
    assert order == ["first", "proof", "second"]
