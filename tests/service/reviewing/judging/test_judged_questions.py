"""Questions of the evaluation set that come of judgements."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from knowledge.knowledgebase import KnowledgeBase
from service.accounts import Staff
from service.conversations import Reply
from service.counter import Counter
from service.evaluation.judging import fold
from service.reviewing.judging import (
    CitationOpinion,
    Fault,
    Fit,
    Opinion,
    SentenceOpinion,
    Verdict,
    sentences_of,
)
from service.reviewing.judging.kept_question import question_to_keep
from service.store import JudgedQuestionRow, Store
from tests.service.reviewing.judging.conftest import WHEN

Asked = Callable[..., Reply]
Reviewer = Callable[[str], Staff]
Judge = Callable[..., None]
FITS = (CitationOpinion(1, Fit.FITS),)
UNTOLD = "火星への移住計画はいつからですか"


@pytest.fixture
def kept(store: Store) -> Callable[[], Any]:
    """The one question that is kept, None where there is none or it is retired."""

    def read() -> Any:
        with store.reading() as connection:
            row = connection.execute(select(JudgedQuestionRow.__table__)).one_or_none()
        return None if row is None or row.retired_at else row

    return read


def test_a_right_answer(
    asked: Asked, reviewer: Reviewer, judge: Judge, kept: Callable[[], Any]
) -> None:
    reply, staff = asked(), reviewer("aoki")
    judge(staff, reply.message_id, Opinion(whole=Verdict.RIGHT, citations=FITS))
    row = kept()
    assert (row.question, row.city, row.expects) == (WHEN, "toride", "answered")
    (evidence,) = row.evidence
    assert fold(evidence) in fold(reply.answer.citations[0].quote)
    assert (row.must_not, row.made_by) == ([], staff.id)


def test_a_question_that_leans_on_others_is_kept_whole(
    asked: Asked, reviewer: Reviewer, judge: Judge, kept: Callable[[], Any]
) -> None:
    first = asked("いじめ防止アプリの担当課は？")
    reply = asked("いつから？", first)
    judge(reviewer("aoki"), reply.message_id, Opinion(whole=Verdict.RIGHT))
    assert kept().question == "いじめ防止アプリはいつから"


def test_a_wrong_answer_with_the_passage_that_tells(
    asked: Asked, reviewer: Reviewer, judge: Judge, kept: Callable[[], Any], counter: Counter
) -> None:
    reply, staff = asked(), reviewer("aoki")
    better = counter.search("公民館の予約", "toride").hits[0].passage
    wrong = SentenceOpinion(1, Verdict.WRONG, Fault.OTHER_MATTER)
    judge(staff, reply.message_id, Opinion(sentences=(wrong,)))
    assert kept() is None  # nothing says what would be right
    judge(staff, reply.message_id, Opinion(sentences=(wrong,), better_passage=better.id), 1)
    row = kept()
    assert row.expects == "answered"
    source = counter.knowledge.sources[better.plan_id]
    assert fold(row.evidence[0]) in fold(source.quote(better.spans[0]))
    assert row.must_not == [sentences_of(reply.answer.text)[0].text]
    # Wrong for what it leaves out: its words are not wrong.
    short = SentenceOpinion(1, Verdict.WRONG, Fault.INCOMPLETE)
    judge(staff, reply.message_id, Opinion(sentences=(short,), better_passage=better.id), 2)
    assert kept().must_not == []


def test_what_should_not_have_been_answered(
    asked: Asked, reviewer: Reviewer, judge: Judge, kept: Callable[[], Any]
) -> None:
    reply, staff = asked(), reviewer("aoki")
    invented = SentenceOpinion(1, Verdict.WRONG, Fault.NOT_IN_PLAN)
    judge(staff, reply.message_id, Opinion(sentences=(invented,)))
    assert kept().expects == "not_told"
    assert len(kept().must_not) == 1
    judge(staff, reply.message_id, Opinion(is_harmful=True), 1)
    assert kept().expects == "not_told"


def test_what_was_rightly_or_wrongly_not_answered(
    asked: Asked, reviewer: Reviewer, judge: Judge, kept: Callable[[], Any], counter: Counter
) -> None:
    reply, staff = asked(UNTOLD), reviewer("aoki")
    judge(staff, reply.message_id, Opinion(whole=Verdict.RIGHT))
    assert (kept().expects, kept().evidence) == ("not_told", [])
    told = counter.search("コンビニ交付", "toride").hits[0].passage.id
    judge(staff, reply.message_id, Opinion(whole=Verdict.WRONG, better_passage=told), 1)
    assert kept().expects == "answered"
    judge(staff, reply.message_id, Opinion(whole=Verdict.WRONG), 2)
    assert kept() is None


@pytest.mark.parametrize(
    "opinion",
    [
        Opinion(whole=Verdict.TO_IMPROVE),
        Opinion(whole=Verdict.RIGHT, is_source_fault=True),
        Opinion(whole=Verdict.WRONG),
    ],
)
def test_what_settles_nothing(
    asked: Asked, reviewer: Reviewer, judge: Judge, kept: Callable[[], Any], opinion: Opinion
) -> None:
    judge(reviewer("aoki"), asked().message_id, opinion)
    assert kept() is None


def test_an_answer_right_in_part_settles_nothing(
    asked: Asked, reviewer: Reviewer, judge: Judge, kept: Callable[[], Any]
) -> None:
    reply, staff = asked("取手市と大田原市の計画期間の違いは"), reviewer("aoki")
    number = len(sentences_of(reply.answer.text))
    assert number > 1
    judged = [SentenceOpinion(n, Verdict.RIGHT) for n in range(1, number + 1)]
    judge(staff, reply.message_id, Opinion(sentences=tuple(judged[:1])))
    assert kept() is None
    judge(staff, reply.message_id, Opinion(sentences=tuple(judged)), 1)
    assert kept().expects == "answered"


def test_it_counts_while_reviewers_agree(
    asked: Asked,
    reviewer: Reviewer,
    judge: Judge,
    withdraw: Callable[..., None],
    kept: Callable[[], Any],
) -> None:
    reply, first, second = asked(), reviewer("aoki"), reviewer("baba")
    right = Opinion(whole=Verdict.RIGHT, citations=FITS)
    judge(first, reply.message_id, right)
    judge(second, reply.message_id, Opinion(whole=Verdict.WRONG))
    assert kept() is None
    judge(second, reply.message_id, right, 1)
    assert kept().made_by == second.id
    withdraw(second, reply.message_id, 2)
    assert kept().made_by == first.id
    withdraw(first, reply.message_id, 1)
    assert kept() is None


def test_refused_words_are_not_there_to_be_copied(
    asked: Asked, reviewer: Reviewer, judge: Judge, kept: Callable[[], Any]
) -> None:
    reply = asked("私の名前は山田太郎です。計画期間は")
    judge(reviewer("aoki"), reply.message_id, Opinion(whole=Verdict.RIGHT))
    assert kept() is None


def test_the_copy_is_masked(knowledge: KnowledgeBase) -> None:
    assert (
        question_to_keep("田中さんの家に光ファイバは来ますか")
        == "＊＊＊さんの家に光ファイバは来ますか"
    )
    assert question_to_keep("田中太郎さん") is None
    assert question_to_keep("") is None
    form = knowledge.faq[0].forms[0]
    assert question_to_keep(form) == form
