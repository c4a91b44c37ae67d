"""An answer read with all that is known of it."""

from __future__ import annotations

from collections.abc import Callable

from service.answering.trace import Fate
from service.conversations import Conversations, Feedback, FeedbackReason, Reply
from service.outcome import Reason
from service.reviewing.judging import Cases
from service.reviewing.masking import MASK
from service.reviewing.states import ItemState, Why
from service.store import Store

Asked = Callable[..., Reply]


def test_the_whole_conversation_is_shown_with_the_judged_turn(asked: Asked, cases: Cases) -> None:
    first = asked("いじめ防止アプリの担当課は？")
    second = asked("いつから？", first)
    third = asked("田中さんの家にも光ファイバは来ますか", second)
    case = cases.find(second.message_id)
    assert case is not None
    assert [one.message_id for one in case.conversation] == [
        first.message_id,
        second.message_id,
        third.message_id,
    ]
    assert case.told is not None
    assert case.told.answer is not None
    assert (case.told.question, case.told.answer.text) == ("いつから？", second.answer.text)
    assert case.conversation[2].question.startswith(MASK)
    assert case.trace is not None
    assert case.trace.follow_up is not None
    assert case.trace.sides[0].candidates[0].fate is Fate.TOLD
    assert case.place is not None
    assert case.place.state is ItemState.OPEN


def test_a_long_conversation_is_shown_round_the_turn(asked: Asked, store: Store) -> None:
    replies = [asked()]
    for _ in range(5):
        replies.append(asked(before=replies[-1]))
    case = Cases(store, 3).find(replies[3].message_id)
    assert case is not None
    assert [one.number for one in case.conversation] == [3, 4, 5]


def test_the_vote_stays_and_its_words_go(
    asked: Asked, cases: Cases, conversations: Conversations
) -> None:
    reply = asked()
    comment = "佐藤健一さんに聞いた年と違います"
    conversations.rate(Feedback(reply.message_id, False, FeedbackReason.WRONG, comment))
    case = cases.find(reply.message_id)
    assert case is not None
    assert case.vote is not None
    assert (case.vote.is_helpful, case.vote.reason) == (False, FeedbackReason.WRONG)
    assert case.vote.comment == f"{MASK}さんに聞いた年と違います"
    assert case.place is not None
    assert case.place.why is Why.UNHELPFUL
    conversations.forget(reply.conversation_id)
    case = cases.find(reply.message_id)
    assert case is not None
    assert case.vote is not None
    assert (case.vote.is_helpful, case.vote.comment) == (False, "")
    assert case.place is not None
    assert case.place.state is ItemState.ERASED


def test_a_refused_question_has_no_words(asked: Asked, cases: Cases) -> None:
    reply = asked("私の名前は山田太郎です")
    case = cases.find(reply.message_id)
    assert case is not None
    assert case.facts.reason is Reason.REFUSED_PERSONAL_DATA
    assert case.told is not None
    assert case.told.question == ""
    assert not case.is_erased
    assert case.trace is not None
    assert case.trace.reading is None
