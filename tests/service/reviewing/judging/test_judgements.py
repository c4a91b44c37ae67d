"""Judgements given, changed by who gave them, taken back, and what they leave behind."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from sqlalchemy import select

from service.accounts import Staff
from service.conversations import Conversations, Reply
from service.conversations.errors import UnknownMessageError
from service.reviewing.judging import (
    Case,
    Cases,
    CitationOpinion,
    Fault,
    Fit,
    Opinion,
    SentenceOpinion,
    Verdict,
)
from service.reviewing.judging.errors import (
    EmptyJudgementError,
    JudgementConflictError,
    LongJudgementError,
    PersonalJudgementError,
    UnknownPassageError,
    WordsErasedError,
)
from service.reviewing.states import ItemState
from service.store import AuditRow, Store

Asked = Callable[..., Reply]
Reviewer = Callable[[str], Staff]
Judge = Callable[..., None]
RIGHT = Opinion(sentences=(SentenceOpinion(1, Verdict.RIGHT),))


def found(cases: Cases, message_id: str) -> Case:
    case = cases.find(message_id)
    assert case is not None
    return case


def test_what_was_said_is_read_again(
    asked: Asked, reviewer: Reviewer, judge: Judge, cases: Cases
) -> None:
    reply, staff = asked(), reviewer("aoki")
    better = reply.answer.citations[1].passage_id
    opinion = Opinion(
        sentences=(SentenceOpinion(1, Verdict.TO_IMPROVE, Fault.INCOMPLETE, "年度\n月"),),
        citations=(CitationOpinion(1, Fit.FITS), CitationOpinion(2, Fit.BETTER_ONE)),
        better_passage=better,
        is_source_fault=True,
        source_fault="平成表記のままです",
        note="  全角　空白は\r\n一つに  ",
    )
    judge(staff, reply.message_id, opinion)
    (kept,) = found(cases, reply.message_id).judgements
    assert (kept.reviewer, kept.version) == ("職員aoki", 1)
    assert kept.opinion.note == "全角 空白は\n一つに"
    assert kept.opinion.sentences == opinion.sentences
    assert kept.opinion.better_passage == better
    assert (kept.opinion.whole, kept.opinion.verdict) == (None, Verdict.TO_IMPROVE)
    judge(staff, reply.message_id, Opinion(whole=Verdict.WRONG, sentences=opinion.sentences), 1)
    (changed,) = found(cases, reply.message_id).judgements
    assert (changed.version, changed.opinion.whole) == (2, Verdict.WRONG)


def place_of(case: Case) -> ItemState:
    assert case.place is not None
    return case.place.state


@pytest.mark.parametrize(
    "opinion",
    [
        Opinion(),
        Opinion(note="よい答えです"),
        Opinion(citations=(CitationOpinion(1, Fit.FITS),)),
        Opinion(is_source_fault=True),
    ],
)
def test_an_empty_judgement_is_refused(
    asked: Asked, reviewer: Reviewer, judge: Judge, cases: Cases, opinion: Opinion
) -> None:
    reply = asked()
    with pytest.raises(EmptyJudgementError):
        judge(reviewer("aoki"), reply.message_id, opinion)
    case = found(cases, reply.message_id)
    assert case.judgements == ()
    assert place_of(case) is ItemState.OPEN


def test_the_worst_sentence_decides_unless_the_whole_is_set() -> None:
    both = (SentenceOpinion(1, Verdict.RIGHT), SentenceOpinion(2, Verdict.WRONG))
    assert Opinion(sentences=both).verdict is Verdict.WRONG
    assert Opinion(sentences=both, whole=Verdict.TO_IMPROVE).verdict is Verdict.TO_IMPROVE
    assert Opinion(is_harmful=True, sentences=both[:1]).verdict is Verdict.WRONG


def test_words_are_held_to_what_may_be_kept(asked: Asked, reviewer: Reviewer, judge: Judge) -> None:
    reply, staff = asked(), reviewer("aoki")
    remark = SentenceOpinion(1, Verdict.WRONG, None, "090-1234-5678 の方から")
    for opinion, field in (
        (Opinion(whole=Verdict.RIGHT, note="私の名前は山田太郎です"), "note"),
        (Opinion(sentences=(remark,)), "remark-1"),
        (Opinion(whole=Verdict.RIGHT, source_fault="taro@example.com"), "source_fault"),
    ):
        with pytest.raises(PersonalJudgementError) as personal:
            judge(staff, reply.message_id, opinion)
        assert personal.value.field == field
    with pytest.raises(LongJudgementError) as long:
        judge(staff, reply.message_id, Opinion(whole=Verdict.RIGHT, note="あ" * 1_001))
    assert (long.value.field, long.value.chars_max) == ("note", 1_000)


def test_a_better_passage_is_named_and_known(
    asked: Asked, reviewer: Reviewer, judge: Judge
) -> None:
    reply, staff = asked(), reviewer("aoki")
    unnamed = Opinion(whole=Verdict.WRONG, citations=(CitationOpinion(1, Fit.BETTER_ONE),))
    unknown = Opinion(whole=Verdict.WRONG, better_passage="toride-4/faq/9999")
    for opinion in (unnamed, unknown):
        with pytest.raises(UnknownPassageError):
            judge(staff, reply.message_id, opinion)


def test_two_windows_of_one_reviewer(
    asked: Asked, reviewer: Reviewer, judge: Judge, cases: Cases
) -> None:
    reply, staff = asked(), reviewer("aoki")
    judge(staff, reply.message_id, RIGHT)
    for version in (0, 2):
        with pytest.raises(JudgementConflictError):
            judge(staff, reply.message_id, Opinion(whole=Verdict.WRONG), version)
    assert found(cases, reply.message_id).judgements[0].opinion.verdict is Verdict.RIGHT


def test_nobody_sees_what_others_said_before_an_own_judgement(
    asked: Asked, reviewer: Reviewer, judge: Judge, cases: Cases
) -> None:
    reply, first, second = asked(), reviewer("aoki"), reviewer("baba")
    judge(first, reply.message_id, RIGHT)
    assert found(cases, reply.message_id).others_seen_by(second.id) == ()
    judge(second, reply.message_id, Opinion(whole=Verdict.WRONG))
    (seen,) = found(cases, reply.message_id).others_seen_by(second.id)
    assert (seen.reviewer_id, seen.opinion.verdict) == (first.id, Verdict.RIGHT)


def test_the_place_in_the_queue_is_done_with(
    asked: Asked, reviewer: Reviewer, judge: Judge, cases: Cases
) -> None:
    reply, staff = asked(), reviewer("aoki")
    judge(staff, reply.message_id, RIGHT, closes=False)
    assert place_of(found(cases, reply.message_id)) is ItemState.OPEN
    judge(staff, reply.message_id, RIGHT, 1)
    assert place_of(found(cases, reply.message_id)) is ItemState.DONE


def test_an_answer_that_nobody_judges_any_more_is_to_be_looked_at_again(
    asked: Asked,
    reviewer: Reviewer,
    judge: Judge,
    withdraw: Callable[..., None],
    cases: Cases,
) -> None:
    reply, first, second = asked(), reviewer("aoki"), reviewer("baba")
    judge(first, reply.message_id, RIGHT)
    judge(second, reply.message_id, RIGHT)
    withdraw(first, reply.message_id, 1)
    assert place_of(found(cases, reply.message_id)) is ItemState.DONE
    withdraw(second, reply.message_id, 1)
    assert place_of(found(cases, reply.message_id)) is ItemState.OPEN


def test_every_change_stands_in_the_log_without_words(
    asked: Asked,
    reviewer: Reviewer,
    judge: Judge,
    withdraw: Callable[..., None],
    store: Store,
) -> None:
    reply, staff = asked(), reviewer("aoki")
    judge(staff, reply.message_id, Opinion(sentences=RIGHT.sentences, note="要確認の覚え"))
    judge(staff, reply.message_id, Opinion(whole=Verdict.WRONG), 1)
    withdraw(staff, reply.message_id, 2)
    with store.reading() as connection:
        rows = connection.execute(select(AuditRow.__table__).order_by(AuditRow.id)).all()
    assert [row.action for row in rows] == [
        "judgement.given",
        "judgement.changed",
        "judgement.withdrawn",
    ]
    assert {(row.subject, row.city) for row in rows} == {(f"answer:{reply.message_id}", "toride")}
    assert (rows[0].before, rows[0].after["verdict"]) == (None, "right")
    assert (rows[1].before["verdict"], rows[1].after["verdict"]) == ("right", "wrong")
    assert (rows[2].before["verdict"], rows[2].after) == ("wrong", None)
    told = json.dumps([[row.before, row.after] for row in rows], ensure_ascii=False)
    assert "覚え" not in told
    assert "コンビニ" not in told


@pytest.fixture
def erased(
    asked: Asked, reviewer: Reviewer, judge: Judge, conversations: Conversations
) -> tuple[Reply, Staff]:
    """An answer that was judged right, and whose words were erased then."""
    reply, staff = asked(), reviewer("aoki")
    judge(staff, reply.message_id, RIGHT)
    conversations.forget(reply.conversation_id)
    return reply, staff


def test_what_stays_when_the_words_are_erased(erased: tuple[Reply, Staff], cases: Cases) -> None:
    reply, staff = erased
    case = found(cases, reply.message_id)
    assert (case.is_erased, case.told, case.trace, case.is_copyable) == (True, None, None, False)
    assert case.facts.cited[0] == ("toride-4", reply.answer.citations[0].passage_id)
    assert case.facts.confidence == pytest.approx(reply.answer.confidence)
    assert case.judgement_of(staff.id) is not None
    assert [one.reviewer_id for one in case.others_seen_by("somebody else")] == [staff.id]
    assert case.copied is not None
    assert case.copied.retired_at is None


def test_erased_words_are_judged_no_more_but_a_judgement_can_be_taken_back(
    erased: tuple[Reply, Staff], judge: Judge, withdraw: Callable[..., None], cases: Cases
) -> None:
    reply, staff = erased
    with pytest.raises(WordsErasedError):
        judge(staff, reply.message_id, Opinion(whole=Verdict.WRONG), 1)
    withdraw(staff, reply.message_id, 1)
    case = found(cases, reply.message_id)
    assert case.judgements == ()
    assert case.copied is not None
    assert case.copied.retired_at is not None


def test_an_unknown_message(reviewer: Reviewer, judge: Judge, cases: Cases) -> None:
    assert cases.find("0" * 32) is None
    with pytest.raises(UnknownMessageError):
        judge(reviewer("aoki"), "0" * 32, RIGHT)
