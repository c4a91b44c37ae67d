"""A conversation as its page shows it again: what was told, as it was told."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from service.answering.turn import Turn
from service.conversations import Conversations, Told
from service.counter import Counter, Question
from service.outcome import Answer, Reason, Status
from service.settings import Settings
from tests.service.conversations.conftest import Clock, ask, only_sqlite

FIRST = "いじめ防止アプリの担当課は？"
SECOND = "いつから？"


def as_kept(told: Told) -> Told:
    """Without what the store does not keep."""
    kept = replace(told.answer, results=None, milliseconds={}, phrasing=None)
    return replace(told, answer=kept)


def test_the_history_is_what_was_told(
    conversations: Conversations, counter: Counter, clock: Clock
) -> None:
    first = ask(conversations, counter, FIRST)
    clock.move(minutes=1)
    second = conversations.ask(
        counter,
        Question(SECOND, "toride", "en", "kiosk", first.conversation_id),
    )
    assert (first.is_kept, second.is_kept) == (True, True)
    history = conversations.history(first.conversation_id, "toride")
    assert history == (as_kept(first.told), as_kept(second.told))
    assert [one.question for one in history] == [FIRST, SECOND]
    assert [one.channel for one in history] == ["api", "kiosk"]
    assert [one.answer.lang for one in history] == ["ja", "en"]
    assert history[0].answer.citations[0].quote
    assert history[0].answer.choices == first.answer.choices
    assert history[1].asked_at == clock.now
    assert FIRST not in repr(history)


def test_who_may_not_read_it_sees_nothing(
    conversations: Conversations, counter: Counter, clock: Clock
) -> None:
    first = ask(conversations, counter, FIRST)
    assert conversations.history(first.conversation_id, None)
    for unknown in ("0" * 32, "", "no id", "' OR 1=1 --"):
        assert conversations.history(unknown, "toride") == ()
    assert conversations.history(first.conversation_id, "oyama") == ()
    clock.move(hours=25)
    assert conversations.history(first.conversation_id, "toride") == ()


def test_refused_words_are_withheld(conversations: Conversations, counter: Counter) -> None:
    refused = ask(conversations, counter, "電話番号は090-1234-5678です。コンビニ交付は？")
    assert refused.told.question == ""
    (told,) = conversations.history(refused.conversation_id, "toride")
    assert told.answer.status is Status.REFUSED
    assert told.answer.text == refused.answer.text
    assert told.question == ""


def test_only_the_latest_are_shown(settings: Settings, counter: Counter, database_url: str) -> None:
    own = {"database_url": database_url, "history_messages": 2}
    few = Conversations(settings.model_copy(update=own))
    first = ask(few, counter, FIRST)
    later = [ask(few, counter, text, first) for text in (SECOND, "その目的は？")]
    history = few.history(first.conversation_id, "toride")
    assert [told.message_id for told in history] == [reply.message_id for reply in later]
    few.close()


def test_what_was_forgotten_is_shown_no_more(
    conversations: Conversations, counter: Counter, bytes_held: Callable[[], bytes]
) -> None:
    first = ask(conversations, counter, FIRST)
    words = [first.answer.text[:8], first.answer.citations[0].quote[:8], FIRST[:8]]
    assert all(word.encode() in bytes_held() for word in words)
    conversations.forget(first.conversation_id)
    assert conversations.history(first.conversation_id, "toride") == ()
    assert not any(word.encode() in bytes_held() for word in words)


@only_sqlite
def test_a_store_that_fails_has_no_history_and_says_so(
    conversations: Conversations,
    counter: Counter,
    database: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    database.mkdir()
    with caplog.at_level(logging.ERROR):
        assert conversations.history("0" * 32, "toride") == ()
    assert len(caplog.records) == 1
    reply = ask(conversations, counter, FIRST)
    assert not reply.is_kept
    assert reply.told.question == FIRST
    assert reply.answer.status is Status.ANSWERED


@only_sqlite
def test_rows_of_the_first_release_are_recalled_but_not_shown(
    settings: Settings, counter: Counter, clock: Clock, database: Path
) -> None:
    script = Path(__file__).parents[1] / "store" / "version_0001.sql"
    with sqlite3.connect(database) as raw:
        raw.executescript(script.read_text(encoding="utf-8"))
    raw.close()
    own = settings.model_copy(update={"database_url": f"sqlite:///{database}"})
    opened = Conversations(own, clock, clock.monotonic)
    held_id = "f2dce027f0587243e71e64ef9f5376dd"
    assert opened.history(held_id, "toride") == ()
    reply = opened.ask(counter, Question(SECOND, "toride", conversation_id=held_id))
    assert reply.conversation_id == held_id
    assert reply.answer.meaning == "いじめ防止アプリはいつから"
    assert [told.message_id for told in opened.history(held_id, "toride")] == [reply.message_id]
    opened.close()


@only_sqlite
def test_an_answer_of_another_release_is_left_out(
    conversations: Conversations,
    counter: Counter,
    database: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    first = ask(conversations, counter, FIRST)
    second = ask(conversations, counter, SECOND, first)
    with sqlite3.connect(database) as raw:
        raw.execute(
            'UPDATE messages SET citations = \'[{"of": "ひみつ"}]\' WHERE id = ?',
            (first.message_id,),
        )
    raw.close()
    history = conversations.history(first.conversation_id, "toride")
    assert [told.message_id for told in history] == [second.message_id]
    assert "KeyError" in caplog.text
    assert "ひみつ" not in caplog.text


@pytest.mark.parametrize("reason", list(Reason))
def test_every_outcome_is_kept_and_given_back(conversations: Conversations, reason: Reason) -> None:
    class Says:
        def follow(self, question: Question) -> Turn:
            return Turn(question, answer=Answer(reason, "お答えします。", meaning=question.text))

    reply = conversations.ask(Says(), Question(FIRST, "toride"))
    assert conversations.history(reply.conversation_id, "toride") == (reply.told,)
