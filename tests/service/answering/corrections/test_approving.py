"""An approved answer serves who asks just that, and nobody else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date, timedelta

import pytest

from knowledge.knowledgebase import KnowledgeBase
from service.answering.corrections.records import ApprovedAnswer, HiddenPassage, RestsOn
from service.answering.voice import LANGUAGES
from service.counter import Counter, Question
from service.outcome import Answer, Reason, Status
from service.presenting import Presenter
from service.question.exchange import Exchange

Correct = Callable[..., Counter]
On = Callable[[str], RestsOn]

TODAY = date(2025, 6, 2)
DAY = timedelta(days=1)
ROW, EVENT = "toride-4/schedule/1-4-4", "toride-4/timeline/2016-3"
POOL = "市民プールの入場料はいくらですか。"
YEAR = "コンビニ交付の手数料は平成30年度に何をしますか"
SINCE = "マイナカードで住民票を取れるのはいつからですか"
THREE = "市民プールの3つのコースは何ですか"
FORMS = (POOL, YEAR, SINCE, THREE, "When can I use the town pool?")
TOLD = "市民プールのことは、スポーツ振興課にお尋ねください。"


@pytest.fixture
def answering(corrected: Correct, on: On) -> Counter:
    return corrected(ApprovedAnswer(FORMS, TOLD, (on(EVENT), on(ROW))))


def ask(
    counter: Counter, text: str, city: str | None = "toride", lang: str | None = None
) -> Answer:
    return counter.ask(Question(text, city, lang))


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


def test_a_plan_that_is_over_is_said_to_be(corrected: Correct, on: On) -> None:
    planned = ask(corrected(ApprovedAnswer((POOL,), TOLD, (on(ROW),))), POOL)
    assert "終わっています" in planned.note
    assert planned.text == f"{TOLD}\n{planned.note}"
    past = ask(corrected(ApprovedAnswer((POOL,), TOLD, (on(EVENT),))), POOL)
    assert (past.text, past.note) == (TOLD, "")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_frames_it_and_keeps_to_the_limit(
    corrected: Correct, on: On, lang: str
) -> None:
    long = "市民プールのことは、スポーツ振興課にお尋ねください。" * 15
    answer = ask(corrected(ApprovedAnswer((POOL,), long, (on(ROW),))), POOL, lang=lang)
    assert answer.reason is Reason.ANSWERED_APPROVED
    assert len(answer.text) <= 400
    assert answer.note
    framed = answer.text.partition("「")[0].strip()
    assert lang.startswith("ja") or (framed and "「" in answer.text)
    assert answer.text.count("「") == answer.text.count("」")


def test_related_questions_are_offered_and_the_search_is_kept(answering: Counter) -> None:
    turn = answering.follow(Question(SINCE, "toride"))
    assert turn.answered.choices
    assert turn.answered.results is not None
    assert turn.approved is not None
    assert (turn.approved.approved.correction_id, turn.approved.form.text) == ("c0", SINCE)
    assert answering.conclude(turn, 1.0) is turn


def test_what_leans_on_earlier_questions_is_matched_by_its_meaning(answering: Counter) -> None:
    before = Exchange("市民プールの営業日はいつですか", Reason.NOT_FOUND_NOT_IN_PLAN, "toride")
    asked = Question("入場料はいくらですか", "toride", earlier=(before,))
    alone = answering.ask(replace(asked, earlier=()))
    assert alone.reason is not Reason.ANSWERED_APPROVED
    told = Exchange(POOL, Reason.ANSWERED_APPROVED, "toride", (EVENT, ROW))
    more = answering.ask(Question("もっと詳しく", "toride", earlier=(told,)))
    assert TOLD not in more.text


def test_the_question_is_embedded_once(answering: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    texts: list[str] = []
    models = answering.searcher._models
    matcher = models.matcher

    class Counting:
        identity = matcher.identity

        def queries(self, asked: list[str]) -> object:
            texts.extend(asked)
            return matcher.queries(asked)

    monkeypatch.setattr(
        answering.searcher,
        "_models",
        replace(models, matcher=Counting()),  # type: ignore[arg-type]
    )
    ask(answering, "コンビニ交付の手数料は平成30年度に何を検討しますか")
    ask(answering, "住民票はいつから")
    assert len(texts) == len(set(texts)) == 2


def test_without_corrections_nothing_changes(counter: Counter, corrected: Correct) -> None:
    none = corrected()
    for text in ("コンビニ交付はいつから", POOL, "BPRとは", "計画期間は？", "今日の天気は"):
        for city in ("toride", "otawara", None):
            before, now = ask(counter, text, city), ask(none, text, city)
            for field in fields(Answer):
                if field.name not in ("milliseconds", "results", "revision"):
                    assert getattr(before, field.name) == getattr(now, field.name)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_it_is_shown_as_an_answer_with_its_sources(answering: Counter, lang: str) -> None:
    answer = ask(answering, POOL, lang=lang)
    shown = Presenter(answering.knowledge, lambda: TODAY).blocks(answer)
    kinds = [type(block).__name__ for block in shown.blocks]
    assert kinds[0] == ("Conclusion" if lang == "ja" else "Lead")
    assert "Note" in kinds
    assert [source.citation.passage_id for source in shown.sources] == [EVENT, ROW]
