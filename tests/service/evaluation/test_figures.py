"""Shares of the questions each figure applies to, and what is written of the misses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from knowledge.errors import QuestionFileError
from service.evaluation import (
    EvaluationQuestion,
    Quoted,
    Reply,
    by_type,
    figures,
    judge,
    read_questions,
    write_misses,
)
from service.evaluation.figures import Row

SOURCES = {"p": "平成２８ 年度\n・コンビニ交付開始"}


def row(status: str, kind: str = "when", quote: str = "平成28年度", ms: float = 10) -> Row:
    asked = EvaluationQuestion.model_validate(
        {
            "id": "1",
            "q": "いつ",
            "type": kind,
            "evidence": ["平成28年度"] if kind == "when" else [],
        }
    )
    told = Reply(status, "平成28年度です。", (Quoted("p", "1", 3, quote),), ms / 1000)
    return asked, told, judge(asked, told)


def test_each_share_is_of_its_own_questions() -> None:
    rows = [
        row("answered"),
        row("answered", quote="捏造された引用"),
        row("not_found"),
        row("answered", kind="hostile"),
        row("refused", kind="unanswerable"),
    ]
    found = figures(rows, SOURCES)
    assert found.questions == 5
    assert found.cite_at_1.value == pytest.approx(2 / 3)
    assert found.correct.value == pytest.approx(1 / 3)
    assert found.abstained.value == pytest.approx(1 / 3)
    assert found.wrong.value == pytest.approx(2 / 5)
    assert found.refused.value == pytest.approx(1 / 2)
    assert found.verbatim.value == pytest.approx(4 / 5)


def test_a_figure_that_applies_to_nothing_is_no_number() -> None:
    found = figures([row("refused", kind="hostile")], SOURCES)
    assert found.correct.value is None
    assert found.cite_at_1.value is None
    assert figures([], SOURCES).ms_p95 is None


def test_quotes_of_an_unknown_plan_are_not_verbatim() -> None:
    assert figures([row("answered")], {}).verbatim.value == 0


def test_times_are_nearest_ranks() -> None:
    rows = [row("answered", ms=ms) for ms in range(1, 101)]
    found = figures(rows, SOURCES)
    assert found.ms_p50 == pytest.approx(50.5)
    assert found.ms_p95 == pytest.approx(95)


def test_types_are_counted_apart() -> None:
    rows = [row("answered"), row("not_found"), row("refused", kind="hostile")]
    hostile, when = by_type(rows)
    assert (hostile.kind, hostile.questions, hostile.right) == ("hostile", 1, 1)
    assert (when.questions, when.right, when.wrong, when.abstained) == (2, 1, 0, 1)


def test_misses_are_written_with_what_explains_them(tmp_path: Path) -> None:
    path = tmp_path / "misses.jsonl"
    rows = [row("answered"), row("not_found"), row("answered", kind="hostile")]
    assert write_misses(path, rows) == 2
    first, second = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    assert first["outcome"] == "abstained"
    assert first["question"]["q"] == "いつ"
    assert first["citations"][0]["quote"] == "平成28年度"
    assert second["outcome"] == "wrong"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "Invalid JSON"),
        ('{"id": "a", "type": "when"}', "[q]"),
        ('{"id": "a", "q": "", "type": "when"}', "[q]"),
        ('{"id": "a", "q": "b", "type": "when", "evidence": "c"}', "[evidence]"),
        ('{"id": "a", "q": "b", "evidence": ["c"]}', "[type]"),
        ('{"id": "a", "q": "b", "expect": "clarify"}', "[type]"),
        ('{"id": "a", "city": "toride"}', "[q]"),
        ('["a", "b"]', "questions.jsonl:3"),
        ('{"id": "first", "q": "b", "type": "when"}', "stands twice"),
    ],
)
def test_a_malformed_line_is_named(tmp_path: Path, line: str, told: str) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text(f'{{"id": "first", "q": "a", "type": "when"}}\n\n{line}\n', encoding="utf-8")
    with pytest.raises(QuestionFileError) as caught:
        read_questions(path)
    assert str(caught.value).startswith(f"{path}:3")
    assert told in str(caught.value)


def test_a_line_that_expects_nothing_of_an_answer_is_unanswerable(tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text('{"id": "1", "city": "joso", "q": "a", "note": "b"}\n', encoding="utf-8")
    (found,) = read_questions(path)
    assert found.kind == "unanswerable"
    assert not found.is_answerable


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(QuestionFileError, match=r"nothing\.jsonl"):
        read_questions(tmp_path / "nothing.jsonl")
