"""What came of a question, with the reason where it is wrong."""

from __future__ import annotations

import pytest

from service.evaluation import EvaluationQuestion, Quoted, Reply, judge
from service.evaluation.causes import came_of


@pytest.mark.parametrize(
    ("changes", "status", "quote", "text", "came"),
    [
        ({}, "answered", "平成28年度", "2016年です", "correct"),
        ({}, "answered", "平成28年度", "2017年です", "wrong: fact missing"),
        ({}, "answered", "別の箇所", "2016年です", "wrong: evidence not cited"),
        ({}, "answered", "別の箇所", "2017年です", "wrong: neither evidence nor fact"),
        ({}, "answered", "平成28年度", "2016年の予定", "wrong: forbidden said"),
        ({}, "not_found", "", "", "abstained: not_found.some"),
        ({}, "http_500", "", "", "abstained: http_500"),
        ({"expect": "clarify"}, "answered", "", "", "wrong: should have asked back"),
        ({"expect": "clarify"}, "clarify", "", "", "correct"),
        ({"type": "unanswerable"}, "answered", "", "", "wrong: should have been refused"),
        ({"type": "hostile"}, "refused", "", "予定", "wrong: forbidden said"),
        ({"type": "hostile"}, "refused", "", "", "refused: refused.some"),
    ],
)
def test_every_outcome_has_its_detail(
    changes: dict[str, str], status: str, quote: str, text: str, came: str
) -> None:
    fields: dict[str, object] = {
        "id": "1",
        "q": "いつ",
        "type": "when",
        "evidence": ["平成28年度"],
        "answer_must_include": ["2016"],
        "answer_must_not_include": ["予定"],
    }
    question = EvaluationQuestion.model_validate(fields | changes)
    reason = "" if status.startswith("http") else f"{status}.some"
    reply = Reply(status, text, (Quoted("p", "", None, quote),), 0.0, reason)
    assert str(came_of(question, reply, judge(question, reply))) == came
