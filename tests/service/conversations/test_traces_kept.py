"""What the service saw is kept beside the message, and goes with it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from service.answering.trace import unpacked
from service.conversations import Conversations
from service.counter import Counter
from tests.service.conversations.conftest import Clock, ask

QUESTION = "いじめ防止アプリの担当課は？"


def held(database: Path) -> dict[str, bytes]:
    with sqlite3.connect(database) as raw:
        rows = raw.execute("SELECT message_id, body FROM traces").fetchall()
    raw.close()
    return dict(rows)


def test_a_trace_beside_every_message(
    conversations: Conversations, counter: Counter, database: Path
) -> None:
    first = ask(conversations, counter, QUESTION)
    refused = ask(conversations, counter, "私の名前は山田花子です", first)
    bodies = held(database)
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
    conversations: Conversations, counter: Counter, clock: Clock, database: Path
) -> None:
    first = ask(conversations, counter, QUESTION)
    second = ask(conversations, counter, QUESTION)
    conversations.forget(first.conversation_id)
    assert set(held(database)) == {second.message_id}
    clock.move(days=31)
    assert conversations.sweep() == 1
    assert held(database) == {}
