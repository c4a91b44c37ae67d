"""The same question asked again, and what has changed since."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import func, select

from service.conversations import Conversations, Reply
from service.conversations.errors import UnknownMessageError
from service.counter import Counter
from service.outcome import Reason
from service.reviewing.judging import AskingAgain, Cases, Change, difference
from service.reviewing.judging.errors import WordsErasedError
from service.store import MessageRow, OutcomeRow, ReviewItemRow, Store

Asked = Callable[..., Reply]


@pytest.fixture
def asking(store: Store) -> AskingAgain:
    return AskingAgain(store, 12)


def test_the_same_is_answered_and_nothing_is_left_of_it(
    asked: Asked, asking: AskingAgain, cases: Cases, counter: Counter, store: Store
) -> None:
    def rows() -> list[int | None]:
        with store.reading() as connection:
            return [
                connection.scalar(select(func.count()).select_from(table))
                for table in (MessageRow, OutcomeRow, ReviewItemRow)
            ]

    first = asked("いじめ防止アプリの担当課は？")
    reply = asked("いつから？", first, lang="en", channel="kiosk")
    before = rows()
    again = asking.ask(counter, reply.message_id)
    assert rows() == before
    assert (again.answer.text, again.answer.lang) == (reply.answer.text, "en")
    assert again.answer.meaning == "いじめ防止アプリはいつから"
    case = cases.find(reply.message_id)
    assert case is not None
    changed = difference(reply.answer, case.trace, again)
    assert changed.is_same
    assert changed.moves == ()
    assert {one.change for one in changed.sentences} == {Change.SAME}


def test_what_changed_is_named(
    asked: Asked, asking: AskingAgain, cases: Cases, counter: Counter
) -> None:
    reply = asked("取手市と大田原市の計画期間の違いは")
    case = cases.find(reply.message_id)
    assert case is not None
    assert case.trace is not None
    told = reply.answer
    lines = told.text.splitlines()
    then = replace(
        told,
        reason=Reason.ANSWERED_RECORD,
        text="\n".join(["古い一文です。", *lines[1:]]),
        citations=told.citations[1:],
    )
    side, *others = case.trace.sides
    first, second, *rest = side.candidates
    seen = replace(case.trace, sides=(replace(side, candidates=(second, first, *rest)), *others))
    changed = difference(then, seen, asking.ask(counter, reply.message_id))
    assert not changed.is_same
    assert [(one.change, one.text) for one in changed.sentences] == [
        (Change.REMOVED, "古い一文です。"),
        (Change.ADDED, lines[0]),
        *((Change.SAME, line) for line in lines[1:]),
    ]
    assert [one.citation.n for one in changed.citations if one.change is Change.ADDED] == [1]
    assert [(move.passage_id, move.before, move.now) for move in changed.moves] == [
        (first.passage_id, 2, 1),
        (second.passage_id, 1, 2),
    ]


def test_without_a_trace_no_moves_are_told(
    asked: Asked, asking: AskingAgain, counter: Counter
) -> None:
    reply = asked()
    changed = difference(reply.answer, None, asking.ask(counter, reply.message_id))
    assert (changed.is_same, changed.moves) == (True, ())


def test_words_that_are_gone_cannot_be_asked(
    asked: Asked, asking: AskingAgain, counter: Counter, conversations: Conversations
) -> None:
    refused = asked("私の名前は山田太郎です")
    erased = asked()
    conversations.forget(erased.conversation_id)
    for reply in (refused, erased):
        with pytest.raises(WordsErasedError):
            asking.ask(counter, reply.message_id)
    with pytest.raises(UnknownMessageError):
        asking.ask(counter, "0" * 32)
