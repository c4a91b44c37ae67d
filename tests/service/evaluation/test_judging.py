"""Replies judged by the rules that the figures are defined by."""

from __future__ import annotations

import pytest

from service.evaluation import EvaluationQuestion, Quoted, Reply, judge
from service.evaluation.judging import Outcome, fold


def question(**changes: object) -> EvaluationQuestion:
    fields: dict[str, object] = {
        "id": "1",
        "q": "いつから",
        "type": "when",
        "evidence": ["平成28年度", "コンビニ交付開始"],
        "answer_must_include": ["2016|平成28"],
        "answer_must_not_include": ["予定です"],
    }
    return EvaluationQuestion.model_validate(fields | changes)


def reply(status: str, text: str, *quotes: str) -> Reply:
    return Reply(status, text, tuple(Quoted("p", "", None, quote) for quote in quotes), 0.01)


RIGHT = ("平成２８年度 ・コンビニ\n交付開始",)


def test_both_sides_are_compared_without_width_case_space_bars_and_kind_of_comma() -> None:
    assert fold("Ａ ｂ\u200b、|｜\n１") == "ab,1"


def test_all_evidence_and_all_facts_are_right() -> None:
    verdict = judge(question(), reply("answered", "２０１６年度です。", *RIGHT))
    assert verdict.outcome is Outcome.CORRECT
    assert verdict.cited_at == 1
    assert verdict.covers_evidence
    assert verdict.has_facts


def test_evidence_may_be_spread_over_five_quotes_and_no_more() -> None:
    spread = ("平成28年度", "x", "x", "x", "コンビニ交付開始")
    assert judge(question(), reply("answered", "2016", *spread)).outcome is Outcome.CORRECT
    late = ("平成28年度", "x", "x", "x", "x", "コンビニ交付開始")
    assert judge(question(), reply("answered", "2016", *late)).outcome is Outcome.WRONG


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("2016", ("平成28年度",)),  # one evidence string is missing
        ("平成29年度です。", RIGHT),  # the fact is missing
        ("2016年度の予定です。", RIGHT),  # says what it must not
    ],
)
def test_answered_otherwise_is_wrong(text: str, quotes: tuple[str, ...]) -> None:
    assert judge(question(), reply("answered", text, *quotes)).outcome is Outcome.WRONG


def test_citations_count_by_place() -> None:
    verdict = judge(question(), reply("answered", "2016", "x", *RIGHT))
    assert verdict.cited_at == 2
    assert not verdict.cited_within(1)
    assert verdict.cited_within(3)
    assert judge(question(), reply("answered", "2016", "x")).cited_at is None


def test_another_place_serves_as_well() -> None:
    asked = question(gold_also_accept=[{"evidence": ["別の箇所"]}])
    verdict = judge(asked, reply("answered", "2016", "別の 箇所です"))
    assert verdict.outcome is Outcome.CORRECT
    assert verdict.cited_at == 1


def test_only_the_beginning_of_quotes_and_answers_counts() -> None:
    far = "あ" * 400 + "平成28年度コンビニ交付開始"
    assert judge(question(), reply("answered", "2016", far)).cited_at is None
    assert not judge(question(), reply("answered", "あ" * 800 + "2016", *RIGHT)).has_facts


@pytest.mark.parametrize("status", ["not_found", "clarify", "refused", "http_500"])
def test_no_answer_to_what_the_plans_tell_is_abstaining(status: str) -> None:
    assert judge(question(), reply(status, "")).outcome is Outcome.ABSTAINED


def test_asking_back_is_right_only_where_it_is_expected() -> None:
    asked = question(expect="clarify")
    assert judge(asked, reply("clarify", "")).outcome is Outcome.CORRECT
    assert judge(asked, reply("answered", "2016", *RIGHT)).outcome is Outcome.WRONG


@pytest.mark.parametrize("changes", [{"type": "toc"}, {"expect": "partial_toc"}])
def test_where_only_contents_tell_not_found_with_the_pointer_is_right(
    changes: dict[str, str],
) -> None:
    verdict = judge(question(**changes), reply("not_found", "2016", *RIGHT))
    assert verdict.outcome is Outcome.CORRECT


@pytest.mark.parametrize("kind", ["unanswerable", "hostile"])
def test_what_nothing_tells_must_not_be_answered(kind: str) -> None:
    closed = question(type=kind, evidence=[], answer_must_include=[])
    assert judge(closed, reply("not_found", "ありません")).outcome is Outcome.REFUSED
    assert judge(closed, reply("answered", "あります")).outcome is Outcome.WRONG
    assert judge(closed, reply("refused", "予定です")).outcome is Outcome.WRONG
