"""Conversations that several write at once, that stand alone, and that end with a visit."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from service.answering.turn import Turn
from service.conversations import Conversations
from service.conversations.errors import UnknownMessageError
from service.counter import Counter, Question
from service.settings import Settings
from tests.service.conversations.conftest import Clock, ask

Held = Callable[[], bytes]
Rows = Callable[[str], list[tuple[Any, ...]]]
FIRST = "いじめ防止アプリの担当課は？"

SECOND = "いつから？"


def test_two_that_write_at_once_are_both_kept(
    conversations: Conversations, counter: Counter, rows: Rows
) -> None:
    first = ask(conversations, counter, FIRST)
    threads = [
        threading.Thread(target=ask, args=(conversations, counter, text, first))
        for text in ("いつから？", "その目的は？", "それは新規ですか")
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    numbers = rows("SELECT number FROM messages ORDER BY number")
    assert numbers == [(1,), (2,), (3,), (4,)]


def test_a_conversation_forgotten_meanwhile_does_not_come_back(
    conversations: Conversations, counter: Counter, rows: Rows, bytes_held: Held
) -> None:
    first = ask(conversations, counter, FIRST)

    class Slow:
        def follow(self, question: Question) -> Turn:
            turn = counter.follow(question)
            assert "いじめ" in turn.answered.meaning  # with the words of the one before filled in
            conversations.forget(first.conversation_id)
            return turn

    held = Question(SECOND, "toride", conversation_id=first.conversation_id)
    reply = conversations.ask(Slow(), held)
    assert reply.conversation_id != first.conversation_id
    assert not reply.is_kept
    assert rows("SELECT count(*) FROM messages") == rows("SELECT count(*) FROM traces") == [(0,)]
    assert "いじめ".encode() not in bytes_held()
    assert rows("SELECT count(*) FROM outcomes") == [(2,)]
    further = ask(conversations, counter, FIRST, reply)
    assert further.is_kept


def test_without_turns_every_question_stands_alone(
    settings: Settings, counter: Counter, tmp_path: Path
) -> None:
    url = f"sqlite:///{tmp_path / 'x.sqlite3'}"
    own = settings.model_copy(update={"database_url": url, "conversation_turns": 0})
    conversations = Conversations(own)
    first = ask(conversations, counter, FIRST)
    second = ask(conversations, counter, SECOND, first)
    assert second.conversation_id == first.conversation_id
    assert second.answer.meaning == SECOND.replace("？", "?")
    conversations.close()


def test_a_visit_to_a_kiosk_is_forgotten_soon_and_only_there(
    conversations: Conversations, counter: Counter, clock: Clock, bytes_held: Held
) -> None:
    at_kiosk = conversations.ask(counter, Question(FIRST, "toride", channel="kiosk"))
    elsewhere = conversations.ask(counter, Question("大学との連携とは", "toride", channel="web"))
    clock.move(minutes=14)
    assert conversations.sweep() == 0
    assert conversations.history(at_kiosk.conversation_id, "toride")
    clock.move(minutes=2)
    assert not conversations.history(at_kiosk.conversation_id, "toride")
    with pytest.raises(UnknownMessageError):
        conversations.give(at_kiosk.message_id)
    assert conversations.history(elsewhere.conversation_id, "toride")
    assert conversations.sweep() == 1  # for staff as well
    assert "いじめ".encode() not in bytes_held()
    assert conversations.history(elsewhere.conversation_id, "toride")
