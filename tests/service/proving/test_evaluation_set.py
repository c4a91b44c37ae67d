"""Which questions belong to a city's set, and what judged ones demand."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import insert

from knowledge.errors import QuestionFileError
from service.evaluation import Quoted, Reply, judge
from service.evaluation.judging import Outcome
from service.proving import EvaluationSets
from service.store import JudgedQuestionRow, OutcomeRow, Store
from tests.service.proving.conftest import NOW, Bench


def judged(store: Store, message_id: str, expects: str, **changes: object) -> None:
    columns: dict[str, object] = {
        "message_id": message_id,
        "city": "toride",
        "question": "市役所の駐車場は何台ですか。",
        "expects": expects,
        "evidence": [],
        "must_not": [],
        "made_by": "r" * 32,
        "made_at": NOW,
    }
    outcome: dict[str, object] = {
        "message_id": message_id,
        "asked_at": NOW,
        "asked_on": NOW.date(),
        "channel": "web",
        "lang": "ja",
        "status": "not_found",
        "reason": "not_found.not_in_plan",
        "confidence": 0.2,
        "milliseconds": 30.0,
        "index_version": "1",
        "revision": 0,
    }
    with store.writing() as connection:
        connection.execute(insert(OutcomeRow).values(outcome))
        connection.execute(insert(JudgedQuestionRow).values(columns | changes))


def test_a_city_has_its_own_questions_and_those_of_no_city(bench: Bench) -> None:
    assert [one.id for one in bench.sets.of("toride")] == ["when", "weather", "nowhere"]
    assert [one.id for one in bench.sets.of("otawara")] == ["nowhere", "chair"]
    assert len(bench.sets.of(None)) == 4


def test_judged_questions_join_until_they_are_retired(bench: Bench) -> None:
    judged(bench.store, "a" * 32, "answered", evidence=["駐車場 | 50台"])
    judged(bench.store, "b" * 32, "not_told", city="otawara")
    judged(bench.store, "c" * 32, "refused", city=None)
    judged(bench.store, "d" * 32, "refused", retired_at=NOW)
    own = [one.id for one in bench.sets.of("toride")][3:]
    assert own == [f"judged/{'a' * 32}", f"judged/{'c' * 32}"]
    assert len(bench.sets.of(None)) == 7


@pytest.mark.parametrize(
    ("expects", "status", "outcome"),
    [
        ("answered", "answered", Outcome.CORRECT),
        ("answered", "not_found", Outcome.ABSTAINED),
        ("answered", "refused", Outcome.ABSTAINED),
        ("not_told", "not_found", Outcome.REFUSED),
        ("not_told", "refused", Outcome.WRONG),
        ("not_told", "answered", Outcome.WRONG),
        ("refused", "refused", Outcome.REFUSED),
        ("refused", "not_found", Outcome.WRONG),
        ("refused", "answered", Outcome.WRONG),
    ],
)
def test_a_judged_question_ends_as_its_judge_said(
    bench: Bench, expects: str, status: str, outcome: Outcome
) -> None:
    judged(bench.store, "a" * 32, expects)
    (question,) = (one for one in bench.sets.of("toride") if one.id.startswith("judged/"))
    assert judge(question, Reply(status, "50台です。", (), 0.0)).outcome is outcome


def test_evidence_of_a_table_is_one_string_and_what_was_wrong_stays_wrong(bench: Bench) -> None:
    judged(
        bench.store, "a" * 32, "answered", evidence=["駐車場|50台", "|"], must_not=["|60台|です"]
    )
    (question,) = (one for one in bench.sets.of("toride") if one.id.startswith("judged/"))
    cited = (Quoted("toride-4", "", None, "駐車場 | 50台"),)
    assert judge(question, Reply("answered", "50台", cited, 0.0)).outcome is Outcome.CORRECT
    assert judge(question, Reply("answered", "60台です", cited, 0.0)).outcome is Outcome.WRONG
    elsewhere = (Quoted("toride-4", "", None, "50台"),)
    assert judge(question, Reply("answered", "50台", elsewhere, 0.0)).outcome is Outcome.WRONG


def test_the_repository_has_a_set_for_every_city(store: Store) -> None:
    sets = EvaluationSets(store)
    assert len(sets.of(None)) == 90
    assert {city: len(sets.of(city)) for city in ("toride", "otawara", "joso", "oyama")} == {
        "toride": 49,
        "otawara": 32,
        "joso": 11,
        "oyama": 10,
    }


def test_a_bad_file_is_named(store: Store, tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text('{"id": "1"}', encoding="utf-8")
    with pytest.raises(QuestionFileError, match=r"bad\.jsonl:1"):
        EvaluationSets(store, tmp_path)
