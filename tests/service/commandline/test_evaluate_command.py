"""`madoguchi evaluate`."""

from __future__ import annotations

import json
import subprocess
import sys
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
    assert "1.000 (.21-1.0)" in told  # one of one, with Wilson's interval
    assert "unanswerable" in told
    assert "refused: not_found.live" in told
    assert "Retrieve" in told


@pytest.fixture
def unseen(tmp_path: Path) -> Path:
    """A line that expects nothing, as in files of questions that no plan answers."""
    path = tmp_path / "unseen.jsonl"
    line = {"id": "1", "city": "oyama", "q": "市民プールの回数券は何枚つづりですか。"}
    path.write_text(json.dumps(line) + "\n", encoding="utf-8")
    return path


def test_each_file_apart_and_all_together(run: Run, questions: Path, unseen: Path) -> None:
    found = json.loads(run("evaluate", "answers", str(questions), str(unseen), "--json").stdout)
    apart = found["files"]
    assert list(apart) == ["questions", "unseen", "all together"]
    assert [one["questions"] for one in apart.values()] == [2, 1, 3]
    assert found["questions"] == 3
    assert found["correct"] == apart["questions"]["correct"] == 1
    assert found["intervals"]["correct"] == pytest.approx([0.2065, 1.0], abs=5e-5)
    assert apart["unseen"]["correct"] is None
    assert apart["unseen"]["intervals"]["correct"] is None
    assert apart["questions"]["outcomes"]["when"] == {"correct": 1}
    assert apart["questions"]["understood"]["when"] == {"when": 1}
    assert found["curve"][-1]["abstained"] == 1
    assert found["curve"][-1]["intervals"]["abstained"] == pytest.approx([0.2065, 1.0], abs=5e-5)
    assert sum(one["questions"] for one in found["calibration"]["bins"]) == 2
    told = run("evaluate", "answers", str(questions), str(unseen)).stdout
    assert "all together" in told


def test_a_report_is_written_from_here_and_from_a_service(
    run: Run, questions: Path, tmp_path: Path, live: str
) -> None:
    report = tmp_path / "reports" / "answers.html"
    assert run("evaluate", "answers", str(questions), "--report", str(report)).exit_code == 0
    here = report.read_text(encoding="utf-8")
    assert "Other thresholds" in here
    arguments = (str(questions), "--report", str(report), "--url", live)
    assert run("evaluate", "answers", *arguments).exit_code == 0
    there = report.read_text(encoding="utf-8")
    assert "Figures by file" in there
    assert "Other thresholds" not in there
    assert list(report.parent.iterdir()) == [report]


def test_without_matplotlib_a_report_ends_before_anything_is_asked(
    run: Run, questions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)  # as where it is not installed
    report = tmp_path / "answers.html"
    result = run("evaluate", "answers", str(questions), "--report", str(report))
    assert result.exit_code == 2
    assert "[report]" in result.stderr
    assert not report.exists()


def test_a_file_given_twice_or_empty_is_wrong_usage(
    run: Run, questions: Path, tmp_path: Path
) -> None:
    result = run("evaluate", "answers", str(questions), str(questions))
    assert result.exit_code == 2
    assert str(questions) in result.stderr
    empty = tmp_path / "empty.jsonl"
    empty.write_text("\n", encoding="utf-8")
    result = run("evaluate", "answers", str(questions), str(empty))
    assert result.exit_code == 2
    assert "empty.jsonl" in result.stderr


def test_the_same_figures_from_a_running_service(run: Run, questions: Path, live: str) -> None:
    here = json.loads(run("evaluate", "answers", str(questions), "--json").stdout)
    there = json.loads(run("evaluate", "answers", str(questions), "--json", "--url", live).stdout)
    assert there["curve"] == []  # the threshold of another process is not ours to move
    inside = ("understood", "curve", "calibration", "steps")
    for one in (here, there):
        for name in ("files", "ms_p50", "ms_p95", *inside):
            del one[name]
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
    run_main: Callable[..., subprocess.CompletedProcess[str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    documents = {"a": "猫は魚を食べる。", "b": "図書館は月曜日に休む。", "c": "税金は銀行で払う。"}
    lines = [{"id": key, "title": "", "text": text} for key, text in documents.items()]
    _write(tmp_path / "corpus.jsonl", lines)
    _write(tmp_path / "queries.jsonl", [{"id": "q", "text": "図書館の休みは何曜日"}])
    (tmp_path / "qrels.tsv").write_text("query-id\tcorpus-id\tscore\nq\tb\t1\n", encoding="utf-8")
    monkeypatch.setenv("MADOGUCHI_CACHE_FOLDER", str(tmp_path / "v"))
    done = run_main("evaluate", "retrieval", str(tmp_path), "--json")
    assert done.returncode == 1, done.stderr  # nothing is above legs that are perfect themselves
    found = json.loads(done.stdout)
    assert (found["documents"], found["questions"]) == (3, 1)
    assert {leg: own["MRR@10"] for leg, own in found["figures"].items()} == {
        "lexical": 1.0,
        "dense": 1.0,
        "fused": 1.0,
    }


def test_a_collection_that_is_malformed_is_exit_code_3(
    run_main: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    (tmp_path / "corpus.jsonl").write_text("{\n", encoding="utf-8")
    done = run_main("evaluate", "retrieval", str(tmp_path))
    assert done.returncode == 3
    assert "corpus.jsonl" in done.stderr
    assert "Traceback" not in done.stderr


def _write(path: Path, lines: list[dict[str, str]]) -> None:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


def test_times_of_staff_pages(run: Run) -> None:
    result = run("evaluate", "pages", "--conversations", "30", "--tries", "1", "--json")
    assert result.exit_code == 0, result.output
    found = {one["page"]: one for one in json.loads(result.stdout)}
    assert {"queue", "queue by words", "dashboard", "answer", "audit log"} <= set(found)
    assert all(one["kb"] > 1 for one in found.values())
