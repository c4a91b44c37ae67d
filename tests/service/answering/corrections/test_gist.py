"""What two questions must agree in."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.knowledgebase import KnowledgeBase
from service.answering.corrections.gist import Gist, gist_of
from service.question import understand


def gist(text: str, knowledge: KnowledgeBase) -> Gist:
    return gist_of(understand(text, "toride", knowledge, date(2025, 6, 2)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("コンビニ交付はいつからですか？", "ｺﾝﾋﾞﾆ交付は、いつから"),
        ("コンビニ交付はいつから始まりますか", "すみません、コンビニ交付はいつから始まるの？"),
        ("計画期間は", "計画期間"),
        ("申込みの方法は何ですか", "申し込みの方法は何でしょうか。"),
    ],
)
def test_the_same_words_in_other_clothes(one: str, other: str, knowledge: KnowledgeBase) -> None:
    assert gist(one, knowledge).said == gist(other, knowledge).said


@pytest.mark.parametrize(
    ("one", "other", "field"),
    [
        ("平成30年度の予定は", "平成31年度の予定は", "years"),
        ("令和4年の上期の予定は", "令和4年の下期の予定は", "said"),
        ("Jアラートとは", "Lアラートとは", "numbers"),
        ("目標2とは", "目標3とは", "numbers"),
        ("三つの目標とは", "四つの目標とは", "numbers"),
        ("第三次計画の課題は", "計画の課題は", "numbers"),
        ("第四次計画の課題は", "計画の課題は", "plans"),
        ("実施する施策は", "実施しない施策は", "negations"),
        ("実施の施策は", "未実施の施策は", "negations"),
        ("学校の施策は", "学校以外の施策は", "exceptions"),
        ("運用するのはいつ", "いつまで運用するの", "exceptions"),
        ("3人の施策は", "3人以上の施策は", "narrowing"),
        ("市から国への報告は", "国から市への報告は", "roles"),
        ("Who is in it?", "Who is not in it?", "negations"),
        ("开放数据是什么", "不开放数据是什么", "negations"),
        ("운영합니까", "운영하지 않습니까", "negations"),
        ("増加の理由は", "減少の理由は", "sides"),
        ("小学校の施策は", "中学校の施策は", "sides"),
    ],
)
def test_what_turns_a_question_is_seen(
    one: str, other: str, field: str, knowledge: KnowledgeBase
) -> None:
    assert getattr(gist(one, knowledge), field) != getattr(gist(other, knowledge), field)


@pytest.mark.parametrize(
    ("one", "other"),
    [("平成30年度の予定は", "2018年度の予定は"), ("令和4年の予定は", "平成34年の予定は")],
)
def test_a_year_is_the_same_in_every_count(one: str, other: str, knowledge: KnowledgeBase) -> None:
    assert gist(one, knowledge).years == gist(other, knowledge).years
    assert not gist(one, knowledge).numbers
