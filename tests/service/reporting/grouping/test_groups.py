"""Unanswered questions from vectors to groups that staff read."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from sqlalchemy import delete

from service.reporting import Grouping, Period, QuestionVectors
from service.reporting.grouping import QuestionGroups, read_groups
from service.store import ConversationRow, Store
from tests.service.reporting.conftest import NOON, Clock, Desk

MODEL = "test"
PERIOD = Period.until(date(2025, 6, 11), 7)
MISSING = "not_found.no_evidence"


@pytest.fixture
def grouping(store: Store, clock: Clock) -> Grouping:
    return Grouping(store, clock, timedelta(minutes=15))


def embed(store: Store, **angles: float) -> int:
    """Give questions whose text is named a vector at an angle; gives how many there were."""
    vectors = QuestionVectors(store)
    waiting = vectors.waiting(MODEL, 100)
    turned = np.deg2rad([angles[each.text] for each in waiting])
    made = np.stack([np.cos(turned), np.sin(turned)], axis=1).astype(np.float32)
    vectors.keep(MODEL, waiting, made)
    return len(waiting)


def read(store: Store, cities: set[str] | None = None, period: Period = PERIOD) -> QuestionGroups:
    with store.reading() as connection:
        return read_groups(connection, period, cities, str.upper)


def ask_three(desk: Desk) -> list[str]:
    return [
        desk.ask(date(2025, 6, 9), MISSING, text="side"),
        desk.ask(date(2025, 6, 10), MISSING, text="middle"),
        desk.ask(date(2025, 6, 8), "clarify.question", text="far"),
    ]


def test_groups_are_counted_named_and_masked(desk: Desk, grouping: Grouping) -> None:
    ask_three(desk)
    desk.ask(text="answered")
    desk.ask(reason="refused.abuse")
    desk.ask(date(2025, 6, 10), MISSING, city="otawara", text="alone")
    assert embed(desk.store, side=0, middle=40, far=80, alone=40) == 4
    assert grouping.due(MODEL) == ["otawara", "toride"]
    assert grouping.regroup("toride", MODEL) == 1
    assert grouping.regroup("otawara", MODEL) == 1
    found = read(desk.store)
    largest, alone = found.groups
    assert (largest.name, largest.city, largest.questions) == ("MIDDLE", "toride", 3)
    assert largest.reasons == {"clarify.question": 1, MISSING: 2}
    assert largest.last_on == date(2025, 6, 10)
    assert (alone.name, alone.questions) == ("ALONE", 1)  # cities never mix
    assert (found.made_at, found.waiting) == (NOON, 0)
    assert [each.name for each in read(desk.store, {"otawara"}).groups] == ["ALONE"]


def test_questions_of_no_city_have_groups_of_their_own(desk: Desk, grouping: Grouping) -> None:
    desk.ask(date(2025, 6, 10), MISSING, text="side")
    desk.ask(date(2025, 6, 10), MISSING, city=None, text="nowhere")
    assert read(desk.store).waiting == 2
    assert embed(desk.store, side=0, nowhere=0) == 2
    for city in grouping.due(MODEL):
        assert grouping.regroup(city, MODEL) == 1
    assert grouping.due(MODEL) == []
    found = read(desk.store)
    assert [(each.name, each.city) for each in found.groups] == [
        ("NOWHERE", None),
        ("SIDE", "toride"),
    ]
    assert found.waiting == 0
    own = read(desk.store, {"toride"})  # who sees one city alone does not see what is of none
    assert [each.name for each in own.groups] == ["SIDE"]
    assert own.waiting == 0


def test_a_period_counts_and_names_what_was_asked_in_it(desk: Desk, grouping: Grouping) -> None:
    ask_three(desk)
    embed(desk.store, side=0, middle=40, far=80)
    grouping.regroup("toride", MODEL)
    (group,) = read(desk.store, period=Period(date(2025, 6, 8), date(2025, 6, 9))).groups
    assert group.questions == 2
    assert group.name in {"SIDE", "FAR"}
    assert read(desk.store, period=Period(date(2025, 1, 1), date(2025, 1, 2))).groups == ()


def test_words_that_are_erased_drop_out(desk: Desk, grouping: Grouping) -> None:
    _, middle, _ = ask_three(desk)
    embed(desk.store, side=0, middle=40, far=80)
    grouping.regroup("toride", MODEL)
    with desk.store.writing() as connection:
        connection.execute(delete(ConversationRow).where(ConversationRow.id == middle))
    (group,) = read(desk.store).groups
    assert group.questions == 2
    assert group.name != "MIDDLE"
    assert read(desk.store).waiting == 1  # it still counts, without words


def test_only_what_changed_is_put_into_groups_again(
    desk: Desk, grouping: Grouping, clock: Clock
) -> None:
    ask_three(desk)
    embed(desk.store, side=0, middle=40, far=80)
    grouping.regroup("toride", MODEL)
    clock.move(minutes=16)
    assert grouping.due(MODEL) == []
    desk.ask(date(2025, 6, 10), MISSING, text="new")
    assert read(desk.store).waiting == 1
    embed(desk.store, new=180)
    assert grouping.due(MODEL) == ["toride"]
    assert grouping.regroup("toride", MODEL) == 2
    desk.ask(date(2025, 6, 10), MISSING, text="newer")
    embed(desk.store, newer=180)
    assert grouping.due(MODEL) == []  # not that often
    clock.move(minutes=15)
    assert grouping.due(MODEL) == ["toride"]


def test_another_model_makes_every_vector_anew(desk: Desk) -> None:
    ask_three(desk)
    assert embed(desk.store, side=0, middle=40, far=80) == 3
    vectors = QuestionVectors(desk.store)
    assert vectors.waiting(MODEL, 10) == []
    waiting = vectors.waiting("newer", 2)
    assert [each.text for each in waiting] == ["middle", "side"]  # the latest first
    vectors.keep("newer", waiting, np.eye(2, dtype=np.float32))
    assert [each.text for each in vectors.waiting("newer", 10)] == ["far"]


def test_a_question_erased_while_it_was_embedded_is_passed_over(desk: Desk) -> None:
    ask_three(desk)
    vectors = QuestionVectors(desk.store)
    waiting = vectors.waiting(MODEL, 10)
    with desk.store.writing() as connection:
        connection.execute(delete(ConversationRow))
    vectors.keep(MODEL, waiting, np.eye(3, dtype=np.float32))
    assert vectors.waiting(MODEL, 10) == []


def test_words_stand_in_no_representation(desk: Desk, grouping: Grouping) -> None:
    ask_three(desk)
    embed(desk.store, side=0, middle=40, far=80)
    grouping.regroup("toride", MODEL)
    (group,) = read(desk.store).groups
    assert "MIDDLE" not in repr(group)
    desk.ask(text="ひみつ", reason=MISSING)
    assert "ひみつ" not in repr(QuestionVectors(desk.store).waiting(MODEL, 10))
