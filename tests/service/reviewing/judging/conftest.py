"""Conversations that were held, reviewers, and the real index, over a database of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import insert

from service.accounts import Role, Staff
from service.conversations import Conversations, Reply
from service.counter import Counter, Question
from service.reviewing.judging import Cases, Judgements, Opinion, Passages
from service.settings import Settings
from service.store import Store, UserRow
from service.store.ids import new_id
from tests.service.conversations.conftest import Clock

WHEN = "コンビニ交付はいつから"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = Store(database_url)
    yield opened
    opened.close()


@pytest.fixture
def conversations(settings: Settings, store: Store, clock: Clock) -> Conversations:
    # Everything comes into the queue.
    own = settings.model_copy(update={"review_sample_percent": 100.0})
    return Conversations(own, clock, clock.monotonic, store)


@pytest.fixture
def asked(conversations: Conversations, counter: Counter) -> Callable[..., Reply]:
    """Ask a question; `before` is the reply it follows."""

    def ask(text: str = WHEN, before: Reply | None = None, **more: Any) -> Reply:
        held = before.conversation_id if before else None
        question = Question(text, more.pop("city", "toride"), conversation_id=held, **more)
        return conversations.ask(counter, question)

    return ask


@pytest.fixture
def reviewer(store: Store, clock: Clock) -> Callable[[str], Staff]:
    """A member of staff by name."""

    def make(name: str) -> Staff:
        staff = Staff(new_id(), name, f"職員{name}", {"toride": Role.REVIEWER})
        with store.writing() as connection:
            connection.execute(
                insert(UserRow).values(
                    id=staff.id,
                    login=staff.login,
                    name=staff.name,
                    password_hash="",
                    must_change=False,
                    failures=0,
                    created_at=clock.now,
                )
            )
        return staff

    return make


@pytest.fixture(scope="session")
def passages(counter: Counter) -> Passages:
    return Passages(counter.knowledge, counter.passages)


@pytest.fixture
def judgements(store: Store, clock: Clock) -> Judgements:
    return Judgements(store, 1_000, clock)


@pytest.fixture
def cases(store: Store) -> Cases:
    return Cases(store, 50)


@pytest.fixture
def judge(judgements: Judgements, passages: Passages) -> Callable[..., None]:
    """Give an opinion; the version is that of a first one unless it is told."""

    def give(
        staff: Staff, message_id: str, opinion: Opinion, version: int = 0, *, closes: bool = True
    ) -> None:
        judgements.give(staff, message_id, opinion, passages, version=version, closes=closes)

    return give


@pytest.fixture
def withdraw(judgements: Judgements, passages: Passages) -> Callable[..., None]:
    """Take a judgement back."""

    def take_back(staff: Staff, message_id: str, version: int) -> None:
        judgements.withdraw(staff, message_id, passages, version=version)

    return take_back
