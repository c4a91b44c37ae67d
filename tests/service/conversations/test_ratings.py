"""Votes on answers: the last one holds, and it goes with its conversation."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from knowledge.errors import FeedbackError, StoreError
from service.conversations import Conversations, Feedback, FeedbackReason, Reply
from service.conversations.errors import (
    CommentTooLongError,
    PersonalCommentError,
    UnknownMessageError,
)
from service.counter import Counter
from tests.service.conversations.conftest import Clock, ask, only_sqlite

Held = Callable[[], bytes]
Rows = Callable[[str], list[tuple[Any, ...]]]
SECRET = "ひみつのつくし"
WRONG = FeedbackReason.WRONG


@pytest.fixture
def told(conversations: Conversations, counter: Counter) -> Reply:
    return ask(conversations, counter, "いじめ防止アプリの担当課は？")


VOTES = "SELECT message_id, helpful, reason, comment FROM feedback"


def test_the_last_vote_holds(conversations: Conversations, told: Reply, rows: Rows) -> None:
    no = Feedback(told.message_id, False, WRONG, " ＡＢＣの\n年が違います ")
    assert conversations.rate(no)
    assert rows(VOTES) == [(told.message_id, 0, "wrong", "ABCの 年が違います")]
    assert not conversations.rate(no)  # a retry
    (shown,) = conversations.history(told.conversation_id, "toride")
    assert shown.helpful is False
    assert conversations.rate(Feedback(told.message_id, True))
    assert rows(VOTES) == [(told.message_id, 1, None, "")]
    (shown,) = conversations.history(told.conversation_id, "toride")
    assert shown.helpful is True
    assert "年" not in repr(no)


def test_only_a_message_that_is_held_is_rated(
    conversations: Conversations, told: Reply, clock: Clock, rows: Rows
) -> None:
    for unknown in ("0" * 32, "", told.conversation_id, "' OR 1=1 --"):
        with pytest.raises(UnknownMessageError):
            conversations.rate(Feedback(unknown, True))
    clock.move(hours=25)  # expired, though not swept yet
    with pytest.raises(UnknownMessageError):
        conversations.rate(Feedback(told.message_id, True))
    assert rows(VOTES) == []


@pytest.mark.parametrize(
    ("comment", "error"),
    [
        (SECRET + "。私の電話番号は０９０-1234-5678です", PersonalCommentError),
        (SECRET + "。マイナンバーは123456789018です", PersonalCommentError),
        (SECRET + "。連絡はtaro.yamada@example.comまで", PersonalCommentError),
        (SECRET * 80, CommentTooLongError),
    ],
)
def test_a_comment_that_may_not_be_kept_reaches_no_file(
    conversations: Conversations,
    told: Reply,
    bytes_held: Held,
    comment: str,
    error: type[FeedbackError],
) -> None:
    conversations.rate(Feedback(told.message_id, True, None, "役に立ちました"))
    with pytest.raises(error) as caught:
        conversations.rate(Feedback(told.message_id, False, WRONG, comment))
    assert SECRET not in str(caught.value)
    assert SECRET.encode() not in bytes_held()
    (shown,) = conversations.history(told.conversation_id, "toride")
    assert shown.helpful is True


def test_five_hundred_characters_are_taken(conversations: Conversations, told: Reply) -> None:
    assert conversations.rate(Feedback(told.message_id, False, None, "㍿" * 125))
    with pytest.raises(CommentTooLongError) as caught:
        conversations.rate(Feedback(told.message_id, False, None, "㍿" * 126))
    assert (caught.value.chars, caught.value.chars_max) == (504, 500)


@pytest.mark.parametrize("way", ["forgotten", "swept"])
def test_votes_go_with_the_conversation(
    conversations: Conversations,
    told: Reply,
    clock: Clock,
    bytes_held: Held,
    way: str,
) -> None:
    conversations.rate(Feedback(told.message_id, False, WRONG, SECRET))
    assert SECRET.encode() in bytes_held()
    if way == "forgotten":
        conversations.forget(told.conversation_id)
    else:
        clock.move(days=31)
        assert conversations.sweep() == 1
    assert SECRET.encode() not in bytes_held()
    with pytest.raises(UnknownMessageError):
        conversations.rate(Feedback(told.message_id, True))


@only_sqlite
def test_a_store_that_fails_says_so(conversations: Conversations, database: Path) -> None:
    database.mkdir()
    with pytest.raises(StoreError):
        conversations.rate(Feedback("0" * 32, True))
