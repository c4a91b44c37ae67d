"""`madoguchi evaluate`."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]

QUESTIONS = [
    {
        "id": "1",
        "city": "toride",
        "q": "コンビニ交付はいつから始まりましたか。",
        "type": "when",
        "evidence": ["諸証明のコンビニ交付開始"],
        "answer_must_include": ["平成28年度|2016"],
    },
    {"id": "2", "city": "oyama", "q": "今日の天気を教えてください。", "type": "unanswerable"},
]


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    path = tmp_path / "questions.jsonl"
    path.write_text("".join(json.dumps(q) + "\n" for q in QUESTIONS), encoding="utf-8")
    return path


def test_figures_of_answers(run: Run, questions: Path, tmp_path: Path) -> None:
    misses = tmp_path / "misses.jsonl"
    result = run("evaluate", "answers", str(questions), "--json", "--misses", str(misses))
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert found["questions"] == 2
    assert found["verbatim"] == 1
    assert found["refused"] == 1
    assert found["wrong"] == 0
    assert misses.read_text(encoding="utf-8") == ""


def test_figures_as_a_table_by_type(run: Run, questions: Path) -> None:
    told = run("evaluate", "answers", str(questions)).stdout
    assert "cite@1" in told
    assert "unanswerable" in told


def test_the_same_figures_from_a_running_service(run: Run, questions: Path, live: str) -> None:
    here = json.loads(run("evaluate", "answers", str(questions), "--json").stdout)
    there = json.loads(run("evaluate", "answers", str(questions), "--json", "--url", live).stdout)
    for one in (here, there):
        del one["ms_p50"], one["ms_p95"]
    assert here == there


def test_plans_in_another_folder(run: Run, questions: Path, tmp_path: Path) -> None:
    folder = tmp_path / "plans"
    folder.mkdir()
    assert run("evaluate", "answers", str(questions), "--plans", str(folder)).exit_code == 2
    (folder / "toride-4.txt").write_text("別の計画です。", encoding="utf-8")
    result = run("evaluate", "answers", str(questions), "--plans", str(folder), "--json")
    assert json.loads(result.stdout)["verbatim"] == 0


def test_speed_tells_times_and_memory(run: Run) -> None:
    found = json.loads(run("evaluate", "speed", "--questions", "10", "--json").stdout)
    assert found["questions"] == 10
    assert 0 < found["ms_p50"] <= found["ms_p95"] <= found["ms_max"]
    assert found["peak_mb"] > 0
    assert found["steps"]


def test_retrieval_on_a_collection_of_anyones(
    run_apart: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    documents = {"a": "猫は魚を食べる。", "b": "図書館は月曜日に休む。", "c": "税金は銀行で払う。"}
    lines = [{"id": key, "title": "", "text": text} for key, text in documents.items()]
    _write(tmp_path / "corpus.jsonl", lines)
    _write(tmp_path / "queries.jsonl", [{"id": "q", "text": "図書館の休みは何曜日"}])
    (tmp_path / "qrels.tsv").write_text("query-id\tcorpus-id\tscore\nq\tb\t1\n", encoding="utf-8")
    done = run_apart(
        "evaluate", "retrieval", str(tmp_path), "--json", MADOGUCHI_CACHE_FOLDER=str(tmp_path / "v")
    )
    assert done.returncode == 1, done.stderr  # nothing is above legs that are perfect themselves
    found = json.loads(done.stdout)
    assert (found["documents"], found["questions"]) == (3, 1)
    assert {leg: own["MRR@10"] for leg, own in found["figures"].items()} == {
        "lexical": 1.0,
        "dense": 1.0,
        "fused": 1.0,
    }


def test_a_collection_that_is_malformed_is_exit_code_3(
    run_apart: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    (tmp_path / "corpus.jsonl").write_text("{\n", encoding="utf-8")
    done = run_apart("evaluate", "retrieval", str(tmp_path))
    assert done.returncode == 3
    assert "corpus.jsonl" in done.stderr
    assert "Traceback" not in done.stderr


def _write(path: Path, lines: list[dict[str, str]]) -> None:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
