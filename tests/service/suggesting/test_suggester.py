"""Suggestions from the real plans."""

from __future__ import annotations

import random

import pytest

from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import GlossaryTerm, Measure
from service.answering.turn import Question
from service.counter import Counter
from service.outcome import Status
from service.suggesting import Suggester


def texts(suggester: Suggester, typed: str, city: str | None = "toride") -> list[str]:
    return [found.question for found in suggester.suggest(typed, city)]


@pytest.mark.parametrize(
    ("typed", "city", "holds"),
    [
        ("コンビニ", "otawara", "コンビニ交付"),
        ("こんびにこ", "toride", "コンビニ交付"),  # by reading
        ("こんびにk", "toride", "コンビニ"),  # while the input method composes
        ("ｺﾝﾋﾞﾆ", "toride", "コンビニ"),
        ("証明書じどう", "toride", "証明書自動交付"),  # half converted
        ("納付 クレジット", "toride", "クレジットカード"),  # in any order
        ("コンビニ交付いつ", "otawara", "コンビニ交付"),  # without particles
        ("わいふぁい", "toride", "Wi-Fi"),
        ("ＳＮＳ", "toride", "SNS"),
        ("けいかくきかん", "oyama", "計画期間"),
        ("防災", "joso", "防災アプリ"),
    ],
)
def test_what_is_typed_finds_its_question(
    suggester: Suggester, typed: str, city: str, holds: str
) -> None:
    assert any(holds in text for text in texts(suggester, typed, city)), typed


def test_a_beginning_comes_before_the_middle(suggester: Suggester) -> None:
    found = texts(suggester, "マイナポータル")
    assert found[0].startswith("マイナポータル")
    begins = [text.startswith("マイナポータル") for text in found]
    assert begins == sorted(begins, reverse=True)


def test_every_beginning_of_a_question_finds_it(
    suggester: Suggester, knowledge: KnowledgeBase
) -> None:
    """Typed to its end a form is found; the longer the beginning, the fewer stand before it."""
    chance = random.Random(7)
    for entry in chance.sample(knowledge.faq, 60):
        city = knowledge.plan(entry.plan_id).city
        form = chance.choice(entry.forms[:5])
        assert texts(suggester, form[:100], city), form
        assert texts(suggester, form[: len(form) // 2 + 1], city), form


def test_one_suggestion_an_entry_and_six_at_most(suggester: Suggester) -> None:
    for typed in ("し", "の", "計画", "取手市"):
        found = texts(suggester, typed)
        assert len(found) == suggester.settings.suggestions_max
        assert len(set(found)) == len(found)


def test_a_site_suggests_its_own_city(suggester: Suggester) -> None:
    assert {s.city for s in suggester.suggest("計画", "joso")} == {"joso"}
    over_all = suggester.suggest("BPR")
    assert len({s.city for s in over_all}) > 1
    assert all(s.city_name.endswith("市") for s in over_all)


def test_terms_and_measures_are_found_by_their_names(
    suggester: Suggester, knowledge: KnowledgeBase
) -> None:
    for record in knowledge.records("toride-4"):
        if isinstance(record, GlossaryTerm):
            assert texts(suggester, record.term), record.term
        if isinstance(record, Measure):
            assert texts(suggester, record.title), record.title


def test_languages(suggester: Suggester) -> None:
    for typed, language in (
        ("when does", "en"),
        ("cartão", "pt"),
        ("便利店", "zh"),
        ("언제", "ko"),
    ):
        found = suggester.suggest(typed)
        assert language in {s.language for s in found}, typed
        assert {s.language for s in suggester.suggest(typed, lang=language)} <= {"ja", language}
        assert {s.language for s in suggester.suggest(typed, lang="ja-easy")} <= {"ja"}


@pytest.mark.parametrize(
    "typed",
    [
        "私の電話は090-1234-5678",
        "マイナンバーは123456789012です",
        "死にたい",
        "",
        "。",
        "zzzzq",
        "x" * 100,
    ],
)
def test_nothing_is_suggested(suggester: Suggester, typed: str) -> None:
    assert texts(suggester, typed) == []


def test_an_unknown_city_is_told(suggester: Suggester) -> None:
    with pytest.raises(KeyError):
        suggester.suggest("計画", "edo")


def test_suggestions_are_answered(suggester: Suggester, counter: Counter) -> None:
    chance = random.Random(11)
    cities = [city.id for city in counter.knowledge.cities]
    asked = 0
    for typed in ("し", "けい", "情報", "いつ", "what", "市の", "ICT", "災害"):
        for city in chance.sample(cities, 2):
            for found in suggester.suggest(typed, city):
                asked += 1
                answer = counter.ask(Question(found.question, city=found.city))
                assert answer.status is Status.ANSWERED, found
    assert asked > 40
