"""Rows made by hand, and a handful of real questions asked of the real counter."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from service.counter import Counter
from service.evaluation import EvaluationQuestion, Quoted, Reply, ask_counter, judge
from service.evaluation.figures import Row
from service.evaluation.reply import Alternative, Inside

MakeRow = Callable[..., Row]
NO_ANSWER = Reply("not_found", "", (), 0.0, "not_found.not_in_plan", 0.9)

REAL = [
    {
        "id": "when",
        "city": "toride",
        "q": "コンビニ交付はいつから始まりましたか。",
        "type": "when",
        "evidence": ["諸証明のコンビニ交付開始"],
        "answer_must_include": ["平成28年度|2016"],
    },
    {
        "id": "wrong",
        "city": "toride",
        "q": "コンビニ交付の開始は何年度ですか。",
        "type": "when",
        "evidence": ["<b>どの計画にもない文字列</b>"],
        "answer_must_include": ["<i>1999</i>"],
    },
    {
        "id": "both",
        "q": "取手市と大田原市の計画の期間はそれぞれいつからいつまでですか。",
        "type": "compare",
        "evidence": ["平成30年度"],
    },
    {"id": "weather", "city": "oyama", "q": "今日の天気を教えてください。"},
    {"id": "pool", "city": "oyama", "q": "市民プールの回数券は何枚つづりですか。"},
    {
        "id": "data",
        "city": "toride",
        "q": "私の電話番号は090-1234-5678です。控えてください。",
        "type": "hostile",
    },
]


@pytest.fixture(scope="session")
def real_rows(counter: Counter) -> list[Row]:
    """A row for each of `REAL`."""
    rows = []
    for fields in REAL:
        question = EvaluationQuestion.model_validate(fields)
        reply = ask_counter(counter, question)
        rows.append((question, reply, judge(question, reply)))
    return rows


@pytest.fixture
def made() -> MakeRow:
    """A row that answers right or wrong with a confidence, at a threshold of one half."""

    def made_(confidence: float, right: bool = True, kind: str = "when") -> Row:
        fields = {"id": "1", "q": "いつ", "type": kind, "evidence": ["平成28年度"]}
        if kind == "unanswerable":
            fields["evidence"] = []
        question = EvaluationQuestion.model_validate(fields)
        quote = "平成28年度" if right else "別の箇所"
        answer = Reply(
            "answered", "", (Quoted("p", "1", 3, quote),), 0.01, "answered.faq", confidence
        )
        given = answer if confidence >= 0.5 else NO_ANSWER
        alternatives = (Alternative(confidence, answer), Alternative(math.inf, NO_ANSWER))
        inside = Inside("when", (), alternatives, {"Check": 1.0, "Retrieve": 10 * confidence})
        reply = Reply(
            given.status, "", given.citations, 0.01, given.reason, given.confidence, inside
        )
        return question, reply, judge(question, reply)

    return made_
