"""A conversation stays with its matter, and who asks for more gets what was not told yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import Measure
from service.answering.attending import Neighbourhood
from service.answering.settings import AnsweringSettings
from service.counter import Counter, Question
from service.outcome import Answer, Reason, Status
from service.question.exchange import Exchange

ROW = "toride-4/schedule/2-1-8"
MEASURE = "toride-4/measure/2-1-8"


def exchange(answer: Answer) -> Exchange:
    return Exchange(answer.meaning, answer.reason, answer.city, answer.record_ids, answer.choices)


def told(counter: Counter, *texts: str, city: str | None = "toride") -> list[Answer]:
    answers: list[Answer] = []
    for text in texts:
        earlier = tuple(map(exchange, answers))
        answers.append(counter.ask(Question(text, city, earlier=earlier)))
    return answers


def test_a_measure_its_schedule_and_their_entries_belong_together(
    knowledge: KnowledgeBase,
) -> None:
    neighbourhood = Neighbourhood(knowledge)
    near = neighbourhood.of([ROW])
    assert {ROW, MEASURE, "toride-4/faq/0605"} <= near
    assert near == neighbourhood.of([MEASURE, ROW])
    other = next(one.id for one in knowledge.records("toride-4", Measure) if one.id != MEASURE)
    assert other not in near


def test_more_tells_what_was_not_told_and_ends(counter: Counter) -> None:
    answers = told(counter, "高齢者見守りシステムの担当は？", *["もっと詳しく"] * 12)
    assert "高齢福祉課" in answers[0].text
    assert "キーホルダー" in answers[1].text  # the measure's own words come first
    spoken = [one for one in answers if one.status is Status.ANSWERED]
    assert len({one.text for one in spoken}) == len(spoken) < len(answers)
    assert answers[-1].reason is Reason.NOT_FOUND_NO_MORE
    assert all("高齢者見守り" in one.citations[0].quote for one in spoken)


def test_more_of_nothing_is_asked_back(counter: Counter) -> None:
    for text in ("もっと詳しく", "tell me more"):
        assert counter.ask(Question(text, "toride")).reason is Reason.CLARIFY_QUESTION


def test_the_plan_that_answered_is_stayed_with(counter: Counter) -> None:
    first, second = told(counter, "情報系サーバって何？", "それはいつ更新される？")
    assert first.citations[0].plan_id == second.citations[0].plan_id == "toride-5"
    loose = AnsweringSettings(matter_weight=0.0, same_plan_weight=0.0)
    indifferent = Counter(counter.knowledge, counter._searcher, loose, lambda: date(2025, 6, 2))
    first, second = told(indifferent, "情報系サーバって何？", "それはいつ更新される？")
    assert (first.citations[0].plan_id, second.citations[0].plan_id) == ("toride-5", "toride-4")


@pytest.mark.parametrize("text", ["コンビニ交付はいつからですか", "計画の期間は？"])
def test_a_question_that_stands_alone_is_answered_as_ever(counter: Counter, text: str) -> None:
    alone = counter.ask(Question(text, "toride"))
    _, within = told(counter, "LGWANとは何ですか", text)
    assert replace(alone, milliseconds={}, results=None) == replace(
        within, milliseconds={}, results=None
    )


def test_an_answer_says_what_it_was_about(counter: Counter) -> None:
    answer = counter.ask(Question("いじめ防止アプリの担当課は？", "toride"))
    assert answer.meaning == "いじめ防止アプリの担当課は?"
    assert answer.city == "toride"
    assert ROW in answer.record_ids
    refused = counter.ask(Question("電話は090-1234-5678です", "toride"))
    assert (refused.meaning, refused.record_ids) == ("", ())
    assert answer.meaning not in repr(exchange(answer))
