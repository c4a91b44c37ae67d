"""Answers come into the queue with the message, move by a vote, are closed when erased."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select, update

from service.conversations import Conversations, Feedback, Reply
from service.counter import Counter
from service.outcome import Answer, Reason
from service.reviewing.entering import EntryRule
from service.reviewing.states import ItemState, Why
from service.settings import Settings
from service.store import ReviewItemRow, Store
from service.store.ids import new_id
from tests.service.conversations.conftest import Clock, ask

ANSWERED = "いじめ防止アプリの担当課は？"
RULE = EntryRule(sample_percent=0, low_confidence=0.8, due_days=7)
ID = "0" * 32


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = Store(database_url)
    yield opened
    opened.close()


def conversations(store: Store, settings: Settings, clock: Clock, sample: float) -> Conversations:
    changed = {"review_sample_percent": sample, "review_low_confidence": 0.0}
    return Conversations(settings.model_copy(update=changed), clock, clock.monotonic, store)


def items(store: Store) -> dict[str, ReviewItemRow]:
    with store.reading() as connection:
        rows = connection.execute(select(ReviewItemRow.__table__)).all()
    return {row.message_id: row for row in rows}


@pytest.mark.parametrize(
    ("reason", "confidence", "why"),
    [
        (Reason.REFUSED_ABUSE, 1.0, Why.REFUSED),
        (Reason.NOT_FOUND_LIVE, 1.0, Why.NOT_FOUND),
        (Reason.NOT_FOUND_NOT_IN_PLAN, 0.6, Why.NOT_FOUND),
        (Reason.CLARIFY_QUESTION, 0.3, Why.NOT_FOUND),
        (Reason.CLARIFY_CITY, 0.6, None),
        (Reason.ANSWERED_FAQ, 0.79, Why.LOW_CONFIDENCE),
        (Reason.ANSWERED_RECORD, 0.8, None),
    ],
)
def test_an_answer_comes_in_for_its_weightiest_cause(
    reason: Reason, confidence: float, why: Why | None
) -> None:
    answer = Answer(reason, "", confidence=confidence)
    assert RULE.why(ID, answer) is why
    drawn = replace(RULE, sample_percent=100).why(ID, answer)
    assert drawn is (why or Why.SAMPLE)


def test_the_sample_is_drawn_by_chance_and_can_be_drawn_again() -> None:
    rule = replace(RULE, sample_percent=20)
    ids = [new_id() for _ in range(5000)]
    drawn = {one for one in ids if rule.draws(one)}
    assert 0.17 < len(drawn) / len(ids) < 0.23  # five standard deviations
    assert drawn == {one for one in ids if rule.draws(one)}
    assert not any(RULE.draws(one) for one in ids)
    assert rule.draws("33" + "0" * 30)  # a fifth of 0x100 is 0x33
    assert not rule.draws("34" + "0" * 30)


def test_answers_are_queued_with_the_message(
    store: Store, settings: Settings, counter: Counter, clock: Clock
) -> None:
    told = conversations(store, settings, clock, sample=0)
    kept = ask(told, counter, ANSWERED)
    refused = ask(told, counter, "私の電話番号は090-1234-5678です。登録して")
    missing = ask(told, counter, "市長の好きな食べ物は何ですか")
    held = items(store)
    assert kept.answer.reason is Reason.ANSWERED_FAQ
    assert set(held) == {refused.message_id, missing.message_id}
    item = held[missing.message_id]
    assert (item.why, item.state, item.city, item.version) == ("not_found", "open", "toride", 1)
    assert (item.reason, item.lang, item.channel) == (missing.answer.reason.value, "ja", "api")
    assert item.confidence == missing.answer.confidence
    assert (item.asked_at, item.queued_at) == (clock.now, clock.now)
    assert item.due_on == date(2025, 6, 9)
    assert held[refused.message_id].why == "refused"
    assert held[refused.message_id].kind is None  # it was settled before it was understood


def test_a_good_answer_is_queued_where_the_sample_draws_it(
    store: Store, settings: Settings, counter: Counter, clock: Clock
) -> None:
    kept = ask(conversations(store, settings, clock, sample=100), counter, ANSWERED)
    assert items(store)[kept.message_id].why == "sample"


@pytest.fixture
def voted(store: Store, settings: Settings, counter: Counter, clock: Clock) -> Reply:
    told = conversations(store, settings, clock, sample=0)
    reply = ask(told, counter, ANSWERED)
    told.rate(Feedback(reply.message_id, True))
    assert items(store) == {}
    clock.move(hours=1)
    told.rate(Feedback(reply.message_id, False))
    return reply


def test_an_unhelpful_vote_puts_an_answer_into_the_queue(
    store: Store, voted: Reply, clock: Clock
) -> None:
    item = items(store)[voted.message_id]
    assert (item.why, item.state) == ("unhelpful", "open")
    assert item.asked_at == voted.told.asked_at
    assert item.queued_at == clock.now


def test_an_unhelpful_vote_moves_and_opens_again_what_is_there(
    store: Store, settings: Settings, counter: Counter, clock: Clock
) -> None:
    told = conversations(store, settings, clock, sample=100)
    reply = ask(told, counter, ANSWERED)
    done = {"state": ItemState.DONE.value, "closed_at": clock.now, "version": 2}
    with store.writing() as connection:
        connection.execute(update(ReviewItemRow).values(**done))
    clock.move(hours=20)
    told.rate(Feedback(reply.message_id, False))
    item = items(store)[reply.message_id]
    assert (item.why, item.state, item.closed_at, item.version) == ("unhelpful", "open", None, 3)
    assert item.due_on == date(2025, 6, 10)
    told.rate(Feedback(reply.message_id, False, None, "日付が古いようです"))
    told.rate(Feedback(reply.message_id, True))  # somebody may be at it
    assert items(store)[reply.message_id] == item


def test_what_is_erased_is_closed_and_stays_counted(
    store: Store, settings: Settings, voted: Reply, counter: Counter, clock: Clock
) -> None:
    told = conversations(store, settings, clock, sample=100)
    other = ask(told, counter, ANSWERED)
    told.forget(voted.conversation_id)
    held = items(store)
    assert held[voted.message_id].state == "erased"
    assert held[voted.message_id].closed_at == clock.now
    assert held[other.message_id].state == "open"
    with store.writing() as connection:
        connection.execute(update(ReviewItemRow).values(state="done"))
    clock.move(hours=25)
    told.sweep()
    assert items(store)[other.message_id].state == "done"  # what staff said of it stays
