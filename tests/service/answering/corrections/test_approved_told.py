"""An approved answer as it is told: in every language, with what belongs to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace

import pytest

from service.answering.corrections.records import ApprovedAnswer, RestsOn
from service.answering.voice import LANGUAGES
from service.counter import Counter, Question
from service.outcome import Answer, Reason
from service.presenting import Presenter
from service.question.exchange import Exchange
from tests.service.answering.corrections.pool import (
    EVENT,
    POOL,
    ROW,
    SINCE,
    TODAY,
    TOLD,
    ask,
)

Correct = Callable[..., Counter]
On = Callable[[str], RestsOn]


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
