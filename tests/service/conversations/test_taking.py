"""Answers taken along: a copy for a short time, without the question, that outlives the visit."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from knowledge.errors import StoreError
from service.conversations import Conversations, Reply
from service.conversations.errors import UnknownMessageError
from service.counter import Counter
from service.outcome import Reason
from tests.service.conversations.conftest import Clock, ask, only_sqlite

Held = Callable[[], bytes]
Rows = Callable[[str], list[tuple[Any, ...]]]
FIRST = "ところでいじめ防止アプリの担当課はどこですか？"


@pytest.fixture
def told(conversations: Conversations, counter: Counter) -> Reply:
    return ask(conversations, counter, FIRST)


def test_the_copy_tells_what_was_told(
    conversations: Conversations, told: Reply, clock: Clock
) -> None:
    clock.move(minutes=5)
    token = conversations.give(told.message_id)
    assert token is not None
    assert len(token) == 22
    taken = conversations.taken(token)
    assert taken is not None
    for name in ("reason", "text", "core", "note", "citations", "lang", "city", "generator"):
        assert getattr(taken.answer, name) == getattr(told.answer, name)
    assert (taken.answer.meaning, taken.answer.choices, taken.answer.record_ids) == ("", (), ())
    assert taken.told_at == told.told.asked_at
    assert taken.expires_at == clock.now + timedelta(minutes=30)
    again = conversations.give(told.message_id)
    assert again != token
    assert conversations.taken(token) == taken


def test_the_copy_outlives_the_visit_and_then_goes(
    conversations: Conversations, told: Reply, clock: Clock, bytes_held: Held
) -> None:
    token = conversations.give(told.message_id) or ""
    conversations.forget(told.conversation_id)
    assert conversations.taken(token) is not None
    held, words = bytes_held(), told.answer.text[:8].encode()
    assert words in held
    assert "ところで".encode() not in held
    for name in (told.conversation_id, token):  # the message's id stays with its count
        assert name.encode() not in held
    assert hashlib.sha256(token.encode()).hexdigest().encode() in held
    clock.move(minutes=29)
    conversations.sweep()
    assert conversations.taken(token) is not None
    clock.move(minutes=1)
    assert conversations.taken(token) is None  # though not swept yet
    assert words in bytes_held()
    conversations.sweep()
    assert words not in bytes_held()


def test_the_sweep_of_copies_leaves_conversations(
    conversations: Conversations, told: Reply, clock: Clock, rows: Rows
) -> None:
    conversations.give(told.message_id)
    clock.move(minutes=31)
    assert conversations.sweep() == 0
    assert rows("SELECT count(*) FROM take_tokens") == [(0,)]
    assert conversations.history(told.conversation_id, "toride")


@pytest.mark.parametrize("made_up", ["", "A" * 22, "' OR 1=1 --", "あ" * 22, "A" * 4000])
def test_a_token_that_was_made_up_opens_nothing(
    conversations: Conversations, told: Reply, made_up: str
) -> None:
    conversations.give(told.message_id)
    assert conversations.taken(made_up) is None


def test_only_what_is_held_is_taken_along(
    conversations: Conversations, told: Reply, clock: Clock
) -> None:
    for unknown in ("0" * 32, told.conversation_id):
        with pytest.raises(UnknownMessageError):
            conversations.give(unknown)
    clock.move(hours=25)
    with pytest.raises(UnknownMessageError):
        conversations.give(told.message_id)


def test_help_lines_are_taken_along_without_the_words(
    conversations: Conversations, counter: Counter, bytes_held: Held
) -> None:
    refused = ask(conversations, counter, "もう死にたいです、ひみつ")
    taken = conversations.taken(conversations.give(refused.message_id) or "")
    assert taken is not None
    assert taken.answer.reason is Reason.REFUSED_EMERGENCY
    assert taken.answer.text == refused.answer.text
    assert "ひみつ".encode() not in bytes_held()


@only_sqlite
def test_a_store_that_fails_gives_no_token(
    conversations: Conversations, database: Path, clock: Clock
) -> None:
    database.mkdir()
    assert conversations.give("0" * 32) is None
    with pytest.raises(StoreError):
        conversations.taken("A" * 22)
    database.rmdir()
    clock.move(seconds=10)
    assert conversations.taken("A" * 22) is None
