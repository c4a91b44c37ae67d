"""What the service saw is kept beside the message, and goes with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from service.answering.trace import unpacked
from service.conversations import Conversations
from service.counter import Counter
from tests.service.conversations.conftest import Clock, ask

QUESTION = "いじめ防止アプリの担当課は？"
Rows = Callable[[str], list[tuple[Any, ...]]]


def held(rows: Rows) -> dict[str, bytes]:
    """Traces by the message they stand beside."""
    return {
        message_id: bytes(body) for message_id, body in rows("SELECT message_id, body FROM traces")
    }


def test_a_trace_beside_every_message(
    conversations: Conversations, counter: Counter, rows: Rows
) -> None:
    first = ask(conversations, counter, QUESTION)
    refused = ask(conversations, counter, "私の名前は山田花子です", first)
    bodies = held(rows)
    assert set(bodies) == {first.message_id, refused.message_id}
    trace = unpacked(bodies[first.message_id])
    assert trace is not None
    assert trace.reading is not None
    assert trace.reading.text == first.answer.meaning
    assert trace.sides[0].candidates[0].passage_id == first.answer.citations[0].passage_id
    nothing = unpacked(bodies[refused.message_id])
    assert nothing is not None
    assert (nothing.reading, nothing.sides) == (None, ())


def test_forgotten_and_swept_with_the_words(
    conversations: Conversations, counter: Counter, clock: Clock, rows: Rows
) -> None:
    first = ask(conversations, counter, QUESTION)
    second = ask(conversations, counter, QUESTION)
    conversations.forget(first.conversation_id)
    assert set(held(rows)) == {second.message_id}
    clock.move(days=31)
    assert conversations.sweep() == 1
    assert held(rows) == {}
