"""Which other plans explain a word, and what is said of it."""

from __future__ import annotations

import pytest

from knowledge.knowledgebase import KnowledgeBase
from service.answering.explaining import Explanations
from service.counter import Counter, Question
from service.outcome import Reason


@pytest.fixture(scope="module")
def explanations(knowledge: KnowledgeBase) -> Explanations:
    return Explanations(knowledge)


@pytest.mark.parametrize(
    ("text", "city", "term", "cities"),
    [
        ("DXって何ですか", "otawara", "DX", ("toride",)),
        ("ＤＸとは", "otawara", "DX", ("toride",)),
        ("メールマガジンとは何ですか", "toride", None, ()),  # nobody's glossary has it, or our own
        ("EUCとはどういう意味ですか", "joso", "EUC", ("otawara",)),
        ("DXSとは", "otawara", None, ()),
        ("天気予報とは", "otawara", None, ()),
    ],
)
def test_a_term_is_found_where_others_explain_it(
    explanations: Explanations, text: str, city: str, term: str | None, cities: tuple[str, ...]
) -> None:
    found = explanations.elsewhere(text, city)
    assert (found.term if found else None) == term
    assert (found.cities if found else ()) == cities


def test_who_asks_for_a_word_is_led_to_the_plan_that_explains_it(counter: Counter) -> None:
    answer = counter.ask(Question("DXって何ですか", "otawara"))
    assert answer.reason is Reason.NOT_FOUND_NOT_IN_PLAN
    assert "「DX」という言葉は、取手市の計画で説明されています。" in answer.text
    (choice,) = answer.choices
    assert choice.label == "取手市「DX」"
    led = counter.ask(Question(choice.question, choice.city))
    assert led.citations[0].plan_id == "toride-5"


def test_a_year_beyond_the_plan_is_said_to_be_beyond(counter: Counter) -> None:
    answer = counter.ask(Question("令和12年度にAIで何をする予定ですか", "otawara"))
    assert answer.reason is Reason.NOT_FOUND_NOT_IN_PLAN
    assert "お尋ねの年は、この計画の期間（平成25年度（2013年度）から平成28年度" in answer.text
