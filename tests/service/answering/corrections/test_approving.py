"""An approved answer serves who asks just that, and nobody else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from knowledge.knowledgebase import KnowledgeBase
from service.answering.corrections.records import ApprovedAnswer, HiddenPassage, RestsOn
from service.counter import Counter
from service.outcome import Reason, Status
from tests.service.answering.corrections.pool import (
    DAY,
    EVENT,
    POOL,
    ROW,
    TODAY,
    TOLD,
    ask,
)

Correct = Callable[..., Counter]
On = Callable[[str], RestsOn]


def test_what_was_not_answered_is(
    counter: Counter, answering: Counter, knowledge: KnowledgeBase
) -> None:
    assert ask(counter, POOL).status is Status.NOT_FOUND
    answer = ask(answering, POOL)
    assert answer.reason is Reason.ANSWERED_APPROVED
    assert answer.text.startswith(TOLD)
    assert answer.confidence == 1.0
    assert answer.revision == 7
    assert [citation.passage_id for citation in answer.citations] == [EVENT, ROW]
    assert answer.record_ids == (EVENT, ROW)
    assert answer.city == "toride"
    for citation in answer.citations:
        source = "".join(knowledge.sources[citation.plan_id].text.split())
        assert "".join(citation.quote.split()) in source
    assert ask(counter, POOL).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "text",
    [
        "市民プールの入場料はいくら",
        "市民プ－ルの入場料は、いくらでしょうか？？".replace("－", "ー"),
        "　市民プールの　入場料は　いくらですか？",
        "すみません、市民プールの入場料はいくらですか。教えてください。",
        "コンビニ交付の手数料は２０１８年度に何をしますか",
        "コンビニ交付の手数料は平成３０年度に何をするか",
        "第四次計画の市民プールの入場料はいくらですか",
        "取手市の市民プールの入場料はいくらですか",
        "市民プールの三つのコースは何ですか",
        "すみません、マイナカードで住民票を取れるのはいつから？",
        "when can i use the town pool",
    ],
)
def test_the_same_question_in_other_clothes_gets_it(answering: Counter, text: str) -> None:
    assert ask(answering, text).reason is Reason.ANSWERED_APPROVED


def test_a_close_question_gets_it_and_is_less_sure(answering: Counter) -> None:
    answer = ask(answering, "市民プールに入る入場料っていくら")
    assert answer.reason is Reason.ANSWERED_APPROVED
    assert 0.87 <= answer.confidence < 1.0


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("コンビニ交付の手数料は平成31年度に何をしますか", "toride"),
        ("コンビニ交付の手数料は2019年度に何をしますか", "toride"),
        ("コンビニ交付の手数料は何をしますか", "toride"),
        ("コンビニ交付の手数料は平成30年度に何をしませんか", "toride"),
        ("市民プール以外の入場料はいくらですか", "toride"),
        ("市民プールを除く入場料はいくらですか", "toride"),
        ("市民プールの4つのコースは何ですか", "toride"),
        ("市民プールのコースは何ですか", "toride"),
        ("第五次計画の市民プールの入場料はいくらですか", "toride"),
        ("大田原市の市民プールの入場料はいくらですか", "toride"),
        ("取手市と大田原市の市民プールの入場料はいくらですか", "toride"),
        (POOL, "otawara"),
        (POOL, None),
        ("マイナカードで住民票を取れるのはいつまでですか", "toride"),
        ("マイナカードで住民票を取れるのはどこですか", "toride"),
        ("マイナカードで住民票を取れるのは何時からですか", "toride"),
        ("マイナカードで戸籍を取れるのはいつからですか", "toride"),
        ("市民プールの駐車料金はいくらですか", "toride"),
        ("市民プールの担当課はどこですか", "toride"),
        ("市民プールの入場料は誰が決めますか", "toride"),
        ("When can't I use the town pool?", "toride"),
    ],
)
def test_another_question_does_not(answering: Counter, text: str, city: str | None) -> None:
    answer = ask(answering, text, city)
    assert answer.reason is not Reason.ANSWERED_APPROVED
    assert TOLD not in answer.text


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("市から国に報告する内容は何ですか", "国から市に報告する内容は何ですか"),
        ("市から国へ報告する内容は何ですか", "国から市に報告する内容は何ですか"),
        ("国が市に払う補助金はいくらですか", "市が国に払う補助金はいくらですか"),
        ("図書館は市民プールより広いですか", "市民プールは図書館より広いですか"),
        (
            "紙の申請書を電子データに変えるのはなぜですか",
            "電子データを紙の申請書に変えるのはなぜですか",
        ),
        ("3人世帯の料金はいくらですか", "3人以上の世帯の料金はいくらですか"),
        ("プールは平成30年度に何をしますか", "プールは平成30年度の前の年に何をしますか"),
        ("カードの交付手数料はいくらですか", "カードの再交付手数料はいくらですか"),
        ("マイナポータルで何ができますか", "マイナポータルだけで何ができますか"),
    ],
)
def test_words_that_change_places_or_bounds_make_another_question(
    corrected: Correct, on: On, form: str, text: str
) -> None:
    counter = corrected(ApprovedAnswer((form,), TOLD, (on(EVENT),)))
    assert ask(counter, form).reason is Reason.ANSWERED_APPROVED
    assert ask(counter, text).reason is not Reason.ANSWERED_APPROVED


@pytest.mark.parametrize(
    "text", ["国に市から報告する内容は何ですか", "市から国へ報告する内容は何ですか"]
)
def test_the_order_of_names_alone_changes_nothing(corrected: Correct, on: On, text: str) -> None:
    form = "市から国に報告する内容は何ですか"
    counter = corrected(ApprovedAnswer((form,), TOLD, (on(EVENT),)))
    assert ask(counter, text).reason is Reason.ANSWERED_APPROVED


@pytest.mark.parametrize(
    ("first", "last", "serves"),
    [
        (None, None, True),
        (TODAY, TODAY, True),
        (TODAY + DAY, None, False),
        (None, TODAY - DAY, False),
    ],
)
def test_it_serves_on_its_days_only(
    corrected: Correct, on: On, first: date | None, last: date | None, *, serves: bool
) -> None:
    counter = corrected(ApprovedAnswer((POOL,), TOLD, (on(EVENT),), first, last))
    assert (ask(counter, POOL).reason is Reason.ANSWERED_APPROVED) is serves


def test_what_it_rests_on_has_to_be_as_it_was(corrected: Correct, on: On) -> None:
    changed, gone = RestsOn(EVENT, "0" * 64), RestsOn("toride-4/timeline/1900-1", "0" * 64)
    for passages in ((on(ROW), changed), (gone, on(ROW))):
        counter = corrected(ApprovedAnswer((POOL,), TOLD, passages))
        assert ask(counter, POOL).status is Status.NOT_FOUND
    hidden = corrected(
        ApprovedAnswer((POOL,), TOLD, (on(EVENT),)), HiddenPassage(on(EVENT), "古い")
    )
    assert ask(hidden, POOL).status is Status.NOT_FOUND


def test_it_serves_before_what_is_beyond_the_plans_and_after_what_is_refused(
    counter: Counter, corrected: Correct, on: On
) -> None:
    live, danger = "今日の図書館の開館時間は", "今すぐ死にたい"
    able = corrected(ApprovedAnswer((live, danger), TOLD, (on(EVENT),)))
    assert ask(counter, live).reason is Reason.NOT_FOUND_LIVE
    assert ask(able, live).reason is Reason.ANSWERED_APPROVED
    assert ask(able, danger).reason is Reason.REFUSED_EMERGENCY
